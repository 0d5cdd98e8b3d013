//! Counting conclusions and verdicts.

use crate::report::Conclusion;
use crate::table::{Outside, RecordCounts};
use crate::verdict::Verdict;

/// How often each conclusion and each verdict was reached.
#[derive(Debug, Clone)]
pub(super) struct Tally {
    conclusions: [u64; Conclusion::ALL.len()],
    /// The number of records outside the time to which the policy is applied.
    outside: u64,
    /// Whether all of them do, and their years.
    pub(super) time: Outside,
    /// The number of records without the year or day that tells whether they lie outside.
    pub(super) undated: u64,
    /// For each rule of the subject.
    rules: Vec<[u64; Verdict::ALL.len()]>,
    /// The number of invalid rows.
    pub(super) faulty: u64,
    /// The number of rows of child tables that belong to no record.
    pub(super) orphans: u64,
    /// The number of rows that are no records and were passed over.
    pub(super) passed: u64,
}

impl Tally {
    pub(super) fn of(rules: usize) -> Self {
        Self {
            conclusions: Default::default(),
            outside: 0,
            time: Outside::default(),
            undated: 0,
            rules: vec![Default::default(); rules],
            faulty: 0,
            orphans: 0,
            passed: 0,
        }
    }

    /// Counts one record; `outside` is its year if it lies outside the time to which the policy is
    /// applied.
    pub(super) fn count(
        &mut self,
        conclusion: Conclusion,
        outside: Option<i64>,
        verdicts: &[Verdict],
    ) {
        self.add_outside(outside);
        self.add_conclusion(conclusion, 1);
        for (counts, verdict) in self.rules.iter_mut().zip(verdicts) {
            if let Some(count) = counts.get_mut(index(Verdict::ALL, verdict)) {
                *count += 1;
            }
        }
    }

    /// Counts so many records with a conclusion.
    pub(super) fn add_conclusion(&mut self, conclusion: Conclusion, records: u64) {
        if let Some(count) = self.conclusions.get_mut(index(Conclusion::ALL, &conclusion)) {
            *count += records;
        }
    }

    /// Counts so many records with a verdict of a rule.
    pub(super) fn add_verdicts(&mut self, rule: usize, verdict: Verdict, records: u64) {
        let counts = self.rules.get_mut(rule);
        if let Some(count) = counts.and_then(|it| it.get_mut(index(Verdict::ALL, &verdict))) {
            *count += records;
        }
    }

    /// Counts where a record lies; see [`count`](Self::count).
    pub(super) fn add_outside(&mut self, outside: Option<i64>) {
        self.outside += u64::from(outside.is_some());
        self.time.add(outside);
    }

    pub(super) fn add(&mut self, other: &Self) {
        add(&mut self.conclusions, &other.conclusions);
        self.time.merge(other.time);
        self.outside += other.outside;
        self.undated += other.undated;
        for (counts, others) in self.rules.iter_mut().zip(&other.rules) {
            add(counts, others);
        }
        self.faulty += other.faulty;
        self.orphans += other.orphans;
        self.passed += other.passed;
    }

    /// The number of records that were judged.
    pub(super) fn judged(&self) -> u64 {
        self.conclusions.iter().sum()
    }

    /// Whether one record was read, and judged.
    pub(super) fn is_single(&self) -> bool {
        self.judged() == 1 && self.faulty == 0
    }

    /// Whether a record with this conclusion is a failure. `within` is whether it lies in the time to
    /// which the policy is applied.
    pub(super) const fn fails(
        conclusion: Conclusion,
        within: bool,
        accept_explained: bool,
    ) -> bool {
        match conclusion {
            Conclusion::Compliant | Conclusion::NotYetDue => false,
            Conclusion::NotAssessed => !within,
            Conclusion::Explained => !accept_explained,
            Conclusion::NonCompliant
            | Conclusion::Incomplete
            | Conclusion::NotImplemented
            | Conclusion::ExplanationDue => true,
        }
    }

    /// The number of records that were judged and are failures. Records outside the time are never
    /// assessed.
    pub(super) fn failing(&self, accept_explained: bool) -> u64 {
        let failing = self.conclusions().filter(|(it, _)| Self::fails(*it, true, accept_explained));
        failing.map(|(_, count)| count).sum::<u64>() + self.outside
    }

    /// The numbers of records, as a gate counts them: rows of child tables that belong to no record are
    /// faulty rows.
    pub(super) fn records(&self) -> RecordCounts {
        let mut counts = RecordCounts::default();
        for (conclusion, count) in self.conclusions() {
            counts.conclusions[conclusion] = count;
        }
        (counts.outside, counts.faulty) = (self.outside, self.faulty + self.orphans);
        counts
    }

    /// Every conclusion and how often it was reached.
    pub(super) fn conclusions(&self) -> impl Iterator<Item = (Conclusion, u64)> {
        Conclusion::ALL.iter().copied().zip(self.conclusions)
    }

    /// For each rule, how often each verdict was reached, in the order of [`Verdict::ALL`].
    pub(super) fn rules(&self) -> &[[u64; Verdict::ALL.len()]] {
        &self.rules
    }
}

fn index<T: PartialEq>(all: &[T], one: &T) -> usize {
    all.iter().position(|it| it == one).unwrap_or(all.len())
}

fn add(counts: &mut [u64], others: &[u64]) {
    for (count, other) in counts.iter_mut().zip(others) {
        *count += other;
    }
}
