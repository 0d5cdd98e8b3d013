//! Numbers: `1,200`, `１２００`, `￥12.5万元`.

use std::borrow::Cow;

use super::unquoted;
use super::why::Why;
use crate::field::{Field, Kind};
use crate::input::value::blank;
use crate::json::Node;
use crate::quantity::decimal;
use crate::table::unit::{Word, looks_like};

/// A column of numbers.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub(super) field: &'static Field,
    pub(super) power: i32,
    pub(super) has_unit: bool,
}

/// A JSON number, multiplied by 10^`power`.
pub(super) fn plain(text: &str, power: i32) -> Option<Node<'_>> {
    if power != 0 {
        return decimal::shift(text, power).map(|shifted| Node::Number(Cow::Owned(shifted)));
    }
    decimal::is_number(text).then_some(Node::Number(Cow::Borrowed(text)))
}

/// Whether a JSON number has an exponent.
pub(super) fn has_exponent(number: &str) -> bool {
    number.bytes().any(|byte| matches!(byte, b'e' | b'E'))
}

/// Whether a JSON number is written as spreadsheets show one that has no room, `1.23457E+11`: with at
/// most six digits, whatever the number is.
pub(super) fn is_shortened(number: &str) -> bool {
    let Some((digits, exponent)) = number.split_once('E') else { return false };
    let is_two = exponent.len() == 3 && exponent.starts_with(['+', '-']);
    is_two && digits.bytes().filter(u8::is_ascii_digit).count() <= 6
}

/// A number as people write it, if it has one meaning.
pub(super) fn loose(text: &str, column: Column) -> Result<Node<'static>, Why> {
    let Column { field, power, has_unit } = column;
    let text = unquoted(text);
    let mut rest = text.as_str();
    let is_money = matches!(field.kind, Kind::Money);
    if is_money {
        let currency = ["¥", "人民币", "RMB", "rmb", "CNY", "cny"];
        let after = currency.iter().find_map(|it| rest.strip_prefix(it));
        rest = after.map_or(rest, |it| it.trim_matches(blank));
    }
    if decimal::is_number(rest)
        && has_exponent(rest)
        && (is_money || matches!(field.kind, Kind::Count(_)))
    {
        return Err(Why::Digits);
    }
    let end = rest.find(|it: char| !it.is_ascii_digit() && !"-.,".contains(it));
    let (number, tail) = match end {
        Some(end) if !decimal::is_number(rest) => rest.split_at_checked(end).unwrap_or((rest, "")),
        _ => (rest, ""),
    };
    let tail = tail.trim_matches(blank);
    let ungrouped = ungrouped(number).ok_or(Why::Commas)?;
    if !decimal::is_number(&ungrouped) {
        return Err(of_strange(rest));
    }
    let power = match (tail, Word::parse(tail)) {
        ("", _) => power,
        (_, Some(word)) => {
            let own = word.power_for(field).filter(|_| !(word.is_bare() && has_unit && power != 0));
            // A cell may name the unit of its column, or a unit where the column has none.
            own.filter(|own| *own == power || !has_unit)
                .ok_or_else(|| Why::Unit(tail.to_owned()))?
        }
        (_, None) if looks_like(tail) => return Err(Why::Unit(tail.to_owned())),
        (_, None) => return Err(of_strange(rest)),
    };
    let shifted = decimal::shift(&ungrouped, power).ok_or(Why::Other)?;
    Ok(Node::Number(Cow::Owned(shifted)))
}

/// A number without the commas between its groups of three digits; `None` if it has other commas.
fn ungrouped(number: &str) -> Option<Cow<'_, str>> {
    if !number.contains(',') {
        return Some(Cow::Borrowed(number));
    }
    let (whole, fraction) = number.split_once('.').map_or((number, None), |(a, b)| (a, Some(b)));
    let mut groups = whole.strip_prefix('-').unwrap_or(whole).split(',');
    let first = groups.next().filter(|it| !it.starts_with('0'))?;
    let digits = |it: &str| it.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped = (1..=3).contains(&first.len())
        && digits(first)
        && groups.all(|it| it.len() == 3 && digits(it))
        && fraction.is_none_or(digits);
    is_grouped.then(|| Cow::Owned(number.replace(',', "")))
}

/// What may be wrong with a text that is no number.
fn of_strange(text: &str) -> Why {
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let inner = text.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    if inner.is_some_and(|it| it.bytes().all(|it| it.is_ascii_digit() || b".,".contains(&it))) {
        return Why::Brackets;
    }
    if text.split(blank).all(digits) && text.contains(blank) {
        return Why::Blank;
    }
    if ["无", "没有", "零", "none", "None"].contains(&text) {
        return Why::MaybeZero;
    }
    let word = text.trim_matches(|it: char| it.is_ascii_digit() || blank(it) || "-.,".contains(it));
    if word.len() < text.len() && looks_like(word) {
        return Why::Unit(word.to_owned());
    }
    if text.contains(',') { Why::Commas } else { Why::Other }
}
