//! Notes on how a table was read.

use core::mem::discriminant;

use super::error::MAX_LISTED;
#[cfg(any(feature = "arrow", feature = "intake"))]
use super::float::{Number, yuan};
#[cfg(any(feature = "arrow", feature = "intake"))]
use super::missing::Missing;
use super::passed::Passed;
use crate::text::{Language, sentence, text};

/// A note on how a table was read: what a reader of the results should know, but not a fault.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Note {
    /// The sheet with this name was read, because those before it are empty.
    LaterSheet(String),
    /// Sheets with these names were not read.
    UnreadSheets(Vec<String>),
    /// A row below others was found to be the header, which is on this line.
    HeaderFound(NotedRows),
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
    /// Columns hold no fact.
    UnusedColumns(NotedHeaders),
    /// A column without a header has values, which are not used.
    NoHeader(NotedCells),
    /// Rows were passed over, because they are no records.
    Passed(Passed, NotedRows),
    /// Records have no row in a child table, so that its fact is not known.
    NoChildRows(NotedRows),
    /// Records have no name, but were judged.
    NoName(NotedRows),
    /// Records have the name of another one.
    Repeated(Repeat, NotedRows),
    /// Numbers were read with fifteen significant digits, as spreadsheets show them. The floats have
    /// more: 0.1 + 0.2 is read as 0.3, not as 0.30000000000000004.
    FifteenDigits(NotedCells),
    /// Amounts of money were rounded to whole fen, because the option `round_money` is set.
    RoundedMoney(NotedCells),
    /// Marks such as `—` and `N/A` were read as values that are not known.
    Missing(NotedCells),
    /// Numbers in scientific notation were read as they are written.
    Exponent(NotedCells),
    /// Cells got the value of the merged cell that covers them.
    MergedCells(NotedCells),
    /// The saved results of formulas may be old, because the workbook asks for them to be calculated.
    StaleFormulas(NotedRows),
    /// Rows that a filter hides, or a person, were judged like the others.
    HiddenRows(NotedRows),
    /// Two groups by these columns have values that differ only in blanks or in the width of characters.
    SimilarGroups(NotedHeaders),
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

impl Note {
    /// Returns the kind of the note, for example `rounded_money`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::HeaderFound(_) => "header_found",
            Self::NearMiss(_) => "near_miss",
            Self::NoUnit(_) => "no_unit",
            Self::OutsideUnit(_) => "outside_unit",
            Self::OwnUnit(_) => "own_unit",
            Self::Remark(_) => "remark",
            Self::UnusedColumns(_) => "unused_columns",
            Self::SimilarGroups(_) => "similar_groups",
            Self::NoHeader(_) => "no_header",
            Self::Passed(passed, _) => passed.code(),
            Self::NoName(_) => "no_name",
            Self::NoChildRows(_) => "no_child_rows",
            Self::Repeated(..) => "repeated_name",
            Self::FifteenDigits(_) => "fifteen_digits",
            Self::RoundedMoney(_) => "rounded_money",
            Self::Missing(_) => "missing",
            Self::Exponent(_) => "exponent",
            Self::MergedCells(_) => "merged_cells",
            Self::StaleFormulas(_) => "stale_formulas",
            Self::HiddenRows(_) => "hidden_rows",
            Self::LaterSheet(_) => "later_sheet",
            Self::UnreadSheets(_) => "unread_sheets",
        }
    }

    /// Returns the cells that the note is about, if it is about cells of one column.
    #[must_use]
    pub const fn cells(&self) -> Option<&NotedCells> {
        match self {
            Self::NoHeader(cells)
            | Self::FifteenDigits(cells)
            | Self::RoundedMoney(cells)
            | Self::Missing(cells)
            | Self::Exponent(cells)
            | Self::MergedCells(cells) => Some(cells),
            Self::NearMiss(_)
            | Self::NoUnit(_)
            | Self::OutsideUnit(_)
            | Self::OwnUnit(_)
            | Self::Remark(_)
            | Self::UnusedColumns(_)
            | Self::SimilarGroups(_)
            | Self::HeaderFound(_)
            | Self::Passed(..)
            | Self::NoName(_)
            | Self::NoChildRows(_)
            | Self::Repeated(..)
            | Self::StaleFormulas(_)
            | Self::HiddenRows(_)
            | Self::LaterSheet(_)
            | Self::UnreadSheets(_) => None,
        }
    }

    /// Returns the rows that the note is about, if it is about rows.
    #[must_use]
    pub const fn rows(&self) -> Option<&NotedRows> {
        match self {
            Self::HeaderFound(rows)
            | Self::Passed(_, rows)
            | Self::NoName(rows)
            | Self::NoChildRows(rows)
            | Self::Repeated(_, rows)
            | Self::StaleFormulas(rows)
            | Self::HiddenRows(rows) => Some(rows),
            Self::NearMiss(_)
            | Self::NoUnit(_)
            | Self::OutsideUnit(_)
            | Self::OwnUnit(_)
            | Self::Remark(_)
            | Self::UnusedColumns(_)
            | Self::SimilarGroups(_)
            | Self::NoHeader(_)
            | Self::FifteenDigits(_)
            | Self::RoundedMoney(_)
            | Self::Missing(_)
            | Self::Exponent(_)
            | Self::MergedCells(_)
            | Self::LaterSheet(_)
            | Self::UnreadSheets(_) => None,
        }
    }

    /// Returns the headers of the columns that the note is about; none if it is about rows.
    #[must_use]
    pub fn columns(&self) -> Vec<&str> {
        match self {
            Self::NoHeader(cells)
            | Self::FifteenDigits(cells)
            | Self::RoundedMoney(cells)
            | Self::Missing(cells)
            | Self::Exponent(cells)
            | Self::MergedCells(cells) => vec![&cells.column],
            Self::NearMiss(headers)
            | Self::NoUnit(headers)
            | Self::OutsideUnit(headers)
            | Self::OwnUnit(headers)
            | Self::Remark(headers)
            | Self::SimilarGroups(headers)
            | Self::UnusedColumns(headers) => headers.columns.iter().map(String::as_str).collect(),
            Self::HeaderFound(_)
            | Self::Passed(..)
            | Self::NoName(_)
            | Self::NoChildRows(_)
            | Self::Repeated(..)
            | Self::StaleFormulas(_)
            | Self::HiddenRows(_)
            | Self::LaterSheet(_)
            | Self::UnreadSheets(_) => Vec::new(),
        }
    }

    /// Returns the note with its lines counted from `rows` rows further up.
    #[must_use]
    pub fn below(mut self, rows: u64) -> Self {
        if let Some(of) = self.rows_mut() {
            of.line += rows;
        }
        if let Some(line) = self.cells_mut().and_then(|cells| cells.line.as_mut()) {
            *line += rows;
        }
        self
    }

    /// Returns the first line that the note is about.
    #[must_use]
    pub fn line(&self) -> Option<u64> {
        self.rows().map(|rows| rows.line).or_else(|| self.cells()?.line)
    }

    /// Returns the number of cells, rows, columns or sheets that the note is about.
    #[must_use]
    pub fn count(&self) -> u64 {
        match self {
            Self::NoHeader(cells)
            | Self::FifteenDigits(cells)
            | Self::RoundedMoney(cells)
            | Self::Missing(cells)
            | Self::Exponent(cells)
            | Self::MergedCells(cells) => cells.count,
            Self::NearMiss(headers)
            | Self::NoUnit(headers)
            | Self::OutsideUnit(headers)
            | Self::OwnUnit(headers)
            | Self::Remark(headers)
            | Self::SimilarGroups(headers)
            | Self::UnusedColumns(headers) => {
                u64::try_from(headers.columns.len()).unwrap_or(u64::MAX)
            }
            Self::HeaderFound(rows)
            | Self::Passed(_, rows)
            | Self::NoName(rows)
            | Self::NoChildRows(rows)
            | Self::Repeated(_, rows)
            | Self::StaleFormulas(rows)
            | Self::HiddenRows(rows) => rows.count,
            Self::LaterSheet(_) => 1,
            Self::UnreadSheets(names) => u64::try_from(names.len()).unwrap_or(u64::MAX),
        }
    }

    const fn cells_mut(&mut self) -> Option<&mut NotedCells> {
        match self {
            Self::NoHeader(cells)
            | Self::FifteenDigits(cells)
            | Self::RoundedMoney(cells)
            | Self::Missing(cells)
            | Self::Exponent(cells)
            | Self::MergedCells(cells) => Some(cells),
            Self::NearMiss(_)
            | Self::NoUnit(_)
            | Self::OutsideUnit(_)
            | Self::OwnUnit(_)
            | Self::Remark(_)
            | Self::UnusedColumns(_)
            | Self::SimilarGroups(_)
            | Self::HeaderFound(_)
            | Self::Passed(..)
            | Self::NoName(_)
            | Self::NoChildRows(_)
            | Self::Repeated(..)
            | Self::StaleFormulas(_)
            | Self::HiddenRows(_)
            | Self::LaterSheet(_)
            | Self::UnreadSheets(_) => None,
        }
    }

    const fn rows_mut(&mut self) -> Option<&mut NotedRows> {
        match self {
            Self::HeaderFound(rows)
            | Self::Passed(_, rows)
            | Self::NoName(rows)
            | Self::NoChildRows(rows)
            | Self::Repeated(_, rows)
            | Self::StaleFormulas(rows)
            | Self::HiddenRows(rows) => Some(rows),
            Self::NearMiss(_)
            | Self::NoUnit(_)
            | Self::OutsideUnit(_)
            | Self::OwnUnit(_)
            | Self::Remark(_)
            | Self::UnusedColumns(_)
            | Self::SimilarGroups(_)
            | Self::NoHeader(_)
            | Self::FifteenDigits(_)
            | Self::RoundedMoney(_)
            | Self::Missing(_)
            | Self::Exponent(_)
            | Self::MergedCells(_)
            | Self::LaterSheet(_)
            | Self::UnreadSheets(_) => None,
        }
    }

    /// Returns the note in one sentence.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "a sentence for each kind")]
    pub fn message(&self, language: Language) -> String {
        let count = self.count();
        let one = count == 1;
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
            Self::MergedCells(cells) => {
                let NotedCells { column, count, line, .. } = cells;
                let ((s, _), line) = (cells.plural(), line.unwrap_or_default());
                sentence!(
                    language,
                    "列 `{column}`：{count} 个单元格取上方合并单元格的值（首个在第 {line} 行）。",
                    "column `{column}`: {count} cell{s} took the value of the merged cell above (the \
                     first on line {line}).",
                )
            }
            Self::StaleFormulas(NotedRows { line, .. }) => {
                let (s, was) = plural(count);
                sentence!(
                    language,
                    "{count} 个公式所保存的结果可能不是最新的（首个在第 {line} 行）；\
                     可用 Excel 或 WPS 打开并保存。",
                    "the saved results of {count} formula{s} may be old (the first {was} on line \
                     {line}); open the workbook in Excel or WPS and save it.",
                )
            }
            Self::HiddenRows(NotedRows { line, .. }) => {
                let (s, was) = plural(count);
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
            Self::HeaderFound(NotedRows { line, .. }) => sentence!(
                language,
                "第 {line} 行作为表头。",
                "line {line} was taken as the header.",
            ),
            Self::SimilarGroups(headers) => {
                let (columns, text) = (headers.listed(language), &headers.text);
                sentence!(
                    language,
                    "按 {columns} 汇总：`{text}` 只在空格或全角、半角上不同，仍分为两组；请核对。",
                    "groups by {columns}: `{text}` differ only in spaces or in full-width characters, but \
                     are two groups; check them.",
                )
            }
            Self::UnusedColumns(headers) => {
                let columns = headers.listed(language);
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
            Self::NoChildRows(NotedRows { line, text, .. }) => {
                let have = if one { "record has" } else { "records have" };
                sentence!(
                    language,
                    "{count} 条记录在子表 {text} 中没有行，该事实按未知处理；第一处为第 {line} 行。",
                    "{count} {have} no row in the child table {text}, so that it is unknown; the first is \
                     line {line}.",
                )
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
            if more.line.is_some_and(|line| cells.line.is_none_or(|it| line < it)) {
                (cells.line, cells.example) = (more.line, more.example.clone());
            }
        }
        if let (Some(rows), Some(more)) = (self.rows_mut(), more.rows()) {
            rows.add(more);
        }
        if let (Self::Repeated(repeat, _), Self::Repeated(other, _)) = (self, more) {
            repeat.more |= other.more;
        }
    }
}

impl NotedCells {
    const fn plural(&self) -> (&'static str, &'static str) {
        plural(self.count)
    }

    /// The line of the first cell, in brackets.
    fn first_line(&self, language: Language) -> String {
        let Some(line) = self.line else { return String::new() };
        sentence!(language, "（第 {line} 行）", " (line {line})")
    }
}

impl NotedRows {
    /// One row; `text` is shortened if it is long.
    #[cfg(any(feature = "arrow", feature = "intake"))]
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

const fn plural(count: u64) -> (&'static str, &'static str) {
    if count == 1 { ("", "was") } else { ("s", "were") }
}

/// A text of the table, as the end of a sentence; empty if there is none.
fn quoted(text: &str, language: Language) -> String {
    if text.is_empty() {
        return String::new();
    }
    sentence!(language, "：{text}", ": {text}")
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
    /// The number of cells with the value of a merged cell above, and the line of the first.
    merged: (u64, Option<u64>),
}

impl NoteCounts {
    pub(crate) const NONE: Self = Self {
        fifteen_digits: 0,
        rounded_money: 0,
        missing: 0,
        mark: 0,
        exponent: 0,
        lines: [None, None],
        merged: (0, None),
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

    /// Counts a cell on this line that has the value of a merged cell above.
    #[cfg(feature = "intake")]
    pub(crate) fn add_merged(&mut self, line: u64) {
        let (count, first) = self.merged;
        self.merged = (count + 1, first.or(Some(line)));
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
            column.merged.0 += more.merged.0;
            column.merged.1 = column.merged.1.or(more.merged.1);
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
            column: brief(column),
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
            Note::MergedCells(cells(self.merged.0, self.merged.1, "")),
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
