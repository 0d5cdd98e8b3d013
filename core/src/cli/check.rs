//! `chanjiao check`: judges every record of the inputs.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use indicatif::{ProgressBar, ProgressStyle};

use super::console::{Stop, brief, clean, say};
use super::named_subject;
use super::output::{Form, Output, Settings};
use super::pool;
use super::row::BatchResult;
use super::source::{Encoding, InputFormat, Opened, Opening};
use super::wide_table;
use super::worker::{Input, Task};
use crate::intake::Error;
use crate::intake::batch::{Batch, Source};
use crate::intake::layout::Head;
use crate::intake::note::InputNote;
use crate::intake::separator::Separator;
use crate::json::MAX_TEXT;
use crate::parameters::Parameters;
use crate::subjects::Subject;
use crate::table::{Columns, MAX_LISTED, Missing, NoteCounts, Options, join_messages};
use crate::text::{Language, sentence, text};

/// 按规则检查记录 / Check records against the rules
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the command")]
pub(super) struct Check {
    /// 记录的对象，如 enterprise；见 `chanjiao subjects` / Subject of the records, e.g. enterprise; see `chanjiao subjects`
    #[arg(long, short, value_name = "SUBJECT")]
    subject: String,
    /// 把列对应到事实，可加单位，可多次使用；事实留空则忽略该列 / Map a column to a fact, perhaps with its unit (repeatable); an empty fact ignores the column
    #[arg(long, value_name = "HEADER=FACT[:UNIT]", value_parser = mapping)]
    map: Vec<(String, String)>,
    /// 指定事实的单位，可多次使用，优先于表头 / Give the unit of a fact (repeatable), overriding the header
    #[arg(long, value_name = "FACT=UNIT", value_parser = unit)]
    unit: Vec<(String, String)>,
    /// 表示“未知”的文字，用逗号分隔；留空则没有 [默认：—,-,/,…,N/A,NA,NULL,#N/A,暂无,不详] / Texts that mean unknown, separated by commas; empty: none
    #[arg(long, value_name = "LIST")]
    missing: Option<String>,
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
    /// 输入格式 [默认：按内容和扩展名判断] / Input format [default: detected from content and extension]
    #[arg(long, value_enum)]
    input: Option<InputFormat>,
    /// 文本的编码 [默认：按内容判断] / Encoding of text input [default: detected]
    #[arg(long, value_enum)]
    encoding: Option<Encoding>,
    /// CSV 的分隔符，如 `;`、tab [默认：按内容判断] / Separator of CSV input, e.g. `;` or tab [default: detected]
    #[arg(long, value_name = "CHARACTER")]
    separator: Option<Separator>,
    /// XLSX 的工作表 [默认：第一个] / Sheet of an XLSX workbook [default: the first]
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

fn unit(text: &str) -> Result<(String, String), &'static str> {
    let (fact, unit) = text
        .split_once('=')
        .ok_or("应为 事实=单位 / expected FACT=UNIT, e.g. sales_revenue_yuan=万元")?;
    Ok((fact.to_owned(), unit.to_owned()))
}

impl Check {
    /// Checks all inputs; returns the exit code.
    pub(super) fn run(&self, language: Language) -> Result<ExitCode, Stop> {
        let subject = named_subject(&self.subject, language)?;
        let parameters = self.parameters(language)?;
        self.guard_inputs(language)?;
        let form = self.format.unwrap_or_else(|| Form::of(self.output.as_deref()));
        let task = Task {
            subject,
            parameters: &parameters,
            form,
            language,
            limit: self.limit,
            columns: wide_table::columns(subject, self.contested),
            contested: self.contested,
            accept_explained: self.accept_explained,
            enough: AtomicBool::new(self.limit == 0),
        };
        let path = self.output.as_deref();
        let settings = Settings {
            form,
            subject,
            several: 1 < self.files.len(),
            bom: !self.no_bom,
            columns: &task.columns,
            limit: self.limit,
            accept_explained: self.accept_explained,
            language,
        };
        let mut output = Output::open(path, &settings)?;
        let mut no_errors = true;
        let mut base = 0;
        for file in &self.files {
            let read = self.opening(language).open(file, |Opened { source, length, note }| {
                let judged = self.judge(&task, file, source, length, &mut base, &mut output);
                self.note(file, note.into_iter().chain(source.notes()), language, &mut output);
                judged
            });
            if let Err(message) = read.unwrap_or_else(|error| Ok(Err(error)))? {
                say(&format!("{}: {message}", file.display()));
                no_errors = false;
            }
        }
        let tally = output.finish(no_errors)?;
        if let Some(note) = tally.time.message(&parameters, language) {
            say(&note);
        }
        Ok(match (no_errors && tally.faulty == 0, tally.failing(self.accept_explained)) {
            (false, _) => ExitCode::from(2),
            (true, 0) => ExitCode::SUCCESS,
            (true, _) => ExitCode::from(1),
        })
    }

    fn opening(&self, language: Language) -> Opening<'_> {
        Opening {
            format: self.input.map(Into::into),
            encoding: self.encoding.map(Into::into),
            separator: self.separator,
            sheet: self.sheet.as_deref(),
            language,
        }
    }

    /// Says how the bytes of an input were read.
    fn note(
        &self,
        file: &Path,
        notes: impl Iterator<Item = InputNote>,
        language: Language,
        output: &mut Output,
    ) {
        let name = file.display().to_string();
        for note in notes {
            let note = note.message(language);
            say(&format!("{name}: {note}"));
            output.note((1 < self.files.len()).then_some(name.as_str()), &note);
        }
    }

    fn parameters(&self, language: Language) -> Result<Parameters, Stop> {
        let Some(path) = &self.parameters else {
            return Ok(Parameters::default());
        };
        let failed = |text: &str| Stop::Said(format!("{}: {text}", path.display()));
        let text = read_parameters(path).map_err(|error| failed(&error.message(language)))?;
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
        let (head, columns) = match self.columns(task, file, source) {
            Ok(found) => found.unzip(),
            Err(message) => return Ok(Err(message)),
        };
        let name = file.display().to_string();
        let input = Input {
            task,
            columns: columns.as_ref(),
            headers: head.as_ref().map_or(&[], |head| &head.headers),
            round_money: self.round_money,
            first: head.as_ref().map_or(0, |head| head.first),
            name: (1 < self.files.len()).then_some(name.as_str()),
            base: *base,
        };
        let bar = progress(length, task.form, self.output.is_some());
        let (mut error, mut counts, mut wrapped) = (None, Vec::new(), None);
        let mut reader = Batches { source, rows: batch_rows(task.form), ended: false };
        pool::run(
            || reader.next(),
            |read| {
                let result = input.judge(&read.batch);
                BatchResult { position: read.position, error: read.error, ..result }
            },
            |mut result| {
                *base = result.next.max(*base);
                error = result.error.take();
                wrapped = wrapped.take().or(result.wrapped.take());
                NoteCounts::merge(&mut counts, &result.counts);
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
        let wrapped = wrapped.map(|key| InputNote::Wrapped { key: brief(&key).into_owned() });
        self.note(file, wrapped.into_iter(), task.language, output);
        let missing = columns.as_ref().map_or(Missing::NONE, Columns::missing);
        let headers = head.iter().flat_map(|head| &head.headers);
        let cells = headers.zip(counts).enumerate();
        let cells = cells.flat_map(|(at, (header, counts))| counts.notes(at, header, missing));
        let headers = columns.iter().flat_map(Columns::notes).cloned();
        for note in headers.chain(cells) {
            let note = clean(&note.message(task.language)).into_owned();
            say(&format!("{}: {note}", file.display()));
            output.note(input.name, &note);
        }
        Ok(error.map_or(Ok(()), |error: Error| Err(error.message(task.language))))
    }

    /// What the options say about the headers and the cells of a table.
    fn table_options(&self) -> Options {
        let mut options = Options::default();
        options.map.clone_from(&self.map);
        options.units.clone_from(&self.unit);
        let marks = |list: &String| list.split([',', '，']).map(str::to_owned).collect();
        options.missing = self.missing.as_ref().map(marks);
        options
    }

    /// Matches the columns of a table with facts, and reports those that are not used. Returns the
    /// headers and the columns; `None` if rows are JSON.
    fn columns(
        &self,
        task: &Task<'_>,
        file: &Path,
        source: &mut dyn Source,
    ) -> Result<Option<(Head, Columns)>, String> {
        let Task { subject, language, .. } = *task;
        if !source.is_table() {
            return Ok(None);
        }
        let head = Head::read(source, self.header_row).map_err(|it| it.message(language))?;
        let texts: Vec<&str> = head.headers.iter().map(String::as_str).collect();
        let columns = Columns::of(subject, &texts, &self.table_options()).map_err(|errors| {
            let messages = errors.iter().map(|it| clean(&it.message(language)).into_owned());
            join_messages(messages, language)
        })?;
        let ignored = ignored(&columns, language);
        if columns.facts().next().is_none() {
            let near =
                columns.notes().iter().map(|note| clean(&note.message(language)).into_owned());
            let lines = core::iter::once(no_fact(subject, &ignored, language)).chain(near);
            return Err(lines.collect::<Vec<_>>().join("\n"));
        }
        if !ignored.is_empty() {
            let note = text!("未使用的列：", "unused columns: ");
            say(&format!("{}: {}{ignored}", file.display(), note.get(language)));
        }
        Ok(Some((head, columns)))
    }
}

/// Reads a file of parameters, but no more of it than shows that it is too long.
fn read_parameters(path: &Path) -> Result<String, Error> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_TEXT + 1).unwrap_or(u64::MAX);
    File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    if MAX_TEXT < bytes.len() {
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    let text = String::from_utf8(bytes).map_err(|_| Error::NotUtf8)?;
    // Some editors begin every text with a byte order mark.
    Ok(text.trim_start_matches('\u{feff}').to_owned())
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
