//! Texts: plain cells are parsed where they stand.

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, GenericStringArray, OffsetSizeTrait};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;

use super::FastPath;
use crate::block::bits::Bits;
use crate::block::plain::{Cell, Plain};
use crate::input::Shape;
use crate::table::Target;

/// The fast path for a column of texts, if its fact is none of those that are lists.
pub(super) fn fast_path<'a>(
    shape: &Shape,
    target: Target,
    array: &'a ArrayRef,
) -> Option<FastPath<'a>> {
    let plain = || Plain::of(shape, target);
    #[expect(clippy::wildcard_enum_match_arm, reason = "other types of Arrow hold no text")]
    match array.data_type() {
        DataType::Utf8 => Some(load(array.nulls(), in_one(array.as_string::<i32>()), plain()?)),
        DataType::LargeUtf8 => {
            Some(load(array.nulls(), in_one(array.as_string::<i64>()), plain()?))
        }
        DataType::Utf8View => {
            let texts = array.as_string_view();
            Some(load(array.nulls(), |row| Cell::alone(texts.value(row).as_bytes()), plain()?))
        }
        _ => None,
    }
}

/// The cells of texts that stand in one buffer, each with what is before it.
fn in_one<'a, O: OffsetSizeTrait>(
    texts: &'a GenericStringArray<O>,
) -> impl Fn(usize) -> Cell<'a> + Send + Sync + 'a {
    let (text, offsets) = (texts.value_data(), texts.value_offsets());
    move |row| match offsets.get(row..row + 2) {
        Some(&[start, end]) => Cell { text, start: start.as_usize(), end: end.as_usize() },
        Some(_) | None => Cell::alone(&[]),
    }
}

fn load<'a>(
    nulls: Option<&'a NullBuffer>,
    cell: impl Fn(usize) -> Cell<'a> + Send + Sync + 'a,
    plain: Plain,
) -> FastPath<'a> {
    Box::new(move |rows, vector| {
        let is_null = Bits::not_null(nulls, rows.clone()).not();
        let any = nulls.is_some();
        let cells = rows
            .enumerate()
            .map(|(at, row)| if any && is_null.has(at) { Cell::alone(&[]) } else { cell(row) });
        plain.load(cells, &mut vector.values, &mut vector.known)
    })
}
