//! A block of rows, the other carrier of facts: one lane a fact, judged lane by lane.

use crate::facts::Place;
use crate::input::Pair;
use crate::judge::{Amounts, Carrier};
use crate::measure::gap;
use crate::quantity::span::Interval;
use crate::rule::Verdict;

/// How many rows are judged at once: a block's lanes fit into the nearer caches.
pub(super) const BLOCK: usize = 1_024;

/// One fact of every row of a block.
#[derive(Debug)]
pub(super) struct Lane {
    pub(super) values: [i64; BLOCK],
    /// 1 where the fact is known.
    pub(super) known: [u8; BLOCK],
    /// Of lists: where the intervals of each row end.
    pub(super) list_ends: [usize; BLOCK],
    pub(super) intervals: Vec<Interval>,
}

/// The rows of a block, up to [`BLOCK`] of them. Rows beyond the last are judged too, and left.
#[derive(Debug)]
pub(super) struct Block {
    /// By the place of the fact; none where no column holds it.
    pub(super) lanes: Vec<Option<Box<Lane>>>,
    /// Rows with a fault in one of their cells.
    pub(super) faulty: [bool; BLOCK],
    /// Rows, and the place of a rule that each of them explains.
    pub(super) explained: Vec<(usize, usize)>,
}

/// What is short of a bound, or in excess of it, for each row.
#[derive(Debug)]
pub(super) struct Gaps {
    pub(super) values: [i64; BLOCK],
    /// 1 where there is a gap.
    pub(super) some: [u8; BLOCK],
}

static UNKNOWN: Lane = Lane::UNKNOWN;

impl Lane {
    const UNKNOWN: Self = Self {
        values: [0; BLOCK],
        known: [0; BLOCK],
        list_ends: [0; BLOCK],
        intervals: Vec::new(),
    };

    pub(super) fn clear(&mut self) {
        self.known.fill(0);
        self.intervals.clear();
    }

    /// The number of each row.
    fn number(&self, row: usize) -> Option<i64> {
        (self.known[row] != 0).then_some(self.values[row])
    }

    /// The list of each row.
    fn list(&self, row: usize) -> Option<&[Interval]> {
        if self.known[row] == 0 {
            return None;
        }
        let start = row.checked_sub(1).map_or(0, |before| self.list_ends[before]);
        self.intervals.get(start..self.list_ends[row])
    }
}

impl Default for Lane {
    fn default() -> Self {
        Self::UNKNOWN
    }
}

impl Block {
    pub(super) fn of(facts: usize) -> Self {
        Self {
            lanes: std::iter::repeat_with(|| None).take(facts).collect(),
            faulty: [false; BLOCK],
            explained: Vec::new(),
        }
    }

    pub(super) fn clear(&mut self) {
        self.faulty.fill(false);
        self.explained.clear();
    }

    fn lane(&self, fact: Place) -> &Lane {
        self.lanes.get(usize::from(fact)).and_then(Option::as_deref).unwrap_or(&UNKNOWN)
    }

    /// Marks the rows in which a part exceeds its whole, or dates are turned round.
    pub(super) fn pair(&mut self, pair: &Pair) {
        let (less, more) = match *pair {
            Pair::Part { part, whole } => (part, whole),
            Pair::Dates { first, second, .. } => (first, second),
        };
        let [Some(less), Some(more)] =
            [less, more].map(|fact| self.lanes.get(usize::from(fact)).and_then(Option::as_deref))
        else {
            return;
        };
        for (row, faulty) in self.faulty.iter_mut().enumerate() {
            *faulty |=
                less.known[row] & more.known[row] != 0 && more.values[row] < less.values[row];
        }
    }
}

impl Carrier for Block {
    type Verdicts = Box<[Verdict; BLOCK]>;
    type Amounts = Box<Gaps>;

    fn numbers<const N: usize>(
        &self,
        facts: [Place; N],
        decide: impl Fn([Option<i64>; N]) -> Verdict,
    ) -> Self::Verdicts {
        let lanes = facts.map(|fact| self.lane(fact));
        let mut verdicts = Box::new([Verdict::NotApplicable; BLOCK]);
        for (row, verdict) in verdicts.iter_mut().enumerate() {
            *verdict = decide(lanes.map(|lane| lane.number(row)));
        }
        verdicts
    }

    fn intervals<const N: usize>(
        &self,
        list: Place,
        facts: [Place; N],
        decide: impl Fn(Option<&[Interval]>, [Option<i64>; N]) -> Verdict,
    ) -> Self::Verdicts {
        let (list, lanes) = (self.lane(list), facts.map(|fact| self.lane(fact)));
        let mut verdicts = Box::new([Verdict::NotApplicable; BLOCK]);
        for (row, verdict) in verdicts.iter_mut().enumerate() {
            *verdict = decide(list.list(row), lanes.map(|lane| lane.number(row)));
        }
        verdicts
    }

    fn join(
        &self,
        mut one: Self::Verdicts,
        other: Self::Verdicts,
        join: impl Fn(Verdict, Verdict) -> Verdict,
    ) -> Self::Verdicts {
        for (one, other) in one.iter_mut().zip(other.iter()) {
            *one = join(*one, *other);
        }
        one
    }

    fn all_are(&self, verdicts: &Self::Verdicts, verdict: Verdict) -> bool {
        verdicts.iter().all(|it| *it == verdict)
    }

    fn amounts<const N: usize>(
        &self,
        facts: [Place; N],
        verdicts: &Self::Verdicts,
        measure: impl Fn(Verdict, [Option<i64>; N]) -> Amounts,
    ) -> Self::Amounts {
        let lanes = facts.map(|fact| self.lane(fact));
        gaps(verdicts, |row, verdict| measure(verdict, lanes.map(|lane| lane.number(row))))
    }

    fn amounts_of_list<const N: usize>(
        &self,
        list: Place,
        facts: [Place; N],
        verdicts: &Self::Verdicts,
        measure: impl Fn(Verdict, Option<&[Interval]>, [Option<i64>; N]) -> Amounts,
    ) -> Self::Amounts {
        let (list, lanes) = (self.lane(list), facts.map(|fact| self.lane(fact)));
        gaps(verdicts, |row, verdict| {
            measure(verdict, list.list(row), lanes.map(|lane| lane.number(row)))
        })
    }
}

fn gaps(verdicts: &[Verdict; BLOCK], measure: impl Fn(usize, Verdict) -> Amounts) -> Box<Gaps> {
    let mut gaps = Box::new(Gaps { values: [0; BLOCK], some: [0; BLOCK] });
    let Gaps { values, some } = gaps.as_mut();
    for (row, verdict) in verdicts.iter().enumerate() {
        let gap = gap(*verdict, measure(row, *verdict));
        (values[row], some[row]) = (gap.unwrap_or_default(), gap.is_some().into());
    }
    gaps
}
