//! The reader of JSON, next to another one.

use chanjiao::json::{MAX_DEPTH, MAX_EXCERPT, MAX_VALUES, Node, Reason, parse};
use serde_json::Value;

/// Any text is read as `serde_json` reads it, or refused as there; what was read is written and
/// read back.
///
/// # Panics
/// Where that is not so.
pub fn json(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    let theirs = serde_json::from_str::<Value>(text);
    match (parse(text), theirs) {
        (Ok(ours), theirs) => {
            match theirs {
                Ok(theirs) => assert_eq!(value(&ours), Some(theirs)),
                Err(error) => assert!(
                    more_numbers(&ours) || error.to_string().contains("number out of range"),
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
        (Err(mistake), Ok(_)) => {
            assert!(matches!(mistake.reason, Reason::TooDeep | Reason::TooLarge), "{mistake:?}");
        }
        (Err(mistake), Err(_)) => {
            let line = text.split('\n').nth(mistake.line - 1).expect("a line of the text");
            assert!(mistake.column <= line.chars().count() + 1, "{mistake:?}");
        }
    }
}

/// The value as `serde_json` holds it: of members of the same name the last one counts, and a
/// number is what it makes of its text.
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

/// Whether there is a number that only this reader knows.
fn more_numbers(node: &Node<'_>) -> bool {
    match node {
        Node::Number(text) => matches!(&**text, "NaN" | "Infinity" | "-Infinity"),
        Node::List(items) => items.iter().any(more_numbers),
        Node::Map(members) => members.iter().any(|(_, node)| more_numbers(node)),
        _ => false,
    }
}

/// How deep lists and maps stand inside one another, and how many values there are.
fn extent(node: &Node<'_>) -> (usize, usize) {
    let inside: Vec<&Node<'_>> = match node {
        Node::List(items) => items.iter().collect(),
        Node::Map(members) => members.iter().map(|(_, node)| node).collect(),
        _ => return (0, 1),
    };
    inside
        .into_iter()
        .map(extent)
        .fold((1, 1), |(depth, values), (inner, more)| (depth.max(inner + 1), values + more))
}
