//! What holds of every record, on random records that love bounds.

use std::ops::Range;

use chanjiao::{Field, FieldKind, Parameters, Subject, subjects};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Map, Value, json};

/// Numbers at which something turns, and their neighbours, are drawn far more often than others.
const COUNTS: &[i64] = &[
    0,
    1,
    2,
    3,
    5,
    10,
    16,
    99,
    100,
    101,
    199,
    200,
    201,
    299,
    300,
    301,
    499,
    500,
    501,
    999,
    1000,
    1001,
    9_999,
    10_000,
    10_001,
    9_007_199_254_740_991,
];
const FEN: &[i64] = &[
    0,
    1,
    149,
    150,
    151,
    249,
    250,
    251,
    5999,
    6000,
    6001,
    9_999,
    10_000,
    10_001,
    999_999,
    1_000_000,
    1_000_001,
    1_199_999,
    1_200_000,
    9_999_999_999,
    10_000_000_000,
    9_007_199_254_740_991,
];
const DAYS: &[&str] = &[
    "1900-01-01",
    "2018-12-31",
    "2019-01-01",
    "2019-02-28",
    "2020-02-29",
    "2020-08-31",
    "2021-02-28",
    "2021-03-01",
    "2022-01-01",
    "2022-12-31",
    "2023-06-30",
    "2024-02-29",
    "2024-03-01",
    "2024-08-31",
    "2025-02-28",
    "2025-08-31",
    "2999-12-31",
];

fn value(field: &Field) -> BoxedStrategy<Value> {
    match field.kind {
        FieldKind::Text => Just(json!("某单位")).boxed(),
        FieldKind::Year => (1900..3000_i64).prop_map(Value::from).boxed(),
        FieldKind::Count(&(least, most)) => {
            number(COUNTS, least, most).prop_map(Value::from).boxed()
        }
        FieldKind::Money => {
            number(FEN, 0, 9_007_199_254_740_991).prop_map(|fen| yuan(fen).into()).boxed()
        }
        FieldKind::Flag => any::<bool>().prop_map(Value::from).boxed(),
        FieldKind::Choice(choices) => select(choices).prop_map(|it| it.key().into()).boxed(),
        FieldKind::Date => select(DAYS).prop_map(Value::from).boxed(),
        FieldKind::Dates => list(select(DAYS).prop_map(Value::from)),
        FieldKind::Periods => list(period()),
        other => panic!("no values of {other:?}"),
    }
}

fn number(turns: &'static [i64], least: i64, most: i64) -> impl Strategy<Value = i64> {
    let near = (select(turns), -1..=1_i64).prop_map(|(turn, step)| turn + step);
    prop_oneof![3 => near, 1 => 0..2_000_i64].prop_map(move |it| it.clamp(least, most))
}

fn list(item: impl Strategy<Value = Value> + 'static) -> BoxedStrategy<Value> {
    prop::collection::vec(item, 0..5).prop_map(Value::from).boxed()
}

fn period() -> impl Strategy<Value = Value> {
    let day = || select(DAYS);
    (day(), prop::option::of(day()), prop::option::of(any::<bool>())).prop_map(
        |(start, end, in_enterprise)| {
            let end = end.map(|end| if end < start { start } else { end });
            json!({"start": start, "end": end, "in_enterprise": in_enterprise})
        },
    )
}

fn yuan(fen: i64) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}

/// Records of a subject: every fact given, and which of them to take away.
fn records(subject: &'static Subject) -> impl Strategy<Value = (Map<String, Value>, Vec<bool>)> {
    let values: Vec<_> = subject
        .fields()
        .iter()
        .map(|field| value(field).prop_map(|value| (field.key().to_owned(), value)))
        .collect();
    let taken = prop::collection::vec(any::<bool>(), subject.fields().len());
    (values.prop_map(|members| members.into_iter().collect()), taken)
}

fn verdicts(subject: &Subject, record: &Map<String, Value>) -> Option<Vec<(String, String)>> {
    let answer = chanjiao::check_json(subject.name, &Value::from(record.clone()).to_string(), None);
    let answer: Value = serde_json::from_str(&answer).expect("an answer is JSON");
    let findings = answer["report"]["findings"].as_array()?;
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    Some(findings.iter().map(|it| (text(&it["rule"]), text(&it["verdict"]))).collect())
}

fn for_every_subject(cases: u32, check: impl Fn(&'static Subject, Map<String, Value>, Vec<bool>)) {
    for subject in subjects() {
        let mut runner =
            TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
        let result = runner.run(&records(subject), |(record, taken)| {
            check(subject, record, taken);
            Ok(())
        });
        assert!(result.is_ok(), "{}: {}", subject.name, result.expect_err("a failure"));
    }
}

/// Filling in a missing fact never changes a verdict other than undetermined.
#[test]
fn verdicts_are_monotone() {
    for_every_subject(400, |subject, full, taken| {
        let mut partial = full.clone();
        for (field, taken) in subject.fields().iter().zip(taken) {
            // Absence of these two has a meaning of its own.
            if taken && !field.required && !["size_class", "base_date"].contains(&field.key()) {
                partial.insert(field.key().to_owned(), Value::Null);
            }
        }
        let (Some(before), Some(after)) = (verdicts(subject, &partial), verdicts(subject, &full))
        else {
            return;
        };
        for ((rule, before), (_, after)) in before.into_iter().zip(after) {
            assert!(
                before == after || before == "undetermined",
                "{rule}: {before} became {after}\n{partial:?}\n{full:?}"
            );
        }
    });
}

/// A missing flag of a practice period settles either way without turning what is decided.
#[test]
fn flags_of_periods_are_monotone() {
    let teacher = chanjiao::subject("teacher").expect("a subject");
    for_every_subject(400, |subject, mut record, _| {
        if subject.name != "teacher" {
            return;
        }
        let before = verdicts(teacher, &record);
        for period in record["practice"].as_array_mut().expect("a list") {
            if period["in_enterprise"].is_null() {
                period["in_enterprise"] = true.into();
            }
        }
        let (Some(before), Some(after)) = (before, verdicts(teacher, &record)) else {
            return;
        };
        for ((rule, before), (_, after)) in before.into_iter().zip(after) {
            assert!(before == after || before == "undetermined", "{rule}: {before} became {after}");
        }
    });
}

/// Exactly the shortfall cures a limb, one unit less does not. Shares of practice are counted in
/// days, which no single fact holds, so they are tested by their own vectors.
#[test]
fn the_shortfall_cures_exactly() {
    for_every_subject(300, |subject, record, _| {
        let check = |record: &Map<String, Value>| -> Value {
            let text = Value::from(record.clone()).to_string();
            let answer = chanjiao::check_json(subject.name, &text, None);
            serde_json::from_str(&answer).expect("an answer is JSON")
        };
        let answer = check(&record);
        for (rule, finding) in
            answer["report"]["findings"].as_array().into_iter().flatten().enumerate()
        {
            for (limb, bound) in finding["bounds"].as_array().into_iter().flatten().enumerate() {
                let (Some(required), Some("unmet")) =
                    (bound["required"].as_str(), bound["verdict"].as_str())
                else {
                    continue;
                };
                if bound["unit"] == "day" {
                    continue;
                }
                let units: i64 = required.replace('.', "").parse().expect("digits");
                let step = if bound.get("excess").is_some() { 1 } else { -1 };
                let money = required.contains('.');
                let key = bound["fact"].as_str().expect("a pointer").trim_start_matches('/');
                let limb_at = |units: i64| {
                    let mut changed = record.clone();
                    let value = if money { yuan(units).into() } else { units.into() };
                    changed.insert(key.to_owned(), value);
                    let answer = check(&changed);
                    answer["report"]["findings"][rule]["bounds"][limb]["verdict"].clone()
                };
                // A part greater than its whole is a fault, and then there is no verdict.
                let cured = limb_at(units);
                assert!(
                    cured == "met" || cured.is_null() || cured == "not_applicable",
                    "{}: {cured}",
                    finding["rule"]
                );
                if units + step >= 0 {
                    let short = limb_at(units + step);
                    assert!(short == "unmet" || short.is_null(), "{}: {short}", finding["rule"]);
                }
            }
        }
    });
}

/// Neither order nor repetition of periods and reports matters.
#[test]
fn order_and_repetition_do_not_matter() {
    let seeds: Range<u64> = 0..3;
    for_every_subject(200, |subject, record, taken| {
        let mut other = record.clone();
        for value in other.values_mut() {
            if let Value::Array(items) = value {
                items.reverse();
                if let Some(item) = items.first().cloned() {
                    let at = usize::from(taken.first() == Some(&true)).min(items.len());
                    for _ in seeds.clone() {
                        items.insert(at, item.clone());
                    }
                }
            }
        }
        assert_eq!(verdicts(subject, &record), verdicts(subject, &other));
    });
}

/// Giving a parameter its default changes nothing but the list of what was given.
#[test]
fn defaults_given_change_nothing() {
    let defaults: Map<String, Value> = chanjiao::parameters()
        .iter()
        .filter_map(|field| {
            let (default, _) = chanjiao::origin(field.key())?;
            let value = match field.kind {
                FieldKind::Count(..) => Value::from(default?.parse::<i64>().ok()?),
                _ => Value::from(default?),
            };
            Some((field.key().to_owned(), value))
        })
        .collect();
    assert!(defaults.len() > 20);
    let given = Value::from(defaults).to_string();
    let parameters = Parameters::from_json(&given).expect("defaults are accepted");
    assert_eq!(parameters.overridden().count(), chanjiao::parameters().len() - 2);
    for_every_subject(50, |subject, record, _| {
        let text = Value::from(record).to_string();
        let plain = chanjiao::check_json(subject.name, &text, None);
        let with = chanjiao::check_json(subject.name, &text, Some(&given));
        let bounds = |answer: &str| -> Vec<Value> {
            let answer: Value = serde_json::from_str(answer).expect("an answer is JSON");
            let findings = answer["report"]["findings"].as_array().cloned().unwrap_or_default();
            findings.iter().map(|it| json!([it["verdict"], it["bounds"], it["missing"]])).collect()
        };
        assert_eq!(bounds(&plain), bounds(&with));
    });
}

/// No text makes the check panic, and its answer always has faults or a report, never both.
#[test]
fn any_text_gets_an_answer() {
    let mut runner =
        TestRunner::new(Config { cases: 2_000, failure_persistence: None, ..Config::default() });
    let text = prop_oneof![
        any::<String>(),
        "[\\[\\]{}\",:0-9eE.+\\-a-z_ \\\\]{0,60}",
        Just("{\"practice\": [{}]}".to_owned()),
    ];
    runner
        .run(&(text, any::<Index>()), |(text, index)| {
            let subject = subjects()[index.index(subjects().len())];
            let answer = chanjiao::check_json(subject.name, &text, Some(&text));
            let answer: Value = serde_json::from_str(&answer).expect("an answer is JSON");
            let faults = answer["faults"].as_array().expect("a list");
            assert_eq!(faults.is_empty(), !answer["report"].is_null());
            Ok(())
        })
        .expect("no text fails");
}
