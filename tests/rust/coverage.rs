//! Every rule has vectors on each side of its bound, without each of its facts, out of scope, and
//! pending if it has periods. Every reading has vectors whose verdict it turns; every reason and
//! every conclusion occurs.

use std::collections::BTreeSet;

use chanjiao::{Conclusion, Field, Parameters, Reason};
use chanjiao_tests::{Case, vectors};
use serde_json::Value;

#[test]
fn every_subject_has_vectors() {
    let files: BTreeSet<String> = vectors().into_iter().map(|file| file.subject).collect();
    let subjects: BTreeSet<String> =
        chanjiao::subjects().iter().map(|subject| subject.name.to_owned()).collect();
    let missing: Vec<&String> = files.symmetric_difference(&subjects).collect();
    assert!(missing.is_empty(), "tests/vectors has no file for, or one too many: {missing:?}");
}

#[test]
fn every_rule_has_the_vectors_it_needs() {
    let files = vectors();
    let mut missing = Vec::new();
    for subject in chanjiao::subjects() {
        let cases: Vec<&Case> = files
            .iter()
            .filter(|file| file.subject == subject.name)
            .flat_map(|file| &file.cases)
            .collect();
        for rule in subject.rules() {
            let of_rule = || cases.iter().filter(|case| case.rule.as_deref() == Some(rule.id));
            let has = |kind: &str| of_rule().any(|case| case.tests == kind);
            let mut want = |kind: &str| {
                if !has(kind) {
                    missing.push(format!("{}: {kind}", rule.id));
                }
            };
            for kind in sides(rule) {
                want(kind);
            }
            if rule.scope.is_some() {
                want("not_applicable");
            }
            for verdict in ["met", "unmet"] {
                if !of_rule().any(|case| case.verdict.as_deref() == Some(verdict)) {
                    missing.push(format!("{}: a case that is {verdict}", rule.id));
                }
            }
            for field in rule.fields() {
                let fact = format!("/{}", field.key());
                // A missing required fact is a fault.
                if !field.required && !of_rule().any(|case| case.lacks.as_ref() == Some(&fact)) {
                    missing.push(format!("{}: without {fact}", rule.id));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{} missing:\n{}", missing.len(), missing.join("\n"));
}

/// The kinds of cases that a rule needs.
fn sides(rule: &chanjiao::Rule) -> &'static [&'static str] {
    match rule.id {
        // Nothing is below zero.
        "teacher_training.free_of_charge" => &["at", "above"],
        "teacher.periodic_practice"
        | "teacher.induction_practice"
        | "industry_forecast.interval" => &["at", "below", "above", "pending"],
        _ if rule.demands.iter().any(|demand| demand.en().contains('{')) => {
            &["at", "below", "above"]
        }
        _ => &["holds", "fails"],
    }
}

#[test]
fn every_parameter_is_overridden_by_a_vector() {
    let files = vectors();
    let named = |name: &str| {
        let cases = files.iter().flat_map(|file| &file.cases);
        let mut overridden = cases.filter(|case| case.verdict.is_some());
        overridden.any(|case| {
            case.parameters.as_ref().is_some_and(|it| it.get(name).is_some_and(|it| !it.is_null()))
        })
    };
    let missing: Vec<&str> =
        chanjiao::parameters().iter().map(chanjiao::Field::key).filter(|it| !named(it)).collect();
    assert!(missing.is_empty(), "no vector overrides {missing:?}");
}

/// The kinds of vectors.
const KINDS: &[&str] = &[
    "at",
    "below",
    "above",
    "holds",
    "fails",
    "missing",
    "not_applicable",
    "pending",
    "time",
    "choice",
    "reading",
    "words",
    "conclusion",
    "explanation",
    "fault",
];

/// A vector tests what its kind says.
#[test]
fn every_vector_expects_what_its_kind_says() {
    for case in vectors().iter().flat_map(|file| &file.cases) {
        let kind = case.tests.as_str();
        assert!(KINDS.contains(&kind), "{}: {kind}", case.title);
        let has_contested = case.contested.is_some() || case.conclusion_contested.is_some();
        let verdict = case.verdict.as_deref();
        let expects = match kind {
            "fault" => case.faults.is_some(),
            "conclusion" => case.conclusion.is_some(),
            "explanation" => case.explained.is_some(),
            "missing" => case.lacks.is_some(),
            "words" => case.says.is_some(),
            "choice" => has_contested,
            "not_applicable" => verdict == Some("not_applicable"),
            "pending" => verdict == Some("pending"),
            // A part above its whole is a fault.
            _ => verdict.is_some() || case.faults.is_some(),
        };
        assert!(expects, "{kind}: {}", case.title);
    }
}

/// The readings: parameters with a list of choices.
fn readings() -> impl Iterator<Item = (&'static Field, Vec<&'static str>)> {
    chanjiao::parameters().iter().filter_map(|field| {
        let choices = field.choices()?.iter().map(chanjiao::Choice::key);
        Some((field, choices.collect()))
    })
}

/// Whether the list of what is contested has this choice of this reading.
fn names(contested: Option<&Value>, parameter: &str, choice: &str) -> bool {
    let mut all = contested.and_then(Value::as_array).into_iter().flatten();
    all.any(|it| it["parameter"] == parameter && it["choice"] == choice)
}

/// For each choice of each reading, a vector of every rule where it acts first has another verdict
/// under the default, and one that makes the choice has another verdict under it. A reading that
/// sets a force turns the conclusion.
#[test]
fn every_choice_of_a_reading_turns_vectors() {
    let files = vectors();
    let mut missing = Vec::new();
    for (field, choices) in readings() {
        let parameter = field.key();
        let origin = Parameters::origin(parameter).expect("a parameter");
        let default = origin.default.expect("a reading has a default");
        let statements = origin.source.statements;
        let rules = chanjiao::rules().filter(|rule| statements.contains(&rule.statement.id));
        for rule in rules {
            let cases = || {
                let all = files.iter().flat_map(|file| &file.cases);
                all.filter(|case| case.rule.as_deref() == Some(rule.id))
            };
            let given = |case: &Case| case.parameters.as_ref().map(|it| it[parameter].clone());
            let turns = |case: &Case, choice: &str| {
                names(case.contested.as_ref(), parameter, choice)
                    || names(case.conclusion_contested.as_ref(), parameter, choice)
            };
            for choice in choices.iter().filter(|it| **it != default) {
                let mut plain = cases().filter(|it| it.parameters.is_none());
                if !plain.any(|it| turns(it, choice)) {
                    missing.push(format!("{}: {parameter} without {choice}", rule.id));
                }
                let mut chosen = cases().filter(|it| given(it).is_some_and(|it| it == *choice));
                if !chosen.any(|it| turns(it, default)) {
                    missing.push(format!("{}: {parameter} = {choice}", rule.id));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{} missing:\n{}", missing.len(), missing.join("\n"));
}

/// Every rule has vectors that every reading on which it depends turns.
#[test]
fn every_reading_of_a_rule_turns_a_vector() {
    let files = vectors();
    let mut missing = Vec::new();
    for rule in chanjiao::rules() {
        let cases: Vec<&Case> = files
            .iter()
            .flat_map(|file| &file.cases)
            .filter(|case| case.rule.as_deref() == Some(rule.id))
            .collect();
        for reading in rule.reading_parameters() {
            let turned = |list: Option<&Value>| {
                let mut all = list.and_then(Value::as_array).into_iter().flatten();
                all.any(|it| it["parameter"] == reading.key())
            };
            let mut lists = cases.iter().flat_map(|it| [&it.contested, &it.conclusion_contested]);
            if !lists.any(|it| turned(it.as_ref())) {
                missing.push(format!("{}: {}", rule.id, reading.key()));
            }
        }
    }
    assert!(missing.is_empty(), "{} missing:\n{}", missing.len(), missing.join("\n"));
}

/// As expected values, not only in answers.
#[test]
fn every_reason_and_every_conclusion_is_expected_by_a_vector() {
    let files = vectors();
    let cases = || files.iter().flat_map(|file| &file.cases);
    for reason in Reason::ALL.iter().map(|it| it.as_str()) {
        assert!(cases().any(|case| case.reason.as_deref() == Some(reason)), "{reason}");
    }
    for conclusion in Conclusion::ALL.iter().map(|it| it.as_str()) {
        assert!(cases().any(|case| case.conclusion.as_deref() == Some(conclusion)), "{conclusion}");
    }
}

/// A rule that can be pending has a vector with the last day of its period.
#[test]
fn every_period_has_a_vector_with_its_last_day() {
    let files = vectors();
    let cases = || files.iter().flat_map(|file| &file.cases);
    let pending: BTreeSet<_> = cases()
        .filter(|case| case.verdict.as_deref() == Some("pending"))
        .filter_map(|case| case.rule.as_deref())
        .collect();
    assert_eq!(pending.len(), 3, "{pending:?}");
    for rule in pending {
        let of_rule = |case: &&Case| case.rule.as_deref() == Some(rule);
        assert!(cases().filter(of_rule).any(|case| case.until.is_some()), "{rule}");
    }
}

/// Every subject with a year or a day has vectors before, in and after the time of the policy.
#[test]
fn every_dated_subject_has_vectors_out_of_the_time_of_the_policy() {
    let files = vectors();
    let mut dated = 0;
    for subject in chanjiao::subjects() {
        let keys = ["year", "as_of", "start", "starts_on"];
        if !subject.fields().iter().any(|field| keys.contains(&field.key())) {
            continue;
        }
        dated += 1;
        let of_subject = files.iter().filter(|file| file.subject == subject.name);
        let times: Vec<&Case> =
            of_subject.flat_map(|file| &file.cases).filter(|it| it.tests == "time").collect();
        for reason in ["before_policy", "after_policy"] {
            let has = times.iter().any(|it| it.reason.as_deref() == Some(reason));
            assert!(has, "{}: {reason}", subject.name);
        }
        let within = times.iter().any(|it| it.verdict.as_deref() != Some("not_applicable"));
        assert!(within, "{}: within", subject.name);
    }
    assert_eq!(dated, 10);
}

#[test]
fn every_fault_code_has_a_vector() {
    // These need very large texts, no subject, a workbook or two tables; `limits`,
    // `core/tests/json_reader` and `core/tests/cli` test them.
    let made = ["too_large", "too_many_faults", "unknown_subject", "unreadable_cell", "child_row"];
    let files = vectors();
    let seen: BTreeSet<&str> = files
        .iter()
        .flat_map(|file| &file.cases)
        .flat_map(|case| case.faults.iter().flatten())
        .map(|fault| fault.code.as_str())
        .collect();
    let codes = chanjiao::Code::ALL.iter().map(|code| code.as_str());
    let missing: Vec<&str> =
        codes.filter(|code| !seen.contains(code) && !made.contains(code)).collect();
    assert!(missing.is_empty(), "no vector has {missing:?}");
}
