//! Importing and exporting Arrow data through the `PyCapsule` interface. All unsafe code of the
//! project is in this file.

use std::sync::Arc;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi};
use arrow_array::ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::types::Int8Type;
use arrow_array::{
    Array, ArrayReader, ArrayRef, DictionaryArray, Int8Array, RecordBatch, RecordBatchOptions,
    RecordBatchReader, StructArray, make_array,
};
use arrow_schema::{ArrowError, DataType, Schema, SchemaRef};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyString};

use crate::table::Taken;

/// An imported table, read batch by batch.
pub(crate) struct Source {
    schema: SchemaRef,
    arrays: Arrays,
}

enum Arrays {
    Stream(ArrayStreamReader),
    One(Option<ArrayRef>),
    Some(Taken),
}

impl Source {
    /// Opens an object that has `__arrow_c_stream__` or `__arrow_c_array__`.
    pub(crate) fn open(object: &Bound<'_, PyAny>) -> PyResult<Self> {
        let py = object.py();
        if let Some(stream) = object.getattr_opt(intern!(py, "__arrow_c_stream__"))? {
            let stream = read_stream(&stream.call0()?.cast_into::<PyCapsule>()?)?;
            let schema = schema_of(stream.field().data_type())?;
            return Ok(Self { schema, arrays: Arrays::Stream(stream) });
        }
        if let Some(array) = object.getattr_opt(intern!(py, "__arrow_c_array__"))? {
            let (schema, array) =
                array.call0()?.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>()?;
            let array = read_array(&schema.cast_into()?, &array.cast_into()?)?;
            let schema = schema_of(array.data_type())?;
            return Ok(Self { schema, arrays: Arrays::One(Some(array)) });
        }
        let name = object.get_type().qualname()?;
        let message = format!(
            "{name} is not a table; pass one of pyarrow, pandas, Polars or DuckDB, or any object with \
             `__arrow_c_stream__` or `__arrow_c_array__`"
        );
        Err(misuse(object, intern!(py, "table_error"), &message))
    }

    /// A table with these columns, the rest of which are null.
    pub(crate) fn of_taken(schema: SchemaRef, taken: Taken) -> Self {
        Self { schema, arrays: Arrays::Some(taken) }
    }

    pub(crate) fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }
}

impl Iterator for Source {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let array = match &mut self.arrays {
            Arrays::Stream(stream) => stream.next()?,
            Arrays::One(array) => Ok(array.take()?),
            Arrays::Some(taken) => return taken.next(&self.schema),
        };
        Some(array.and_then(|array| batch(&self.schema, &array)))
    }
}

/// The error that a function of `_misuse.py` makes of an object that is nearly a table or a record.
pub(crate) fn misuse(
    object: &Bound<'_, PyAny>,
    function: &Bound<'_, PyString>,
    message: &str,
) -> PyErr {
    let module = object.py().import("chanjiao._misuse");
    let error = module.and_then(|it| it.call_method1(function, (object, message)));
    error.map_or_else(|error| error, PyErr::from_value)
}

fn schema_of(data_type: &DataType) -> PyResult<SchemaRef> {
    if let DataType::Struct(fields) = data_type {
        Ok(Arc::new(Schema::new(fields.clone())))
    } else {
        Err(PyTypeError::new_err(format!("an array of {data_type} is not a table")))
    }
}

fn batch(schema: &SchemaRef, array: &ArrayRef) -> Result<RecordBatch, ArrowError> {
    let rows = array.as_any().downcast_ref::<StructArray>();
    let rows = rows.ok_or_else(|| ArrowError::SchemaError("not a table".to_owned()))?;
    if 0 < rows.null_count() {
        return Err(ArrowError::InvalidArgumentError("a row of a table is null".to_owned()));
    }
    let options = RecordBatchOptions::new().with_row_count(Some(rows.len()));
    RecordBatch::try_new_with_options(schema.clone(), rows.columns().to_vec(), &options)
}

fn read_stream(capsule: &Bound<'_, PyCapsule>) -> PyResult<ArrayStreamReader> {
    let pointer = capsule.pointer_checked(Some(c"arrow_array_stream"))?.cast();
    #[expect(unsafe_code, reason = "the name of the capsule promises a stream of the C interface")]
    // SAFETY: a capsule with this name holds a valid stream. It is moved out, and the original is
    // marked as released, so it is freed once.
    let stream = unsafe { FFI_ArrowArrayStream::from_raw(pointer.as_ptr()) };
    if stream.get_next().is_none() {
        return Err(PyValueError::new_err("this stream was already read"));
    }
    ArrayStreamReader::try_new(stream).map_err(broken)
}

fn read_array(schema: &Bound<'_, PyCapsule>, array: &Bound<'_, PyCapsule>) -> PyResult<ArrayRef> {
    let schema = schema.pointer_checked(Some(c"arrow_schema"))?.cast::<FFI_ArrowSchema>();
    let array = array.pointer_checked(Some(c"arrow_array"))?.cast();
    #[expect(unsafe_code, reason = "the names of the capsules promise an array and its schema")]
    // SAFETY: capsules with these names hold a valid array and schema. The array is moved out, and
    // the original is marked as released. The schema is only borrowed while its capsule lives.
    let data = unsafe {
        let array = FFI_ArrowArray::from_raw(array.as_ptr());
        if array.is_released() {
            return Err(PyValueError::new_err("this array was already read"));
        }
        from_ffi(array, schema.as_ref())
    };
    data.map(make_array).map_err(broken)
}

/// Makes a dictionary column from keys and words.
#[expect(clippy::unnecessary_wraps, reason = "the core expects this signature")]
pub(crate) fn dictionary(
    keys: Int8Array,
    words: ArrayRef,
) -> Result<DictionaryArray<Int8Type>, ArrowError> {
    #[expect(unsafe_code, reason = "checking all keys again takes a tenth of the time")]
    // SAFETY: `Plan::dictionary_by` guarantees that all keys are in range.
    let words = unsafe { DictionaryArray::new_unchecked(keys, words) };
    Ok(words)
}

/// An error of the library that a table comes from, or of checking it.
#[expect(clippy::needless_pass_by_value, reason = "`map_err` passes it by value")]
pub(crate) fn broken(error: ArrowError) -> PyErr {
    PyValueError::new_err(words(&error))
}

/// An error in words; one of this library without the words of Arrow before it.
pub(crate) fn words(error: &ArrowError) -> String {
    if let ArrowError::ExternalError(own) = error { own.to_string() } else { error.to_string() }
}

/// Exports batches for `__arrow_c_stream__`.
pub(crate) fn export(
    py: Python<'_>,
    batches: impl RecordBatchReader + Send + 'static,
) -> PyResult<Bound<'_, PyCapsule>> {
    let stream = FFI_ArrowArrayStream::new(Box::new(batches));
    PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
}
