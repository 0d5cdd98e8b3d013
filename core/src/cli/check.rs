//! `chanjiao check`: judges every record of the inputs.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use indicatif::{ProgressBar, ProgressStyle};

use super::console::{Stop, brief, clean, say};
use super::named_subject;
use super::output::{Form, Output, Settings};
use super::pool;
use super::row::BatchResult;
use super::source::{self, Opening};
use super::wide_table;
use super::worker::{Input, Task};
use crate::intake::Error;
use crate::intake::batch::{Batch, Source};
use crate::intake::decode::Encoding;
use crate::intake::layout::Head;
use crate::intake::workbook::ALL;
use crate::json::MAX_TEXT;
use crate::parameters::Parameters;
use crate::quantity::Date;
use crate::subjects::Subject;
use crate::table::{Columns, MAX_LISTED, Note, NoteCounts, join_messages};
use crate::text::{Language, sentence, text};

/// 按规则检查记录 / Check records against the rules
#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// 记录的对象，如 enterprise；见 `chanjiao subjects` / Subject of the records, e.g. enterprise; see `chanjiao subjects`
    #[arg(long, short, value_name = "SUBJECT")]
    subject: String,
    /// 把列对应到事实，可多次使用；事实留空则忽略该列 / Map a column to a fact (repeatable); an empty fact ignores the column
    #[arg(long, value_name = "HEADER=FACT", value_parser = mapping)]
    map: Vec<(String, String)>,
    /// 参数文件：JSON 对象，替代文件规定的数值 / JSON file of parameters that override the numbers of the policy
    #[arg(long, value_name = "FILE")]
    parameters: Option<PathBuf>,
    /// 输出格式 / Output format
    #[arg(long, short, value_enum, default_value_t = Form::Text)]
    format: Form,
    /// 输出文件 [默认：标准输出] / Output file [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// 摘要中最多列出的需要关注的记录数和有误行数 / Maximum number of records that need attention, and of invalid rows, in the summary
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,
    /// 输入格式 [默认：按扩展名或内容判断] / Input format [default: detected from extension or content]
    #[arg(long, value_enum)]
    input: Option<source::Format>,
    /// CSV 的编码 [默认：按内容判断] / Encoding of CSV input [default: detected]
    #[arg(long, value_enum)]
    encoding: Option<Encoding>,
    /// XLSX 的工作表 [默认：第一个显示且不空的]；`*` 表示全部 / Sheet of an XLSX workbook [default: the first that is visible and not empty]; `*` is all of them
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// 表头所在行，从 1 开始 / Line of the header row, counted from 1
    #[arg(long, value_name = "LINE", default_value_t = 1)]
    header_row: u64,
    /// XLSX 数字单元格的金额与整分相差不超过百万分之一的，四舍五入到分 / Round amounts in number cells of XLSX to whole fen if they differ by at most a millionth
    #[arg(long)]
    round_money: bool,
    /// 在结果表中增加 .contested 列：换一种口径判定是否不同 / Add .contested columns to the results: whether another reading gives another result
    #[arg(long)]
    contested: bool,
    /// 已附理由的记录不算未符合 / Records whose explanations cover what they do not meet do not fail
    #[arg(long)]
    accept_explained: bool,
    /// 输入文件；`-` 表示标准输入 / Input files; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// Inputs of at least this many bytes have a progress bar.
const LONG: u64 = 32 * 1024 * 1024;

/// A batch ends with the row in which it reaches this many bytes.
const BATCH_BYTES: usize = 1024 * 1024;

fn mapping(text: &str) -> Result<(String, String), &'static str> {
    let (header, fact) = text
        .rsplit_once('=')
        .ok_or("应为 表头=事实 / expected HEADER=FACT, e.g. 营业收入=sales_revenue_yuan")?;
    Ok((header.to_owned(), fact.to_owned()))
}

impl Check {
    /// Checks all inputs; returns the exit code.
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
            columns: wide_table::columns(subject, self.contested),
            contested: self.contested,
            accept_explained: self.accept_explained,
            enough: AtomicBool::new(self.limit == 0),
        };
        let path = self.output.as_deref();
        let settings = Settings {
            form: self.format,
            subject,
            columns: &task.columns,
            limit: self.limit,
            accept_explained: self.accept_explained,
            language,
        };
        let mut output = Output::open(path, &settings)?;
        let mut no_errors = true;
        let mut base = 0;
        for file in &self.files {
            let read = self.opening(language).open(file, |source, length| {
                self.judge(&task, file, source, length, &mut base, &mut output)
            });
            for read in read.unwrap_or_else(|error| vec![Ok(Err(error))]) {
                if let Err(message) = read? {
                    say(&format!("{}: {message}", file.display()));
                    no_errors = false;
                }
            }
        }
        let tally = output.finish(no_errors)?;
        if let Some(years) = tally.outside_years.filter(|_| tally.all_outside()) {
            say(&outside(years, &parameters, language));
        }
        Ok(match (no_errors && tally.faulty == 0, tally.failing(self.accept_explained)) {
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
            let lines = faults.iter().map(|fault| {
                let parts = [
                    Some(fault.pointer.clone()),
                    Some(fault.message(language)),
                    fault.help(language),
                ];
                let parts = parts.into_iter().flatten().filter(|it| !it.is_empty());
                parts.collect::<Vec<_>>().join(" ")
            });
            failed(&lines.collect::<Vec<_>>().join("\n"))
        })
    }

    /// Refuses to write over an input, which would be emptied before it is read.
    fn guard_inputs(&self, language: Language) -> Result<(), Stop> {
        let Some(Ok(output)) = self.output.as_ref().map(fs::canonicalize) else {
            return Ok(());
        };
        let clash = |file: &PathBuf| fs::canonicalize(file).is_ok_and(|file| file == output);
        if self.files.iter().any(clash) {
            let text = text!("输出文件也是输入文件", "the output file is also an input file");
            return Err(Stop::Said(text.get(language).to_owned()));
        }
        Ok(())
    }

    /// Checks one input. The outer error ends the command, the inner one only this input.
    fn judge(
        &self,
        task: &Task<'_>,
        file: &Path,
        source: &mut dyn Source,
        length: Option<u64>,
        base: &mut u64,
        output: &mut Output,
    ) -> Result<Result<(), String>, Stop> {
        let sheet = source.sheet().filter(|_| self.sheet.as_deref() == Some(ALL));
        let sheet = sheet.map(str::to_owned);
        let name = match &sheet {
            Some(sheet) => format!("{}: {sheet}", file.display()),
            None => file.display().to_string(),
        };
        // Which sheets there are also helps if no header is found.
        let mut notes = source.notes();
        for note in &notes {
            say(&format!("{name}: {}", note.message(task.language)));
        }
        let (head, columns) = match self.columns(task, &name, source) {
            Ok(found) => found.unzip(),
            // The message of the command names the file.
            Err(message) => {
                return Ok(Err(sheet.map_or(message.clone(), |it| format!("{it}: {message}"))));
            }
        };
        let said = notes.len();
        let input = Input {
            task,
            columns: columns.as_ref(),
            round_money: self.round_money,
            first: head.as_ref().map_or(0, |head| head.first),
            name: (1 < self.files.len() || sheet.is_some()).then_some(name.as_str()),
            base: *base,
        };
        let bar = progress(length, self.format, self.output.is_some());
        let (mut error, mut counts, mut found) = (None, Vec::new(), Vec::new());
        let mut reader = Batches { source, rows: batch_rows(self.format), ended: false };
        pool::run(
            || reader.next(),
            |read| {
                let result = input.judge(&read.batch);
                BatchResult { position: read.position, error: read.error, ..result }
            },
            |mut result| {
                *base = result.next.max(*base);
                error = result.error.take();
                NoteCounts::merge(&mut counts, &result.counts);
                Note::merge(&mut found, std::mem::take(&mut result.notes));
                if let Some(bar) = &bar {
                    bar.set_position(result.position);
                }
                output.add(result)?;
                task.enough.store(output.has_enough(), Ordering::Relaxed);
                Ok::<_, Stop>(())
            },
        )?;
        if let Some(bar) = bar {
            bar.finish_and_clear();
        }
        let headers = head.iter().flat_map(|head| &head.headers);
        let columns = headers.zip(counts).enumerate();
        notes.extend(
            columns.flat_map(|(index, (header, counts))| counts.notes(index, &brief(header))),
        );
        notes.extend(reader.source.notes());
        notes.extend(found);
        for (index, note) in notes.iter().enumerate() {
            let note = note.message(task.language);
            if said <= index {
                say(&format!("{name}: {note}"));
            }
            output.note(input.name, &note);
        }
        Ok(error.map_or(Ok(()), |error: Error| Err(error.message(task.language))))
    }

    /// Matches the columns of a table with facts, and reports those that are not used. Returns the
    /// headers and the columns; `None` if rows are JSON.
    fn columns(
        &self,
        task: &Task<'_>,
        name: &str,
        source: &mut dyn Source,
    ) -> Result<Option<(Head, Columns)>, String> {
        let Task { subject, language, .. } = *task;
        if !source.is_table() {
            return Ok(None);
        }
        let head = Head::read(source, self.header_row).map_err(|it| it.message(language))?;
        let texts: Vec<&str> = head.headers.iter().map(String::as_str).collect();
        let columns = Columns::of(subject, &texts, &self.map).map_err(|errors| {
            let messages = errors.iter().map(|it| clean(&it.message(language)).into_owned());
            join_messages(messages, language)
        })?;
        let ignored = ignored(&columns, language);
        if columns.facts().next().is_none() {
            return Err(no_fact(subject, &ignored, language));
        }
        if !ignored.is_empty() {
            let note = text!("未使用的列：", "unused columns: ");
            say(&format!("{name}: {}{ignored}", note.get(language)));
        }
        Ok(Some((head, columns)))
    }
}

/// Says that no record lies in the time to which the policy is applied.
fn outside([first, last]: [i64; 2], parameters: &Parameters, language: Language) -> String {
    let years = match (first == last, language) {
        (true, _) => first.to_string(),
        (false, Language::Chinese) => format!("{first} 至 {last}"),
        (false, Language::English) => format!("{first} to {last}"),
    };
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let unlimited = || text!("不限", "no limit").get(language).to_owned();
    let from = day(parameters.policy_applies_from()).unwrap_or_else(unlimited);
    let to = day(parameters.policy_applies_to()).unwrap_or_else(unlimited);
    sentence!(
        language,
        "所有记录（{years} 年）都在设定的适用期（{from} 至 {to}）之外，均不适用；请核对年度或日期，或设定 \
         policy_applies_from、policy_applies_to",
        "every record ({years}) lies outside the time to which the policy is applied ({from} to \
         {to}), so no rule applies; check the years or days, or set policy_applies_from and policy_applies_to",
    )
}

/// Reads a file of parameters, but no more of it than shows that it is too long.
fn read_parameters(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_TEXT + 1).unwrap_or(u64::MAX);
    File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    if MAX_TEXT < bytes.len() {
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

/// The headers of the columns that hold no fact; if there are many, the first of them.
fn ignored(columns: &Columns, language: Language) -> String {
    let blank = text!("（空表头）", "(no header)").get(language);
    let name = |header: &String| match header.trim() {
        "" => blank.to_owned(),
        name => brief(name).into_owned(),
    };
    let ignored = columns.ignored();
    let names: Vec<String> = ignored.iter().take(MAX_LISTED).map(name).collect();
    let names = names.join(text!("、", ", ").get(language));
    let count = ignored.len();
    if count <= MAX_LISTED {
        return names;
    }
    sentence!(language, "{names} 等 {count} 列", "{names}, … ({count} in total)")
}

fn no_fact(subject: &Subject, ignored: &str, language: Language) -> String {
    let name = subject.name;
    sentence!(
        language,
        "没有一列对应 {name} 的事实（列：{ignored}）；\
         请用 --map 表头=事实 指定，或检查 --header-row 和 --encoding",
        "no column matches a fact of {name} (columns: {ignored}); \
         map columns with --map HEADER=FACT, or check --header-row and --encoding",
    )
}

/// The number of rows per batch; fewer if the output of each is long.
fn batch_rows(form: Form) -> usize {
    match form {
        Form::Json | Form::Ndjson => 64,
        Form::Text | Form::Csv | Form::Xlsx => 1024,
    }
}

/// Reads the rows of an input in batches.
struct Batches<'a> {
    source: &'a mut dyn Source,
    rows: usize,
    ended: bool,
}

/// A batch of rows, the number of bytes read so far, and the error that ends the input.
struct ReadBatch {
    batch: Batch,
    position: u64,
    error: Option<Error>,
}

impl Batches<'_> {
    fn next(&mut self) -> Option<ReadBatch> {
        if self.ended {
            return None;
        }
        let mut batch = Batch::default();
        let mut error = None;
        while batch.len() < self.rows && batch.bytes() < BATCH_BYTES {
            match self.source.next(&mut batch) {
                Ok(true) => {}
                Ok(false) => self.ended = true,
                Err(message) => {
                    self.ended = true;
                    error = Some(message);
                }
            }
            if self.ended {
                break;
            }
        }
        Some(ReadBatch { batch, position: self.source.position(), error })
    }
}

/// A progress bar for a long input, unless answers are printed on the same terminal.
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
