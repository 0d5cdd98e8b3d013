//! A schema accepts what the reader accepts, and nothing else, up to a short list of named gaps.

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
/// Inputs drawn for each schema.
const DRAWN: usize = 1_500;

/// What the reader refuses and no schema can.
const GAPS: [&str; 5] = [
    "a part greater than its whole",
    "dates turned round",
    "a key that stands twice",
    "too many decimals in a JSON number",
    "digits that a binary float drops",
];

fn gap(fault: &Fault) -> Option<&'static str> {
    let number = fault.given.starts_with(|it: char| it == '-' || it.is_ascii_digit());
    Some(match fault.code {
        Code::PartExceedsWhole => GAPS[0],
        Code::DateOrder => GAPS[1],
        Code::DuplicateKey => GAPS[2],
        Code::NotMoney | Code::NotAShare if number => GAPS[3],
        _ if number && !held(&fault.given) => GAPS[4],
        _ => return None,
    })
}

/// Whether a binary float holds the number: whether its shortest decimal is the same number.
fn held(number: &str) -> bool {
    let same = |text: &str| chanjiao::__private::decimal::shift(text, 0);
    let float = number.parse().map(|float: f64| float.to_string());
    float.is_ok_and(|float| same(&float) == same(number))
}

/// Schemas of one kind of input, and the reader that they are to agree with.
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
fn the_schema_accepts_what_the_reader_accepts() {
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
            // Of a key that stands twice, the schema is shown the last value only.
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
                    "{}: {text}\nreader: {faults}\nschema: {:#?}",
                    pair.name,
                    errors(schema, &value)
                );
            }
        }
    }
    println!("{accepted} accepted, {gaps:?}");
    assert!(20_000 < accepted, "{accepted} accepted");
    assert!(GAPS.iter().all(|gap| gaps.contains_key(gap)), "a gap that never shows: {gaps:?}");
    // Everything that can be wrong with a value was wrong with some.
    let elsewhere = [
        Code::UnknownSubject,
        Code::NotJson,
        Code::LoneSurrogate,
        Code::TooDeep,
        Code::TooLarge,
        Code::TooManyFaults,
    ];
    let expected = Code::ALL.iter().filter(|code| !elsewhere.contains(code)).copied();
    assert_eq!(codes, expected.collect());
}

#[test]
fn vectors_are_accepted_and_refused_as_by_the_reader() {
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
                if !faults.is_empty() && faults.iter().all(said_elsewhere) {
                    continue;
                }
                for schema in &pair.schemas {
                    let found = errors(schema, &value);
                    assert_eq!(
                        found.is_empty(),
                        faults.is_empty(),
                        "{}: {}\nreader: {faults}\nschema: {found:#?}",
                        pair.name,
                        case.title
                    );
                }
            }
        }
    }
}

/// Faults that only a reader of text finds, or that are a gap.
fn said_elsewhere(fault: &Fault) -> bool {
    gap(fault).is_some() || matches!(fault.code, Code::NotJson | Code::TooDeep)
}

#[test]
fn every_answer_fits_its_schema() {
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
fn every_catalogue_fits_its_schema() {
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
            let mut spoilt = catalogue.clone();
            spoilt[name] = json!({"unknown": true});
            assert!(!schema.is_valid(&spoilt), "{name} is described");
        }
    }
    let listed: Vec<&str> = chanjiao::parameters().iter().map(Field::key).collect();
    let parameters = catalogue["parameters"].as_array().expect("a list");
    assert!(parameters.iter().map(|it| &it["parameter"]).eq(&listed), "all parameters");
}

#[test]
fn every_schema_is_a_schema() {
    for draft in DRAFTS {
        let subjects = chanjiao::subjects().iter().map(|subject| schema::subject(subject, draft));
        let others = [
            schema::parameters(draft),
            schema::answer(draft),
            schema::questions(draft),
            schema::catalogue(draft),
        ];
        for schema in subjects.chain(others) {
            jsonschema::meta::validate(&schema).expect("a sound schema");
        }
    }
}

/// Strict validators have to be told of the keywords of our own: of all, and of no others.
#[test]
fn every_keyword_of_our_own_is_listed() {
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
            _ => {}
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
