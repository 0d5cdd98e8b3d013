//! One cell of a table as a Python object.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal128Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, make_array};
use arrow_schema::DataType;
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;

/// The object of a cell: a number, a text, a flag. Of other types, as a key column may have them,
/// the name of the type stands for the value.
pub(super) fn object<'py>(
    py: Python<'py>,
    column: &ArrayRef,
    row: usize,
) -> PyResult<Bound<'py, PyAny>> {
    if column.is_null(row) {
        return Ok(py.None().into_bound(py));
    }
    macro_rules! number {
        ($type:ident) => {
            column.as_primitive::<$type>().value(row).into_bound_py_any(py)
        };
    }
    match column.data_type() {
        DataType::Null => Ok(py.None().into_bound(py)),
        DataType::Boolean => column.as_boolean().value(row).into_bound_py_any(py),
        DataType::Int8 => number!(Int8Type),
        DataType::Int16 => number!(Int16Type),
        DataType::Int32 => number!(Int32Type),
        DataType::Int64 => number!(Int64Type),
        DataType::UInt8 => number!(UInt8Type),
        DataType::UInt16 => number!(UInt16Type),
        DataType::UInt32 => number!(UInt32Type),
        DataType::UInt64 => number!(UInt64Type),
        DataType::Utf8 => column.as_string::<i32>().value(row).into_bound_py_any(py),
        DataType::LargeUtf8 => column.as_string::<i64>().value(row).into_bound_py_any(py),
        DataType::Utf8View => column.as_string_view().value(row).into_bound_py_any(py),
        DataType::Decimal128(..) => {
            let text = column.as_primitive::<Decimal128Type>().value_as_string(row);
            py.import("decimal")?.call_method1("Decimal", (text,))
        }
        DataType::Date32 => {
            let days = column.as_primitive::<Date32Type>().value(row);
            let ordinal = i64::from(days) + ORDINAL_OF_1970;
            py.import("datetime")?.getattr("date")?.call_method1("fromordinal", (ordinal,))
        }
        DataType::Dictionary(..) => {
            let dictionary = column.as_any_dictionary();
            // The place of the word, as an object itself: keys have any width.
            let index = object(py, &make_array(dictionary.keys().slice(row, 1).to_data()), 0)?;
            object(py, dictionary.values(), index.extract()?)
        }
        other => format!("<{other}>").into_bound_py_any(py),
    }
}

/// `date(1970, 1, 1).toordinal()`.
const ORDINAL_OF_1970: i64 = 719_163;
