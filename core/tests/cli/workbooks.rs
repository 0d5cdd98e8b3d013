//! Workbooks, read and written.

use super::*;

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
    assert!(unknown.err.contains("没有这个工作表；有：“封面”、“教师”"), "{}", unknown.err);
}

#[test]
fn a_sheet_ends_with_its_last_row() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, (head, cell)) in
        (0..).zip([("school_kind", "中职"), ("standard_yuan", "15000.00")])
    {
        sheet.write(0, column, head).unwrap();
        sheet.write(1, column, cell).unwrap();
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let run = fed(&["check", "-s", "funding_standard", "-f", "ndjson", "-"], &bytes);
    assert_eq!((run.code, run.err.as_str(), run.lines().len()), (0, "", 1));
}

const NO_TEXTS: &str = "<sst></sst>";

/// A workbook with one sheet and a table of shared strings, both written as given.
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
fn a_damaged_workbook_is_reported() {
    let texts = r#"<sst uniqueCount="1"><si><t>name</t></si></sst>"#;
    let head = r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#;
    let sound = format!("<sheetData>{head}</sheetData>");
    let arguments = ["check", "-s", "enterprise", "-f", "ndjson", "-"];
    // What a sheet says of its size does not matter.
    for size in ["", r#"<dimension ref="B2:A1"/>"#, r#"<dimension ref="A1:XFD1048576"/>"#] {
        let run = fed(&arguments, &crafted(&format!("{size}{sound}"), texts));
        assert_eq!((run.code, run.err.as_str()), (1, "-: 表中没有一条记录\n"));
    }
    let with = |row: &str| format!("<sheetData>{head}{row}</sheetData>");
    for (sheet, texts) in [
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
    // A sheet that breaks off is read as far as it goes.
    for sheet in [sound.replace("</sheetData>", ""), format!("<sheetData>{head}<row r=")] {
        let run = fed(&arguments, &crafted(&sheet, texts));
        assert_eq!((run.code, run.text()), (2, ""), "{sheet}");
        assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    }
    assert_eq!(fed(&arguments, &crafted(&sound, NO_TEXTS)).code, 2);
}

#[test]
fn a_workbook_that_decompresses_to_too_much_is_refused() {
    let long = "x".repeat(80 << 20);
    let cell = format!("<sheetData><row><c t=\"str\"><v>{long}</v></c></row></sheetData>");
    for bytes in
        [crafted(&cell, NO_TEXTS), crafted("", &format!("<sst><si><t>{long}</t></si></sst>"))]
    {
        assert!(bytes.len() < 1 << 20);
        let run = fed(&["check", "-s", "enterprise", "--lang", "en", "-"], &bytes);
        assert_eq!((run.code, run.text()), (2, ""));
        assert!(run.err.contains("the decompressed workbook is too large"), "{}", run.err);
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
    assert_eq!(run.code, 1);
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

/// A workbook with these columns, each a header and numbers.
fn numbers(columns: &[(&str, &[impl IntoExcelData + Copy])]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, (header, numbers)) in (0..).zip(columns) {
        sheet.write(0, column, *header).unwrap();
        for (row, number) in (1..).zip(*numbers) {
            sheet.write(row, column, *number).unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// What was given for the faults of each row.
fn given(run: &Run) -> Vec<String> {
    let given = |row: &Value| {
        let faults = row["faults"].as_array().unwrap().iter();
        faults.map(|fault| fault["given"].as_str().unwrap()).collect::<Vec<_>>().join(" ")
    };
    run.lines().iter().map(given).collect()
}

#[test]
fn numbers_of_a_workbook_are_read_as_spreadsheets_show_them() {
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
    let bytes = workbook.save_to_buffer().unwrap();
    let run = fed(&["check", "-s", "enterprise", "-f", "ndjson", "-"], &bytes);
    assert_eq!(given(&run), ["0.3"]);
    assert_eq!(run.err, "-: 列 `年培训`：1 个数按 15 位有效数字读取，与电子表格所显示的一致。\n");

    let bytes = numbers(&[
        (
            "工资总额（元）",
            &[0.1 + 0.2, 1_234_567.890_000_000_1, 0.105, 9_999_999_999_999.998, 1e13],
        ),
        ("实际支出", &[10_000_000_000_000.002, 0.0, -0.0, 2.0, 3.0]),
        ("职工总数", &[2_999.999_999_999_999_5, 3_000.0, 3_000.0, 1.0, 1.0]),
        ("未知", &[0.1 + 0.2, 0.1 + 0.2, 0.0, 0.0, 0.0]),
    ]);
    let map = ["--map", "实际支出=training_fund_spent_yuan:元"];
    let arguments =
        [&["check", "-s", "enterprise", "-f", "ndjson", "--lang", "en", "-"], &map[..]].concat();
    let run = fed(&arguments, &bytes);
    assert_eq!(given(&run), ["10000000000000.002", "", "0.105", "", ""]);
    let notes = [
        "-: unused columns: 未知.",
        "-: column `工资总额（元）`: 3 numbers were read with fifteen significant digits, as spreadsheets show them.",
        "-: column `职工总数`: 1 number was read with fifteen significant digits, as spreadsheets show them.",
    ];
    assert_eq!(run.err.lines().collect::<Vec<_>>(), notes);

    // A long header is shortened: with the note, it would not fit in a cell of the workbook.
    let header = "\u{7f}".repeat(32_767);
    let map = format!("{header}=total_wages_yuan");
    let bytes = numbers(&[(&header, &[0.1 + 0.2])]);
    let run = fed(&["check", "-s", "enterprise", "-f", "xlsx", "--map", &map, "-"], &bytes);
    let shown = "\u{fffd}".repeat(60);
    assert_eq!(run.code, 1, "{}", run.err);
    let note = format!("列 `{shown}…`：1 个数按");
    let summary = cells(run.out, "汇总");
    assert!(summary.iter().any(|row| row[0].to_string().starts_with(&note)), "{summary:?}");
}

#[test]
fn numbers_in_a_text_table_are_exact() {
    let table = "工资总额（元）,职工总数\n0.30000000000000004,1\n333333.333,1\n";
    for more in [&[][..], &["--round-money"]] {
        let run = enterprises(table, more);
        assert_eq!(given(&run), ["0.30000000000000004", "333333.333"]);
        assert_eq!(run.err, "");
    }
}

#[test]
fn amounts_in_a_workbook_are_rounded_if_asked() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "销售收入（万元）").unwrap();
    sheet.write(0, 1, "职工总数").unwrap();
    sheet.write(1, 0, 100.0 / 3.0).unwrap();
    sheet.write(2, 0, 0.000_010_5).unwrap();
    sheet.write(3, 0, "33.33333333").unwrap();
    sheet.write(4, 0, 12.5).unwrap();
    sheet.write(5, 1, 3_000.000_001).unwrap();
    let path = file("money.xlsx", workbook.save_to_buffer().unwrap());
    let path = path.to_str().unwrap();
    let check = |more: &[&str]| run(&[&["check", "-s", "enterprise"][..], more, &[path]].concat());

    let exact = check(&["-f", "ndjson"]);
    // The values that are given are those of the sheet.
    let values = ["33.3333333333333", "0.0000105", "33.33333333", "", "3000.000001"];
    assert_eq!(given(&exact), values);
    let rounded = check(&["-f", "ndjson", "--round-money"]);
    assert_eq!(given(&rounded), ["", "0.0000105", "33.33333333", "", "3000.000001"]);
    let partner = finding(&rounded.lines()[0], "enterprise.cooperation_partner").clone();
    assert_eq!(partner["bounds"][0]["measured"], "333333.33");

    // The help is given where the option helps: not for a text, nor for what is too far away.
    let summary = check(&["--lang", "en"]);
    let helps: Vec<&str> =
        summary.text().lines().filter(|line| line.contains("--round-money")).collect();
    assert_eq!(helps.len(), 1, "{}", summary.text());
    assert!(helps[0].ends_with("Given: 33.3333333333333  `--round-money` rounds it to 333333.33"));

    let shown = "列 `销售收入（万元）`：1 个数按 15 位有效数字读取，与电子表格所显示的一致。";
    let touched = "列 `销售收入（万元）`：1 个金额四舍五入到分。";
    let summary = check(&["--round-money"]);
    assert_eq!(summary.err, "");
    let notes = format!("\n读取说明：2 条\n  {shown}\n  {touched}\n");
    assert!(summary.text().contains(&notes), "{}", summary.text());
    let twice = run(&["check", "-s", "enterprise", "--round-money", path, path]);
    let notes = format!("  {path}: {shown}\n  {path}: {touched}\n").repeat(2);
    let notes = format!("\n读取说明：4 条\n{notes}");
    assert!(twice.text().contains(&notes), "{}", twice.text());

    let book = check(&["-f", "xlsx", "--round-money"]);
    let first = cells(book.out, "汇总").into_iter().map(|mut row| row.swap_remove(0));
    let texts = ["读取说明", shown, touched].map(|it| Data::String(it.to_owned()));
    let notes = first.skip_while(|cell| *cell != texts[0]).take(3);
    assert_eq!(notes.collect::<Vec<_>>(), texts);
}

#[test]
fn a_workbook_is_written_with_four_sheets_and_no_formula() {
    let table = concat!(
        "name,size_class,teacher_posts,teacher_posts_mentored,sales_revenue_yuan\n",
        "=1+1,medium,14,12,1\n",
        "000157,small,0,0,1\n",
        "甲\u{1}\u{b}乙,huge,1,1,1\n",
    );
    let run = fed(&["check", "-s", "enterprise", "-f", "xlsx", "-"], table.as_bytes());
    assert_eq!(run.code, 2, "{}", run.err);
    let text = |text: &str| Data::String(text.to_owned());
    let rows = cells(run.out.clone(), "结论");
    assert_eq!(rows.len(), 4);
    let headers = ["序号", "行号", "企业名称", "结论", "5.1a 参与公办职业学校办学"].map(text);
    assert_eq!(rows[0][..5], headers);
    assert_eq!(rows[1][..3], [Data::Float(0.0), Data::Float(2.0), text("=1+1")]);
    assert_eq!(rows[1][3], text("不符合文件要求"));
    assert_eq!(rows[2][2], text("000157"));
    let problems = cells(run.out.clone(), "问题");
    let column = |name: &str| problems[0].iter().position(|head| *head == text(name)).unwrap();
    let rule = column("规则");
    let mentored = text("顶岗实践有专人指导");
    let mentored = problems.iter().find(|row| row[rule] == mentored).unwrap();
    let cells_of = |row: &[Data], names: &[&str]| -> Vec<Data> {
        names.iter().map(|name| row[column(name)].clone()).collect()
    };
    assert_eq!(
        cells_of(mentored, &["类别", "效力", "判定", "单位"]),
        [text("义务"), text("强制"), text("不符合"), text("个")]
    );
    assert_eq!(
        cells_of(mentored, &["实际", "要求", "差", "超"]),
        [Data::Float(12.0), Data::Float(14.0), Data::Float(2.0), Data::Empty]
    );
    let invalid = problems.iter().find(|row| row[column("判定")] == text("有误，未判断"));
    assert_eq!(
        cells_of(invalid.unwrap(), &["序号", "行号", "实际"]),
        [Data::Float(2.0), Data::Float(4.0), text("huge")]
    );
    let keys = cells(run.out.clone(), "键名");
    for (label, key) in [
        ("企业名称", "name"),
        ("5.1a 参与公办职业学校办学", "enterprise.public_school_partner"),
        ("差", "shortfall"),
        ("不符合", "unmet"),
        ("强制", "mandatory"),
    ] {
        assert!(keys.contains(&vec![text(label), text(key)]), "{label}");
    }
    let counts = cells(run.out, "汇总");
    assert_eq!(counts[0][0], text("企业"));
    assert_eq!(counts.last().unwrap()[0], text(chanjiao::policy::VALIDITY.zh()));

    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("out.xlsx");
    let written = fed(
        &["check", "-s", "enterprise", "-f", "xlsx", "-o", path.to_str().unwrap(), "-"],
        table.as_bytes(),
    );
    assert_eq!((written.code, written.text()), (2, ""));
    assert_eq!(cells(fs::read(&path).unwrap(), "结论"), rows);
}

#[test]
fn an_excess_over_an_upper_bound_is_in_its_own_column() {
    let table = "host_interns,host_staff_on_post\n14,100\n";
    let arguments = ["check", "-s", "internship", "--lang", "en", "-f", "xlsx", "-"];
    let run = fed(&arguments, table.as_bytes());
    let problems = cells(run.out, "problems");
    let text = |text: &str| Data::String(text.to_owned());
    let column = |name: &str| problems[0].iter().position(|head| *head == text(name)).unwrap();
    let internship = chanjiao::subject("internship").unwrap();
    let mut rules = internship.rules().iter();
    let cap = rules.find(|rule| rule.id == "internship.host_cap_general").unwrap();
    let cap = problems.iter().find(|row| row[column("rule")] == text(cap.title.en()));
    let amounts =
        ["measured", "required", "shortfall", "excess"].map(|it| &cap.unwrap()[column(it)]);
    assert_eq!(amounts, [&Data::Float(14.0), &Data::Float(10.0), &Data::Empty, &Data::Float(4.0)]);
}

#[test]
fn the_problems_have_the_columns_of_findings() {
    let arguments = ["check", "-s", "visit", "--lang", "en", "-f", "xlsx", "-"];
    let run = fed(&arguments, b"start\n2024-01-01\n");
    let headers = cells(run.out, "problems").swap_remove(0);
    let columns = chanjiao::table::FindingColumn::ALL.iter().map(|column| match column.as_str() {
        "statement" => "clause",
        other => other,
    });
    let expected = ["row", "line"].into_iter().chain(columns).map(|it| Data::String(it.to_owned()));
    assert_eq!(headers, expected.collect::<Vec<_>>());
}
