//! Comparing the rows of a new table with those of an old one.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::{Changes, Key, KeyErrors, Outcome, Register, Row, key};
use crate::report::Conclusion;
use crate::rule::Rule;
use crate::string_enum::string_enum;
use crate::subjects::Subject;
use crate::table::Gap;
use crate::text::{Text, text};
use crate::verdict::Verdict;

string_enum! {
    /// How a row has changed.
    #[non_exhaustive]
    ChangeKind {
        /// Only the new table has it.
        New = "new", "新增", "new";
        /// Only the old table has it.
        Gone = "gone", "不再出现", "gone";
        /// More is met, or less is missing, and nothing is worse.
        Better = "better", "好转", "better";
        /// Less is met, or more is missing, and nothing is better.
        Worse = "worse", "变差", "worse";
        /// Something is better and something worse, or neither can be said.
        Other = "other", "其他变化", "otherwise changed";
        /// In one of the tables it has a fault, or is no record.
        NotComparable = "not_comparable", "无法比较", "not comparable";
    }
}

impl ChangeKind {
    /// Whether both tables have a result of the row.
    #[must_use]
    pub const fn is_change(self) -> bool {
        match self {
            Self::Better | Self::Worse | Self::Other => true,
            Self::New | Self::Gone | Self::NotComparable => false,
        }
    }
}

/// The result of a row: its conclusion, or why it has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It was judged.
    Judged(Conclusion),
    /// It has a fault.
    Faulty,
    /// It is no record.
    Passed,
}

/// The changes of one rule for one row.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct RuleChange {
    /// The rule.
    pub rule: &'static Rule,
    /// Its verdicts in the old and the new table.
    pub verdicts: (Verdict, Verdict),
    /// By how much its only bound was and is missed: the shortfall or the excess, in fen if its unit is
    /// the yuan.
    pub gaps: (Option<i64>, Option<i64>),
    /// The unit of these amounts; `None` if the rule has none.
    pub gap: Option<Gap>,
}

/// What has changed for one row.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Change {
    /// The texts of its key.
    pub key: Key,
    /// The name of the record, in the new table if that has it; empty if it is not known.
    pub name: Box<str>,
    /// How it has changed.
    pub kind: ChangeKind,
    /// Its line or row in the old and the new table.
    pub rows: (Option<u64>, Option<u64>),
    /// Its results.
    pub standings: (Option<Standing>, Option<Standing>),
    /// The rules whose verdict or shortfall has changed; none if one table has no verdicts of it.
    pub rules: Vec<RuleChange>,
}

impl Standing {
    /// Returns the text in results: that of the conclusion, `faulty` or `passed_over`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Judged(conclusion) => conclusion.as_str(),
            Self::Faulty => "faulty",
            Self::Passed => "passed_over",
        }
    }

    /// Returns the label in both languages.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Judged(conclusion) => conclusion.label(),
            Self::Faulty => text!("有误，未判断", "invalid, not judged"),
            Self::Passed => text!("不是记录", "no record"),
        }
    }
}

impl Outcome {
    const fn standing(&self) -> Standing {
        match self {
            Self::Judged { conclusion, .. } => Standing::Judged(*conclusion),
            Self::Faulty => Standing::Faulty,
            Self::Passed => Standing::Passed,
        }
    }
}

/// The comparison of a new table with an old one, whose results are kept. Rows of the new table are
/// kept only if they differ.
#[derive(Debug)]
pub struct Comparison {
    subject: &'static Subject,
    rules: Vec<(&'static Rule, Option<Gap>)>,
    old: Register,
    /// The keys that only the new table has, each with its line or row.
    only_new: HashMap<Key, u64>,
    /// The rows of the new table that are no records, by keys of the old one.
    passed: HashMap<Key, u64>,
    errors: KeyErrors,
    list: Vec<Change>,
    unchanged: u64,
}

impl Comparison {
    pub(super) fn of(
        old: Register,
        subject: &'static Subject,
        rules: impl Iterator<Item = &'static Rule>,
    ) -> Self {
        Self {
            subject,
            rules: rules.map(|rule| (rule, Gap::of(subject, rule))).collect(),
            old,
            only_new: HashMap::new(),
            passed: HashMap::new(),
            errors: KeyErrors::default(),
            list: Vec::new(),
            unchanged: 0,
        }
    }

    /// Adds the next row of the new table, as [`Register::add`] does those of the old one.
    pub fn add<'a>(
        &mut self,
        texts: impl IntoIterator<Item = &'a str>,
        name: &str,
        at: u64,
        outcome: &Outcome,
    ) {
        let is_passed = *outcome == Outcome::Passed;
        let Some(key) = key(texts) else {
            if !is_passed {
                self.errors.add_blank(at);
            }
            return;
        };
        let name = name.into();
        let Some(old) = self.old.rows.get_mut(&key) else {
            if is_passed {
                return;
            }
            match self.only_new.entry(key) {
                Entry::Occupied(first) => {
                    self.errors.add_duplicate(first.key().clone(), *first.get(), at);
                }
                Entry::Vacant(place) => {
                    let (key, rows) = (place.key().clone(), (None, Some(at)));
                    place.insert(at);
                    let standings = (None, Some(outcome.standing()));
                    let kind = ChangeKind::New;
                    self.list.push(Change { key, name, kind, rows, standings, rules: Vec::new() });
                }
            }
            return;
        };
        if is_passed {
            self.passed.entry(key).or_insert(at);
            return;
        }
        if let Some(first) = old.seen {
            self.errors.add_duplicate(key, first, at);
            return;
        }
        old.seen = Some(at);
        let of_rules = of_rules(&old.outcome, outcome, &self.rules);
        let (before, after) = (old.outcome.standing(), outcome.standing());
        let kind = match (before, after) {
            (Standing::Judged(before), Standing::Judged(after)) => {
                if before == after && of_rules.is_empty() {
                    self.unchanged += 1;
                    return;
                }
                direction(before, after, &of_rules)
            }
            (Standing::Faulty | Standing::Passed, _) | (_, Standing::Faulty | Standing::Passed) => {
                ChangeKind::NotComparable
            }
        };
        let (rows, standings) = ((Some(old.at), Some(at)), (Some(before), Some(after)));
        self.list.push(Change { key, name, kind, rows, standings, rules: of_rules });
    }

    /// Returns the changes, once all rows were added.
    ///
    /// # Errors
    /// The rows of the new table that cannot be matched: those whose key is blank, or stands twice.
    pub fn finish(self) -> Result<Changes, KeyErrors> {
        if !self.errors.is_empty() {
            return Err(self.errors);
        }
        let Self { subject, rules, old, passed, mut list, unchanged, .. } = self;
        let is_left = |row: &Row| row.seen.is_none() && row.outcome != Outcome::Passed;
        let left = old.rows.into_iter().filter(|(_, row)| is_left(row));
        let mut left: Vec<(Key, Row)> = left.collect();
        left.sort_unstable_by_key(|(_, row)| row.order);
        list.extend(left.into_iter().map(|(key, row)| {
            let now = passed.get(&key).copied();
            let kind = if now.is_some() { ChangeKind::NotComparable } else { ChangeKind::Gone };
            Change {
                key,
                name: row.name,
                kind,
                rows: (Some(row.at), now),
                standings: (Some(row.outcome.standing()), now.map(|_| Standing::Passed)),
                rules: Vec::new(),
            }
        }));
        let rules = rules.into_iter().map(|(rule, _)| rule).collect();
        Ok(Changes { subject, rules, list, unchanged })
    }
}

/// The rules whose verdict or gap has changed.
fn of_rules(
    old: &Outcome,
    new: &Outcome,
    rules: &[(&'static Rule, Option<Gap>)],
) -> Vec<RuleChange> {
    let changed = rules.iter().enumerate().filter_map(|(index, &(rule, gap))| {
        let verdicts = (old.verdict(index)?, new.verdict(index)?);
        let gaps = (old.gap(index), new.gap(index));
        let is_same = verdicts.0 == verdicts.1 && gaps.0 == gaps.1;
        (!is_same).then_some(RuleChange { rule, verdicts, gaps, gap })
    });
    changed.collect()
}

/// Whether a record that was judged twice is better or worse.
fn direction(old: Conclusion, new: Conclusion, rules: &[RuleChange]) -> ChangeKind {
    let (mut better, mut worse) = (false, false);
    for change in rules {
        match change.is_better() {
            Some(true) => better = true,
            Some(false) => worse = true,
            None => {}
        }
    }
    // Without a rule that tells, an explanation was given or withdrawn.
    if !better && !worse {
        let rank = |it| match it {
            Conclusion::ExplanationDue => Some(0),
            Conclusion::Explained => Some(1),
            Conclusion::NonCompliant
            | Conclusion::Incomplete
            | Conclusion::NotImplemented
            | Conclusion::NotYetDue
            | Conclusion::Compliant
            | Conclusion::NotAssessed => None,
        };
        if let (Some(old), Some(new)) = (rank(old), rank(new)) {
            (better, worse) = (old < new, new < old);
        }
    }
    match (better, worse) {
        (true, false) => ChangeKind::Better,
        (false, true) => ChangeKind::Worse,
        (true, true) | (false, false) => ChangeKind::Other,
    }
}

impl RuleChange {
    /// Returns whether the rule is met better than before; `None` if neither better nor worse can be
    /// said, as of a verdict that was open or does not apply any more.
    #[must_use]
    pub fn is_better(&self) -> Option<bool> {
        match self.verdicts {
            (Verdict::Unmet, Verdict::Unmet) | (Verdict::Pending, Verdict::Pending) => {
                match self.gaps {
                    (Some(old), Some(new)) if old != new => Some(new < old),
                    (Some(_) | None, Some(_) | None) => None,
                }
            }
            (Verdict::Unmet | Verdict::Pending, Verdict::Met) => Some(true),
            (Verdict::Met | Verdict::Pending, Verdict::Unmet) => Some(false),
            (Verdict::Met, Verdict::Met | Verdict::Pending)
            | (Verdict::Unmet, Verdict::Pending)
            | (Verdict::NotApplicable | Verdict::Undetermined, _)
            | (_, Verdict::NotApplicable | Verdict::Undetermined) => None,
        }
    }

    /// Returns by how much more is missing than before, negative for less, in fen if its unit is the
    /// yuan. Nothing is missing where the rule is met; `None` if an amount is not known.
    #[must_use]
    pub fn difference(&self) -> Option<i64> {
        let amount = |verdict, gap: Option<i64>| match verdict {
            Verdict::Met => Some(0),
            Verdict::Unmet | Verdict::Pending | Verdict::Undetermined | Verdict::NotApplicable => {
                gap
            }
        };
        if self.gaps == (None, None) {
            return None;
        }
        let before = amount(self.verdicts.0, self.gaps.0)?;
        amount(self.verdicts.1, self.gaps.1)?.checked_sub(before)
    }
}
