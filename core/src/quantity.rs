//! 量: the exact numbers that facts and bounds are made of. No float is ever involved.

pub(crate) mod date;
pub mod decimal;
pub(crate) mod span;

use core::fmt;

pub use date::{Date, DateError};
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

/// A whole, in the millionths that shares are kept in.
pub(crate) const MILLION: i64 = 1_000_000;

/// Whether `part` is at least `share` millionths of `whole`: cross-multiplied, exactly.
pub(crate) fn share_reached(part: i64, whole: i64, share: i64) -> bool {
    least_part(whole, share) <= part
}

/// Whether `part` is at most `share` millionths of `whole`, likewise.
pub(crate) fn share_kept(part: i64, whole: i64, share: i64) -> bool {
    part <= greatest_part(whole, share)
}

/// The least whole number of units that is `share` millionths of `whole`: rounded up, because
/// anything less would miss the share.
pub(crate) fn least_part(whole: i64, share: i64) -> i64 {
    multiplied(whole, share, MILLION - 1)
}

/// The greatest whole number of units that keeps within `share` millionths of `whole`.
pub(crate) fn greatest_part(whole: i64, share: i64) -> i64 {
    multiplied(whole, share, 0)
}

/// `(whole × share + carry) ÷ 1 000 000`, rounded down. The whole is split at its millions, so that
/// no step leaves 64 bits: at most 2⁵³ × 10⁶ ÷ 10⁶ on the one side, 10⁶ × 10⁶ on the other.
fn multiplied(whole: i64, share: i64, carry: i64) -> i64 {
    whole / MILLION * share + (whole % MILLION * share + carry) / MILLION
}

/// A share as a fraction in lowest terms, for many parts and wholes: 60 % is three fifths.
///
/// It compares and limits as the functions above do, but without a division, and so that nothing
/// needs more than 64 bits: a part or a whole has 53 bits, and the terms have at most nine.
#[cfg(feature = "arrow")]
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fraction {
    numerator: u32,
    denominator: u32,
    /// What divides by the denominator: its high half, and the low one of [`HALF`] bits.
    reciprocal: [u32; 2],
    shift: u32,
}

/// Products are taken by halves of so many bits, each product of two of them within 64 bits: several
/// rows are multiplied at once, which no machine does with whole numbers of 64 bits.
#[cfg(feature = "arrow")]
const HALF: u32 = 31;

#[cfg(feature = "arrow")]
impl Fraction {
    /// `None` where the terms are too large.
    pub(crate) fn of(share: i64) -> Option<Self> {
        let (mut divisor, mut rest) = (MILLION, share);
        while rest != 0 {
            (divisor, rest) = (rest, divisor % rest);
        }
        let (numerator, denominator) = (share / divisor, MILLION / divisor);
        if 1 << 9 < denominator || denominator < numerator {
            return None;
        }
        let [numerator, denominator] = [numerator, denominator].map(u32::try_from);
        let (numerator, denominator) = (numerator.ok()?, denominator.ok()?);
        // Division by multiplication (Granlund and Montgomery, 1994) of numbers of 62 bits.
        let shift = denominator.next_power_of_two().ilog2();
        let reciprocal = (1_u128 << (2 * HALF + shift)) / u128::from(denominator) + 1;
        let halves = [reciprocal >> HALF, reciprocal & ((1 << HALF) - 1)];
        let [Ok(high), Ok(low)] = halves.map(u32::try_from) else { return None };
        Some(Self { numerator, denominator, reciprocal: [high, low], shift })
    }

    /// As [`share_reached`]. Of numbers out of range the answer means nothing.
    pub(crate) fn reached(self, part: i64, whole: i64) -> bool {
        0 <= self.scaled(part).wrapping_sub(self.portion(whole))
    }

    /// As [`share_kept`], likewise.
    pub(crate) fn kept(self, part: i64, whole: i64) -> bool {
        0 <= self.portion(whole).wrapping_sub(self.scaled(part))
    }

    /// As [`least_part`], likewise.
    pub(crate) fn least_part(self, whole: i64) -> i64 {
        self.divided(self.portion(whole).wrapping_add(i64::from(self.denominator) - 1))
    }

    /// As [`greatest_part`], likewise.
    pub(crate) fn greatest_part(self, whole: i64) -> i64 {
        self.divided(self.portion(whole))
    }

    fn portion(self, whole: i64) -> i64 {
        whole.wrapping_mul(self.numerator.into())
    }

    fn scaled(self, part: i64) -> i64 {
        part.wrapping_mul(self.denominator.into())
    }

    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        reason = "the halves of a number of 62 bits"
    )]
    fn divided(self, number: i64) -> i64 {
        const LOW: u32 = (1 << HALF) - 1;
        let product = |one: u32, other: u32| u64::from(one).wrapping_mul(u64::from(other));
        let number = number.cast_unsigned();
        let (high, low) = ((number >> HALF) as u32, number as u32 & LOW);
        let [by_high, by_low] = self.reciprocal;
        let middle = product(high, by_low)
            .wrapping_add(product(low, by_high))
            .wrapping_add(product(low, by_low) >> HALF);
        let quotient = product(high, by_high).wrapping_add(middle >> HALF);
        // The shift is below 64; said so that a loop over this needs no way out.
        quotient.wrapping_shr(self.shift).cast_signed()
    }
}

/// Writes the place of an item, or how many there are.
pub(crate) fn push_index(out: &mut String, index: usize) {
    decimal::push_scaled(out, i64::try_from(index).unwrap_or(i64::MAX), 0);
}

/// The number that a decimal notation of digits and one point stands for, in units of
/// 10^-`places`: how the defaults of parameters are written.
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn shares_are_cross_multiplied(
            part in 0..=GREATEST, whole in 0..=GREATEST, share in 0..=MILLION, near in -2..=2_i64,
        ) {
            let exact = i128::from(whole) * i128::from(share);
            let bound = i64::try_from(exact / i128::from(MILLION)).unwrap();
            for part in [part, (bound + near).max(0)] {
                let part_times = i128::from(part) * i128::from(MILLION);
                prop_assert_eq!(share_reached(part, whole, share), exact <= part_times);
                prop_assert_eq!(share_kept(part, whole, share), part_times <= exact);
            }
            prop_assert!(share_reached(least_part(whole, share), whole, share));
            prop_assert!(share_kept(greatest_part(whole, share), whole, share));
        }
    }

    /// Every denominator that a share of small terms may have.
    #[cfg(feature = "arrow")]
    fn denominators() -> Vec<i64> {
        (1..=512).filter(|it| MILLION % it == 0).collect()
    }

    #[cfg(feature = "arrow")]
    proptest! {
        #[test]
        fn fractions_compare_and_limit_as_shares_do(
            part in 0..=GREATEST, whole in 0..=GREATEST, near in -2..=2_i64,
            denominator in prop::sample::select(denominators()), numerator in 0..=512_i64,
        ) {
            let share = MILLION / denominator * (numerator % (denominator + 1));
            for share in [share, MILLION / denominator, 5_000, 15_000, 600_000] {
                let fraction = Fraction::of(share).unwrap();
                for whole in [whole, whole % 1_000, GREATEST, GREATEST - whole % 1_000, 0] {
                    prop_assert_eq!(fraction.least_part(whole), least_part(whole, share));
                    prop_assert_eq!(fraction.greatest_part(whole), greatest_part(whole, share));
                    let bound = (least_part(whole, share) + near).clamp(0, GREATEST);
                    for part in [part, bound, GREATEST, 0] {
                        let reached = share_reached(part, whole, share);
                        prop_assert_eq!(fraction.reached(part, whole), reached);
                        prop_assert_eq!(fraction.kept(part, whole), share_kept(part, whole, share));
                    }
                }
            }
        }
    }

    #[cfg(feature = "arrow")]
    #[test]
    fn fractions_are_in_lowest_terms() {
        for (share, terms) in [
            (600_000, Some((3, 5))),
            (15_000, Some((3, 200))),
            (5_000, Some((1, 200))),
            (0, Some((0, 1))),
            (MILLION, Some((1, 1))),
            (2_000, Some((1, 500))),
            (1_600, None),
            (999_999, None),
        ] {
            let found = Fraction::of(share).map(|it| (it.numerator, it.denominator));
            assert_eq!(found, terms, "{share}");
        }
    }

    #[test]
    fn exact_shares_are_met_and_one_unit_less_is_not() {
        // 2.01 of 3.35 and 3.09 of 5.15 are exactly 60 %, which binary floats miss.
        for (part, whole) in
            [(201, 335), (309, 515), (6000, 10_000), (GREATEST / 5 * 3, GREATEST / 5 * 5)]
        {
            assert!(share_reached(part, whole, 600_000), "{part} of {whole}");
            assert!(!share_reached(part - 1, whole, 600_000), "{part} of {whole}");
        }
        assert_eq!(least_part(201, 5_000), 2);
        assert_eq!(least_part(200, 5_000), 1);
        assert_eq!(least_part(GREATEST, MILLION), GREATEST);
    }
}
