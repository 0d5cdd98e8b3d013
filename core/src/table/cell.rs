//! The text of a cell becomes a JSON value. A text that cannot be interpreted stays text.

use std::borrow::Cow;

use crate::field::Choice;
use crate::input::value::blank;
use crate::json::{self, Node};
use crate::quantity::date::push_date;
use crate::quantity::{Date, decimal};

pub(super) fn as_text(text: &str) -> Node<'_> {
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

/// A JSON number, multiplied by 10^`power`. Other notations are not numbers: `1,000` is a thousand
/// in one country and one in another.
pub(super) fn number(text: &str, power: i32) -> Node<'_> {
    if !decimal::is_number(text) {
        return as_text(text);
    }
    match power {
        0 => Node::Number(Cow::Borrowed(text)),
        power => decimal::shift(text, power)
            .map_or(as_text(text), |shifted| Node::Number(Cow::Owned(shifted))),
    }
}

pub(super) fn flag(text: &str) -> Option<bool> {
    let is = |word: &&str| word.eq_ignore_ascii_case(text);
    if ["true", "1", "是", "有", "yes"].iter().any(is) {
        Some(true)
    } else if ["false", "0", "否", "无", "no"].iter().any(is) {
        Some(false)
    } else {
        None
    }
}

pub(super) fn choice<'a>(choices: &'static [Choice], text: &'a str) -> Node<'a> {
    let is =
        |it: &Choice| it.key() == text || it.label().zh() == text || it.also().any(|it| it == text);
    match choices.iter().find(|it| is(it)) {
        Some(choice) => as_text(choice.key()),
        None => as_text(text),
    }
}

/// A date, written as `2024-05-01`, `2024/5/1` or `2024年5月1日`.
pub(super) fn date(text: &str) -> Node<'_> {
    match loose_date(text) {
        Some(day) => {
            let mut iso = String::with_capacity(10);
            push_date(&mut iso, day.day_number());
            Node::Text(Cow::Owned(iso))
        }
        None => as_text(text),
    }
}

/// A date in one of the forms that JSON does not accept.
fn loose_date(text: &str) -> Option<Date> {
    let (year, rest) = text.split_at_checked(4)?;
    let (month, day) = match rest.strip_prefix('/') {
        Some(rest) => rest.split_once('/')?,
        None => rest.strip_prefix('年')?.strip_suffix('日')?.split_once('月')?,
    };
    let digits = |text: &str, most: usize| {
        let plain = text.bytes().all(|byte| byte.is_ascii_digit());
        (plain && text.len() <= most).then(|| text.parse::<u16>().ok()).flatten()
    };
    let (month, day) = (digits(month, 2)?, digits(day, 2)?);
    Date::new(digits(year, 4)?, u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
}

/// A list as people type it, with semicolons or line breaks between the items; 无 is the empty list.
/// A text that begins with a bracket is a JSON list.
pub(super) fn list<'a>(text: &'a str, item: impl Fn(&'a str) -> Node<'a>) -> Node<'a> {
    if text.starts_with('[') {
        return json_of(text);
    }
    if text == "无" || text.eq_ignore_ascii_case("none") {
        return Node::List(Vec::new());
    }
    let items = text.split([';', '；', '\n']).map(trimmed).filter(|item| !item.is_empty());
    Node::List(items.map(item).collect())
}

/// A period of practice: `2020-07-01..2020-08-31 企业`. A period without an end, or until 今, is
/// ongoing.
pub(super) fn period(text: &str) -> Option<Node<'_>> {
    let mut found: Option<(&str, &str)> = None;
    for mark in ["..", "~", "～", "至", "—"] {
        if let Some((start, rest)) = text.split_once(mark)
            && found.is_none_or(|(other, _)| start.len() < other.len())
        {
            found = Some((start, rest));
        }
    }
    let (start, rest) = found?;
    // A dash is often written twice.
    let rest = trimmed(rest.trim_start_matches('—'));
    let (end, in_enterprise) =
        [("非企业", false), ("other", false), ("企业", true), ("enterprise", true)]
            .iter()
            .find_map(|(word, flag)| Some((trimmed(rest.strip_suffix(word)?), Some(*flag))))
            .unwrap_or((rest, None));
    let end = if end.is_empty() || end == "今" { Node::Null } else { date(end) };
    Some(Node::Map(vec![
        ("start".into(), date(trimmed(start))),
        ("end".into(), end),
        ("in_enterprise".into(), in_enterprise.map_or(Node::Null, Node::Bool)),
    ]))
}

/// The JSON value in a cell; the text itself if it is not JSON.
pub(super) fn json_of(text: &str) -> Node<'_> {
    json::parse(text).unwrap_or_else(|_| as_text(text))
}
