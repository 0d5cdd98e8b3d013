//! The layout of tables, which must not depend on their format.

use std::fmt::Write;

use chanjiao::subjects;

use super::command::{check, ods, xlsx};

/// Two bytes select the subject and options; the rest is a table, with tabs between cells and line
/// breaks between rows. As CSV, as XLSX and as ODS it must be judged alike.
///
/// # Panics
/// If not.
pub fn layout(data: &[u8]) {
    let [subject, options, content @ ..] = data else { return };
    let subject = subjects()[usize::from(*subject) % subjects().len()].name;
    let numbers = options & 0x80 > 0;
    let content: String = String::from_utf8_lossy(content).chars().filter(|it| kept(*it)).collect();
    let rows: Vec<Vec<&str>> = content.lines().map(|row| row.split('\t').collect()).collect();
    let mut arguments: Vec<&str> = OPTIONS[usize::from(options & 0x0f) % OPTIONS.len()].to_vec();
    let sheet = judged(subject, &arguments, &as_xlsx(&rows, numbers));
    let tables = judged(subject, &arguments, &as_ods(&rows, numbers));
    assert!(sheet == tables, "XLSX {sheet:?}\nODS  {tables:?}");
    // What a text says of a number need not be what a sheet does.
    if !numbers {
        arguments.extend(["--input", "csv", "--encoding", "utf-8", "--separator", ","]);
        let text = judged(subject, &arguments, as_csv(&rows).as_bytes());
        assert!(sheet == text, "XLSX {sheet:?}\nCSV  {text:?}");
    }
}

const OPTIONS: [&[&str]; 8] = [
    &[],
    &["--header-row", "1"],
    &["--header-row", "2"],
    &["--header-row", "1-2"],
    &["--skip-lines", "2"],
    &["--skip-lines", "1,3-4"],
    &["--missing", ""],
    &["--lang", "en"],
];

fn judged(subject: &str, arguments: &[&str], content: &[u8]) -> (u8, String) {
    let (code, bytes) = check(subject, "ndjson", arguments, content);
    (code, String::from_utf8(bytes).expect("text"))
}

/// Characters that all formats can hold as they are.
fn kept(character: char) -> bool {
    matches!(character, '\t' | '\n' | ' '..='\u{7e}' | '\u{a1}'..='\u{d7ff}' | '\u{f900}'..='\u{fefe}' | '\u{ff00}'..='\u{ffef}')
        && character != '_'
}

fn as_csv(rows: &[Vec<&str>]) -> String {
    let cell = |it: &&str| format!("\"{}\"", it.replace('"', "\"\""));
    let row = |row: &Vec<&str>| row.iter().map(cell).collect::<Vec<_>>().join(",");
    rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Whether a text is how all programs write a number.
fn is_number(text: &str) -> bool {
    text.parse::<u32>().is_ok_and(|number| number.to_string() == text)
}

fn as_xlsx(rows: &[Vec<&str>], numbers: bool) -> Vec<u8> {
    let mut sheet = String::from("<worksheet><sheetData>");
    for row in rows {
        sheet.push_str("<row>");
        for cell in row {
            let text = escaped(cell);
            let written = if numbers && is_number(cell) {
                write!(sheet, "<c><v>{cell}</v></c>")
            } else if cell.is_empty() {
                write!(sheet, "<c/>")
            } else {
                write!(sheet, r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#)
            };
            written.expect("a text");
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    xlsx(sheet.as_bytes(), b"<sst/>", b"<styleSheet/>")
}

fn as_ods(rows: &[Vec<&str>], numbers: bool) -> Vec<u8> {
    let mut table = String::from("<document-content><body><spreadsheet><table name=\"a\">");
    for row in rows {
        table.push_str("<table-row>");
        for cell in row {
            let text = escaped(cell).replace(' ', "<s/>");
            let written = if numbers && is_number(cell) {
                write!(table, "<table-cell value-type='float' value='{cell}'/>")
            } else if cell.is_empty() {
                write!(table, "<table-cell/>")
            } else {
                write!(table, "<table-cell value-type='string'><p>{text}</p></table-cell>")
            };
            written.expect("a text");
        }
        table.push_str("</table-row>");
    }
    table.push_str("</table></spreadsheet></body></document-content>");
    ods(table.as_bytes(), b"<document-styles/>")
}
