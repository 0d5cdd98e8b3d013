//! Counting conclusions and verdicts.

use crate::report::Conclusion;
use crate::verdict::Verdict;

/// How often each conclusion and each verdict was reached.
#[derive(Debug, Clone)]
pub(super) struct Tally {
    conclusions: [u64; Conclusion::ALL.len()],
    /// For each rule of the subject.
    rules: Vec<[u64; Verdict::ALL.len()]>,
    /// The number of invalid rows.
    pub(super) faulty: u64,
}

impl Tally {
    pub(super) fn of(rules: usize) -> Self {
        Self { conclusions: Default::default(), rules: vec![Default::default(); rules], faulty: 0 }
    }

    /// Counts one record.
    pub(super) fn count(&mut self, conclusion: Conclusion, verdicts: &[Verdict]) {
        if let Some(count) = self.conclusions.get_mut(index(Conclusion::ALL, &conclusion)) {
            *count += 1;
        }
        for (counts, verdict) in self.rules.iter_mut().zip(verdicts) {
            if let Some(count) = counts.get_mut(index(Verdict::ALL, verdict)) {
                *count += 1;
            }
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        add(&mut self.conclusions, &other.conclusions);
        for (counts, others) in self.rules.iter_mut().zip(&other.rules) {
            add(counts, others);
        }
        self.faulty += other.faulty;
    }

    /// The number of records that were judged.
    pub(super) fn judged(&self) -> u64 {
        self.conclusions.iter().sum()
    }

    /// The number of records that were judged and are not compliant.
    pub(super) fn failing(&self) -> u64 {
        let compliant = self.conclusions.get(index(Conclusion::ALL, &Conclusion::Compliant));
        self.judged() - compliant.copied().unwrap_or_default()
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
