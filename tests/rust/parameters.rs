//! Vectors pin the default of every parameter, and only vectors about a rule depend on its numbers.

use chanjiao::{Field, Origin, Parameters};
use chanjiao_tests::steps::{Size, Step, steps};
use chanjiao_tests::{Case, vectors};

/// Some vector fails if a default changes by one unit.
#[test]
fn every_default_is_pinned_by_a_vector() {
    let files = vectors();
    let steps = steps(&files, Size::Unit);
    let all = chanjiao::parameters();
    let expected = all.iter().map(|field| match (field.choices(), origin(field).default) {
        (Some(choices), _) => choices.len() - 1,
        (None, None) => 1,
        (None, Some(_)) => 2,
    });
    assert_eq!(steps.len(), expected.sum::<usize>());
    let unpinned: Vec<String> =
        steps.iter().filter(|step| step.failing.is_empty()).map(described).collect();
    assert!(unpinned.is_empty(), "no vector fails:\n{}", unpinned.join("\n"));
}

/// A quarter more or less breaks only vectors about a rule that uses the parameter. The records of
/// all other vectors must not be near its bound.
#[test]
fn only_vectors_about_its_rules_depend_on_a_default() {
    let files = vectors();
    let steps = steps(&files, Size::Quarter);
    let mut wrong = Vec::new();
    for step in &steps {
        for (subject, case) in &step.failing {
            if !is_about(case, step.parameter) {
                wrong.push(format!("{}: {}: {}", described(step), subject.name, case.title));
            }
        }
    }
    assert!(wrong.is_empty(), "{} depend on a default:\n{}", wrong.len(), wrong.join("\n"));
    for (rule, parameter) in BEYOND_BOUNDS {
        let mut failing = steps.iter().filter(|it| it.parameter == *parameter);
        let needed =
            failing.any(|it| it.failing.iter().any(|(_, case)| case.rule.as_deref() == Some(rule)));
        assert!(needed, "{rule} needs no exception for {parameter}");
    }
}

/// Parameters that a rule uses outside its own bounds, where a vector is about them.
const BEYOND_BOUNDS: &[(&str, &str)] = &[
    // Their scope.
    ("teacher.induction_practice", "induction_applies_from"),
    ("teacher.induction_practice", "policy_applies_from"),
    ("internship.host_cap", "internship_rules_2021_from"),
    ("internship.host_cap_general", "internship_rules_2021_from"),
    ("internship.post_cap", "internship_rules_2021_from"),
    ("internship.post_cap_general", "internship_rules_2021_from"),
    ("internship.pay_floor", "internship_rules_2021_from"),
    ("internship.post_wage_floor", "internship_rules_2021_from"),
    ("enterprise.joint_schooling", "cooperation_sales_revenue_yuan"),
    ("enterprise.joint_schooling", "cooperation_employed_persons"),
    // Their periods run from the first day of the policy at the earliest.
    ("teacher.periodic_practice", "policy_applies_from"),
    ("teacher.periodic_practice", "periodic_grace_years"),
    ("industry_forecast.interval", "policy_applies_from"),
    // It looks at the funds set aside; an amount between both rates is contested.
    ("enterprise.credit_record", "training_fund_share_high_demand"),
    // What interrupts a run of practice.
    ("teacher.induction_practice", "induction_gap_days"),
    // Both standards, where it is open which of them applies.
    ("funding_standard.secondary", "funding_higher_vocational_yuan"),
    ("funding_standard.higher_vocational", "funding_secondary_yuan"),
];

/// Whether the case is about a rule that uses the parameter under some reading, or about the time
/// of the policy. Conclusions and explanations are about how findings add up, not about one bound.
fn is_about(case: &Case, parameter: &str) -> bool {
    let Some(rule) = case.rule.as_deref().and_then(chanjiao::rule) else { return false };
    let bounds = under_each_reading().into_iter().flat_map(|it| rule.bounds(&it));
    let mut parameters = bounds.flat_map(|bound| bound.parameters);
    let used = parameters.any(|field| field.key() == parameter)
        || BEYOND_BOUNDS.contains(&(rule.id, parameter))
        || (case.tests == "time" && parameter.starts_with("policy_applies_"));
    used && !["conclusion", "explanation"].contains(&case.tests.as_str())
}

/// The default parameters, and those with one other choice of a reading.
fn under_each_reading() -> Vec<Parameters> {
    let mut all = vec![Parameters::default()];
    for field in chanjiao::parameters() {
        for choice in field.choices().into_iter().flatten() {
            let text = format!(r#"{{"{}": "{}"}}"#, field.key(), choice.key());
            all.push(Parameters::from_json(&text).expect("a choice"));
        }
    }
    all
}

fn origin(field: &Field) -> Origin {
    Parameters::origin(field.key()).expect("a parameter")
}

fn described(step: &Step<'_>) -> String {
    format!("{} = {} instead of {:?}", step.parameter, step.value, step.default)
}
