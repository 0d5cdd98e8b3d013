//! Gates: how many records of a table may reach each conclusion, and how many rows may be faulty.

use core::fmt;

use crate::input::nearest;
use crate::quantity::MILLION;
use crate::quantity::decimal::{self, Scaled, push_scaled};
use crate::report::Conclusion;
use crate::text::{Language, Text, sentence, text};

/// How many records of a table may reach each conclusion, and how many rows may be faulty.
///
/// By default no row may be faulty, and every conclusion must be `compliant`, `not_yet_due` or, for a
/// record within the time to which the policy is applied, `not_assessed`.
///
/// ```
/// use chanjiao::Conclusion;
/// use chanjiao::table::{Gate, RecordCounts};
///
/// let mut counts = RecordCounts::default();
/// counts.conclusions[Conclusion::NonCompliant] = 2;
/// counts.conclusions[Conclusion::Compliant] = 198;
///
/// let mut gate = Gate::default();
/// assert_eq!(gate.excesses(&counts).len(), 1);
/// gate.allow("non_compliant", "1%")?;
/// assert!(gate.excesses(&counts).is_empty());
/// # Ok::<(), chanjiao::table::AllowanceError>(())
/// ```
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Gate {
    /// Whether records whose explanations cover what they do not meet pass.
    pub accept_explained: bool,
    /// The allowances that were set.
    allowances: Vec<(Counted, Limit)>,
}

/// What is said of a table without any record, which passes no gate.
pub const NO_RECORD: Text = text!("表中没有一条记录", "the table has no record");

/// The numbers of records and of faulty rows of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordCounts {
    /// How many records reached each conclusion.
    pub conclusions: ConclusionCounts,
    /// How many of them lie outside the time to which the policy is applied.
    pub outside: u64,
    /// How many rows are faulty.
    pub faulty: u64,
}

/// A number for each conclusion, in the order in which these are declared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ConclusionCounts([u64; Conclusion::ALL.len()]);

impl ConclusionCounts {
    /// Returns every conclusion with its number.
    pub fn iter(&self) -> impl Iterator<Item = (Conclusion, u64)> {
        Conclusion::ALL.iter().map(|it| (*it, self[*it]))
    }

    /// Returns the sum.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.0.iter().sum()
    }
}

#[expect(clippy::indexing_slicing, clippy::as_conversions, reason = "one place a variant")]
impl core::ops::Index<Conclusion> for ConclusionCounts {
    type Output = u64;

    fn index(&self, conclusion: Conclusion) -> &u64 {
        &self.0[conclusion as usize]
    }
}

#[expect(clippy::indexing_slicing, clippy::as_conversions, reason = "one place a variant")]
impl core::ops::IndexMut<Conclusion> for ConclusionCounts {
    fn index_mut(&mut self, conclusion: Conclusion) -> &mut u64 {
        &mut self.0[conclusion as usize]
    }
}

impl RecordCounts {
    /// Returns the number of records, faulty ones included.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.conclusions.total() + self.faulty
    }
}

/// What a gate counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Records that reached a conclusion.
    Conclusion(Conclusion),
    /// Rows that are faulty, and were not judged.
    Faulty,
}

impl Counted {
    /// Returns the name: the text of the conclusion, or `faulty`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Conclusion(conclusion) => conclusion.as_str(),
            Self::Faulty => "faulty",
        }
    }

    fn all() -> impl Iterator<Item = Self> {
        let conclusions = Conclusion::ALL.iter().copied().map(Self::Conclusion);
        core::iter::once(Self::Faulty).chain(conclusions)
    }
}

/// The greatest number that is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// So many.
    Count(u64),
    /// A share of all records, in millionths.
    Share(i64),
}

impl Limit {
    /// `12`, or `1.5%` with at most four decimals.
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let Some(percent) = text.strip_suffix('%') else {
            return text.parse().ok().map(Self::Count);
        };
        match decimal::scaled(percent.trim_end(), 4, MILLION) {
            Scaled::Whole(millionths) => Some(Self::Share(millionths)),
            Scaled::Fraction | Scaled::Negative | Scaled::TooLarge | Scaled::NotANumber => None,
        }
    }

    /// Whether so many of `total` are within the limit; shares are compared exactly.
    fn holds(self, found: u64, total: u64) -> bool {
        match self {
            Self::Count(limit) => found <= limit,
            Self::Share(millionths) => {
                i128::from(found) * i128::from(MILLION)
                    <= i128::from(millionths) * i128::from(total)
            }
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(limit) => write!(f, "{limit}"),
            Self::Share(millionths) => {
                let mut percent = String::new();
                push_scaled(&mut percent, *millionths, 4);
                let percent = percent.trim_end_matches('0').trim_end_matches('.');
                write!(f, "{}%", if percent.is_empty() { "0" } else { percent })
            }
        }
    }
}

/// More records, or faulty rows, than are allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Excess {
    /// What was counted.
    pub counted: Counted,
    /// How many are allowed.
    pub allowed: Limit,
    /// How many there are.
    pub found: u64,
    /// The number of all records, faulty ones included.
    pub total: u64,
}

impl Excess {
    /// Returns what is exceeded, in one sentence.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let Self { counted, allowed, found, total } = *self;
        let name = match counted {
            Counted::Conclusion(conclusion) => conclusion.label(),
            Counted::Faulty => text!("有误", "faulty"),
        };
        let (name, key) = (name.get(language), counted.as_str());
        sentence!(
            language,
            "{name}（{key}）：{total} 条记录中有 {found} 条，最多允许 {allowed}。",
            "{name} ({key}): {found} of {total} records, allowed: {allowed}.",
        )
    }
}

/// An allowance that is not one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum AllowanceError {
    /// The name is neither a conclusion nor `faulty`.
    Name {
        /// As given.
        name: String,
        /// A similar name.
        suggestion: Option<&'static str>,
    },
    /// The limit is neither a number nor a percentage.
    Limit {
        /// The name for which it was given.
        name: String,
        /// As given.
        limit: String,
    },
    /// The name was given twice.
    Twice {
        /// As given.
        name: String,
    },
}

impl AllowanceError {
    /// Returns what is wrong, and what is accepted.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Name { name, suggestion } => {
                let names: Vec<&str> = Counted::all().map(Counted::as_str).collect();
                let names = names.join(text!("、", ", ").get(language));
                let meant = suggestion
                    .map(|it| sentence!(language, "是否指 `{it}`？", " Did you mean `{it}`?"));
                let meant = meant.unwrap_or_default();
                sentence!(
                    language,
                    "没有结论 `{name}`。{meant}接受：{names}。",
                    "unknown conclusion `{name}`.{meant} Accepted: {names}.",
                )
            }
            Self::Limit { name, limit } => sentence!(
                language,
                "`{name}`：`{limit}` 不是允许的数量；接受：整数，如 3，或百分比，如 1%，最多四位小数。",
                "`{name}`: `{limit}` is no allowance; accepted: a whole number such as 3, or a \
                 percentage such as 1%, with at most four decimals.",
            ),
            Self::Twice { name } => {
                sentence!(language, "`{name}` 指定了两次。", "`{name}` is given twice.")
            }
        }
    }
}

impl fmt::Display for AllowanceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::English))
    }
}

impl core::error::Error for AllowanceError {}

impl Gate {
    /// Sets how many records may reach a conclusion, or how many rows may be `faulty`: a number, or a
    /// percentage of all records such as `1%`.
    ///
    /// # Errors
    /// An unknown name, a name that was set before, a limit that is neither.
    pub fn allow(&mut self, name: &str, limit: &str) -> Result<(), AllowanceError> {
        let Some(counted) = Counted::all().find(|it| it.as_str() == name) else {
            let mut names = Counted::all().map(Counted::as_str);
            let suggestion = nearest(name, &mut names);
            let suggestion = Counted::all().map(Counted::as_str).find(|it| Some(*it) == suggestion);
            return Err(AllowanceError::Name { name: name.to_owned(), suggestion });
        };
        if self.allowances.iter().any(|(other, _)| *other == counted) {
            return Err(AllowanceError::Twice { name: name.to_owned() });
        }
        let found = Limit::parse(limit).ok_or_else(|| AllowanceError::Limit {
            name: name.to_owned(),
            limit: limit.to_owned(),
        })?;
        self.allowances.push((counted, found));
        Ok(())
    }

    /// Returns what exceeds its allowance: faulty rows first, then conclusions in their order.
    #[must_use]
    pub fn excesses(&self, counts: &RecordCounts) -> Vec<Excess> {
        let total = counts.total();
        let excess = |counted: Counted| {
            let set = self.allowances.iter().find(|(it, _)| *it == counted);
            let (found, allowed) = match (counted, set) {
                (Counted::Faulty, Some((_, limit))) => (counts.faulty, *limit),
                (Counted::Faulty, None) => (counts.faulty, Limit::Count(0)),
                (Counted::Conclusion(it), Some((_, limit))) => (counts.conclusions[it], *limit),
                (Counted::Conclusion(it), None) => (self.failing(it, counts), Limit::Count(0)),
            };
            let excess = Excess { counted, allowed, found, total };
            (!allowed.holds(found, total)).then_some(excess)
        };
        Counted::all().filter_map(excess).collect()
    }

    /// How many of the records with a conclusion without an allowance fail.
    fn failing(&self, conclusion: Conclusion, counts: &RecordCounts) -> u64 {
        match conclusion {
            Conclusion::Compliant | Conclusion::NotYetDue => 0,
            // Records outside the time to which the policy is applied are never assessed.
            Conclusion::NotAssessed => counts.outside,
            Conclusion::Explained if self.accept_explained => 0,
            Conclusion::Explained
            | Conclusion::NonCompliant
            | Conclusion::Incomplete
            | Conclusion::NotImplemented
            | Conclusion::ExplanationDue => counts.conclusions[conclusion],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(given: &[(Conclusion, u64)], outside: u64, faulty: u64) -> RecordCounts {
        let mut counts = RecordCounts { outside, faulty, ..RecordCounts::default() };
        for &(conclusion, count) in given {
            counts.conclusions[conclusion] = count;
        }
        counts
    }

    fn gate(allowances: &[(&str, &str)]) -> Result<Gate, AllowanceError> {
        let mut gate = Gate::default();
        allowances.iter().try_for_each(|(name, limit)| gate.allow(name, limit))?;
        Ok(gate)
    }

    fn exceeded(allowances: &[(&str, &str)], counts: &RecordCounts) -> Vec<&'static str> {
        let gate = gate(allowances).unwrap();
        gate.excesses(counts).iter().map(|it| it.counted.as_str()).collect()
    }

    #[test]
    fn each_conclusion_has_its_own_number() {
        for &conclusion in Conclusion::ALL {
            let mut counts = ConclusionCounts::default();
            counts[conclusion] = 3;
            let found: Vec<Conclusion> =
                counts.iter().filter(|(_, count)| *count == 3).map(|(it, _)| it).collect();
            assert_eq!((found, counts.total()), (vec![conclusion], 3));
        }
    }

    #[test]
    fn without_allowances_the_rule_of_the_exit_code_applies() {
        use Conclusion as C;
        for (given, outside, faulty, expected) in [
            (&[(C::Compliant, 3), (C::NotYetDue, 2), (C::NotAssessed, 1)][..], 0, 0, &[][..]),
            (&[(C::NotAssessed, 2)], 1, 0, &["not_assessed"]),
            (&[(C::NonCompliant, 1), (C::Compliant, 9)], 0, 1, &["faulty", "non_compliant"]),
            (&[(C::Incomplete, 1)], 0, 0, &["incomplete"]),
            (&[(C::NotImplemented, 1)], 0, 0, &["not_implemented"]),
            (&[(C::ExplanationDue, 1)], 0, 0, &["explanation_due"]),
            (&[(C::Explained, 1)], 0, 0, &["explained"]),
            (&[], 0, 0, &[]),
        ] {
            assert_eq!(exceeded(&[], &counts(given, outside, faulty)), expected, "{given:?}");
        }
        let accepting = Gate { accept_explained: true, ..Gate::default() };
        assert_eq!(accepting.excesses(&counts(&[(C::Explained, 1)], 0, 0)), []);
    }

    #[test]
    fn limits_hold_at_the_bound_and_not_above() {
        use Conclusion as C;
        for (limit, found, others, faulty, holds) in [
            ("2", 2, 0, 0, true),
            ("2", 3, 0, 0, false),
            ("0", 0, 5, 0, true),
            ("1%", 1, 99, 0, true),
            ("1%", 1, 98, 0, false),
            // Faulty rows are records of the table.
            ("1%", 1, 98, 1, true),
            ("33.3333%", 333_333, 666_667, 0, true),
            ("33.3333%", 333_334, 666_666, 0, false),
            ("0%", 1, 99, 0, false),
            ("100%", 7, 0, 0, true),
            (" 1 %", 1, 99, 0, true),
        ] {
            let counts = counts(&[(C::Incomplete, found), (C::Compliant, others)], 0, faulty);
            let allowed = [("incomplete", limit), ("faulty", "9")];
            assert_eq!(exceeded(&allowed, &counts).is_empty(), holds, "{limit} {found} {others}");
        }
    }

    #[test]
    fn an_allowance_that_is_none_is_an_error() {
        for (given, expected) in [
            (&[("noncompliant", "1")][..], "Did you mean `non_compliant`?"),
            (&[("faulty", "-1")], "`-1` is no allowance"),
            (&[("faulty", "1.5")], "`1.5` is no allowance"),
            (&[("faulty", "101%")], "`101%` is no allowance"),
            (&[("faulty", "0.00001%")], "at most four decimals"),
            (&[("faulty", "")], "`` is no allowance"),
            (&[("faulty", "1"), ("faulty", "2")], "`faulty` is given twice."),
        ] {
            let error = gate(given).unwrap_err();
            assert!(error.to_string().contains(expected), "{error}");
        }
    }

    #[test]
    fn an_excess_says_what_was_allowed_and_found() {
        let counts = counts(&[(Conclusion::NonCompliant, 2), (Conclusion::Compliant, 97)], 0, 1);
        let gate = gate(&[("non_compliant", "1.50%"), ("faulty", "0")]).unwrap();
        let messages: Vec<String> =
            gate.excesses(&counts).iter().map(|it| it.message(Language::Chinese)).collect();
        assert_eq!(
            messages,
            [
                "有误（faulty）：100 条记录中有 1 条，最多允许 0。",
                "不符合文件要求（non_compliant）：100 条记录中有 2 条，最多允许 1.5%。",
            ]
        );
    }
}
