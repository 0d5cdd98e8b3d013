//! Child tables: `--child practice=periods.csv --key 教师编号` reads the items of a list fact from the
//! rows of another file or sheet.

mod claiming;
mod options;
mod reader;

use std::sync::Arc;

use super::faulty::{Faulty, reason};
use super::judging::Before;
use super::row::{BatchResult, RowLabel, name_key};
use super::worker::{Input, Task};
use crate::fault::{Fault, Faults};
use crate::intake::batch::{Cell, Mark, Problem, Row};
use crate::intake::layout::{Layout, Lines};
use crate::json::Node;
use crate::record::Record;
use crate::table::{ChildError, ChildPlace, Children, Found, Note, NotedRows, column_named};
use crate::text::{Language, sentence};

pub(super) use claiming::{Claiming, Twice};
pub(super) use options::ChildOptions;

/// A row of a child table.
pub(super) struct ChildRow {
    key: String,
    line: u64,
    problem: Option<Problem>,
    parsed: Result<Record, Faults>,
}

impl ChildRow {
    /// Adds it to its table.
    fn push(self, children: &mut Children, table: &Arc<str>) {
        let place = ChildPlace { table: table.clone(), line: self.line };
        match self.problem {
            Some(problem) => {
                let said = [Language::Chinese, Language::English].map(|it| reason(problem, it));
                children.add_unreadable(&self.key, place, said);
            }
            None => children.add(&self.key, place, self.parsed),
        }
    }
}

/// The text of a key; blank if the cell has no certain value.
fn text_of<'a>(cell: &Cell<'a>) -> &'a str {
    if matches!(cell.mark, Some(Mark::Problem(_))) { "" } else { cell.text }
}

/// The columns of keys of a parent, one for each child table.
pub(super) fn keys(
    children: &[Children],
    layout: Option<&Layout>,
    language: Language,
) -> Result<Vec<usize>, String> {
    let Some(layout) = layout else {
        if children.is_empty() {
            return Ok(Vec::new());
        }
        return Err(sentence!(
            language,
            "--child 只能用于带表头的表（CSV 或工作簿），不能用于 JSON",
            "--child needs a table with headers (CSV or a workbook), not JSON",
        ));
    };
    let headers: Vec<&str> = layout.headers.iter().map(String::as_str).collect();
    let key = |children: &Children| {
        let fact = children.fact().key();
        if let Some((index, ..)) = layout.columns.facts().find(|(_, it, _)| it.key() == fact) {
            let header = layout.headers.get(index).cloned().unwrap_or_default();
            return Err(ChildError::InParent { fact, header }.message(language));
        }
        column_named(children.key(), &headers).map_err(|error| error.message(language))
    };
    children.iter().map(key).collect()
}

impl Input<'_> {
    /// A row of a child table; `None` if the rows are those of records.
    pub(super) fn child_row<'b>(
        &self,
        row: Row,
        mut cells: impl Iterator<Item = Cell<'b>>,
        parsed: Result<Record, Faults>,
    ) -> Option<ChildRow> {
        let key = cells.nth(self.child_key?).map_or("", |cell| text_of(&cell)).to_owned();
        Some(ChildRow { key, line: row.line, problem: row.problem, parsed })
    }

    /// Adds the items of child tables to a row; returns the faults of these.
    pub(super) fn join_children<'b>(
        &self,
        row: Row,
        cells: &(impl Iterator<Item = Cell<'b>> + Clone),
        node: &mut Node<'_>,
        twice: &[Twice],
        result: &mut BatchResult,
    ) -> Vec<Fault> {
        let mut faults = Vec::new();
        let Node::Map(members) = node else { return faults };
        let number = self.base + row.number.saturating_sub(self.first);
        for (child, (children, key)) in self.task.children.iter().zip(&self.keys).enumerate() {
            let key = cells.clone().nth(*key).map_or("", |cell| text_of(&cell));
            let fact = children.fact().key();
            let first = twice.binary_search_by_key(&(number, child), |it| (it.number, it.child));
            let first = first.ok().and_then(|at| twice.get(at)).map(|it| &it.first);
            match children.find(key, first) {
                Found::Unknown => {
                    result.note(Note::NoChildRows(NotedRows::one(row.line, fact)));
                }
                Found::Items(items) => members.push((fact.into(), children.node(items))),
                Found::Faults(found) => faults.extend(found.iter().cloned()),
                Found::Fault(found) => faults.push(*found),
            }
        }
        faults
    }
}

/// The rows of child tables that belong to no record of the inputs.
pub(super) fn orphans(task: &Task<'_>, inputs: &Before) -> BatchResult {
    let skip = Lines::default();
    let mut result = BatchResult::of(task, 0);
    let children = task.children.iter().zip(&inputs.claims);
    let orphans = children.flat_map(|(children, claims)| children.orphans(claims));
    for (number, (place, fault)) in (inputs.rows..).zip(orphans) {
        let input = Input {
            task,
            layout: None,
            skip: &skip,
            name: Some(&place.table),
            round_money: false,
            by: Vec::new(),
            keys: Vec::new(),
            child_key: None,
            first: 0,
            base: inputs.rows,
        };
        let name = name_key(task.subject).map(|_| "");
        let label = RowLabel { number, line: place.line, input: input.name, name };
        let faults = Faults(vec![fault]);
        let row = Faulty { faults: &faults, problem: None, places: Vec::new(), helps: vec![None] };
        input.faulty(&label, &row, &mut result);
    }
    (result.tally.orphans, result.tally.faulty) = (result.tally.faulty, 0);
    result
}
