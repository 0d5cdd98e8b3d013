//! The shapes of answers, for their schemas. Answers are written in [`crate::answer`]; tests
//! compare what is written there with these schemas.

#![expect(dead_code, reason = "types of schemas only; no value of them is built")]

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::common::{Citation, Enum, FactType, Text};
use crate::fault::Code;
use crate::field::Unit;
use crate::policy::Force;
use crate::report::{Conclusion, Reason};
use crate::rule::Kind;
use crate::verdict::Verdict;

/// The answer to a check: faults, or a report.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum Answer {
    Report(Reported),
    Faults(Unreported),
}

/// An answer to inputs without faults.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Reported {
    /// None.
    #[schemars(length(max = 0))]
    faults: Vec<Fault>,
    /// The report.
    report: Report,
}

/// An answer to inputs with faults.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Unreported {
    /// Every fault of the inputs.
    #[schemars(length(min = 1))]
    faults: Vec<Fault>,
    /// None.
    report: (),
}

/// The missing facts, or faults.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum Questions {
    Questions(Asked),
    Faults(Unasked),
}

/// The answer to a question about inputs without faults.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Asked {
    /// None.
    #[schemars(length(max = 0))]
    faults: Vec<Fault>,
    /// The missing facts, the most decisive first.
    questions: Vec<Question>,
}

/// The answer to a question about inputs with faults.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Unasked {
    /// Every fault of the inputs.
    #[schemars(length(min = 1))]
    faults: Vec<Fault>,
    /// None.
    questions: (),
}

/// A fault of an input.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Fault {
    /// The input.
    r#in: Inputs,
    /// The position, as a JSON Pointer.
    pointer: String,
    /// What is wrong.
    code: Enum<Code>,
    /// The value given, as JSON text of at most 80 characters.
    #[schemars(length(max = 80))]
    given: String,
    /// One sentence.
    message: Text,
    /// The name that was probably meant; null where none is similar.
    help: Option<Text>,
}

/// The two inputs.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
enum Inputs {
    Record,
    Parameters,
}

/// The report on a record.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Report {
    /// The subject.
    subject: String,
    /// The overall result.
    conclusion: Enum<Conclusion>,
    /// The choices of readings under which the overall result would be another one, each with the
    /// other readings as they are, in the order of the parameters.
    contested: Vec<ContestedConclusion>,
    /// The version of the rules, and the parameters that differ from their defaults.
    ruleset: Ruleset,
    /// One finding for each rule, in the order of the policy.
    findings: Vec<Finding>,
}

/// A choice of a reading that leads to another overall result.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ContestedConclusion {
    /// The name of the parameter.
    parameter: String,
    /// The other choice.
    choice: String,
    /// The overall result under this choice.
    conclusion: Enum<Conclusion>,
}

/// A choice of a reading that leads to another verdict.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ContestedVerdict {
    /// The name of the parameter.
    parameter: String,
    /// The other choice.
    choice: String,
    /// The verdict under this choice.
    verdict: Enum<Verdict>,
}

/// The version of the rules, and the parameters that differ from their defaults.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Ruleset {
    /// The version of the library.
    version: String,
    /// SHA-256 over the catalogues, in hexadecimal.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    digest: String,
    /// The parameters whose value differs from the default, by name, in the order of the catalogue:
    /// counts and lengths of time as numbers; money with two decimals, percentages without trailing
    /// zeros, days and readings as strings. It is a valid object of parameters.
    overridden: Overridden,
}

/// The values of parameters, by name.
struct Overridden;

impl JsonSchema for Overridden {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Overridden".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let value = json_schema!({"anyOf": [{"type": "string"}, {"type": "integer"}]});
        json_schema!({"type": "object", "additionalProperties": value})
    }
}

/// The result of one rule.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Finding {
    /// The rule's id.
    rule: String,
    /// Its verdict.
    verdict: Enum<Verdict>,
    /// Why the verdict is what it is.
    reason: Enum<Reason>,
    /// The last day of the running period of a pending verdict; otherwise null.
    until: Option<String>,
    /// What meeting it means.
    kind: Enum<Kind>,
    /// How strongly the policy binds.
    force: Enum<Force>,
    /// The statement's id.
    statement: String,
    /// The clause that the rule executes.
    citation: Citation,
    /// The facts that the rule reads, as JSON Pointers.
    facts: Vec<String>,
    /// The missing facts that it needs, as JSON Pointers.
    missing: Vec<String>,
    /// Its bounds with their figures.
    bounds: Vec<Bound>,
    /// Whether it is unmet and an explanation was given.
    explained: bool,
    /// The choices of readings under which the verdict would be another one, each with the other
    /// readings as they are, in the order of the parameters.
    contested: Vec<ContestedVerdict>,
    /// One sentence with its figures.
    message: Text,
}

/// A bound with its figures: a shortfall where it is a lower bound, an excess where it is an upper
/// one.
struct Bound;

impl JsonSchema for Bound {
    fn schema_name() -> Cow<'static, str> {
        "Bound".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let figure =
            || json_schema!({"type": ["string", "null"], "pattern": "^[0-9]+(\\.[0-9]{2})?$"});
        let unit = generator.subschema_for::<Enum<Unit>>();
        let verdict = generator.subschema_for::<Enum<Verdict>>();
        json_schema!({
            "description": "A bound of a rule with its figures: a shortfall of a lower bound, or an excess over an upper one.",
            "type": "object",
            "properties": {
                "fact": {"type": "string"},
                "measured": figure(),
                "required": figure(),
                "shortfall": figure(),
                "excess": figure(),
                "unit": unit,
                "verdict": verdict,
            },
            "required": ["fact", "measured", "required", "unit", "verdict"],
            "additionalProperties": false,
            "minProperties": 6,
            "maxProperties": 6,
        })
    }
}

/// A fact to ask for.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Question {
    /// Its JSON Pointer.
    fact: String,
    /// Its name for people.
    label: Text,
    /// Its type.
    r#type: FactType,
    /// Its unit.
    unit: Option<Enum<Unit>>,
    /// The values to choose from; null unless the type is `choice`.
    choices: Option<Vec<Choice>>,
    /// The authority that decides it; null if none does.
    determined_by: Option<Text>,
    /// The rules that need it.
    rules: Vec<String>,
    /// Their statements.
    statements: Vec<String>,
}

/// A value to choose.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Choice {
    /// The value in data.
    value: String,
    /// Its name for people.
    label: Text,
}
