//! Batches of rows on their way from an input to a worker.

use super::error::Error;
use super::note::InputNote;
use crate::table::Float;

/// The most columns that a table may have: as many as a sheet of a workbook.
pub(crate) const MAX_COLUMNS: usize = 16_384;

/// An input that is read row by row.
pub(crate) trait Source: Send {
    /// Whether its rows have cells. Otherwise each row is a JSON text.
    fn is_table(&self) -> bool;

    /// Appends the next row that is not blank to the batch; returns `false` at the end of the input.
    fn next(&mut self, batch: &mut Batch) -> Result<bool, Error>;

    /// The number of bytes read so far.
    fn position(&self) -> u64;

    /// What should be known about how it was read so far.
    fn notes(&self) -> Vec<InputNote> {
        Vec::new()
    }

    /// The name of the sheet that is read, if the input is a workbook.
    fn sheet(&self) -> Option<&str> {
        None
    }
}

/// Several rows, with the text of all cells in one buffer. A row of JSON has one cell.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    text: String,
    /// Where each cell ends in the text.
    ends: Vec<usize>,
    rows: Vec<Row>,
    /// What some cells are besides their text, by the index of the cell, in ascending order.
    marks: Vec<(usize, Mark)>,
}

/// A cell of a row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cell<'a> {
    pub(crate) text: &'a str,
    pub(crate) mark: Option<Mark>,
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    /// Its index among the rows of its input, including blank rows and the header.
    pub(crate) number: u64,
    /// The line on which it begins, or its row in a sheet, counted from 1.
    pub(crate) line: u64,
    /// Why it is not a record.
    pub(crate) problem: Option<Problem>,
    /// The range of its cells in `ends`.
    cells: (usize, usize),
    /// Where its text begins.
    start: usize,
}

/// Why a row is not a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Problem {
    /// It is longer than a record may be.
    TooLong,
    /// Its bytes are not text in the encoding of the input.
    NotText,
    /// It has another number of cells than the header.
    Cells { given: usize, expected: usize },
    /// Text follows a closing quote; the row ends on this line.
    Quote { last: u64 },
    /// A quoted cell holds what look like rows; it ends on this line.
    RowsInQuote { last: u64 },
}

/// What a cell of a workbook is besides its text.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Mark {
    /// A number; the text is its shortest decimal.
    Number(Float),
}

impl Batch {
    pub(crate) fn push<'a>(
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
    pub(crate) fn push_joined(
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

    /// Marks a cell of the last row.
    pub(crate) fn mark(&mut self, column: usize, mark: Mark) {
        let Some(row) = self.rows.last() else { return };
        self.marks.push((row.cells.0 + column, mark));
    }

    /// Leaves out the first rows.
    pub(crate) fn drop_first(&mut self, rows: usize) {
        self.rows.drain(..rows.min(self.rows.len()));
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The number of bytes of text.
    pub(crate) fn bytes(&self) -> usize {
        self.text.len()
    }

    /// The rows, each with its cells.
    pub(crate) fn rows(
        &self,
    ) -> impl Iterator<Item = (Row, impl Iterator<Item = Cell<'_>> + Clone)> {
        let mut marks = self.marks.as_slice();
        self.rows.iter().map(move |row| {
            let (first, last) = row.cells;
            let skipped = marks.partition_point(|(cell, _)| *cell < first);
            let mut marks_left = marks.get(skipped..).unwrap_or_default();
            marks = marks_left;
            let mut start = row.start;
            let ends = self.ends.get(first..last).unwrap_or_default().iter();
            let cells = ends.zip(first..).map(move |(&end, index)| {
                let text = self.text.get(start..end).unwrap_or_default();
                start = end;
                let mut mark = None;
                if let Some(((cell, found), rest)) = marks_left.split_first()
                    && *cell == index
                {
                    (mark, marks_left) = (Some(*found), rest);
                }
                Cell { text, mark }
            });
            (*row, cells)
        })
    }
}
