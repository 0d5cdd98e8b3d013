//! Output: answers are written to standard output or a file, in one of five formats.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anstream::AutoStream;

use super::console::{Stop, clean_json, clean_lines, say};
use super::draft::{Draft, destination, failed};
use super::notes::{FileNote, Noted};
use super::roll_up::RollUps;
use super::row::BatchResult;
use super::summary::{self, InputSummary};
use super::tally::Tally;
use super::wide_table;
use super::workbook::{Book, WorkbookError};
use crate::intake::layout::Layout;
use crate::intake::note::InputNote;
use crate::subjects::Subject;
use crate::table::WideColumn;
use crate::text::{Language, text};

/// The formats of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Form {
    /// 摘要，供人阅读 / A summary for people
    Text,
    /// 检查结果的列表 / A list of answers
    Json,
    /// 每行一条检查结果 / One answer per line
    Ndjson,
    /// 每条记录一行，每条规则一列 / One row per record, one column per rule
    Csv,
    /// 同样的表，另有问题清单和汇总 / The same table, with sheets of problems and counts
    Xlsx,
}

impl Form {
    /// The form that the extension of an output file says.
    pub(super) fn of(path: Option<&Path>) -> Self {
        let extension = path.and_then(Path::extension).and_then(|it| it.to_str());
        match extension.unwrap_or_default().to_ascii_lowercase().as_str() {
            "json" => Self::Json,
            "ndjson" | "jsonl" => Self::Ndjson,
            "csv" => Self::Csv,
            "xlsx" => Self::Xlsx,
            _ => Self::Text,
        }
    }
}

/// Refuses to write to a standard output that is closed: the standard library takes that for success.
pub(super) fn guard_stdout(language: Language) -> Result<(), Stop> {
    #[cfg(unix)]
    {
        use std::os::fd::AsFd;
        if io::stdout().as_fd().try_clone_to_owned().is_err() {
            let text = text!("标准输出已关闭", "standard output is closed");
            return Err(Stop::Said(text.get(language).to_owned()));
        }
    }
    #[cfg(not(unix))]
    let _ = language;
    Ok(())
}

/// Why a workbook is not written to a terminal.
pub(super) fn no_workbook_on_terminal(language: Language) -> Stop {
    let text = text!(
        "XLSX 不能显示在终端，请用 --output 指定文件",
        "XLSX cannot be written to a terminal; use --output FILE",
    );
    Stop::Said(text.get(language).to_owned())
}

/// What the output depends on.
pub(super) struct Settings<'a> {
    pub(super) form: Form,
    pub(super) subject: &'static Subject,
    /// Whether there are several inputs.
    pub(super) several: bool,
    /// Whether a CSV file begins with a byte order mark.
    pub(super) bom: bool,
    /// The columns of the wide table.
    pub(super) columns: &'a [WideColumn],
    /// How many failing records, and how many invalid rows, the summary shows.
    pub(super) limit: usize,
    /// Whether a record that explains what it does not meet is no failure.
    pub(super) accept_explained: bool,
    pub(super) language: Language,
}

/// What takes the results of inputs.
pub(super) trait Sink {
    /// Begins an input: its name, the layout of a table, and the name of its sheet.
    fn begin(&mut self, name: &str, layout: Option<&Layout>, sheet: Option<&str>);

    /// Adds a note on how an input was read.
    fn note(&mut self, note: FileNote);

    /// Adds the results of the next batch.
    fn add(&mut self, result: BatchResult) -> Result<(), Stop>;

    /// Whether there are as many failing records as are shown.
    fn has_enough(&self) -> bool;

    /// Whether it is written to a file.
    fn is_file(&self) -> bool;

    /// Adds notes on how the bytes of an input were read.
    fn input_notes(&mut self, file: &Path, notes: impl Iterator<Item = InputNote>) {
        for note in notes {
            let file = file.display().to_string();
            let note = Noted::Input(note);
            self.note(FileNote { file, sheet: None, several_sheets: false, note });
        }
    }
}

/// Writes the results of all batches.
#[expect(clippy::struct_excessive_bools, reason = "each says something else")]
pub(super) struct Output {
    form: Form,
    language: Language,
    subject: &'static Subject,
    limit: usize,
    accept_explained: bool,
    out: Box<dyn Write + Send>,
    /// The output file, and the file beside it that becomes it at the end.
    path: Option<PathBuf>,
    draft: Option<Draft>,
    /// Whether the output is shown on a terminal.
    terminal: bool,
    book: Option<Book>,
    /// Whether no answer was written yet.
    empty: bool,
    pub(super) tally: Tally,
    failing: Vec<String>,
    faulty: Vec<String>,
    /// The first record in full.
    first: Option<String>,
    /// Notes on how inputs were read.
    notes: Vec<FileNote>,
    /// Whether there are several inputs, so that notes have to name theirs.
    several: bool,
    /// How each input was read.
    inputs: Vec<InputSummary>,
    roll_ups: RollUps,
}

impl Output {
    pub(super) fn open(
        path: Option<&Path>,
        settings: &Settings<'_>,
        roll_ups: RollUps,
    ) -> Result<Self, Stop> {
        let Settings { form, subject, several, bom, columns, .. } = *settings;
        let Settings { limit, accept_explained, language, .. } = *settings;
        let terminal = path.is_none() && io::stdout().is_terminal();
        if terminal && form == Form::Xlsx {
            return Err(no_workbook_on_terminal(language));
        }
        if path.is_none() {
            guard_stdout(language)?;
        }
        let (file, draft) = match path.map(|path| destination(path, language)).transpose()? {
            Some((file, draft)) => (Some(file), draft),
            None => (None, None),
        };
        let marked = form == Form::Csv && bom && file.is_some();
        let out: Box<dyn Write + Send> = match (file, form == Form::Text) {
            (Some(file), true) => Box::new(AutoStream::never(file)),
            (Some(file), false) => Box::new(BufWriter::new(file)),
            (None, true) => Box::new(anstream::stdout()),
            (None, false) => Box::new(io::stdout()),
        };
        let stop = |error: WorkbookError| Stop::Said(error.message(language));
        let book = (form == Form::Xlsx).then(|| {
            let labels = wide_table::label_headers(subject, several, language);
            Book::new(&labels, columns, language)
        });
        let mut output = Self {
            form,
            language,
            subject,
            limit,
            accept_explained,
            out,
            path: path.map(Path::to_owned),
            draft,
            terminal,
            book: book.transpose().map_err(stop)?,
            empty: true,
            tally: Tally::of(subject.rules().len()),
            failing: Vec::new(),
            faulty: Vec::new(),
            first: None,
            notes: Vec::new(),
            several,
            inputs: Vec::new(),
            roll_ups,
        };
        match form {
            Form::Json => output.write("[")?,
            Form::Csv => {
                let mut headers = if marked { "\u{feff}".to_owned() } else { String::new() };
                wide_table::push_headers(&mut headers, subject, columns, several);
                output.write(&headers)?;
            }
            Form::Text | Form::Ndjson | Form::Xlsx => {}
        }
        Ok(output)
    }

    /// Adds the notes on groups, which are those of all inputs together.
    pub(super) fn group_notes(&mut self) {
        for note in self.roll_ups.notes().collect::<Vec<_>>() {
            let note = Noted::Table(note);
            self.note(FileNote { file: String::new(), sheet: None, several_sheets: false, note });
        }
    }

    /// The notes on how inputs were read.
    pub(super) fn notes(&self) -> &[FileNote] {
        &self.notes
    }

    /// The notes, each in one line.
    fn note_lines(&self) -> Vec<String> {
        self.notes.iter().map(|it| it.line(self.several, self.language)).collect()
    }

    /// Writes what follows the last row. There is no summary if no row was read and an input had an
    /// error, and an output file stays as it was.
    pub(super) fn finish(mut self, no_errors: bool) -> Result<Tally, Stop> {
        let any_rows = 0 < self.tally.judged() + self.tally.faulty;
        if !no_errors && !any_rows && matches!(self.form, Form::Text | Form::Xlsx) {
            self.notes.iter().for_each(|it| say(&it.line(true, self.language)));
        }
        match self.form {
            Form::Json => self.write("\n]\n")?,
            Form::Text => {
                if no_errors || any_rows {
                    self.write_summary()?;
                }
            }
            Form::Ndjson | Form::Csv | Form::Xlsx => {}
        }
        if let Some(mut book) = self.book.take() {
            if let Some(groups) = self.roll_ups.table(self.subject, self.language) {
                let added = book.add_groups(&groups);
                added.map_err(|it| Stop::Said(it.message(self.language)))?;
            }
            let left_out =
                book.note_left_out().map_err(|it| Stop::Said(it.message(self.language)))?;
            let mut notes = self.note_lines();
            if let Some(note) = left_out {
                say(&note);
                notes.push(note);
            }
            let rules = self.subject.rules().iter();
            let written = book.finish(self.subject, rules, &self.tally, &notes, &mut self.out);
            written.map_err(|error| {
                let path = self.path.as_ref().map(|path| format!("{}: ", path.display()));
                Stop::Said([path.unwrap_or_default(), error.message(self.language)].concat())
            })?;
        }
        self.flush()?;
        if no_errors || any_rows {
            if let Some(draft) = self.draft {
                drop(self.out);
                draft.keep(self.language)?;
            }
            self.roll_ups.write(self.subject, self.language)?;
        }
        Ok(self.tally)
    }

    fn write_summary(&mut self) -> Result<(), Stop> {
        let language = self.language;
        let mut text = summary::title(self.subject, &self.tally, language);
        text.push_str(&summary::inputs(&self.inputs, language));
        if let Some(only) = self.first.as_ref().filter(|_| self.tally.is_single()) {
            // Counts of a single record say less than its findings.
            text.push_str(&summary::undated(self.subject, &self.tally, language));
            text.push_str(only);
        } else {
            self.push_lists(&mut text);
        }
        text.push_str(&self.roll_ups.sections(self.subject, self.limit, language));
        text.push_str(&summary::notes(&self.note_lines(), language));
        text.push_str(&summary::validity(language));
        self.write(&text)
    }

    /// The counts, the records that fail and the invalid rows.
    fn push_lists(&self, text: &mut String) {
        let language = self.language;
        text.push_str(&summary::counts(self.subject, &self.tally, language));
        let failing = text!("需要关注的记录", "records that need attention");
        let faulty = text!("有误的行", "invalid rows");
        let (shown, all) = (&self.failing, self.tally.failing(self.accept_explained));
        text.push_str(&summary::heading(failing, shown.len(), all, language));
        text.extend(shown.iter().map(String::as_str));
        let (shown, all) = (&self.faulty, self.tally.faulty + self.tally.orphans);
        text.push_str(&summary::heading(faulty, shown.len(), all, language));
        text.extend(shown.iter().map(String::as_str));
    }

    fn write(&mut self, text: &str) -> Result<(), Stop> {
        let text = match (self.terminal, self.form) {
            (true, Form::Csv) => clean_lines(text),
            (true, Form::Json | Form::Ndjson) => clean_json(text),
            // The parts of the summary are cleaned before they are styled, and XLSX is never
            // written to a terminal.
            (true, Form::Text | Form::Xlsx) | (false, _) => text.into(),
        };
        let written = self.out.write_all(text.as_bytes());
        written.map_err(|error| self.failed(&error))
    }

    fn flush(&mut self) -> Result<(), Stop> {
        self.out.flush().map_err(|error| self.failed(&error))
    }

    fn failed(&self, error: &io::Error) -> Stop {
        match &self.path {
            Some(path) => failed(path, error, self.language),
            None => Stop::of(error, self.language),
        }
    }
}

impl Sink for Output {
    fn begin(&mut self, name: &str, layout: Option<&Layout>, sheet: Option<&str>) {
        self.inputs.push(InputSummary {
            name: self.several.then(|| name.to_owned()),
            sheet: sheet.map(str::to_owned),
            table: layout.map(|it| (it.header, it.columns.targets().count(), it.columns.len())),
            records: 0,
            faulty: 0,
            passed: 0,
        });
    }

    fn add(&mut self, result: BatchResult) -> Result<(), Stop> {
        self.tally.add(&result.tally);
        self.roll_ups.merge(result.groups, self.language)?;
        if let Some(input) = self.inputs.last_mut() {
            input.records += result.tally.judged() + result.tally.faulty;
            input.faulty += result.tally.faulty;
            input.passed += result.tally.passed;
        }
        if self.form == Form::Json && !result.text.is_empty() {
            self.write(if self.empty { "\n" } else { ",\n" })?;
            self.empty = false;
        }
        self.write(&result.text)?;
        let lists = [(&mut self.failing, result.failing), (&mut self.faulty, result.faulty)];
        for (shown, more) in lists {
            let left = self.limit.saturating_sub(shown.len());
            shown.extend(more.into_iter().take(left));
        }
        self.first = self.first.take().or(result.first);
        if let Some(book) = &mut self.book {
            for (sheet, rows) in [result.table, result.problems].iter().enumerate() {
                book.push(sheet, rows).map_err(|it| Stop::Said(it.message(self.language)))?;
            }
        }
        Ok(())
    }

    fn note(&mut self, note: FileNote) {
        match self.form {
            Form::Text | Form::Xlsx => {}
            // The results have no place for it.
            Form::Json | Form::Ndjson | Form::Csv => say(&note.line(true, self.language)),
        }
        self.notes.push(note);
    }

    fn is_file(&self) -> bool {
        self.path.is_some()
    }

    fn has_enough(&self) -> bool {
        self.limit <= self.failing.len()
    }
}
