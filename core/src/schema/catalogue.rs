//! The catalogues: rules, policy, subjects and parameters. Each is a typed value, so that its
//! schema and its JSON cannot differ. The digest is computed over the JSON: fields keep their
//! order.

mod parameters;
mod policy;
mod rules;
mod subjects;

use schemars::JsonSchema;

use super::labels::Labels;
use parameters::Parameter;
use policy::Policy;
use rules::Rules;
use subjects::Subject;

pub use parameters::parameters;
pub use policy::policy;
pub use rules::rules;
pub use subjects::subjects;

/// Every catalogue, by the name of the function that returns it.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "a schema of values that other functions return")]
pub(super) struct Catalogue {
    /// The rules.
    rules: Rules,
    /// The policy document.
    policy: Policy,
    /// The subjects and their facts.
    subjects: Vec<Subject>,
    /// The numbers of the policy.
    parameters: Vec<Parameter>,
    /// The labels of enums.
    labels: Labels,
}

fn pointer(key: &str) -> String {
    ["/", key].concat()
}
