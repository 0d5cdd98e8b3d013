//! The output: changes are written to standard output or a file, in one of five formats.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anstream::AutoStream;
use anstream::adapter::strip_str;

use super::side::ReadSide;
use super::{ChangeForm, book, json, summary, table};
use crate::cli::console::{Stop, clean_json, clean_lines, say};
use crate::cli::draft::{Draft, destination, failed};
use crate::cli::output::{guard_stdout, no_workbook_on_terminal};
use crate::table::Changes;
use crate::text::Language;

/// Two tables that were compared.
pub(super) struct Compared<'a> {
    pub(super) changes: &'a Changes,
    /// The names of the key columns.
    pub(super) key: &'a [String],
    /// The old and the new table.
    pub(super) sides: [&'a ReadSide<'a>; 2],
    /// How many records and rules the summary shows.
    pub(super) limit: usize,
    pub(super) language: Language,
}

impl Compared<'_> {
    /// The notes on how the tables were read, each in one line.
    pub(super) fn notes(&self) -> Vec<String> {
        let notes = self.sides.into_iter().flat_map(|it| &it.notes);
        notes.map(|it| it.line(true, self.language)).collect()
    }
}

/// Where changes are written.
pub(super) struct Output {
    form: ChangeForm,
    out: Box<dyn Write + Send>,
    /// The output file, and the file beside it that becomes it at the end.
    path: Option<PathBuf>,
    draft: Option<Draft>,
    /// Whether the output is shown on a terminal.
    terminal: bool,
    /// What a CSV file begins with.
    mark: &'static str,
    language: Language,
}

impl Output {
    /// `bom` is whether a CSV file begins with a byte order mark.
    pub(super) fn open(
        path: Option<&Path>,
        form: ChangeForm,
        bom: bool,
        language: Language,
    ) -> Result<Self, Stop> {
        let terminal = path.is_none() && io::stdout().is_terminal();
        if terminal && form == ChangeForm::Xlsx {
            return Err(no_workbook_on_terminal(language));
        }
        if path.is_none() {
            guard_stdout(language)?;
        }
        let (file, draft) = match path.map(|path| destination(path, language)).transpose()? {
            Some((file, draft)) => (Some(file), draft),
            None => (None, None),
        };
        let marked = form == ChangeForm::Csv && bom && file.is_some();
        let out: Box<dyn Write + Send> = match (file, form == ChangeForm::Text) {
            (Some(file), true) => Box::new(AutoStream::never(file)),
            (Some(file), false) => Box::new(BufWriter::new(file)),
            (None, true) => Box::new(anstream::stdout()),
            (None, false) => Box::new(BufWriter::new(io::stdout())),
        };
        let path = path.map(Path::to_owned);
        let mark = if marked { "\u{feff}" } else { "" };
        Ok(Self { form, out, path, draft, terminal, mark, language })
    }

    /// Writes everything. What the results have no place for is written to standard error: notes, and
    /// what is wrong with invalid rows.
    pub(super) fn write(mut self, compared: &Compared<'_>) -> Result<(), Stop> {
        match self.form {
            ChangeForm::Text => self.push(&summary::text(compared))?,
            ChangeForm::Json => {
                self.push(&json::head(compared))?;
                for (index, change) in compared.changes.list.iter().enumerate() {
                    self.push(if index == 0 { "\n" } else { ",\n" })?;
                    self.push(&json::change(change, compared.key))?;
                }
                self.push("\n]}\n")?;
            }
            ChangeForm::Ndjson => {
                for change in &compared.changes.list {
                    self.push(&(json::change(change, compared.key) + "\n"))?;
                }
            }
            ChangeForm::Csv => {
                self.push(self.mark)?;
                let mut text = String::new();
                table::push_headers(&mut text, compared);
                self.push(&text)?;
                for change in &compared.changes.list {
                    text.clear();
                    table::push_lines(&mut text, change, compared.changes.subject);
                    self.push(&text)?;
                }
            }
            ChangeForm::Xlsx => {
                let written = book::write(compared, &mut self.out);
                written.map_err(|error| {
                    let path = self.path.as_ref().map(|path| format!("{}: ", path.display()));
                    Stop::Said([path.unwrap_or_default(), error.message(self.language)].concat())
                })?;
            }
        }
        self.out.flush().map_err(|error| self.failed(&error))?;
        if let Some(draft) = self.draft {
            drop(self.out);
            draft.keep(self.language)?;
        }
        match self.form {
            ChangeForm::Text | ChangeForm::Xlsx => {}
            ChangeForm::Json | ChangeForm::Ndjson | ChangeForm::Csv => {
                for note in compared.notes() {
                    say(&note);
                }
                let faults = summary::faults(compared);
                if !faults.is_empty() {
                    say(strip_str(&faults).to_string().trim());
                }
            }
        }
        Ok(())
    }

    fn push(&mut self, text: &str) -> Result<(), Stop> {
        let text = match (self.terminal, self.form) {
            (true, ChangeForm::Csv) => clean_lines(text),
            (true, ChangeForm::Json | ChangeForm::Ndjson) => clean_json(text),
            // The parts of the summary are cleaned before they are styled.
            (true, ChangeForm::Text | ChangeForm::Xlsx) | (false, _) => text.into(),
        };
        let written = self.out.write_all(text.as_bytes());
        written.map_err(|error| self.failed(&error))
    }

    fn failed(&self, error: &io::Error) -> Stop {
        match &self.path {
            Some(path) => failed(path, error, self.language),
            None => Stop::of(error, self.language),
        }
    }
}
