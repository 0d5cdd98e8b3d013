//! Texts that are JSON and texts that are not.

use std::borrow::Cow;

use super::Reason::{
    ControlCharacter, Ended, Escape, LoneSurrogate, Number, TooDeep, TooLarge, Trailing, Unexpected,
};
use super::{MAX_DEPTH, MAX_TEXT, MAX_VALUES, Node, ParseError, Reason, parse, push_text};

/// Texts that are JSON, and their compact form, by the sections of RFC 8259.
const ACCEPTED: &[(&str, &str)] = &[
    // 2 and 3: any value is a text; white space around each of the six structural characters.
    ("null", "null"),
    ("true", "true"),
    ("false", "false"),
    (" \t\r\n null \t\r\n ", "null"),
    ("\n[\r{\t\"a\"\n:\r1\t}\n,\r2\t]\n", "[{\"a\":1},2]"),
    // 6: numbers keep their text.
    ("0", "0"),
    ("-0", "-0"),
    ("-0.0e-0", "-0.0e-0"),
    ("7", "7"),
    ("10", "10"),
    ("1.50", "1.50"),
    ("0.001", "0.001"),
    ("-1.5E+07", "-1.5E+07"),
    ("1e00", "1e00"),
    ("0e1", "0e1"),
    ("0E+1", "0E+1"),
    ("20e1", "20e1"),
    ("1E-2", "1E-2"),
    ("-0.0", "-0.0"),
    ("123456789012345678901234567890.123456789", "123456789012345678901234567890.123456789"),
    ("1e999999999999999999999", "1e999999999999999999999"),
    // 6 does not permit these numbers; they are parsed so that they can be reported as faults.
    ("NaN", "NaN"),
    ("[Infinity,-Infinity , NaN]", "[Infinity,-Infinity,NaN]"),
    // 7 and 8: strings.
    (r#""""#, r#""""#),
    (r#""a""#, r#""a""#),
    (r#""餐饮 😀""#, r#""餐饮 😀""#),
    (r#""\"\\\/\b\f\n\r\t""#, r#""\"\\/\b\f\n\r\t""#),
    (r#""\u0041\u00e9\u4E2d\uFFFF""#, "\"Aé中\u{ffff}\""),
    (r#""\uD83D\uDE00\uD800\uDC00\uDBFF\uDFFF""#, "\"😀\u{10000}\u{10ffff}\""),
    (r#""\u0000\u001F\u000a""#, r#""\u0000\u001f\n""#),
    (r#""\ud7ff\ue000""#, "\"\u{d7ff}\u{e000}\""),
    ("\"\u{7f}\u{80}\u{2028}\u{2029}\u{feff}\"", "\"\u{7f}\u{80}\u{2028}\u{2029}\u{feff}\""),
    (r#""\"\u0022\\\u005C\/\u002f""#, r#""\"\"\\\\//""#),
    (
        "\"\u{20}\u{21}\u{23}\u{5b}\u{5d}\u{10ffff}\"",
        "\"\u{20}\u{21}\u{23}\u{5b}\u{5d}\u{10ffff}\"",
    ),
    (r#""\uFDD0\uFFFE\uDBFF\uDFFE""#, "\"\u{fdd0}\u{fffe}\u{10fffe}\""),
    (r#""// no /* comment */""#, r#""// no /* comment */""#),
    // 5: arrays of any values.
    ("[]", "[]"),
    ("[ ]", "[]"),
    ("[[]   ]", "[[]]"),
    ("[1 , 2\n,\t3]", "[1,2,3]"),
    ("[null,true,false,0,\"\",[],{}]", "[null,true,false,0,\"\",[],{}]"),
    // 4: objects; a duplicate name is valid JSON, and a fault only in a record.
    ("{}", "{}"),
    ("{ }", "{}"),
    (r#"{"":0}"#, r#"{"":0}"#),
    (r#" { "a" : 1 , "b" : [ { } ] } "#, r#"{"a":1,"b":[{}]}"#),
    (r#"{"a":1,"a":2,"A":3}"#, r#"{"a":1,"a":2,"A":3}"#),
    (r#"{"b":1,"a":2}"#, r#"{"b":1,"a":2}"#),
    (r#"{"\u0061\n":1}"#, r#"{"a\n":1}"#),
    (r#"{"a\u0000b":{"":[{}]}}"#, r#"{"a\u0000b":{"":[{}]}}"#),
];

/// Texts that are not JSON, with the reason, the line and the column.
const REJECTED: &[(&str, Reason, usize, usize)] = &[
    // Incomplete texts.
    ("", Ended, 1, 1),
    (" \n\t", Ended, 2, 2),
    ("[", Ended, 1, 2),
    ("[1", Ended, 1, 3),
    ("[1,", Ended, 1, 4),
    ("{", Ended, 1, 2),
    (r#"{"a""#, Ended, 1, 5),
    (r#"{"a":"#, Ended, 1, 6),
    (r#"{"a":1"#, Ended, 1, 7),
    (r#"{"a":1,"#, Ended, 1, 8),
    ("\"", Ended, 1, 2),
    (r#""中"#, Ended, 1, 3),
    (r#""\"#, Ended, 1, 3),
    (r#""\u12"#, Ended, 1, 6),
    (r#""\ud83d"#, Ended, 1, 8),
    (r#""\ud83d\"#, Ended, 1, 9),
    (r#""\ud83d\ude0"#, Ended, 1, 13),
    ("tru", Ended, 1, 4),
    ("-Inf", Ended, 1, 5),
    // Literals.
    ("True", Unexpected, 1, 1),
    ("nul1", Unexpected, 1, 4),
    ("[nan]", Unexpected, 1, 3),
    ("[-Info]", Unexpected, 1, 6),
    ("NULL", Unexpected, 1, 2),
    ("TRUE", Unexpected, 1, 1),
    ("truefalse", Trailing, 1, 5),
    ("undefined", Unexpected, 1, 1),
    ("é", Unexpected, 1, 1),
    // Numbers.
    ("01", Number, 1, 1),
    ("-01", Number, 1, 1),
    ("[1, 00]", Number, 1, 5),
    ("1.", Number, 1, 1),
    ("[1.]", Number, 1, 2),
    (".5", Number, 1, 1),
    ("-.5", Number, 1, 1),
    ("+1", Number, 1, 1),
    ("1e", Number, 1, 1),
    ("1e+", Number, 1, 1),
    ("1.e5", Number, 1, 1),
    ("1e5.5", Number, 1, 1),
    ("1ee2", Number, 1, 1),
    ("1eE2", Number, 1, 1),
    ("1e+-2", Number, 1, 1),
    ("0e", Number, 1, 1),
    ("0.3e+", Number, 1, 1),
    ("0.e1", Number, 1, 1),
    ("-0.", Number, 1, 1),
    ("-e1", Number, 1, 1),
    ("1+2", Number, 1, 1),
    (".", Number, 1, 1),
    ("1.2.3", Number, 1, 1),
    ("1-2", Number, 1, 1),
    ("-", Number, 1, 1),
    ("--1", Number, 1, 1),
    ("-NaN", Number, 1, 1),
    ("--Infinity", Number, 1, 1),
    ("1.Infinity", Number, 1, 1),
    ("+Infinity", Number, 1, 1),
    ("[0x10]", Unexpected, 1, 3),
    ("[1a]", Unexpected, 1, 3),
    ("[1 000]", Unexpected, 1, 4),
    ("1,5", Trailing, 1, 2),
    ("[Inf]", Unexpected, 1, 5),
    ("[1_000]", Unexpected, 1, 3),
    ("[１]", Unexpected, 1, 2),
    // Strings.
    ("'a'", Unexpected, 1, 1),
    ("[“a”]", Unexpected, 1, 2),
    ("\"a\tb\"", ControlCharacter, 1, 3),
    ("\"中\n\"", ControlCharacter, 1, 3),
    ("\"\u{0}\"", ControlCharacter, 1, 2),
    ("\"\u{1f}\"", ControlCharacter, 1, 2),
    (r#""a\x41""#, Escape, 1, 3),
    (r#""\a""#, Escape, 1, 2),
    (r#""\0""#, Escape, 1, 2),
    ("\"\\\n\"", Escape, 1, 2),
    (r#""\u{41}""#, Escape, 1, 2),
    (r#""a"b""#, Trailing, 1, 4),
    (r#""\'""#, Escape, 1, 2),
    (r#""\U0041""#, Escape, 1, 2),
    (r#""\é""#, Escape, 1, 2),
    (r#""\u12G4""#, Escape, 1, 2),
    (r#""\u+123""#, Escape, 1, 2),
    (r#""\u123""#, Escape, 1, 2),
    (r#""\u123中""#, Escape, 1, 2),
    (r#""\ud83d\u12""#, Escape, 1, 2),
    (r#""a\ud83d""#, LoneSurrogate, 1, 3),
    (r#""\ude00""#, LoneSurrogate, 1, 2),
    (r#""\ude00\ud83d""#, LoneSurrogate, 1, 2),
    (r#""\ud83d\ud83d\ude00""#, LoneSurrogate, 1, 2),
    (r#""\ude00\ude00""#, LoneSurrogate, 1, 2),
    (r#""\ud83d\u0041""#, LoneSurrogate, 1, 2),
    (r#""\ud83d\ue000""#, LoneSurrogate, 1, 2),
    (r#""\ud83d\n""#, LoneSurrogate, 1, 2),
    (r#""\ud83dde00""#, LoneSurrogate, 1, 2),
    // Lists and maps.
    ("[1,]", Unexpected, 1, 4),
    ("[,1]", Unexpected, 1, 2),
    ("[1,,2]", Unexpected, 1, 4),
    ("[1 2]", Unexpected, 1, 4),
    ("[1}", Unexpected, 1, 3),
    ("[1;2]", Unexpected, 1, 3),
    ("[,]", Unexpected, 1, 2),
    ("[\"a\",\n4\n,1,", Ended, 3, 4),
    ("]", Unexpected, 1, 1),
    (r#"{"a":1,}"#, Unexpected, 1, 8),
    ("{,}", Unexpected, 1, 2),
    (r#"{"a"}"#, Unexpected, 1, 5),
    (r#"{"a",1}"#, Unexpected, 1, 5),
    (r#"{"a"::1}"#, Unexpected, 1, 6),
    (r#"{"a":}"#, Unexpected, 1, 6),
    (r#"{"a":1 "b":2}"#, Unexpected, 1, 8),
    (r#"{"a":1]"#, Unexpected, 1, 7),
    ("{a:1}", Unexpected, 1, 2),
    ("{'a':1}", Unexpected, 1, 2),
    ("{[]:1}", Unexpected, 1, 2),
    (r#"{"a" b}"#, Unexpected, 1, 6),
    (r#"{"a":1,,"b":2}"#, Unexpected, 1, 8),
    ("{1:1}", Unexpected, 1, 2),
    ("{null:1}", Unexpected, 1, 2),
    // Around the value.
    ("\u{feff}{}", Unexpected, 1, 1),
    ("[\u{a0}1]", Unexpected, 1, 2),
    ("[\u{b}1]", Unexpected, 1, 2),
    ("[\u{85}1]", Unexpected, 1, 2),
    ("[\u{2028}1]", Unexpected, 1, 2),
    ("[\u{2060}1]", Unexpected, 1, 2),
    ("# a\n1", Unexpected, 1, 1),
    ("[\u{c}1]", Unexpected, 1, 2),
    ("[\u{3000}1]", Unexpected, 1, 2),
    ("// a\n1", Unexpected, 1, 1),
    ("[1 /* a */]", Unexpected, 1, 4),
    ("1 2", Trailing, 1, 3),
    ("{}{}", Trailing, 1, 3),
    ("[]]", Trailing, 1, 3),
    ("nulll", Trailing, 1, 5),
    ("NaN1", Trailing, 1, 4),
    ("\"\"中", Trailing, 1, 3),
    ("1\u{0}", Trailing, 1, 2),
    ("1\u{feff}", Trailing, 1, 2),
    // Positions: columns count characters, and a carriage return does not end a line.
    ("{\n  \"金额\": 1,\n  \"税率\": ?\n}", Unexpected, 3, 9),
    ("[\r\n1,\r\n\r\n?]", Unexpected, 4, 1),
    ("[\r?]", Unexpected, 1, 3),
    ("[\"😀é\", ?]", Unexpected, 1, 8),
];

fn compact(node: &Node<'_>) -> String {
    let mut out = String::new();
    node.push_json(&mut out);
    out
}

fn rejection(text: &str) -> Option<Reason> {
    parse(text).err().map(|error| error.reason)
}

fn nested(depth: usize) -> String {
    "[".repeat(depth) + &"]".repeat(depth)
}

#[test]
fn json_is_accepted() {
    for (text, expected) in ACCEPTED {
        assert_eq!(parse(text).as_ref().map(compact).as_deref(), Ok(*expected), "{text:?}");
    }
}

#[test]
fn other_text_is_rejected_with_reason_and_position() {
    for (text, reason, line, column) in REJECTED {
        let error = ParseError { reason: *reason, line: *line, column: *column };
        assert_eq!(parse(text), Err(error), "{text:?}");
    }
}

#[test]
fn every_control_character_is_escaped_or_rejected() {
    for code in 0..0x20_u8 {
        let raw = char::from(code).to_string();
        assert_eq!(rejection(&format!("\"{raw}\"")), Some(ControlCharacter));
        let mut written = String::new();
        push_text(&mut written, &raw);
        assert_eq!(parse(&written), Ok(Node::Text(Cow::Owned(raw.clone()))));
        assert_eq!(parse(&format!("\"\\u{code:04X}\"")), Ok(Node::Text(Cow::Owned(raw))));
    }
}

#[test]
fn text_without_escapes_is_borrowed() {
    let node = parse(r#"{"名称":["餐饮",1.50,"a\nb"],"\u0061":0}"#);
    let Ok(Node::Map(members)) = &node else {
        panic!("{node:?}");
    };
    let [(plain, Node::List(items)), (escaped, _)] = members.as_slice() else {
        panic!("{node:?}");
    };
    assert!(matches!(plain, Cow::Borrowed("名称")));
    assert!(matches!(escaped, Cow::Owned(_)));
    assert!(matches!(
        items.as_slice(),
        [
            Node::Text(Cow::Borrowed("餐饮")),
            Node::Number(Cow::Borrowed("1.50")),
            Node::Text(Cow::Owned(_)),
        ]
    ));
}

#[test]
fn the_limits_are_exact() {
    assert_eq!(rejection(&nested(MAX_DEPTH)), None);
    assert_eq!(rejection(&format!("[1,{}]", nested(MAX_DEPTH - 1))), None);
    let too_deep = ParseError { reason: TooDeep, line: 1, column: MAX_DEPTH + 1 };
    assert_eq!(parse(&nested(MAX_DEPTH + 1)), Err(too_deep));
    assert_eq!(parse(&"[".repeat(MAX_TEXT)), Err(too_deep));
    assert_eq!(rejection(&"{\"\":".repeat(MAX_DEPTH + 1)), Some(TooDeep));
    // Siblings do not add to the depth.
    assert_eq!(rejection(&format!("[{}[]]", "[],".repeat(1000))), None);

    assert_eq!(rejection(&format!("[{}1]", "1,".repeat(MAX_VALUES - 2))), None);
    assert_eq!(rejection(&format!("[{}1]", "1,".repeat(MAX_VALUES - 1))), Some(TooLarge));
    assert_eq!(rejection(&format!("[{}[]]", "[],".repeat(MAX_VALUES - 1))), Some(TooLarge));

    let longest = format!("\"{}\"", "a".repeat(MAX_TEXT - 2));
    assert_eq!(rejection(&longest), None);
    let too_large = ParseError { reason: TooLarge, line: 1, column: 1 };
    assert_eq!(parse(&format!(" {longest}")), Err(too_large));
}

#[test]
fn an_excerpt_is_cut_at_eighty_characters() {
    for (text, expected) in [
        ("[1, 2]".to_owned(), "[1,2]".to_owned()),
        (format!("\"{}\"", "好".repeat(78)), format!("\"{}\"", "好".repeat(78))),
        (format!("\"{}\"", "好".repeat(79)), format!("\"{}…", "好".repeat(78))),
        ("9".repeat(80), "9".repeat(80)),
        ("9".repeat(81), format!("{}…", "9".repeat(79))),
        ("9".repeat(1_000_000), format!("{}…", "9".repeat(79))),
        (format!("\"{}\"", "😀".repeat(1_000_000)), format!("\"{}…", "😀".repeat(78))),
        (format!("[\"a{}\"]", "中".repeat(1_000_000)), format!("[\"a{}…", "中".repeat(76))),
        (format!("{{\"{}\":1}}", "a".repeat(1_000_000)), format!("{{\"{}…", "a".repeat(77))),
        (format!("[{}1]", "1,".repeat(90_000)), format!("[{}…", "1,".repeat(39))),
        (nested(MAX_DEPTH), nested(MAX_DEPTH)),
    ] {
        assert_eq!(parse(&text).map(|node| node.excerpt()), Ok(expected));
    }
}
