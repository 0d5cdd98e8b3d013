//! The JSON parser, compared with `serde_json`.

use chanjiao::json::{MAX_DEPTH, MAX_EXCERPT, MAX_VALUES, Node, Reason, parse};
use serde_json::Value;

/// Both parsers accept or reject the same texts and give the same value, which survives a round
/// trip.
///
/// # Panics
/// If not.
pub fn json(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    let theirs = serde_json::from_str::<Value>(text);
    match (parse(text), theirs) {
        (Ok(ours), theirs) => {
            match theirs {
                Ok(theirs) => assert_eq!(value(&ours), Some(theirs)),
                Err(error) => assert!(
                    has_special_numbers(&ours) || error.to_string().contains("number out of range"),
                    "accepted, but {error}"
                ),
            }
            let (depth, values) = extent(&ours);
            assert!(depth <= MAX_DEPTH && values <= MAX_VALUES, "{depth} deep, {values} values");
            let mut written = String::new();
            ours.push_json(&mut written);
            assert_eq!(parse(&written).as_ref(), Ok(&ours));
            let excerpt = ours.excerpt();
            assert!(excerpt.chars().count() <= MAX_EXCERPT, "{excerpt}");
            let head = excerpt.strip_suffix('…').unwrap_or(&excerpt);
            assert!(written.starts_with(head), "{excerpt} of {written}");
        }
        (Err(error), Ok(_)) => {
            assert!(matches!(error.reason, Reason::TooDeep | Reason::TooLarge), "{error:?}");
        }
        (Err(error), Err(_)) => {
            let line = text.split('\n').nth(error.line - 1).expect("a line of the text");
            assert!(error.column <= line.chars().count() + 1, "{error:?}");
        }
    }
}

/// The value as `serde_json` has it: the last one of duplicate members, and numbers as it parses
/// them.
fn value(node: &Node<'_>) -> Option<Value> {
    Some(match node {
        Node::Null => Value::Null,
        Node::Bool(value) => Value::Bool(*value),
        Node::Number(text) => serde_json::from_str(text).ok()?,
        Node::Text(text) => Value::String(text.to_string()),
        Node::List(items) => Value::Array(items.iter().map(value).collect::<Option<_>>()?),
        Node::Map(members) => Value::Object(
            members
                .iter()
                .map(|(name, node)| Some((name.to_string(), value(node)?)))
                .collect::<Option<_>>()?,
        ),
    })
}

/// Whether there is a number that only this parser accepts.
fn has_special_numbers(node: &Node<'_>) -> bool {
    match node {
        Node::Number(text) => matches!(&**text, "NaN" | "Infinity" | "-Infinity"),
        Node::List(items) => items.iter().any(has_special_numbers),
        Node::Map(members) => members.iter().any(|(_, node)| has_special_numbers(node)),
        Node::Null | Node::Bool(_) | Node::Text(_) => false,
    }
}

/// The depth of nesting and the number of values.
fn extent(node: &Node<'_>) -> (usize, usize) {
    let inside: Vec<&Node<'_>> = match node {
        Node::List(items) => items.iter().collect(),
        Node::Map(members) => members.iter().map(|(_, node)| node).collect(),
        Node::Null | Node::Bool(_) | Node::Number(_) | Node::Text(_) => return (0, 1),
    };
    inside
        .into_iter()
        .map(extent)
        .fold((1, 1), |(depth, values), (inner, more)| (depth.max(inner + 1), values + more))
}
