//! `changes`: two tables of a register.

use super::*;

const KEY: &str = "统一社会信用代码";

const OLD: &str = "\
统一社会信用代码,企业名称,企业规模,在职员工,顶岗实践岗位数,年度
A1,甲公司,中型,3200,14,2023
A2,乙公司,大型,1000,20,2023
A3,丙公司,大型,1000,x,2023
A4,丁公司,大型,1000,20,2023
A5,戊公司,大型,1000,,2023
A7,庚公司,大型,1000,20,2023
合计,,,,54,
";

/// The same enterprises in another order, with other columns.
const NEW: &str = "\
企业名称,企业规模,在职员工,顶岗实践岗位数,年度,统一社会信用代码
乙公司,大型,1000,20,2024, A2　
甲公司,中型,3200,15,2024,A1
丙公司,大型,1000,20,2024,A3
戊公司,大型,1000,20,2024,A5
己公司,大型,1000,20,2024,A6
庚公司,大型,1000,4,2024,A7
";

/// Both tables as files; every test uses other names.
fn tables(name: &str, old: impl AsRef<[u8]>, new: impl AsRef<[u8]>) -> [String; 2] {
    let path = |year: &str, content: &[u8]| {
        file(&format!("changes-{name}-{year}.csv"), content).to_str().unwrap().to_owned()
    };
    [path("old", old.as_ref()), path("new", new.as_ref())]
}

fn changes(name: &str, old: &str, new: &str, more: &[&str]) -> Run {
    let [old, new] = tables(name, old, new);
    let arguments = ["changes", "-s", "enterprise", old.as_str(), new.as_str()];
    run(&[&arguments, more].concat())
}

/// The key, the change and the lines of each record.
fn listed(run: &Run) -> Vec<(String, String, [u64; 2])> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let line = |value: &Value| value["line"].as_u64().unwrap_or_default();
    let lines = |row: &Value| [line(&row["before"]), line(&row["after"])];
    let all = run.lines();
    all.iter().map(|row| (text(&row["key"][KEY]), text(&row["change"]), lines(row))).collect()
}

fn expected(rows: &[(&str, &str, [u64; 2])]) -> Vec<(String, String, [u64; 2])> {
    rows.iter().map(|(key, kind, lines)| ((*key).into(), (*kind).into(), *lines)).collect()
}

#[test]
fn rows_are_matched_by_their_key() {
    let run = changes("ndjson", OLD, NEW, &["--key", KEY, "-f", "ndjson"]);
    let rows = [
        ("A1", "better", [2, 3]),
        ("A3", "not_comparable", [4, 4]),
        ("A5", "other", [6, 5]),
        ("A6", "new", [0, 6]),
        ("A7", "worse", [7, 7]),
        ("A4", "gone", [5, 0]),
    ];
    assert_eq!((listed(&run), run.code), (expected(&rows), 2));
    let [better, faulty, .., gone] = &run.lines()[..] else { panic!("six rows") };
    let rule = &better["rules"][0];
    assert_eq!(rule["rule"], "enterprise.teacher_posts");
    assert_eq!(rule["before"].to_string(), r#"{"verdict":"unmet","shortfall":"2"}"#);
    assert_eq!(rule["after"].to_string(), r#"{"verdict":"unmet","shortfall":"1"}"#);
    assert_eq!((&rule["difference"], &rule["unit"]), (&"-1".into(), &"post".into()));
    assert_eq!(faulty["before"]["result"], "faulty");
    assert_eq!(faulty["rules"], Value::Array(Vec::new()));
    assert_eq!(gone["name"], "丁公司");
    // Why a row could not be judged, without styles.
    assert!(run.err.contains("旧表中有误的行：1 条"), "{}", run.err);
    assert!(run.err.contains("第 4 行  丙公司\n") && run.err.contains("给出：x"), "{}", run.err);
}

#[test]
fn the_same_table_twice_has_no_changes() {
    let valid: String = OLD.split_inclusive('\n').filter(|it| !it.contains('x')).collect();
    let run = changes("same", &valid, &valid, &["--key", KEY, "-f", "json"]);
    let found: Value = serde_json::from_str(run.text()).unwrap();
    let counts =
        r#"{"new":0,"gone":0,"better":0,"worse":0,"other":0,"not_comparable":0,"unchanged":5}"#;
    assert_eq!((run.code, found["counts"].to_string().as_str()), (0, counts));
    assert_eq!(found["changes"], Value::Array(Vec::new()));
    assert_eq!((&found["old"]["records"], &found["new"]["passed"]), (&5.into(), &1.into()));
}

#[test]
fn the_summary_counts_and_lists_what_has_changed() {
    let run = changes("text", OLD, NEW, &["--key", KEY, "--limit", "2"]);
    for line in [
        "企业：两表的变化",
        "  6 条记录，其中 1 条有误；另有 1 行不是记录",
        "  表头在第 1 行；共 6 列，使用 5 列",
        "  新增             1",
        "  没有变化         1",
        "  9.1b    教师顶岗实践岗位         1         1         1  enterprise.teacher_posts",
        "变化的记录：6 条，列出前 2 条",
        "  9.1b  教师顶岗实践岗位：不符合（差 2 个） → 不符合（差 1 个）",
        "旧表中有误的行：1 条",
    ] {
        assert!(run.text().lines().any(|it| it == line), "not printed: {line}\n{}", run.text());
    }
    let english = changes("text-en", OLD, NEW, &["--key", KEY, "--lang", "en"]);
    for part in [
        "A1  甲公司  better",
        "unmet (short by 2 positions) → unmet (short by 1 position)",
        "A4  丁公司  gone",
        "line 5 of the old table",
        "invalid rows of the old table: 1",
    ] {
        assert!(english.text().contains(part), "{part}\n{}", english.text());
    }
}

#[test]
fn csv_and_xlsx_have_the_same_long_table() {
    let csv = changes("csv", OLD, NEW, &["--key", KEY, "-f", "csv"]);
    let rows: Vec<Vec<&str>> = csv.text().lines().map(|it| it.split(',').collect()).collect();
    let place = |name: &str| rows[0].iter().position(|it| *it == name).unwrap();
    assert_eq!(rows[0][..5], [KEY, "name", "line_before", "line_after", "change"]);
    let of_rules: Vec<&Vec<&str>> =
        rows[1..].iter().filter(|row| row[place("rule")] != "conclusion").collect();
    let ids: Vec<&str> = of_rules.iter().map(|row| row[0]).collect();
    assert_eq!((rows.len(), ids), (10, vec!["A1", "A5", "A7"]));
    let last = of_rules[2];
    let cells = ["before", "after", "shortfall_before", "shortfall_after", "difference"];
    assert_eq!(cells.map(|it| last[place(it)]), ["met", "unmet", "", "1", "1"]);

    let [old, new] = tables("xlsx", OLD, NEW);
    let path = file("changes.xlsx", "an earlier result");
    let path = path.to_str().unwrap();
    let arguments = ["changes", "-s", "enterprise", "--key", KEY, &old, &new, "-o", path];
    assert_eq!(run(&arguments).code, 2);
    let book = fs::read(path).unwrap();
    let sheet = cells_of(&book, "变化");
    assert_eq!(sheet.len(), rows.len());
    assert_eq!(sheet[0][..3], [KEY, "名称", "旧表行号"]);
    let worse = sheet.iter().rfind(|it| it[0] == "A7").unwrap();
    assert!(
        worse.contains(&"符合".to_owned()) && worse.contains(&"不符合".to_owned()),
        "{worse:?}"
    );
    let counts = cells_of(&book, "汇总");
    assert!(
        counts.contains(&vec![
            "无法比较".into(),
            "1".into(),
            String::new(),
            String::new(),
            String::new(),
            String::new()
        ]),
        "{counts:?}"
    );
    assert!(counts.iter().any(|it| it[0].contains("给出：x")), "{counts:?}");
    assert!(cells_of(&book, "键名").contains(&vec!["变差".into(), "worse".into()]));
}

fn cells_of(book: &[u8], sheet: &str) -> Vec<Vec<String>> {
    let rows = cells(book.to_vec(), sheet);
    rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn a_key_that_is_missing_or_stands_twice_is_named() {
    let without = changes("no-key", OLD, NEW, &[]);
    assert!(without.code == 2 && without.err.contains("--key <HEADER>"), "{}", without.err);
    let unknown = changes("other-key", OLD, NEW, &["--key", "社会信用代码"]);
    assert!(unknown.code == 2 && unknown.text().is_empty(), "{}", unknown.text());
    let message = "new.csv: 表中没有列 `社会信用代码`。是否指 `统一社会信用代码`？";
    assert!(unknown.err.contains(message), "{}", unknown.err);

    let path = file("changes-twice.csv", "an earlier result");
    let output = path.to_str().unwrap();
    let twice = changes("twice", OLD, NEW, &["--key", "企业规模", "-o", output]);
    assert_eq!(twice.code, 2);
    for message in [
        "old.csv: 键 `大型` 重复：第 3、4、5、6、7 行。",
        "new.csv: 键 `大型` 重复：第 2、4、5、6、7 行。",
        "--skip-lines",
    ] {
        assert!(twice.err.contains(message), "{message}\n{}", twice.err);
    }
    assert_eq!(fs::read_to_string(path).unwrap(), "an earlier result");

    let blank = changes("blank", &OLD.replace("A2", " "), NEW, &["--key", KEY]);
    assert!(blank.code == 2 && blank.err.contains("1 条记录没有键：第 3 行"), "{}", blank.err);
}

#[test]
fn several_columns_or_a_fact_may_be_the_key() {
    let key = ["--key", "企业名称，统一社会信用代码", "-f", "ndjson"];
    let two = changes("two", OLD, NEW, &key);
    assert_eq!(two.lines().len(), 6);
    assert_eq!(two.lines()[0]["key"]["企业名称"], "甲公司");
    let fact = changes("fact", OLD, NEW, &["--key", "name", "-f", "ndjson"]);
    assert_eq!(fact.lines()[0]["key"].to_string(), r#"{"name":"甲公司"}"#);
    let records = |year: &str, posts: &str| {
        let record = format!(
            r#"{{"name":"甲","size_class":"medium","staff_in_service":3200,"teacher_posts":{posts}}}"#
        );
        file(&format!("changes-{year}.ndjson"), record).to_str().unwrap().to_owned()
    };
    let [old, new] = [records("2023", "14"), records("2024", "16")];
    let run = run(&["changes", "-s", "enterprise", &old, &new, "--key", "name", "-f", "ndjson"]);
    assert_eq!(run.lines()[0]["change"], "better", "{}", run.err);
}

#[test]
fn options_on_reading_apply_to_both_tables() {
    let [old, new] = [OLD, NEW].map(|it| it.replace("顶岗实践岗位数", "岗位"));
    let more = ["--key", KEY, "-f", "ndjson", "--map", "岗位=teacher_posts", "--missing", "x"];
    let run = changes("options", &old, &new, &more);
    let kinds: Vec<String> = listed(&run).into_iter().map(|it| it.1).collect();
    assert_eq!(kinds, ["better", "other", "other", "new", "worse", "gone"]);
    assert_eq!(run.code, 0, "{}", run.err);
    // Changes are no failure, but a table without a record is.
    let header = NEW.lines().next().unwrap();
    let none = changes("none", header, &header.replace("年度", "年份"), &["--key", KEY]);
    assert!(none.code == 1 && none.err.contains("old.csv"), "{} {}", none.code, none.err);
}

#[test]
fn a_row_that_is_no_record_in_one_table_is_not_gone() {
    // Line 4 is passed over in both tables.
    let run = changes("skip", OLD, NEW, &["--key", KEY, "-f", "ndjson", "--skip-lines", "2"]);
    let rows = listed(&run);
    let find = |key: &str| rows.iter().find(|it| it.0 == key).unwrap().1.clone();
    assert_eq!((find("A1").as_str(), find("A2").as_str()), ("not_comparable", "not_comparable"));
    let passed = run.lines().into_iter().find(|it| it["key"][KEY] == "A2").unwrap();
    assert_eq!(passed["after"]["result"], "passed_over");
}

#[test]
fn notes_of_both_tables_are_data_too() {
    let path = file("changes-notes.json", "");
    let more = ["--key", KEY, "--notes", path.to_str().unwrap()];
    let run = changes("notes", OLD, &NEW.replace("年度", "备注"), &more);
    assert!(run.text().contains("读取说明：2 条"), "{}", run.text());
    let notes: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let codes: Vec<&str> =
        notes.as_array().unwrap().iter().map(|it| it["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["total_row", "unused_columns"]);
}

#[test]
fn an_input_is_not_written_over() {
    let [old, new] = tables("guard", OLD, NEW);
    let run = run(&["changes", "-s", "enterprise", &old, &new, "--key", KEY, "-o", &new]);
    assert_eq!((run.code, fs::read_to_string(new).unwrap().as_str()), (2, NEW));
}
