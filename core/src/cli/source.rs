//! Opening inputs: files and standard input, in four formats.

use std::fs::File;
use std::io::{Cursor, Read};
use std::path::Path;

use super::array::Array;
use super::csv::Csv;
use super::lines::Lines;
use super::rows::Source;
use super::sheet::{self, Sheet};
use super::text::{Encoding, Text};
use crate::text::{Language, text};

/// The formats of inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// One JSON record, or a list of them.
    Json,
    /// One JSON record a line.
    Ndjson,
    /// Cells set off by commas, under a row of headers.
    Csv,
    /// A sheet of a workbook, under a row of headers.
    Xlsx,
}

/// How to open an input.
pub(super) struct Opening<'a> {
    /// The format; told by the extension or the content if not given.
    pub(super) format: Option<Format>,
    /// The encoding of CSV; told by the content if not given.
    pub(super) encoding: Option<Encoding>,
    /// The sheet of a workbook; the first if not given.
    pub(super) sheet: Option<&'a str>,
    /// The line, or row of the sheet, from which on the header is looked for.
    pub(super) header_row: u64,
    /// The language of errors.
    pub(super) language: Language,
}

impl Opening<'_> {
    /// Opens an input and hands on its rows, with its length in bytes where that is known.
    pub(super) fn open<T>(
        &self,
        path: &Path,
        then: impl FnOnce(&mut dyn Source, Option<u64>) -> T,
    ) -> Result<T, String> {
        if self.format.is_none() && is_other_table(path) {
            let text = text!(
                "不能读取这种格式，请另存为 XLSX 或 CSV",
                "this format is not read; save it as XLSX or CSV",
            );
            return Err(text.get(self.language).to_owned());
        }
        let (mut input, length): (Box<dyn Read + Send>, _) = if path == Path::new("-") {
            (Box::new(std::io::stdin()), None)
        } else {
            let file = File::open(path).map_err(|error| error.to_string())?;
            let about = file.metadata().map_err(|error| error.to_string())?;
            (Box::new(file), about.is_file().then_some(about.len()))
        };
        let mut head = Vec::new();
        let format = if let Some(format) = self.format.or_else(|| by_extension(path)) {
            format
        } else {
            Read::take(&mut input, HEAD).read_to_end(&mut head).map_err(|it| it.to_string())?;
            by_content(&head)
        };
        let mut input = Box::new(Cursor::new(head).chain(input));
        let (row, language) = (self.header_row, self.language);
        Ok(match format {
            Format::Csv => {
                then(&mut Csv::new(Text::new(input, self.encoding), row, language), length)
            }
            Format::Ndjson => {
                then(&mut Lines::new(Text::new(input, Some(Encoding::Utf8)), language), length)
            }
            Format::Json => {
                then(&mut Array::new(Text::new(input, Some(Encoding::Utf8)), language), length)
            }
            Format::Xlsx => {
                let file: Box<dyn sheet::File> = if length.is_some() {
                    Box::new(File::open(path).map_err(|error| error.to_string())?)
                } else {
                    Box::new(Cursor::new(self.whole(&mut input)?))
                };
                let (mut workbook, name) = sheet::open(file, self.sheet, language)?;
                then(&mut Sheet::new(&mut workbook, &name, row, language)?, None)
            }
        })
    }
}

impl Opening<'_> {
    /// Reads a workbook that is no file, and so has to be held as a whole.
    fn whole(&self, input: &mut impl Read) -> Result<Vec<u8>, String> {
        let mut all = Vec::new();
        let read = Read::take(input, MOST_HELD + 1).read_to_end(&mut all);
        if MOST_HELD < u64::try_from(read.map_err(|error| error.to_string())?).unwrap_or(u64::MAX) {
            let text = text!(
                "标准输入的工作簿超过 256 MiB，请改用文件",
                "a workbook on standard input may have 256 MiB: name a file instead",
            );
            return Err(text.get(self.language).to_owned());
        }
        Ok(all)
    }
}

/// The longest workbook that is held.
const MOST_HELD: u64 = 256 * 1024 * 1024;

/// How much of an input is looked at to tell its format.
const HEAD: u64 = 64 * 1024;

fn by_extension(path: &Path) -> Option<Format> {
    Some(match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "csv" => Format::Csv,
        "json" => Format::Json,
        "ndjson" | "jsonl" => Format::Ndjson,
        "xlsx" | "xlsm" => Format::Xlsx,
        _ => return None,
    })
}

/// Tells a format by how the input begins: a list is JSON; an object is a line of NDJSON if its
/// first line is complete.
fn by_content(head: &[u8]) -> Format {
    if head.starts_with(b"PK\x03\x04") {
        return Format::Xlsx;
    }
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    match head.first() {
        Some(b'[') => Format::Json,
        Some(b'{') => {
            let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
            // A first line longer than what is looked at is no pretty-printed record.
            let longer = line.len() == head.len();
            let complete = line.trim_ascii_end().ends_with(b"}");
            if complete || longer { Format::Ndjson } else { Format::Json }
        }
        _ => Format::Csv,
    }
}

/// Whether the extension is that of a format of tables that is not read.
fn is_other_table(path: &Path) -> bool {
    let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
    ["xls", "xlsb", "ods", "et"].contains(&extension.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_content() {
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
