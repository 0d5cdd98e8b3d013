//! Reading: from any tree of cells to a record, or to every fault in it. Shape is settled here and
//! never asked again.

use std::collections::BinaryHeap;

use crate::facts::Given;
use crate::fault::{Code, Fault, Faults, Input, MOST_FAULTS};
use crate::field::{Choice, EXPLANATION_LIMIT, Field, Kind, TEXT_LIMIT};
use crate::json::{self, MAX_DEPTH, Node, Reason};
use crate::quantity::date::{FIRST_YEAR, LAST_YEAR, NotADate};
use crate::quantity::decimal::{Scaled, push_scaled, scaled};
use crate::quantity::span::Interval;
use crate::quantity::{Date, GREATEST, MILLION, push_place};
use crate::record::{Cell, Record};
use crate::rule::Rule;

/// What an input may hold.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    pub(crate) fields: &'static [Field],
    pub(crate) pairs: &'static [Pair],
    /// The rules that explanations may speak of.
    pub(crate) rules: &'static [Rule],
    /// Whether these are the parameters, where what is not given has a default.
    pub(crate) parameters: bool,
}

/// Two facts of which one limits the other, by their places.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Pair {
    /// The part is at most the whole.
    Part { part: usize, whole: usize },
    /// The first date is not after the second; `at` is the one to blame.
    Dates { first: usize, second: usize, at: usize },
}

/// The key of the explanations, on every record.
pub(crate) const EXPLANATIONS: &str = "explanations";

/// Reads typed facts from JSON text.
pub(crate) fn typed<G: Given>(text: &str) -> Result<G, Faults> {
    read_text(G::shape(), text).map(G::of)
}

/// Reads a record from JSON text.
pub(crate) fn read_text(shape: &Shape, text: &str) -> Result<Record, Faults> {
    match json::parse(text) {
        Ok(node) => read(shape, &node),
        Err(mistake) => {
            let code = match mistake.reason {
                Reason::LoneSurrogate => Code::LoneSurrogate,
                Reason::TooDeep => Code::TooDeep,
                Reason::TooLarge => Code::TooLarge,
                _ => Code::NotJson,
            };
            let given = Node::Text(text.chars().take(80).collect::<String>().into()).excerpt();
            let mut fault = shape.fault(String::new(), code, given);
            fault.at = (mistake.line, mistake.column);
            Err(Faults(vec![fault]))
        }
    }
}

/// Reads a record from a tree of cells.
pub(crate) fn read(shape: &Shape, node: &Node<'_>) -> Result<Record, Faults> {
    let mut reader = Reader { shape, faults: Vec::new(), left_off: 0, place: 0 };
    if deeper(node, MAX_DEPTH) {
        reader.bare(String::new(), Code::TooDeep, node);
        return reader.finish(Record::default());
    }
    let record = reader.record(node);
    reader.finish(record)
}

/// Whether containers are nested deeper than so many levels.
fn deeper(node: &Node<'_>, levels: usize) -> bool {
    let below = |node| deeper(node, levels.saturating_sub(1));
    match node {
        Node::List(items) => levels == 0 || items.iter().any(below),
        Node::Map(members) => levels == 0 || members.iter().any(|(_, node)| below(node)),
        _ => false,
    }
}

/// Settles a record that was given fact by fact.
pub(crate) fn settle(
    shape: &Shape,
    record: Record,
    explanations: &Node<'_>,
) -> Result<Record, Faults> {
    let mut reader = Reader { shape, faults: Vec::new(), left_off: 0, place: 0 };
    let mut record = record;
    for (place, field) in shape.fields.iter().enumerate() {
        reader.place = place;
        if let Cell::Text(text) = record.cell(place)
            && TEXT_LIMIT < text.chars().count()
        {
            reader.fault(
                ["/", field.key].concat(),
                Code::TextTooLong,
                field,
                &node_of(field, record.cell(place)),
            );
        }
        if let Cell::Intervals(intervals) = record.cell(place) {
            for (item, it) in intervals.iter().enumerate() {
                if it.end.is_some_and(|end| end < it.start) {
                    let pointer =
                        [&item_pointer(&["/", field.key].concat(), item), "/end"].concat();
                    let given = date_node(it.end);
                    reader.push(Fault {
                        field: Some(&END),
                        other: Some(&START),
                        ..shape.fault(pointer, Code::DateOrder, given.excerpt())
                    });
                }
            }
        }
    }
    reader.explanations(explanations, &mut record);
    let given = record.clone();
    reader.pairs(&record, |place, field| node_of(field, given.cell(place)).excerpt());
    reader.finish(record)
}

/// The cell as it would stand in JSON.
pub(crate) fn node_of(field: &Field, cell: &Cell) -> Node<'static> {
    node_of_kind(field.kind, cell)
}

/// A cell of this kind as it would stand in JSON.
pub(crate) fn node_of_kind(kind: Kind, cell: &Cell) -> Node<'static> {
    let scaled = |number| {
        let mut text = String::new();
        push_scaled(&mut text, number, kind.places());
        text
    };
    match (cell, kind) {
        (Cell::Unknown, _) => Node::Null,
        (Cell::Text(text), _) => Node::Text(text.to_string().into()),
        (Cell::Number(number), Kind::Flag) => Node::Bool(*number != 0),
        (Cell::Number(number), Kind::Date) => date_node(Some(*number)),
        (Cell::Number(number), Kind::Choice(choices)) => {
            let choice = usize::try_from(*number).ok().and_then(|place| choices.get(place));
            choice.map_or(Node::Null, |choice| Node::Text(choice.key.into()))
        }
        (Cell::Number(number), Kind::Money | Kind::Share) => Node::Text(scaled(*number).into()),
        (Cell::Number(number), _) => Node::Number(scaled(*number).into()),
        (Cell::Intervals(days), Kind::Dates) => {
            Node::List(days.iter().map(|day| date_node(Some(day.start))).collect())
        }
        (Cell::Intervals(periods), _) => Node::List(
            periods
                .iter()
                .map(|it| {
                    Node::Map(vec![
                        ("start".into(), date_node(Some(it.start))),
                        ("end".into(), date_node(it.end)),
                        ("in_enterprise".into(), it.in_enterprise.map_or(Node::Null, Node::Bool)),
                    ])
                })
                .collect(),
        ),
    }
}

fn date_node(day: Option<i64>) -> Node<'static> {
    day.map_or(Node::Null, |day| {
        let mut text = String::new();
        crate::quantity::date::push_date(&mut text, day);
        Node::Text(text.into())
    })
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
            suggestion: None,
            at: (0, 0),
        }
    }

    /// The place of a key among the fields, after them that of the explanations. It is looked for
    /// from the place `from` on, where the next key of an orderly record stands.
    fn place(&self, key: &str, from: usize) -> Option<usize> {
        let (before, after) = self.fields.split_at_checked(from)?;
        let of = |fields: &[Field]| fields.iter().position(|field| field.key == key);
        let explanations = key == EXPLANATIONS && !self.parameters;
        of(after)
            .map(|place| from + place)
            .or_else(|| of(before))
            .or(explanations.then_some(self.fields.len()))
    }

    /// The members at the places of their keys; `None` if a key is unknown or stands twice.
    fn placed<'n>(&self, members: &'n [Member<'n>]) -> Option<Vec<Option<&'n Node<'n>>>> {
        let mut placed = vec![None; self.fields.len() + 1];
        let mut from = 0;
        for (key, node) in members {
            let place = self.place(key, from)?;
            if placed.get_mut(place)?.replace(node).is_some() {
                return None;
            }
            from = (place + 1).min(self.fields.len());
        }
        Some(placed)
    }

    pub(crate) fn start(&self) -> Record {
        if self.parameters { crate::parameters::start() } else { Record::of(self.fields.len()) }
    }
}

const fn part_field(key: &'static str, zh: &'static str, en: &'static str, kind: Kind) -> Field {
    let label = crate::words::words(zh, en);
    Field { key, label, also: &[], kind, unit: None, required: false }
}

/// The three fields of a practice period.
pub(crate) static START: Field =
    Field { required: true, ..part_field("start", "开始日期", "first day", Kind::Date) };
pub(crate) static END: Field =
    part_field("end", "结束日期", "last day (absent: still running)", Kind::Date);
pub(crate) static IN_ENTERPRISE: Field =
    part_field("in_enterprise", "是否在企业", "held in an enterprise", Kind::Flag);

/// Collects faults with the place of the field they belong to, so that they come out in order.
struct Reader<'a> {
    shape: &'a Shape,
    faults: Vec<(usize, Fault)>,
    left_off: usize,
    place: usize,
}

impl Reader<'_> {
    fn finish(mut self, record: Record) -> Result<Record, Faults> {
        if self.faults.is_empty() {
            return Ok(record);
        }
        // In the order of the fields, and for each field in the order they were found.
        let last = self.shape.fields.len() + 1;
        let mut faults = Vec::with_capacity(self.faults.len() + 1);
        for place in 0..=last {
            let here = self.faults.iter_mut().filter(|(of, _)| *of == place);
            faults.extend(here.map(|(_, fault)| core::mem::take(fault)));
        }
        if self.left_off > 0 {
            let mut fault = self.shape.fault(String::new(), Code::TooManyFaults, String::new());
            fault.at = (self.left_off, 0);
            faults.push(fault);
        }
        Err(Faults(faults))
    }

    fn push(&mut self, fault: Fault) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push((self.place, fault));
        } else {
            self.left_off += 1;
        }
    }

    fn fault(&mut self, pointer: String, code: Code, field: &'static Field, given: &Node<'_>) {
        let fault = self.shape.fault(pointer, code, given.excerpt());
        self.push(Fault { field: Some(field), ..fault });
    }

    /// A fault that no field describes.
    fn bare(&mut self, pointer: String, code: Code, given: &Node<'_>) {
        let fault = self.shape.fault(pointer, code, given.excerpt());
        self.push(fault);
    }

    fn record(&mut self, node: &Node<'_>) -> Record {
        let mut record = self.shape.start();
        let Node::Map(members) = node else {
            self.bare(String::new(), Code::NotAnObject, node);
            return record;
        };
        // Where each key is known and stands once, as nearly always, one look at each is enough.
        let sound = self.shape.placed(members);
        let mut given: Vec<Option<&Node<'_>>> = Vec::with_capacity(self.shape.fields.len());
        for (place, field) in self.shape.fields.iter().enumerate() {
            self.place = place;
            // Pointers are made for faults only.
            let pointer = || ["/", field.key].concat();
            let node = match &sound {
                Some(sound) => sound.get(place).copied().flatten(),
                None => self.member(members, field.key, &pointer()),
            };
            given.push(node);
            match node {
                None | Some(Node::Null) if field.required => {
                    self.fault(pointer(), Code::Required, field, node.unwrap_or(&Node::Null));
                }
                None | Some(Node::Null) => {}
                Some(node) => {
                    let cell = single(field, node).and_then(Result::ok);
                    if let Some(cell) = cell.or_else(|| self.cell(field, node, &pointer())) {
                        record.set(place, cell);
                    }
                }
            }
        }
        if !self.shape.parameters {
            self.place = self.shape.fields.len();
            if let Some(node) = self.member(members, EXPLANATIONS, "/explanations") {
                self.explanations(node, &mut record);
            }
        }
        if sound.is_none() {
            self.place = self.shape.fields.len() + 1;
            let shape = self.shape;
            let unknown = members.iter().filter(|(key, _)| shape.place(key, 0).is_none()).collect();
            let fields = shape.fields;
            self.strangers(unknown, "", Code::UnknownKey, &|key| suggestion(key, fields));
        }
        self.pairs(&record, |place, _| {
            given.get(place).copied().flatten().map(Node::excerpt).unwrap_or_default()
        });
        record
    }

    /// The member with this key; a second one is a fault.
    fn member<'n>(
        &mut self,
        members: &'n [Member<'n>],
        key: &str,
        pointer: &str,
    ) -> Option<&'n Node<'n>> {
        let mut found = members.iter().filter(|(name, _)| name == key).map(|(_, node)| node);
        let first = found.next();
        for second in found {
            self.bare(pointer.to_owned(), Code::DuplicateKey, second);
        }
        first
    }

    /// Reports keys that are none of the names, by code point, with the name that was meant.
    fn strangers(
        &mut self,
        members: Vec<&Member<'_>>,
        parent: &str,
        code: Code,
        meant: &dyn Fn(&str) -> Option<&'static str>,
    ) {
        for ((key, node), twice) in by_key(members) {
            let pointer = [parent, "/", &escaped(key)].concat();
            if twice {
                self.bare(pointer, Code::DuplicateKey, node);
                continue;
            }
            let mut fault = self.shape.fault(pointer.clone(), code, node.excerpt());
            if self.faults.len() < MOST_FAULTS {
                fault.suggestion = meant(key);
            }
            self.push(fault);
            self.inside(node, &pointer);
        }
    }

    /// Reports keys that stand twice in what is not read otherwise.
    fn inside(&mut self, node: &Node<'_>, pointer: &str) {
        match node {
            Node::List(items) => {
                for (item, node) in items.iter().enumerate() {
                    if matches!(node, Node::List(_) | Node::Map(_)) {
                        self.inside(node, &item_pointer(pointer, item));
                    }
                }
            }
            Node::Map(members) => {
                for ((key, node), twice) in by_key(members.iter().collect()) {
                    let pointer = [pointer, "/", &escaped(key)].concat();
                    if twice {
                        self.bare(pointer.clone(), Code::DuplicateKey, node);
                    }
                    self.inside(node, &pointer);
                }
            }
            _ => {}
        }
    }

    fn cell(&mut self, field: &'static Field, node: &Node<'_>, pointer: &str) -> Option<Cell> {
        match single(field, node) {
            None => self.list(field, node, pointer),
            Some(Ok(cell)) => Some(cell),
            Some(Err(code)) => {
                self.fault(pointer.to_owned(), code, field, node);
                self.inside(node, pointer);
                None
            }
        }
    }

    fn list(&mut self, field: &'static Field, node: &Node<'_>, pointer: &str) -> Option<Cell> {
        let Node::List(items) = node else {
            self.fault(pointer.to_owned(), Code::NotAList, field, node);
            self.inside(node, pointer);
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
                        self.inside(node, &pointer);
                        None
                    }
                },
                (Node::Map(members), _) => self.period(members, &pointer),
                (node, _) => {
                    self.fault(pointer.clone(), Code::NotAnObject, field, node);
                    self.inside(node, &pointer);
                    None
                }
            };
            intervals.extend(interval);
        }
        Some(Cell::Intervals(intervals.into()))
    }

    fn period(&mut self, members: &[Member<'_>], pointer: &str) -> Option<Interval> {
        let at = |key: &str| [pointer, "/", key].concat();
        let mut read = |field: &'static Field| -> Option<i64> {
            let pointer = at(field.key);
            match self.member(members, field.key, &pointer) {
                None | Some(Node::Null) if field.required => {
                    self.fault(pointer, Code::Required, field, &Node::Null);
                    None
                }
                None | Some(Node::Null) => None,
                Some(node) => self.cell(field, node, &pointer)?.number(),
            }
        };
        let start = read(&START);
        let end = read(&END);
        let turned = start.zip(end).is_some_and(|(start, end)| end < start);
        if turned {
            let given = date_node(end).excerpt();
            let fault = self.shape.fault(at("end"), Code::DateOrder, given);
            self.push(Fault { field: Some(&END), other: Some(&START), ..fault });
        }
        let in_enterprise = read_flag(self, members, &at);
        let known = [START.key, END.key, IN_ENTERPRISE.key];
        let unknown = members.iter().filter(|(key, _)| !known.contains(&key.as_ref())).collect();
        self.strangers(unknown, pointer, Code::UnknownKey, &|key| suggestion(key, PERIOD));
        Some(Interval { start: start?, end, in_enterprise })
    }

    fn explanations(&mut self, node: &Node<'_>, record: &mut Record) {
        self.place = self.shape.fields.len();
        let pointer = ["/", EXPLANATIONS].concat();
        let members = match node {
            Node::Null => return,
            Node::Map(members) => members,
            node => {
                self.bare(pointer.clone(), Code::NotAnObject, node);
                self.inside(node, &pointer);
                return;
            }
        };
        let rules = self.shape.rules;
        for (place, rule) in rules.iter().enumerate().filter(|(_, rule)| rule.explainable()) {
            let pointer = [&pointer, "/", rule.id].concat();
            match self.member(members, rule.id, &pointer).map(|node| (node, text(node))) {
                None | Some((Node::Null, _)) => {}
                Some((Node::Text(text), _)) if text.chars().all(blank) => {
                    self.bare(pointer, Code::BlankText, node);
                }
                Some((Node::Text(text), _)) if EXPLANATION_LIMIT < text.chars().count() => {
                    self.bare(pointer, Code::TextTooLong, &Node::Text(text.as_ref().into()));
                }
                Some((Node::Text(text), _)) => {
                    record.explanations.push((place, text.as_ref().into()));
                }
                Some((node, _)) => {
                    self.bare(pointer.clone(), Code::NotText, node);
                    self.inside(node, &pointer);
                }
            }
        }
        let ids = || rules.iter().filter(|rule| rule.explainable()).map(|rule| rule.id);
        let others = members.iter().filter(|(key, _)| !ids().any(|id| id == key)).collect();
        self.strangers(others, &pointer, Code::NotExplainable, &|key| nearest(key, &mut ids()));
    }

    fn pairs(&mut self, record: &Record, given: impl Fn(usize, &'static Field) -> String) {
        let fields = self.shape.fields;
        for pair in self.shape.pairs {
            let (less, more, at, code) = match *pair {
                Pair::Part { part, whole } => (part, whole, part, Code::PartExceedsWhole),
                Pair::Dates { first, second, at } => (first, second, at, Code::DateOrder),
            };
            let turned = record
                .number(less)
                .zip(record.number(more))
                .is_some_and(|(less, more)| more < less);
            let other = if at == less { more } else { less };
            if let (true, Some(field)) = (turned, fields.get(at)) {
                self.place = at;
                let fault = self.shape.fault(["/", field.key].concat(), code, given(at, field));
                self.push(Fault { field: Some(field), other: fields.get(other), ..fault });
            }
        }
    }
}

type Member<'a> = (std::borrow::Cow<'a, str>, Node<'a>);

/// The fields of a practice period, for suggestions.
const PERIOD: &[Field] = &[
    part_field("start", "", "", Kind::Date),
    part_field("end", "", "", Kind::Date),
    part_field("in_enterprise", "", "", Kind::Flag),
];

fn read_flag(
    reader: &mut Reader<'_>,
    members: &[Member<'_>],
    at: &impl Fn(&str) -> String,
) -> Option<bool> {
    let pointer = at(IN_ENTERPRISE.key);
    match reader.member(members, IN_ENTERPRISE.key, &pointer) {
        None | Some(Node::Null) => None,
        Some(node) => {
            let flag = reader.cell(&IN_ENTERPRISE, node, &pointer)?.number()?;
            Some(flag != 0)
        }
    }
}

/// Reads what is not a list.
fn single(field: &Field, node: &Node<'_>) -> Option<Result<Cell, Code>> {
    match field.kind {
        Kind::Dates | Kind::Periods => None,
        Kind::Text => Some(text(node).map(|text| Cell::Text(text.into()))),
        kind => Some(number(kind, node).map(Cell::Number)),
    }
}

fn text<'n>(node: &'n Node<'_>) -> Result<&'n str, Code> {
    match node {
        Node::Text(text) if TEXT_LIMIT < text.chars().count() => Err(Code::TextTooLong),
        Node::Text(text) => Ok(text),
        _ => Err(Code::NotText),
    }
}

/// Reads what is kept as one number.
fn number(kind: Kind, node: &Node<'_>) -> Result<i64, Code> {
    match (kind, node) {
        (Kind::Count(least, most), Node::Number(text)) => whole(text, least, most, Code::NotACount),
        (Kind::Count(..), _) => Err(Code::NotACount),
        (Kind::Year, Node::Number(text)) => whole(text, FIRST_YEAR, LAST_YEAR, Code::NotAYear),
        (Kind::Year, _) => Err(Code::NotAYear),
        (Kind::Money, node) => decimal(node, 2, GREATEST, Code::NotMoney),
        (Kind::Share, node) => decimal(node, 4, MILLION, Code::NotAShare),
        (Kind::Flag, Node::Bool(flag)) => Ok(i64::from(*flag)),
        (Kind::Flag, _) => Err(Code::NotAFlag),
        (Kind::Choice(choices), Node::Text(word)) => place_of(choices, word),
        (Kind::Choice(_), _) => Err(Code::NotAChoice),
        (_, Node::Text(text)) => match text.parse::<Date>() {
            Ok(date) => Ok(date.day_number()),
            Err(NotADate::OutOfRange) => Err(Code::OutOfRange),
            Err(NotADate::Unknown) => Err(Code::NotADate),
        },
        _ => Err(Code::NotADate),
    }
}

fn whole(text: &str, least: i64, most: i64, otherwise: Code) -> Result<i64, Code> {
    match scaled(text, 0, most) {
        Scaled::Whole(number) if least <= number => Ok(number),
        Scaled::Whole(_) | Scaled::Negative | Scaled::TooLarge => Err(Code::OutOfRange),
        Scaled::Fraction | Scaled::NotANumber => Err(otherwise),
    }
}

/// A decimal, as a number or as plain digits in text.
fn decimal(node: &Node<'_>, places: i32, most: i64, otherwise: Code) -> Result<i64, Code> {
    let text = match node {
        Node::Number(text) => text,
        Node::Text(text) if plain(text, places) => text,
        _ => return Err(otherwise),
    };
    whole_of(scaled(text, places, most), otherwise)
}

fn whole_of(number: Scaled, otherwise: Code) -> Result<i64, Code> {
    match number {
        Scaled::Whole(number) => Ok(number),
        Scaled::Negative | Scaled::TooLarge => Err(Code::OutOfRange),
        Scaled::Fraction | Scaled::NotANumber => Err(otherwise),
    }
}

/// Whether a text is digits, and after a point at most so many more.
fn plain(text: &str, places: i32) -> bool {
    let (whole, decimals) = text.split_once('.').map_or((text, None), |(w, d)| (w, Some(d)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && decimals
            .is_none_or(|it| digits(it) && i32::try_from(it.len()).is_ok_and(|n| n <= places))
}

fn place_of(choices: &[Choice], word: &str) -> Result<i64, Code> {
    let place = choices.iter().position(|choice| choice.key == word).ok_or(Code::NotAChoice)?;
    i64::try_from(place).map_err(|_| Code::NotAChoice)
}

/// Blank in any of the notions of blank that the languages around have.
pub(crate) fn blank(character: char) -> bool {
    character.is_whitespace() || character == '\u{feff}'
}

/// The members by code point of their keys, each with whether its key already stood before it.
fn by_key<'n>(members: Vec<&'n Member<'n>>) -> impl Iterator<Item = (&'n Member<'n>, bool)> {
    let places = members.iter().enumerate().map(|(place, (key, _))| (key.as_ref(), place));
    // As in `span`: a heap, for the sake of size. The places keep equal keys in their order.
    let places = places.collect::<BinaryHeap<(&str, usize)>>().into_sorted_vec();
    let mut last: Option<&str> = None;
    places.into_iter().filter_map(move |(key, place)| {
        let twice = last == Some(key);
        last = Some(key);
        members.get(place).map(|member| (*member, twice))
    })
}

fn item_pointer(parent: &str, item: usize) -> String {
    let mut pointer = [parent, "/"].concat();
    push_place(&mut pointer, item);
    pointer
}

/// A key as a token of a JSON Pointer.
fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The key that was probably meant: the one with this Chinese name, or the nearest spelling.
pub(crate) fn suggestion(key: &str, fields: &'static [Field]) -> Option<&'static str> {
    let by_name = fields.iter().find(|field| field.label.zh == key || field.also.contains(&key));
    by_name
        .map(|field| field.key)
        .or_else(|| nearest(key, &mut fields.iter().map(|field| field.key).chain([EXPLANATIONS])))
}

/// The nearest of some names, where it is near enough.
pub(crate) fn nearest<'a>(name: &str, names: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    if 64 < name.len() {
        return None;
    }
    names
        .map(|it| (strsim::osa_distance(name, it), it))
        .filter(|(distance, it)| distance * 3 <= it.len().max(3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, it)| it)
}
