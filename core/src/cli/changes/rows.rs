//! The rows of a table that is compared: their keys and results.

use crate::cli::row::{BatchResult, RowLabel};
use crate::cli::worker::Input;
use crate::intake::batch::{Cell, Row};
use crate::json::Node;
use crate::record::Record;
use crate::report::Conclusion;
use crate::table::{Outcome, with_gaps};
use crate::verdict::Verdict;

/// A row whose result is kept to be compared.
#[derive(Debug)]
pub(in crate::cli) struct KeptRow {
    /// The texts of its key columns.
    pub(super) key: Vec<String>,
    pub(super) name: String,
    pub(super) line: u64,
    pub(super) outcome: Outcome,
}

impl BatchResult {
    /// Keeps the result of a row, whose key was selected after the groups.
    fn keep(&mut self, line: u64, name: &str, outcome: Outcome) {
        let key = self.selected.last().cloned().unwrap_or_default();
        self.kept.push(KeptRow { key, name: name.to_owned(), line, outcome });
    }
}

impl Input<'_> {
    /// Keeps the result of a record, if the task compares tables.
    pub(in crate::cli) fn keep_judged(
        &self,
        label: &RowLabel<'_>,
        record: &Record,
        conclusion: Conclusion,
        verdicts: &[Verdict],
        result: &mut BatchResult,
    ) {
        if self.task.key.is_some() {
            let verdicts = with_gaps(record, self.task.parameters, verdicts);
            let outcome = Outcome::judged(conclusion, verdicts);
            result.keep(label.line, label.name.unwrap_or_default(), outcome);
        }
    }

    /// Keeps that a row has a fault.
    pub(in crate::cli) fn keep_faulty(&self, label: &RowLabel<'_>, result: &mut BatchResult) {
        if self.task.key.is_some() {
            result.keep(label.line, label.name.unwrap_or_default(), Outcome::Faulty);
        }
    }

    /// Keeps that a row is no record.
    pub(in crate::cli) fn keep_passed<'b>(
        &self,
        row: Row,
        cells: &(impl Iterator<Item = Cell<'b>> + Clone),
        result: &mut BatchResult,
    ) {
        if self.task.key.is_some() {
            self.select_groups(row.line, &Node::Null, cells, result);
            result.keep(row.line, "", Outcome::Passed);
        }
    }
}
