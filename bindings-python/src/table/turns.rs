//! What turns between two reports on the same rows.

use std::sync::Arc;

use arrow_array::builder::{StringDictionaryBuilder, UInt64Builder};
use arrow_array::types::Int16Type;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema};

use super::part::{Part, Setting};
use super::report::CONCLUSION;
use crate::frame::Table;

/// Each verdict and conclusion that is another one in the second report.
pub(super) fn turns(
    setting: &Setting,
    parts: &mut dyn Iterator<Item = (&Part, &Part)>,
) -> Result<Table, ArrowError> {
    let words = || DataType::Dictionary(Box::new(DataType::Int16), Box::new(DataType::Utf8));
    let mut fields = vec![Field::new("row", DataType::UInt64, false)];
    fields.extend(setting.key_fields());
    fields.push(Field::new("rule", words(), false));
    fields.extend(["before", "after"].map(|it| Field::new(it, words(), true)));
    let schema = Arc::new(Schema::new(fields));
    let rules = setting.plan.rules().map(|rule| rule.id);
    let ids: Vec<&str> = [CONCLUSION].into_iter().chain(rules).collect();

    let mut batches = Vec::new();
    for (first, second) in parts {
        let both = |id: &&'static str| Some((*id, first.words(id)?, second.words(id)?));
        let columns: Vec<_> = ids.iter().filter_map(both).collect();
        let mut rows = Vec::new();
        let mut numbers = UInt64Builder::new();
        let mut words: [StringDictionaryBuilder<Int16Type>; 3] = Default::default();
        for row in 0..first.rows() {
            for (id, one, other) in &columns {
                let (one, other) = (one.get(row), other.get(row));
                if one != other {
                    rows.push(row);
                    numbers.append_value(first.number(row));
                    for (words, word) in words.iter_mut().zip([Some(*id), one, other]) {
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
