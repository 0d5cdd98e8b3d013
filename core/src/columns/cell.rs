//! One cell of a column, as the JSON value that it is equivalent to. Every fast path has to agree
//! with this.

use std::ops::Range;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type,
    Decimal256Type, DecimalType, Float32Type, Float64Type, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType,
};
use arrow_array::{Array, ArrayRef, GenericListArray, OffsetSizeTrait, downcast_integer};
use arrow_schema::{DataType, TimeUnit};

use super::plan::{Options, Reading};
use super::types::period_field;
use crate::json::Node;
use crate::quantity::date::{parts, push_date};
use crate::quantity::decimal;
use crate::table::{self, Float, NoteCounts, Number, Target};

/// The value of a cell; `None` if it is unknown. A string is parsed as a cell of a text table is. A
/// float that is not read as its shortest decimal is counted.
pub(super) fn node<'a>(
    target: Target,
    array: &'a dyn Array,
    row: usize,
    reading: Reading<'_>,
    counts: &mut NoteCounts,
) -> Option<Node<'a>> {
    let Options { nan_is_null, round_money } = reading.options;
    let (array, row) = resolved(array, row)?;
    if let Some(text) = text(array, row) {
        let reading = table::Reading { missing: reading.missing, line: None };
        return target.cell(text, reading, counts);
    }
    let node = match float(array, row) {
        Some(float) if !(nan_is_null && float.is_nan()) => {
            let number = Number::of(float, target, round_money);
            counts.add(&number, round_money);
            Node::Number(number.text.into())
        }
        _ => value(array, row, nan_is_null),
    };
    let power = match target {
        Target::Fact { power, .. } => power,
        Target::Explanations => 0,
    };
    if power != 0
        && let Node::Number(text) = &node
        && let Some(shifted) = decimal::shift(text, power)
    {
        return Some(Node::Number(shifted.into()));
    }
    Some(node).filter(|node| *node != Node::Null)
}

/// The string at a row, behind any dictionary.
pub(super) fn text_at(array: &dyn Array, row: usize) -> Option<&str> {
    let (array, row) = resolved(array, row)?;
    text(array, row)
}

/// The fen that `round_money` rounds the amount in a cell to; `None` if there is nothing to round.
pub(super) fn near_fen(target: Target, array: &dyn Array, row: usize) -> Option<i64> {
    let (array, row) = resolved(array, row)?;
    Number::of(float(array, row)?, target, false).fen
}

/// The value at a row, whatever the fact; a string stays a string.
fn value(array: &dyn Array, row: usize, nan_is_null: bool) -> Node<'_> {
    let Some((array, row)) = resolved(array, row) else {
        return Node::Null;
    };
    if let Some(text) = text(array, row) {
        return Node::Text(text.into());
    }
    if let Some(float) = float(array, row) {
        let is_null = nan_is_null && float.is_nan();
        return if is_null { Node::Null } else { Node::Number(table::text(float).into()) };
    }
    macro_rules! integer {
        ($type:ty) => {
            integer::<$type>(array, row)
        };
    }
    downcast_integer! {
        array.data_type() => (integer),
        DataType::Boolean => Node::Bool(array.as_boolean().value(row)),
        DataType::Decimal32(..) => decimal_number::<Decimal32Type>(array, row),
        DataType::Decimal64(..) => decimal_number::<Decimal64Type>(array, row),
        DataType::Decimal128(..) => decimal_number::<Decimal128Type>(array, row),
        DataType::Decimal256(..) => decimal_number::<Decimal256Type>(array, row),
        DataType::Date32 => moment(array.as_primitive::<Date32Type>().value(row).into(), 1),
        DataType::Date64 => moment(array.as_primitive::<Date64Type>().value(row), 86_400_000),
        DataType::Timestamp(unit, _) => timestamp(*unit, array, row),
        DataType::List(_) => list(array.as_list::<i32>(), row, nan_is_null),
        DataType::LargeList(_) => list(array.as_list::<i64>(), row, nan_is_null),
        DataType::FixedSizeList(..) => {
            let list = array.as_fixed_size_list();
            let length = usize::try_from(list.value_length()).unwrap_or_default();
            items(list.values(), row * length..(row + 1) * length, nan_is_null)
        },
        DataType::Struct(fields) => {
            let columns = fields.iter().zip(array.as_struct().columns());
            let members = columns
                .map(|(it, column)| (it.name().as_str().into(), value(column, row, nan_is_null)));
            Node::Map(members.filter(|(_, node)| *node != Node::Null).collect())
        },
        DataType::Map(..) => {
            let map = array.as_map();
            let key = |at| text(map.keys(), at).unwrap_or_default().into();
            let entries = bounds(map.value_offsets(), row);
            Node::Map(entries.map(|at| (key(at), value(map.values(), at, nan_is_null))).collect())
        },
        _ => Node::Null,
    }
}

/// The array and the row that hold the value itself, behind any dictionary; `None` if it is null.
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
    macro_rules! of {
        ($type:ty) => {
            of::<$type>(keys, row)
        };
    }
    downcast_integer! {
        keys.data_type() => (of),
        _ => None,
    }
}

/// The string at a row; `None` if the array does not hold strings.
pub(super) fn text(array: &dyn Array, row: usize) -> Option<&str> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "other types of Arrow hold no text")]
    match array.data_type() {
        DataType::Utf8 => Some(array.as_string::<i32>().value(row)),
        DataType::LargeUtf8 => Some(array.as_string::<i64>().value(row)),
        DataType::Utf8View => Some(array.as_string_view().value(row)),
        _ => None,
    }
}

fn integer<T: ArrowPrimitiveType<Native: ToString>>(
    array: &dyn Array,
    row: usize,
) -> Node<'static> {
    Node::Number(array.as_primitive::<T>().value(row).to_string().into())
}

fn decimal_number<T: DecimalType>(array: &dyn Array, row: usize) -> Node<'static> {
    Node::Number(array.as_primitive::<T>().value_as_string(row).into())
}

/// The float at a row; `None` if the array does not hold floats.
fn float(array: &dyn Array, row: usize) -> Option<Float> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "other types of Arrow hold no floats")]
    match array.data_type() {
        DataType::Float32 => Some(array.as_primitive::<Float32Type>().value(row).into()),
        DataType::Float64 => Some(array.as_primitive::<Float64Type>().value(row).into()),
        _ => None,
    }
}

fn timestamp(unit: TimeUnit, array: &dyn Array, row: usize) -> Node<'static> {
    let (ticks, per_day) = match unit {
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
    moment(ticks, per_day)
}

/// A date, with a time of day unless that is midnight, from ticks since 1970-01-01.
fn moment(ticks: i64, per_day: i64) -> Node<'static> {
    let (day, mut rest) = (ticks.div_euclid(per_day), ticks.rem_euclid(per_day));
    let mut text = String::new();
    match parts(day) {
        (0..=9_999, ..) => push_date(&mut text, day),
        // ISO 8601 writes years outside 0 to 9999 with a sign.
        (year, month, day) => text = format!("{year:+}-{month:02}-{day:02}"),
    }
    if rest != 0 {
        for (mark, part) in [('T', per_day / 24), (':', per_day / 1_440), (':', per_day / 86_400)] {
            // A leading 1 keeps the leading zeros.
            let two_digits = rest / part + 100;
            text.push(mark);
            text.extend(two_digits.to_string().get(1..));
            rest %= part;
        }
        if rest != 0 {
            let per_second = per_day / 86_400;
            text.push('.');
            text.extend((rest + per_second).to_string().get(1..));
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

/// The items of a list. In structs, only the fields of a period are kept.
fn items(values: &ArrayRef, range: Range<usize>, nan_is_null: bool) -> Node<'_> {
    let item = |row| {
        let mut item = value(values, row, nan_is_null);
        if let Node::Map(members) = &mut item {
            members.retain(|(key, _)| period_field(key).is_some());
        }
        item
    };
    Node::List(range.map(item).collect())
}
