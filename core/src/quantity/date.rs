//! Calendar dates and calendar months of the proleptic Gregorian calendar.

use core::fmt;

/// The first year a date may have.
pub(crate) const FIRST_YEAR: i64 = 1900;
/// The last year a date may have.
pub(crate) const LAST_YEAR: i64 = 2999;

/// A calendar date (日期), 1900-01-01 to 2999-12-31.
///
/// There is no `today`, because this crate does not use a clock.
///
/// ```
/// use chanjiao::Date;
/// let date: Date = "2024-02-29".parse()?;
/// assert_eq!((date.year(), date.month(), date.day()), (2024, 2, 29));
/// assert_eq!(date.to_string(), "2024-02-29");
/// # Ok::<(), chanjiao::DateError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i64);

/// The error of a text or of numbers that are not a [`Date`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DateError {
    /// Not in the format `YYYY-MM-DD`, or not a day of the calendar.
    #[error("not a calendar date YYYY-MM-DD")]
    Unknown,
    /// The year is not in 1900 … 2999.
    #[error("outside 1900-01-01 … 2999-12-31")]
    OutOfRange,
}

impl Date {
    /// Creates a date from year, month (1 … 12) and day (1 … 31).
    ///
    /// # Errors
    /// [`DateError::Unknown`] if the calendar has no such day, [`DateError::OutOfRange`] if the year is
    /// not in 1900 … 2999.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, DateError> {
        let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
        if !(1..=12).contains(&month) || day < 1 || days_in_month(year, month) < day {
            return Err(DateError::Unknown);
        }
        if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
            return Err(DateError::OutOfRange);
        }
        Ok(Self(day_number(year, month, day)))
    }

    /// Parses `YYYY-MM-DD`.
    pub(crate) fn from_iso(text: &[u8]) -> Result<Self, DateError> {
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else {
            return Err(DateError::Unknown);
        };
        let year = number(&[y1, y2, y3, y4]).ok_or(DateError::Unknown)?;
        let month = number(&[m1, m2]).ok_or(DateError::Unknown)?;
        let day = number(&[d1, d2]).ok_or(DateError::Unknown)?;
        if !(1..=12).contains(&month) || day < 1 || days_in_month(year, month) < day {
            return Err(DateError::Unknown);
        }
        if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
            return Err(DateError::OutOfRange);
        }
        Ok(Self(day_number(year, month, day)))
    }

    /// Returns the number of days since 1970-01-01, negative for earlier dates.
    #[must_use]
    pub const fn day_number(self) -> i64 {
        self.0
    }

    /// Creates a date from the number of days since 1970-01-01.
    ///
    /// # Errors
    /// [`DateError::OutOfRange`] if the year of that day is not in 1900 … 2999.
    pub fn from_day_number(day: i64) -> Result<Self, DateError> {
        let first = day_number(FIRST_YEAR, 1, 1);
        let last = day_number(LAST_YEAR, 12, 31);
        if (first..=last).contains(&day) { Ok(Self(day)) } else { Err(DateError::OutOfRange) }
    }

    /// Returns the year, 1900 … 2999.
    #[must_use]
    pub fn year(self) -> u16 {
        u16::try_from(parts(self.0).0).unwrap_or_default()
    }

    /// Returns the month, 1 … 12.
    #[must_use]
    pub fn month(self) -> u8 {
        u8::try_from(parts(self.0).1).unwrap_or_default()
    }

    /// Returns the day of the month, 1 … 31.
    #[must_use]
    pub fn day(self) -> u8 {
        u8::try_from(parts(self.0).2).unwrap_or_default()
    }
}

impl core::str::FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::from_iso(text.as_bytes())
    }
}

fn number(digits: &[u8]) -> Option<i64> {
    digits.iter().try_fold(0, |number, digit| {
        digit.is_ascii_digit().then(|| number * 10 + i64::from(digit - b'0'))
    })
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        push_date(&mut text, self.0);
        f.write_str(&text)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Returns the calendar year of a day.
pub(crate) fn year_of(day: i64) -> i64 {
    parts(day).0
}

/// Appends the date of a day number as `YYYY-MM-DD`.
pub(crate) fn push_date(out: &mut String, day: i64) {
    let (year, month, day) = parts(day);
    for (number, mut unit) in [(year, 1000), (month, 10), (day, 10)] {
        if unit == 10 {
            out.push('-');
        }
        while unit > 0 {
            let digit = u8::try_from(number / unit % 10).unwrap_or(0);
            out.push(char::from(b'0' + digit));
            unit /= 10;
        }
    }
}

/// Returns the day that is `months` calendar months after `day`, or before it if `months` is
/// negative: the same day of the month, or the last one if the month is too short.
pub(crate) fn add_months(day: i64, months: i64) -> i64 {
    let (year, month, day) = parts(day);
    let all = year * 12 + (month - 1) + months;
    let (year, month) = (all.div_euclid(12), all.rem_euclid(12) + 1);
    day_number(year, month, day.min(days_in_month(year, month)))
}

/// Parses a default of a parameter, a date `YYYY-MM-DD`, at compile time.
#[expect(
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "only evaluated while compiling"
)]
pub(crate) const fn literal(text: &str) -> i64 {
    let digits = text.as_bytes();
    assert!(digits.len() == 10, "not a date");
    let (mut parts, mut at) = ([0, 0, 0], 0);
    while at < 10 {
        let part = if at < 5 {
            0
        } else if at < 8 {
            1
        } else {
            2
        };
        if at != 4 && at != 7 {
            parts[part] = parts[part] * 10 + (digits[at] - b'0') as i64;
        }
        at += 1;
    }
    day_number(parts[0], parts[1], parts[2])
}

const fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Returns the number of days since 1970-01-01. The year is shifted to start in March, so that the
/// leap day is its last day.
pub(crate) const fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Returns year, month and day of a day number: the inverse of [`day_number`].
pub(crate) fn parts(day: i64) -> (i64, i64, i64) {
    let day = day + 719_468;
    let era = day.div_euclid(146_097);
    let day_of_era = day.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, Days, Months, NaiveDate};

    use super::*;

    fn chrono_date(day: i64) -> NaiveDate {
        let epoch = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
        match u64::try_from(day) {
            Ok(day) => epoch + Days::new(day),
            Err(_) => epoch - Days::new(day.unsigned_abs()),
        }
    }

    #[test]
    fn every_date_is_equal_to_that_of_chrono() {
        for day in day_number(FIRST_YEAR, 1, 1)..=day_number(LAST_YEAR, 12, 31) {
            let date = Date::from_day_number(day).unwrap();
            let other = chrono_date(day);
            assert_eq!(i32::from(date.year()), other.year());
            assert_eq!(u32::from(date.month()), other.month());
            assert_eq!(u32::from(date.day()), other.day());
            assert_eq!(Date::new(date.year(), date.month(), date.day()), Ok(date));
            let text = date.to_string();
            assert_eq!(text, other.to_string());
            assert_eq!(text.parse(), Ok(date));
        }
    }

    #[test]
    fn months_are_added_as_by_chrono() {
        for day in day_number(1999, 1, 1)..=day_number(2005, 1, 1) {
            for months in [0, 1, 2, 6, 12, 24, 36, 60, 119] {
                let other = chrono_date(day);
                let (later, earlier) = (other + Months::new(months), other - Months::new(months));
                assert_eq!(chrono_date(add_months(day, months.into())), later);
                assert_eq!(chrono_date(add_months(day, -i64::from(months))), earlier);
            }
        }
    }

    #[test]
    fn invalid_dates_are_rejected() {
        for text in [
            "",
            "2024",
            "2024-1-01",
            "2024-01-1",
            "24-01-01",
            "2024/01/01",
            "2024-01-01T00:00:00",
            " 2024-01-01",
            "2024-13-01",
            "2024-00-01",
            "2024-01-00",
            "2024-01-32",
            "2023-02-29",
            "1900-02-29",
            "+024-01-01",
            "２０２４-01-01",
        ] {
            assert_eq!(text.parse::<Date>(), Err(DateError::Unknown), "{text}");
        }
        for text in ["1899-12-31", "3000-01-01", "0000-01-01", "9999-12-31"] {
            assert_eq!(text.parse::<Date>(), Err(DateError::OutOfRange), "{text}");
        }
        assert!(Date::new(2000, 2, 29).is_ok());
        assert_eq!(Date::new(2023, 2, 29), Err(DateError::Unknown));
        assert_eq!(Date::new(1899, 1, 1), Err(DateError::OutOfRange));
    }
}
