//! Shares of a whole, compared exactly by cross-multiplication.

use crate::readings::TeacherPostsRounding;

/// 100 %, in millionths.
pub(crate) const MILLION: i64 = 1_000_000;

/// A share that a part is compared with.
pub(crate) trait Ratio: Copy {
    /// Whether the part is at least this share of the whole.
    fn is_reached(self, part: i64, whole: i64) -> bool;

    /// Whether the part is at most this share of the whole.
    fn is_not_exceeded(self, part: i64, whole: i64) -> bool;

    /// Returns the least part that reaches the share: rounded up, because less would miss it.
    fn least_part(self, whole: i64) -> i64;

    /// Returns the greatest part that does not exceed the share: rounded down.
    fn greatest_part(self, whole: i64) -> i64;
}

/// Any share, in millionths.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Millionths(pub(crate) i64);

impl Ratio for Millionths {
    fn is_reached(self, part: i64, whole: i64) -> bool {
        self.least_part(whole) <= part
    }

    fn is_not_exceeded(self, part: i64, whole: i64) -> bool {
        part <= self.greatest_part(whole)
    }

    fn least_part(self, whole: i64) -> i64 {
        mul_div_million(whole, self.0, MILLION - 1)
    }

    fn greatest_part(self, whole: i64) -> i64 {
        mul_div_million(whole, self.0, 0)
    }
}

/// A share in millionths whose part is rounded to a whole unit.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rounded {
    pub(crate) share: i64,
    pub(crate) rounding: Rounding,
}

/// How a fraction of a unit is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rounding {
    Up,
    HalfUp,
    Down,
}

impl From<TeacherPostsRounding> for Rounding {
    fn from(reading: TeacherPostsRounding) -> Self {
        match reading {
            TeacherPostsRounding::Up => Self::Up,
            TeacherPostsRounding::HalfUp => Self::HalfUp,
            TeacherPostsRounding::Down => Self::Down,
        }
    }
}

impl Ratio for Rounded {
    fn is_reached(self, part: i64, whole: i64) -> bool {
        self.least_part(whole) <= part
    }

    fn is_not_exceeded(self, part: i64, whole: i64) -> bool {
        part <= self.greatest_part(whole)
    }

    fn least_part(self, whole: i64) -> i64 {
        mul_div_million(
            whole,
            self.share,
            match self.rounding {
                Rounding::Up => MILLION - 1,
                Rounding::HalfUp => MILLION / 2,
                Rounding::Down => 0,
            },
        )
    }

    fn greatest_part(self, whole: i64) -> i64 {
        self.least_part(whole)
    }
}

/// Returns the least part of `whole` whose share is at least that of the year before, or more if
/// `strict`. The part of the year before must not exceed its whole, which must not be 0.
pub(crate) fn least_part_of(whole: i64, [part, of]: [i64; 2], strict: bool) -> i64 {
    // Long division of whole × part by `of`, one bit at a time, so that 64 bits suffice: 128 bits
    // would take more than a kilobyte of WebAssembly.
    let (mut quotient, mut rest) = (0_i64, 0_i64);
    for bit in (0..i64::BITS).rev() {
        let doubled = rest.saturating_mul(2).saturating_add(part * (whole >> bit & 1));
        quotient = quotient.saturating_mul(2).saturating_add(doubled / of);
        rest = doubled % of;
    }
    quotient.saturating_add(i64::from(strict || rest > 0))
}

/// Returns `(whole × share + carry) ÷ 1 000 000`, rounded down. The whole is divided into millions
/// and the rest, so that no step exceeds 64 bits: the products are at most 2⁵³ and 10⁶ × 10⁶.
fn mul_div_million(whole: i64, share: i64, carry: i64) -> i64 {
    whole / MILLION * share + (whole % MILLION * share + carry) / MILLION
}

/// A share as a fraction in lowest terms, for blocks of rows: 60 % is 3/5.
///
/// It has the same results as [`Millionths`], but needs no division, and no more than 64 bits: a
/// part or a whole has 53 bits, and the terms have at most 9. For numbers out of range the result
/// is arbitrary, but nothing panics.
#[cfg(feature = "_block")]
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fraction {
    numerator: u32,
    denominator: u32,
    /// The reciprocal of the denominator: its high half, and its low half of [`HALF_BITS`] bits.
    reciprocal: [u32; 2],
    shift: u32,
}

/// Numbers of 62 bits are multiplied by halves of 31 bits, whose products have at most 62 bits.
/// SIMD has no multiplication of 64 bits with a result of 128 bits.
#[cfg(feature = "_block")]
const HALF_BITS: u32 = 31;

#[cfg(feature = "_block")]
impl Fraction {
    /// Returns `None` if the terms of the fraction have more than 9 bits.
    pub(crate) fn from_millionths(share: i64) -> Option<Self> {
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
        // Division of 62 bits by invariant multiplication (Granlund and Montgomery, 1994).
        let shift = denominator.next_power_of_two().ilog2();
        let reciprocal = (1_u128 << (2 * HALF_BITS + shift)) / u128::from(denominator) + 1;
        let halves = [reciprocal >> HALF_BITS, reciprocal & ((1 << HALF_BITS) - 1)];
        let [Ok(high), Ok(low)] = halves.map(u32::try_from) else { return None };
        Some(Self { numerator, denominator, reciprocal: [high, low], shift })
    }

    fn times_numerator(self, whole: i64) -> i64 {
        whole.wrapping_mul(self.numerator.into())
    }

    fn times_denominator(self, part: i64) -> i64 {
        part.wrapping_mul(self.denominator.into())
    }

    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        reason = "the halves of a number of 62 bits"
    )]
    fn divide_by_denominator(self, number: i64) -> i64 {
        const LOW: u32 = (1 << HALF_BITS) - 1;
        let product = |one: u32, other: u32| u64::from(one).wrapping_mul(u64::from(other));
        let number = number.cast_unsigned();
        let (high, low) = ((number >> HALF_BITS) as u32, number as u32 & LOW);
        let [by_high, by_low] = self.reciprocal;
        let middle = product(high, by_low)
            .wrapping_add(product(low, by_high))
            .wrapping_add(product(low, by_low) >> HALF_BITS);
        let quotient = product(high, by_high).wrapping_add(middle >> HALF_BITS);
        // The shift is less than 64. A wrapping shift needs no check, so a loop is vectorized.
        quotient.wrapping_shr(self.shift).cast_signed()
    }
}

#[cfg(feature = "_block")]
impl Ratio for Fraction {
    fn is_reached(self, part: i64, whole: i64) -> bool {
        0 <= self.times_denominator(part).wrapping_sub(self.times_numerator(whole))
    }

    fn is_not_exceeded(self, part: i64, whole: i64) -> bool {
        0 <= self.times_numerator(whole).wrapping_sub(self.times_denominator(part))
    }

    fn least_part(self, whole: i64) -> i64 {
        self.divide_by_denominator(
            self.times_numerator(whole).wrapping_add(i64::from(self.denominator) - 1),
        )
    }

    fn greatest_part(self, whole: i64) -> i64 {
        self.divide_by_denominator(self.times_numerator(whole))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::quantity::GREATEST;

    proptest! {
        #[test]
        fn the_least_part_of_a_trend_is_cross_multiplied(
            whole in 0..=GREATEST, part in 0..=GREATEST, of in 1..=GREATEST, strict: bool,
        ) {
            let part = part % (of + 1);
            let least = i128::from(least_part_of(whole, [part, of], strict));
            let reaches = |least: i128| {
                let order = (least * i128::from(of)).cmp(&(i128::from(part) * i128::from(whole)));
                if strict { order.is_gt() } else { order.is_ge() }
            };
            prop_assert!(reaches(least) && !reaches(least - 1));
        }

        #[test]
        fn shares_are_cross_multiplied(
            part in 0..=GREATEST, whole in 0..=GREATEST, share in 0..=MILLION, near in -2..=2_i64,
        ) {
            let exact = i128::from(whole) * i128::from(share);
            let bound = i64::try_from(exact / i128::from(MILLION)).unwrap();
            for part in [part, (bound + near).max(0)] {
                let part_times = i128::from(part) * i128::from(MILLION);
                prop_assert_eq!(Millionths(share).is_reached(part, whole), exact <= part_times);
                prop_assert_eq!(Millionths(share).is_not_exceeded(part, whole), part_times <= exact);
            }
            prop_assert!(Millionths(share).is_reached(Millionths(share).least_part(whole), whole));
            prop_assert!(Millionths(share).is_not_exceeded(Millionths(share).greatest_part(whole), whole));
        }
    }

    /// Every denominator of at most 9 bits.
    #[cfg(feature = "_block")]
    fn denominators() -> Vec<i64> {
        (1..=512).filter(|denominator| MILLION % denominator == 0).collect()
    }

    #[cfg(feature = "_block")]
    proptest! {
        #[test]
        fn fractions_have_the_results_of_millionths(
            part in 0..=GREATEST, whole in 0..=GREATEST, near in -2..=2_i64,
            denominator in prop::sample::select(denominators()), numerator in 0..=512_i64,
        ) {
            let share = MILLION / denominator * (numerator % (denominator + 1));
            for share in [share, MILLION / denominator, 5_000, 15_000, 600_000] {
                let fraction = Fraction::from_millionths(share).unwrap();
                for whole in [whole, whole % 1_000, GREATEST, GREATEST - whole % 1_000, 0] {
                    prop_assert_eq!(fraction.least_part(whole), Millionths(share).least_part(whole));
                    prop_assert_eq!(fraction.greatest_part(whole), Millionths(share).greatest_part(whole));
                    let bound = (Millionths(share).least_part(whole) + near).clamp(0, GREATEST);
                    for part in [part, bound, GREATEST, 0] {
                        let reached = Millionths(share).is_reached(part, whole);
                        prop_assert_eq!(fraction.is_reached(part, whole), reached);
                        prop_assert_eq!(fraction.is_not_exceeded(part, whole), Millionths(share).is_not_exceeded(part, whole));
                    }
                }
            }
        }
    }

    #[cfg(feature = "_block")]
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
            let found = Fraction::from_millionths(share)
                .map(|fraction| (fraction.numerator, fraction.denominator));
            assert_eq!(found, terms, "{share}");
        }
    }

    #[test]
    fn exact_shares_are_met_and_one_unit_less_is_not() {
        // 2.01 of 3.35 and 3.09 of 5.15 are exactly 60 %, but not in binary floats.
        for (part, whole) in
            [(201, 335), (309, 515), (6000, 10_000), (GREATEST / 5 * 3, GREATEST / 5 * 5)]
        {
            assert!(Millionths(600_000).is_reached(part, whole), "{part} of {whole}");
            assert!(!Millionths(600_000).is_reached(part - 1, whole), "{part} of {whole}");
        }
        assert_eq!(Millionths(5_000).least_part(201), 2);
        assert_eq!(Millionths(5_000).least_part(200), 1);
        assert_eq!(Millionths(MILLION).least_part(GREATEST), GREATEST);
    }
}
