//! Notes on how inputs were read: with the result, on standard error, or in a file as JSON.

use super::console::clean;
use crate::intake::note::InputNote;
use crate::json::push_text;
use crate::table::Note;
use crate::text::Language;

/// A note on one input.
pub(super) struct FileNote {
    /// Empty if it is about all inputs together.
    pub(super) file: String,
    /// The sheet, if the input is a workbook.
    pub(super) sheet: Option<String>,
    /// Whether the sheet is one of several that are read.
    pub(super) several_sheets: bool,
    pub(super) note: Noted,
}

/// A note on the bytes of an input, or on the table in it.
pub(super) enum Noted {
    Input(InputNote),
    Table(Note),
}

impl Noted {
    fn kind(&self) -> &'static str {
        match self {
            Self::Input(note) => note.kind(),
            Self::Table(note) => note.kind(),
        }
    }

    fn message(&self, language: Language) -> String {
        match self {
            Self::Input(note) => note.message(language),
            Self::Table(note) => note.message(language),
        }
    }

    /// The headers of the columns, the first line, and the number of what the note is about.
    fn place(&self) -> (String, Option<u64>, Option<u64>) {
        match self {
            Self::Input(note) => (String::new(), note.line(), None),
            Self::Table(note) => (note.columns().join("、"), note.line(), Some(note.count())),
        }
    }
}

impl FileNote {
    /// The note in one line; with the name of its input if `named`.
    pub(super) fn line(&self, named: bool, language: Language) -> String {
        let message = self.note.message(language);
        let message = clean(&message);
        if !named || self.file.is_empty() {
            return message.into_owned();
        }
        let file = clean(&self.file);
        match self.sheet.as_deref().filter(|_| self.several_sheets) {
            Some(sheet) => format!("{file}: {}: {message}", clean(sheet)),
            None => format!("{file}: {message}"),
        }
    }
}

/// The notes as a list in JSON.
pub(super) fn json<'a>(notes: impl IntoIterator<Item = &'a FileNote>) -> String {
    let mut out = String::from("[");
    for FileNote { file, sheet, note, .. } in notes {
        out.push_str(if out.len() == 1 { "\n" } else { ",\n" });
        out.push_str("{\"code\":");
        push_text(&mut out, note.kind());
        let file = Some(file.as_str()).filter(|it| !it.is_empty());
        let texts = [("file", file), ("sheet", sheet.as_deref())];
        let (column, line, count) = note.place();
        let column = Some(column.as_str()).filter(|it| !it.is_empty());
        for (key, text) in texts.into_iter().chain([("column", column)]) {
            if let Some(text) = text {
                push_key(&mut out, key);
                push_text(&mut out, text);
            }
        }
        for (key, number) in [("line", line), ("count", count)] {
            if let Some(number) = number {
                push_key(&mut out, key);
                out.push_str(&number.to_string());
            }
        }
        for (key, language) in [("zh", Language::Chinese), ("en", Language::English)] {
            push_key(&mut out, key);
            push_text(&mut out, &note.message(language));
        }
        out.push('}');
    }
    out.push_str(if out.len() == 1 { "]\n" } else { "\n]\n" });
    out
}

fn push_key(out: &mut String, key: &str) {
    out.push(',');
    push_text(out, key);
    out.push(':');
}
