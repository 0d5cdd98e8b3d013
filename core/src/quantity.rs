//! 量: the exact numbers that facts and bounds are made of. No float is ever involved.

pub(crate) mod date;
pub mod decimal;
pub(crate) mod share;
pub(crate) mod span;

use core::fmt;

pub use date::{Date, DateError};
pub(crate) use share::MILLION;
pub use span::Practice;

/// The greatest count, and the greatest amount in fen: 2⁵³ − 1, the greatest whole number that
/// every language and every spreadsheet holds exactly.
pub const GREATEST: i64 = 9_007_199_254_740_991;

/// A number that is none of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QuantityError {
    /// It is not written as such a number, or has more decimals than it may.
    #[error("not a number of this kind")]
    Unknown,
    /// It lies below zero or above the greatest value.
    #[error("out of range")]
    OutOfRange,
}

/// Defines an exact number held as a whole number of its smallest unit.
macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident, $decimals:literal, $least:expr, $most:expr, $from:ident, $as:ident, $unit:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(i64);

        impl $name {
            #[doc = concat!("Makes it of a number of ", $unit, ".")]
            ///
            /// # Errors
            /// [`QuantityError::OutOfRange`] below the least and above the greatest value.
            pub fn $from(number: i64) -> Result<Self, QuantityError> {
                if ($least..=$most).contains(&number) {
                    Ok(Self(number))
                } else {
                    Err(QuantityError::OutOfRange)
                }
            }

            #[doc = concat!("Returns the number of ", $unit, ".")]
            #[must_use]
            pub const fn $as(self) -> i64 {
                self.0
            }
        }

        impl core::str::FromStr for $name {
            type Err = QuantityError;

            fn from_str(text: &str) -> Result<Self, QuantityError> {
                match decimal::scaled(text, $decimals, $most) {
                    decimal::Scaled::Whole(number) => Self::$from(number),
                    decimal::Scaled::Negative | decimal::Scaled::TooLarge => {
                        Err(QuantityError::OutOfRange)
                    }
                    _ => Err(QuantityError::Unknown),
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut text = String::new();
                decimal::push_scaled(&mut text, self.0, $decimals);
                f.write_str(&text)
            }
        }
    };
}

quantity! {
    /// A count (数) of persons, posts, hours …: 0 … 9 007 199 254 740 991.
    ///
    /// ```
    /// use chanjiao::Count;
    /// assert_eq!("1e2".parse(), Ok(Count::from(100)));
    /// assert_eq!(Count::try_from(100_u64), Ok(Count::from(100)));
    /// assert!("1.5".parse::<Count>().is_err());
    /// ```
    Count, 0, 0, GREATEST, new, get, "things counted"
}

quantity! {
    /// An amount of money (金额) in yuan, exact to the fen: 0 … 90 071 992 547 409.91.
    ///
    /// ```
    /// use chanjiao::Money;
    /// let wages: Money = "1234.5".parse()?;
    /// assert_eq!(wages.fen(), 123_450);
    /// assert_eq!(wages.to_string(), "1234.50");
    /// # Ok::<(), chanjiao::QuantityError>(())
    /// ```
    Money, 2, 0, GREATEST, from_fen, fen, "fen"
}

quantity! {
    /// A share (比例) in percent, at most four decimals: 0 … 100.
    ///
    /// ```
    /// use chanjiao::Share;
    /// assert_eq!("0.5".parse::<Share>()?.parts_per_million(), 5_000);
    /// # Ok::<(), chanjiao::QuantityError>(())
    /// ```
    Share, 4, 0, MILLION, from_parts_per_million, parts_per_million, "millionths"
}

quantity! {
    /// A calendar year (年度), 1900 … 2999.
    ///
    /// ```
    /// use chanjiao::Year;
    /// assert_eq!("2024".parse(), Year::new(2024));
    /// assert!(Year::new(1899).is_err());
    /// ```
    Year, 0, date::FIRST_YEAR, date::LAST_YEAR, new, get, "the year"
}

quantity! {
    /// A length of time in years (年), 1 … 100.
    ///
    /// ```
    /// use chanjiao::{Parameters, Years};
    /// let sooner = Parameters::given().forecast_interval_years(Years::new(1)?).build()?;
    /// # let _ = sooner;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Years, 0, 1, 100, new, get, "years"
}

quantity! {
    /// A length of time in calendar months (月), 1 … 1200.
    ///
    /// ```
    /// use chanjiao::{Months, Parameters};
    /// let longer = Parameters::given().visit_months(Months::new(9)?).build()?;
    /// # let _ = longer;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Months, 0, 1, 1_200, new, get, "months"
}

impl From<u32> for Count {
    fn from(count: u32) -> Self {
        Self(i64::from(count))
    }
}

/// Counts as the standard library and databases hold them.
macro_rules! counted {
    ($($type:ty),*) => {$(
        impl TryFrom<$type> for Count {
            type Error = QuantityError;

            fn try_from(count: $type) -> Result<Self, QuantityError> {
                i64::try_from(count).map_or(Err(QuantityError::OutOfRange), Self::new)
            }
        }
    )*};
}

counted!(i32, i64, u64, usize);

impl From<u32> for Money {
    /// Whole yuan.
    fn from(yuan: u32) -> Self {
        Self(i64::from(yuan) * 100)
    }
}

impl From<u16> for Year {
    fn from(year: u16) -> Self {
        Self(i64::from(year))
    }
}

/// Writes the index of an item, or how many there are.
pub(crate) fn push_index(out: &mut String, index: usize) {
    decimal::push_scaled(out, i64::try_from(index).unwrap_or(i64::MAX), 0);
}

/// Parses digits and one decimal point, while compiling, in units of 10^-`decimals`: the notation of
/// the defaults of parameters.
#[expect(
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "only evaluated while compiling"
)]
pub(crate) const fn literal(text: &str, decimals: u32) -> i64 {
    let (digits, mut at, mut number, mut after, mut point) = (text.as_bytes(), 0, 0, 0, false);
    while at < digits.len() {
        if digits[at] == b'.' {
            point = true;
        } else {
            assert!(digits[at].is_ascii_digit(), "not a digit");
            number = number * 10 + (digits[at] - b'0') as i64;
            after += point as u32;
        }
        at += 1;
    }
    assert!(after <= decimals, "too many decimals");
    number * 10_i64.pow(decimals - after)
}
