//! Days and times of a sheet: numbers of days, of which formats make dates.

use super::format::Format;
use crate::quantity::Date;
use crate::quantity::date::push_date;

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// 1970-01-01, counted from the day before 1900-01-01 in sheets, which have a 29 February 1900.
const UNIX: i64 = 25_569;

/// 1904-01-01, counted in the same way: where some workbooks begin to count.
const FROM_1904: i64 = 1_462;

/// Appends a number of days as a date in ISO 8601, with the time unless that is midnight; or as a
/// time, or as a length of time. Returns `false` if a sheet could not show it either.
pub(super) fn push(out: &mut String, days: &str, format: Format, is_1904: bool) -> bool {
    let Some(time) = milliseconds(days) else { return false };
    let (mut day, time) = (time / DAY, time % DAY);
    match format {
        Format::Elapsed => {
            push_time(out, day * DAY + time);
            return true;
        }
        Format::Time if day == 0 => {
            push_time(out, time);
            return true;
        }
        Format::Number | Format::Shown(_) | Format::Date | Format::Time => {}
    }
    if is_1904 {
        day += FROM_1904;
    }
    // Before 29 February 1900, which was not, sheets are a day behind.
    let day = match day {
        1..=59 => day + 1,
        61.. => day,
        _ => return false,
    };
    let Ok(date) = Date::from_day_number(day - UNIX) else { return false };
    push_date(out, date.day_number());
    if time > 0 {
        out.push('T');
        push_time(out, time);
    }
    true
}

/// A decimal number of days in milliseconds, rounded; `None` if it is negative, or out of all reason.
fn milliseconds(days: &str) -> Option<i64> {
    let (whole, fraction) = days.split_once('.').unwrap_or((days, ""));
    let whole: u32 = whole.parse().ok()?;
    // Twelve decimals are more than milliseconds need.
    let fraction = fraction.get(..12).unwrap_or(fraction);
    let places = u32::try_from(fraction.len()).ok()?;
    let fraction: i64 = if fraction.is_empty() { 0 } else { fraction.parse().ok()? };
    let one = 10_i64.pow(places);
    let time = (i128::from(fraction) * i128::from(DAY) + i128::from(one / 2)) / i128::from(one);
    Some(i64::from(whole) * DAY + i64::try_from(time).ok()?)
}

/// Appends hours, minutes and seconds, and thousandths of these if there are any.
fn push_time(out: &mut String, time: i64) {
    use core::fmt::Write as _;
    let (hours, minutes, seconds) = (time / 3_600_000, time / 60_000 % 60, time / 1000 % 60);
    // Writing to a text cannot fail.
    let _ = write!(out, "{hours:02}:{minutes:02}:{seconds:02}");
    if time % 1000 > 0 {
        let _ = write!(out, ".{:03}", time % 1000);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_dates() {
        let text = |days, format, is_1904| {
            let mut out = String::new();
            push(&mut out, days, format, is_1904).then_some(out)
        };
        for (days, expected) in [
            ("45657", Some("2024-12-31")),
            ("45657.0", Some("2024-12-31")),
            ("45657.4375", Some("2024-12-31T10:30:00")),
            ("45656.99999999999", Some("2024-12-31")),
            ("45657.00001", Some("2024-12-31T00:00:00.864")),
            ("1", Some("1900-01-01")),
            ("59", Some("1900-02-28")),
            ("60", None),
            ("61", Some("1900-03-01")),
            ("0", None),
            ("-1", None),
            ("401768", Some("2999-12-31")),
            ("401769", None),
            ("99999999999", None),
            ("x", None),
            ("1.x", None),
        ] {
            assert_eq!(text(days, Format::Date, false).as_deref(), expected, "{days}");
        }
        assert_eq!(text("44195", Format::Date, true).as_deref(), Some("2024-12-31"));
        assert_eq!(text("0", Format::Date, true).as_deref(), Some("1904-01-01"));
        assert_eq!(text("0.5", Format::Time, false).as_deref(), Some("12:00:00"));
        assert_eq!(text("45657.5", Format::Time, false).as_deref(), Some("2024-12-31T12:00:00"));
        assert_eq!(text("3.75", Format::Elapsed, false).as_deref(), Some("90:00:00"));
    }
}
