//! The columns of result tables. They are defined here once, for Arrow, CSV, XLSX and Python.

use std::borrow::Cow;

use crate::measure::Measurement;
use crate::report::Finding;
use crate::rule::Rule;
use crate::string_enum::string_enum;
use crate::text::Language;
#[cfg(feature = "catalogue")]
use crate::text::{Text, text};

/// A column of the wide table, which has one row per record. Columns that identify the record precede
/// these.
#[derive(Debug, Clone, Copy)]
pub enum WideColumn {
    /// The conclusion of the report.
    Conclusion,
    /// The verdict of a rule.
    Verdict(&'static Rule),
    /// By how much the only bound of a rule is missed: the shortfall, or the excess over an upper
    /// bound.
    Gap(&'static Rule),
    /// Whether the verdict of a rule, or, without one, the conclusion would be another one under
    /// another choice of a reading.
    Contested(Option<&'static Rule>),
}

impl WideColumn {
    /// The columns for these rules, each of which comes with whether it has a gap column.
    pub(crate) fn of(
        rules: impl Iterator<Item = (&'static Rule, bool)>,
        contested: bool,
    ) -> impl Iterator<Item = Self> {
        let of_rules = rules.flat_map(move |(rule, gap)| {
            let gap = gap.then_some(Self::Gap(rule));
            let contested = contested.then_some(Self::Contested(Some(rule)));
            core::iter::once(Self::Verdict(rule)).chain(gap).chain(contested)
        });
        let of_conclusion = contested.then_some(Self::Contested(None));
        core::iter::once(Self::Conclusion).chain(of_conclusion).chain(of_rules)
    }

    /// Returns the header of the column: `conclusion`, the id of the rule, or one of these followed
    /// by `.shortfall`, `.excess` or `.contested`.
    #[must_use]
    pub fn name(self) -> Cow<'static, str> {
        match self {
            Self::Conclusion => "conclusion".into(),
            Self::Verdict(rule) => rule.id.into(),
            Self::Gap(rule) => [rule.id, rule.gap_suffix().unwrap_or_default()].concat().into(),
            Self::Contested(Some(rule)) => [rule.id, ".contested"].concat().into(),
            Self::Contested(None) => "conclusion.contested".into(),
        }
    }
}

string_enum! {
    /// A column of the long table of findings. Columns that identify the record precede these.
    ///
    /// ```
    /// use chanjiao::table::FindingColumn;
    /// use chanjiao::{Internship, Language, check};
    ///
    /// let record = Internship::given().host_interns(14).host_staff_on_post(100).build()?;
    /// let report = check(&record, &Default::default());
    /// let finding = report.finding("internship.host_cap_general").expect("a rule of internships");
    /// let cell = |column: FindingColumn| column.cell(finding, finding.bounds.first(), Language::English);
    /// assert_eq!(cell(FindingColumn::Required).as_deref(), Some("10"));
    /// assert_eq!(cell(FindingColumn::Excess).as_deref(), Some("4"));
    /// assert_eq!(cell(FindingColumn::Shortfall), None);
    /// # Ok::<(), chanjiao::Faults>(())
    /// ```
    #[non_exhaustive]
    FindingColumn {
        /// The id of the rule.
        Rule = "rule";
        /// The id of its statement.
        Statement = "statement";
        /// The kind of the rule.
        Kind = "kind";
        /// Its binding force.
        Force = "force";
        /// Its verdict.
        Verdict = "verdict";
        /// What was measured.
        Measured = "measured";
        /// The least value, or for an upper bound the greatest, that meets the bound.
        Required = "required";
        /// By how much `measured` is below `required`.
        Shortfall = "shortfall";
        /// By how much `measured` is above `required`, for an upper bound.
        Excess = "excess";
        /// The unit of these amounts.
        Unit = "unit";
        /// The finding in one sentence.
        Message = "message";
    }
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Content {
    /// One of a small set of words.
    Word,
    /// A number with at most two decimals.
    Amount,
    /// A sentence.
    Sentence,
}

impl FindingColumn {
    /// Returns what the cells of the column hold.
    #[must_use]
    pub const fn content(self) -> Content {
        match self {
            Self::Rule
            | Self::Statement
            | Self::Kind
            | Self::Force
            | Self::Verdict
            | Self::Unit => Content::Word,
            Self::Measured | Self::Required | Self::Shortfall | Self::Excess => Content::Amount,
            Self::Message => Content::Sentence,
        }
    }

    /// Whether a cell may be empty: the amounts and the unit of a finding without a bound are.
    #[must_use]
    pub const fn is_nullable(self) -> bool {
        match self {
            Self::Measured | Self::Required | Self::Shortfall | Self::Excess | Self::Unit => true,
            Self::Rule
            | Self::Statement
            | Self::Kind
            | Self::Force
            | Self::Verdict
            | Self::Message => false,
        }
    }

    /// Returns the cell of a finding; its amounts are those of `bound`, one of the finding's bounds.
    #[must_use]
    pub fn cell<'a>(
        self,
        finding: &'a Finding,
        bound: Option<&'a Measurement>,
        language: Language,
    ) -> Option<Cow<'a, str>> {
        let rule = finding.rule;
        let gap = |at_most| bound.filter(|it| it.at_most == at_most)?.gap.as_deref();
        let cell = match self {
            Self::Rule => rule.id,
            Self::Statement => rule.statement.id,
            Self::Kind => rule.kind.as_str(),
            Self::Force => finding.force.as_str(),
            Self::Verdict => finding.verdict.as_str(),
            Self::Measured => bound?.measured.as_deref()?,
            Self::Required => bound?.required.as_deref()?,
            Self::Shortfall => gap(false)?,
            Self::Excess => gap(true)?,
            Self::Unit => bound?.unit.as_str(),
            Self::Message => return Some(finding.message(language).into()),
        };
        Some(cell.into())
    }

    /// Returns the header of the column for people.
    #[cfg(feature = "catalogue")]
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Rule => text!("规则", "rule"),
            Self::Statement => text!("条款", "clause"),
            Self::Kind => text!("类别", "kind"),
            Self::Force => text!("效力", "force"),
            Self::Verdict => text!("判定", "verdict"),
            Self::Measured => text!("实际", "measured"),
            Self::Required => text!("要求", "required"),
            Self::Shortfall => text!("差", "shortfall"),
            Self::Excess => text!("超", "excess"),
            Self::Unit => text!("单位", "unit"),
            Self::Message => text!("内容", "message"),
        }
    }

    /// Returns the cell of a finding for people: the title of the rule, and labels instead of keys.
    #[cfg(feature = "catalogue")]
    #[must_use]
    pub fn cell_in_words<'a>(
        self,
        finding: &'a Finding,
        bound: Option<&'a Measurement>,
        language: Language,
    ) -> Option<Cow<'a, str>> {
        let label = match self {
            Self::Rule => finding.rule.title,
            Self::Kind => finding.rule.kind.label(),
            Self::Force => finding.force.label(),
            Self::Verdict => finding.verdict.label(),
            Self::Unit => bound?.unit.label(),
            Self::Statement
            | Self::Measured
            | Self::Required
            | Self::Shortfall
            | Self::Excess
            | Self::Message => return self.cell(finding, bound, language),
        };
        Some(label.get(language).into())
    }
}
