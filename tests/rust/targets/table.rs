//! Files on the command line.

use std::ffi::OsString;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::ExitCode;

use calamine::{Reader, Xlsx};
use chanjiao::subjects;
use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

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
    let file = |extension: &str| {
        std::env::temp_dir().join(format!("chanjiao-{}.{extension}", std::process::id()))
    };
    let (from, to) = (file("in"), file("out"));
    fs::write(&from, content).expect("a file is written");
    fs::write(&to, "").expect("a file is written");
    let mut line = vec!["chanjiao", "check", "-s", subject.name, "-f", form];
    line.extend(arguments);
    let mut line: Vec<OsString> = line.into_iter().map(OsString::from).collect();
    line.extend(["-o".into(), to.clone().into(), from.clone().into()]);
    let code = chanjiao::cli::main(line);
    let code = (0..3).find(|it| code == ExitCode::from(*it)).expect("a code of the command");
    written(form, code, &to);
    for path in [from, to] {
        fs::remove_file(path).expect("a file is removed");
    }
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
    let styles = parts.next().unwrap_or(STYLES);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, part) in [
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", texts),
        ("xl/styles.xml", styles),
    ] {
        zip.start_file(name, stored).expect("a part of a workbook");
        zip.write_all(part).expect("a part of a workbook");
    }
    zip.finish().expect("a workbook").into_inner()
}

const WORKBOOK: &[u8] = br#"<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &[u8] = br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const STYLES: &[u8] = br#"<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

/// Checks that the output is complete: tables are rectangular, and answers have either faults or a
/// report.
fn written(form: &str, code: u8, path: &Path) {
    let bytes = fs::read(path).expect("an output");
    let answer = |answer: &Value| {
        assert_eq!(answer["faults"] == Value::Array(Vec::new()), answer["report"].is_object());
        assert!(code == 2 || answer["report"].is_object(), "faults, and exit code {code}");
    };
    let text = || core::str::from_utf8(&bytes).expect("text");
    let json = |text| serde_json::from_str::<Value>(text).expect("JSON");
    match form {
        // Nothing is written if nothing could be judged.
        _ if bytes.is_empty() => {}
        "ndjson" => text().lines().for_each(|line| answer(&json(line))),
        "json" => json(text()).as_array().expect("a list").iter().for_each(answer),
        "csv" => {
            let rows = rows(text());
            for row in &rows {
                assert_eq!(row.len(), rows[0].len(), "{row:?}");
                let formula = row.iter().find(|cell| cell.starts_with(['=', '+', '-', '@', '\t']));
                assert_eq!(formula, None);
            }
        }
        "xlsx" => {
            let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
            for sheet in book.sheet_names() {
                book.worksheet_range(&sheet).expect("a sheet");
                assert!(book.worksheet_formula(&sheet).expect("a sheet").is_empty());
            }
        }
        _ => drop(text()),
    }
}

/// The rows of a CSV text.
fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let (mut row, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    for character in text.chars() {
        match character {
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty(), "{cell}");
    rows
}
