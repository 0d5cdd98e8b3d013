//! The Rust types of facts: their kinds, and their conversions to and from cells of a record.

use crate::field::Kind;
use crate::quantity::span::Interval;
use crate::quantity::{
    Count, Date, GREATEST, GapDays, GraceYears, Money, Months, Practice, Share, Year, Years,
};
use crate::record::Cell;

/// The Rust type of a kind of field.
pub(crate) trait Value: Sized {
    const KIND: Kind;
    fn into_cell(self) -> Cell;
    fn from_cell(cell: &Cell) -> Option<Self>;
}

macro_rules! number {
    ($($type:ident $kind:expr, $from:ident, $as:ident;)*) => {$(
        impl Value for $type {
            const KIND: Kind = $kind;
            fn into_cell(self) -> Cell {
                Cell::Number(self.$as())
            }
            fn from_cell(cell: &Cell) -> Option<Self> {
                $type::$from(cell.number()?).ok()
            }
        }
    )*};
}

number! {
    Count Kind::Count(&(0, GREATEST)), new, get;
    Years Kind::Count(&(1, 100)), new, get;
    Months Kind::Count(&(1, 1_200)), new, get;
    GraceYears Kind::Count(&(0, 10)), new, get;
    GapDays Kind::Count(&(0, 60)), new, get;
    Money Kind::Money, from_fen, fen;
    Share Kind::Share, from_parts_per_million, parts_per_million;
    Year Kind::Year, new, get;
}

impl Value for bool {
    const KIND: Kind = Kind::Flag;
    fn into_cell(self) -> Cell {
        Cell::Number(i64::from(self))
    }
    fn from_cell(cell: &Cell) -> Option<Self> {
        cell.number().map(|number| number != 0)
    }
}

impl Value for Date {
    const KIND: Kind = Kind::Date;
    fn into_cell(self) -> Cell {
        Cell::Number(self.day_number())
    }
    fn from_cell(cell: &Cell) -> Option<Self> {
        Date::from_day_number(cell.number()?).ok()
    }
}

impl Value for String {
    const KIND: Kind = Kind::Text;
    fn into_cell(self) -> Cell {
        Cell::Text(self.into())
    }
    fn from_cell(cell: &Cell) -> Option<Self> {
        match cell {
            Cell::Text(text) => Some(text.to_string()),
            Cell::Unknown | Cell::Number(_) | Cell::Intervals(_) => None,
        }
    }
}

impl Value for Vec<Date> {
    const KIND: Kind = Kind::Dates;
    fn into_cell(self) -> Cell {
        let days = self.into_iter().map(Date::day_number);
        Cell::Intervals(
            days.map(|day| Interval { start: day, end: Some(day), in_enterprise: None }).collect(),
        )
    }
    fn from_cell(cell: &Cell) -> Option<Self> {
        match cell {
            Cell::Intervals(days) => {
                Some(days.iter().filter_map(|day| Date::from_day_number(day.start).ok()).collect())
            }
            Cell::Unknown | Cell::Number(_) | Cell::Text(_) => None,
        }
    }
}

impl Value for Vec<Practice> {
    const KIND: Kind = Kind::Periods;
    fn into_cell(self) -> Cell {
        let periods = self.into_iter().map(|period| Interval {
            start: period.start.day_number(),
            end: period.end.map(Date::day_number),
            in_enterprise: period.in_enterprise,
        });
        Cell::Intervals(periods.collect())
    }
    fn from_cell(cell: &Cell) -> Option<Self> {
        let Cell::Intervals(periods) = cell else {
            return None;
        };
        let periods = periods.iter().filter_map(|period| {
            Some(Practice {
                start: Date::from_day_number(period.start).ok()?,
                end: period.end.and_then(|day| Date::from_day_number(day).ok()),
                in_enterprise: period.in_enterprise,
            })
        });
        Some(periods.collect())
    }
}
