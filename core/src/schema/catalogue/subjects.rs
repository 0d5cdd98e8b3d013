//! The catalogue of subjects and their facts.

#![expect(clippy::struct_field_names, reason = "fields have the names of the keys in JSON")]

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use super::pointer;
use crate::field::{self, Authority, Field, Unit};
use crate::schema::common::{Enum, FactType, Text};
use crate::subjects as table;

/// One subject.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub(super) struct Subject {
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
    unit: Option<Enum<Unit>>,
    /// Whether a record without it is a fault.
    required: bool,
    /// The authority that decides it; null if none does.
    determined_by: Option<Text>,
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

/// Returns the subjects with their facts.
#[must_use]
pub fn subjects() -> Value {
    let subjects = table::subjects().iter().map(|subject| Subject {
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
            determined_by: field.determined_by.map(Authority::label).map(Text::from),
            choices: field.choices().map(|choices| choices.iter().map(SubjectChoice::of).collect()),
        }
    }
}

impl SubjectChoice {
    fn of(choice: &field::Choice) -> Self {
        Self { value: choice.key(), label: choice.label().into(), also: choice.also().collect() }
    }
}
