//! The macros that define typed records.

/// Defines a subject: its name, its facts and its typed record. It is at the top of the subject's
/// file. The rules follow as `RULES`; they are built with `FACTS`.
///
/// The syntax of a fact is `key: Type = "term of the policy" | "other name", "English", in Unit as
/// required determined by Authority;`. `dated by` names the year or the day that is compared with the
/// time to which the policy is applied; without it, a record is always in time. Constraints on two
/// facts follow: a `part` must not exceed its whole, and a `date` must not be after another one. A
/// fault is reported at the part, and at the date after `blame`.
macro_rules! subject {
    (
        $(#[$doc:meta])*
        $record:ident = $name:literal, $zh:literal, $en:literal;
        one record is $note_zh:literal, $note_en:literal;
        facts { $($facts:tt)* }
        $(dated by $dated:ident;)?
        $(part $part:ident of $whole:ident;)*
        $(usually part $doubtful:ident of $all:ident;)*
        $(date $first:ident before $second:ident, blame $at:ident;)*
    ) => {
        $crate::subject_macro::fields! {
            $(#[$doc])*
            $record { $($facts)* } $crate::record::Record
        }

        /// Builds conditions on the facts of this subject.
        const FACTS: $crate::rule::Conditions = $crate::rule::Conditions(FIELDS);

        static SHAPE: $crate::input::Shape = $crate::input::Shape {
            fields: FIELDS,
            pairs: &[
                $($crate::input::Pair::Part {
                    part: index(stringify!($part)),
                    whole: index(stringify!($whole)),
                },)*
                $($crate::input::Pair::Doubtful {
                    part: index(stringify!($doubtful)),
                    whole: index(stringify!($all)),
                },)*
                $($crate::input::Pair::Dates {
                    first: index(stringify!($first)),
                    second: index(stringify!($second)),
                    at: index(stringify!($at)),
                },)*
            ],
            rules: RULES,
            dated_by: $crate::subject_macro::optional!($(index(stringify!($dated)))?),
            parameters: false,
        };

        pub(crate) static SUBJECT: $crate::Subject = $crate::Subject {
            name: $name,
            #[cfg(feature = "catalogue")]
            label: $crate::text::text!($zh, $en),
            #[cfg(feature = "catalogue")]
            note: $crate::text::text!($note_zh, $note_en),
            shape: &SHAPE,
        };

        fn shape() -> &'static $crate::input::Shape {
            &SHAPE
        }

        impl $record {
            fn cells(&self) -> &$crate::record::Cells {
                &self.0.cells
            }

            #[cfg(feature = "serde")]
            fn explanations(&self) -> &[(usize, Box<str>)] {
                &self.0.explanations
            }
        }

        impl $crate::facts::Given for $record {
            fn shape() -> &'static $crate::input::Shape {
                shape()
            }

            fn new(parsed: $crate::record::Parsed) -> Self {
                Self($crate::Record::new(&SUBJECT, parsed))
            }
        }

        impl $crate::Facts for $record {
            const SUBJECT: &'static $crate::Subject = &SUBJECT;
        }

        /// Returns the record for code that does not know its subject at compile time.
        impl AsRef<$crate::Record> for $record {
            fn as_ref(&self) -> &$crate::Record {
                &self.0
            }
        }

        impl From<$record> for $crate::Record {
            fn from(record: $record) -> Self {
                record.0
            }
        }

        /// # Errors
        /// [`SubjectError`](crate::SubjectError) if it is a record of another subject.
        impl TryFrom<$crate::Record> for $record {
            type Error = $crate::SubjectError;

            fn try_from(record: $crate::Record) -> Result<Self, $crate::SubjectError> {
                match record.subject().name {
                    $name => Ok(Self(record)),
                    found => Err($crate::SubjectError { expected: $name, found }),
                }
            }
        }

        impl core::fmt::Debug for $record {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                $crate::debug::cells(f, stringify!($record), FIELDS, self.cells())
            }
        }
    };
}
pub(crate) use subject;

/// Defines a table of fields, the typed record that has them, and its builder.
macro_rules! fields {
    (
        $(#[$doc:meta])*
        $record:ident {
            $(
                $fact:ident: $type:ty = $zh:literal $(| $also:literal)*, $en:literal
                $(, in $unit:ident)? $(as $required:ident)? $(determined by $authority:ident)?;
            )*
        }
        $inner:ty
    ) => {
        pub(crate) const FIELDS: &[$crate::field::Field] = &[$(
            $crate::field::Field {
                name: $crate::text::name!(stringify!($fact), $zh, $en $(, $also)*),
                kind: <$type as $crate::value::Value>::KIND,
                unit: $crate::subject_macro::optional!($($crate::field::Unit::$unit)?),
                required: $crate::subject_macro::required!($($required)?),
                determined_by: $crate::subject_macro::optional!(
                    $($crate::field::Authority::$authority)?
                ),
            },
        )*];

        const _: () = $crate::field::assert_units(FIELDS);

        /// Returns the index of a field in the table.
        const fn index(key: &str) -> $crate::index::Index {
            $crate::index::index_of(FIELDS, key)
        }

        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $record($inner);

        impl $record {
            /// Returns a builder. Values that are not given stay unknown (or at their default).
            pub fn given() -> $crate::Builder<Self> {
                $crate::Builder::new()
            }

            /// Parses a record from JSON text.
            ///
            /// # Errors
            /// Returns every fault in the text, each with its JSON Pointer.
            pub fn from_json(text: &str) -> Result<Self, $crate::Faults> {
                $crate::input::typed(text)
            }

            $(
                #[doc = concat!("Returns ", $zh, " (", $en, "), if known.")]
                $(#[doc = concat!("\n\nUnit: [`Unit::", stringify!($unit), "`](crate::Unit::", stringify!($unit), ").")])?
                $(#[doc = concat!("\n\nDetermined by [`Authority::", stringify!($authority), "`](crate::Authority::", stringify!($authority), ").")])?
                #[doc = concat!("\n\n[The rules](crate::guides::rules) list the statements that use `", stringify!($fact), "`.")]
                #[must_use]
                pub fn $fact(&self) -> Option<$type> {
                    <$type as $crate::value::Value>::from_cell(self.cells().cell(const { index(stringify!($fact)) }))
                }
            )*
        }

        impl $crate::Builder<$record> {
            $(
                #[doc = concat!("Sets ", $zh, " (", $en, ").")]
                $(#[doc = concat!("\n\nUnit: [`Unit::", stringify!($unit), "`](crate::Unit::", stringify!($unit), ").")])?
                $(#[doc = concat!("\n\nDetermined by [`Authority::", stringify!($authority), "`](crate::Authority::", stringify!($authority), ").")])?
                #[doc = concat!("\n\n[The rules](crate::guides::rules) list the statements that use `", stringify!($fact), "`.")]
                pub fn $fact(self, value: impl Into<$type>) -> Self {
                    self.set(const { index(stringify!($fact)) }, value.into())
                }
            )*
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $record {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::serialize::write(shape(), self.cells(), self.explanations())
                    .serialize(serializer)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $record {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::serialize::parse(shape(), deserializer)
                    .map(<Self as $crate::facts::Given>::new)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $record {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($record).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::schema::record(shape()).into()
            }
        }
    };
}
pub(crate) use fields;

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
