//! Speed and memory of the command line for a long CSV on standard input: ten million enterprises, or
//! `CHANJIAO_ROWS`.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::process::{Command, Stdio};
use std::time::Instant;

const HEADER: &str = "企业名称,国统行业,从业人员,营业收入（万元）,销售收入（万元）,职工总数,在职员工数,\
    顶岗实践岗位数,工资总额（万元）,提取教育培训经费（万元）,使用教育培训经费（万元）,用于一线职工（万元）,\
    年培训,向职工代表大会报告\n";

/// A thousand enterprises of various sizes, some with blank cells.
fn block() -> String {
    let mut block = String::new();
    for row in 0..1_000_u64 {
        let staff = 20 + row * 7 % 5_000;
        let wages = staff * 8;
        let blank = |every: u64, text: String| if row % every == 3 { String::new() } else { text };
        let _ = writeln!(
            block,
            "企业{row},工业,{staff},{},{},{staff},{},{},{wages},{}.5,{}.25,{}.15,{},{}",
            staff * 60,
            blank(20, (staff * 55).to_string()),
            staff - 10,
            blank(19, (staff / 180).to_string()),
            wages * 15 / 1_000,
            wages * 12 / 1_000,
            wages * 7 / 1_000,
            blank(17, (staff / 3).to_string()),
            if row % 5 == 0 { "否" } else { "是" },
        );
    }
    block
}

#[expect(
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock, and how many rows to make"
)]
fn main() -> io::Result<()> {
    let rows = std::env::var("CHANJIAO_ROWS").ok().and_then(|rows| rows.parse().ok());
    let blocks: u64 = rows.unwrap_or(10_000_000) / 1_000;
    let block = block();
    let start = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_chanjiao"));
    let command =
        command.args(["check", "--subject", "enterprise", "--input", "csv", "--limit", "0", "-"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn()?;
    let mut pipe = child.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?;
    pipe.write_all(HEADER.as_bytes())?;
    for _ in 0..blocks {
        pipe.write_all(block.as_bytes())?;
    }
    // The peak memory has to be read before the process ends.
    let status =
        std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let memory =
        status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("VmHWM: not known");
    drop(pipe);
    let status = child.wait()?;
    let seconds = start.elapsed().as_millis().max(1);
    let rows = blocks * 1_000;
    let mut out = io::stdout();
    writeln!(
        out,
        "{rows} rows in {seconds} ms: {} rows a second",
        u128::from(rows) * 1_000 / seconds
    )?;
    writeln!(out, "{memory}")?;
    writeln!(out, "exit code {}", status.code().unwrap_or(-1))
}
