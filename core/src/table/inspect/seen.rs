//! The first values of a column.

#[cfg(feature = "intake")]
use crate::fault::{CellProblem, Code};
use crate::fault::{Fault, Faults};
use crate::field::{Field, Kind};
use crate::input::parse_cell;
use crate::input::value::node_of;
use crate::json::Node;
use crate::quantity::decimal::push_scaled;
use crate::subjects::Subject;
use crate::table::note::brief;
use crate::text::{Language, sentence, text};

/// A value as it stands in the table, and as it is read.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct SeenValue {
    /// Its line in a file, or its row in a frame, counted from 1.
    pub line: u64,
    /// The text of the cell, shortened if it is long.
    pub given: String,
    /// The value of the fact, as JSON has it: an amount of money is a string with its decimals;
    /// `None` if the cell has a fault.
    pub value: Option<Node<'static>>,
    /// The fault of the cell.
    pub fault: Option<Fault>,
}

impl SeenValue {
    pub(super) fn of(
        subject: &'static Subject,
        field: Option<&'static Field>,
        line: u64,
        given: &str,
        node: &Node<'_>,
    ) -> Self {
        let given = brief(given);
        let Some(field) = field else {
            // The explanations are an object of texts.
            return Self {
                line,
                given,
                value: Some(Node::Text(node.excerpt().into())),
                fault: None,
            };
        };
        let value = parse_cell(subject.shape, field, node).map(|cell| match (field.kind, &cell) {
            (Kind::Money, cell) => {
                cell.number().map_or(Node::Null, |fen| Node::Text(yuan_and_fen(fen).into()))
            }
            (_, cell) => node_of(field, cell),
        });
        let fault = if value.is_none() { fault_of(subject, field, node) } else { None };
        Self { line, given, value, fault }
    }

    /// A cell that has no certain value.
    #[cfg(feature = "intake")]
    pub(super) fn without_value(
        fact: &'static str,
        field: Option<&'static Field>,
        line: u64,
        given: &str,
        problem: CellProblem,
    ) -> Self {
        let fault = Fault {
            pointer: ["/", fact].concat(),
            code: Code::UnreadableCell,
            given: Node::Text(given.into()).excerpt(),
            field,
            cell: Some(problem),
            ..Fault::default()
        };
        Self { line, given: brief(given), value: None, fault: Some(fault) }
    }

    /// Returns the value in words, with the unit of its fact: `12005000.00 元`; `None` if the cell has
    /// a fault.
    #[must_use]
    pub fn words(&self, field: &Field, language: Language) -> Option<String> {
        let value = self.value.as_ref()?;
        let unit = || field.unit.map(|unit| unit.label().get(language)).unwrap_or_default();
        Some(match (value, field.choices()) {
            (Node::Bool(true), _) => text!("是", "yes").get(language).to_owned(),
            (Node::Bool(false), _) => text!("否", "no").get(language).to_owned(),
            (Node::Text(key), Some(choices)) => {
                let choice = choices.iter().find(|it| it.key() == key);
                choice.map_or(key.as_ref(), |it| it.label().get(language)).to_owned()
            }
            (Node::Number(number) | Node::Text(number), None) if field.unit.is_some() => {
                let unit = unit();
                if unit == "%" { format!("{number}%") } else { format!("{number} {unit}") }
            }
            (Node::Number(text) | Node::Text(text), _) => brief(text),
            (Node::List(items), _) => {
                let items: Vec<String> = items.iter().map(|it| item(it, language)).collect();
                brief(&items.join(text!("；", "; ").get(language)))
            }
            (Node::Null | Node::Map(_), _) => String::new(),
        })
    }
}

/// An item of a list: a date, or a period.
fn item(node: &Node<'_>, language: Language) -> String {
    let Node::Map(members) = node else {
        return if let Node::Text(text) = node { text.to_string() } else { String::new() };
    };
    let member = |key: &str| {
        let found = members.iter().find(|(name, _)| name == key)?;
        if let Node::Text(text) = &found.1 { Some(text.as_ref()) } else { None }
    };
    let start = member("start").unwrap_or_default();
    let end = member("end").unwrap_or_else(|| text!("今", "now").get(language));
    let in_enterprise = members.iter().find(|(name, _)| name == "in_enterprise");
    let place = match in_enterprise.map(|it| &it.1) {
        Some(Node::Bool(true)) => text!("（企业）", " (in an enterprise)"),
        Some(Node::Bool(false)) => text!("（非企业）", " (elsewhere)"),
        Some(Node::Null | Node::Number(_) | Node::Text(_) | Node::List(_) | Node::Map(_))
        | None => text!("", ""),
    };
    let place = place.get(language);
    sentence!(language, "{start} 至 {end}{place}", "{start} to {end}{place}")
}

/// An amount of money with two decimals.
fn yuan_and_fen(fen: i64) -> String {
    let mut text = String::new();
    push_scaled(&mut text, fen, 2);
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let point = if decimals == 0 { "." } else { "" };
    [text.as_str(), point, &"0".repeat(2_usize.saturating_sub(decimals))].concat()
}

/// The fault of a value of this field.
fn fault_of(subject: &'static Subject, field: &'static Field, node: &Node<'_>) -> Option<Fault> {
    let pointer = ["/", field.key()].concat();
    let record = Node::Map(vec![(field.key().into(), node.clone())]);
    let Faults(faults) = subject.parse_node(&record).err()?;
    faults.into_iter().find(|it| it.pointer.starts_with(&pointer))
}
