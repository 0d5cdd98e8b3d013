//! `chanjiao check`: judges every record of the inputs.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use indicatif::{ProgressBar, ProgressStyle};

use super::batches::Batches;
use super::child::{self, ChildFile, Claims, Key, Reader};
use super::console::{Stop, brief, clean, say};
use super::groups::{self, Place};
use super::lanes::{self, Lanes};
use super::named_subject;
use super::notes::{self, FileNote, Noted};
use super::output::{Form, Output, Settings, Sink};
use super::pool;
use super::reading::Reading;
use super::roll_up::RollUps;
use super::row::BatchResult;
use super::source::Opened;
use super::wide_table;
use super::worker::{Input, Task};
use crate::field::{Field, Kind};
use crate::intake::Error;
use crate::intake::batch::Source;
use crate::intake::layout::{self, Layout, Lines, Refusal};
use crate::intake::note::InputNote;
use crate::intake::repeats::Repeats;
use crate::json::MAX_TEXT;
use crate::parameters::Parameters;
use crate::subjects::Subject;
use crate::table::{
    Children, Columns, Counted, Gate, Groups, Missing, NO_RECORD, Note, NoteCounts, NotedHeaders,
    Options, join_messages,
};
use crate::text::{Language, sentence, text};

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
    /// 子表：一行是列表类事实的一项，如 practice=periods.csv；工作表写作 practice=book.xlsx#名称，可多次使用 / Child table: each row is an item of a list fact, e.g. practice=periods.csv or practice=book.xlsx#Sheet2 (repeatable)
    #[arg(long, value_name = "FACT=FILE[#SHEET]", value_parser = ChildFile::parse, requires = "key")]
    child: Vec<ChildFile>,
    /// 关联子表的列；两表列名不同的写作 主表列名=子表列名 / Column that relates child tables to the records; PARENT=CHILD if its headers differ
    #[arg(long, value_name = "HEADER", value_parser = Key::parse, requires = "child")]
    key: Option<Key>,
    /// 子表已列全：子表中没有行的记录即为没有，而不是未知 / Child tables are complete: a record without rows has none, instead of unknown ones
    #[arg(long, requires = "child")]
    children_complete: bool,
    /// 按这一列的值汇总，可多次使用；用逗号分隔的几列合在一起 / Count by the values of this column (repeatable); columns with commas between them are used together
    #[arg(long, value_name = "HEADER")]
    by: Vec<String>,
    /// 把汇总写入文件：.csv 或 .json / Write the counts to a file: .csv or .json
    #[arg(long, value_name = "FILE")]
    summary: Option<PathBuf>,
    /// 已附理由的记录不算未符合 / Records whose explanations cover what they do not meet do not fail
    #[arg(long)]
    accept_explained: bool,
    /// 输入文件；`-` 表示标准输入 / Input files; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// Inputs of at least this many bytes have a progress bar.
const LONG: u64 = 32 * 1024 * 1024;

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
        let parameters = parameters(self.parameters.as_deref(), language)?;
        let gate = self.gate(language)?;
        self.guard_inputs(language)?;
        let roll_ups = self.roll_ups(subject, language)?;
        let form = self.format.unwrap_or_else(|| Form::of(self.output.as_deref()));
        let mut table = self.reading.table_options();
        let (children, child_notes) =
            self.children(subject, &parameters, &mut table, language).map_err(Stop::Said)?;
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
            several: 1 < self.files.len() || self.reading.all_sheets() || !self.child.is_empty(),
            table,
        };
        let path = self.output.as_deref();
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
        let mut output = Output::open(path, &settings, roll_ups)?;
        for note in child_notes {
            output.note(note);
        }
        let (mut no_errors, mut no_records) = (true, false);
        let mut base = 0;
        let no_lines = Lines::default();
        let skip = self.reading.skip_lines.as_ref().unwrap_or(&no_lines);
        for file in &self.files {
            self.reading.opening(language).open(file, |opened| {
                let (name, judged) = match opened {
                    Ok(Opened { source, length, note, .. }) => {
                        let name = self.reading.name(file, source);
                        let judged = self.reading.judge(
                            &task,
                            file,
                            skip,
                            source,
                            length,
                            &mut base,
                            &mut output,
                        )?;
                        output.input_notes(file, note.into_iter().chain(source.input_notes()));
                        (name, judged)
                    }
                    Err(message) => (file.display().to_string(), Err(message)),
                };
                match judged {
                    Ok(Records::Some) => {}
                    Ok(Records::None) => {
                        say(&format!("{name}: {}", NO_RECORD.get(language)));
                        no_records = true;
                    }
                    Err(message) => {
                        say(&format!("{name}: {message}"));
                        no_errors = false;
                    }
                }
                Ok::<(), Stop>(())
            })?;
        }
        if no_errors {
            output.add(child::orphans(&task, base))?;
        }
        output.group_notes();
        if let Some(path) = &self.notes {
            let failed = |error: std::io::Error| Stop::Said(format!("{}: {error}", path.display()));
            fs::write(path, notes::json(output.notes())).map_err(failed)?;
        }
        let tally = output.finish(no_errors)?;
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
        Ok(if !no_errors || too_many_faults {
            ExitCode::from(2)
        } else if excesses.is_empty() && !no_records {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(1)
        })
    }

    /// How many records may fail.
    fn gate(&self, language: Language) -> Result<Gate, Stop> {
        let mut gate = Gate::default();
        gate.accept_explained = self.accept_explained;
        let errors = self.allow.iter().filter_map(|(name, limit)| gate.allow(name, limit).err());
        let errors: Vec<String> = errors.map(|it| it.message(language)).collect();
        if errors.is_empty() { Ok(gate) } else { Err(Stop::Said(errors.join("\n"))) }
    }

    /// Reads the child tables; returns them with the notes on them.
    fn children(
        &self,
        subject: &'static Subject,
        parameters: &Parameters,
        table: &mut Options,
        language: Language,
    ) -> Result<(Vec<Arc<Children>>, Vec<FileNote>), String> {
        let mut notes = Vec::new();
        let Some(key) = &self.key else { return Ok((Vec::new(), notes)) };
        let complete = self.children_complete;
        let mut reader = Reader { subject, parameters, table, key, complete, language };
        let children = reader.all(&self.child, &mut notes)?;
        Ok((children, notes))
    }

    /// The ways to group records, and the file of the counts.
    fn roll_ups(&self, subject: &'static Subject, language: Language) -> Result<RollUps, Stop> {
        let form = self.format.unwrap_or_else(|| Form::of(self.output.as_deref()));
        let has_place = matches!(form, Form::Text | Form::Xlsx) || self.summary.is_some();
        if !self.by.is_empty() && !has_place {
            let text = text!(
                "这种输出格式没有汇总的位置，请用 --summary FILE 指定 .csv 或 .json 文件",
                "this output format has no place for counts; name a .csv or .json file with --summary",
            );
            return Err(Stop::Said(["--by: ", text.get(language)].concat()));
        }
        let mut names = groups::names(&self.by);
        if names.is_empty() && self.summary.is_some() {
            names.push(Vec::new());
        }
        let rules = || subject.rules().iter();
        let groups = names.into_iter().map(|names| Groups::new(names, rules())).collect();
        RollUps::open(groups, self.summary.as_deref(), !self.no_bom, language)
    }

    /// Refuses to write over an input, which would be emptied before it is read.
    fn guard_inputs(&self, language: Language) -> Result<(), Stop> {
        let outputs = self.output.iter().chain(&self.notes).chain(&self.summary);
        let outputs = outputs.map(fs::canonicalize);
        let outputs: Vec<PathBuf> = outputs.filter_map(Result::ok).collect();
        let clash = |file: &PathBuf| fs::canonicalize(file).is_ok_and(|it| outputs.contains(&it));
        let children: Vec<PathBuf> = self.child.iter().map(|it| it.place().0).collect();
        if self.files.iter().chain(&children).any(clash) {
            let text = text!("输出文件也是输入文件", "the output file is also an input file");
            return Err(Stop::Said(text.get(language).to_owned()));
        }
        Ok(())
    }
}

impl Reading {
    /// Checks one input. The outer error ends the command, the inner one only this input.
    #[expect(
        clippy::too_many_arguments,
        reason = "what an input is read with, and what is written"
    )]
    pub(super) fn judge(
        &self,
        task: &Task<'_>,
        file: &Path,
        skip: &Lines,
        source: &mut dyn Source,
        length: Option<u64>,
        base: &mut u64,
        output: &mut impl Sink,
    ) -> Result<Result<Records, String>, Stop> {
        let (name, sheet) = (self.name(file, source), source.sheet().map(str::to_owned));
        let several_sheets = self.all_sheets();
        let file_note = |note| FileNote {
            file: file.display().to_string(),
            sheet: sheet.clone(),
            several_sheets,
            note: Noted::Table(note),
        };
        // Which sheets there are also helps if no header is found.
        for note in source.notes() {
            output.note(file_note(note));
        }
        let mut layout = match self.layout(task, skip, source) {
            Ok(found) => found,
            Err(message) => return Ok(Err(message)),
        };
        output.begin(&name, layout.as_ref(), source.sheet());
        let names = task.groups.iter().map(Groups::columns).chain(task.key.as_deref());
        let by = match groups::places(names, task.subject, layout.as_ref()) {
            Ok(places) => places,
            Err(error) => return Ok(Err(clean(&error.message(task.language)).into_owned())),
        };
        let keys = match child::keys(&task.children, layout.as_ref(), task.language) {
            Ok(keys) => keys,
            Err(message) => return Ok(Err(clean(&message).into_owned())),
        };
        let ahead = layout.as_mut().map(|it| std::mem::take(&mut it.ahead));
        let used = by.iter().flatten().copied().chain(keys.iter().copied().map(Place::Column));
        let used: Vec<Place> = used.collect();
        let mut notes = layout.as_ref().map_or_else(Vec::new, |it| groups::notes(it, &used));
        let input = Input {
            task,
            layout: layout.as_ref(),
            skip,
            round_money: self.round_money,
            by,
            keys,
            sink: None,
            first: layout.as_ref().map_or(0, |layout| layout.first),
            name: task.several.then_some(name.as_str()),
            base: *base,
        };
        let bar = progress(length, task.form, output.is_file());
        let (mut error, mut counts, mut records, mut wrapped) = (None, Vec::new(), 0, None);
        let mut repeats = layout.as_ref().map(|it| repeats(task.subject, it));
        let lanes = Lanes::of(task, layout.as_ref());
        let mut reader = Batches::new(source, batch_rows(task.form), ahead);
        reader.chunks = lanes.is_some();
        reader.claims = Some(Claims {
            children: &task.children,
            keys: &input.keys,
            layout: layout.as_ref(),
            skip,
            name: input.name.map(Into::into),
            first: input.first,
            base: input.base,
        });
        let judged = pool::run(
            || reader.next(),
            |read| {
                let result = lanes::judge(lanes.as_ref(), &input, read.rows);
                let error = result.error.or(read.error);
                BatchResult { position: read.position, error, ..result }
            },
            |mut result| {
                *base = result.next.max(*base);
                error = result.error.take();
                wrapped = wrapped.take().or(result.wrapped.take());
                records += result.tally.judged() + result.tally.faulty;
                NoteCounts::merge(&mut counts, &result.counts);
                Note::merge(&mut notes, std::mem::take(&mut result.notes));
                if let Some(repeats) = &mut repeats {
                    repeats.add(&result.names);
                }
                if let Some(bar) = &bar {
                    bar.set_position(result.position);
                }
                output.add(result)?;
                task.enough.store(output.has_enough(), Ordering::Relaxed);
                // Nothing is read after an error.
                if error.is_some() { Err(End::Input) } else { Ok(()) }
            },
        );
        match judged {
            Ok(()) | Err(End::Input) => {}
            Err(End::Command(stop)) => return Err(stop),
        }
        bar.iter().for_each(ProgressBar::finish_and_clear);
        let wrapped = wrapped.map(|key| InputNote::Wrapped { key: brief(&key).into_owned() });
        output.input_notes(file, wrapped.into_iter());
        let missing = layout.as_ref().map_or(Missing::NONE, |it| it.columns.missing());
        let headers = layout.iter().flat_map(|layout| &layout.headers);
        let cells = headers.zip(counts).enumerate();
        let cells =
            cells.flat_map(|(index, (header, counts))| counts.notes(index, header, missing));
        let of_source = reader.source.notes();
        Note::merge(&mut notes, cells.chain(repeats.and_then(Repeats::note)).chain(of_source));
        for note in notes {
            output.note(file_note(note));
        }
        let found = if layout.is_some() && records == 0 { Records::None } else { Records::Some };
        Ok(error.map_or(Ok(found), |error: Error| Err(error.message(task.language))))
    }

    /// Finds the header of a table, and matches its columns with facts; `None` if rows are JSON.
    fn layout(
        &self,
        task: &Task<'_>,
        skip: &Lines,
        source: &mut dyn Source,
    ) -> Result<Option<Layout>, String> {
        let Task { subject, language, .. } = *task;
        if !source.is_table() {
            return Ok(None);
        }
        let options =
            layout::Options { subject, table: &task.table, header: self.header_row, skip };
        match Layout::read(source, &options) {
            Ok(layout) => Ok(Some(layout)),
            Err(Refusal::Input(error)) => Err(clean(&error.message(language)).into_owned()),
            Err(Refusal::Headers(errors)) => {
                let messages = errors.iter().map(|it| clean(&it.message(language)).into_owned());
                Err(join_messages(messages, language))
            }
            Err(Refusal::NoFact { headers }) => {
                // Near misses tell what the headers might have meant.
                let texts: Vec<&str> = headers.iter().map(String::as_str).collect();
                let columns = Columns::of(subject, &texts, &task.table);
                let near = columns.iter().flat_map(Columns::notes);
                let near = near.map(|note| clean(&note.message(language)).into_owned());
                let first = no_fact(subject, &listed(&headers, language), language);
                Err(core::iter::once(first).chain(near).collect::<Vec<_>>().join("\n"))
            }
        }
    }
}

/// Whether an input has records.
pub(super) enum Records {
    Some,
    /// It is a table without any.
    None,
}

/// Why the judging of an input ends.
enum End {
    /// The input has an error.
    Input,
    /// The command cannot go on.
    Command(Stop),
}

impl From<Stop> for End {
    fn from(stop: Stop) -> Self {
        Self::Command(stop)
    }
}

/// What compares the names of the records.
fn repeats(subject: &Subject, layout: &Layout) -> Repeats {
    let uses = |field: &Field| layout.columns.facts().any(|(_, it, _)| it.key() == field.key());
    let dated = subject.dated_by().is_some_and(uses);
    let periods = subject.fields().iter().any(|it| matches!(it.kind, Kind::Periods));
    Repeats::new(dated, periods)
}

/// Reads the parameters of a file; those of the policy if there is none.
pub(super) fn parameters(path: Option<&Path>, language: Language) -> Result<Parameters, Stop> {
    let Some(path) = path else {
        return Ok(Parameters::default());
    };
    let failed = |text: &str| Stop::Said(format!("{}: {text}", path.display()));
    let text = read_parameters(path).map_err(|error| failed(&error.message(language)))?;
    Parameters::from_json(&text).map_err(|faults| {
        let lines = faults.iter().map(|fault| {
            let parts =
                [Some(fault.pointer.clone()), Some(fault.message(language)), fault.help(language)];
            let parts = parts.into_iter().flatten().filter(|it| !it.is_empty());
            parts.collect::<Vec<_>>().join(" ")
        });
        failed(&lines.collect::<Vec<_>>().join("\n"))
    })
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

/// The headers of a table; if there are many, the first of them.
fn listed(headers: &[String], language: Language) -> String {
    NotedHeaders::of(headers.iter().map(String::as_str), "").listed(language)
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
