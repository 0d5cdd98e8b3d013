//! Why an input cannot be read.

use std::io;

use crate::text::{Language, Text, sentence, text};

/// Why an input, or the rest of it, cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Error {
    /// The operating system reported an error.
    Io(String),
    /// The text is UTF-16.
    Utf16,
    /// A quote that begins on this line does not end.
    OpenQuote { line: u64 },
    /// A list of records in JSON does not end.
    OpenList { line: u64 },
    /// A list of records in JSON is followed by something else.
    AfterList { line: u64 },
    /// A table without a header.
    NoHeader,
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
    /// A workbook with a password.
    Password,
    /// A workbook of Excel 97 to 2003 that cannot be read.
    OldWorkbook,
    /// A table in a format that is not read: its name.
    OtherFormat(&'static str),
    /// A file that is not a workbook.
    NoWorkbook,
    /// A workbook without the sheet that was asked for.
    NoSuchSheet { sheets: Vec<String> },
    /// A workbook in which every sheet that is shown is empty.
    NoFilledSheet { sheets: Vec<String> },
    /// A header that is a formula without a saved result.
    FormulaInHeader { line: u64 },
}

impl Error {
    /// The error in one sentence.
    pub(crate) fn message(&self, language: Language) -> String {
        let say = |words: Text| words.get(language).to_owned();
        let at = |line: u64, words: Text| {
            let words = words.get(language);
            sentence!(language, "第 {line} 行：{words}", "line {line}: {words}")
        };
        match self {
            Self::Io(error) => {
                sentence!(language, "读取出错：{error}", "cannot read the input: {error}")
            }
            Self::Utf16 => say(text!(
                "不支持 UTF-16，请另存为 UTF-8",
                "UTF-16 is not supported; save the file as UTF-8",
            )),
            Self::OpenQuote { line } => {
                sentence!(language, "第 {line} 行的引号没有结束", "line {line}: unclosed quote")
            }
            Self::OpenList { line } => at(*line, text!("列表没有结束", "unclosed list")),
            Self::AfterList { line } => {
                at(*line, text!("列表之后还有内容", "unexpected content after the list"))
            }
            Self::NoHeader => say(text!("没有表头", "no header row")),
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
            Self::Password => say(text!(
                "工作簿有密码（已加密）；请用 Excel 或 WPS 打开，去掉密码后保存",
                "the workbook has a password; open it in Excel or WPS, remove the password and save it",
            )),
            Self::OldWorkbook => say(text!(
                "旧版 XLS（Excel 97–2003）读不出，请用 Excel 或 WPS 另存为 XLSX",
                "an old XLS workbook (Excel 97 to 2003) that cannot be read; save it as XLSX in Excel \
                 or WPS",
            )),
            Self::OtherFormat(name) => sentence!(
                language,
                "不支持这种格式（{name}），请另存为 XLSX 或 CSV",
                "unsupported format ({name}); save the file as XLSX or CSV",
            ),
            Self::NoWorkbook => say(text!("这不是 XLSX 工作簿", "this is not an XLSX workbook")),
            Self::FormulaInHeader { line } => sentence!(
                language,
                "第 {line} 行的表头中有公式没有保存的结果；请用 Excel 或 WPS 打开并保存",
                "line {line}: a header is a formula without a saved result; open the workbook in Excel \
                 or WPS and save it",
            ),
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
        if error.kind() == io::ErrorKind::InvalidData {
            return Self::Utf16;
        }
        Self::Io(error.to_string())
    }
}
