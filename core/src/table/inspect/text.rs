//! Inspections on a terminal: aligned, with the width of Chinese characters.

use core::fmt::Write as _;

use anstyle::Style;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::sections::Sections;
use super::{Fits, Inspection};
use crate::cli::clean;
use crate::text::{Language, text};

/// The most columns on a terminal that a cell takes.
const CELL_WIDTH: usize = 44;

/// The greatest width of a line in a list.
const LINE_WIDTH: usize = 96;

/// The width of the words before what is known of a table.
const KEY_WIDTH: usize = 10;

/// How the parts of a text look.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Styles {
    pub(crate) strong: Style,
    pub(crate) faint: Style,
    pub(crate) warning: Style,
}

impl Inspection {
    /// Returns it in words, as `chanjiao look` prints it: the records, the columns and their first
    /// values, what is missing, and the notes.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        self.sections(language).to_text(Styles::default(), language)
    }
}

impl Sections {
    pub(crate) fn to_text(&self, styles: Styles, language: Language) -> String {
        let Styles { strong, faint, warning } = styles;
        let mut out = String::new();
        for (word, value) in &self.pairs {
            push_pair(&mut out, word, value);
        }
        if !self.columns.is_empty() {
            let head: Vec<String> = self.head.iter().map(|it| (*it).to_owned()).collect();
            let rows = core::iter::once(&head).chain(self.columns.iter().map(|(_, row)| row));
            let mut lines = aligned(rows).into_iter();
            let _ = writeln!(out, "\n{strong}{}{strong:#}", lines.next().unwrap_or_default());
            for ((is_near, _), line) in self.columns.iter().zip(lines) {
                let style = if *is_near { warning } else { Style::new() };
                let _ = writeln!(out, "{style}{line}{style:#}");
            }
        }
        if let Some(hint) = &self.hint {
            let _ = writeln!(out, "  {faint}{}{faint:#}", one_line(hint));
        }
        for (heading, names) in &self.lists {
            push_list(&mut out, heading, names, text!("、", "; ").get(language));
        }
        if !self.notes.is_empty() {
            let heading = text!("读取说明", "notes on reading").get(language);
            let _ = writeln!(out, "\n{strong}{heading}{strong:#}");
        }
        for note in &self.notes {
            let _ = writeln!(out, "  {}", one_line(note));
        }
        out
    }
}

impl Fits {
    /// Returns it in words: the subjects that fit best, and what to do.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        self.text(Styles::default(), language)
    }

    pub(crate) fn text(&self, Styles { strong, .. }: Styles, language: Language) -> String {
        let (mut out, rows) = (String::new(), self.rows(language));
        if !rows.is_empty() {
            let heading = text!("最合适的对象", "subjects that fit best").get(language);
            let _ = writeln!(out, "\n{strong}{heading}{strong:#}");
        }
        for line in aligned(rows.iter()) {
            let _ = writeln!(out, "{line}");
        }
        let _ = writeln!(out, "\n  {}", self.message(language));
        out
    }
}

/// What is known of a table, behind a word that says what it is.
pub(crate) fn push_pair(out: &mut String, word: &str, value: &str) {
    out.push_str("  ");
    out.push_str(word);
    push_blanks(out, KEY_WIDTH.saturating_sub(word.width()));
    out.push_str(&one_line(value));
    out.push('\n');
}

/// The lines of a table, whose columns are as wide as their widest cell.
fn aligned<'a>(rows: impl Iterator<Item = &'a Vec<String>>) -> Vec<String> {
    let rows: Vec<Vec<String>> = rows.map(|row| row.iter().map(|it| cut(it)).collect()).collect();
    let count = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|it| it.width()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let line = |row: &Vec<String>| {
        let mut out = String::from("  ");
        for (cell, width) in row.iter().zip(&widths) {
            out.push_str(cell);
            push_blanks(&mut out, width.saturating_sub(cell.width()) + 2);
        }
        out.truncate(out.trim_end().len());
        out
    };
    rows.iter().map(line).collect()
}

/// Appends a heading and names, in lines that fit a terminal.
fn push_list(out: &mut String, heading: &str, names: &[String], separator: &str) {
    let mut line = ["\n", heading].concat();
    for (index, name) in (1..).zip(names) {
        let mark = if index == names.len() { "" } else { separator };
        let name = one_line(name);
        if LINE_WIDTH < line.width() + name.width() + mark.trim_end().width() {
            out.push_str(line.trim_end());
            out.push('\n');
            "    ".clone_into(&mut line);
        }
        line.push_str(&name);
        line.push_str(mark);
    }
    out.push_str(line.trim_end());
    out.push('\n');
}

fn push_blanks(out: &mut String, count: usize) {
    out.extend(core::iter::repeat_n(' ', count));
}

/// A text of the table in one line, without what could harm a terminal.
fn one_line(text: &str) -> String {
    clean(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}

/// A cell, cut to its greatest width.
fn cut(text: &str) -> String {
    let text = one_line(text);
    if text.width() <= CELL_WIDTH {
        return text;
    }
    let (mut out, mut used) = (String::new(), 0);
    for character in text.chars() {
        used += character.width().unwrap_or(0);
        if CELL_WIDTH <= used {
            break;
        }
        out.push(character);
    }
    out.push('…');
    out
}
