//! A block of rows: one vector per fact, which the evaluator judges column by column.

#![expect(clippy::indexing_slicing, reason = "each row, bit and word lies within its block")]

pub(crate) mod bits;
pub(crate) mod judging;
#[cfg(feature = "cli")]
pub(crate) mod kept;
pub(crate) mod plain;
pub(crate) mod simd;
#[cfg(feature = "cli")]
pub(crate) mod split;
mod words;

use std::cell::Cell;

use self::bits::{BLOCK, Bits};
use self::simd::{each, vectorize};
use crate::index::Index;
use crate::input::Pair;
use crate::judge::{Amounts, Rows};
use crate::measure::gap;
use crate::quantity::span::Interval;
use crate::record::Cell as RecordCell;
#[cfg(feature = "arrow")]
use crate::table::NoteCounts;
use crate::verdict::Verdict;

/// One fact of every row of a block.
#[derive(Debug)]
pub(crate) struct Vector<'a> {
    /// The number of each row. Where the fact is unknown there is an arbitrary number within the
    /// fact's range, so that a loop may calculate with it without asking whether it is known.
    pub(crate) values: [i64; BLOCK],
    /// The numbers of the Arrow array itself, if they can be used without copying; `values`
    /// is then meaningless.
    pub(crate) lent: Option<&'a [i64; BLOCK]>,
    pub(crate) known: Bits,
    /// For lists: the range of each row in `intervals`.
    pub(crate) lists: Vec<(usize, usize)>,
    pub(crate) intervals: Vec<Interval>,
    /// The cells to be noted, of all blocks so far.
    #[cfg(feature = "arrow")]
    pub(crate) counts: NoteCounts,
}

/// Up to [`BLOCK`] rows. In a shorter block the remaining rows are judged too, and their results
/// dropped.
pub(crate) struct Block<'a> {
    /// By the index of the fact; `None` if no column holds it.
    pub(crate) vectors: Vec<Option<Box<Vector<'a>>>>,
    /// The rows that have a fault in at least one cell.
    pub(crate) faulty: Bits,
    /// The rows that are no records.
    pub(crate) passed: Bits,
    /// A pair for each explanation given: the row, and the index of the rule that it explains.
    pub(crate) explained: Vec<(usize, usize)>,
    /// A buffer for gaps, returned when they have been written.
    pub(crate) spare: Cell<Option<Box<[i64; BLOCK]>>>,
    /// Called from time to time while a block is judged, to bring the next one into the cache.
    meanwhile: Option<Box<dyn Fn() + 'a>>,
}

/// By how much each row misses a bound: its shortfall or excess.
#[derive(Debug)]
pub(crate) struct Gaps {
    /// The rows that have a gap.
    pub(crate) rows: Bits,
    /// The gap of each row; zero where there is none.
    pub(crate) values: Box<[i64; BLOCK]>,
}

static UNKNOWN: Vector<'_> = Vector::UNKNOWN;

impl Vector<'_> {
    const UNKNOWN: Self = Self {
        values: [0; BLOCK],
        lent: None,
        known: Bits::NONE,
        lists: Vec::new(),
        intervals: Vec::new(),
        #[cfg(feature = "arrow")]
        counts: NoteCounts::NONE,
    };

    fn values(&self) -> &[i64; BLOCK] {
        self.lent.unwrap_or(&self.values)
    }

    pub(crate) fn number(&self, row: usize) -> Option<i64> {
        self.known.has(row).then_some(self.values()[row])
    }

    /// The numbers of the 64 rows that share one word of a bitmap.
    fn chunk(&self, word: usize) -> &[i64; 64] {
        let (chunks, _) = self.values().as_chunks();
        &chunks[word]
    }

    /// Sets the fact of a row. A text is unknown, because no rule reads it.
    pub(crate) fn set(&mut self, row: usize, cell: RecordCell) {
        match cell {
            RecordCell::Number(number) => {
                if let Some(value) = self.values.get_mut(row) {
                    *value = number;
                    self.known.add(row);
                }
            }
            RecordCell::Intervals(list) => {
                let start = self.intervals.len();
                self.intervals.extend_from_slice(&list);
                self.lists.resize(BLOCK, (0, 0));
                if let Some(span) = self.lists.get_mut(row) {
                    *span = (start, self.intervals.len());
                    self.known.add(row);
                }
            }
            RecordCell::Unknown | RecordCell::Text(_) => {}
        }
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
    pub(crate) fn of(facts: usize, meanwhile: Option<Box<dyn Fn() + 'a>>) -> Self {
        Self {
            vectors: std::iter::repeat_with(|| None).take(facts).collect(),
            faulty: Bits::NONE,
            passed: Bits::NONE,
            explained: Vec::new(),
            spare: Cell::new(None),
            meanwhile,
        }
    }

    pub(crate) fn clear(&mut self) {
        self.faulty = Bits::NONE;
        self.passed = Bits::NONE;
        self.explained.clear();
    }

    fn meanwhile(&self) {
        if let Some(meanwhile) = &self.meanwhile {
            meanwhile();
        }
    }

    /// The rows without an answer.
    pub(crate) fn unanswered(&self) -> Bits {
        self.faulty.or(&self.passed)
    }

    pub(crate) fn vector(&self, fact: Index) -> Option<&Vector<'a>> {
        self.vectors.get(usize::from(fact))?.as_deref()
    }

    /// Marks the rows in which a part exceeds its whole, or two dates are in the wrong order.
    pub(crate) fn check_pair(&mut self, pair: Pair) {
        let (less, more) = match pair {
            Pair::Part { part, whole } => (part, whole),
            Pair::Dates { first, second, .. } => (first, second),
            Pair::Doubtful { .. } => return,
        };
        self.faulty = self.faulty.or(&self.greater(less, more));
    }

    /// The rows in which the first fact is greater than the second.
    pub(crate) fn greater(&self, first: Index, second: Index) -> Bits {
        let (Some(first), Some(second)) = (self.vector(first), self.vector(second)) else {
            return Bits::NONE;
        };
        let mut greater = [0; BLOCK];
        vectorize(
            #[inline(always)]
            || {
                let values = first.values().iter().zip(second.values());
                for (greater, (first, second)) in greater.iter_mut().zip(values) {
                    *greater = u8::from(second < first);
                }
            },
        );
        Bits::packed(&greater).and(&first.known).and(&second.known)
    }
}

/// Several facts of 64 rows, which share one word of a bitmap.
#[derive(Clone, Copy)]
struct Chunk<'a, const N: usize> {
    values: [&'a [i64; 64]; N],
    known: [u64; N],
}

impl<'a, const N: usize> Chunk<'a, N> {
    #[inline]
    fn of(vectors: [&'a Vector<'_>; N], word: usize) -> Self {
        Self { values: vectors.map(|it| it.chunk(word)), known: vectors.map(|it| it.known.0[word]) }
    }

    /// Writes what `find` returns for each row. The loop has no branches, so that it can be
    /// vectorized, and is a separate function, so that the compiler knows that input and output do
    /// not overlap.
    #[expect(
        clippy::inline_always,
        reason = "the loop must be inlined to be compiled for each set"
    )]
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
        vectorize(
            #[inline(always)]
            || {
                let (chunks, _) = verdicts.as_chunks_mut::<64>();
                #[expect(clippy::redundant_locals, reason = "a local copy stays in registers")]
                let decide = decide;
                for (word, verdicts) in chunks.iter_mut().enumerate() {
                    self.meanwhile();
                    Chunk::of(vectors, word).each(verdicts, |_, given| decide(given));
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

    fn map(
        &self,
        mut verdicts: Self::Verdicts,
        map: impl Fn(Verdict) -> Verdict + Copy,
    ) -> Self::Verdicts {
        each(&mut verdicts[..], &[(); BLOCK], |verdict, ()| map(verdict));
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
        // Usually the first verdict decides; if not, a loop without an early exit is faster.
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
        let mut values = self.spare.take().unwrap_or_else(|| Box::new([0; BLOCK]));
        let vectors = facts.map(|fact| self.vector(fact).unwrap_or(&UNKNOWN));
        vectorize(
            #[inline(always)]
            || {
                let (chunks, _) = values.as_chunks_mut::<64>();
                #[expect(clippy::redundant_locals, reason = "a local copy stays in registers")]
                let measure = measure;
                for (word, values) in chunks.iter_mut().enumerate() {
                    self.meanwhile();
                    let unmet = unmet.0[word];
                    if unmet == 0 {
                        *values = [0; 64];
                        continue;
                    }
                    Chunk::of(vectors, word).each(values, |bit, given| {
                        let gap = gap(Verdict::Unmet, measure(Verdict::Unmet, given));
                        // A gap is never zero, so zero can mean that there is none.
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

/// The rows whose verdict is unmet; only these have a gap.
fn unmet(verdicts: &[Verdict; BLOCK]) -> Bits {
    let mut unmet = [0; BLOCK];
    each(&mut unmet, verdicts, |_, verdict| u8::from(verdict == Verdict::Unmet));
    Bits::packed(&unmet)
}

/// Lowers each number to that of the verdict in the same row, if that is less.
pub(crate) fn lower(
    numbers: &mut [u8; BLOCK],
    verdicts: &[Verdict; BLOCK],
    number: impl Fn(Verdict) -> u8,
) {
    let of_each = BY_CODE.map(number);
    each(numbers, verdicts, |least, verdict| {
        let pairs = of_each.iter().zip(BY_CODE);
        let it = pairs.fold(0, |sum, (it, of)| sum | if verdict == of { *it } else { 0 });
        it.min(least)
    });
}

/// The rows that differ.
pub(crate) fn different<T: Copy + PartialEq>(one: &[T; BLOCK], other: &[T; BLOCK]) -> Bits {
    let mut different = [0_u8; BLOCK];
    for (different, (one, other)) in different.iter_mut().zip(one.iter().zip(other)) {
        *different = u8::from(one != other);
    }
    Bits::packed(&different)
}

/// The verdicts in the order of their codes, which are the keys of a dictionary column.
pub(crate) const BY_CODE: [Verdict; 5] =
    [Verdict::Unmet, Verdict::Undetermined, Verdict::Pending, Verdict::Met, Verdict::NotApplicable];

/// The code of a verdict.
pub(crate) const fn code(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Unmet => 0,
        Verdict::Undetermined => 1,
        Verdict::Pending => 2,
        Verdict::Met => 3,
        Verdict::NotApplicable => 4,
    }
}

const _: () = {
    let [a, b, c, d, e] = BY_CODE;
    assert!(code(a) == 0 && code(b) == 1 && code(c) == 2 && code(d) == 3 && code(e) == 4);
};
