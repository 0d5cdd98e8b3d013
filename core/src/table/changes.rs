//! The changes between two reports on a register, for example of two years: who is new, who is gone,
//! and which conclusions, verdicts and shortfalls are others.
//!
//! Rows are matched by their key, never by their position. Files and frames are compared by the same
//! code: of the old table the results are kept, the rows of the new one are compared as they come.

mod compare;
mod key;
mod results;
#[cfg(test)]
mod tests;
mod words;

use std::collections::HashMap;

pub use self::compare::{Change, ChangeKind, Comparison, RuleChange, Standing};
pub use self::key::KeyErrors;
pub use self::results::{ChangeColumn, Changes, RuleChangeCounts};
use crate::input::value::blank;
use crate::report::Conclusion;
use crate::rule::Rule;
use crate::subjects::Subject;
use crate::verdict::Verdict;

/// The texts of the key of a row.
pub type Key = Box<[Box<str>]>;

/// The results of a table by the keys of its rows.
///
/// ```
/// use chanjiao::{Conclusion, Verdict, subject};
/// use chanjiao::table::{ChangeKind, Outcome, Register};
///
/// let enterprise = subject("enterprise").expect("a subject");
/// let outcome = |conclusion, verdict| {
///     let verdicts = enterprise.rules().iter().map(|_| verdict).collect();
///     Outcome::Judged { conclusion, verdicts, gaps: Vec::new() }
/// };
/// let mut old = Register::default();
/// old.add(["甲"], "", 2, outcome(Conclusion::NonCompliant, Verdict::Unmet));
///
/// let mut comparison = old.compare(enterprise, enterprise.rules().iter())?;
/// comparison.add(["甲"], "", 5, &outcome(Conclusion::Compliant, Verdict::Met));
/// comparison.add(["乙"], "", 2, &Outcome::Faulty);
/// let changes = comparison.finish()?;
///
/// let kinds: Vec<ChangeKind> = changes.list.iter().map(|it| it.kind).collect();
/// assert_eq!(kinds, [ChangeKind::Better, ChangeKind::New]);
/// # Ok::<(), chanjiao::table::KeyErrors>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Register {
    rows: HashMap<Key, Row>,
    /// The number of the next row, to keep their order.
    next: usize,
    errors: KeyErrors,
}

/// A row of a register.
#[derive(Debug, Clone)]
struct Row {
    /// Its line in a file, or its row in a frame.
    at: u64,
    order: usize,
    /// The name of the record.
    name: Box<str>,
    outcome: Outcome,
    /// The line or row of the new table that has the same key.
    seen: Option<u64>,
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The record was judged.
    Judged {
        /// Its conclusion.
        conclusion: Conclusion,
        /// The verdict of each rule, in their order.
        verdicts: Vec<Verdict>,
        /// By how much the only bound of a rule is missed: the index of the rule, and the shortfall or
        /// excess, in fen if its unit is the yuan.
        gaps: Vec<(usize, i64)>,
    },
    /// It has a fault.
    Faulty,
    /// It is no record, such as a total.
    Passed,
}

impl Outcome {
    /// The outcome of a record whose rules have these verdicts, each with its shortfall or excess.
    pub(crate) fn judged(
        conclusion: Conclusion,
        verdicts: impl Iterator<Item = (Verdict, Option<i64>)>,
    ) -> Self {
        let (mut all, mut gaps) = (Vec::new(), Vec::new());
        for (index, (verdict, gap)) in verdicts.enumerate() {
            all.push(verdict);
            gaps.extend(gap.map(|gap| (index, gap)));
        }
        // Many of them are kept.
        all.shrink_to_fit();
        gaps.shrink_to_fit();
        Self::Judged { conclusion, verdicts: all, gaps }
    }

    /// The gap of a rule, by its index.
    fn gap(&self, rule: usize) -> Option<i64> {
        let Self::Judged { gaps, .. } = self else { return None };
        gaps.iter().find(|(index, _)| *index == rule).map(|(_, amount)| *amount)
    }

    fn verdict(&self, rule: usize) -> Option<Verdict> {
        let Self::Judged { verdicts, .. } = self else { return None };
        verdicts.get(rule).copied()
    }
}

/// The texts of key columns, without blanks around them; `None` if all are blank.
fn key<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<Key> {
    let key: Key = texts.into_iter().map(|text| text.trim_matches(blank).into()).collect();
    key.iter().any(|text| !text.is_empty()).then_some(key)
}

impl Register {
    /// Adds a row: the texts of its key columns, the name of the record, its line or row, and what
    /// became of it. Blanks around the texts do not matter.
    pub fn add<'a>(
        &mut self,
        texts: impl IntoIterator<Item = &'a str>,
        name: &str,
        at: u64,
        outcome: Outcome,
    ) {
        let is_passed = outcome == Outcome::Passed;
        let Some(key) = key(texts) else {
            if !is_passed {
                self.errors.add_blank(at);
            }
            return;
        };
        let order = self.next;
        self.next += 1;
        let row = Row { at, order, name: name.into(), outcome, seen: None };
        match self.rows.get_mut(&key) {
            None => {
                self.rows.insert(key, row);
            }
            // A total or a header may have the text of a key, and stand many times.
            Some(_) if is_passed => {}
            Some(other) if other.outcome == Outcome::Passed => *other = row,
            Some(other) => self.errors.add_duplicate(key, other.at, at),
        }
    }

    /// Begins the comparison with a new table, whose records are judged by the same rules.
    ///
    /// # Errors
    /// The rows that cannot be matched: those whose key is blank, or stands twice.
    pub fn compare(
        self,
        subject: &'static Subject,
        rules: impl Iterator<Item = &'static Rule>,
    ) -> Result<Comparison, KeyErrors> {
        if self.errors.is_empty() {
            Ok(Comparison::of(self, subject, rules))
        } else {
            Err(self.errors)
        }
    }
}
