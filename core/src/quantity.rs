//! 量: exact numbers. Nothing is rounded, and floats are not used.

pub(crate) mod date;
pub mod decimal;
pub(crate) mod share;
pub(crate) mod span;

use core::fmt;

pub use date::{Date, DateError};
pub(crate) use share::MILLION;
pub use span::Practice;

/// The maximum of a count, and of an amount in fen: 2⁵³ − 1, the greatest integer that JavaScript
/// and spreadsheets represent exactly.
pub const GREATEST: i64 = 9_007_199_254_740_991;

/// The error of a text or a number that is not a quantity of the requested type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QuantityError {
    /// Not a number of this type, or one with too many decimals.
    #[error("not a number of this kind")]
    Unknown,
    /// Below the minimum or above the maximum of the type.
    #[error("out of range")]
    OutOfRange,
}

/// Defines a number that is stored as a whole number of its smallest unit.
macro_rules! quantity {
    (
        $(#[$doc:meta])*
        $name:ident {
            range: $least:expr, $most:expr;
            decimals: $decimals:literal;
            from: $from:ident;
            to: $to:ident;
            value: $value:literal;
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(i64);

        impl $name {
            #[doc = concat!("Creates a [`", stringify!($name), "`] from ", $value, ".")]
            ///
            /// # Errors
            /// [`QuantityError::OutOfRange`] if the number is outside the range of the type.
            pub fn $from(number: i64) -> Result<Self, QuantityError> {
                if ($least..=$most).contains(&number) {
                    Ok(Self(number))
                } else {
                    Err(QuantityError::OutOfRange)
                }
            }

            #[doc = concat!("Returns ", $value, ".")]
            #[must_use]
            pub const fn $to(self) -> i64 {
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
                    decimal::Scaled::Fraction | decimal::Scaled::NotANumber => {
                        Err(QuantityError::Unknown)
                    }
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
    /// A count (数) of persons, posts, hours and the like, 0 … 9 007 199 254 740 991.
    ///
    /// ```
    /// use chanjiao::Count;
    /// assert_eq!("1e2".parse(), Ok(Count::from(100)));
    /// assert_eq!(Count::try_from(100_u64), Ok(Count::from(100)));
    /// assert!("1.5".parse::<Count>().is_err());
    /// ```
    Count {
        range: 0, GREATEST;
        decimals: 0;
        from: new;
        to: get;
        value: "the number";
    }
}

quantity! {
    /// An amount of money (金额) in yuan with two decimals, 0 … 90 071 992 547 409.91.
    ///
    /// ```
    /// use chanjiao::Money;
    /// let wages: Money = "1234.5".parse()?;
    /// assert_eq!(wages.fen(), 123_450);
    /// assert_eq!(wages.to_string(), "1234.50");
    /// # Ok::<(), chanjiao::QuantityError>(())
    /// ```
    Money {
        range: 0, GREATEST;
        decimals: 2;
        from: from_fen;
        to: fen;
        value: "the amount in fen";
    }
}

quantity! {
    /// A share (比例) in percent with at most four decimals, 0 … 100.
    ///
    /// ```
    /// use chanjiao::Share;
    /// assert_eq!("0.5".parse::<Share>()?.parts_per_million(), 5_000);
    /// # Ok::<(), chanjiao::QuantityError>(())
    /// ```
    Share {
        range: 0, MILLION;
        decimals: 4;
        from: from_parts_per_million;
        to: parts_per_million;
        value: "the share in millionths";
    }
}

quantity! {
    /// A calendar year (年度), 1900 … 2999.
    ///
    /// ```
    /// use chanjiao::Year;
    /// assert_eq!("2024".parse(), Year::new(2024));
    /// assert!(Year::new(1899).is_err());
    /// ```
    Year {
        range: date::FIRST_YEAR, date::LAST_YEAR;
        decimals: 0;
        from: new;
        to: get;
        value: "the year";
    }
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
    Years {
        range: 1, 100;
        decimals: 0;
        from: new;
        to: get;
        value: "the number of years";
    }
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
    Months {
        range: 1, 1_200;
        decimals: 0;
        from: new;
        to: get;
        value: "the number of months";
    }
}

quantity! {
    /// A period of grace in calendar years (宽限年数), 0 … 10.
    ///
    /// ```
    /// use chanjiao::{GraceYears, Parameters};
    /// let strict = Parameters::given().periodic_grace_years(GraceYears::new(0)?).build()?;
    /// # let _ = strict;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    GraceYears {
        range: 0, 10;
        decimals: 0;
        from: new;
        to: get;
        value: "the number of years";
    }
}

quantity! {
    /// A gap in days (间隔天数), 0 … 60.
    ///
    /// ```
    /// use chanjiao::{GapDays, Parameters};
    /// let strict = Parameters::given().induction_gap_days(GapDays::new(0)?).build()?;
    /// # let _ = strict;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    GapDays {
        range: 0, 60;
        decimals: 0;
        from: new;
        to: get;
        value: "the number of days";
    }
}

impl From<u32> for Count {
    fn from(count: u32) -> Self {
        Self(i64::from(count))
    }
}

/// Converts the integer types of the standard library to a count.
macro_rules! count_from {
    ($($type:ty),*) => {$(
        impl TryFrom<$type> for Count {
            type Error = QuantityError;

            fn try_from(count: $type) -> Result<Self, QuantityError> {
                i64::try_from(count).map_or(Err(QuantityError::OutOfRange), Self::new)
            }
        }
    )*};
}

count_from!(i32, i64, u64, usize);

impl From<u32> for Money {
    /// Converts a number of whole yuan.
    fn from(yuan: u32) -> Self {
        Self(i64::from(yuan) * 100)
    }
}

impl From<u16> for Year {
    fn from(year: u16) -> Self {
        Self(i64::from(year))
    }
}

/// Appends an index or a number of items.
pub(crate) fn push_index(out: &mut String, index: usize) {
    decimal::push_scaled(out, i64::try_from(index).unwrap_or(i64::MAX), 0);
}

/// Parses a default of a parameter at compile time: digits with an optional decimal point, in units
/// of 10^-`decimals`.
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
