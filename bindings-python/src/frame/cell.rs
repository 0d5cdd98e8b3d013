//! One cell of a table as a Python object.

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Decimal128Type};
use arrow_array::{Array, ArrayRef, downcast_integer, make_array};
use arrow_schema::DataType;
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;

/// The Python object of a cell: a number, a string, a Boolean, a date. A key column may have any other
/// type: the name of that type is returned instead of the value.
pub(super) fn object<'py>(
    py: Python<'py>,
    column: &ArrayRef,
    row: usize,
) -> PyResult<Bound<'py, PyAny>> {
    if column.is_null(row) {
        return Ok(py.None().into_bound(py));
    }
    macro_rules! integer {
        ($type:ty) => {
            column.as_primitive::<$type>().value(row).into_bound_py_any(py)
        };
    }
    downcast_integer! {
        column.data_type() => (integer),
        DataType::Null => Ok(py.None().into_bound(py)),
        DataType::Boolean => column.as_boolean().value(row).into_bound_py_any(py),
        DataType::Utf8 => column.as_string::<i32>().value(row).into_bound_py_any(py),
        DataType::LargeUtf8 => column.as_string::<i64>().value(row).into_bound_py_any(py),
        DataType::Utf8View => column.as_string_view().value(row).into_bound_py_any(py),
        DataType::Decimal128(..) => {
            let text = column.as_primitive::<Decimal128Type>().value_as_string(row);
            py.import("decimal")?.call_method1("Decimal", (text,))
        },
        DataType::Date32 => {
            let days = column.as_primitive::<Date32Type>().value(row);
            let ordinal = i64::from(days) + ORDINAL_OF_1970;
            py.import("datetime")?.getattr("date")?.call_method1("fromordinal", (ordinal,))
        },
        DataType::Dictionary(..) => {
            let dictionary = column.as_any_dictionary();
            // Keys have one of eight types, so the key is converted like any other cell.
            let key = object(py, &make_array(dictionary.keys().slice(row, 1).to_data()), 0)?;
            object(py, dictionary.values(), key.extract()?)
        },
        other => format!("<{other}>").into_bound_py_any(py),
    }
}

/// `date(1970, 1, 1).toordinal()`.
const ORDINAL_OF_1970: i64 = 719_163;
