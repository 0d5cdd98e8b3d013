//! The results of a batch by the keys of its rows, to be compared with those of another table.

use std::borrow::Cow;

use arrow_array::{ArrayRef, RecordBatch};

use super::results::Results;
use super::{Plan, cell};
use crate::rule::Rule;
use crate::table::Outcome;
use crate::verdict::Verdict;

impl Plan {
    /// Passes on, for each row of a batch, the texts of its key columns, its number in the batch and
    /// what became of it, as [`Register::add`](crate::table::Register::add) takes them. `output` is what
    /// [`check`](Self::check) made of `input`, and `key` are the indices of the key columns of `input`.
    /// `has_gaps` is whether the shortfalls of a rule are compared.
    pub fn each_outcome(
        &self,
        input: &RecordBatch,
        key: &[usize],
        output: &RecordBatch,
        has_gaps: impl Fn(&Rule) -> bool,
        mut each: impl FnMut(&[Cow<'_, str>], usize, Outcome),
    ) {
        let Some(results) = Results::of(self, output) else { return };
        let has_gaps: Vec<bool> = self.rules().map(has_gaps).collect();
        let key: Vec<&ArrayRef> = key.iter().filter_map(|it| input.columns().get(*it)).collect();
        let nan_is_null = self.options.nan_is_null;
        for row in 0..output.num_rows() {
            let texts: Vec<_> = key.iter().map(|it| cell::shown(it, row, nan_is_null)).collect();
            let outcome = match results.conclusion(row) {
                Some(conclusion) => {
                    let verdicts =
                        results.rules(row).zip(&has_gaps).map(|((verdict, gap), has)| {
                            let gap = gap.filter(|_| *has).and_then(|it| i64::try_from(it).ok());
                            // Every rule of a record that was judged has a verdict.
                            (verdict.unwrap_or(Verdict::Undetermined), gap)
                        });
                    Outcome::judged(conclusion, verdicts)
                }
                None if self.passes(input, row) => Outcome::Passed,
                None => Outcome::Faulty,
            };
            each(&texts, row, outcome);
        }
    }
}
