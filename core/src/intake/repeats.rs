//! Names that stand in a table more than once.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

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
        let mut hasher = DefaultHasher::new();
        folded(name).hash(&mut hasher);
        day.hash(&mut hasher);
        self.text.push_str(name);
        self.names.push((self.text.len(), line, hasher.finish()));
    }
}

/// The names of a table that were read so far, as hashes.
pub(crate) struct Repeats {
    repeat: Repeat,
    /// The most names that are compared.
    most: usize,
    seen: HashSet<u64>,
    found: Option<NotedRows>,
}

impl Repeats {
    pub(crate) fn new(dated: bool, periods: bool) -> Self {
        let repeat = Repeat { dated, periods, more: false };
        Self { repeat, most: MAX_NAMES, seen: HashSet::new(), found: None }
    }

    /// Compares the names of the next batch with those before.
    pub(crate) fn add(&mut self, names: &Names) {
        let mut start = 0;
        for &(end, line, hash) in &names.names {
            let name = names.text.get(start..end).unwrap_or_default();
            start = end;
            if self.seen.contains(&hash) {
                match &mut self.found {
                    Some(found) => found.count += 1,
                    None => self.found = Some(NotedRows::one(line, name)),
                }
            } else if self.seen.len() < self.most {
                self.seen.insert(hash);
            } else {
                self.repeat.more = true;
            }
        }
    }

    /// The names that were repeated.
    pub(crate) fn note(self) -> Option<Note> {
        let repeat = self.repeat;
        self.found.map(|found| Note::Repeated(repeat, found))
    }
}
