//! Facts by index: names are resolved at compile time, so that evaluation only uses numbers.

use crate::field::{Choice, Field};

/// The index of a fact in the fields of its subject, or of a parameter in the parameters.
pub(crate) type Index = u8;

/// Returns the index of the field `key`. It is evaluated at compile time, so that an unknown key
/// fails the build.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "only evaluated while compiling"
)]
pub(crate) const fn index_of(fields: &[Field], key: &str) -> Index {
    assert!(fields.len() <= 64, "more facts than a FactSet has bits");
    let mut index = 0;
    while index < fields.len() {
        if same(fields[index].key(), key) {
            return index as Index;
        }
        index += 1;
    }
    panic!("no such fact or parameter")
}

/// Returns the index of the choice `key`, or fails the build.
#[expect(clippy::panic, clippy::indexing_slicing, reason = "only evaluated while compiling")]
pub(crate) const fn choice_index(choices: &[Choice], key: &str) -> usize {
    let mut index = 0;
    while index < choices.len() {
        if same(choices[index].key(), key) {
            return index;
        }
        index += 1;
    }
    panic!("unknown choice")
}

/// Whether two strings are equal: `==` is not const.
#[expect(clippy::indexing_slicing, reason = "only evaluated while compiling")]
pub(crate) const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// A set of facts or of parameters, by their indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct IndexSet(u64);

/// A set of facts.
pub(crate) type FactSet = IndexSet;

impl IndexSet {
    pub(crate) fn add(&mut self, fact: Index) {
        self.0 |= 1 << fact;
    }

    pub(crate) fn add_all(&mut self, other: Self) {
        self.0 |= other.0;
    }

    pub(crate) fn has(self, fact: Index) -> bool {
        self.0 >> fact & 1 == 1
    }

    pub(crate) fn indices(self) -> impl Iterator<Item = Index> {
        (0..64).filter(move |&fact| self.has(fact))
    }

    /// Returns the fields of the set.
    pub(crate) fn of(self, fields: &'static [Field]) -> impl Iterator<Item = &'static Field> {
        (0..).zip(fields).filter(move |(fact, _)| self.has(*fact)).map(|(_, field)| field)
    }
}
