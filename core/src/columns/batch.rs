//! Checking a batch, block by block: load the columns, judge rule after rule, write the results.

use std::ops::Range;
use std::rc::Rc;

use arrow_array::RecordBatch;

use super::load::{self, Source};
use super::output::Table;
use super::prefetch::Prefetch;
use super::{Checked, Plan, PlanErrors, RowFault};
use crate::block::bits::{BLOCK, Bits};
use crate::block::judging::Judging;
use crate::block::{Block, Vector};
use crate::input::Pair;
use crate::judge::Time;
use crate::parameters::Parameters;
use crate::table::{Note, Outside};

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
        let prefetch = Rc::new(Prefetch::of(self.sources.iter().map(|it| it.array)));
        let step = Rc::clone(&prefetch);
        let facts = self.plan.subject.fields().len();
        let mut block = Block::of(facts, Some(Box::new(move || step.step())));
        let judging = Judging {
            subject: self.plan.subject,
            rules: &self.plan.rules,
            parameters: self.parameters,
            contested: self.plan.contested,
        };
        let (mut notes, mut passed, mut outside_rows) = (Vec::new(), 0, 0);
        let nan_is_null = self.plan.options.nan_is_null;
        for start in rows.clone().step_by(BLOCK) {
            let count = BLOCK.min(rows.end - start);
            prefetch.start_at(start + count);
            self.load(start..start + count, &mut block);
            for at in block.passed.rows() {
                passed += 1;
                let number = start - rows.start + at;
                let note = self.plan.passing.note(self.batch, start + at, number, nan_is_null)?;
                Note::merge(&mut notes, note);
            }
            for joining in &self.plan.children {
                for at in block.unanswered().not().and(&Bits::first(count)).rows() {
                    let number = start - rows.start + at;
                    Note::merge(&mut notes, joining.note(self.batch, start + at, number));
                }
            }
            Note::merge(&mut notes, self.doubts(count, start - rows.start, &block));
            self.find_faults(start - rows.start, start, &block, &mut faults)?;
            outside_rows += judging.judge(count, &block, &mut table);
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
        block.passed = self.plan.passing.find(self.batch, &rows, self.plan.options.nan_is_null);
    }

    /// The notes on parts of the first `count` rows of a block that exceed their wholes; the block begins
    /// at `row` of the output.
    fn doubts(&self, count: usize, row: usize, block: &Block<'_>) -> Vec<Note> {
        let subject = self.plan.subject;
        let judged = block.unanswered().not().and(&Bits::first(count));
        let notes = subject.shape.pairs.iter().flat_map(|pair| {
            let Pair::Doubtful { part, whole } = *pair else { return Vec::new() };
            let rows = block.greater(part, whole).and(&judged).rows();
            let lines =
                rows.map(|at| u64::try_from(row + at).unwrap_or(u64::MAX).saturating_add(1));
            lines.filter_map(|line| Note::over_whole(subject, part, whole, line)).collect()
        });
        notes.collect()
    }

    /// Parses the faulty rows of a block again, as single records, to find all their faults. The
    /// block begins at `row` of the output and at `batch_row` of the batch.
    fn find_faults(
        &self,
        row: usize,
        batch_row: usize,
        block: &Block<'_>,
        faults: &mut Vec<RowFault>,
    ) -> Result<(), PlanErrors> {
        for at in block.faulty.and(&block.passed.not()).rows() {
            if let Err(found) = self.plan.record(self.batch, batch_row + at) {
                self.plan.passing.check_units(self.batch, batch_row + at)?;
                faults.extend(found.0.into_iter().map(|fault| {
                    let fault = self.plan.row_fault(fault, self.batch, batch_row + at);
                    RowFault { row: row + at, ..fault }
                }));
            }
        }
        Ok(())
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
}
