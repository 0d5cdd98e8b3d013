//! Opening inputs: files and standard input, whatever their format.

use std::fs::File;
use std::io::{Cursor, Read};
use std::path::Path;

use crate::intake::Error;
use crate::intake::array::Array;
use crate::intake::batch::Source;
use crate::intake::csv::Csv;
use crate::intake::decode::TextReader;
use crate::intake::encoding;
use crate::intake::format::{self, Content, Foreign, Format, content, has_lines};
use crate::intake::gzip::decompressed;
use crate::intake::lines::Lines;
use crate::intake::note::InputNote;
use crate::intake::separator::Separator;
use crate::intake::workbook::{self, Workbook};
use crate::text::{Language, text};

/// The formats of inputs, as an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum InputFormat {
    /// 一条 JSON 记录或其列表 / One JSON record, or a list of them
    Json,
    /// 每行一条 JSON 记录 / One JSON record per line
    Ndjson,
    /// 以逗号或其他字符分隔的表，带表头 / Values separated by commas or another character, with a header row
    Csv,
    /// 工作簿中的一个工作表，带表头 / A sheet of a workbook with a header row
    Xlsx,
}

impl From<InputFormat> for Format {
    fn from(format: InputFormat) -> Self {
        match format {
            InputFormat::Json => Self::Json,
            InputFormat::Ndjson => Self::Ndjson,
            InputFormat::Csv => Self::Csv,
            InputFormat::Xlsx => Self::Xlsx,
        }
    }
}

/// The encodings of text, as an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Encoding {
    /// UTF-8，有无 BOM 均可 / UTF-8, with or without a byte order mark
    #[value(name = "utf-8")]
    Utf8,
    /// GB18030，包括 GBK 和 GB 2312 / GB18030, including GBK and GB 2312
    #[value(name = "gb18030", alias = "gbk", alias = "gb2312")]
    Gb18030,
    /// UTF-16
    #[value(name = "utf-16")]
    Utf16,
}

impl From<Encoding> for encoding::Encoding {
    fn from(encoding: Encoding) -> Self {
        match encoding {
            Encoding::Utf8 => Self::Utf8,
            Encoding::Gb18030 => Self::Gb18030,
            Encoding::Utf16 => Self::Utf16,
        }
    }
}

/// How to open an input.
pub(super) struct Opening<'a> {
    /// The format; `None` detects it from the content and the extension.
    pub(super) format: Option<Format>,
    /// The encoding of text; `None` detects it from the content.
    pub(super) encoding: Option<encoding::Encoding>,
    /// The separator of CSV; `None` detects it from the content.
    pub(super) separator: Option<Separator>,
    /// The sheet of a workbook; `None` is the first that is visible and not empty, [`workbook::ALL`]
    /// are all of these.
    pub(super) sheet: Option<&'a str>,
    /// The language of error messages.
    pub(super) language: Language,
}

/// An input that is open.
pub(super) struct Opened<'a> {
    pub(super) source: &'a mut dyn Source,
    /// Its length in bytes, if known.
    pub(super) length: Option<u64>,
    pub(super) format: Format,
    /// What its name does not say.
    pub(super) note: Option<InputNote>,
}

/// The bytes of an input, of which the first were read.
struct Bytes {
    head: Vec<u8>,
    rest: Box<dyn Read + Send>,
    /// The length of the file, unless it is compressed or no file.
    length: Option<u64>,
}

impl Opening<'_> {
    /// Opens an input, and passes it to `then`, or the reason why it cannot be opened. If all sheets of
    /// a workbook are asked for, each is an input.
    pub(super) fn open<Stop>(
        &self,
        path: &Path,
        mut then: impl FnMut(Result<Opened<'_>, String>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        self.try_open(path, &mut then).unwrap_or_else(|error| {
            then(Err(match error {
                Failed::Intake(error) => error.message(self.language),
                Failed::Said(text) => text,
            }))
        })
    }

    fn try_open<Stop>(
        &self,
        path: &Path,
        then: &mut impl FnMut(Result<Opened<'_>, String>) -> Result<(), Stop>,
    ) -> Result<Result<(), Stop>, Failed> {
        let (bytes, content, extension) = read_head(path)?;
        let (format, mut note) = self.format(&bytes.head, content, extension.as_deref())?;
        let length = bytes.length;
        let mut input = Box::new(Cursor::new(bytes.head).chain(bytes.rest));
        if !format.is_workbook() {
            let text = TextReader::new(input, self.encoding);
            let source: &mut dyn Source = match format {
                Format::Json => &mut Array::new(text),
                Format::Ndjson => &mut Lines::new(text),
                Format::Csv | Format::Xlsx | Format::Xls | Format::Ods => {
                    &mut Csv::new(text, self.separator)
                }
            };
            return Ok(then(Ok(Opened { source, length, format, note })));
        }
        let file: Box<dyn workbook::File> = if length.is_some() {
            Box::new(File::open(path).map_err(Error::from)?)
        } else {
            Box::new(Cursor::new(self.buffered(&mut input)?))
        };
        let mut workbook = Workbook::open(file)?;
        let choices = workbook.choose(self.sheet)?;
        let several = 1 < choices.len();
        for choice in choices {
            let name = workbook.name(&choice);
            let done = match workbook.read(choice) {
                Ok(mut source) => {
                    let (source, note) = (source.as_mut(), note.take());
                    then(Ok(Opened { source, length: None, format, note }))
                }
                Err(error) if several => {
                    then(Err(format!("{name}: {}", error.message(self.language))))
                }
                Err(error) => return Err(error.into()),
            };
            if done.is_err() {
                return Ok(done);
            }
        }
        Ok(Ok(()))
    }

    /// The format in which an input is read, and a note if its name says another one.
    fn format(
        &self,
        head: &[u8],
        content: Content,
        extension: Option<&str>,
    ) -> Result<(Format, Option<InputNote>), Error> {
        let named = extension.and_then(Format::by_extension);
        // A text is what the option or the name says, if it can be that.
        let found = match content {
            Content::Gzip => return Err(Error::Foreign(Foreign::Gzip)),
            Content::Foreign(foreign) => return Err(Error::Foreign(foreign)),
            Content::Xlsx => Format::Xlsx,
            Content::Xls => Format::Xls,
            Content::Ods => Format::Ods,
            Content::Json => Format::Json,
            Content::Ndjson if named == Some(Format::Json) && !has_lines(head) => Format::Json,
            Content::Ndjson => Format::Ndjson,
            Content::Text { table } => match named {
                Some(named @ (Format::Json | Format::Ndjson)) if !table => named,
                Some(_) | None => Format::Csv,
            },
        };
        match self.format {
            Some(asked) if asked.is_workbook() != found.is_workbook() => {
                Err(Error::OtherFormat { asked, found })
            }
            Some(_) if found.is_workbook() => Ok((found, None)),
            Some(asked) => Ok((asked, None)),
            None => {
                let other = named.map_or(extension.is_some_and(is_workbook), |it| it != found);
                Ok((found, other.then_some(InputNote::ByContent { format: found })))
            }
        }
    }

    /// Reads a workbook that is no file into memory, because the library has to seek in it.
    fn buffered(&self, input: &mut impl Read) -> Result<Vec<u8>, Failed> {
        let mut all = Vec::new();
        let read = Read::take(input, MAX_BUFFERED + 1).read_to_end(&mut all);
        let read = u64::try_from(read.map_err(Error::from)?).unwrap_or(u64::MAX);
        if MAX_BUFFERED < read {
            let text = text!(
                "标准输入或压缩文件中的工作簿超过 256 MiB，请改用文件",
                "a workbook on standard input, or compressed, must not exceed 256 MiB; pass a file instead",
            );
            return Err(Failed::Said(text.get(self.language).to_owned()));
        }
        Ok(all)
    }
}

/// Why an input cannot be opened.
enum Failed {
    Intake(Error),
    Said(String),
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self::Intake(error)
    }
}

/// The largest workbook that is read from standard input, in bytes.
const MAX_BUFFERED: u64 = 256 * 1024 * 1024;

/// The number of bytes from which the format is detected.
const HEAD: u64 = 64 * 1024;

/// Opens an input and decompresses it. Returns it with what its first bytes, and the extension of its
/// name, say.
fn read_head(path: &Path) -> Result<(Bytes, Content, Option<String>), Error> {
    let (rest, length): (Box<dyn Read + Send>, _) = if path == Path::new("-") {
        (Box::new(std::io::stdin()), None)
    } else {
        let file = File::open(path)?;
        let metadata = file.metadata()?;
        (Box::new(file), metadata.is_file().then_some(metadata.len()))
    };
    let mut bytes = begin(rest, length)?;
    let mut content = content(&bytes.head);
    let mut name = Some(path);
    if content == Content::Gzip {
        let whole = Box::new(Cursor::new(bytes.head).chain(bytes.rest));
        bytes = begin(decompressed(whole), None)?;
        content = format::content(&bytes.head);
        // What is inside `table.csv.gz` is called `table.csv`.
        let is_outer =
            |name: &Path| name.extension().is_some_and(|it| it.eq_ignore_ascii_case("gz"));
        name = name.filter(|name| is_outer(name)).and_then(Path::file_stem).map(Path::new);
    }
    let extension = name.and_then(Path::extension).and_then(|it| it.to_str());
    Ok((bytes, content, extension.map(str::to_ascii_lowercase)))
}

/// Reads the first bytes.
fn begin(mut rest: Box<dyn Read + Send>, length: Option<u64>) -> Result<Bytes, Error> {
    let mut head = Vec::new();
    Read::take(&mut rest, HEAD).read_to_end(&mut head)?;
    Ok(Bytes { head, rest, length })
}

/// Whether the extension is that of a workbook in a format that is not read.
fn is_workbook(extension: &str) -> bool {
    ["xlsb", "fods", "numbers"].contains(&extension)
}
