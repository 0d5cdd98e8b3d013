//! Notes on how a table was read.

use core::mem::discriminant;

use super::float::{Number, yuan};
use super::rows::Passed;
use crate::text::{Language, sentence, text};

/// A note on how a table was read: what a reader of the results should know, but not a fault.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Note {
    /// A row below others was found to be the header, which is on this line.
    HeaderFound(NotedRows),
    /// Columns were read in a unit that stands outside their headers.
    UnitOutside(NotedUnit),
    /// Columns hold no fact.
    UnusedColumns(NotedColumns),
    /// Cells of a column without a header have values.
    NoHeader(NotedCells),
    /// Rows are no records and were passed over.
    Passed(Passed, NotedRows),
    /// Records lack the name that others of the table have.
    NoName(NotedRows),
    /// Records have the name of another one, and its year or day.
    Repeated(Repeat, NotedRows),
    /// Numbers were read with fifteen significant digits, as spreadsheets show them. The floats have
    /// more: 0.1 + 0.2 is read as 0.3, not as 0.30000000000000004.
    FifteenDigits(NotedCells),
    /// Amounts of money were rounded to whole fen, because the option `round_money` is set.
    RoundedMoney(NotedCells),
}

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
    /// The first line, if lines were counted.
    pub line: Option<u64>,
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
}

/// The columns that a note is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct NotedColumns {
    /// Their headers; if there are many, the first of them.
    pub headers: Vec<String>,
    /// Their number.
    pub count: u64,
}

/// A unit that stands outside headers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct NotedUnit {
    /// The unit.
    pub unit: String,
    /// The text that says it.
    pub text: String,
    /// The columns that were read in it.
    pub columns: NotedColumns,
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

impl Note {
    /// Returns the kind of the note, such as `fifteen_digits`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::FifteenDigits(_) => "fifteen_digits",
            Self::RoundedMoney(_) => "rounded_money",
            Self::HeaderFound(_) => "header_found",
            Self::UnitOutside(_) => "unit_outside",
            Self::UnusedColumns(_) => "unused_columns",
            Self::NoHeader(_) => "no_header",
            Self::Passed(passed, _) => passed.code(),
            Self::NoName(_) => "no_name",
            Self::Repeated(..) => "repeated_name",
        }
    }

    /// Returns the cells that the note is about, if it is about cells of one column.
    #[must_use]
    pub const fn cells(&self) -> Option<&NotedCells> {
        match self {
            Self::FifteenDigits(cells) | Self::RoundedMoney(cells) | Self::NoHeader(cells) => {
                Some(cells)
            }
            Self::HeaderFound(_)
            | Self::UnitOutside(_)
            | Self::UnusedColumns(_)
            | Self::Passed(..)
            | Self::NoName(_)
            | Self::Repeated(..) => None,
        }
    }

    /// Returns the rows that the note is about, if it is about rows.
    #[must_use]
    pub const fn rows(&self) -> Option<&NotedRows> {
        match self {
            Self::HeaderFound(rows)
            | Self::Passed(_, rows)
            | Self::NoName(rows)
            | Self::Repeated(_, rows) => Some(rows),
            Self::FifteenDigits(_)
            | Self::RoundedMoney(_)
            | Self::UnitOutside(_)
            | Self::UnusedColumns(_)
            | Self::NoHeader(_) => None,
        }
    }

    /// Returns the header of the column that the note is about.
    #[must_use]
    pub fn column(&self) -> Option<&str> {
        let column = self.cells()?.column.as_str();
        (!column.is_empty()).then_some(column)
    }

    /// Returns the first line that the note is about.
    #[must_use]
    pub fn line(&self) -> Option<u64> {
        self.rows().map(|rows| rows.line).or_else(|| self.cells()?.line)
    }

    /// Returns the number of cells, rows or columns that the note is about.
    #[must_use]
    pub const fn count(&self) -> u64 {
        match self {
            Self::FifteenDigits(cells) | Self::RoundedMoney(cells) | Self::NoHeader(cells) => {
                cells.count
            }
            Self::HeaderFound(rows)
            | Self::Passed(_, rows)
            | Self::NoName(rows)
            | Self::Repeated(_, rows) => rows.count,
            Self::UnitOutside(unit) => unit.columns.count,
            Self::UnusedColumns(columns) => columns.count,
        }
    }

    /// Returns the note in one sentence.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let count = self.count();
        let one = count == 1;
        let (s, was) = if one { ("", "was") } else { ("s", "were") };
        match self {
            Self::FifteenDigits(NotedCells { column, .. }) => sentence!(
                language,
                "列 `{column}`：{count} 个数按 15 位有效数字读取，与电子表格所显示的一致。",
                "column `{column}`: {count} number{s} {was} read with fifteen significant digits, \
                 as spreadsheets show them.",
            ),
            Self::RoundedMoney(NotedCells { column, .. }) => sentence!(
                language,
                "列 `{column}`：{count} 个金额四舍五入到分。",
                "column `{column}`: {count} amount{s} {was} rounded to whole fen.",
            ),
            Self::HeaderFound(NotedRows { line, .. }) => sentence!(
                language,
                "第 {line} 行作为表头。",
                "line {line} was taken as the header.",
            ),
            Self::UnitOutside(NotedUnit { unit, text, columns }) => {
                let columns = columns.list(language);
                sentence!(
                    language,
                    "{columns}：表头没有单位，按表头之外的“{text}”以{unit}读取。",
                    "{columns}: no unit in the header; read in {unit}, as \"{text}\" outside the header says.",
                )
            }
            Self::UnusedColumns(columns) => {
                let columns = columns.list(language);
                sentence!(language, "未使用的列：{columns}。", "unused columns: {columns}.")
            }
            Self::NoHeader(cells) => {
                let (column, line) = (cells.index + 1, cells.line.unwrap_or_default());
                sentence!(
                    language,
                    "没有表头的列有值：第 {column} 列有 {count} 个值未使用，第一个在第 {line} 行。",
                    "column {column} has no header, but values, which are not used: {count}, the first in line {line}.",
                )
            }
            Self::Passed(passed, NotedRows { line, text, .. }) => {
                let words = passed.words().get(language);
                let text = quoted(text, language);
                if one {
                    sentence!(
                        language,
                        "第 {line} 行{words}，未作为记录{text}。",
                        "line {line} {words} and is no record{text}.",
                    )
                } else {
                    sentence!(
                        language,
                        "{count} 行{words}，未作为记录；第一处为第 {line} 行{text}。",
                        "{count} rows are no records: each {words}; the first is line {line}{text}.",
                    )
                }
            }
            Self::NoName(NotedRows { line, .. }) => {
                let have = if one { "record has" } else { "records have" };
                sentence!(
                    language,
                    "{count} 条记录没有名称，仍予判断；第一处为第 {line} 行。",
                    "{count} {have} no name, but were judged; the first is line {line}.",
                )
            }
            Self::Repeated(repeat, NotedRows { line, text, .. }) => {
                repeat.message(*line, count, text, language)
            }
        }
    }

    /// Adds notes on other rows of the same table: one note remains for each kind and column. The
    /// notes are sorted by their kind, then by their column.
    pub fn merge(notes: &mut Vec<Self>, more: impl IntoIterator<Item = Self>) {
        for note in more {
            match notes.iter_mut().find(|it| it.is_like(&note)) {
                Some(found) => found.add(&note),
                None => notes.push(note),
            }
        }
        notes.sort();
    }

    /// Whether the note is of the same kind, and about the same column.
    fn is_like(&self, other: &Self) -> bool {
        let index = |note: &Self| note.cells().map(|cells| cells.index);
        let passed = |note: &Self| if let Self::Passed(why, _) = note { Some(*why) } else { None };
        let same = discriminant(self) == discriminant(other) && index(self) == index(other);
        // A note on the whole table is the same in all its parts, or another one.
        let whole = self.rows().is_none() && self.cells().is_none();
        same && passed(self) == passed(other) && (!whole || self == other)
    }

    /// Adds what a note of the same kind counts. There is nothing to add to one on the whole table.
    fn add(&mut self, more: &Self) {
        if let (Some(cells), Some(more)) = (self.cells_mut(), more.cells()) {
            cells.count += more.count;
            cells.line = cells.line.into_iter().chain(more.line).min();
        }
        if let (Some(rows), Some(more)) = (self.rows_mut(), more.rows()) {
            rows.add(more);
        }
        if let (Self::Repeated(repeat, _), Self::Repeated(other, _)) = (self, more) {
            repeat.more |= other.more;
        }
    }

    const fn cells_mut(&mut self) -> Option<&mut NotedCells> {
        match self {
            Self::FifteenDigits(cells) | Self::RoundedMoney(cells) | Self::NoHeader(cells) => {
                Some(cells)
            }
            Self::HeaderFound(_)
            | Self::UnitOutside(_)
            | Self::UnusedColumns(_)
            | Self::Passed(..)
            | Self::NoName(_)
            | Self::Repeated(..) => None,
        }
    }

    const fn rows_mut(&mut self) -> Option<&mut NotedRows> {
        match self {
            Self::HeaderFound(rows)
            | Self::Passed(_, rows)
            | Self::NoName(rows)
            | Self::Repeated(_, rows) => Some(rows),
            Self::FifteenDigits(_)
            | Self::RoundedMoney(_)
            | Self::UnitOutside(_)
            | Self::UnusedColumns(_)
            | Self::NoHeader(_) => None,
        }
    }
}

impl NotedRows {
    /// One row; `text` is shortened if it is long.
    #[cfg(feature = "intake")]
    pub(crate) fn one(line: u64, text: &str) -> Self {
        Self { line, count: 1, text: brief(text) }
    }

    fn add(&mut self, more: &Self) {
        self.count += more.count;
        if more.line < self.line {
            (self.line, self.text) = (more.line, more.text.clone());
        }
    }
}

impl NotedColumns {
    /// The columns with these headers.
    #[cfg(feature = "intake")]
    pub(crate) fn of<'a>(headers: impl ExactSizeIterator<Item = &'a str>) -> Self {
        let count = u64::try_from(headers.len()).unwrap_or(u64::MAX);
        Self { headers: headers.take(super::MAX_LISTED).map(brief).collect(), count }
    }

    /// The headers as a list in words.
    pub(crate) fn list(&self, language: Language) -> String {
        let blank = text!("（空表头）", "(no header)").get(language);
        let name = |header: &String| match header.trim() {
            "" => blank.to_owned(),
            name => name.to_owned(),
        };
        let names: Vec<String> = self.headers.iter().map(name).collect();
        let (names, count) = (names.join(text!("、", ", ").get(language)), self.count);
        if u64::try_from(self.headers.len()).is_ok_and(|it| it == count) {
            return names;
        }
        sentence!(language, "{names} 等 {count} 列", "{names}, … ({count} in total)")
    }
}

impl Repeat {
    fn message(self, line: u64, count: u64, name: &str, language: Language) -> String {
        let Self { dated, periods, more } = self;
        let rows = if count == 1 { "record has" } else { "records have" };
        let day = if dated {
            text!("，年度或日期也相同", " and its year or day")
        } else {
            text!("", "")
        };
        let day = day.get(language);
        let compared = if more {
            text!("；只比较了前 100 万个名称", "; only the first million names were compared")
        } else {
            text!("", "")
        };
        let compared = compared.get(language);
        let hint = if periods {
            text!(
                "；一条记录的各段经历应写在同一单元格，以分号分隔",
                "; the periods of one record belong in one cell, with semicolons between them",
            )
        } else {
            text!("", "")
        };
        let hint = hint.get(language);
        sentence!(
            language,
            "同名：有 {count} 条记录与前面的记录同名{day}，第一条为第 {line} 行“{name}”{compared}{hint}。",
            "{count} {rows} the name of an earlier one{day}; the first is line {line}, \"{name}\"{compared}{hint}.",
        )
    }
}

/// A text of the table, as the end of a sentence; empty if there is none.
fn quoted(text: &str, language: Language) -> String {
    if text.is_empty() {
        return String::new();
    }
    sentence!(language, "：{text}", ": {text}")
}

/// A text of a table in one line, shortened if it is long.
#[cfg(feature = "intake")]
pub(crate) fn brief(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = line.char_indices().nth(LONGEST) {
        line.truncate(end);
        line.push('…');
    }
    line
}

impl core::fmt::Display for Note {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.message(Language::English))
    }
}

/// How many cells of a column a note of each kind is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NoteCounts {
    fifteen_digits: u64,
    rounded_money: u64,
}

impl NoteCounts {
    pub(crate) const NONE: Self = Self { fifteen_digits: 0, rounded_money: 0 };

    /// Counts a cell that was read as this number.
    pub(crate) fn add(&mut self, number: &Number, round_money: bool) {
        self.fifteen_digits += u64::from(number.shortened);
        self.rounded_money += u64::from(round_money && number.fen.is_some());
    }

    /// Adds the counts of other rows, column by column.
    #[cfg(feature = "intake")]
    pub(crate) fn merge(columns: &mut Vec<Self>, more: &[Self]) {
        columns.resize(columns.len().max(more.len()), Self::NONE);
        for (column, more) in columns.iter_mut().zip(more) {
            column.fifteen_digits += more.fifteen_digits;
            column.rounded_money += more.rounded_money;
        }
    }

    /// The notes on the column with this index and header.
    pub(crate) fn notes(self, index: usize, column: &str) -> impl Iterator<Item = Note> + use<> {
        let cells = |count| NotedCells { index, column: column.to_owned(), count, line: None };
        let all = [
            Note::FifteenDigits(cells(self.fifteen_digits)),
            Note::RoundedMoney(cells(self.rounded_money)),
        ];
        all.into_iter().filter(|note| 0 < note.count())
    }
}

/// The help for an amount that is not a whole number of fen, but would be rounded to one.
pub(crate) fn round_money_help(option: &str, fen: i64, language: Language) -> String {
    let yuan = yuan(fen);
    sentence!(language, "可用 `{option}` 四舍五入到分：{yuan}", "`{option}` rounds it to {yuan}",)
}
