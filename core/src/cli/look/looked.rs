//! What is known of one input, in words and as JSON.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use super::recorded::fits_of_records;
use crate::cli::console::clean;
use crate::cli::reading::Reading;
use crate::cli::summary;
use crate::intake::batch::Source;
use crate::intake::encoding::Encoding;
use crate::intake::format::Format;
use crate::intake::layout::{Layout, Lines};
use crate::intake::note::InputNote;
use crate::intake::separator::Separator;
use crate::json::{list, object};
use crate::table::{Fits, Inspection, Styles, push_pair};
use crate::text::{Language, sentence, text};

/// What is known of one input.
pub(super) struct Looked {
    pub(super) file: String,
    pub(super) format: Option<Format>,
    /// The sheet of a workbook.
    pub(super) sheet: Option<String>,
    /// The encoding of a text.
    pub(super) encoding: Option<Encoding>,
    /// What separates the cells of a text.
    pub(super) separator: Option<Separator>,
    /// The first and the last line of the header of a table.
    pub(super) header: Option<(u64, u64)>,
    pub(super) found: Found,
    pub(super) input_notes: Vec<InputNote>,
    /// The first invalid rows, in words.
    pub(super) faulty: Vec<String>,
}

/// What an input holds.
pub(super) enum Found {
    Records(Box<Inspection>),
    /// Its subject is not known.
    Fits(Fits),
    /// It cannot be read.
    Error(String),
}

impl Looked {
    pub(super) fn name(&self) -> String {
        match &self.sheet {
            Some(sheet) => format!("{}: {sheet}", self.file),
            None => self.file.clone(),
        }
    }

    /// Finds the subjects that fit.
    pub(super) fn fit(
        &mut self,
        reading: &Reading,
        skip: &Lines,
        source: &mut dyn Source,
        language: Language,
    ) {
        let found = if source.is_table() {
            Layout::fits(source, reading.header_row, skip, &reading.map)
        } else {
            fits_of_records(source).map(|fits| (fits, None))
        };
        self.found = match found {
            Ok((fits, line)) => {
                self.header = line.map(|line| (line, line));
                Found::Fits(fits)
            }
            Err(error) => Found::Error(error.message(language)),
        };
    }

    pub(super) fn text(&self, language: Language) -> String {
        let styles = Styles {
            strong: Style::new().bold(),
            faint: Style::new().dimmed(),
            warning: Style::new().fg_color(Some(AnsiColor::Yellow.into())),
        };
        let strong = styles.strong;
        let mut out = format!("{strong}{}{strong:#}\n", clean(&self.file));
        self.push_input(&mut out, language);
        match &self.found {
            Found::Records(inspection) => {
                let mut sections = inspection.sections(language);
                let notes = self.input_notes.iter().map(|it| it.message(language));
                sections.notes.splice(0..0, notes);
                out.push_str(&sections.to_text(styles, language));
                let what = text!("有误的记录", "invalid records");
                let shown = self.faulty.len();
                out.push_str(&summary::heading(what, shown, inspection.faulty, language));
                out.extend(self.faulty.iter().map(String::as_str));
            }
            Found::Fits(fits) => {
                out.push_str(&fits.text(styles, language));
                if let Some(best) = fits.best().first() {
                    let (name, file) = (best.subject.name, clean(&self.file));
                    let _ = writeln!(out, "  chanjiao look -s {name} {file}");
                }
            }
            // It was said.
            Found::Error(_) => {}
        }
        out
    }

    /// How the bytes are read, and where the header is.
    fn push_input(&self, out: &mut String, language: Language) {
        let mut format: Vec<String> = Vec::new();
        format.extend(self.format.map(|it| it.name(language).to_owned()));
        if self.format.is_some_and(|it| !it.is_workbook()) {
            format.push(self.encoding.unwrap_or(Encoding::Utf8).name().to_owned());
        }
        if let Some(separator) = self.separator {
            let name = separator.name(language);
            format.push(sentence!(language, "{name}分隔", "separated by {name}"));
        }
        if !format.is_empty() {
            let format = format.join(text!("，", ", ").get(language));
            push_pair(out, text!("格式", "format").get(language), &format);
        }
        if let Some(sheet) = &self.sheet {
            push_pair(out, text!("工作表", "sheet").get(language), &clean(sheet));
        }
        if let Some((first, last)) = self.header {
            let line = summary::lines(first, last, language);
            push_pair(out, text!("表头", "header").get(language), &line);
        }
    }

    pub(super) fn json(&self) -> String {
        let mut out = String::new();
        object(&mut out, |it| {
            it.text("file", Some(&self.file));
            it.text("format", self.format.map(Format::option));
            it.text("sheet", self.sheet.as_deref());
            it.text("encoding", self.encoding.map(Encoding::name));
            it.text("separator", self.separator.map(|it| it.0.to_string()).as_deref());
            let header = it.key("header");
            match self.header {
                Some((first, last)) => list(header, [first, last], |out, line| {
                    out.push_str(&line.to_string());
                }),
                None => header.push_str("null"),
            }
            match &self.found {
                Found::Records(inspection) => inspection.push_members(it),
                Found::Fits(fits) => fits.push_members(it),
                Found::Error(message) => it.text("error", Some(message)),
            }
            it.list("input_notes", &self.input_notes, |out, note| {
                object(out, |it| {
                    it.text("code", Some(note.kind()));
                    for language in Language::ALL {
                        it.text(language.tag(), Some(&note.message(language)));
                    }
                });
            });
        });
        out
    }
}
