//! Why an input cannot be read.

use std::io;

use super::format::{Foreign, Format};
use crate::text::{Language, Text, sentence, text};

/// Why an input, or the rest of it, cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Error {
    /// The operating system reported an error.
    Io { kind: io::ErrorKind, text: String },
    /// Compressed data is damaged or breaks off.
    Compressed,
    /// A format that is not read.
    Foreign(Foreign),
    /// The input is not in the format that was asked for, but looks like another.
    OtherFormat { asked: Format, found: Format },
    /// A text that has to be UTF-8 is not.
    NotUtf8,
    /// A quote that begins in the row on this line does not end.
    OpenQuote { line: u64 },
    /// A list of records in JSON does not end.
    OpenList { line: u64 },
    /// A list of records in JSON is followed by something else.
    AfterList { line: u64 },
    /// A table without a header.
    NoHeader,
    /// A table whose header is not the first row, but may be one of these lines.
    WhichHeader { lines: Vec<u64> },
    /// A header that goes on in the next row, between the first and the last of these lines.
    TwoRows { above: String, below: Vec<String>, lines: (u64, u64) },
    /// A unit above some of the columns only. The header is on this line.
    GroupUnit { text: String, line: u64 },
    /// A table whose first column has the names of facts.
    OnItsSide { facts: Vec<String> },
    /// The header of another table below the first.
    SecondTable { line: u64, text: String },
    /// A unit that is said below records which were read without one.
    UnitBelow { line: u64, text: String, columns: Vec<String> },
    /// A table with more columns than a sheet can have.
    TooManyColumns,
    /// The parts of a workbook decompress to too much.
    TooLarge,
    /// A workbook that is damaged.
    Damaged,
    /// A sheet in which a row or a cell stands twice, or before one that it should follow.
    Disordered { line: u64 },
    /// A workbook that breaks off, as after a download that was not finished.
    Incomplete,
    /// A workbook of Excel 97 to 2003 that cannot be read.
    OldWorkbook,
    /// A file that is not a workbook.
    NoWorkbook,
    /// A workbook without the sheet that was asked for.
    NoSuchSheet { sheets: Vec<String> },
    /// The workbook has sheets of other kinds only.
    NoWorksheet,
    /// A workbook in which every sheet that is shown is empty.
    NoFilledSheet { sheets: Vec<String> },
    /// A header that is a formula without a saved result.
    FormulaInHeader { line: u64 },
}

impl Error {
    /// The error in one sentence.
    #[expect(clippy::too_many_lines, reason = "a sentence for each error")]
    pub(crate) fn message(&self, language: Language) -> String {
        let say = |words: Text| words.get(language).to_owned();
        let at = |line: u64, words: Text| {
            let words = words.get(language);
            sentence!(language, "第 {line} 行：{words}", "line {line}: {words}")
        };
        match self {
            Self::Io { kind, text } => io_message(*kind, text, language),
            Self::Compressed => say(text!(
                "压缩文件（gzip）已损坏或不完整",
                "the gzip data is damaged or incomplete",
            )),
            Self::Foreign(foreign) => foreign.message(language),
            Self::OtherFormat { asked, found } => {
                let (asked, option) = (asked.name(language), found.option());
                let found = found.name(language);
                sentence!(
                    language,
                    "这不是 {asked}，像是 {found}；请用 --input {option}",
                    "this is not {asked} but looks like {found}; use --input {option}",
                )
            }
            Self::NotUtf8 => say(text!(
                "不是 UTF-8 编码（可能是 GBK 或 UTF-16），请另存为 UTF-8",
                "not encoded in UTF-8 (perhaps GBK or UTF-16); save it as UTF-8",
            )),
            Self::OpenQuote { line } => {
                sentence!(language, "第 {line} 行的引号没有结束", "line {line}: unclosed quote")
            }
            Self::OpenList { line } => at(*line, text!("列表没有结束", "unclosed list")),
            Self::AfterList { line } => {
                at(*line, text!("列表之后还有内容", "unexpected content after the list"))
            }
            Self::NoHeader => say(text!("没有表头", "no header row")),
            Self::WhichHeader { lines } => match lines.as_slice() {
                [line] => sentence!(
                    language,
                    "第一行不是表头；第 {line} 行看来是，请用 --header-row {line}",
                    "the first row is no header; line {line} looks like one: use --header-row {line}",
                ),
                lines => {
                    let lines: Vec<String> = lines.iter().map(u64::to_string).collect();
                    let lines = lines.join(text!("、", ", ").get(language));
                    sentence!(
                        language,
                        "第一行不是表头；第 {lines} 行都像表头，请用 --header-row 指定一行",
                        "the first row is no header; lines {lines} look like one: name one of them with --header-row",
                    )
                }
            },
            Self::TwoRows { above, below, lines: (first, last) } => {
                let one = below.first().map_or("", String::as_str);
                let below = below.join(text!("、", ", ").get(language));
                sentence!(
                    language,
                    "表头有两行：`{above}` 的下一行是 {below}；请用 --header-row {first}-{last}，并用 --map 指定列，如 --map {above}/{one}=事实",
                    "the header has two rows: below `{above}` is {below}; use --header-row {first}-{last}, and name columns with --map, as in --map {above}/{one}=FACT",
                )
            }
            Self::GroupUnit { text, line } => {
                let above = line.saturating_sub(1);
                sentence!(
                    language,
                    "表头上方的“{text}”只说明一部分列的单位；请用 --header-row {above}-{line}，或在表头写明单位",
                    "\"{text}\" above the header says the unit of some columns only; use --header-row {above}-{line}, or name units in the header",
                )
            }
            Self::OnItsSide { facts } => {
                let facts = facts.join(text!("、", ", ").get(language));
                sentence!(
                    language,
                    "表格是纵向的：第一列是事实名称（{facts}）；请转置为一行一条记录",
                    "the table lies on its side: its first column has the names of facts ({facts}); transpose it, so that each row is one record",
                )
            }
            Self::SecondTable { line, text } => sentence!(
                language,
                "第 {line} 行是另一个表的表头（{text}），从该行起没有读取；请拆成两个表，或用 --header-row {line}",
                "line {line} is the header of another table ({text}); nothing was read from there on; split the tables, or use --header-row {line}",
            ),
            Self::UnitBelow { line, text, columns } => {
                let columns = columns.join(text!("、", ", ").get(language));
                sentence!(
                    language,
                    "第 {line} 行写有“{text}”，但以上各行的 {columns} 没有单位，已按元判断；请在表头写明单位",
                    "line {line} says \"{text}\", but {columns} has no unit and was judged in yuan above; name the unit in the header",
                )
            }
            Self::TooManyColumns => {
                say(text!("列数过多，最多 16384 列", "too many columns (at most 16384)"))
            }
            Self::TooLarge => say(text!(
                "工作簿解压后过大（压缩炸弹？）",
                "the decompressed workbook is too large (a zip bomb?)",
            )),
            Self::Damaged => say(text!("工作簿已损坏", "the workbook is damaged")),
            Self::Disordered { line } => sentence!(
                language,
                "工作簿已损坏：第 {line} 行或其中的单元格重复，或次序颠倒",
                "the workbook is damaged: row {line} or a cell in it stands twice or out of order",
            ),
            Self::Incomplete => say(text!(
                "工作簿不完整（已损坏），可能没有下载完；请重新取得这个文件",
                "the workbook is incomplete (damaged); perhaps its download did not finish: get the \
                 file again",
            )),
            Self::OldWorkbook => say(text!(
                "旧版 XLS（Excel 97–2003）读不出，请用 Excel 或 WPS 另存为 XLSX",
                "an old XLS workbook (Excel 97 to 2003) that cannot be read; save it as XLSX in Excel \
                 or WPS",
            )),
            Self::NoWorkbook => say(text!("这不是 XLSX 工作簿", "this is not an XLSX workbook")),
            Self::FormulaInHeader { line } => sentence!(
                language,
                "第 {line} 行的表头中有公式没有保存的结果；请用 Excel 或 WPS 打开并保存",
                "line {line}: a header is a formula without a saved result; open the workbook in Excel \
                 or WPS and save it",
            ),
            Self::NoWorksheet => say(text!(
                "工作簿中没有数据工作表，只有图表等",
                "the workbook has no worksheet, only charts or the like",
            )),
            Self::NoFilledSheet { sheets } => {
                let sheets = quoted(sheets, language);
                sentence!(
                    language,
                    "显示的工作表都是空的；有：{sheets}；可用 --sheet 指定",
                    "the sheets that are shown are empty; the workbook has: {sheets}; choose one with \
                     --sheet",
                )
            }
            Self::NoSuchSheet { sheets } => {
                let sheets = quoted(sheets, language);
                sentence!(
                    language,
                    "没有这个工作表；有：{sheets}",
                    "the workbook has no such sheet; it has: {sheets}",
                )
            }
        }
    }
}

/// The names of sheets in quotes, which show blanks around them.
fn quoted(sheets: &[String], language: Language) -> String {
    let [open, close, comma] = match language {
        Language::Chinese => ["“", "”", "、"],
        Language::English => ["\"", "\"", ", "],
    };
    let sheets = sheets.iter().map(|it| [open, it, close].concat());
    sheets.collect::<Vec<_>>().join(comma)
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        let kind = error.kind();
        // Files and pipes never report these, but the decoder of compressed data does.
        if matches!(
            kind,
            io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof
        ) {
            return Self::Compressed;
        }
        Self::Io { kind, text: error.to_string() }
    }
}

/// An error of the operating system in words; `text` is what the system says.
pub(crate) fn io_message(kind: io::ErrorKind, text: &str, language: Language) -> String {
    let known = [
        (io::ErrorKind::NotFound, text!("没有这个文件或文件夹", "no such file or folder")),
        (io::ErrorKind::PermissionDenied, text!("没有权限", "permission denied")),
        (
            io::ErrorKind::IsADirectory,
            text!("这是文件夹，不是文件", "this is a folder, not a file"),
        ),
        (
            io::ErrorKind::NotADirectory,
            text!("路径中有一段不是文件夹", "a part of the path is not a folder"),
        ),
        (io::ErrorKind::StorageFull, text!("磁盘已满", "the disk is full")),
        (io::ErrorKind::QuotaExceeded, text!("磁盘配额已满", "the disk quota is exceeded")),
        (io::ErrorKind::ReadOnlyFilesystem, text!("磁盘只读", "the disk is read-only")),
        (io::ErrorKind::InvalidFilename, text!("文件名无效", "the file name is invalid")),
    ];
    match known.iter().find(|(known, _)| *known == kind) {
        Some((_, words)) => words.get(language).to_owned(),
        None => sentence!(language, "读写出错：{text}", "input or output error: {text}"),
    }
}
