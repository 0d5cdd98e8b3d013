//! Parsing: from JSON text or a tree of nodes to a record, or to every fault in it. All validation
//! of records is here.

pub(crate) mod parser;
pub(crate) mod value;

use self::parser::{Member, Parser};

use crate::facts::Given;
use crate::fault::{Code, Fault, Faults, Input};
use crate::field::Field;
use crate::index::Index;
use crate::json::{self, MAX_DEPTH, Node, Reason};
#[cfg(feature = "table")]
use crate::record::Cell;
use crate::record::{Cells, Parsed};
use crate::rule::Rule;

/// The fields of an input, and the constraints on them.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    pub(crate) fields: &'static [Field],
    pub(crate) pairs: &'static [Pair],
    /// The rules that explanations may name.
    pub(crate) rules: &'static [Rule],
    /// The year or the day by which a record lies in the time to which the policy is applied, or
    /// not; `None` if it always does.
    pub(crate) dated_by: Option<Index>,
    /// Whether these are the parameters, which have defaults.
    pub(crate) parameters: bool,
}

/// A constraint on two facts, by their indices.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Pair {
    /// The part must not exceed the whole.
    Part { part: Index, whole: Index },
    /// The part may exceed the whole, but seldom does, so a table has a note on it.
    #[cfg_attr(
        not(any(feature = "_block", test, target_family = "wasm")),
        expect(dead_code, reason = "only tables have notes")
    )]
    Doubtful { part: Index, whole: Index },
    /// The first date must not be after the second; a fault is reported at the date `at`.
    Dates { first: Index, second: Index, at: Index },
}

/// The key of the explanations in every record.
pub(crate) const EXPLANATIONS: &str = "explanations";

/// The title of the explanations in schemas, which is also a header of tables.
#[cfg(any(feature = "table", feature = "schema"))]
pub(crate) const EXPLANATIONS_LABEL: crate::text::Text =
    crate::text::text!("未达到要求的理由", "reasons why an in-principle obligation is not met");

/// Parses a typed record from JSON text.
pub(crate) fn typed<G: Given>(text: &str) -> Result<G, Faults> {
    parse_text(G::shape(), text).map(G::new)
}

/// Parses JSON text.
pub(crate) fn parse_text(shape: &Shape, text: &str) -> Result<Parsed, Faults> {
    match json::parse(text) {
        // The JSON parser limits the depth.
        Ok(node) => walk(shape, &node),
        Err(error) => {
            let code = match error.reason {
                Reason::LoneSurrogate => Code::LoneSurrogate,
                Reason::TooDeep => Code::TooDeep,
                Reason::TooLarge => Code::TooLarge,
                Reason::Unexpected
                | Reason::Ended
                | Reason::Number
                | Reason::Escape
                | Reason::ControlCharacter
                | Reason::Trailing => Code::NotJson,
            };
            let given = Node::Text(text.into()).excerpt();
            let mut fault = shape.fault(String::new(), code, given);
            fault.at = (error.line, error.column);
            Err(Faults(vec![fault]))
        }
    }
}

/// Parses a tree of nodes.
pub(crate) fn parse_node(shape: &Shape, node: &Node<'_>) -> Result<Parsed, Faults> {
    if deeper(node, MAX_DEPTH) {
        let fault = shape.fault(String::new(), Code::TooDeep, node.excerpt());
        return Err(Faults(vec![fault]));
    }
    walk(shape, node)
}

fn walk(shape: &Shape, node: &Node<'_>) -> Result<Parsed, Faults> {
    let mut parser = Parser::new(shape);
    let parsed = parser.record(node);
    parser.finish(parsed)
}

/// Parses the value of one field alone; `None` if it has a fault.
#[cfg(feature = "table")]
pub(crate) fn parse_cell(shape: &Shape, field: &'static Field, node: &Node<'_>) -> Option<Cell> {
    let mut parser = Parser::new(shape);
    let cell = parser.cell(field, node, "");
    cell.filter(|_| parser.faults.is_empty())
}

/// Parses the explanations alone; `None` if they have a fault.
#[cfg(feature = "arrow")]
pub(crate) fn parse_explanations(shape: &Shape, node: &Node<'_>) -> Option<Vec<(usize, Box<str>)>> {
    let mut parser = Parser::new(shape);
    let explanations = parser.explanations(node);
    parser.faults.is_empty().then_some(explanations)
}

/// Whether lists and objects are nested deeper than `levels`.
fn deeper(node: &Node<'_>, levels: usize) -> bool {
    let below = |node| deeper(node, levels.saturating_sub(1));
    match node {
        Node::List(items) => levels == 0 || items.iter().any(below),
        Node::Map(members) => levels == 0 || members.iter().any(|(_, node)| below(node)),
        Node::Null | Node::Bool(_) | Node::Number(_) | Node::Text(_) => false,
    }
}

/// Validates a record of a builder, by parsing it like any other input.
pub(crate) fn validate(
    shape: &Shape,
    cells: &Cells,
    explanations: Vec<Member<'static>>,
) -> Result<Parsed, Faults> {
    let mut members = value::members(shape, cells);
    if !explanations.is_empty() {
        members.push((EXPLANATIONS.into(), Node::Map(explanations)));
    }
    parse_node(shape, &Node::Map(members))
}

impl Shape {
    pub(crate) const fn input(&self) -> Input {
        if self.parameters { Input::Parameters } else { Input::Record }
    }

    fn fault(&self, pointer: String, code: Code, given: String) -> Fault {
        Fault {
            input: self.input(),
            pointer,
            code,
            given,
            field: None,
            other: None,
            other_first: false,
            suggestion: None,
            #[cfg(feature = "intake")]
            cell: None,
            at: (0, 0),
            #[cfg(feature = "table")]
            why: None,
            #[cfg(any(feature = "arrow", feature = "cli"))]
            child: None,
        }
    }

    /// Returns the index of the field `key`; the explanations come after the last field. The search
    /// starts at `from`, because the keys of most records are in the order of the fields.
    fn index(&self, key: &str, from: usize) -> Option<usize> {
        let (before, after) = self.fields.split_at_checked(from)?;
        let find = |fields: &[Field]| fields.iter().position(|field| field.key() == key);
        let explanations = key == EXPLANATIONS && !self.parameters;
        find(after)
            .map(|index| from + index)
            .or_else(|| find(before))
            .or(explanations.then_some(self.fields.len()))
    }

    /// Returns the members by the indices of their fields; `None` if a key is unknown or duplicate.
    fn by_field<'n>(&self, members: &'n [Member<'n>]) -> Option<Vec<Option<&'n Node<'n>>>> {
        let mut by_field = vec![None; self.fields.len() + 1];
        let mut from = 0;
        for (key, node) in members {
            let index = self.index(key, from)?;
            if by_field.get_mut(index)?.replace(node).is_some() {
                return None;
            }
            from = (index + 1).min(self.fields.len());
        }
        Some(by_field)
    }

    /// Returns the cells of an empty input: unknown facts, or the defaults of the parameters.
    pub(crate) fn initial_cells(&self) -> Cells {
        if self.parameters {
            crate::parameters::default_cells()
        } else {
            Cells::unknown(self.fields.len())
        }
    }
}

/// Suggests a key for an unknown one: that of the field with this Chinese name, or the most similar
/// key. `also` is a key that is not that of a field, such as `explanations`.
pub(crate) fn suggestion(
    key: &str,
    fields: &'static [Field],
    also: Option<&'static str>,
) -> Option<&'static str> {
    let names = |field: &Field| field.label().zh() == key || field.also().any(|it| it == key);
    let by_name = fields.iter().find(|field| !key.is_empty() && names(field));
    let mut keys = fields.iter().map(Field::key).chain(also);
    by_name
        .map(Field::key)
        .or_else(|| nearest(key, &mut keys))
        .filter(|suggestion| *suggestion != key)
}

/// Returns the name that is most similar to `name`: the first of several, or `None` if none is
/// similar enough.
pub(crate) fn nearest<'a>(
    name: &str,
    names: &mut impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    if 64 < name.len() {
        return None;
    }
    let mut nearest: Option<(usize, &str)> = None;
    for candidate in names {
        let distance = strsim::osa_distance(name, candidate);
        let is_similar = distance * 3 <= candidate.len().max(3);
        if is_similar && nearest.is_none_or(|(least, _)| distance < least) {
            nearest = Some((distance, candidate));
        }
    }
    nearest.map(|(_, candidate)| candidate)
}
