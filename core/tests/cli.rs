//! The command line as its users run it.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop anywhere")]

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/sample.csv");

/// What a run came to.
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
    // A command that fails early reads nothing, which is not the point here.
    let feeder = std::thread::spawn(move || stdin.write_all(&input).is_ok());
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: output.stdout,
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Writes a file for one test; names are distinct.
fn file(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).unwrap();
    path
}

fn enterprises(table: &str, more: &[&str]) -> Run {
    let arguments = [&["check", "-s", "enterprise", "-f", "ndjson", "-"], more].concat();
    fed(&arguments, table.as_bytes())
}

fn verdict(row: &Value, rule: &str) -> String {
    let findings = row["report"]["findings"].as_array().unwrap();
    let finding = findings.iter().find(|finding| finding["rule"] == rule).unwrap();
    finding["verdict"].as_str().unwrap().to_owned()
}

fn cells(bytes: Vec<u8>, sheet: &str) -> Vec<Vec<Data>> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    workbook.worksheet_range(sheet).unwrap().rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn the_sample_comes_out_as_the_readme_says() {
    let run = run(&["check", "--subject", "enterprise", SAMPLE]);
    assert_eq!(run.code, 1);
    let text = run.text();
    assert!(text.contains("企业：12 条记录"), "{text}");
    assert!(text.contains("需提供 16 个顶岗实践岗位，现有 14 个，还差 2 个"), "{text}");
    assert!(!text.contains('\u{1b}'), "no styles where no terminal is");
    assert_eq!(run.err, "");
    let english = in_english();
    assert!(english.contains("12 records") && english.contains("short by 2 posts"), "{english}");
}

fn in_english() -> String {
    run(&["check", "--lang", "en", "--subject", "enterprise", SAMPLE]).text().to_owned()
}

#[test]
fn ndjson_and_json_hold_the_answers_of_the_library() {
    let table = "name,staff_total,trained_staff\n甲,100,30\n乙,x,\n";
    let lines = enterprises(table, &[]);
    assert_eq!(lines.code, 2);
    let records = [
        r#"{"name":"甲","staff_total":100,"trained_staff":30}"#,
        r#"{"name":"乙","staff_total":"x"}"#,
    ];
    let mut expected = String::new();
    for (row, record) in records.iter().enumerate() {
        let answer = chanjiao::check_json("enterprise", record, None);
        let rest = answer.strip_prefix('{').unwrap();
        expected.extend(["{\"row\":", &row.to_string(), ",", rest, "\n"]);
    }
    assert_eq!(lines.text(), expected);

    let list = fed(&["check", "-s", "enterprise", "-f", "json", "-"], table.as_bytes());
    let list: Value = serde_json::from_str(list.text()).unwrap();
    assert_eq!(list, Value::from(lines.lines()));
}

#[test]
fn every_input_format_reads_the_same_records() {
    let table = "name,sales_revenue_yuan,state_owned\n甲,100000000,true\n乙,1.5,\n";
    let first = r#"{"name": "甲", "sales_revenue_yuan": 100000000, "state_owned": true}"#;
    let second = r#"{"name": "乙", "sales_revenue_yuan": 1.5}"#;
    let expected = enterprises(table, &[]);
    assert_eq!(expected.lines().len(), 2);
    for input in [
        format!("{first}\n\n{second}"),
        format!("[\n{first},\n{second}]\n"),
        format!("\u{feff}[{first}, {second}]"),
        format!("\u{feff}{table}"),
        table.replace('\n', "\r\n\r\n"),
    ] {
        let run = enterprises(&input, &[]);
        assert_eq!(run.text(), expected.text(), "{input}");
    }
    let single = enterprises("{\n  \"name\": \"甲\"\n}\n", &[]);
    assert_eq!(single.lines().len(), 1);
    assert_eq!(enterprises("[]", &[]).code, 0);
}

#[test]
fn a_file_is_read_by_its_extension_or_as_said() {
    let record = r#"{"name": "甲"}"#;
    for name in ["one.json", "one.ndjson", "one.jsonl"] {
        let path = file(name, record);
        let run = run(&["check", "-s", "enterprise", "-f", "ndjson", path.to_str().unwrap()]);
        assert_eq!((run.code, run.lines().len()), (1, 1), "{}", run.err);
    }
    let path = file("one.txt", "name\n甲\n");
    let path = path.to_str().unwrap();
    assert_eq!(run(&["check", "-s", "enterprise", path]).code, 1);
    assert_eq!(run(&["check", "-s", "enterprise", "--input", "ndjson", path]).code, 2);
}

#[test]
fn gb18030_and_a_byte_order_mark_change_nothing() {
    let sample = fs::read_to_string(SAMPLE).unwrap();
    let expected = enterprises(&sample, &[]);
    let arguments = ["check", "-s", "enterprise", "-f", "ndjson", "-"];
    let chinese = encoding_rs::GB18030.encode(&sample).0.into_owned();
    assert_eq!(fed(&arguments, &chinese).text(), expected.text());
    assert_eq!(fed(&arguments, ["\u{feff}", &sample].concat().as_bytes()).text(), expected.text());
    let wrong = fed(&[&arguments[..], &["--encoding", "utf-8"]].concat(), &chinese);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("--encoding"), "{}", wrong.err);
}

#[test]
fn units_and_a_map_are_applied() {
    let table = "企业名称,行业,营业收入（百万元）\n甲,百货,100\n乙,百货,99.9999999\n";
    let run = enterprises(table, &["--map", "营业收入=sales_revenue_yuan"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("未使用的列：行业"), "{}", run.err);
    let rule = "enterprise.cooperation_partner";
    let verdicts = [0, 1].map(|row| verdict(&run.lines()[row], rule));
    assert_eq!(verdicts, ["met", "undetermined"]);
    let left_out = enterprises(table, &["--map", "营业收入="]);
    assert!(left_out.err.contains("未使用的列：行业、营业收入（百万元）"), "{}", left_out.err);
}

#[test]
fn headers_of_two_meanings_are_refused_by_name() {
    for (table, more, expected) in [
        (
            "从业人员,从业人员数\n1,2\n",
            &[][..],
            "`从业人员` 与 `从业人员数` 都对应 `employed_persons`",
        ),
        ("工资总额（人）\n1\n", &[], "`工资总额（人）`：`人` 不是工资总额的单位"),
        ("name\n甲\n", &["--map", "nam=year"], "没有列 `nam`。是否指 `name`？"),
        ("name\n甲\n", &["--map", "name=yaer"], "没有事实 `yaer`。是否指 `year`？"),
        ("名,地\n甲,乙\n", &[], "没有一列对应 enterprise 的事实（列：名、地）"),
        ("", &[], "没有表头"),
    ] {
        let run = enterprises(table, more);
        assert_eq!((run.code, run.text()), (2, ""), "{table}");
        assert!(run.err.contains(expected), "{}", run.err);
    }
}

#[test]
fn a_bad_row_costs_only_itself() {
    let table = "name,staff_total\n甲,1\n乙\n丙,2,3\n\n,\n丁,\"1,000\"\n戊,4,\n己,5\n";
    let run = enterprises(table, &[]);
    assert_eq!(run.code, 2);
    let rows: Vec<u64> = run.lines().iter().map(|row| row["row"].as_u64().unwrap()).collect();
    // A row of blank cells is counted and passed over; an empty line is neither.
    assert_eq!(rows, [0, 1, 2, 4, 5, 6]);
    let none = Vec::<String>::new;
    let refused = || vec!["not_an_object".to_owned()];
    let expected = [none(), refused(), refused(), vec!["not_a_count".to_owned()], none(), none()];
    assert_eq!(run.faults(), expected);

    let text = fed(&["check", "-s", "enterprise", "-"], table.as_bytes());
    assert_eq!(text.code, 2);
    for expected in
        ["有误，未判断", "第 3 行", "这一行有 1 个单元格，表头有 2 个", "第 7 行  丁", "1,000"]
    {
        assert!(text.text().contains(expected), "{expected}: {}", text.text());
    }
}

#[test]
fn bytes_that_are_no_text_cost_their_row() {
    let arguments = ["check", "-s", "enterprise", "-f", "ndjson", "-"];
    let run = fed(&arguments, b"name,year\n\xe7\x94\xb2\xff\xff,2024\na,2024\n");
    assert_eq!(run.faults(), [vec!["not_an_object".to_owned()], vec![]]);
    let run = fed(&arguments, b"{\"name\": \"a\xff\"}\n{\"name\": \"a\"}\n{\"name\"\n");
    let not_json = || vec!["not_json".to_owned()];
    assert_eq!(run.faults(), [not_json(), vec![], not_json()]);
}

#[test]
fn a_line_without_end_is_a_fault_and_no_burden() {
    let long = "9".repeat(40 << 20);
    for input in [
        format!("name,year\n甲,2024\n{long},1\n乙,2024\n"),
        format!("{{\"name\": \"甲\"}}\n{long}\n{{}}\n"),
        format!("[{{\"name\": \"甲\"}},\n{long},\n{{}}]"),
        format!("name\n甲\n{}\n乙\n", ",".repeat(200_000)),
    ] {
        let run = enterprises(&input, &[]);
        assert_eq!(run.faults(), [vec![], vec!["too_large".to_owned()], vec![]]);
    }
}

#[test]
fn an_input_that_breaks_off_is_said_to() {
    for (input, rows, expected) in [
        ("name,year\n甲,2024\n\"乙,2024\n丙,2024\n", 1, "第 3 行的引号没有结束"),
        ("[{\"name\": \"甲\"},\n{\"name\": \"乙\"}", 2, "第 2 行：列表没有结束"),
        ("[{\"name\": \"甲\"}]\n[]", 1, "第 2 行：列表之后还有内容"),
        ("[{\"name\": \"甲\"},]", 2, ""),
    ] {
        let run = enterprises(input, &[]);
        assert_eq!((run.code, run.lines().len()), (2, rows), "{input}");
        assert!(run.err.contains(expected), "{}", run.err);
    }
}

#[test]
fn csv_is_one_column_a_rule_and_no_formula() {
    let table = concat!(
        "name,size_class,staff_in_service,teacher_posts\n",
        "=cmd|' /C calc'!A0,medium,3200,14\n",
        "\"乙,\"\"丙\"\"\",micro,10,0\n",
        "丁,huge,1,1\n",
    );
    let run = fed(&["check", "-s", "enterprise", "-f", "csv", "-"], table.as_bytes());
    assert_eq!(run.code, 2);
    let text = run.text();
    let heads: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    let column = |name: &str| heads.iter().position(|head| *head == name).unwrap();
    assert_eq!(&heads[..3], ["row", "name", "conclusion"]);
    assert_eq!(heads.last(), Some(&"faults"));
    assert!(!heads.contains(&"enterprise.cooperation_partner.shortfall"), "it has two limbs");
    let rows: Vec<&str> = text.lines().skip(1).collect();
    assert!(rows[0].starts_with("0,\"'=cmd|' /C calc'!A0\",incomplete,"), "{}", rows[0]);
    assert!(rows[1].starts_with("1,\"乙,\"\"丙\"\"\",incomplete,"), "{}", rows[1]);
    assert!(rows[2].starts_with("2,丁,,,") && rows[2].contains("/size_class: "), "{}", rows[2]);
    let first: Vec<&str> = rows[0].split(',').collect();
    assert_eq!(first[column("enterprise.teacher_posts")], "unmet");
    assert_eq!(first[column("enterprise.teacher_posts.shortfall")], "2");
    let internship = fed(&["check", "-s", "internship", "-f", "csv", "-"], b"host_interns\n1\n");
    assert!(
        internship
            .text()
            .starts_with("row,conclusion,internship.host_cap,internship.host_cap.excess,")
    );
}

#[test]
fn the_columns_say_what_the_answers_say() {
    let lines = run(&["check", "-s", "enterprise", "-f", "ndjson", SAMPLE]).lines();
    let table = run(&["check", "-s", "enterprise", "-f", "csv", SAMPLE]);
    let mut rows = table.text().lines().map(|line| line.split(',').collect::<Vec<_>>());
    let heads = rows.next().unwrap();
    let mut gaps = 0;
    for (row, answer) in rows.zip(&lines) {
        let cell = |name: &str| heads.iter().position(|head| *head == name).map(|at| row[at]);
        let report = &answer["report"];
        assert_eq!(cell("row").unwrap(), answer["row"].to_string());
        assert_eq!(cell("conclusion"), report["conclusion"].as_str());
        for finding in report["findings"].as_array().unwrap() {
            let rule = finding["rule"].as_str().unwrap();
            assert_eq!(cell(rule), finding["verdict"].as_str());
            let bounds = finding["bounds"].as_array().unwrap();
            let gap = cell(&[rule, ".shortfall"].concat());
            assert_eq!(gap.is_some(), bounds.len() == 1, "{rule}");
            if let Some(gap) = gap {
                assert_eq!(gap, bounds[0]["shortfall"].as_str().unwrap_or_default(), "{rule}");
                gaps += usize::from(!gap.is_empty());
            }
        }
    }
    assert_eq!((lines.len(), gaps), (12, 7));
}

#[test]
fn what_could_steer_a_terminal_does_not_reach_it() {
    let table = "name\u{1b}[2J,name,year\nx,\u{1b}]0;甲\u{7}\u{9b}31m\u{202e},19\u{1b}[1m\n";
    let run = fed(&["check", "-s", "enterprise", "-"], table.as_bytes());
    assert_eq!(run.code, 2);
    for text in [run.text(), run.err.as_str()] {
        let harmful = text.chars().find(|it| it.is_control() && *it != '\n' || *it == '\u{202e}');
        assert_eq!(harmful, None, "{text}");
    }
    // What is no argument is said, but not its codes.
    for arguments in [&["\u{1b}[2Jcheck"][..], &["check", "--format", "\u{9b}31m\u{202e}"]] {
        let run = fed(arguments, b"");
        assert_eq!((run.code, run.text()), (2, ""));
        assert!(run.err.starts_with("error: "), "{}", run.err);
        assert!(run.err.chars().all(|it| it == '\n' || !it.is_control() && it != '\u{202e}'));
    }
}

#[test]
fn the_exit_code_says_how_it_went() {
    let visit = |end: &str| format!("start,end\n2023-09-01,{end}\n");
    for (subject, input, code) in [
        ("funding_standard", "school_kind,standard_yuan\n中职,10000\n", 0),
        ("funding_standard", "school_kind,standard_yuan\n中职,9999.99\n", 1),
        ("funding_standard", "school_kind,standard_yuan\n中职,-1\n", 2),
        ("funding_standard", "school_kind,standard_yuan\n中职,9999\n中职,x\n", 2),
        // An encouraged rule does not decide, so nothing was assessed.
        ("visit", &visit("2024-08-31"), 1),
    ] {
        let run = fed(&["check", "-s", subject, "-"], input.as_bytes());
        assert_eq!(run.code, code, "{input}{}", run.err);
    }
    let unreadable = run(&["check", "-s", "visit", "no-such-file.csv"]);
    assert_eq!((unreadable.code, unreadable.text()), (2, ""));
    assert_eq!(run(&["check", "-s", "visit"]).code, 2);
    assert_eq!(run(&["--version"]).code, 0);
}

#[test]
fn an_unreadable_file_does_not_stop_the_others() {
    let path = file("readable.csv", "name\n甲\n");
    let path = path.to_str().unwrap();
    let run = run(&["check", "-s", "enterprise", "-f", "ndjson", path, "no-such-file.csv", path]);
    assert_eq!(run.code, 2);
    let rows: Vec<u64> = run.lines().iter().map(|row| row["row"].as_u64().unwrap()).collect();
    assert_eq!(rows, [0, 1], "rows are counted on from file to file");
    assert!(run.err.contains("no-such-file.csv: "), "{}", run.err);
}

#[test]
fn unknown_names_are_answered_with_the_likely_one() {
    for (arguments, expected) in [
        (&["check", "-s", "enterprize", "-"][..], "是否指 `enterprise`？"),
        (&["explain", "enterprise.teacher_post"], "是否指 `enterprise.teacher_posts`？"),
        (&["explain", "training_fund"], "是否指 `enterprise.training_fund`？"),
        (&["schema", "visits"], "是否指 `visit`？"),
        (&["rules", "-s", "teachers", "--lang", "en"], "Did you mean `teacher`?"),
    ] {
        let run = run(arguments);
        assert_eq!((run.code, run.text()), (2, ""));
        assert!(run.err.contains(expected), "{}", run.err);
    }
}

#[test]
fn parameters_are_read_from_a_file() {
    let strict = file("strict.json", r#"{"training_coverage_share": "31"}"#);
    let table = "staff_total,trained_staff\n100,30\n";
    let run = enterprises(table, &["--parameters", strict.to_str().unwrap()]);
    assert_eq!(verdict(&run.lines()[0], "enterprise.training_coverage"), "unmet");
    assert_eq!(run.lines()[0]["report"]["ruleset"]["overridden"][0], "training_coverage_share");
    let wrong = file("wrong.json", r#"{"training_coverage": "31"}"#);
    let run = enterprises(table, &["--parameters", wrong.to_str().unwrap()]);
    assert_eq!((run.code, run.text()), (2, ""));
    assert!(run.err.contains("`training_coverage_share`"), "{}", run.err);
    let members: Vec<String> = (0..1_000_000).map(|it| format!("\"p{it}\":1")).collect();
    let blank = " ".repeat(64 << 20);
    for text in [&format!("{{{}}}", members.join(",")), &format!("{{}}{blank}")] {
        let long = file("long.json", text);
        let run = enterprises(table, &["--parameters", long.to_str().unwrap()]);
        assert_eq!((run.code, run.text()), (2, ""));
        assert!(
            run.err.ends_with("long.json: 内容过大，最多 16 MiB、10 万个值。\n"),
            "{}",
            run.err
        );
    }
}

#[test]
fn lists_of_periods_and_explanations_stand_in_cells() {
    let table = concat!(
        "姓名,评价日期,学校类别,教师类别,入职日期,实践经历\n",
        "甲,2024/12/31,中职,专业教师,2020年9月1日,2021-01-01..2021-06-30 企业; 2024-11-01.. 企业\n",
        "乙,2024/12/31,中职,专业教师,2020年9月1日,无\n",
    );
    let run = fed(&["check", "-s", "teacher", "-f", "ndjson", "-"], table.as_bytes());
    let rules = ["teacher.periodic_practice", "teacher.induction_practice"];
    let verdicts = [0, 1].map(|row| rules.map(|rule| verdict(&run.lines()[row], rule)));
    assert_eq!(verdicts, [["met", "met"], ["pending", "unmet"]]);
}

#[test]
fn a_workbook_is_read_cell_by_cell() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("封面").unwrap().write(0, 0, "说明").unwrap();
    let sheet = workbook.add_worksheet().set_name("教师").unwrap();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    sheet.write(0, 0, "二〇二四年教师情况表").unwrap();
    for (column, head) in (0..).zip(["姓名", "评价日期", "学校类别", "教师类别", "入职日期"])
    {
        sheet.write(2, column, head).unwrap();
    }
    for (row, time) in [(3, "2024-12-31"), (5, "2024-12-31 10:30:00")] {
        let as_of = ExcelDateTime::parse_from_str(time).unwrap();
        let hired = ExcelDateTime::parse_from_str("2020-09-01").unwrap();
        sheet.write(row, 0, "甲").unwrap();
        sheet.write_with_format(row, 1, &as_of, &date).unwrap();
        sheet.write(row, 2, "中职").unwrap();
        sheet.write(row, 3, "专业教师").unwrap();
        sheet.write_with_format(row, 4, &hired, &date).unwrap();
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let path = file("teachers.xlsx", &bytes);
    let arguments =
        ["check", "-s", "teacher", "-f", "ndjson", "--sheet", "教师", "--header-row", "3"];
    let by_name = run(&[&arguments[..], &[path.to_str().unwrap()]].concat());
    assert_eq!(by_name.code, 2, "{}", by_name.err);
    assert_eq!(by_name.faults(), [vec![], vec!["not_a_date".to_owned()]]);
    assert_eq!(by_name.lines()[1]["row"], 2, "the blank row between them is counted");
    let by_content = fed(&[&arguments[..], &["-"]].concat(), &bytes);
    assert_eq!(by_content.text(), by_name.text());
    let unknown = run(&["check", "-s", "teacher", "--sheet", "学生", path.to_str().unwrap()]);
    assert!(unknown.err.contains("没有这个工作表；有：封面、教师"), "{}", unknown.err);
}

#[test]
fn a_sheet_ends_with_its_last_row() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, (head, cell)) in
        (0..).zip([("school_kind", "中职"), ("standard_yuan", "10000.00")])
    {
        sheet.write(0, column, head).unwrap();
        sheet.write(1, column, cell).unwrap();
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let run = fed(&["check", "-s", "funding_standard", "-f", "ndjson", "-"], &bytes);
    assert_eq!((run.code, run.err.as_str(), run.lines().len()), (0, "", 1));
}

const NO_TEXTS: &str = "<sst></sst>";

/// A workbook of one sheet that is written as given, and of a table of texts.
fn crafted(sheet: &str, texts: &str) -> Vec<u8> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let related = |kind: &str, target: &str| {
        format!(
            r#"<Relationships><Relationship Id="a" Type="{office}/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in [
        ("_rels/.rels", related("officeDocument", "xl/workbook.xml")),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns:r="{office}"><sheets><sheet name="a" r:id="a"/></sheets></workbook>"#
            ),
        ),
        ("xl/_rels/workbook.xml.rels", related("worksheet", "worksheets/a.xml")),
        ("xl/worksheets/a.xml", format!("<worksheet>{sheet}</worksheet>")),
        ("xl/sharedStrings.xml", texts.to_owned()),
    ] {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(part.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn a_damaged_workbook_is_said_to_be() {
    let texts = r#"<sst uniqueCount="1"><si><t>name</t></si></sst>"#;
    let head = r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#;
    let sound = format!("<sheetData>{head}</sheetData>");
    let arguments = ["check", "-s", "enterprise", "-f", "ndjson", "-"];
    let run = fed(&arguments, &crafted(&sound, texts));
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let with = |row: &str| format!("<sheetData>{head}{row}</sheetData>");
    for (sheet, texts) in [
        (format!(r#"<dimension ref="B2:A1"/>{sound}"#), texts),
        (with(r#"<row r="4294967296"/>"#), texts),
        (with(r#"<row r="4294967295"></row><row></row>"#), texts),
        (with(r#"<row r="2"><c r="ZZZZZZZZZ2"/></row>"#), texts),
        (sound.clone(), r#"<sst uniqueCount="18446744073709551615"/>"#),
        (sound.clone(), r#"<sst uniqueCount="99999999999"/>"#),
    ] {
        let run = fed(&arguments, &crafted(&sheet, texts));
        assert_eq!(
            (run.code, run.text(), run.err.as_str()),
            (2, "", "-: 工作簿已损坏\n"),
            "{sheet}"
        );
    }
    // What ends too early is read as far as it goes.
    for sheet in [sound.replace("</sheetData>", ""), format!("<sheetData>{head}<row r=")] {
        let run = fed(&arguments, &crafted(&sheet, texts));
        assert_eq!((run.code, run.text()), (2, ""), "{sheet}");
        assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    }
    assert_eq!(fed(&arguments, &crafted(&sound, NO_TEXTS)).code, 2);
}

#[test]
fn what_unfolds_to_too_much_is_not_unfolded() {
    let long = "x".repeat(80 << 20);
    let cell = format!("<sheetData><row><c t=\"str\"><v>{long}</v></c></row></sheetData>");
    for bytes in
        [crafted(&cell, NO_TEXTS), crafted("", &format!("<sst><si><t>{long}</t></si></sst>"))]
    {
        assert!(bytes.len() < 1 << 20);
        let run = fed(&["check", "-s", "enterprise", "--lang", "en", "-"], &bytes);
        assert_eq!((run.code, run.text()), (2, ""));
        assert!(run.err.contains("unfolds to too much"), "{}", run.err);
    }
}

#[test]
fn a_row_of_a_sheet_may_be_as_long_as_a_text() {
    let long = "x".repeat(16 << 20);
    let row = |text: &str| format!("<row><c t=\"str\"><v>{text}</v></c></row>");
    let rows = [row("name"), row("甲"), row(&long), row(&format!("{long}x")), row("乙")].concat();
    let bytes = crafted(&format!("<sheetData>{rows}</sheetData>"), NO_TEXTS);
    let run = fed(&["check", "-s", "enterprise", "-f", "ndjson", "-"], &bytes);
    let codes = [vec![], vec!["text_too_long".to_owned()], vec!["too_large".to_owned()], vec![]];
    assert_eq!(run.faults(), codes);
}

#[test]
fn a_table_has_as_many_columns_as_a_sheet_may_have() {
    let table = |columns: usize| format!("name{}\n", ",a".repeat(columns - 1));
    let run = enterprises(&table(16_384), &[]);
    assert_eq!(run.code, 0);
    assert!(run.err.contains("a、a 等 16383 列"), "{}", run.err);
    for columns in [16_385, 1_000_000] {
        let run = enterprises(&table(columns), &[]);
        assert_eq!((run.code, run.text()), (2, ""));
        assert_eq!(run.err, "-: 列数过多，最多 16384 列\n");
    }
    let cells = |columns: usize| {
        let cells = "<c t=\"str\"><v>name</v></c>".repeat(columns);
        crafted(&format!("<sheetData><row>{cells}</row></sheetData>"), NO_TEXTS)
    };
    let arguments = ["check", "-s", "enterprise", "-"];
    let twice = fed(&arguments, &cells(16_384));
    assert_eq!((twice.code, twice.err.lines().count()), (2, 21), "{}", twice.err);
    assert!(twice.err.ends_with("\n另有 16363 处。\n"), "{}", twice.err);
    assert_eq!(fed(&arguments, &cells(16_385)).err, "-: 列数过多，最多 16384 列\n");
}

#[test]
fn numbers_of_a_workbook_are_whole_or_shortest() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, head) in (0..).zip(["企业名称", "职工总数", "年培训", "工资总额（万元）", "国有"])
    {
        sheet.write(0, column, head).unwrap();
    }
    sheet.write(1, 0, 42).unwrap();
    sheet.write(1, 1, 1e6).unwrap();
    sheet.write(1, 2, 0.1 + 0.2).unwrap();
    sheet.write(1, 3, 1234.56).unwrap();
    sheet.write(1, 4, true).unwrap();
    let path = file("numbers.xlsx", workbook.save_to_buffer().unwrap());
    let run = run(&["check", "-s", "enterprise", "-f", "ndjson", path.to_str().unwrap()]);
    let row = &run.lines()[0];
    assert_eq!(row["faults"].as_array().unwrap().len(), 1, "{row}");
    assert_eq!(row["faults"][0]["given"], "0.30000000000000004");
}

#[test]
fn a_workbook_is_written_with_three_sheets_and_no_formula() {
    let table = concat!(
        "name,size_class,staff_in_service,teacher_posts,sales_revenue_yuan\n",
        "=1+1,medium,3200,14,1\n",
        "000157,small,10,0,1\n",
        "甲\u{1}\u{b}乙,huge,1,1,1\n",
    );
    let run = fed(&["check", "-s", "enterprise", "-f", "xlsx", "-"], table.as_bytes());
    assert_eq!(run.code, 2, "{}", run.err);
    let text = |text: &str| Data::String(text.to_owned());
    let rows = cells(run.out.clone(), "结论");
    assert_eq!(rows.len(), 4);
    assert_eq!(&rows[0][..3], [text("row"), text("name"), text("conclusion")]);
    assert_eq!(&rows[1][..3], [Data::Float(0.0), text("=1+1"), text("incomplete")]);
    assert_eq!(rows[2][1], text("000157"));
    let problems = cells(run.out.clone(), "问题");
    let posts = problems.iter().find(|row| row[2] == text("enterprise.teacher_posts")).unwrap();
    assert_eq!(
        posts[4..8],
        [text("unmet"), Data::Float(14.0), Data::Float(16.0), Data::Float(2.0)]
    );
    assert!(
        problems.iter().any(|row| row[4] == text("not_a_choice") && row[0] == Data::Float(2.0))
    );
    let counts = cells(run.out, "汇总");
    assert_eq!(counts[0][0], text("企业"));

    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("out.xlsx");
    let written = fed(
        &["check", "-s", "enterprise", "-f", "xlsx", "-o", path.to_str().unwrap(), "-"],
        table.as_bytes(),
    );
    assert_eq!((written.code, written.text()), (2, ""));
    assert_eq!(cells(fs::read(&path).unwrap(), "结论"), rows);
}

#[test]
fn an_output_goes_to_its_file_and_never_over_an_input() {
    let input = file("guarded.csv", "name\n甲\n");
    let output = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guarded.txt");
    let (input, output) = (input.to_str().unwrap(), output.to_str().unwrap());
    assert_eq!(run(&["check", "-s", "enterprise", "-o", output, input]).code, 1);
    let text = fs::read_to_string(output).unwrap();
    assert!(text.contains("企业：1 条记录") && !text.contains('\u{1b}'), "{text}");
    assert_eq!(run(&["check", "-s", "enterprise", "-o", input, input]).code, 2);
    assert_eq!(fs::read_to_string(input).unwrap(), "name\n甲\n");
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let table = ["name\n", &"甲\n".repeat(20_000)].concat();
    let path = file("many.csv", table);
    for format in ["ndjson", "json", "csv"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_chanjiao"))
            .args(["check", "-s", "enterprise", "-f", format])
            .arg(&path)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdout = child.stdout.take().unwrap();
        stdout.read_exact(&mut [0; 100]).unwrap();
        drop(stdout);
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{format}");
        assert!(output.status.code().is_some(), "{format}");
    }
}

#[test]
fn text_shows_as_many_records_as_asked_for() {
    let table = ["name\n", &"甲\n".repeat(5_000)].concat();
    let shown = |limit: &str| {
        let run = fed(&["check", "-s", "enterprise", "--limit", limit, "-"], table.as_bytes());
        run.text().lines().filter(|line| line.contains("行  甲")).count()
    };
    assert_eq!((shown("0"), shown("3"), shown("2000")), (0, 3, 2000));
}

#[test]
fn catalogues_are_json_on_request() {
    let json =
        |arguments: &[&str]| -> Value { serde_json::from_str(run(arguments).text()).unwrap() };
    let rules = json(&["rules", "--format", "json"]);
    assert_eq!(rules, chanjiao::schema::rules());
    let of_visit = json(&["rules", "--subject", "visit", "--format", "json"]);
    assert_eq!(of_visit["rules"].as_array().unwrap().len(), 1);
    assert_eq!(json(&["parameters", "-f", "json"]), chanjiao::schema::parameters_catalogue());
    assert_eq!(json(&["subjects", "-f", "json"]), chanjiao::schema::subjects());
    let visit = chanjiao::subject("visit").unwrap();
    for (draft, name) in [
        (chanjiao::schema::Draft::Draft2020, "2020-12"),
        (chanjiao::schema::Draft::Draft07, "draft-07"),
    ] {
        let schema = json(&["schema", "visit", "--draft", name]);
        assert_eq!(schema, chanjiao::schema::subject(visit, draft));
    }
}

#[test]
fn catalogues_are_tables_for_people() {
    for (arguments, expected) in [
        (&["subjects"][..], "enterprise"),
        (&["rules"], "enterprise.teacher_posts"),
        (&["parameters"], "teacher_posts_share"),
    ] {
        let chinese = run(arguments);
        let english = run(&[arguments, &["--lang", "en"]].concat());
        assert!(chinese.text().contains(expected) && english.text().contains(expected));
        assert_ne!(chinese.text(), english.text());
    }
}

#[test]
fn a_rule_is_explained_with_an_example_on_both_sides() {
    let run = run(&["explain", "enterprise.teacher_posts"]);
    assert_eq!(run.code, 0);
    for expected in [
        "9.1b（第 9 条第 1 句）",
        "企业原则上每年提供的顶岗实践岗位数不低于在职员工数0.5%",
        "义务 · 原则上",
        "大、中型企业",
        "需提供 [在职员工数 × 0.5%] 个顶岗实践岗位",
        "teacher_posts_share = 0.5 %",
        "省教育厅",
        "staff_in_service",
        "还差 1 个",
    ] {
        assert!(run.text().contains(expected), "{expected}: {}", run.text());
    }
    let by_statement = explained("9.1b");
    assert_eq!(by_statement, run.text());
}

fn explained(name: &str) -> String {
    run(&["explain", name]).text().to_owned()
}

#[test]
fn the_guides_quote_what_is_printed() {
    for (guide, language) in [
        (include_str!("../guides/policy-officer.md"), "en"),
        (include_str!("../guides/policy-officer.zh-CN.md"), "zh"),
    ] {
        let found = run(&["check", "--subject", "enterprise", "--lang", language, SAMPLE]);
        let quoted = guide.split("```text\n").skip(1).map(|it| it.split("```").next().unwrap());
        let quoted: Vec<&str> = quoted.flat_map(str::lines).collect();
        assert_eq!(quoted.len(), 2);
        for line in quoted {
            assert!(found.text().lines().any(|it| it == line), "not printed: {line}");
        }
    }
}
