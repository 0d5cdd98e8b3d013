//! Conversions of one value: from a node of JSON to a cell of a record, and back.

use super::Shape;
use super::parser::Member;
use crate::fault::Code;
use crate::field::{Choice, Field, Kind, TEXT_LIMIT};
use crate::json::Node;
use crate::quantity::date::{DateError, FIRST_YEAR, LAST_YEAR, push_date};
use crate::quantity::decimal::{Scaled, push_scaled, scaled};
use crate::quantity::{Date, GREATEST, MILLION};
use crate::record::{Cell, Cells};
use crate::text::split_once_at;

/// Parses a value; `None` if the kind of the field is a list.
pub(super) fn single(field: &Field, node: &Node<'_>) -> Option<Result<Cell, Code>> {
    match field.kind {
        Kind::Dates | Kind::Periods => None,
        Kind::Text => Some(text(node).map(|text| Cell::Text(text.into()))),
        Kind::Year
        | Kind::Count(_)
        | Kind::Money
        | Kind::Share
        | Kind::Flag
        | Kind::Choice(_)
        | Kind::Date => Some(number(field.kind, node).map(Cell::Number)),
    }
}

pub(super) fn text<'n>(node: &'n Node<'_>) -> Result<&'n str, Code> {
    match node {
        Node::Text(text) if TEXT_LIMIT < text.chars().count() => Err(Code::TextTooLong),
        Node::Text(text) => Ok(text),
        Node::Null | Node::Bool(_) | Node::Number(_) | Node::List(_) | Node::Map(_) => {
            Err(Code::NotText)
        }
    }
}

/// Parses a value that is stored as a number.
pub(super) fn number(kind: Kind, node: &Node<'_>) -> Result<i64, Code> {
    match (kind, node) {
        (Kind::Count(&(least, most)), Node::Number(text)) => {
            whole(text, least, most, Code::NotACount)
        }
        (Kind::Count(..), _) => Err(Code::NotACount),
        (Kind::Year, Node::Number(text)) => whole(text, FIRST_YEAR, LAST_YEAR, Code::NotAYear),
        (Kind::Year, _) => Err(Code::NotAYear),
        (Kind::Money, node) => decimal(node, 2, GREATEST, Code::NotMoney),
        (Kind::Share, node) => decimal(node, 4, MILLION, Code::NotAShare),
        (Kind::Flag, Node::Bool(flag)) => Ok(i64::from(*flag)),
        (Kind::Flag, _) => Err(Code::NotAFlag),
        (Kind::Choice(choices), Node::Text(text)) => choice_of(choices, text),
        (Kind::Choice(_), _) => Err(Code::NotAChoice),
        // The items of a list of dates are parsed as single dates; `single` excludes the others.
        (Kind::Date | Kind::Dates | Kind::Periods | Kind::Text, Node::Text(text)) => {
            match text.parse::<Date>() {
                Ok(date) => Ok(date.day_number()),
                Err(DateError::OutOfRange) => Err(Code::OutOfRange),
                Err(DateError::Unknown) => Err(Code::NotADate),
            }
        }
        (Kind::Date | Kind::Dates | Kind::Periods | Kind::Text, _) => Err(Code::NotADate),
    }
}

fn whole(text: &str, least: i64, most: i64, otherwise: Code) -> Result<i64, Code> {
    match scaled(text, 0, most) {
        Scaled::Whole(number) if least <= number => Ok(number),
        Scaled::Whole(_) | Scaled::Negative | Scaled::TooLarge => Err(Code::OutOfRange),
        Scaled::Fraction | Scaled::NotANumber => Err(otherwise),
    }
}

/// Parses a decimal that is given as a number or as a string of plain digits.
fn decimal(node: &Node<'_>, decimals: i32, most: i64, otherwise: Code) -> Result<i64, Code> {
    let text = match node {
        Node::Number(text) => text,
        Node::Text(text) if plain(text, decimals) => text,
        Node::Null | Node::Bool(_) | Node::Text(_) | Node::List(_) | Node::Map(_) => {
            return Err(otherwise);
        }
    };
    whole_of(scaled(text, decimals, most), otherwise)
}

fn whole_of(number: Scaled, otherwise: Code) -> Result<i64, Code> {
    match number {
        Scaled::Whole(number) => Ok(number),
        Scaled::Negative | Scaled::TooLarge => Err(Code::OutOfRange),
        Scaled::Fraction | Scaled::NotANumber => Err(otherwise),
    }
}

/// Whether a text is plain digits, with at most `decimals` decimals.
fn plain(text: &str, decimals: i32) -> bool {
    let (whole, fraction) = split_once_at(text, b'.').map_or((text, None), |(w, d)| (w, Some(d)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction
            .is_none_or(|it| digits(it) && i32::try_from(it.len()).is_ok_and(|n| n <= decimals))
}

fn choice_of(choices: &[Choice], text: &str) -> Result<i64, Code> {
    let index = choices.iter().position(|choice| choice.key() == text).ok_or(Code::NotAChoice)?;
    i64::try_from(index).map_err(|_| Code::NotAChoice)
}

/// Whether a character is white space in Rust, Python or JavaScript.
pub(crate) fn blank(character: char) -> bool {
    character.is_whitespace() || character == '\u{feff}'
}

/// Returns the given facts as members of a JSON object.
pub(crate) fn members(shape: &Shape, cells: &Cells) -> Vec<Member<'static>> {
    let fields = (0..).zip(shape.fields);
    fields
        .filter(|(index, _)| cells.given.has(*index))
        .map(|(index, field)| (field.key().into(), node_of(field, cells.cell(index))))
        .collect()
}

/// Returns a cell as JSON.
pub(crate) fn node_of(field: &Field, cell: &Cell) -> Node<'static> {
    node_of_kind(field.kind, cell)
}

/// Returns a cell of a field of this kind as JSON.
pub(crate) fn node_of_kind(kind: Kind, cell: &Cell) -> Node<'static> {
    match (cell, kind) {
        (Cell::Unknown, _) => Node::Null,
        (Cell::Text(text), _) => Node::Text(text.to_string().into()),
        (Cell::Number(number), _) => number_node(kind, *number),
        (Cell::Intervals(days), Kind::Dates) => {
            Node::List(days.iter().map(|day| date_node(Some(day.start))).collect())
        }
        (Cell::Intervals(periods), _) => Node::List(
            periods
                .iter()
                .map(|period| {
                    let in_enterprise = period.in_enterprise.map_or(Node::Null, Node::Bool);
                    Node::Map(vec![
                        ("start".into(), date_node(Some(period.start))),
                        ("end".into(), date_node(period.end)),
                        ("in_enterprise".into(), in_enterprise),
                    ])
                })
                .collect(),
        ),
    }
}

/// Returns the number of a field of this kind as JSON.
pub(crate) fn number_node(kind: Kind, number: i64) -> Node<'static> {
    let scaled = || {
        let mut text = String::new();
        push_scaled(&mut text, number, kind.decimals());
        text.into()
    };
    match kind {
        Kind::Flag => Node::Bool(number != 0),
        Kind::Date => date_node(Some(number)),
        Kind::Choice(choices) => {
            let choice = usize::try_from(number).ok().and_then(|index| choices.get(index));
            choice.map_or(Node::Null, |choice| Node::Text(choice.key().into()))
        }
        Kind::Money | Kind::Share => Node::Text(scaled()),
        Kind::Text | Kind::Year | Kind::Count(_) | Kind::Dates | Kind::Periods => {
            Node::Number(scaled())
        }
    }
}

pub(super) fn date_node(day: Option<i64>) -> Node<'static> {
    day.map_or(Node::Null, |day| {
        let mut text = String::new();
        push_date(&mut text, day);
        Node::Text(text.into())
    })
}
