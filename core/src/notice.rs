//! Notices about a report as a whole, in words: every surface that shows a report to people has
//! them.

use crate::string_enum::string_enum;

string_enum! {
    /// A notice about a report. `{}` is replaced by a number, `{fact}` by the label of a fact.
    #[non_exhaustive]
    Notice {
        /// A verdict or a conclusion would be another one under another choice of a reading.
        Contested = "contested", "口径不同，判定不同", "judged differently under another interpretation";
        /// Before what is known of a record whose conclusion is open.
        KnownSoFar = "known_so_far", "已知", "known so far: ";
        /// How many directive obligations are unmet.
        NotImplemented = "not_implemented", "未落实 {} 项", "{} not implemented";
        /// How many in-principle obligations are unmet and not explained.
        InPrinciple = "in_principle", "未达“原则上”要求 {} 项", "{} short of what is asked in principle";
        /// The record has no year or day, so it is taken to lie in the time in which the policy is
        /// applied.
        Undated = "undated", "未填{fact}，按在适用期内判断", "without “{fact}”, taken to lie in the time in which the policy is applied";
    }
}
