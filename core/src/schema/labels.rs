//! The labels of enums in both languages.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::common::{Enum, Text};
use crate::field::Unit;
use crate::law::Relation;
use crate::notice::Notice;
use crate::parameters::Status;
use crate::policy::{Force, Nature};
use crate::readings::Holder;
use crate::report::{Conclusion, Reason};
use crate::rule::Kind;
use crate::verdict::Verdict;

/// The labels of enums, by the key and the value in answers and catalogues.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub(super) struct Labels {
    /// Of verdicts, in the order of their codes in brief answers.
    verdict: LabelsOf<Verdict>,
    /// Of conclusions, in order of precedence.
    conclusion: LabelsOf<Conclusion>,
    /// Of reasons, in the order of their codes in brief answers.
    reason: LabelsOf<Reason>,
    /// Of the kinds of rules.
    kind: LabelsOf<Kind>,
    /// Of the forces of statements.
    force: LabelsOf<Force>,
    /// Of the natures of statements.
    nature: LabelsOf<Nature>,
    /// Of units, as they follow a number. In English the plural, which loses its `s` after 1.
    unit: LabelsOf<Unit>,
    /// Of the statuses of sources.
    status: LabelsOf<Status>,
    /// Of notices about a report. `{}` is replaced by a number, `{fact}` by the label of a fact.
    notice: LabelsOf<Notice>,
    /// Of those who hold a reading.
    holder: LabelsOf<Holder>,
    /// Of the relations of other law to a clause.
    relation: LabelsOf<Relation>,
}

/// The labels of one enum, by value.
struct LabelsOf<T>(Vec<(T, Text)>);

impl<T> Serialize for LabelsOf<T>
where
    Enum<T>: Serialize,
    T: Copy,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(value, label)| (Enum(*value), label)))
    }
}

impl<T> JsonSchema for LabelsOf<T>
where
    Enum<T>: JsonSchema,
{
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        [&Enum::<T>::schema_name(), "Labels"].concat().into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "propertyNames": generator.subschema_for::<Enum<T>>(),
            "additionalProperties": generator.subschema_for::<Text>(),
        })
    }
}

/// Returns the labels of verdicts, conclusions, kinds, forces, natures, units, statuses and
/// relations, by the key and the value in answers and catalogues: `["verdict"]["unmet"]["zh"]` is 不符合.
///
/// ```
/// let labels = chanjiao::schema::labels();
/// assert_eq!(labels["unit"]["participant"]["zh"], "家");
/// ```
#[must_use]
pub fn labels() -> Value {
    macro_rules! of {
        ($values:expr) => {
            LabelsOf($values.iter().map(|value| (*value, value.label().into())).collect())
        };
    }
    let mut verdicts = Verdict::ALL.to_vec();
    verdicts.sort();
    json!(Labels {
        verdict: of!(verdicts),
        conclusion: of!(Conclusion::ALL),
        reason: of!(Reason::ALL),
        kind: of!(Kind::ALL),
        force: of!(Force::ALL),
        nature: of!(Nature::ALL),
        unit: of!(Unit::ALL),
        status: of!(Status::ALL),
        notice: of!(Notice::ALL),
        holder: of!(Holder::ALL),
        relation: of!(Relation::ALL),
    })
}
