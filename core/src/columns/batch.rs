//! Checking a batch, block by block: load the columns, judge rule after rule, write the results.

use std::ops::Range;

use arrow_array::RecordBatch;

use super::bits::{BLOCK, Bits};
use super::block::{self, Block, Gaps, Vector};
use super::load::{self, Source};
use super::output::Table;
use super::plan::Selected;
use super::prefetch::Prefetch;
use super::{Checked, Plan, PlanErrors, RowFault};
use crate::judge::{Rows, Time, judge};
use crate::measure;
use crate::parameters::Parameters;
use crate::report::{self, Conclusion};
use crate::rule::{Condition, Rule};
use crate::table::{Note, Outside};
use crate::verdict::Verdict;

/// What every thread that checks a part of a batch needs.
#[derive(Clone, Copy)]
pub(super) struct Job<'a, 'b> {
    pub(super) plan: &'a Plan,
    pub(super) batch: &'a RecordBatch,
    /// The planned columns of the batch.
    pub(super) sources: &'a [Source<'b>],
    pub(super) parameters: &'a Parameters,
}

impl<'b> Job<'_, 'b> {
    /// Checks a range of rows.
    pub(super) fn run(self, rows: Range<usize>) -> Result<Checked, PlanErrors> {
        let (mut table, mut faults) =
            (Table::of(rows.len(), &self.plan.rules, self.plan.contested), Vec::new());
        let mut outside = Outside::default();
        let prefetch = Prefetch::of(self.sources.iter().map(|it| it.array));
        let mut block = Block::of(self.plan.subject.fields().len(), prefetch);
        let (mut notes, mut passed, mut outside_rows) = (Vec::new(), 0, 0);
        for start in rows.clone().step_by(BLOCK) {
            let count = BLOCK.min(rows.end - start);
            self.load(start..start + count, &mut block);
            block.passed.each(|at| {
                passed += 1;
                let number = start - rows.start + at;
                Note::merge(&mut notes, self.plan.passing.note(self.batch, start + at, number));
            });
            for joining in &self.plan.children {
                block.unanswered().not().and(&Bits::first(count)).each(|at| {
                    let number = start - rows.start + at;
                    Note::merge(&mut notes, joining.note(self.batch, start + at, number));
                });
            }
            self.find_faults(start - rows.start, start, &block, &mut faults);
            outside_rows += self.judge_all(count, &block, &mut table);
            self.find_outside(count, &block, &mut outside);
        }
        let batch = table.batch(self.plan.schema.clone(), self.plan.dictionary);
        Note::merge(&mut notes, self.plan.notes(&block));
        let batch = batch.map_err(|error| PlanErrors::of(&error))?;
        Ok(Checked { batch, faults, notes, outside, outside_rows, passed })
    }

    fn load(&self, rows: Range<usize>, block: &mut Block<'b>) {
        let shape = self.plan.subject.shape;
        block.clear();
        block.prefetch.start_at(rows.end);
        for source in self.sources {
            load::load(shape, source, rows.clone(), block);
        }
        for joining in &self.plan.children {
            joining.load(self.batch, rows.clone(), block);
        }
        for (index, field) in (0..).zip(shape.fields) {
            if field.required && !self.sources.iter().any(|it| it.fact == Some(index)) {
                block.faulty = Bits::first(rows.len());
            }
        }
        for pair in shape.pairs {
            block.check_pair(*pair);
        }
        block.passed = self.plan.passing.find(self.batch, &rows);
    }

    /// Parses the faulty rows of a block again, as single records, to find all their faults. The
    /// block begins at `row` of the output and at `batch_row` of the batch.
    fn find_faults(
        &self,
        row: usize,
        batch_row: usize,
        block: &Block<'_>,
        faults: &mut Vec<RowFault>,
    ) {
        block.faulty.and(&block.passed.not()).each(|at| {
            if let Err(found) = self.plan.record(self.batch, batch_row + at) {
                faults.extend(found.0.into_iter().map(|fault| {
                    let fault = self.plan.row_fault(fault, self.batch, batch_row + at);
                    RowFault { row: row + at, ..fault }
                }));
            }
        });
    }

    /// Judges a block by every rule. The results of one rule are written before the next is judged,
    /// while they are in the cache. Returns the number of valid rows outside the time to which the
    /// policy is applied.
    fn judge_all(&self, rows: usize, block: &Block<'b>, table: &mut Table) -> usize {
        let mut weights = Box::new([Conclusion::NotAssessed.weight(); BLOCK]);
        let mut all = Vec::with_capacity(self.plan.rules.len());
        let within = self.within(block, self.parameters);
        let unanswered = block.unanswered();
        for (index, selected) in self.plan.rules.iter().enumerate() {
            table.prefetch(index);
            let (verdicts, gaps) = self.judge(selected, block, within.as_deref());
            table.push_rule(index, rows, &unanswered, &verdicts, gaps.as_ref());
            if let Some(gaps) = gaps {
                block.spare.set(Some(gaps.values));
            }
            block::lower(&mut weights, &verdicts, weight_of(selected.rule, self.parameters));
            all.push(verdicts);
        }
        self.conclude_explained(block, &all, self.parameters, &mut weights);
        if self.plan.contested {
            self.find_contested(rows, block, within.as_deref(), &all, &weights, table);
        }
        table.push(rows, &unanswered, &weights);
        within.map_or(0, |within| {
            let within = within.iter().take(rows).enumerate();
            within.filter(|(row, it)| **it != Verdict::Met && !unanswered.has(*row)).count()
        })
    }

    /// Returns whether each row lies in the time to which the policy is applied; `None` if all do.
    fn within(&self, block: &Block<'b>, parameters: &Parameters) -> Option<Box<[Verdict; BLOCK]>> {
        let time = Time::of(self.plan.subject, parameters).filter(|time| block.has(time.fact))?;
        let within = block.numbers([time.fact], move |[given]| Verdict::from_bool(time.has(given)));
        (!block.all_are(&within, Verdict::Met)).then_some(within)
    }

    /// Looks for a valid row in the time to which the policy is applied, as long as there is none.
    fn find_outside(&self, rows: usize, block: &Block<'_>, outside: &mut Outside) {
        let subject = self.plan.subject;
        let time = Time::of(subject, self.parameters);
        let dates = time.and_then(|time| Some((time, block.vector(time.fact)?)));
        for row in (0..rows).filter(|row| !block.faulty.has(*row)) {
            if outside.is_settled() {
                return;
            }
            let year =
                |(time, dates): (Time, &Vector<'_>)| time.year_outside(subject, dates.number(row));
            outside.add(dates.and_then(year));
        }
    }

    /// Concludes the rows that have an explanation again, one by one, because they are rare.
    fn conclude_explained(
        &self,
        block: &Block<'b>,
        all: &[Box<[Verdict; BLOCK]>],
        parameters: &Parameters,
        weights: &mut [u8; BLOCK],
    ) {
        for &(row, _) in &block.explained {
            let explained = |rule| block.explained.contains(&(row, rule));
            let found = self.plan.rules.iter().zip(all).filter_map(|(selected, verdicts)| {
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
        block: &Block<'b>,
        within: Option<&[Verdict; BLOCK]>,
        all: &[Box<[Verdict; BLOCK]>],
        weights: &[u8; BLOCK],
        table: &mut Table,
    ) {
        let mut by_rule = vec![Bits::NONE; self.plan.rules.len()];
        let mut of_conclusion = Bits::NONE;
        for alternative in report::alternatives(self.plan.subject, self.parameters) {
            let parameters = &alternative.parameters;
            let mut others = Box::new([Conclusion::NotAssessed.weight(); BLOCK]);
            let mut other_verdicts = Vec::with_capacity(all.len());
            for ((selected, verdicts), contested) in
                self.plan.rules.iter().zip(all).zip(&mut by_rule)
            {
                let other = if selected.rule.readings().has(alternative.reading) {
                    let other = judge_within(selected.rule, block, parameters, within);
                    *contested = contested.or(&block::different(&other, verdicts));
                    other
                } else {
                    verdicts.clone()
                };
                block::lower(&mut others, &other, weight_of(selected.rule, parameters));
                other_verdicts.push(other);
            }
            self.conclude_explained(block, &other_verdicts, parameters, &mut others);
            of_conclusion = of_conclusion.or(&block::different(&others, weights));
        }
        table.push_contested(rows, &of_conclusion, &by_rule);
    }

    /// The verdicts of one rule and, if it has a column for them, its gaps.
    fn judge(
        &self,
        selected: &Selected,
        block: &Block<'b>,
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
