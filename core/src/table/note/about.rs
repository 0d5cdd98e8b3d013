//! What notes are about: cells, rows and headers.

use super::message::plural;
use crate::table::error::MAX_LISTED;
use crate::text::{Language, sentence, text};

/// The cells that a note is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct NotedCells {
    /// The index of the column in the table.
    pub index: usize,
    /// The header of the column.
    pub column: String,
    /// The number of cells.
    pub count: u64,
    /// The line of the first of them, if the table has lines.
    pub line: Option<u64>,
    /// The text of the first of them, if the note names it.
    pub example: String,
}

/// The rows that a note is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct NotedRows {
    /// The line of the first of them, counted from 1.
    pub line: u64,
    /// Their number.
    pub count: u64,
    /// What the first of them says.
    pub text: String,
    /// The lines of the first twenty of them, in ascending order.
    pub lines: Vec<u64>,
}

/// The headers that a note is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct NotedHeaders {
    /// The headers of the columns.
    pub columns: Vec<String>,
    /// What the note says about them: a unit, a remark, or the name that is proposed.
    pub text: String,
}

/// What rows with the same name have in common, and how they might have to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Repeat {
    /// Whether the records have a year or day, which is the same.
    pub dated: bool,
    /// Whether a record lists periods, which might have been written in several rows.
    pub periods: bool,
    /// Whether there were more rows than were compared.
    pub more: bool,
}

impl NotedCells {
    pub(super) fn add(&mut self, more: &Self) {
        self.count += more.count;
        if more.line.is_some_and(|line| self.line.is_none_or(|it| line < it)) {
            (self.line, self.example) = (more.line, more.example.clone());
        }
    }

    pub(super) const fn plural(&self) -> (&'static str, &'static str) {
        plural(self.count)
    }

    /// The line of the first cell, in brackets.
    pub(super) fn first_line(&self, language: Language) -> String {
        let Some(line) = self.line else { return String::new() };
        sentence!(language, "（第 {line} 行）", " (line {line})")
    }
}

impl NotedRows {
    /// One row; `text` is shortened if it is long.
    #[cfg(any(feature = "arrow", feature = "intake"))]
    pub(crate) fn one(line: u64, text: &str) -> Self {
        Self { line, count: 1, text: brief(text), lines: vec![line] }
    }

    pub(super) fn add(&mut self, more: &Self) {
        self.count += more.count;
        if more.line < self.line {
            (self.line, self.text) = (more.line, more.text.clone());
        }
        // Notes are mostly added in the order of the rows.
        let full = self.lines.len() == MAX_LISTED && self.lines.last() < more.lines.first();
        if !full {
            self.lines.extend(&more.lines);
            self.lines.sort_unstable();
            self.lines.truncate(MAX_LISTED);
        }
    }

    /// Counts the lines from `rows` rows further up.
    pub(super) fn move_down(&mut self, rows: u64) {
        self.line += rows;
        self.lines.iter_mut().for_each(|line| *line += rows);
    }
}

impl NotedHeaders {
    pub(crate) fn of<'a>(columns: impl IntoIterator<Item = &'a str>, text: &str) -> Self {
        let columns = columns.into_iter().map(brief).collect();
        Self { columns, text: text.to_owned() }
    }

    /// The headers, the first of many.
    pub(crate) fn listed(&self, language: Language) -> String {
        let count = self.columns.len();
        let blank = text!("（空表头）", "(no header)").get(language);
        let name =
            |header: &String| if header.is_empty() { blank.to_owned() } else { header.clone() };
        let shown: Vec<String> = self.columns.iter().take(MAX_LISTED).map(name).collect();
        let shown = shown.join(text!("、", ", ").get(language));
        if count <= MAX_LISTED {
            return shown;
        }
        sentence!(language, "{shown} 等 {count} 列", "{shown}, … ({count} in total)")
    }
}

/// A text of a table in one line, shortened if it is long.
pub(crate) fn brief(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = line.char_indices().nth(LONGEST) {
        line.truncate(end);
        line.push('…');
    }
    line
}
