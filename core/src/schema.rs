//! JSON Schemas of records, parameters, answers and catalogues; the catalogues of rules, subjects,
//! parameters and the policy; and the labels of enums. All are derived from the tables that records
//! are parsed and judged by.

mod catalogue;
mod common;
mod labels;
mod shapes;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, json_schema};
use serde_json::{Map, Value, json};

use crate::field::{Choice, EXPLANATION_LIMIT, Field, Kind, TEXT_LIMIT};
use crate::input::parser::PERIOD;
use crate::input::{EXPLANATIONS, EXPLANATIONS_LABEL, Shape};
use crate::policy::DOCUMENT;
use crate::quantity::date::{FIRST_YEAR, LAST_YEAR};
use crate::quantity::{GREATEST, decimal::push_scaled};
use crate::readings;
use crate::rule::Rule;
use crate::subjects::Subject;

pub use catalogue::{parameters as parameters_catalogue, policy, rules, subjects};
pub use labels::labels;

/// A draft of JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Draft {
    /// 2020-12, for validators and documents.
    Draft2020,
    /// draft-07, for form libraries.
    Draft07,
}

/// The keywords in these schemas that JSON Schema does not define. A validator in strict mode needs
/// them declared.
pub const KEYWORDS: &[&str] = &[
    "x-label",
    "x-unit",
    "x-choices",
    "x-statements",
    "x-rules",
    "x-kind",
    "x-document",
    "x-determined-by",
];

/// Returns the schema of a subject's records.
#[must_use]
pub fn subject(subject: &Subject, draft: Draft) -> Value {
    let mut schema = record(subject.shape);
    describe(&mut schema, subject.name, &[subject.label.en(), ": ", subject.note.en()].concat());
    schema.insert("x-label".to_owned(), text(subject.label));
    root(schema, subject.name, draft)
}

/// Returns the schema of overrides of parameters.
#[must_use]
pub fn parameters(draft: Draft) -> Value {
    let mut schema = record(crate::parameters::shape());
    describe(&mut schema, "parameters", "overrides of parameters; null means the default");
    root(schema, "parameters", draft)
}

/// Returns the schema of answers.
#[must_use]
pub fn answer(draft: Draft) -> Value {
    generated::<shapes::Answer>("answer", draft)
}

/// Returns the schema of answers to questions.
#[must_use]
pub fn questions(draft: Draft) -> Value {
    generated::<shapes::Questions>("questions", draft)
}

/// Returns the schema of an object with every catalogue: `rules`, `policy`, `subjects`,
/// `parameters` and `labels`. `#/$defs/Rules` (`#/definitions/Rules` in draft-07) is the schema of
/// [`rules`] alone.
#[must_use]
pub fn catalogue(draft: Draft) -> Value {
    generated::<catalogue::Catalogue>("catalogue", draft)
}

fn settings(draft: Draft) -> SchemaSettings {
    match draft {
        Draft::Draft2020 => SchemaSettings::draft2020_12(),
        Draft::Draft07 => SchemaSettings::draft07(),
    }
}

fn generated<T: JsonSchema>(name: &str, draft: Draft) -> Value {
    let mut schema = settings(draft).for_serialize().into_generator().into_root_schema_for::<T>();
    let schema = core::mem::take(schema.ensure_object());
    root(schema, name, draft)
}

/// Adds the draft, the name and the version.
fn root(schema: Map<String, Value>, name: &str, draft: Draft) -> Value {
    let mut root = Map::new();
    if let Some(meta) = settings(draft).meta_schema {
        root.insert("$schema".to_owned(), meta.into_owned().into());
    }
    let version = crate::VERSION.rsplit_once('.').map_or(crate::VERSION, |(version, _)| version);
    root.insert("$id".to_owned(), ["urn:chanjiao:", version, ":", name].concat().into());
    root.extend(schema.into_iter().filter(|(key, _)| key != "$schema"));
    root.into()
}

/// Titles of roots are ASCII, because code generators turn them into the names of types.
fn describe(schema: &mut Map<String, Value>, name: &str, description: &str) {
    let title: String = name.split('_').map(capital).collect();
    schema.insert("title".to_owned(), title.into());
    schema.insert("description".to_owned(), description.into());
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// The schema of the records that the parser accepts, except for what JSON Schema cannot express: a
/// part is at most its whole, dates are in order, and how many decimals a JSON number has.
pub(crate) fn record(shape: &Shape) -> Map<String, Value> {
    let mut properties = Map::new();
    for field in shape.fields {
        let mut schema = value(field);
        if !field.required {
            nullable(&mut schema);
        }
        let rules: Vec<&Rule> = rules_on(shape, field);
        if !rules.is_empty() {
            let mut statements: Vec<&str> = rules.iter().map(|rule| rule.statement.id).collect();
            statements.dedup();
            schema.insert("x-statements".to_owned(), json!(statements));
            let ids: Vec<&str> = rules.iter().map(|rule| rule.id).collect();
            schema.insert("x-rules".to_owned(), json!(ids));
        }
        properties.insert(field.key().to_owned(), titled(schema, field));
    }
    if !shape.parameters {
        properties.insert(EXPLANATIONS.to_owned(), explanations(shape.rules));
    }
    object(properties, shape.fields)
}

fn object(properties: Map<String, Value>, fields: &[Field]) -> Map<String, Value> {
    let required: Vec<&str> =
        fields.iter().filter(|field| field.required).map(Field::key).collect();
    let mut schema = Map::new();
    schema.insert("type".to_owned(), "object".into());
    schema.insert("x-document".to_owned(), DOCUMENT.into());
    schema.insert("properties".to_owned(), properties.into());
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    schema.insert("additionalProperties".to_owned(), false.into());
    schema
}

fn rules_on(shape: &Shape, field: &Field) -> Vec<&'static Rule> {
    let reads = |rule: &&Rule| rule.fields().any(|it| it.key() == field.key());
    shape.rules.iter().filter(reads).collect()
}

/// Puts the title and the description first.
fn titled(schema: Map<String, Value>, field: &Field) -> Value {
    let mut titled = Map::new();
    let label = crate::parameters::label(field);
    titled.insert("title".to_owned(), label.zh().into());
    titled.insert("description".to_owned(), label.en().into());
    titled.extend(schema);
    titled.insert("x-label".to_owned(), text(label));
    titled.insert("x-kind".to_owned(), field.kind.as_str().into());
    if let Some(unit) = field.unit {
        titled.insert("x-unit".to_owned(), unit.as_str().into());
    }
    if let Some(authority) = field.determined_by {
        titled.insert("x-determined-by".to_owned(), text(authority.label()));
    }
    titled.into()
}

/// The schema of a known value of the field.
fn value(field: &Field) -> Map<String, Value> {
    let schema = match field.kind {
        Kind::Text => json_schema!({"type": "string", "maxLength": TEXT_LIMIT}),
        Kind::Year => whole(FIRST_YEAR, LAST_YEAR),
        Kind::Count(&(least, most)) => whole(least, most),
        Kind::Flag => json_schema!({"type": "boolean"}),
        Kind::Money => decimal(GREATEST, 2),
        Kind::Share => decimal(crate::quantity::MILLION, 4),
        Kind::Choice(choices) => {
            let keys: Vec<&str> = choices.iter().map(Choice::key).collect();
            let words = readings::reading_choices(field.key());
            let labels: Map<String, Value> = choices
                .iter()
                .map(|choice| {
                    // The sentences of a reading are in the catalogue alone.
                    let words = words.iter().find(|words| words.value == choice.key());
                    let label = words.map_or(choice.label(), |words| words.words);
                    (choice.key().to_owned(), text(label))
                })
                .collect();
            json_schema!({"type": "string", "enum": keys, "x-choices": labels})
        }
        Kind::Date => date(),
        Kind::Dates => json_schema!({"type": "array", "items": date()}),
        Kind::Periods => json_schema!({"type": "array", "items": period()}),
    };
    members(schema)
}

fn members(mut schema: Schema) -> Map<String, Value> {
    core::mem::take(schema.ensure_object())
}

fn whole(least: i64, most: i64) -> Schema {
    json_schema!({"type": "integer", "minimum": least, "maximum": most})
}

/// A decimal as text or as a number. The decimals of a number are not limited, because `multipleOf`
/// is computed in binary floats and refuses valid amounts.
fn decimal(most: i64, decimals: u32) -> Schema {
    let scaled = |number| {
        let mut text = String::new();
        push_scaled(&mut text, number, decimals);
        text
    };
    let number = |text: String| serde_json::from_str::<Value>(&text).unwrap_or_default();
    let mut numbers = json_schema!({"type": "number", "minimum": 0});
    match scaled(most).trim_end_matches('0').strip_suffix('.') {
        Some(whole) => numbers.insert("maximum".to_owned(), number(whole.to_owned())),
        // The greatest amount is not a binary float, but one hundredth more is written exactly.
        None => numbers.insert("exclusiveMaximum".to_owned(), number(scaled(most + 1))),
    };
    json_schema!({
        "anyOf": [
            {"type": "string", "pattern": up_to(&scaled(most))},
            numbers,
        ],
    })
}

/// The pattern of plain decimals from 0 to `greatest`, with at most as many decimals as it has.
fn up_to(greatest: &str) -> String {
    let (whole, decimals) = greatest.split_once('.').unwrap_or((greatest, ""));
    let fewer_digits = repeated(whole.len().saturating_sub(2));
    let any = ["(\\.[0-9]{1,", &decimals.len().to_string(), "})?"].concat();
    let mut pattern = ["^(((0|[1-9]", &fewer_digits, ")", &any].concat();
    // The same number of digits, of which one is smaller.
    for (index, digit) in whole.char_indices() {
        let least = if index == 0 { '1' } else { '0' };
        if let (Some(below), Some(same)) = (smaller(digit, least), whole.get(..index)) {
            let rest = repeated(whole.len() - index - 1);
            pattern.push_str(&["|", same, &below, &rest.replace("0,", ""), &any].concat());
        }
    }
    // The same whole number, with decimals that are not greater.
    pattern.push_str(&["|", whole, "(\\.("].concat());
    for (index, digit) in decimals.char_indices() {
        let same = decimals.get(..index).unwrap_or_default();
        if let Some(below) = smaller(digit, '0') {
            let rest = repeated(decimals.len() - index - 1);
            pattern.push_str(&[same, &below, &rest, "|"].concat());
        }
        pattern.push_str(&[same, &digit.to_string(), "|"].concat());
    }
    pattern.pop();
    pattern.push_str("))?))$");
    pattern
}

/// At most this many digits.
fn repeated(most: usize) -> String {
    if most == 0 { String::new() } else { ["[0-9]{0,", &most.to_string(), "}"].concat() }
}

/// The digits from `least` to below `digit`.
fn smaller(digit: char, least: char) -> Option<String> {
    let below = (least..digit).next_back()?;
    Some(["[", &least.to_string(), "-", &below.to_string(), "]"].concat())
}

fn date() -> Schema {
    json_schema!({
        "type": "string",
        "format": "date",
        "pattern": "^(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}$",
    })
}

fn period() -> Map<String, Value> {
    let mut properties = Map::new();
    for field in PERIOD {
        let mut schema = value(field);
        if !field.required {
            nullable(&mut schema);
        }
        properties.insert(field.key().to_owned(), titled(schema, field));
    }
    object(properties, PERIOD)
}

fn explanations(rules: &[Rule]) -> Value {
    let texts: Map<String, Value> = rules
        .iter()
        .filter(|rule| rule.explainable())
        .map(|rule| {
            let schema = json!({
                "title": rule.title.zh(),
                "description": rule.title.en(),
                "type": ["string", "null"],
                "maxLength": EXPLANATION_LIMIT,
                // Not blank by the definition of any of the languages.
                "pattern": "[^\\s\\u0085\\ufeff]",
            });
            (rule.id.to_owned(), schema)
        })
        .collect();
    json!({
        "title": EXPLANATIONS_LABEL.zh(),
        "description": EXPLANATIONS_LABEL.en(),
        "type": ["object", "null"],
        "properties": texts,
        "additionalProperties": false,
    })
}

/// Allows null, which means unknown like an absent key.
fn nullable(schema: &mut Map<String, Value>) {
    if let Some(kind) = schema.get_mut("type") {
        *kind = json!([kind, "null"]);
    }
    if let Some(Value::Array(either)) = schema.get_mut("anyOf") {
        either.push(json!({"type": "null"}));
    }
    if let Some(Value::Array(choices)) = schema.get_mut("enum") {
        choices.push(Value::Null);
    }
}

fn text(text: crate::text::Text) -> Value {
    json!({"zh": text.zh(), "en": text.en()})
}
