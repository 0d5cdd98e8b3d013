//! Opening inputs: files and standard input, in four formats.

use std::fs::File;
use std::io::{Cursor, Read};
use std::path::Path;

use crate::intake::Error;
use crate::intake::array::Array;
use crate::intake::batch::Source;
use crate::intake::csv::Csv;
use crate::intake::decode::{Encoding, TextReader};
use crate::intake::lines::Lines;
use crate::intake::workbook::{self, Workbook};
use crate::text::{Language, text};

/// The formats of inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// 一条 JSON 记录或其列表 / One JSON record, or a list of them
    Json,
    /// 每行一条 JSON 记录 / One JSON record per line
    Ndjson,
    /// 逗号分隔的表，带表头 / Comma-separated values with a header row
    Csv,
    /// 工作簿中的一个工作表，带表头 / A sheet of a workbook with a header row
    Xlsx,
}

/// How to open an input.
pub(super) struct Opening<'a> {
    /// The format; `None` detects it from the extension or the content.
    pub(super) format: Option<Format>,
    /// The encoding of CSV; `None` detects it from the content.
    pub(super) encoding: Option<Encoding>,
    /// The sheet of a workbook; `None` is the first.
    pub(super) sheet: Option<&'a str>,
    /// The language of error messages.
    pub(super) language: Language,
}

impl Opening<'_> {
    /// Opens an input, and passes its rows and its length in bytes, if known, to `then`; if it is a
    /// workbook of which all sheets are asked for, those of one sheet after the other.
    pub(super) fn open<T>(
        &self,
        path: &Path,
        mut then: impl FnMut(&mut dyn Source, Option<u64>) -> T,
    ) -> Result<Vec<T>, String> {
        let (mut input, length): (Box<dyn Read + Send>, _) = if path == Path::new("-") {
            (Box::new(std::io::stdin()), None)
        } else {
            let file = File::open(path).map_err(|error| error.to_string())?;
            let metadata = file.metadata().map_err(|error| error.to_string())?;
            (Box::new(file), metadata.is_file().then_some(metadata.len()))
        };
        let mut head = Vec::new();
        let format = if let Some(format) = self.format.or_else(|| by_extension(path)) {
            format
        } else {
            Read::take(&mut input, HEAD).read_to_end(&mut head).map_err(|it| it.to_string())?;
            by_content(&head)
        };
        let mut input = Box::new(Cursor::new(head).chain(input));
        let message = |error: Error| error.message(self.language);
        Ok(match format {
            Format::Csv => {
                let text = TextReader::new(input, self.encoding);
                vec![then(&mut Csv::new(text), length)]
            }
            Format::Ndjson => {
                let text = TextReader::new(input, Some(Encoding::Utf8));
                vec![then(&mut Lines::new(text), length)]
            }
            Format::Json => {
                let text = TextReader::new(input, Some(Encoding::Utf8));
                vec![then(&mut Array::new(text), length)]
            }
            Format::Xlsx => {
                let file: Box<dyn workbook::File> = if length.is_some() {
                    Box::new(File::open(path).map_err(|error| error.to_string())?)
                } else {
                    Box::new(Cursor::new(self.buffered(&mut input)?))
                };
                let mut workbook = Workbook::open(file).map_err(message)?;
                let choices = workbook.choose(self.sheet).map_err(message)?;
                let mut all = Vec::with_capacity(choices.len());
                for choice in choices {
                    let mut source = workbook.read(choice).map_err(message)?;
                    all.push(then(source.as_mut(), None));
                }
                all
            }
        })
    }

    /// Reads a workbook from standard input into memory, because the library has to seek in it.
    fn buffered(&self, input: &mut impl Read) -> Result<Vec<u8>, String> {
        let mut all = Vec::new();
        let read = Read::take(input, MAX_BUFFERED + 1).read_to_end(&mut all);
        let read = u64::try_from(read.map_err(|error| error.to_string())?).unwrap_or(u64::MAX);
        if MAX_BUFFERED < read {
            let text = text!(
                "标准输入的工作簿超过 256 MiB，请改用文件",
                "a workbook on standard input must not exceed 256 MiB; pass a file instead",
            );
            return Err(text.get(self.language).to_owned());
        }
        Ok(all)
    }
}

/// The largest workbook that is read from standard input, in bytes.
const MAX_BUFFERED: u64 = 256 * 1024 * 1024;

/// The number of bytes from which the format is detected.
const HEAD: u64 = 64 * 1024;

fn by_extension(path: &Path) -> Option<Format> {
    Some(match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "csv" => Format::Csv,
        "json" => Format::Json,
        "ndjson" | "jsonl" => Format::Ndjson,
        "xlsx" | "xlsm" | "xls" | "et" | "xlsb" | "ods" => Format::Xlsx,
        _ => return None,
    })
}

/// Detects the format from the beginning of an input. A list is JSON. An object is NDJSON if it ends
/// on its first line.
fn by_content(head: &[u8]) -> Format {
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"\xd0\xcf\x11\xe0") {
        return Format::Xlsx;
    }
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    match head.first() {
        Some(b'[') => Format::Json,
        Some(b'{') => {
            let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
            // A first line as long as this does not belong to a pretty-printed record.
            let longer = line.len() == head.len();
            let complete = line.trim_ascii_end().ends_with(b"}");
            if complete || longer { Format::Ndjson } else { Format::Json }
        }
        _ => Format::Csv,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_detected_from_content() {
        for (head, format) in [
            ("PK\u{3}\u{4}…", Format::Xlsx),
            ("\u{feff} [{}]", Format::Json),
            ("{\"a\": 1}\n{\"a\": 2}\n", Format::Ndjson),
            ("{\"a\": 1}", Format::Ndjson),
            ("{\"a\": }\r\n{\"a\": 2}", Format::Ndjson),
            ("{\n  \"a\": 1\n}", Format::Json),
            ("企业名称,年度\n", Format::Csv),
            ("", Format::Csv),
        ] {
            assert_eq!(by_content(head.as_bytes()), format, "{head}");
        }
    }
}
