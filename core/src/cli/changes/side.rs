//! One of the two tables, while it is read.

use std::path::Path;

use super::KeptRow;
use crate::cli::console::Stop;
use crate::cli::notes::FileNote;
use crate::cli::output::Sink;
use crate::cli::row::BatchResult;
use crate::cli::summary::InputSummary;
use crate::intake::layout::Layout;
use crate::table::{Comparison, Register};

/// What the rows of a table are added to.
pub(super) trait Rows {
    fn add(&mut self, row: KeptRow);
}

/// The results of the old table are kept.
impl Rows for Register {
    fn add(&mut self, row: KeptRow) {
        self.add(row.key.iter().map(String::as_str), &row.name, row.line, row.outcome);
    }
}

/// The rows of the new table are compared as they come.
impl Rows for Comparison {
    fn add(&mut self, row: KeptRow) {
        self.add(row.key.iter().map(String::as_str), &row.name, row.line, &row.outcome);
    }
}

/// One of the two tables.
pub(super) struct Side<'a, T> {
    pub(super) rows: T,
    pub(super) read: ReadSide<'a>,
}

/// How a table was read.
pub(super) struct ReadSide<'a> {
    pub(super) path: &'a Path,
    /// How each of its sheets was read.
    pub(super) inputs: Vec<InputSummary>,
    pub(super) notes: Vec<FileNote>,
    /// The first invalid rows, in words.
    pub(super) faults: Vec<String>,
    limit: usize,
}

impl<'a, T> Side<'a, T> {
    /// `limit` is the most invalid rows that are shown.
    pub(super) fn new(rows: T, path: &'a Path, limit: usize) -> Self {
        let (inputs, notes, faults) = (Vec::new(), Vec::new(), Vec::new());
        Self { rows, read: ReadSide { path, inputs, notes, faults, limit } }
    }
}

impl ReadSide<'_> {
    /// The number of records, faulty ones included.
    pub(super) fn records(&self) -> u64 {
        self.inputs.iter().map(|it| it.records).sum()
    }

    pub(super) fn faulty(&self) -> u64 {
        self.inputs.iter().map(|it| it.faulty).sum()
    }

    pub(super) fn passed(&self) -> u64 {
        self.inputs.iter().map(|it| it.passed).sum()
    }
}

impl<T: Rows> Sink for Side<'_, T> {
    fn begin(&mut self, _: &str, layout: Option<&Layout>, sheet: Option<&str>) {
        self.read.inputs.push(InputSummary {
            name: None,
            sheet: sheet.map(str::to_owned),
            table: layout.map(|it| (it.header, it.columns.targets().count(), it.columns.len())),
            records: 0,
            faulty: 0,
            passed: 0,
        });
    }

    fn note(&mut self, note: FileNote) {
        self.read.notes.push(note);
    }

    fn add(&mut self, result: BatchResult) -> Result<(), Stop> {
        if let Some(input) = self.read.inputs.last_mut() {
            input.records += result.tally.judged() + result.tally.faulty;
            input.faulty += result.tally.faulty;
            input.passed += result.tally.passed;
        }
        let left = self.read.limit.saturating_sub(self.read.faults.len());
        self.read.faults.extend(result.faulty.into_iter().take(left));
        result.kept.into_iter().for_each(|row| self.rows.add(row));
        Ok(())
    }

    fn has_enough(&self) -> bool {
        true
    }

    fn is_file(&self) -> bool {
        false
    }
}
