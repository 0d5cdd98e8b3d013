//! The input: its formats, how they are detected, and errors in them.

use super::*;

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
        let records = |run: &Run| {
            run.lines().into_iter().map(|mut row| row["report"].take()).collect::<Vec<_>>()
        };
        assert_eq!(records(&run), records(&expected), "{input}");
    }
    let single = enterprises("{\n  \"name\": \"甲\"\n}\n", &[]);
    assert_eq!(single.lines().len(), 1);
    assert_eq!(enterprises("[]", &[]).code, 0);
}

#[test]
fn the_format_is_that_of_the_extension_or_the_option() {
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
fn gb18030_and_a_byte_order_mark_are_detected() {
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
    let sales = [0, 1].map(|row| finding(&run.lines()[row], rule)["bounds"][0]["measured"].clone());
    assert_eq!(sales, ["100000000.00", "99999999.90"]);
    let left_out = enterprises(table, &["--map", "营业收入="]);
    assert!(left_out.err.contains("未使用的列：行业、营业收入（百万元）"), "{}", left_out.err);
}

#[test]
fn ambiguous_and_wrong_headers_are_refused_by_name() {
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
fn an_invalid_row_does_not_affect_the_others() {
    let table = "name,staff_total\n甲,1\n乙\n丙,2,3\n\n,\n丁,\"1,00\"\n戊,4,\n己,5\n";
    let run = enterprises(table, &[]);
    assert_eq!(run.code, 2);
    let rows: Vec<u64> = run.lines().iter().map(|row| row["row"].as_u64().unwrap()).collect();
    // A row of blank cells is counted but skipped, like one with only a name; an empty line is not
    // even counted. The cells that a short row lacks are blank.
    assert_eq!(rows, [0, 2, 4, 5, 6]);
    assert!(run.err.contains("第 3 行只有名称，未作为记录：乙"), "{}", run.err);
    let none = Vec::<String>::new;
    let refused = || vec!["not_an_object".to_owned()];
    let expected = [none(), refused(), vec!["not_a_count".to_owned()], none(), none()];
    assert_eq!(run.faults(), expected);

    let text = fed(&["check", "-s", "enterprise", "-"], table.as_bytes());
    assert_eq!(text.code, 2);
    for expected in
        ["有误，未判断", "第 4 行", "这一行有 3 个单元格，表头有 2 个", "第 7 行  丁", "1,00"]
    {
        assert!(text.text().contains(expected), "{expected}: {}", text.text());
    }
}

#[test]
fn bytes_that_are_not_text_invalidate_their_row() {
    let arguments = ["check", "-s", "enterprise", "-f", "ndjson", "-"];
    let run = fed(&arguments, b"name,year\n\xe7\x94\xb2\xff\xff,2024\na,2024\n");
    assert_eq!(run.faults(), [vec!["not_an_object".to_owned()], vec![]]);
    let run = fed(&arguments, b"{\"name\": \"a\xff\"}\n{\"name\": \"a\"}\n{\"name\"\n");
    let not_json = || vec!["not_json".to_owned()];
    assert_eq!(run.faults(), [not_json(), vec![], not_json()]);
}

#[test]
fn a_line_that_is_too_long_is_a_fault() {
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
fn an_input_that_breaks_off_is_reported() {
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
fn an_unreadable_file_does_not_stop_the_others() {
    let path = file("readable.csv", "name\n甲\n");
    let path = path.to_str().unwrap();
    let run = run(&["check", "-s", "enterprise", "-f", "ndjson", path, "no-such-file.csv", path]);
    assert_eq!(run.code, 2);
    let rows: Vec<u64> = run.lines().iter().map(|row| row["row"].as_u64().unwrap()).collect();
    assert_eq!(rows, [0, 1], "rows are numbered across files");
    assert!(run.err.contains("no-such-file.csv: "), "{}", run.err);
}

#[test]
fn parameters_are_read_from_a_file() {
    let strict = file("strict.json", r#"{"training_coverage_share": "31"}"#);
    let table = "staff_total,trained_staff\n100,30\n";
    let run = enterprises(table, &[]);
    assert_eq!(verdict(&run.lines()[0], "enterprise.training_coverage"), "met");
    let run = enterprises(table, &["--parameters", strict.to_str().unwrap()]);
    assert_eq!(verdict(&run.lines()[0], "enterprise.training_coverage"), "unmet");
    let overridden = &run.lines()[0]["report"]["ruleset"]["overridden"];
    assert_eq!(overridden.to_string(), r#"{"training_coverage_share":"31"}"#);
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
fn a_cell_may_hold_a_list_of_periods() {
    let table = concat!(
        "姓名,评价日期,学校类别,教师类别,入职日期,实践经历\n",
        "甲,2026/12/31,中职,专业教师,2020年9月1日,2021-01-01..2021-12-31 企业; 2026-01-01.. 企业\n",
        "乙,2026/12/31,中职,专业教师,2020年9月1日,无\n",
    );
    let run = fed(&["check", "-s", "teacher", "-f", "ndjson", "-"], table.as_bytes());
    let rules = ["teacher.periodic_practice", "teacher.induction_practice"];
    let verdicts = [0, 1].map(|row| rules.map(|rule| verdict(&run.lines()[row], rule)));
    assert_eq!(verdicts, [["met", "met"], ["unmet", "unmet"]]);
}

/// Compressed with gzip.
fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn a_file_is_what_its_content_says() {
    let table = "企业名称,从业人员\n甲,1\n".as_bytes();
    let record = "{\"name\": \"甲\"}\n".as_bytes();
    for (name, content, said) in [
        ("content.xlsx", table.to_vec(), "按内容读取：CSV"),
        ("content.xls", table.to_vec(), "按内容读取：CSV"),
        ("content-table.json", table.to_vec(), "按内容读取：CSV"),
        ("content-record.csv", record.to_vec(), "按内容读取：NDJSON"),
        ("content-lines.json", record.repeat(2), "按内容读取：NDJSON"),
        ("content-list.ndjson", b"[{}]".to_vec(), "按内容读取：JSON"),
        ("content.csv.gz", gzipped(table), ""),
        ("content-gz.csv", gzipped(table), ""),
        ("content-one.json", record.to_vec(), ""),
        ("content-data.json", b"{\"data\": [{}]}".to_vec(), "记录看来在 `data` 的列表中"),
    ] {
        let path = file(name, &content);
        let run = run(&["check", "-s", "enterprise", "-f", "ndjson", path.to_str().unwrap()]);
        assert!(!run.lines().is_empty() && run.err.contains(said), "{name}: {}", run.err);
        assert_eq!(run.err.is_empty(), said.is_empty(), "{name}: {}", run.err);
    }
    let ole = [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 600]].concat();
    let older = b"\x09\x08\x10\0\0\x05".to_vec();
    let cut = gzipped(table);
    for (content, more, said) in [
        (ole.clone(), &[][..], "旧版 XLS（Excel 97–2003）读不出，请用 Excel 或 WPS 另存为 XLSX"),
        (older, &[], "这是旧版 XLS（Excel 97–2003）工作簿；请用 Excel 或 WPS 打开后另存为 XLSX"),
        (b"<html><table>".to_vec(), &[], "这是网页（HTML）；请用"),
        (b"%PDF-1.7\n".to_vec(), &[], "这是 PDF 文件；请改用"),
        (gzipped(&gzipped(table)), &[], "两层 gzip 压缩文件；请先解压"),
        (cut[..cut.len() - 9].to_vec(), &[], "压缩文件（gzip）已损坏或不完整"),
        (table.to_vec(), &["--input", "xlsx"], "这不是 XLSX，像是 CSV；请用 --input csv"),
        (ole, &["--input", "csv"], "这不是 CSV，像是 XLS；请用 --input xlsx"),
    ] {
        let arguments = [&["check", "-s", "enterprise", "-"][..], more].concat();
        let run = fed(&arguments, &content);
        assert_eq!((run.code, run.err.contains(said)), (2, true), "{said}: {}", run.err);
    }
}

#[test]
fn the_encoding_and_the_separator_are_noted_if_they_are_not_plain() {
    let arguments = ["check", "-s", "enterprise", "-f", "ndjson", "-"];
    let table = "企业名称,从业人员\n示例甲公司,12\n示例乙公司,3\n";
    let chinese = encoding_rs::GB18030.encode(table).0.into_owned();
    let little: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let json = encoding_rs::GB18030.encode("{\"name\": \"示例甲公司\"}").0.into_owned();
    let cut = [table.as_bytes(), &"丙".as_bytes()[..2], b",1\n"].concat();
    for (input, more, said) in [
        (table.as_bytes().to_vec(), &[][..], ""),
        (chinese.clone(), &[], ""),
        ([b"\xef\xbb\xbf", &chinese[..]].concat(), &[], "但内容是 GB18030（GBK）"),
        (little.clone(), &[], "看来是 UTF-16"),
        (little, &["--encoding", "utf-16"], "UTF-16"),
        (json, &[], "JSON 应为 UTF-8"),
        (cut, &[], "按 UTF-8 读取，但有的字节不是 UTF-8"),
        (table.replace(',', "；").into_bytes(), &[], "按全角分号（；）分隔"),
        (table.replace(',', "\t").into_bytes(), &[], "按制表符分隔"),
        (table.replace(',', "~").into_bytes(), &["--separator", "~"], ""),
        ([b"sep=,\n", table.as_bytes()].concat(), &[], ""),
    ] {
        let run = fed(&[&arguments[..], more].concat(), &input);
        assert_eq!(run.lines()[0]["name"], "示例甲公司", "{said}");
        assert!(run.err.contains(said) && run.err.is_empty() == said.is_empty(), "{}", run.err);
    }
}

#[test]
fn a_misplaced_quote_is_a_fault_of_its_row() {
    let table = "企业名称,从业人员,年度\n\"甲,1,2024\n乙\"集团\",2,2024\n丙,3,2024\n";
    let run = enterprises(table, &[]);
    assert_eq!(run.faults(), [vec!["not_an_object".to_owned()], vec![]]);
    let message = run.lines()[0]["faults"][0]["message"]["zh"].as_str().unwrap().to_owned();
    assert!(message.contains("引号有误") && message.contains("第 3 行"), "{message}");
}

#[test]
fn parameters_may_begin_with_a_mark_but_are_utf_8() {
    let marked = file("marked.json", "\u{feff}{\"training_coverage_share\": \"31\"}");
    let run = enterprises(
        "staff_total,trained_staff\n100,30\n",
        &["--parameters", marked.to_str().unwrap()],
    );
    assert_eq!(verdict(&run.lines()[0], "enterprise.training_coverage"), "unmet");
    let chinese = file("chinese.json", encoding_rs::GB18030.encode("{\"比例\": \"31\"}").0);
    let run = enterprises("name\n甲\n", &["--parameters", chinese.to_str().unwrap()]);
    assert!(run.err.contains("不是 UTF-8 编码"), "{}", run.err);
}

#[test]
fn rows_that_are_no_records_are_passed_over_with_notes() {
    let table = "序号,企业名称,从业人员\n1,示例甲公司,200\n2,,\n3,,\n,第1页 共2页,\n\
                 序号,企业名称,从业人员\n4,示例乙公司,300\n5,示例乙公司,300\n合计,,800\n注：略,,\n6,示例丙公司,1\n";
    let path = file("notes.json", "");
    let notes = path.to_str().unwrap();
    let run = enterprises(table, &["--skip-lines", "11", "--notes", notes]);
    let rows: Vec<u64> = run.lines().iter().map(|row| row["row"].as_u64().unwrap()).collect();
    assert_eq!(rows, [0, 5, 6]);
    let json = fs::read_to_string(&path).unwrap();
    let json: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    let found: Vec<_> = json
        .iter()
        .map(|it| {
            (it["code"].as_str().unwrap(), it["line"].as_u64(), it["count"].as_u64().unwrap())
        })
        .collect();
    assert_eq!(
        found,
        [
            ("unused_columns", None, 1),
            ("blank_row", Some(3), 2),
            ("total_row", Some(9), 1),
            ("remark_row", Some(10), 1),
            ("page_row", Some(5), 1),
            ("header_row", Some(6), 1),
            ("skipped_line", Some(11), 1),
            ("repeated_name", Some(8), 1),
        ]
    );
    let said: Vec<String> =
        json.iter().map(|it| format!("-: {}", it["zh"].as_str().unwrap())).collect();
    assert_eq!(run.err.lines().collect::<Vec<_>>(), said);
    // In the summary, they are with the result.
    let text = fed(&["check", "-s", "enterprise", "-"], table.as_bytes());
    assert_eq!(text.err, "");
    assert!(
        text.text().contains("第 9 行是合计或平均等汇总，未作为记录：合计 800。"),
        "{}",
        text.text()
    );
}

#[test]
fn a_second_table_or_a_unit_below_ends_the_input() {
    for (table, rows, expected) in [
        (
            "企业名称,从业人员\n示例甲公司,200\n单位名称,企业名称\n甲,乙\n",
            1,
            "第 3 行是另一个表的表头",
        ),
        ("企业名称,从业人员\n示例甲公司,200\n年度,职工总数\n2024,1\n", 1, "--header-row 3"),
        ("企业名称,销售收入\n示例甲公司,2\n注：金额单位为万元,\n示例乙公司,2\n", 1, "已按元判断"),
        ("企业名称,销售收入\n合计,2\n", 0, "表中没有一条记录"),
    ] {
        let run = enterprises(table, &[]);
        assert_eq!((run.code, run.lines().len()), (if rows == 0 { 1 } else { 2 }, rows), "{table}");
        assert!(run.err.contains(expected), "{}", run.err);
    }
}

#[test]
fn options_give_units_and_marks_for_missing_values() {
    let table = "企业名称,从业人员,营业额\n甲,200,12000\n乙,未知,—\n";
    let map = ["--map", "营业额=sales_revenue_yuan"];
    let with = |more: &[&str]| enterprises(table, &[&map, more].concat());
    let measured = |run: &Run| {
        let partner = finding(&run.lines()[0], "enterprise.cooperation_partner").clone();
        partner["bounds"][0]["measured"].as_str().unwrap().to_owned()
    };
    let run = with(&[]);
    assert_eq!((measured(&run).as_str(), run.faults()[1].len()), ("12000.00", 1));
    assert!(run.err.contains("营业额：表头没有单位，按元读取"), "{}", run.err);
    assert!(
        run.err.contains("列 `营业额`：1 个单元格视为未知，如 `—`（第 3 行）。"),
        "{}",
        run.err
    );

    let run = with(&["--unit", "销售收入=万元", "--missing", "未知，—"]);
    assert_eq!((measured(&run).as_str(), run.faults()[1].len()), ("120000000.00", 0));
    assert!(!run.err.contains("按元读取"), "{}", run.err);
    let run = enterprises(table, &["--map", "营业额=sales_revenue_yuan:亿元", "--missing", ""]);
    assert_eq!((measured(&run).as_str(), run.faults()[1].len()), ("1200000000000.00", 2));

    for (unit, expected) in [
        ("销售收入=万美元", "`万美元` 不是销售收入的单位"),
        ("销售收人=万元", "没有事实 `销售收人`"),
        ("销售收入", "expected FACT=UNIT"),
    ] {
        let run = with(&["--unit", unit]);
        assert_eq!((run.code, run.text()), (2, ""));
        assert!(run.err.contains(expected), "{}", run.err);
    }
}

#[test]
fn a_fault_of_a_cell_says_why_and_how_it_stands() {
    let table = "企业名称,销售收入（万元）,说明\n甲,\"1,2\",新建\n";
    let run = enterprises(table, &[]);
    let line = &run.lines()[0];
    let faults = line["faults"].as_array().unwrap();
    assert_eq!(faults[0]["given"], "\"1,2\"");
    assert!(faults[0]["help"]["zh"].as_str().unwrap().contains("千分位逗号"));
    assert!(faults[1]["help"]["zh"].as_str().unwrap().contains("--map 说明= 不用该列"));
}

#[test]
fn more_trained_than_there_are_is_noted() {
    let rows = ["乙,100,100\n"; 40].concat();
    for (trained, noted) in [("100", false), ("101", true), ("", false)] {
        let table =
            ["企业名称,职工总数,年度受训职工人数\n", &rows, "甲,100,", trained, "\n"].concat();
        // A workbook and JSON are judged by the same code as NDJSON.
        for form in ["text", "csv", "ndjson"] {
            let run = fed(&["check", "-s", "enterprise", "-f", form, "-"], table.as_bytes());
            let note = "1 条记录的年度受训职工人数超过职工总数，第一条为第 42 行";
            let found = [&run.err, run.text()].iter().any(|it| it.contains(note));
            assert_eq!(found, noted, "{trained} {form}: {}", run.err);
        }
    }
}
