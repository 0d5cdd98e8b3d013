//! Tables that are returned to Python.

mod cell;
mod ipc;

use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_schema::SchemaRef;
use pyo3::PyClass;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyCapsule, PyDict, PyList, PyString};

use crate::arrow::export;

/// An Arrow table in memory. Every library that reads Arrow accepts it, for example
/// `pyarrow.table(it)` and `polars.DataFrame(it)`.
#[pyclass(frozen, module = "chanjiao")]
#[derive(Clone)]
pub(crate) struct Table {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl Table {
    pub(crate) fn of(schema: SchemaRef, batches: Vec<RecordBatch>) -> Self {
        Self { schema, batches }
    }
}

#[pymethods]
impl Table {
    /// Export the table through the Arrow `PyCapsule` interface.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // A requested schema is a request only: the consumer casts to other types itself.
        let _ = requested_schema;
        let batches = self.batches.clone().into_iter().map(Ok);
        export(py, RecordBatchIterator::new(batches, self.schema.clone()))
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    fn __repr__(&self) -> String {
        let rows = self.__len__();
        let s = if rows == 1 { "" } else { "s" };
        format!("<Table: {rows} row{s} of {}>", self.column_names().join(", "))
    }

    /// The names of the columns, in order.
    #[getter]
    fn column_names(&self) -> Vec<String> {
        self.schema.fields().iter().map(|field| field.name().clone()).collect()
    }

    /// Convert the table to a list of dictionaries, one per row. Needs no other library. With `plain`,
    /// all values are those of JSON: exact decimals and dates are strings.
    #[pyo3(signature = (*, plain = false))]
    fn to_pylist<'py>(&self, py: Python<'py>, plain: bool) -> PyResult<Bound<'py, PyList>> {
        if plain {
            let rows = py.import("json")?.call_method1("loads", (self.to_json(py)?,))?;
            return Ok(rows.cast_into()?);
        }
        let rows = PyList::empty(py);
        for batch in &self.batches {
            for row in 0..batch.num_rows() {
                let dict = PyDict::new(py);
                for (field, column) in self.schema.fields().iter().zip(batch.columns()) {
                    dict.set_item(field.name(), cell::object(py, column, row)?)?;
                }
                rows.append(dict)?;
            }
        }
        Ok(rows)
    }

    /// Return the table as JSON text: a list of objects, one per row. Exact decimals and dates are
    /// strings.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        let options = PyDict::new(py);
        options.set_item("ensure_ascii", false)?;
        options.set_item("default", py.get_type::<PyString>())?;
        let rows = self.to_pylist(py, false)?;
        py.import("json")?.call_method("dumps", (rows,), Some(&options))?.extract()
    }

    /// A table never changes, so it is its own copy.
    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn __deepcopy__(slf: Py<Self>, memo: Bound<'_, PyAny>) -> Py<Self> {
        let _ = memo;
        slf
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyBytes>,))> {
        let restore = py.import("chanjiao._pickle")?.getattr("table")?;
        Ok((restore, (PyBytes::new(py, &ipc::write(&self.schema, &self.batches)?),)))
    }

    /// The table that was pickled, as an Arrow IPC stream.
    #[staticmethod]
    fn _restore(data: &[u8]) -> PyResult<Self> {
        let (schema, batches) = ipc::read(data)?;
        Ok(Self { schema, batches })
    }

    /// Convert the table to a `pyarrow.Table`.
    fn to_arrow<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        to_arrow(slf)
    }

    /// Convert the table to a `pandas.DataFrame`; columns of words are categorical.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        to_arrow(slf)?.call_method0("to_pandas")
    }

    /// Convert the table to a `polars.DataFrame`.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        to_polars(slf)
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("chanjiao._html")?.call_method1("rows", (slf,))
    }

    /// Return the first rows.
    fn head(&self, rows: usize) -> Self {
        let mut left = rows;
        let mut batches = Vec::new();
        for batch in &self.batches {
            let count = left.min(batch.num_rows());
            batches.push(batch.slice(0, count));
            left -= count;
        }
        Self { schema: self.schema.clone(), batches }
    }
}

pub(crate) fn to_arrow<'py>(table: &Bound<'py, impl PyClass>) -> PyResult<Bound<'py, PyAny>> {
    table.py().import("pyarrow")?.call_method1("table", (table,))
}

pub(crate) fn to_polars<'py>(table: &Bound<'py, impl PyClass>) -> PyResult<Bound<'py, PyAny>> {
    table.py().import("polars")?.call_method1("DataFrame", (table,))
}
