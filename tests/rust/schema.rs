//! A schema accepts what the reader accepts, and nothing else, up to a short list of named gaps.

use std::collections::BTreeSet;

use chanjiao::Code;
use chanjiao::schema::{self, Draft};
use chanjiao_tests::vectors;
use jsonschema::Validator;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Map, Value, json};

/// What the reader refuses and no schema can: relations between facts, and how a number is spelt.
const GAPS: &[Code] = &[Code::PartExceedsWhole, Code::DateOrder];
/// … and these where the value is a JSON number, whose decimals a schema cannot count exactly.
const GAPS_OF_NUMBERS: &[Code] = &[Code::NotMoney, Code::NotAShare];

fn validator(schema: &Value) -> Validator {
    jsonschema::options().should_validate_formats(true).build(schema).expect("a schema")
}

/// A schema, and the reader that it is to agree with.
struct Pair {
    name: &'static str,
    schema: Validator,
    keys: Vec<&'static str>,
    faults: fn(&'static str, &str) -> Vec<(Code, String)>,
}

fn pairs() -> Vec<Pair> {
    let faults = |result: Result<_, chanjiao::Faults>| -> Vec<(Code, String)> {
        let faults: chanjiao::Faults = result.err().unwrap_or_default();
        faults.iter().map(|fault| (fault.code, fault.given.clone())).collect()
    };
    let _: &dyn Fn(Result<(), chanjiao::Faults>) -> Vec<(Code, String)> = &faults;
    let mut pairs: Vec<Pair> = chanjiao::subjects()
        .iter()
        .map(|subject| Pair {
            name: subject.name,
            schema: validator(&schema::subject(subject, Draft::Draft2020)),
            keys: subject.fields().iter().map(|field| field.key).chain(["explanations"]).collect(),
            faults: |name, text| {
                let subject = chanjiao::subject(name).expect("a subject");
                listed(subject.read(text).map(drop))
            },
        })
        .collect();
    pairs.push(Pair {
        name: "parameters",
        schema: validator(&schema::parameters(Draft::Draft2020)),
        keys: chanjiao::parameters().iter().map(|field| field.key).collect(),
        faults: |_, text| listed(chanjiao::Parameters::from_json(text).map(drop)),
    });
    pairs
}

fn listed(result: Result<(), chanjiao::Faults>) -> Vec<(Code, String)> {
    let faults = result.err().unwrap_or_default();
    faults.iter().map(|fault| (fault.code, fault.given.clone())).collect()
}

/// Values of every kind, most of them at the edge of some kind.
fn values() -> Vec<Value> {
    let period = |start: &str| json!({"start": start, "end": null, "in_enterprise": true});
    let mut values = vec![
        json!(null),
        json!(true),
        json!(false),
        json!([]),
        json!({}),
        json!(""),
        json!("x"),
        json!("x".repeat(500)),
        json!("长".repeat(501)),
        json!("large"),
        json!("industry"),
        json!("not_in_table"),
        json!("general"),
        json!("specialist"),
        json!("technician"),
        json!("university"),
        json!("applied"),
        json!("enterprise"),
        json!("county"),
        json!("2024-02-29"),
        json!("2023-02-29"),
        json!("1899-12-31"),
        json!("3000-01-01"),
        json!("2024-2-1"),
        json!("0"),
        json!("0.1"),
        json!("1.005"),
        json!("01"),
        json!("-1"),
        json!("1e2"),
        json!("99.9999"),
        json!("100"),
        json!("100.0001"),
        json!("0.00001"),
        json!("90071992547409.91"),
        json!("90071992547409.92"),
        json!([null]),
        json!(["2024-01-01"]),
        json!(["2024-13-01"]),
        json!([1]),
        json!([period("2024-01-01")]),
        json!([period("2024-01-32")]),
        json!([{"end": "2024-01-01"}]),
        json!([{"start": null}]),
        json!([{"start": "2024-01-01", "x": 1}]),
        json!({"x": "y"}),
        json!({"enterprise.teacher_posts": "理由"}),
        json!({"enterprise.teacher_posts": " \u{3000}"}),
        json!({"enterprise.teacher_posts": null}),
        json!({"enterprise.frontline_share": "x"}),
        json!({"teacher.periodic_practice": 1}),
    ];
    for number in [
        "0",
        "-0",
        "-0.0",
        "1",
        "-1",
        "0.5",
        "1.5",
        "3.0",
        "1e2",
        "1900",
        "1899",
        "2999",
        "3000",
        "1200",
        "1201",
        "100",
        "101",
        "9007199254740991",
        "9007199254740992",
        "9007199254740993",
        "90071992547409.91",
        "90071992547409.92",
        "0.07",
        "1.005",
        "1e-3",
        "1e400",
        "12.3456",
        "12.34567",
    ] {
        values.extend(serde_json::from_str::<Value>(number).ok());
    }
    values
}

#[test]
fn the_schema_accepts_what_the_reader_accepts() {
    let mut gaps = BTreeSet::new();
    let mut judged = 0;
    for pair in pairs() {
        let mut check = |record: Map<String, Value>| {
            let record = Value::from(record);
            let faults = (pair.faults)(pair.name, &record.to_string());
            let accepted = pair.schema.is_valid(&record);
            judged += 1;
            let is_gap = |(code, given): &(Code, String)| {
                let number =
                    given.starts_with(|first: char| first == '-' || first.is_ascii_digit());
                GAPS.contains(code) || GAPS_OF_NUMBERS.contains(code) && number
            };
            if accepted == faults.is_empty() {
                return;
            }
            let errors: Vec<String> =
                pair.schema.iter_errors(&record).map(|error| error.to_string()).collect();
            assert!(
                accepted && faults.iter().all(is_gap),
                "{}: {record}\n{faults:?}\n{errors:?}",
                pair.name
            );
            gaps.extend(faults.into_iter().map(|(code, _)| code));
        };
        let base: Map<String, Value> = ["as_of"]
            .iter()
            .filter(|key| pair.keys.contains(key))
            .map(|key| ((*key).to_owned(), json!("2025-06-30")))
            .collect();
        // Every value at every key, one at a time …
        for key in pair.keys.iter().chain(&["no_such_key"]) {
            for value in values() {
                let mut record = base.clone();
                record.insert((*key).to_owned(), value);
                check(record);
            }
        }
        // … pairs of numbers and of dates, in both orders …
        for (one, other) in
            pair.keys.iter().flat_map(|one| pair.keys.iter().map(move |other| (one, other)))
        {
            for (low, high) in [(json!(1), json!(2)), (json!("2020-01-01"), json!("2021-01-01"))] {
                let mut record = base.clone();
                record.insert((*one).to_owned(), low);
                record.insert((*other).to_owned(), high);
                check(record);
            }
        }
        // … and several at random.
        let mut runner =
            TestRunner::new(Config { cases: 150, failure_persistence: None, ..Config::default() });
        let several = prop::collection::vec((any::<Index>(), select(values())), 2..8);
        for _ in 0..150 {
            let tree = several.new_tree(&mut runner).expect("a sample");
            let mut record = base.clone();
            for (index, value) in proptest::strategy::ValueTree::current(&tree) {
                record.insert(pair.keys[index.index(pair.keys.len())].to_owned(), value);
            }
            check(record);
        }
    }
    assert!(judged > 20_000, "{judged} records");
    let named: BTreeSet<Code> = GAPS.iter().chain(GAPS_OF_NUMBERS).copied().collect();
    assert_eq!(gaps, named, "a gap that never shows is no gap");
}

#[test]
fn vectors_that_are_accepted_fit_their_schemas() {
    let pairs = pairs();
    for file in vectors() {
        let pair = pairs.iter().find(|pair| pair.name == file.subject).expect("a schema");
        for case in file.cases.iter().filter(|case| case.faults.is_none()) {
            let record: Value = serde_json::from_str(&case.record_text()).expect("JSON");
            assert!(pair.schema.is_valid(&record), "{}: {}", file.subject, case.title);
        }
    }
}

#[test]
fn every_answer_fits_its_schema() {
    let answer = validator(&schema::answer(Draft::Draft2020));
    let questions = validator(&schema::questions(Draft::Draft2020));
    let fits = |validator: &Validator, text: &str, title: &str| {
        let value: Value = serde_json::from_str(text).expect("JSON");
        let errors: Vec<String> = validator.iter_errors(&value).map(|it| it.to_string()).collect();
        assert!(errors.is_empty(), "{title}: {errors:?}\n{text}");
    };
    for file in vectors() {
        for case in &file.cases {
            fits(&answer, &case.answer(&file.subject), &case.title);
            let asked = chanjiao::questions_json(&file.subject, &case.record_text(), None);
            fits(&questions, &asked, &case.title);
        }
    }
}

#[test]
fn every_schema_is_a_schema() {
    for draft in [Draft::Draft2020, Draft::Draft07] {
        let subjects = chanjiao::subjects().iter().map(|subject| schema::subject(subject, draft));
        let others = [schema::parameters(draft), schema::answer(draft), schema::questions(draft)];
        for schema in subjects.chain(others) {
            jsonschema::meta::validate(&schema).expect("a sound schema");
        }
    }
}
