//! Conversions between quantities and the decimals of `rust_decimal`.

use rust_decimal::Decimal;

use crate::quantity::{Count, Money, QuantityError, Share};

/// Implements both conversions. A decimal is converted by parsing its text, so the same numbers are
/// accepted as in any other input.
macro_rules! decimal {
    ($($(#[$doc:meta])* $name:ident, $as:ident, $decimals:literal, $value:literal;)*) => {$(
        $(#[$doc])*
        impl TryFrom<Decimal> for $name {
            type Error = QuantityError;

            #[doc = concat!("Converts ", $value, ".")]
            ///
            /// # Errors
            #[doc = concat!("[`QuantityError::Unknown`] if there are more than ", $decimals, " decimals other than")]
            /// zeros, [`QuantityError::OutOfRange`] if the number is out of range.
            fn try_from(number: Decimal) -> Result<Self, QuantityError> {
                number.to_string().parse()
            }
        }

        impl From<$name> for Decimal {
            #[doc = concat!("Converts to ", $value, ".")]
            fn from(quantity: $name) -> Self {
                Decimal::new(quantity.$as(), $decimals)
            }
        }
    )*};
}

decimal! {
    /// ```
    /// use chanjiao::{Enterprise, Money};
    /// use rust_decimal::Decimal;
    ///
    /// let wages = Money::try_from(Decimal::new(520_000_050, 2))?;
    /// let firm = Enterprise::given().total_wages_yuan(wages).build()?;
    /// assert_eq!(wages.fen(), 520_000_050);
    /// assert!(Money::try_from(Decimal::new(5, 3)).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Money, fen, 2, "an amount in yuan";
    /// ```
    /// use chanjiao::Share;
    /// use rust_decimal::Decimal;
    ///
    /// assert_eq!(Share::try_from(Decimal::new(5, 1))?.parts_per_million(), 5_000);
    /// # Ok::<(), chanjiao::QuantityError>(())
    /// ```
    Share, parts_per_million, 4, "a percentage";
    /// ```
    /// use chanjiao::Count;
    /// use rust_decimal::Decimal;
    ///
    /// assert_eq!(Count::try_from(Decimal::new(320_000, 2))?, Count::from(3200));
    /// # Ok::<(), chanjiao::QuantityError>(())
    /// ```
    Count, get, 0, "a count";
}

#[cfg(test)]
mod tests {
    use super::*;

    fn convert<T: TryFrom<Decimal, Error = QuantityError>>(text: &str) -> Result<T, QuantityError> {
        T::try_from(text.parse().unwrap())
    }

    #[test]
    fn limits_are_accepted_and_one_unit_more_is_rejected() {
        let most = [
            (convert("90071992547409.91").map(Money::fen), "90071992547409.92"),
            (convert("9007199254740991").map(Count::get), "9007199254740992"),
        ];
        for (most, _) in most {
            assert_eq!(most, Ok(9_007_199_254_740_991));
        }
        assert_eq!(convert::<Money>(most[0].1), Err(QuantityError::OutOfRange));
        assert_eq!(convert::<Count>(most[1].1), Err(QuantityError::OutOfRange));
        assert_eq!(convert("100").map(Share::parts_per_million), Ok(1_000_000));
        assert_eq!(convert::<Share>("100.0001"), Err(QuantityError::OutOfRange));
        for zero in ["0", "-0", "0.00", "-0.000"] {
            assert_eq!(convert(zero).map(Money::fen), Ok(0), "{zero}");
        }
        assert_eq!(convert::<Money>("-0.01"), Err(QuantityError::OutOfRange));
        assert_eq!(Money::try_from(Decimal::MAX), Err(QuantityError::OutOfRange));
        assert_eq!(Count::try_from(Decimal::MIN), Err(QuantityError::OutOfRange));
    }

    #[test]
    fn nothing_is_rounded() {
        assert_eq!(convert("1.5000000000").map(Money::fen), Ok(150));
        assert_eq!(convert::<Money>("1.505"), Err(QuantityError::Unknown));
        assert_eq!(convert::<Money>("0.0000000000000000000000000001"), Err(QuantityError::Unknown));
        assert_eq!(convert::<Share>("0.00005"), Err(QuantityError::Unknown));
        assert_eq!(convert::<Count>("0.5"), Err(QuantityError::Unknown));
    }

    #[test]
    fn conversions_round_trip() {
        for fen in [0, 1, 99, 100, 123_450, 9_007_199_254_740_991] {
            let money = Money::from_fen(fen).unwrap();
            let decimal = Decimal::from(money);
            assert_eq!(decimal.to_string(), money.to_string());
            assert_eq!(Money::try_from(decimal), Ok(money));
            let count = Count::new(fen).unwrap();
            assert_eq!(Count::try_from(Decimal::from(count)), Ok(count));
        }
        let share = Share::from_parts_per_million(15_000).unwrap();
        assert_eq!(Share::try_from(Decimal::from(share)), Ok(share));
    }
}
