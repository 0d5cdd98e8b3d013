//! `chanjiao changes`: what has changed between two tables of a register, such as those of two years.

mod book;
mod json;
mod output;
mod rows;
mod side;
mod summary;
mod table;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;

use super::console::{Stop, say};
use super::draft::failed;
use super::groups;
use super::judging::Before;
use super::named_subject;
use super::notes;
use super::output::{Form, Sink as _};
use super::parameters;
use super::reading::Reading;
use super::source::Opened;
use super::wide_table;
use super::worker::Task;
use crate::intake::layout::Lines;
use crate::table::{NO_RECORD, Register};
use crate::text::{Language, text};
use output::{Compared, Output};
pub(super) use rows::KeptRow;
use side::{Rows, Side};

/// 比较两份名册（如两个年度）：新增、不再出现的记录，变化的结论、判定和缺口 / Compare two registers, such as those of two years: records that are new or gone, conclusions, verdicts and shortfalls that have changed
#[derive(Debug, clap::Args)]
pub(super) struct ChangesOf {
    /// 记录的对象，如 enterprise / Subject of the records, e.g. enterprise
    #[arg(long, short, value_name = "SUBJECT")]
    subject: String,
    /// 识别记录的列，如 统一社会信用代码，可多次使用或用逗号分隔；按它对应两表的行 / Column that identifies records in both tables (repeatable, or with commas between several)
    #[arg(long, value_name = "HEADER", required = true)]
    key: Vec<String>,
    #[command(flatten)]
    reading: Reading,
    /// 参数文件：JSON 对象，替代文件规定的数值，用于两表 / JSON file of parameters that override the numbers of the policy, for both tables
    #[arg(long, value_name = "FILE")]
    parameters: Option<PathBuf>,
    /// 输出格式 [默认：按输出文件的扩展名，否则 text] / Output format [default: that of the extension of the output file, or text]
    #[arg(long, short, value_enum)]
    format: Option<ChangeForm>,
    /// 输出文件，写完才替换原有文件 [默认：标准输出] / Output file; replaces an earlier one when it is complete [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// CSV 输出文件开头不加标记（BOM） / No byte order mark at the start of a CSV file
    #[arg(long)]
    no_bom: bool,
    /// 摘要中最多列出的变化的记录数、规则数和有误行数 / Maximum number of changed records, of rules and of invalid rows in the summary
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,
    /// 把读取说明写入 JSON 文件 / Write the notes on reading to a JSON file
    #[arg(long, value_name = "FILE")]
    notes: Option<PathBuf>,
    /// 旧表；`-` 表示标准输入 / The old table; `-` is standard input
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// 新表 / The new table
    #[arg(value_name = "NEW")]
    new: PathBuf,
}

/// The formats of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum ChangeForm {
    /// 摘要，供人阅读 / A summary for people
    Text,
    /// 一个对象：数目和变化的记录 / An object: the counts and the changed records
    Json,
    /// 每行一条变化的记录 / One changed record per line
    Ndjson,
    /// 每条变化的记录一行，其下每条变化的规则一行 / One row per changed record, then one per rule that has changed
    Csv,
    /// 同样的表，另有汇总 / The same table, with a sheet of counts
    Xlsx,
}

impl From<Form> for ChangeForm {
    fn from(form: Form) -> Self {
        match form {
            Form::Text => Self::Text,
            Form::Json => Self::Json,
            Form::Ndjson => Self::Ndjson,
            Form::Csv => Self::Csv,
            Form::Xlsx => Self::Xlsx,
        }
    }
}

impl ChangesOf {
    /// Compares both tables; returns the exit code.
    pub(super) fn run(&self, language: Language) -> Result<ExitCode, Stop> {
        let subject = named_subject(&self.subject, language)?;
        let parameters = parameters::of_file(self.parameters.as_deref(), language)?;
        self.guard_inputs(language)?;
        let form = self.format.unwrap_or_else(|| Form::of(self.output.as_deref()).into());
        let key: Vec<String> = groups::names(&self.key).into_iter().flatten().collect();
        let task = Task {
            subject,
            parameters: &parameters,
            form: Form::Text,
            language,
            limit: self.limit,
            columns: wide_table::columns(subject, false),
            contested: false,
            accept_explained: false,
            groups: Vec::new(),
            children: Vec::new(),
            key: Some(key.clone()),
            // No record is shown for what it fails.
            enough: AtomicBool::new(true),
            several: true,
            table: self.reading.table_options(),
        };
        let path = self.output.as_deref();
        let output = Output::open(path, form, !self.no_bom, language)?;

        let mut old = Side::new(Register::default(), &self.old, self.limit);
        let mut errors = self.read(&task, &mut old)?;
        let Side { rows: register, read: old } = old;
        let in_file = |path: &Path, message: &str| format!("{}: {message}", path.display());
        let compare = |it: Register| it.compare(subject, subject.rules().iter());
        let comparison = compare(register).or_else(|found| {
            errors.push(in_file(&self.old, &found.message(true, language)));
            // The new table may have errors of its own.
            compare(Register::default())
        });
        let comparison = comparison.map_err(|it| Stop::Said(it.message(true, language)))?;
        let mut new = Side::new(comparison, &self.new, self.limit);
        errors.extend(self.read(&task, &mut new)?);
        let Side { rows: comparison, read: new } = new;
        let changes = comparison.finish();
        if let Err(found) = &changes {
            errors.push(in_file(&self.new, &found.message(true, language)));
        }
        if let Some(path) = &self.notes {
            let notes = notes::json(old.notes.iter().chain(&new.notes));
            fs::write(path, notes).map_err(|error| failed(path, &error, language))?;
        }
        for error in &errors {
            say(error);
        }
        let Some(changes) = changes.ok().filter(|_| errors.is_empty()) else {
            return Ok(ExitCode::from(2));
        };
        let sides = [&old, &new];
        output.write(&Compared {
            changes: &changes,
            key: &key,
            sides,
            limit: self.limit,
            language,
        })?;
        let mut empty = false;
        for side in sides.into_iter().filter(|it| it.records() == 0) {
            say(&in_file(side.path, NO_RECORD.get(language)));
            empty = true;
        }
        Ok(if sides.iter().any(|it| 0 < it.faulty()) {
            ExitCode::from(2)
        } else {
            ExitCode::from(u8::from(empty))
        })
    }

    /// Reads a table; returns the errors, with the name of the input.
    fn read(&self, task: &Task<'_>, side: &mut Side<'_, impl Rows>) -> Result<Vec<String>, Stop> {
        let (language, no_lines) = (task.language, Lines::default());
        let skip = self.reading.skip_lines.as_ref().unwrap_or(&no_lines);
        let (mut errors, mut before) = (Vec::new(), Before::default());
        let path = side.read.path;
        self.reading.opening(language).open(path, |opened| {
            let (name, judged) = match opened {
                Ok(Opened { source, length, note, .. }) => {
                    let name = self.reading.name(path, source);
                    let judged =
                        self.reading.judge(task, path, skip, source, length, &mut before, side)?;
                    let notes = note.into_iter().chain(source.input_notes());
                    side.input_notes(path, notes);
                    (name, judged.map(|_| ()))
                }
                Err(message) => (path.display().to_string(), Err(message)),
            };
            errors.extend(judged.err().map(|message| format!("{name}: {message}")));
            Ok::<(), Stop>(())
        })?;
        Ok(errors)
    }

    /// Refuses to write over an input.
    fn guard_inputs(&self, language: Language) -> Result<(), Stop> {
        let real = |it: &PathBuf| fs::canonicalize(it).ok();
        let outputs: Vec<PathBuf> =
            self.output.iter().chain(&self.notes).filter_map(real).collect();
        if [&self.old, &self.new].into_iter().filter_map(real).any(|it| outputs.contains(&it)) {
            let text = text!("输出文件也是输入文件", "the output file is also an input file");
            return Err(Stop::Said(text.get(language).to_owned()));
        }
        Ok(())
    }
}
