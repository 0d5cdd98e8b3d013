//! Rows on their way from an input to whoever judges them.

use crate::text::{Language, text};

/// The most columns a table may have: as many as a sheet.
pub(super) const MOST_COLUMNS: usize = 16_384;

/// Says that there are more.
pub(super) fn too_many_columns(language: Language) -> String {
    text!("列数过多，最多 16384 列", "too many columns: 16384 at most").get(language).to_owned()
}

/// Some rows, their cells one after another in one piece of memory. A row of JSON is one cell.
#[derive(Debug, Default)]
pub(super) struct Batch {
    text: String,
    /// Where each cell ends in the text.
    ends: Vec<usize>,
    rows: Vec<Row>,
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    /// Its place among the rows of its input, from 0; rows of blank cells are counted too.
    pub(super) number: u64,
    /// The line it begins in, or its row in a sheet, from 1.
    pub(super) line: u64,
    /// Why it cannot be read.
    pub(super) problem: Option<Problem>,
    /// Which of the ends are those of its cells.
    cells: (usize, usize),
    /// Where its text begins.
    start: usize,
}

/// Why a row cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Problem {
    /// It is longer than any record may be.
    TooLong,
    /// Its bytes are not text in the encoding of the input.
    NotText,
    /// It has this many cells and should have that many.
    Cells(usize, usize),
}

/// Where rows come from.
pub(super) trait Source: Send {
    /// Reads the header row; `None` where rows are JSON and need none.
    fn headers(&mut self) -> Result<Option<Vec<String>>, String>;

    /// Adds the next row, unless there is none.
    fn next(&mut self, batch: &mut Batch) -> Result<bool, String>;

    /// How many bytes of the input were read.
    fn position(&self) -> u64;
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

    /// Adds a row whose cells stand one after another in `text`, each up to one of `ends`.
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

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// How many bytes of text it holds.
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
