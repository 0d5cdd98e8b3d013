//! What holds of every record, on random records that love bounds.

use std::ops::Range;

use chanjiao::{
    Count, Date, Field, FieldKind, GREATEST, Money, Parameters, Share, Subject, subjects,
};
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
        FieldKind::Dates => some(select(DAYS).prop_map(Value::from)),
        FieldKind::Periods => some(period()),
        other => panic!("no values of {other:?}"),
    }
}

fn number(turns: &'static [i64], least: i64, most: i64) -> impl Strategy<Value = i64> {
    let near = (select(turns), -1..=1_i64).prop_map(|(turn, step)| turn + step);
    prop_oneof![3 => near, 1 => 0..2_000_i64].prop_map(move |it| it.clamp(least, most))
}

fn some(item: impl Strategy<Value = Value> + 'static) -> BoxedStrategy<Value> {
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

/// The fen, or the number, that a figure of an answer stands for.
fn units(figure: &str) -> i64 {
    figure.replace('.', "").parse().expect("digits")
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
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

fn answer(subject: &Subject, record: &Map<String, Value>) -> Value {
    let answer = chanjiao::check_json(subject.name, &Value::from(record.clone()).to_string(), None);
    serde_json::from_str(&answer).expect("an answer is JSON")
}

fn verdicts(subject: &Subject, record: &Map<String, Value>) -> Option<Vec<(String, String)>> {
    let answer = answer(subject, record);
    let findings = answer["report"]["findings"].as_array()?;
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    Some(findings.iter().map(|it| (text(&it["rule"]), text(&it["verdict"]))).collect())
}

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() })
}

fn for_every_subject(cases: u32, check: impl Fn(&'static Subject, Map<String, Value>, Vec<bool>)) {
    for subject in subjects() {
        let mut runner = runner(cases);
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

/// Exactly the shortfall cures a limb, one unit less does not. What is counted in days has its own
/// property.
#[test]
fn the_shortfall_cures_exactly() {
    for_every_subject(300, |subject, record, _| {
        let check = |record: &Map<String, Value>| answer(subject, record);
        let answer = check(&record);
        for (rule, finding) in list(&answer["report"]["findings"]).enumerate() {
            for (limb, bound) in list(&finding["bounds"]).enumerate() {
                let (Some(required), Some("unmet")) =
                    (bound["required"].as_str(), bound["verdict"].as_str())
                else {
                    continue;
                };
                if bound["unit"] == "day" {
                    continue;
                }
                let units = units(required);
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

/// More of what an at-least rule measures, or less of what an at-most rule does, never turns a limb
/// that is met into one that is not; nor the rule, where it is its only limb.
#[test]
fn more_never_turns_met_into_unmet() {
    for_every_subject(100, |subject, record, _| {
        let before = answer(subject, &record);
        for (rule, finding) in list(&before["report"]["findings"]).enumerate() {
            for (limb, bound) in list(&finding["bounds"]).enumerate() {
                let (Some(measured), "met") =
                    (bound["measured"].as_str(), bound["verdict"].as_str().expect("a verdict"))
                else {
                    continue;
                };
                let key = bound["fact"].as_str().expect("a pointer").trim_start_matches('/');
                let more = if bound.get("excess").is_some() { -1 } else { 1 };
                let values: Vec<Value> = match &record[key] {
                    Value::Array(_) => continue,
                    day if bound["unit"] == "day" => {
                        let later = DAYS.iter().copied().filter(|it| Some(*it) > day.as_str());
                        later.map(Value::from).collect()
                    }
                    _ => [1, 1_000, 9_007_199_254_740_991]
                        .map(|step| {
                            let units = (units(measured) + more * step).clamp(0, GREATEST);
                            if measured.contains('.') { yuan(units).into() } else { units.into() }
                        })
                        .into(),
                };
                for value in values {
                    let mut changed = record.clone();
                    changed.insert(key.to_owned(), value);
                    let after = answer(subject, &changed);
                    let after = &after["report"]["findings"][rule];
                    assert_ne!(after["bounds"][limb]["verdict"], "unmet", "{changed:?}: {after}");
                    if finding["verdict"] == "met" && finding["bounds"][1].is_null() {
                        assert_ne!(after["verdict"], "unmet", "{changed:?}: {after}");
                    }
                }
            }
        }
    });
}

/// One more period of practice in an enterprise never turns a duty to practise from met to unmet,
/// and never lowers the days that are measured.
#[test]
fn more_practice_never_turns_met_into_unmet() {
    let teacher = chanjiao::subject("teacher").expect("a subject");
    let mut runner = runner(2_000);
    let more = period().prop_map(|mut it| {
        it["in_enterprise"] = true.into();
        it
    });
    let result = runner.run(&(records(teacher), more), |((mut record, _), more)| {
        specialist(&mut record);
        let before = answer(teacher, &record);
        record["practice"].as_array_mut().expect("a list").push(more);
        let after = answer(teacher, &record);
        for (before, after) in
            list(&before["report"]["findings"]).zip(list(&after["report"]["findings"]))
        {
            prop_assert!(before["verdict"] != "met" || after["verdict"] == "met", "{record:?}");
            for (before, after) in list(&before["bounds"]).zip(list(&after["bounds"])) {
                let days = |it: &Value| it["measured"].as_str().map(units);
                prop_assert!(days(before) <= days(after), "{record:?}: {before}, {after}");
            }
        }
        Ok(())
    });
    result.expect("no record fails");
}

/// As many more days of practice as are short, each by itself so that they make up no month of the
/// calendar, cure a limb that adds days up; one day less does not.
#[test]
fn the_shortfall_of_practice_cures_by_the_day() {
    let teacher = chanjiao::subject("teacher").expect("a subject");
    let cured = std::cell::Cell::new(0);
    let result = runner(600).run(&records(teacher), |(mut record, _)| {
        specialist(&mut record);
        let before = answer(teacher, &record);
        for (limb, years) in [(0, 5), (1, 2)] {
            let bound = &before["report"]["findings"][0]["bounds"][limb];
            let Some(short) = bound["shortfall"].as_str().map(units) else { continue };
            let free = free_days(&record, years);
            let short = usize::try_from(short).expect("a count");
            let Some(days) = free.get(..short) else { continue };
            let with = |days: &[i64]| {
                let mut record = record.clone();
                let practice = record["practice"].as_array_mut().expect("a list");
                for day in days {
                    let day = Date::from_day_number(*day).expect("a day").to_string();
                    practice.push(json!({"start": day, "end": day, "in_enterprise": true}));
                }
                let after = answer(teacher, &record);
                after["report"]["findings"][0]["bounds"][limb]["verdict"].clone()
            };
            prop_assert_eq!(with(days), "met", "{:?}: {}", record, bound);
            prop_assert_eq!(with(&days[1..]), "unmet", "{:?}: {}", record, bound);
            cured.set(cured.get() + 1);
        }
        Ok(())
    });
    result.expect("no record fails");
    assert!(cured.get() > 50, "only {} limbs were short of days that are free", cured.get());
}

/// Makes a teacher one whom the duties to practise address.
fn specialist(record: &mut Map<String, Value>) {
    for (key, value) in [("role", "specialist"), ("school_kind", "secondary_vocational")] {
        record.insert(key.to_owned(), value.into());
    }
}

/// Every other day of the last `years` (but a few) on and beside which there is no practice.
fn free_days(record: &Map<String, Value>, years: i64) -> Vec<i64> {
    let day =
        |value: &Value| value.as_str().map(|it| it.parse::<Date>().expect("a date").day_number());
    let as_of = day(&record["as_of"]).expect("a day");
    let taken = list(&record["practice"]).map(|it| {
        (day(&it["start"]).expect("a day") - 1, day(&it["end"]).unwrap_or(i64::MAX - 1) + 1)
    });
    let taken: Vec<(i64, i64)> = taken.collect();
    let free = |day: &i64| !taken.iter().any(|(from, to)| (*from..=*to).contains(day));
    (as_of - 365 * years + 2..=as_of).step_by(2).filter(free).collect()
}

/// What an answer says was measured can be given back, and the answer is the same.
#[test]
fn what_is_measured_is_read_back() {
    for_every_subject(60, |subject, record, _| {
        let before = answer(subject, &record);
        for finding in list(&before["report"]["findings"]) {
            for bound in list(&finding["bounds"]).filter(|it| it["unit"] != "day") {
                let Some(measured) = bound["measured"].as_str() else { continue };
                let key = bound["fact"].as_str().expect("a pointer").trim_start_matches('/');
                let number = serde_json::from_str(measured).expect("a number");
                let value = if measured.contains('.') { measured.into() } else { number };
                let mut again = record.clone();
                again.insert(key.to_owned(), value);
                assert_eq!(answer(subject, &again), before, "{key} = {measured}");
            }
        }
    });
}

/// What is written is read back: dates, money, shares and numbers.
#[test]
fn quantities_are_read_as_they_are_written() {
    let numbers = (1..366_i64 * 1_100, 0..=GREATEST, 0..=1_000_000_i64);
    let result = runner(20_000).run(&numbers, |(day, number, share)| {
        if let Ok(date) = Date::from_day_number(day - 25_568) {
            prop_assert_eq!(date.to_string().parse::<Date>(), Ok(date));
        }
        let count = Count::new(number).expect("in range");
        prop_assert_eq!(count.to_string().parse::<Count>(), Ok(count));
        let money = Money::from_fen(number).expect("in range");
        prop_assert_eq!(money.to_string().parse::<Money>(), Ok(money));
        let share = Share::from_parts_per_million(share).expect("in range");
        prop_assert_eq!(share.to_string().parse::<Share>(), Ok(share));
        Ok(())
    });
    result.expect("no quantity fails");
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
            let default = Parameters::origin(field.key())?.default;
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
    let mut runner = runner(2_000);
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
