//! The rows of a batch, which have their cells, and marks on some of these.

use std::ops::Range;

use super::part::Cut;
use crate::block::bits::Bits;
use crate::block::plain::Cell;
use crate::cli::passing::State;
use crate::cli::row::BatchResult;
use crate::cli::worker::Input;
use crate::intake::batch::Batch;

pub(super) struct OfBatch<'a> {
    batch: &'a Batch,
    /// The number of columns.
    width: usize,
}

impl<'a> OfBatch<'a> {
    pub(super) const fn of(batch: &'a Batch, width: usize) -> Self {
        Self { batch, width }
    }
}

impl Cut for OfBatch<'_> {
    fn rows(&self) -> usize {
        self.batch.len()
    }

    /// Cells that a row does not have are blank.
    fn column(&self, rows: Range<usize>, column: usize) -> impl Iterator<Item = Cell<'_>> {
        let text = self.batch.text().as_bytes();
        rows.map(move |row| {
            let Range { start, end } = self.batch.cell(row, column);
            Cell { text, start, end }
        })
    }

    fn row(&self, row: usize) -> impl Iterator<Item = &str> {
        let text = self.batch.text();
        (0..self.width)
            .map(move |column| text.get(self.batch.cell(row, column)).unwrap_or_default())
    }

    fn odd(&self, rows: Range<usize>) -> Bits {
        let mut odd = Bits::NONE;
        self.batch.not_plain(rows, self.width, |row| odd.add(row));
        odd
    }

    fn place(&self, row: usize) -> (u64, u64) {
        self.batch.place(row)
    }

    fn judge_rows(
        &self,
        input: &Input<'_>,
        rows: Range<usize>,
        state: &mut State<'_>,
        result: &mut BatchResult,
    ) {
        input.judge_rows(self.batch.some_rows(rows), state, result);
    }
}
