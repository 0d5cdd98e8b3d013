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
    for header in [
        "工资总额（人）",
        "职工总数（万元）",
        "工资总额（2015年）",
        "企业名称（万元）",
        "年度（人）",
    ] {
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
    assert!(mapped(&remark, &[("营业收入", "operating_revenue_yuan")]).is_err());
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

#[test]
fn cells_become_json_values() {
    for (of, header, cell, expected) in [
        ("enterprise", "name", " 甲 ", r#"{"name":" 甲 "}"#),
        ("enterprise", "name", " \u{3000}", "{}"),
        ("enterprise", "staff_total", " 12 ", r#"{"staff_total":12}"#),
        ("enterprise", "staff_total", "1e2", r#"{"staff_total":1e2}"#),
        ("enterprise", "staff_total", "1,000", r#"{"staff_total":"1,000"}"#),
        ("enterprise", "staff_total", "１２", r#"{"staff_total":"１２"}"#),
        ("enterprise", "staff_total", "NaN", r#"{"staff_total":"NaN"}"#),
        ("enterprise", "staff_total", "", "{}"),
        ("enterprise", "工资总额（万元）", "1e999", r#"{"total_wages_yuan":"1e999"}"#),
        ("enterprise", "state_owned", "TRUE", r#"{"state_owned":true}"#),
        ("enterprise", "state_owned", "无", r#"{"state_owned":false}"#),
        ("enterprise", "state_owned", "可能", r#"{"state_owned":"可能"}"#),
        ("enterprise", "size_class", "中型", r#"{"size_class":"medium"}"#),
        ("enterprise", "size_class", "大", r#"{"size_class":"large"}"#),
        ("enterprise", "size_class", "巨型", r#"{"size_class":"巨型"}"#),
        (
            "enterprise",
            "说明",
            r#"{"enterprise.teacher_posts": "新建"}"#,
            r#"{"explanations":{"enterprise.teacher_posts":"新建"}}"#,
        ),
        ("enterprise", "说明", "新建", r#"{"explanations":"新建"}"#),
        ("teacher", "as_of", "2024-05-01", r#"{"as_of":"2024-05-01"}"#),
        ("teacher", "as_of", "2024/5/1", r#"{"as_of":"2024-05-01"}"#),
        ("teacher", "as_of", "2024年05月1日", r#"{"as_of":"2024-05-01"}"#),
        ("teacher", "as_of", "2023/2/29", r#"{"as_of":"2023/2/29"}"#),
        ("teacher", "as_of", "24/5/1", r#"{"as_of":"24/5/1"}"#),
        ("teacher", "as_of", "2024-5-1", r#"{"as_of":"2024-5-1"}"#),
        ("teacher", "as_of", "5/1/2024", r#"{"as_of":"5/1/2024"}"#),
        ("teacher", "as_of", "2024年5月001日", r#"{"as_of":"2024年5月001日"}"#),
        (
            "industry_forecast",
            "published",
            "2019-05-01; 2022/4/30；",
            r#"{"published":["2019-05-01","2022-04-30"]}"#,
        ),
        ("industry_forecast", "published", "无", r#"{"published":[]}"#),
        ("industry_forecast", "published", r#"["2019-05-01"]"#, r#"{"published":["2019-05-01"]}"#),
        ("industry_forecast", "published", "2019-05-01, x", r#"{"published":["2019-05-01, x"]}"#),
    ] {
        assert_eq!(one(of, header, cell), expected, "{header} {cell}");
    }
}

#[test]
fn periods_are_parsed_as_people_type_them() {
    let expected = concat!(
        r#"{"practice":["#,
        r#"{"start":"2020-07-01","end":"2020-08-31","in_enterprise":true},"#,
        r#"{"start":"2021-03-01","end":null,"in_enterprise":false}]}"#
    );
    for cell in [
        "2020-07-01..2020-08-31 企业; 2021-03-01.. 非企业",
        "2020/7/1~2020/8/31企业；2021/3/1至今 非企业",
        "2020年7月1日——2020年8月31日 enterprise\n2021年3月1日— other",
    ] {
        assert_eq!(one("teacher", "实践经历", cell), expected, "{cell}");
    }
    for (cell, expected) in [
        (
            "2020-07-01..2020-08-31",
            r#"{"start":"2020-07-01","end":"2020-08-31","in_enterprise":null}"#,
        ),
        (
            "2020-07..2020-08-31 学校",
            r#"{"start":"2020-07","end":"2020-08-31 学校","in_enterprise":null}"#,
        ),
        ("2020-07-01", r#""2020-07-01""#),
    ] {
        let expected = format!("{{\"practice\":[{expected}]}}");
        assert_eq!(one("teacher", "practice", cell), expected, "{cell}");
    }
}
