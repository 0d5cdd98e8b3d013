//! The workbook: the wide table, a long table of everything that fails or is missing, the counts, and
//! the keys of what the other sheets say in words.
//!
//! Texts are written as texts, never as formulas. The rows of the first two sheets are streamed to a
//! file.

use std::io::Write;

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use zip::result::ZipError;

use super::faulty::Faulty;
use super::roll_up::GroupTable;
use super::row::Cell;
use super::summary::{INVALID, NOTES, ORPHANS, decides};
use super::tally::Tally;
use super::wide_table;
use crate::field::Unit;
use crate::intake::io_message;
use crate::measure::Measurement;
use crate::policy::{Force, VALIDITY};
use crate::report::{Conclusion, Finding, Report};
use crate::rule::{self, Rule};
use crate::subjects::Subject;
use crate::table::{Content, FindingColumn, WideColumn};
use crate::text::{Language, Text, sentence, text};
use crate::verdict::Verdict;

/// The most rows of a sheet, without its header.
pub(super) const MAX_ROWS: u32 = 1_048_575;

/// The most characters of a cell.
const MAX_CHARACTERS: usize = 32_767;

const SHEETS: [Text; 5] = [
    text!("结论", "conclusions"),
    text!("问题", "problems"),
    text!("汇总", "summary"),
    text!("键名", "keys"),
    text!("分组汇总", "groups"),
];

/// The name of the sheet with this index.
fn name_of(sheet: usize) -> Text {
    SHEETS.get(sheet).copied().unwrap_or(text!("", ""))
}

/// A workbook being written.
pub(super) struct Book {
    workbook: Workbook,
    /// The number of rows written to the first and to the second sheet.
    rows: [u32; 2],
    /// The number of columns of these.
    widths: [u16; 2],
    /// The keys of the columns and words, and their labels.
    keys: Vec<(String, String)>,
    /// How many rows of the second sheet were left out.
    left_out: u64,
    language: Language,
}

/// Why a workbook cannot be written.
#[derive(Debug)]
pub(super) enum WorkbookError {
    /// The sheet with this name is full.
    Full(Text),
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
                let sheet = sheet.get(language);
                sentence!(
                    language,
                    "工作表“{sheet}”超过 1048575 行，XLSX 放不下；请改用 --format csv",
                    "sheet \"{sheet}\" has more than the 1048575 rows of XLSX; use --format csv",
                )
            }
            Self::Writer(XlsxError::IoError(error) | XlsxError::ZipError(ZipError::Io(error))) => {
                io_message(error.kind(), &error.to_string(), language)
            }
            Self::Writer(error) => error.to_string(),
        }
    }
}

impl Book {
    /// `labels` are the keys of the columns that identify rows, and their labels.
    pub(super) fn new(
        labels: &[(String, String)],
        columns: &[WideColumn],
        language: Language,
    ) -> Result<Self, WorkbookError> {
        let mut workbook = Workbook::new();
        for (index, name) in SHEETS.iter().enumerate().filter(|(index, _)| *index != GROUPS) {
            // The counts are few and written at the end.
            let sheet = if index < 2 {
                workbook.add_worksheet_with_constant_memory()?
            } else {
                workbook.add_worksheet()
            };
            sheet.set_name(name.get(language))?;
        }
        let say = |words: Text| words.get(language).to_owned();
        let results = wide_table::result_headers(columns, language);
        let mut keys: Vec<(String, String)> = labels.iter().cloned().chain(results).collect();
        let found = FindingColumn::ALL.iter();
        let found = found.map(|&column| (column.as_str().to_owned(), say(column.label())));
        let problem_keys: Vec<(String, String)> =
            labels.iter().cloned().chain(found.clone()).collect();
        let widths = [keys.len(), problem_keys.len()].map(|it| u16::try_from(it).unwrap_or(0));

        let conclusions = workbook.worksheet_from_index(0)?;
        write_headers(conclusions, &keys)?;
        let problems = workbook.worksheet_from_index(1)?;
        write_headers(problems, &problem_keys)?;
        keys.extend(found);
        keys.extend(words().map(|(key, label)| (key.to_owned(), say(label))));
        Ok(Self { workbook, rows: [0, 0], widths, keys, left_out: 0, language })
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
            if sheet == PROBLEMS && MAX_ROWS - 1 <= *written {
                // The last row says that there are more.
                self.left_out += 1;
                continue;
            }
            if *written == MAX_ROWS {
                return Err(WorkbookError::Full(name_of(sheet)));
            }
            *written += 1;
            for (column, cell) in (0..).zip(row) {
                write_cell(worksheet, *written, column, cell)?;
            }
        }
        Ok(())
    }

    /// Says in the second sheet how many rows are left out of it; returns the same sentence.
    pub(super) fn note_left_out(&mut self) -> Result<Option<String>, WorkbookError> {
        let (language, count) = (self.language, self.left_out);
        if count == 0 {
            return Ok(None);
        }
        let sheet = name_of(PROBLEMS).get(language);
        let note = sentence!(
            language,
            "工作表“{sheet}”已满（最多 1048575 行），另有 {count} 行未列出；--format ndjson 全部列出",
            "sheet \"{sheet}\" is full (at most 1048575 rows), and {count} more rows are left out; \
             --format ndjson has all",
        );
        let worksheet = self.workbook.worksheet_from_index(PROBLEMS)?;
        worksheet.write_string(MAX_ROWS, 0, &note)?;
        Ok(Some(note))
    }

    /// Adds a sheet of roll-ups.
    pub(super) fn add_groups(&mut self, groups: &GroupTable) -> Result<(), WorkbookError> {
        if groups.rows.len() > usize::try_from(MAX_ROWS).unwrap_or(usize::MAX) {
            return Err(WorkbookError::Full(name_of(GROUPS)));
        }
        let sheet = self.workbook.add_worksheet();
        sheet.set_name(name_of(GROUPS).get(self.language))?;
        write_headers(sheet, &groups.headers)?;
        let mut last = 0;
        for (row, cells) in (1..).zip(&groups.rows) {
            for (column, cell) in (0..).zip(cells) {
                write_cell(sheet, row, column, cell)?;
            }
            last = row;
        }
        let columns = u16::try_from(groups.headers.len()).unwrap_or(u16::MAX);
        sheet.autofilter(0, 0, last, columns.saturating_sub(1))?;
        Ok(())
    }

    /// Writes the counts and the notes, and then the whole workbook to `out`.
    ///
    /// `rules` are those that the tally counts.
    pub(super) fn finish(
        mut self,
        subject: &Subject,
        rules: impl Iterator<Item = &'static Rule>,
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
        if 0 < tally.orphans {
            row += 1;
            sheet.write_string(row, 0, say(ORPHANS))?;
            write_figure(sheet, row, 1, &tally.orphans.to_string())?;
        }
        row += 2;
        let titles = [text!("规则", "rule"), text!("条款", "clause"), text!("名称", "title")];
        let titles = titles.into_iter().chain(Verdict::ALL.iter().map(|verdict| verdict.label()));
        for (column, title) in (0..).zip(titles) {
            sheet.write_string_with_format(row, column, say(title), &bold)?;
        }
        for (rule, counts) in rules.zip(tally.rules()) {
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
        self.finish_sheets()?;
        self.workbook.save_to_writer(out)?;
        Ok(())
    }
}

/// The index of the second sheet.
const PROBLEMS: usize = 1;

/// The index of the sheet of roll-ups, which comes last and only if they are asked for.
const GROUPS: usize = 4;

/// The keys of the words in cells, and their labels.
pub(super) fn words() -> impl Iterator<Item = (&'static str, Text)> {
    let conclusions = Conclusion::ALL.iter().map(|it| (it.as_str(), it.label()));
    let verdicts = Verdict::ALL.iter().map(|it| (it.as_str(), it.label()));
    let kinds = rule::Kind::ALL.iter().map(|it| (it.as_str(), it.label()));
    let forces = Force::ALL.iter().map(|it| (it.as_str(), it.label()));
    let units = Unit::ALL.iter().map(|it| (it.as_str(), it.label()));
    conclusions.chain(verdicts).chain(kinds).chain(forces).chain(units)
}

/// Writes the headers, which are labels, with the widths of their columns.
pub(super) fn write_headers(
    sheet: &mut Worksheet,
    keys: &[(String, String)],
) -> Result<(), XlsxError> {
    let format = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    for (column, (key, label)) in (0..).zip(keys) {
        sheet.set_column_width(column, width(key))?;
        sheet.write_string_with_format(0, column, label, &format)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// The width of a column, in characters.
fn width(key: &str) -> u8 {
    match key {
        "message" | "faults" => 90,
        "rule" | "conclusion" => 32,
        "name" | "file" => 24,
        _ => 12,
    }
}

impl Book {
    /// Adds filters to the tables, and writes the sheet of keys.
    fn finish_sheets(&mut self) -> Result<(), XlsxError> {
        for ((index, rows), columns) in self.rows.into_iter().enumerate().zip(self.widths) {
            let sheet = self.workbook.worksheet_from_index(index)?;
            sheet.autofilter(0, 0, rows, columns.saturating_sub(1))?;
        }
        let sheet = self.workbook.worksheet_from_index(3)?;
        write_keys(sheet, &self.keys, self.language)
    }
}

/// Writes what is shown, and its keys.
pub(super) fn write_keys(
    sheet: &mut Worksheet,
    keys: &[(String, String)],
    language: Language,
) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let titles = [text!("显示", "shown"), text!("键名", "key")];
    for (column, title) in (0..).zip(titles) {
        sheet.set_column_width(column, 48)?;
        sheet.write_string_with_format(0, column, title.get(language), &bold)?;
    }
    for (row, (key, label)) in (1..).zip(keys) {
        sheet.write_string(row, 0, label)?;
        sheet.write_string(row, 1, key)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

pub(super) fn write_cell(
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
pub(super) fn write_figure(
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
    label: &[Cell<String>],
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
    label: &[Cell<String>],
    finding: &Finding,
    bound: Option<&Measurement>,
    language: Language,
) -> Vec<Cell<String>> {
    problem_row(label, |column| {
        let text = column.cell_in_words(finding, bound, language).unwrap_or_default().into_owned();
        match column.content() {
            Content::Amount => Cell::Figure(text),
            Content::Word | Content::Sentence => Cell::Text(text),
        }
    })
}

/// Appends what is wrong with a row to the rows of the second sheet. What was given is in the column
/// of measured values.
pub(super) fn push_faults(
    label: &[Cell<String>],
    faulty: &Faulty<'_>,
    language: Language,
    rows: &mut Vec<Vec<Cell<String>>>,
) {
    for part in faulty.parts(language) {
        rows.push(problem_row(label, |column| {
            Cell::Text(match column {
                FindingColumn::Verdict => INVALID.get(language).to_owned(),
                FindingColumn::Measured => part.given.clone(),
                FindingColumn::Message => part.sentence(language),
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
    label: &[Cell<String>],
    cell: impl Fn(FindingColumn) -> Cell<String>,
) -> Vec<Cell<String>> {
    let mut row = label.to_vec();
    row.extend(FindingColumn::ALL.iter().copied().map(cell));
    row
}
