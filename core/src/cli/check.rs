//! `chanjiao check`: judges every record of the inputs.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;

use super::child::{self, ChildOptions};
use super::console::{Stop, say};
use super::groups::GroupOptions;
use super::judging::{Before, Records};
use super::named_subject;
use super::notes;
use super::output::{Form, Output, Settings, Sink as _};
use super::parameters;
use super::reading::Reading;
use super::source::Opened;
use super::wide_table;
use super::worker::Task;
use crate::intake::layout::Lines;
use crate::table::{Claims, Counted, Gate, NO_RECORD};
use crate::text::{Language, text};

/// 按规则检查记录 / Check records against the rules
#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// 记录的对象，如 enterprise；见 `chanjiao subjects` / Subject of the records, e.g. enterprise; see `chanjiao subjects`
    #[arg(long, short, value_name = "SUBJECT")]
    subject: String,
    #[command(flatten)]
    reading: Reading,
    /// 参数文件：JSON 对象，替代文件规定的数值 / JSON file of parameters that override the numbers of the policy
    #[arg(long, value_name = "FILE")]
    parameters: Option<PathBuf>,
    /// 输出格式 [默认：按输出文件的扩展名，否则 text] / Output format [default: that of the extension of the output file, or text]
    #[arg(long, short, value_enum)]
    format: Option<Form>,
    /// 输出文件，写完才替换原有文件 [默认：标准输出] / Output file; replaces an earlier one when it is complete [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// CSV 输出文件开头不加标记（BOM）；Excel 和 WPS 靠它识别 UTF-8 / No byte order mark at the start of a CSV file; Excel and WPS need it to recognize UTF-8
    #[arg(long)]
    no_bom: bool,
    /// 摘要中最多列出的需要关注的记录数和有误行数 / Maximum number of records that need attention, and of invalid rows, in the summary
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,
    /// 把读取说明写入 JSON 文件 / Write the notes on reading to a JSON file
    #[arg(long, value_name = "FILE")]
    notes: Option<PathBuf>,
    /// 在结果表中增加 .contested 列：换一种口径判定是否不同 / Add .contested columns to the results: whether another reading gives another result
    #[arg(long)]
    contested: bool,
    /// 允许的记录数或比例，可多次使用：结论或 faulty（有误），如 `non_compliant=1%`、`faulty=3` / Allow so many records of a conclusion, or faulty ones (repeatable): a number or a share of all
    #[arg(long, value_name = "NAME=N|P%", value_parser = allowance)]
    allow: Vec<(String, String)>,
    #[command(flatten)]
    children: ChildOptions,
    #[command(flatten)]
    groups: GroupOptions,
    /// 已附理由的记录不算未符合 / Records whose explanations cover what they do not meet do not fail
    #[arg(long)]
    accept_explained: bool,
    /// 输入文件；`-` 表示标准输入 / Input files; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

fn allowance(text: &str) -> Result<(String, String), &'static str> {
    let (name, limit) = text
        .split_once('=')
        .ok_or("应为 名称=数量 / expected NAME=NUMBER, e.g. non_compliant=1%")?;
    Ok((name.trim().to_owned(), limit.to_owned()))
}

impl Check {
    /// Checks all inputs; returns the exit code.
    pub(super) fn run(&self, language: Language) -> Result<ExitCode, Stop> {
        let subject = named_subject(&self.subject, language)?;
        let parameters = parameters::of_file(self.parameters.as_deref(), language)?;
        let gate = self.gate(language)?;
        self.guard_inputs(language)?;
        let form = self.format.unwrap_or_else(|| Form::of(self.output.as_deref()));
        let roll_ups = self.groups.roll_ups(subject, form, !self.no_bom, language)?;
        let mut table = self.reading.table_options();
        let (children, child_notes) =
            self.children.read(subject, &parameters, &mut table, language).map_err(Stop::Said)?;
        let task = Task {
            subject,
            parameters: &parameters,
            form,
            language,
            limit: self.limit,
            columns: wide_table::columns(subject, self.contested),
            contested: self.contested,
            accept_explained: self.accept_explained,
            groups: roll_ups.groups.clone(),
            children,
            key: None,
            enough: AtomicBool::new(self.limit == 0),
            several: 1 < self.files.len()
                || self.reading.all_sheets()
                || !self.children.are_empty(),
            table,
        };
        let settings = Settings {
            form,
            subject,
            several: task.several,
            bom: !self.no_bom,
            columns: &task.columns,
            limit: self.limit,
            accept_explained: self.accept_explained,
            language,
        };
        let mut output = Output::open(self.output.as_deref(), &settings, roll_ups)?;
        for note in child_notes {
            output.note(note);
        }
        let claims = task.children.iter().map(Claims::of).collect();
        let mut before = Before { rows: 0, claims };
        let read = self.inputs(&task, &mut before, &mut output)?;
        if !read.errors {
            output.add(child::orphans(&task, &before))?;
        }
        output.group_notes();
        if let Some(path) = &self.notes {
            let failed = |error: std::io::Error| Stop::Said(format!("{}: {error}", path.display()));
            fs::write(path, notes::json(output.notes())).map_err(failed)?;
        }
        let tally = output.finish(!read.errors)?;
        if let Some(note) = tally.time.message(&parameters, language) {
            say(&note);
        }
        let excesses = gate.excesses(&tally.records());
        if !self.allow.is_empty() {
            for excess in &excesses {
                say(&excess.message(language));
            }
        }
        let too_many_faults = excesses.iter().any(|it| it.counted == Counted::Faulty);
        Ok(if read.errors || too_many_faults {
            ExitCode::from(2)
        } else if excesses.is_empty() && !read.no_records {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(1)
        })
    }

    /// Judges the inputs, one after the other.
    fn inputs(
        &self,
        task: &Task<'_>,
        before: &mut Before,
        output: &mut Output,
    ) -> Result<Inputs, Stop> {
        let language = task.language;
        let mut inputs = Inputs { errors: false, no_records: false };
        let no_lines = Lines::default();
        let skip = self.reading.skip_lines.as_ref().unwrap_or(&no_lines);
        for file in &self.files {
            self.reading.opening(language).open(file, |opened| {
                let (name, judged) = match opened {
                    Ok(Opened { source, length, note, .. }) => {
                        let name = self.reading.name(file, source);
                        let judged =
                            self.reading.judge(task, file, skip, source, length, before, output)?;
                        output.input_notes(file, note.into_iter().chain(source.input_notes()));
                        (name, judged)
                    }
                    Err(message) => (file.display().to_string(), Err(message)),
                };
                match judged {
                    Ok(Records::Some) => {}
                    Ok(Records::None) => {
                        say(&format!("{name}: {}", NO_RECORD.get(language)));
                        inputs.no_records = true;
                    }
                    Err(message) => {
                        say(&format!("{name}: {message}"));
                        inputs.errors = true;
                    }
                }
                Ok::<(), Stop>(())
            })?;
        }
        Ok(inputs)
    }

    /// How many records may fail.
    fn gate(&self, language: Language) -> Result<Gate, Stop> {
        let mut gate = Gate::default();
        gate.accept_explained = self.accept_explained;
        let errors = self.allow.iter().filter_map(|(name, limit)| gate.allow(name, limit).err());
        let errors: Vec<String> = errors.map(|it| it.message(language)).collect();
        if errors.is_empty() { Ok(gate) } else { Err(Stop::Said(errors.join("\n"))) }
    }

    /// Refuses to write over an input, which would be emptied before it is read.
    fn guard_inputs(&self, language: Language) -> Result<(), Stop> {
        let outputs = self.output.iter().chain(&self.notes).chain(self.groups.file());
        let outputs = outputs.map(fs::canonicalize);
        let outputs: Vec<PathBuf> = outputs.filter_map(Result::ok).collect();
        let clash = |file: &PathBuf| fs::canonicalize(file).is_ok_and(|it| outputs.contains(&it));
        let children: Vec<PathBuf> = self.children.files().collect();
        if self.files.iter().chain(&children).any(clash) {
            let text = text!("输出文件也是输入文件", "the output file is also an input file");
            return Err(Stop::Said(text.get(language).to_owned()));
        }
        Ok(())
    }
}

/// What is known of the inputs as a whole.
struct Inputs {
    /// Whether one could not be read.
    errors: bool,
    /// Whether one is a table without records.
    no_records: bool,
}
