//! The rows of a chunk: lines of a text, cut at its separators.

use std::ops::Range;

use super::part::Cut;
use super::usize_to_u64;
use crate::block::bits::Bits;
use crate::block::plain::Cell;
use crate::block::split::Cells;
use crate::cli::passing::State;
use crate::cli::row::BatchResult;
use crate::cli::worker::Input;
use crate::intake::chunk::Chunk;

pub(super) struct OfChunk<'a> {
    pub(super) chunk: &'a Chunk,
    /// Its text.
    pub(super) text: &'a str,
    pub(super) cells: Cells,
    /// The number of columns.
    pub(super) width: usize,
}

impl OfChunk<'_> {
    /// The index of the first cell of a row, and that of the next row.
    fn bounds(&self, row: usize) -> (usize, usize) {
        let at = |row: usize| self.cells.rows.get(row).map_or(0, |it| u32_to_usize(*it));
        (at(row), at(row + 1))
    }
}

impl Cut for OfChunk<'_> {
    fn rows(&self) -> usize {
        self.cells.rows.len().saturating_sub(1)
    }

    fn column(&self, rows: Range<usize>, column: usize) -> impl Iterator<Item = Cell<'_>> {
        let rows = self.cells.rows.get(rows).unwrap_or_default();
        let is_last = column + 1 == self.width;
        let text = self.text.as_bytes();
        rows.iter().map(move |first| {
            let first = u32_to_usize(*first) + column;
            let bounds = self.cells.starts.get(first..first + 2).unwrap_or_default();
            let &[start, next] = bounds else { return Cell::alone(&[]) };
            let (start, end) = (u32_to_usize(start), u32_to_usize(next) - 1);
            let cut = usize::from(is_last && start < end && text.get(end - 1) == Some(&b'\r'));
            Cell { text, start, end: end - cut }
        })
    }

    fn row(&self, row: usize) -> impl Iterator<Item = &str> {
        let (first, next) = self.bounds(row);
        let starts = self.cells.starts.get(first..=next).unwrap_or_default();
        starts.windows(2).enumerate().map(|(column, bounds)| {
            let [start, end] =
                [bounds.first(), bounds.last()].map(|it| it.map_or(0, |it| u32_to_usize(*it)));
            let text = self.text.get(start..end.saturating_sub(1)).unwrap_or_default();
            if column + 1 == self.width { text.strip_suffix('\r').unwrap_or(text) } else { text }
        })
    }

    /// Those with another number of cells.
    fn odd(&self, rows: Range<usize>) -> Bits {
        let mut odd = Bits::NONE;
        let rows = self.cells.rows.get(rows.start..=rows.end).unwrap_or_default();
        for (row, bounds) in rows.windows(2).enumerate() {
            let [first, next] =
                [bounds.first(), bounds.last()].map(|it| it.map_or(0, |it| u32_to_usize(*it)));
            if next - first != self.width {
                odd.add(row);
            }
        }
        odd
    }

    fn place(&self, row: usize) -> (u64, u64) {
        let row = usize_to_u64(row);
        (self.chunk.number + row, self.chunk.line + row)
    }

    fn judge_rows(
        &self,
        input: &Input<'_>,
        rows: Range<usize>,
        state: &mut State<'_>,
        result: &mut BatchResult,
    ) {
        let start = |row| {
            let (first, _) = self.bounds(row);
            self.cells.starts.get(first).map_or(0, |it| u32_to_usize(*it))
        };
        let bytes = start(rows.start)..start(rows.end);
        let rows = usize_to_u64(rows.start)..usize_to_u64(rows.end);
        let batch = self.chunk.batch(rows, bytes);
        input.judge_rows(batch.rows(), state, result);
    }
}

fn u32_to_usize(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
