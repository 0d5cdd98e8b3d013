//! Groups: the results of a batch counted by the values of columns.

use arrow_array::{ArrayRef, RecordBatch};

use super::results::Results;
use super::{Plan, cell};
use crate::table::Groups;

impl Plan {
    /// Counts the rows of a batch in groups, which have the rules of this plan: `output` is what
    /// [`check`](Self::check) made of `input`, and `by` are the indices of the columns of `input` by
    /// whose values its rows are grouped. Rows that are no records are left out.
    pub fn count_groups(
        &self,
        groups: &mut Groups,
        input: &RecordBatch,
        by: &[usize],
        output: &RecordBatch,
    ) {
        let Some(results) = Results::of(self, output) else { return };
        let by: Vec<&ArrayRef> = by.iter().filter_map(|it| input.columns().get(*it)).collect();
        let nan_is_null = self.options.nan_is_null;
        for row in 0..output.num_rows() {
            let conclusion = results.conclusion(row);
            if conclusion.is_none() && self.passes(input, row) {
                continue;
            }
            let values: Vec<_> = by.iter().map(|it| cell::shown(it, row, nan_is_null)).collect();
            let Some(group) = groups.group(&values) else { return };
            let Some(conclusion) = conclusion else {
                group.faulty += 1;
                continue;
            };
            group.conclusions[conclusion] += 1;
            for (counts, (verdict, gap)) in group.rules.iter_mut().zip(results.rules(row)) {
                if let Some(verdict) = verdict {
                    counts.add(verdict);
                }
                counts.add_gap(gap);
            }
        }
    }
}
