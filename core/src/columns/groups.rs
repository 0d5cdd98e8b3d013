//! Groups: the results of a batch counted by the values of columns.

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Int8Type, Int64Type};
use arrow_array::{Array, ArrayRef, RecordBatch};

use super::Plan;
use super::cell;
use crate::report::Conclusion;
use crate::table::{Groups, WideColumn};
use crate::verdict::Verdict;

/// The words of a dictionary column, as values.
struct Words<'a, T> {
    array: &'a ArrayRef,
    values: Vec<Option<T>>,
}

impl<'a, T: Copy + core::str::FromStr> Words<'a, T> {
    fn of(array: &'a ArrayRef) -> Option<Self> {
        let words = array.as_dictionary_opt::<Int8Type>()?.values().as_string_opt::<i32>()?;
        let values = words.iter().map(|word| word.and_then(|it| it.parse().ok())).collect();
        Some(Self { array, values })
    }

    fn get(&self, row: usize) -> Option<T> {
        let key = self.array.as_dictionary_opt::<Int8Type>()?.key(row)?;
        self.values.get(key).copied().flatten()
    }
}

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
        let (mut conclusions, mut rules) = (None, Vec::new());
        for (column, array) in self.output_columns().zip(output.columns()) {
            match column {
                WideColumn::Conclusion => conclusions = Words::<Conclusion>::of(array),
                WideColumn::Verdict(_) => rules.push((Words::<Verdict>::of(array), None)),
                WideColumn::Gap(_) => {
                    if let Some((_, gap)) = rules.last_mut() {
                        *gap = Some(array);
                    }
                }
                WideColumn::Contested(_) => {}
            }
        }
        let Some(conclusions) = conclusions else { return };
        let by: Vec<&ArrayRef> = by.iter().filter_map(|it| input.columns().get(*it)).collect();
        let nan_is_null = self.options.nan_is_null;
        for row in 0..output.num_rows() {
            let conclusion = conclusions.get(row);
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
            for (counts, (verdicts, gaps)) in group.rules.iter_mut().zip(&rules) {
                if let Some(verdict) = verdicts.as_ref().and_then(|it| it.get(row)) {
                    counts.add(verdict);
                }
                counts.add_gap(gaps.and_then(|it| gap(it, row)));
            }
        }
    }
}

/// The shortfall or excess in a row, in whole units or in fen.
fn gap(column: &ArrayRef, row: usize) -> Option<i128> {
    if column.is_null(row) {
        return None;
    }
    match column.as_primitive_opt::<Decimal128Type>() {
        Some(fen) => Some(fen.value(row)),
        None => Some(column.as_primitive_opt::<Int64Type>()?.value(row).into()),
    }
}
