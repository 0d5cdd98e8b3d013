//! Headers and cells, as people write them.

use super::*;
use crate::subjects::subject;
use crate::text::Language;

fn columns(of: &str, headers: &[&str]) -> Result<Columns, HeaderErrors> {
    Columns::of(subject(of).unwrap(), headers, &Options::default())
}

fn mapped(
    headers: &[&str],
    map: &[(&str, &str)],
) -> Result<Vec<(usize, &'static str, i32)>, String> {
    let map: Vec<_> = map.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    match Columns::of(
        subject("enterprise").unwrap(),
        headers,
        &Options { map, ..Default::default() },
    ) {
        Ok(columns) => Ok(columns.facts().map(|(at, field, by)| (at, field.key(), by)).collect()),
        Err(faults) => {
            let faults = faults.iter().map(|it| it.message(Language::Chinese));
            Err(faults.collect::<Vec<_>>().join("\n"))
        }
    }
}

fn one(of: &str, header: &str, cell: &str) -> String {
    let mut json = String::new();
    columns(of, &[header]).unwrap().node([cell].into_iter()).push_json(&mut json);
    json
}

#[test]
fn headers_are_matched_by_key_or_label() {
    assert_eq!(
        mapped(&["name", "\u{feff}在职员工 ", "销售收入（万元）", "资产总额 (亿元)"], &[]),
        Ok(vec![
            (0, "name", 0),
            (1, "staff_in_service", 0),
            (2, "sales_revenue_yuan", 4),
            (3, "total_assets_yuan", 8),
        ])
    );
    let columns = columns("enterprise", &["行业", "国统行业", "", "总资产"]).unwrap();
    assert_eq!(columns.ignored(), ["行业", "", "总资产"]);
    assert_eq!(columns.len(), 4);
}

#[test]
fn units_are_converted_exactly() {
    for (header, cell, expected) in [
        ("工资总额", "12.5", "12.5"),
        ("工资总额（元）", "12.5", "12.5"),
        ("工资总额（千元）", "12.5", "12500"),
        ("工资总额（万元）", "0.000001", "0.01"),
        ("工资总额\n（万元）", "1e2", "1000000"),
        ("工资总额（百万元）", "20753.3466", "20753346600"),
        ("工资总额（亿元）", "0.1", "10000000"),
        ("工资总额(yuan)", "3.00", "3.00"),
    ] {
        let expected = format!("{{\"total_wages_yuan\":{expected}}}");
        assert_eq!(one("enterprise", header, cell), expected, "{header} {cell}");
    }
    assert_eq!(one("enterprise", "职工总数（万人）", "1.2345"), r#"{"staff_total":12345}"#);
    assert_eq!(one("programme", "总课时（课时）", "90"), r#"{"total_hours":90}"#);
    assert_eq!(one("enterprise", "年度（年）", "2024"), r#"{"year":2024}"#);
    assert_eq!(one("province", "产业教授（导师）（人）", "9"), r#"{"industry_professors":9}"#);
    assert_eq!(one("province", "产业教授（导师）", "9"), r#"{"industry_professors":9}"#);
    assert_eq!(one("enterprise", "国有（是/否）", "是"), r#"{"state_owned":true}"#);
}

#[test]
fn a_wrong_unit_is_an_error() {
    for header in ["工资总额（人）", "职工总数（万元）", "企业名称（万元）", "年度（人）"]
    {
        let faults = columns("enterprise", &[header]).unwrap_err();
        assert!(matches!(&faults.0[..], [HeaderError::Unit { .. }]), "{header}");
        assert!(faults.message(Language::Chinese).contains(header));
    }
}

#[test]
fn two_columns_for_one_fact_are_an_error_that_names_both() {
    let fault = mapped(&["从业人员", "从业人员数（人）"], &[]).unwrap_err();
    assert!(
        fault.contains("`从业人员` 与 `从业人员数（人）` 都对应 `employed_persons`"),
        "{fault}"
    );
    assert!(mapped(&["name", "name"], &[]).is_err());
    assert!(mapped(&["说明", "explanations"], &[]).is_err());
}

#[test]
fn a_map_overrides_the_matching() {
    let headers = ["营业收入（百万元）", "销售收入", "从业人员"];
    let sales = vec![(0, "sales_revenue_yuan", 6), (2, "employed_persons", 0)];
    for name in ["营业收入", "营业收入（百万元）", " 营业收入 (百万元)"] {
        assert_eq!(mapped(&headers, &[(name, "sales_revenue_yuan")]), Ok(sales.clone()));
    }
    assert_eq!(mapped(&headers, &[("营业收入", "销售收入")]), Ok(sales));
    assert_eq!(
        mapped(&headers, &[("营业收入", ""), ("销售收入", "")]),
        Ok(vec![(2, "employed_persons", 0)])
    );
    let remark = ["营业收入（2015年）"];
    assert_eq!(
        mapped(&remark, &[("营业收入（2015年）", "operating_revenue_yuan")]),
        Ok(vec![(0, "operating_revenue_yuan", 0)])
    );
    assert_eq!(
        mapped(&remark, &[("营业收入", "operating_revenue_yuan")]),
        Ok(vec![(0, "operating_revenue_yuan", 0)])
    );
    // Another remark may change what the numbers are, so the map has to name it.
    let women = ["职工（其中：女）"];
    assert!(mapped(&women, &[("职工", "staff_total")]).unwrap_err().contains("其中：女"));
    assert_eq!(
        mapped(&women, &[("职工（其中：女）", "staff_total")]),
        Ok(vec![(0, "staff_total", 0)])
    );
    assert!(mapped(&headers, &[("营业收入", "employed_persons")]).is_err());
}

#[test]
fn a_wrong_map_suggests_the_nearest_names() {
    let headers = ["营业收入（百万元）", "从业人员"];
    for (map, expected) in [
        (&[("营业收人", "year")][..], "没有列 `营业收人`。是否指 `营业收入`？"),
        (&[("从业人员", "staff_totl")], "没有事实 `staff_totl`。是否指 `staff_total`？"),
        (&[("从业人员", "year"), ("从业人员", "name")], "`从业人员` 指定了两次"),
        (&[("从业人员", "year"), ("营业收入", "year")], "`year` 指定了两次"),
    ] {
        let fault = mapped(&headers, map).unwrap_err();
        assert!(fault.contains(expected), "{fault}");
    }
}

/// Headers for sales revenue, with the power of ten of their unit.
const UNITS: &[(&str, i32)] = &[
    ("销售收入（元）", 0),
    ("销售收入（万元）", 4),
    ("销售收入(万元)", 4),
    ("销售收入[万元]", 4),
    ("销售收入【万元】", 4),
    ("销售收入〔万元〕", 4),
    ("销售收入﹙万元﹚", 4),
    ("销售收入［万元］", 4),
    ("销售收入（单位：万元）", 4),
    ("销售收入（单位 万元）", 4),
    ("销售收入（计量单位：万元）", 4),
    ("销售收入（人民币万元）", 4),
    ("销售收入（人民币：万元）", 4),
    ("销售收入（RMB 万元）", 4),
    ("销售收入（￥万元）", 4),
    ("销售收入（万元，不含税）", 4),
    ("销售收入（含税、万元）", 4),
    ("销售收入（2023年，万元）", 4),
    ("销售收入（2023年度 万元）", 4),
    ("销售收入（万元）（不含税）", 4),
    ("销售收入（不含税）（万元）", 4),
    ("销售收入（万）", 4),
    ("销售收入（亿）", 8),
    ("销售收入（万 元）", 4),
    ("销售收入：万元", 4),
    ("销售收入:万元", 4),
    ("销售收入/万元", 4),
    ("销售收入／万元", 4),
    ("销售收入 万元", 4),
    ("销售收入\u{3000}万元", 4),
    ("销售收入_万元", 4),
    ("销售收入-万元", 4),
    ("销售收入—万元", 4),
    ("销售收入，万元", 4),
    ("销售收入|万元", 4),
    ("销售收入万元", 4),
    ("销售收入亿元", 8),
    ("（万元）销售收入", 4),
    ("销售收入\n（万元）", 4),
    ("销售\n收入（万元）", 4),
    ("销售收入 单位：万元", 4),
    ("销售收入\n[单位] 万元", 4),
    ("*销售收入（万元）", 4),
    ("3.销售收入（万元）", 4),
    ("三、销售收入（万元）", 4),
    ("销售收入（万元）①", 4),
    ("销售收入①（万元）", 4),
    ("销\u{3000}售\u{3000}收\u{3000}入（万元）", 4),
    ("销售收入\u{200b}（万元）", 4),
    ("销售收⼊（万元）", 4),
    ("销售收入（万元）（必填）", 4),
    ("SALES_REVENUE_YUAN", 0),
    ("Sales Revenue", 0),
    ("sales_revenue_yuan（万元）", 4),
];

#[test]
fn a_unit_is_found_wherever_it_stands() {
    for &(header, power) in UNITS {
        assert_eq!(mapped(&[header], &[]), Ok(vec![(0, "sales_revenue_yuan", power)]), "{header}");
        let map = [(header, "sales_revenue_yuan")];
        assert_eq!(mapped(&[header], &map), Ok(vec![(0, "sales_revenue_yuan", power)]), "{header}");
        // Under another name, only the map says what the column holds.
        let other = header.replace("销售", "营业额");
        if other != header {
            let map = [(other.as_str(), "sales_revenue_yuan")];
            let found = mapped(&[&other], &map);
            assert_eq!(found, Ok(vec![(0, "sales_revenue_yuan", power)]), "{other}");
        }
    }
}

#[test]
fn what_may_be_a_unit_is_refused_until_the_map_says_it() {
    for unit in [
        "万美元",
        "美元",
        "USD",
        "百万USD",
        "万欧元",
        "$",
        "%",
        "人",
        "千元/月",
        "元/年",
        "k",
        "万元/元",
        "户",
        "万吨",
        "人次",
        "million",
    ] {
        for header in [
            format!("销售收入（{unit}）"),
            format!("销售收入 {unit}"),
            format!("销售收入【{unit}】"),
        ] {
            let map = [(header.as_str(), "sales_revenue_yuan")];
            for found in [mapped(&[&header], &map), mapped(&[&header], &[])] {
                assert!(found.is_err_and(|it| it.contains("单位")), "{header}");
            }
            let map = [(header.as_str(), "sales_revenue_yuan:万元")];
            assert_eq!(
                mapped(&[&header], &map),
                Ok(vec![(0, "sales_revenue_yuan", 4)]),
                "{header}"
            );
        }
    }
}

#[test]
fn the_options_give_units() {
    let of = |headers: &[&str], units: &[(&str, &str)], map: &[(&str, &str)]| {
        let pairs = |of: &[(&str, &str)]| {
            of.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
        };
        let options = Options { map: pairs(map), units: pairs(units), ..Default::default() };
        let columns = Columns::of(subject("enterprise").unwrap(), headers, &options);
        let columns = columns.map_err(|it| it.message(Language::Chinese))?;
        let powers = columns.facts().map(|(_, field, power)| (field.key(), power)).collect();
        let notes: Vec<&str> = columns.notes().iter().map(Note::kind).collect();
        Ok::<(Vec<_>, String), String>((powers, notes.join(" ")))
    };
    let sales = |power, notes: &str| Ok((vec![("sales_revenue_yuan", power)], notes.to_owned()));
    assert_eq!(of(&["销售收入"], &[], &[]), sales(0, "no_unit"));
    assert_eq!(of(&["销售收入"], &[("sales_revenue_yuan", "万元")], &[]), sales(4, ""));
    assert_eq!(of(&["销售收入"], &[("销售收入", "亿元")], &[]), sales(8, ""));
    assert_eq!(of(&["销售收入（元）"], &[("销售收入", "亿元")], &[]), sales(8, "own_unit"));
    assert_eq!(of(&["营收"], &[], &[("营收", "销售收入：千元")]), sales(3, ""));
    for (units, map, expected) in [
        (&[("销售收入", "美元")][..], &[][..], "`美元` 不是销售收入的单位"),
        (&[("企业名称", "万元")], &[], "该事实没有单位"),
        (&[("销售收人", "万元")], &[], "没有事实 `销售收人`"),
        (&[("销售收入", "元"), ("sales_revenue_yuan", "万元")], &[], "指定了两次"),
        (&[], &[("销售收入", "sales_revenue_yuan:人")], "`人` 不是销售收入的单位"),
    ] {
        let fault = of(&["销售收入"], units, map).unwrap_err();
        assert!(fault.contains(expected), "{fault}");
    }
}

#[test]
fn units_outside_the_headers_are_those_of_columns_without_one() {
    let of = |headers: &[&str], said: &str, below: &[&str]| {
        let below = below.iter().map(|it| (*it).to_owned()).collect();
        let options = Options {
            outside: UnitsOutside { said: Said::find(said).into_iter().collect(), below },
            ..Default::default()
        };
        let columns = Columns::of(subject("enterprise").unwrap(), headers, &options);
        let columns = columns.map_err(|it| it.message(Language::Chinese))?;
        let powers = columns.facts().map(|(_, _, power)| power).collect();
        let notes: Vec<&str> = columns.notes().iter().map(Note::kind).collect();
        Ok::<(Vec<i32>, String), String>((powers, notes.join(" ")))
    };
    let headers = ["企业名称", "从业人员（人）", "销售收入", "资产总额"];
    let found = |powers: &[i32], notes: &str| Ok((powers.to_vec(), notes.to_owned()));
    assert_eq!(of(&headers, "单位：万元", &[]), found(&[0, 0, 4, 4], "outside_unit"));
    assert_eq!(
        of(&headers, "", &["", "人", "（万元）", "亿元"]),
        found(&[0, 0, 4, 8], "outside_unit outside_unit")
    );
    assert_eq!(
        of(&headers, "", &["", "", "万元", ""]),
        found(&[0, 0, 4, 0], "no_unit outside_unit")
    );
    let own = ["企业名称", "销售收入（元）", "资产总额"];
    assert_eq!(of(&own, "单位：万元", &[]), found(&[0, 0, 4], "outside_unit own_unit"));
    assert!(of(&headers, "单位：万美元", &[]).unwrap_err().contains("单位:万美元"));
    assert!(of(&headers, "", &["", "", "美元", ""]).unwrap_err().contains("美元"));
    assert!(of(&["sales_revenue_yuan"], "单位：万元", &[]).unwrap_err().contains("单位:万元"));
    assert_eq!(
        of(&["从业人员", "sales_revenue_yuan"], "单位：万人、元", &[]),
        found(&[4, 0], "outside_unit")
    );
}

#[test]
fn a_column_of_units_is_refused() {
    for header in
        ["销售收入单位", "销售收入（单位）", "销售收入计量单位", "销售收入_单位", "金额单位"]
    {
        let fault = mapped(&["销售收入", header], &[]).unwrap_err();
        assert!(fault.contains(header) && fault.contains("单位"), "{fault}");
        assert!(mapped(&["销售收入", header], &[(header, "")]).is_ok(), "{header}");
        assert!(mapped(&["销售收入（万元）", header], &[]).is_ok(), "{header}");
        assert!(mapped(&["销售收入", header], &[("销售收入", "sales_revenue_yuan:万元")]).is_ok());
    }
    assert!(mapped(&["销售收入", "单位"], &[]).is_ok());
}

#[test]
fn near_misses_are_proposed_and_never_applied() {
    for (header, proposed) in [
        ("销售收人（万元）", Some("销售收入（万元）")),
        ("2023年销售收入（万元）", Some("销售收入（万元）")),
        ("上年销售收入", Some("销售收入")),
        ("销售收入（预计）", Some("销售收入")),
        ("从业人员（其中：女）", Some("从业人员")),
        ("资产总计\n[报告期]  去年年报\n[单位]   元", Some("资产总额（元）")),
        ("employed_person", Some("employed_persons")),
        ("备注", None),
        ("地区", None),
        ("", None),
    ] {
        let columns = columns("enterprise", &[header]).unwrap();
        assert_eq!(columns.ignored(), [header]);
        let notes: Vec<&Note> = columns.notes().iter().collect();
        let [Note::NearMiss(NotedHeaders { text, .. })] = notes.as_slice() else {
            assert_eq!((proposed, notes.len()), (None, 0), "{header}");
            continue;
        };
        assert_eq!(Some(text.as_str()), proposed, "{header}");
    }
    // Another column holds the fact.
    assert!(columns("enterprise", &["销售收入（元）", "上年销售收入"]).unwrap().notes().is_empty());
    let text = columns("enterprise", &["3销售收入（万元）"]).unwrap();
    assert_eq!(
        text.notes()[0].message(Language::Chinese),
        "未使用的列 3销售收入（万元）：是否指 `销售收入（万元）`？"
    );
}
