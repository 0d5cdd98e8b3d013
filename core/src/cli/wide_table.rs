//! The wide table: one row per record, one column per rule.

use super::faulty::Faulty;
use super::row::{Cell, RowLabel};
use crate::field::Kind;
use crate::judge::{Evaluation, Side};
use crate::measure;
use crate::parameters::Parameters;
use crate::record::Record;
use crate::report::{Conclusion, Report};
use crate::rule::Rule;
use crate::subjects::Subject;
use crate::table::WideColumn;
use crate::text::{Language, Text, text};
use crate::verdict::Verdict;

/// A record that was judged.
pub(super) struct Judged<'a> {
    pub(super) parameters: &'a Parameters,
    pub(super) record: &'a Record,
    pub(super) verdicts: &'a [Verdict],
    pub(super) conclusion: Conclusion,
    pub(super) columns: &'a [WideColumn],
    /// The report, if the columns of what is contested are asked for.
    pub(super) contested: Option<&'a Report>,
    /// The language of conclusions and verdicts; their keys are written if it is `None`.
    pub(super) words: Option<Language>,
}

type Each<'a> = &'a mut dyn FnMut(Cell<&str>);

/// How many faults of a row are written.
const MAX_FAULTS: usize = 20;

/// The columns between those that identify the row and that of its faults.
pub(super) fn columns(subject: &'static Subject, contested: bool) -> Vec<WideColumn> {
    let rules = subject.rules().iter();
    WideColumn::of(rules.map(|rule| (rule, rule.gap_suffix().is_some())), contested).collect()
}

/// The keys of the columns that identify the row, and their labels: its number, its file if there are
/// several, its line and its name.
fn label_columns(subject: &Subject, several: bool) -> impl Iterator<Item = (&'static str, Text)> {
    let file = several.then_some(("file", text!("文件", "file")));
    let name = subject.fields().iter().find(|it| matches!(it.kind, Kind::Text));
    let number = ("row", text!("序号", "row"));
    let line = ("line", text!("行号", "line"));
    [number].into_iter().chain(file).chain([line]).chain(name.map(|it| (it.key(), it.label())))
}

/// The keys of the columns, and their labels.
pub(super) fn headers(
    subject: &'static Subject,
    columns: &[WideColumn],
    several: bool,
    language: Language,
) -> Vec<(String, String)> {
    let first = label_headers(subject, several, language).into_iter();
    first.chain(result_headers(columns, language)).collect()
}

/// The keys and the labels of the columns that identify the row.
pub(super) fn label_headers(
    subject: &Subject,
    several: bool,
    language: Language,
) -> Vec<(String, String)> {
    let labels = label_columns(subject, several);
    labels.map(|(key, label)| (key.to_owned(), label.get(language).to_owned())).collect()
}

/// The keys and the labels of the columns behind those that identify the row.
pub(super) fn result_headers(
    columns: &[WideColumn],
    language: Language,
) -> impl Iterator<Item = (String, String)> {
    let last = text!("错误", "faults").get(language).to_owned();
    let columns = columns.iter();
    let columns = columns.map(move |it| (it.name().into_owned(), label_of(*it, language)));
    columns.chain([("faults".to_owned(), last)])
}

/// The label of a column.
fn label_of(column: WideColumn, language: Language) -> String {
    let say = |words: Text| words.get(language);
    let rule = |rule: &Rule| [rule.statement.id, " ", say(rule.title)].concat();
    let contested = say(text!("（换一种口径是否不同）", " (another one under another reading)"));
    match column {
        WideColumn::Conclusion => say(CONCLUSION).to_owned(),
        WideColumn::Verdict(of) => rule(of),
        WideColumn::Gap(of) => {
            let is_excess = of.gap_suffix() == Some(".excess");
            let least = text!("（差）", " (shortfall)");
            let gap = if is_excess { text!("（超）", " (excess)") } else { least };
            [&rule(of), say(gap)].concat()
        }
        WideColumn::Contested(None) => [say(CONCLUSION), contested].concat(),
        WideColumn::Contested(Some(of)) => [&rule(of), contested].concat(),
    }
}

/// The label of the column of conclusions.
pub(super) const CONCLUSION: Text = text!("结论", "conclusion");

/// The row of a record, behind the cells that identify it.
pub(super) fn judged(label: &[Cell<String>], it: &Judged<'_>) -> Vec<Cell<String>> {
    let mut row = label.to_vec();
    judged_cells(it, &mut |cell| row.push(cell.to_owned()));
    row
}

/// The row of an invalid record, likewise.
pub(super) fn faulty(
    label: &[Cell<String>],
    columns: &[WideColumn],
    faulty: &Faulty<'_>,
    language: Language,
) -> Vec<Cell<String>> {
    let mut row = label.to_vec();
    faulty_cells(columns, faulty, language, &mut |cell| row.push(cell.to_owned()));
    row
}

/// Writes the headers as a line of CSV.
pub(super) fn push_headers(
    out: &mut String,
    subject: &'static Subject,
    columns: &[WideColumn],
    several: bool,
) {
    for (key, _) in headers(subject, columns, several, Language::English) {
        push_cell(out, &Cell::Text(key.as_str()));
    }
    end_line(out);
}

/// Writes cells as a line of CSV.
pub(super) fn push_line(out: &mut String, cells: &[Cell<String>]) {
    for cell in cells {
        let cell = match cell {
            Cell::Figure(text) => Cell::Figure(text.as_str()),
            Cell::Text(text) => Cell::Text(text.as_str()),
        };
        push_cell(out, &cell);
    }
    end_line(out);
}

/// Writes the row of a record as a line of CSV.
pub(super) fn push_judged(out: &mut String, label: &RowLabel<'_>, it: &Judged<'_>) {
    push_label(out, label);
    judged_cells(it, &mut |cell| push_cell(out, &cell));
    end_line(out);
}

/// Writes the row of an invalid record as a line of CSV.
pub(super) fn push_faulty(
    out: &mut String,
    label: &RowLabel<'_>,
    columns: &[WideColumn],
    faulty: &Faulty<'_>,
    language: Language,
) {
    push_label(out, label);
    faulty_cells(columns, faulty, language, &mut |cell| push_cell(out, &cell));
    end_line(out);
}

fn judged_cells(it: &Judged<'_>, each: Each<'_>) {
    let word = |key, label: Text| it.words.map_or(key, |language| label.get(language));
    let mut verdicts = it.verdicts.iter().copied();
    let mut latest = Verdict::NotApplicable;
    for column in it.columns {
        match column {
            WideColumn::Conclusion => {
                let conclusion = it.conclusion;
                each(Cell::Text(word(conclusion.as_str(), conclusion.label())));
            }
            WideColumn::Verdict(_) => {
                latest = verdicts.next().unwrap_or(latest);
                each(Cell::Text(word(latest.as_str(), latest.label())));
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
                let [yes, no] = [text!("是", "yes"), text!("否", "no")];
                each(Cell::Text(if contested { word("true", yes) } else { word("false", no) }));
            }
        }
    }
    each(Cell::Text(""));
}

fn faulty_cells(columns: &[WideColumn], faulty: &Faulty<'_>, language: Language, each: Each<'_>) {
    for _ in columns {
        each(Cell::Text(""));
    }
    each(Cell::Text(&messages(faulty, language)));
}

/// The cells that identify a row.
pub(super) fn label(label: &RowLabel<'_>) -> Vec<Cell<String>> {
    let mut cells = Vec::new();
    label_cells(label, &mut |cell| cells.push(cell.to_owned()));
    cells
}

fn label_cells(label: &RowLabel<'_>, each: Each<'_>) {
    each(Cell::Figure(&label.number.to_string()));
    if let Some(input) = label.input {
        each(Cell::Text(input));
    }
    each(Cell::Figure(&label.line.to_string()));
    if let Some(name) = label.name {
        each(Cell::Text(name));
    }
}

/// Writes the cells that identify a row, each followed by a comma.
pub(super) fn push_label(out: &mut String, label: &RowLabel<'_>) {
    label_cells(label, &mut |cell| push_cell(out, &cell));
}

/// What is wrong with a row, joined.
fn messages(faulty: &Faulty<'_>, language: Language) -> String {
    let mut parts = faulty.parts(language).map(|part| part.sentence(language));
    let mut messages: Vec<String> = parts.by_ref().take(MAX_FAULTS).collect();
    messages.extend(parts.next().map(|_| "…".to_owned()));
    messages.join(" ")
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
