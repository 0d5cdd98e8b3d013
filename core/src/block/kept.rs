//! The results of one block, kept until it is known which of its rows are counted.

#![expect(clippy::indexing_slicing, reason = "each row lies within its block")]

use super::Gaps;
use super::bits::{BLOCK, Bits};
use super::judging::{BY_WEIGHT, Sink};
use super::simd::vectorize;
use crate::report::Conclusion;
use crate::verdict::Verdict;

/// The results of one block.
pub(crate) struct Kept {
    /// For each rule.
    rules: Vec<OfRule>,
    /// The conclusions, by their weights.
    weights: Box<[u8; BLOCK]>,
}

#[derive(Clone)]
struct OfRule {
    verdicts: Box<[Verdict; BLOCK]>,
    gaps: Option<(Bits, Box<[i64; BLOCK]>)>,
}

impl Kept {
    /// Empty results for this number of rules.
    pub(crate) fn of(rules: usize) -> Self {
        let rule = OfRule { verdicts: Box::new([Verdict::NotApplicable; BLOCK]), gaps: None };
        Self { rules: vec![rule; rules], weights: Box::new([0; BLOCK]) }
    }

    /// The conclusion of a row.
    pub(crate) fn conclusion(&self, row: usize) -> Conclusion {
        let weight = self.weights.get(row).copied().unwrap_or_default();
        BY_WEIGHT.get(usize::from(weight)).copied().unwrap_or(Conclusion::NotAssessed)
    }

    /// The verdict of a rule on a row.
    pub(crate) fn verdict(&self, rule: usize, row: usize) -> Option<Verdict> {
        self.rules.get(rule)?.verdicts.get(row).copied()
    }

    /// By how much a row misses a rule.
    pub(crate) fn gap(&self, rule: usize, row: usize) -> Option<i64> {
        let (rows, values) = self.rules.get(rule)?.gaps.as_ref()?;
        values.get(row).copied().filter(|_| rows.has(row))
    }

    /// Counts the conclusions of some rows.
    pub(crate) fn count_conclusions(&self, rows: &Bits, mut each: impl FnMut(Conclusion, u64)) {
        let mask = mask(rows);
        for conclusion in BY_WEIGHT {
            let weight = conclusion.weight();
            each(conclusion, count(&self.weights, &mask, |it| it == weight));
        }
    }

    /// Counts the verdicts on some rows.
    pub(crate) fn count_verdicts(&self, rows: &Bits, mut each: impl FnMut(usize, Verdict, u64)) {
        let mask = mask(rows);
        for (rule, of) in self.rules.iter().enumerate() {
            for verdict in Verdict::ALL {
                each(rule, *verdict, count(&of.verdicts, &mask, |it| it == *verdict));
            }
        }
    }
}

/// One byte for each row: whether it is one of these.
fn mask(rows: &Bits) -> Box<[u8; BLOCK]> {
    let mut mask = Box::new([0; BLOCK]);
    rows.each(|row| mask[row] = 1);
    mask
}

/// How many items are such, of those that the mask has.
fn count<T: Copy>(items: &[T; BLOCK], mask: &[u8; BLOCK], is: impl Fn(T) -> bool + Copy) -> u64 {
    let mut sum = 0;
    vectorize(
        #[inline(always)]
        || {
            let (items, _) = items.as_chunks::<128>();
            let (mask, _) = mask.as_chunks::<128>();
            for (items, mask) in items.iter().zip(mask) {
                let found = items
                    .iter()
                    .zip(mask)
                    .fold(0_u8, |sum, (item, mask)| sum.wrapping_add(u8::from(is(*item)) & mask));
                sum += u64::from(found);
            }
        },
    );
    sum
}

impl Sink for Kept {
    fn prepare(&mut self, _: usize) {}

    fn push_rule(
        &mut self,
        rule: usize,
        _: usize,
        _: &Bits,
        verdicts: &[Verdict; BLOCK],
        gaps: Option<&Gaps>,
    ) {
        let Some(kept) = self.rules.get_mut(rule) else { return };
        *kept.verdicts = *verdicts;
        kept.gaps = gaps.map(|gaps| {
            let mut values = kept.gaps.take().map_or_else(|| Box::new([0; BLOCK]), |it| it.1);
            *values = *gaps.values;
            (gaps.rows, values)
        });
    }

    fn push_contested(&mut self, _: usize, _: &Bits, _: &[Bits]) {}

    fn push(&mut self, _: usize, _: &Bits, conclusions: &[u8; BLOCK]) {
        *self.weights = *conclusions;
    }
}
