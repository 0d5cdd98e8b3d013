//! Decimal literals and their exact values, without floats and without rounding.

/// The result of [`scaled`]: the exact value of a decimal literal as a number of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scaled {
    /// A whole number of units, from 0 to the limit.
    Whole(i64),
    /// Between 0 and the limit, but not a whole number of units.
    Fraction,
    /// Less than 0; `-0` is `Whole(0)`.
    Negative,
    /// Greater than the limit, whole or not.
    TooLarge,
    /// Not a decimal literal.
    NotANumber,
}

/// Parses `text` in units of 10^-`places`: `1.5` with 2 places is `Whole(150)`.
///
/// `text` has the syntax of a JSON number, `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`, and
/// only its value matters: `100`, `100.00` and `1e2` are equal. `limit` is the greatest number of
/// units that is accepted. The time is linear in the length of `text` and does not depend on the
/// exponent.
#[must_use]
pub fn scaled(text: &str, places: i32, limit: i64) -> Scaled {
    let Some(decimal) = Decimal::parse(text) else {
        return Scaled::NotANumber;
    };
    if decimal.negative {
        return Scaled::Negative;
    }
    let point = decimal.point + i64::from(places);
    let mut digits = decimal.digits();
    let mut units = 0_u64;
    // After 20 steps any number other than zero exceeds the ceiling.
    for _ in 0..point.min(20) {
        if units > CEILING {
            return Scaled::TooLarge;
        }
        units = units * 10 + digits.next().map_or(0, digit_value);
    }
    // The last digit is not zero, so a remaining digit is a fraction of a unit.
    match (i64::try_from(units), digits.next()) {
        (Ok(units), None) if units <= limit => Scaled::Whole(units),
        (Ok(units), Some(_)) if units < limit => Scaled::Fraction,
        _ => Scaled::TooLarge,
    }
}

/// Multiplies a decimal literal by 10^`by`, exactly: `1.25` by 4 is `12500`.
///
/// The result is the shortest decimal text without an exponent; zero has no sign. Returns `None` if
/// `text` is not a JSON number, or if the result would be longer than 400 characters.
#[must_use]
pub fn shift(text: &str, by: i32) -> Option<String> {
    let decimal = Decimal::parse(text)?;
    let mut digits = decimal.digits();
    let count = length(decimal.whole) + length(decimal.fraction);
    // Zero has no significant digit; the `0` that is written is before the point.
    let point = if count == 0 { 1 } else { decimal.point + i64::from(by) };

    // Place 0 is the first significant digit. The text starts at the last place before the point,
    // or earlier, and ends at the point, or later; places without a digit are zeros.
    let first = (point - 1).min(0);
    let end = point.max(count);
    let length = end - first + i64::from(point < end) + i64::from(decimal.negative);
    if length > MAX_SHIFTED {
        return None;
    }

    let mut out = String::with_capacity(usize::try_from(length).unwrap_or_default());
    if decimal.negative {
        out.push('-');
    }
    for place in first..end {
        if place == point {
            out.push('.');
        }
        let digit = if place < 0 { None } else { digits.next() };
        out.push(digit.map_or('0', char::from));
    }
    Some(out)
}

/// Appends `value` × 10^-`places` with exactly `places` decimals: 123450 with 2 is `1234.50`.
pub fn push_scaled(out: &mut String, value: i64, places: u32) {
    // Index n is the digit of weight 10^n.
    let mut digits = [0_u8; 20];
    let mut rest = value.unsigned_abs();
    let mut top = usize::try_from(places).unwrap_or(usize::MAX);
    let point = top;
    for (place, digit) in digits.iter_mut().enumerate() {
        if rest == 0 {
            break;
        }
        // A division of 32 bits is several times as fast, and enough for most values.
        let (tens, one) = match u32::try_from(rest) {
            Ok(rest) => (u64::from(rest / 10), u64::from(rest % 10)),
            Err(_) => (rest / 10, rest % 10),
        };
        *digit = u8::try_from(one).unwrap_or_default();
        rest = tens;
        top = top.max(place);
    }
    // One allocation: most texts consist of this number only.
    out.reserve(top + 3);
    if value < 0 {
        out.push('-');
    }
    for place in (0..=top).rev() {
        let digit = digits.get(place).copied().unwrap_or_default();
        out.push(char::from(b'0' | digit));
        if place == point && point > 0 {
            out.push('.');
        }
    }
}

/// Appends a number of ten-thousandths without trailing zeros.
pub(crate) fn push_shortest(out: &mut String, number: i64) {
    let whole = |decimals: &u32| number % 10_i64.pow(4 - decimals) == 0;
    let decimals = (0..4).find(whole).unwrap_or(4);
    push_scaled(out, number / 10_i64.pow(4 - decimals), decimals);
}

/// Whether `text` is a JSON number.
pub(crate) fn is_number(text: &str) -> bool {
    Decimal::parse(text).is_some()
}

/// The maximum length of a result of [`shift`].
const MAX_SHIFTED: i64 = 400;

/// Another digit after more units than this exceeds the range of an `i64`.
const CEILING: u64 = i64::MAX.unsigned_abs() / 10;

/// Greater exponents are cut off: no text is long enough to compensate one. Sums with such an
/// exponent are still in the range of an `i64`.
const MAX_EXPONENT: u64 = 100_000_000_000_000_000;

/// A parsed decimal literal. Its value is 0.d₁d₂d₃… × 10^`point`, where the digits d are those of
/// `whole`, then those of `fraction`. Neither the first nor the last digit is `0`. Zero has no
/// digits and no sign.
struct Decimal<'a> {
    negative: bool,
    whole: &'a [u8],
    fraction: &'a [u8],
    point: i64,
}

impl<'a> Decimal<'a> {
    fn parse(text: &'a str) -> Option<Self> {
        let (negative, rest) = match text.as_bytes() {
            [b'-', rest @ ..] => (true, rest),
            rest => (false, rest),
        };
        let (mut whole, mut rest) = split_digits(rest);
        if matches!(whole, [] | [b'0', _, ..]) {
            return None;
        }
        let mut fraction: &[u8] = &[];
        if let [b'.', after @ ..] = rest {
            (fraction, rest) = split_digits(after);
            if fraction.is_empty() {
                return None;
            }
        }
        let mut exponent = 0;
        if let [b'e' | b'E', after @ ..] = rest {
            (exponent, rest) = parse_exponent(after)?;
        }
        if !rest.is_empty() {
            return None;
        }

        let mut point = length(whole) + exponent;
        if whole == b"0" {
            whole = &[];
            point -= 1;
            while let [b'0', after @ ..] = fraction {
                fraction = after;
                point -= 1;
            }
        }
        fraction = trim_end(fraction);
        if fraction.is_empty() {
            whole = trim_end(whole);
        }
        let is_zero = whole.is_empty() && fraction.is_empty();
        Some(Decimal { negative: negative && !is_zero, whole, fraction, point })
    }

    fn digits(&self) -> impl Iterator<Item = u8> + use<'a> {
        self.whole.iter().chain(self.fraction).copied()
    }
}

/// Parses the exponent after its `e`, cut off at about ten times [`MAX_EXPONENT`]. Returns it with
/// the rest of the text.
fn parse_exponent(text: &[u8]) -> Option<(i64, &[u8])> {
    let (down, text) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] | rest => (false, rest),
    };
    let (digits, rest) = split_digits(text);
    if digits.is_empty() {
        return None;
    }
    let mut size = 0;
    for digit in digits {
        if size < MAX_EXPONENT {
            size = size * 10 + digit_value(*digit);
        }
    }
    let size = size.cast_signed();
    Some((if down { -size } else { size }, rest))
}

/// Splits `text` after its leading digits.
fn split_digits(text: &[u8]) -> (&[u8], &[u8]) {
    let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    text.split_at_checked(count).unwrap_or((text, &[]))
}

/// Removes trailing zeros.
fn trim_end(mut digits: &[u8]) -> &[u8] {
    while let [before @ .., b'0'] = digits {
        digits = before;
    }
    digits
}

/// Returns the value of an ASCII digit, which is its low four bits.
fn digit_value(digit: u8) -> u64 {
    u64::from(digit & 0x0f)
}

/// Returns the number of bytes as an `i64`, which no slice exceeds.
fn length(bytes: &[u8]) -> i64 {
    i64::try_from(bytes.len()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::Scaled::{Fraction, Negative, NotANumber, TooLarge, Whole};
    use super::{Scaled, is_number, push_scaled, scaled, shift};

    const MOST: i64 = i64::MAX;

    /// Literal, places, limit, value.
    const SCALED: &[(&str, i32, i64, Scaled)] = &[
        ("0", 0, MOST, Whole(0)),
        ("0", 2, 0, Whole(0)),
        ("-0", 2, MOST, Whole(0)),
        ("-0.0", 2, MOST, Whole(0)),
        ("-0e-5", 2, MOST, Whole(0)),
        ("0.000", 2, MOST, Whole(0)),
        ("0e999999999999999999999", 2, MOST, Whole(0)),
        ("0e-999999999999999999999", 2, MOST, Whole(0)),
        ("0", i32::MAX, MOST, Whole(0)),
        ("0", i32::MIN, MOST, Whole(0)),
        ("1", 0, MOST, Whole(1)),
        ("1.5", 2, MOST, Whole(150)),
        ("1.500", 2, MOST, Whole(150)),
        ("1.50000000000000000000000000000000000000", 2, MOST, Whole(150)),
        ("1.500", 1, MOST, Whole(15)),
        ("1.5", 0, MOST, Fraction),
        ("1.505", 2, MOST, Fraction),
        ("1.50000000000000000000000000000000000001", 2, MOST, Fraction),
        ("0.01", 2, MOST, Whole(1)),
        ("0.001", 2, MOST, Fraction),
        ("0.009", 2, MOST, Fraction),
        ("1e2", 0, MOST, Whole(100)),
        ("1E+2", 0, MOST, Whole(100)),
        ("100", 0, MOST, Whole(100)),
        ("100.00", 0, MOST, Whole(100)),
        ("100e-2", 0, MOST, Whole(1)),
        ("100e-3", 0, MOST, Fraction),
        ("1e-2", 2, MOST, Whole(1)),
        ("1e-0002", 2, MOST, Whole(1)),
        ("1e00000000000000000000000000000000002", 0, MOST, Whole(100)),
        ("0.00000000000000000000000000000000001e35", 0, MOST, Whole(1)),
        ("100000000000000000000000000000000000e-35", 0, MOST, Whole(1)),
        ("120", -1, MOST, Whole(12)),
        ("120", -2, MOST, Fraction),
        ("12", 4, MOST, Whole(120_000)),
        ("9223372036854775807", 0, MOST, Whole(MOST)),
        ("92233720368547758.07", 2, MOST, Whole(MOST)),
        ("9223372036854775808", 0, MOST, TooLarge),
        ("9223372036854775809", 0, MOST, TooLarge),
        ("9223372036854775807.1", 0, MOST, TooLarge),
        ("9223372036854775806.1", 0, MOST, Fraction),
        ("9999999999999999999", 0, MOST, TooLarge),
        ("18446744073709551616", 0, MOST, TooLarge),
        ("18446744073709551617.5", 0, MOST, TooLarge),
        ("1e18", 0, MOST, Whole(1_000_000_000_000_000_000)),
        ("1e19", 0, MOST, TooLarge),
        ("1e20", 0, MOST, TooLarge),
        ("1e999999999999999999999999", 0, MOST, TooLarge),
        ("1e-999999999999999999999999", 0, MOST, Fraction),
        ("1e9223372036854775807", i32::MAX, MOST, TooLarge),
        ("1e-9223372036854775808", i32::MIN, MOST, Fraction),
        ("1", i32::MAX, MOST, TooLarge),
        ("1", i32::MIN, MOST, Fraction),
        ("100", 0, 100, Whole(100)),
        ("101", 0, 100, TooLarge),
        ("100.5", 0, 100, TooLarge),
        ("99.5", 0, 100, Fraction),
        ("0.5", 0, 0, TooLarge),
        ("0", 0, -1, TooLarge),
        ("0.5", 0, -1, TooLarge),
        ("-1", 0, MOST, Negative),
        ("-0.001", 2, MOST, Negative),
        ("-1e-999999999999999999999999", 2, MOST, Negative),
        ("-1e999999999999999999999999", 2, MOST, Negative),
    ];

    const NOT_NUMBERS: &[&str] = &[
        "", "-", "+", "+1", "--1", "-+1", "01", "00", "-01", "00.5", ".5", "-.5", "1.", "-1.",
        "1..2", "1.2.3", ".", "1.e2", "1e", "1E", "1e+", "1e-", "1e+-2", "1e2.5", "1e2e3", "e5",
        "1 ", " 1", "1\n", "1_000", "1,000", "0x10", "NaN", "Infinity", "-NaN", "inf", "one", "１",
        "1\u{0}", "1a", "²",
    ];

    /// Literal, power of ten, result.
    const SHIFTED: &[(&str, i32, &str)] = &[
        ("1.25", 4, "12500"),
        ("1.23456", 4, "12345.6"),
        ("0.00012", 4, "1.2"),
        ("12", 4, "120000"),
        ("12", 0, "12"),
        ("12.50", 0, "12.5"),
        ("12.00", 0, "12"),
        ("100", -2, "1"),
        ("12", -1, "1.2"),
        ("12", -2, "0.12"),
        ("12", -4, "0.0012"),
        ("-12", -4, "-0.0012"),
        ("-1.5", 1, "-15"),
        ("1e3", -3, "1"),
        ("1.5E-3", 0, "0.0015"),
        ("1e-10", 10, "1"),
        ("0", 4, "0"),
        ("-0.00", 4, "0"),
        ("0", i32::MAX, "0"),
        ("0e999999999999999999999", 4, "0"),
        ("0e-999999999999999999999", i32::MIN, "0"),
    ];

    /// Value, places, text.
    const PUSHED: &[(i64, u32, &str)] = &[
        (123_450, 2, "1234.50"),
        (5, 2, "0.05"),
        (50, 2, "0.50"),
        (100, 2, "1.00"),
        (0, 0, "0"),
        (0, 2, "0.00"),
        (7, 0, "7"),
        (120, 0, "120"),
        (-5, 2, "-0.05"),
        (-120, 1, "-12.0"),
        (1, 25, "0.0000000000000000000000001"),
        (i64::MAX, 0, "9223372036854775807"),
        (i64::MAX, 19, "0.9223372036854775807"),
        (i64::MIN, 0, "-9223372036854775808"),
        (i64::MIN, 2, "-92233720368547758.08"),
    ];

    #[test]
    fn literals_are_scaled_by_value() {
        for (text, places, limit, expected) in SCALED {
            assert!(is_number(text), "{text}");
            assert_eq!(scaled(text, *places, *limit), *expected, "{text} with {places} places");
        }
    }

    #[test]
    fn other_text_is_not_a_number() {
        for text in NOT_NUMBERS {
            assert!(!is_number(text), "{text:?}");
            assert_eq!(scaled(text, 0, MOST), NotANumber, "{text:?}");
            assert_eq!(shift(text, 0), None, "{text:?}");
        }
    }

    #[test]
    fn literals_of_any_length_are_parsed() {
        let zeros = "0".repeat(1_000_000);
        let nines = "9".repeat(1_000_000);
        assert_eq!(scaled(&format!("1{zeros}e-1000000"), 2, MOST), Whole(100));
        assert_eq!(scaled(&format!("0.{zeros}1e1000001"), 2, MOST), Whole(100));
        assert_eq!(scaled(&format!("1.{zeros}"), 2, MOST), Whole(100));
        assert_eq!(scaled(&format!("1.{zeros}1"), 2, MOST), Fraction);
        assert_eq!(scaled(&nines, 2, MOST), TooLarge);
        assert_eq!(scaled(&format!("1e{nines}"), 2, MOST), TooLarge);
        assert_eq!(scaled(&format!("1e-{nines}"), 2, MOST), Fraction);
        assert_eq!(scaled(&format!("0e{nines}"), 2, MOST), Whole(0));
        assert_eq!(scaled(&format!("1e{zeros}2"), 2, MOST), Whole(10_000));
    }

    #[test]
    fn shifting_is_exact() {
        for (text, by, expected) in SHIFTED {
            assert_eq!(shift(text, *by).as_deref(), Some(*expected), "{text} by {by}");
        }
    }

    #[test]
    fn shifting_is_limited_to_400_characters() {
        for (text, by) in
            [("1", 399), ("-1", 398), ("0.1", 400), ("1", -398), ("-1", -397), ("1.1", -397)]
        {
            assert_eq!(shift(text, by).map(|shifted| shifted.len()), Some(400), "{text} by {by}");
            let further = if by < 0 { by - 1 } else { by + 1 };
            assert_eq!(shift(text, further), None, "{text} by {further}");
        }
        assert_eq!(shift("1e999999999999999999999", 0), None);
        assert_eq!(shift("1e-999999999999999999999", 0), None);
        assert_eq!(shift("1", i32::MAX), None);
        assert_eq!(shift("1", i32::MIN), None);
        assert_eq!(shift(&format!("1.{}", "0".repeat(1000)), 1).as_deref(), Some("10"));
    }

    #[test]
    fn units_are_written_with_their_places() {
        for (value, places, expected) in PUSHED {
            let mut out = String::from("¥");
            push_scaled(&mut out, *value, *places);
            assert_eq!(out.strip_prefix('¥'), Some(*expected));
        }
    }
}
