//! Verdicts, and how several are joined: Kleene's three-valued logic with two more values.

use crate::string_enum::string_enum;

string_enum! {
    /// The result of applying a rule to a record.
    ///
    /// The order is that of a conjunction: the least of several verdicts is that of all together.
    Verdict {
        /// 不符合: does not meet the policy standard.
        Unmet = "unmet", "不符合", "unmet";
        /// 无法判断: a fact that it needs is missing.
        Undetermined = "undetermined", "无法判断", "undetermined";
        /// 期限未到: not met yet, and its period still runs.
        Pending = "pending", "期限未到", "pending";
        /// 符合: meets it.
        Met = "met", "符合", "met";
        /// 不适用: does not concern this record.
        NotApplicable = "not_applicable", "不适用", "not applicable";
    }
    in the order Met Unmet NotApplicable Pending Undetermined;
}

impl Verdict {
    pub(crate) const fn of(holds: bool) -> Self {
        if holds { Self::Met } else { Self::Unmet }
    }

    /// Both are asked for; one that does not apply asks for nothing.
    pub(crate) fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// Either is enough; one that does not apply offers nothing.
    // In the browser one call is smaller than what it stands for, here and below.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn or(self, other: Self) -> Self {
        let (least, greatest) = (self.min(other), self.max(other));
        let offers_nothing = greatest == Self::NotApplicable;
        let may_be_met = greatest == Self::Pending && least == Self::Undetermined;
        if offers_nothing || may_be_met { least } else { greatest }
    }

    pub(crate) const fn not(self) -> Self {
        match self {
            Self::Met => Self::Unmet,
            Self::Unmet => Self::Met,
            Self::Undetermined | Self::Pending | Self::NotApplicable => self,
        }
    }

    /// `self` answers whether a rule applies, `holds` whether it is met if it does.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) const fn then(self, holds: Self) -> Self {
        let concerns_nobody = matches!(self, Self::Unmet | Self::NotApplicable);
        if concerns_nobody || matches!(holds, Self::NotApplicable) {
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
    fn joining_follows_kleene() {
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
