//! The catalogue of rules.

#![expect(clippy::struct_field_names, reason = "fields have the names of the keys in JSON")]

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use super::pointer;
use crate::field::Unit;
use crate::parameters::{Origin, Parameters, Status};
use crate::policy::{self, Force};
use crate::rule::{self, Kind};
use crate::schema::common::{Citation, Enum, LawNote, Text, Whole};
use crate::subjects::{self, NOT_ENCODED};
use crate::{DIGEST, VERSION};

/// The rules, and the checkable statements without a rule.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub(super) struct Rules {
    /// The version of the rules.
    ruleset: RulesetVersion,
    /// Other law that concerns the whole policy.
    law: Vec<LawNote>,
    /// Every rule, by subject.
    rules: Vec<Rule>,
    /// The checkable statements that no rule executes.
    not_encoded: Vec<NotEncoded>,
}

/// The version of the rules.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
struct RulesetVersion {
    /// The version of the library.
    version: &'static str,
    /// SHA-256 over the catalogues, in hexadecimal.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    digest: &'static str,
}

/// A checkable statement that no rule executes.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
struct NotEncoded {
    /// The statement's id.
    statement: &'static str,
    /// Why no rule executes it.
    reason: Text,
}

/// One rule.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
struct Rule {
    /// Its id.
    rule: &'static str,
    /// The subject whose records it is applied to.
    subject: &'static str,
    /// The statement's id.
    statement: &'static str,
    /// The clause that it executes.
    citation: Citation,
    /// What meeting it means.
    kind: Enum<Kind>,
    /// How strongly the policy binds.
    force: Enum<Force>,
    /// A short name.
    title: Text,
    /// Which records it applies to; null where it applies to all. A name in braces is the day of this
    /// parameter or, if it is not set, of `policy_applies_from`.
    scope: Option<Text>,
    /// What it requires, one text for each bound; `{}`, `{years}` and `{months}` are its figures. Like
    /// the day of the scope, they depend on parameters.
    demands: Vec<Text>,
    /// The meaning taken where the text allows two, and why.
    reading: Option<Text>,
    /// The facts that it reads, as JSON Pointers.
    facts: Vec<String>,
    /// Its bounds; none for a rule that is answered by yes or no.
    bounds: Vec<RuleBound>,
    /// Other law on the same matter.
    law: Vec<LawNote>,
}

/// A bound of a rule.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
struct RuleBound {
    /// The measured fact, as a JSON Pointer.
    fact: String,
    /// The whole of which the measured fact is a share, as a JSON Pointer.
    of: Option<String>,
    /// Whether the bound is a lower or an upper one. Bounds are inclusive.
    sense: Sense,
    /// The bound, where it is not a parameter.
    #[schemars(with = "Option<Whole<0, 255>>")]
    number: Option<i64>,
    /// The parameters that set the bound.
    parameters: Vec<RuleParameter>,
}

/// Whether a bound is a lower or an upper one.
#[derive(JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
enum Sense {
    AtLeast,
    AtMost,
}

/// A parameter that sets a bound.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
struct RuleParameter {
    /// Its name.
    parameter: &'static str,
    /// Its default; null where the policy leaves the number open.
    default: Option<&'static str>,
    /// Its unit; null for a date.
    unit: Option<Enum<Unit>>,
    /// Where the default comes from.
    source: Text,
    /// How far the default was verified.
    status: Enum<Status>,
}

/// Returns the catalogue of rules: each with its citation, kind, force, texts, facts, bounds and
/// notes on other law; and the checkable statements that no rule executes, with the reason.
#[must_use]
pub fn rules() -> Value {
    let rules = subjects::subjects().iter().flat_map(|subject| {
        let name = subject.name;
        subject.rules().iter().map(move |rule| Rule::of(name, rule))
    });
    json!(Rules {
        ruleset: RulesetVersion { version: VERSION, digest: DIGEST },
        law: policy::policy().law.iter().map(LawNote::from).collect(),
        rules: rules.collect(),
        not_encoded: NOT_ENCODED
            .iter()
            .map(|it| NotEncoded { statement: it.statement, reason: it.reason.into() })
            .collect(),
    })
}

impl Rule {
    fn of(subject: &'static str, rule: &'static rule::Rule) -> Self {
        Self {
            rule: rule.id,
            subject,
            statement: rule.statement.id,
            citation: Citation::from(&rule.statement),
            kind: Enum(rule.kind),
            force: Enum(rule.force),
            title: rule.title.into(),
            scope: rule.scope.map(Text::from),
            demands: rule.demands.iter().map(|demand| Text::from(*demand)).collect(),
            reading: rule.reading.map(Text::from),
            facts: rule.fields().map(|field| pointer(field.key())).collect(),
            bounds: {
                let bounds = rule.bounds(&Parameters::default());
                bounds.iter().map(|bound| RuleBound::of(rule, bound)).collect()
            },
            law: rule.law().map(LawNote::from).collect(),
        }
    }
}

impl RuleBound {
    fn of(rule: &rule::Rule, bound: &rule::Bound) -> Self {
        let parameters = bound.parameters.iter().filter_map(|field| {
            let Origin { default, .. } = Parameters::origin(field.key())?;
            let source = rule.source_of(field.key())?;
            Some(RuleParameter {
                parameter: field.key(),
                default,
                unit: field.unit.map(Enum),
                source: source.words.into(),
                status: Enum(source.status),
            })
        });
        Self {
            fact: pointer(bound.fact),
            of: bound.of.map(pointer),
            sense: if bound.at_most { Sense::AtMost } else { Sense::AtLeast },
            number: bound.number,
            parameters: parameters.collect(),
        }
    }
}
