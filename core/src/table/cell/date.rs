//! Dates: `2024-05-01`, `2024/5/1`, `2024年5月1日`, `20240501`.

use std::borrow::Cow;

use super::{as_text, items, unquoted};
use crate::input::value::blank;
use crate::json::Node;
use crate::quantity::Date;
use crate::quantity::date::push_date;

/// A date as JSON writes it.
pub(super) fn plain(text: &str) -> Option<Node<'_>> {
    text.parse::<Date>().is_ok().then(|| as_text(text))
}

/// A date as people write it.
pub(super) fn loose(text: &str) -> Option<Node<'static>> {
    let text = unquoted(text);
    let (date, rest) = take(&text)?;
    rest.is_empty().then(|| node(date))
}

/// A list of dates.
pub(super) fn list(text: &str) -> Node<'_> {
    let mut found = Vec::new();
    for item in items(text) {
        let single = plain(item).or_else(|| loose(item));
        let parts = || item.split([',', '，', '、']).map(loose).collect::<Option<Vec<_>>>();
        match single {
            Some(node) => found.push(node),
            None => found.extend(parts().unwrap_or_else(|| vec![as_text(item)])),
        }
    }
    Node::List(found)
}

pub(super) fn node(date: Date) -> Node<'static> {
    let mut iso = String::with_capacity(10);
    push_date(&mut iso, date.day_number());
    Node::Text(Cow::Owned(iso))
}

/// Takes a date from the beginning of a folded text, and returns the rest without blanks around it.
pub(super) fn take(text: &str) -> Option<(Date, &str)> {
    let text = text.trim_matches(blank);
    let (digits, rest) = digits(text);
    let (year, month, day, rest) = match digits.len() {
        8 => {
            let (year, rest_of) = digits.split_at_checked(4)?;
            let (month, day) = rest_of.split_at_checked(2)?;
            (year, month, day, rest)
        }
        4 => {
            let rest = rest.trim_start_matches(blank);
            let mark = rest.chars().next().filter(|it| "-/.年".contains(*it))?;
            let (month, rest) = part(rest.strip_prefix(mark)?)?;
            let next = if mark == '年' { '月' } else { mark };
            let (day, rest) = part(rest.trim_start_matches(blank).strip_prefix(next)?)?;
            let rest = if mark == '年' {
                let rest = rest.trim_start_matches(blank);
                rest.strip_prefix(['日', '号'])?
            } else {
                rest
            };
            (digits, month, day, rest)
        }
        _ => return None,
    };
    let number = |text: &str| text.parse::<u16>().ok();
    let (month, day) = (u8::try_from(number(month)?).ok()?, u8::try_from(number(day)?).ok()?);
    let date = Date::new(number(year)?, month, day).ok()?;
    Some((date, without_midnight(rest).trim_matches(blank)))
}

/// A month or a day, of one or two digits, and the rest.
fn part(text: &str) -> Option<(&str, &str)> {
    let (digits, rest) = digits(text.trim_start_matches(blank));
    (1..=2).contains(&digits.len()).then_some((digits, rest))
}

fn digits(text: &str) -> (&str, &str) {
    let rest = text.trim_start_matches(|it: char| it.is_ascii_digit());
    (text.get(..text.len() - rest.len()).unwrap_or_default(), rest)
}

/// The rest after the time of midnight, with which programs write a date.
fn without_midnight(text: &str) -> &str {
    let Some(time) = text.strip_prefix('T').or_else(|| text.strip_prefix(blank)) else {
        return text;
    };
    let time = time.trim_start_matches(blank);
    let times =
        ["00:00:00.000000", "00:00:00.000", "00:00:00.0", "00:00:00", "0:00:00", "00:00", "0:00"];
    let rest = times.iter().find_map(|it| time.strip_prefix(it));
    match rest {
        Some(rest) if !rest.starts_with([':', '.', '0']) => rest,
        _ => text,
    }
}
