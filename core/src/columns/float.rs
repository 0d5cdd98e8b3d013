//! Binary floats, met here and nowhere else: a float column stands for the shortest decimal text
//! that reads back as the same float, as it would be written in JSON.

#![expect(
    clippy::disallowed_types,
    clippy::float_arithmetic,
    clippy::float_cmp,
    reason = "columns of other people's tables hold floats"
)]

/// The text of a float; one that is no number has the word for it that JSON dialects use.
pub(super) fn text(float: impl Into<Float>) -> String {
    match float.into() {
        Float::Single(float) if float.is_finite() => float.to_string(),
        Float::Double(float) if float.is_finite() => float.to_string(),
        float if float.is_nan() => "NaN".to_owned(),
        Float::Single(float) if float < 0.0 => "-Infinity".to_owned(),
        Float::Double(float) if float < 0.0 => "-Infinity".to_owned(),
        _ => "Infinity".to_owned(),
    }
}

/// A float in its own width, which decides its shortest text.
#[derive(Clone, Copy)]
pub(super) enum Float {
    Single(f32),
    Double(f64),
}

impl Float {
    pub(super) fn is_nan(self) -> bool {
        match self {
            Self::Single(float) => float.is_nan(),
            Self::Double(float) => float.is_nan(),
        }
    }
}

impl From<f32> for Float {
    fn from(float: f32) -> Self {
        Self::Single(float)
    }
}

impl From<f64> for Float {
    fn from(float: f64) -> Self {
        Self::Double(float)
    }
}

/// How floats are read as whole numbers of units.
#[derive(Clone, Copy)]
pub(super) struct Units {
    /// The factor from the number to units.
    factor: f64,
    /// The greatest number of units that is read this way.
    most: f64,
}

/// From here on a double has no fraction, and its low bits are the whole number.
const SHIFT: f64 = 4_503_599_627_370_496.0;

impl Units {
    /// So many decimals of a double. Below 10^15, a decimal is the shortest text of the double that
    /// is nearest to it, because no other one of at most fifteen digits is as near.
    pub(super) fn of_double(decimals: i32) -> Self {
        Self { factor: 10_f64.powi(decimals), most: 1e15 }
    }

    /// Whole numbers of a single; up to 2^24 each has its own digits as its shortest text.
    pub(super) const OF_SINGLE: Self = Self { factor: 1.0, most: 16_777_216.0 };

    /// Returns how many units a float stands for, and whether that is sure.
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

    /// What the text of a float says in so many decimals.
    fn by_text(float: impl Into<Float>, decimals: i32) -> Scaled {
        scaled(&text(float), decimals, i64::MAX)
    }

    proptest! {
        #[test]
        fn what_is_sure_is_what_the_text_says(
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
