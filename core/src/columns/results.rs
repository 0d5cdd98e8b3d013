//! The results of a batch, row by row, as values.

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Int8Type, Int64Type};
use arrow_array::{Array, ArrayRef, RecordBatch};

use super::Plan;
use crate::report::Conclusion;
use crate::table::WideColumn;
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

/// The results of a batch.
pub(super) struct Results<'a> {
    conclusions: Words<'a, Conclusion>,
    /// The verdicts of each rule of the plan, and its shortfalls.
    rules: Vec<(Option<Words<'a, Verdict>>, Option<&'a ArrayRef>)>,
}

impl<'a> Results<'a> {
    /// What [`Plan::check`] made of a batch; `None` if it is not of that plan.
    pub(super) fn of(plan: &Plan, output: &'a RecordBatch) -> Option<Self> {
        let (mut conclusions, mut rules) = (None, Vec::new());
        for (column, array) in plan.output_columns().zip(output.columns()) {
            match column {
                WideColumn::Conclusion => conclusions = Words::of(array),
                WideColumn::Verdict(_) => rules.push((Words::of(array), None)),
                WideColumn::Gap(_) => {
                    if let Some((_, gap)) = rules.last_mut() {
                        *gap = Some(array);
                    }
                }
                WideColumn::Contested(_) => {}
            }
        }
        Some(Self { conclusions: conclusions?, rules })
    }

    pub(super) fn conclusion(&self, row: usize) -> Option<Conclusion> {
        self.conclusions.get(row)
    }

    /// The verdict of each rule, and its shortfall or excess, in fen if the unit is the yuan.
    pub(super) fn rules(
        &self,
        row: usize,
    ) -> impl Iterator<Item = (Option<Verdict>, Option<i128>)> + '_ {
        let verdict = move |it: &Words<'_, Verdict>| it.get(row);
        self.rules.iter().map(move |(verdicts, gaps)| {
            (verdicts.as_ref().and_then(verdict), gaps.and_then(|it| gap(it, row)))
        })
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
