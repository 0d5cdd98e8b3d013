//! Batches of rows on their way from an input to a worker.

use std::ops::Range;

use super::chunk::Chunk;
use super::encoding::Encoding;
use super::error::Error;
use super::note::InputNote;
use super::separator::Separator;
use crate::fault::CellProblem;
use crate::table::{Float, Note, Shown};

/// The most columns that a table may have: as many as a sheet of a workbook.
pub(crate) const MAX_COLUMNS: usize = 16_384;

/// A number of at most this number of characters is read as written: it has no digits to lose.
#[cfg(feature = "cli")]
const PLAIN_DIGITS: usize = 15;

/// An input that is read row by row.
pub(crate) trait Source: Send {
    /// Whether its rows have cells. Otherwise each row is a JSON text.
    fn is_table(&self) -> bool;

    /// Appends the next row that is not blank to the batch; returns `false` at the end of the input.
    fn next(&mut self, batch: &mut Batch) -> Result<bool, Error>;

    /// Returns many rows that were not yet split into cells, if the rows that follow are such; then
    /// they are skipped.
    fn next_chunk(&mut self) -> Result<Option<Chunk>, Error> {
        Ok(None)
    }

    /// The number of bytes read so far.
    fn position(&self) -> u64;

    /// The name of the sheet of a workbook, which may say a unit.
    fn sheet(&self) -> Option<&str> {
        None
    }

    /// The encoding of a text, once it is known; none if all of it is ASCII.
    fn encoding(&self) -> Option<Encoding> {
        None
    }

    /// What separates the cells of a text, once that is known.
    fn separator(&self) -> Option<Separator> {
        None
    }

    /// The columns that a sheet does not show: the first and the last of each range, counted from 0.
    fn hidden_columns(&self) -> &[(usize, usize)] {
        &[]
    }

    /// The merged cells of a sheet, in the order of their first rows.
    fn merged(&self) -> &[Merged] {
        &[]
    }

    /// What should be known about how its bytes were read so far.
    fn input_notes(&self) -> Vec<InputNote> {
        Vec::new()
    }

    /// Takes the notes on the table that were not taken yet: on its sheets, before the first row is
    /// read; on formulas, after the last.
    fn notes(&mut self) -> Vec<Note> {
        Vec::new()
    }
}

/// A range of merged cells, from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Merged {
    /// Counted from 1, as the lines of rows.
    pub(crate) rows: (u64, u64),
    /// Counted from 0.
    pub(crate) columns: (usize, usize),
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
    /// The cells that have the value of a merged cell above, by the index of the cell, in ascending
    /// order, each with the line of that cell.
    merged: Vec<(usize, u64)>,
}

/// A cell of a row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cell<'a> {
    pub(crate) text: &'a str,
    pub(crate) mark: Option<Mark>,
    /// The line of the merged cell above that covers it and has this value; `None` if the value is its
    /// own.
    pub(crate) merged_from: Option<u64>,
}

impl<'a> Cell<'a> {
    /// The cell, blank if it is merged with the header, whose last row is `header`: such a text is no
    /// value.
    pub(crate) fn below(self, header: u64) -> Self {
        match self.merged_from {
            Some(from) if from <= header => Cell { text: "", mark: None, merged_from: None },
            Some(_) | None => self,
        }
    }

    /// The text that the cell itself shows: blank if a merged cell covers it.
    pub(crate) fn own_text(&self) -> &'a str {
        let covered = matches!(self.mark, Some(Mark::Problem(CellProblem::Covered)));
        if covered || self.merged_from.is_some() { "" } else { self.text }
    }
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
    /// Whether its sheet does not show it, as a filter does with rows.
    pub(crate) hidden: bool,
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
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Mark {
    /// A number; the text is its shortest decimal.
    Number(Float),
    /// A number of which the sheet shows something else, or with a unit.
    Shown(Float, Shown),
    /// Raised, lowered or struck characters in the text, which are no part of a number.
    SmallCharacters,
    /// A cell that has no value.
    Problem(CellProblem),
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
        self.rows.push(Row {
            number,
            line,
            problem,
            hidden: false,
            cells: (first, self.ends.len()),
            start,
        });
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
        self.rows.push(Row {
            number,
            line,
            problem,
            hidden: false,
            cells: (first, self.ends.len()),
            start,
        });
    }

    /// Marks a cell of the last row.
    pub(crate) fn mark(&mut self, column: usize, mark: Mark) {
        let Some(row) = self.rows.last() else { return };
        self.marks.push((row.cells.0 + column, mark));
    }

    /// Says that a cell of the last row has the value of a merged cell on an earlier line.
    pub(crate) fn merge(&mut self, column: usize, from: u64) {
        let Some(row) = self.rows.last() else { return };
        self.merged.push((row.cells.0 + column, from));
    }

    /// Says that the last row is hidden.
    pub(crate) fn hide(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.hidden = true;
        }
    }

    /// Leaves out the first rows. What is said of their cells is skipped with them.
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

    /// The text of all cells.
    #[cfg(feature = "cli")]
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The number of a row in its input, and its line.
    #[cfg(feature = "cli")]
    pub(crate) fn place(&self, row: usize) -> (u64, u64) {
        self.rows.get(row).map_or((0, 0), |row| (row.number, row.line))
    }

    /// Where the text of a cell is; an empty range if the row has no such cell.
    #[cfg(feature = "cli")]
    pub(crate) fn cell(&self, row: usize, column: usize) -> Range<usize> {
        let Some(row) = self.rows.get(row) else { return 0..0 };
        let (first, last) = row.cells;
        let index = first + column;
        if index < last { self.cell_at(index) } else { 0..0 }
    }

    /// Where the text of a cell is: each begins where the one before it ends.
    #[cfg(feature = "cli")]
    fn cell_at(&self, index: usize) -> Range<usize> {
        let end = |index: usize| self.ends.get(index).copied().unwrap_or_default();
        index.checked_sub(1).map_or(0, end)..end(index)
    }

    /// Passes on those of some rows, counted from the first of them, that have more than `width` cells, or
    /// of which the texts do not say all: rows with problems, hidden rows and rows with merged cells, and
    /// with marks other than those of numbers that are read as they are written.
    #[cfg(feature = "cli")]
    pub(crate) fn not_plain(&self, rows: Range<usize>, width: usize, mut each: impl FnMut(usize)) {
        let rows = self.rows.get(rows).unwrap_or_default();
        let first = rows.first().map_or(0, |row| row.cells.0);
        let (mut marks, mut merged) = (from(&self.marks, first), from(&self.merged, first));
        for (at, row) in rows.iter().enumerate() {
            let (first, last) = row.cells;
            let mut is_plain = !row.hidden && row.problem.is_none() && last - first <= width;
            while let Some((&(cell, mark), rest)) = marks.split_first().filter(|it| it.0.0 < last) {
                marks = rest;
                let text = self.cell_at(cell);
                is_plain &= matches!(mark, Mark::Number(_)) && text.len() <= PLAIN_DIGITS;
            }
            while let Some((_, rest)) = merged.split_first().filter(|it| it.0.0 < last) {
                merged = rest;
                is_plain = false;
            }
            if !is_plain {
                each(at);
            }
        }
    }

    /// The rows, each with its cells.
    pub(crate) fn rows(
        &self,
    ) -> impl Iterator<Item = (Row, impl Iterator<Item = Cell<'_>> + Clone)> {
        self.some_rows(0..self.rows.len())
    }

    /// Some rows, each with its cells.
    pub(crate) fn some_rows(
        &self,
        rows: Range<usize>,
    ) -> impl Iterator<Item = (Row, impl Iterator<Item = Cell<'_>> + Clone)> {
        let (mut marks, mut merged) = (self.marks.as_slice(), self.merged.as_slice());
        self.rows.get(rows).unwrap_or_default().iter().map(move |row| {
            let (first, last) = row.cells;
            marks = from(marks, first);
            merged = from(merged, first);
            let (mut marks_left, mut merged_left) = (marks, merged);
            let mut start = row.start;
            let ends = self.ends.get(first..last).unwrap_or_default().iter();
            let cells = ends.zip(first..).map(move |(&end, index)| {
                let text = self.text.get(start..end).unwrap_or_default();
                start = end;
                let mark = take(&mut marks_left, index);
                let merged_from = take(&mut merged_left, index);
                Cell { text, mark, merged_from }
            });
            (*row, cells)
        })
    }
}

/// What is said of the cells from this one on.
fn from<T>(said: &[(usize, T)], first: usize) -> &[(usize, T)] {
    let skipped = said.partition_point(|(cell, _)| *cell < first);
    said.get(skipped..).unwrap_or_default()
}

/// What is said of this cell, if the list begins with it.
fn take<T: Copy>(said: &mut &[(usize, T)], index: usize) -> Option<T> {
    let (&(cell, found), rest) = said.split_first()?;
    (cell == index).then(|| {
        *said = rest;
        found
    })
}
