//! Rows that are no records: totals, remarks and repeated headers are passed over, as in files.
//!
//! A row of a frame without any text that says so is a record, even if it has only a name: there are
//! no blank lines in a frame.

use std::ops::Range;

use arrow_array::{ArrayRef, RecordBatch};

use super::bits::Bits;
use super::cell;
use crate::subjects::Subject;
use crate::table::{Columns, Note, NotedRows, Passed, Quick, RowKind, Rows, label};

/// How the rows of a table are told from records.
#[derive(Debug, Clone)]
pub(super) struct Passing {
    rows: Rows,
    quick: Quick,
    /// The words for the name of a record in a header.
    names: Vec<String>,
    /// The columns that may have a text which says that a row is no record.
    labelled: Vec<usize>,
}

impl Passing {
    pub(super) fn of(subject: &Subject, columns: &Columns, headers: &[&str]) -> Self {
        let headers: Vec<String> = headers.iter().map(|it| (*it).to_owned()).collect();
        let rows = Rows::of(subject, columns, &headers);
        let labelled = rows.labelled().take(columns.len()).collect();
        let names = rows.names().map(str::to_owned).collect();
        Self { rows, quick: Quick::new(), names, labelled }
    }

    /// The columns that are read only to tell which rows are records, and may be used otherwise, too.
    pub(super) fn labelled(&self) -> &[usize] {
        &self.labelled
    }

    /// The rows of a block that are no records.
    pub(super) fn find(&self, batch: &RecordBatch, rows: &Range<usize>) -> Bits {
        let mut passed = Bits::NONE;
        for column in self.labelled.iter().filter_map(|index| batch.columns().get(*index)) {
            cell::each_text(column, rows, |at, text| {
                let candidate = self.quick.may_be(text) && label(text).is_some()
                    || self.names.iter().any(|it| it == text);
                if candidate && self.why(batch, rows.start + at).is_some() {
                    passed.add(at);
                }
            });
        }
        passed
    }

    /// Why a row is no record, and the text that says so; `None` for a record.
    pub(super) fn why<'a>(&self, batch: &'a RecordBatch, row: usize) -> Option<(Passed, &'a str)> {
        // A value that is no text is like a number: it says nothing about the row.
        let shown = |column: &'a ArrayRef| match cell::text_of(column, row) {
            Some(text) => text,
            None if cell::is_missing(column, row) => "",
            None => "0",
        };
        let cells = batch.columns().iter().map(shown);
        let RowKind::Passed(passed) = self.rows.kind(cells) else { return None };
        let named = match passed {
            Passed::Total | Passed::Remark | Passed::Page | Passed::Header => true,
            Passed::Blank
            | Passed::NameOnly
            | Passed::Numbering
            | Passed::Units
            | Passed::Example
            | Passed::Skipped => false,
        };
        let texts = self.labelled.iter().filter_map(|index| batch.columns().get(*index));
        let mut texts = texts.filter_map(|column| cell::text_of(column, row));
        let text = texts.find(|text| label(text).is_some()).unwrap_or_default();
        named.then_some((passed, text))
    }

    /// A note on a row that is passed over; rows are counted from 1 in it.
    pub(super) fn note(&self, batch: &RecordBatch, row: usize, number: usize) -> Option<Note> {
        let (passed, text) = self.why(batch, row)?;
        let line = u64::try_from(number).unwrap_or(u64::MAX).saturating_add(1);
        Some(Note::Passed(passed, NotedRows::one(line, text)))
    }
}
