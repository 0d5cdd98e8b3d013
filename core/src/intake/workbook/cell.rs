//! The value of a cell becomes text, as CSV would have it, and a mark.

use super::date;
use super::format::Format;
use super::sheet::Shared;
use super::xml::unescape;
use crate::fault::CellProblem;
use crate::intake::batch::Mark;
use crate::intake::error::Error;
use crate::table::{self, Float, Shown};

/// The kind of the value of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Kind {
    #[default]
    Number,
    /// A text that cells share, by its index.
    Shared,
    /// A text in the cell, or the result of a formula.
    Text,
    Flag,
    Error,
    /// A date in ISO 8601.
    Date,
}

impl Kind {
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            [b's'] => Self::Shared,
            [b'n'] => Self::Number,
            [b'b'] => Self::Flag,
            [b'e'] => Self::Error,
            [b'd'] => Self::Date,
            // `str` and `inlineStr`.
            _ => Self::Text,
        }
    }
}

/// The value of a cell as the file has it.
pub(super) struct Value<'a> {
    pub(super) text: &'a str,
    pub(super) kind: Kind,
    pub(super) format: Format,
    /// Whether it is a text with raised, lowered or struck characters.
    pub(super) small: bool,
}

/// Appends a value; returns what the cell is besides its text.
pub(super) fn push_value(
    out: &mut String,
    value: &Value<'_>,
    shared: &Shared,
) -> Result<Option<Mark>, Error> {
    let &Value { text, kind, format, small } = value;
    match kind {
        Kind::Number => return Ok(push_number(out, text.trim(), format, shared.is_1904)),
        Kind::Shared => {
            let index = text.trim().parse().ok();
            let found = index.and_then(|index| shared.strings.get(index));
            let (text, small) = found.ok_or(Error::Damaged)?;
            out.push_str(text);
            return Ok(small.then_some(Mark::SmallCharacters));
        }
        Kind::Text => {
            let start = out.len();
            out.push_str(text);
            unescape(out, start);
        }
        Kind::Flag => out.push_str(match text.trim() {
            "1" => "true",
            "0" => "false",
            other => other,
        }),
        Kind::Error => {
            out.push_str(text);
            return Ok(Some(Mark::Problem(CellProblem::Error)));
        }
        Kind::Date => push_date(out, text),
    }
    Ok(small.then_some(Mark::SmallCharacters))
}

/// Appends a date in ISO 8601, without the time if that is midnight.
pub(super) fn push_date(out: &mut String, text: &str) {
    let day = text.strip_suffix('Z').unwrap_or(text);
    let day = match day.split_once('.') {
        Some((seconds, fraction)) if fraction.bytes().all(|byte| byte == b'0') => seconds,
        Some(_) | None => day,
    };
    out.push_str(day.strip_suffix("T00:00:00").unwrap_or(day));
}

/// Appends a number in a format.
pub(super) fn push_number(
    out: &mut String,
    text: &str,
    format: Format,
    is_1904: bool,
) -> Option<Mark> {
    let Some(float) = Float::parse(text) else {
        out.push_str(text);
        return None;
    };
    let start = out.len();
    if is_shortest(text) {
        out.push_str(text);
    } else {
        out.push_str(&table::text(float));
    }
    match format {
        Format::Number => Some(Mark::Number(float)),
        Format::Shown(shown) => Some(Mark::Shown(float, shown)),
        Format::Date | Format::Time | Format::Elapsed => {
            let days = out.split_off(start);
            if date::push(out, &days, format, is_1904) {
                return None;
            }
            out.push_str(&days);
            Some(Mark::Shown(float, Shown::Other))
        }
    }
}

/// Whether a number is written as the shortest decimal of its float. No two decimals of at most
/// fifteen digits have the same float.
fn is_shortest(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text).as_bytes();
    let (mut point, mut plain) = (None, digits.len() <= 15);
    for (index, byte) in digits.iter().enumerate() {
        match byte {
            b'.' if point.is_none() => point = Some(index),
            _ => plain &= byte.is_ascii_digit(),
        }
    }
    let ends = match point {
        Some(point) => 0 < point && point + 1 < digits.len() && digits.last() != Some(&b'0'),
        None => !digits.is_empty(),
    };
    // A nought stands only before the point, or alone; then it has no sign.
    let begins = match digits {
        [b'0'] => text == "0",
        [b'0', next, ..] => *next == b'.',
        _ => true,
    };
    plain && ends && begins
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_their_shortest_decimals() {
        for text in [
            "0",
            "-0",
            "0.0",
            "1",
            "10",
            "007",
            "1.5",
            "1.50",
            "-12.25",
            "0.1",
            "00.1",
            ".5",
            "5.",
            "1E3",
            "1.2E-7",
            "4.5657E4",
            "0.30000000000000004",
            "123456789012345",
            "99999999999999.9",
            "1234567890123456789",
            "+1",
            "-0.0",
            "-0.5",
            "9007199254740993",
        ] {
            let mut out = String::new();
            push_number(&mut out, text, Format::Number, false).unwrap();
            assert_eq!(out, table::text(Float::parse(text).unwrap()), "{text}");
        }
        for text in ["NaN", "inf", "1e999", "甲", ""] {
            assert_eq!(push_number(&mut String::new(), text, Format::Number, false), None);
        }
    }
}
