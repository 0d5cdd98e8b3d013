//! Verdicts, and how they are combined: Kleene's three-valued logic with two more values.

use core::hint::select_unpredictable;

use crate::string_enum::string_enum;

string_enum! {
    /// The result of a rule for a record.
    ///
    /// Verdicts are ordered: a conjunction has the least of the verdicts of its parts.
    Verdict {
        /// 不符合: the record does not meet the requirement.
        Unmet = "unmet", "不符合", "unmet";
        /// 无法判断: a fact is missing, or the policy leaves the answer open.
        Undetermined = "undetermined", "无法判断", "undetermined";
        /// 期限未届满: the record does not meet the requirement yet, but the period still runs.
        Pending = "pending", "期限未届满", "pending";
        /// 符合: the record meets the requirement.
        Met = "met", "符合", "met";
        /// 不适用: the rule does not apply to the record.
        NotApplicable = "not_applicable", "不适用", "not applicable";
    }
    in the order Met Unmet NotApplicable Pending Undetermined;
}

impl Verdict {
    pub(crate) const fn from_bool(met: bool) -> Self {
        if met { Self::Met } else { Self::Unmet }
    }

    /// Conjunction; a verdict that does not apply is neutral.
    pub(crate) fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// Disjunction; a verdict that does not apply is neutral.
    pub(crate) fn or(self, other: Self) -> Self {
        let (least, greatest) = (self.min(other), self.max(other));
        let does_not_apply = greatest == Self::NotApplicable;
        let may_be_met = greatest == Self::Pending && least == Self::Undetermined;
        if does_not_apply || may_be_met { least } else { greatest }
    }

    // Selected instead of matched: a match becomes a lookup in a table, which is not vectorized.

    /// Negation of met and unmet; other verdicts stay.
    pub(crate) fn not(self) -> Self {
        let met = select_unpredictable(self == Self::Unmet, Self::Met, self);
        select_unpredictable(self == Self::Met, Self::Unmet, met)
    }

    /// Whether the verdict of a rule is a breach of it. A rule that does not apply is not breached.
    pub(crate) fn breached(self) -> Self {
        let known = select_unpredictable(self == Self::Unmet, Self::Met, Self::Unmet);
        select_unpredictable(self == Self::Undetermined, self, known)
    }

    /// Returns the verdict of a rule: `self` is whether it applies, `holds` whether it is met.
    pub(crate) const fn then(self, holds: Self) -> Self {
        let does_not_apply = matches!(self, Self::Unmet | Self::NotApplicable);
        if does_not_apply || matches!(holds, Self::NotApplicable) {
            Self::NotApplicable
        } else if matches!(self, Self::Met) {
            holds
        } else {
            Self::Undetermined
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Verdict::{Met, NotApplicable, Pending, Undetermined, Unmet};

    #[test]
    fn conjunction_and_disjunction_follow_kleene() {
        for (one, other, and, or) in [
            (Met, Met, Met, Met),
            (Met, Unmet, Unmet, Met),
            (Unmet, Unmet, Unmet, Unmet),
            (Met, Undetermined, Undetermined, Met),
            (Unmet, Undetermined, Unmet, Undetermined),
            (Undetermined, Undetermined, Undetermined, Undetermined),
            (NotApplicable, Met, Met, Met),
            (NotApplicable, Unmet, Unmet, Unmet),
            (NotApplicable, NotApplicable, NotApplicable, NotApplicable),
            (NotApplicable, Undetermined, Undetermined, Undetermined),
            (Pending, Met, Pending, Met),
            (Pending, Unmet, Unmet, Pending),
            (Pending, Undetermined, Undetermined, Undetermined),
            (Pending, Pending, Pending, Pending),
            (Pending, NotApplicable, Pending, Pending),
        ] {
            assert_eq!((one.and(other), other.and(one)), (and, and), "{one:?} and {other:?}");
            assert_eq!((one.or(other), other.or(one)), (or, or), "{one:?} or {other:?}");
        }
    }
}
