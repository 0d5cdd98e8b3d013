//! The codes of what is packed, one byte for each variant. Packing names them and unpacking matches
//! them, so that a variant without a code, or a code that is not unpacked, fails to compile.

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

            /// Returns the code of a byte. The streams hold no other byte: a test compares every
            /// table.
            pub(super) fn of(byte: u8) -> Self {
                Self::ALL.get(usize::from(byte)).copied().unwrap_or(Self::$first)
            }
        }
    };
}

codes! {
    /// Kinds of fields. `Amount` is a count from 0 to the greatest, as most are.
    FieldCode { Text Year Count Amount Money Share Flag Choice Date Dates Periods }
}

codes! {
    PairCode { Part Dates }
}

codes! {
    SenseCode { AtLeast AtMost }
}

codes! {
    ConditionCode {
        Flag Choice AtLeast Literal Share ShareByCategory Whole InOrder Since LargeOrMedium Spans
        Practised Inducted Published Grace OnceSet Breached All Any Not
    }
}
