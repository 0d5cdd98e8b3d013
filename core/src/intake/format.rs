//! What an input is, by its first bytes, whatever its name says.

use memchr::memmem;

use super::encoding::utf16;
use crate::text::{Language, Text, sentence, text};

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Json,
    Ndjson,
    Csv,
    Xlsx,
    /// A workbook of Excel 97 to 2003, or of WPS in its format.
    Xls,
    /// A workbook in the open format of offices (OpenDocument).
    Ods,
}

impl Format {
    /// Its name in a message.
    pub(crate) fn name(self, language: Language) -> &'static str {
        let name = match self {
            Self::Json => text!("JSON", "JSON"),
            Self::Ndjson => text!("NDJSON（每行一条记录）", "NDJSON (one record per line)"),
            Self::Csv => text!("CSV", "CSV"),
            Self::Xlsx => text!("XLSX", "XLSX"),
            Self::Xls => text!("XLS", "XLS"),
            Self::Ods => text!("ODS", "ODS"),
        };
        name.get(language)
    }

    /// The value of the option that names it.
    pub(crate) const fn option(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Ndjson => "ndjson",
            Self::Csv => "csv",
            Self::Xlsx | Self::Xls | Self::Ods => "xlsx",
        }
    }

    pub(crate) const fn is_workbook(self) -> bool {
        matches!(self, Self::Xlsx | Self::Xls | Self::Ods)
    }

    /// The format of files with this extension.
    pub(crate) fn by_extension(extension: &str) -> Option<Self> {
        Some(match extension {
            "csv" | "tsv" => Self::Csv,
            "json" => Self::Json,
            "ndjson" | "jsonl" => Self::Ndjson,
            "xlsx" | "xlsm" => Self::Xlsx,
            "xls" | "et" => Self::Xls,
            "ods" | "ots" => Self::Ods,
            _ => return None,
        })
    }
}

/// What the first bytes of an input say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    Xlsx,
    Xls,
    Ods,
    Json,
    Ndjson,
    /// Some other text; `table` is whether its first line looks like the header of a table.
    Text {
        table: bool,
    },
    /// Data compressed with gzip.
    Gzip,
    Foreign(Foreign),
}

/// A format that is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Foreign {
    /// A workbook of Excel 97 to 2003, or of an earlier one, that is no compound file.
    Xls,
    /// A workbook with a password.
    Encrypted,
    Xlsb,
    /// An ODS workbook in one XML text.
    FlatOds,
    /// A workbook of Apple's Numbers.
    Numbers,
    /// Another document of an office.
    Office,
    Zip,
    SevenZip,
    Rar,
    /// Data compressed with gzip twice.
    Gzip,
    Html,
    /// A workbook of Excel 2003 in XML.
    SpreadsheetXml,
    Xml,
    Pdf,
    Image,
    Parquet,
    Database,
    /// Bytes that are no text.
    Binary,
}

impl Foreign {
    /// What it is, and what to do.
    pub(crate) fn message(self, language: Language) -> String {
        let save = text!(
            "请用 Excel 或 WPS 打开后另存为 XLSX",
            "open it with Excel or WPS and save it as XLSX"
        );
        let unpack = text!("请先解压", "unpack it first");
        let table = text!("请改用 XLSX 或 CSV 文件", "use an XLSX or CSV file");
        let (what, help): (Text, Text) = match self {
            Self::Xls => {
                (text!("旧版 XLS（Excel 97–2003）工作簿", "an XLS workbook (Excel 97–2003)"), save)
            }
            Self::Encrypted => (
                text!("加密（有密码）的工作簿", "a workbook protected by a password"),
                text!("请去掉密码后再读", "remove the password first"),
            ),
            Self::Xlsb => (text!("XLSB 工作簿", "an XLSB workbook"), save),
            Self::FlatOds => (
                text!("FODS 工作簿（单个 XML 文件）", "an FODS workbook (one XML file)"),
                text!(
                    "请用 LibreOffice 打开后另存为 XLSX 或 ODS",
                    "open it with LibreOffice and save it as XLSX or ODS"
                ),
            ),
            Self::Numbers => (
                text!("Numbers 表格", "a Numbers spreadsheet"),
                text!("请在 Numbers 中导出为 XLSX", "export it from Numbers as XLSX"),
            ),
            Self::Office => {
                (text!("Office 文档，不是工作簿", "an Office document, not a workbook"), table)
            }
            Self::Zip => (text!("ZIP 压缩文件", "a ZIP archive"), unpack),
            Self::SevenZip => (text!("7z 压缩文件", "a 7z archive"), unpack),
            Self::Rar => (text!("RAR 压缩文件", "a RAR archive"), unpack),
            Self::Gzip => {
                (text!("两层 gzip 压缩文件", "a file compressed with gzip twice"), unpack)
            }
            Self::Html => (text!("网页（HTML）", "a web page (HTML)"), save),
            Self::SpreadsheetXml => {
                (text!("XML 表格（Excel 2003）", "an XML spreadsheet (Excel 2003)"), save)
            }
            Self::Xml => (text!("XML 文件", "an XML file"), table),
            Self::Pdf => (text!("PDF 文件", "a PDF file"), table),
            Self::Image => (text!("图片", "an image"), table),
            Self::Parquet => (text!("Parquet 文件", "a Parquet file"), table),
            Self::Database => (text!("数据库文件", "a database file"), table),
            Self::Binary => (
                text!("不是文本，也不是能读取的格式", "neither text nor a format that is read"),
                table,
            ),
        };
        let (what, help) = (what.get(language), help.get(language));
        // A blank stands between Chinese and Latin words.
        let is = match what.chars().next() {
            _ if self == Self::Binary => "",
            Some(first) if first.is_ascii() => "是 ",
            Some(_) | None => "是",
        };
        sentence!(language, "这{is}{what}；{help}", "this is {what}; {help}")
    }
}

/// Signatures of formats that are not read.
const SIGNATURES: [(&[u8], Foreign); 13] = [
    (b"7z\xbc\xaf\x27\x1c", Foreign::SevenZip),
    (b"Rar!\x1a\x07", Foreign::Rar),
    (b"%PDF-", Foreign::Pdf),
    (b"\x89PNG\r\n", Foreign::Image),
    (b"\xff\xd8\xff", Foreign::Image),
    (b"GIF8", Foreign::Image),
    (b"II*\0", Foreign::Image),
    (b"MM\0*", Foreign::Image),
    (b"PAR1", Foreign::Parquet),
    (b"SQLite format 3\0", Foreign::Database),
    (b"\0\x01\0\0Standard", Foreign::Database),
    (b"\x09\x08\x10\0", Foreign::Xls),
    (b"\x09\x08\x08\0", Foreign::Xls),
];

const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Tells what an input is from its first bytes.
pub(crate) fn content(head: &[u8]) -> Content {
    if head.starts_with(b"\x1f\x8b") {
        return Content::Gzip;
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return zip(head);
    }
    if head.starts_with(OLE) {
        return ole(head);
    }
    if let Some((_, foreign)) = SIGNATURES.iter().find(|(start, _)| head.starts_with(start)) {
        return Content::Foreign(*foreign);
    }
    if let Some(found) = utf16(head) {
        let encoding = if found.big_endian { encoding_rs::UTF_16BE } else { encoding_rs::UTF_16LE };
        return of_text(encoding.decode_with_bom_removal(head).0.as_bytes());
    }
    if is_binary(head) { Content::Foreign(Foreign::Binary) } else { of_text(head) }
}

/// Whether bytes hold so many control characters that they are no text. Zeros are not counted: they
/// may be padding.
fn is_binary(head: &[u8]) -> bool {
    let is_control = |byte: &&u8| matches!(byte, 1..=8 | 0xe..=0x19 | 0x1c..=0x1f);
    let count = head.iter().filter(is_control).count();
    16 <= count && head.len() <= 20 * count
}

/// A ZIP archive: a workbook, or another one, by the names of its first parts.
fn zip(head: &[u8]) -> Content {
    let mut names = memmem::find_iter(head, b"PK\x03\x04").filter_map(|at| {
        let length = head.get(at + 26..at + 28)?;
        let length = length.iter().rev().fold(0, |length, byte| length << 8 | usize::from(*byte));
        head.get(at + 30..at + 30 + length)
    });
    // The type of an ODS workbook is its first part, and not compressed.
    if memmem::find(head.get(..128.min(head.len())).unwrap_or_default(), b"opendocument").is_some()
    {
        let kind: &[u8] = b"opendocument.spreadsheet";
        let is_sheet = memmem::find(head.get(..160.min(head.len())).unwrap_or_default(), kind);
        return is_sheet.map_or(Content::Foreign(Foreign::Office), |_| Content::Ods);
    }
    let mut package = head.len() < 128;
    let found = names.find_map(|name| {
        package |= name == b"[Content_Types].xml" || name.starts_with(b"_rels/");
        Some(match name.split(|byte| *byte == b'/').next()? {
            _ if name == b"xl/workbook.bin" => Content::Foreign(Foreign::Xlsb),
            _ if name.starts_with(b"Index/") && name.ends_with(b".iwa") || name == b"Index.zip" => {
                Content::Foreign(Foreign::Numbers)
            }
            // Not every program writes the type of an ODS workbook first.
            _ if name == b"content.xml" || name == b"META-INF/manifest.xml" => Content::Ods,
            _ if name.ends_with(b".bin") => return None,
            b"xl" => Content::Xlsx,
            b"word" | b"ppt" => Content::Foreign(Foreign::Office),
            _ => return None,
        })
    });
    // The parts that tell may lie further on.
    let unknown = if package { Content::Xlsx } else { Content::Foreign(Foreign::Zip) };
    found.unwrap_or(unknown)
}

/// A compound file: the names of its streams, in UTF-16, tell what it is. Mostly it is a workbook. Its
/// reader finds out if the names lie further on.
fn ole(bytes: &[u8]) -> Content {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &name).is_some()
    };
    if has("EncryptedPackage") || has("EncryptionInfo") {
        Content::Foreign(Foreign::Encrypted)
    } else if !has("Workbook")
        && !has("Book")
        && (has("WordDocument") || has("PowerPoint Document"))
    {
        Content::Foreign(Foreign::Office)
    } else {
        Content::Xls
    }
}

/// A text: JSON, a page, or a table.
fn of_text(head: &[u8]) -> Content {
    let mut head = head;
    while let Some(rest) = head.strip_prefix(b"\xef\xbb\xbf") {
        head = rest;
    }
    let head = head.trim_ascii_start();
    let start = head.get(..1024.min(head.len())).unwrap_or_default().to_ascii_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| start.starts_with(word.as_bytes()));
    if begins(&["<?xml"]) {
        let has = |word: &str| memmem::find(&start, word.as_bytes()).is_some();
        return Content::Foreign(if has("<office:document") {
            Foreign::FlatOds
        } else if has("excel.sheet") || has("office:spreadsheet") {
            Foreign::SpreadsheetXml
        } else if has("<html") {
            Foreign::Html
        } else {
            Foreign::Xml
        });
    }
    let pages =
        ["<html", "<!doctype html", "<head", "<meta", "<body", "<table", "<div", "<style", "<!--"];
    if begins(&pages) {
        return Content::Foreign(Foreign::Html);
    }
    json(head).unwrap_or_else(|| {
        let line = head.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
        let separators = ["\t", ",", ";", "|", "；", "，"];
        let table = separators.iter().any(|it| memmem::find(line, it.as_bytes()).is_some());
        Content::Text { table }
    })
}

/// JSON, by its first characters. An object is NDJSON if it ends on its first line.
fn json(head: &[u8]) -> Option<Content> {
    let first = *head.first()?;
    let second = head.get(1..)?.trim_ascii_start().first();
    let is_value = |byte: u8| b"[{\"]-tfn".contains(&byte) || byte.is_ascii_digit();
    let begins = match (first, second) {
        (b'{', None | Some(b'"' | b'}')) => true,
        (b'[', second) => second.is_none_or(|byte| is_value(*byte)),
        _ => false,
    };
    if !begins {
        return None;
    }
    if first == b'[' {
        return Some(Content::Json);
    }
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    // A first line as long as this does not belong to a pretty-printed record.
    let complete = line.trim_ascii_end().ends_with(b"}") || line.len() == head.len();
    Some(if complete { Content::Ndjson } else { Content::Json })
}

/// Whether a text is several JSON texts, one a line.
pub(crate) fn has_lines(head: &[u8]) -> bool {
    let mut lines = head.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let mut lines = lines.by_ref().filter(|line| !line.is_empty());
    let first = lines.next().is_some_and(|line| line.starts_with(b"{") && line.ends_with(b"}"));
    first && lines.next().is_some_and(|line| line.starts_with(b"{"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, content: &str) -> Vec<u8> {
        let mut part = b"PK\x03\x04".to_vec();
        part.extend([0; 22]);
        part.extend([u8::try_from(name.len()).unwrap(), 0, 0, 0]);
        part.extend(name.as_bytes());
        part.extend(content.as_bytes());
        part
    }

    #[test]
    fn the_first_bytes_tell_the_format() {
        let little =
            |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        let ole = |name: &str| [OLE, &[0; 600], &little(name)].concat();
        let types = part("[Content_Types].xml", &"x".repeat(200));
        let table = Content::Text { table: true };
        for (head, expected) in [
            (b"PK\x03\x04".to_vec(), Content::Xlsx),
            ([&types[..], &part("xl/workbook.xml", "")].concat(), Content::Xlsx),
            ([&types[..], &part("xl/workbook.bin", "")].concat(), Content::Foreign(Foreign::Xlsb)),
            (
                [&types[..], &part("word/document.xml", "")].concat(),
                Content::Foreign(Foreign::Office),
            ),
            (types.clone(), Content::Xlsx),
            (part("a.csv", &"1,2\n".repeat(99)), Content::Foreign(Foreign::Zip)),
            (part("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), Content::Ods),
            (part("content.xml", &"x".repeat(200)), Content::Ods),
            (part("Index/Document.iwa", &"x".repeat(200)), Content::Foreign(Foreign::Numbers)),
            (
                b"<?xml version=\"1.0\"?>\n<office:document xmlns:office=\"x\">".to_vec(),
                Content::Foreign(Foreign::FlatOds),
            ),
            (ole("Workbook"), Content::Xls),
            (ole(""), Content::Xls),
            (b"\x09\x08\x10\0\0\x06".to_vec(), Content::Foreign(Foreign::Xls)),
            (ole("EncryptedPackage"), Content::Foreign(Foreign::Encrypted)),
            (ole("WordDocument"), Content::Foreign(Foreign::Office)),
            (b"\x1f\x8b\x08\0".to_vec(), Content::Gzip),
            (b"%PDF-1.7".to_vec(), Content::Foreign(Foreign::Pdf)),
            (b"\n<!DOCTYPE html><html>".to_vec(), Content::Foreign(Foreign::Html)),
            ("\u{feff}<html>".into(), Content::Foreign(Foreign::Html)),
            (little("\u{feff}<table><tr>"), Content::Foreign(Foreign::Html)),
            (
                b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>".to_vec(),
                Content::Foreign(Foreign::SpreadsheetXml),
            ),
            (b"<?xml version=\"1.0\"?><a/>".to_vec(), Content::Foreign(Foreign::Xml)),
            ((1..=200).map(|it| it % 32).collect(), Content::Foreign(Foreign::Binary)),
            ("\u{feff} [{}]".into(), Content::Json),
            ("{\"a\": 1}\n{\"a\": 2}\n".into(), Content::Ndjson),
            ("{\"a\": 1}".into(), Content::Ndjson),
            ("{\"a\": }\r\n{\"a\": 2}".into(), Content::Ndjson),
            ("{\n  \"a\": 1\n}".into(), Content::Json),
            (little("\u{feff}[{\"a\": 1}]"), Content::Json),
            ("企业名称,年度\n".into(), table),
            ("[企业名称],年度\n".into(), table),
            (little("企业名称,年度\n甲,1\n"), table),
            ("name\n".into(), Content::Text { table: false }),
            (Vec::new(), Content::Text { table: false }),
        ] {
            assert_eq!(content(&head), expected, "{}", String::from_utf8_lossy(&head));
        }
    }

    #[test]
    fn several_texts_are_told_from_one() {
        for (text, expected) in [
            ("{\"a\":1}\n\n{\"a\":2}", true),
            ("{\"a\":1}\n", false),
            ("{\n\"a\":1}\n", false),
            ("[{}\n{}]", false),
        ] {
            assert_eq!(has_lines(text.as_bytes()), expected, "{text}");
        }
    }
}
