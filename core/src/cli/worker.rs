//! Judging a batch of rows: what one worker does.

use std::sync::atomic::{AtomicBool, Ordering};

use super::output::Form;
use super::rows::{Batch, Problem, Row};
use super::tally::Tally;
use super::{summary, wide_table, workbook};
use crate::fault::{Code, Fault, Faults};
use crate::field::{Field, Kind};
use crate::json::{self, Node};
use crate::parameters::Parameters;
use crate::quantity::decimal::push_scaled;
use crate::record::Record;
use crate::report::{self, Conclusion};
use crate::subjects::Subject;
use crate::table::Columns;
use crate::text::Language;
use crate::verdict::Verdict;

/// What all rows are judged by, and what is to be made of them.
pub(super) struct Task<'a> {
    pub(super) subject: &'static Subject,
    pub(super) parameters: &'a Parameters,
    pub(super) form: Form,
    pub(super) language: Language,
    /// How many failing records, and how many faulty rows, are shown.
    pub(super) limit: usize,
    /// Whether the wide table has a column beside each rule.
    pub(super) gaps: Vec<bool>,
    /// Whether so many were found already.
    pub(super) enough: AtomicBool,
}

/// One input among those of a task.
pub(super) struct Input<'a> {
    pub(super) task: &'a Task<'a>,
    /// The columns of a table; `None` where rows are JSON.
    pub(super) columns: Option<&'a Columns>,
    /// The name of the input, where there are several.
    pub(super) name: Option<&'a str>,
    /// How many rows the inputs before it had.
    pub(super) base: u64,
}

/// What was made of some rows.
pub(super) struct Made {
    pub(super) tally: Tally,
    /// Lines of output.
    pub(super) text: String,
    /// The first failing records and the first faulty rows, as they are shown.
    pub(super) failing: Vec<String>,
    pub(super) faulty: Vec<String>,
    /// Rows of the two sheets.
    pub(super) table: Vec<Vec<wide_table::Cell<String>>>,
    pub(super) problems: Vec<Vec<wide_table::Cell<String>>>,
    /// The number after the last row's.
    pub(super) next: u64,
    /// How far the input was read.
    pub(super) position: u64,
    /// Why the rest of the input could not be read.
    pub(super) broken: Option<String>,
}

/// A row and where it stands.
pub(super) struct At<'a> {
    /// Its number among all rows, from 0.
    pub(super) number: u64,
    pub(super) line: u64,
    pub(super) input: Option<&'a str>,
    /// What the record is called.
    pub(super) name: &'a str,
}

impl Input<'_> {
    /// Judges every row.
    pub(super) fn judge(&self, batch: &Batch) -> Made {
        let subject = self.task.subject;
        let mut made = Made {
            tally: Tally::of(subject.rules().len()),
            text: String::new(),
            failing: Vec::new(),
            faulty: Vec::new(),
            table: Vec::new(),
            problems: Vec::new(),
            next: self.base,
            position: 0,
            broken: None,
        };
        let mut verdicts = Vec::with_capacity(subject.rules().len());
        for (row, mut cells) in batch.rows() {
            let (node, read) = match (row.problem, self.columns) {
                (Some(Problem::NotText), None) => {
                    read_json(subject, before_replacement(cells.next().unwrap_or_default()))
                }
                (Some(problem), _) => (Node::Null, Err(refused(problem, cells))),
                (None, Some(columns)) => {
                    let node = columns.node(cells);
                    let read = subject.parse_node(&node);
                    (node, read)
                }
                (None, None) => read_json(subject, cells.next().unwrap_or_default()),
            };
            let at = self.at(row, &node);
            made.next = at.number + 1;
            match read {
                Ok(record) => self.record(&at, &record, &mut verdicts, &mut made),
                Err(faults) => self.faulty(&at, row.problem, &faults, &mut made),
            }
        }
        made
    }

    fn at<'n>(&'n self, row: Row, node: &'n Node<'_>) -> At<'n> {
        let name = name_key(self.task.subject).and_then(|key| match node {
            Node::Map(members) => members.iter().find_map(|(name, node)| match node {
                Node::Text(text) if name == key => Some(text.as_ref()),
                _ => None,
            }),
            _ => None,
        });
        let (number, line) = (self.base + row.number, row.line);
        At { number, line, input: self.name, name: name.unwrap_or_default() }
    }

    fn record(&self, at: &At<'_>, record: &Record, verdicts: &mut Vec<Verdict>, made: &mut Made) {
        let Task { subject, parameters, language, limit, .. } = *self.task;
        let report = || record.check(parameters);
        verdicts.clear();
        if matches!(self.task.form, Form::Json | Form::Ndjson) {
            // The report is needed in any case, so nothing is judged twice.
            let report = report();
            verdicts.extend(report.findings.iter().map(|finding| finding.verdict));
            made.tally.count(report.conclusion, verdicts);
            self.push_answer(at, made, |out| report.write_answer(out));
            return;
        }
        verdicts.extend(record.verdicts(parameters).map(|(_, verdict)| verdict));
        let conclusion = conclude(subject, record, verdicts);
        made.tally.count(conclusion, verdicts);
        let gaps = &self.task.gaps;
        let row = || wide_table::Judged { subject, parameters, record, verdicts, conclusion, gaps };
        match self.task.form {
            Form::Csv => wide_table::push_judged(&mut made.text, at, &row()),
            Form::Xlsx => {
                made.table.push(wide_table::judged(at, &row()));
                workbook::push_problems(at, &report(), language, &mut made.problems);
            }
            _ => {
                let shown = conclusion != Conclusion::Compliant
                    && made.failing.len() < limit
                    && !self.task.enough.load(Ordering::Relaxed);
                if shown {
                    made.failing.push(summary::failing(at, &report(), language));
                }
            }
        }
    }

    fn faulty(&self, at: &At<'_>, problem: Option<Problem>, faults: &Faults, made: &mut Made) {
        let Task { subject, language, limit, .. } = *self.task;
        made.tally.faulty += 1;
        match self.task.form {
            Form::Json | Form::Ndjson => {
                self.push_answer(at, made, |out| faults.write_answer(out));
            }
            Form::Csv => wide_table::push_faulty(&mut made.text, at, subject, faults, language),
            Form::Xlsx => {
                made.table.push(wide_table::faulty(at, subject, faults, language));
                workbook::push_faults(at, faults, language, &mut made.problems);
            }
            Form::Text => {
                if made.faulty.len() < limit {
                    made.faulty.push(summary::faulty(at, problem, faults, language));
                }
            }
        }
    }

    /// Writes an answer with the number of its row before all else.
    fn push_answer(&self, at: &At<'_>, made: &mut Made, push: impl Fn(&mut String)) {
        let list = self.task.form == Form::Json;
        if list && !made.text.is_empty() {
            made.text.push_str(",\n");
        }
        let mut answer = String::with_capacity(24 * 1024);
        push(&mut answer);
        made.text.push_str("{\"row\":");
        push_scaled(&mut made.text, i64::try_from(at.number).unwrap_or(i64::MAX), 0);
        made.text.push(',');
        made.text.push_str(answer.strip_prefix('{').unwrap_or(&answer));
        if !list {
            made.text.push('\n');
        }
    }
}

/// The key of the fact that names a record.
pub(super) fn name_key(subject: &Subject) -> Option<&'static str> {
    subject.fields().iter().find(|it| matches!(it.kind, Kind::Text)).map(Field::key)
}

fn conclude(subject: &'static Subject, record: &Record, verdicts: &[Verdict]) -> Conclusion {
    let found = subject.rules().iter().zip(verdicts).enumerate();
    report::conclude(found.map(|(index, (rule, verdict))| (rule, *verdict, record.explains(index))))
}

/// Reads a record, keeping its tree for its name.
fn read_json<'a>(subject: &'static Subject, text: &'a str) -> (Node<'a>, Result<Record, Faults>) {
    match json::parse(text) {
        Ok(node) => {
            let read = subject.parse_node(&node);
            (node, read)
        }
        Err(_) => (Node::Null, subject.parse(text)),
    }
}

/// A text up to the first character that stands for bytes that are no text, which no JSON ends
/// with: so it is read up to there and no further.
fn before_replacement(text: &str) -> &str {
    let mark = '\u{fffd}';
    let end = text.find(mark).map_or(text.len(), |at| at + mark.len_utf8());
    text.get(..end).unwrap_or(text)
}

/// The fault of a row that is no record.
fn refused<'a>(problem: Problem, cells: impl Iterator<Item = &'a str>) -> Faults {
    let code = match problem {
        Problem::TooLong => Code::TooLarge,
        // A row whose cells do not stand under the headers stays a list.
        Problem::NotText | Problem::Cells(..) => Code::NotAnObject,
    };
    let given = Node::List(cells.map(|cell| Node::Text(cell.into())).collect()).excerpt();
    Faults(vec![Fault { code, given, ..Fault::default() }])
}
