//! Support for serde: records are parsed like JSON text, and reports are written like answers.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Error as _, Serialize, SerializeMap, Serializer};

use crate::fault::{Code, Fault, Faults, Input};
use crate::field::{Field, Unit};
use crate::input::{self, EXPLANATIONS, Shape};
use crate::json::{self, Node};
#[cfg(feature = "catalogue")]
use crate::law::Relation;
use crate::measure::Measurement;
#[cfg(feature = "catalogue")]
use crate::notice::Notice;
use crate::parameters::Status;
use crate::policy::{Force, Nature};
use crate::quantity::{
    Count, Date, GapDays, GraceYears, Money, Months, Practice, Share, Year, Years,
};
use crate::questions::Question;
#[cfg(feature = "catalogue")]
use crate::readings::Holder;
use crate::record::{Cells, Parsed};
use crate::report::{Conclusion, Finding, Reason, Report};
use crate::rule::Kind;
use crate::text::Language;
use crate::value::Value;
use crate::verdict::Verdict;

/// Deserializes a record; the error lists all faults.
pub(crate) fn parse<'de, D: Deserializer<'de>>(
    shape: &Shape,
    deserializer: D,
) -> Result<Parsed, D::Error> {
    let node = Node::deserialize(deserializer)?;
    input::parse_node(shape, &node).map_err(D::Error::custom)
}

/// Converts a record to JSON: the given facts and the explanations.
pub(crate) fn write(
    shape: &Shape,
    cells: &Cells,
    explanations: &[(usize, Box<str>)],
) -> Node<'static> {
    let mut members = input::value::members(shape, cells);
    let explanations: Vec<(Cow<'static, str>, Node<'static>)> = explanations
        .iter()
        .filter_map(|(rule, text)| {
            let rule = shape.rules.get(*rule)?;
            Some((rule.id.into(), Node::Text(text.to_string().into())))
        })
        .collect();
    if !explanations.is_empty() {
        members.push((EXPLANATIONS.into(), Node::Map(explanations)));
    }
    Node::Map(members)
}

impl<'de> Deserialize<'de> for Node<'static> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

/// Builds a tree of nodes from any value.
struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node<'static>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Node::Null)
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Node::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        Node::deserialize(deserializer)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Self::Value, E> {
        Ok(Node::Bool(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Node::Number(number.to_string().into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Node::Number(number.to_string().into()))
    }

    fn visit_i128<E>(self, number: i128) -> Result<Self::Value, E> {
        Ok(Node::Number(number.to_string().into()))
    }

    fn visit_u128<E>(self, number: u128) -> Result<Self::Value, E> {
        Ok(Node::Number(number.to_string().into()))
    }

    /// Converts a float to the shortest decimal that converts back to it.
    #[expect(clippy::disallowed_types, reason = "a float of the caller, converted to decimal text")]
    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Node::Number(float_text(number.to_string())))
    }

    #[expect(clippy::disallowed_types, reason = "a float of the caller, converted to decimal text")]
    fn visit_f32<E>(self, number: f32) -> Result<Self::Value, E> {
        Ok(Node::Number(float_text(number.to_string())))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Node::Text(text.to_owned().into()))
    }

    fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
        Ok(Node::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut map = Vec::new();
        while let Some((key, value)) = members.next_entry::<String, Node<'static>>()? {
            map.push((key.into(), value));
        }
        Ok(Node::Map(map))
    }
}

/// Replaces the names of the infinities by those that the JSON parser accepts.
fn float_text(number: String) -> Cow<'static, str> {
    match number.as_str() {
        "inf" => "Infinity".into(),
        "-inf" => "-Infinity".into(),
        _ => number.into(),
    }
}

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(flag) => serializer.serialize_bool(*flag),
            // serde has no exact decimals, and rounding is not acceptable.
            Self::Number(text) => match text.parse() {
                Ok(number) => serializer.serialize_i64(number),
                Err(_) => Err(S::Error::custom("not a whole number of 64 bits")),
            },
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (key, value) in members {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

/// Implements serde for a type of facts: a value is parsed and written like a field of its kind.
macro_rules! value {
    ($($type:ty),*) => {$(
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::serialize::node_of_value::<Self>(self.clone()).serialize(serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::serialize::deserialize_value(deserializer)
            }
        }
    )*};
}
pub(crate) use value;

value!(Count, Money, Share, Year, Years, Months, GraceYears, GapDays, Date);

pub(crate) fn node_of_value<V: Value>(value: V) -> Node<'static> {
    input::value::node_of_kind(V::KIND, &value.into_cell())
}

pub(crate) fn deserialize_value<'de, V: Value, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<V, D::Error> {
    Node::deserialize(deserializer).and_then(parse_value)
}

/// The shape of a record with a single field, by which a value is parsed.
struct SingleField<V>(PhantomData<V>);

impl<V: Value> SingleField<V> {
    const FIELDS: &'static [Field] = &[Field {
        name: crate::text::name!("value", "值", "value"),
        kind: V::KIND,
        unit: None,
        required: true,
        determined_by: None,
    }];
    const SHAPE: Shape =
        Shape { fields: Self::FIELDS, pairs: &[], rules: &[], dated_by: None, parameters: false };
}

fn parse_value<V: Value, E: Error>(node: Node<'static>) -> Result<V, E> {
    let members = vec![("value".into(), node)];
    let parsed =
        input::parse_node(&SingleField::<V>::SHAPE, &Node::Map(members)).map_err(|faults| {
            let messages = faults.iter().map(|fault| fault.message(Language::English));
            E::custom(messages.collect::<Vec<_>>().join("\n"))
        })?;
    V::from_cell(parsed.cells.cell(0)).ok_or_else(|| E::custom("null"))
}

impl Serialize for Practice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Node::List(periods) = node_of_value(vec![*self]) else {
            return Err(S::Error::custom("not a list of periods"));
        };
        periods.first().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Practice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let node = Node::deserialize(deserializer)?;
        let periods: Vec<Self> = parse_value(Node::List(vec![node]))?;
        periods.first().copied().ok_or_else(|| D::Error::custom("null"))
    }
}

/// Implements `Serialize` with the JSON that answers contain for the type.
macro_rules! as_in_answers {
    ($($type:ident)*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut text = String::new();
                self.push(&mut text);
                json::parse(&text).map_err(|_| S::Error::custom("invalid JSON"))?.serialize(serializer)
            }
        }
    )*};
}

as_in_answers! { Report Finding Measurement Faults Fault Question }

/// Implements `Serialize` with the text of an enum.
macro_rules! as_str {
    ($($type:ident)*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    )*};
}

as_str! { Verdict Reason Conclusion Kind Force Nature Status Unit Code Input }
#[cfg(feature = "catalogue")]
as_str! { Relation Holder Notice }
