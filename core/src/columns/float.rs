//! Binary floats, met here and nowhere else: a float column stands for the shortest decimal text
//! that reads back as the same float, as it would be written in JSON.

#![expect(
    clippy::disallowed_types,
    clippy::float_arithmetic,
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
        // From here on a double has no fraction, and its low bits are the whole number.
        const SHIFT: f64 = 4_503_599_627_370_496.0;
        let units = float * self.factor;
        let shifted = units + SHIFT;
        let sure =
            (0.0 <= units) & (units < self.most) & ((shifted - SHIFT) / self.factor == float);
        ((shifted.to_bits() & 0xf_ffff_ffff_ffff).cast_signed(), sure)
    }
}
