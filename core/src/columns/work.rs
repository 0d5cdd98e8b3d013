//! Judging a batch, block by block: loaded, judged by rule after rule, written.

use std::ops::Range;

use arrow_array::RecordBatch;

use super::bits::Bits;
use super::block::{self, BLOCK, Block, Gaps};
use super::load::{self, Source};
use super::output::Table;
use super::prefetch::Ahead;
use super::{Checked, Gap, Plan, PlanErrors, RowFault, Selected};
use crate::judge::{Rows, judge};
use crate::measure;
use crate::parameters::Parameters;
use crate::report::{self, Conclusion};
use crate::rule::Condition;
use crate::verdict::Verdict;

/// What every worker needs.
#[derive(Clone, Copy)]
pub(super) struct Work<'a, 'b> {
    pub(super) plan: &'a Plan,
    pub(super) batch: &'a RecordBatch,
    /// These hold parts of the batch.
    pub(super) sources: &'a [Source<'b>],
    pub(super) parameters: &'a Parameters,
}

impl<'b> Work<'_, 'b> {
    /// Judges some rows, block by block.
    pub(super) fn run(self, rows: Range<usize>) -> Result<Checked, PlanErrors> {
        let (mut table, mut faults) = (Table::of(rows.len(), &self.plan.rules), Vec::new());
        let ahead = Ahead::of(self.sources.iter().map(|it| it.array));
        let mut block = Block::of(self.plan.subject.fields().len(), ahead);
        for start in rows.clone().step_by(BLOCK) {
            let count = BLOCK.min(rows.end - start);
            self.load(start..start + count, &mut block);
            self.faults(start - rows.start, start, &block, &mut faults);
            self.judge_all(count, &block, &mut table);
        }
        let batch = table.batch(self.plan.schema.clone(), self.plan.dictionary);
        Ok(Checked { batch: batch.map_err(|error| PlanErrors::of(&error))?, faults })
    }

    fn load(&self, rows: Range<usize>, block: &mut Block<'b>) {
        let shape = self.plan.subject.shape;
        block.clear();
        block.ahead.turn_to(rows.end);
        for source in self.sources {
            load::load(shape, source, rows.clone(), block);
        }
        for (index, field) in (0..).zip(shape.fields) {
            if field.required && !self.sources.iter().any(|it| it.fact == Some(index)) {
                block.faulty = Bits::first(rows.len());
            }
        }
        for pair in shape.pairs {
            block.pair(*pair);
        }
    }

    /// Reads the faulty rows of a block once more, each as a single record, for all their faults.
    /// The block begins at one row of what comes out, and at another of the batch.
    fn faults(&self, row: usize, of_batch: usize, block: &Block<'_>, faults: &mut Vec<RowFault>) {
        block.faulty.each(|at| {
            if let Err(found) = self.plan.record(self.batch, of_batch + at) {
                faults.extend(found.0.into_iter().map(|fault| RowFault {
                    row: row + at,
                    column: self.plan.header(&fault),
                    fault,
                }));
            }
        });
    }

    /// Judges a block by every rule, and writes what each finds before the next is asked.
    fn judge_all(&self, rows: usize, block: &Block<'b>, table: &mut Table) {
        let mut weights = Box::new([Conclusion::NotAssessed.weight(); BLOCK]);
        let mut all = Vec::with_capacity(self.plan.rules.len());
        for (index, selected) in self.plan.rules.iter().enumerate() {
            table.ask_for(index);
            let (verdicts, gaps) = self.judge(selected, block);
            table.push_found(index, rows, &block.faulty, &verdicts, gaps.as_ref());
            if let Some(gaps) = gaps {
                block.room.set(Some(gaps.values));
            }
            let weight = |verdict| report::alone(selected.rule, verdict, false).weight();
            block::lower(&mut weights, &verdicts, weight);
            all.push(verdicts);
        }
        for &(row, _) in &block.explained {
            let explained = |rule| block.explained.contains(&(row, rule));
            let found = self.plan.rules.iter().zip(&all).filter_map(|(selected, verdicts)| {
                Some((selected.rule, *verdicts.get(row)?, explained(selected.index)))
            });
            if let Some(weight) = weights.get_mut(row) {
                *weight = report::conclude(found).weight();
            }
        }
        table.push(rows, &block.faulty, &weights);
    }

    /// The verdicts of one rule and, where it has a column for them, its gaps.
    fn judge(
        &self,
        selected: &Selected,
        block: &Block<'b>,
    ) -> (Box<[Verdict; BLOCK]>, Option<Gaps>) {
        let (rule, parameters) = (selected.rule, self.parameters);
        let Some(Gap { bound, .. }) = &selected.gap else {
            return (judge(rule, block, parameters, None), None);
        };
        let mut bounds = Vec::new();
        let verdicts = judge(rule, block, parameters, Some(&mut bounds));
        let own = match (bounds.pop(), &rule.applies, &rule.holds) {
            // By itself such a rule is its bound.
            (Some(own), None, Condition::Number(_) | Condition::List(_)) => own,
            (Some(own), ..) => {
                let own_or_rules = measure::bound_verdict(rule, parameters);
                block.join(own, verdicts.clone(), own_or_rules)
            }
            // What was not evaluated is not unmet either.
            (None, ..) => verdicts.clone(),
        };
        let gaps = measure::amounts(*bound, block, &own, parameters);
        (verdicts, Some(gaps))
    }
}
