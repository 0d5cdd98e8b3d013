//! Cells, as people write them.

use super::*;
use crate::subjects::subject;
use crate::table::{Columns, NoteCounts, Options};
use crate::text::Language;

/// The record of a table with one cell, as JSON, and the kinds of its notes.
fn one(of: &str, header: &str, cell: &str) -> (String, Vec<&'static str>) {
    let columns = Columns::of(subject(of).unwrap(), &[header], &Options::default()).unwrap();
    let mut json = String::new();
    let mut counts = [NoteCounts::NONE];
    columns.node_of([cell].into_iter(), Some(2), &mut counts).push_json(&mut json);
    let [counts] = counts;
    (json, counts.notes(0, header, columns.missing()).map(|note| note.kind()).collect())
}

/// What is said of a cell with a fault.
fn help(of: &str, header: &str, cell: &str) -> String {
    let subject = subject(of).unwrap();
    let columns = Columns::of(subject, &[header], &Options::default()).unwrap();
    let mut faults = subject.parse_node(&columns.node([cell].into_iter())).unwrap_err();
    let mut help = String::new();
    for fault in &mut faults.0 {
        columns.explain(fault, |_| Some(cell));
        if !header.starts_with("实践") && header != "说明" {
            let text = trimmed(cell);
            let given = Node::Text(text.into()).excerpt();
            assert!(fault.given == given || fault.given == text, "{}", fault.given);
        }
        help += &fault.help(Language::Chinese).unwrap_or_default();
    }
    help
}

#[test]
fn what_json_writes_is_read_as_it_is() {
    for (of, header, cell, expected) in [
        ("enterprise", "name", " 甲 ", r#"{"name":" 甲 "}"#),
        ("enterprise", "name", "—", r#"{"name":"—"}"#),
        ("enterprise", "name", " \u{3000}", "{}"),
        ("enterprise", "staff_total", " 12 ", r#"{"staff_total":12}"#),
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
        ("enterprise", "说明", "无", r#"{"explanations":{}}"#),
        ("industry_forecast", "published", "无", r#"{"published":[]}"#),
        ("industry_forecast", "published", r#"["2019-05-01"]"#, r#"{"published":["2019-05-01"]}"#),
        ("industry_forecast", "published", "2019-05-01, x", r#"{"published":["2019-05-01, x"]}"#),
    ] {
        assert_eq!(one(of, header, cell).0, expected, "{header} {cell}");
    }
}

/// A header, cells that mean the same, and the value.
const SAME: &[(&str, &str, &[&str], &str)] = &[
    (
        "enterprise",
        "从业人员（人）",
        &[
            "1200",
            "1,200",
            "1，200",
            "１２００",
            "１，２００",
            "1200人",
            "1200 人",
            "1,200人",
            "1200名",
            "'1200",
            "’1200",
            "=\"1200\"",
            "1200\u{200b}",
            "\u{feff}1200",
            "12\u{2060}00",
            "\u{a0}1200\u{3000}",
            "1200.0",
            "1,200.00",
        ],
        "1200",
    ),
    (
        "enterprise",
        "销售收入（万元）",
        &[
            "12.5",
            "１２．５",
            "12.5万元",
            "￥12.5",
            "¥12.5",
            "12.5 万元",
            "¥ 12.5万元",
            "人民币12.5万元",
            "RMB 12.5",
        ],
        "125000",
    ),
    (
        "enterprise",
        "销售收入",
        &["12345678.9", "12,345,678.90", "1234.56789万元", "1234.56789万", "￥12,345,678.9元"],
        "12345678.9",
    ),
    ("enterprise", "年度", &["2024", "2024年", "２０２４年", "2024 年", "2024年度"], "2024"),
    (
        "teacher",
        "as_of",
        &[
            "2024-01-05",
            "2024-1-5",
            "2024/1/5",
            "2024.1.5",
            "2024.01.05",
            "2024．1．5",
            "2024年1月5日",
            "2024年01月05号",
            "２０２４年１月５日",
            "2024 年 1 月 5 日",
            "20240105",
            "2024-01-05 00:00:00",
            "2024-01-05T00:00:00",
            "2024/1/5 0:00",
            "2024-01-05 00:00",
            "2024-01-05 00:00:00.000",
            "'2024-01-05",
            "2024-01-05\u{200b}",
        ],
        "\"2024-01-05\"",
    ),
    (
        "enterprise",
        "国有",
        &["是", "有", "√", "✓", "Y", "y", "Yes", "1", "1.0", "１", "TRUE", "是 ", "'是"],
        "true",
    ),
    ("enterprise", "国有", &["否", "无", "×", "✗", "N", "no", "0", "0.0", "０", "False"], "false"),
    (
        "enterprise",
        "企业规模",
        &["中型", "中 型", "中型\u{200b}", "medium", "Medium"],
        "\"medium\"",
    ),
    (
        "industry_forecast",
        "published",
        &[
            "2019-05-01; 2022/4/30；",
            "2019.5.1；2022年4月30日",
            "2019-05-01、2022-04-30",
            "20190501\n20220430",
        ],
        r#"["2019-05-01","2022-04-30"]"#,
    ),
    (
        "teacher",
        "实践经历",
        &[
            "2020-07-01..2020-08-31 企业; 2021-03-01.. 非企业",
            "2020/7/1~2020/8/31企业；2021/3/1至今 非企业",
            "2020年7月1日——2020年8月31日 enterprise\n2021年3月1日— other",
            "2020.07.01-2020.08.31 企业；2021.03.01-今 非企业",
            "2020-07-01到2020-08-31（企业）；2021-03-01到今（非企业）",
            "2020-07-01–2020-08-31 （企业）;2021-03-01–(非企业)",
            "2020-07-01～2020-08-31企业;2021-03-01～非企业",
            "20200701-20200831 企业;20210301- 非企业",
            "2020-07-01、2020-08-31 企业;2021-03-01.. 非企业",
        ],
        concat!(
            r#"[{"start":"2020-07-01","end":"2020-08-31","in_enterprise":true},"#,
            r#"{"start":"2021-03-01","end":null,"in_enterprise":false}]"#
        ),
    ),
];

#[test]
fn forms_with_one_meaning_are_read() {
    for &(of, header, cells, expected) in SAME {
        for cell in cells {
            let (json, notes) = one(of, header, cell);
            let (_, value) = json.split_once(':').unwrap_or_else(|| panic!("{header} {cell}"));
            let value = value.strip_suffix('}').unwrap_or(value);
            let plain =
                value.strip_suffix(".00").or_else(|| value.strip_suffix(".0")).unwrap_or(value);
            assert!(
                [plain, value].contains(&expected) || value == format!("{expected}0"),
                "{header} {cell}: {json}"
            );
            assert!(notes.is_empty(), "{cell}");
        }
    }
}

/// A header, cells without a certain meaning, and what is said of them.
const OPEN: &[(&str, &str, &[&str], &str)] = &[
    (
        "enterprise",
        "从业人员（人）",
        &["1,2", "12,34", "1,2000", ",100", "1,20", "0,123", "1,200,30"],
        "逗号",
    ),
    ("enterprise", "销售收入（万元）", &["1.200,5", "1,200,5", "1,2"], "逗号"),
    ("enterprise", "销售收入（万元）", &["1.23457E+11", "9.94E+07", "1E+11"], "科学记数"),
    ("enterprise", "从业人员（人）", &["1.2E+03"], "科学记数"),
    (
        "enterprise",
        "销售收入（万元）",
        &["12元", "12万美元", "12亿元", "12万", "12人", "$12"],
        "单位",
    ),
    ("enterprise", "从业人员（人）", &["1200人次", "1.2万人", "30%"], "单位"),
    ("enterprise", "销售收入（万元）", &["（12000）", "(12,000.5)"], "括号"),
    ("enterprise", "从业人员（人）", &["1 200", "1 5"], "空格"),
    ("enterprise", "从业人员（人）", &["无", "没有", "零"], "留空"),
    ("enterprise", "从业人员（人）", &["12\u{7}"], "U+0007"),
    ("enterprise", "从业人员（人）", &["1200¹", "12₀₀", "②", "1200①", "½"], "如是脚注"),
    ("enterprise", "销售收入（万元）", &["12.5²", "12.5万元³"], "如是脚注"),
    ("enterprise", "年度", &["202⁴"], "如是脚注"),
    ("enterprise", "国有", &["①", "1¹"], "如是脚注"),
    ("teacher", "as_of", &["2024-12-3¹"], "如是脚注"),
    ("teacher", "as_of", &["45657", "45657.0"], "像是未设格式的日期（2024-12-31）"),
    ("teacher", "as_of", &["2024-12-31 08:30:00", "2024-12-31T08:30"], "时刻"),
    (
        "teacher",
        "as_of",
        &["2024-12", "2024年12月", "24/5/1", "5/1/2024", "2024-13-01", "2024年5月001日", "x"],
        "2024-05-01",
    ),
    ("enterprise", "国有", &["已建立", "x", "2", "可能", "是否"], "√"),
    (
        "teacher",
        "实践经历",
        &["2023-07-01至2023-08-31 不在企业", "2020-07..2020-08-31 企业", "2020-07-01"],
        "..",
    ),
    (
        "enterprise",
        "说明",
        &["新建", "没有场地"],
        "{\"规则\": \"理由\"}，或用 --map 说明= 不用该列",
    ),
];

#[test]
fn other_forms_are_faults_that_say_why() {
    for &(of, header, cells, expected) in OPEN {
        for cell in cells {
            let help = help(of, header, cell);
            assert!(help.contains(expected), "{header} {cell}: {help}");
        }
    }
}

#[test]
fn marks_for_missing_values_are_unknown_and_counted() {
    for (header, cells) in [
        ("从业人员", &["—", "-", "--", "/", "…", "N/A", "NULL", "#N/A", "暂无", "不详"][..]),
        ("企业规模", &["—", "/"]),
        ("国有", &["—", "/", "不详"]),
        ("说明", &["/", "暂无"]),
    ] {
        for cell in cells {
            assert_eq!(
                one("enterprise", header, cell),
                ("{}".to_owned(), vec!["missing"]),
                "{cell}"
            );
        }
    }
    assert_eq!(one("teacher", "实践经历", "—").1, ["missing"]);
    assert_eq!(one("teacher", "as_of", "—").1, ["missing"]);
}

#[test]
fn other_exponents_are_read_and_noted() {
    for (header, cell, expected) in [
        ("从业人员", "1e2", "1e2"),
        ("从业人员", "1.2E3", "1.2E3"),
        ("销售收入（万元）", "1.2345678E8", "1234567800000"),
        ("销售收入（万元）", "1.2345678E+08", "1234567800000"),
    ] {
        let (json, notes) = one("enterprise", header, cell);
        assert!(json.contains(expected), "{json}");
        assert_eq!(notes, ["exponent"], "{cell}");
    }
}

#[test]
fn parts_of_periods_have_faults_of_their_own() {
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
        assert_eq!(one("teacher", "practice", cell).0, expected, "{cell}");
    }
}
