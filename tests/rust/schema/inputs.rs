//! Random JSON inputs near the bounds, valid and invalid.

use chanjiao::{Field, FieldKind, Rule};
use chanjiao_tests::Draw;

type Members = Vec<(String, String)>;

/// An input for these fields and rules: a valid one with up to three values spoiled.
pub fn input(draw: &mut Draw, fields: &[Field], rules: &[Rule]) -> String {
    if draw.one_in(200) {
        return draw.of(ODD).to_owned();
    }
    let mut members: Members = Vec::new();
    for field in fields {
        if field.required || draw.one_in(3) {
            members.push((field.key().to_owned(), valid(draw, field)));
        }
    }
    if !rules.is_empty() && draw.one_in(3) {
        members.push(("explanations".to_owned(), explanations(draw, rules)));
    }
    for _ in 0..[0, 0, 1, 1, 2, 3][draw.below(6)] {
        spoil(draw, fields, &mut members);
    }
    object(&members)
}

fn spoil(draw: &mut Draw, fields: &[Field], members: &mut Members) {
    let field = &fields[draw.below(fields.len())];
    let value = match draw.below(12) {
        0 => return members.push((field.key().to_uppercase(), "null".to_owned())),
        1 => return members.push((draw.of(KEYS).to_owned(), draw.of(ODD).to_owned())),
        2 => return members.retain(|(key, _)| key != field.key()),
        3 => return members.push((field.key().to_owned(), valid(draw, field))),
        4 => draw.of(ODD).to_owned(),
        5 => "null".to_owned(),
        _ => invalid(draw, field),
    };
    members.retain(|(key, _)| key != field.key());
    members.push((field.key().to_owned(), value));
}

/// A value that the field accepts.
fn valid(draw: &mut Draw, field: &Field) -> String {
    if !field.required && draw.one_in(12) {
        return "null".to_owned();
    }
    match field.kind {
        FieldKind::Text => {
            let text = ["", "某单位", "a\\n\\u0000", "\\ud83d\\ude00"][draw.below(4)];
            let times = [1, 1, 7, 125][draw.below(4)];
            quoted(&text.repeat(times))
        }
        FieldKind::Year => draw.of(&["1900", "2024", "2999", "2024.0", "2.024e3"]).to_owned(),
        FieldKind::Count(&(least, most)) => match draw.below(8) {
            0 => most.to_string(),
            1 => format!("{most}.0"),
            2 => format!("{}e0", most - 1),
            3 => format!("{least}.000"),
            step => (least + i64::try_from(step).expect("a step") - 4).to_string(),
        },
        FieldKind::Money => match draw.below(3) {
            0 => quoted(&amount(draw, "90071992547409.91")),
            1 => draw.of(&["0", "-0", "0.5", "0.07", "1e2", "12.300", "1.505e1"]).to_owned(),
            _ => draw.of(&["90071992547409.91", "90071992547409", "100000000"]).to_owned(),
        },
        FieldKind::Share => match draw.below(2) {
            0 => quoted(&amount(draw, "100.0000")),
            _ => draw.of(&["0", "0.5", "1e-4", "99.9999", "100", "100.000000"]).to_owned(),
        },
        FieldKind::Flag => draw.of(&["true", "false"]).to_owned(),
        FieldKind::Choice(choices) => quoted(choices[draw.below(choices.len())].key()),
        FieldKind::Date => day(draw),
        FieldKind::Dates => list(draw, day),
        FieldKind::Periods => list(draw, |draw| {
            let mut members = vec![("start".to_owned(), day(draw))];
            if draw.one_in(2) {
                let end = if draw.one_in(2) { "null".to_owned() } else { day(draw) };
                members.push(("end".to_owned(), end));
            }
            if draw.one_in(2) {
                let flag = draw.of(&["true", "false", "null"]).to_owned();
                members.insert(0, ("in_enterprise".to_owned(), flag));
            }
            object(&members)
        }),
        other => panic!("no values of {other:?}"),
    }
}

/// A value that the field probably rejects.
fn invalid(draw: &mut Draw, field: &Field) -> String {
    match field.kind {
        FieldKind::Text => {
            quoted(&["长", "\\ud83d\\ude00"][draw.below(2)].repeat(499 + draw.below(4)))
        }
        FieldKind::Count(&(least, most)) => match draw.below(6) {
            0 => (least - 1).to_string(),
            1 => (most + 1).to_string(),
            2 => format!("{}.5", most - 1),
            3 => format!("{most}.5"),
            _ => draw.of(NUMBERS).to_owned(),
        },
        FieldKind::Year => draw.of(&["1899", "3000", "2024.5", "\"2024\"", "-2024"]).to_owned(),
        FieldKind::Money | FieldKind::Share => {
            let greatest =
                if field.key().ends_with("_yuan") { "90071992547409.91" } else { "100.0000" };
            match draw.below(5) {
                0 => quoted(&amount(draw, greatest)),
                1 => amount(draw, greatest),
                2 => quoted(&[amount(draw, greatest).as_str(), draw.of(TAILS)].concat()),
                3 => quoted(&[draw.of(&["-", "+", " ", "0", "0", "."]), "1"].concat()),
                _ => draw.of(NUMBERS).to_owned(),
            }
        }
        FieldKind::Flag => draw.of(&["0", "1", "\"true\"", "\"是\"", "[]"]).to_owned(),
        FieldKind::Choice(choices) => {
            let key = choices[draw.below(choices.len())].key();
            quoted(&[key.to_uppercase(), format!("{key} "), key[1..].to_owned()][draw.below(3)])
        }
        FieldKind::Date => invalid_day(draw),
        FieldKind::Dates => list(draw, invalid_day),
        FieldKind::Periods => list(draw, |draw| {
            let mut members = Members::new();
            for key in ["start", "end", "in_enterprise", "start", "as_of"] {
                if draw.one_in(2) {
                    let value = match draw.below(4) {
                        0 => invalid_day(draw),
                        1 => draw.of(ODD).to_owned(),
                        2 => draw.of(&["true", "null"]).to_owned(),
                        _ => day(draw),
                    };
                    members.push((key.to_owned(), value));
                }
            }
            if draw.one_in(5) { draw.of(ODD).to_owned() } else { object(&members) }
        }),
        other => panic!("no values of {other:?}"),
    }
}

/// A decimal near `greatest`: some digits are dropped, and digits from a random place on changed.
fn amount(draw: &mut Draw, greatest: &str) -> String {
    let mut digits: Vec<char> = greatest.chars().collect();
    let point = digits.iter().position(|it| *it == '.').expect("a point");
    let from = draw.below(digits.len());
    if from != point && draw.one_in(2) {
        for digit in &mut digits[from..] {
            if *digit != '.' && draw.one_in(2) {
                *digit = char::from(b"0123456789"[draw.below(10)]);
            }
        }
    }
    // Fewer digits before the point, and fewer or more after it.
    let start = if draw.one_in(2) { draw.below(point) } else { 0 };
    let mut text: String = digits[start..].iter().collect();
    match draw.below(4) {
        0 => text.truncate(point - start),
        1 => text.truncate(text.len().min(point - start + 2)),
        2 if draw.one_in(4) => text.push(draw.of(&["0", "1", "9"]).chars().next().expect("one")),
        _ => {}
    }
    let whole = text.split('.').next().unwrap_or_default().len();
    let zeros = text.bytes().take(whole - 1).take_while(|byte| *byte == b'0').count();
    text[zeros..].to_owned()
}

fn day(draw: &mut Draw) -> String {
    let days = ["1900-01-01", "2000-02-29", "2019-01-01", "2024-02-29", "2024-04-30", "2999-12-31"];
    quoted(draw.of(&days))
}

fn invalid_day(draw: &mut Draw) -> String {
    let days = [
        "1899-12-31",
        "3000-01-01",
        "1900-02-29",
        "2023-02-29",
        "2024-02-30",
        "2024-04-31",
        "2024-13-01",
        "2024-00-10",
        "2024-01-00",
        "2024-1-1",
        "20240101",
        "2024/01/01",
        "2024-01-01T00:00:00Z",
        "2024-01-01 ",
        "2024-01-01\\n",
        "２０２４-01-01",
        "-2024-01-01",
        "02024-01-01",
        "2024年1月1日",
        "",
    ];
    if draw.one_in(8) { draw.of(ODD).to_owned() } else { quoted(draw.of(&days)) }
}

fn explanations(draw: &mut Draw, rules: &[Rule]) -> String {
    let texts = [
        "\"理由\"",
        "null",
        "\"\\ufeff \\u3000.\"",
        "\"\"",
        "\" \\u3000\\t\"",
        "\"\\u0085\\u00a0\\ufeff\\u2029\"",
        "\"\\u180e\"",
        "\"\\u200b\"",
        "true",
    ];
    let mut members = Members::new();
    for rule in rules {
        if draw.one_in(if rule.explainable() { 3 } else { 40 }) {
            let text = match draw.below(12) {
                0 => quoted(&"由".repeat(1_999 + draw.below(3))),
                1..=3 => draw.of(&texts).to_owned(),
                _ => texts[draw.below(3)].to_owned(),
            };
            members.push((rule.id.to_owned(), text));
        }
    }
    if draw.one_in(20) { draw.of(ODD).to_owned() } else { object(&members) }
}

fn list(draw: &mut Draw, mut item: impl FnMut(&mut Draw) -> String) -> String {
    let items: Vec<String> = (0..draw.below(4)).map(|_| item(draw)).collect();
    format!("[{}]", items.join(","))
}

fn object(members: &Members) -> String {
    let members: Vec<String> =
        members.iter().map(|(key, value)| format!("{}:{value}", quoted(key))).collect();
    format!("{{{}}}", members.join(","))
}

/// Quotes a text that is already escaped.
fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

const KEYS: &[&str] = &["x", "", "年度", "explanation", "a/b~c", "toString", "__proto__"];

/// Values of every JSON type.
const ODD: &[&str] = &[
    "null",
    "true",
    "0",
    "-1",
    "\"\"",
    "\"x\"",
    "[]",
    "{}",
    "[null]",
    "[[]]",
    "[\"2024-01-01\"]",
    "[{\"start\":\"2024-01-01\",\"end\":\"2023-01-01\"}]",
    "{\"a\":1,\"a\":{\"b\":1,\"b\":1}}",
];

/// Numbers near the limits, in all notations.
const NUMBERS: &[&str] = &[
    "-1",
    "-0.01",
    "-1e-400",
    "1e-400",
    "0.001",
    "0.00001",
    "1.005",
    "1e-3",
    "1e14",
    "1e16",
    "1e300",
    "100.0001",
    "100.00001",
    "90071992547409.92",
    "90071992547409.915",
    "90071992547409.912",
    "9007199254740991.2",
    "9007199254740992",
    "9007199254740993",
    "18446744073709551616",
    "2.00000000000000000001",
    "0.10000000000000000001",
    "100.00000000000000000001",
];

const TAILS: &[&str] = &["0", "00", ".", ".0", ".00", "e0", " ", "\\n", "元", ",00"];
