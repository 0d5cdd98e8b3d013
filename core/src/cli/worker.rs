//! What one worker does: it judges the rows of a batch.

use std::borrow::Cow;
use std::sync::atomic::AtomicBool;

use super::cells::{Cells, not_a_record, too_many};
use super::child::Twice;
use super::faulty::Faulty;
use super::groups::Place;
use super::output::Form;
use super::passing::State;
use super::row::{BatchResult, RowLabel, name_key};
use crate::fault::Faults;
use crate::intake::batch::{Batch, Cell, Problem, Row};
use crate::intake::layout::{Layout, Lines};
use crate::json::{self, Node};
use crate::parameters::Parameters;
use crate::record::Record;
use crate::subjects::Subject;
use crate::table::{Children, Columns, Groups, Note, NotedRows, Options, WideColumn, with_faults};
use crate::text::Language;

/// What a run of the command asks for.
pub(super) struct Task<'a> {
    pub(super) subject: &'static Subject,
    pub(super) parameters: &'a Parameters,
    pub(super) form: Form,
    pub(super) language: Language,
    /// How many failing records, and how many invalid rows, the summary shows.
    pub(super) limit: usize,
    /// What options say about headers and cells.
    pub(super) table: Options,
    /// The columns of the wide table.
    pub(super) columns: Vec<WideColumn>,
    /// Whether the wide table says what is contested.
    pub(super) contested: bool,
    /// Whether a record that explains what it does not meet is no failure.
    pub(super) accept_explained: bool,
    /// The ways to group records, without any group.
    pub(super) groups: Vec<Groups>,
    /// The tables with items of list facts.
    pub(super) children: Vec<Children>,
    /// The names of the columns that identify rows, if tables are compared: the rows are kept.
    pub(super) key: Option<Vec<String>>,
    /// Whether as many failing records as that were found already.
    pub(super) enough: AtomicBool,
    /// Whether there are several inputs, so that rows name theirs.
    pub(super) several: bool,
}

/// One input of a task.
pub(super) struct Input<'a> {
    pub(super) task: &'a Task<'a>,
    /// The layout of a table; `None` if rows are JSON.
    pub(super) layout: Option<&'a Layout>,
    /// Lines that are passed over.
    pub(super) skip: &'a Lines,
    /// The name of the input, if there are several.
    pub(super) name: Option<&'a str>,
    /// Whether amounts in cells of numbers are rounded to whole fen.
    pub(super) round_money: bool,
    /// Where the values are by which records are grouped.
    pub(super) by: Vec<Vec<Place>>,
    /// The columns of keys, one for each child table.
    pub(super) keys: Vec<usize>,
    /// The column of keys if the rows are those of a child table, which are kept and not judged.
    pub(super) child_key: Option<usize>,
    /// The number of its first row below the header.
    pub(super) first: u64,
    /// The number of rows of the inputs before it.
    pub(super) base: u64,
}

impl<'a> Input<'a> {
    /// Judges every row of a batch. `twice` are its rows with the key of an earlier row.
    pub(super) fn judge(&self, batch: &Batch, twice: &[Twice]) -> BatchResult {
        let mut result = self.no_result();
        let mut state = State::of(self.layout, twice);
        self.judge_rows(batch.rows(), &mut state, &mut result);
        state.push_notes(self.layout, &mut result);
        result
    }

    /// The result of no rows.
    pub(super) fn no_result(&self) -> BatchResult {
        let columns = self.columns().map_or(0, Columns::len);
        BatchResult { next: self.base, ..BatchResult::of(self.task, columns) }
    }

    /// Judges rows one by one.
    pub(super) fn judge_rows<'b>(
        &self,
        rows: impl Iterator<Item = (Row, impl Iterator<Item = Cell<'b>> + Clone)>,
        state: &mut State<'_>,
        result: &mut BatchResult,
    ) where
        'a: 'b,
    {
        for (row, cells) in rows {
            result.next = self.number(row.number) + 1;
            let cells = cells.map(|cell| cell.below(self.first));
            if self.is_no_record(row, cells.clone(), state, result) {
                self.keep_passed(row, &cells, result);
            } else {
                self.row(row, cells, state, result);
            }
            if result.error.is_some() {
                break;
            }
        }
    }

    /// The index among all rows of all inputs of the row with this number in its own input.
    pub(super) fn number(&self, number: u64) -> u64 {
        self.base + number.saturating_sub(self.first)
    }

    /// A row of a table that is not a record: its name, if it has one.
    fn unjudged<'b>(&self, mut cells: impl Iterator<Item = Cell<'b>>) -> Node<'b> {
        let name = name_key(self.task.subject).and_then(|key| {
            let (column, _) = self.columns()?.targets().find(|(_, target)| target.key() == key)?;
            Some((Cow::Borrowed(key), Node::Text(cells.nth(column)?.text.into())))
        });
        Node::Map(name.into_iter().collect())
    }

    /// Judges a row.
    fn row<'b>(
        &self,
        mut row: Row,
        mut cells: impl Iterator<Item = Cell<'b>> + Clone,
        state: &mut State<'_>,
        result: &mut BatchResult,
    ) where
        'a: 'b,
    {
        let subject = self.task.subject;
        let mut read = Cells::default();
        let raw = cells.clone();
        let mut json = || cells.next().map_or("", |cell| cell.text);
        let (node, parsed) = match (row.problem, self.columns()) {
            (Some(Problem::NotText), None) => parse_json(subject, before_replacement(json())),
            (None, None) => parse_json(subject, json()),
            (Some(problem), _) => (self.unjudged(raw.clone()), Err(not_a_record(problem, cells))),
            (None, Some(columns)) => {
                row.problem = too_many(columns, cells.clone());
                if let Some(problem) = row.problem {
                    (self.unjudged(raw.clone()), Err(not_a_record(problem, cells)))
                } else {
                    read = self.read(columns, row.line, cells, &mut result.counts);
                    let texts = || read.texts.iter().map(AsRef::as_ref);
                    let mut node = columns.node_of(texts(), Some(row.line), &mut result.counts);
                    let of_children = self.join_children(row, &raw, &mut node, state.twice, result);
                    let parsed = subject.parse_node(&node);
                    if parsed.is_err() && self.is_header(row, texts(), result) {
                        return;
                    }
                    let parsed = read.with_problems(parsed, subject);
                    (node, with_faults(parsed, of_children))
                }
            }
        };
        self.select_groups(row.line, &node, &raw, result);
        let label = self.label(row, &node);
        if row.hidden {
            result.note(Note::HiddenRows(NotedRows::one(row.line, "")));
        }
        match parsed {
            parsed if self.child_key.is_some() => {
                let parsed = parsed.map_err(|faults| self.explained(faults, row, &read));
                result.child_rows.extend(self.child_row(row, raw, parsed));
            }
            Ok(record) => {
                self.named(&label, &record, result);
                self.record(&label, &record, &mut state.verdicts, result);
            }
            Err(faults) => {
                let faults = self.explained(faults, row, &read);
                let helps = faults.iter().map(|it| self.help(it, |it| read.near_fen(it)));
                let places = faults.iter().filter_map(|it| self.place(it, raw.clone(), &read));
                let row_faults = Faulty {
                    faults: &faults,
                    problem: row.problem,
                    places: places.collect(),
                    helps: helps.collect(),
                };
                self.faulty(&label, &row_faults, result);
            }
        }
    }

    /// The faults of a row, with what the texts of its cells tell about them.
    fn explained(&self, mut faults: Faults, row: Row, read: &Cells<'_>) -> Faults {
        if let Some(columns) = self.columns().filter(|_| row.problem.is_none()) {
            let text = |at| read.texts.get(at).map(AsRef::as_ref);
            faults.0.iter_mut().for_each(|fault| columns.explain(fault, text));
        }
        faults
    }

    /// The columns of a table; `None` if rows are JSON.
    pub(super) fn columns(&self) -> Option<&Columns> {
        self.layout.map(|it| &it.columns)
    }

    fn label<'n>(&'n self, row: Row, node: &'n Node<'_>) -> RowLabel<'n> {
        let name = name_key(self.task.subject).and_then(|key| {
            let Node::Map(members) = node else { return None };
            let (_, name) = members.iter().find(|(name, _)| name == key)?;
            if let Node::Text(name) = name { Some(name.as_ref()) } else { None }
        });
        let (number, line) = (self.number(row.number), row.line);
        let name = name_key(self.task.subject).map(|_| name.unwrap_or_default());
        RowLabel { number, line, input: self.name, name }
    }
}

/// Parses a record; also returns its JSON value, which holds its name.
fn parse_json<'a>(subject: &'static Subject, text: &'a str) -> (Node<'a>, Result<Record, Faults>) {
    match json::parse(text) {
        Ok(node) => {
            let parsed = subject.parse_node(&node);
            (node, parsed)
        }
        Err(_) => (Node::Null, subject.parse(text)),
    }
}

/// A text up to and including its first replacement character. No JSON text ends with one, so the
/// fault is that of a text which breaks off there.
fn before_replacement(text: &str) -> &str {
    let mark = '\u{fffd}';
    let end = text.find(mark).map_or(text.len(), |at| at + mark.len_utf8());
    text.get(..end).unwrap_or(text)
}
