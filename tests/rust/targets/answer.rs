//! Answers to any text as record and parameters.

use chanjiao::__private::{brief_json, messages_json};
use chanjiao::json::{self, MAX_EXCERPT};
use chanjiao::{MOST_FAULTS, Parameters, Subject, check_json, questions_json, subjects};
use serde_json::Value;

/// The first byte selects a subject; the text that follows is the record and, after a zero byte, the
/// parameters. All interfaces must agree.
///
/// # Panics
/// If they do not.
pub fn answer(data: &[u8]) {
    let [first, text @ ..] = data else { return };
    let Ok(text) = core::str::from_utf8(text) else { return };
    let subject = subjects()[usize::from(*first) % subjects().len()];
    let (record, parameters) = match text.split_once('\0') {
        Some((record, parameters)) => (record, Some(parameters)),
        None => (text, None),
    };
    let answer = check_json(subject.name, record, parameters);
    // A report has a maximum size, and a fault repeats only a few excerpts of the input.
    assert!(answer.len() <= 2 * 1024 * 1024 + 64 * data.len(), "{} bytes", answer.len());
    let answer = value(&answer);
    let questions = value(&questions_json(subject.name, record, parameters));
    assert_eq!(answer["faults"], questions["faults"]);
    let faults = answer["faults"].as_array().expect("a list");
    assert_eq!(faults.is_empty(), answer["report"].is_object());
    assert_eq!(faults.is_empty(), questions["questions"].is_array());
    assert!(faults.len() <= MOST_FAULTS + 1, "{} faults", faults.len());
    for fault in faults {
        let given = fault["given"].as_str().expect("a text");
        assert!(given.chars().count() <= MAX_EXCERPT, "{given}");
        let pointer = fault["pointer"].as_str().expect("a text");
        assert!(pointer.is_empty() || pointer.starts_with('/'), "{pointer}");
    }
    // The brief answer omits the messages of a report, which another call returns.
    let brief = brief_json(subject.name, record, parameters);
    let messages = value(&messages_json(subject.name, record, parameters));
    if let Some(findings) = answer["report"]["findings"].as_array() {
        let expected: Vec<&Value> = findings.iter().map(|it| &it["message"]).collect();
        assert!(messages.as_array().expect("a list").iter().eq(expected));
        assert!(brief.starts_with(answer["report"]["conclusion"].as_str().expect("a text")));
        same_as_missing(&questions, findings);
    } else {
        assert_eq!(value(&brief), answer);
        assert_eq!(messages, answer);
    }
    typed(subject, record, parameters, &answer);
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// The questions are the missing facts of undetermined findings.
fn same_as_missing(questions: &Value, findings: &[Value]) {
    let text = |it: &Value| it.as_str().expect("a text").to_owned();
    let mut asked: Vec<String> = questions["questions"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| text(&it["fact"]))
        .collect();
    let undetermined = findings.iter().filter(|it| it["verdict"] == "undetermined");
    let missing = undetermined.flat_map(|it| it["missing"].as_array().expect("a list"));
    let mut missing: Vec<String> = missing.map(text).collect();
    asked.sort();
    missing.sort();
    missing.dedup();
    assert_eq!(asked, missing);
}

/// The same for a parsed record, checked twice, and for a record parsed from nodes.
fn typed(subject: &'static Subject, record: &str, parameters: Option<&str>, answer: &Value) {
    let parsed = subject.parse(record);
    let given = parameters.map_or_else(|| Ok(Parameters::default()), Parameters::from_json);
    if let Ok(node) = json::parse(record) {
        let again = subject.parse_node(&node);
        assert_eq!(again.is_ok(), parsed.is_ok());
        if let (Err(again), Err(parsed)) = (&again, &parsed) {
            assert_eq!(again.answer_json(), parsed.answer_json());
        }
    }
    match (parsed, given) {
        (Ok(record), Ok(given)) => {
            let report = record.check(&given);
            assert_eq!(value(&report.answer_json()), *answer);
            assert_eq!(record.check(&given).answer_json(), report.answer_json());
        }
        _ => assert!(answer["report"].is_null()),
    }
}
