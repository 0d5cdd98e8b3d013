//! No default can change without a vector that fails.

use chanjiao::Parameters;
use chanjiao_tests::steps::steps;

#[test]
fn every_default_is_pinned_by_a_vector() {
    let steps = steps();
    let all = chanjiao::parameters();
    let unset =
        all.iter().filter(|it| Parameters::origin(it.key()).is_some_and(|it| it.default.is_none()));
    assert_eq!(steps.len(), 2 * all.len() - unset.count());
    let unnoticed: Vec<String> = steps
        .iter()
        .filter(|step| step.failing.is_empty())
        .map(|step| format!("{} = {} instead of {:?}", step.parameter, step.value, step.default))
        .collect();
    assert!(unnoticed.is_empty(), "no vector notices:\n{}", unnoticed.join("\n"));
}
