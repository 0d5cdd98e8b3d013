//! One cell of a table as a Python object.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Date64Type, Decimal128Type, Decimal256Type, Float16Type, Float32Type, Float64Type,
    TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType,
};
use arrow_array::{Array, ArrayRef, downcast_integer, make_array};
use arrow_schema::{DataType, TimeUnit};
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::{IntoPyDict, PyDict, PyFloat, PyList};

/// The Python object of a cell. A column of the given table may have any type: of those that are hardly
/// met in tables, such as intervals and unions, the name of the type is returned instead of the value.
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
        DataType::Decimal256(..) => {
            let text = column.as_primitive::<Decimal256Type>().value_as_string(row);
            py.import("decimal")?.call_method1("Decimal", (text,))
        },
        DataType::Float16 => {
            f64::from(column.as_primitive::<Float16Type>().value(row)).into_bound_py_any(py)
        },
        DataType::Float32 => {
            // The shortest decimal of the float, as it is read: 0.1, not 0.10000000149011612.
            let text = column.as_primitive::<Float32Type>().value(row).to_string();
            py.get_type::<PyFloat>().call1((text,))
        },
        DataType::Float64 => column.as_primitive::<Float64Type>().value(row).into_bound_py_any(py),
        DataType::Date32 => date(py, column.as_primitive::<Date32Type>().value(row).into()),
        DataType::Date64 => {
            date(py, column.as_primitive::<Date64Type>().value(row).div_euclid(86_400_000))
        },
        DataType::Timestamp(unit, zone) => {
            let (unit, zone) = (*unit, zone.as_deref());
            let since = match unit {
                TimeUnit::Second => column.as_primitive::<TimestampSecondType>().value(row),
                TimeUnit::Millisecond => column.as_primitive::<TimestampMillisecondType>().value(row),
                TimeUnit::Microsecond => column.as_primitive::<TimestampMicrosecondType>().value(row),
                TimeUnit::Nanosecond => column.as_primitive::<TimestampNanosecondType>().value(row),
            };
            timestamp(py, since, unit, zone)
        },
        DataType::Binary => column.as_binary::<i32>().value(row).into_bound_py_any(py),
        DataType::LargeBinary => column.as_binary::<i64>().value(row).into_bound_py_any(py),
        DataType::BinaryView => column.as_binary_view().value(row).into_bound_py_any(py),
        DataType::List(_) => list(py, &column.as_list::<i32>().value(row)),
        DataType::LargeList(_) => list(py, &column.as_list::<i64>().value(row)),
        DataType::FixedSizeList(..) => list(py, &column.as_fixed_size_list().value(row)),
        DataType::Struct(fields) => {
            let dict = PyDict::new(py);
            for (field, values) in fields.iter().zip(column.as_struct().columns()) {
                dict.set_item(field.name(), object(py, values, row)?)?;
            }
            Ok(dict.into_any())
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

fn list<'py>(py: Python<'py>, values: &ArrayRef) -> PyResult<Bound<'py, PyAny>> {
    let list = PyList::empty(py);
    for row in 0..values.len() {
        list.append(object(py, values, row)?)?;
    }
    Ok(list.into_any())
}

/// A number of days since 1970 as a date; as text if Python has no such date.
fn date(py: Python<'_>, days: i64) -> PyResult<Bound<'_, PyAny>> {
    let date = py.import("datetime")?.getattr("date")?;
    let ordinal = days.saturating_add(ORDINAL_OF_1970);
    date.call_method1("fromordinal", (ordinal,))
        .or_else(|_| format!("1970-01-01 {days:+} d").into_bound_py_any(py))
}

/// A number of units since 1970 as a moment, without what is smaller than a microsecond; in its time
/// zone if Python knows it.
fn timestamp<'py>(
    py: Python<'py>,
    since: i64,
    unit: TimeUnit,
    zone: Option<&str>,
) -> PyResult<Bound<'py, PyAny>> {
    let datetime = py.import("datetime")?;
    let microseconds = match unit {
        TimeUnit::Second => i128::from(since) * 1_000_000,
        TimeUnit::Millisecond => i128::from(since) * 1_000,
        TimeUnit::Microsecond => i128::from(since),
        TimeUnit::Nanosecond => i128::from(since).div_euclid(1_000),
    };
    let utc = datetime.getattr("timezone")?.getattr("utc")?;
    let start = datetime.getattr("datetime")?.call1((1970, 1, 1))?;
    let delta = datetime.getattr("timedelta")?.call1((0, 0, microseconds))?;
    let moment = start.call_method1("__add__", (delta,))?;
    let Some(zone) = zone else { return Ok(moment) };
    let moment = moment.call_method("replace", (), Some(&[("tzinfo", &utc)].into_py_dict(py)?))?;
    let zone = py.import("zoneinfo")?.getattr("ZoneInfo")?.call1((zone,));
    zone.and_then(|zone| moment.call_method1("astimezone", (zone,))).or(Ok(moment))
}

/// `date(1970, 1, 1).toordinal()`.
const ORDINAL_OF_1970: i64 = 719_163;
