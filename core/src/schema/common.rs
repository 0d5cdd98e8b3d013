//! The types that answers, catalogues and labels have in common.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::fault::Code;
use crate::field::{Kind as FieldKind, Unit};
use crate::law::{self, Relation};
use crate::notice::Notice;
use crate::parameters::Status;
use crate::policy::{DOCUMENT, Force, Nature};
use crate::readings::Holder;
use crate::report::{Conclusion, Reason};
use crate::rule::{self, Kind};
use crate::text;
use crate::verdict::Verdict;

/// A text in two languages.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub(in crate::schema) struct Text {
    /// 中文.
    zh: &'static str,
    /// English.
    en: &'static str,
}

impl From<text::Text> for Text {
    fn from(text: text::Text) -> Self {
        Self { zh: text.zh(), en: text.en() }
    }
}

/// The clause of the policy that a rule rests on.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub(in crate::schema) struct Citation {
    /// The document number.
    document: &'static str,
    /// The article (条).
    #[schemars(with = "Whole<1, 29>")]
    article: u8,
    /// The sentence; 0 is the caption.
    #[schemars(with = "Whole<0, 20>")]
    sentence: u8,
    /// The operative phrase.
    phrase: &'static str,
    /// The responsible units.
    units: &'static [&'static str],
    /// The clause of the annex that the rule rests on, too; null where there is none.
    annex: Option<Annex>,
}

/// A clause of the annex.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub(in crate::schema) struct Annex {
    /// The number of the row.
    #[schemars(with = "Whole<1, 24>")]
    row: u8,
    /// The operative phrase.
    phrase: &'static str,
}

impl From<&rule::Citation> for Citation {
    fn from(statement: &rule::Citation) -> Self {
        Self {
            document: DOCUMENT,
            article: statement.article,
            sentence: statement.sentence,
            phrase: statement.phrase,
            units: statement.units,
            annex: statement.annex.map(|rule::Annex { row, phrase }| Annex { row, phrase }),
        }
    }
}

/// What another law or set of rules says on the matter of a clause. It never changes a verdict.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub(in crate::schema) struct LawNote {
    /// The name of the instrument.
    instrument: Text,
    /// The article or row; null for the whole instrument, or if its number was not read.
    provision: Option<Text>,
    /// What the instrument does to the clause.
    relation: Enum<Relation>,
    /// The day from which it applies, or its date; null if neither was read.
    #[schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    since: Option<&'static str>,
    /// How far the note was verified.
    status: Enum<Status>,
    /// What it says, in short.
    words: Text,
}

impl From<&law::LawNote> for LawNote {
    fn from(note: &law::LawNote) -> Self {
        Self {
            instrument: note.instrument.into(),
            provision: note.provision.map(Text::from),
            relation: Enum(note.relation),
            since: note.since,
            status: Enum(note.status),
            words: note.words.into(),
        }
    }
}

/// A value of an enum, written as its text.
#[derive(Serialize)]
#[serde(transparent)]
pub(in crate::schema) struct Enum<T>(pub(in crate::schema) T);

macro_rules! enums {
    ($(#[doc = $doc:literal] $type:ident;)*) => {$(
        impl JsonSchema for Enum<$type> {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let values: Vec<&str> = $type::ALL.iter().map(|value| value.as_str()).collect();
                let description = $doc.trim_start();
                json_schema!({"description": description, "type": "string", "enum": values})
            }
        }
    )*};
}

/// Lists every kind. Leaving one out is a compile error.
macro_rules! fact_types {
    ($($variant:ident $(($data:expr))?)*) => {{
        const _: fn(&FieldKind) = |kind| match kind { $(FieldKind::$variant { .. } => {})* };
        [$(FieldKind::$variant $(($data))?),*]
    }};
}

const FACT_TYPES: [FieldKind; 10] =
    fact_types!(Text Year Count(&(0, 0)) Money Share Flag Choice(&[]) Date Dates Periods);

enums! {
    /// What is wrong with an input.
    Code;
    /// The overall result for a record.
    Conclusion;
    /// How strongly the policy binds.
    Force;
    /// What meeting a rule means.
    Kind;
    /// Who holds a reading.
    Holder;
    /// What can be checked about a statement.
    Nature;
    /// Why a verdict is what it is.
    Reason;
    /// A notice about a report.
    Notice;
    /// What another law or set of rules does to a clause.
    Relation;
    /// How far a source was verified.
    Status;
    /// The unit of a number.
    Unit;
    /// The result of applying a rule to a record.
    Verdict;
}

/// The type of a fact or a parameter.
pub(in crate::schema) struct FactType(pub(in crate::schema) FieldKind);

impl Serialize for FactType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.as_str())
    }
}

impl JsonSchema for FactType {
    fn schema_name() -> Cow<'static, str> {
        "FactType".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The type of a fact or a parameter.",
            "type": "string",
            "enum": FACT_TYPES.map(FieldKind::as_str),
        })
    }
}

/// The schema of a whole number in an inclusive range; the number itself is serialized.
pub(in crate::schema) struct Whole<const LEAST: u8, const MOST: u8>(PhantomData<u8>);

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
