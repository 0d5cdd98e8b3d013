//! Checking a batch, block by block: load the columns, judge rule after rule, write the results.

use std::ops::Range;

use arrow_array::RecordBatch;

use super::bits::{BLOCK, Bits};
use super::block::{self, Block, Gaps};
use super::load::{self, Source};
use super::output::Table;
use super::plan::{Gap, Selected};
use super::prefetch::Prefetch;
use super::{Checked, Plan, PlanErrors, RowFault};
use crate::judge::{Rows, judge};
use crate::measure;
use crate::parameters::Parameters;
use crate::report::{self, Conclusion};
use crate::rule::Condition;
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
        let (mut table, mut faults) = (Table::of(rows.len(), &self.plan.rules), Vec::new());
        let prefetch = Prefetch::of(self.sources.iter().map(|it| it.array));
        let mut block = Block::of(self.plan.subject.fields().len(), prefetch);
        for start in rows.clone().step_by(BLOCK) {
            let count = BLOCK.min(rows.end - start);
            self.load(start..start + count, &mut block);
            self.find_faults(start - rows.start, start, &block, &mut faults);
            self.judge_all(count, &block, &mut table);
        }
        let batch = table.batch(self.plan.schema.clone(), self.plan.dictionary);
        Ok(Checked { batch: batch.map_err(|error| PlanErrors::of(&error))?, faults })
    }

    fn load(&self, rows: Range<usize>, block: &mut Block<'b>) {
        let shape = self.plan.subject.shape;
        block.clear();
        block.prefetch.start_at(rows.end);
        for source in self.sources {
            load::load(shape, source, rows.clone(), block);
        }
        for (index, field) in (0..).zip(shape.fields) {
            if field.required && !self.sources.iter().any(|it| it.fact == Some(index)) {
                block.faulty = Bits::first(rows.len());
            }
        }
        for pair in shape.pairs {
            block.check_pair(*pair);
        }
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
        block.faulty.each(|at| {
            if let Err(found) = self.plan.record(self.batch, batch_row + at) {
                faults.extend(found.0.into_iter().map(|fault| RowFault {
                    row: row + at,
                    column: self.plan.header(&fault),
                    fault,
                }));
            }
        });
    }

    /// Judges a block by every rule. The results of one rule are written before the next is judged,
    /// while they are in the cache.
    fn judge_all(&self, rows: usize, block: &Block<'b>, table: &mut Table) {
        let mut weights = Box::new([Conclusion::NotAssessed.weight(); BLOCK]);
        let mut all = Vec::with_capacity(self.plan.rules.len());
        for (index, selected) in self.plan.rules.iter().enumerate() {
            table.prefetch(index);
            let (verdicts, gaps) = self.judge(selected, block);
            table.push_rule(index, rows, &block.faulty, &verdicts, gaps.as_ref());
            if let Some(gaps) = gaps {
                block.spare.set(Some(gaps.values));
            }
            let weight = |verdict| report::alone(selected.rule, verdict, false).weight();
            block::lower(&mut weights, &verdicts, weight);
            all.push(verdicts);
        }
        // Explanations are rare: the rows that have one are concluded again, one by one.
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

    /// The verdicts of one rule and, if it has a column for them, its gaps.
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
            // Without a scope, the verdict of such a rule is that of its only bound.
            (Some(own), None, Condition::Number(_) | Condition::List(_)) => own,
            (Some(own), ..) => {
                block.join(own, verdicts.clone(), measure::bound_verdict(rule, parameters))
            }
            // A bound that was not evaluated is not unmet either.
            (None, ..) => verdicts.clone(),
        };
        let gaps = measure::amounts(*bound, block, &own, parameters);
        (verdicts, Some(gaps))
    }
}
