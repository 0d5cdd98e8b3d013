//! Rows that are no records: totals, remarks, rows with only a name and repeated headers are passed
//! over, as in files, and so are the rows at the top of a table that belong to its header.

use std::ops::Range;

use arrow_array::{Array as _, ArrayRef, RecordBatch};

use super::cell;
use super::{PlanError, PlanErrors};
use crate::block::bits::Bits;
use crate::subjects::Subject;
use crate::table::{
    self, Columns, Note, NotedHeaders, NotedRows, Passed, Quick, RowKind, Rows, brief, is_blank,
    label, says_money, squeezed,
};

/// How the rows of a table are told from records.
#[derive(Debug, Clone)]
pub(super) struct Passing {
    rows: Rows,
    quick: Quick,
    /// The words for the name of a record in a header.
    names: Vec<String>,
    /// The columns that may have a text which says that a row is no record.
    labelled: Vec<usize>,
    /// The columns one of which has a value in each record.
    filled: Vec<usize>,
    /// The rows that belong to the header: what they are, and their texts, joined and folded.
    head: Vec<(Passed, String)>,
}

/// The rows at the top of a table that belong to its header.
#[derive(Debug, Clone, Default)]
pub(super) struct Head {
    rows: Vec<(Passed, String)>,
    /// The unit of each column, or none at all.
    pub(super) units: Vec<String>,
}

impl Head {
    /// Those of a table that begins with these batches.
    pub(super) fn of(first: &[RecordBatch]) -> Self {
        let rows =
            first.iter().flat_map(|batch| (0..batch.num_rows()).map(move |row| (batch, row)));
        let rows: Vec<(&RecordBatch, usize)> = rows.take(HEAD_ROWS).collect();
        let shown = |&(batch, row): &(&'_ RecordBatch, usize)| {
            batch.columns().iter().map(|it| cell::shown(it, row, true).into_owned()).collect()
        };
        let shown: Vec<Vec<String>> = rows.iter().map(shown).collect();
        let texts: Vec<Vec<&str>> =
            shown.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let (head, units) = table::head(&texts.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let head = head.into_iter().zip(rows).zip(&texts);
        let head = head.take_while(|((passed, (batch, row)), _)| is_sure(batch, *row, *passed));
        let head = head.map(|((passed, _), texts)| (passed, squeezed(&texts.concat())));
        let rows: Vec<(Passed, String)> = head.collect();
        let has_units = rows.iter().any(|(passed, _)| *passed == Passed::Units);
        Self { rows, units: if has_units { units } else { Vec::new() } }
    }
}

/// How many rows tell which of them belong to the header: two, and the one below them.
pub const HEAD_ROWS: usize = 3;

/// Numbers in columns of numbers are those of columns only if a label stands before them: 甲.
fn is_sure(batch: &RecordBatch, row: usize, passed: Passed) -> bool {
    let mut filled = batch.columns().iter().filter(|it| !cell::is_blank(it, row, true));
    passed != Passed::Numbering
        || filled.clone().all(|it| cell::text_of(it, row).is_some())
        || filled.next().is_some_and(|it| cell::text_of(it, row).is_some())
}

impl Passing {
    pub(super) fn of(subject: &Subject, columns: &Columns, headers: &[&str]) -> Self {
        let headers: Vec<String> = headers.iter().map(|it| (*it).to_owned()).collect();
        let rows = Rows::of(subject, columns, &headers);
        let labelled = rows.labelled().take(columns.len()).collect();
        let names = rows.names().map(str::to_owned).collect();
        let filled = rows.filled().collect();
        Self { rows, quick: Quick::new(), names, labelled, filled, head: Vec::new() }
    }

    /// Sets the rows that belong to the header.
    pub(super) fn set_head(&mut self, head: Head) {
        self.head = head.rows;
    }

    /// Adds columns whose values identify records.
    pub(super) fn identify_by(&mut self, columns: &[usize]) {
        for column in columns {
            self.rows.identify_by(*column);
        }
        self.filled = self.rows.filled().collect();
    }

    /// The columns that are read only to tell which rows are records, and may be used otherwise, too.
    pub(super) fn labelled(&self) -> &[usize] {
        &self.labelled
    }

    /// The rows of a block that are no records.
    pub(super) fn find(&self, batch: &RecordBatch, rows: &Range<usize>, nan_is_null: bool) -> Bits {
        let mut passed = Bits::NONE;
        let mut add = |at: usize| {
            if self.why(batch, rows.start + at, nan_is_null).is_some() {
                passed.add(at);
            }
        };
        for column in self.labelled.iter().filter_map(|index| batch.columns().get(*index)) {
            cell::each_text(column, rows, |at, text| {
                let candidate = self.quick.may_be(text) && label(text).is_some()
                    || self.names.iter().any(|it| it == text);
                if candidate {
                    add(at);
                }
            });
        }
        if !self.head.is_empty() {
            (0..rows.len()).for_each(&mut add);
        }
        self.unfilled(batch, rows, nan_is_null).each(add);
        passed
    }

    /// The rows of a block that have at most a name.
    fn unfilled(&self, batch: &RecordBatch, rows: &Range<usize>, nan_is_null: bool) -> Bits {
        let mut left = Bits::first(rows.len());
        for column in self.filled.iter().filter_map(|index| batch.columns().get(*index)) {
            if !left.any() {
                break;
            }
            left = left.and(&blank_cells(column, rows, &left, nan_is_null));
        }
        left
    }

    /// Why a row is no record, and the text that says so; `None` for a record.
    pub(super) fn why<'a>(
        &self,
        batch: &'a RecordBatch,
        row: usize,
        nan_is_null: bool,
    ) -> Option<(Passed, &'a str)> {
        let texts = self.labelled.iter().filter_map(|index| batch.columns().get(*index));
        let mut texts = texts.filter_map(|column| cell::text_of(column, row));
        if let Some(passed) = self.in_head(batch, row, nan_is_null) {
            return Some((passed, texts.next().unwrap_or_default()));
        }
        // A value that is no text is like a number: it says nothing about the row.
        let shown = |column: &'a ArrayRef| match cell::text_of(column, row) {
            Some(text) => text,
            None if cell::is_blank(column, row, nan_is_null) => "",
            None => "0",
        };
        match self.rows.kind(batch.columns().iter().map(shown)) {
            RowKind::Passed(passed @ (Passed::Blank | Passed::NameOnly)) => {
                Some((passed, texts.find(|text| !is_blank(text)).unwrap_or_default()))
            }
            RowKind::Passed(passed) => {
                Some((passed, texts.find(|text| label(text).is_some()).unwrap_or_default()))
            }
            RowKind::Record | RowKind::OtherHeader => None,
        }
    }

    /// What a row is that belongs to the header, or repeats such a row.
    fn in_head(&self, batch: &RecordBatch, row: usize, nan_is_null: bool) -> Option<Passed> {
        if self.head.is_empty() {
            return None;
        }
        let cells = batch.columns().iter().map(|it| cell::shown(it, row, nan_is_null));
        let text = squeezed(&cells.collect::<String>());
        self.head.iter().find(|(_, it)| *it == text).map(|(passed, _)| *passed)
    }

    /// Checks a row that is no record, or has faults, for a unit of money.
    ///
    /// # Errors
    /// The row says one, and columns without one are read in yuan.
    pub(super) fn check_units(&self, batch: &RecordBatch, row: usize) -> Result<(), PlanErrors> {
        let bare = self.rows.bare_money();
        if bare.is_empty() {
            return Ok(());
        }
        let columns = self.filled.iter().chain(&self.labelled);
        let columns = columns.filter_map(|index| batch.columns().get(*index));
        let mut texts = columns.filter_map(|column| cell::text_of(column, row));
        texts.find(|text| says_money(text)).map_or(Ok(()), |text| {
            let columns = NotedHeaders::of(bare.iter().map(String::as_str), "");
            Err(PlanErrors(vec![PlanError::UnitBelow { text: brief(text), columns }]))
        })
    }

    /// A note on a row that is passed over; rows are counted from 1 in it.
    ///
    /// # Errors
    /// The row says a unit of money, and columns without one are read in yuan.
    pub(super) fn note(
        &self,
        batch: &RecordBatch,
        row: usize,
        number: usize,
        nan_is_null: bool,
    ) -> Result<Option<Note>, PlanErrors> {
        let Some((passed, text)) = self.why(batch, row, nan_is_null) else { return Ok(None) };
        if !passed.is_of_header() {
            self.check_units(batch, row)?;
        }
        let line = u64::try_from(number).unwrap_or(u64::MAX).saturating_add(1);
        Ok(Some(Note::Passed(passed, NotedRows::one(line, text))))
    }
}

/// Of these rows of a column, those whose cell has no value.
fn blank_cells(column: &ArrayRef, rows: &Range<usize>, left: &Bits, nan_is_null: bool) -> Bits {
    let blank = Bits::not_null(column.nulls(), rows.clone()).not();
    if !cell::may_hide_blank(column, nan_is_null) {
        return blank;
    }
    let mut found = Bits::NONE;
    left.each(|at| {
        if cell::is_blank(column, rows.start + at, nan_is_null) {
            found.add(at);
        }
    });
    found
}
