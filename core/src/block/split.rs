//! Where two bytes are in a text, found many bytes at once.

use fearless_simd::{Level, Simd, SimdBase as _, SimdMask as _, dispatch, u8x64};

/// Where the cells of a text are: those of a row are separated by one byte, and rows end with a line
/// feed.
#[derive(Debug, Default)]
pub(crate) struct Cells {
    /// Where each cell begins. It ends one byte before the next one.
    pub(crate) starts: Vec<u32>,
    /// The index of the first cell of each row, and that behind the last row.
    pub(crate) rows: Vec<u32>,
}

impl Cells {
    /// Finds the cells of a text, of which only the first 4 GiB are searched. What is behind the last
    /// line feed is no row.
    pub(crate) fn of(text: &[u8], separator: u8) -> Self {
        let text = text.get(..usize::try_from(u32::MAX).unwrap_or(text.len())).unwrap_or(text);
        let mut cells = Self { starts: vec![0], rows: vec![0] };
        // As many as most tables have: a cell of eight bytes, a line of sixty-four.
        cells.starts.reserve(text.len() / 8);
        cells.rows.reserve(text.len() / 64);
        dispatch!(Level::new(), simd => find(simd, text, separator, &mut cells));
        cells
    }
}

#[expect(clippy::inline_always, reason = "the loop must be inlined to be compiled for each set")]
#[inline(always)]
fn find<S: Simd>(simd: S, text: &[u8], separator: u8, cells: &mut Cells) {
    let (words, rest) = text.as_chunks::<64>();
    // A blank behind the text is neither.
    let mut last = [b' '; 64];
    if let Some(last) = last.get_mut(..rest.len()) {
        last.copy_from_slice(rest);
    }
    let mut first = 1_u32;
    for bytes in words.iter().chain((!rest.is_empty()).then_some(&last)) {
        let bytes = u8x64::load_array_ref(simd, bytes);
        let ends = bytes.simd_eq(b'\n').to_bitmask();
        let mut all = bytes.simd_eq(separator).to_bitmask() | ends;
        let before = u32::try_from(cells.starts.len()).unwrap_or(u32::MAX).wrapping_sub(1);
        let mut left = ends;
        while left != 0 {
            let up_to = left ^ left.wrapping_sub(1);
            cells.rows.push(before.wrapping_add((all & up_to).count_ones()));
            left &= left.wrapping_sub(1);
        }
        while all != 0 {
            cells.starts.push(first.wrapping_add(all.trailing_zeros()));
            all &= all.wrapping_sub(1);
        }
        first = first.wrapping_add(64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_and_line_ends_are_found() {
        for length in [0, 1, 63, 64, 65, 127, 128, 1000] {
            let text: Vec<u8> = (0..length)
                .map(|at| {
                    if at % 7 == 3 {
                        b','
                    } else if at % 31 == 30 {
                        b'\n'
                    } else {
                        b'x'
                    }
                })
                .collect();
            let cells = Cells::of(&text, b',');
            let places = (1_u32..).zip(&text).filter(|(_, it)| **it != b'x');
            let starts: Vec<u32> = [0].into_iter().chain(places.map(|(at, _)| at)).collect();
            assert_eq!(cells.starts, starts, "{length}");
            let is_first = |at: u32| at == 0 || text[usize::try_from(at).unwrap() - 1] == b'\n';
            let rows = (0_u32..).zip(&starts).filter(|(_, at)| is_first(**at));
            assert_eq!(cells.rows, rows.map(|(index, _)| index).collect::<Vec<_>>(), "{length}");
        }
    }
}
