//! What a column holds, and how its cells are read.

use super::Reading;
use super::cell::{Read, read};
use super::note::NoteCounts;
use crate::field::{Field, Kind};
use crate::input::EXPLANATIONS;
use crate::json::Node;

/// What a column holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Target {
    /// A fact, whose numbers are multiplied by 10^`power`. `has_unit` is whether the table or the
    /// caller says which unit they are in.
    Fact { field: &'static Field, power: i32, has_unit: bool },
    /// The explanations, as a JSON object.
    Explanations,
}

impl Target {
    pub(super) const fn of(field: &'static Field) -> Self {
        Self::Fact { field, power: 0, has_unit: false }
    }

    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Fact { field, .. } => field.key(),
            Self::Explanations => EXPLANATIONS,
        }
    }

    pub(super) fn is(self, other: Self) -> bool {
        self.key() == other.key()
    }

    /// Whether the numbers of the column are amounts of money, and nobody says in which unit.
    pub(crate) const fn is_money_without_unit(self) -> bool {
        matches!(self, Self::Fact { field: Field { kind: Kind::Money, .. }, has_unit: false, .. })
    }

    /// The same target with its numbers in this unit.
    pub(super) const fn in_unit(self, power: i32) -> Self {
        match self {
            Self::Fact { field, .. } => Self::Fact { field, power, has_unit: true },
            Self::Explanations => self,
        }
    }

    /// The value of a cell with this text; `None` if it is blank, or a mark for a value that is not
    /// known. A text that has no or more than one meaning stays text, which is a fault if the fact is
    /// not a text.
    pub(crate) fn cell<'a>(
        self,
        text: &'a str,
        reading: Reading<'_>,
        counts: &mut NoteCounts,
    ) -> Option<Node<'a>> {
        match read(self, text, reading.missing) {
            Read::Blank => None,
            Read::Missing(mark) => {
                counts.add_missing(mark, reading.line);
                None
            }
            Read::Value(node) => Some(node),
            Read::Exponent(node) => {
                counts.add_exponent(reading.line);
                Some(node)
            }
        }
    }
}
