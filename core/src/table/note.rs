//! Notes on how the cells of a table were read.

use core::mem::discriminant;

use super::float::{Number, yuan};
use crate::text::{Language, sentence};

/// A note on how cells of a table were read: what a reader of the results should know, but not a
/// fault.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Note {
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
}

impl Note {
    /// Returns the kind of the note: `fifteen_digits` or `rounded_money`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::FifteenDigits(_) => "fifteen_digits",
            Self::RoundedMoney(_) => "rounded_money",
        }
    }

    /// Returns the cells that the note is about.
    #[must_use]
    pub const fn cells(&self) -> &NotedCells {
        match self {
            Self::FifteenDigits(cells) | Self::RoundedMoney(cells) => cells,
        }
    }

    fn cells_mut(&mut self) -> &mut NotedCells {
        match self {
            Self::FifteenDigits(cells) | Self::RoundedMoney(cells) => cells,
        }
    }

    /// Returns the note in one sentence.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let NotedCells { column, count, .. } = self.cells();
        let (s, was) = if *count == 1 { ("", "was") } else { ("s", "were") };
        match self {
            Self::FifteenDigits(_) => sentence!(
                language,
                "列 `{column}`：{count} 个数按 15 位有效数字读取，与电子表格所显示的一致。",
                "column `{column}`: {count} number{s} {was} read with fifteen significant digits, \
                 as spreadsheets show them.",
            ),
            Self::RoundedMoney(_) => sentence!(
                language,
                "列 `{column}`：{count} 个金额四舍五入到分。",
                "column `{column}`: {count} amount{s} {was} rounded to whole fen.",
            ),
        }
    }

    /// Adds notes on other rows of the same table: one note remains for each column and kind. The
    /// notes are sorted by their kind, then by their column.
    pub fn merge(notes: &mut Vec<Self>, more: impl IntoIterator<Item = Self>) {
        for note in more {
            let same = |it: &&mut Self| {
                discriminant(*it) == discriminant(&note) && it.cells().index == note.cells().index
            };
            match notes.iter_mut().find(same) {
                Some(found) => found.cells_mut().count += note.cells().count,
                None => notes.push(note),
            }
        }
        notes.sort();
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
        let cells = |count| NotedCells { index, column: column.to_owned(), count };
        let all = [
            Note::FifteenDigits(cells(self.fifteen_digits)),
            Note::RoundedMoney(cells(self.rounded_money)),
        ];
        all.into_iter().filter(|note| 0 < note.cells().count)
    }
}

/// The help for an amount that is not a whole number of fen, but would be rounded to one.
pub(crate) fn round_money_help(option: &str, fen: i64, language: Language) -> String {
    let yuan = yuan(fen);
    sentence!(language, "可用 `{option}` 四舍五入到分：{yuan}", "`{option}` rounds it to {yuan}",)
}
