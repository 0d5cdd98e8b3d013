//! The text of a cell becomes a JSON value.
//!
//! What JSON and the policy write is tried first, so clean tables are read without further work. Then
//! come the forms in which people write the same, but only those with one meaning. A text that cannot
//! be interpreted stays text, and [`why`] says what may be wrong with it.

mod date;
mod number;
mod period;
#[cfg(any(feature = "arrow", feature = "intake"))]
#[cfg(test)]
mod tests;
mod why;
mod word;

use std::borrow::Cow;

use super::fold::{fold, small_digit};
use super::missing::Missing;
use super::target::Target;
use crate::field::Kind;
use crate::input::value::blank;
use crate::json::{self, Node};

pub(crate) use why::{Why, why};

/// What a cell was read as.
pub(super) enum Read<'a> {
    /// Nothing.
    Blank,
    /// A mark for a value that is not known, by its index.
    Missing(usize),
    Value(Node<'a>),
    /// A count or an amount of money in scientific notation.
    Exponent(Node<'a>),
}

/// Reads a cell.
pub(super) fn read<'a>(target: Target, text: &'a str, missing: &Missing) -> Read<'a> {
    let trimmed = trimmed(text);
    if trimmed.is_empty() {
        return Read::Blank;
    }
    let (field, power, has_unit) = match target {
        Target::Fact { field, power, has_unit } => (field, power, has_unit),
        Target::Explanations => {
            return otherwise(explanations(trimmed), trimmed, missing, |_| None);
        }
    };
    match field.kind {
        Kind::Text => Read::Value(Node::Text(Cow::Borrowed(text))),
        Kind::Count(..) | Kind::Money => {
            let column = number::Column { field, power, has_unit };
            match number::plain(trimmed, power) {
                // A spreadsheet may have dropped digits, so the number is not known.
                Some(node) if number::has_exponent(trimmed) => {
                    if number::is_shortened(trimmed) {
                        Read::Value(as_text(trimmed))
                    } else {
                        Read::Exponent(node)
                    }
                }
                found => {
                    otherwise(found, trimmed, missing, |text| number::loose(text, column).ok())
                }
            }
        }
        Kind::Year | Kind::Share => {
            let column = number::Column { field, power, has_unit };
            let found = number::plain(trimmed, power);
            otherwise(found, trimmed, missing, |text| number::loose(text, column).ok())
        }
        Kind::Flag => otherwise(word::flag(trimmed), trimmed, missing, word::loose_flag),
        Kind::Choice(choices) => {
            let found = word::choice(choices, trimmed);
            otherwise(found, trimmed, missing, |text| word::loose_choice(choices, text))
        }
        Kind::Date => otherwise(date::plain(trimmed), trimmed, missing, date::loose),
        Kind::Dates => listed(trimmed, missing, date::list),
        Kind::Periods => listed(trimmed, missing, period::list),
    }
}

/// The value found, or a mark, or what a freer reading finds, or the text as it is.
fn otherwise<'a>(
    found: Option<Node<'a>>,
    text: &'a str,
    missing: &Missing,
    loose: impl Fn(&str) -> Option<Node<'static>>,
) -> Read<'a> {
    match found {
        Some(node) => Read::Value(node),
        None => match missing.find(text) {
            Some(mark) => Read::Missing(mark),
            None => Read::Value(loose(text).unwrap_or_else(|| as_text(text))),
        },
    }
}

/// A list as people type it; 无 is the empty list. A text that begins with a bracket is a JSON list.
fn listed<'a>(text: &'a str, missing: &Missing, items: impl Fn(&'a str) -> Node<'a>) -> Read<'a> {
    if text.starts_with('[') {
        return Read::Value(json_of(text).unwrap_or_else(|| as_text(text)));
    }
    if text == "无" || text.eq_ignore_ascii_case("none") {
        return Read::Value(Node::List(Vec::new()));
    }
    match missing.find(text) {
        Some(mark) => Read::Missing(mark),
        None => Read::Value(items(text)),
    }
}

/// The items of a list: with semicolons or line breaks between them.
fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', '；', '\n']).map(trimmed).filter(|item| !item.is_empty())
}

/// Explanations as a JSON object. 无 says that there are none.
fn explanations(text: &str) -> Option<Node<'_>> {
    if text == "无" {
        return Some(Node::Map(Vec::new()));
    }
    json_of(text)
}

/// The JSON value in a cell.
fn json_of(text: &str) -> Option<Node<'_>> {
    json::parse(text).ok()
}

fn as_text(text: &str) -> Node<'_> {
    Node::Text(Cow::Borrowed(text))
}

/// The text without blanks around it.
pub(super) fn trimmed(text: &str) -> &str {
    // Most cells begin and end with a visible ASCII character: then there is nothing to trim.
    match text.as_bytes() {
        [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => text,
        _ => text.trim_matches(blank),
    }
}

/// The folded text, without the marks by which spreadsheets are told that it is text: `'1200` and
/// `="1200"`. A text with a digit that may be a footnote mark is not folded.
fn unquoted(text: &str) -> String {
    let folded = if small_digit(text).is_some() { text.into() } else { fold(text) };
    let text = folded.trim_matches(blank);
    let formula = text.strip_prefix("=\"").and_then(|it| it.strip_suffix('"'));
    let quoted = formula.or_else(|| text.strip_prefix(['\'', '’', '‘', '`']));
    quoted.unwrap_or(text).trim_matches(blank).to_owned()
}
