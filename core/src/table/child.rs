//! Child tables: the items of a list fact, one a row, with the key of the record that they belong to.
//!
//! A child table is read first, and kept. The rows of its parent are then claimed in their order,
//! which tells a key that stands twice; a record gets the items of its key. What is left at the end
//! belongs to no record.

mod claims;
mod error;
mod fact;
mod problem;

use std::collections::HashMap;
use std::sync::Arc;

use super::cell::trimmed;
use super::rows::is_blank;
use crate::fault::{Fault, Faults};
use crate::input::value;
use crate::json::Node;
use crate::quantity::span::Interval;
use crate::record::{Cell, Record};

pub use claims::Claims;
pub use error::ChildError;
pub use fact::{ChildFact, Mapped};
pub(crate) use problem::ChildProblem;

/// How many faults of the rows of one record are listed.
const MOST_FAULTS: usize = 20;

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

    /// Returns whether it has no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.loose.is_empty()
    }

    /// The place of a key.
    fn place(&self, key: &str) -> Option<usize> {
        self.places.get(trimmed(key)).copied()
    }

    /// What the rows with this key are for a row of the parent; `first` is the earlier row that has the
    /// same key, if there is one.
    pub(crate) fn find(&self, key: &str, first: Option<&ParentRow>) -> Found<'_> {
        if is_blank(key) {
            return self.blank();
        }
        match (self.place(key), first) {
            (None, _) => self.nothing(),
            (Some(_), Some(first)) => self.twice(key, first.clone()),
            (Some(place), None) => self.at(place),
        }
    }

    /// The rows with the key at this place.
    fn at(&self, place: usize) -> Found<'_> {
        match self.entries.get(place) {
            Some(entry) if entry.faults.is_empty() => Found::Items(&entry.items),
            Some(entry) => Found::Faults(&entry.faults),
            None => self.nothing(),
        }
    }

    /// What a record without rows has.
    const fn nothing(&self) -> Found<'_> {
        if self.complete { Found::Items(&[]) } else { Found::Unknown }
    }

    /// What a record without a key has.
    fn blank(&self) -> Found<'_> {
        Found::Fault(Box::new(self.fact.fault(ChildProblem::NoParentKey)))
    }

    /// What a record has whose key stands in an earlier row.
    fn twice(&self, key: &str, first: ParentRow) -> Found<'_> {
        let given = Node::Text(trimmed(key).into()).excerpt();
        let fault = self.fact.fault(ChildProblem::KeyTwice(first));
        Found::Fault(Box::new(Fault { given, ..fault }))
    }

    /// The rows that belong to no record, as faults, each with its row. To be called after the last row
    /// of the parent.
    #[must_use]
    pub fn orphans(&self, claims: &Claims) -> Vec<(ChildPlace, Fault)> {
        let no_key = self
            .loose
            .iter()
            .map(|place| (place.clone(), self.fact.fault(ChildProblem::NoKey(place.clone()))));
        let mut keys: Vec<(&String, &usize)> = self.places.iter().collect();
        keys.sort_by_key(|(_, place)| **place);
        let unclaimed = keys.into_iter().filter_map(|(key, place)| {
            let entry = self.entries.get(*place)?;
            claims.is_free(*place).then_some((key, entry))
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

/// A record with the faults of its child tables.
pub(crate) fn with_faults(
    parsed: Result<Record, Faults>,
    more: Vec<Fault>,
) -> Result<Record, Faults> {
    if more.is_empty() {
        return parsed;
    }
    let mut faults = parsed.err().unwrap_or_default();
    faults.extend(more);
    Err(faults)
}
