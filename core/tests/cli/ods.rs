//! ODS workbooks.

use super::*;

/// An ODS workbook with these styles and these sheets, each an element.
fn ods(styles: &str, sheets: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>\
         </office:document-content>"
    );
    package(&[("content.xml", &content)])
}

/// An archive with the type of an ODS workbook and these parts.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let kind = ("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    for (index, (name, part)) in [kind].iter().chain(parts).enumerate() {
        let options = if index == 0 { stored } else { SimpleFileOptions::default() };
        archive.start_file(*name, options).unwrap();
        archive.write_all(part.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn table(name: &str, rows: &str) -> String {
    format!("<table:table table:name='{name}'>{rows}</table:table>")
}

fn text(text: &str) -> String {
    format!(
        "<table:table-cell office:value-type='string' calcext:value-type='string'>\
         <text:p>{text}</text:p></table:table-cell>"
    )
}

fn number(value: &str, style: &str) -> String {
    format!(
        "<table:table-cell table:style-name='{style}' office:value-type='float' \
         office:value='{value}'><text:p>shown</text:p></table:table-cell>"
    )
}

/// A row of cells; what does not begin with `<` is a text.
fn row(cells: &[&str]) -> String {
    let cell = |it: &&str| if it.starts_with('<') { (*it).to_owned() } else { text(it) };
    let cells: String = cells.iter().map(cell).collect();
    format!("<table:table-row>{cells}</table:table-row>")
}

fn check(bytes: &[u8], more: &[&str]) -> Run {
    fed(&[&["check", "-s", "enterprise", "-f", "ndjson", "-"], more].concat(), bytes)
}

/// The measured revenue of the first enterprise, or its faults with what was given.
fn revenue(header: &str, cell: &str, styles: &str) -> String {
    let rows = [row(&["企业名称", "从业人员", header]), row(&["甲", &number("200", ""), cell])];
    let run = check(&ods(styles, &table("a", &rows.concat())), &[]);
    assert_eq!(run.lines().len(), 1, "{}", run.err);
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

/// The number of staff of each enterprise, or the codes of its faults.
fn staff(run: &Run) -> Vec<String> {
    let lines = run.lines();
    let staff = lines.iter().map(|row| {
        if row["report"].is_null() {
            return row["faults"][0]["code"].as_str().unwrap().to_owned();
        }
        let bounds = finding(row, "enterprise.cooperation_partner")["bounds"].clone();
        let staff = bounds.as_array().unwrap().iter().find(|it| it["unit"] == "person");
        staff.map_or("null".to_owned(), |it| it["measured"].as_str().unwrap_or("-").to_owned())
    });
    staff.collect()
}

#[test]
fn numbers_are_read_as_their_formats_show_them() {
    let unreadable = "unreadable_cell \"52000000\"";
    let (yuan, many) = ("\"52000000.00\"", "\"520000000000.00\"");
    for (header, format, expected) in [
        ("销售收入（万元）", "<number:number/>", many),
        ("销售收入（万元）", "<number:number/><number:text>万元</number:text>", many),
        ("销售收入", "<number:number/><number:text>万元</number:text>", unreadable),
        ("销售收入", "<number:number number:display-factor='1000'/>", unreadable),
        (
            "销售收入（万元）",
            "<number:number><number:embedded-text number:position='4'>.</number:embedded-text>\
             </number:number><number:text>万</number:text>",
            unreadable,
        ),
        ("销售收入", "<number:number/><number:text>元</number:text>", yuan),
    ] {
        let style = format!(
            "<number:number-style style:name='N1'>{format}</number:number-style>\
             <style:style style:name='ce1' style:family='table-cell' style:data-style-name='N1'/>"
        );
        let found = revenue(header, &number("52000000", "ce1"), &style);
        assert_eq!(found, expected, "{header} {format}");
    }
}

#[test]
fn cells_without_a_certain_value_are_faults() {
    let up = "<style:style style:name='T1' style:family='text'>\
              <style:text-properties style:text-position='super 58%'/></style:style>";
    for (attributes, content, expected) in [
        ("office:value-type='float' office:value='1200'", "<text:p>1,200</text:p>", "\"1200.00\""),
        ("office:value-type='float' office:value='0.30000000000000004'", "", "\"0.30\""),
        ("office:value-type='float' office:value='1.2E3'", "", "\"1200.00\""),
        ("office:value-type='string'", "<text:p>1,200</text:p>", "\"1200.00\""),
        (
            "office:value-type='string'",
            "<text:p>12<text:span>00</text:span></text:p>",
            "\"1200.00\"",
        ),
        ("", "<text:p>1200</text:p>", "\"1200.00\""),
        ("office:value='1200'", "", "\"1200.00\""),
        (
            "office:value-type='string'",
            "<office:annotation><text:p>9</text:p></office:annotation><text:p>12</text:p>\
             <draw:frame><text:p>3</text:p></draw:frame>",
            "\"12.00\"",
        ),
        ("", "<office:annotation><text:p>9</text:p></office:annotation>", "null"),
        (
            "office:value-type='string'",
            "<text:p>200<text:span text:style-name='T1'>1</text:span></text:p>",
            "unreadable_cell \"200¹\"",
        ),
        ("table:formula='of:=1+1'", "", "unreadable_cell \"=1+1\""),
        ("table:formula='of:=1+1' office:value-type='float'", "", "unreadable_cell \"=1+1\""),
        ("table:formula='of:=1+1' office:value-type='float' office:value='2'", "", "\"2.00\""),
        (
            "table:formula='of:=IF(1;\"\")' office:value-type='string' office:string-value=''",
            "",
            "null",
        ),
        (
            "table:formula='of:=1/0' office:value-type='string' office:string-value='' \
             calcext:value-type='error'",
            "<text:p>#DIV/0!</text:p>",
            "unreadable_cell \"#DIV/0!\"",
        ),
        (
            "table:formula='of:=1/0' office:value-type='float' office:value='0'",
            "<text:p>Err:502</text:p>",
            "unreadable_cell \"Err:502\"",
        ),
        (
            "office:value-type='float' office:value='0'",
            "<text:p>#N/A</text:p>",
            "unreadable_cell \"#N/A\"",
        ),
        ("office:value-type='percentage' office:value='0.3'", "", "unreadable_cell \"0.3\""),
        ("office:value-type='currency' office:currency='CNY' office:value='3'", "", "\"3.00\""),
        (
            "office:value-type='currency' office:currency='USD' office:value='3'",
            "",
            "unreadable_cell \"3\"",
        ),
    ] {
        let cell = format!("<table:table-cell {attributes}>{content}</table:table-cell>");
        assert_eq!(revenue("销售收入", &cell, up), expected, "{cell}");
    }
}

#[test]
fn rows_and_cells_that_are_repeated_stand_as_often() {
    let numbers = |attributes: &str, value: &str| {
        number(value, "").replacen(' ', &format!(" {attributes} "), 1)
    };
    let blank = "<table:table-cell table:number-columns-repeated='3'/>";
    let end = "<table:table-cell table:number-columns-repeated='16000'/>";
    let twice = numbers("table:number-columns-repeated='2'", "50");
    let rows = [
        "<table:table-column table:number-columns-repeated='1024'/><table:table-header-rows>"
            .to_owned(),
        "<table:table-row table:number-rows-repeated='3'><table:table-cell/></table:table-row>"
            .to_owned(),
        row(&["企业名称", blank, "从业人员", "职工人数", end]),
        "</table:table-header-rows>".to_owned(),
        row(&["甲", blank, &twice, end]).replace("row>", "row >").replacen(
            "table-row ",
            "table-row table:number-rows-repeated='2' ",
            1,
        ),
        "<table:table-row table:number-rows-repeated='7'/>".to_owned(),
        "<table:table-row-group table:display='false'>".to_owned(),
        row(&["乙", blank, &numbers("", "60")]),
        "</table:table-row-group>".to_owned(),
        row(&["丙", blank, &numbers("", "70")])
            .replace("<table:table-row", "<table:table-row table:visibility='filter'"),
        "<table:table-row table:number-rows-repeated='1048000'/>".to_owned(),
    ];
    let run = check(&ods("", &table("a", &rows.concat())), &[]);
    assert_eq!(staff(&run), ["50", "50", "60", "70"], "{}", run.err);
    let of = |key: &str| run.lines().iter().map(|it| it[key].as_u64().unwrap()).collect::<Vec<_>>();
    assert_eq!(of("row"), [0, 1, 9, 10]);
    assert!(run.err.contains("2 行"), "{}", run.err);
}

#[test]
fn what_is_repeated_without_bound_is_an_error() {
    let head = row(&["企业名称", "从业人员"]);
    let cell = number("1", "").replacen(' ', " table:number-columns-repeated='16383' ", 1);
    let long = row(&["甲", &cell]);
    let many = |row: &str, count: &str| {
        row.replacen("row", &format!("row table:number-rows-repeated='{count}'"), 1)
    };
    for (rows, expected) in [
        (many(&long, "1048000"), "解压后过大"),
        (many(&row(&["甲", "1"]), "1048576"), "已损坏"),
        (many(&row(&["甲", "1"]), "0"), "已损坏"),
        (many(&row(&["甲", "1"]), "99999999999999999999999"), "已损坏"),
        (row(&["甲", &cell, "x"]), "列数过多"),
        (
            row(&[
                "甲",
                &number("1", "").replacen(' ', " table:number-columns-spanned='99999' ", 1),
            ]),
            "已损坏",
        ),
        (
            row(&[
                "甲",
                &number("1", "").replacen(' ', " table:number-rows-spanned='9999999' ", 1),
            ]),
            "已损坏",
        ),
    ] {
        let run = check(&ods("", &table("a", &[head.clone(), rows].concat())), &[]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains(expected), "{expected}: {}", run.err);
    }
    let last = many(&row(&[]), "1048574");
    let run = check(&ods("", &table("a", &[head, last, row(&["甲", "7"])].concat())), &[]);
    assert_eq!(staff(&run), ["7"]);
}

#[test]
fn merged_cells_give_their_value_to_all_rows() {
    let span = |cell: String, span: &str| cell.replacen(' ', &format!(" {span} "), 1);
    let covered = "<table:covered-table-cell/>";
    let rows = [
        row(&[
            &span(text("名单"), "table:number-columns-spanned='3' table:number-rows-spanned='1'"),
            covered,
            covered,
        ]),
        row(&["企业名称", "从业人员", "备注"]),
        row(&["甲", &span(number("1200", ""), "table:number-rows-spanned='3'"), "x"]),
        row(&["乙", covered]),
        row(&["丙", "<table:covered-table-cell office:value-type='float' office:value='9'/>"]),
        row(&["丁", &number("50", "")]),
    ];
    let run = check(&ods("", &table("a", &rows.concat())), &[]);
    assert_eq!(staff(&run), ["1200", "1200", "unreadable_cell", "50"], "{}", run.err);
    let overlapping = [
        row(&["企业名称", "从业人员"]),
        row(&[&span(text("甲"), "table:number-rows-spanned='2'"), "1"]),
        row(&[&span(text("乙"), "table:number-rows-spanned='2'"), "1"]),
    ];
    let run = check(&ods("", &table("a", &overlapping.concat())), &[]);
    assert!(run.code == 2 && run.err.contains("已损坏"), "{}", run.err);
}

#[test]
fn dates_and_flags_are_read() {
    let cell = |kind: &str, value: &str| {
        format!("<table:table-cell office:value-type='{kind}' office:{kind}-value='{value}'/>")
    };
    let head = row(&["姓名", "评价日期", "学校类别", "教师类别", "入职日期"]);
    let teacher = |day: &str| row(&["甲", day, "中职", "专业教师", "2020-09-01"]);
    let rows = [
        teacher(&cell("date", "2024-12-31")),
        teacher(&cell("date", "2024-12-31T00:00:00")),
        teacher(&cell("date", "2024-12-31T00:00:00.000000000")),
        teacher(&cell("date", "2024-12-31T10:30:00")),
        teacher(&cell("time", "PT12H30M00S")),
    ];
    let bytes = ods("", &table("a", &[head, rows.concat()].concat()));
    let run = fed(&["check", "-s", "teacher", "-f", "ndjson", "-"], &bytes);
    let good: Vec<bool> = run.faults().iter().map(Vec::is_empty).collect();
    assert_eq!(good, [true, true, true, false, false], "{}", run.err);
    let rows = [
        row(&["企业名称", "国有"]),
        row(&["甲", &cell("boolean", "true")]),
        row(&["乙", &cell("boolean", "false")]),
    ];
    let run = check(&ods("", &table("a", &rows.concat())), &[]);
    assert_eq!(run.faults(), [Vec::<String>::new(), Vec::new()]);
}

#[test]
fn the_first_sheet_that_is_visible_and_not_empty_is_read() {
    let styles = "<style:style style:name='ta2' style:family='table'>\
                  <style:table-properties table:display='false'/></style:style>";
    let rows = |name: &str| [row(&["企业名称"]), row(&[name])].concat();
    let sheets = [
        "<table:table table:name=\"'file:///a.ods'#$Sheet1\"><table:table-row/></table:table>"
            .to_owned(),
        table("旧", &rows("甲")).replacen(' ', " table:style-name='ta2' ", 1),
        "<table:table table:name='空'/>".to_owned(),
        table("长沙市", &rows("乙")),
        table("株洲市", &rows("丙")),
    ];
    let bytes = ods(styles, &sheets.concat());
    let run = check(&bytes, &[]);
    let notes = [
        "-: 读取的是工作表“长沙市”，它前面的工作表是空的。",
        "-: 另有工作表未读：株洲市；可用 --sheet 指定，--sheet '*' 为全部。",
    ];
    assert_eq!(run.err.lines().collect::<Vec<_>>(), notes);
    let run = check(&bytes, &["--sheet", "*"]);
    assert_eq!((run.err.as_str(), run.lines().len()), ("", 2));
    let run = check(&bytes, &["--sheet", "x"]);
    assert!(run.err.ends_with("有：“旧”、“空”、“长沙市”、“株洲市”\n"), "{}", run.err);
}

#[test]
fn workbooks_that_cannot_be_read_say_why() {
    let content = |body: &str| format!("<office:document-content>{body}</office:document-content>");
    let text = content("<office:body><office:text/></office:body>");
    let encrypted = "<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>";
    for (parts, expected) in [
        (vec![("content.xml", text.as_str())], "不是工作簿"),
        (vec![("content.xml", "<office:document-content>")], "不是工作簿"),
        (vec![("content.xml", "x"), ("META-INF/manifest.xml", encrypted)], "有密码"),
        (vec![("content.xml", "x"), ("encrypted-package", "x")], "有密码"),
        (vec![], "这不是 XLSX 工作簿"),
    ] {
        let run = check(&package(&parts), &[]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains(expected), "{expected}: {}", run.err);
    }
    let cut =
        "<office:document-content><office:body><office:spreadsheet><table:table table:name='a'>";
    let run = check(&package(&[("content.xml", cut)]), &[]);
    assert!(run.code == 2 && run.err.contains("已损坏"), "{}", run.err);
    let whole = ods("", &table("a", &row(&["企业名称"])));
    let run = check(&whole[..whole.len() - 30], &[]);
    assert!(run.code == 2 && run.err.contains("不完整"), "{}", run.err);
    for (bytes, expected) in [
        ("<?xml version=\"1.0\"?>\n<office:document>", "另存为 XLSX 或 ODS"),
        ("<?xml version=\"1.0\"?>\n<office:document office:mimetype=\"x\">", "FODS"),
    ] {
        let run = check(bytes.as_bytes(), &[]);
        assert!(run.code == 2 && run.err.contains(expected), "{}", run.err);
    }
}

#[test]
fn columns_that_are_hidden_but_used_are_noted() {
    let rows = [row(&["企业名称", "地区", "从业人员"]), row(&["甲", "长沙", &number("200", "")])];
    let noted = |columns: &str| {
        let run = check(&ods("", &table("a", &[columns, &rows.concat()].concat())), &[]);
        run.err.lines().find(|it| it.contains("隐藏")).map(str::to_owned)
    };
    let shown = "<table:table-column table:number-columns-repeated='2'/>";
    let hidden = "<table:table-column table:visibility='collapse'/>";
    let note = "-: 从业人员：工作表中隐藏的列，也已使用。";
    assert_eq!(noted(&[shown, hidden].concat()).as_deref(), Some(note));
    assert_eq!(noted(&[shown, shown].concat()), None);
    // The second is not used.
    assert_eq!(noted(&["<table:table-column/>", hidden].concat()), None);
    let group = "<table:table-column-group table:display='false'>\
                 <table:table-column></table:table-column></table:table-column-group>";
    assert_eq!(noted(&[shown, group].concat()).as_deref(), Some(note));
    // The rows below a group of columns are no part of it.
    assert!(!noted(&[shown, group].concat()).unwrap().contains("行是隐藏的"));
}
