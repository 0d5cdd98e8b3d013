//! Names that stand in a table more than once.

use std::collections::HashSet;
use std::hash::BuildHasher as _;

use foldhash::{fast, quality};

use crate::table::{Note, NotedRows, Repeat, folded};

/// How many names are compared.
const MAX_NAMES: usize = 1_000_000;

/// The names of the records of a batch.
#[derive(Debug, Default)]
pub(crate) struct Names {
    text: String,
    /// Where each name ends, its line, and the hash of it and its year or day.
    names: Vec<(usize, u64, u64)>,
}

impl Names {
    pub(crate) fn push(&mut self, line: u64, name: &str, day: Option<i64>) {
        // The same in every thread.
        let hash = quality::FixedState::default().hash_one((folded(name).as_ref(), day));
        self.text.push_str(name);
        self.names.push((self.text.len(), line, hash));
    }
}

/// The names of a table that were read so far, as hashes.
pub(crate) struct Repeats {
    repeat: Repeat,
    /// The most names that are compared.
    most: usize,
    seen: HashSet<u64, fast::RandomState>,
    found: Option<NotedRows>,
}

impl Repeats {
    pub(crate) fn new(dated: bool, periods: bool) -> Self {
        let repeat = Repeat { dated, periods, more: false };
        Self { repeat, most: MAX_NAMES, seen: HashSet::default(), found: None }
    }

    /// Compares the names of the next batch with those before.
    pub(crate) fn add(&mut self, names: &Names) {
        let mut start = 0;
        for &(end, line, hash) in &names.names {
            let name = names.text.get(start..end).unwrap_or_default();
            start = end;
            let is_full = self.most <= self.seen.len();
            if is_full && !self.seen.contains(&hash) {
                self.repeat.more = true;
            } else if is_full || !self.seen.insert(hash) {
                match &mut self.found {
                    Some(found) => found.count += 1,
                    None => self.found = Some(NotedRows::one(line, name)),
                }
            }
        }
    }

    /// The names that were repeated.
    pub(crate) fn note(self) -> Option<Note> {
        let repeat = self.repeat;
        self.found.map(|found| Note::Repeated(repeat, found))
    }
}
