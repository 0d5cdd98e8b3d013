//! Binary floats, which occur in this module only. Spreadsheets and frames hold numbers as floats and
//! show at most fifteen significant digits of them, so that is what a float in a table is read as.

#![expect(clippy::disallowed_types, reason = "other people's tables hold floats")]

use super::Target;
use crate::field::Kind;
use crate::quantity::decimal::{self, Scaled, push_scaled};
use crate::quantity::{GREATEST, MILLION};

/// A float in its own width, on which its shortest decimal depends.
#[derive(Clone, Copy)]
pub(crate) enum Float {
    #[cfg(feature = "arrow")]
    Single(f32),
    Double(f64),
}

#[cfg(feature = "arrow")]
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

/// The number that a float means.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Number {
    /// The number as a decimal, in the unit of its column.
    pub(crate) text: String,
    /// Whether it has fifteen digits, and the shortest decimal of the float has more.
    pub(crate) shortened: bool,
    /// The amount in fen that `round_money` rounds it to; `None` if there is nothing to round.
    pub(crate) fen: Option<i64>,
}

/// The significant digits of a decimal that no double loses.
const DIGITS: usize = 15;

/// Below 10^13 yuan, fifteen digits are enough for every fen.
const WHOLE_DIGITS: i32 = 13;

/// The shortest decimal that parses to the same float; NaN and the infinities are written as JSON
/// dialects do.
pub(crate) fn text(float: Float) -> String {
    let text = match float {
        #[cfg(feature = "arrow")]
        Float::Single(float) => float.to_string(),
        Float::Double(float) => float.to_string(),
    };
    match text.as_str() {
        "inf" => "Infinity".to_owned(),
        "-inf" => "-Infinity".to_owned(),
        _ => text,
    }
}

impl Number {
    /// Reads a float of a column.
    pub(crate) fn of(float: Float, column: Target) -> Self {
        let shortest = text(float);
        let Target::Fact { field, power } = column else {
            return Self { text: shortest, shortened: false, fen: None };
        };
        let shown = float.shown(&shortest, power);
        let (shortened, text) = (shown.is_some(), shown.unwrap_or(shortest));
        let fen = if matches!(field.kind, Kind::Money) { near_fen(&text, power) } else { None };
        Self { text, shortened, fen }
    }
}

impl Float {
    #[cfg(feature = "arrow")]
    pub(crate) fn is_nan(self) -> bool {
        match self {
            Self::Single(float) => float.is_nan(),
            Self::Double(float) => float.is_nan(),
        }
    }

    /// The decimal of fifteen digits, if the amount is below 10^13 in the unit of the fact, and the
    /// shortest decimal has more digits. The shortest decimal of a single has nine at most.
    fn shown(self, shortest: &str, power: i32) -> Option<String> {
        match self {
            #[cfg(feature = "arrow")]
            Self::Single(_) => None,
            Self::Double(float) => {
                let digits = shortest.bytes().filter(u8::is_ascii_digit);
                let digits = digits.skip_while(|digit| *digit == b'0').count();
                let below = float.abs() < 10_f64.powi(WHOLE_DIGITS - power);
                if digits <= DIGITS || !below {
                    return None;
                }
                decimal::shift(&format!("{float:.*e}", DIGITS - 1), 0)
            }
        }
    }
}

/// The whole number of fen nearest to an amount of 10^`power` yuan, if the two differ, by a millionth
/// of it at most. Half a fen is rounded up.
fn near_fen(amount: &str, power: i32) -> Option<i64> {
    if decimal::scaled(amount, power + 2, GREATEST) != Scaled::Fraction {
        return None;
    }
    let millionths = decimal::shift(amount, power + 8)?;
    let (whole, fraction) = millionths.split_once('.').unwrap_or((&millionths, ""));
    // The amount in millionths of a fen, rounded down and up.
    let down: i128 = whole.parse().ok()?;
    let up = down + i128::from(!fraction.is_empty());
    let million = i128::from(MILLION);
    let fen = (down + million / 2) / million;
    let near = fen * million - fen <= down && up <= fen * million + fen;
    if near { fen.try_into().ok() } else { None }
}

/// Formats an amount of fen in yuan.
pub(crate) fn yuan(fen: i64) -> String {
    let mut text = String::new();
    push_scaled(&mut text, fen, 2);
    text
}
