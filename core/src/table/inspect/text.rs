//! Inspections for people: a table of the columns, aligned on a terminal.

use core::fmt::Write as _;

use anstyle::Style;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{Fits, InspectedColumn, Inspection, LackingRule, SeenValue};
use crate::cli::clean;
use crate::table::note::Note;
use crate::table::origin::{MatchedBy, UnitFrom};
use crate::text::{Language, Text, sentence, text};

/// The most columns on a terminal that a header, and a value, take.
const HEADER_WIDTH: usize = 28;
const VALUE_WIDTH: usize = 24;

/// How many facts, rules, rows and headers are listed.
const MOST_FACTS: usize = 12;
const MOST_RULES: usize = 8;

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
        let mut out = String::new();
        self.push_text(&mut out, Styles::default(), language);
        self.push_notes(&mut out, core::iter::empty(), Styles::default(), language);
        out
    }

    /// Appends all but the notes.
    pub(crate) fn push_text(&self, out: &mut String, styles: Styles, language: Language) {
        push_pair(out, text!("对象", "subject"), &self.subject_words(styles, language), language);
        push_pair(
            out,
            text!("行", "rows"),
            &counted(self.records, self.faulty, self.passed, language),
            language,
        );
        push_pair(out, text!("列", "columns"), &self.column_counts(language), language);
        self.push_columns(out, styles, language);
        self.push_unused(out, language);
        self.push_absent(out, language);
    }

    fn subject_words(&self, Styles { strong, .. }: Styles, language: Language) -> String {
        let (label, name) = (self.subject.label.get(language), self.subject.name);
        sentence!(
            language,
            "{strong}{label}{strong:#}（{name}）",
            "{strong}{label}{strong:#} ({name})"
        )
    }

    fn column_counts(&self, language: Language) -> String {
        let (used, all) = (self.used(), self.columns.len());
        sentence!(language, "共 {all} 列，使用 {used} 列", "{used} of {all} used")
    }

    /// The columns that are used, or might be.
    fn push_columns(&self, out: &mut String, styles: Styles, language: Language) {
        let say = |words: Text| words.get(language);
        let Styles { strong, faint, warning } = styles;
        let shown = self.columns.iter().filter(|it| it.fact.is_some() || it.proposal.is_some());
        let lines = shown.map(|column| (column.proposal.is_some(), cells(column, language)));
        let lines: Vec<(bool, [String; 6])> = lines.collect();
        if lines.is_empty() {
            return;
        }
        let head = [
            text!("列", "no."),
            text!("表头", "header"),
            text!("事实", "fact"),
            text!("依据", "matched by"),
            text!("单位", "unit"),
            text!("第一个值", "first value"),
        ]
        .map(say);
        let mut widths = head.map(|it| it.width());
        for (_, line) in &lines {
            for (width, cell) in widths.iter_mut().zip(line) {
                *width = (*width).max(cell.width());
            }
        }
        let _ = writeln!(out, "\n{strong}{}{strong:#}", line_of(&head, &widths));
        for (proposed, line) in &lines {
            let style = if *proposed { warning } else { Style::new() };
            let _ = writeln!(out, "{style}{}{style:#}", line_of(line, &widths));
        }
        let mapped = self.columns.iter().find_map(|it| Some((&it.header, it.proposal.as_ref()?)));
        if let Some((header, (_, key))) = mapped {
            let header = cut(&one_line(header), HEADER_WIDTH);
            let hint = sentence!(
                language,
                "  “?”的列没有使用。如果是，请用 --map 指定，如 --map '{header}={key}'",
                "  Columns with \"?\" are not used. If the guess is right, say so: --map '{header}={key}'",
            );
            let _ = writeln!(out, "{faint}{hint}{faint:#}");
        }
    }

    fn push_unused(&self, out: &mut String, language: Language) {
        let unused = self.columns.iter().filter(|it| it.fact.is_none() && it.proposal.is_none());
        let blank = text!("（空表头）", "(no header)").get(language);
        let names = unused.map(|it| {
            let header = cut(&one_line(&it.header), HEADER_WIDTH);
            let header = if header.is_empty() { blank.to_owned() } else { header };
            match it.matched_by {
                Some(_) => {
                    sentence!(language, "{header}（按指定忽略）", "{header} (ignored as told)")
                }
                None => header,
            }
        });
        let names: Vec<String> = names.collect();
        if !names.is_empty() {
            let count = names.len();
            let heading =
                sentence!(language, "未使用的列（{count}）：", "unused columns ({count}): ",);
            out.push('\n');
            push_list(out, "", &heading, &names, MOST_FACTS, language);
        }
    }

    /// The facts that no column holds, and what that means.
    fn push_absent(&self, out: &mut String, language: Language) {
        if self.absent.is_empty() {
            return;
        }
        let (count, all) = (self.absent.len(), self.subject.fields().len());
        let labels = self.absent.iter().map(|it| it.label().get(language).to_owned());
        let heading = sentence!(
            language,
            "没有列的事实（{all} 项中的 {count} 项）：",
            "facts without a column ({count} of {all}): ",
        );
        out.push('\n');
        push_list(out, "", &heading, &labels.collect::<Vec<_>>(), MOST_FACTS, language);
        let rules = self.subject.rules().len();
        let (never, some): (Vec<_>, Vec<_>) = self.lacking.iter().partition(|it| it.never);
        let title =
            |it: &&LackingRule| [it.rule.statement.id, " ", it.rule.title.get(language)].concat();
        for (lacking, words) in [
            (
                never,
                text!("因此对任何记录都无法判断的规则", "rules that no record can be judged by"),
            ),
            (
                some,
                text!(
                    "缺部分事实、对有的记录无法判断的规则",
                    "rules that lack some of their facts"
                ),
            ),
        ] {
            let (count, words) = (lacking.len(), words.get(language));
            let titles: Vec<String> = lacking.iter().map(title).collect();
            let heading = sentence!(
                language,
                "{words}（{rules} 条中的 {count} 条）：",
                "{words} ({count} of {rules}): ",
            );
            if !titles.is_empty() {
                push_list(out, "  ", &heading, &titles, MOST_RULES, language);
            }
        }
    }

    /// Appends the notes on how the bytes were read, and those on the table.
    pub(crate) fn push_notes(
        &self,
        out: &mut String,
        of_input: impl Iterator<Item = String>,
        Styles { strong, .. }: Styles,
        language: Language,
    ) {
        // What the table of columns and the list below it show already.
        let is_shown = |note: &&Note| !matches!(note, Note::UnusedColumns(_) | Note::NearMiss(_));
        let of_table = self.notes.iter().filter(is_shown).map(|note| said(note, language));
        let mut notes = of_input.chain(of_table).peekable();
        if notes.peek().is_some() {
            let heading = text!("读取说明", "notes on reading").get(language);
            let _ = writeln!(out, "\n{strong}{heading}{strong:#}");
        }
        for note in notes {
            let _ = writeln!(out, "  {}", one_line(&note));
        }
    }
}

/// A note, with the lines of the rows that it is about.
fn said(note: &Note, language: Language) -> String {
    let message = note.message(language);
    let lines = note.rows().map_or(&[][..], |it| &it.lines);
    if lines.len() < 2 {
        return message;
    }
    let numbers: Vec<String> = lines.iter().map(u64::to_string).collect();
    let numbers = numbers.join(text!("、", ", ").get(language));
    let more = usize::try_from(note.count()).is_ok_and(|count| lines.len() < count);
    let more = if more { "…" } else { "" };
    sentence!(language, "{message}（第 {numbers}{more} 行）", "{message} (lines {numbers}{more})")
}

impl Fits {
    /// Returns it in words: the subjects that fit best, and what to do.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        let mut out = String::new();
        self.push_text(&mut out, Styles::default(), language);
        out
    }

    pub(crate) fn push_text(&self, out: &mut String, styles: Styles, language: Language) {
        let Styles { strong, .. } = styles;
        let rows = self.best().iter().map(|fit| {
            let (facts, label) = (fit.facts, fit.subject.label.get(language));
            let columns = if facts == 1 { "column" } else { "columns" };
            let count = sentence!(language, "{facts} 列对得上", "{facts} {columns} match");
            [fit.subject.name.to_owned(), label.to_owned(), count]
        });
        let rows: Vec<[String; 3]> = rows.collect();
        let mut widths = [0; 3];
        for row in &rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.width());
            }
        }
        if !rows.is_empty() {
            let heading = text!("最合适的对象", "subjects that fit best").get(language);
            let _ = writeln!(out, "\n{strong}{heading}{strong:#}");
        }
        for row in &rows {
            let _ = writeln!(out, "{}", line_of(row, &widths));
        }
        let _ = writeln!(out, "\n  {}", self.message(language));
    }
}

/// How many records there are, how many of them have a fault, and how many rows are none.
pub(crate) fn counted(records: u64, faulty: u64, passed: u64, language: Language) -> String {
    let s = if records == 1 { "" } else { "s" };
    let mut said = sentence!(language, "{records} 条记录", "{records} record{s}");
    if 0 < faulty {
        said += &sentence!(language, "，其中 {faulty} 条有误", ", {faulty} of them invalid");
    }
    if 0 < passed {
        let rows = if passed == 1 { "row is no record" } else { "rows are no records" };
        said += &sentence!(language, "；另有 {passed} 行不是记录", "; {passed} more {rows}");
    }
    said
}

/// The cells of a column in the table of columns.
fn cells(column: &InspectedColumn, language: Language) -> [String; 6] {
    let number = (column.index + 1).to_string();
    let header = cut(&one_line(&column.header), HEADER_WIDTH);
    let (fact, by) = match (&column.proposal, column.fact) {
        (Some((name, _)), _) => (format!("? {name}"), text!("相近", "similar name").get(language)),
        (None, Some(fact)) => {
            let by = column.matched_by.map(MatchedBy::label);
            (fact.to_owned(), by.map_or("", |it| it.get(language)))
        }
        (None, None) => (String::new(), ""),
    };
    let value = match (column.values.first(), column.field) {
        (Some(seen), Some(field)) => match seen.words(field, language) {
            Some(words) => value(seen, &words),
            None => faulty(seen, language),
        },
        (Some(seen), None) => cut(&seen.given, VALUE_WIDTH),
        (None, _) if column.fact.is_some() => text!("（空）", "(none)").get(language).to_owned(),
        (None, _) => String::new(),
    };
    [number, header, fact, by.to_owned(), unit(column, language), value]
}

/// A value as it stands, and as it is read if that is something else.
fn value(seen: &SeenValue, words: &str) -> String {
    let given = cut(&seen.given, VALUE_WIDTH);
    // A number without its unit is shown once.
    let is_same = words == given || words.split(' ').next() == Some(&given);
    if is_same {
        cut(words, VALUE_WIDTH)
    } else {
        [&given, " → ", &cut(words, VALUE_WIDTH)].concat()
    }
}

fn faulty(seen: &SeenValue, language: Language) -> String {
    let given = cut(&seen.given, VALUE_WIDTH);
    let line = seen.line;
    sentence!(language, "{given}（有误，第 {line} 行）", "{given} (invalid, line {line})")
}

/// The unit of a column, and where it comes from.
fn unit(column: &InspectedColumn, language: Language) -> String {
    let Some(from) = column.unit_from else { return String::new() };
    let of_fact = column.field.and_then(|it| it.unit).map_or("", |it| it.label().get(language));
    let unit = if column.unit.is_empty() { of_fact } else { column.unit.as_str() };
    let unit = cut(&one_line(unit), VALUE_WIDTH);
    let from = match from {
        // Nobody has to name the unit of persons or days.
        UnitFrom::Default | UnitFrom::Key if !is_money(column) => return unit,
        UnitFrom::Default => text!("表头未写，按元", "not said: yuan").get(language).to_owned(),
        other => other.label().get(language).to_owned(),
    };
    sentence!(language, "{unit}（{from}）", "{unit} ({from})")
}

fn is_money(column: &InspectedColumn) -> bool {
    column.field.is_some_and(|it| matches!(it.kind, crate::field::Kind::Money))
}

/// A line of a table; its last cell is not padded.
fn line_of(cells: &[impl AsRef<str>], widths: &[usize]) -> String {
    let mut out = String::from("  ");
    for (cell, width) in cells.iter().map(AsRef::as_ref).zip(widths) {
        out.push_str(cell);
        out.extend(core::iter::repeat_n(' ', width.saturating_sub(cell.width()) + 2));
    }
    out.truncate(out.trim_end().len());
    out
}

/// Appends a heading and the first of many names, in lines that fit a terminal.
fn push_list(
    out: &mut String,
    indent: &str,
    heading: &str,
    names: &[String],
    most: usize,
    language: Language,
) {
    let separator = text!("、", "; ").get(language);
    let mut parts: Vec<String> = names.iter().take(most).cloned().collect();
    let left = names.len().saturating_sub(parts.len());
    if 0 < left {
        parts.push(sentence!(language, "另有 {left} 项", "and {left} more"));
    }
    let last = parts.len();
    let mut line = [indent, heading].concat();
    for (index, part) in (1..).zip(parts) {
        let mark = if index == last { "" } else { separator };
        if LINE_WIDTH < line.width() + part.width() + mark.trim_end().width() {
            out.push_str(line.trim_end());
            out.push('\n');
            line = [indent, "    "].concat();
        }
        line.push_str(&part);
        line.push_str(mark);
    }
    out.push_str(line.trim_end());
    out.push('\n');
}

/// What is known of a table, behind a word that says what it is.
pub(crate) fn push_pair(out: &mut String, key: Text, value: &str, language: Language) {
    out.push_str("  ");
    out.push_str(&padded(key.get(language), KEY_WIDTH));
    out.push_str(value);
    out.push('\n');
}

/// The greatest width of a line in a list.
const LINE_WIDTH: usize = 96;

/// The width of the words before what is known of a table.
const KEY_WIDTH: usize = 10;

fn padded(text: &str, width: usize) -> String {
    let mut out = text.to_owned();
    out.extend(core::iter::repeat_n(' ', width.saturating_sub(text.width())));
    out
}

/// A text of the table in one line, without what could harm a terminal.
fn one_line(text: &str) -> String {
    clean(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}

/// A text, cut to this width on a terminal.
fn cut(text: &str, width: usize) -> String {
    let text = one_line(text);
    if text.width() <= width {
        return text;
    }
    let (mut out, mut used) = (String::new(), 0);
    for character in text.chars() {
        used += character.width().unwrap_or(0);
        if width <= used {
            break;
        }
        out.push(character);
    }
    out.push('…');
    out
}
