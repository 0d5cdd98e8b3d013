//! The workbook: the wide table, a long list of what fails or is missing, and the counts.
//!
//! Texts are written as texts, never as formulas. Rows go to a file as they come.

use std::io::Write;

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::summary::decides;
use super::tally::Tally;
use super::wide_table::{self, Cell};
use super::worker::At;
use crate::fault::Faults;
use crate::measure::Measurement;
use crate::report::{Finding, Report};
use crate::subjects::Subject;
use crate::text::{Language, Text, text};
use crate::verdict::Verdict;

/// The most rows of a sheet below its header.
const MOST_ROWS: u32 = 1_048_575;

/// The most characters of a cell.
const MOST_CHARACTERS: usize = 32_767;

const SHEETS: [Text; 3] =
    [text!("结论", "conclusions"), text!("问题", "problems"), text!("汇总", "summary")];

const PROBLEM_HEADERS: [&str; 9] =
    ["row", "name", "rule", "statement", "verdict", "measured", "required", "shortfall", "message"];

/// A workbook being written.
pub(super) struct Book {
    workbook: Workbook,
    /// The rows written to the first and the second sheet.
    rows: [u32; 2],
    language: Language,
}

/// Why a workbook cannot be written.
#[derive(Debug)]
pub(super) enum Trouble {
    /// A sheet holds no more rows.
    Full(usize),
    /// Anything else.
    Other(XlsxError),
}

impl From<XlsxError> for Trouble {
    fn from(error: XlsxError) -> Self {
        Self::Other(error)
    }
}

impl Trouble {
    pub(super) fn message(&self, language: Language) -> String {
        match self {
            Self::Full(sheet) => {
                let sheet = SHEETS.get(*sheet).map_or("", |it| it.get(language));
                let text = text!(
                    "”超过 1048575 行，XLSX 放不下；请改用 --format csv",
                    "\" has more than 1048575 rows, which XLSX cannot hold; use --format csv",
                );
                let open = text!("工作表“", "sheet \"");
                [open.get(language), sheet, text.get(language)].concat()
            }
            Self::Other(error) => error.to_string(),
        }
    }
}

impl Book {
    pub(super) fn new(subject: &'static Subject, language: Language) -> Result<Self, Trouble> {
        let mut workbook = Workbook::new();
        for (index, name) in SHEETS.iter().enumerate() {
            // The counts are few and written at the end.
            let sheet = if index < 2 {
                workbook.add_worksheet_with_constant_memory()?
            } else {
                workbook.add_worksheet()
            };
            sheet.set_name(name.get(language))?;
        }
        let mut book = Self { workbook, rows: [0, 0], language };
        let headers = wide_table::headers(subject);
        let conclusions = book.workbook.worksheet_from_index(0)?;
        conclusions.set_column_width(1, 24)?;
        conclusions.set_column_width(2, 16)?;
        head(conclusions, headers.iter().map(String::as_str))?;
        let problems = book.workbook.worksheet_from_index(1)?;
        problems.set_column_width(1, 24)?;
        problems.set_column_width(2, 32)?;
        problems.set_column_width(8, 90)?;
        head(problems, PROBLEM_HEADERS.into_iter())?;
        Ok(book)
    }

    /// Writes rows to the first (0) or the second (1) sheet.
    pub(super) fn push(&mut self, sheet: usize, rows: &[Vec<Cell<String>>]) -> Result<(), Trouble> {
        let worksheet = self.workbook.worksheet_from_index(sheet)?;
        let Some(written) = self.rows.get_mut(sheet) else { return Ok(()) };
        for row in rows {
            if *written == MOST_ROWS {
                return Err(Trouble::Full(sheet));
            }
            *written += 1;
            for (column, cell) in (0..).zip(row) {
                write_cell(worksheet, *written, column, cell)?;
            }
        }
        Ok(())
    }

    /// Writes the counts and then the whole to `out`.
    pub(super) fn finish(
        mut self,
        subject: &Subject,
        tally: &Tally,
        out: impl Write + Send,
    ) -> Result<(), Trouble> {
        let language = self.language;
        let say = |words: Text| words.get(language);
        let sheet = self.workbook.worksheet_from_index(2)?;
        sheet.set_column_width(0, 34)?;
        sheet.set_column_width(2, 34)?;
        let bold = Format::new().set_bold();
        sheet.write_string_with_format(0, 0, say(subject.label), &bold)?;
        let mut row = 1;
        for (conclusion, count) in tally.conclusions() {
            sheet.write_string(row, 0, say(conclusion.label()))?;
            write_figure(sheet, row, 1, &count.to_string())?;
            row += 1;
        }
        sheet.write_string(row, 0, say(text!("有误，未判断", "faulty, not judged")))?;
        write_figure(sheet, row, 1, &tally.faulty.to_string())?;
        row += 2;
        let titles = [text!("规则", "rule"), text!("条款", "statement"), text!("名称", "title")];
        let titles = titles.into_iter().chain(Verdict::ALL.iter().map(|verdict| verdict.label()));
        for (column, title) in (0..).zip(titles) {
            sheet.write_string_with_format(row, column, say(title), &bold)?;
        }
        for (rule, counts) in subject.rules().iter().zip(tally.rules()) {
            row += 1;
            for (column, text) in (0..).zip([rule.id, rule.statement.id, say(rule.title)]) {
                sheet.write_string(row, column, text)?;
            }
            for (column, count) in (3..).zip(counts) {
                write_figure(sheet, row, column, &count.to_string())?;
            }
        }
        self.workbook.save_to_writer(out)?;
        Ok(())
    }
}

fn head<'a>(
    sheet: &mut Worksheet,
    headers: impl Iterator<Item = &'a str>,
) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (column, header) in (0..).zip(headers) {
        sheet.write_string_with_format(0, column, header, &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell<String>,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Figure(text) | Cell::Text(text) if text.is_empty() => {}
        Cell::Figure(figure) => write_figure(sheet, row, column, figure)?,
        Cell::Text(text) if MOST_CHARACTERS < text.chars().count() => {
            let cut: String = text.chars().take(MOST_CHARACTERS - 1).chain(['…']).collect();
            sheet.write_string(row, column, cut)?;
        }
        Cell::Text(text) => {
            sheet.write_string(row, column, text)?;
        }
    }
    Ok(())
}

/// Writes digits as a number if a spreadsheet keeps all of them, which it does of fifteen.
#[expect(clippy::disallowed_types, reason = "a workbook has no other numbers")]
fn write_figure(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    figure: &str,
) -> Result<(), XlsxError> {
    match figure.parse::<f64>() {
        Ok(number) if figure.len() <= 15 => sheet.write_number(row, column, number)?,
        _ => sheet.write_string(row, column, figure)?,
    };
    Ok(())
}

/// What a record fails or lacks, as rows of the second sheet: one a limb.
pub(super) fn push_problems(
    at: &At<'_>,
    report: &Report,
    language: Language,
    rows: &mut Vec<Vec<Cell<String>>>,
) {
    let deciding = report.findings.iter().filter(|finding| decides(finding));
    for finding in
        deciding.filter(|it| matches!(it.verdict, Verdict::Unmet | Verdict::Undetermined))
    {
        let message = finding.message(language);
        if finding.bounds.is_empty() {
            rows.push(problem(at, finding, None, &message));
        }
        for bound in &finding.bounds {
            rows.push(problem(at, finding, Some(bound), &message));
        }
    }
}

fn problem(
    at: &At<'_>,
    finding: &Finding,
    bound: Option<&Measurement>,
    message: &str,
) -> Vec<Cell<String>> {
    let figure = |of: fn(&Measurement) -> Option<&String>| {
        Cell::Figure(bound.and_then(of).cloned().unwrap_or_default())
    };
    vec![
        Cell::Figure(at.number.to_string()),
        Cell::Text(at.name.to_owned()),
        Cell::Text(finding.rule.id.to_owned()),
        Cell::Text(finding.rule.statement.id.to_owned()),
        Cell::Text(finding.verdict.as_str().to_owned()),
        figure(|bound| bound.measured.as_ref()),
        figure(|bound| bound.required.as_ref()),
        figure(|bound| bound.gap.as_ref()),
        Cell::Text(message.to_owned()),
    ]
}

/// What is wrong with a row, as rows of the second sheet: one a fault.
pub(super) fn push_faults(
    at: &At<'_>,
    faults: &Faults,
    language: Language,
    rows: &mut Vec<Vec<Cell<String>>>,
) {
    let nothing = || Cell::Text(String::new());
    for fault in faults {
        rows.push(vec![
            Cell::Figure(at.number.to_string()),
            Cell::Text(at.name.to_owned()),
            nothing(),
            nothing(),
            Cell::Text(fault.code.as_str().to_owned()),
            Cell::Text(fault.given.clone()),
            nothing(),
            nothing(),
            Cell::Text([&fault.pointer, " ", &fault.message(language)].concat()),
        ]);
    }
}
