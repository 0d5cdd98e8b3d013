//! Flags: Booleans become 0 and 1.

use arrow_array::{Array, BooleanArray};

use super::FastPath;
use crate::block::bits::Bits;
use crate::block::simd::vectorize;

/// The fast path for Booleans.
pub(super) fn fast_path(array: &BooleanArray) -> FastPath<'_> {
    Box::new(move |rows, vector| {
        vector.known = Bits::not_null(array.nulls(), rows.clone());
        let flags = Bits::of(array.values(), rows);
        vectorize(
            #[inline(always)]
            || {
                let (chunks, _) = vector.values.as_chunks_mut::<64>();
                for (values, flags) in chunks.iter_mut().zip(flags.0) {
                    for (bit, value) in values.iter_mut().enumerate() {
                        *value = (flags >> bit & 1).cast_signed();
                    }
                }
            },
        );
        Bits::NONE
    })
}
