//! The catalogues: rules, policy, subjects and parameters. Each is a typed value, so that its
//! schema and its JSON cannot differ. The digest is computed over the JSON: fields keep their
//! order.

#![expect(clippy::struct_field_names, reason = "fields have the names of the keys in JSON")]

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use super::common::{Citation, Enum, FactType, Text, Whole};
use super::labels::Labels;
use crate::field::{self, Field, Kind};
use crate::parameters::{self as table, Origin, Parameters};
use crate::policy::{self as document, Force, Nature};
use crate::quantity::date::{FIRST_YEAR, LAST_YEAR};
use crate::quantity::{GREATEST, MILLION, decimal::push_scaled};
use crate::rule;
use crate::subjects::{self, NOT_ENCODED};
use crate::{DIGEST, VERSION};

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

/// The rules, and the checkable statements without a rule.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
struct Rules {
    /// The version of the rules.
    ruleset: RulesetVersion,
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
    kind: Enum<rule::Kind>,
    /// How strongly the policy binds.
    force: Enum<Force>,
    /// A short name.
    title: Text,
    /// Which records it applies to; null where it applies to all.
    scope: Option<Text>,
    /// What it requires, one text for each bound; `{}`, `{years}` and `{months}` are its figures.
    demands: Vec<Text>,
    /// The meaning taken where the text allows two, and why.
    reading: Option<Text>,
    /// The facts that it reads, as JSON Pointers.
    facts: Vec<String>,
    /// Its bounds; none for a rule that is answered by yes or no.
    bounds: Vec<RuleBound>,
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
    unit: Option<Enum<field::Unit>>,
    /// Where the default comes from.
    source: Text,
    /// How far the default was verified.
    status: Enum<table::Status>,
}

/// The policy document.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
struct Policy {
    /// The document number.
    document: &'static str,
    /// SHA-256 of the text that phrases are quoted from, in hexadecimal.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    text_sha256: &'static str,
    /// The statements, in the order of the text.
    statements: Vec<Statement>,
    /// The rows of the table of tasks.
    tasks: Vec<Task>,
}

/// One statement (clause) of the policy.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
struct Statement {
    /// Its id: article, sentence and clause, such as `9.1b`.
    id: &'static str,
    /// The article (条).
    #[schemars(with = "Whole<1, 29>")]
    article: u8,
    /// The sentence; 0 is the caption.
    #[schemars(with = "Whole<0, 20>")]
    sentence: u8,
    /// The operative phrase.
    phrase: &'static str,
    /// What it says, in English.
    gloss: &'static str,
    /// Whom it addresses.
    subject: Text,
    /// How strongly it binds; null for a definition.
    force: Option<Enum<Force>>,
    /// What can be checked about it.
    nature: Enum<Nature>,
    /// The responsible units.
    units: &'static [&'static str],
    /// The rules that execute it.
    rules: Vec<&'static str>,
    /// Why no rule executes it, where it is checkable.
    not_encoded: Option<Text>,
}

/// One row of the table of tasks.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
struct Task {
    /// The number of the row.
    #[schemars(with = "Whole<1, 24>")]
    row: u8,
    /// The part of the policy that it belongs to.
    category: &'static str,
    /// The articles that it covers.
    #[schemars(with = "Vec<Whole<1, 29>>")]
    articles: &'static [u8],
    /// The responsible units.
    units: &'static [&'static str],
    /// Whether the units are jointly responsible.
    joint: bool,
}

/// One subject.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
struct Subject {
    /// Its name in data.
    subject: &'static str,
    /// Its name for people.
    label: Text,
    /// What one record describes.
    note: Text,
    /// Its facts, in the order of the policy.
    facts: Vec<Fact>,
    /// Its rules.
    rules: Vec<&'static str>,
}

/// One fact of a subject.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
struct Fact {
    /// Its JSON Pointer.
    fact: String,
    /// Its name for people.
    label: Text,
    /// Other Chinese names for it that are read in tables.
    also: Vec<&'static str>,
    /// Its type.
    r#type: FactType,
    /// Its unit.
    unit: Option<Enum<field::Unit>>,
    /// Whether a record without it is a fault.
    required: bool,
    /// The values to choose from; only where the type is `choice`.
    #[schemars(with = "Vec<SubjectChoice>")]
    #[serde(skip_serializing_if = "Option::is_none")]
    choices: Option<Vec<SubjectChoice>>,
}

/// A value to choose.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
struct SubjectChoice {
    /// The value in data.
    value: &'static str,
    /// Its name for people.
    label: Text,
    /// Other Chinese names for it that are read in tables.
    also: Vec<&'static str>,
}

/// A number of the policy, which a check can override.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
struct Parameter {
    /// Its name.
    parameter: &'static str,
    /// Its name for people.
    label: Text,
    /// Its type.
    r#type: FactType,
    /// Its unit; null for a date.
    unit: Option<Enum<field::Unit>>,
    /// The values that it can be given.
    range: ParameterRange,
    /// Its default; null where the policy leaves the number open.
    default: Option<&'static str>,
    /// The statements that it belongs to.
    statements: &'static [&'static str],
    /// Where the default comes from.
    source: Text,
    /// How far the default was verified.
    status: Enum<table::Status>,
}

/// An inclusive range, as text in the unit of the parameter.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
struct ParameterRange {
    /// The least value.
    least: String,
    /// The greatest value.
    most: String,
}

/// Returns the catalogue of rules: each with its citation, kind, force, texts, facts and bounds;
/// and the checkable statements that no rule executes, with the reason.
#[must_use]
pub fn rules() -> Value {
    let rules = subjects::subjects().iter().flat_map(|subject| {
        let name = subject.name;
        subject.rules().iter().map(move |rule| Rule::of(name, rule))
    });
    json!(Rules {
        ruleset: RulesetVersion { version: VERSION, digest: DIGEST },
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
            bounds: rule.bounds().iter().map(RuleBound::of).collect(),
        }
    }
}

impl RuleBound {
    fn of(bound: &rule::Bound) -> Self {
        let parameters = bound.parameters.iter().filter_map(|field| {
            let Origin { default, source } = Parameters::origin(field.key())?;
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

fn pointer(key: &str) -> String {
    ["/", key].concat()
}

/// Returns the whole document: its 239 statements, each with the rules that execute it or the
/// reason why none does, and its 24 tasks.
#[must_use]
pub fn policy() -> Value {
    let statements = document::STATEMENTS.iter().map(|it| Statement {
        id: it.id,
        article: it.article,
        sentence: it.sentence,
        phrase: it.phrase,
        gloss: it.gloss,
        subject: it.subject.into(),
        force: it.force.map(Enum),
        nature: Enum(it.nature),
        units: it.units,
        rules: subjects::rules()
            .filter(|rule| rule.statement.id == it.id)
            .map(|rule| rule.id)
            .collect(),
        not_encoded: NOT_ENCODED
            .iter()
            .find(|other| other.statement == it.id)
            .map(|other| other.reason.into()),
    });
    let tasks = document::TASKS.iter().map(|it| Task {
        row: it.row,
        category: it.category,
        articles: it.articles,
        units: it.units,
        joint: it.joint,
    });
    json!(Policy {
        document: document::DOCUMENT,
        text_sha256: document::TEXT_SHA256,
        statements: statements.collect(),
        tasks: tasks.collect(),
    })
}

/// Returns the subjects with their facts.
#[must_use]
pub fn subjects() -> Value {
    let subjects = subjects::subjects().iter().map(|subject| Subject {
        subject: subject.name,
        label: subject.label.into(),
        note: subject.note.into(),
        facts: subject.fields().iter().map(Fact::of).collect(),
        rules: subject.rules().iter().map(|rule| rule.id).collect(),
    });
    json!(subjects.collect::<Vec<_>>())
}

impl Fact {
    fn of(field: &Field) -> Self {
        Self {
            fact: pointer(field.key()),
            label: field.label().into(),
            also: field.also().collect(),
            r#type: FactType(field.kind),
            unit: field.unit.map(Enum),
            required: field.required,
            choices: match field.kind {
                Kind::Choice(choices) => Some(choices.iter().map(SubjectChoice::of).collect()),
                Kind::Text
                | Kind::Year
                | Kind::Count(_)
                | Kind::Money
                | Kind::Share
                | Kind::Flag
                | Kind::Date
                | Kind::Dates
                | Kind::Periods => None,
            },
        }
    }
}

impl SubjectChoice {
    fn of(choice: &field::Choice) -> Self {
        Self { value: choice.key(), label: choice.label().into(), also: choice.also().collect() }
    }
}

/// Returns the parameters with their defaults and sources.
#[must_use]
pub fn parameters() -> Value {
    let parameters = table::parameters().iter().filter_map(|field| {
        let Origin { default, source } = Parameters::origin(field.key())?;
        Some(Parameter {
            parameter: field.key(),
            label: field.label().into(),
            r#type: FactType(field.kind),
            unit: field.unit.map(Enum),
            range: ParameterRange::of(field.kind)?,
            default,
            statements: source.statements,
            source: source.words.into(),
            status: Enum(source.status),
        })
    });
    json!(parameters.collect::<Vec<_>>())
}

impl ParameterRange {
    /// The range of a kind of numbers or dates.
    fn of(kind: Kind) -> Option<Self> {
        let (least, most) = match kind {
            Kind::Count(&(least, most)) => (least, most),
            Kind::Money => (0, GREATEST),
            Kind::Share => (0, MILLION),
            Kind::Year => (FIRST_YEAR, LAST_YEAR),
            Kind::Date => {
                let least = [&FIRST_YEAR.to_string(), "-01-01"].concat();
                let most = [&LAST_YEAR.to_string(), "-12-31"].concat();
                return Some(Self { least, most });
            }
            Kind::Text | Kind::Flag | Kind::Choice(_) | Kind::Dates | Kind::Periods => return None,
        };
        let text = |number| {
            let mut text = String::new();
            push_scaled(&mut text, number, kind.decimals());
            text
        };
        Some(Self { least: text(least), most: text(most) })
    }
}
