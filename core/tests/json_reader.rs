//! The JSON reader and the decimal reader against independent judges: `serde_json`, and arithmetic
//! on the digits written out in full.

use std::borrow::Cow;

use chanjiao::__private::decimal::{Scaled, push_scaled, scaled, shift};
use chanjiao::__private::json::{MAX_DEPTH, MAX_EXCERPT, Node, Reason, parse, push_text};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

/// Pieces of JSON and of what is mistaken for it; any sequence of them is a test.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\"\"",
    "\"a\"",
    "\"a\":",
    "\\",
    "\\u",
    "\\n",
    "\\x",
    "/",
    "'",
    "\\\"",
    "\\u0041",
    "\\uD83D",
    "\\uDE00",
    "d83d",
    "0",
    "1",
    "42",
    "-",
    "+",
    ".",
    "e",
    "E-3",
    "1.50",
    "-0",
    "01",
    "true",
    "false",
    "null",
    "tru",
    "NaN",
    "Infinity",
    "-Infinity",
    " ",
    "\n",
    "\t",
    "\r",
    "\u{c}",
    "\u{0}",
    "\u{1f}",
    "\u{7f}",
    "\u{a0}",
    "\u{feff}",
    "é",
    "中",
    "😀",
    "１",
];

/// Pieces of numbers.
const NUMBER_PIECES: &[&str] =
    &["0", "1", "9", "00", "-", "+", ".", "e", "E", "1.5", "e2", "E-2", "x", "NaN", "Infinity"];

/// What a value may be written with; each list is one character in its several spellings.
const SPELLINGS: &[(char, &[&str])] = &[
    ('a', &["a", "\\u0061"]),
    ('中', &["中", "\\u4e2d", "\\u4E2D"]),
    ('😀', &["😀", "\\ud83d\\ude00", "\\uD83D\\uDE00"]),
    ('"', &["\\\"", "\\u0022"]),
    ('\\', &["\\\\", "\\u005c"]),
    ('/', &["/", "\\/", "\\u002F"]),
    ('\n', &["\\n", "\\u000a"]),
    ('\u{8}', &["\\b", "\\u0008"]),
    ('\u{c}', &["\\f", "\\u000C"]),
    ('\r', &["\\r", "\\u000d"]),
    ('\t', &["\\t", "\\u0009"]),
    ('\u{0}', &["\\u0000"]),
    ('\u{1f}', &["\\u001f"]),
    ('\u{7f}', &["\u{7f}", "\\u007f"]),
    ('\u{2028}', &["\u{2028}", "\\u2028"]),
    ('\u{ffff}', &["\u{ffff}", "\\uffff"]),
];

// What the texts are made of.

fn pieces(from: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(select(from), 0..most).prop_map(|pieces| pieces.concat())
}

/// A number of JSON, small enough for `serde_json` to hold.
fn number() -> impl Strategy<Value = String> {
    "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,8})?([eE][+-]?[0-9]{1,2})?"
}

fn space() -> impl Strategy<Value = String> {
    "[ \n\r\t]{0,2}"
}

/// A string and one way of writing it.
fn written_string() -> impl Strategy<Value = (String, String)> {
    let character = select(SPELLINGS).prop_flat_map(|(character, spellings)| {
        select(spellings).prop_map(move |spelling| (character, spelling))
    });
    prop::collection::vec(character, 0..6).prop_map(|characters| {
        let text = characters.iter().map(|(character, _)| *character).collect();
        let written: String = characters.iter().map(|(_, spelling)| *spelling).collect();
        (text, format!("\"{written}\""))
    })
}

/// A value and one way of writing it, with white space wherever it may stand.
fn written_node() -> impl Strategy<Value = (Node<'static>, String)> {
    let leaf = prop_oneof![
        Just((Node::Null, "null".to_owned())),
        any::<bool>().prop_map(|value| (Node::Bool(value), value.to_string())),
        number().prop_map(|text| (Node::Number(Cow::Owned(text.clone())), text)),
        written_string().prop_map(|(text, written)| (Node::Text(Cow::Owned(text)), written)),
    ];
    let spaced = (space(), leaf, space()).prop_map(enclose);
    spaced.prop_recursive(5, 40, 6, |inner| {
        let list = prop::collection::vec(inner.clone(), 0..6).prop_map(|items| {
            let (items, written): (Vec<_>, Vec<_>) = items.into_iter().unzip();
            (Node::List(items), format!("[{}]", written.join(",")))
        });
        let member = (space(), written_string(), space(), inner);
        let map = prop::collection::vec(member, 0..6).prop_map(|members| {
            let (members, written): (Vec<_>, Vec<_>) = members
                .into_iter()
                .map(|(before, (name, name_written), after, (value, value_written))| {
                    let written = format!("{before}{name_written}{after}:{value_written}");
                    ((Cow::Owned(name), value), written)
                })
                .unzip();
            (Node::Map(members), format!("{{{}}}", written.join(",")))
        });
        (space(), prop_oneof![list, map], space()).prop_map(enclose)
    })
}

fn enclose(
    (before, (node, written), after): (String, (Node<'static>, String), String),
) -> (Node<'static>, String) {
    let empty = match &node {
        Node::List(items) => items.is_empty(),
        Node::Map(members) => members.is_empty(),
        Node::Null | Node::Bool(_) | Node::Number(_) | Node::Text(_) => false,
    };
    // An empty container has no item to bring the white space inside.
    let written = if empty { written.replace("[]", "[ ]").replace("{}", "{\n}") } else { written };
    (node, format!("{before}{written}{after}"))
}

/// A value with any characters in its strings.
fn any_node() -> impl Strategy<Value = Node<'static>> {
    let leaf = prop_oneof![
        Just(Node::Null),
        any::<bool>().prop_map(Node::Bool),
        number().prop_map(|text| Node::Number(Cow::Owned(text))),
        any_text().prop_map(|text| Node::Text(Cow::Owned(text))),
    ];
    leaf.prop_recursive(6, 60, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Node::List),
            prop::collection::vec((any_text().prop_map(Cow::Owned), inner), 0..8)
                .prop_map(Node::Map),
        ]
    })
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::collection::vec(any::<char>(), 0..20)
            .prop_map(|characters| characters.iter().collect()),
        pieces(PIECES, 40),
    ]
}

/// One change to a text: at a place, so many characters give way to a piece.
fn change() -> impl Strategy<Value = (prop::sample::Index, usize, &'static str)> {
    let piece = prop_oneof![Just(""), select(PIECES)];
    (any::<prop::sample::Index>(), 0..3_usize, piece)
}

fn changed(text: &str, changes: &[(prop::sample::Index, usize, &str)]) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for (index, removed, piece) in changes {
        let start = index.index(characters.len() + 1);
        let end = (start + removed).min(characters.len());
        characters.splice(start..end, piece.chars());
    }
    characters.into_iter().collect()
}

// The judges.

/// The value as `serde_json` holds it: of members of the same name the last one counts, and a
/// number is whatever `serde_json` makes of its text.
fn to_value(node: &Node<'_>) -> Option<Value> {
    Some(match node {
        Node::Null => Value::Null,
        Node::Bool(value) => Value::Bool(*value),
        Node::Number(text) => serde_json::from_str(text).ok()?,
        Node::Text(text) => Value::String(text.to_string()),
        Node::List(items) => Value::Array(items.iter().map(to_value).collect::<Option<_>>()?),
        Node::Map(members) => Value::Object(
            members
                .iter()
                .map(|(name, value)| Some((name.to_string(), to_value(value)?)))
                .collect::<Option<_>>()?,
        ),
    })
}

fn has_non_finite(node: &Node<'_>) -> bool {
    match node {
        Node::Number(text) => matches!(&**text, "NaN" | "Infinity" | "-Infinity"),
        Node::List(items) => items.iter().any(has_non_finite),
        Node::Map(members) => members.iter().any(|(_, value)| has_non_finite(value)),
        Node::Null | Node::Bool(_) | Node::Text(_) => false,
    }
}

/// Both readers accept `text` and agree on its structure, or both reject it.
fn check_against_serde(text: &str) -> Result<(), TestCaseError> {
    let theirs = serde_json::from_str::<Value>(text);
    if let Err(error) = &theirs
        && error.to_string().contains("number out of range")
    {
        return Ok(());
    }
    match (parse(text), theirs) {
        (Ok(ours), Ok(theirs)) => prop_assert_eq!(to_value(&ours), Some(theirs)),
        (Ok(ours), Err(error)) => prop_assert!(has_non_finite(&ours), "{text:?}: {error}"),
        (Err(mistake), Ok(_)) => prop_assert_eq!(mistake.reason, Reason::TooDeep, "{:?}", text),
        (Err(mistake), Err(_)) => {
            let lines: Vec<&str> = text.split('\n').collect();
            let line = lines.get(mistake.line - 1).map(|line| line.chars().count());
            prop_assert!(line.is_some_and(|length| mistake.column <= length + 1), "{text:?}");
            let at_the_end =
                mistake.line == lines.len() && line.is_some_and(|length| mistake.column > length);
            prop_assert!(at_the_end || mistake.reason != Reason::Ended, "{text:?}");
        }
    }
    Ok(())
}

fn compact(node: &Node<'_>) -> String {
    let mut out = String::new();
    node.push_json(&mut out);
    out
}

/// A decimal literal by its parts, so that the judge has no need to read it.
#[derive(Debug, Clone)]
struct Parts {
    negative: bool,
    whole: String,
    fraction: String,
    exponent: i32,
}

fn parts() -> impl Strategy<Value = Parts> {
    let digits = prop_oneof!["0", "[1-9]0{0,30}", "[1-9][0-9]{0,30}", "922337203685477580[0-9]"];
    let fraction = prop_oneof![Just(String::new()), "0{1,30}", "0{0,25}[0-9]{1,5}0{0,5}"];
    (any::<bool>(), digits, fraction, prop_oneof![Just(0), -60..60_i32]).prop_map(
        |(negative, whole, fraction, exponent)| Parts { negative, whole, fraction, exponent },
    )
}

impl Parts {
    fn literal(&self, form: u8) -> String {
        let sign = if self.negative { "-" } else { "" };
        let point = if self.fraction.is_empty() { "" } else { "." };
        let exponent = match (self.exponent, form % 4) {
            (0, 0) => String::new(),
            (exponent, 0 | 1) => format!("e{exponent}"),
            (exponent, 2) => format!("E{exponent:+}"),
            (exponent, _) => format!("e{exponent:+030}"),
        };
        format!("{sign}{}{point}{}{exponent}", self.whole, self.fraction)
    }

    /// The value × 10^`by` written out: the digits before the point and those after it, both
    /// without superfluous zeros.
    fn expanded(&self, by: i32) -> (String, String) {
        let zeros = "0".repeat(200);
        let digits = format!("{zeros}{}{}{zeros}", self.whole, self.fraction);
        let index = i32::try_from(200 + self.whole.len()).unwrap_or_default() + self.exponent + by;
        let (before, after) = digits.split_at(usize::try_from(index).unwrap_or_default());
        (before.trim_start_matches('0').to_owned(), after.trim_end_matches('0').to_owned())
    }

    fn scaled(&self, indices: i32, limit: i64) -> Scaled {
        let (whole, fraction) = self.expanded(indices);
        if whole.is_empty() && fraction.is_empty() {
            return if limit < 0 { Scaled::TooLarge } else { Scaled::Whole(0) };
        }
        if self.negative {
            return Scaled::Negative;
        }
        let whole = if whole.is_empty() { Ok(0) } else { whole.parse::<i128>() };
        match whole {
            Ok(whole) if whole < i128::from(limit) && !fraction.is_empty() => Scaled::Fraction,
            Ok(whole) if whole <= i128::from(limit) && fraction.is_empty() => {
                i64::try_from(whole).map_or(Scaled::TooLarge, Scaled::Whole)
            }
            _ => Scaled::TooLarge,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn any_sequence_of_pieces_is_judged_alike(text in pieces(PIECES, 12)) {
        check_against_serde(&text)?;
    }

    #[test]
    fn any_string_is_judged_alike(inside in pieces(PIECES, 8)) {
        check_against_serde(&format!("\"{inside}\""))?;
        check_against_serde(&format!("{{\"{inside}\":[\"{inside}\"]}}"))?;
    }

    #[test]
    fn any_text_is_judged_alike(text in any::<String>()) {
        check_against_serde(&text)?;
    }

    #[test]
    fn any_number_is_judged_alike(text in pieces(NUMBER_PIECES, 6)) {
        check_against_serde(&text)?;
        check_against_serde(&format!("[{text},{text}]"))?;
        let theirs = serde_json::from_str::<Value>(&text);
        if theirs.as_ref().err().is_none_or(|error| !error.to_string().contains("out of range")) {
            prop_assert_eq!(scaled(&text, 0, i64::MAX) != Scaled::NotANumber, theirs.is_ok());
        }
    }

    #[test]
    fn valid_json_is_read_as_it_was_written((node, written) in written_node()) {
        prop_assert_eq!(parse(&written), Ok(node));
        check_against_serde(&written)?;
    }

    #[test]
    fn changed_json_is_judged_alike(
        (_, written) in written_node(),
        changes in prop::collection::vec(change(), 1..4),
    ) {
        check_against_serde(&changed(&written, &changes))?;
    }

    #[test]
    fn json_cut_short_has_ended(
        (_, written) in written_node(),
        index in any::<prop::sample::Index>(),
    ) {
        let cut: String = written.chars().take(index.index(written.len())).collect();
        check_against_serde(&cut)?;
        // A number may be complete sooner, or break off where only a digit could follow.
        if let Err(mistake) = parse(&cut) {
            prop_assert!(matches!(mistake.reason, Reason::Ended | Reason::Number), "{cut:?}");
        }
    }

    #[test]
    fn what_is_written_is_read_back(node in any_node()) {
        let written = compact(&node);
        prop_assert_eq!(serde_json::from_str::<Value>(&written).ok(), to_value(&node));
        prop_assert_eq!(parse(&written), Ok(node));
    }

    #[test]
    fn strings_are_written_as_serde_writes_them(text in any_text()) {
        let mut written = String::from("¥");
        push_text(&mut written, &text);
        let theirs = serde_json::to_string(&text).unwrap_or_default();
        prop_assert_eq!(written, format!("¥{theirs}"));
    }

    #[test]
    fn an_excerpt_is_the_beginning(node in any_node()) {
        let whole = compact(&node);
        let expected = if whole.chars().count() > MAX_EXCERPT {
            whole.chars().take(MAX_EXCERPT - 1).chain(['…']).collect()
        } else {
            whole
        };
        prop_assert_eq!(node.excerpt(), expected);
    }

    #[test]
    fn depth_is_the_only_other_difference(depth in 0..2 * MAX_DEPTH, maps in any::<u64>()) {
        let kinds = (0..depth).map(|level| maps >> level & 1 == 1).collect::<Vec<_>>();
        let open: String = kinds.iter().map(|map| if *map { "{\"a\":" } else { "[" }).collect();
        let close: String = kinds.iter().rev().map(|map| if *map { '}' } else { ']' }).collect();
        let text = format!("{open}1{close}");
        check_against_serde(&text)?;
        prop_assert_eq!(parse(&text).is_ok(), depth <= MAX_DEPTH);
    }

    #[test]
    fn literals_are_scaled_exactly(
        parts in parts(),
        form in any::<u8>(),
        indices in -30..30_i32,
        limit in prop_oneof![Just(i64::MAX), Just(0), any::<i64>(), -2..2000_i64],
    ) {
        let literal = parts.literal(form);
        prop_assert_eq!(scaled(&literal, indices, limit), parts.scaled(indices, limit), "{}", literal);
    }

    /// The limits that matter are those next to the value itself.
    #[test]
    fn the_limit_is_exact(
        whole in 0..=i64::MAX,
        fraction in "0{0,20}[0-9]",
        off in -2..=2_i64,
    ) {
        let parts = Parts { negative: false, whole: whole.to_string(), fraction, exponent: 0 };
        let limit = whole.saturating_add(off);
        prop_assert_eq!(scaled(&parts.literal(0), 0, limit), parts.scaled(0, limit));
    }

    #[test]
    fn shifting_is_exact(parts in parts(), form in any::<u8>(), by in -60..60_i32) {
        let (whole, fraction) = parts.expanded(by);
        let zero = whole.is_empty() && fraction.is_empty();
        let sign = if parts.negative && !zero { "-" } else { "" };
        let whole = if whole.is_empty() { "0" } else { &whole };
        let point = if fraction.is_empty() { "" } else { "." };
        let expected = format!("{sign}{whole}{point}{fraction}");
        prop_assert_eq!(shift(&parts.literal(form), by), Some(expected));
    }

    #[test]
    fn shifting_and_scaling_agree(parts in parts(), form in any::<u8>(), by in -60..60_i32) {
        let literal = parts.literal(form);
        let shifted = shift(&literal, by).unwrap_or_default();
        prop_assert_eq!(scaled(&shifted, 2, i64::MAX), scaled(&literal, by + 2, i64::MAX));
        prop_assert_eq!(shift(&shifted, 0), Some(shifted));
    }

    #[test]
    fn units_are_written_and_read_back(value in any::<i64>(), short in 0..64, indices in 0..30_u32) {
        let value = value >> short;
        let mut written = String::new();
        push_scaled(&mut written, value, indices);

        let width = usize::try_from(indices).unwrap_or_default();
        let digits = format!("{:0>1$}", value.unsigned_abs(), width + 1);
        let (whole, fraction) = digits.split_at(digits.len() - width);
        let point = if width == 0 { "" } else { "." };
        let sign = if value < 0 { "-" } else { "" };
        prop_assert_eq!(&written, &format!("{sign}{whole}{point}{fraction}"));

        let indices = i32::try_from(indices).unwrap_or_default();
        let magnitude = scaled(written.trim_start_matches('-'), indices, i64::MAX);
        let expected = i64::try_from(value.unsigned_abs()).map_or(Scaled::TooLarge, Scaled::Whole);
        prop_assert_eq!(magnitude, expected);
    }
}
