//! Files on the command line.

use chanjiao::subjects;

use super::command::{check, xlsx};

/// Three bytes select the subject, the output format and the kind of input. What follows is the
/// file, or the sheet, the shared strings and the styles of a workbook, separated by zero bytes. The
/// command must exit with one of its codes and write complete output.
///
/// # Panics
/// If not.
pub fn table(data: &[u8]) {
    let [subject, form, kind, content @ ..] = data else { return };
    let subject = subjects()[usize::from(*subject) % subjects().len()];
    let form = FORMS[usize::from(*form) % FORMS.len()];
    let (arguments, content) = input(*kind, content);
    check(subject.name, form, arguments, &content);
}

/// Workbooks are the slowest, so they are the rarest.
const FORMS: [&str; 8] = ["ndjson", "ndjson", "ndjson", "csv", "csv", "json", "text", "xlsx"];

/// The options for a kind of input, and the content of the file.
fn input(kind: u8, content: &[u8]) -> (&'static [&'static str], Vec<u8>) {
    let arguments: &[&str] = match kind % 8 {
        0 => &["--input", "csv"],
        1 => &["--input", "csv", "--encoding", "gb18030"],
        2 => &["--input", "csv", "--header-row", "2", "--lang", "en"],
        3 => &[],
        4 => &["--input", "json"],
        5 => &["--input", "ndjson"],
        6 => &["--input", "xlsx"],
        _ => return (&["--input", "xlsx"], workbook(content)),
    };
    (arguments, content.to_vec())
}

/// A workbook with these parts, verbatim.
fn workbook(content: &[u8]) -> Vec<u8> {
    let mut parts = content.split(|byte| *byte == 0);
    let sheet = parts.next().unwrap_or_default();
    let texts = parts.next().unwrap_or(b"<sst><si><t>name</t></si></sst>");
    xlsx(sheet, texts, parts.next().unwrap_or(STYLES))
}

const STYLES: &[u8] = br#"<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
