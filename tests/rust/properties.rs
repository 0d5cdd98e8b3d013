//! Properties of all records, checked on random records near the bounds.

use std::ops::Range;

use chanjiao::{
    Count, Date, Field, FieldKind, GREATEST, Money, Parameters, Share, Subject, subjects,
};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Map, Value, json};

/// Bounds. They and their neighbours are drawn far more often than other numbers.
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
        FieldKind::Year => {
            prop_oneof![1900..3000_i64, 2017..2021_i64].prop_map(Value::from).boxed()
        }
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
        other @ (FieldKind::Share | _) => panic!("no values of {other:?}"),
    }
}

fn number(bounds: &'static [i64], least: i64, most: i64) -> impl Strategy<Value = i64> {
    let near = (select(bounds), -1..=1_i64).prop_map(|(bound, step)| bound + step);
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

/// Parses a figure of an answer as a number of fen or units.
fn units(figure: &str) -> i64 {
    figure.replace('.', "").parse().expect("digits")
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// Complete records of a subject, and the facts to remove.
fn records(subject: &'static Subject) -> impl Strategy<Value = (Map<String, Value>, Vec<bool>)> {
    let values: Vec<_> = subject
        .fields()
        .iter()
        .map(|field| value(field).prop_map(|value| (field.key().to_owned(), value)))
        .collect();
    let removed = prop::collection::vec(any::<bool>(), subject.fields().len());
    (values.prop_map(|members| members.into_iter().collect()), removed)
}

fn answer(subject: &Subject, record: &Map<String, Value>) -> Value {
    answer_with(subject, record, None)
}

fn answer_with(subject: &Subject, record: &Map<String, Value>, parameters: Option<&str>) -> Value {
    let record = Value::from(record.clone()).to_string();
    let answer = chanjiao::check_json(subject.name, &record, parameters);
    serde_json::from_str(&answer).expect("an answer is JSON")
}

/// The parameters that are readings, with their choices.
fn choices() -> impl Iterator<Item = (&'static str, &'static [chanjiao::Choice])> {
    chanjiao::parameters().iter().filter_map(|field| Some((field.key(), field.choices()?)))
}

/// Choices of all readings.
fn readings() -> impl Strategy<Value = Map<String, Value>> {
    let each: Vec<_> = choices()
        .map(|(key, choices)| {
            select(choices).prop_map(move |it| (key.to_owned(), Value::from(it.key())))
        })
        .collect();
    each.prop_map(|members| members.into_iter().collect())
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
        let result = runner.run(&records(subject), |(record, removed)| {
            check(subject, record, removed);
            Ok(())
        });
        assert!(result.is_ok(), "{}: {}", subject.name, result.expect_err("a failure"));
    }
}

fn for_every_subject_with_readings(
    cases: u32,
    check: impl Fn(&'static Subject, Map<String, Value>, Map<String, Value>),
) {
    for subject in subjects() {
        let input = (records(subject), readings());
        let result = runner(cases).run(&input, |((mut record, removed), readings)| {
            for (field, removed) in subject.fields().iter().zip(removed) {
                if removed && !field.required {
                    record.insert(field.key().to_owned(), Value::Null);
                }
            }
            // Records with faults have no report.
            if answer(subject, &record)["report"].is_object() {
                check(subject, record, readings);
            }
            Ok(())
        });
        assert!(result.is_ok(), "{}: {}", subject.name, result.expect_err("a failure"));
    }
}

/// Whether a fact has a meaning of its own if it is missing, other than the one that is given.
/// A missing year or first day lies in the time of the policy, and a missing first day of an
/// internship, in that of the rules of 2021.
fn is_special(key: &str, given: &Value) -> bool {
    match key {
        "size_class" | "base_date" => true,
        "year" => given.as_i64() < Some(2019),
        "start" => given.as_str() < Some("2019-01-01"),
        "starts_on" => given.as_str() < Some("2022-01-01"),
        _ => false,
    }
}

/// A new fact never changes a verdict other than undetermined.
#[test]
fn verdicts_are_monotone() {
    for_every_subject(400, |subject, full, removed| {
        let mut partial = full.clone();
        for (field, removed) in subject.fields().iter().zip(removed) {
            let key = field.key();
            if removed && !field.required && !is_special(key, &full[key]) {
                partial.insert(key.to_owned(), Value::Null);
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

/// Adding the shortfall meets the bound; one unit less does not. Days have their own test.
#[test]
fn the_shortfall_is_exact() {
    for_every_subject(300, |subject, record, _| {
        let check = |record: &Map<String, Value>| answer(subject, record);
        let answer = check(&record);
        for (rule, finding) in list(&answer["report"]["findings"]).enumerate() {
            for (index, bound) in list(&finding["bounds"]).enumerate() {
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
                let verdict_at = |units: i64| {
                    let mut changed = record.clone();
                    let value = if money { yuan(units).into() } else { units.into() };
                    changed.insert(key.to_owned(), value);
                    let answer = check(&changed);
                    answer["report"]["findings"][rule]["bounds"][index]["verdict"].clone()
                };
                // There is no verdict if a part now exceeds its whole, which is a fault.
                let enough = verdict_at(units);
                assert!(
                    enough == "met" || enough.is_null() || enough == "not_applicable",
                    "{}: {enough}",
                    finding["rule"]
                );
                if units + step >= 0 {
                    let short = verdict_at(units + step);
                    assert!(short == "unmet" || short.is_null(), "{}: {short}", finding["rule"]);
                }
            }
        }
    });
}

/// For an upper bound, less of it does. A rule with only one bound stays met, too.
#[test]
fn more_of_the_measured_fact_keeps_a_bound_met() {
    for_every_subject(100, |subject, record, _| {
        let before = answer(subject, &record);
        for (rule, finding) in list(&before["report"]["findings"]).enumerate() {
            for (index, bound) in list(&finding["bounds"]).enumerate() {
                let (Some(measured), "met") =
                    (bound["measured"].as_str(), bound["verdict"].as_str().expect("a verdict"))
                else {
                    continue;
                };
                let key = bound["fact"].as_str().expect("a pointer").trim_start_matches('/');
                let more = if bound.get("excess").is_some() { -1 } else { 1 };
                let values: Vec<Value> = if record[key].is_array() {
                    continue;
                } else if bound["unit"] == "day" {
                    let later = DAYS.iter().copied().filter(|it| Some(*it) > record[key].as_str());
                    later.map(Value::from).collect()
                } else {
                    let changed = [1, 1_000, 9_007_199_254_740_991].map(|step| {
                        let units = (units(measured) + more * step).clamp(0, GREATEST);
                        if measured.contains('.') { yuan(units).into() } else { units.into() }
                    });
                    changed.into()
                };
                for value in values {
                    let mut changed = record.clone();
                    changed.insert(key.to_owned(), value);
                    let after = answer(subject, &changed);
                    let after = &after["report"]["findings"][rule];
                    assert_ne!(after["bounds"][index]["verdict"], "unmet", "{changed:?}: {after}");
                    if finding["verdict"] == "met" && finding["bounds"][1].is_null() {
                        assert_ne!(after["verdict"], "unmet", "{changed:?}: {after}");
                    }
                }
            }
        }
    });
}

/// The measured days do not decrease either.
#[test]
fn more_practice_keeps_a_duty_met() {
    let teacher = chanjiao::subject("teacher").expect("a subject");
    let mut runner = runner(2_000);
    let more = period().prop_map(|mut it| {
        it["in_enterprise"] = true.into();
        it
    });
    let input = (records(teacher), more, readings(), 0..=12_i64);
    let result = runner.run(&input, |((mut record, _), more, mut parameters, gap)| {
        specialist(&mut record);
        parameters.insert("induction_gap_days".to_owned(), gap.into());
        let parameters = Value::from(parameters).to_string();
        let before = answer_with(teacher, &record, Some(&parameters));
        record["practice"].as_array_mut().expect("a list").push(more);
        let after = answer_with(teacher, &record, Some(&parameters));
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

/// For bounds that add up days. The days are added separately, so that they do not form a calendar
/// month.
#[test]
fn the_shortfall_of_practice_is_exact_to_the_day() {
    let teacher = chanjiao::subject("teacher").expect("a subject");
    let parameters = Parameters::default();
    let windows = [parameters.periodic_long_years(), parameters.periodic_short_years()];
    let windows = windows.map(|years| years.expect("a default").get());
    let checked = std::cell::Cell::new(0);
    let result = runner(600).run(&records(teacher), |(mut record, _)| {
        specialist(&mut record);
        record.insert("hired_on".to_owned(), "1900-01-01".into());
        let before = answer(teacher, &record);
        for (index, years) in windows.into_iter().enumerate() {
            let bound = &before["report"]["findings"][0]["bounds"][index];
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
                after["report"]["findings"][0]["bounds"][index]["verdict"].clone()
            };
            prop_assert_eq!(with(days), "met", "{:?}: {}", record, bound);
            prop_assert_eq!(with(&days[1..]), "unmet", "{:?}: {}", record, bound);
            checked.set(checked.get() + 1);
        }
        Ok(())
    });
    result.expect("no record fails");
    assert!(
        checked.get() > 50,
        "only {} bounds had a shortfall and enough free days",
        checked.get()
    );
}

/// Makes the duties to practise apply to a teacher.
fn specialist(record: &mut Map<String, Value>) {
    for (key, value) in [("role", "specialist"), ("school_kind", "secondary_vocational")] {
        record.insert(key.to_owned(), value.into());
    }
}

/// Every second day of the last `years` without practice on it or next to it, except the first few.
fn free_days(record: &Map<String, Value>, years: i64) -> Vec<i64> {
    let day =
        |value: &Value| value.as_str().map(|it| it.parse::<Date>().expect("a date").day_number());
    let as_of = day(&record["as_of"]).expect("a day");
    let practice = list(&record["practice"]).map(|it| {
        (day(&it["start"]).expect("a day") - 1, day(&it["end"]).unwrap_or(i64::MAX - 1) + 1)
    });
    let practice: Vec<(i64, i64)> = practice.collect();
    let free = |day: &i64| !practice.iter().any(|(from, to)| (*from..=*to).contains(day));
    (as_of - 365 * years + 2..=as_of).step_by(2).filter(free).collect()
}

#[test]
fn measured_values_can_be_given_as_facts() {
    for_every_subject(60, |subject, record, _| {
        let before = answer(subject, &record);
        for finding in list(&before["report"]["findings"]) {
            for bound in list(&finding["bounds"]).filter(|it| it["unit"] != "day") {
                let Some(measured) = bound["measured"].as_str() else { continue };
                let key = bound["fact"].as_str().expect("a pointer").trim_start_matches('/');
                let number = serde_json::from_str(measured).expect("a number");
                let value = if measured.contains('.') { measured.into() } else { number };
                let mut changed = record.clone();
                changed.insert(key.to_owned(), value);
                assert_eq!(answer(subject, &changed), before, "{key} = {measured}");
            }
        }
    });
}

#[test]
fn quantities_survive_display_and_parsing() {
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

#[test]
fn order_and_repetition_of_list_items_do_not_matter() {
    let seeds: Range<u64> = 0..3;
    for_every_subject(200, |subject, record, removed| {
        let mut other = record.clone();
        for value in other.values_mut() {
            if let Value::Array(items) = value {
                items.reverse();
                if let Some(item) = items.first().cloned() {
                    let at = usize::from(removed.first() == Some(&true)).min(items.len());
                    for _ in seeds.clone() {
                        items.insert(at, item.clone());
                    }
                }
            }
        }
        assert_eq!(verdicts(subject, &record), verdicts(subject, &other));
    });
}

/// A default that is given is no override.
#[test]
fn explicit_defaults_change_nothing() {
    let defaults: Map<String, Value> = chanjiao::parameters()
        .iter()
        .filter_map(|field| {
            let default = Parameters::origin(field.key())?.default;
            let value = if matches!(field.kind, FieldKind::Count(..)) {
                Value::from(default?.parse::<i64>().ok()?)
            } else {
                Value::from(default?)
            };
            Some((field.key().to_owned(), value))
        })
        .collect();
    assert!(defaults.len() > 50);
    let given = Value::from(defaults).to_string();
    for_every_subject(50, |subject, record, _| {
        let plain = answer(subject, &record);
        assert_eq!(plain, answer_with(subject, &record, Some(&given)));
    });
}

/// What is overridden is itself an object of parameters, which gives the same answer.
#[test]
fn overridden_parameters_give_the_same_answer() {
    for_every_subject_with_readings(20, |subject, record, mut parameters| {
        parameters.insert("policy_applies_from".to_owned(), "2018-06-30".into());
        parameters.insert("teacher_posts_share".to_owned(), "1.50".into());
        parameters.insert("cooperation_sales_revenue_yuan".to_owned(), 5.into());
        parameters.insert("induction_months".to_owned(), 3.0.into());
        let before = answer_with(subject, &record, Some(&Value::from(parameters).to_string()));
        let overridden = &before["report"]["ruleset"]["overridden"];
        assert_eq!(overridden["teacher_posts_share"], "1.5");
        assert_eq!(overridden["cooperation_sales_revenue_yuan"], "5.00");
        assert_eq!(overridden["induction_months"], 3);
        let after = answer_with(subject, &record, Some(&overridden.to_string()));
        assert_eq!(before, after);
    });
}

/// What is contested equals what every single change of a reading gives.
#[test]
fn what_is_contested_equals_each_single_change() {
    for_every_subject_with_readings(60, |subject, record, given| {
        let judged = |parameters: &Map<String, Value>| {
            answer_with(subject, &record, Some(&Value::from(parameters.clone()).to_string()))
        };
        let found = judged(&given);
        let findings = || list(&found["report"]["findings"]);
        let mut of_report = Vec::new();
        let mut of_findings = vec![Vec::new(); findings().count()];
        for (parameter, choices) in choices() {
            for choice in choices.iter().map(chanjiao::Choice::key) {
                if given[parameter] == choice {
                    continue;
                }
                let mut changed = given.clone();
                changed.insert(parameter.to_owned(), choice.into());
                let other = judged(&changed);
                let conclusion = &other["report"]["conclusion"];
                if *conclusion != found["report"]["conclusion"] {
                    of_report.push(json!({
                        "parameter": parameter, "choice": choice, "conclusion": conclusion,
                    }));
                }
                let both = findings().zip(list(&other["report"]["findings"]));
                for ((finding, other), contested) in both.zip(&mut of_findings) {
                    if finding["verdict"] != other["verdict"] {
                        contested.push(json!({
                            "parameter": parameter, "choice": choice, "verdict": other["verdict"],
                        }));
                    }
                }
            }
        }
        assert_eq!(found["report"]["contested"], Value::from(of_report));
        for (finding, contested) in findings().zip(of_findings) {
            assert_eq!(finding["contested"], Value::from(contested), "{}", finding["rule"]);
        }
    });
}

/// The word for the reason and the last day of a period agree with the verdict.
#[test]
fn reasons_agree_with_verdicts() {
    for_every_subject_with_readings(100, |subject, record, parameters| {
        let answer = answer_with(subject, &record, Some(&Value::from(parameters).to_string()));
        for finding in list(&answer["report"]["findings"]) {
            let reason = finding["reason"].as_str().expect("a word");
            let expected: &[&str] = match finding["verdict"].as_str().expect("a word") {
                "met" | "unmet" => &["figures", "fact"],
                "not_applicable" => {
                    &["before_policy", "after_policy", "out_of_scope", "share_of_nothing"]
                }
                "pending" => &["period_runs"],
                "undetermined" => &["text_silent", "parameter_open", "missing"],
                other => panic!("{other}"),
            };
            assert!(expected.contains(&reason), "{finding}");
            assert_eq!(reason == "missing", finding["missing"] != json!([]), "{finding}");
            let until = finding["until"].as_str();
            assert!(reason == "period_runs" || until.is_none(), "{finding}");
            assert!(until.is_none() || record["as_of"].as_str() <= until, "{finding}");
        }
    });
}

/// A record that is dated before or after the policy has nothing to assess under any reading.
#[test]
fn nothing_is_assessed_out_of_the_time_of_the_policy() {
    let later = r#"{"policy_applies_from": "2999-12-31", "policy_applies_to": "2999-12-31"}"#;
    let earlier = r#"{"policy_applies_from": "1900-01-01", "policy_applies_to": "1900-01-01"}"#;
    let dates = ["year", "as_of", "start", "starts_on"];
    for_every_subject(20, |subject, mut record, _| {
        let Some(date) = dates.into_iter().find(|it| record.contains_key(*it)) else { return };
        let day = if date == "year" { 2_024.into() } else { "2024-02-29".into() };
        record.insert(date.to_owned(), day);
        for (parameters, reason) in [(later, "before_policy"), (earlier, "after_policy")] {
            let answer = answer_with(subject, &record, Some(parameters));
            let report = &answer["report"];
            // A later first day may make the order of two days a fault.
            if report.is_null() {
                continue;
            }
            assert_eq!(report["conclusion"], "not_assessed");
            assert_eq!(report["contested"], json!([]));
            for finding in list(&report["findings"]) {
                let [verdict, why] = ["verdict", "reason"].map(|key| finding[key].as_str());
                assert_eq!((verdict, why), (Some("not_applicable"), Some(reason)), "{finding}");
                assert_eq!(finding["contested"], json!([]));
            }
        }
    });
}

/// The answer has either faults or a report.
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
