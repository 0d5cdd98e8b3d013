//! Inputs at and beyond the documented limits are rejected quickly, with the right fault.

use chanjiao::json::{MAX_DEPTH, MAX_TEXT, MAX_VALUES, Node};
use chanjiao::table::{Columns, HeaderError, Options};
use chanjiao::{
    Code, Count, Date, Enterprise, IndustryForecast, MOST_FAULTS, Money, Months, Parameters,
    Practice, Share, SizeClass, Teacher, Year, Years, check_json,
};
use serde_json::Value;

/// Pointer and code of every fault.
fn faults(subject: &str, text: &str) -> Vec<(String, String)> {
    let answer: Value = serde_json::from_str(&check_json(subject, text, None)).expect("JSON");
    let faults = answer["faults"].as_array().expect("a list").iter();
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    faults.map(|fault| (text(&fault["pointer"]), text(&fault["code"]))).collect()
}

fn one(pointer: &str, code: &str) -> Vec<(String, String)> {
    vec![(pointer.to_owned(), code.to_owned())]
}

#[test]
fn text_may_have_16_mib() {
    let text = |length: usize| format!("{{}}{}", " ".repeat(length - 2));
    assert_eq!(faults("visit", &text(MAX_TEXT)), []);
    assert_eq!(faults("visit", &text(MAX_TEXT + 1)), one("", "too_large"));
}

#[test]
fn text_may_hold_100_000_values() {
    // The object, the date, the list and its items.
    let text = |items: usize| {
        let dates = vec!["\"2020-01-01\""; items].join(",");
        format!(r#"{{"as_of": "2021-01-01", "published": [{dates}]}}"#)
    };
    assert_eq!(faults("industry_forecast", &text(MAX_VALUES - 3)), []);
    assert_eq!(faults("industry_forecast", &text(MAX_VALUES - 2)), one("", "too_large"));
}

#[test]
fn containers_may_be_nested_32_deep() {
    let text = |depth: usize| format!("{{\"x\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(faults("visit", &text(MAX_DEPTH - 1)), one("/x", "unknown_key"));
    assert_eq!(faults("visit", &text(MAX_DEPTH)), one("", "too_deep"));
    assert_eq!(faults("visit", &"[".repeat(1_000_000)), one("", "too_deep"));
}

#[test]
fn a_thousand_faults_are_listed_and_the_rest_is_counted() {
    let text = |keys: usize| {
        let members: Vec<String> = (0..keys).map(|key| format!("\"key{key:06}\": 1")).collect();
        format!("{{{}}}", members.join(","))
    };
    assert_eq!(faults("visit", &text(MOST_FAULTS)).len(), MOST_FAULTS);
    let many = faults("visit", &text(90_000));
    assert_eq!(many.len(), MOST_FAULTS + 1);
    assert_eq!(many.last(), Some(&(String::new(), "too_many_faults".to_owned())));
    assert!(check_json("visit", &text(90_000), None).contains("另有 89000 处未列出"));
}

#[test]
fn duplicate_keys_are_found_at_any_depth() {
    assert_eq!(
        faults(
            "teacher",
            r#"{"as_of": "2024-01-01", "practice": [{"start": "2023-01-01", "start": "2023-01-01", "a": {"b": 1, "b": 1}}], "name": {"c": [{"d": 1, "d": 2}]}, "z": 1, "z": 2}"#
        ),
        [
            ("/name", "not_text"),
            ("/name/c/0/d", "duplicate_key"),
            ("/practice/0/start", "duplicate_key"),
            ("/practice/0/a", "unknown_key"),
            ("/practice/0/a/b", "duplicate_key"),
            ("/z", "unknown_key"),
            ("/z", "duplicate_key"),
        ]
        .map(|(pointer, code)| (pointer.to_owned(), code.to_owned()))
    );
}

#[test]
fn unpaired_surrogates_are_rejected() {
    assert_eq!(faults("visit", r#"{"start": "\ud800"}"#), one("", "lone_surrogate"));
    assert_eq!(faults("visit", r#"{"\udc00": 1}"#), one("", "lone_surrogate"));
}

#[test]
fn numbers_of_any_length_are_parsed_quickly() {
    let nines = "9".repeat(100_000);
    for (number, code) in [
        (format!("1e{nines}"), Some("out_of_range")),
        (format!("1e-{nines}"), Some("not_a_count")),
        (format!("-1e{nines}"), Some("out_of_range")),
        (format!("0e{nines}"), None),
        (format!("0.{}", "0".repeat(100_000)), None),
        (format!("{nines}{nines}"), Some("out_of_range")),
    ] {
        let found = faults("enterprise", &format!(r#"{{"staff_total": {number}}}"#));
        assert_eq!(found, code.map(|code| one("/staff_total", code)).unwrap_or_default());
    }
}

#[test]
fn an_unknown_subject_is_a_fault_with_a_suggestion() {
    assert_eq!(faults("enterprize", "{}"), one("", "unknown_subject"));
    assert!(check_json("enterprize", "{}", None).contains("did you mean `enterprise`?"));
    assert!(check_json("税", "{}", None).contains(r#""help":null"#));
}

#[test]
fn faults_of_record_and_parameters_are_reported_together() {
    let answer = check_json("visit", r#"{"start": 1}"#, Some(r#"{"visit_months": 0, "x": 1}"#));
    let answer: Value = serde_json::from_str(&answer).expect("JSON");
    let indices: Vec<(&str, &str)> = answer["faults"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| (it["in"].as_str().unwrap_or(""), it["pointer"].as_str().unwrap_or("")))
        .collect();
    assert_eq!(
        indices,
        [("record", "/start"), ("parameters", "/visit_months"), ("parameters", "/x")]
    );
}

#[test]
fn a_given_value_is_cut_at_80_characters() {
    let long = "长".repeat(400);
    let answer = check_json("visit", &format!(r#"{{"start": "{long}"}}"#), None);
    let answer: Value = serde_json::from_str(&answer).expect("JSON");
    let given = answer["faults"][0]["given"].as_str().expect("a text");
    assert_eq!(given.chars().count(), 80);
    assert!(given.starts_with("\"长") && given.ends_with('…'));
}

#[test]
fn a_built_record_has_the_same_faults_as_parsed_json() {
    let codes = |faults: chanjiao::Faults| -> Vec<(String, &str)> {
        faults.iter().map(|fault| (fault.pointer.clone(), fault.code.as_str())).collect()
    };
    let teacher = chanjiao::Teacher::given().name("长".repeat(501)).build();
    assert_eq!(
        codes(teacher.expect_err("no day is given")),
        [("/name".to_owned(), "text_too_long"), ("/as_of".to_owned(), "required")]
    );
    let firm = chanjiao::Enterprise::given()
        .teacher_posts(1)
        .teacher_posts_mentored(2)
        .explain("enterprise.frontline_share", "x")
        .build();
    let firm = firm.expect_err("a part greater than its whole");
    assert_eq!(firm.iter().next().map(|fault| fault.given.as_str()), Some("2"));
    assert_eq!(
        codes(firm),
        [
            ("/teacher_posts_mentored".to_owned(), "part_exceeds_whole"),
            ("/explanations/enterprise.frontline_share".to_owned(), "not_explainable"),
        ]
    );
}

#[test]
fn a_fault_of_two_facts_is_at_one_and_names_the_other() {
    let message = |subject: &str, record: &str| {
        let answer = check_json(subject, record, None);
        let answer: Value = serde_json::from_str(&answer).expect("JSON");
        answer["faults"][0]["message"]["en"].as_str().expect("a sentence").to_owned()
    };
    assert_eq!(
        message("programme", r#"{"practical_hours": 3, "total_hours": 2}"#),
        "practical class hours: must not exceed class hours in all."
    );
    assert_eq!(
        message("teacher", r#"{"as_of": "2020-01-01", "hired_on": "2020-01-02"}"#),
        "day of hiring (first appointment as a teacher of a vocational school): must not be after day \
         of judgement."
    );
    assert_eq!(
        message("visit", r#"{"start": "2020-01-02", "end": "2020-01-01"}"#),
        "last day: must not be before first day."
    );
}

/// Nodes may also be built without the parser, so their depth is checked separately.
#[test]
fn nodes_may_be_nested_32_deep() {
    let read = |of: fn(Node<'static>) -> Node<'static>, depth: usize| {
        let node = (2..depth).fold(of(Node::Null), |node, _| of(node));
        let record = Node::Map(vec![("x".into(), node)]);
        let visit = chanjiao::subject("visit").expect("a subject");
        visit.parse_node(&record).expect_err("an unknown key").iter().next().expect("a fault").code
    };
    let list = |node| Node::List(vec![Node::Null, node, Node::Bool(true)]);
    let map = |node| Node::Map(vec![("a".into(), Node::Null), ("b".into(), node)]);
    for of in [list, map] {
        assert_eq!(read(of, MAX_DEPTH), Code::UnknownKey);
        assert_eq!(read(of, MAX_DEPTH + 1), Code::TooDeep);
    }
}

#[test]
fn unknown_keys_get_the_nearest_name_as_a_suggestion() {
    let suggested = |subject: &str, text: &str| -> Option<String> {
        let answer: Value = serde_json::from_str(&check_json(subject, text, None)).expect("JSON");
        let help = answer["faults"][0]["help"]["en"].as_str()?;
        Some(help.split('`').nth(1).expect("a name").to_owned())
    };
    for (key, expected) in [
        ("职工总数", Some("staff_total")),
        ("年度受训职工人数", Some("trained_staff")),
        ("staff_totla", Some("staff_total")),
        ("explanation", Some("explanations")),
        ("职", None),
        ("head_count", None),
    ] {
        let found = suggested("enterprise", &format!("{{\"{key}\": 1}}"));
        assert_eq!(found.as_deref(), expected, "{key}");
    }
    // At most a third of the letters may differ.
    for (name, expected) in [("visat", Some("visit")), ("vusat", None)] {
        assert_eq!(suggested(name, "{}").as_deref(), expected, "{name}");
    }
}

#[test]
fn suggestions_prefer_the_first_name_and_need_at_most_64_bytes() {
    let visit = chanjiao::subject("visit").expect("a subject");
    let suggested = |named: &str, headers: &[&str]| {
        let mut options = Options::default();
        options.map = vec![(named.to_owned(), "start".to_owned())];
        match Columns::of(visit, headers, &options).expect_err("no such header").into_iter().next()
        {
            Some(HeaderError::NoSuchHeader { suggestion, .. }) => suggestion,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(suggested("day3", &["day1", "day2"]).as_deref(), Some("day1"));
    assert_eq!(suggested("day3", &["dai1", "day2"]).as_deref(), Some("day2"));
    let [at, beyond] = [64, 65].map(|length| "x".repeat(length));
    assert_eq!(suggested(&at, &["x".repeat(63).as_str()]), Some("x".repeat(63)));
    assert_eq!(suggested(&beyond, &[at.as_str()]), None);
}

#[test]
fn typed_records_equal_parsed_json() {
    let day = |text: &str| text.parse::<Date>().expect("a date");
    let nothing = Enterprise::given().build().expect("no fact is required");
    assert_eq!(nothing.name(), None);
    assert_eq!(nothing.state_owned(), None);
    for owned in [true, false] {
        let wages: Money = "12.34".parse().expect("money");
        let firm = Enterprise::given()
            .name("甲")
            .year(Year::new(2024).expect("a year"))
            .size_class(SizeClass::Small)
            .state_owned(owned)
            .staff_total(7)
            .total_wages_yuan(wages);
        let firm = firm.build().expect("no faults");
        assert_eq!(firm.name().as_deref(), Some("甲"));
        assert_eq!(firm.year().map(Year::get), Some(2024));
        assert_eq!(firm.size_class(), Some(SizeClass::Small));
        assert_eq!(firm.state_owned(), Some(owned));
        assert_eq!(firm.staff_total().map(Count::get), Some(7));
        assert_eq!(firm.total_wages_yuan(), Some(wages));
        assert_eq!(Money::from(12).fen(), 1_200);
        assert_eq!(format!("{:?}", day("2024-02-29")), "2024-02-29");
        let text = format!(
            r#"{{"name": "甲", "year": 2024, "size_class": "small", "state_owned": {owned}, "staff_total": 7, "total_wages_yuan": "12.34"}}"#
        );
        assert_eq!(Enterprise::from_json(&text).ok(), Some(firm));
    }
    let days = vec![day("2023-05-01"), day("2020-02-29")];
    let reports = IndustryForecast::given().as_of(day("2024-01-01")).published(days.clone());
    let reports = reports.build().expect("no faults");
    assert_eq!(reports.as_of(), Some(day("2024-01-01")));
    assert_eq!(reports.base_date(), None);
    assert_eq!(reports.published(), Some(days));
    let practice = vec![
        Practice { start: day("2023-01-01"), end: None, in_enterprise: Some(true) },
        Practice { start: day("2022-01-01"), end: Some(day("2022-03-01")), in_enterprise: None },
    ];
    let teacher = Teacher::given().as_of(day("2024-01-01")).practice(practice.clone());
    let teacher = teacher.build().expect("no faults");
    assert_eq!(teacher.practice(), Some(practice));
    assert_eq!(teacher.role(), None);
    let share: Share = "65.5".parse().expect("a share");
    let years = Years::new(4).expect("years");
    let given = Parameters::given().frontline_share(share).periodic_long_years(years);
    let given = given.visit_months(Months::new(7).expect("months")).build().expect("no faults");
    assert_eq!(given.frontline_share(), Some(share));
    assert_eq!(given.periodic_long_years(), Some(years));
    assert_eq!(given.visit_months().map(Months::get), Some(7));
    assert_eq!(given.induction_months(), Parameters::default().induction_months());
    assert_eq!(given.internship_posts_per_staff(), None);
    assert_eq!(given.overridden().count(), 3);
}
