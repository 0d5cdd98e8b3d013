//! The facts that conditions are evaluated on: those of one record, or of a block of records.

use crate::index::Index;
use crate::quantity::span::Interval;
use crate::record::Record;
use crate::verdict::Verdict;

/// The facts of one record, or of a block of records.
pub(crate) trait Rows {
    /// Whether there are many records, so that preparing a condition once saves time.
    #[cfg(feature = "_block")]
    const MANY: bool;
    /// One verdict for each record.
    type Verdicts: Clone;
    /// What was measured and what is required, for each record.
    type Amounts;

    /// Whether a fact may be known in any of the records.
    #[cfg(feature = "_block")]
    fn has(&self, fact: Index) -> bool;

    /// Maps some numbers of each record to a verdict.
    fn numbers<const N: usize>(
        &self,
        facts: [Index; N],
        decide: impl Fn([Option<i64>; N]) -> Verdict + Copy,
    ) -> Self::Verdicts;

    /// Maps a list of intervals and some numbers of each record to a verdict.
    fn intervals<const N: usize>(
        &self,
        list: Index,
        facts: [Index; N],
        decide: impl Fn(Option<&[Interval]>, [Option<i64>; N]) -> Verdict,
    ) -> Self::Verdicts;

    /// Maps the verdict of each record to another one.
    fn map(
        &self,
        verdicts: Self::Verdicts,
        map: impl Fn(Verdict) -> Verdict + Copy,
    ) -> Self::Verdicts;

    /// Combines two verdicts of each record.
    fn join(
        &self,
        one: Self::Verdicts,
        other: Self::Verdicts,
        join: impl Fn(Verdict, Verdict) -> Verdict + Copy,
    ) -> Self::Verdicts;

    /// Whether all verdicts are equal to `verdict`, so that evaluation can stop early.
    fn all_are(&self, verdicts: &Self::Verdicts, verdict: Verdict) -> bool;

    /// Maps the verdict and some numbers of each record to amounts.
    fn amounts<const N: usize>(
        &self,
        facts: [Index; N],
        verdicts: &Self::Verdicts,
        measure: impl Fn(Verdict, [Option<i64>; N]) -> Amounts + Copy,
    ) -> Self::Amounts;

    /// Maps the verdict, a list of intervals and some numbers of each record to amounts.
    fn amounts_of_list<const N: usize>(
        &self,
        list: Index,
        facts: [Index; N],
        verdicts: &Self::Verdicts,
        measure: impl Fn(Verdict, Option<&[Interval]>, [Option<i64>; N]) -> Amounts,
    ) -> Self::Amounts;
}

/// What was measured and what is required, in the smallest unit.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Amounts {
    pub(crate) measured: Option<i64>,
    pub(crate) required: Option<i64>,
}

impl Rows for Record {
    #[cfg(feature = "_block")]
    const MANY: bool = false;

    type Verdicts = Verdict;
    type Amounts = Amounts;

    #[cfg(feature = "_block")]
    fn has(&self, fact: Index) -> bool {
        self.number(fact).is_some()
    }

    fn numbers<const N: usize>(
        &self,
        facts: [Index; N],
        decide: impl Fn([Option<i64>; N]) -> Verdict + Copy,
    ) -> Verdict {
        decide(facts.map(|fact| self.number(fact)))
    }

    fn intervals<const N: usize>(
        &self,
        list: Index,
        facts: [Index; N],
        decide: impl Fn(Option<&[Interval]>, [Option<i64>; N]) -> Verdict,
    ) -> Verdict {
        decide(self.intervals(list), facts.map(|fact| self.number(fact)))
    }

    fn map(&self, verdict: Verdict, map: impl Fn(Verdict) -> Verdict + Copy) -> Verdict {
        map(verdict)
    }

    fn join(
        &self,
        one: Verdict,
        other: Verdict,
        join: impl Fn(Verdict, Verdict) -> Verdict + Copy,
    ) -> Verdict {
        join(one, other)
    }

    fn all_are(&self, verdicts: &Verdict, verdict: Verdict) -> bool {
        *verdicts == verdict
    }

    fn amounts<const N: usize>(
        &self,
        facts: [Index; N],
        verdict: &Verdict,
        measure: impl Fn(Verdict, [Option<i64>; N]) -> Amounts + Copy,
    ) -> Amounts {
        measure(*verdict, facts.map(|fact| self.number(fact)))
    }

    fn amounts_of_list<const N: usize>(
        &self,
        list: Index,
        facts: [Index; N],
        verdict: &Verdict,
        measure: impl Fn(Verdict, Option<&[Interval]>, [Option<i64>; N]) -> Amounts,
    ) -> Amounts {
        measure(*verdict, self.intervals(list), facts.map(|fact| self.number(fact)))
    }
}
