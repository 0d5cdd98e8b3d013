//! A schema accepts exactly what the parser accepts, except for a short list of known gaps.

#[path = "schema/inputs.rs"]
mod inputs;

use std::collections::{BTreeMap, BTreeSet};

use chanjiao::schema::{self, Draft};
use chanjiao::{Code, Fault, Faults, Field, Parameters, Rule};
use chanjiao_tests::Draw;
use chanjiao_tests::vectors;
use inputs::input;
use jsonschema::Validator;
use serde_json::{Value, json};

const DRAFTS: [Draft; 2] = [Draft::Draft2020, Draft::Draft07];
/// Random inputs for each schema.
const DRAWN: usize = 1_500;

/// What the parser rejects and a schema cannot.
const GAPS: [&str; 5] = [
    "a part greater than its whole",
    "dates in the wrong order",
    "a duplicate key",
    "too many decimals in a JSON number",
    "digits that a binary float drops",
];

fn gap(fault: &Fault) -> Option<&'static str> {
    let number = fault.given.starts_with(|it: char| it == '-' || it.is_ascii_digit());
    let by_code = [
        (Code::PartExceedsWhole, GAPS[0]),
        (Code::DateOrder, GAPS[1]),
        (Code::DuplicateKey, GAPS[2]),
    ];
    let by_code = by_code.iter().find(|(code, _)| *code == fault.code).map(|(_, gap)| *gap);
    let decimals = number && [Code::NotMoney, Code::NotAShare].contains(&fault.code);
    let digits = number && !held(&fault.given);
    by_code.or(decimals.then_some(GAPS[3])).or(digits.then_some(GAPS[4]))
}

/// Whether a binary float represents the number: its shortest decimal is the same number.
fn held(number: &str) -> bool {
    let same = |text: &str| chanjiao::__private::decimal::shift(text, 0);
    let float = number.parse().map(|float: f64| float.to_string());
    float.is_ok_and(|float| same(&float) == same(number))
}

/// The schemas of one input and the parser to compare them with.
struct Pair {
    name: &'static str,
    fields: &'static [Field],
    rules: &'static [Rule],
    schemas: Vec<Validator>,
}

impl Pair {
    fn faults(&self, text: &str) -> Faults {
        let read = match chanjiao::subject(self.name) {
            Some(subject) => subject.parse(text).map(drop),
            None => Parameters::from_json(text).map(drop),
        };
        read.err().unwrap_or_default()
    }
}

fn pairs() -> Vec<Pair> {
    let subjects = chanjiao::subjects().iter().map(|subject| Pair {
        name: subject.name,
        fields: subject.fields(),
        rules: subject.rules(),
        schemas: DRAFTS.map(|draft| validator(&schema::subject(subject, draft))).into(),
    });
    let parameters = Pair {
        name: "parameters",
        fields: chanjiao::parameters(),
        rules: &[],
        schemas: DRAFTS.map(|draft| validator(&schema::parameters(draft))).into(),
    };
    subjects.chain([parameters]).collect()
}

fn validator(schema: &Value) -> Validator {
    jsonschema::options().should_validate_formats(true).build(schema).expect("a schema")
}

fn errors(schema: &Validator, value: &Value) -> Vec<String> {
    schema.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn schemas_accept_what_the_parser_accepts() {
    let mut accepted = 0_usize;
    let mut gaps: BTreeMap<&str, usize> = BTreeMap::new();
    let mut codes: BTreeSet<Code> = BTreeSet::new();
    for pair in pairs() {
        let mut draw = Draw::new(pair.name);
        for _ in 0..DRAWN {
            let text = input(&mut draw, pair.fields, pair.rules);
            let value: Value = serde_json::from_str(&text).expect("only JSON is drawn");
            let faults = pair.faults(&text);
            codes.extend(faults.iter().map(|fault| fault.code));
            let mut named: Option<Vec<&str>> = faults.iter().map(gap).collect();
            // The schema sees only the last value of a duplicate key.
            if faults.iter().any(|fault| fault.code == Code::DuplicateKey) {
                named = Some(vec![GAPS[2]]);
            }
            for schema in &pair.schemas {
                let valid = schema.is_valid(&value);
                let agree = match &named {
                    Some(named) if valid => {
                        accepted += usize::from(named.is_empty());
                        for gap in named {
                            *gaps.entry(gap).or_default() += 1;
                        }
                        true
                    }
                    _ => valid == faults.is_empty(),
                };
                assert!(
                    agree,
                    "{}: {text}\nparser: {faults}\nschema: {:#?}",
                    pair.name,
                    errors(schema, &value)
                );
            }
        }
    }
    println!("{accepted} accepted, {gaps:?}");
    assert!(20_000 < accepted, "{accepted} accepted");
    assert!(GAPS.iter().all(|gap| gaps.contains_key(gap)), "a gap that never occurs: {gaps:?}");
    // Every possible fault of a value occurred.
    let elsewhere = [
        Code::UnknownSubject,
        Code::NotJson,
        Code::LoneSurrogate,
        Code::TooDeep,
        Code::TooLarge,
        Code::TooManyFaults,
        Code::UnreadableCell,
        Code::ChildRow,
    ];
    let expected = Code::ALL.iter().filter(|code| !elsewhere.contains(code)).copied();
    assert_eq!(codes, expected.collect());
}

#[test]
fn schemas_and_parser_agree_on_vectors() {
    let pairs = pairs();
    let pair = |name: &str| pairs.iter().find(|pair| pair.name == name).expect("a schema");
    for file in vectors() {
        for case in &file.cases {
            let inputs = [
                (pair(&file.subject), Some(case.record_text())),
                (pair("parameters"), case.parameters.as_ref().map(Value::to_string)),
            ];
            for (pair, text) in inputs {
                let Some(text) = text else { continue };
                let Ok(value) = serde_json::from_str(&text) else {
                    assert!(case.faults.is_some(), "{} is not JSON", case.title);
                    continue;
                };
                let faults = pair.faults(&text);
                if !faults.is_empty() && faults.iter().all(is_beyond_schemas) {
                    continue;
                }
                for schema in &pair.schemas {
                    let found = errors(schema, &value);
                    assert_eq!(
                        found.is_empty(),
                        faults.is_empty(),
                        "{}: {}\nparser: {faults}\nschema: {found:#?}",
                        pair.name,
                        case.title
                    );
                }
            }
        }
    }
}

/// Faults that only the parser finds, or that are a gap.
fn is_beyond_schemas(fault: &Fault) -> bool {
    gap(fault).is_some() || matches!(fault.code, Code::NotJson | Code::TooDeep)
}

#[test]
fn every_answer_is_valid_against_its_schema() {
    let answers = DRAFTS.map(|draft| validator(&schema::answer(draft)));
    let questions = DRAFTS.map(|draft| validator(&schema::questions(draft)));
    let fits = |schemas: &[Validator], text: &str, title: &str| {
        let value: Value = serde_json::from_str(text).expect("JSON");
        for schema in schemas {
            assert_eq!(errors(schema, &value), [""; 0], "{title}\n{text}");
        }
    };
    for file in vectors() {
        for case in &file.cases {
            fits(&answers, &case.answer(&file.subject), &case.title);
            let parameters = case.parameters.as_ref().map(Value::to_string);
            let record = case.record_text();
            let asked = chanjiao::questions_json(&file.subject, &record, parameters.as_deref());
            fits(&questions, &asked, &case.title);
        }
    }
    for text in ["{}", "[", &"[".repeat(chanjiao::json::MAX_DEPTH + 1)] {
        fits(&answers, &chanjiao::check_json("nobody", text, Some(text)), text);
        fits(&questions, &chanjiao::questions_json("visit", text, Some(text)), text);
    }
}

#[test]
fn every_catalogue_is_valid_against_its_schema() {
    let catalogue = json!({
        "rules": schema::rules(),
        "policy": schema::policy(),
        "subjects": schema::subjects(),
        "parameters": schema::parameters_catalogue(),
        "labels": schema::labels(),
    });
    for draft in DRAFTS {
        let schema = validator(&schema::catalogue(draft));
        assert_eq!(errors(&schema, &catalogue), [""; 0]);
        for name in ["rules", "policy", "subjects", "parameters", "labels"] {
            let mut spoiled = catalogue.clone();
            spoiled[name] = json!({"unknown": true});
            assert!(!schema.is_valid(&spoiled), "{name} is described");
        }
    }
    let listed: Vec<&str> = chanjiao::parameters().iter().map(Field::key).collect();
    let parameters = catalogue["parameters"].as_array().expect("a list");
    assert!(parameters.iter().map(|it| &it["parameter"]).eq(&listed), "all parameters");
}

#[test]
fn every_schema_is_valid_json_schema() {
    for draft in DRAFTS {
        let subjects = chanjiao::subjects().iter().map(|subject| schema::subject(subject, draft));
        let others = [
            schema::parameters(draft),
            schema::answer(draft),
            schema::questions(draft),
            schema::catalogue(draft),
        ];
        for schema in subjects.chain(others) {
            jsonschema::meta::validate(&schema).expect("a valid schema");
        }
    }
}

/// Strict validators need the complete list of custom keywords.
#[test]
fn every_custom_keyword_is_listed() {
    fn collect(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(members) => {
                for (key, value) in members {
                    if key.starts_with("x-") {
                        found.insert(key.clone());
                    }
                    collect(value, found);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut found = BTreeSet::new();
    for draft in DRAFTS {
        for subject in chanjiao::subjects() {
            collect(&schema::subject(subject, draft), &mut found);
        }
        for schema in [schema::parameters(draft), schema::answer(draft), schema::questions(draft)] {
            collect(&schema, &mut found);
        }
    }
    assert_eq!(found, schema::KEYWORDS.iter().map(|it| (*it).to_owned()).collect());
}
