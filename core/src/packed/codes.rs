//! The codes of the variants of enums in the packed tables, one byte each. Packing names the codes,
//! and unpacking matches all of them, so a forgotten one does not compile.

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $first:ident $($variant:ident)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub(super) enum $name {
            $first,
            $($variant,)*
        }

        impl $name {
            const ALL: &[Self] = &[Self::$first, $(Self::$variant),*];

            /// Returns the code of a byte. The default is never used: a test compares all tables.
            pub(super) fn from_byte(byte: u8) -> Self {
                Self::ALL.get(usize::from(byte)).copied().unwrap_or(Self::$first)
            }
        }
    };
}

codes! {
    /// Kinds of fields. `Amount` is a count from 0 to `GREATEST`, the most frequent range.
    FieldCode { Text Year Count Amount Money Share Flag Choice Date Dates Periods }
}

codes! {
    PairCode { Part Doubtful Dates }
}

codes! {
    SenseCode { AtLeast AtMost }
}

codes! {
    ConditionCode {
        Flag Choice AtLeast Literal Share RoundedShare ShareByCategory Whole Trend More InOrder Since
        Before LargeOrMedium Spans Practised Inducted Published Always Reading Grace OnceSet Breached
        All Any Not
    }
}
