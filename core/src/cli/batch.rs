//! Batches of rows on their way from an input to a worker.

use crate::table::{Columns, NoteCounts};
use crate::text::{Language, text};

/// The most columns that a table may have: as many as a sheet of a workbook.
pub(super) const MAX_COLUMNS: usize = 16_384;

/// The error of a table with more columns.
pub(super) fn too_many_columns(language: Language) -> String {
    text!("列数过多，最多 16384 列", "too many columns (at most 16384)").get(language).to_owned()
}

/// The error of a table without a header.
pub(super) fn no_header(language: Language) -> String {
    text!("没有表头", "no header row").get(language).to_owned()
}

/// Several rows, with the text of all cells in one buffer. A row of JSON has one cell.
#[derive(Debug, Default)]
pub(super) struct Batch {
    text: String,
    /// Where each cell ends in the text.
    ends: Vec<usize>,
    rows: Vec<Row>,
    /// The cells with an amount that `--round-money` would round: the index of the row, the column,
    /// and the amount in fen.
    near: Vec<(usize, usize, i64)>,
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    /// Its index among the rows of its input, including blank rows.
    pub(super) number: u64,
    /// The line on which it begins, or its row in a sheet, counted from 1.
    pub(super) line: u64,
    /// Why it is not a record.
    pub(super) problem: Option<Problem>,
    /// The range of its cells in `ends`.
    cells: (usize, usize),
    /// Where its text begins.
    start: usize,
}

/// Why a row is not a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Problem {
    /// It is longer than a record may be.
    TooLong,
    /// Its bytes are not text in the encoding of the input.
    NotText,
    /// It has another number of cells than the header.
    Cells { given: usize, expected: usize },
}

/// An input that is read row by row.
pub(super) trait Source: Send {
    /// Reads the header row; returns `None` if rows are JSON.
    fn headers(&mut self) -> Result<Option<Vec<String>>, String>;

    /// Appends the next row to the batch; returns `false` at the end of the input.
    fn next(&mut self, batch: &mut Batch) -> Result<bool, String>;

    /// The number of bytes read so far.
    fn position(&self) -> u64;

    /// Sets what the columns hold, and whether amounts of money in cells of numbers are rounded.
    fn set_columns(&mut self, _columns: &Columns, _round_money: bool) {}

    /// For each column, the cells to be noted.
    fn counts(&self) -> Vec<NoteCounts> {
        Vec::new()
    }
}

impl Batch {
    pub(super) fn push<'a>(
        &mut self,
        number: u64,
        line: u64,
        problem: Option<Problem>,
        cells: impl Iterator<Item = &'a str>,
    ) {
        let (start, first) = (self.text.len(), self.ends.len());
        for cell in cells {
            self.text.push_str(cell);
            self.ends.push(self.text.len());
        }
        self.rows.push(Row { number, line, problem, cells: (first, self.ends.len()), start });
    }

    /// Appends a row whose cells are already joined in `text` and end at `ends`.
    pub(super) fn push_joined(
        &mut self,
        number: u64,
        line: u64,
        problem: Option<Problem>,
        text: &str,
        ends: &[usize],
    ) {
        let (start, first) = (self.text.len(), self.ends.len());
        self.text.push_str(text);
        self.ends.extend(ends.iter().map(|end| start + end));
        self.rows.push(Row { number, line, problem, cells: (first, self.ends.len()), start });
    }

    /// Marks an amount in the last row that `--round-money` would round to this number of fen.
    pub(super) fn mark_near(&mut self, column: usize, fen: i64) {
        self.near.push((self.rows.len().saturating_sub(1), column, fen));
    }

    /// The amount in fen that `--round-money` would round a cell to, by the index of the row.
    pub(super) fn near_fen(&self, row: usize, column: usize) -> Option<i64> {
        let cell = (row, column);
        self.near.iter().find(|it| (it.0, it.1) == cell).map(|&(.., fen)| fen)
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The number of bytes of text.
    pub(super) fn bytes(&self) -> usize {
        self.text.len()
    }

    /// The rows, each with its cells.
    pub(super) fn rows(&self) -> impl Iterator<Item = (Row, impl Iterator<Item = &str>)> {
        self.rows.iter().map(move |row| {
            let (first, last) = row.cells;
            let mut start = row.start;
            let cells = self.ends.get(first..last).unwrap_or_default().iter().map(move |&end| {
                let cell = self.text.get(start..end).unwrap_or_default();
                start = end;
                cell
            });
            (*row, cells)
        })
    }
}
