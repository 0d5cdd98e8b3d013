//! The wide table: one row per record, one column per rule.

use super::row::{Cell, RowLabel, name_key};
use crate::fault::Faults;
use crate::judge::{Evaluation, Side};
use crate::measure;
use crate::parameters::Parameters;
use crate::record::Record;
use crate::report::{Conclusion, Report};
use crate::subjects::Subject;
use crate::table::WideColumn;
use crate::text::Language;
use crate::verdict::Verdict;

/// A record that was judged.
pub(super) struct Judged<'a> {
    pub(super) subject: &'static Subject,
    pub(super) parameters: &'a Parameters,
    pub(super) record: &'a Record,
    pub(super) verdicts: &'a [Verdict],
    pub(super) conclusion: Conclusion,
    pub(super) columns: &'a [WideColumn],
    /// The report, if the columns of what is contested are asked for.
    pub(super) contested: Option<&'a Report>,
}

type Each<'a> = &'a mut dyn FnMut(Cell<&str>);

/// How many faults of a row are written.
const MAX_FAULTS: usize = 20;

/// The columns between those that identify the row and that of its faults.
pub(super) fn columns(subject: &'static Subject, contested: bool) -> Vec<WideColumn> {
    let rules = subject.rules().iter();
    WideColumn::of(rules.map(|rule| (rule, rule.gap_suffix().is_some())), contested).collect()
}

/// The headers of the table.
pub(super) fn headers(subject: &'static Subject, columns: &[WideColumn]) -> Vec<String> {
    let mut headers = vec!["row".to_owned()];
    headers.extend(name_key(subject).map(str::to_owned));
    headers.extend(columns.iter().map(|column| column.name().into_owned()));
    headers.push("faults".to_owned());
    headers
}

/// The row of a record.
pub(super) fn judged(label: &RowLabel<'_>, it: &Judged<'_>) -> Vec<Cell<String>> {
    let mut row = Vec::new();
    judged_cells(label, it, &mut |cell| row.push(cell.to_owned()));
    row
}

/// The row of an invalid record.
pub(super) fn faulty(
    label: &RowLabel<'_>,
    subject: &'static Subject,
    columns: &[WideColumn],
    faults: &Faults,
    language: Language,
) -> Vec<Cell<String>> {
    let mut row = Vec::new();
    let each = &mut |cell: Cell<&str>| row.push(cell.to_owned());
    faulty_cells(label, subject, columns, faults, language, each);
    row
}

/// Writes the headers as a line of CSV.
pub(super) fn push_headers(out: &mut String, subject: &'static Subject, columns: &[WideColumn]) {
    for header in headers(subject, columns) {
        push_cell(out, &Cell::Text(header.as_str()));
    }
    end_line(out);
}

/// Writes the row of a record as a line of CSV.
pub(super) fn push_judged(out: &mut String, label: &RowLabel<'_>, it: &Judged<'_>) {
    judged_cells(label, it, &mut |cell| push_cell(out, &cell));
    end_line(out);
}

/// Writes the row of an invalid record as a line of CSV.
pub(super) fn push_faulty(
    out: &mut String,
    label: &RowLabel<'_>,
    subject: &'static Subject,
    columns: &[WideColumn],
    faults: &Faults,
    language: Language,
) {
    let each = &mut |cell: Cell<&str>| push_cell(out, &cell);
    faulty_cells(label, subject, columns, faults, language, each);
    end_line(out);
}

fn judged_cells(label: &RowLabel<'_>, it: &Judged<'_>, each: Each<'_>) {
    label_cells(label, it.subject, each);
    let mut verdicts = it.verdicts.iter().copied();
    let mut latest = Verdict::NotApplicable;
    for column in it.columns {
        match column {
            WideColumn::Conclusion => each(Cell::Text(it.conclusion.as_str())),
            WideColumn::Verdict(_) => {
                latest = verdicts.next().unwrap_or(latest);
                each(Cell::Text(latest.as_str()));
            }
            WideColumn::Gap(rule) => {
                let gap = match latest {
                    Verdict::Met | Verdict::NotApplicable => None,
                    Verdict::Unmet | Verdict::Undetermined | Verdict::Pending => {
                        let mut bounds = Vec::new();
                        let side = Side::Within;
                        let evaluation =
                            Evaluation::of(rule, it.record, it.parameters, side, &mut bounds);
                        measure::bounds(rule, &evaluation, it.record, it.parameters)
                            .pop()
                            .and_then(|bound| bound.gap)
                    }
                };
                each(Cell::Figure(gap.as_deref().unwrap_or_default()));
            }
            WideColumn::Contested(rule) => {
                let contested = it.contested.is_some_and(|report| match rule {
                    None => !report.contested.is_empty(),
                    Some(rule) => {
                        report.finding(rule.id).is_some_and(|finding| !finding.contested.is_empty())
                    }
                });
                each(Cell::Text(if contested { "true" } else { "false" }));
            }
        }
    }
    each(Cell::Text(""));
}

fn faulty_cells(
    label: &RowLabel<'_>,
    subject: &'static Subject,
    columns: &[WideColumn],
    faults: &Faults,
    language: Language,
    each: Each<'_>,
) {
    label_cells(label, subject, each);
    for _ in columns {
        each(Cell::Text(""));
    }
    each(Cell::Text(&messages(faults, language)));
}

fn label_cells(label: &RowLabel<'_>, subject: &Subject, each: Each<'_>) {
    each(Cell::Figure(&label.number.to_string()));
    if name_key(subject).is_some() {
        each(Cell::Text(label.name));
    }
}

/// The messages of the faults of a row, joined.
fn messages(faults: &Faults, language: Language) -> String {
    let mut messages = String::new();
    for (index, fault) in faults.iter().enumerate() {
        if index == MAX_FAULTS {
            messages.push_str(" …");
            break;
        }
        if index > 0 {
            messages.push(' ');
        }
        if !fault.pointer.is_empty() {
            messages.push_str(&fault.pointer);
            messages.push_str(": ");
        }
        messages.push_str(&fault.message(language));
    }
    messages
}

/// Characters with which a spreadsheet formula may begin.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Writes a cell, followed by a comma.
///
/// A text that a spreadsheet could take for a formula is prefixed with an apostrophe.
fn push_cell(out: &mut String, cell: &Cell<&str>) {
    let (cell, formula) = match *cell {
        Cell::Figure(figure) => (figure, false),
        Cell::Text(text) => (text, text.starts_with(FORMULA)),
    };
    let quoted = formula || cell.contains([',', '"', '\n', '\r']);
    if quoted {
        out.push('"');
    }
    if formula {
        out.push('\'');
    }
    if quoted {
        for (index, part) in cell.split('"').enumerate() {
            out.push_str(if index > 0 { "\"\"" } else { "" });
            out.push_str(part);
        }
        out.push('"');
    } else {
        out.push_str(cell);
    }
    out.push(',');
}

/// Replaces the comma after the last cell by a line break.
fn end_line(out: &mut String) {
    out.pop();
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_formulas_escaped() {
        for (cell, expected) in [
            ("", ","),
            ("甲", "甲,"),
            ("甲,乙", "\"甲,乙\","),
            ("甲\"乙", "\"甲\"\"乙\","),
            ("甲\n乙", "\"甲\n乙\","),
            ("=1+1", "\"'=1+1\","),
            ("-1", "\"'-1\","),
            ("@a", "\"'@a\","),
            ("\t=1", "\"'\t=1\","),
            ("＝1", "\"'＝1\","),
        ] {
            let mut out = String::new();
            push_cell(&mut out, &Cell::Text(cell));
            assert_eq!(out, expected);
        }
    }
}
