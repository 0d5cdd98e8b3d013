//! The wide table: one row a record, one column a rule.

use super::worker::{At, name_key};
use crate::fault::Faults;
use crate::judge::Evaluation;
use crate::measure;
use crate::parameters::Parameters;
use crate::record::Record;
use crate::report::Conclusion;
use crate::subjects::Subject;
use crate::text::Language;
use crate::verdict::Verdict;

/// A record that was judged.
pub(super) struct Judged<'a> {
    pub(super) subject: &'static Subject,
    pub(super) parameters: &'a Parameters,
    pub(super) record: &'a Record,
    pub(super) verdicts: &'a [Verdict],
    pub(super) conclusion: Conclusion,
    /// Whether there is a column beside each rule.
    pub(super) gaps: &'a [bool],
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell<Text> {
    /// Digits that this program wrote.
    Figure(Text),
    /// Words, some of which come from the input.
    Text(Text),
}

type Each<'a> = &'a mut dyn FnMut(Cell<&str>);

impl Cell<&str> {
    pub(super) fn to_owned(&self) -> Cell<String> {
        match *self {
            Self::Figure(text) => Cell::Figure(text.to_owned()),
            Self::Text(text) => Cell::Text(text.to_owned()),
        }
    }
}

/// The most faults of one row that are written out.
const MOST_FAULTS: usize = 20;

/// The headers of the table.
pub(super) fn headers(subject: &'static Subject) -> Vec<String> {
    let mut headers = vec!["row".to_owned()];
    headers.extend(name_key(subject).map(str::to_owned));
    headers.push("conclusion".to_owned());
    for rule in subject.rules() {
        headers.push(rule.id.to_owned());
        headers.extend(rule.gap_suffix().map(|gap| [rule.id, gap].concat()));
    }
    headers.push("faults".to_owned());
    headers
}

/// Whether there is a column beside each rule.
pub(super) fn gaps(subject: &'static Subject) -> Vec<bool> {
    subject.rules().iter().map(|rule| rule.gap_suffix().is_some()).collect()
}

/// The row of a record.
pub(super) fn judged(at: &At<'_>, it: &Judged<'_>) -> Vec<Cell<String>> {
    let mut row = Vec::new();
    judged_cells(at, it, &mut |cell| row.push(cell.to_owned()));
    row
}

/// The row of a record that could not be read.
pub(super) fn faulty(
    at: &At<'_>,
    subject: &'static Subject,
    faults: &Faults,
    language: Language,
) -> Vec<Cell<String>> {
    let mut row = Vec::new();
    faulty_cells(at, subject, faults, language, &mut |cell| row.push(cell.to_owned()));
    row
}

/// Writes the headers as a line of CSV.
pub(super) fn push_headers(out: &mut String, subject: &'static Subject) {
    for header in headers(subject) {
        push_cell(out, &Cell::Text(header.as_str()));
    }
    end_line(out);
}

/// Writes the row of a record as a line of CSV.
pub(super) fn push_judged(out: &mut String, at: &At<'_>, it: &Judged<'_>) {
    judged_cells(at, it, &mut |cell| push_cell(out, &cell));
    end_line(out);
}

/// Writes the row of a record that could not be read as a line of CSV.
pub(super) fn push_faulty(
    out: &mut String,
    at: &At<'_>,
    subject: &'static Subject,
    faults: &Faults,
    language: Language,
) {
    faulty_cells(at, subject, faults, language, &mut |cell| push_cell(out, &cell));
    end_line(out);
}

fn judged_cells(at: &At<'_>, it: &Judged<'_>, each: Each<'_>) {
    first_cells(at, it.subject, each);
    each(Cell::Text(it.conclusion.as_str()));
    for ((rule, verdict), gap) in it.subject.rules().iter().zip(it.verdicts).zip(it.gaps) {
        each(Cell::Text(verdict.as_str()));
        if *gap {
            let gap = match verdict {
                Verdict::Met | Verdict::NotApplicable => None,
                Verdict::Unmet | Verdict::Undetermined | Verdict::Pending => {
                    let evaluation = Evaluation::of(rule, it.record, it.parameters);
                    measure::bounds(rule, &evaluation, it.record, it.parameters)
                        .pop()
                        .and_then(|bound| bound.gap)
                }
            };
            each(Cell::Figure(gap.as_deref().unwrap_or_default()));
        }
    }
    each(Cell::Text(""));
}

fn faulty_cells(
    at: &At<'_>,
    subject: &'static Subject,
    faults: &Faults,
    language: Language,
    each: Each<'_>,
) {
    first_cells(at, subject, each);
    // No conclusion, no verdicts.
    each(Cell::Text(""));
    for rule in subject.rules() {
        each(Cell::Text(""));
        if rule.gap_suffix().is_some() {
            each(Cell::Text(""));
        }
    }
    each(Cell::Text(&said(faults, language)));
}

fn first_cells(at: &At<'_>, subject: &Subject, each: Each<'_>) {
    each(Cell::Figure(&at.number.to_string()));
    if name_key(subject).is_some() {
        each(Cell::Text(at.name));
    }
}

/// Faults in one text.
fn said(faults: &Faults, language: Language) -> String {
    let mut said = String::new();
    for (index, fault) in faults.iter().enumerate() {
        if index == MOST_FAULTS {
            said.push_str(" …");
            break;
        }
        if index > 0 {
            said.push(' ');
        }
        if !fault.pointer.is_empty() {
            said.push_str(&fault.pointer);
            said.push_str(": ");
        }
        said.push_str(&fault.message(language));
    }
    said
}

/// What a formula begins with.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Writes a cell and the comma after it.
///
/// A text that a spreadsheet might take for a formula is set off by an apostrophe.
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

/// Ends a line, whose last cell has a comma after it.
fn end_line(out: &mut String) {
    out.pop();
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_formulas_disarmed() {
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
