//! Serde accepts and writes the same JSON as the library's own parser and writer.

use chanjiao::{
    Code, Count, Date, Facts, Faults, Money, Months, Parameters, Practice, Share, SizeClass, Visit,
    Year, check, check_json, subject, subjects,
};
use chanjiao_tests::vectors;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Parses text with the library and with serde, compares both, and checks the round trip. Numbers
/// are spelled as `serde_json` holds them, as binary floats.
fn through_serde<T>(text: &str, from_json: fn(&str) -> Result<T, Faults>) -> Option<T>
where
    T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let text = &serde_json::from_str::<Value>(text).ok()?.to_string();
    match (from_json(text), serde_json::from_str::<T>(text)) {
        (Ok(record), Ok(same)) => {
            assert_eq!(record, same, "{text}");
            let written = serde_json::to_string(&record).expect("a record is written");
            assert_eq!(from_json(&written).as_ref().ok(), Some(&record), "{text}: {written}");
            Some(record)
        }
        (Err(faults), Err(error)) => {
            // Each parser has its own limit of depth.
            let deep = faults.iter().any(|fault| fault.code == Code::TooDeep);
            assert!(deep || error.to_string().starts_with(&faults.to_string()), "{error}");
            None
        }
        (reader, serde) => panic!("{text}: {reader:?} but {serde:?}"),
    }
}

/// Checks the vectors of one subject and returns its name.
fn records<T>(from_json: fn(&str) -> Result<T, Faults>) -> &'static str
where
    T: Facts + Serialize + DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let name = T::SUBJECT.name;
    let files = vectors();
    let cases = files.iter().filter(|file| file.subject == name).flat_map(|file| &file.cases);
    let mut read = 0;
    for case in cases {
        let Some(record) = through_serde(&case.record_text(), from_json) else { continue };
        read += 1;
        let report = check(&record, &Parameters::default());
        let answer: Value = serde_json::from_str(&report.answer_json()).expect("an answer is JSON");
        let written = serde_json::to_value(&report).expect("a report is written");
        assert_eq!(written, answer["report"], "{}", case.title);
        for (finding, written) in report
            .findings
            .iter()
            .zip(&answer["report"]["findings"].as_array().cloned().expect("a list"))
        {
            assert_eq!(serde_json::to_value(finding).ok().as_ref(), Some(written));
            assert_eq!(
                serde_json::to_value(&finding.bounds).ok().as_ref(),
                Some(&written["bounds"])
            );
            assert_eq!(json!(finding.verdict), written["verdict"]);
            assert_eq!(
                json!([finding.rule.kind, finding.rule.force]),
                json!([written["kind"], written["force"]])
            );
        }
    }
    assert!(read > 2, "{name}: {read} records");
    name
}

macro_rules! all {
    ($($type:ident)*) => { vec![$(records::<chanjiao::$type>(chanjiao::$type::from_json)),*] };
}

#[test]
fn records_and_reports_survive_a_round_trip() {
    let names = chanjiao::for_each_subject!(all);
    let expected: Vec<&str> = subjects().iter().map(|subject| subject.name).collect();
    assert_eq!(names, expected);
}

/// Only given values are written, not defaults.
#[test]
fn parameters_survive_a_round_trip() {
    let mut read = 0;
    for case in vectors().iter().flat_map(|file| &file.cases) {
        let text = case.parameters.as_ref().map(Value::to_string);
        let parameters = text.and_then(|text| through_serde(&text, Parameters::from_json));
        read += usize::from(parameters.is_some());
    }
    assert!(read > 20, "{read} parameters");
    let written = serde_json::to_string(&Parameters::default()).expect("parameters are written");
    assert_eq!(written, "{}");
}

#[test]
fn an_error_contains_every_fault() {
    let text = r#"{"start": "2024-01-01", "start": "2024-01-01", "ends": 1}"#;
    let error = serde_json::from_str::<Visit>(text).expect_err("two faults").to_string();
    assert!(error.starts_with("/start: duplicate key.\n/ends: unknown key."), "{error}");
}

#[test]
fn faults_and_questions_are_serialized_as_in_answers() {
    let text = r#"{"start": 1, "ends": "2024-01-01"}"#;
    let answer: Value = serde_json::from_str(&check_json("visit", text, None)).expect("JSON");
    let faults = Visit::from_json(text).expect_err("two faults");
    assert_eq!(json!(faults), answer["faults"]);
    assert_eq!(json!(faults.iter().collect::<Vec<_>>()), answer["faults"]);

    let visit = subject("visit").expect("a subject");
    let record = visit.parse("{}").expect("a record");
    let answer: Value =
        serde_json::from_str(&chanjiao::questions_json("visit", "{}", None)).expect("JSON");
    assert_eq!(json!(record.questions(&Parameters::default())), answer["questions"]);
}

#[test]
fn quantities_are_deserialized_by_value_and_serialized_exactly() {
    fn both<T: Serialize + DeserializeOwned>(given: Value) -> Option<Value> {
        let value: T = serde_json::from_value(given).ok()?;
        serde_json::to_value(value).ok()
    }
    assert_eq!(both::<Count>(json!(3.0)), Some(json!(3)));
    assert_eq!(both::<Count>(json!(1.5)), None);
    assert_eq!(both::<Count>(json!(null)), None);
    assert_eq!(both::<Option<Count>>(json!(null)), Some(json!(null)));
    assert_eq!(both::<Money>(json!(1234.5)), Some(json!("1234.50")));
    assert_eq!(both::<Money>(json!("0.07")), Some(json!("0.07")));
    assert_eq!(both::<Money>(json!(1.005)), None);
    assert_eq!(both::<Share>(json!("0.5")), Some(json!("0.5000")));
    assert_eq!(both::<Year>(json!(2018)), Some(json!(2018)));
    assert_eq!(both::<Months>(json!(0)), None);
    assert_eq!(both::<Date>(json!("2024-02-29")), Some(json!("2024-02-29")));
    assert_eq!(both::<Date>(json!("2023-02-29")), None);
    assert_eq!(both::<SizeClass>(json!("medium")), Some(json!("medium")));
    assert_eq!(both::<SizeClass>(json!("Medium")), None);

    let period = json!({"start": "2024-01-01", "end": null, "in_enterprise": true});
    assert_eq!(both::<Practice>(period.clone()), Some(period));
    assert_eq!(both::<Practice>(json!({"start": "2024-01-02", "end": "2024-01-01"})), None);
}

/// Binary floats of both sizes are parsed as their shortest decimals; others are errors.
#[test]
fn floats_are_parsed_as_their_shortest_decimals() {
    use serde::Deserialize;
    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, F32Deserializer, F64Deserializer};

    let single: F32Deserializer<Error> = 0.07_f32.into_deserializer();
    assert_eq!(Money::deserialize(single).map(Money::fen), Ok(7));
    for float in [f64::NAN, f64::INFINITY, -1.0, 0.001] {
        let double: F64Deserializer<Error> = float.into_deserializer();
        let error = Money::deserialize(double).expect_err("no amount").to_string();
        assert!(error.contains("0 to 90071992547409.91 yuan"), "{error}");
    }
}
