//! The catalogues: `subjects`, `rules`, `parameters` and `schema`.

use std::fmt::Write as _;

use anstyle::Style;
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use super::console::{Stop, print};
use super::named_subject;
use super::summary::padded;
use crate::field::Field;
use crate::parameters::{self, Origin, parameters};
use crate::readings::reading_choices;
use crate::schema::{self, Draft};
use crate::subjects::subjects;
use crate::text::{Language, Text, sentence, text};

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

/// The output formats of a catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Form {
    /// 表格，供人阅读 / A table for people
    Text,
    /// JSON
    Json,
}

/// 列出对象 / List the subjects
#[derive(Debug, clap::Args)]
pub(super) struct Subjects {
    /// 输出格式 / Output format
    #[arg(long, short, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// 列出规则 / List the rules
#[derive(Debug, clap::Args)]
pub(super) struct Rules {
    /// 只列出一个对象的规则 / List the rules of one subject only
    #[arg(long, short, value_name = "SUBJECT")]
    subject: Option<String>,
    /// 输出格式 / Output format
    #[arg(long, short, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// 列出参数：数值及其出处，口径及其取值 / List the parameters: numbers with their sources, readings with their choices
#[derive(Debug, clap::Args)]
pub(super) struct Parameters {
    /// 输出格式 / Output format
    #[arg(long, short, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// 输出一个对象的 JSON Schema / Print the JSON Schema of a subject
#[derive(Debug, clap::Args)]
pub(super) struct Schema {
    /// 对象，如 enterprise / Subject, e.g. enterprise
    subject: String,
    /// JSON Schema 的版本 / Draft of JSON Schema
    #[arg(long, value_enum, default_value_t = Version::Draft2020)]
    draft: Version,
}

/// The drafts of JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Version {
    /// 供校验器使用 / For validators
    #[value(name = "2020-12")]
    Draft2020,
    /// 供表单库使用 / For form libraries
    #[value(name = "draft-07")]
    Draft07,
}

impl Subjects {
    pub(super) fn run(&self, language: Language) -> Result<(), Stop> {
        if self.format == Form::Json {
            return print_json(&schema::subjects());
        }
        let rows = subjects().iter().map(|subject| {
            let rules = subject.rules().len().to_string();
            let [label, note] = [subject.label, subject.note].map(|it| it.get(language).to_owned());
            [subject.name.to_owned(), label, rules, note]
        });
        let headings = [
            text!("对象", "subject"),
            text!("名称", "name"),
            text!("规则数", "rules"),
            text!("一条记录", "one record is"),
        ];
        print(&table(headings, &rows.collect::<Vec<_>>(), language))
    }
}

impl Rules {
    pub(super) fn run(&self, language: Language) -> Result<(), Stop> {
        let only = self.subject.as_deref().map(|it| named_subject(it, language)).transpose()?;
        if self.format == Form::Json {
            let mut catalogue = schema::rules();
            if let (Some(only), Some(Value::Array(rules))) = (only, catalogue.get_mut("rules")) {
                rules.retain(|rule| rule.get("subject").and_then(Value::as_str) == Some(only.name));
            }
            return print_json(&catalogue);
        }
        let wanted = subjects().iter().filter(|it| only.is_none_or(|only| only.name == it.name));
        let rows = wanted.flat_map(|subject| subject.rules()).map(|rule| {
            let kind = [rule.kind.label().get(language), rule.force.label().get(language)];
            let title = rule.title.get(language).to_owned();
            [rule.statement.id.to_owned(), rule.id.to_owned(), kind.join(" · "), title]
        });
        let headings = [
            text!("条款", "clause"),
            text!("规则", "rule"),
            text!("性质", "type"),
            text!("名称", "title"),
        ];
        print(&table(headings, &rows.collect::<Vec<_>>(), language))
    }
}

impl Parameters {
    pub(super) fn run(&self, language: Language) -> Result<(), Stop> {
        if self.format == Form::Json {
            return print_json(&schema::parameters_catalogue());
        }
        let fields = parameters().iter();
        let (readings, numbers): (Vec<&Field>, Vec<&Field>) =
            fields.partition(|field| field.choices().is_some());
        let rows = numbers.into_iter().filter_map(|field| {
            let Origin { default, source } = parameters::Parameters::origin(field.key())?;
            let unit =
                field.unit.map_or(String::new(), |unit| [" ", unit.label().get(language)].concat());
            let unset = text!("未设", "unset").get(language).to_owned();
            Some([
                field.key().to_owned(),
                default.map_or(unset, |default| default.to_owned() + &unit),
                source.statements.join(" "),
                source.words.get(language).to_owned(),
                source.status.label().get(language).to_owned(),
                parameters::label(field).get(language).to_owned(),
            ])
        });
        let headings = [
            text!("参数", "parameter"),
            text!("默认值", "default"),
            text!("条款", "clause"),
            text!("出处", "source"),
            text!("核对", "verification"),
            text!("名称", "name"),
        ];
        let mut out = table(headings, &rows.collect::<Vec<_>>(), language);
        let count = readings.len();
        out.push_str(&sentence!(
            language,
            "\n{FAINT}口径（{count} 项）：原文可作两种以上理解之处，各列可选取值{FAINT:#}\n",
            "\n{FAINT}readings ({count}): where the text allows two meanings or more, with the \
             choices{FAINT:#}\n",
        ));
        for reading in readings {
            push_reading(reading, &mut out, language);
        }
        print(&out)
    }
}

/// A reading, with its statements and its choices.
fn push_reading(reading: &Field, out: &mut String, language: Language) {
    let key = reading.key();
    let origin = parameters::Parameters::origin(key);
    let statements = origin.map(|it| it.source.statements.join(" ")).unwrap_or_default();
    let label = parameters::label(reading).get(language);
    let _ = writeln!(out, "{BOLD}{key}{BOLD:#}  {statements}  {label}");
    for line in choice_lines(reading, language) {
        let _ = writeln!(out, "  {line}");
    }
}

/// The choices of a reading, each with its sentence and who holds it; the default first.
pub(super) fn choice_lines(reading: &Field, language: Language) -> impl Iterator<Item = String> {
    reading_choices(reading.key()).iter().enumerate().map(move |(index, choice)| {
        let value = choice.value;
        let default = if index == 0 { text!("（默认）", " (default)") } else { text!("", "") };
        let default = default.get(language);
        let (words, holder) = (choice.words.get(language), choice.holder.label().get(language));
        sentence!(
            language,
            "{value}{default}：{words}（{holder}）",
            "{value}{default}: {words} ({holder})",
        )
    })
}

impl Schema {
    pub(super) fn run(&self, language: Language) -> Result<(), Stop> {
        let subject = named_subject(&self.subject, language)?;
        let draft = match self.draft {
            Version::Draft2020 => Draft::Draft2020,
            Version::Draft07 => Draft::Draft07,
        };
        print_json(&schema::subject(subject, draft))
    }
}

fn print_json(value: &Value) -> Result<(), Stop> {
    print(&format!("{value:#}\n"))
}

/// A table with its first column in bold.
fn table<const N: usize>(headings: [Text; N], rows: &[[String; N]], language: Language) -> String {
    let headings = headings.map(|heading| heading.get(language));
    let mut widths = headings.map(UnicodeWidthStr::width);
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.width().max(*width);
        }
    }
    let line = |cells: [&str; N]| {
        let cells = cells.iter().zip(widths).map(|(cell, width)| padded(cell, width));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let mut out = format!("{FAINT}{}{FAINT:#}\n", line(headings));
    for row in rows {
        let row = line(row.each_ref().map(String::as_str));
        let (first, rest) = row.split_once(' ').unwrap_or((&row, ""));
        let _ = writeln!(out, "{BOLD}{first}{BOLD:#} {rest}");
    }
    out
}
