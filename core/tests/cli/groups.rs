//! Counts by the values of columns, and how many records may fail.

use std::fmt::Write as _;

use super::*;

const CITIES: &str = "name,市州,staff_total,trained_staff\n\
    甲,长沙,100,30\n\
    乙, 长沙 ,100,29\n\
    丙,,100,31\n\
    丁,长 沙,x,1\n\
    戊,株洲,100,28\n\
    己,　,100,20\n\
    合计,,500,100\n";

fn check(table: &str, more: &[&str]) -> Run {
    fed(&[&["check", "-s", "enterprise", "-"], more].concat(), table.as_bytes())
}

#[test]
fn records_are_counted_by_the_values_of_a_column() {
    let path = file("groups.json", "");
    let found = check(CITIES, &["--by", "市州", "--summary", path.to_str().unwrap()]);
    let counts: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let groups = counts["groups"].as_array().unwrap().iter().map(|group| {
        let rules = group["rules"].as_array().unwrap().iter();
        let rule = rules.clone().find(|it| it["rule"] == "enterprise.training_coverage").unwrap();
        let verdicts = &rule["verdicts"];
        let counts = [
            &group["records"],
            &group["faulty"],
            &group["conclusions"]["non_compliant"],
            &verdicts["met"],
            &verdicts["unmet"],
        ];
        let counts = counts.map(|it| it.as_u64().unwrap());
        (group["values"][0].clone(), counts, rule["shortfall"].clone())
    });
    // Blanks around a value do not count, those within do; a total is in no group.
    let expected = [
        ("长沙".into(), [2, 0, 1, 1, 1], "1"),
        (Value::Null, [2, 0, 1, 1, 1], "10"),
        ("长 沙".into(), [1, 1, 0, 0, 0], "0"),
        ("株洲".into(), [1, 0, 1, 0, 1], "2"),
    ];
    let expected = expected.map(|(value, counts, sum)| (value, counts, Value::from(sum)));
    assert_eq!(groups.collect::<Vec<_>>(), expected);
    for said in ["按 市州 汇总：4 组", "（空白）：2 条记录", "`长沙`、`长 沙` 只在空格"]
    {
        assert!(found.text().contains(said), "{said}: {}", found.text());
    }
}

#[test]
fn counts_have_a_place_in_every_form() {
    let csv = file("groups.csv", "");
    let csv = csv.to_str().unwrap();
    let both = check(CITIES, &["--by", "市州", "--by", "市州,name", "-f", "csv", "--summary", csv]);
    assert_eq!(both.code, 2);
    let table = fs::read_to_string(csv).unwrap();
    assert!(table.starts_with("\u{feff}by,市州,name,rule,statement,records,faulty,"), "{table}");
    let of = |by: &str| {
        let conclusions = table.lines().filter(|it| it.contains(",conclusion,"));
        conclusions.filter(|it| it.starts_with(by)).count()
    };
    assert_eq!((of("市州,"), of("\"市州,name\",")), (4, 6));
    let xlsx = check(CITIES, &["--by", "市州", "-f", "xlsx"]).out;
    let book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx)).unwrap();
    assert!(book.sheet_names().iter().any(|it| it.contains("汇总")), "{:?}", book.sheet_names());
    for (more, said) in [
        (&["--by", "市州", "-f", "csv"][..], "--summary FILE"),
        (&["--by", "市"], "是否指 `市州`"),
        (&["--by", "市州", "--summary", "a.txt"], ".csv 或 .json"),
    ] {
        let refused = check(CITIES, more);
        assert!(refused.code == 2 && refused.err.contains(said), "{more:?}: {}", refused.err);
    }
}

#[test]
fn there_are_at_most_ten_thousand_groups() {
    for (count, code) in [(10_000, 1), (10_001, 2)] {
        let mut table = "name,市州,staff_total\n".to_owned();
        for number in 0..count {
            writeln!(table, "a{number},c{number},1").unwrap();
        }
        let found = check(&table, &["--by", "市州"]);
        assert_eq!(found.code, code, "{count}: {}", found.err);
        assert_eq!(found.err.contains("不同的值超过 10000 个"), code == 2, "{}", found.err);
    }
}

#[test]
fn a_share_is_of_all_records_but_not_of_rows_passed_over() {
    let incomplete = ["--allow", "incomplete=100%"];
    // Of 200 records one per cent are two, faulty ones included; a total is no record.
    for (unmet, faulty, total, expected) in [
        (2, 0, false, 0),
        (3, 0, false, 1),
        (2, 2, false, 0),
        (3, 2, false, 1),
        (2, 3, false, 2),
        (2, 2, true, 0),
        (3, 2, true, 1),
    ] {
        let mut table = "name,staff_total,trained_staff\n".to_owned();
        for number in 0..200 {
            let trained = match number {
                _ if number < unmet => "29",
                _ if number < unmet + faulty => "x",
                _ => "30",
            };
            writeln!(table, "a{number},100,{trained}").unwrap();
        }
        if total {
            table.push_str("合计,20000,6000\n".repeat(200).as_str());
        }
        let more = ["--allow", "non_compliant=1%", "--allow", "faulty=1%"];
        let found = check(&table, &[&more[..], &incomplete].concat());
        assert_eq!(found.code, expected, "{unmet} {faulty} {total}: {}", found.err);
    }
}

#[test]
fn a_table_without_a_record_fails_and_says_so() {
    for (rows, code) in [("", 1), ("合计,100,30\n", 1), ("甲,100,30\n", 0)] {
        let table = ["name,staff_total,trained_staff\n", rows].concat();
        let found = check(&table, &["--allow", "incomplete=1"]);
        assert_eq!(found.code, code, "{rows}: {}", found.err);
        assert_eq!(found.err.contains(chanjiao::table::NO_RECORD.zh()), code == 1, "{}", found.err);
    }
}
