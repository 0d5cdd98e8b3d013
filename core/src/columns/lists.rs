//! Loading lists of days and of periods, item by item, without a text for any of them.

use arrow_array::cast::AsArray;
use arrow_array::types::Date32Type;
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, GenericListArray, OffsetSizeTrait, StructArray,
};
use arrow_schema::DataType;

use super::bits::Bits;
use super::block::BLOCK;
use super::load::{Pass, days_held};
use crate::input::parser::{END, IN_ENTERPRISE, START};
use crate::quantity::span::Interval;

/// Longer lists are read by themselves.
const MOST_ITEMS: usize = 1_024;

/// A pass over lists, where their items are days by number and flags.
pub(super) fn pass(array: &ArrayRef) -> Option<Pass<'_>> {
    match array.data_type() {
        DataType::List(_) => over(array.as_list::<i32>()),
        DataType::LargeList(_) => over(array.as_list::<i64>()),
        _ => None,
    }
}

fn over<O: OffsetSizeTrait>(list: &GenericListArray<O>) -> Option<Pass<'_>> {
    let items = Items::of(list.values())?;
    Some(Box::new(move |rows, vector| {
        let not_null = Bits::not_null(list.nulls(), rows.clone());
        vector.known = Bits::NONE;
        vector.lists.resize(BLOCK, (0, 0));
        let bounds = list.value_offsets().windows(2).skip(rows.start).take(rows.len());
        for (at, (bounds, span)) in bounds.zip(&mut vector.lists).enumerate() {
            let [start, end] =
                [bounds.first(), bounds.last()].map(|it| it.map_or(0, |it| it.as_usize()));
            if !not_null.has(at) || MOST_ITEMS < end - start {
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

/// The items of all lists.
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
        // A field that stands there twice is a fault, and not found here.
        let named = |name: &str| {
            let columns = periods.fields().iter().zip(periods.columns());
            let mut found = columns.filter(|(field, _)| field.name() == name);
            (found.next().map(|(_, column)| column), found.next().is_some())
        };
        let [start, end, in_enterprise] = [START, END, IN_ENTERPRISE].map(|it| named(it.key()));
        if start.1 || end.1 || in_enterprise.1 {
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

    /// An item without faults.
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

/// A day that is known and within the range of dates.
fn day(days: &Date32Array, item: usize) -> Option<i64> {
    if days.is_null(item) {
        return None;
    }
    let day = days.values().get(item).copied().map(i64::from)?;
    days_held().contains(day).then_some(day)
}
