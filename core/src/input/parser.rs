//! The parser: it visits every field of a tree of nodes, and collects every fault.

use super::value::{blank, date_node, number, single, text};
use super::{EXPLANATIONS, Pair, Shape, nearest, suggestion};
use crate::fault::{Code, Fault, Faults, MOST_FAULTS};
use crate::field::{EXPLANATION_LIMIT, Field, Kind};
use crate::json::Node;
use crate::quantity::push_index;
use crate::quantity::span::Interval;
use crate::record::{Cell, Cells, Parsed};
use crate::text::{Name, name};

/// Parses a tree of nodes, and collects the faults. Each fault is stored with the index of its
/// field, because an answer lists them in the order of the fields.
pub(super) struct Parser<'a> {
    pub(super) shape: &'a Shape,
    pub(super) faults: Vec<(usize, Fault)>,
    /// How many faults are not listed.
    pub(super) omitted: usize,
    /// The index of the current field.
    pub(super) index: usize,
}

impl<'a> Parser<'a> {
    pub(super) fn new(shape: &'a Shape) -> Self {
        Self { shape, faults: Vec::new(), omitted: 0, index: 0 }
    }

    pub(super) fn finish(mut self, parsed: Parsed) -> Result<Parsed, Faults> {
        if self.faults.is_empty() {
            return Ok(parsed);
        }
        // Sorted by field; those of one field stay in the order in which they were found.
        let last = self.shape.fields.len() + 1;
        let mut faults = Vec::with_capacity(self.faults.len() + 1);
        for index in 0..=last {
            for (of, fault) in &mut self.faults {
                if *of == index {
                    faults.push(core::mem::take(fault));
                }
            }
        }
        if self.omitted > 0 {
            let mut fault = self.shape.fault(String::new(), Code::TooManyFaults, String::new());
            fault.at = (self.omitted, 0);
            faults.push(fault);
        }
        Err(Faults(faults))
    }

    pub(super) fn push(&mut self, fault: Fault) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push((self.index, fault));
        } else {
            self.omitted += 1;
        }
    }

    pub(super) fn fault(
        &mut self,
        pointer: String,
        code: Code,
        field: &'static Field,
        given: &Node<'_>,
    ) {
        let fault = self.shape.fault(pointer, code, given.excerpt());
        self.push(Fault { field: Some(field), ..fault });
    }

    /// Reports a fault without a field.
    pub(super) fn fault_without_field(&mut self, pointer: String, code: Code, given: &Node<'_>) {
        let fault = self.shape.fault(pointer, code, given.excerpt());
        self.push(fault);
    }

    pub(super) fn record(&mut self, node: &Node<'_>) -> Parsed {
        let mut cells = self.shape.initial_cells();
        let mut explanations = Vec::new();
        let Node::Map(members) = node else {
            self.fault_without_field(String::new(), Code::NotAnObject, node);
            return Parsed { cells, explanations };
        };
        // The common case, in which every key is known and unique: no field is searched for twice.
        let by_field = self.shape.by_field(members);
        for (index, field) in (0..).zip(self.shape.fields) {
            self.index = usize::from(index);
            // A closure, because only faults need a pointer.
            let pointer = || ["/", field.key()].concat();
            let node = match &by_field {
                Some(by_field) => by_field.get(usize::from(index)).copied().flatten(),
                None => self.member(members, field.key(), &pointer()),
            };
            match node {
                None | Some(Node::Null) if field.required => {
                    self.fault(pointer(), Code::Required, field, node.unwrap_or(&Node::Null));
                }
                None | Some(Node::Null) => {}
                Some(node) => {
                    let cell = single(field, node).and_then(Result::ok);
                    if let Some(cell) = cell.or_else(|| self.cell(field, node, &pointer())) {
                        cells.set(index, cell);
                    }
                }
            }
        }
        if !self.shape.parameters {
            self.index = self.shape.fields.len();
            if let Some(node) = self.member(members, EXPLANATIONS, "/explanations") {
                explanations = self.explanations(node);
            }
        }
        if by_field.is_none() {
            self.index = self.shape.fields.len() + 1;
            let shape = self.shape;
            let known = |key: &str| shape.index(key, 0).is_some();
            let (fields, also) = (shape.fields, (!shape.parameters).then_some(EXPLANATIONS));
            let suggest = |key: &str| suggestion(key, fields, also);
            self.unknown(members, &known, "", Code::UnknownKey, &suggest);
        }
        self.pairs(&cells, |field| {
            let given = members.iter().find(|(key, _)| key == field.key());
            given.map(|(_, node)| node.excerpt()).unwrap_or_default()
        });
        Parsed { cells, explanations }
    }

    /// Returns the member with this key; a second one is a fault.
    pub(super) fn member<'n>(
        &mut self,
        members: &'n [Member<'n>],
        key: &str,
        pointer: &str,
    ) -> Option<&'n Node<'n>> {
        let mut with_key = members.iter().filter(|(name, _)| name == key).map(|(_, node)| node);
        let first = with_key.next();
        for duplicate in with_key {
            self.fault_without_field(pointer.to_owned(), Code::DuplicateKey, duplicate);
        }
        first
    }

    /// Reports the keys that are not known, sorted by code points, each with a suggestion.
    pub(super) fn unknown(
        &mut self,
        members: &[Member<'_>],
        known: &dyn Fn(&str) -> bool,
        parent: &str,
        code: Code,
        suggest: &dyn Fn(&str) -> Option<&'static str>,
    ) {
        let unknown = members.iter().filter(|(key, _)| !known(key)).collect();
        for ((key, node), duplicate) in by_key(unknown) {
            let pointer = [parent, "/", &escaped(key)].concat();
            if duplicate {
                self.fault_without_field(pointer, Code::DuplicateKey, node);
                continue;
            }
            let mut fault = self.shape.fault(pointer.clone(), code, node.excerpt());
            if self.faults.len() < MOST_FAULTS {
                fault.suggestion = suggest(key);
            }
            self.push(fault);
            self.report_duplicates(node, &pointer);
        }
    }

    /// Reports duplicate keys in a value that is not parsed any further.
    pub(super) fn report_duplicates(&mut self, node: &Node<'_>, pointer: &str) {
        match node {
            Node::List(items) => {
                for (item, node) in items.iter().enumerate() {
                    if matches!(node, Node::List(_) | Node::Map(_)) {
                        self.report_duplicates(node, &item_pointer(pointer, item));
                    }
                }
            }
            Node::Map(members) => {
                for ((key, node), duplicate) in by_key(members.iter().collect()) {
                    let pointer = [pointer, "/", &escaped(key)].concat();
                    if duplicate {
                        self.fault_without_field(pointer.clone(), Code::DuplicateKey, node);
                    }
                    self.report_duplicates(node, &pointer);
                }
            }
            Node::Null | Node::Bool(_) | Node::Number(_) | Node::Text(_) => {}
        }
    }

    pub(super) fn cell(
        &mut self,
        field: &'static Field,
        node: &Node<'_>,
        pointer: &str,
    ) -> Option<Cell> {
        match single(field, node) {
            None => self.list(field, node, pointer),
            Some(Ok(cell)) => Some(cell),
            Some(Err(code)) => {
                self.fault(pointer.to_owned(), code, field, node);
                self.report_duplicates(node, pointer);
                None
            }
        }
    }

    pub(super) fn list(
        &mut self,
        field: &'static Field,
        node: &Node<'_>,
        pointer: &str,
    ) -> Option<Cell> {
        let Node::List(items) = node else {
            self.fault(pointer.to_owned(), Code::NotAList, field, node);
            self.report_duplicates(node, pointer);
            return None;
        };
        let mut intervals = Vec::with_capacity(items.len());
        for (item, node) in items.iter().enumerate() {
            let pointer = item_pointer(pointer, item);
            let interval = match (node, field.kind) {
                (Node::Null, _) => {
                    self.fault(pointer, Code::NullItem, field, node);
                    None
                }
                (node, Kind::Dates) => match number(Kind::Date, node) {
                    Ok(day) => Some(Interval { start: day, end: Some(day), in_enterprise: None }),
                    Err(code) => {
                        self.fault(pointer.clone(), code, field, node);
                        self.report_duplicates(node, &pointer);
                        None
                    }
                },
                (Node::Map(members), _) => self.period(members, &pointer),
                (node, _) => {
                    self.fault(pointer.clone(), Code::NotAnObject, field, node);
                    self.report_duplicates(node, &pointer);
                    None
                }
            };
            intervals.extend(interval);
        }
        Some(Cell::Intervals(intervals.into()))
    }

    pub(super) fn period(&mut self, members: &[Member<'_>], pointer: &str) -> Option<Interval> {
        let at = |key: &str| [pointer, "/", key].concat();
        let mut parse = |field: &'static Field| -> Option<i64> {
            let pointer = at(field.key());
            match self.member(members, field.key(), &pointer) {
                None | Some(Node::Null) if field.required => {
                    self.fault(pointer, Code::Required, field, &Node::Null);
                    None
                }
                None | Some(Node::Null) => None,
                Some(node) => self.cell(field, node, &pointer)?.number(),
            }
        };
        let start = parse(&START);
        let end = parse(&END);
        let reversed = start.zip(end).is_some_and(|(start, end)| end < start);
        if reversed {
            let given = date_node(end).excerpt();
            let fault = self.shape.fault(at("end"), Code::DateOrder, given);
            self.push(Fault { field: Some(&END), other: Some(&START), other_first: true, ..fault });
        }
        let in_enterprise = parse_flag(self, members, &at);
        let known = |key: &str| PERIOD.iter().any(|field| field.key() == key);
        let suggest = |key: &str| suggestion(key, PERIOD, None);
        self.unknown(members, &known, pointer, Code::UnknownKey, &suggest);
        Some(Interval { start: start?, end, in_enterprise })
    }

    /// Parses the explanations, each with the index of its rule.
    pub(super) fn explanations(&mut self, node: &Node<'_>) -> Vec<(usize, Box<str>)> {
        let mut explanations = Vec::new();
        self.index = self.shape.fields.len();
        let pointer = ["/", EXPLANATIONS].concat();
        let members = match node {
            Node::Null => return explanations,
            Node::Map(members) => members,
            Node::Bool(_) | Node::Number(_) | Node::Text(_) | Node::List(_) => {
                self.fault_without_field(pointer.clone(), Code::NotAnObject, node);
                self.report_duplicates(node, &pointer);
                return explanations;
            }
        };
        let rules = self.shape.rules;
        for (index, rule) in rules.iter().enumerate().filter(|(_, rule)| rule.explainable()) {
            let pointer = [&pointer, "/", rule.id].concat();
            match self.member(members, rule.id, &pointer).map(|node| (node, text(node))) {
                None | Some((Node::Null, _)) => {}
                Some((Node::Text(text), _)) if text.chars().all(blank) => {
                    self.fault_without_field(pointer, Code::BlankText, node);
                }
                Some((Node::Text(text), _)) if EXPLANATION_LIMIT < text.chars().count() => {
                    self.fault_without_field(
                        pointer,
                        Code::TextTooLong,
                        &Node::Text(text.as_ref().into()),
                    );
                }
                Some((Node::Text(text), _)) => {
                    explanations.push((index, text.as_ref().into()));
                }
                Some((node, _)) => {
                    self.fault_without_field(pointer.clone(), Code::NotText, node);
                    self.report_duplicates(node, &pointer);
                }
            }
        }
        let ids = || rules.iter().filter(|rule| rule.explainable()).map(|rule| rule.id);
        let known = |key: &str| ids().any(|id| id == key);
        let suggest = |key: &str| nearest(key, &mut ids());
        self.unknown(members, &known, &pointer, Code::NotExplainable, &suggest);
        explanations
    }

    /// Checks the constraints on two facts. `given` returns the given value of a field, for a
    /// fault.
    pub(super) fn pairs(&mut self, cells: &Cells, given: impl Fn(&'static Field) -> String) {
        let fields = self.shape.fields;
        for pair in self.shape.pairs {
            let (less, more, at, code) = match *pair {
                Pair::Part { part, whole } => (part, whole, part, Code::PartExceedsWhole),
                Pair::Dates { first, second, at } => (first, second, at, Code::DateOrder),
                Pair::Doubtful { .. } => continue,
            };
            let both = cells.number(less).zip(cells.number(more));
            let violated = both.is_some_and(|(less, more)| more < less);
            let other = if at == less { more } else { less };
            if let (true, Some(field)) = (violated, fields.get(usize::from(at))) {
                self.index = at.into();
                let fault = self.shape.fault(["/", field.key()].concat(), code, given(field));
                self.push(Fault {
                    field: Some(field),
                    other: fields.get(usize::from(other)),
                    other_first: at == more,
                    ..fault
                });
            }
        }
    }
}

pub(crate) type Member<'a> = (std::borrow::Cow<'a, str>, Node<'a>);

/// The fields of a practice period.
pub(crate) static PERIOD: &[Field] = &[START, END, IN_ENTERPRISE];

fn parse_flag(
    parser: &mut Parser<'_>,
    members: &[Member<'_>],
    at: &impl Fn(&str) -> String,
) -> Option<bool> {
    let pointer = at(IN_ENTERPRISE.key());
    match parser.member(members, IN_ENTERPRISE.key(), &pointer) {
        None | Some(Node::Null) => None,
        Some(node) => {
            let flag = parser.cell(&IN_ENTERPRISE, node, &pointer)?.number()?;
            Some(flag != 0)
        }
    }
}

const fn period_field(name: Name, kind: Kind) -> Field {
    Field { name, kind, unit: None, required: false, determined_by: None }
}

pub(crate) const START: Field = Field {
    required: true,
    ..period_field(name!("start", "开始日期", "first day"), Kind::Date)
};
pub(crate) const END: Field =
    period_field(name!("end", "结束日期", "last day (absent: still running)"), Kind::Date);
pub(crate) const IN_ENTERPRISE: Field =
    period_field(name!("in_enterprise", "是否在企业", "held in an enterprise"), Kind::Flag);

/// Sorts the members by key; the flag tells whether a key is a duplicate of the one before.
fn by_key<'n>(members: Vec<&'n Member<'n>>) -> impl Iterator<Item = (&'n Member<'n>, bool)> {
    let indices = members.iter().enumerate().map(|(index, (key, _))| (key.as_ref(), index));
    // The index keeps duplicate keys in order, so an unstable sort, which is smaller in
    // WebAssembly, has the same result as a stable one.
    let mut indices: Vec<(&str, usize)> = indices.collect();
    indices.sort_unstable();
    let mut last: Option<&str> = None;
    indices.into_iter().filter_map(move |(key, index)| {
        let duplicate = last == Some(key);
        last = Some(key);
        members.get(index).map(|member| (*member, duplicate))
    })
}

fn item_pointer(parent: &str, item: usize) -> String {
    let mut pointer = [parent, "/"].concat();
    push_index(&mut pointer, item);
    pointer
}

/// Escapes a key as a token of a JSON Pointer (RFC 6901).
fn escaped(key: &str) -> String {
    let mut token = String::with_capacity(key.len());
    for character in key.chars() {
        match character {
            '~' => token.push_str("~0"),
            '/' => token.push_str("~1"),
            other => token.push(other),
        }
    }
    token
}
