//! The words of notes.

use super::{Note, NotedCells, NotedRows, Repeat};
#[cfg(any(feature = "arrow", feature = "cli"))]
use crate::table::float::yuan;
use crate::text::{Language, sentence, text};

impl Note {
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
            Self::SimilarGroups(headers) => {
                let (columns, text) = (headers.listed(language), &headers.text);
                sentence!(
                    language,
                    "按 {columns} 汇总：`{text}` 只在空格或全角、半角上不同，仍分为两组；请核对。",
                    "groups by {columns}: `{text}` differ only in spaces or in full-width characters, but \
                     are two groups; check them.",
                )
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
            Self::OverWhole([part, whole], NotedRows { line, .. }) => {
                let [part, whole] = [part, whole].map(|it| it.get(language));
                let (s, _) = plural(count);
                sentence!(
                    language,
                    "{count} 条记录的{part}超过{whole}，第一条为第 {line} 行；请核对是否按人次填报、单位是否一致。",
                    "{part}: more than {whole} in {count} record{s}, the first on line {line}; check \
                     whether people were counted each time, and the units.",
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
            Self::HiddenColumns(headers) => {
                let columns = headers.listed(language);
                sentence!(
                    language,
                    "{columns}：工作表中隐藏的列，也已使用。",
                    "{columns}: hidden in the sheet, but used.",
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
}

impl Repeat {
    pub(super) fn message(self, line: u64, count: u64, name: &str, language: Language) -> String {
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

pub(super) const fn plural(count: u64) -> (&'static str, &'static str) {
    if count == 1 { ("", "was") } else { ("s", "were") }
}

/// A text of the table, as the end of a sentence; empty if there is none.
fn quoted(text: &str, language: Language) -> String {
    if text.is_empty() {
        return String::new();
    }
    let text = text.trim_end_matches(['。', '.']);
    sentence!(language, "：{text}", ": {text}")
}

/// The help for an amount that is not a whole number of fen, but would be rounded to one.
#[cfg(any(feature = "arrow", feature = "cli"))]
pub(crate) fn round_money_help(option: &str, fen: i64, language: Language) -> String {
    let yuan = yuan(fen);
    sentence!(language, "可用 `{option}` 四舍五入到分：{yuan}", "`{option}` rounds it to {yuan}",)
}
