//! Every rule has vectors on each side of its bound, without each of its facts, out of scope, and
//! pending if it has periods.

use std::collections::BTreeSet;

use chanjiao_tests::{Case, vectors};

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

#[test]
fn every_fault_code_has_a_vector() {
    // These need very large texts, or no subject; `limits` and `core/tests/json_reader` test them.
    let made = ["too_large", "too_many_faults", "unknown_subject"];
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
