//! A record: what is known of one subject, field by field.

use crate::facts::Index;
use crate::quantity::span::Interval;
use crate::rule::FactSet;

/// What stands at one field of a record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Cell {
    /// Not known.
    #[default]
    Unknown,
    /// A count, fen, millionths, a day number, 0 or 1, or the place of a choice in its list.
    Number(i64),
    /// A text.
    Text(Box<str>),
    /// Periods, or dates as intervals of one day.
    Intervals(Box<[Interval]>),
}

impl Cell {
    pub(crate) fn number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}

/// Everything known of one subject. Only reading makes one, so its shape is settled: each cell is
/// of its field's kind and in range, no part exceeds its whole, no pair of dates is turned round.
///
/// The typed records ([`Enterprise`](crate::Enterprise), …) each hold one; by itself it serves those
/// who learn the subject only while running.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    pub(crate) cells: Vec<Cell>,
    /// The fields that were given a value, whatever stands in the others by default.
    pub(crate) given: FactSet,
    /// Rule (by its place in the subject's list) and the text given for it.
    pub(crate) explanations: Vec<(usize, Box<str>)>,
}

impl Record {
    pub(crate) fn of(fields: usize) -> Self {
        Self { cells: vec![Cell::Unknown; fields], ..Self::default() }
    }

    pub(crate) fn cell(&self, fact: Index) -> &Cell {
        const UNKNOWN: &Cell = &Cell::Unknown;
        self.cells.get(usize::from(fact)).unwrap_or(UNKNOWN)
    }

    pub(crate) fn number(&self, fact: Index) -> Option<i64> {
        self.cell(fact).number()
    }

    pub(crate) fn intervals(&self, fact: Index) -> Option<&[Interval]> {
        match self.cell(fact) {
            Cell::Intervals(intervals) => Some(intervals),
            _ => None,
        }
    }

    pub(crate) fn set(&mut self, fact: Index, cell: Cell) {
        if let Some(slot) = self.cells.get_mut(usize::from(fact)) {
            *slot = cell;
            self.given.add(fact);
        }
    }

    /// Whether reasons were given for the rule at this place of the subject's list.
    pub(crate) fn explains(&self, rule: usize) -> bool {
        self.explanations.iter().any(|(index, _)| *index == rule)
    }
}
