//! `chanjiao check`: judges every record of the inputs.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use indicatif::{ProgressBar, ProgressStyle};

use super::console::{Stop, brief, clean, say};
use super::named_subject;
use super::output::{Form, Output};
use super::pool;
use super::rows::{Batch, Source};
use super::source::{self, Opening};
use super::text::Encoding;
use super::wide_table;
use super::worker::{Input, Made, Task};
use crate::json::MAX_TEXT;
use crate::parameters::Parameters;
use crate::subjects::Subject;
use crate::table::{Columns, MOST_TOLD, told};
use crate::text::{Language, text};

/// 检查记录 / check records
#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// 对象，如 enterprise；见 `chanjiao subjects` / whom the records describe
    #[arg(long, short, value_name = "SUBJECT")]
    subject: String,
    /// 列对应的事实，可多次给出；事实留空则不用该列 / the fact that a column stands for; none leaves it out
    #[arg(long, value_name = "HEADER=FACT", value_parser = mapping)]
    map: Vec<(String, String)>,
    /// 参数文件（JSON 对象） / a JSON object of parameters to override
    #[arg(long, value_name = "FILE")]
    parameters: Option<PathBuf>,
    /// 输出格式 / the form of the output
    #[arg(long, short, value_enum, default_value_t = Form::Text)]
    format: Form,
    /// 输出文件；默认标准输出 / a file to write to instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// 列出的未符合记录和有误行数 / how many failing records and faulty rows the text shows
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,
    /// 输入格式；默认按扩展名或内容 / the format of the inputs, else told by extension or content
    #[arg(long, value_enum)]
    input: Option<source::Format>,
    /// CSV 的编码；默认按内容 / the encoding of CSV, else told by its content
    #[arg(long, value_enum)]
    encoding: Option<Encoding>,
    /// XLSX 的工作表；默认第一个 / the sheet of a workbook, else its first
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// 表头所在行 / the line of the header row
    #[arg(long, value_name = "LINE", default_value_t = 1)]
    header_row: u64,
    /// 输入文件；`-` 为标准输入 / inputs; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// An input from this length on shows how far it was read.
const LONG: u64 = 32 * 1024 * 1024;

/// The most rows and bytes that are handed on at once.
const BATCH_BYTES: usize = 1024 * 1024;

fn mapping(text: &str) -> Result<(String, String), &'static str> {
    let (header, fact) = text.rsplit_once('=').ok_or("no `=`: 营业收入=sales_revenue_yuan")?;
    Ok((header.to_owned(), fact.to_owned()))
}

impl Check {
    /// Judges every input; returns the exit code.
    pub(super) fn run(&self, language: Language) -> Result<ExitCode, Stop> {
        let subject = named_subject(&self.subject, language)?;
        let parameters = self.parameters(language)?;
        self.guard_inputs(language)?;
        let task = Task {
            subject,
            parameters: &parameters,
            form: self.format,
            language,
            limit: self.limit,
            gaps: wide_table::gaps(subject),
            enough: AtomicBool::new(self.limit == 0),
        };
        let path = self.output.as_deref();
        let mut output = Output::open(self.format, path, subject, self.limit, language)?;
        let mut sound = true;
        let mut base = 0;
        for file in &self.files {
            let read = self.opening(language).open(file, |source, length| {
                self.judge(&task, file, source, length, &mut base, &mut output)
            });
            if let Err(message) = read.unwrap_or_else(|error| Ok(Err(error)))? {
                say(&format!("{}: {message}", file.display()));
                sound = false;
            }
        }
        let tally = output.finish(sound)?;
        Ok(match (sound && tally.faulty == 0, tally.failing()) {
            (false, _) => ExitCode::from(2),
            (true, 0) => ExitCode::SUCCESS,
            (true, _) => ExitCode::from(1),
        })
    }

    fn opening(&self, language: Language) -> Opening<'_> {
        Opening {
            format: self.input,
            encoding: self.encoding,
            sheet: self.sheet.as_deref(),
            header_row: self.header_row,
            language,
        }
    }

    fn parameters(&self, language: Language) -> Result<Parameters, Stop> {
        let Some(path) = &self.parameters else {
            return Ok(Parameters::default());
        };
        let failed = |text: &str| Stop::Said(format!("{}: {text}", path.display()));
        let text = read_parameters(path).map_err(|error| failed(&error.to_string()))?;
        Parameters::from_json(&text).map_err(|faults| {
            let said = faults.iter().map(|fault| {
                let said = [
                    Some(fault.pointer.clone()),
                    Some(fault.message(language)),
                    fault.help(language),
                ];
                said.into_iter().flatten().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
            });
            failed(&said.collect::<Vec<_>>().join("\n"))
        })
    }

    /// An output that is one of the inputs would wipe it out before it is read.
    fn guard_inputs(&self, language: Language) -> Result<(), Stop> {
        let Some(Ok(output)) = self.output.as_ref().map(fs::canonicalize) else {
            return Ok(());
        };
        let clash = |file: &PathBuf| fs::canonicalize(file).is_ok_and(|file| file == output);
        if self.files.iter().any(clash) {
            let text = text!("输出文件也是输入文件", "the output is one of the inputs");
            return Err(Stop::Said(text.get(language).to_owned()));
        }
        Ok(())
    }

    /// Judges one input. The outer error ends the command, the inner one only this input.
    fn judge(
        &self,
        task: &Task<'_>,
        file: &Path,
        source: &mut dyn Source,
        length: Option<u64>,
        base: &mut u64,
        output: &mut Output,
    ) -> Result<Result<(), String>, Stop> {
        let columns = match self.columns(task, file, source) {
            Ok(columns) => columns,
            Err(message) => return Ok(Err(message)),
        };
        let name = file.display().to_string();
        let input = Input {
            task,
            columns: columns.as_ref(),
            name: (1 < self.files.len()).then_some(name.as_str()),
            base: *base,
        };
        let bar = progress(length, self.format, self.output.is_some());
        let mut broken = None;
        let mut reader = Batches { source, rows: rows_at_once(self.format), ended: false };
        pool::run(
            || reader.next(),
            |read| {
                let made = input.judge(&read.batch);
                Made { position: read.position, broken: read.broken, ..made }
            },
            |mut made| {
                *base = made.next.max(*base);
                broken = made.broken.take();
                if let Some(bar) = &bar {
                    bar.set_position(made.position);
                }
                output.take(made)?;
                task.enough.store(output.has_enough(), Ordering::Relaxed);
                Ok::<_, Stop>(())
            },
        )?;
        if let Some(bar) = bar {
            bar.finish_and_clear();
        }
        Ok(broken.map_or(Ok(()), Err))
    }

    /// Matches the columns of a table, and says once which are not used.
    fn columns(
        &self,
        task: &Task<'_>,
        file: &Path,
        source: &mut dyn Source,
    ) -> Result<Option<Columns>, String> {
        let Task { subject, language, .. } = *task;
        let Some(headers) = source.headers()? else {
            return Ok(None);
        };
        let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
        let columns = Columns::of(subject, &headers, &self.map).map_err(|faults| {
            told(faults.iter().map(|it| clean(&it.message(language)).into_owned()), language)
        })?;
        let ignored = ignored(&columns, language);
        if columns.facts().next().is_none() {
            return Err(no_fact(subject, &ignored, language));
        }
        if !ignored.is_empty() {
            let note = text!("未使用的列：", "columns not used: ");
            say(&format!("{}: {}{ignored}", file.display(), note.get(language)));
        }
        Ok(Some(columns))
    }
}

/// Reads a file of parameters, and of one that is too long no more than shows it.
fn read_parameters(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_TEXT + 1).unwrap_or(u64::MAX);
    File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    if MAX_TEXT < bytes.len() {
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

/// The names of the columns that stand for no fact; of many, the first.
fn ignored(columns: &Columns, language: Language) -> String {
    let blank = text!("（空表头）", "(blank)").get(language);
    let name = |header: &String| match header.trim() {
        "" => blank.to_owned(),
        name => brief(name).into_owned(),
    };
    let ignored = columns.ignored();
    let names: Vec<String> = ignored.iter().take(MOST_TOLD).map(name).collect();
    let names = names.join(text!("、", ", ").get(language));
    match (ignored.len(), language) {
        (count, _) if count <= MOST_TOLD => names,
        (count, Language::Chinese) => format!("{names} 等 {count} 列"),
        (count, Language::English) => format!("{names}, … ({count} in all)"),
    }
}

fn no_fact(subject: &Subject, ignored: &str, language: Language) -> String {
    let name = subject.name;
    match language {
        Language::Chinese => format!(
            "没有一列对应 {name} 的事实（列：{ignored}）；用 --map 列名=事实 指定，或用 --header-row、--encoding 说明表头和编码"
        ),
        Language::English => format!(
            "no column stands for a fact of {name} (columns: {ignored}); name them with --map HEADER=FACT, or set --header-row or --encoding"
        ),
    }
}

/// Answers are long, rows of counts are not.
fn rows_at_once(form: Form) -> usize {
    match form {
        Form::Json | Form::Ndjson => 64,
        Form::Text | Form::Csv | Form::Xlsx => 1024,
    }
}

/// Rows of a source in batches.
struct Batches<'a> {
    source: &'a mut dyn Source,
    rows: usize,
    ended: bool,
}

/// Some rows, how far the input was read, and why it could not be read further.
struct Rows {
    batch: Batch,
    position: u64,
    broken: Option<String>,
}

impl Batches<'_> {
    fn next(&mut self) -> Option<Rows> {
        if self.ended {
            return None;
        }
        let mut batch = Batch::default();
        let mut broken = None;
        while batch.len() < self.rows && batch.bytes() < BATCH_BYTES {
            match self.source.next(&mut batch) {
                Ok(true) => {}
                Ok(false) => self.ended = true,
                Err(error) => {
                    self.ended = true;
                    broken = Some(error);
                }
            }
            if self.ended {
                break;
            }
        }
        Some(Rows { batch, position: self.source.position(), broken })
    }
}

/// Shows how far a long input was read, unless answers scroll by on the same terminal.
fn progress(length: Option<u64>, form: Form, to_file: bool) -> Option<ProgressBar> {
    use std::io::IsTerminal;
    let quiet = form == Form::Text || to_file || !std::io::stdout().is_terminal();
    let length = length.filter(|length| LONG <= *length)?;
    if !quiet || !std::io::stderr().is_terminal() {
        return None;
    }
    let style =
        ProgressStyle::with_template("{bar:30} {percent:>3}% {bytes_per_sec} {eta}").ok()?;
    Some(ProgressBar::new(length).with_style(style))
}
