//! Columns of binary floats. A float that has a decimal of at most fifteen digits means that decimal.

#![expect(
    clippy::disallowed_types,
    clippy::float_arithmetic,
    clippy::float_cmp,
    reason = "columns of other people's tables hold floats"
)]

use crate::table::Float;

/// How floats are converted to whole numbers of units.
#[derive(Clone, Copy)]
pub(super) struct Units {
    /// Units per whole number.
    factor: f64,
    /// Numbers of units from here on are not converted.
    most: f64,
}

/// 2^52. A double of this size has no fractional bits, and its low bits are the whole number.
const SHIFT: f64 = 4_503_599_627_370_496.0;

impl Units {
    /// For doubles and units of 10^-`decimals`. A decimal of at most fifteen digits, which all below
    /// 10^15 units are, is the shortest text of the nearest double: no other is as near.
    pub(super) fn of_double(decimals: i32) -> Self {
        Self { factor: 10_f64.powi(decimals), most: 1e15 }
    }

    /// For whole numbers in singles. Below 2^24 all of them can be represented exactly.
    pub(super) const OF_SINGLE: Self = Self { factor: 1.0, most: 16_777_216.0 };

    /// Returns a number of units, and whether it is exactly what the float means. If not, the number
    /// is meaningless.
    #[inline]
    pub(super) fn read(self, float: Float) -> (i64, bool) {
        let float = match float {
            Float::Single(float) => float.into(),
            Float::Double(float) => float,
        };
        let units = float * self.factor;
        let shifted = units + SHIFT;
        let within = (0.0..self.most).contains(&units);
        let sure = within && (shifted - SHIFT) / self.factor == float;
        ((shifted.to_bits() & 0xf_ffff_ffff_ffff).cast_signed(), sure)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::quantity::decimal::{Scaled, scaled};
    use crate::table::text;

    /// The number of units of 10^-`decimals` in the text of a float.
    fn by_text(float: impl Into<Float>, decimals: i32) -> Scaled {
        scaled(&text(float.into()), decimals, i64::MAX)
    }

    proptest! {
        #[test]
        fn an_exact_number_is_that_of_the_text(
            bits in any::<u64>(), whole in 0..2_000_000_000_000_000_i64, single in any::<u32>(),
            decimals in 0..12_i32,
        ) {
            let factor = 10_f64.powi(decimals);
            let near = f64::from(u32::try_from(whole >> 32).unwrap_or_default()) * 4_294_967_296.0
                + f64::from(u32::try_from(whole & 0xffff_ffff).unwrap_or_default());
            let next = f64::from_bits((near / factor).to_bits() + 1);
            for float in [f64::from_bits(bits), near, near / factor, next] {
                let (units, sure) = Units::of_double(decimals).read(float.into());
                if sure {
                    prop_assert_eq!(by_text(float, decimals), Scaled::Whole(units), "{}", float);
                }
            }
            if whole < 1_000_000_000_000_000 {
                let read = Units::of_double(decimals).read((near / factor).into());
                prop_assert_eq!(read, (whole, true));
            }
            for float in [f32::from_bits(single), f32::from_bits(single).trunc()] {
                let (units, sure) = Units::OF_SINGLE.read(float.into());
                if sure {
                    prop_assert_eq!(by_text(float, 0), Scaled::Whole(units), "{}", float);
                }
            }
        }
    }
}
