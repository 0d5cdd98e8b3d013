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
