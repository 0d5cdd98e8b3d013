//! Output: answers are written to standard output or a file, in one of five formats.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use anstream::AutoStream;

use super::console::{Stop, clean_json, clean_lines, say};
use super::notes::InputNote;
use super::row::BatchResult;
use super::summary;
use super::tally::Tally;
use super::wide_table;
use super::workbook::{Book, WorkbookError};
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

/// What the output depends on.
pub(super) struct Settings<'a> {
    pub(super) form: Form,
    pub(super) subject: &'static Subject,
    /// The columns of the wide table.
    pub(super) columns: &'a [WideColumn],
    /// How many failing records, and how many invalid rows, the summary shows.
    pub(super) limit: usize,
    /// Whether a record that explains what it does not meet is no failure.
    pub(super) accept_explained: bool,
    pub(super) language: Language,
    /// Whether there are several inputs.
    pub(super) named: bool,
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
    notes: Vec<InputNote>,
    /// Whether there are several inputs, so that notes have to name theirs.
    named: bool,
}

impl Output {
    pub(super) fn open(path: Option<&Path>, settings: &Settings<'_>) -> Result<Self, Stop> {
        let Settings { form, subject, columns, limit, accept_explained, language, named } =
            *settings;
        let terminal = path.is_none() && io::stdout().is_terminal();
        if terminal && form == Form::Xlsx {
            let text = text!(
                "XLSX 不能显示在终端，请用 --output 指定文件",
                "XLSX cannot be written to a terminal; use --output FILE",
            );
            return Err(Stop::Said(text.get(language).to_owned()));
        }
        let file = path.map(File::create).transpose()?;
        let out: Box<dyn Write + Send> = match (file, form == Form::Text) {
            (Some(file), true) => Box::new(AutoStream::never(file)),
            (Some(file), false) => Box::new(BufWriter::new(file)),
            (None, true) => Box::new(anstream::stdout()),
            (None, false) => Box::new(io::stdout()),
        };
        let stop = |error: WorkbookError| Stop::Said(error.message(language));
        let book = (form == Form::Xlsx).then(|| Book::new(subject, columns, language));
        let mut output = Self {
            form,
            language,
            subject,
            limit,
            accept_explained,
            out,
            terminal,
            book: book.transpose().map_err(stop)?,
            empty: true,
            tally: Tally::of(subject.rules().len()),
            failing: Vec::new(),
            faulty: Vec::new(),
            first: None,
            notes: Vec::new(),
            named,
        };
        match form {
            Form::Json => output.write("[")?,
            Form::Csv => {
                let mut headers = String::new();
                wide_table::push_headers(&mut headers, subject, columns);
                output.write(&headers)?;
            }
            Form::Text | Form::Ndjson | Form::Xlsx => {}
        }
        Ok(output)
    }

    /// Adds the results of the next batch.
    pub(super) fn add(&mut self, result: BatchResult) -> Result<(), Stop> {
        self.tally.add(&result.tally);
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

    /// Adds a note on how an input was read. Where the results have no place for it, it is said.
    pub(super) fn note(&mut self, note: InputNote) {
        match self.form {
            Form::Text | Form::Xlsx => {}
            Form::Json | Form::Ndjson | Form::Csv => say(&note.line(true, self.language)),
        }
        self.notes.push(note);
    }

    /// The notes on how inputs were read.
    pub(super) fn notes(&self) -> &[InputNote] {
        &self.notes
    }

    /// The notes, each in one line.
    fn note_lines(&self) -> Vec<String> {
        self.notes.iter().map(|it| it.line(self.named, self.language)).collect()
    }

    /// Whether there are as many failing records as the summary shows.
    pub(super) fn has_enough(&self) -> bool {
        self.limit <= self.failing.len()
    }

    /// Writes what follows the last row. There is no summary if no row was read and an input had an
    /// error.
    pub(super) fn finish(mut self, no_errors: bool) -> Result<Tally, Stop> {
        let any_rows = 0 < self.tally.judged() + self.tally.faulty;
        match self.form {
            Form::Json => self.write("\n]\n")?,
            Form::Text => {
                if no_errors || any_rows {
                    self.write_summary()?;
                } else {
                    self.notes.iter().for_each(|it| say(&it.line(true, self.language)));
                }
            }
            Form::Ndjson | Form::Csv | Form::Xlsx => {}
        }
        if let Some(book) = self.book.take() {
            let notes = self.note_lines();
            book.finish(self.subject, &self.tally, &notes, &mut self.out)
                .map_err(|it| Stop::Said(it.message(self.language)))?;
        }
        self.out.flush()?;
        Ok(self.tally)
    }

    fn write_summary(&mut self) -> Result<(), Stop> {
        let language = self.language;
        let mut text = summary::title(self.subject, &self.tally, language);
        if let Some(only) = self.first.as_ref().filter(|_| self.tally.is_single()) {
            // Counts of a single record say less than its findings.
            text.push_str(&summary::undated(self.subject, &self.tally, language));
            text.push_str(only);
        } else {
            self.push_lists(&mut text);
        }
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
        let (shown, all) = (&self.faulty, self.tally.faulty);
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
        self.out.write_all(text.as_bytes())?;
        Ok(())
    }
}
