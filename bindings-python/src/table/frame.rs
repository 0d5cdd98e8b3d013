//! Frames: tables in memory whose columns are taken one by one, so that a column that is not used
//! cannot matter.

use std::sync::Arc;

use arrow_array::{Array, ArrayRef, NullArray, RecordBatch, RecordBatchOptions};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use pyo3::intern;
use pyo3::prelude::*;

use crate::arrow::Source;
use crate::record::column;

/// A frame, as `_frames.py` has it.
pub(super) struct Frame {
    object: Py<PyAny>,
    nan_is_null: bool,
}

impl Frame {
    pub(super) fn of(object: &Bound<'_, PyAny>) -> PyResult<Self> {
        let nan_is_null = object.getattr(intern!(object.py(), "nan_is_null"))?.extract()?;
        Ok(Self { object: object.clone().unbind(), nan_is_null })
    }

    /// Whether NaN is a missing value.
    pub(super) const fn nan_is_null(&self) -> bool {
        self.nan_is_null
    }

    /// The headers, as a schema of columns without values.
    pub(super) fn headers(&self, py: Python<'_>) -> PyResult<Schema> {
        let headers: Vec<String> =
            self.object.bind(py).getattr(intern!(py, "headers"))?.extract()?;
        let fields = headers.into_iter().map(|name| Field::new(name, DataType::Null, true));
        Ok(Schema::new(fields.collect::<Vec<_>>()))
    }

    /// The columns with these indices, and those of `texts` that have texts; all others are null.
    pub(super) fn take(
        &self,
        py: Python<'_>,
        indices: &[usize],
        texts: &[usize],
    ) -> PyResult<Source> {
        let frame = self.object.bind(py);
        let mut fields: Vec<Field> =
            self.headers(py)?.fields().iter().map(|it| it.as_ref().clone()).collect();
        let mut set = |index: usize, of: &Field| {
            if let Some(field) = fields.get_mut(index) {
                *field = of.clone().with_name(field.name());
            }
        };
        let (table, places, lists) = frame
            .call_method1(intern!(py, "take"), (indices.to_vec(), texts.to_vec()))?
            .extract::<(Option<Bound<'_, PyAny>>, Vec<usize>, Vec<(usize, Bound<'_, PyAny>)>)>()?;
        let table = table.map(|table| Source::open(&table)).transpose()?;
        if let Some(table) = &table {
            table.schema().fields().iter().zip(&places).for_each(|(it, place)| set(*place, it));
        }
        let mut whole = Vec::with_capacity(lists.len());
        for (index, objects) in lists {
            let array = column::column(&objects, self.nan_is_null)?;
            set(index, &Field::new("", array.data_type().clone(), true));
            whole.push((index, array));
        }
        let rows = frame.getattr(intern!(py, "rows"))?.extract()?;
        let taken = Taken { table: table.map(Box::new), places, whole, row: 0, rows };
        Ok(Source::of_taken(Arc::new(Schema::new(fields)), taken))
    }
}

/// The columns of a frame that were taken, read batch by batch.
pub(crate) struct Taken {
    table: Option<Box<Source>>,
    /// The index of each column of `table` in the frame.
    places: Vec<usize>,
    /// Columns of all rows, with their indices.
    whole: Vec<(usize, ArrayRef)>,
    /// The next row.
    row: usize,
    rows: usize,
}

impl Taken {
    pub(crate) fn next(&mut self, schema: &SchemaRef) -> Option<Result<RecordBatch, ArrowError>> {
        let left = self.rows - self.row;
        let found = match &mut self.table {
            Some(table) => match table.next()? {
                Ok(batch) if batch.num_rows() <= left => batch,
                Ok(_) => return Some(Err(ArrowError::SchemaError("too many rows".to_owned()))),
                Err(error) => return Some(Err(error)),
            },
            None if left == 0 => return None,
            None => RecordBatch::new_empty(Arc::new(Schema::empty())),
        };
        let rows = if self.table.is_some() { found.num_rows() } else { left };
        let null: ArrayRef = Arc::new(NullArray::new(rows));
        let mut columns = vec![null; schema.fields().len()];
        let parts = self.whole.iter().map(|(index, array)| (*index, array.slice(self.row, rows)));
        let places = self.places.iter().copied();
        for (index, array) in parts.chain(places.zip(found.columns().iter().cloned())) {
            if let Some(column) = columns.get_mut(index) {
                *column = array;
            }
        }
        self.row += rows;
        let options = RecordBatchOptions::new().with_row_count(Some(rows));
        Some(RecordBatch::try_new_with_options(schema.clone(), columns, &options))
    }
}
