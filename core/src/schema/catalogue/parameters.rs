//! The catalogue of parameters.

#![expect(clippy::struct_field_names, reason = "fields have the names of the keys in JSON")]

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use crate::field::{Kind, Unit};
use crate::parameters::{self as table, Origin, Parameters, Status};
use crate::quantity::date::{FIRST_YEAR, LAST_YEAR};
use crate::quantity::{GREATEST, MILLION, decimal::push_scaled};
use crate::readings::{self, Holder};
use crate::schema::common::{Enum, FactType, Text};

/// A number of the policy, or a reading of its text, which a check can override.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub(super) struct Parameter {
    /// Its name.
    parameter: &'static str,
    /// Its name for people.
    label: Text,
    /// Its type.
    r#type: FactType,
    /// Its unit; null for a date and a reading.
    unit: Option<Enum<Unit>>,
    /// The values that it can be given; null for a reading.
    range: Option<ParameterRange>,
    /// The choices of a reading, the default first; null for a number and a date.
    choices: Option<Vec<ReadingChoice>>,
    /// Its default; null where the policy leaves the number open.
    default: Option<&'static str>,
    /// The statements that it belongs to.
    statements: &'static [&'static str],
    /// Where the default comes from.
    source: Text,
    /// How far the default was verified.
    status: Enum<Status>,
}

/// A choice of a reading.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
struct ReadingChoice {
    /// The value.
    value: &'static str,
    /// What the choice means, as a sentence.
    words: Text,
    /// Who holds it.
    holder: Enum<Holder>,
}

impl From<&readings::ReadingChoice> for ReadingChoice {
    fn from(choice: &readings::ReadingChoice) -> Self {
        Self { value: choice.value, words: choice.words.into(), holder: Enum(choice.holder) }
    }
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

/// Returns the parameters with their defaults and sources.
#[must_use]
pub fn parameters() -> Value {
    let parameters = table::parameters().iter().filter_map(|field| {
        let Origin { default, source } = Parameters::origin(field.key())?;
        Some(Parameter {
            parameter: field.key(),
            label: table::label(field).into(),
            r#type: FactType(field.kind),
            unit: field.unit.map(Enum),
            range: ParameterRange::of(field.kind),
            choices: field.choices().map(|_| {
                let choices = readings::reading_choices(field.key()).iter();
                choices.map(ReadingChoice::from).collect()
            }),
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
