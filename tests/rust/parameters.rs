//! Vectors pin the default of every parameter, and only vectors about a rule depend on its numbers.

use chanjiao::Parameters;
use chanjiao_tests::steps::{Size, Step, steps};
use chanjiao_tests::{Case, vectors};

/// Some vector fails if a default changes by one unit.
#[test]
fn every_default_is_pinned_by_a_vector() {
    let files = vectors();
    let steps = steps(&files, Size::Unit);
    let all = chanjiao::parameters();
    let unset =
        all.iter().filter(|it| Parameters::origin(it.key()).is_some_and(|it| it.default.is_none()));
    assert_eq!(steps.len(), 2 * all.len() - unset.count());
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
    // Its scope.
    ("teacher.induction_practice", "induction_applies_from"),
    // It looks at the funds set aside. While the category is not known, an amount between both
    // rates leaves it open; a quarter more or less brings the rates together.
    ("enterprise.credit_record", "training_fund_share_high_demand"),
];

/// Whether the case is about a rule that uses the parameter. Conclusions and explanations are about
/// how findings add up, not about one bound.
fn is_about(case: &Case, parameter: &str) -> bool {
    let Some(rule) = case.rule.as_deref().and_then(chanjiao::rule) else { return false };
    let bounds = rule.bounds(&Parameters::default());
    let mut parameters = bounds.iter().flat_map(|bound| &bound.parameters);
    let used = parameters.any(|field| field.key() == parameter)
        || BEYOND_BOUNDS.contains(&(rule.id, parameter));
    used && !["conclusion", "explanation"].contains(&case.tests.as_str())
}

fn described(step: &Step<'_>) -> String {
    format!("{} = {} instead of {:?}", step.parameter, step.value, step.default)
}
