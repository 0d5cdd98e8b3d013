//! Notes on how a table was read.

use core::mem::discriminant;

use super::error::MAX_LISTED;
#[cfg(any(feature = "arrow", feature = "intake"))]
use super::float::{Number, yuan};
#[cfg(any(feature = "arrow", feature = "intake"))]
use super::missing::Missing;
use crate::json::MAX_EXCERPT;
use crate::text::{Language, sentence, text};

/// A note on how a table was read: what a reader of the results should know, but not a fault.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Note {
    /// A column that is not used has a header like the name of a fact.
    NearMiss(NotedHeaders),
    /// Neither the headers nor anything else says in which unit these amounts of money are: they were
    /// read in yuan.
    NoUnit(NotedHeaders),
    /// The numbers of these columns were read in a unit that stands outside their headers.
    OutsideUnit(NotedHeaders),
    /// The numbers of these columns were read in the unit of their headers, and not in another one
    /// that stands outside them, or was replaced by an option.
    OwnUnit(NotedHeaders),
    /// Remarks in these headers do not change how the numbers were read: `2023年`, `不含税`.
    Remark(NotedHeaders),
    /// Numbers were read with fifteen significant digits, as spreadsheets show them. The floats have
    /// more: 0.1 + 0.2 is read as 0.3, not as 0.30000000000000004.
    FifteenDigits(NotedCells),
    /// Amounts of money were rounded to whole fen, because the option `round_money` is set.
    RoundedMoney(NotedCells),
    /// Marks such as `—` and `N/A` were read as values that are not known.
    Missing(NotedCells),
    /// Numbers in scientific notation were read as they are written.
    Exponent(NotedCells),
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
    /// The line of the first of them, if the table has lines.
    pub line: Option<u64>,
    /// The text of the first of them, if the note names it.
    pub example: String,
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

impl Note {
    /// Returns the kind of the note, for example `rounded_money`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::NearMiss(_) => "near_miss",
            Self::NoUnit(_) => "no_unit",
            Self::OutsideUnit(_) => "outside_unit",
            Self::OwnUnit(_) => "own_unit",
            Self::Remark(_) => "remark",
            Self::FifteenDigits(_) => "fifteen_digits",
            Self::RoundedMoney(_) => "rounded_money",
            Self::Missing(_) => "missing",
            Self::Exponent(_) => "exponent",
        }
    }

    /// Returns the cells that the note is about; `None` if it is about headers.
    #[must_use]
    pub const fn cells(&self) -> Option<&NotedCells> {
        match self {
            Self::FifteenDigits(cells)
            | Self::RoundedMoney(cells)
            | Self::Missing(cells)
            | Self::Exponent(cells) => Some(cells),
            Self::NearMiss(_)
            | Self::NoUnit(_)
            | Self::OutsideUnit(_)
            | Self::OwnUnit(_)
            | Self::Remark(_) => None,
        }
    }

    const fn cells_mut(&mut self) -> Option<&mut NotedCells> {
        match self {
            Self::FifteenDigits(cells)
            | Self::RoundedMoney(cells)
            | Self::Missing(cells)
            | Self::Exponent(cells) => Some(cells),
            Self::NearMiss(_)
            | Self::NoUnit(_)
            | Self::OutsideUnit(_)
            | Self::OwnUnit(_)
            | Self::Remark(_) => None,
        }
    }

    /// Returns the headers of the columns that the note is about.
    #[must_use]
    pub fn columns(&self) -> Vec<&str> {
        match self {
            Self::FifteenDigits(cells)
            | Self::RoundedMoney(cells)
            | Self::Missing(cells)
            | Self::Exponent(cells) => vec![&cells.column],
            Self::NearMiss(headers)
            | Self::NoUnit(headers)
            | Self::OutsideUnit(headers)
            | Self::OwnUnit(headers)
            | Self::Remark(headers) => headers.columns.iter().map(String::as_str).collect(),
        }
    }

    /// Returns the note in one sentence.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::NearMiss(headers) => {
                let (columns, text) = (headers.listed(language), &headers.text);
                sentence!(
                    language,
                    "未使用的列 {columns}：是否指 `{text}`？",
                    "unused column {columns}: did you mean `{text}`?",
                )
            }
            Self::NoUnit(headers) => {
                let columns = headers.listed(language);
                sentence!(
                    language,
                    "{columns}：表头没有单位，按元读取；如不是元，请指定单位。",
                    "{columns}: no unit in the header, read in yuan; if that is wrong, give the unit.",
                )
            }
            Self::OutsideUnit(headers) => {
                let (columns, text) = (headers.listed(language), &headers.text);
                sentence!(
                    language,
                    "{columns}：按表头之外所写的“{text}”读取。",
                    "{columns}: read in `{text}`, which stands outside the header.",
                )
            }
            Self::OwnUnit(headers) => {
                let (columns, text) = (headers.listed(language), &headers.text);
                sentence!(
                    language,
                    "{columns}：另有单位“{text}”，未采用。",
                    "{columns}: another unit, `{text}`, was not used.",
                )
            }
            Self::Remark(headers) => {
                let (columns, text) = (headers.listed(language), &headers.text);
                sentence!(
                    language,
                    "{columns}：表头中的“{text}”作为备注，不影响读取。",
                    "{columns}: `{text}` in the header is taken for a remark.",
                )
            }
            Self::FifteenDigits(cells) => {
                let NotedCells { column, count, .. } = cells;
                let (s, was) = cells.plural();
                sentence!(
                    language,
                    "列 `{column}`：{count} 个数按 15 位有效数字读取，与电子表格所显示的一致。",
                    "column `{column}`: {count} number{s} {was} read with fifteen significant digits, \
                     as spreadsheets show them.",
                )
            }
            Self::RoundedMoney(cells) => {
                let NotedCells { column, count, .. } = cells;
                let (s, was) = cells.plural();
                sentence!(
                    language,
                    "列 `{column}`：{count} 个金额四舍五入到分。",
                    "column `{column}`: {count} amount{s} {was} rounded to whole fen.",
                )
            }
            Self::Missing(cells) => {
                let NotedCells { column, count, example, .. } = cells;
                let ((s, was), line) = (cells.plural(), cells.first_line(language));
                sentence!(
                    language,
                    "列 `{column}`：{count} 个单元格视为未知，如 `{example}`{line}。",
                    "column `{column}`: {count} cell{s} {was} taken for unknown, such as \
                     `{example}`{line}.",
                )
            }
            Self::Exponent(cells) => {
                let NotedCells { column, count, .. } = cells;
                let ((s, was), line) = (cells.plural(), cells.first_line(language));
                sentence!(
                    language,
                    "列 `{column}`：{count} 个数是科学记数{line}，按所写的读取；请核对是否丢失数字。",
                    "column `{column}`: {count} number{s} in scientific notation{line} {was} read as \
                     written; check that no digits were lost.",
                )
            }
        }
    }

    /// Adds notes on other rows of the same table: one note remains for each column and kind. The
    /// notes are sorted by their kind, then by their column.
    pub fn merge(notes: &mut Vec<Self>, more: impl IntoIterator<Item = Self>) {
        for note in more {
            let same = |it: &&mut Self| match (it.cells(), note.cells()) {
                (Some(first), Some(second)) => {
                    discriminant(*it) == discriminant(&note) && first.index == second.index
                }
                (_, _) => **it == note,
            };
            match notes.iter_mut().find(same) {
                Some(found) => {
                    if let (Some(found), Some(more)) = (found.cells_mut(), note.cells()) {
                        found.count += more.count;
                    }
                }
                None => notes.push(note),
            }
        }
        notes.sort();
    }
}

impl NotedCells {
    const fn plural(&self) -> (&'static str, &'static str) {
        if self.count == 1 { ("", "was") } else { ("s", "were") }
    }

    /// The line of the first cell, in brackets.
    fn first_line(&self, language: Language) -> String {
        let Some(line) = self.line else { return String::new() };
        sentence!(language, "（第 {line} 行）", " (line {line})")
    }
}

impl NotedHeaders {
    pub(super) fn of<'a>(columns: impl IntoIterator<Item = &'a str>, text: &str) -> Self {
        let columns = columns.into_iter().map(one_line).collect();
        Self { columns, text: text.to_owned() }
    }

    /// The headers, the first of many.
    fn listed(&self, language: Language) -> String {
        let count = self.columns.len();
        let shown: Vec<&str> = self.columns.iter().take(MAX_LISTED).map(String::as_str).collect();
        let shown = shown.join(text!("、", ", ").get(language));
        if count <= MAX_LISTED {
            return shown;
        }
        sentence!(language, "{shown} 等 {count} 列", "{shown}, … ({count} in total)")
    }
}

/// A header in one line, shortened if it is long.
fn one_line(header: &str) -> String {
    let words: Vec<&str> = header.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(MAX_EXCERPT) {
        Some((end, _)) => [line.get(..end).unwrap_or_default(), "…"].concat(),
        None => line,
    }
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
    missing: u64,
    /// The first mark of a missing value, by its index.
    mark: usize,
    exponent: u64,
    /// The lines of the first missing value and of the first exponent.
    lines: [Option<u64>; 2],
}

impl NoteCounts {
    pub(crate) const NONE: Self = Self {
        fifteen_digits: 0,
        rounded_money: 0,
        missing: 0,
        mark: 0,
        exponent: 0,
        lines: [None, None],
    };

    /// Counts a cell that was read as this number.
    #[cfg(any(feature = "arrow", feature = "intake"))]
    pub(crate) fn add(&mut self, number: &Number, round_money: bool) {
        self.fifteen_digits += u64::from(number.shortened);
        self.rounded_money += u64::from(round_money && number.fen.is_some());
    }

    /// Counts a mark for a value that is not known.
    pub(super) const fn add_missing(&mut self, mark: usize, line: Option<u64>) {
        if self.missing == 0 {
            self.mark = mark;
            self.lines[0] = line;
        }
        self.missing += 1;
    }

    /// Counts a number in scientific notation.
    pub(super) const fn add_exponent(&mut self, line: Option<u64>) {
        if self.exponent == 0 {
            self.lines[1] = line;
        }
        self.exponent += 1;
    }

    /// Adds the counts of the rows that follow, column by column.
    #[cfg(feature = "intake")]
    pub(crate) fn merge(columns: &mut Vec<Self>, more: &[Self]) {
        columns.resize(columns.len().max(more.len()), Self::NONE);
        for (column, more) in columns.iter_mut().zip(more) {
            column.fifteen_digits += more.fifteen_digits;
            column.rounded_money += more.rounded_money;
            if column.missing == 0 {
                (column.mark, column.lines[0]) = (more.mark, more.lines[0]);
            }
            if column.exponent == 0 {
                column.lines[1] = more.lines[1];
            }
            column.missing += more.missing;
            column.exponent += more.exponent;
        }
    }

    /// The notes on the column with this index and header.
    #[cfg(any(feature = "arrow", feature = "intake"))]
    pub(crate) fn notes(
        self,
        index: usize,
        column: &str,
        missing: &Missing,
    ) -> impl Iterator<Item = Note> + use<> {
        let cells = |count, line, example: &str| NotedCells {
            index,
            column: one_line(column),
            count,
            line,
            example: example.to_owned(),
        };
        let [first_mark, first_exponent] = self.lines;
        let all = [
            Note::FifteenDigits(cells(self.fifteen_digits, None, "")),
            Note::RoundedMoney(cells(self.rounded_money, None, "")),
            Note::Missing(cells(self.missing, first_mark, missing.mark(self.mark))),
            Note::Exponent(cells(self.exponent, first_exponent, "")),
        ];
        all.into_iter().filter(|note| note.cells().is_some_and(|it| 0 < it.count))
    }
}

/// The help for an amount that is not a whole number of fen, but would be rounded to one.
#[cfg(any(feature = "arrow", feature = "intake"))]
pub(crate) fn round_money_help(option: &str, fen: i64, language: Language) -> String {
    let yuan = yuan(fen);
    sentence!(language, "可用 `{option}` 四舍五入到分：{yuan}", "`{option}` rounds it to {yuan}",)
}
