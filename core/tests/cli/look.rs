//! `look`: what would be read, and the two lines that `check` says of it.

use super::*;

const TABLE: &str = "\
单位：万元,,,,,
企业名称,销售收入,资产总颔,在职员工,企业规模,备注
甲公司,1200,1,3200,中型,
乙公司,1.5,2,x,大型,好
合计,1201.5,,,,
";

fn look(table: &str, more: &[&str]) -> Run {
    fed(&[&["look", "-"], more].concat(), table.as_bytes())
}

fn item(table: &str, more: &[&str]) -> Value {
    let run = look(table, &[more, &["-f", "json"]].concat());
    let items: Value = serde_json::from_str(run.text()).unwrap();
    items[0].clone()
}

#[test]
fn a_table_is_shown_as_it_would_be_read() {
    let run = look(TABLE, &["-s", "enterprise"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    for line in [
        "  格式      CSV，UTF-8，逗号分隔",
        "  表头      第 2 行",
        "  对象      企业（enterprise）",
        "  行        2 条记录，其中 1 条有误；另有 1 行不是记录",
        "  列        共 6 列，使用 4 列",
        "  2   销售收入  sales_revenue_yuan  名称  万元（表头之外）  1200 → 12000000.00 元",
        "未使用的列（1）：备注",
        "有误的记录：1 条",
    ] {
        assert!(run.text().lines().any(|it| it == line), "not printed: {line}\n{}", run.text());
    }
    for part in [
        "? 资产总额",
        "资产总颔=total_assets_yuan",
        "第 5 行是合计",
        "没有列的事实（39 项中的 35 项）",
    ] {
        assert!(run.text().contains(part), "{part}\n{}", run.text());
    }
    let english = look(TABLE, &["-s", "enterprise", "--lang", "en"]);
    let line = "  rows      2 records, 1 of them invalid; 1 more row is no record";
    assert!(english.text().lines().any(|it| it == line), "{}", english.text());
}

#[test]
fn the_same_is_said_as_data() {
    let found = item(TABLE, &["-s", "enterprise"]);
    assert_eq!((&found["header"], &found["passed"]), (&serde_json::json!([2, 2]), &1.into()));
    let columns = found["columns"].as_array().unwrap();
    assert_eq!(columns.len(), 6);
    let sales = &columns[1];
    let expected = [
        ("fact", Value::from("sales_revenue_yuan")),
        ("matched_by", "label".into()),
        ("unit", "万元".into()),
        ("unit_from", "above".into()),
        ("power", 4.into()),
        ("proposal", Value::Null),
    ];
    for (key, value) in expected {
        assert_eq!(sales[key], value, "{key}");
    }
    assert_eq!(sales["values"][1]["value"], "15000.00");
    assert_eq!(
        (&columns[2]["fact"], &columns[2]["proposed_fact"]),
        (&Value::Null, &"total_assets_yuan".into())
    );
    assert_eq!(columns[3]["values"][1]["fault"]["code"], "not_a_count");
    assert!(found["rules"].as_array().unwrap().iter().any(|it| it["never"] == true));
    assert_eq!(found["absent"].as_array().unwrap().len(), 35);
    let codes: Vec<&str> =
        found["notes"].as_array().unwrap().iter().map(|it| it["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"near_miss") && codes.contains(&"total_row"), "{codes:?}");
}

#[test]
fn what_an_option_says_is_told_from_what_a_header_says() {
    let found = item(
        TABLE,
        &[
            "-s",
            "enterprise",
            "--map",
            "资产总颔=total_assets_yuan:元",
            "--map",
            "备注=",
            "--unit",
            "sales_revenue_yuan=亿元",
        ],
    );
    let columns = found["columns"].as_array().unwrap();
    assert_eq!((&columns[1]["unit_from"], &columns[1]["power"]), (&"option".into(), &8.into()));
    assert_eq!((&columns[2]["matched_by"], &columns[2]["unit"]), (&"map".into(), &"元".into()));
    assert_eq!((&columns[5]["fact"], &columns[5]["matched_by"]), (&Value::Null, &"map".into()));
}

#[test]
fn without_a_subject_the_three_that_fit_best_are_named() {
    let run = look(TABLE, &[]);
    assert!(run.text().contains("  enterprise"), "{}", run.text());
    assert!(run.text().contains("chanjiao look -s enterprise -"), "{}", run.text());
    let found = item(TABLE, &[]);
    assert_eq!(
        (&found["subject"], &found["subjects"][0]["subject"]),
        (&Value::Null, &"enterprise".into())
    );
    assert!(found["subjects"].as_array().unwrap().len() <= 3);
    let record = r#"{"name":"甲","teacher_posts":2}"#;
    assert_eq!(item(record, &[])["subjects"][0]["subject"], "enterprise");
    let none = item("颜色,形状\n红,圆\n", &[]);
    assert_eq!(none["subjects"], Value::Array(Vec::new()));
}

#[test]
fn records_in_json_are_shown_too() {
    let found =
        item(r#"[{"name":"甲","teacher_posts":2},{"teacher_posts":-1}]"#, &["-s", "enterprise"]);
    assert_eq!(
        (&found["records"], &found["faulty"], &found["header"]),
        (&2.into(), &1.into(), &Value::Null)
    );
    assert_eq!(found["columns"][1]["values"][0]["value"], 2);
    assert_eq!(found["columns"][1]["values"][1]["fault"]["code"], "out_of_range");
}

#[test]
fn an_input_that_cannot_be_read_is_an_error_of_its_own() {
    let good = file("look-good.csv", TABLE);
    let [good, missing] = [good.to_str().unwrap(), "look-missing.csv"];
    let run = run(&["look", "-s", "enterprise", missing, good, "-f", "json"]);
    let items: Value = serde_json::from_str(run.text()).unwrap();
    assert_eq!((run.code, items.as_array().unwrap().len()), (2, 2));
    assert!(items[0]["error"].is_string() && items[1]["records"] == 2, "{items}");
    assert!(run.err.starts_with("look-missing.csv: "), "{}", run.err);
}

#[test]
fn check_sums_up_in_two_lines_how_a_table_was_read() {
    let lines = |more: &[&str]| {
        let run = fed(&[&["check", "-s", "enterprise", "-"], more].concat(), TABLE.as_bytes());
        run.text().lines().skip(2).take(2).map(str::to_owned).collect::<Vec<_>>()
    };
    let expected =
        ["  表头在第 2 行；共 6 列，使用 4 列", "  2 条记录，其中 1 条有误；另有 1 行不是记录"];
    assert_eq!(lines(&[]), expected);
    let expected = [
        "  header on line 2; 4 of 6 columns used",
        "  2 records, 1 of them invalid; 1 more row is no record",
    ];
    assert_eq!(lines(&["--lang", "en"]), expected);
}
