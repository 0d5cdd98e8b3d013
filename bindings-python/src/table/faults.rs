//! The faults of a table, by row and column.

use std::sync::Arc;

use arrow_array::builder::{StringBuilder, StringDictionaryBuilder, UInt64Builder};
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, RecordBatch, new_null_array};
use arrow_schema::{ArrowError, SchemaRef};
use chanjiao::table::ChildPlace;
use chanjiao::{Fault, Language};

use super::part::{Part, Setting};

/// The rows of child tables that belong to no record, as faults without a row of the table.
pub(super) fn orphans(
    setting: &Setting,
    orphans: &[(ChildPlace, Fault)],
    schema: &SchemaRef,
) -> Result<RecordBatch, ArrowError> {
    let mut table = Faults::default();
    for (_, fault) in orphans {
        let fact = fault.pointer.trim_start_matches('/');
        table.append(None, fact, fault, fault.help(setting.language), setting.language)?;
    }
    let keys = setting.key_fields();
    let keys = keys.iter().map(|it| new_null_array(it.data_type(), orphans.len()));
    table.finish(keys.collect(), schema)
}

/// Finds the faults of a part.
pub(super) fn faults(
    setting: &Setting,
    part: &Part,
    schema: &SchemaRef,
) -> Result<RecordBatch, ArrowError> {
    let checked =
        setting.faults_only.check_threads(&part.input, &setting.parameters, setting.threads);
    let checked = checked.map_err(|error| ArrowError::ExternalError(Box::new(error)))?;
    let (mut rows, mut table) = (Vec::new(), Faults::default());
    let mut first = 0;
    for run in &checked {
        for found in run.faults() {
            let row = first + found.row;
            rows.push(row);
            let (number, help) = (part.number(row), found.help(setting.language));
            table.append(Some(number), &found.column, &found.fault, help, setting.language)?;
        }
        first += run.num_rows();
    }
    table.finish(part.key(setting, &rows)?, schema)
}

/// The columns of a table of faults, without the keys.
#[derive(Default)]
struct Faults {
    rows: UInt64Builder,
    headers: StringDictionaryBuilder<Int32Type>,
    texts: [StringBuilder; 5],
}

impl Faults {
    fn append(
        &mut self,
        row: Option<u64>,
        column: &str,
        fault: &Fault,
        help: Option<String>,
        language: Language,
    ) -> Result<(), ArrowError> {
        self.rows.append_option(row);
        self.headers.append(column)?;
        let [pointer, code, given, message, help_column] = &mut self.texts;
        pointer.append_value(&fault.pointer);
        code.append_value(fault.code.as_str());
        given.append_value(&fault.given);
        message.append_value(fault.message(language));
        help_column.append_option(help);
        Ok(())
    }

    fn finish(
        mut self,
        keys: Vec<ArrayRef>,
        schema: &SchemaRef,
    ) -> Result<RecordBatch, ArrowError> {
        let mut columns: Vec<ArrayRef> = vec![Arc::new(self.rows.finish())];
        columns.extend(keys);
        columns.push(Arc::new(self.headers.finish()));
        for mut text in self.texts {
            columns.push(Arc::new(text.finish()));
        }
        RecordBatch::try_new(schema.clone(), columns)
    }
}
