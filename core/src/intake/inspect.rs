//! What a table is read as, before its records are judged.

use super::batch::{Cell, Row};
use super::layout::{Layout, Lines};
use super::mark::Reading;
use crate::input::EXPLANATIONS;
use crate::json::{self, Node};
use crate::subjects::Subject;
use crate::table::{Columns, HeaderErrors, Inspection, NoteCounts, Options, RowKind, Target};

/// What the header of a table, and the first rows below it, say.
pub(crate) fn of_table(
    subject: &'static Subject,
    layout: &Layout,
    skip: &Lines,
    round_money: bool,
) -> Inspection {
    let mut inspection = Inspection::of(subject, &layout.columns);
    for (row, cells) in layout.ahead.batch.rows() {
        if inspection.is_full() {
            break;
        }
        let cells = cells.map(|cell| cell.below(layout.first));
        if is_record(layout, skip, row, cells.clone()) {
            for (column, cell) in cells.enumerate() {
                if let Some(target) = layout.columns.target(column) {
                    show(&mut inspection, layout, (column, target), (row.line, cell), round_money);
                }
            }
        }
    }
    inspection
}

/// Whether a row that was read ahead is a record.
fn is_record<'a>(
    layout: &Layout,
    skip: &Lines,
    row: Row,
    cells: impl Iterator<Item = Cell<'a>> + Clone,
) -> bool {
    row.problem.is_none()
        && !skip.contain(row.line)
        && !layout.head.iter().any(|it| it.line == row.line)
        && layout.rows.kind(cells.map(|cell| cell.text)) == RowKind::Record
}

fn show(
    inspection: &mut Inspection,
    layout: &Layout,
    (column, target): (usize, Target),
    (line, cell): (u64, Cell<'_>),
    round_money: bool,
) {
    let number;
    let text = match Reading::of(cell, target, round_money) {
        Reading::Text(text) => text,
        Reading::Number(found) => {
            number = found.text;
            number.as_ref()
        }
        Reading::Problem(problem) => {
            inspection.show_problem(column, line, cell.text, problem);
            return;
        }
    };
    let reading = crate::table::Reading { missing: layout.columns.missing(), line: None };
    let mut uncounted = NoteCounts::NONE;
    if let Some(node) = target.cell(text, reading, &mut uncounted) {
        inspection.show(column, line, cell.text, &node);
    }
}

/// The keys of the first records of a list in JSON.
pub(crate) fn keys<'a>(records: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for node in records.filter_map(|text| json::parse(text).ok()) {
        let Node::Map(members) = node else { continue };
        for (key, _) in members {
            if !keys.iter().any(|it| *it == key) {
                keys.push(key.into_owned());
            }
        }
    }
    keys
}

/// What the first records of a list in JSON say: their keys are the columns.
pub(crate) fn of_records<'a>(
    subject: &'static Subject,
    records: impl Iterator<Item = (u64, &'a str)> + Clone,
) -> Result<Inspection, HeaderErrors> {
    // In JSON, only the key of a fact names it.
    let is_fact =
        |key: &String| key == EXPLANATIONS || subject.fields().iter().any(|it| it.key() == key);
    let mut keys = keys(records.clone().map(|(_, text)| text));
    keys.retain(is_fact);
    let parsed = records.filter_map(|(line, text)| Some((line, json::parse(text).ok()?)));
    let parsed: Vec<(u64, Node<'_>)> = parsed.collect();
    let headers: Vec<&str> = keys.iter().map(String::as_str).collect();
    let columns = Columns::of(subject, &headers, &Options::default())?;
    let mut inspection = Inspection::of(subject, &columns);
    for (line, node) in &parsed {
        let Node::Map(members) = node else { continue };
        for (key, node) in members.iter().filter(|(_, node)| *node != Node::Null) {
            if let Some(column) = keys.iter().position(|it| it == key) {
                inspection.show(column, *line, &node.excerpt(), node);
            }
        }
    }
    Ok(inspection)
}
