//! Rows that were cut into cells, and blocks of them.

use std::ops::Range;

use crate::block::bits::Bits;
use crate::block::plain::Cell;
use crate::cli::passing::State;
use crate::cli::row::BatchResult;
use crate::cli::worker::Input;

/// Rows that were cut into cells, as many as there are columns.
pub(super) trait Cut {
    /// The number of rows.
    fn rows(&self) -> usize;

    /// The cells of a column, one for each of these rows. Those of an odd row are any.
    fn column(&self, rows: Range<usize>, column: usize) -> impl Iterator<Item = Cell<'_>>;

    /// The texts of the cells of a row.
    fn row(&self, row: usize) -> impl Iterator<Item = &str>;

    /// Of these rows, those that have another number of cells, or cells of which the text does not say all.
    fn odd(&self, rows: Range<usize>) -> Bits;

    /// The number of a row in its input, and its line.
    fn place(&self, row: usize) -> (u64, u64);

    /// Judges some rows one by one.
    fn judge_rows(
        &self,
        input: &Input<'_>,
        rows: Range<usize>,
        state: &mut State<'_>,
        result: &mut BatchResult,
    );
}

/// A block of rows.
pub(super) struct Part<'a, All> {
    pub(super) all: &'a All,
    /// The first row, and the number of rows.
    pub(super) first: usize,
    pub(super) count: usize,
}

impl<All> Clone for Part<'_, All> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<All> Copy for Part<'_, All> {}

impl<'a, All: Cut> Part<'a, All> {
    const fn range(self) -> Range<usize> {
        self.first..self.first + self.count
    }

    pub(super) fn column(self, column: usize) -> impl Iterator<Item = Cell<'a>> {
        self.all.column(self.range(), column)
    }

    pub(super) fn row(self, row: usize) -> impl Iterator<Item = &'a str> {
        self.all.row(self.first + row)
    }

    /// The text of a cell.
    pub(super) fn text(self, row: usize, column: usize) -> &'a str {
        self.row(row).nth(column).unwrap_or_default()
    }

    pub(super) fn odd(self) -> Bits {
        self.all.odd(self.range())
    }

    pub(super) fn place(self, row: usize) -> (u64, u64) {
        self.all.place(self.first + row)
    }

    /// The rows with a cell that is not empty.
    pub(super) fn not_blank(self, column: usize) -> Bits {
        let mut found = Bits::NONE;
        for (row, cell) in self.column(column).enumerate() {
            if cell.start < cell.end {
                found.add(row);
            }
        }
        found
    }
}
