//! Macros for enums whose values have a text in JSON and a label.

/// The error of parsing an enum, such as [`Verdict`](crate::Verdict) or
/// [`Language`](crate::Language), from a text that is not one of the allowed values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not one of the allowed values")]
#[non_exhaustive]
pub struct UnknownValueError;

/// Defines an enum: each variant has a text in JSON and, optionally, a label in Chinese and
/// English.
///
/// The enum has `ALL` (in the order of declaration, unless another one is given), `as_str`,
/// `label`, `Display` and `FromStr`.
macro_rules! string_enum {
    (
        $(#[$meta:meta])*
        $name:ident {
            $($(#[$doc:meta])* $variant:ident = $text:literal, $zh:literal, $en:literal;)*
        }
        $(in the order $($ordered:ident)*;)?
    ) => {
        $crate::string_enum::string_enum! {
            $(#[$meta])*
            $name { $($(#[$doc])* $variant = $text;)* }
            $(in the order $($ordered)*;)?
        }

        impl $name {
            /// Returns the label in both languages.
            #[must_use]
            pub const fn label(self) -> $crate::Text {
                match self { $(Self::$variant => $crate::text::text!($zh, $en),)* }
            }
        }
    };
    (
        $(#[$meta:meta])*
        $name:ident {
            $($(#[$doc:meta])* $variant:ident = $text:literal;)*
        }
        in the order $($ordered:ident)*;
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$doc])* $variant,)*
        }

        impl $name {
            /// All values.
            pub const ALL: &'static [Self] = &[$(Self::$ordered),*];

            /// Returns the text in JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }

        #[expect(clippy::as_conversions, reason = "the index of a variant")]
        const _: () = {
            let mut seen = 0_u64;
            let mut rest = $name::ALL;
            while let [first, tail @ ..] = rest {
                seen += 1 << *first as u8;
                rest = tail;
            }
            assert!(seen == (1 << [$(stringify!($variant)),*].len()) - 1, "each variant once");
        };

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        /// From the text in data.
        impl core::str::FromStr for $name {
            type Err = $crate::UnknownValueError;

            fn from_str(text: &str) -> Result<Self, $crate::UnknownValueError> {
                let matches = |value: &Self| value.as_str() == text;
                Self::ALL.iter().copied().find(matches).ok_or($crate::UnknownValueError)
            }
        }
    };
    (
        $(#[$meta:meta])*
        $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal;)* }
    ) => {
        $crate::string_enum::string_enum! {
            $(#[$meta])*
            $name { $($(#[$doc])* $variant = $text;)* }
            in the order $($variant)*;
        }
    };
}
pub(crate) use string_enum;

/// Defines the choices of a fact: an enum whose values have a text in JSON, and Chinese names that
/// are accepted in tables: the term of the policy, then further ones.
macro_rules! choices {
    (
        $(#[$meta:meta])*
        $name:ident {
            $($variant:ident $key:literal $zh:literal $(| $also:literal)*, $en:literal;)*
        }
    ) => {
        $crate::string_enum::string_enum! {
            $(#[$meta])*
            $name {
                $(#[doc = concat!($zh, ": ", $en, " (`", $key, "`).")] $variant = $key;)*
            }
        }

        impl $name {
            #[expect(clippy::as_conversions, reason = "the index of a variant in its own list")]
            pub(crate) const fn index(self) -> i64 {
                self as i64
            }
        }

        #[cfg(feature = "serde")]
        $crate::serialize::value!($name);

        impl $crate::value::Value for $name {
            const KIND: $crate::field::Kind = $crate::field::Kind::Choice(&[
                $($crate::field::Choice::new($crate::text::name!($key, $zh, $en $(, $also)*)),)*
            ]);
            fn into_cell(self) -> $crate::record::Cell {
                $crate::record::Cell::Number(self.index())
            }
            fn from_cell(cell: &$crate::record::Cell) -> Option<Self> {
                let number = cell.number()?;
                Self::ALL.iter().copied().find(|choice| choice.index() == number)
            }
        }
    };
}
pub(crate) use choices;

#[cfg(test)]
mod tests {
    use crate::policy::{Force, Nature};
    use crate::{Authority, Code, Conclusion, Input, Kind, SizeClass, Status, Unit, Verdict};

    #[test]
    fn every_value_is_parsed_from_its_text() {
        macro_rules! holds {
            ($($name:ident)*) => {$(
                for value in $name::ALL {
                    assert_eq!(value.as_str().parse(), Ok(*value));
                    assert_eq!(value.to_string(), value.as_str());
                    assert_eq!(format!("{value:>30}").len(), 30);
                }
                assert!("".parse::<$name>().is_err() && "Other".parse::<$name>().is_err());
            )*};
        }
        holds! { Authority Code Conclusion Force Input Kind Nature SizeClass Status Unit Verdict }
    }
}
