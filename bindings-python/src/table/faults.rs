//! The faults of a table, by row and column.

use std::sync::Arc;

use arrow_array::builder::{StringBuilder, StringDictionaryBuilder, UInt64Builder};
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, SchemaRef};

use super::part::{Part, Setting};

/// Finds the faults of a part.
pub(super) fn faults(
    setting: &Setting,
    part: &Part,
    schema: &SchemaRef,
) -> Result<RecordBatch, ArrowError> {
    let checked =
        setting.faults_only.check_threads(&part.input, &setting.parameters, setting.threads);
    let checked = checked.map_err(|error| ArrowError::ExternalError(Box::new(error)))?;
    let mut rows = Vec::new();
    let mut numbers = UInt64Builder::new();
    let mut headers = StringDictionaryBuilder::<Int32Type>::new();
    let mut texts: [StringBuilder; 5] = Default::default();
    let mut first = 0;
    for run in &checked {
        for found in run.faults() {
            let row = first + found.row;
            rows.push(row);
            numbers.append_value(part.number(row));
            headers.append(&found.column)?;
            let [pointer, code, given, message, help] = &mut texts;
            pointer.append_value(&found.fault.pointer);
            code.append_value(found.fault.code.as_str());
            given.append_value(&found.fault.given);
            message.append_value(found.fault.message(setting.language));
            help.append_option(found.help(setting.language));
        }
        first += run.num_rows();
    }
    let mut columns: Vec<ArrayRef> = vec![Arc::new(numbers.finish())];
    columns.extend(part.key(setting, &rows)?);
    columns.push(Arc::new(headers.finish()));
    for mut text in texts {
        columns.push(Arc::new(text.finish()));
    }
    RecordBatch::try_new(schema.clone(), columns)
}
