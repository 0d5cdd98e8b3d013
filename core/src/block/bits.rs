//! A set of rows of one block, one bit per row.

#[cfg(feature = "arrow")]
use std::ops::Range;

#[cfg(feature = "arrow")]
use arrow_buffer::{BooleanBuffer, NullBuffer};
use fearless_simd::{Level, Simd, SimdBase as _, SimdMask as _, dispatch, i64x8, u8x64};

/// Rows per block: few enough that the vectors of one rule stay in the nearest caches, and enough
/// that columns are read in long runs.
pub(crate) const BLOCK: usize = 2_048;

const WORDS: usize = BLOCK / 64;

/// A set of rows of one block, one bit per row; the first row is the lowest bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bits(pub(crate) [u64; WORDS]);

impl Bits {
    pub(crate) const NONE: Self = Self([0; WORDS]);

    /// The bits of these rows of a buffer; the rest of the block is zero.
    #[cfg(feature = "arrow")]
    pub(crate) fn of(bits: &BooleanBuffer, rows: Range<usize>) -> Self {
        let mut words = [0; WORDS];
        let bits = bits.slice(rows.start, rows.len());
        for (word, bits) in words.iter_mut().zip(bits.bit_chunks().iter_padded()) {
            *word = bits;
        }
        Self(words)
    }

    /// Those of these rows that are not null.
    #[cfg(feature = "arrow")]
    pub(crate) fn not_null(nulls: Option<&NullBuffer>, rows: Range<usize>) -> Self {
        match nulls {
            Some(nulls) => Self::of(nulls.inner(), rows),
            None => Self::first(rows.len()),
        }
    }

    /// The first `rows` rows.
    pub(crate) fn first(rows: usize) -> Self {
        if rows == BLOCK {
            return Self([u64::MAX; WORDS]);
        }
        let mut words = [0; WORDS];
        let (mut left, mut words_left) = (rows, words.iter_mut());
        while 0 < left
            && let Some(word) = words_left.next()
        {
            *word = if left < 64 { (1 << left) - 1 } else { u64::MAX };
            left = left.saturating_sub(64);
        }
        Self(words)
    }

    /// The rows whose byte is not zero.
    pub(crate) fn packed(bytes: &[u8; BLOCK]) -> Self {
        dispatch!(Level::new(), simd => Self::packed_by(simd, bytes))
    }

    #[expect(
        clippy::inline_always,
        reason = "the loop must be inlined to be compiled for each set"
    )]
    #[inline(always)]
    fn packed_by<S: Simd>(simd: S, bytes: &[u8; BLOCK]) -> Self {
        let mut words = [0; WORDS];
        let (by_word, _) = bytes.as_chunks::<64>();
        for (word, bytes) in words.iter_mut().zip(by_word) {
            *word = u8x64::load_array_ref(simd, bytes).simd_ne(0).to_bitmask();
        }
        Self(words)
    }

    /// The rows whose number is not zero.
    pub(crate) fn not_zero(numbers: &[i64; BLOCK]) -> Self {
        dispatch!(Level::new(), simd => Self::not_zero_by(simd, numbers))
    }

    #[expect(
        clippy::inline_always,
        reason = "the loop must be inlined to be compiled for each set"
    )]
    #[inline(always)]
    fn not_zero_by<S: Simd>(simd: S, numbers: &[i64; BLOCK]) -> Self {
        let mut words = [0; WORDS];
        let (by_word, _) = numbers.as_chunks::<64>();
        for (word, numbers) in words.iter_mut().zip(by_word) {
            let (eights, _) = numbers.as_chunks::<8>();
            *word = eights.iter().rev().fold(0, |word, eight| {
                word << 8 | i64x8::load_array_ref(simd, eight).simd_ne(0).to_bitmask()
            });
        }
        Self(words)
    }

    pub(crate) fn and(self, other: &Self) -> Self {
        let mut words = self.0;
        words.iter_mut().zip(other.0).for_each(|(word, other)| *word &= other);
        Self(words)
    }

    pub(crate) fn or(self, other: &Self) -> Self {
        let mut words = self.0;
        words.iter_mut().zip(other.0).for_each(|(word, other)| *word |= other);
        Self(words)
    }

    pub(crate) fn not(self) -> Self {
        Self(self.0.map(|word| !word))
    }

    #[cfg(feature = "arrow")]
    pub(crate) fn any(&self) -> bool {
        self.0.iter().any(|word| *word != 0)
    }

    /// The number of rows.
    #[cfg(feature = "cli")]
    pub(crate) fn count(&self) -> usize {
        let ones = self.0.iter().map(|word| usize::try_from(word.count_ones()));
        ones.map(Result::unwrap_or_default).sum()
    }

    pub(crate) fn has(&self, row: usize) -> bool {
        self.0.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    pub(crate) fn add(&mut self, row: usize) {
        if let Some(word) = self.0.get_mut(row / 64) {
            *word |= 1 << (row % 64);
        }
    }

    /// Iterates over the rows of the set, in order.
    #[cfg(feature = "arrow")]
    pub(crate) fn rows(self) -> impl Iterator<Item = usize> {
        let words = self.0.into_iter().enumerate().filter(|(_, word)| *word != 0);
        words.flat_map(|(index, word)| {
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| index * 64 + bit)
        })
    }

    /// Calls `each` with every row of the set, in order.
    pub(crate) fn each(&self, mut each: impl FnMut(usize)) {
        for (index, mut word) in self.0.into_iter().enumerate() {
            while word != 0 {
                let bit = usize::try_from(word.trailing_zeros()).unwrap_or_default();
                each(index * 64 + bit);
                word &= word - 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bits: &Bits) -> Vec<usize> {
        let mut rows = Vec::new();
        bits.each(|row| rows.push(row));
        rows
    }

    #[test]
    fn bytes_are_packed_to_bits() {
        let mut bytes = [0; BLOCK];
        for row in (0..BLOCK).filter(|row| row % 7 == 2 || row % 64 == 63 || row / 64 == 3) {
            bytes[row] = 1;
        }
        let bits = Bits::packed(&bytes);
        assert_eq!(rows(&bits), (0..BLOCK).filter(|row| bytes[*row] == 1).collect::<Vec<_>>());
        assert!((0..BLOCK).all(|row| bits.has(row) == (bytes[row] == 1)));
        assert_eq!(bits.not().and(&bits), Bits::NONE);
        assert_eq!(bits.not().or(&bits), Bits::first(BLOCK));
    }

    #[test]
    fn the_first_rows_are_the_first_bits() {
        for rows in [0, 1, 63, 64, 65, 127, 128, BLOCK - 1, BLOCK] {
            assert_eq!(self::rows(&Bits::first(rows)), (0..rows).collect::<Vec<_>>());
        }
    }

    #[cfg(feature = "arrow")]
    #[test]
    fn a_slice_may_begin_at_any_bit() {
        let all: BooleanBuffer = (0..3_000).map(|at| at % 3 == 0 || at % 5 == 0).collect();
        for (start, rows) in [(0, BLOCK), (1, BLOCK), (7, 70), (63, 1), (100, 0), (1_999, 1_001)] {
            let bits = Bits::of(&all, start..start + rows);
            let expected: Vec<usize> = (0..rows).filter(|row| all.value(start + row)).collect();
            assert_eq!(self::rows(&bits), expected);
        }
    }
}
