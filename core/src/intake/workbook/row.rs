//! The row of a sheet that is being read.

use super::merges::Filled;
use crate::input::value::blank;
use crate::intake::batch::{Batch, MAX_COLUMNS, Mark, Problem};
use crate::intake::error::Error;
use crate::json::MAX_TEXT;

/// The cells of the current row: their joined text, where each ends, and what some are besides.
#[derive(Clone, Default)]
pub(super) struct CurrentRow {
    pub(super) text: String,
    ends: Vec<usize>,
    marks: Vec<(usize, Mark)>,
    /// The columns that have the value of a merged cell, with its row.
    merged: Vec<(usize, u64)>,
    too_long: bool,
}

impl CurrentRow {
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
        self.marks.clear();
        self.merged.clear();
        self.too_long = false;
    }

    /// Fills the row with blank cells up to a column, by default the next; it must not be one that was
    /// reached before.
    pub(super) fn reach(&mut self, column: Option<usize>, line: u64) -> Result<(), Error> {
        let next = self.ends.len();
        let column = column.unwrap_or(next);
        if column < next {
            return Err(Error::Disordered { line });
        }
        if MAX_COLUMNS <= column {
            return Err(Error::TooManyColumns);
        }
        self.ends.resize(column, self.text.len());
        Ok(())
    }

    /// Ends a cell, whose text was appended.
    pub(super) fn end_cell(&mut self, mark: Option<Mark>) {
        self.marks.extend(mark.map(|mark| (self.ends.len(), mark)));
        self.ends.push(self.text.len());
        // A row that is too long is read to its end, but not kept.
        self.too_long |= MAX_TEXT < self.text.len();
        if self.too_long {
            self.text.clear();
            self.marks.clear();
        }
    }

    pub(super) fn is_blank(&self) -> bool {
        !self.too_long && self.text.chars().all(blank)
    }

    /// The text and the mark of a cell.
    pub(super) fn cell(&self, column: usize) -> (&str, Option<Mark>) {
        let start = column.checked_sub(1).and_then(|it| self.ends.get(it)).copied();
        let end = self.ends.get(column).copied();
        let text = end.and_then(|end| self.text.get(start.unwrap_or_default()..end));
        let mark = self.marks.binary_search_by_key(&column, |it| it.0).ok();
        let mark = mark.and_then(|at| self.marks.get(at)).map(|it| it.1);
        (text.unwrap_or_default(), mark)
    }

    pub(super) fn set_mark(&mut self, column: usize, mark: Mark) {
        match self.marks.binary_search_by_key(&column, |it| it.0) {
            Ok(at) => self.marks.splice(at..=at, [(column, mark)]).for_each(drop),
            Err(at) => self.marks.insert(at, (column, mark)),
        }
    }

    /// Gives blank cells the values of merged cells above them.
    pub(super) fn fill(&mut self, filled: Vec<Filled>) {
        let last = filled.iter().map(|it| it.column + 1).max().unwrap_or_default();
        self.ends.resize(self.ends.len().max(last), self.text.len());
        let (mut text, mut ends) = (String::new(), Vec::with_capacity(self.ends.len()));
        let mut filled = filled.into_iter().peekable();
        let mut marks = Vec::new();
        for column in 0..self.ends.len() {
            if let Some(value) = filled.next_if(|it| it.column == column) {
                text.push_str(&value.text);
                self.merged.push((column, value.from));
                marks.extend(value.mark.map(|mark| (column, mark)));
            } else {
                text.push_str(self.cell(column).0);
            }
            ends.push(text.len());
        }
        self.text = text;
        self.ends = ends;
        for (column, mark) in marks {
            self.set_mark(column, mark);
        }
    }

    fn trim(&mut self) {
        let mut cells = self.ends.len();
        while cells.checked_sub(1).is_some_and(|last| self.cell(last).0.chars().all(blank)) {
            cells -= 1;
        }
        self.ends.truncate(cells);
        self.text.truncate(self.ends.last().copied().unwrap_or_default());
    }

    /// Appends the row to a batch.
    pub(super) fn push_to(&mut self, batch: &mut Batch, line: u64, hidden: bool) {
        let number = line.saturating_sub(1);
        if self.too_long {
            batch.push(number, line, Some(Problem::TooLong), [].into_iter());
        } else {
            self.trim();
            batch.push_joined(number, line, None, &self.text, &self.ends);
            for &(column, mark) in &self.marks {
                batch.mark(column, mark);
            }
            for &(column, from) in &self.merged {
                batch.merge(column, from);
            }
        }
        if hidden {
            batch.hide();
        }
    }
}
