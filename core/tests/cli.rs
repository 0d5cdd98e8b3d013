//! The command line as its users run it.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop anywhere")]

#[path = "cli/catalogues.rs"]
mod catalogues;
#[path = "cli/changes.rs"]
mod changes;
#[path = "cli/children.rs"]
mod children;
#[path = "cli/groups.rs"]
mod groups;
#[path = "cli/inputs.rs"]
mod inputs;
#[path = "cli/look.rs"]
mod look;
#[path = "cli/ods.rs"]
mod ods;
#[path = "cli/outputs.rs"]
mod outputs;
#[path = "cli/sheets.rs"]
mod sheets;
#[path = "cli/template.rs"]
mod template;
#[path = "cli/workbooks.rs"]
mod workbooks;
#[path = "cli/xls.rs"]
mod xls;

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::{ExcelDateTime, Format, IntoExcelData, Workbook};
use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/sample.csv");

/// The result of a run.
struct Run {
    code: i32,
    out: Vec<u8>,
    err: String,
}

impl Run {
    fn text(&self) -> &str {
        std::str::from_utf8(&self.out).unwrap()
    }

    fn lines(&self) -> Vec<Value> {
        self.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The codes of the faults of each row.
    fn faults(&self) -> Vec<Vec<String>> {
        let codes = |row: &Value| {
            let faults = row["faults"].as_array().unwrap().iter();
            faults.map(|fault| fault["code"].as_str().unwrap().to_owned()).collect()
        };
        self.lines().iter().map(codes).collect()
    }
}

fn run(arguments: &[&str]) -> Run {
    fed(arguments, b"")
}

fn fed(arguments: &[&str], input: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_chanjiao"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // A command that fails early closes its input, which is not an error here.
    let feeder = std::thread::spawn(move || stdin.write_all(&input).is_ok());
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: output.stdout,
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Writes a file; every test uses other names.
fn file(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).unwrap();
    path
}

fn enterprises(table: &str, more: &[&str]) -> Run {
    let arguments = [&["check", "-s", "enterprise", "-f", "ndjson", "-"], more].concat();
    fed(&arguments, table.as_bytes())
}

fn finding<'a>(row: &'a Value, rule: &str) -> &'a Value {
    let findings = row["report"]["findings"].as_array().unwrap();
    findings.iter().find(|finding| finding["rule"] == rule).unwrap()
}

fn verdict(row: &Value, rule: &str) -> String {
    finding(row, rule)["verdict"].as_str().unwrap().to_owned()
}

fn cells(bytes: Vec<u8>, sheet: &str) -> Vec<Vec<Data>> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    workbook.worksheet_range(sheet).unwrap().rows().map(<[Data]>::to_vec).collect()
}
