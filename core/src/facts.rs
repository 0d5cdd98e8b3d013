//! From a subject's list of facts to its typed record: the macros that every subject file uses.

use crate::fault::Faults;
use crate::field::{Choice, Field, Kind};
use crate::input::{self, Shape};
use crate::quantity::span::Interval;
use crate::quantity::{Count, Date, GREATEST, Money, Months, Practice, Share, Year, Years};
use crate::record::{Cell, Record};
use crate::subjects::Subject;

/// A Rust type that one kind of field holds.
pub(crate) trait Value: Sized {
    const KIND: Kind;
    fn into_cell(self) -> Cell;
    fn of_cell(cell: &Cell) -> Option<Self>;
}

macro_rules! number {
    ($($type:ident $kind:expr, $from:ident, $as:ident;)*) => {$(
        impl Value for $type {
            const KIND: Kind = $kind;
            fn into_cell(self) -> Cell {
                Cell::Number(self.$as())
            }
            fn of_cell(cell: &Cell) -> Option<Self> {
                $type::$from(cell.number()?).ok()
            }
        }
    )*};
}

number! {
    Count Kind::Count(&(0, GREATEST)), new, get;
    Years Kind::Count(&(1, 100)), new, get;
    Months Kind::Count(&(1, 1_200)), new, get;
    Money Kind::Money, from_fen, fen;
    Share Kind::Share, from_parts_per_million, parts_per_million;
    Year Kind::Year, new, get;
}

impl Value for bool {
    const KIND: Kind = Kind::Flag;
    fn into_cell(self) -> Cell {
        Cell::Number(i64::from(self))
    }
    fn of_cell(cell: &Cell) -> Option<Self> {
        cell.number().map(|number| number != 0)
    }
}

impl Value for Date {
    const KIND: Kind = Kind::Date;
    fn into_cell(self) -> Cell {
        Cell::Number(self.day_number())
    }
    fn of_cell(cell: &Cell) -> Option<Self> {
        Date::from_day_number(cell.number()?).ok()
    }
}

impl Value for String {
    const KIND: Kind = Kind::Text;
    fn into_cell(self) -> Cell {
        Cell::Text(self.into())
    }
    fn of_cell(cell: &Cell) -> Option<Self> {
        match cell {
            Cell::Text(text) => Some(text.to_string()),
            _ => None,
        }
    }
}

impl Value for Vec<Date> {
    const KIND: Kind = Kind::Dates;
    fn into_cell(self) -> Cell {
        let days = self.into_iter().map(Date::day_number);
        Cell::Intervals(
            days.map(|day| Interval { start: day, end: Some(day), in_enterprise: None }).collect(),
        )
    }
    fn of_cell(cell: &Cell) -> Option<Self> {
        match cell {
            Cell::Intervals(days) => {
                Some(days.iter().filter_map(|day| Date::from_day_number(day.start).ok()).collect())
            }
            _ => None,
        }
    }
}

impl Value for Vec<Practice> {
    const KIND: Kind = Kind::Periods;
    fn into_cell(self) -> Cell {
        let periods = self.into_iter().map(|it| Interval {
            start: it.start.day_number(),
            end: it.end.map(Date::day_number),
            in_enterprise: it.in_enterprise,
        });
        Cell::Intervals(periods.collect())
    }
    fn of_cell(cell: &Cell) -> Option<Self> {
        let Cell::Intervals(periods) = cell else {
            return None;
        };
        let periods = periods.iter().filter_map(|it| {
            Some(Practice {
                start: Date::from_day_number(it.start).ok()?,
                end: it.end.and_then(|day| Date::from_day_number(day).ok()),
                in_enterprise: it.in_enterprise,
            })
        });
        Some(periods.collect())
    }
}

/// Defines a closed list of words: the Rust enum, and the table it is read by.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($variant:ident $key:literal $zh:literal $(| $also:literal)*, $en:literal;)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = concat!($zh, ": ", $en, " (`", $key, "`).")] $variant,)*
        }

        impl $name {
            /// Every word, in the order of the source.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// Returns the word in data.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $key,)* }
            }

            #[expect(clippy::as_conversions, reason = "the place of a variant in its own list")]
            const fn index(self) -> i64 {
                self as i64
            }
        }

        $crate::text::displayed!($name);

        /// From the word in data.
        impl core::str::FromStr for $name {
            type Err = $crate::UnknownValueError;

            fn from_str(text: &str) -> Result<Self, $crate::UnknownValueError> {
                let named = |it: &Self| it.as_str() == text;
                Self::ALL.iter().copied().find(named).ok_or($crate::UnknownValueError)
            }
        }

        #[cfg(feature = "serde")]
        $crate::serialize::value!($name);

        impl $crate::facts::Value for $name {
            const KIND: $crate::field::Kind = $crate::field::Kind::Choice(&[
                $($crate::field::Choice::new($crate::text::name!($key, $zh, $en $(, $also)*)),)*
            ]);
            fn into_cell(self) -> $crate::record::Cell {
                $crate::record::Cell::Number(self.index())
            }
            fn of_cell(cell: &$crate::record::Cell) -> Option<Self> {
                let number = cell.number()?;
                Self::ALL.iter().copied().find(|word| word.index() == number)
            }
        }
    };
}
pub(crate) use choices;

/// Defines a subject's facts, once: the table of fields, the typed record and its builder.
///
/// A fact reads `key: Type = "policy's word" | "another", "English", in Unit as required;`.
macro_rules! facts {
    (
        $(#[$doc:meta])*
        $name:ident;
        $(
            $fact:ident: $type:ty = $zh:literal $(| $also:literal)*, $en:literal
            $(, in $unit:ident)? $(as $required:ident)?;
        )*
    ) => {
        pub(crate) const FIELDS: &[$crate::field::Field] = &[$(
            $crate::field::Field {
                name: $crate::text::name!(stringify!($fact), $zh, $en $(, $also)*),
                kind: <$type as $crate::facts::Value>::KIND,
                unit: $crate::facts::optional!($($crate::field::Unit::$unit)?),
                required: $crate::facts::required!($($required)?),
            },
        )*];

        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name($crate::record::Record);

        impl $name {
            /// Starts a record with nothing given yet. What is never given stays unknown.
            pub fn given() -> $crate::Builder<Self> {
                $crate::Builder::new()
            }

            /// Reads a record from JSON text.
            ///
            /// # Errors
            /// Every fault in it, each with its JSON Pointer.
            pub fn from_json(text: &str) -> Result<Self, $crate::Faults> {
                $crate::input::typed(text)
            }

            $(
                #[doc = concat!("Returns what is known of ", $zh, ": ", $en, ".")]
                $(#[doc = concat!("\n\nUnit: [`Unit::", stringify!($unit), "`](crate::Unit::", stringify!($unit), ").")])?
                #[doc = concat!("\n\nStatements: at `", stringify!($fact), "` in [the rules](crate::guides::rules).")]
                #[must_use]
                pub fn $fact(&self) -> Option<$type> {
                    <$type as $crate::facts::Value>::of_cell(self.0.cell(const { index(stringify!($fact)) }))
                }
            )*
        }

        impl $crate::Builder<$name> {
            $(
                #[doc = concat!("Gives ", $zh, ": ", $en, ".")]
                $(#[doc = concat!("\n\nUnit: [`Unit::", stringify!($unit), "`](crate::Unit::", stringify!($unit), ").")])?
                #[doc = concat!("\n\nStatements: at `", stringify!($fact), "` in [the rules](crate::guides::rules).")]
                pub fn $fact(self, value: impl Into<$type>) -> Self {
                    self.give(const { index(stringify!($fact)) }, value.into())
                }
            )*
        }

        /// The record for those who learn the subject only while running, such as
        /// [`questions`](crate::questions()).
        impl AsRef<$crate::Record> for $name {
            fn as_ref(&self) -> &$crate::Record {
                &self.0
            }
        }

        impl $crate::facts::Given for $name {
            fn shape() -> &'static $crate::input::Shape {
                shape()
            }
            fn record(&self) -> &$crate::record::Record {
                &self.0
            }
            fn of(record: $crate::record::Record) -> Self {
                Self(record)
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::serialize::write(shape(), &self.0).serialize(serializer)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::serialize::read(shape(), deserializer).map(Self)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::schema::record(shape()).into()
            }
        }

        /// The place of a field in the table.
        pub(crate) const fn index(key: &str) -> $crate::facts::Index {
            $crate::facts::index(FIELDS, key)
        }
    };
}
pub(crate) use facts;

/// Defines a subject on facts and rules that stand above it: what it is called, and which facts
/// limit others.
macro_rules! subject {
    (
        $facts:ident $name:literal $zh:literal, $en:literal;
        one record is $note_zh:literal, $note_en:literal;
        $(part $part:ident of $whole:ident;)*
        $(date $first:ident before $second:ident, blame $at:ident;)*
    ) => {
        pub(crate) static SHAPE: $crate::input::Shape = $crate::input::Shape {
            fields: FIELDS,
            pairs: &[
                $($crate::input::Pair::Part {
                    part: index(stringify!($part)),
                    whole: index(stringify!($whole)),
                },)*
                $($crate::input::Pair::Dates {
                    first: index(stringify!($first)),
                    second: index(stringify!($second)),
                    at: index(stringify!($at)),
                },)*
            ],
            rules: RULES,
            parameters: false,
        };

        fn shape() -> &'static $crate::input::Shape {
            &SHAPE
        }

        pub(crate) static SUBJECT: $crate::Subject = $crate::Subject {
            name: $name,
            #[cfg(feature = "catalogue")]
            label: $crate::text::text!($zh, $en),
            #[cfg(feature = "catalogue")]
            note: $crate::text::text!($note_zh, $note_en),
            shape: &SHAPE,
        };

        impl $crate::Facts for $facts {
            const SUBJECT: &'static $crate::Subject = &SUBJECT;
        }
    };
}
pub(crate) use subject;

macro_rules! optional {
    () => {
        None
    };
    ($some:expr) => {
        Some($some)
    };
}
pub(crate) use optional;

macro_rules! required {
    () => {
        false
    };
    (required) => {
        true
    };
}
pub(crate) use required;

/// The place of a fact among those of its subject, or of a parameter among the parameters.
pub(crate) type Index = u8;

/// The place of `key` in `fields`. Called where a table is built, so that an unknown key fails the
/// build.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "only evaluated while compiling"
)]
pub(crate) const fn index(fields: &[Field], key: &str) -> Index {
    assert!(fields.len() <= 64, "more facts than a set holds");
    let mut index = 0;
    while index < fields.len() {
        if same(fields[index].key(), key) {
            return index as Index;
        }
        index += 1;
    }
    panic!("no such field")
}

/// The place of `key` in `choices`, likewise.
#[expect(clippy::panic, clippy::indexing_slicing, reason = "only evaluated while compiling")]
pub(crate) const fn choice(choices: &[Choice], key: &str) -> usize {
    let mut index = 0;
    while index < choices.len() {
        if same(choices[index].key(), key) {
            return index;
        }
        index += 1;
    }
    panic!("no such choice")
}

#[expect(clippy::indexing_slicing, reason = "only evaluated while compiling")]
const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// What was given as one typed record. Implemented by the macro above, for nobody else.
#[doc(hidden)]
pub trait Given: Sized {
    fn shape() -> &'static Shape;
    fn record(&self) -> &Record;
    fn of(record: Record) -> Self;
}

/// The typed facts of one subject: [`Enterprise`](crate::Enterprise), [`Teacher`](crate::Teacher) …
///
/// For code that works with any of them:
///
/// ```
/// use chanjiao::{Facts, Faults, Parameters, Report, check};
///
/// fn checked<F: Facts>(text: &str) -> Result<Report, Faults> {
///     Ok(check(&F::from_json(text)?, &Parameters::default()))
/// }
///
/// let report = checked::<chanjiao::Visit>(r#"{"start": "2023-09-01", "end": "2024-08-31"}"#)?;
/// assert_eq!(report.subject.name, "visit");
/// # Ok::<(), Faults>(())
/// ```
pub trait Facts: Given + AsRef<Record> {
    /// The subject they belong to.
    const SUBJECT: &'static Subject;

    /// Reads a record from JSON text.
    ///
    /// # Errors
    /// Every fault in it, each with its JSON Pointer.
    fn from_json(text: &str) -> Result<Self, Faults> {
        input::typed(text)
    }
}
