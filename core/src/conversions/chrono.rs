//! Conversions between [`Date`] and the dates of `chrono`.

use chrono::{Datelike, Days, NaiveDate};

use crate::quantity::{Date, DateError};

/// ```
/// use chanjiao::{Date, Visit};
/// use chrono::NaiveDate;
///
/// let start = NaiveDate::from_ymd_opt(2023, 9, 1).expect("a calendar day");
/// let visit = Visit::given().start(Date::try_from(start)?).build()?;
/// assert_eq!(visit.start().map(NaiveDate::from), Some(start));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl TryFrom<NaiveDate> for Date {
    type Error = DateError;

    /// Converts to the same calendar day.
    ///
    /// # Errors
    /// [`DateError::OutOfRange`] if the year is not in 1900 … 2999.
    fn try_from(date: NaiveDate) -> Result<Self, DateError> {
        let days = i64::from(date.num_days_from_ce()) - i64::from(EPOCH.num_days_from_ce());
        Self::from_day_number(days)
    }
}

impl From<Date> for NaiveDate {
    /// Converts to the same calendar day.
    fn from(date: Date) -> Self {
        let days = date.day_number();
        let from_epoch = Days::new(days.unsigned_abs());
        if days < 0 { EPOCH - from_epoch } else { EPOCH + from_epoch }
    }
}

/// 1970-01-01.
const EPOCH: NaiveDate = NaiveDate::from_ymd_opt(1970, 1, 1).expect("a calendar day");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_date_round_trips() {
        let mut day = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();
        let last = NaiveDate::from_ymd_opt(2999, 12, 31).unwrap();
        while day <= last {
            let date = Date::try_from(day).unwrap();
            assert_eq!(date.to_string(), day.to_string());
            assert_eq!(NaiveDate::from(date), day);
            day = day.succ_opt().unwrap();
        }
    }

    #[test]
    fn dates_outside_1900_to_2999_are_out_of_range() {
        for day in ["1899-12-31", "3000-01-01"] {
            let day: NaiveDate = day.parse().unwrap();
            assert_eq!(Date::try_from(day), Err(DateError::OutOfRange));
        }
        for day in [NaiveDate::MIN, NaiveDate::MAX] {
            assert_eq!(Date::try_from(day), Err(DateError::OutOfRange));
        }
    }
}
