//! The shapes of answers, for their schemas. Only the tests of drift and of schemas look at them:
//! the answers themselves are written in [`crate::answer`].

#![expect(dead_code, reason = "the types stand for JSON; nothing builds them")]

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::fault::Code;
use crate::policy::Force;
use crate::report::Conclusion;
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
    /// What was found.
    report: Report,
}

/// An answer to inputs with faults.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Unreported {
    /// Everything wrong with the inputs.
    #[schemars(length(min = 1))]
    faults: Vec<Fault>,
    /// None.
    report: (),
}

/// The facts still needed, or faults.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum Questions {
    Questions(Asked),
    Faults(Unasked),
}

/// The questions on inputs without faults.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Asked {
    /// None.
    #[schemars(length(max = 0))]
    faults: Vec<Fault>,
    /// The facts still needed, the most decisive first.
    questions: Vec<Question>,
}

/// What comes instead of questions on inputs with faults.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Unasked {
    /// Everything wrong with the inputs.
    #[schemars(length(min = 1))]
    faults: Vec<Fault>,
    /// None.
    questions: (),
}

/// Something wrong with an input.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Fault {
    /// Which input.
    r#in: Inputs,
    /// Where, as a JSON Pointer.
    pointer: String,
    /// What is wrong.
    code: Word<Code>,
    /// What was given, as JSON text cut at 80 characters.
    #[schemars(length(max = 80))]
    given: String,
    /// One sentence.
    message: Text,
    /// The name that was probably meant.
    help: Nullable<Text>,
}

/// The two inputs.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
enum Inputs {
    Record,
    Parameters,
}

/// A text in two languages.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Text {
    /// 中文.
    zh: String,
    /// English.
    en: String,
}

/// What was found on a record.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Report {
    /// The subject.
    subject: String,
    /// What the findings come to.
    conclusion: Word<Conclusion>,
    /// By which rules.
    ruleset: Ruleset,
    /// One finding a rule, in the order of the policy.
    findings: Vec<Finding>,
}

/// The rules that judged.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Ruleset {
    /// The version of the library.
    version: String,
    /// SHA-256 over the catalogue.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    digest: String,
    /// The parameters that were given.
    overridden: Vec<String>,
}

/// What one rule found.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Finding {
    /// The rule's id.
    rule: String,
    /// Its verdict.
    verdict: Word<Verdict>,
    /// What meeting it means.
    kind: Word<Kind>,
    /// How strongly the policy speaks.
    force: Word<Force>,
    /// The statement's id.
    statement: String,
    /// Where it stands.
    citation: Citation,
    /// The facts that the rule reads, as JSON Pointers.
    facts: Vec<String>,
    /// The facts that it still needs, as JSON Pointers.
    missing: Vec<String>,
    /// One entry a limb.
    bounds: Vec<Bound>,
    /// Whether it is unmet and reasons were given.
    explained: bool,
    /// One sentence with its figures.
    message: Text,
}

/// A place in the policy.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Citation {
    /// The document number.
    document: String,
    /// 条.
    #[schemars(with = "Whole<1, 29>")]
    article: u8,
    /// The sentence; 0 is the caption.
    #[schemars(with = "Whole<0, 20>")]
    sentence: u8,
    /// The operative phrase.
    phrase: String,
    /// The responsible units.
    units: Vec<String>,
}

/// One limb: a shortfall where the bound is a least one, an excess where it is a greatest one.
struct Bound;

impl JsonSchema for Bound {
    fn schema_name() -> Cow<'static, str> {
        "Bound".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let figure =
            || json_schema!({"type": ["string", "null"], "pattern": "^[0-9]+(\\.[0-9]{2})?$"});
        let verdict = generator.subschema_for::<Word<Verdict>>();
        json_schema!({
            "description": "one limb of a rule: what was measured, what is required, what lies between",
            "type": "object",
            "properties": {
                "fact": {"type": "string"},
                "measured": figure(),
                "required": figure(),
                "shortfall": figure(),
                "excess": figure(),
                "unit": {"type": "string"},
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
    /// What it is called.
    label: Text,
    /// The kind of value.
    r#type: String,
    /// What a number counts.
    unit: Nullable<String>,
    /// The words to choose from.
    choices: Nullable<Vec<Choice>>,
    /// The rules that wait for it.
    rules: Vec<String>,
    /// Their statements.
    statements: Vec<String>,
}

/// A word to choose.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Choice {
    /// The word in data.
    value: String,
    /// What it is called.
    label: Text,
}

/// Always there, and sometimes null.
struct Nullable<T>(core::marker::PhantomData<T>);

impl<T: JsonSchema> JsonSchema for Nullable<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        ["Nullable", &T::schema_name()].concat().into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<Option<T>>()
    }
}

/// One of a closed list of words.
struct Word<T>(core::marker::PhantomData<T>);

macro_rules! words {
    ($($type:ident: $all:expr;)*) => {$(
        impl JsonSchema for Word<$type> {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let words: Vec<&str> = $all.iter().map(|word| word.as_str()).collect();
                json_schema!({"type": "string", "enum": words})
            }
        }
    )*};
}

words! {
    Code: Code::ALL;
    Conclusion: Conclusion::ALL;
    Force: [Force::Mandatory, Force::InPrinciple, Force::Directive, Force::Encouraged, Force::Permitted];
    Kind: [Kind::Obligation, Kind::Eligibility, Kind::Target];
    Verdict: Verdict::ALL;
}

/// A whole number between two others.
struct Whole<const LEAST: u8, const MOST: u8>;

impl<const LEAST: u8, const MOST: u8> JsonSchema for Whole<LEAST, MOST> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Whole".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "integer", "minimum": LEAST, "maximum": MOST})
    }
}
