//! One cell of a column, as the JSON value that it is equivalent to. Every fast path has to agree
//! with this.

use std::borrow::Cow;
use std::ops::Range;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type,
    Decimal256Type, DecimalType, Float32Type, Float64Type, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType,
};
use arrow_array::{
    Array, ArrayAccessor, ArrayRef, GenericListArray, OffsetSizeTrait, downcast_integer,
};
use arrow_schema::{DataType, TimeUnit};

use super::plan::{Options, Reading};
use super::types::{JSON, extension};
use crate::field::Kind;
use crate::json::{self, Node};
use crate::quantity::date::{parts, push_date};
use crate::quantity::decimal::{self, Scaled};
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
    let cell = resolved(array, row)?;
    let node = match (cell.text(), cell.float()) {
        (Some(text), _) => {
            let reading = table::Reading { missing: reading.missing, line: None };
            return target.cell(text, reading, counts);
        }
        (None, Some(float)) if !(nan_is_null && float.is_nan()) => {
            let number = Number::of(float, target, round_money);
            counts.add(&number, round_money);
            Node::Number(number.text.into())
        }
        (None, _) => cell.value(nan_is_null),
    };
    in_column(target, node)
}

/// Calls `each` with every text in these rows, which are counted from the first of them.
pub(super) fn each_text(array: &ArrayRef, rows: &Range<usize>, mut each: impl FnMut(usize, &str)) {
    fn of<'a>(
        texts: &impl ArrayAccessor<Item = &'a str>,
        rows: &Range<usize>,
        each: &mut impl FnMut(usize, &str),
    ) {
        let cells = rows.clone().enumerate().filter(|(_, row)| texts.is_valid(*row));
        cells.for_each(|(at, row)| each(at, texts.value(row)));
    }
    #[expect(clippy::wildcard_enum_match_arm, reason = "other types of Arrow hold no text")]
    match array.data_type() {
        DataType::Utf8 => of(&array.as_string::<i32>(), rows, &mut each),
        DataType::LargeUtf8 => of(&array.as_string::<i64>(), rows, &mut each),
        DataType::Utf8View => of(&array.as_string_view(), rows, &mut each),
        DataType::Dictionary(..) | DataType::Union(..) => {
            for (at, row) in rows.clone().enumerate() {
                if let Some(text) = text_of(array, row) {
                    each(at, text);
                }
            }
        }
        _ => {}
    }
}

/// The text in a cell, if it has one.
pub(super) fn text_of(array: &ArrayRef, row: usize) -> Option<&str> {
    resolved(array, row)?.text()
}

/// A text or a number in a cell, before the unit of the column is applied.
pub(super) fn as_it_stands(target: Target, array: &ArrayRef, row: usize) -> Option<Cow<'_, str>> {
    let cell = resolved(array, row)?;
    if let Some(text) = cell.text() {
        return Some(text.into());
    }
    let number = match (cell.float(), cell.value(false)) {
        (Some(float), _) => Number::of(float, target, false).text.into(),
        (None, Node::Number(text)) => text,
        (None, Node::Null | Node::Bool(_) | Node::Text(_) | Node::List(_) | Node::Map(_)) => {
            return None;
        }
    };
    decimal::is_number(&number).then_some(number)
}

/// A cell as text, whatever it holds; empty if it is null.
pub(super) fn shown(array: &ArrayRef, row: usize, nan_is_null: bool) -> Cow<'_, str> {
    let Some(cell) = resolved(array, row) else { return Cow::Borrowed("") };
    match cell.value(nan_is_null) {
        Node::Null => Cow::Borrowed(""),
        Node::Bool(flag) => Cow::Borrowed(if flag { "true" } else { "false" }),
        Node::Number(text) | Node::Text(text) => text,
        node @ (Node::List(_) | Node::Map(_)) => node.excerpt().into(),
    }
}

/// Whether a cell is null or has no visible text.
pub(super) fn is_blank(array: &ArrayRef, row: usize, nan_is_null: bool) -> bool {
    resolved(array, row).is_none_or(|cell| match cell.text() {
        Some(text) => table::is_blank(text),
        None => nan_is_null && cell.float().is_some_and(Float::is_nan),
    })
}

/// Whether a cell of a column that is not null may still be blank.
pub(super) fn may_hide_blank(array: &ArrayRef, nan_is_null: bool) -> bool {
    #[expect(clippy::wildcard_enum_match_arm, reason = "values of all other types are not blank")]
    match array.data_type() {
        DataType::Float32 | DataType::Float64 => nan_is_null,
        DataType::Null
        | DataType::Utf8
        | DataType::LargeUtf8
        | DataType::Utf8View
        | DataType::Dictionary(..)
        | DataType::Union(..) => true,
        _ => false,
    }
}

/// Whether a column has a cell that is not missing.
pub(super) fn has_value(array: &dyn Array, nan_is_null: bool) -> bool {
    let is_nan = |cell: &Resolved<'_>| nan_is_null && cell.float().is_some_and(Float::is_nan);
    (0..array.len()).any(|row| resolved(array, row).is_some_and(|cell| !is_nan(&cell)))
}

/// A value that is no string, as one of the column's fact.
fn in_column(target: Target, node: Node<'_>) -> Option<Node<'_>> {
    let (text, target) = match (node, target) {
        (Node::Null, _) => return None,
        (Node::Number(text), Target::Fact { field, power, .. }) => (text, (field.kind, power)),
        (node, Target::Fact { .. } | Target::Explanations) => return Some(node),
    };
    Some(match target {
        (Kind::Flag, _) => match decimal::scaled(&text, 0, 1) {
            Scaled::Whole(number) => Node::Bool(number == 1),
            Scaled::Fraction | Scaled::Negative | Scaled::TooLarge | Scaled::NotANumber => {
                Node::Number(text)
            }
        },
        (Kind::Text, _) if decimal::is_number(&text) => Node::Text(text),
        (_, 0) => Node::Number(text),
        (_, power) => match decimal::shift(&text, power) {
            Some(shifted) => Node::Number(shifted.into()),
            None => Node::Number(text),
        },
    })
}

/// The fen that `round_money` rounds the amount in a cell to; `None` if there is nothing to round.
pub(super) fn near_fen(target: Target, array: &dyn Array, row: usize) -> Option<i64> {
    Number::of(resolved(array, row)?.float()?, target, false).fen
}

/// The value at a row, whatever the fact; a string stays a string.
fn value(array: &dyn Array, row: usize, nan_is_null: bool) -> Node<'_> {
    resolved(array, row).map_or(Node::Null, |cell| cell.value(nan_is_null))
}

/// A cell that is not null: where its value is, behind any dictionary or union.
struct Resolved<'a> {
    array: &'a dyn Array,
    row: usize,
    /// Whether its strings are JSON.
    is_json: bool,
}

impl<'a> Resolved<'a> {
    fn text(&self) -> Option<&'a str> {
        text(self.array, self.row).filter(|_| !self.is_json)
    }

    fn float(&self) -> Option<Float> {
        float(self.array, self.row)
    }

    /// The value itself; a string stays a string.
    fn value(&self, nan_is_null: bool) -> Node<'a> {
        match text(self.array, self.row) {
            // What is no JSON is not a value of any fact, and is quoted as it is.
            Some(text) if self.is_json => json::parse(text).unwrap_or(Node::Number(text.into())),
            Some(text) => Node::Text(text.into()),
            None => self.typed(nan_is_null),
        }
    }
}

impl<'a> Resolved<'a> {
    fn typed(&self, nan_is_null: bool) -> Node<'a> {
        let &Self { array, row, .. } = self;
        if let Some(float) = self.float() {
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
            // No fact has a value of such a type; it may be in an unknown field.
            other => Node::Number(format!("<{other}>").into()),
        }
    }
}

/// The array and the row that hold the value itself; `None` if it is null.
fn resolved(array: &dyn Array, row: usize) -> Option<Resolved<'_>> {
    if array.is_null(row) || matches!(array.data_type(), DataType::Null) {
        return None;
    }
    if let Some(dictionary) = array.as_any_dictionary_opt() {
        return resolved(dictionary.values().as_ref(), key(dictionary.keys(), row)?);
    }
    let (Some(union), DataType::Union(fields, _)) = (array.as_union_opt(), array.data_type())
    else {
        return Some(Resolved { array, row, is_json: false });
    };
    let id = union.type_id(row);
    let (_, field) = fields.iter().find(|(of, _)| *of == id)?;
    let child = union.child(id);
    let cell =
        resolved(child.as_ref(), Some(union.value_offset(row)).filter(|at| *at < child.len())?)?;
    let is_json = cell.is_json || extension(field) == Some(JSON);
    Some(Resolved { is_json, ..cell })
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

fn items(values: &ArrayRef, range: Range<usize>, nan_is_null: bool) -> Node<'_> {
    Node::List(range.map(|row| value(values, row, nan_is_null)).collect())
}
