//! Sheets of workbooks as people and programs make them.

use std::fmt::Write as _;

use super::*;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A sheet: its name, its attributes in the list, and its content.
type Sheet<'a> = (&'a str, &'a str, &'a str);

/// A workbook with these sheets, these codes of number formats, and more in its list of sheets.
fn book(sheets: &[Sheet<'_>], formats: &[&str], more: &str) -> Vec<u8> {
    let (mut listed, mut relations) = (String::new(), String::new());
    for (index, (name, attributes, _)) in sheets.iter().enumerate() {
        write!(listed, r#"<sheet name="{name}" sheetId="1" r:id="s{index}" {attributes}/>"#)
            .unwrap();
        write!(relations, r#"<Relationship Id="s{index}" Type="{OFFICE}/worksheet" Target="worksheets/{index}.xml"/>"#).unwrap();
    }
    let (mut codes, mut styles) = (String::new(), r#"<xf numFmtId="0"/>"#.to_owned());
    for (code, id) in formats.iter().zip(164..) {
        // A number is that of a format which every program knows.
        if code.parse::<u32>().is_ok() {
            write!(styles, r#"<xf numFmtId="{code}"/>"#).unwrap();
        } else {
            let code = code.replace('"', "&quot;");
            write!(codes, r#"<numFmt numFmtId="{id}" formatCode="{code}"/>"#).unwrap();
            write!(styles, r#"<xf numFmtId="{id}"/>"#).unwrap();
        }
    }
    let mut parts = vec![
        (
            "xl/workbook.xml".to_owned(),
            format!(r#"<workbook xmlns:r="{OFFICE}">{more}<sheets>{listed}</sheets></workbook>"#),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!("<Relationships>{relations}</Relationships>"),
        ),
        (
            "xl/styles.xml".to_owned(),
            format!(
                "<styleSheet><numFmts>{codes}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>"
            ),
        ),
    ];
    for (index, (.., sheet)) in sheets.iter().enumerate() {
        parts.push((
            format!("xl/worksheets/{index}.xml"),
            format!("<worksheet>{sheet}</worksheet>"),
        ));
    }
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(part.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn text(text: &str) -> String {
    format!(r#"<c t="str"><v>{text}</v></c>"#)
}

/// Rows of a sheet, each of cells; what does not begin with `<` is a text.
fn rows(rows: &[&[&str]]) -> String {
    let cell = |it: &&str| if it.starts_with('<') { (*it).to_owned() } else { text(it) };
    let row = |row: &&[&str]| format!("<row>{}</row>", row.iter().map(cell).collect::<String>());
    format!("<sheetData>{}</sheetData>", rows.iter().map(row).collect::<String>())
}

fn check(bytes: &[u8], more: &[&str]) -> Run {
    fed(&[&["check", "-s", "enterprise", "-f", "ndjson", "-"], more].concat(), bytes)
}

/// The measured revenue of the first enterprise, or its faults with what was given.
fn revenue(header: &str, cell: &str, formats: &[&str]) -> String {
    let sheet = rows(&[&["企业名称", "从业人员", header], &["甲", "<c><v>200</v></c>", cell]]);
    let run = check(&book(&[("a", "", &sheet)], formats, ""), &[]);
    let row = run.lines().swap_remove(0);
    if let Some(faults) = row["faults"].as_array().filter(|it| !it.is_empty()) {
        let fault = |it: &Value| {
            let [code, given] = ["code", "given"].map(|key| it[key].as_str().unwrap().to_owned());
            format!("{code} {given}")
        };
        return faults.iter().map(fault).collect();
    }
    let bounds = finding(&row, "enterprise.cooperation_partner")["bounds"].clone();
    let measured = bounds.as_array().unwrap().iter().map(|it| it["measured"].to_string());
    measured.filter(|it| it != "\"200\"").collect()
}

#[test]
fn numbers_are_read_as_their_formats_show_them() {
    let unreadable = "unreadable_cell \"52000000\"";
    let yuan = "\"52000000.00\"";
    let many = "\"520000000000.00\"";
    for (header, format, expected) in [
        ("销售收入（万元）", "0", many),
        ("销售收入（万元）", "#,##0.00", many),
        ("销售收入（万元）", "_ \"¥\"* #,##0.00_ ", many),
        ("销售收入（万元）", "0.00\"万元\"", many),
        ("销售收入（万元）", "0!.0,\"万元\"", unreadable),
        ("销售收入（万元）", "0!.0000\"万元\"", unreadable),
        ("销售收入", "0!.0,\"万元\"", unreadable),
        ("销售收入", "#,##0,", unreadable),
        ("销售收入", "0,,\"百万\"", unreadable),
        ("销售收入", "0.00\"万元\"", unreadable),
        ("销售收入（万元）", "0.00\"元\"", unreadable),
        ("销售收入（万元）", "[$$-409]#,##0.00", unreadable),
        ("销售收入", "0.00\"元\"", yuan),
        ("销售收入", "0%", unreadable),
        ("销售收入", "9", unreadable),
        ("销售收入", ";;;", unreadable),
        ("销售收入", "[>=10000]0!.0,\"万\";0", unreadable),
        ("销售收入", "G/通用格式", yuan),
        ("销售收入", "yyyy-mm-dd", unreadable),
    ] {
        let found = revenue(header, r#"<c s="1"><v>52000000</v></c>"#, &[format]);
        assert_eq!(found, expected, "{header} {format}");
    }
}

#[test]
fn cells_without_a_certain_value_are_faults() {
    for (cell, expected) in [
        ("<c><f>1+1</f></c>", "unreadable_cell \"=1+1\""),
        ("<c><f>1+1</f><v></v></c>", "unreadable_cell \"=1+1\""),
        ("<c><f>1+1</f><v/></c>", "unreadable_cell \"=1+1\""),
        ("<c><f t='shared' si='0'/></c>", "unreadable_cell \"=\""),
        ("<c><f>1+1</f><v>2</v></c>", "\"2.00\""),
        ("<c t='str'><f>IF(1,\"\")</f><v></v></c>", "null"),
        ("<c t='e'><f>1/0</f><v>#DIV/0!</v></c>", "unreadable_cell \"#DIV/0!\""),
        ("<c t='e'><v>#N/A</v></c>", "unreadable_cell \"#N/A\""),
        (
            "<c t='inlineStr'><is><r><t>200</t></r><r><rPr><vertAlign val='superscript'/></rPr>\
             <t>1</t></r></is></c>",
            "unreadable_cell \"200¹\"",
        ),
        (
            "<c t='inlineStr'><is><r><rPr><strike/></rPr><t>1</t></r><r><t>200</t></r></is></c>",
            "unreadable_cell \"1200\"",
        ),
        (
            "<c t='inlineStr'><is><r><rPr><b/></rPr><t>12</t></r><r><t>00</t></r></is></c>",
            "\"1200.00\"",
        ),
        ("<c t='n'><v> 1.2E3 </v></c>", "\"1200.00\""),
        ("<c/>", "null"),
        ("<c><v/></c>", "null"),
    ] {
        assert_eq!(revenue("销售收入", cell, &[]), expected, "{cell}");
    }
    // In a column that is not used, and in a text, they do no harm.
    let small = "<c t='inlineStr'><is><r><t>甲</t></r><r><rPr><vertAlign val='superscript'/></rPr>\
                 <t>1</t></r></is></c>";
    let sheet = rows(&[&["企业名称", "备注"], &[small, "<c><f>1</f></c>"]]);
    let run = check(&book(&[("a", "", &sheet)], &[], ""), &[]);
    assert_eq!(run.faults(), [Vec::<String>::new()]);
    let name = rows(&[&["企业名称"], &["<c t='e'><v>#N/A</v></c>"]]);
    let run = check(&book(&[("a", "", &name)], &[], ""), &["--lang", "en"]);
    assert_eq!(run.faults(), [["unreadable_cell"]]);
    let header = rows(&[&["企业名称", "<c><f>A1</f></c>"], &["甲", "1"]]);
    let run = check(&book(&[("a", "", &header)], &[], ""), &[]);
    assert_eq!((run.code, run.text()), (2, ""));
    assert!(run.err.contains("第 1 行的表头中有公式没有保存的结果"), "{}", run.err);
}

#[test]
fn results_of_programs_that_do_not_calculate_are_not_trusted() {
    let sheet = rows(&[
        &["企业名称", "从业人员"],
        &["甲", "<c><f>1+1</f><v>0</v></c>"],
        &["乙", "<c><f>1+1</f><v>2</v></c>"],
        &["丙", "<c><v>0</v></c>"],
    ]);
    let stale = book(&[("a", "", &sheet)], &[], "<calcPr fullCalcOnLoad=\"1\"/>");
    let run = check(&stale, &[]);
    assert_eq!(run.faults(), [vec!["unreadable_cell".to_owned()], vec![], vec![]]);
    assert!(run.err.contains("1 个公式所保存的结果可能不是最新的（首个在第 3 行）"), "{}", run.err);
    let run = check(&book(&[("a", "", &sheet)], &[], ""), &[]);
    assert_eq!((run.faults().concat().len(), run.err.as_str()), (0, ""));
}

/// Whether teachers with these days of evaluation are judged.
fn days(cells: &[&str], formats: &[&str], more: &str) -> Vec<bool> {
    let head: &[&str] = &["姓名", "评价日期", "学校类别", "教师类别", "入职日期"];
    let sheet = cells.iter().map(|day| vec!["甲", day, "中职", "专业教师", "2020-09-01"]);
    let sheet: Vec<Vec<&str>> = std::iter::once(head.to_vec()).chain(sheet).collect();
    let sheet = rows(&sheet.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let bytes = book(&[("a", "", &sheet)], formats, more);
    let run = fed(&["check", "-s", "teacher", "-f", "ndjson", "-"], &bytes);
    assert_eq!(run.lines().len(), cells.len(), "{}", run.err);
    run.faults().iter().map(Vec::is_empty).collect()
}

#[test]
fn dates_are_read_in_all_formats() {
    for format in [
        "14",
        "22",
        "27",
        "31",
        "36",
        "50",
        "57",
        "58",
        "yyyy-mm-dd",
        "yyyy\"年\"m\"月\"d\"日\";@",
        "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@",
        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
        "e\"年\"m\"月\"d\"日\"",
    ] {
        let cells = ["<c s='1'><v>45657</v></c>", "<c s='1'><v>45657.5</v></c>"];
        assert_eq!(days(&cells, &[format], ""), [true, false], "{format}");
    }
    let from_1904 = "<workbookPr date1904=\"1\"/>";
    assert_eq!(days(&["<c s='1'><v>44195</v></c>"], &["14"], from_1904), [true]);
    let iso = ["<c t='d'><v>2024-12-31</v></c>", "<c t='d'><v>2024-12-31T00:00:00Z</v></c>"];
    assert_eq!(days(&iso, &[], ""), [true, true]);
    let none = ["<c s='1'><v>60</v></c>", "<c s='1'><v>-1</v></c>", "<c s='2'><v>45657</v></c>"];
    assert_eq!(days(&none, &["14", "[h]:mm"], ""), [false, false, false]);
}

#[test]
fn the_first_sheet_that_is_visible_and_not_empty_is_read() {
    let table = |name: &str| rows(&[&["企业名称"], &[name]]);
    let (one, two) = (table("甲"), table("乙"));
    let empty = "<sheetData><row/><row><c s='0'/></row></sheetData>";
    let sheets: [Sheet<'_>; 5] = [
        ("旧", "state='hidden'", &one),
        ("更旧", "state='veryHidden'", &one),
        ("空", "", empty),
        ("长沙市", "", &two),
        (" 株洲市 ", "", &one),
    ];
    let name = |run: &Run| {
        let lines = run.lines();
        lines.iter().map(|it| it["row"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    let bytes = book(&sheets, &[], "");
    let run = check(&bytes, &[]);
    let notes = [
        "-: 读取的是工作表“长沙市”，它前面的工作表是空的。",
        "-: 另有工作表未读： 株洲市 ；可用 --sheet 指定，--sheet '*' 为全部。",
    ];
    assert_eq!((run.err.lines().collect::<Vec<_>>(), name(&run)), (notes.to_vec(), vec![0]));
    let run = check(&bytes, &["--sheet", "*"]);
    assert_eq!((run.err.as_str(), name(&run)), ("", vec![0, 1]));
    let run = check(&bytes, &["--sheet", "旧"]);
    assert_eq!((run.err.as_str(), name(&run)), ("", vec![0]));
    let run = check(&bytes, &["--sheet", "株洲市"]);
    let listed = "-: 没有这个工作表；有：“旧”、“更旧”、“空”、“长沙市”、“ 株洲市 ”\n";
    assert_eq!((run.code, run.err.as_str()), (2, listed));
    let run = check(&book(&[("空", "", empty)], &[], ""), &[]);
    assert_eq!((run.code, run.text()), (2, ""));
    assert!(run.err.contains("显示的工作表都是空的；有：“空”"), "{}", run.err);
}

#[test]
fn a_workbook_without_a_worksheet_is_refused() {
    let chart = r#"<sheets><sheet name="图" sheetId="1" r:id="chart"/></sheets>"#;
    let refused = [("", "工作簿已损坏"), (chart, "工作簿中没有数据工作表，只有图表等")];
    for (more, said) in refused {
        let run = check(&book(&[], &[], more), &[]);
        assert_eq!((run.code, run.text()), (2, ""));
        assert!(run.err.contains(said), "{}", run.err);
    }
}

#[test]
fn each_of_all_sheets_is_an_input() {
    let (one, none) = (rows(&[&["企业名称"], &["甲"], &["合计"]]), rows(&[&["地区"], &["乙"]]));
    let bytes = book(&[("长沙市", "", &one), ("株洲市", "", &none), ("湘潭市", "", &one)], &[], "");
    let path = file("cities.xlsx", &bytes);
    let path = path.to_str().unwrap();
    let said_in = file("cities-notes.json", b"");
    let said_in = said_in.to_str().unwrap();
    let all = ["check", "-s", "enterprise", "--sheet", "*", "--notes", said_in, path];
    let run = run(&[&all[..], &["-f", "ndjson"]].concat());
    assert_eq!(run.code, 2);
    let lines = run.lines();
    let of = |key: &str| lines.iter().map(|it| it[key].clone()).collect::<Vec<_>>();
    assert_eq!(of("file"), [format!("{path}: 长沙市"), format!("{path}: 湘潭市")]);
    assert_eq!((of("row"), of("line")), (vec![0.into(), 2.into()], vec![2.into(), 2.into()]));
    let said: Vec<&str> = run.err.lines().collect();
    assert_eq!(said.len(), 3, "{}", run.err);
    for (line, city) in said.iter().zip(["长沙市", "株洲市", "湘潭市"]) {
        assert!(line.starts_with(&format!("{path}: {city}: ")), "{line}");
    }
    let notes: Value = serde_json::from_slice(&fs::read(said_in).unwrap()).unwrap();
    let notes = notes.as_array().unwrap().iter().map(|it| (&it["file"], &it["sheet"]));
    let expected = ["长沙市", "湘潭市"].map(|city| (Value::from(path), Value::from(city)));
    assert!(notes.eq(expected.iter().map(|(file, sheet)| (file, sheet))));
}

#[test]
fn the_other_sheets_are_named_also_without_a_header() {
    let (cover, table) = (rows(&[&["填报说明"]]), rows(&[&["企业名称"], &["甲"]]));
    let bytes = book(&[("封面", "", &cover), ("企业", "", &table)], &[], "");
    for form in ["text", "ndjson", "xlsx"] {
        let run = fed(&["check", "-s", "enterprise", "-f", form, "-"], &bytes);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("-: 另有工作表未读：企业；"), "{form}: {}", run.err);
    }
}

#[test]
fn merged_cells_of_two_header_rows_belong_together() {
    let head = rows(&[
        &["企业名称", "营收", "<c/>", "<c/>"],
        &["<c/>", "2022", "2023", "从业人员"],
        &["甲", "<c><v>1</v></c>", "<c><v>2</v></c>", "<c><v>200</v></c>"],
    ]);
    let merged = "<mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:C1'/></mergeCells>";
    let map = ["--header-row", "1-2", "--map", "营收/2023=sales_revenue_yuan:万元"];
    let run = check(&book(&[("a", "", &format!("{head}{merged}"))], &[], ""), &map);
    let bounds = finding(&run.lines()[0], "enterprise.cooperation_partner")["bounds"].to_string();
    assert!(bounds.contains("\"20000.00\"") && bounds.contains("\"200\""), "{}", run.err);
}

#[test]
fn merged_cells_give_their_value_to_all_rows() {
    let merged = |rows: &str, ranges: &[&str]| {
        let ranges = ranges.iter().map(|it| format!("<mergeCell ref='{it}'/>"));
        let ranges = ranges.collect::<String>();
        check(
            &book(&[("a", "", &format!("{rows}<mergeCells>{ranges}</mergeCells>"))], &[], ""),
            &[],
        )
    };
    let table = rows(&[
        &["企业名称", "从业人员", "备注"],
        &["甲", "<c><v>1200</v></c>", "x"],
        &["乙", "<c/>", "<c/>"],
        &["丙"],
        &["丁", "<c><v>50</v></c>"],
    ]);
    let run = merged(&table, &["B2:B4", "C2:C4"]);
    let measured = |run: &Run| {
        let lines = run.lines();
        let bounds = lines.iter().map(|row| {
            let rule = "enterprise.cooperation_partner";
            let found = row["report"].is_object().then(|| finding(row, rule)["bounds"].to_string());
            ["1200", "50"].into_iter().find(|it| {
                found
                    .as_ref()
                    .is_some_and(|found| found.contains(&format!("\"measured\":\"{it}\"")))
            })
        });
        bounds.collect::<Vec<_>>()
    };
    assert_eq!(measured(&run), [Some("1200"), Some("1200"), Some("1200"), Some("50")]);
    let note = "-: 列 `从业人员`：2 个单元格取上方合并单元格的值（首个在第 3 行）。\n";
    assert!(run.err.ends_with(note) && run.err.lines().count() == 2, "{}", run.err);

    // Another value that the sheet does not show is a fault.
    let run = merged(&table, &["B2:B5"]);
    assert_eq!(run.faults().concat(), ["unreadable_cell"]);
    // A merged header is no value.
    let run = merged(&table, &["A1:B1", "C1:C3"]);
    assert_eq!(measured(&run), [None; 4]);
    // Ranges that overlap, or are none, are damage.
    for ranges in [&["B2:B4", "A3:B3"][..], &["B2:A1"], &["x"]] {
        let run = merged(&table, ranges);
        assert!(run.code == 2 && run.err.contains("已损坏"), "{}", run.err);
    }
}

#[test]
fn rows_that_are_hidden_are_noted() {
    let hidden = rows(&[&["企业名称"], &["甲"], &["乙"], &["丙"]])
        .replacen("</row><row>", "</row><row hidden='0'>", 1)
        .replacen("</row><row>", "</row><row hidden='1'>", 2);
    let run = check(&book(&[("a", "", &hidden)], &[], ""), &[]);
    assert_eq!(run.err, "-: 2 行是隐藏的（首个在第 3 行），也已读取。\n");
}

#[test]
fn columns_that_are_hidden_but_used_are_noted() {
    let cells =
        rows(&[&["企业名称", "在职员工", "地区", "顶岗实践岗位数"], &["甲", "3200", "长沙", "16"]]);
    let noted =
        |columns: &str| check(&book(&[("a", "", &[columns, &cells].concat())], &[], ""), &[]).err;
    let hidden = "<cols><col min='1' max='1'/><col min='2' max='3' hidden='1'/></cols>";
    let unused = "-: 未使用的列：地区。\n";
    let note = "-: 在职员工：工作表中隐藏的列，也已使用。\n";
    assert_eq!(noted(hidden), [unused, note].concat());
    // One that is not used does not matter.
    assert_eq!(noted("<cols><col min='3' max='3' hidden='1'/></cols>"), unused);
    let all =
        "<cols><col min='1' max='2' hidden='true'/><col min='4' max='16384' hidden='1'/></cols>";
    let note = "-: 企业名称、在职员工、顶岗实践岗位数：工作表中隐藏的列，也已使用。\n";
    assert_eq!(noted(all), [unused, note].concat());
}

#[test]
fn cells_that_stand_twice_or_out_of_order_are_damage() {
    for (row, line) in [
        ("<row r='2'><c r='A2'><v>1</v></c><c r='A2'><v>2</v></c></row>", 2),
        ("<row r='2'><c r='B2'><v>1</v></c><c r='A2'><v>2</v></c></row>", 2),
        ("<row r='2'><c r='A2'><v>1</v></c><c/><c r='B2'><v>2</v></c></row>", 2),
        ("<row r='2'><c r='A3'><v>1</v></c></row>", 2),
        ("<row r='2'><c><v>1</v></c></row><row r='2'><c><v>1</v></c></row>", 2),
        ("<row r='3'/><row r='2'><c><v>1</v></c></row>", 2),
        ("<row r='1'><c><v>1</v></c></row>", 1),
    ] {
        let sheet = rows(&[&["企业名称"]]).replace("</sheetData>", &format!("{row}</sheetData>"));
        let run = check(&book(&[("a", "", &sheet)], &[], ""), &[]);
        let message = format!("工作簿已损坏：第 {line} 行");
        assert!(run.code == 2 && run.err.contains(&message), "{row}: {}", run.err);
    }
}

#[test]
fn what_is_no_workbook_is_named() {
    let sound = book(&[("a", "", &rows(&[&["企业名称"], &["甲"]]))], &[], "");
    assert_eq!(check(&sound, &[]).err, "");
    let zip = |name: &str| {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.finish().unwrap().into_inner()
    };
    for (bytes, expected) in [
        (sound[..sound.len() / 2].to_vec(), "工作簿不完整（已损坏）"),
        (zip("xl/workbook.bin"), "这是 XLSB 工作簿；请用"),
        (zip("content.xml"), "Office 文档，不是工作簿；请改用"),
        (zip("word/document.xml"), "Office 文档，不是工作簿；请改用"),
        (zip("a.txt"), "这不是 XLSX 工作簿"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".repeat(99), "请用 Excel 或 WPS 另存为 XLSX"),
    ] {
        let run = check(&bytes, &["--input", "xlsx"]);
        assert_eq!((run.code, run.text()), (2, ""));
        assert!(run.err.contains(expected), "{}", run.err);
    }
}

#[test]
fn it_does_not_matter_how_a_sheet_is_written() {
    let plain = "<sheetData><row r='1'><c r=\"A1\" t=\"str\"><v>企业名称</v></c><c r=\"C1\" t=\"str\">\
                 <v>职工总数</v></c></row><row r='3'><c r=\"A3\" t=\"str\"><v>甲&amp;乙</v></c>\
                 <c r=\"B3\"/><c r=\"C3\"><v>12</v></c></row></sheetData>";
    let answers = check(&book(&[("a", "", plain)], &[], ""), &[]).lines();
    assert_eq!(answers.len(), 1);
    for (from, to) in [
        ("><", ">\n\t <"),
        ("</c><c", "</c>\u{20}<c"),
        ("</c><c", "</c><!-- c --><c"),
        ("<c ", "<c\n"),
        ("\"", "'"),
        (" r='3'", " r='3' ht=\"14\" x:dy=\"0.2\""),
        ("<c r=", "<c cm=\"1\" r="),
        ("<v>12</v>", "<f>6+6</f><v>12</v><extLst><ext><v>3</v></ext></extLst>"),
        ("<v>12</v>", "<v><![CDATA[12]]></v>"),
        ("<v>12</v>", "<v>1<!-- 1 -->2</v>"),
        ("<v>12</v>", "<v>&#x31;2</v>"),
        ("<c r=\"B3\"/>", ""),
        ("r=\"A3\" ", ""),
        ("<c ", "<x:c "),
        ("甲&amp;乙", "_x7532_&amp;乙"),
        ("<sheetData>", "<cols><col min='1'/></cols><sheetData>"),
    ] {
        let sheet = plain.replace(from, to);
        let sheet = if to == "<x:c " { sheet.replace("</c>", "</x:c>") } else { sheet };
        assert_ne!(sheet, plain);
        let run = check(&book(&[("a", "", &sheet)], &[], ""), &[]);
        assert_eq!(run.lines(), answers, "{from} {to}: {}", run.err);
    }
}
