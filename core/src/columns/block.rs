//! A block of rows, the other carrier of facts: one lane a fact, judged lane by lane.

#![expect(clippy::indexing_slicing, reason = "each row, bit and word lies within its block")]

use std::cell::Cell;

use super::bits::Bits;
use super::prefetch::Ahead;
use super::simd::{each, widely};
use crate::index::Index;
use crate::input::Pair;
use crate::judge::{Amounts, Rows};
use crate::measure::gap;
use crate::quantity::span::Interval;
use crate::verdict::Verdict;

/// How many rows are judged at once: as many as let the lanes of a rule stay in the nearest caches,
/// and as let columns be read in long runs.
pub(super) const BLOCK: usize = 2_048;

/// One fact of every row of a block.
#[derive(Debug)]
pub(super) struct Vector<'a> {
    /// The number of each row. Where it is not known some number of the same range stands, so that
    /// whatever may be done with a known one may be done with it.
    pub(super) values: [i64; BLOCK],
    /// Such numbers where they stand in the column already; then those above mean nothing.
    pub(super) lent: Option<&'a [i64; BLOCK]>,
    pub(super) known: Bits,
    /// Of lists: where the intervals of each row begin and end.
    pub(super) lists: Vec<(usize, usize)>,
    pub(super) intervals: Vec<Interval>,
}

/// The rows of a block, up to [`BLOCK`] of them. Rows beyond the last are judged too, and left.
pub(super) struct Block<'a> {
    /// By the place of the fact; none where no column holds it.
    pub(super) vectors: Vec<Option<Box<Vector<'a>>>>,
    /// Which rows have a fault in one of their cells.
    pub(super) faulty: Bits,
    /// Rows, and the place of a rule that each of them explains.
    pub(super) explained: Vec<(usize, usize)>,
    /// Room for gaps, handed back when they are written.
    pub(super) room: Cell<Option<Box<[i64; BLOCK]>>>,
    pub(super) ahead: Ahead,
}

/// What is short of a bound, or in excess of it.
#[derive(Debug)]
pub(super) struct Gaps {
    /// The rows that have such a gap.
    pub(super) rows: Bits,
    /// The gap of each of them; zero in the others.
    pub(super) values: Box<[i64; BLOCK]>,
}

static UNKNOWN: Vector<'_> = Vector::UNKNOWN;

impl Vector<'_> {
    const UNKNOWN: Self = Self {
        values: [0; BLOCK],
        lent: None,
        known: Bits::NONE,
        lists: Vec::new(),
        intervals: Vec::new(),
    };

    fn values(&self) -> &[i64; BLOCK] {
        self.lent.unwrap_or(&self.values)
    }

    fn number(&self, row: usize) -> Option<i64> {
        self.known.has(row).then_some(self.values()[row])
    }

    /// The numbers of 64 rows.
    fn word(&self, index: usize) -> &[i64; 64] {
        let (by_word, _) = self.values().as_chunks();
        &by_word[index]
    }

    fn list(&self, row: usize) -> Option<&[Interval]> {
        let (start, end) = *self.lists.get(row).filter(|_| self.known.has(row))?;
        self.intervals.get(start..end)
    }
}

impl Default for Vector<'_> {
    fn default() -> Self {
        Self::UNKNOWN
    }
}

impl<'a> Block<'a> {
    pub(super) fn of(facts: usize, ahead: Ahead) -> Self {
        Self {
            vectors: std::iter::repeat_with(|| None).take(facts).collect(),
            faulty: Bits::NONE,
            explained: Vec::new(),
            room: Cell::new(None),
            ahead,
        }
    }

    pub(super) fn clear(&mut self) {
        self.faulty = Bits::NONE;
        self.explained.clear();
    }

    fn vector(&self, fact: Index) -> Option<&Vector<'a>> {
        self.vectors.get(usize::from(fact))?.as_deref()
    }

    /// Marks the rows in which a part exceeds its whole, or dates are turned round.
    pub(super) fn pair(&mut self, pair: Pair) {
        let (less, more) = match pair {
            Pair::Part { part, whole } => (part, whole),
            Pair::Dates { first, second, .. } => (first, second),
        };
        let (Some(less), Some(more)) = (self.vector(less), self.vector(more)) else { return };
        let mut turned = [0; BLOCK];
        widely(
            #[inline(always)]
            || {
                for ((turned, less), more) in
                    turned.iter_mut().zip(less.values()).zip(more.values())
                {
                    *turned = u8::from(more < less);
                }
            },
        );
        let turned = Bits::packed(&turned);
        self.faulty = self.faulty.or(&turned.and(&less.known).and(&more.known));
    }
}

/// Some facts of 64 rows.
#[derive(Clone, Copy)]
struct Word<'a, const N: usize> {
    values: [&'a [i64; 64]; N],
    known: [u64; N],
}

impl<'a, const N: usize> Word<'a, N> {
    #[inline]
    fn of(vectors: [&'a Vector<'_>; N], word: usize) -> Self {
        Self { values: vectors.map(|it| it.word(word)), known: vectors.map(|it| it.known.0[word]) }
    }

    /// Finds something for each row. There is one way through this loop, so that it is one for
    /// several rows at once; it has its own function, so that what it reads is known to be apart
    /// from what it writes.
    #[expect(clippy::inline_always, reason = "the loop has to be inlined to be compiled anew")]
    #[inline(always)]
    fn each<T>(self, to: &mut [T; 64], find: impl Fn(usize, [Option<i64>; N]) -> T) {
        for (bit, to) in to.iter_mut().enumerate() {
            let given = std::array::from_fn(|fact| {
                let value = self.values[fact][bit];
                (self.known[fact] & 1 << bit != 0).then_some(value)
            });
            *to = find(bit, given);
        }
    }
}

impl Rows for Block<'_> {
    const MANY: bool = true;

    type Verdicts = Box<[Verdict; BLOCK]>;
    type Amounts = Gaps;

    fn numbers<const N: usize>(
        &self,
        facts: [Index; N],
        decide: impl Fn([Option<i64>; N]) -> Verdict + Copy,
    ) -> Self::Verdicts {
        if facts.iter().all(|fact| self.vector(*fact).is_none()) {
            return Box::new([decide([None; N]); BLOCK]);
        }
        let mut verdicts = Box::new([Verdict::NotApplicable; BLOCK]);
        let vectors = facts.map(|fact| self.vector(fact).unwrap_or(&UNKNOWN));
        widely(
            #[inline(always)]
            || {
                let (by_word, _) = verdicts.as_chunks_mut::<64>();
                #[expect(clippy::redundant_locals, reason = "what is its own stays in registers")]
                let decide = decide;
                for (word, verdicts) in by_word.iter_mut().enumerate() {
                    self.ahead.ask();
                    Word::of(vectors, word).each(verdicts, |_, given| decide(given));
                }
            },
        );
        verdicts
    }

    fn has(&self, fact: Index) -> bool {
        self.vector(fact).is_some()
    }

    fn intervals<const N: usize>(
        &self,
        list: Index,
        facts: [Index; N],
        decide: impl Fn(Option<&[Interval]>, [Option<i64>; N]) -> Verdict,
    ) -> Self::Verdicts {
        let list = self.vector(list).unwrap_or(&UNKNOWN);
        let vectors = facts.map(|fact| self.vector(fact).unwrap_or(&UNKNOWN));
        let mut verdicts = Box::new([Verdict::NotApplicable; BLOCK]);
        for (row, verdict) in verdicts.iter_mut().enumerate() {
            *verdict = decide(list.list(row), vectors.map(|vector| vector.number(row)));
        }
        verdicts
    }

    fn join(
        &self,
        mut one: Self::Verdicts,
        other: Self::Verdicts,
        join: impl Fn(Verdict, Verdict) -> Verdict + Copy,
    ) -> Self::Verdicts {
        each(&mut one[..], &other[..], join);
        one
    }

    fn all_are(&self, verdicts: &Self::Verdicts, verdict: Verdict) -> bool {
        // Most often the first one tells; if not, a pass without a way out is the faster one.
        verdicts.first() == Some(&verdict)
            && verdicts.iter().map(|it| u8::from(*it != verdict)).fold(0, |all, it| all | it) == 0
    }

    fn amounts<const N: usize>(
        &self,
        facts: [Index; N],
        verdicts: &Self::Verdicts,
        measure: impl Fn(Verdict, [Option<i64>; N]) -> Amounts + Copy,
    ) -> Self::Amounts {
        let unmet = unmet(verdicts);
        let mut values = self.room.take().unwrap_or_else(|| Box::new([0; BLOCK]));
        let vectors = facts.map(|fact| self.vector(fact).unwrap_or(&UNKNOWN));
        widely(
            #[inline(always)]
            || {
                let (by_word, _) = values.as_chunks_mut::<64>();
                #[expect(clippy::redundant_locals, reason = "what is its own stays in registers")]
                let measure = measure;
                for (word, values) in by_word.iter_mut().enumerate() {
                    self.ahead.ask();
                    let unmet = unmet.0[word];
                    if unmet == 0 {
                        *values = [0; 64];
                        continue;
                    }
                    Word::of(vectors, word).each(values, |bit, given| {
                        let gap = gap(Verdict::Unmet, measure(Verdict::Unmet, given));
                        // Nothing is short of a bound by nothing, so zero is free for no gap.
                        if unmet & 1 << bit == 0 { 0 } else { gap.unwrap_or_default() }
                    });
                }
            },
        );
        Gaps { rows: Bits::not_zero(&values), values }
    }

    fn amounts_of_list<const N: usize>(
        &self,
        list: Index,
        facts: [Index; N],
        verdicts: &Self::Verdicts,
        measure: impl Fn(Verdict, Option<&[Interval]>, [Option<i64>; N]) -> Amounts,
    ) -> Self::Amounts {
        let list = self.vector(list).unwrap_or(&UNKNOWN);
        let vectors = facts.map(|fact| self.vector(fact).unwrap_or(&UNKNOWN));
        let mut gaps = Gaps { rows: Bits::NONE, values: Box::new([0; BLOCK]) };
        unmet(verdicts).each(|row| {
            let given = vectors.map(|vector| vector.number(row));
            let amounts = measure(Verdict::Unmet, list.list(row), given);
            if let Some(gap) = gap(Verdict::Unmet, amounts) {
                gaps.rows.add(row);
                gaps.values[row] = gap;
            }
        });
        gaps
    }
}

/// Only what is unmet has a gap.
fn unmet(verdicts: &[Verdict; BLOCK]) -> Bits {
    let mut unmet = [0; BLOCK];
    each(&mut unmet, verdicts, |_, verdict| u8::from(verdict == Verdict::Unmet));
    Bits::packed(&unmet)
}

/// Lowers each number to what the verdict beside it stands for, where that is less.
pub(super) fn lower(
    numbers: &mut [u8; BLOCK],
    verdicts: &[Verdict; BLOCK],
    number: impl Fn(Verdict) -> u8,
) {
    let of_each = CODED.map(number);
    each(numbers, verdicts, |least, verdict| {
        let pairs = of_each.iter().zip(CODED);
        let it = pairs.fold(0, |sum, (it, of)| sum | if verdict == of { *it } else { 0 });
        it.min(least)
    });
}

/// Verdicts in the order of their codes.
pub(super) const CODED: [Verdict; 5] =
    [Verdict::Unmet, Verdict::Undetermined, Verdict::Pending, Verdict::Met, Verdict::NotApplicable];

/// The code of a verdict.
pub(super) const fn code(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Unmet => 0,
        Verdict::Undetermined => 1,
        Verdict::Pending => 2,
        Verdict::Met => 3,
        Verdict::NotApplicable => 4,
    }
}
