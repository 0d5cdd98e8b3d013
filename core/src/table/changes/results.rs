//! The changes as results: counts, and the columns of a long table, for files and frames.

use std::borrow::Cow;

use super::{Change, ChangeKind, RuleChange, Standing};
use crate::rule::Rule;
use crate::string_enum::string_enum;
use crate::subjects::Subject;
use crate::table::{Content, Gap};
use crate::text::{Text, text};
use crate::verdict::Verdict;

/// The changes between two tables.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Changes {
    /// The subject of the records.
    pub subject: &'static Subject,
    /// The rules by which both were judged.
    pub rules: Vec<&'static Rule>,
    /// The rows that have changed, in the order of the new table; then those that it does not have, in
    /// the order of the old one.
    pub list: Vec<Change>,
    /// The number of records that both tables have, without any change.
    pub unchanged: u64,
}

/// How often the result of a rule has changed.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct RuleChangeCounts {
    /// The rule.
    pub rule: &'static Rule,
    /// For how many records it is met better.
    pub better: u64,
    /// For how many it is met worse.
    pub worse: u64,
    /// For how many it has another result that is neither.
    pub other: u64,
}

impl RuleChangeCounts {
    /// Returns the number of all its changes.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.better + self.worse + self.other
    }
}

impl Changes {
    /// The label of the number of records without a change.
    pub const UNCHANGED: Text = text!("没有变化", "unchanged");

    /// Returns the number of rows of each kind, in the order of [`ChangeKind::ALL`].
    pub fn counts(&self) -> impl Iterator<Item = (ChangeKind, u64)> + '_ {
        ChangeKind::ALL.iter().map(|&kind| {
            let count = self.list.iter().filter(|it| it.kind == kind).count();
            (kind, u64::try_from(count).unwrap_or(u64::MAX))
        })
    }

    /// Returns the rules that have changed, those with the most changes first.
    #[must_use]
    pub fn by_rule(&self) -> Vec<RuleChangeCounts> {
        let none = |rule: &&'static Rule| RuleChangeCounts { rule, better: 0, worse: 0, other: 0 };
        let mut counts: Vec<RuleChangeCounts> = self.rules.iter().map(none).collect();
        for change in self.list.iter().flat_map(|it| &it.rules) {
            let Some(counts) = counts.iter_mut().find(|it| it.rule.id == change.rule.id) else {
                continue;
            };
            *match change.is_better() {
                Some(true) => &mut counts.better,
                Some(false) => &mut counts.worse,
                None => &mut counts.other,
            } += 1;
        }
        counts.retain(|it| 0 < it.total());
        counts.sort_by_key(|it| core::cmp::Reverse(it.total()));
        counts
    }
}

string_enum! {
    /// A column of the long table of changes: for each record a row of its result, then a row for each
    /// rule that has changed. The key columns, and the rows in both tables, precede these.
    #[non_exhaustive]
    ChangeColumn {
        /// How the record has changed.
        Change = "change";
        /// The id of the rule; `conclusion` in the row of the record.
        Rule = "rule";
        /// The id of its statement.
        Statement = "statement";
        /// The verdict, or the conclusion, `faulty` or `passed_over`, in the old table.
        Before = "before";
        /// The same in the new table.
        After = "after";
        /// By how much its bound was missed.
        ShortfallBefore = "shortfall_before";
        /// By how much it is missed now.
        ShortfallAfter = "shortfall_after";
        /// By how much its upper bound was exceeded.
        ExcessBefore = "excess_before";
        /// By how much it is exceeded now.
        ExcessAfter = "excess_after";
        /// By how much more is missing, or exceeded; negative for less.
        Difference = "difference";
        /// The unit of these amounts.
        Unit = "unit";
    }
}

impl ChangeColumn {
    /// Returns what the cells of the column hold.
    #[must_use]
    pub const fn content(self) -> Content {
        match self {
            Self::Change
            | Self::Rule
            | Self::Statement
            | Self::Before
            | Self::After
            | Self::Unit => Content::Word,
            Self::ShortfallBefore
            | Self::ShortfallAfter
            | Self::ExcessBefore
            | Self::ExcessAfter
            | Self::Difference => Content::Amount,
        }
    }

    /// Returns the label in both languages.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Change => text!("变化", "change"),
            Self::Rule => text!("规则", "rule"),
            Self::Statement => text!("条款", "clause"),
            Self::Before => text!("旧表", "old table"),
            Self::After => text!("新表", "new table"),
            Self::ShortfallBefore => text!("旧表差", "shortfall, old"),
            Self::ShortfallAfter => text!("新表差", "shortfall, new"),
            Self::ExcessBefore => text!("旧表超", "excess, old"),
            Self::ExcessAfter => text!("新表超", "excess, new"),
            Self::Difference => text!("增减", "difference"),
            Self::Unit => text!("单位", "unit"),
        }
    }

    /// Returns the cell of a change of a record: in the row of the record, if `rule` is `None`, or in
    /// that of one of its rules.
    #[must_use]
    pub fn cell(self, change: &Change, rule: Option<&RuleChange>) -> Option<Cow<'static, str>> {
        let Some(rule) = rule else {
            let standing = |it: Option<Standing>| it.map(|it| it.as_str().into());
            return match self {
                Self::Change => Some(change.kind.as_str().into()),
                Self::Rule => Some("conclusion".into()),
                Self::Before => standing(change.standings.0),
                Self::After => standing(change.standings.1),
                Self::Statement
                | Self::ShortfallBefore
                | Self::ShortfallAfter
                | Self::ExcessBefore
                | Self::ExcessAfter
                | Self::Difference
                | Self::Unit => None,
            };
        };
        let amount = |excess: bool, amount: Option<i64>| {
            let gap = rule.gap.filter(|it| it.is_excess == excess)?;
            Some(gap.text(amount?.into()).into())
        };
        match self {
            Self::Change => Some(change.kind.as_str().into()),
            Self::Rule => Some(rule.rule.id.into()),
            Self::Statement => Some(rule.rule.statement.id.into()),
            Self::Before => Some(rule.verdicts.0.as_str().into()),
            Self::After => Some(rule.verdicts.1.as_str().into()),
            Self::ShortfallBefore => amount(false, rule.gaps.0),
            Self::ShortfallAfter => amount(false, rule.gaps.1),
            Self::ExcessBefore => amount(true, rule.gaps.0),
            Self::ExcessAfter => amount(true, rule.gaps.1),
            Self::Difference => Some(rule.gap?.text(rule.difference()?.into()).into()),
            Self::Unit => {
                let has_amount = rule.gaps != (None, None);
                let unit = rule.gap.filter(|_| has_amount).map(|it: Gap| it.unit.as_str());
                unit.map(Into::into)
            }
        }
    }

    /// Returns the label of a cell that is a word; `None` if it is a name or an amount.
    #[must_use]
    pub fn word(self, change: &Change, rule: Option<&RuleChange>) -> Option<Text> {
        let verdict = |of: fn(&RuleChange) -> Verdict| rule.map(|it| of(it).label());
        match self {
            Self::Change => Some(change.kind.label()),
            Self::Before => match rule {
                Some(_) => verdict(|it| it.verdicts.0),
                None => change.standings.0.map(Standing::label),
            },
            Self::After => match rule {
                Some(_) => verdict(|it| it.verdicts.1),
                None => change.standings.1.map(Standing::label),
            },
            Self::Unit => {
                let rule = rule.filter(|it| it.gaps != (None, None))?;
                rule.gap.map(|it| it.unit.label())
            }
            Self::Rule
            | Self::Statement
            | Self::ShortfallBefore
            | Self::ShortfallAfter
            | Self::ExcessBefore
            | Self::ExcessAfter
            | Self::Difference => None,
        }
    }
}
