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
    /// A workbook that the library cannot read.
    Workbook(String),
    /// A workbook without the sheet that was asked for.
    NoSuchSheet { sheets: Vec<String> },
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
            Self::Workbook(error) => error.clone(),
            Self::NoSuchSheet { sheets } => {
                let sheets = sheets.join(text!("、", ", ").get(language));
                sentence!(
                    language,
                    "没有这个工作表；有：{sheets}",
                    "the workbook has no such sheet; it has: {sheets}",
                )
            }
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::InvalidData {
            return Self::Utf16;
        }
        Self::Io(error.to_string())
    }
}
