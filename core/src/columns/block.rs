//! A block of rows, the other carrier of facts: one lane a fact, judged lane by lane.

#![expect(clippy::indexing_slicing, reason = "each row, bit and word lies within its block")]

use super::bits::{Bits, Word};
use crate::facts::Place;
use crate::input::Pair;
use crate::judge::{Amounts, Carrier};
use crate::measure::gap;
use crate::quantity::span::Interval;
use crate::rule::Verdict;

/// How many rows are judged at once: as many as let the lanes of a rule stay in the nearest caches,
/// and as let columns be read in long runs.
pub(super) const BLOCK: usize = 2_048;

/// One fact of every row of a block.
#[derive(Debug)]
pub(super) struct Lane {
    /// The number of each row. Where it is not known some number of the same range stands, so that
    /// whatever may be done with a known one may be done with it.
    pub(super) values: [i64; BLOCK],
    pub(super) known: Bits,
    /// Of lists: where the intervals of each row begin and end.
    pub(super) lists: Vec<(usize, usize)>,
    pub(super) intervals: Vec<Interval>,
}

/// The rows of a block, up to [`BLOCK`] of them. Rows beyond the last are judged too, and left.
#[derive(Debug)]
pub(super) struct Block {
    /// By the place of the fact; none where no column holds it.
    pub(super) lanes: Vec<Option<Box<Lane>>>,
    /// Which rows have a fault in one of their cells.
    pub(super) faulty: Bits,
    /// Rows, and the place of a rule that each of them explains.
    pub(super) explained: Vec<(usize, usize)>,
}

/// What is short of a bound, or in excess of it, for the rows that have such a gap.
#[derive(Debug)]
pub(super) struct Gaps {
    pub(super) rows: Bits,
    /// One for each of these rows, in order.
    pub(super) values: Vec<i64>,
}

/// The numbers of 64 rows.
#[derive(Clone, Copy)]
struct LaneWord<'a> {
    values: &'a [i64; 64],
    known: Word,
}

impl LaneWord<'_> {
    fn number(self, bit: usize) -> Option<i64> {
        self.known.has(bit).then_some(self.values[bit])
    }
}

static UNKNOWN: Lane = Lane::UNKNOWN;

impl Lane {
    const UNKNOWN: Self =
        Self { values: [0; BLOCK], known: Bits::NONE, lists: Vec::new(), intervals: Vec::new() };

    fn number(&self, row: usize) -> Option<i64> {
        self.known.has(row).then_some(self.values[row])
    }

    /// The numbers of 64 rows.
    fn word(&self, place: usize) -> LaneWord<'_> {
        let (by_word, _) = self.values.as_chunks();
        LaneWord { values: &by_word[place], known: Word(self.known.0[place]) }
    }

    fn list(&self, row: usize) -> Option<&[Interval]> {
        let (start, end) = *self.lists.get(row).filter(|_| self.known.has(row))?;
        self.intervals.get(start..end)
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
            faulty: Bits::NONE,
            explained: Vec::new(),
        }
    }

    pub(super) fn clear(&mut self) {
        self.faulty = Bits::NONE;
        self.explained.clear();
    }

    fn lane(&self, fact: Place) -> Option<&Lane> {
        self.lanes.get(usize::from(fact))?.as_deref()
    }

    /// Marks the rows in which a part exceeds its whole, or dates are turned round.
    pub(super) fn pair(&mut self, pair: Pair) {
        let (less, more) = match pair {
            Pair::Part { part, whole } => (part, whole),
            Pair::Dates { first, second, .. } => (first, second),
        };
        let (Some(less), Some(more)) = (self.lane(less), self.lane(more)) else { return };
        let mut turned = [0; BLOCK];
        for ((turned, less), more) in turned.iter_mut().zip(&less.values).zip(&more.values) {
            *turned = u8::from(more < less);
        }
        let turned = Bits::packed(&turned).and(&less.known).and(&more.known);
        self.faulty = self.faulty.or(&turned);
    }

    /// Decides on numbers: first for every row as if each fact that has a lane was known, in one
    /// tight loop; then once more, one by one, for the rows where one of them is not.
    fn decide<const N: usize>(
        &self,
        facts: [Place; N],
        decide: impl Fn([Option<i64>; N]) -> Verdict,
    ) -> Box<[Verdict; BLOCK]> {
        let mut verdicts = Box::new([Verdict::NotApplicable; BLOCK]);
        let found = facts.map(|fact| self.lane(fact));
        let lanes = found.map(|lane| lane.unwrap_or(&UNKNOWN));
        let values = lanes.map(|lane| &lane.values);
        // The loop has no choice to make where the facts with lanes come first, as nearly always.
        let with_lanes = found.iter().take_while(|lane| lane.is_some()).count();
        match (with_lanes, found.iter().skip(with_lanes).all(Option::is_none)) {
            (0, true) => verdicts.fill(decide([None; N])),
            (all, _) if all == N => tight(&mut verdicts, |row| decide(given::<N, N>(values, row))),
            (1, true) => tight(&mut verdicts, |row| decide(given::<N, 1>(values, row))),
            (2, true) => tight(&mut verdicts, |row| decide(given::<N, 2>(values, row))),
            _ => tight(&mut verdicts, |row| {
                let mut given = given::<N, N>(values, row);
                for (given, lane) in given.iter_mut().zip(found) {
                    *given = given.filter(|_| lane.is_some());
                }
                decide(given)
            }),
        }
        let known = found.iter().flatten().fold(Bits::ALL, |known, lane| known.and(&lane.known));
        let (by_word, _) = verdicts.as_chunks_mut::<64>();
        known.not().words(|place, word| {
            let (verdicts, lanes) = (&mut by_word[place], lanes.map(|lane| lane.word(place)));
            word.each(|bit| verdicts[bit] = decide(lanes.map(|lane| lane.number(bit))));
        });
        verdicts
    }
}

/// The numbers of a row: of the first facts, as if each was known.
fn given<const N: usize, const FIRST: usize>(
    values: [&[i64; BLOCK]; N],
    row: usize,
) -> [Option<i64>; N] {
    std::array::from_fn(|fact| (fact < FIRST).then_some(values[fact][row]))
}

fn tight(verdicts: &mut [Verdict; BLOCK], decide: impl Fn(usize) -> Verdict) {
    for (row, verdict) in verdicts.iter_mut().enumerate() {
        *verdict = decide(row);
    }
}

impl Carrier for Block {
    const MANY: bool = true;

    type Verdicts = Box<[Verdict; BLOCK]>;
    type Amounts = Gaps;

    fn numbers<const N: usize>(
        &self,
        facts: [Place; N],
        decide: impl Fn([Option<i64>; N]) -> Verdict,
    ) -> Self::Verdicts {
        self.decide(facts, decide)
    }

    fn intervals<const N: usize>(
        &self,
        list: Place,
        facts: [Place; N],
        decide: impl Fn(Option<&[Interval]>, [Option<i64>; N]) -> Verdict,
    ) -> Self::Verdicts {
        let list = self.lane(list).unwrap_or(&UNKNOWN);
        let lanes = facts.map(|fact| self.lane(fact).unwrap_or(&UNKNOWN));
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
        // There are few pairs of verdicts, so each is joined once.
        let mut joined = [Verdict::NotApplicable; 64];
        for one in CODED {
            for other in CODED {
                joined[usize::from(code(one) << 3 | code(other))] = join(one, other);
            }
        }
        for (one, other) in one.iter_mut().zip(other.iter()) {
            *one = joined[usize::from(code(*one) << 3 | code(*other))];
        }
        one
    }

    fn all_are(&self, verdicts: &Self::Verdicts, verdict: Verdict) -> bool {
        // Most often the first one tells; if not, a pass without a way out is the faster one.
        verdicts.first() == Some(&verdict)
            && verdicts.iter().map(|it| u8::from(*it != verdict)).fold(0, |all, it| all | it) == 0
    }

    fn amounts<const N: usize>(
        &self,
        facts: [Place; N],
        verdicts: &Self::Verdicts,
        measure: impl Fn(Verdict, [Option<i64>; N]) -> Amounts,
    ) -> Self::Amounts {
        let lanes = facts.map(|fact| self.lane(fact).unwrap_or(&UNKNOWN));
        gaps(verdicts, |place| {
            let lanes = lanes.map(|lane| lane.word(place));
            let measure = &measure;
            move |bit, verdict| measure(verdict, lanes.map(|lane| lane.number(bit)))
        })
    }

    fn amounts_of_list<const N: usize>(
        &self,
        list: Place,
        facts: [Place; N],
        verdicts: &Self::Verdicts,
        measure: impl Fn(Verdict, Option<&[Interval]>, [Option<i64>; N]) -> Amounts,
    ) -> Self::Amounts {
        let list = self.lane(list).unwrap_or(&UNKNOWN);
        let lanes = facts.map(|fact| self.lane(fact).unwrap_or(&UNKNOWN));
        gaps(verdicts, |place| {
            let (lanes, measure) = (lanes.map(|lane| lane.word(place)), &measure);
            move |bit, verdict| {
                measure(verdict, list.list(place * 64 + bit), lanes.map(|lane| lane.number(bit)))
            }
        })
    }
}

/// Only what is unmet has a gap. Rows are measured 64 at a time.
fn gaps<M: Fn(usize, Verdict) -> Amounts>(
    verdicts: &[Verdict; BLOCK],
    measure: impl Fn(usize) -> M,
) -> Gaps {
    let unmet = Bits::packed(&verdicts.map(|verdict| u8::from(verdict == Verdict::Unmet)));
    let mut gaps = Gaps { rows: unmet, values: Vec::with_capacity(unmet.count()) };
    unmet.words(|place, word| {
        let measure = measure(place);
        word.each(|bit| match gap(Verdict::Unmet, measure(bit, Verdict::Unmet)) {
            Some(gap) => gaps.values.push(gap),
            None => gaps.rows.remove(place * 64 + bit),
        });
    });
    gaps
}

/// Lowers each number to what the verdict beside it stands for, where that is less.
pub(super) fn lower(
    numbers: &mut [u8; BLOCK],
    verdicts: &[Verdict; BLOCK],
    number: impl Fn(Verdict) -> u8,
) {
    let of_each = CODED.map(number);
    for (least, verdict) in numbers.iter_mut().zip(verdicts) {
        let pairs = of_each.iter().zip(CODED);
        let it = pairs.fold(0, |sum, (it, of)| sum | if *verdict == of { *it } else { 0 });
        *least = it.min(*least);
    }
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
