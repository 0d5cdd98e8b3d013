//! The differences between two reports on the same rows.

use std::sync::Arc;

use arrow_array::builder::{StringDictionaryBuilder, UInt64Builder};
use arrow_array::types::Int16Type;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::ArrowError;
use chanjiao::table::WideColumn;

use super::part::{Part, Setting};
use super::schemas;
use crate::frame::Table;

/// Every verdict and conclusion that is not the same in the second report.
pub(super) fn turned(
    setting: &Setting,
    parts: &mut dyn Iterator<Item = (&Part, &Part)>,
) -> Result<Table, ArrowError> {
    let schema = schemas::changes(setting.key_fields());
    let columns = setting.plan.output_columns();
    let names: Vec<_> = columns
        .filter(|column| match column {
            WideColumn::Conclusion | WideColumn::Verdict(_) => true,
            WideColumn::Gap(_) | WideColumn::Contested(_) => false,
        })
        .map(WideColumn::name)
        .collect();

    let mut batches = Vec::new();
    for (first, second) in parts {
        let columns: Vec<_> = names
            .iter()
            .filter_map(|name| Some((name.as_ref(), first.words(name)?, second.words(name)?)))
            .collect();
        let mut rows = Vec::new();
        let mut numbers = UInt64Builder::new();
        let mut words: [StringDictionaryBuilder<Int16Type>; 3] = Default::default();
        for row in 0..first.rows() {
            for (name, before, after) in &columns {
                let (before, after) = (before.get(row), after.get(row));
                if before != after {
                    rows.push(row);
                    numbers.append_value(first.number(row));
                    for (words, word) in words.iter_mut().zip([Some(*name), before, after]) {
                        words.append_option(word);
                    }
                }
            }
        }
        let mut columns: Vec<ArrayRef> = vec![Arc::new(numbers.finish())];
        columns.extend(first.key(setting, &rows)?);
        for mut words in words {
            columns.push(Arc::new(words.finish()));
        }
        batches.push(RecordBatch::try_new(schema.clone(), columns)?);
    }
    Ok(Table::of(schema, batches))
}
