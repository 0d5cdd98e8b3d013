//! Texts: plain cells are parsed where they stand.

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayAccessor, ArrayRef};
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
        DataType::Utf8 => Some(load(array.as_string::<i32>(), plain()?)),
        DataType::LargeUtf8 => Some(load(array.as_string::<i64>(), plain()?)),
        DataType::Utf8View => Some(load(array.as_string_view(), plain()?)),
        _ => None,
    }
}

fn load<'a>(
    texts: impl ArrayAccessor<Item = &'a str> + Send + Sync + 'a,
    plain: Plain,
) -> FastPath<'a> {
    Box::new(move |rows, vector| {
        let not_null = Bits::not_null(texts.nulls(), rows.clone());
        let nulls = not_null.not();
        let any = texts.nulls().is_some();
        let cell = |(at, row)| {
            let is_null = any && nulls.has(at);
            Cell::alone(if is_null { &[] } else { texts.value(row).as_bytes() })
        };
        plain.load(rows.enumerate().map(cell), &mut vector.values, &mut vector.known)
    })
}
