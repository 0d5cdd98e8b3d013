//! The command line, and the files that it is given.

use std::ffi::OsString;
use std::fs;
use std::io::{Cursor, Write};
use std::process::ExitCode;

use calamine::{Reader, Xlsx};
use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Checks a file with these options. The command must exit with one of its codes and write complete
/// output. Returns both.
pub(super) fn check(
    subject: &str,
    form: &str,
    arguments: &[&str],
    content: &[u8],
) -> (u8, Vec<u8>) {
    let file = |extension: &str| {
        std::env::temp_dir().join(format!("chanjiao-{}.{extension}", std::process::id()))
    };
    let (from, to) = (file("in"), file("out"));
    fs::write(&from, content).expect("a file is written");
    fs::write(&to, "").expect("a file is written");
    let mut line = vec!["chanjiao", "check", "-s", subject, "-f", form];
    line.extend(arguments);
    let mut line: Vec<OsString> = line.into_iter().map(OsString::from).collect();
    line.extend(["-o".into(), to.clone().into(), from.clone().into()]);
    let code = chanjiao::cli::main(line);
    let code = (0..3).find(|it| code == ExitCode::from(*it)).expect("a code of the command");
    let bytes = fs::read(&to).expect("an output");
    written(form, code, &bytes);
    for path in [from, to] {
        fs::remove_file(path).expect("a file is removed");
    }
    (code, bytes)
}

/// An archive with these parts.
pub(super) fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, part) in parts {
        zip.start_file(*name, stored).expect("a part of a workbook");
        zip.write_all(part).expect("a part of a workbook");
    }
    zip.finish().expect("a workbook").into_inner()
}

/// A workbook with one sheet.
pub(super) fn xlsx(sheet: &[u8], texts: &[u8], styles: &[u8]) -> Vec<u8> {
    archive(&[
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", texts),
        ("xl/styles.xml", styles),
    ])
}

/// An ODS workbook with this content.
pub(super) fn ods(content: &[u8], styles: &[u8]) -> Vec<u8> {
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    archive(&[("mimetype", kind), ("content.xml", content), ("styles.xml", styles)])
}

const WORKBOOK: &[u8] = br#"<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &[u8] = br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// Checks that the output is complete: tables are rectangular, and answers have either faults or a
/// report.
fn written(form: &str, code: u8, bytes: &[u8]) {
    let answer = |answer: &Value| {
        assert_eq!(answer["faults"] == Value::Array(Vec::new()), answer["report"].is_object());
        assert!(code == 2 || answer["report"].is_object(), "faults, and exit code {code}");
    };
    let text = || core::str::from_utf8(bytes).expect("text");
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
