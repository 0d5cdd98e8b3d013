//! What a worker makes of rows.

use super::changes::KeptRow;
use super::child::ChildRow;
use super::tally::Tally;
use super::worker::Task;
use crate::field::{Field, Kind};
use crate::intake::Error;
use crate::intake::repeats::Names;
use crate::subjects::Subject;
use crate::table::{Groups, Note, NoteCounts, NotedRows, Passed};

/// How a row is referred to in the output.
pub(super) struct RowLabel<'a> {
    /// Its index among all rows of all inputs.
    pub(super) number: u64,
    /// The line on which it begins, or its row in a sheet, counted from 1.
    pub(super) line: u64,
    /// The name of its input, if there are several.
    pub(super) input: Option<&'a str>,
    /// The name of the record; empty if it has none, `None` if records of its subject have none.
    pub(super) name: Option<&'a str>,
}

/// The key of the fact that names a record.
pub(super) fn name_key(subject: &Subject) -> Option<&'static str> {
    subject.fields().iter().find(|it| matches!(it.kind, Kind::Text)).map(Field::key)
}

/// A cell of a table of results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell<Text> {
    /// Digits written by this program.
    Figure(Text),
    /// Text, which may come from the input.
    Text(Text),
}

impl Cell<&str> {
    pub(super) fn to_owned(&self) -> Cell<String> {
        match *self {
            Self::Figure(text) => Cell::Figure(text.to_owned()),
            Self::Text(text) => Cell::Text(text.to_owned()),
        }
    }
}

/// The results of a batch.
pub(super) struct BatchResult {
    pub(super) tally: Tally,
    /// Lines of output.
    pub(super) text: String,
    /// The first failing records and the first invalid rows, formatted for the summary.
    pub(super) failing: Vec<String>,
    pub(super) faulty: Vec<String>,
    /// The first record of all inputs in full, for a summary of a single one.
    pub(super) first: Option<String>,
    /// Rows for the first two sheets of the workbook.
    pub(super) table: Vec<Vec<Cell<String>>>,
    pub(super) problems: Vec<Vec<Cell<String>>>,
    /// The number that follows that of the last row.
    pub(super) next: u64,
    /// The number of bytes of the input read so far.
    pub(super) position: u64,
    /// Why the rest of the input could not be read.
    pub(super) error: Option<Error>,
    /// The key of a member of a JSON text in whose list the records seem to be.
    pub(super) wrapped: Option<String>,
    /// For each column, the cells to be noted.
    pub(super) counts: Vec<NoteCounts>,
    /// Other notes.
    pub(super) notes: Vec<Note>,
    /// The names of the records.
    pub(super) names: Names,
    /// The records counted by the values of columns, for each way to group them.
    pub(super) groups: Vec<Groups>,
    /// The values by which the current row is grouped, for each of these.
    pub(super) selected: Vec<Vec<String>>,
    /// The rows that are kept to be compared with another table.
    pub(super) kept: Vec<KeptRow>,
    /// The rows of a child table.
    pub(super) child_rows: Vec<ChildRow>,
}

impl BatchResult {
    /// An empty result for a table with this number of columns.
    pub(super) fn of(task: &Task<'_>, columns: usize) -> Self {
        Self {
            tally: Tally::of(task.subject.rules().len()),
            text: String::new(),
            failing: Vec::new(),
            faulty: Vec::new(),
            first: None,
            table: Vec::new(),
            problems: Vec::new(),
            next: 0,
            position: 0,
            error: None,
            wrapped: None,
            counts: vec![NoteCounts::NONE; columns],
            notes: Vec::new(),
            names: Names::default(),
            groups: task.groups.iter().map(Groups::emptied).collect(),
            selected: Vec::new(),
            kept: Vec::new(),
            child_rows: Vec::new(),
        }
    }

    /// Adds a note.
    pub(super) fn note(&mut self, note: Note) {
        Note::merge(&mut self.notes, [note]);
    }

    /// Passes over a row that is no record.
    pub(super) fn pass(&mut self, passed: Passed, line: u64, text: &str) {
        self.tally.passed += 1;
        self.note(Note::Passed(passed, NotedRows::one(line, text)));
    }
}
