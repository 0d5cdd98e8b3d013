//! Selecting rows of columns of any type.

use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchOptions, make_array};
use arrow_data::transform::MutableArrayData;
use arrow_schema::{ArrowError, SchemaRef};

use crate::record::column::returned;

/// These rows of a column.
pub(super) fn column(column: &ArrayRef, rows: &[usize]) -> Result<ArrayRef, ArrowError> {
    let data = column.to_data();
    let mut picked = MutableArrayData::new(vec![&data], false, rows.len());
    let mut rows = rows.iter().copied().peekable();
    while let Some(first) = rows.next() {
        // Neighbours are copied together.
        let mut end = first + 1;
        while rows.next_if_eq(&end).is_some() {
            end += 1;
        }
        picked.try_extend(0, first, end)?;
    }
    Ok(make_array(picked.freeze()))
}

/// These rows of all columns of a batch, as they are returned.
pub(super) fn rows(
    batch: &RecordBatch,
    rows: &[usize],
    schema: &SchemaRef,
) -> Result<RecordBatch, ArrowError> {
    let options = RecordBatchOptions::new().with_row_count(Some(rows.len()));
    let columns = batch.columns().iter().map(|it| Ok(returned(column(it, rows)?)));
    let columns = columns.collect::<Result<_, ArrowError>>()?;
    RecordBatch::try_new_with_options(schema.clone(), columns, &options)
}
