//! Child tables: the items of a list fact, one a row, with the key of the record that they belong to.
//!
//! A child table is read first, and kept. The rows of its parent are then claimed in their order,
//! which tells a key that stands twice; a record gets the items of its key. What is left at the end
//! belongs to no record.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::cell::trimmed;
use super::rows::is_blank;
use crate::fault::{Code, Fault, Faults};
use crate::field::{Field, Kind};
use crate::input::parser::{END, IN_ENTERPRISE, START};
use crate::input::{Pair, Shape, nearest, value};
use crate::json::Node;
use crate::quantity::span::Interval;
use crate::record::{Cell, Record};
use crate::subjects::Subject;
use crate::text::{Language, name, sentence, text};

/// How many faults of the rows of one record are listed.
const MOST_FAULTS: usize = 20;

/// A list fact whose items are the rows of a child table.
#[derive(Debug, Clone, Copy)]
pub struct ChildFact {
    pub(crate) field: &'static Field,
    rows: &'static Subject,
}

/// The rows of a child table, by their keys.
#[derive(Debug)]
pub struct Children {
    pub(crate) fact: ChildFact,
    /// The name of the column of keys in the parent.
    key: String,
    /// Whether a record without rows has an empty list, and not an unknown one.
    complete: bool,
    /// The place of each key in `entries`.
    places: HashMap<String, usize>,
    entries: Vec<Entry>,
    /// The rows without a key.
    loose: Vec<ChildPlace>,
}

/// The rows with one key.
#[derive(Debug, Default)]
struct Entry {
    items: Vec<Interval>,
    /// The row of each item.
    rows: Vec<ChildPlace>,
    /// The rows with faults.
    faulty: Vec<ChildPlace>,
    faults: Vec<Fault>,
    /// The row of the parent that they belong to.
    claim: OnceLock<ParentRow>,
}

/// A row of a child table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChildPlace {
    /// The file, or another name of the table.
    pub table: Arc<str>,
    /// Its line in the file or sheet, or its number in a table in memory, counted from 1.
    pub line: u64,
}

/// A row of the parent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParentRow {
    /// Its number among all rows.
    pub number: u64,
    /// The file, if there are several.
    pub table: Option<Arc<str>>,
    /// Its line in the file or sheet, or its number in a table in memory, counted from 1.
    pub line: u64,
}

/// What is wrong with the rows that belong to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ChildProblem {
    /// A row has this fault.
    Row(ChildPlace, Box<Fault>),
    /// A row could not be read, for this reason in Chinese and in English.
    Unreadable(ChildPlace, [String; 2]),
    /// A row repeats an earlier one.
    Repeated(ChildPlace, ChildPlace),
    /// No record has the key of a row.
    Orphan(ChildPlace),
    /// A row has no key.
    NoKey(ChildPlace),
    /// An earlier row of the parent has the same key.
    KeyTwice(ParentRow),
    /// The record has no key.
    NoParentKey,
}

/// What the child table has for a row of the parent.
pub(crate) enum Found<'a> {
    /// Nothing: the fact is not known.
    Unknown,
    Items(&'a [Interval]),
    /// The rows with the key have these faults.
    Faults(&'a [Fault]),
    /// The row of the parent has this fault.
    Fault(Box<Fault>),
}

/// Why a child table cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChildError {
    /// The subject has no such fact, or it is no list.
    Fact {
        /// As given.
        fact: String,
        /// The list facts of the subject.
        accepted: Vec<&'static str>,
        /// The most similar of them.
        suggestion: Option<&'static str>,
    },
    /// A column of the parent holds the fact, too.
    InParent {
        /// The key of the fact.
        fact: &'static str,
        /// The header of the column.
        header: String,
    },
    /// The fact has two child tables.
    Twice {
        /// The key of the fact.
        fact: &'static str,
    },
}

impl ChildError {
    /// Returns what is wrong, and what to do.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Fact { fact, accepted, .. } if accepted.is_empty() => sentence!(
                language,
                "`{fact}`：这一对象没有列表类的事实，不能用子表。",
                "`{fact}`: the subject has no list fact, so it has no child tables.",
            ),
            Self::Fact { fact, accepted, suggestion } => {
                let accepted = accepted.join(text!("、", ", ").get(language));
                let meant = suggestion
                    .map(|it| sentence!(language, "是否指 `{it}`？", " Did you mean `{it}`?"));
                let meant = meant.unwrap_or_default();
                sentence!(
                    language,
                    "`{fact}` 不是列表类的事实。{meant}子表可用于：{accepted}。",
                    "`{fact}` is no list fact.{meant} Child tables are for: {accepted}.",
                )
            }
            Self::InParent { fact, header } => sentence!(
                language,
                "列 `{header}` 与子表都对应 `{fact}`；请去掉子表，或指明不用列 `{header}`。",
                "column `{header}` and the child table both match `{fact}`: leave out the child table, \
                 or map `{header}` to nothing.",
            ),
            Self::Twice { fact } => {
                sentence!(language, "`{fact}` 的子表指定了两次。", "`{fact}` has two child tables.",)
            }
        }
    }
}

impl core::fmt::Display for ChildError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.message(Language::English))
    }
}

impl core::error::Error for ChildError {}

impl ChildFact {
    /// The list fact of a subject with this key, or this name in Chinese.
    ///
    /// # Errors
    /// The subject has no such fact, or it is no list.
    pub fn of(subject: &Subject, fact: &str) -> Result<Self, ChildError> {
        let lists = || subject.fields().iter().filter(|it| rows_of(it.kind).is_some());
        let is = |field: &&Field| {
            field.key() == fact || field.label().zh() == fact || field.also().any(|it| it == fact)
        };
        if let Some(field) = lists().find(is)
            && let Some(rows) = rows_of(field.kind)
        {
            return Ok(Self { field, rows });
        }
        let accepted: Vec<&'static str> = lists().map(Field::key).collect();
        let near = nearest(fact, &mut accepted.iter().copied());
        let suggestion = accepted.iter().copied().find(|it| Some(*it) == near);
        Err(ChildError::Fact { fact: fact.to_owned(), accepted, suggestion })
    }

    /// Returns the key of the fact.
    #[must_use]
    pub const fn key(self) -> &'static str {
        self.field.key()
    }

    /// Returns the description of one row, whose fields are matched with the columns of the child table.
    #[must_use]
    pub const fn rows(self) -> &'static Subject {
        self.rows
    }

    /// Splits a map from headers to facts: the entries for `fact.field` are those of the child table,
    /// all others are those of the parent.
    #[must_use]
    pub fn split_map(
        self,
        map: Vec<(String, String)>,
    ) -> (Vec<(String, String)>, Vec<(String, String)>) {
        let (mut own, mut rest) = (Vec::new(), Vec::new());
        for (header, fact) in map {
            let field = fact.strip_prefix(self.key()).and_then(|it| it.strip_prefix('.'));
            match field {
                Some(field) => own.push((header, field.to_owned())),
                None => rest.push((header, fact)),
            }
        }
        (own, rest)
    }

    /// The item of a row; `None` if it has no first day, which is a fault of the row.
    fn item(self, row: &Record) -> Option<Interval> {
        let start = row.number(0)?;
        if matches!(self.field.kind, Kind::Dates) {
            return Some(Interval { start, end: Some(start), in_enterprise: None });
        }
        let in_enterprise = row.number(2).map(|flag| flag != 0);
        Some(Interval { start, end: row.number(1), in_enterprise })
    }

    fn fault(self, problem: ChildProblem) -> Fault {
        let given = match &problem {
            ChildProblem::Row(_, fault) => fault.given.clone(),
            ChildProblem::Unreadable(..)
            | ChildProblem::Repeated(..)
            | ChildProblem::Orphan(_)
            | ChildProblem::NoKey(_)
            | ChildProblem::KeyTwice(_)
            | ChildProblem::NoParentKey => String::new(),
        };
        let pointer = ["/", self.key()].concat();
        let child = Some(Box::new(problem));
        Fault { pointer, code: Code::ChildRow, given, child, ..Fault::default() }
    }
}

/// The description of a row of a child table.
const fn rows_of(kind: Kind) -> Option<&'static Subject> {
    match kind {
        Kind::Periods => Some(&PERIODS),
        Kind::Dates => Some(&DATES),
        Kind::Text
        | Kind::Year
        | Kind::Count(_)
        | Kind::Money
        | Kind::Share
        | Kind::Flag
        | Kind::Choice(_)
        | Kind::Date => None,
    }
}

macro_rules! rows {
    ($subject:ident, $shape:ident, $name:literal, $zh:literal, $en:literal, $fields:expr, $pairs:expr) => {
        static $shape: Shape =
            Shape { fields: $fields, pairs: $pairs, rules: &[], dated_by: None, parameters: false };
        static $subject: Subject = Subject {
            name: $name,
            #[cfg(feature = "catalogue")]
            label: text!($zh, $en),
            #[cfg(feature = "catalogue")]
            note: text!($zh, $en),
            shape: &$shape,
        };
    };
}

rows!(
    PERIODS,
    PERIODS_SHAPE,
    "period",
    "经历",
    "period",
    &[
        Field {
            name: name!(
                "start",
                "开始日期",
                "first day",
                "起始日期",
                "开始时间",
                "起始时间",
                "起始",
                "开始"
            ),
            ..START
        },
        Field {
            name: name!(
                "end",
                "结束日期",
                "last day (absent: still running)",
                "截止日期",
                "终止日期",
                "结束时间",
                "截止时间",
                "结束",
                "截止"
            ),
            ..END
        },
        Field {
            name: name!(
                "in_enterprise",
                "是否在企业",
                "held in an enterprise",
                "在企业",
                "企业实践",
                "是否企业实践",
                "是否在企业实践"
            ),
            ..IN_ENTERPRISE
        },
    ],
    &[Pair::Dates { first: 0, second: 1, at: 1 }]
);

rows!(
    DATES,
    DATES_SHAPE,
    "date",
    "日期",
    "date",
    &[Field {
        name: name!("date", "日期", "date", "发布日期", "报告发布日期", "时间", "发布时间"),
        ..START
    }],
    &[]
);

impl Children {
    /// A child table without rows. `key` is the name of the column of keys in the parent; `complete` is
    /// whether a record without rows has none, so that its list is empty and not unknown.
    #[must_use]
    pub fn new(fact: ChildFact, key: &str, complete: bool) -> Self {
        let (places, entries, loose) = (HashMap::new(), Vec::new(), Vec::new());
        Self { fact, key: key.to_owned(), complete, places, entries, loose }
    }

    /// Returns the fact.
    #[must_use]
    pub const fn fact(&self) -> ChildFact {
        self.fact
    }

    /// Adds a row with its key, a record of [`ChildFact::rows`].
    pub(crate) fn add(&mut self, key: &str, place: ChildPlace, row: Result<Record, Faults>) {
        let fact = self.fact;
        let Some(entry) = self.entry_mut(key) else { return self.loose.push(place) };
        let left = MOST_FAULTS.saturating_sub(entry.faults.len());
        match row {
            // A record without its first day has a fault.
            Ok(row) => {
                if let Some(item) = fact.item(&row) {
                    entry.items.push(item);
                    entry.rows.push(place);
                }
            }
            Err(faults) => {
                let of_row = |it| fact.fault(ChildProblem::Row(place.clone(), Box::new(it)));
                entry.faults.extend(faults.into_iter().take(left).map(of_row));
                entry.faulty.push(place);
            }
        }
    }

    /// Adds a row that could not be read; the reason is in Chinese and in English.
    #[cfg(feature = "cli")]
    pub(crate) fn add_unreadable(&mut self, key: &str, place: ChildPlace, said: [String; 2]) {
        let fault = self.fact.fault(ChildProblem::Unreadable(place.clone(), said));
        let Some(entry) = self.entry_mut(key) else { return self.loose.push(place) };
        if entry.faults.len() < MOST_FAULTS {
            entry.faults.push(fault);
        }
        entry.faulty.push(place);
    }

    /// The entry of a key; `None` if it is blank.
    fn entry_mut(&mut self, key: &str) -> Option<&mut Entry> {
        if is_blank(key) {
            return None;
        }
        let next = self.entries.len();
        let at = *self.places.entry(trimmed(key).to_owned()).or_insert(next);
        if at == next {
            self.entries.push(Entry::default());
        }
        self.entries.get_mut(at)
    }

    /// Finds the rows that stand twice: with the same key and the same days. To be called after the last
    /// row.
    pub(crate) fn finish(&mut self) {
        let fact = self.fact;
        for entry in &mut self.entries {
            let Entry { items, rows, faults, .. } = entry;
            let mut sorted: Vec<_> = items.iter().zip(rows.iter()).collect();
            sorted.sort_by_key(|(item, place)| (item.start, item.end, place.line));
            for pair in sorted.windows(2) {
                let [(first, earlier), (second, later)] = pair else { continue };
                let same = (first.start, first.end) == (second.start, second.end);
                if same && faults.len() < MOST_FAULTS {
                    let problem = ChildProblem::Repeated((*later).clone(), (*earlier).clone());
                    faults.push(fact.fault(problem));
                }
            }
        }
    }

    /// Whether it has no row.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.loose.is_empty()
    }

    /// Says that a row of the parent has this key; the first row with a key gets its items. Returns the
    /// row that has them.
    pub(crate) fn claim(&self, key: &str, row: ParentRow) -> Option<&ParentRow> {
        let entry = self.entry(key)?;
        Some(entry.claim.get_or_init(|| row))
    }

    fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.get(self.place(key)?)
    }

    /// The place of a key.
    pub(crate) fn place(&self, key: &str) -> Option<usize> {
        self.places.get(trimmed(key)).copied()
    }

    /// What the rows with this key are for a row of the parent, which was claimed before.
    pub(crate) fn find(&self, key: &str, number: u64) -> Found<'_> {
        if is_blank(key) {
            return self.blank();
        }
        let Some(place) = self.place(key) else { return self.nothing() };
        let claim = self.entries.get(place).and_then(|it| it.claim.get());
        match claim.filter(|it| it.number != number) {
            Some(first) => self.twice(key, first.clone()),
            None => self.at(place),
        }
    }

    /// The rows with the key at this place.
    pub(crate) fn at(&self, place: usize) -> Found<'_> {
        match self.entries.get(place) {
            Some(entry) if entry.faults.is_empty() => Found::Items(&entry.items),
            Some(entry) => Found::Faults(&entry.faults),
            None => self.nothing(),
        }
    }

    /// What a record without rows has.
    pub(crate) const fn nothing(&self) -> Found<'_> {
        if self.complete { Found::Items(&[]) } else { Found::Unknown }
    }

    /// What a record without a key has.
    pub(crate) fn blank(&self) -> Found<'_> {
        Found::Fault(Box::new(self.fact.fault(ChildProblem::NoParentKey)))
    }

    /// What a record has whose key stands in an earlier row.
    pub(crate) fn twice(&self, key: &str, first: ParentRow) -> Found<'_> {
        let given = Node::Text(trimmed(key).into()).excerpt();
        let fault = self.fact.fault(ChildProblem::KeyTwice(first));
        Found::Fault(Box::new(Fault { given, ..fault }))
    }

    /// The rows that belong to no record, as faults, each with its row. To be called after the last row
    /// of the parent.
    #[must_use]
    pub fn orphans(&self) -> Vec<(ChildPlace, Fault)> {
        let no_key = self
            .loose
            .iter()
            .map(|place| (place.clone(), self.fact.fault(ChildProblem::NoKey(place.clone()))));
        let mut keys: Vec<(&String, &usize)> = self.places.iter().collect();
        keys.sort_by_key(|(_, place)| **place);
        let unclaimed = keys.into_iter().filter_map(|(key, place)| {
            let entry = self.entries.get(*place)?;
            entry.claim.get().is_none().then_some((key, entry))
        });
        let orphans = unclaimed.flat_map(|(key, entry)| {
            entry.rows.iter().chain(&entry.faulty).map(move |place| {
                let fault = self.fact.fault(ChildProblem::Orphan(place.clone()));
                let given = Node::Text(key.as_str().into()).excerpt();
                (place.clone(), Fault { given, ..fault })
            })
        });
        let mut all: Vec<_> = no_key.chain(orphans).collect();
        all.sort_by(|(a, _), (b, _)| (&a.table, a.line).cmp(&(&b.table, b.line)));
        all
    }

    /// Returns the name of the column of keys in the parent.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The items as the value of the fact.
    pub(crate) fn node(&self, items: &[Interval]) -> Node<'static> {
        value::node_of(self.fact.field, &Cell::Intervals(items.into()))
    }
}

impl ChildPlace {
    fn words(&self, language: Language) -> String {
        let Self { table, line } = self;
        sentence!(language, "{table} 第 {line} 行", "{table} line {line}")
    }
}

impl ChildProblem {
    pub(crate) fn message(&self, language: Language) -> String {
        match self {
            Self::Row(place, fault) => {
                let (place, message) = (place.words(language), fault.message(language));
                sentence!(language, "{place}：{message}", "{place}: {message}")
            }
            Self::Unreadable(place, [zh, en]) => {
                let place = place.words(language);
                sentence!(language, "{place}：{zh}", "{place}: {en}")
            }
            Self::Repeated(place, first) => {
                let (place, line) = (place.words(language), first.line);
                sentence!(
                    language,
                    "{place}：与第 {line} 行的键和日期相同。",
                    "{place}: it has the key and the days of line {line}.",
                )
            }
            Self::Orphan(place) => {
                let place = place.words(language);
                sentence!(
                    language,
                    "{place}：主表中没有这个键的记录。",
                    "{place}: no record of the main table has this key.",
                )
            }
            Self::NoKey(place) => {
                let place = place.words(language);
                sentence!(language, "{place}：键为空。", "{place}: the key is blank.")
            }
            Self::KeyTwice(ParentRow { table, line, .. }) => {
                let table = table.as_ref().map(|it| format!(" {it}")).unwrap_or_default();
                sentence!(
                    language,
                    "键与{table} 第 {line} 行相同；子表的行只归第一条记录。",
                    "the key is that of{table} line {line}; rows of the child table belong to the first \
                     record only.",
                )
            }
            Self::NoParentKey => sentence!(
                language,
                "键为空，不能查找子表中的行。",
                "the key is blank, so the rows of the child table cannot be found.",
            ),
        }
    }

    pub(crate) fn help(&self, language: Language) -> Option<String> {
        if let Self::Row(_, fault) = self { fault.help(language) } else { None }
    }
}
