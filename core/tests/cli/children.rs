//! Child tables: the items of list facts in another file or sheet.

use super::*;

const TEACHERS: &str = "姓名,教师编号,学校,学校类别,教师类别,评价日期,入职日期\n";

/// One teacher, hired long ago and judged on 2025-12-31.
fn teacher(name: &str, key: &str, school: &str) -> String {
    format!("{name},{key},{school},secondary_vocational,specialist,2025-12-31,2010-09-01\n")
}

/// Two months of practice; one day less; none.
const PERIODS: &str = "教师编号,开始日期,结束日期,是否在企业\n\
    T1,2025-01-01,2025-02-28,是\n\
    T2,2025-01-01,2025-02-27,是\n";

/// Checks teachers with periods; the files have this name in their names.
fn check(name: &str, teachers: &str, periods: &str, more: &[&str]) -> Run {
    let teachers = file(&format!("{name}-teachers.csv"), [TEACHERS, teachers].concat());
    let periods = file(&format!("{name}-periods.csv"), periods);
    let child = format!("practice={}", periods.display());
    let own = ["check", "-s", "teacher", "--child", &child, "--key", "教师编号"];
    run(&[&own, more, &[teachers.to_str().unwrap()]].concat())
}

fn three() -> String {
    [("甲", "T1", "一校"), ("乙", "T2", "二校"), ("丙", "T3", "二校")]
        .map(|(name, key, school)| teacher(name, key, school))
        .concat()
}

#[test]
fn rows_of_a_child_table_are_the_items_of_a_record() {
    for (name, more, without) in [
        ("unknown", &[][..], "undetermined"),
        // A complete child table without a row of the teacher says that there was no practice.
        ("complete", &["--children-complete"][..], "unmet"),
    ] {
        let found = check(name, &three(), PERIODS, &[&["-f", "ndjson"], more].concat());
        let rows = found.lines();
        let verdicts = rows.iter().map(|it| verdict(it, "teacher.periodic_practice"));
        assert_eq!(verdicts.collect::<Vec<_>>(), ["met", "unmet", without], "{}", found.err);
        // The fact that is not known is noted, and that is no fault.
        let noted = found.err.contains("1 条记录在子表 practice 中没有行");
        assert_eq!((found.code, noted), (1, more.is_empty()), "{}", found.err);
    }
    // The records judge as those in JSON do that hold their lists.
    let json = r#"[{"name":"甲","school_kind":"secondary_vocational","role":"specialist",
        "as_of":"2025-12-31","hired_on":"2010-09-01",
        "practice":[{"start":"2025-01-01","end":"2025-02-28","in_enterprise":true}]}]"#;
    let listed = fed(&["check", "-s", "teacher", "-f", "ndjson", "-"], json.as_bytes());
    let joined = check("same", &three(), PERIODS, &["-f", "ndjson"]);
    assert_eq!(listed.lines()[0]["report"], joined.lines()[0]["report"]);
}

#[test]
fn faults_of_child_rows_name_their_table_and_row() {
    let header = "教师编号,开始日期,结束日期,是否在企业\n";
    for (index, (rows, record, expected)) in [
        ("T1,2025-02-28,2025-03-31,是\n", 0, None),
        ("T1,2025-02-30,2025-03-31,是\n", 0, Some("第 2 行：开始日期：不是日期")),
        ("T1,,2025-03-31,是\n", 0, Some("第 2 行：开始日期")),
        ("T1,2025-03-31,2025-03-31,是\n", 0, None),
        ("T1,2025-03-31,2025-03-30,是\n", 0, Some("第 2 行：")),
        ("T1,2025-03-01,2025-03-30,也许\n", 0, Some("第 2 行：是否在企业")),
        ("T1,2025-03-01,,是\nT1,2025-03-01,,是\n", 0, Some("第 3 行：与第 2 行的键和日期相同")),
        ("T1,2025-03-01,,是\nT1,2025-03-02,,是\n", 0, None),
        ("T1,2025-03-01,,是\nT2,2025-03-01,,是\n", 0, None),
        // Rows without a record stand below the records.
        ("T9,2025-03-01,,是\n", 3, Some("第 2 行：主表中没有这个键的记录")),
        (",2025-03-01,,是\n", 3, Some("第 2 行：键为空")),
    ]
    .into_iter()
    .enumerate()
    {
        let name = format!("fault{index}");
        let found = check(&name, &three(), &[header, rows].concat(), &["-f", "ndjson"]);
        let faults: Vec<(usize, String)> = found
            .lines()
            .iter()
            .enumerate()
            .flat_map(|(row, it)| {
                let faults = it["faults"].as_array().unwrap().clone();
                faults.into_iter().map(move |it| (row, it["message"]["zh"].to_string()))
            })
            .collect();
        match expected {
            None => assert!(faults.is_empty() && found.code == 1, "{rows}: {faults:?}"),
            Some(expected) => {
                let said = format!("{name}-periods.csv {expected}");
                assert!(faults.len() == 1 && faults[0].0 == record, "{rows}: {faults:?}");
                assert!(faults[0].1.contains(&said), "{rows}: {faults:?}");
                assert_eq!(found.code, 2);
            }
        }
    }
}

#[test]
fn only_the_first_record_with_a_key_has_its_rows() {
    // The records of a key may stand far apart, in different batches.
    for between in [0, 3000] {
        let many = (0..between).map(|it| teacher("丁", &format!("X{it}"), "三校"));
        let teachers = [three(), many.collect::<String>(), teacher("戊", "T1", "三校")];
        let name = format!("twice{between}");
        let found = check(&name, &teachers.concat(), PERIODS, &["-f", "ndjson"]);
        let rows = found.lines();
        assert_eq!(verdict(&rows[0], "teacher.periodic_practice"), "met");
        let last = rows.last().unwrap();
        let message = last["faults"][0]["message"]["zh"].as_str().unwrap();
        assert!(message.contains("第 2 行相同；子表的行只归第一条记录"), "{message}");
        let faulty = rows.iter().filter(|it| it["report"].is_null()).count();
        assert_eq!((rows.len(), faulty, found.code), (between + 4, 1, 2));
    }
    let blank = check("blank", &teacher("甲", "", "一校"), PERIODS, &["-f", "ndjson"]);
    assert!(blank.lines()[0]["faults"][0]["message"]["zh"].to_string().contains("键为空"));
}

#[test]
fn what_is_no_child_table_is_refused() {
    let teachers = file("refused.csv", [TEACHERS, &three()].concat());
    let periods = file("refused-periods.csv", PERIODS);
    let empty = file("refused-empty.csv", "教师编号,开始日期\n");
    let json = file("refused.json", "[]");
    let (teachers, periods) = (teachers.to_str().unwrap(), periods.to_str().unwrap());
    let of = |fact: &str, file: &str| format!("{fact}={file}");
    for (child, key, expected) in [
        (of("practise", periods), "教师编号", "是否指 `practice`"),
        (of("hired_on", periods), "教师编号", "不是列表类的事实"),
        (of("practice", periods), "教师号", "没有列 `教师号`"),
        (of("practice", periods), "教师编号=编号", "没有列 `编号`"),
        (of("practice", empty.to_str().unwrap()), "教师编号", "refused-empty.csv"),
        (of("practice", json.to_str().unwrap()), "教师编号", "不能是 JSON"),
    ] {
        let found = run(&["check", "-s", "teacher", "--child", &child, "--key", key, teachers]);
        assert_eq!(found.code, 2, "{child} {key}");
        assert!(found.err.contains(expected), "{child} {key}: {}", found.err);
    }
}

/// A workbook of teachers and of their periods, each in a sheet below a title.
fn two_sheets() -> PathBuf {
    let mut book = Workbook::new();
    for (name, title, table) in [
        ("教师", "教师名册", [TEACHERS, &three()].concat()),
        ("期间", "实践期间（2025年）", PERIODS.to_owned()),
    ] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.write(0, 0, title).unwrap();
        for (row, line) in (1..).zip(table.lines()) {
            for (column, cell) in (0..).zip(line.split(',')) {
                sheet.write(row, column, cell).unwrap();
            }
        }
    }
    file("two-sheets.xlsx", book.save_to_buffer().unwrap())
}

#[test]
fn a_workbook_of_teachers_and_periods_is_judged_by_school() {
    let book = two_sheets();
    let book = book.to_str().unwrap();
    let child = format!("practice={book}#期间");
    let own = ["check", "-s", "teacher", "--child", &child, "--key", "教师编号", "--by", "学校"];
    let own = [&own[..], &["--allow", "explanation_due=1", book]].concat();
    let text = run(&own);
    for expected in [
        "按 学校 汇总：2 组",
        "一校：1 条记录",
        "二校：2 条记录",
        "15.2c 教师顶岗实践、挂职锻炼时间  不符合 1",
    ] {
        assert!(text.text().contains(expected), "{expected}: {}", text.text());
    }
    // One teacher has no period, so that nothing can be concluded, which is not allowed.
    assert!(text.err.contains("incomplete"), "{}", text.err);
    assert_eq!(text.code, 1);
    // The sheets may be named, and the answers are those of two files.
    let named = run(&[
        &own[..],
        &["--sheet", "教师", "-f", "csv", "--summary"],
        &[file("two-sheets.json", "").to_str().unwrap()],
    ]
    .concat());
    let files = check("two-files", &three(), PERIODS, &["-f", "csv"]);
    let verdicts = |run: &Run| -> Vec<String> {
        let rows = run.text().lines().skip(1);
        rows.map(|it| it.splitn(4, ',').nth(3).unwrap().to_owned()).collect()
    };
    assert_eq!(verdicts(&named), verdicts(&files));
    let counts = fs::read_to_string(book.replace("two-sheets.xlsx", "two-sheets.json")).unwrap();
    let counts: Value = serde_json::from_str(&counts).unwrap();
    let groups = counts["groups"].as_array().unwrap().iter();
    let groups = groups.map(|it| (&it["values"][0], &it["records"], &it["faulty"]));
    let expected = [("一校".into(), 1.into(), 0.into()), ("二校".into(), 2.into(), 0.into())];
    assert!(groups.eq(expected.iter().map(|(a, b, c)| (a, b, c))), "{counts}");
}
