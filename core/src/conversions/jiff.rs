//! Conversions between [`Date`] and the dates of `jiff`.

use jiff::civil;

use crate::quantity::{Date, DateError};

/// ```
/// use chanjiao::{Date, Visit};
/// use jiff::civil::{self, date};
///
/// let start = date(2023, 9, 1);
/// let visit = Visit::given().start(Date::try_from(start)?).build()?;
/// assert_eq!(visit.start().map(civil::Date::from), Some(start));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl TryFrom<civil::Date> for Date {
    type Error = DateError;

    /// Converts to the same calendar day.
    ///
    /// # Errors
    /// [`DateError::OutOfRange`] if the year is not in 1900 … 2999.
    fn try_from(date: civil::Date) -> Result<Self, DateError> {
        let part = |part: i8| u8::try_from(part).map_err(|_| DateError::OutOfRange);
        let year = u16::try_from(date.year()).map_err(|_| DateError::OutOfRange)?;
        Self::new(year, part(date.month())?, part(date.day())?)
    }
}

impl From<Date> for civil::Date {
    /// Converts to the same calendar day.
    fn from(date: Date) -> Self {
        let year = date.year().cast_signed();
        civil::date(year, date.month().cast_signed(), date.day().cast_signed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_date_round_trips() {
        let mut day = civil::date(1900, 1, 1);
        loop {
            let date = Date::try_from(day).unwrap();
            assert_eq!(date.to_string(), day.to_string());
            assert_eq!(civil::Date::from(date), day);
            if day == civil::date(2999, 12, 31) {
                break;
            }
            day = day.tomorrow().unwrap();
        }
    }

    #[test]
    fn dates_outside_1900_to_2999_are_out_of_range() {
        for day in [
            civil::date(1899, 12, 31),
            civil::date(3000, 1, 1),
            civil::date(-1, 1, 1),
            civil::Date::MIN,
            civil::Date::MAX,
        ] {
            assert_eq!(Date::try_from(day), Err(DateError::OutOfRange));
        }
    }
}
