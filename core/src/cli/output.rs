//! Where answers go: standard output or a file, in five forms.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use anstream::AutoStream;

use super::console::{Stop, clean_json, clean_lines};
use super::summary;
use super::tally::Tally;
use super::wide_table;
use super::workbook::Book;
use super::worker::Made;
use crate::subjects::Subject;
use crate::text::{Language, text};

/// The forms of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Form {
    /// A summary for people.
    Text,
    /// A list of answers.
    Json,
    /// One answer a line.
    Ndjson,
    /// One row a record, one column a rule.
    Csv,
    /// The same as a workbook, with what fails and the counts.
    Xlsx,
}

/// What was made of all rows so far, on its way out.
pub(super) struct Output {
    form: Form,
    language: Language,
    subject: &'static Subject,
    limit: usize,
    out: Box<dyn Write + Send>,
    /// Whether a terminal shows the lines.
    terminal: bool,
    book: Option<Book>,
    empty: bool,
    pub(super) tally: Tally,
    failing: Vec<String>,
    faulty: Vec<String>,
}

impl Output {
    pub(super) fn open(
        form: Form,
        path: Option<&Path>,
        subject: &'static Subject,
        limit: usize,
        language: Language,
    ) -> Result<Self, Stop> {
        let terminal = path.is_none() && io::stdout().is_terminal();
        if terminal && form == Form::Xlsx {
            let text = text!(
                "XLSX 不能显示在终端，请用 --output 指定文件",
                "XLSX cannot be shown; name a file with --output",
            );
            return Err(Stop::Said(text.get(language).to_owned()));
        }
        let file = path.map(File::create).transpose()?;
        let out: Box<dyn Write + Send> = match (file, form) {
            (Some(file), Form::Text) => Box::new(AutoStream::never(file)),
            (Some(file), _) => Box::new(BufWriter::new(file)),
            (None, Form::Text) => Box::new(anstream::stdout()),
            (None, _) => Box::new(io::stdout()),
        };
        let book = match form {
            Form::Xlsx => Some(Book::new(subject, language).map_err(|it| it.message(language))),
            _ => None,
        };
        let mut output = Self {
            form,
            language,
            subject,
            limit,
            out,
            terminal,
            book: book.transpose().map_err(Stop::Said)?,
            empty: true,
            tally: Tally::of(subject.rules().len()),
            failing: Vec::new(),
            faulty: Vec::new(),
        };
        match form {
            Form::Json => output.write("[")?,
            Form::Csv => {
                let mut headers = String::new();
                wide_table::push_headers(&mut headers, subject);
                output.write(&headers)?;
            }
            _ => {}
        }
        Ok(output)
    }

    /// Takes what was made of the next rows.
    pub(super) fn take(&mut self, made: Made) -> Result<(), Stop> {
        self.tally.add(&made.tally);
        if self.form == Form::Json && !made.text.is_empty() {
            self.write(if self.empty { "\n" } else { ",\n" })?;
            self.empty = false;
        }
        self.write(&made.text)?;
        for (shown, more) in [(&mut self.failing, made.failing), (&mut self.faulty, made.faulty)] {
            let room = self.limit.saturating_sub(shown.len());
            shown.extend(more.into_iter().take(room));
        }
        if let Some(book) = &mut self.book {
            for (sheet, rows) in [made.table, made.problems].iter().enumerate() {
                book.push(sheet, rows).map_err(|it| Stop::Said(it.message(self.language)))?;
            }
        }
        Ok(())
    }

    /// Whether as many failing records were taken as are shown.
    pub(super) fn has_enough(&self) -> bool {
        self.limit <= self.failing.len()
    }

    /// Writes what comes after the last row. Where an input could not be read and no other had
    /// rows, there is nothing to sum up.
    pub(super) fn finish(mut self, sound: bool) -> Result<Tally, Stop> {
        let read = 0 < self.tally.judged() + self.tally.faulty;
        match self.form {
            Form::Json => self.write("\n]\n")?,
            Form::Text if sound || read => self.write_summary()?,
            _ => {}
        }
        if let Some(book) = self.book.take() {
            book.finish(self.subject, &self.tally, &mut self.out)
                .map_err(|it| Stop::Said(it.message(self.language)))?;
        }
        self.out.flush()?;
        Ok(self.tally)
    }

    fn write_summary(&mut self) -> Result<(), Stop> {
        let language = self.language;
        let mut text = summary::counts(self.subject, &self.tally, language);
        let failing = text!("未符合或信息不全", "not compliant, or incomplete");
        let faulty = text!("有误的行", "faulty rows");
        let (shown, all) = (&self.failing, self.tally.failing());
        text.push_str(&summary::heading(failing, shown.len(), all, language));
        text.extend(shown.iter().map(String::as_str));
        let (shown, all) = (&self.faulty, self.tally.faulty);
        text.push_str(&summary::heading(faulty, shown.len(), all, language));
        text.extend(shown.iter().map(String::as_str));
        self.write(&text)
    }

    fn write(&mut self, text: &str) -> Result<(), Stop> {
        let shown = match (self.terminal, self.form) {
            (true, Form::Csv) => clean_lines(text),
            (true, Form::Json | Form::Ndjson) => clean_json(text),
            // The summary was cleaned piece by piece, before it was styled.
            _ => text.into(),
        };
        self.out.write_all(shown.as_bytes())?;
        Ok(())
    }
}
