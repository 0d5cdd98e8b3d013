//! What one worker does: it judges the rows of a batch.

use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};

use super::faulty::{Faulty, Place};
use super::output::Form;
use super::passing::State;
use super::row::{BatchResult, RowLabel, name_key};
use super::tally::Tally;
use super::{summary, wide_table, workbook};
use crate::fault::{CellProblem, Code, Fault, Faults};
use crate::input::value::blank;
use crate::intake::batch::{Batch, Cell, Problem, Row};
use crate::intake::layout::{Layout, Lines};
use crate::intake::mark::Reading;
use crate::intake::repeats::Names;
use crate::json::{self, Node, push_text};
use crate::judge::Time;
use crate::parameters::Parameters;
use crate::quantity::decimal::push_scaled;
use crate::record::Record;
use crate::report::{self, Conclusion};
use crate::subjects::Subject;
use crate::table::{Columns, Note, NoteCounts, NotedRows, Target, WideColumn, round_money_help};
use crate::text::Language;
use crate::verdict::Verdict;

/// What a run of the command asks for.
pub(super) struct Task<'a> {
    pub(super) subject: &'static Subject,
    pub(super) parameters: &'a Parameters,
    pub(super) form: Form,
    pub(super) language: Language,
    /// How many failing records, and how many invalid rows, the summary shows.
    pub(super) limit: usize,
    /// The columns of the wide table.
    pub(super) columns: Vec<WideColumn>,
    /// Whether the wide table says what is contested.
    pub(super) contested: bool,
    /// Whether a record that explains what it does not meet is no failure.
    pub(super) accept_explained: bool,
    /// Whether as many failing records as that were found already.
    pub(super) enough: AtomicBool,
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
    /// The number of its first row below the header.
    pub(super) first: u64,
    /// The number of rows of the inputs before it.
    pub(super) base: u64,
}

impl<'a> Input<'a> {
    /// Judges every row of a batch.
    pub(super) fn judge(&self, batch: &Batch) -> BatchResult {
        let subject = self.task.subject;
        let mut result = BatchResult {
            tally: Tally::of(subject.rules().len()),
            text: String::new(),
            failing: Vec::new(),
            faulty: Vec::new(),
            first: None,
            table: Vec::new(),
            problems: Vec::new(),
            next: self.base,
            position: 0,
            error: None,
            wrapped: None,
            counts: vec![NoteCounts::NONE; self.columns().map_or(0, Columns::len)],
            notes: Vec::new(),
            names: Names::default(),
        };
        let mut state = State::of(self.layout);
        for (row, cells) in batch.rows() {
            let number = self.base + row.number.saturating_sub(self.first);
            result.next = number + 1;
            // What is merged with the header is no value.
            let cells = cells.map(|cell| match cell.merged_from {
                Some(from) if from <= self.first => {
                    Cell { text: "", mark: None, merged_from: None }
                }
                Some(_) | None => cell,
            });
            if !self.is_no_record(row, cells.clone(), &mut state, &mut result) {
                self.row(row, cells, &mut state, &mut result);
            }
            if result.error.is_some() {
                break;
            }
        }
        state.push_notes(self.layout, &mut result);
        result
    }

    /// A row of a table that is not a record: its name, if it has one.
    fn unjudged<'b>(&self, mut cells: impl Iterator<Item = Cell<'b>>) -> Node<'b> {
        let name = name_key(self.task.subject).and_then(|key| {
            let (column, _) = self.columns()?.targets().find(|(_, target)| target.key() == key)?;
            Some((Cow::Borrowed(key), Node::Text(cells.nth(column)?.text.into())))
        });
        Node::Map(name.into_iter().collect())
    }

    /// The cell that a fault is about, with a number as its column reads it; `None` if rows are JSON.
    fn place<'c, 'b: 'c>(
        &self,
        fault: &Fault,
        mut raw: impl Iterator<Item = Cell<'b>>,
        read: &'c Cells<'_>,
    ) -> Option<Place<'c>>
    where
        'a: 'c,
    {
        let columns = self.columns()?;
        let key = fault.pointer.split('/').nth(1);
        let mut targets = columns.targets();
        let found = targets.find(|(_, target)| key == Some(target.key()));
        Some(found.map_or_else(Place::default, |(column, _)| {
            Place {
                column: self.layout.and_then(|it| it.headers.get(column)).map(String::as_str),
                cell: read
                    .texts
                    .get(column)
                    // A cell without a certain value was not read.
                    .filter(|_| fault.cell.is_none())
                    .map(AsRef::as_ref)
                    .or_else(|| raw.nth(column).map(|cell| cell.text)),
            }
        }))
    }

    /// Judges a row.
    fn row<'b>(
        &self,
        mut row: Row,
        mut cells: impl Iterator<Item = Cell<'b>> + Clone,
        state: &mut State,
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
                    let node = columns.node_of(texts(), Some(row.line), &mut result.counts);
                    let parsed = subject.parse_node(&node);
                    if parsed.is_err() && self.is_header(row, texts(), result) {
                        return;
                    }
                    (node, read.with_problems(parsed, subject))
                }
            }
        };
        let label = self.label(row, &node);
        if row.hidden {
            result.note(Note::HiddenRows(NotedRows::one(row.line, "")));
        }
        match parsed {
            Ok(record) => {
                self.named(&label, &record, result);
                self.record(&label, &record, &mut state.verdicts, result);
            }
            Err(mut faults) => {
                if let Some(columns) = self.columns().filter(|_| row.problem.is_none()) {
                    let text = |at| read.texts.get(at).map(AsRef::as_ref);
                    faults.0.iter_mut().for_each(|fault| columns.explain(fault, text));
                }
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

    /// The columns of a table; `None` if rows are JSON.
    fn columns(&self) -> Option<&Columns> {
        self.layout.map(|it| &it.columns)
    }

    /// The texts of the cells of a line, with numbers as their columns have them.
    fn read<'b>(
        &self,
        columns: &Columns,
        line: u64,
        cells: impl Iterator<Item = Cell<'b>>,
        counts: &mut [NoteCounts],
    ) -> Cells<'b> {
        let mut read = Cells::default();
        for (column, cell) in cells.enumerate() {
            let Some(target) = columns.target(column) else {
                read.texts.push(cell.text.into());
                continue;
            };
            if cell.merged_from.is_some()
                && let Some(counts) = counts.get_mut(column)
            {
                counts.add_merged(line);
            }
            let text = match Reading::of(cell, target, self.round_money) {
                Reading::Text(text) => text.into(),
                Reading::Number(number) => {
                    if let Some(counts) = counts.get_mut(column) {
                        counts.add(&number, self.round_money);
                    }
                    read.near.extend(number.fen.map(|fen| (column, fen)));
                    number.text.into()
                }
                Reading::Problem(problem) => {
                    read.problems.push((target, problem, cell.text));
                    // A name, even one that is not certain, tells which row has the fault.
                    if target.is_text() { cell.text.into() } else { "".into() }
                }
            };
            read.texts.push(text);
        }
        read
    }

    fn label<'n>(&'n self, row: Row, node: &'n Node<'_>) -> RowLabel<'n> {
        let name = name_key(self.task.subject).and_then(|key| {
            let Node::Map(members) = node else { return None };
            let (_, name) = members.iter().find(|(name, _)| name == key)?;
            if let Node::Text(name) = name { Some(name.as_ref()) } else { None }
        });
        let (number, line) = (self.base + row.number.saturating_sub(self.first), row.line);
        let name = name_key(self.task.subject).map(|_| name.unwrap_or_default());
        RowLabel { number, line, input: self.name, name }
    }

    fn record(
        &self,
        label: &RowLabel<'_>,
        record: &Record,
        verdicts: &mut Vec<Verdict>,
        result: &mut BatchResult,
    ) {
        let Task { subject, parameters, language, limit, .. } = *self.task;
        let report = || record.check(parameters);
        verdicts.clear();
        let dated_by = subject.shape.dated_by;
        result.tally.undated += u64::from(dated_by.is_some_and(|it| record.number(it).is_none()));
        let time = Time::of(subject, parameters);
        let outside = time.and_then(|it| it.year_outside(subject, record.number(it.fact)));
        if matches!(self.task.form, Form::Json | Form::Ndjson) {
            // These write the whole report, so the verdicts are taken from it.
            let report = report();
            verdicts.extend(report.findings.iter().map(|finding| finding.verdict));
            result.tally.count(report.conclusion, outside, verdicts);
            self.push_answer(label, result, |out| report.write_answer(out));
            return;
        }
        verdicts.extend(record.verdicts(parameters).map(|(_, verdict)| verdict));
        let conclusion = conclude(subject, record, parameters, verdicts);
        result.tally.count(conclusion, outside, verdicts);
        let columns = &self.task.columns;
        let contested = self.task.contested.then(report);
        let contested = contested.as_ref();
        let row = || wide_table::Judged {
            parameters,
            record,
            verdicts,
            conclusion,
            columns,
            contested,
            words: (self.task.form == Form::Xlsx).then_some(language),
        };
        match self.task.form {
            Form::Csv => wide_table::push_judged(&mut result.text, label, &row()),
            Form::Xlsx => {
                result.table.push(wide_table::judged(label, &row()));
                workbook::push_problems(label, &report(), language, &mut result.problems);
            }
            Form::Text | Form::Json | Form::Ndjson => {
                // The only record of all inputs is the first of its batch.
                if result.tally.judged() == 1 && limit > 0 {
                    result.first = Some(summary::only(label, &report(), language));
                }
                let within = outside.is_none();
                let shown = Tally::fails(conclusion, within, self.task.accept_explained)
                    && result.failing.len() < limit
                    && !self.task.enough.load(Ordering::Relaxed);
                if shown {
                    result.failing.push(summary::failing(label, &report(), language));
                }
            }
        }
    }

    fn faulty(&self, label: &RowLabel<'_>, faulty: &Faulty<'_>, result: &mut BatchResult) {
        let Task { language, limit, ref columns, .. } = *self.task;
        result.tally.faulty += 1;
        if self.columns().is_none() {
            // A list of objects in a member that is no fact: {"data": [{…}, {…}]}.
            let wraps = |it: &&Fault| it.code == Code::UnknownKey && it.given.starts_with("[{");
            let key = faulty.faults.iter().find(wraps).and_then(|it| it.pointer.strip_prefix('/'));
            result.wrapped = result.wrapped.take().or(key.map(str::to_owned));
        }
        match self.task.form {
            Form::Json | Form::Ndjson => {
                self.push_answer(label, result, |out| faulty.push_answer(out));
            }
            Form::Csv => {
                let out = &mut result.text;
                wide_table::push_faulty(out, label, columns, faulty, language);
            }
            Form::Xlsx => {
                let row = wide_table::faulty(label, columns, faulty, language);
                result.table.push(row);
                workbook::push_faults(label, faulty, language, &mut result.problems);
            }
            Form::Text => {
                if result.faulty.len() < limit {
                    result.faulty.push(summary::faulty(label, faulty, language));
                }
            }
        }
    }

    /// What else helps with a fault. `near_fen` returns the fen to which the amount in a column is rounded.
    fn help(&self, fault: &Fault, near_fen: impl Fn(usize) -> Option<i64>) -> Option<String> {
        let language = self.task.language;
        let mut columns = self.columns()?.targets();
        let key = fault.pointer.strip_prefix('/').filter(|_| fault.code == Code::NotMoney)?;
        let (column, _) = columns.find(|(_, target)| target.key() == key)?;
        Some(round_money_help("--round-money", near_fen(column)?, language))
    }

    /// Writes an answer. Its first members say which row it is of.
    fn push_answer(
        &self,
        label: &RowLabel<'_>,
        result: &mut BatchResult,
        write: impl Fn(&mut String),
    ) {
        let list = self.task.form == Form::Json;
        if list && !result.text.is_empty() {
            result.text.push_str(",\n");
        }
        let mut answer = String::with_capacity(24 * 1024);
        write(&mut answer);
        result.text.push_str("{\"row\":");
        push_scaled(&mut result.text, i64::try_from(label.number).unwrap_or(i64::MAX), 0);
        if let Some(input) = label.input {
            result.text.push_str(",\"file\":");
            push_text(&mut result.text, input);
        }
        result.text.push_str(",\"line\":");
        push_scaled(&mut result.text, i64::try_from(label.line).unwrap_or(i64::MAX), 0);
        if let Some(name) = label.name.filter(|name| !name.is_empty()) {
            result.text.push_str(",\"name\":");
            push_text(&mut result.text, name);
        }
        result.text.push(',');
        result.text.push_str(answer.strip_prefix('{').unwrap_or(&answer));
        if !list {
            result.text.push('\n');
        }
    }
}

/// The cells of a row, as their columns read them.
#[derive(Default)]
struct Cells<'a> {
    texts: Vec<Cow<'a, str>>,
    /// The columns with an amount that `--round-money` would round, and to which number of fen.
    near: Vec<(usize, i64)>,
    /// The cells of columns that are used, but have no certain value, with their texts.
    problems: Vec<(Target, CellProblem, &'a str)>,
}

impl Cells<'_> {
    /// Adds the faults of the cells without a certain value to those of the record, in the order of the
    /// fields.
    fn with_problems(
        &self,
        parsed: Result<Record, Faults>,
        subject: &Subject,
    ) -> Result<Record, Faults> {
        if self.problems.is_empty() {
            return parsed;
        }
        let mut faults = parsed.err().unwrap_or_default();
        let pointer = |target: Target| ["/", target.key()].concat();
        let has_problem =
            |fault: &Fault| self.problems.iter().any(|it| pointer(it.0) == fault.pointer);
        faults.0.retain(|fault| !has_problem(fault));
        faults.extend(self.problems.iter().map(|&(target, problem, text)| Fault {
            pointer: pointer(target),
            code: Code::UnreadableCell,
            given: Node::Text(text.into()).excerpt(),
            field: target.field(),
            cell: Some(problem),
            ..Fault::default()
        }));
        let place = |fault: &Fault| {
            let key = fault.pointer.get(1..).and_then(|it| it.split('/').next());
            subject.fields().iter().position(|field| Some(field.key()) == key)
        };
        faults.0.sort_by_key(|fault| place(fault).unwrap_or(usize::MAX));
        Err(faults)
    }

    fn near_fen(&self, column: usize) -> Option<i64> {
        self.near.iter().find(|it| it.0 == column).map(|&(_, fen)| fen)
    }
}

/// The problem of a row with a value beyond the last column.
fn too_many<'a>(columns: &Columns, cells: impl Iterator<Item = Cell<'a>>) -> Option<Problem> {
    let expected = columns.len();
    let given = filled(cells);
    (expected < given).then_some(Problem::Cells { given, expected })
}

/// The number of cells up to the last that is not blank. Blank cells at the end are not in every format.
fn filled<'a>(cells: impl Iterator<Item = Cell<'a>>) -> usize {
    let last = cells.enumerate().filter(|(_, cell)| !cell.text.chars().all(blank)).last();
    last.map_or(0, |(index, _)| index + 1)
}

fn conclude(
    subject: &'static Subject,
    record: &Record,
    parameters: &Parameters,
    verdicts: &[Verdict],
) -> Conclusion {
    let found = subject.rules().iter().zip(verdicts).enumerate();
    report::conclude(found.map(|(index, (rule, verdict))| {
        let explained = *verdict == Verdict::Unmet && record.explains(index);
        (rule, rule.force_under(parameters), *verdict, explained)
    }))
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

/// The fault of a row that is not a record.
fn not_a_record<'a>(problem: Problem, cells: impl Iterator<Item = Cell<'a>> + Clone) -> Faults {
    let code = match problem {
        Problem::TooLong => Code::TooLarge,
        // Cells that cannot be assigned to headers are a list, not an object.
        Problem::NotText
        | Problem::Cells { .. }
        | Problem::Quote { .. }
        | Problem::RowsInQuote { .. } => Code::NotAnObject,
    };
    let count = filled(cells.clone());
    let cells = cells.take(count);
    let given = Node::List(cells.map(|cell| Node::Text(cell.text.into())).collect()).excerpt();
    Faults(vec![Fault { code, given, ..Fault::default() }])
}
