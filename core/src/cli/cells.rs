//! The cells of a row, as their columns read them.

use std::borrow::Cow;

use super::faulty;
use super::worker::Input;
use crate::fault::{CellProblem, Code, Fault, Faults};
use crate::input::value::blank;
use crate::intake::batch::{Cell, Problem};
use crate::intake::mark::Reading;
use crate::json::Node;
use crate::record::Record;
use crate::subjects::Subject;
use crate::table::{Columns, NoteCounts, Target};

/// The cells of a row, as their columns read them.
#[derive(Default)]
pub(super) struct Cells<'a> {
    pub(super) texts: Vec<Cow<'a, str>>,
    /// The columns with an amount that `--round-money` would round, and to which number of fen.
    near: Vec<(usize, i64)>,
    /// The cells of columns that are used, but have no certain value, with their texts.
    problems: Vec<(Target, CellProblem, &'a str)>,
}

impl Cells<'_> {
    /// Adds the faults of the cells without a certain value to those of the record, in the order of the
    /// fields.
    pub(super) fn with_problems(
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

    pub(super) fn near_fen(&self, column: usize) -> Option<i64> {
        self.near.iter().find(|it| it.0 == column).map(|&(_, fen)| fen)
    }
}

impl<'a> Input<'a> {
    /// The texts of the cells of a line, with numbers as their columns have them.
    pub(super) fn read<'b>(
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

    /// The cell that a fault is about, with a number as its column reads it; `None` if rows are JSON.
    pub(super) fn place<'c, 'b: 'c>(
        &self,
        fault: &Fault,
        mut raw: impl Iterator<Item = Cell<'b>>,
        read: &'c Cells<'_>,
    ) -> Option<faulty::Place<'c>>
    where
        'a: 'c,
    {
        let columns = self.columns()?;
        let key = fault.pointer.split('/').nth(1);
        let mut targets = columns.targets();
        let found = targets.find(|(_, target)| key == Some(target.key()));
        Some(found.map_or_else(faulty::Place::default, |(column, _)| {
            faulty::Place {
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
}

/// The problem of a row with a value beyond the last column.
pub(super) fn too_many<'a>(
    columns: &Columns,
    cells: impl Iterator<Item = Cell<'a>>,
) -> Option<Problem> {
    let expected = columns.len();
    let given = filled(cells);
    (expected < given).then_some(Problem::Cells { given, expected })
}

/// The number of cells up to the last that is not blank. Blank cells at the end are not in every format.
fn filled<'a>(cells: impl Iterator<Item = Cell<'a>>) -> usize {
    let last = cells.enumerate().filter(|(_, cell)| !cell.text.chars().all(blank)).last();
    last.map_or(0, |(index, _)| index + 1)
}

/// The fault of a row that is not a record.
pub(super) fn not_a_record<'a>(
    problem: Problem,
    cells: impl Iterator<Item = Cell<'a>> + Clone,
) -> Faults {
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
