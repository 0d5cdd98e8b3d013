//! The workbook: the wide table, a long table of everything that fails or is missing, and the counts.
//!
//! Texts are written as texts, never as formulas. The rows of the first two sheets are streamed to a
//! file.

use std::io::Write;

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::row::{Cell, RowLabel};
use super::summary::{INVALID, NOTES, decides};
use super::tally::Tally;
use super::wide_table;
use crate::fault::Faults;
use crate::measure::Measurement;
use crate::policy::VALIDITY;
use crate::report::{Finding, Report};
use crate::subjects::Subject;
use crate::table::{Content, FindingColumn, WideColumn};
use crate::text::{Language, Text, sentence, text};
use crate::verdict::Verdict;

/// The most rows of a sheet, without its header.
const MAX_ROWS: u32 = 1_048_575;

/// The most characters of a cell.
const MAX_CHARACTERS: usize = 32_767;

const SHEETS: [Text; 3] =
    [text!("结论", "conclusions"), text!("问题", "problems"), text!("汇总", "summary")];

/// The columns of the second sheet that precede those of the finding.
const PROBLEM_LABELS: [&str; 2] = ["row", "name"];

/// A workbook being written.
pub(super) struct Book {
    workbook: Workbook,
    /// The number of rows written to the first and to the second sheet.
    rows: [u32; 2],
    language: Language,
}

/// Why a workbook cannot be written.
#[derive(Debug)]
pub(super) enum WorkbookError {
    /// The sheet with this index is full.
    Full(usize),
    /// The writer reported an error.
    Writer(XlsxError),
}

impl From<XlsxError> for WorkbookError {
    fn from(error: XlsxError) -> Self {
        Self::Writer(error)
    }
}

impl WorkbookError {
    pub(super) fn message(&self, language: Language) -> String {
        match self {
            Self::Full(sheet) => {
                let sheet = SHEETS.get(*sheet).map_or("", |it| it.get(language));
                sentence!(
                    language,
                    "工作表“{sheet}”超过 1048575 行，XLSX 放不下；请改用 --format csv",
                    "sheet \"{sheet}\" has more than the 1048575 rows of XLSX; use --format csv",
                )
            }
            Self::Writer(error) => error.to_string(),
        }
    }
}

impl Book {
    pub(super) fn new(
        subject: &'static Subject,
        columns: &[WideColumn],
        language: Language,
    ) -> Result<Self, WorkbookError> {
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
        let headers = wide_table::headers(subject, columns);
        let conclusions = book.workbook.worksheet_from_index(0)?;
        conclusions.set_column_width(1, 24)?;
        conclusions.set_column_width(2, 16)?;
        write_headers(conclusions, headers.iter().map(String::as_str))?;
        let problems = book.workbook.worksheet_from_index(1)?;
        problems.set_column_width(1, 24)?;
        for (index, &column) in (2..).zip(FindingColumn::ALL) {
            if column == FindingColumn::Rule {
                problems.set_column_width(index, 32)?;
            } else if column == FindingColumn::Message {
                problems.set_column_width(index, 90)?;
            }
        }
        let columns = FindingColumn::ALL.iter().map(|column| column.as_str());
        write_headers(problems, PROBLEM_LABELS.into_iter().chain(columns))?;
        Ok(book)
    }

    /// Appends rows to the first (0) or the second (1) sheet.
    pub(super) fn push(
        &mut self,
        sheet: usize,
        rows: &[Vec<Cell<String>>],
    ) -> Result<(), WorkbookError> {
        let worksheet = self.workbook.worksheet_from_index(sheet)?;
        let Some(written) = self.rows.get_mut(sheet) else { return Ok(()) };
        for row in rows {
            if *written == MAX_ROWS {
                return Err(WorkbookError::Full(sheet));
            }
            *written += 1;
            for (column, cell) in (0..).zip(row) {
                write_cell(worksheet, *written, column, cell)?;
            }
        }
        Ok(())
    }

    /// Writes the counts and the notes, and then the whole workbook to `out`.
    pub(super) fn finish(
        mut self,
        subject: &Subject,
        tally: &Tally,
        notes: &[String],
        out: impl Write + Send,
    ) -> Result<(), WorkbookError> {
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
        sheet.write_string(row, 0, say(INVALID))?;
        write_figure(sheet, row, 1, &tally.faulty.to_string())?;
        row += 2;
        let titles = [text!("规则", "rule"), text!("条款", "clause"), text!("名称", "title")];
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
        if !notes.is_empty() {
            row += 2;
            sheet.write_string_with_format(row, 0, say(NOTES), &bold)?;
        }
        for note in notes {
            row += 1;
            sheet.write_string(row, 0, note)?;
        }
        sheet.write_string(row + 2, 0, say(VALIDITY))?;
        self.workbook.save_to_writer(out)?;
        Ok(())
    }
}

fn write_headers<'a>(
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
        Cell::Text(text) if MAX_CHARACTERS < text.chars().count() => {
            let cut: String = text.chars().take(MAX_CHARACTERS - 1).chain(['…']).collect();
            sheet.write_string(row, column, cut)?;
        }
        Cell::Text(text) => {
            sheet.write_string(row, column, text)?;
        }
    }
    Ok(())
}

/// Writes digits as a number, if there are at most the fifteen that a spreadsheet keeps.
#[expect(clippy::disallowed_types, reason = "the numbers of a workbook are floats")]
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

/// Appends what a record fails or lacks to the rows of the second sheet: one row per bound.
pub(super) fn push_problems(
    label: &RowLabel<'_>,
    report: &Report,
    language: Language,
    rows: &mut Vec<Vec<Cell<String>>>,
) {
    let deciding = report.findings.iter().filter(|finding| decides(finding));
    for finding in
        deciding.filter(|it| matches!(it.verdict, Verdict::Unmet | Verdict::Undetermined))
    {
        if finding.bounds.is_empty() {
            rows.push(problem(label, finding, None, language));
        }
        for bound in &finding.bounds {
            rows.push(problem(label, finding, Some(bound), language));
        }
    }
}

fn problem(
    label: &RowLabel<'_>,
    finding: &Finding,
    bound: Option<&Measurement>,
    language: Language,
) -> Vec<Cell<String>> {
    problem_row(label, |column| {
        let text = column.cell(finding, bound, language).unwrap_or_default().into_owned();
        match column.content() {
            Content::Amount => Cell::Figure(text),
            Content::Word | Content::Sentence => Cell::Text(text),
        }
    })
}

/// Appends the faults of a row to the rows of the second sheet. The code of a fault is in the column
/// of verdicts, and the given value in that of measured values.
pub(super) fn push_faults(
    label: &RowLabel<'_>,
    faults: &Faults,
    language: Language,
    rows: &mut Vec<Vec<Cell<String>>>,
) {
    for fault in faults {
        rows.push(problem_row(label, |column| {
            Cell::Text(match column {
                FindingColumn::Verdict => fault.code.as_str().to_owned(),
                FindingColumn::Measured => fault.given.clone(),
                FindingColumn::Message => [&fault.pointer, " ", &fault.message(language)].concat(),
                FindingColumn::Rule
                | FindingColumn::Statement
                | FindingColumn::Kind
                | FindingColumn::Force
                | FindingColumn::Required
                | FindingColumn::Shortfall
                | FindingColumn::Excess
                | FindingColumn::Unit => String::new(),
            })
        }));
    }
}

/// A row of the second sheet.
fn problem_row(
    label: &RowLabel<'_>,
    cell: impl Fn(FindingColumn) -> Cell<String>,
) -> Vec<Cell<String>> {
    let labels = [Cell::Figure(label.number.to_string()), Cell::Text(label.name.to_owned())];
    labels.into_iter().chain(FindingColumn::ALL.iter().copied().map(cell)).collect()
}
