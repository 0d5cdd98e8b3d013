//! Lists of dates and of periods, read item by item without converting anything to text.

use arrow_array::cast::AsArray;
use arrow_array::types::Date32Type;
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, GenericListArray, OffsetSizeTrait, StructArray,
};
use arrow_schema::DataType;

use super::FastPath;
use super::dates::day_range;
use crate::block::bits::{BLOCK, Bits};
use crate::columns::types::period_field;
use crate::input::parser::{END, IN_ENTERPRISE, START};
use crate::quantity::span::Interval;

/// Longer lists take the slow path.
const MAX_ITEMS: usize = 1_024;

/// The fast path for lists whose items are dates, or structs of dates and Booleans.
pub(super) fn fast_path(array: &ArrayRef) -> Option<FastPath<'_>> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "other types of Arrow take the slow path")]
    match array.data_type() {
        DataType::List(_) => by_items(array.as_list::<i32>()),
        DataType::LargeList(_) => by_items(array.as_list::<i64>()),
        _ => None,
    }
}

fn by_items<O: OffsetSizeTrait>(list: &GenericListArray<O>) -> Option<FastPath<'_>> {
    let items = Items::of(list.values())?;
    Some(Box::new(move |rows, vector| {
        let not_null = Bits::not_null(list.nulls(), rows.clone());
        vector.known = Bits::NONE;
        vector.lists.resize(BLOCK, (0, 0));
        let bounds = list.value_offsets().windows(2).skip(rows.start).take(rows.len());
        for (at, (bounds, span)) in bounds.zip(&mut vector.lists).enumerate() {
            let [start, end] =
                [bounds.first(), bounds.last()].map(|it| it.map_or(0, |it| it.as_usize()));
            if !not_null.has(at) || MAX_ITEMS < end - start {
                continue;
            }
            let first = vector.intervals.len();
            vector.intervals.extend((start..end).map_while(|item| items.interval(item)));
            if vector.intervals.len() - first == end - start {
                *span = (first, vector.intervals.len());
                vector.known.add(at);
            } else {
                vector.intervals.truncate(first);
            }
        }
        not_null.and(&vector.known.not())
    }))
}

/// The items of all lists of an array.
enum Items<'a> {
    Days(&'a Date32Array),
    Periods {
        periods: &'a StructArray,
        start: &'a Date32Array,
        end: Option<&'a Date32Array>,
        in_enterprise: Option<&'a BooleanArray>,
    },
}

impl<'a> Items<'a> {
    fn of(values: &'a ArrayRef) -> Option<Self> {
        if let Some(days) = values.as_primitive_opt::<Date32Type>() {
            return Some(Self::Days(days));
        }
        let periods = values.as_struct_opt()?;
        // A duplicate field is a fault, which the slow path finds.
        let named = |name: &str| {
            let columns = periods.fields().iter().zip(periods.columns());
            let mut found = columns.filter(|(field, _)| field.name() == name);
            (found.next().map(|(_, column)| column), found.next().is_some())
        };
        let [start, end, in_enterprise] = [START, END, IN_ENTERPRISE].map(|it| named(it.key()));
        // A value in an unknown field is a fault, too.
        let unknown = periods.fields().iter().zip(periods.columns()).any(|(field, column)| {
            period_field(field.name()).is_none() && column.logical_null_count() < column.len()
        });
        if unknown || start.1 || end.1 || in_enterprise.1 {
            return None;
        }
        let days = |column: &'a ArrayRef| column.as_primitive_opt::<Date32Type>();
        Some(Self::Periods {
            periods,
            start: days(start.0?)?,
            end: end.0.map_or(Some(None), |it| days(it).map(Some))?,
            in_enterprise: in_enterprise
                .0
                .map_or(Some(None), |it| it.as_boolean_opt().map(Some))?,
        })
    }

    /// The item as an interval; `None` if it has a fault.
    fn interval(&self, item: usize) -> Option<Interval> {
        match *self {
            Self::Days(days) => {
                let day = day(days, item)?;
                Some(Interval { start: day, end: Some(day), in_enterprise: None })
            }
            Self::Periods { periods, start, end, in_enterprise } => {
                if periods.is_null(item) {
                    return None;
                }
                let start = day(start, item)?;
                let end = match end.filter(|it| it.is_valid(item)) {
                    Some(end) => Some(day(end, item).filter(|end| start <= *end)?),
                    None => None,
                };
                let in_enterprise = in_enterprise.filter(|it| it.is_valid(item));
                Some(Interval { start, end, in_enterprise: in_enterprise.map(|it| it.value(item)) })
            }
        }
    }
}

/// A known day within the range of dates.
fn day(array: &Date32Array, item: usize) -> Option<i64> {
    if array.is_null(item) {
        return None;
    }
    let day = array.values().get(item).copied().map(i64::from)?;
    day_range().contains(day).then_some(day)
}
