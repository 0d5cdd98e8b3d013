//! Periods of practice: `2020-07-01..2020-08-31 企业`.

use super::date::{node, plain, take};
use super::{as_text, items, trimmed, unquoted};
use crate::input::value::blank;
use crate::json::Node;

/// A list of periods.
pub(super) fn list(text: &str) -> Node<'_> {
    let item = |item| strict(item).or_else(|| parts(item)).unwrap_or_else(|| as_text(item));
    Node::List(items(text).map(item).collect())
}

/// A period whose dates are dates. Without an end, or until 今, it is ongoing.
fn strict(text: &str) -> Option<Node<'static>> {
    let text = unquoted(text);
    let (start, rest) = take(&text)?;
    let marks = ['-', '‐', '–', '—', '―', '─', '~', '～', '〜', '至', '到', '、', '.', '…'];
    let rest_after = rest.trim_start_matches(|it: char| marks.contains(&it) || blank(it));
    if rest_after.len() == rest.len() {
        return None;
    }
    let (end, rest) = match take(rest_after) {
        Some((end, rest)) => (node(end), rest),
        None => (Node::Null, rest_after.strip_prefix("今").unwrap_or(rest_after)),
    };
    let place = rest.trim_matches(blank);
    let bracketed = place.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    let in_enterprise = match bracketed.unwrap_or(place).trim_matches(blank) {
        "" => Node::Null,
        "企业" | "enterprise" => Node::Bool(true),
        "非企业" | "other" => Node::Bool(false),
        _ => return None,
    };
    Some(period(node(start), end, in_enterprise))
}

/// A text that has the parts of a period, of which some are no dates.
fn parts(text: &str) -> Option<Node<'_>> {
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
    Some(period(date(trimmed(start)), end, in_enterprise.map_or(Node::Null, Node::Bool)))
}

fn date(text: &str) -> Node<'_> {
    plain(text).or_else(|| super::date::loose(text)).unwrap_or_else(|| as_text(text))
}

fn period<'a>(start: Node<'a>, end: Node<'a>, in_enterprise: Node<'a>) -> Node<'a> {
    Node::Map(vec![
        ("start".into(), start),
        ("end".into(), end),
        ("in_enterprise".into(), in_enterprise),
    ])
}
