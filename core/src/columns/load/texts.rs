//! Texts: no rule reads them, so a text is only checked for its length.

use arrow_array::cast::AsArray;
use arrow_array::{ArrayRef, OffsetSizeTrait};
use arrow_schema::DataType;

use super::FastPath;
use crate::columns::bits::Bits;
use crate::field::TEXT_LIMIT;

/// The fast path for texts: a text of no more bytes than the limit has no more characters either.
pub(super) fn fast_path(array: &ArrayRef) -> Option<FastPath<'_>> {
    fn by_length<'a>(length: impl Fn(usize) -> usize + Send + Sync + 'a) -> FastPath<'a> {
        Box::new(move |rows, vector| {
            vector.known = Bits::NONE;
            let mut long = Bits::NONE;
            for (at, row) in rows.enumerate() {
                if TEXT_LIMIT < length(row) {
                    long.add(at);
                }
            }
            long
        })
    }
    fn offsets<O: OffsetSizeTrait>(array: &ArrayRef) -> FastPath<'_> {
        let offsets = array.as_string::<O>().value_offsets();
        by_length(move |row| match offsets.get(row..) {
            Some([start, end, ..]) => end.as_usize() - start.as_usize(),
            _ => 0,
        })
    }
    #[expect(clippy::wildcard_enum_match_arm, reason = "other types of Arrow take the slow path")]
    match array.data_type() {
        DataType::Utf8 => Some(offsets::<i32>(array)),
        DataType::LargeUtf8 => Some(offsets::<i64>(array)),
        DataType::Utf8View => {
            // The length is in the low 32 bits of a view.
            let views = array.as_string_view().views();
            let length = |view: &u128| usize::try_from(view & u128::from(u32::MAX));
            Some(by_length(move |row| views.get(row).map_or(0, |it| length(it).unwrap_or(0))))
        }
        _ => None,
    }
}
