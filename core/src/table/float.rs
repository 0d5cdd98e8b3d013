//! Binary floats, which occur in this module only. Spreadsheets and frames hold numbers as floats and
//! show at most fifteen significant digits of them, so that is what a float in a table is read as.

#![expect(clippy::disallowed_types, reason = "other people's tables hold floats")]

use super::Target;
use crate::field::Kind;
use crate::quantity::decimal::{self, Scaled, push_scaled};
use crate::quantity::{GREATEST, MILLION};

/// A float in its own width, on which its shortest decimal depends.
#[derive(Debug, Clone, Copy, PartialEq)]
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

/// The number that a float of a column means.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Number {
    /// The number as a decimal, in the unit of the column.
    pub(crate) text: String,
    /// Whether it was read with fifteen digits, and the shortest decimal of the float has more.
    pub(crate) shortened: bool,
    /// The whole number of fen to which `round_money` rounds the amount; `None` if there is nothing to
    /// round.
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
    pub(crate) fn of(float: Float, column: Target, round_money: bool) -> Self {
        let shortest = text(float);
        let Target::Fact { field, power, .. } = column else {
            return Self { text: shortest, shortened: false, fen: None };
        };
        let shown = float.shown(&shortest, power);
        let shortened = shown.is_some();
        let mut text = shown.unwrap_or(shortest);
        let fen = if matches!(field.kind, Kind::Money) { near_fen(&text, power) } else { None };
        if round_money && let Some(rounded) = fen.and_then(|fen| decimal::shift(&yuan(fen), -power))
        {
            text = rounded;
        }
        Self { text, shortened, fen }
    }
}

impl Float {
    /// Parses a number as files write it; `None` if it is none, or infinite.
    #[cfg(feature = "intake")]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let plain = |byte: u8| byte.is_ascii_digit() || b"+-.eE".contains(&byte);
        let float: f64 = text.bytes().all(plain).then(|| text.parse().ok())??;
        float.is_finite().then_some(Self::Double(float))
    }

    /// The double with these bits.
    #[cfg(feature = "intake")]
    pub(crate) fn of_bits(bits: u64) -> Self {
        Self::Double(f64::from_bits(bits))
    }

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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::subjects::subject;
    use crate::table::{Columns, Options};

    /// What a float in a column of enterprises with this header is read as.
    fn number(header: &str, float: impl Into<Float>, round_money: bool) -> Number {
        let columns =
            Columns::of(subject("enterprise").unwrap(), &[header], &Options::default()).unwrap();
        let (_, target) = columns.targets().next().unwrap();
        Number::of(float.into(), target, round_money)
    }

    #[test]
    fn a_double_below_ten_to_the_13_has_fifteen_digits() {
        let (yuan, ten_thousand, count) = ("total_wages_yuan", "工资总额（万元）", "staff_total");
        for (header, float, expected, shortened) in [
            (yuan, 0.1, "0.1", false),
            (yuan, 0.1 + 0.2, "0.3", true),
            (yuan, 0.300_000_000_000_000_16, "0.3", true),
            (yuan, -0.1 - 0.2, "-0.3", true),
            (yuan, 1_234_567.890_000_000_1, "1234567.89", true),
            (yuan, 1_234_567.890_000_01, "1234567.89000001", false),
            (yuan, 123_456_789_012.345, "123456789012.345", false),
            (yuan, 123_456_789_012.345_6, "123456789012.346", true),
            (yuan, 9_999_999_999_999.99, "9999999999999.99", false),
            (yuan, 9_999_999_999_999.998, "10000000000000", true),
            (yuan, 1e13, "10000000000000", false),
            (yuan, 10_000_000_000_000.002, "10000000000000.002", false),
            (yuan, 90_071_992_547_409.9, "90071992547409.9", false),
            (yuan, 12_345_678_901_234_568.0, "12345678901234568", false),
            (yuan, -0.0, "-0", false),
            (yuan, f64::NAN, "NaN", false),
            (yuan, f64::INFINITY, "Infinity", false),
            (yuan, f64::NEG_INFINITY, "-Infinity", false),
            (count, 2_999.999_999_999_999_5, "3000", true),
            (count, 2_999.999_999_999_99, "2999.99999999999", false),
            // The bound is on yuan, whatever the unit of the column.
            (ten_thousand, 999_999_999.999_999, "999999999.999999", false),
            (ten_thousand, 999_999_999.999_999_9, "1000000000", true),
            (ten_thousand, 1e9, "1000000000", false),
            (ten_thousand, 1_000_000_000.000_000_1, "1000000000.0000001", false),
            (ten_thousand, 1_999_999_999.123_456, "1999999999.123456", false),
        ] {
            let read = number(header, float, false);
            assert_eq!((read.text.as_str(), read.shortened), (expected, shortened), "{float}");
        }
        let tiny = number(yuan, f64::MIN_POSITIVE, false);
        assert!(tiny.shortened && tiny.text.ends_with("00022250738585072"), "{}", tiny.text);
    }

    #[cfg(feature = "arrow")]
    #[test]
    fn a_single_has_its_shortest_decimal() {
        for (float, expected) in
            [(0.1_f32, "0.1"), (16_777_216.0, "16777216"), (0.1 + 0.2, "0.3"), (f32::NAN, "NaN")]
        {
            let read = number("total_wages_yuan", float, false);
            assert_eq!((read.text.as_str(), read.shortened), (expected, false));
        }
        let read = number("total_wages_yuan", 12_345.678_f32, true);
        assert_eq!((read.text.as_str(), read.fen), ("12345.68", Some(1_234_568)));
    }

    #[test]
    fn an_amount_within_a_millionth_of_a_whole_number_of_fen_is_rounded() {
        let (yuan, ten_thousand) = ("total_wages_yuan", "工资总额（万元）");
        for (header, float, text, fen) in [
            // No more than a millionth: 1.00 ± 0.000001 yuan.
            (yuan, 1.000_001, "1", Some(100)),
            (yuan, 1.000_001_000_001, "1.000001000001", None),
            (yuan, 0.999_999, "1", Some(100)),
            (yuan, 0.999_998_999_999, "0.999998999999", None),
            (yuan, 1.000_000_1, "1", Some(100)),
            // From 5 000 yuan, half a fen is no more than a millionth.
            (yuan, 4_999.985, "4999.985", None),
            (yuan, 5_000.005, "5000.01", Some(500_001)),
            (yuan, 5_000.014_999, "5000.01", Some(500_001)),
            (yuan, 1_000_000.0 / 3.0, "333333.33", Some(33_333_333)),
            (yuan, 0.000_001, "0.000001", None),
            // Nothing to round.
            (yuan, 0.0, "0", None),
            (yuan, 1.1, "1.1", None),
            (yuan, 0.1 + 0.2, "0.3", None),
            (yuan, -1.000_001, "-1.000001", None),
            (yuan, f64::NAN, "NaN", None),
            (yuan, 10_000_000_000_000.002, "10000000000000", Some(1_000_000_000_000_000)),
            (yuan, 1e14, "100000000000000", None),
            (yuan, 100_000_000_000_000.02, "100000000000000.02", None),
            (ten_thousand, 100.0 / 3.0, "33.333333", Some(33_333_333)),
            (ten_thousand, 0.000_1, "0.0001", None),
            (ten_thousand, 0.000_001_1, "0.0000011", None),
            ("staff_total", 2.000_001, "2.000001", None),
        ] {
            let read = number(header, float, true);
            assert_eq!((read.text.as_str(), read.fen), (text, fen), "{float}");
            assert_eq!(number(header, float, false).fen, fen, "{float}");
        }
    }

    proptest! {
        #[test]
        fn a_double_is_shortened_if_fifteen_digits_do_not_parse_to_it(
            float in prop_oneof![any::<f64>(), -1e14..1e14, 0.0..1e6],
        ) {
            // A subnormal double has fewer than fifteen digits.
            prop_assume!(float.is_normal());
            let read = number("total_wages_yuan", float, false);
            let fifteen = decimal::shift(&format!("{float:.14e}"), 0);
            let parses = |text: &String| text.parse() == Ok(float);
            if float.abs() < 1e13 {
                prop_assert_eq!(read.shortened, !fifteen.as_ref().is_some_and(parses));
                prop_assert_eq!(Some(read.text), fifteen);
            } else {
                prop_assert_eq!(read.text, text(float.into()));
                prop_assert!(!read.shortened);
            }
        }
    }
}
