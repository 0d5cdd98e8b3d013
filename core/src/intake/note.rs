//! Notes on how the bytes of an input were read.

use super::encoding::Encoding;
use super::format::Format;
use super::separator::Separator;
use crate::text::{Language, sentence};

/// A note on how an input was read: what a reader of the results should know, but not a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum InputNote {
    /// The name of the file says another format than its content.
    ByContent { format: Format },
    /// The text is UTF-16, with or without a mark.
    Utf16 { marked: bool },
    /// A mark of UTF-8 stands before a text in GB18030.
    WrongMark,
    /// Neither encoding fits all bytes; this one fits better.
    MixedEncoding { encoding: Encoding },
    /// JSON that is not in UTF-8.
    JsonInGb18030,
    /// The cells are separated by something else than commas.
    Separator { separator: Separator },
    /// Quoted cells that hold line breaks and as many separators as a row.
    LongQuote { line: u64, count: u64 },
    /// The records of a JSON text stand in the list of this member.
    Wrapped { key: String },
}

impl InputNote {
    /// The kind of the note.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::ByContent { .. } => "by_content",
            Self::Utf16 { .. } => "utf_16",
            Self::WrongMark => "wrong_mark",
            Self::MixedEncoding { .. } => "mixed_encoding",
            Self::JsonInGb18030 => "json_in_gb18030",
            Self::Separator { .. } => "separator",
            Self::LongQuote { .. } => "long_quote",
            Self::Wrapped { .. } => "wrapped",
        }
    }

    /// The line that the note is about.
    pub(crate) const fn line(&self) -> Option<u64> {
        match self {
            Self::LongQuote { line, .. } => Some(*line),
            Self::ByContent { .. }
            | Self::Utf16 { .. }
            | Self::WrongMark
            | Self::MixedEncoding { .. }
            | Self::JsonInGb18030
            | Self::Separator { .. }
            | Self::Wrapped { .. } => None,
        }
    }

    /// The note in one sentence.
    pub(crate) fn message(&self, language: Language) -> String {
        match self {
            Self::ByContent { format } => {
                let format = format.name(language);
                sentence!(
                    language,
                    "文件内容与扩展名不符，按内容读取：{format}",
                    "the content is not what the file name says; read by its content: {format}",
                )
            }
            Self::Utf16 { marked: true } => {
                sentence!(language, "编码：按 UTF-16 读取", "encoding: read as UTF-16")
            }
            Self::Utf16 { marked: false } => sentence!(
                language,
                "编码：没有标记（BOM），看来是 UTF-16，按 UTF-16 读取",
                "encoding: no byte order mark, but it looks like UTF-16 and is read so",
            ),
            Self::WrongMark => sentence!(
                language,
                "编码：开头有 UTF-8 标记（BOM），但内容是 GB18030（GBK），按 GB18030 读取",
                "encoding: the byte order mark says UTF-8, but the content is GB18030 (GBK) and is \
                 read so",
            ),
            Self::MixedEncoding { encoding } => {
                let encoding = encoding.name();
                sentence!(
                    language,
                    "编码：按 {encoding} 读取，但有的字节不是 {encoding}，所在的行有误；\
                     可用 --encoding 指定",
                    "encoding: read as {encoding}, but some bytes are not {encoding}, and their \
                     rows are invalid; --encoding sets another one",
                )
            }
            Self::JsonInGb18030 => sentence!(
                language,
                "编码：JSON 应为 UTF-8，这个文件不是，按 GB18030（GBK）读取",
                "encoding: JSON should be UTF-8, but this is not; read as GB18030 (GBK)",
            ),
            Self::Separator { separator } => {
                let separator = separator.name(language);
                sentence!(
                    language,
                    "表头没有逗号，按{separator}分隔各列；可用 --separator 指定",
                    "the header has no comma; columns are separated by {separator}; --separator \
                     sets another one",
                )
            }
            Self::LongQuote { line, count } => {
                let cells = if *count == 1 { "cell holds" } else { "cells hold" };
                sentence!(
                    language,
                    "{count} 个带引号的单元格跨行，所含分隔符不少于一行（最早在第 {line} 行）；\
                     如果引号是多余的，其中的行没有读成记录",
                    "{count} quoted {cells} line breaks and as many separators as a row (the first \
                     in line {line}); if a quote is a mistake, the rows within were not read",
                )
            }
            Self::Wrapped { key } => sentence!(
                language,
                "记录看来在 `{key}` 的列表中；请只保留这个列表：[…]，如 jq '.{key}'",
                "the records seem to be in the list of `{key}`; keep only that list: […], for \
                 example with jq '.{key}'",
            ),
        }
    }
}
