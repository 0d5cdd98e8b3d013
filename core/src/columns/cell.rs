//! One cell of a column, as it would stand in JSON: the measure for every faster way of reading.

use std::ops::Range;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type,
    Decimal256Type, DecimalType, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, GenericListArray, OffsetSizeTrait};
use arrow_schema::{DataType, TimeUnit};

use super::float;
use super::types::of_period;
use crate::json::Node;
use crate::quantity::date::{parts, push_date};
use crate::quantity::decimal;
use crate::table::Target;

/// What a cell stands for; `None` where it is not known.
///
/// A text is read as a cell of a table. `nan_is_null` says that a float which is no number stands
/// for what is not known, as in pandas.
pub(super) fn node(
    target: Target,
    array: &dyn Array,
    row: usize,
    nan_is_null: bool,
) -> Option<Node<'_>> {
    let (array, row) = resolved(array, row)?;
    if let Some(text) = text(array, row) {
        return target.cell(text);
    }
    let power = match target {
        Target::Fact { power, .. } => power,
        Target::Explanations => 0,
    };
    match value(array, row, nan_is_null) {
        Node::Null => None,
        Node::Number(text) if power != 0 => Some(
            decimal::shift(&text, power).map_or(Node::Number(text), |it| Node::Number(it.into())),
        ),
        node => Some(node),
    }
}

/// What a value stands for by itself; texts are texts.
fn value(array: &dyn Array, row: usize, nan_is_null: bool) -> Node<'_> {
    let Some((array, row)) = resolved(array, row) else {
        return Node::Null;
    };
    if let Some(text) = text(array, row) {
        return Node::Text(text.into());
    }
    match array.data_type() {
        DataType::Boolean => Node::Bool(array.as_boolean().value(row)),
        DataType::Int8 => number::<Int8Type>(array, row),
        DataType::Int16 => number::<Int16Type>(array, row),
        DataType::Int32 => number::<Int32Type>(array, row),
        DataType::Int64 => number::<Int64Type>(array, row),
        DataType::UInt8 => number::<UInt8Type>(array, row),
        DataType::UInt16 => number::<UInt16Type>(array, row),
        DataType::UInt32 => number::<UInt32Type>(array, row),
        DataType::UInt64 => number::<UInt64Type>(array, row),
        DataType::Decimal32(..) => decimal_number::<Decimal32Type>(array, row),
        DataType::Decimal64(..) => decimal_number::<Decimal64Type>(array, row),
        DataType::Decimal128(..) => decimal_number::<Decimal128Type>(array, row),
        DataType::Decimal256(..) => decimal_number::<Decimal256Type>(array, row),
        DataType::Float32 => float::<Float32Type>(array, row, nan_is_null),
        DataType::Float64 => float::<Float64Type>(array, row, nan_is_null),
        DataType::Date32 => moment(array.as_primitive::<Date32Type>().value(row).into(), 1),
        DataType::Date64 => moment(array.as_primitive::<Date64Type>().value(row), 86_400_000),
        DataType::Timestamp(unit, _) => timestamp(*unit, array, row),
        DataType::List(_) => list(array.as_list::<i32>(), row, nan_is_null),
        DataType::LargeList(_) => list(array.as_list::<i64>(), row, nan_is_null),
        DataType::FixedSizeList(..) => {
            let list = array.as_fixed_size_list();
            let length = usize::try_from(list.value_length()).unwrap_or_default();
            items(list.values(), row * length..(row + 1) * length, nan_is_null)
        }
        DataType::Struct(fields) => {
            let columns = fields.iter().zip(array.as_struct().columns());
            let members = columns
                .map(|(it, column)| (it.name().as_str().into(), value(column, row, nan_is_null)));
            Node::Map(members.filter(|(_, node)| *node != Node::Null).collect())
        }
        DataType::Map(..) => {
            let map = array.as_map();
            let key = |at| text(map.keys(), at).unwrap_or_default().into();
            let entries = bounds(map.value_offsets(), row);
            Node::Map(entries.map(|at| (key(at), value(map.values(), at, nan_is_null))).collect())
        }
        _ => Node::Null,
    }
}

/// The array and the place where the value itself stands; `None` if there is none.
fn resolved(array: &dyn Array, row: usize) -> Option<(&dyn Array, usize)> {
    if array.is_null(row) || matches!(array.data_type(), DataType::Null) {
        return None;
    }
    let Some(dictionary) = array.as_any_dictionary_opt() else {
        return Some((array, row));
    };
    resolved(dictionary.values().as_ref(), key(dictionary.keys(), row)?)
}

/// The key at a row of a dictionary.
pub(super) fn key(keys: &dyn Array, row: usize) -> Option<usize> {
    fn of<T: ArrowPrimitiveType<Native: TryInto<usize>>>(
        keys: &dyn Array,
        row: usize,
    ) -> Option<usize> {
        keys.as_primitive::<T>().value(row).try_into().ok()
    }
    match keys.data_type() {
        DataType::Int8 => of::<Int8Type>(keys, row),
        DataType::Int16 => of::<Int16Type>(keys, row),
        DataType::Int32 => of::<Int32Type>(keys, row),
        DataType::Int64 => of::<Int64Type>(keys, row),
        DataType::UInt8 => of::<UInt8Type>(keys, row),
        DataType::UInt16 => of::<UInt16Type>(keys, row),
        DataType::UInt32 => of::<UInt32Type>(keys, row),
        DataType::UInt64 => of::<UInt64Type>(keys, row),
        _ => None,
    }
}

/// The text at a row, if it is one.
pub(super) fn text(array: &dyn Array, row: usize) -> Option<&str> {
    match array.data_type() {
        DataType::Utf8 => Some(array.as_string::<i32>().value(row)),
        DataType::LargeUtf8 => Some(array.as_string::<i64>().value(row)),
        DataType::Utf8View => Some(array.as_string_view().value(row)),
        _ => None,
    }
}

fn number<T: ArrowPrimitiveType<Native: ToString>>(array: &dyn Array, row: usize) -> Node<'static> {
    Node::Number(array.as_primitive::<T>().value(row).to_string().into())
}

fn decimal_number<T: DecimalType>(array: &dyn Array, row: usize) -> Node<'static> {
    Node::Number(array.as_primitive::<T>().value_as_string(row).into())
}

fn float<T: ArrowPrimitiveType<Native: Into<float::Float>>>(
    array: &dyn Array,
    row: usize,
    nan_is_null: bool,
) -> Node<'static> {
    let float = array.as_primitive::<T>().value(row).into();
    if nan_is_null && float.is_nan() {
        return Node::Null;
    }
    Node::Number(float::text(float).into())
}

fn timestamp(unit: TimeUnit, array: &dyn Array, row: usize) -> Node<'static> {
    let (ticks, a_day) = match unit {
        TimeUnit::Second => (array.as_primitive::<TimestampSecondType>().value(row), 86_400),
        TimeUnit::Millisecond => {
            (array.as_primitive::<TimestampMillisecondType>().value(row), 86_400_000)
        }
        TimeUnit::Microsecond => {
            (array.as_primitive::<TimestampMicrosecondType>().value(row), 86_400_000_000)
        }
        TimeUnit::Nanosecond => {
            (array.as_primitive::<TimestampNanosecondType>().value(row), 86_400_000_000_000)
        }
    };
    moment(ticks, a_day)
}

/// A day, or a moment in it, by the ticks since 1970-01-01.
fn moment(ticks: i64, a_day: i64) -> Node<'static> {
    let (day, mut rest) = (ticks.div_euclid(a_day), ticks.rem_euclid(a_day));
    let mut text = String::new();
    match parts(day) {
        (0..=9_999, ..) => push_date(&mut text, day),
        // Years of more digits are written as ISO 8601 does, with a sign.
        (year, month, day) => text = format!("{year:+}-{month:02}-{day:02}"),
    }
    if rest != 0 {
        for (mark, a_unit) in [('T', a_day / 24), (':', a_day / 1_440), (':', a_day / 86_400)] {
            let two_digits = rest / a_unit + 100;
            text.push(mark);
            text.extend(two_digits.to_string().get(1..));
            rest %= a_unit;
        }
        if rest != 0 {
            let a_second = a_day / 86_400;
            text.push('.');
            text.extend((rest + a_second).to_string().get(1..));
        }
    }
    Node::Text(text.into())
}

fn list<O: OffsetSizeTrait>(list: &GenericListArray<O>, row: usize, nan_is_null: bool) -> Node<'_> {
    items(list.values(), bounds(list.value_offsets(), row), nan_is_null)
}

fn bounds<O: OffsetSizeTrait>(offsets: &[O], row: usize) -> Range<usize> {
    let bound = |at: usize| offsets.get(at).map_or(0, |it| it.as_usize());
    bound(row)..bound(row + 1)
}

/// The items of a list. Of structs, only the fields of a period count.
fn items(values: &ArrayRef, range: Range<usize>, nan_is_null: bool) -> Node<'_> {
    let item = |row| match value(values, row, nan_is_null) {
        Node::Map(mut members) => {
            members.retain(|(key, _)| of_period(key).is_some());
            Node::Map(members)
        }
        item => item,
    };
    Node::List(range.map(item).collect())
}
