//! Binary floats, met here and nowhere else: a float column stands for the shortest decimal text
//! that reads back as the same float, as it would be written in JSON.

#![expect(clippy::disallowed_types, reason = "columns of other people's tables hold floats")]

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
