//! Notes on how the cells of a table were read.

use core::mem::discriminant;

use super::float::{Number, yuan};
use crate::text::{Language, sentence, text};

/// A note on how cells of a table were read: what a reader of the results should know, but not a
/// fault.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Note {
    /// Numbers were read with fifteen significant digits, as spreadsheets show them. The floats have
    /// more: 0.1 + 0.2 is read as 0.3, not as 0.30000000000000004.
    FifteenDigits(NotedCells),
    /// Amounts of money were rounded to whole fen, because the option `round_money` is set.
    RoundedMoney(NotedCells),
    /// Cells got the value of the merged cell that covers them.
    MergedCells(NotedCells),
    /// Formulas whose saved results may be old, because the workbook asks for them to be calculated.
    StaleFormulas(NotedRows),
    /// Rows that a filter hides, or a person, were judged like the others.
    HiddenRows(NotedRows),
    /// The sheets before this one are empty.
    LaterSheet(String),
    /// Sheets that were not read.
    UnreadSheets(Vec<String>),
}

/// The rows that a note is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct NotedRows {
    /// The line of the first of them, counted from 1.
    pub line: u64,
    /// Their number.
    pub count: u64,
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
    /// The line of the first, if it is known.
    pub line: Option<u64>,
}

impl Note {
    /// Returns the kind of the note, such as `fifteen_digits`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::FifteenDigits(_) => "fifteen_digits",
            Self::RoundedMoney(_) => "rounded_money",
            Self::MergedCells(_) => "merged_cells",
            Self::StaleFormulas(_) => "stale_formulas",
            Self::HiddenRows(_) => "hidden_rows",
            Self::LaterSheet(_) => "later_sheet",
            Self::UnreadSheets(_) => "unread_sheets",
        }
    }

    /// Returns the cells that the note is about; `None` if it is about rows or sheets.
    #[must_use]
    pub const fn cells(&self) -> Option<&NotedCells> {
        match self {
            Self::FifteenDigits(cells) | Self::RoundedMoney(cells) | Self::MergedCells(cells) => {
                Some(cells)
            }
            Self::StaleFormulas(_)
            | Self::HiddenRows(_)
            | Self::LaterSheet(_)
            | Self::UnreadSheets(_) => None,
        }
    }

    const fn cells_mut(&mut self) -> Option<&mut NotedCells> {
        match self {
            Self::FifteenDigits(cells) | Self::RoundedMoney(cells) | Self::MergedCells(cells) => {
                Some(cells)
            }
            Self::StaleFormulas(_)
            | Self::HiddenRows(_)
            | Self::LaterSheet(_)
            | Self::UnreadSheets(_) => None,
        }
    }

    /// Returns the note in one sentence.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let plural = |count: u64| if count == 1 { ("", "was") } else { ("s", "were") };
        match self {
            Self::FifteenDigits(NotedCells { column, count, .. }) => {
                let (s, was) = plural(*count);
                sentence!(
                    language,
                    "列 `{column}`：{count} 个数按 15 位有效数字读取，与电子表格所显示的一致。",
                    "column `{column}`: {count} number{s} {was} read with fifteen significant digits, \
                     as spreadsheets show them.",
                )
            }
            Self::RoundedMoney(NotedCells { column, count, .. }) => {
                let (s, was) = plural(*count);
                sentence!(
                    language,
                    "列 `{column}`：{count} 个金额四舍五入到分。",
                    "column `{column}`: {count} amount{s} {was} rounded to whole fen.",
                )
            }
            Self::MergedCells(NotedCells { column, count, line, .. }) => {
                let ((s, _), line) = (plural(*count), line.unwrap_or_default());
                sentence!(
                    language,
                    "列 `{column}`：{count} 个单元格取上方合并单元格的值（首个在第 {line} 行）。",
                    "column `{column}`: {count} cell{s} took the value of the merged cell above (the \
                     first on line {line}).",
                )
            }
            Self::StaleFormulas(NotedRows { line, count }) => {
                let (s, was) = plural(*count);
                sentence!(
                    language,
                    "{count} 个公式所保存的结果可能不是最新的（首个在第 {line} 行）；\
                     可用 Excel 或 WPS 打开并保存。",
                    "the saved results of {count} formula{s} may be old (the first {was} on line \
                     {line}); open the workbook in Excel or WPS and save it.",
                )
            }
            Self::HiddenRows(NotedRows { line, count }) => {
                let (s, was) = plural(*count);
                sentence!(
                    language,
                    "{count} 行是隐藏的（首个在第 {line} 行），也已读取。",
                    "{count} hidden row{s} {was} read too (the first on line {line}).",
                )
            }
            Self::LaterSheet(name) => sentence!(
                language,
                "读取的是工作表“{name}”，它前面的工作表是空的。",
                "the sheet \"{name}\" was read; the sheets before it are empty.",
            ),
            Self::UnreadSheets(names) => {
                let names = names.join(text!("、", ", ").get(language));
                sentence!(
                    language,
                    "另有工作表未读：{names}；可用 --sheet 指定，--sheet '*' 为全部。",
                    "other sheets were not read: {names}; choose one with --sheet, or all with \
                     --sheet '*'.",
                )
            }
        }
    }

    /// Adds notes on other rows of the same table: one note remains for each column and kind. The
    /// notes are sorted by their kind, then by their column.
    pub fn merge(notes: &mut Vec<Self>, more: impl IntoIterator<Item = Self>) {
        for note in more {
            let same = |it: &&mut Self| {
                let column = |it: &Self| it.cells().map(|cells| cells.index);
                discriminant(*it) == discriminant(&note) && column(it) == column(&note)
            };
            match notes.iter_mut().find(same) {
                Some(found) => found.add(note),
                None => notes.push(note),
            }
        }
        notes.sort();
    }

    /// Adds a note of the same kind on other rows.
    fn add(&mut self, more: Self) {
        match (self, more) {
            (Self::StaleFormulas(rows), Self::StaleFormulas(more))
            | (Self::HiddenRows(rows), Self::HiddenRows(more)) => rows.add(&more),
            (Self::UnreadSheets(names), Self::UnreadSheets(more)) => names.extend(more),
            (note, more) => {
                if let (Some(cells), Some(more)) = (note.cells_mut(), more.cells()) {
                    cells.count += more.count;
                    cells.line = cells.line.into_iter().chain(more.line).min();
                }
            }
        }
    }
}

impl NotedRows {
    #[cfg(feature = "intake")]
    pub(crate) const fn new(line: u64, count: u64) -> Self {
        Self { line, count }
    }

    /// Adds other rows.
    fn add(&mut self, more: &Self) {
        self.count += more.count;
        self.line = self.line.min(more.line);
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
    /// The number of cells with the value of a merged cell above, and the line of the first.
    merged: (u64, Option<u64>),
}

impl NoteCounts {
    pub(crate) const NONE: Self = Self { fifteen_digits: 0, rounded_money: 0, merged: (0, None) };

    /// Counts a cell that was read as this number.
    pub(crate) fn add(&mut self, number: &Number, round_money: bool) {
        self.fifteen_digits += u64::from(number.shortened);
        self.rounded_money += u64::from(round_money && number.fen.is_some());
    }

    /// Counts a cell on this line that has the value of a merged cell above.
    #[cfg(feature = "intake")]
    pub(crate) fn add_merged(&mut self, line: u64) {
        let (count, first) = self.merged;
        self.merged = (count + 1, first.or(Some(line)));
    }

    /// Adds the counts of other rows, column by column.
    #[cfg(feature = "intake")]
    pub(crate) fn merge(columns: &mut Vec<Self>, more: &[Self]) {
        columns.resize(columns.len().max(more.len()), Self::NONE);
        for (column, more) in columns.iter_mut().zip(more) {
            column.fifteen_digits += more.fifteen_digits;
            column.rounded_money += more.rounded_money;
            column.merged.0 += more.merged.0;
            column.merged.1 = column.merged.1.into_iter().chain(more.merged.1).min();
        }
    }

    /// The notes on the column with this index and header.
    pub(crate) fn notes(self, index: usize, column: &str) -> impl Iterator<Item = Note> + use<> {
        let cells = |count, line| NotedCells { index, column: column.to_owned(), count, line };
        let all = [
            Note::FifteenDigits(cells(self.fifteen_digits, None)),
            Note::RoundedMoney(cells(self.rounded_money, None)),
            Note::MergedCells(cells(self.merged.0, self.merged.1)),
        ];
        all.into_iter().filter(|note| note.cells().is_some_and(|cells| 0 < cells.count))
    }
}

/// The help for an amount that is not a whole number of fen, but would be rounded to one.
pub(crate) fn round_money_help(option: &str, fen: i64, language: Language) -> String {
    let yuan = yuan(fen);
    sentence!(language, "可用 `{option}` 四舍五入到分：{yuan}", "`{option}` rounds it to {yuan}",)
}
