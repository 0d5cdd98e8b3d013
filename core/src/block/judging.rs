//! Judging a block of rows by rule after rule.

use super::bits::{BLOCK, Bits};
use super::{Block, Gaps};
use crate::field::Unit;
use crate::judge::{Rows, Time, judge};
use crate::measure;
use crate::parameters::Parameters;
use crate::report::{self, Conclusion};
use crate::rule::{Condition, Rule};
use crate::subjects::Subject;
use crate::verdict::Verdict;

/// A rule to judge by.
#[derive(Debug, Clone)]
pub(crate) struct Selected {
    /// Its index in the subject's list.
    pub(crate) index: usize,
    pub(crate) rule: &'static Rule,
    pub(crate) gap: Option<Gap>,
}

/// The column that says by how much a rule is missed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Gap {
    /// Whether it is in yuan; its numbers are fen.
    #[cfg(feature = "arrow")]
    pub(crate) is_money: bool,
    /// The decimals of its numbers as text.
    #[cfg(feature = "cli")]
    pub(crate) decimals: u32,
}

impl Selected {
    /// A rule of the subject, with its only bound if it has exactly one.
    pub(crate) fn of(index: usize, rule: &'static Rule, subject: &'static Subject) -> Self {
        let gap = rule.only_bound(&Parameters::default()).map(|bound| {
            let field = bound.field(subject.fields());
            let unit = field.and_then(|field| bound.unit(field));
            Gap {
                #[cfg(feature = "arrow")]
                is_money: unit == Some(Unit::Yuan),
                #[cfg(feature = "cli")]
                decimals: field
                    .filter(|_| unit != Some(Unit::Day))
                    .map_or(0, |it| it.kind.decimals()),
            }
        });
        Self { index, rule, gap }
    }
}

/// What the results of a block are written to. `unanswered` are the rows without an answer.
pub(crate) trait Sink {
    /// Prepares for the results of a rule, by its index among those of the judging.
    fn prepare(&mut self, rule: usize);

    /// The verdicts of one rule, and its gaps if it has a column for them.
    fn push_rule(
        &mut self,
        rule: usize,
        rows: usize,
        unanswered: &Bits,
        verdicts: &[Verdict; BLOCK],
        gaps: Option<&Gaps>,
    );

    /// Whether the conclusion and the verdict of each rule are contested.
    fn push_contested(&mut self, rows: usize, conclusion: &Bits, rules: &[Bits]);

    /// What is common to all rules: the conclusions, by their weights.
    fn push(&mut self, rows: usize, unanswered: &Bits, conclusions: &[u8; BLOCK]);
}

/// How blocks are judged.
#[derive(Clone, Copy)]
pub(crate) struct Judging<'a> {
    pub(crate) subject: &'static Subject,
    pub(crate) rules: &'a [Selected],
    pub(crate) parameters: &'a Parameters,
    /// Whether to find what is contested.
    pub(crate) contested: bool,
}

/// The conclusions in the order of their weights, which are their codes.
pub(crate) const BY_WEIGHT: [Conclusion; 8] = [
    Conclusion::NonCompliant,
    Conclusion::Incomplete,
    Conclusion::NotImplemented,
    Conclusion::ExplanationDue,
    Conclusion::Explained,
    Conclusion::NotYetDue,
    Conclusion::Compliant,
    Conclusion::NotAssessed,
];

const _: () = {
    let [a, b, c, d, e, f, g, h] = BY_WEIGHT;
    assert!(a.weight() == 0 && b.weight() == 1 && c.weight() == 2 && d.weight() == 3);
    assert!(e.weight() == 4 && f.weight() == 5 && g.weight() == 6 && h.weight() == 7);
};

impl Judging<'_> {
    /// Judges a block by every rule. The results of one rule are written before the next is judged,
    /// while they are in the cache. Returns the number of valid rows outside the time to which the
    /// policy is applied.
    pub(crate) fn judge(&self, rows: usize, block: &Block<'_>, sink: &mut impl Sink) -> usize {
        let mut weights = Box::new([Conclusion::NotAssessed.weight(); BLOCK]);
        let mut all = Vec::with_capacity(self.rules.len());
        let within = self.within(block, self.parameters);
        let unanswered = block.unanswered();
        for (index, selected) in self.rules.iter().enumerate() {
            sink.prepare(index);
            let (verdicts, gaps) = self.judge_rule(selected, block, within.as_deref());
            sink.push_rule(index, rows, &unanswered, &verdicts, gaps.as_ref());
            if let Some(gaps) = gaps {
                block.spare.set(Some(gaps.values));
            }
            super::lower(&mut weights, &verdicts, weight_of(selected.rule, self.parameters));
            all.push(verdicts);
        }
        self.conclude_explained(block, &all, self.parameters, &mut weights);
        if self.contested {
            self.find_contested(rows, block, within.as_deref(), &all, &weights, sink);
        }
        sink.push(rows, &unanswered, &weights);
        within.map_or(0, |within| {
            let within = within.iter().take(rows).enumerate();
            within.filter(|(row, it)| **it != Verdict::Met && !unanswered.has(*row)).count()
        })
    }

    /// Returns whether each row lies in the time to which the policy is applied; `None` if all do.
    fn within(&self, block: &Block<'_>, parameters: &Parameters) -> Option<Box<[Verdict; BLOCK]>> {
        let time = Time::of(self.subject, parameters).filter(|time| block.has(time.fact))?;
        let within = block.numbers([time.fact], move |[given]| Verdict::from_bool(time.has(given)));
        (!block.all_are(&within, Verdict::Met)).then_some(within)
    }

    /// Concludes the rows that have an explanation again, one by one, because they are rare.
    fn conclude_explained(
        &self,
        block: &Block<'_>,
        all: &[Box<[Verdict; BLOCK]>],
        parameters: &Parameters,
        weights: &mut [u8; BLOCK],
    ) {
        for &(row, _) in &block.explained {
            let explained = |rule| block.explained.contains(&(row, rule));
            let found = self.rules.iter().zip(all).filter_map(|(selected, verdicts)| {
                let (rule, verdict) = (selected.rule, *verdicts.get(row)?);
                let explained = verdict == Verdict::Unmet && explained(selected.index);
                Some((rule, rule.force_under(parameters), verdict, explained))
            });
            if let Some(weight) = weights.get_mut(row) {
                *weight = report::conclude(found).weight();
            }
        }
    }

    /// Finds the rows whose verdict, or whose conclusion, is another one under another choice of a
    /// reading.
    fn find_contested(
        &self,
        rows: usize,
        block: &Block<'_>,
        within: Option<&[Verdict; BLOCK]>,
        all: &[Box<[Verdict; BLOCK]>],
        weights: &[u8; BLOCK],
        sink: &mut impl Sink,
    ) {
        let mut by_rule = vec![Bits::NONE; self.rules.len()];
        let mut of_conclusion = Bits::NONE;
        for alternative in report::alternatives(self.subject, self.parameters) {
            let parameters = &alternative.parameters;
            let mut others = Box::new([Conclusion::NotAssessed.weight(); BLOCK]);
            let mut other_verdicts = Vec::with_capacity(all.len());
            for ((selected, verdicts), contested) in self.rules.iter().zip(all).zip(&mut by_rule) {
                let other = if selected.rule.readings().has(alternative.reading) {
                    let other = judge_within(selected.rule, block, parameters, within);
                    *contested = contested.or(&super::different(&other, verdicts));
                    other
                } else {
                    verdicts.clone()
                };
                super::lower(&mut others, &other, weight_of(selected.rule, parameters));
                other_verdicts.push(other);
            }
            self.conclude_explained(block, &other_verdicts, parameters, &mut others);
            of_conclusion = of_conclusion.or(&super::different(&others, weights));
        }
        sink.push_contested(rows, &of_conclusion, &by_rule);
    }

    /// The verdicts of one rule and, if it has a column for them, its gaps.
    fn judge_rule(
        &self,
        selected: &Selected,
        block: &Block<'_>,
        within: Option<&[Verdict; BLOCK]>,
    ) -> (Box<[Verdict; BLOCK]>, Option<Gaps>) {
        let (rule, parameters) = (selected.rule, self.parameters);
        let bound = selected.gap.as_ref().and_then(|_| rule.only_bound(parameters));
        let Some(bound) = bound else {
            let verdicts = judge_within(rule, block, parameters, within);
            return (verdicts, None);
        };
        let mut bounds = Vec::new();
        let mut verdicts = judge(rule, block, parameters, Some(&mut bounds));
        if let Some(within) = within {
            verdicts = block.join(Box::new(*within), verdicts, Verdict::then);
        }
        let is_bound = matches!(
            (&rule.applies, rule.holds.chosen(parameters), within),
            (None, Condition::Number(_) | Condition::List(_), None)
        );
        let own = match bounds.pop() {
            // Without a scope, the verdict of such a rule is that of its only bound.
            Some(own) if is_bound => own,
            Some(own) => {
                block.join(own, verdicts.clone(), measure::bound_verdict(rule, parameters))
            }
            // A bound that was not evaluated is not unmet either.
            None => verdicts.clone(),
        };
        let gaps = measure::amounts(bound, block, &own, parameters);
        (verdicts, Some(gaps))
    }
}

fn judge_within(
    rule: &Rule,
    block: &Block<'_>,
    parameters: &Parameters,
    within: Option<&[Verdict; BLOCK]>,
) -> Box<[Verdict; BLOCK]> {
    let verdicts = judge(rule, block, parameters, None);
    match within {
        None => verdicts,
        Some(within) => block.join(Box::new(*within), verdicts, Verdict::then),
    }
}

/// Returns the weight of a verdict of a rule in the conclusion.
fn weight_of(rule: &'static Rule, parameters: &Parameters) -> impl Fn(Verdict) -> u8 + use<> {
    let force = rule.force_under(parameters);
    move |verdict| report::alone(rule, force, verdict, false).weight()
}
