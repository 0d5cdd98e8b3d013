//! `chanjiao template`: a workbook to fill in, which `check` reads back.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

use rust_xlsxwriter::{
    DataValidation, DataValidationRule, Format, Formula, Note, Workbook, Worksheet, XlsxError,
};

use super::console::Stop;
use super::named_subject;
use crate::field::{Authority, Choice, Field, Kind, TEXT_LIMIT, Unit};
use crate::policy::VALIDITY;
use crate::quantity::GREATEST;
use crate::subjects::Subject;
use crate::table::EXAMPLE_ROW;
use crate::text::{Language, Text, sentence, text};

/// 生成供填写的工作簿 / Write a workbook to fill in
#[derive(Debug, clap::Args)]
pub(super) struct Template {
    /// 对象，如 enterprise / Subject, e.g. enterprise
    subject: String,
    /// 输出文件 / Output file
    #[arg(long, short, value_name = "FILE.xlsx")]
    output: PathBuf,
}

/// The row of the example.
const EXAMPLE: u32 = 1;

/// The last row of a sheet.
const LAST_ROW: u32 = 1_048_575;

/// The most characters of a list in a data validation.
const MAX_LIST: usize = 255;

impl Template {
    pub(super) fn run(&self, language: Language) -> Result<(), Stop> {
        let subject = named_subject(&self.subject, language)?;
        let mut bytes = Vec::new();
        let written = write(subject, language, &mut bytes);
        written.map_err(|error| Stop::Said(error.to_string()))?;
        // The workbook is complete before the file is opened.
        let path = &self.output;
        let failed = |error| Stop::Said(format!("{}: {error}", path.display()));
        let mut file = BufWriter::new(File::create(path).map_err(failed)?);
        file.write_all(&bytes).and_then(|()| file.flush()).map_err(failed)
    }
}

/// Writes the workbook: a sheet to fill in, and one that explains each of its columns.
fn write(
    subject: &'static Subject,
    language: Language,
    out: &mut Vec<u8>,
) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    let columns = (1..).zip(subject.fields()).map(|(row, field)| Column { field, row, language });
    let columns: Vec<Column> = columns.collect();
    let guide = text!("填写说明", "instructions").get(language);

    let sheet = workbook.add_worksheet();
    sheet.set_name(subject.label.get(language))?;
    sheet.set_freeze_panes(1, 1)?;
    let number = text!("序号", "no.").get(language);
    sheet.write_string_with_format(0, 0, number, &header_format(false))?;
    let example = Format::new().set_italic().set_font_color(0x0080_8080);
    sheet.write_string_with_format(EXAMPLE, 0, EXAMPLE_ROW.get(language), &example)?;
    for (at, column) in (1..).zip(&columns) {
        column.write(sheet, at, guide, &example)?;
    }

    let sheet = workbook.add_worksheet();
    sheet.set_name(guide)?;
    write_guide(sheet, subject, &columns, language)?;
    out.extend(workbook.save_to_buffer()?);
    Ok(())
}

/// Writes a row for each column of the form: its header, what to fill in, its key and the statements
/// whose rules use it. The choices of a column stand to the right of them.
fn write_guide(
    sheet: &mut Worksheet,
    subject: &'static Subject,
    columns: &[Column],
    language: Language,
) -> Result<(), XlsxError> {
    let titles = [
        text!("列", "column"),
        text!("填写要求", "what to fill in"),
        text!("键", "key"),
        text!("涉及条款", "statements"),
        text!("可选值", "choices"),
    ];
    for (at, title) in (0..).zip(titles) {
        sheet.write_string_with_format(0, at, title.get(language), &header_format(false))?;
    }
    for (at, width) in [(0, 30), (1, 60), (2, 34), (3, 24)] {
        sheet.set_column_width(at, width)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    let wrap = Format::new().set_text_wrap();
    for column in columns {
        let row = column.row;
        sheet.write_string(row, 0, column.header())?;
        sheet.write_string_with_format(row, 1, column.advice(), &wrap)?;
        sheet.write_string(row, 2, column.field.key())?;
        sheet.write_string(row, 3, statements(subject, column.field))?;
        for (at, word) in (FIRST_CHOICE..).zip(column.words()) {
            sheet.write_string(row, at, word)?;
        }
    }
    let row = u32::try_from(columns.len()).unwrap_or_default() + 1;
    let general = text!(
        "不清楚的事实请留空，按“未知”处理。示例行不判断，可以覆盖或删除。",
        "Leave facts that are not known blank. The example row is not judged; overwrite or delete it.",
    );
    sheet.write_string(row + 1, 0, general.get(language))?;
    sheet.write_string(row + 2, 0, VALIDITY.get(language))?;
    Ok(())
}

/// The column of the instructions in which the choices begin.
const FIRST_CHOICE: u16 = 4;

/// The statements whose rules use a fact.
fn statements(subject: &Subject, field: &Field) -> String {
    let uses = subject.rules().iter().filter(|rule| rule.fields().any(|it| it == field));
    let mut ids: Vec<&str> = uses.map(|rule| rule.statement.id).collect();
    ids.dedup();
    ids.join(" ")
}

/// A column of the form: one fact.
struct Column {
    field: &'static Field,
    /// Its row in the instructions.
    row: u32,
    language: Language,
}

impl Column {
    /// The header, which `check` matches with the fact: in Chinese the word of the policy with its
    /// unit, in English the key, because there are no English headers.
    fn header(&self) -> String {
        let (label, unit) = (self.field.label().zh(), self.field.unit.map(Unit::label));
        match (self.language, unit) {
            (Language::English, _) => self.field.key().to_owned(),
            (Language::Chinese, None) => label.to_owned(),
            (Language::Chinese, Some(unit)) => format!("{label}（{}）", unit.zh()),
        }
    }

    fn write(
        &self,
        sheet: &mut Worksheet,
        at: u16,
        guide: &str,
        example: &Format,
    ) -> Result<(), XlsxError> {
        let header = self.header();
        let wide: usize = header.chars().map(|it| if it.is_ascii() { 1 } else { 2 }).sum();
        sheet.set_column_width(at, u32::try_from(wide.clamp(10, 36) + 2).unwrap_or(12))?;
        if let Some(format) = self.format() {
            sheet.set_column_format(at, &Format::new().set_num_format(format))?;
        }
        sheet.write_string_with_format(0, at, header, &header_format(self.field.required))?;
        let note = Note::new(self.advice()).add_author_prefix(false).set_width(300);
        sheet.insert_note(0, at, &note)?;
        sheet.write_string_with_format(EXAMPLE, at, self.example(), example)?;
        if let Some(validation) = self.validation(guide)? {
            sheet.add_data_validation(EXAMPLE, at, LAST_ROW, at, &validation)?;
        }
        Ok(())
    }

    /// Texts keep the zeros in front of a number, and days are shown as they are written.
    fn format(&self) -> Option<&'static str> {
        match self.field.kind {
            Kind::Text | Kind::Dates | Kind::Periods => Some("@"),
            Kind::Date => Some("yyyy-mm-dd"),
            // A share has no format: where somebody types a percent sign, the cell becomes a
            // percentage, and says so when it is read.
            Kind::Share
            | Kind::Year
            | Kind::Count(_)
            | Kind::Money
            | Kind::Flag
            | Kind::Choice(_) => None,
        }
    }

    /// The words from which a cell is chosen.
    fn words(&self) -> Vec<&'static str> {
        match (self.field.kind, self.language) {
            (Kind::Flag, Language::Chinese) => vec!["是", "否"],
            (Kind::Flag, Language::English) => vec!["yes", "no"],
            (Kind::Choice(choices), Language::Chinese) => {
                choices.iter().map(|choice| choice.label().zh()).collect()
            }
            (Kind::Choice(choices), Language::English) => choices.iter().map(Choice::key).collect(),
            (
                Kind::Text
                | Kind::Year
                | Kind::Count(_)
                | Kind::Money
                | Kind::Share
                | Kind::Date
                | Kind::Dates
                | Kind::Periods,
                _,
            ) => Vec::new(),
        }
    }

    /// A drop-down list for words, and a range for whole numbers.
    fn validation(&self, guide: &str) -> Result<Option<DataValidation>, XlsxError> {
        let validation = DataValidation::new();
        let words = self.words();
        let validation = match self.field.kind {
            Kind::Flag | Kind::Choice(_) => {
                let length = words.iter().map(|word| word.len() + 1).sum::<usize>();
                if length <= MAX_LIST {
                    validation.allow_list_strings(&words)?
                } else {
                    validation.allow_list_formula(self.choices_in(guide, words.len()))
                }
            }
            Kind::Count((least, greatest)) => {
                match (i32::try_from(*least), i32::try_from(*greatest)) {
                    (Ok(least), Ok(greatest)) => {
                        validation.allow_whole_number(DataValidationRule::Between(least, greatest))
                    }
                    (Ok(least), Err(_)) => validation
                        .allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(least)),
                    (Err(_), _) => return Ok(None),
                }
            }
            Kind::Text
            | Kind::Year
            | Kind::Money
            | Kind::Share
            | Kind::Date
            | Kind::Dates
            | Kind::Periods => return Ok(None),
        };
        let message = self.advice();
        let message = if message.chars().count() <= MAX_LIST { message } else { String::new() };
        validation.set_error_message(message).map(Some)
    }

    /// The cells of the instructions with the choices of this column.
    fn choices_in(&self, guide: &str, count: usize) -> Formula {
        // References count from 1.
        let row = self.row + 1;
        let last = FIRST_CHOICE + u16::try_from(count).unwrap_or(1).saturating_sub(1);
        let (first, last) = (
            rust_xlsxwriter::column_number_to_name(FIRST_CHOICE),
            rust_xlsxwriter::column_number_to_name(last),
        );
        Formula::new(format!("='{guide}'!${first}${row}:${last}${row}"))
    }

    /// What a cell of the example row holds.
    fn example(&self) -> String {
        let first =
            |words: Vec<&'static str>| words.first().copied().unwrap_or_default().to_owned();
        match self.field.kind {
            Kind::Text => text!("示例单位", "Example").get(self.language).to_owned(),
            Kind::Year => "2024".to_owned(),
            Kind::Count((least, greatest)) => 100.clamp(*least, *greatest).to_string(),
            Kind::Money => "1000000.00".to_owned(),
            Kind::Share => "60".to_owned(),
            Kind::Flag | Kind::Choice(_) => first(self.words()),
            Kind::Date => "2024-05-01".to_owned(),
            Kind::Dates => "2019-05-01；2022-04-30".to_owned(),
            Kind::Periods => text!(
                "2020-07-01..2020-08-31 企业；2021-03-01..2021-03-31 非企业",
                "2020-07-01..2020-08-31 enterprise; 2021-03-01..2021-03-31 other",
            )
            .get(self.language)
            .to_owned(),
        }
    }

    /// What to fill in.
    fn advice(&self) -> String {
        let language = self.language;
        let (key, label) = (self.field.key(), self.field.label().get(language));
        let mut advice = match language {
            Language::Chinese => format!("{key}\n"),
            Language::English => format!("{label}\n"),
        };
        if self.field.required {
            advice.push_str(text!("必填。", "Required. ").get(language));
        }
        advice.push_str(&self.kind_advice());
        if let Some(unit) = self.field.unit.map(|unit| Unit::label(unit).get(language)) {
            advice.push_str(&sentence!(language, "单位：{unit}。", " Unit: {unit}."));
        }
        if let Some(by) = self.field.determined_by.map(|by| Authority::label(by).get(language)) {
            advice.push_str(&sentence!(language, "由{by}认定。", " Determined by: {by}."));
        }
        advice
    }

    fn kind_advice(&self) -> String {
        let (language, example) = (self.language, self.example());
        match self.field.kind {
            Kind::Text => sentence!(
                language,
                "文本，不超过 {TEXT_LIMIT} 字。",
                "Text of at most {TEXT_LIMIT} characters.",
            ),
            Kind::Year => {
                sentence!(language, "四位年份，如 {example}。", "A year, such as {example}.")
            }
            Kind::Count((least, greatest)) if *greatest < GREATEST => sentence!(
                language,
                "{least} 至 {greatest} 的整数。",
                "A whole number from {least} to {greatest}.",
            ),
            Kind::Count((least, _)) => sentence!(
                language,
                "不小于 {least} 的整数。",
                "A whole number, {least} or greater.",
            ),
            Kind::Money => {
                say(language, text!("金额，最多两位小数。", "An amount with at most two decimals."))
            }
            Kind::Share => say(
                language,
                text!(
                    "百分数，0 至 100，最多四位小数：60% 填 60。",
                    "A percentage from 0 to 100 with at most four decimals: 60 for 60%.",
                ),
            ),
            Kind::Flag => say(language, text!("填“是”或“否”。", "Yes or no.")),
            Kind::Choice(_) => say(language, text!("从列表中选择。", "Choose from the list.")),
            Kind::Date => sentence!(language, "日期，如 {example}。", "A date, such as {example}."),
            Kind::Dates => sentence!(
                language,
                "日期，多个用分号隔开，如 {example}；没有的填“无”。",
                "Dates, separated by semicolons, such as {example}; \"none\" if there are none.",
            ),
            Kind::Periods => sentence!(
                language,
                "时段及是否在企业，多个用分号隔开，如 {example}；没有的填“无”。",
                "Periods, and whether in an enterprise, separated by semicolons, such as {example}; \
                 \"none\" if there are none.",
            ),
        }
    }
}

fn say(language: Language, words: Text) -> String {
    words.get(language).to_owned()
}

/// The format of headers; those of facts that every record needs have another colour.
fn header_format(required: bool) -> Format {
    let colour = if required { 0x00FF_E699 } else { 0x00DD_EBF7 };
    Format::new().set_bold().set_background_color(colour).set_text_wrap()
}
