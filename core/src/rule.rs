//! Rules: one statement of the policy, made executable. A rule is data; [`crate::judge`] applies it.

mod condition;

use crate::facts::Index;
use crate::field::Field;
use crate::policy::{Force, Statement};
use crate::text::{Text, displayed, text};

pub(crate) use condition::{Condition, Conditions, Sense, once_set};

/// A statement made executable: its source, its force, whom it addresses, what it asks for.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its stable name, `subject.rule`.
    pub id: &'static str,
    /// The statement of the policy that it executes.
    pub statement: Citation,
    /// What meeting it means.
    pub kind: Kind,
    /// How strongly the policy speaks.
    pub force: Force,
    /// A short name.
    #[cfg(feature = "catalogue")]
    pub title: Text,
    /// Whom it addresses, where that is not every record of the subject.
    pub scope: Option<Text>,
    /// What it asks for, one text a limb: `{}` is the figure, `{years}` and `{months}` are terms.
    pub demands: &'static [Text],
    /// The meaning taken where the text allows two, and why.
    #[cfg(feature = "catalogue")]
    pub reading: Option<Text>,
    pub(crate) applies: Option<Condition>,
    pub(crate) holds: Condition,
}

/// A place in the policy, and the words that stand there. All else that is known of a statement is
/// in [`policy`](mod@crate::policy).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Citation {
    /// The statement's id, as `9.1b`.
    pub id: &'static str,
    /// 条.
    pub article: u8,
    /// The sentence of the article; 0 is its caption.
    pub sentence: u8,
    /// The operative phrase.
    pub phrase: &'static str,
    /// The responsible units of the annex row.
    pub units: &'static [&'static str],
}

/// One measured limb of a rule, as the rule states it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Bound {
    /// The key of the measured fact.
    pub fact: &'static str,
    /// The key of the whole that it is a part of.
    pub of: Option<&'static str>,
    /// Whether the bound is a greatest one.
    pub at_most: bool,
    /// The bound, where the words themselves give it: 有 is 1, 免费 is 0.
    pub number: Option<i64>,
    /// The parameters that set the bound.
    pub parameters: Vec<&'static Field>,
}

/// What it means to meet a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// 义务: somebody is to do it.
    Obligation,
    /// 资格: meeting it qualifies; not meeting it is nobody's breach.
    Eligibility,
    /// 目标: a figure to be reached, without a day.
    Target,
}

impl Kind {
    /// Returns the word in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Obligation => "obligation",
            Self::Eligibility => "eligibility",
            Self::Target => "target",
        }
    }

    /// Returns the kind in words.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Obligation => text!("义务", "obligation"),
            Self::Eligibility => text!("资格", "eligibility"),
            Self::Target => text!("目标", "target"),
        }
    }
}

/// What is found when a rule meets a record.
///
/// The order is that of a conjunction: the least of several verdicts is that of all together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// 不符合: does not meet the policy standard.
    Unmet,
    /// 无法判断: a fact that it needs is missing.
    Undetermined,
    /// 期限未到: not met yet, and its period still runs.
    Pending,
    /// 符合: meets it.
    Met,
    /// 不适用: does not concern this record.
    NotApplicable,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 5] =
        [Self::Met, Self::Unmet, Self::NotApplicable, Self::Pending, Self::Undetermined];

    /// Returns the word in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Unmet => "unmet",
            Self::NotApplicable => "not_applicable",
            Self::Pending => "pending",
            Self::Undetermined => "undetermined",
        }
    }

    /// Returns the verdict in words.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Met => text!("符合", "met"),
            Self::Unmet => text!("不符合", "unmet"),
            Self::NotApplicable => text!("不适用", "not applicable"),
            Self::Pending => text!("期限未到", "pending"),
            Self::Undetermined => text!("无法判断", "undetermined"),
        }
    }

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
            other => other,
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

displayed!(Kind, Verdict);

impl Rule {
    /// A rule on `statement` that holds where `test` does: an obligation of the statement's own
    /// force, for every record of the subject.
    #[expect(clippy::panic, reason = "only evaluated while compiling")]
    pub(crate) const fn new(id: &'static str, statement: Statement, holds: Condition) -> Self {
        let Some(force) = statement.force else { panic!("a definition is no rule") };
        Self {
            id,
            statement: Citation {
                id: statement.id,
                article: statement.article,
                sentence: statement.sentence,
                phrase: statement.phrase,
                units: statement.units,
            },
            kind: Kind::Obligation,
            force,
            #[cfg(feature = "catalogue")]
            title: text!("", ""),
            scope: None,
            demands: &[],
            #[cfg(feature = "catalogue")]
            reading: None,
            applies: None,
            holds,
        }
    }

    pub(crate) const fn eligibility(mut self) -> Self {
        self.kind = Kind::Eligibility;
        self
    }

    pub(crate) const fn target(mut self) -> Self {
        self.kind = Kind::Target;
        self
    }

    #[cfg(feature = "catalogue")]
    pub(crate) const fn title(mut self, title: Text) -> Self {
        self.title = title;
        self
    }

    /// Where the catalogue is left out, its words do not reach the binary.
    #[cfg(not(feature = "catalogue"))]
    pub(crate) const fn title(self, _: Text) -> Self {
        self
    }

    /// The rule is asked only where `test` holds; the words complete "only for …".
    pub(crate) const fn applies_to(mut self, test: Condition, scope: Text) -> Self {
        self.applies = Some(test);
        self.scope = Some(scope);
        self
    }

    pub(crate) const fn demands(mut self, demands: &'static [Text]) -> Self {
        self.demands = demands;
        self
    }

    #[cfg(feature = "catalogue")]
    pub(crate) const fn reading(mut self, reading: Text) -> Self {
        self.reading = Some(reading);
        self
    }

    #[cfg(not(feature = "catalogue"))]
    pub(crate) const fn reading(self, _: Text) -> Self {
        self
    }

    /// Returns the places of the facts that it reads, in the order of the subject's facts.
    pub(crate) fn facts(&self) -> FactSet {
        let mut facts = FactSet::default();
        if let Some(applies) = &self.applies {
            applies.read(&mut facts);
        }
        self.holds.read(&mut facts);
        facts
    }

    /// Returns its measured limbs, in order; none for a yes/no rule.
    #[must_use]
    pub fn limbs(&'static self) -> Vec<Bound> {
        let mut limbs = Vec::new();
        let fields = self.subject().map_or(&[][..], |subject| subject.fields());
        self.holds.limbs(&mut |test| limbs.extend(test.limb(fields)));
        limbs
    }

    /// Its one measured limb, if it has exactly one: a table then has a column for what is short of
    /// (in excess of) the bound.
    #[cfg(any(feature = "arrow", feature = "cli"))]
    pub(crate) fn only_limb(&'static self) -> Option<&'static Condition> {
        let (mut count, mut only) = (0, None);
        self.holds.limbs(&mut |limb| (count, only) = (count + 1, Some(limb)));
        only.filter(|_| count == 1)
    }

    /// The suffix of that column.
    #[cfg(any(feature = "arrow", feature = "cli"))]
    pub(crate) fn gap_suffix(&'static self) -> Option<&'static str> {
        self.only_limb()?;
        let limbs = self.limbs();
        limbs.first().map(|limb| if limb.at_most { ".excess" } else { ".shortfall" })
    }

    /// Whether an explanation is accepted for it: an obligation from which reasons may excuse.
    #[must_use]
    pub const fn explainable(&self) -> bool {
        matches!(self.kind, Kind::Obligation)
            && matches!(self.force, Force::InPrinciple | Force::Directive)
    }
}

/// A set of a subject's facts, by their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct FactSet(u64);

impl FactSet {
    pub(crate) fn add(&mut self, fact: Index) {
        self.0 |= 1 << fact;
    }

    pub(crate) fn add_all(&mut self, other: Self) {
        self.0 |= other.0;
    }

    pub(crate) fn has(self, fact: Index) -> bool {
        self.0 >> fact & 1 == 1
    }

    pub(crate) fn indices(self) -> impl Iterator<Item = Index> {
        (0..64).filter(move |&fact| self.has(fact))
    }

    /// The fields of the set.
    pub(crate) fn of(self, fields: &'static [Field]) -> impl Iterator<Item = &'static Field> {
        (0..).zip(fields).filter(move |(fact, _)| self.has(*fact)).map(|(_, field)| field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::subjects::{rules, subjects};

    #[test]
    fn ids_are_unique_and_begin_with_their_subject() {
        let mut ids: Vec<&str> = rules().map(|rule| rule.id).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all);
        for subject in subjects() {
            for rule in subject.rules() {
                assert_eq!(rule.id.split('.').next(), Some(subject.name));
                assert!(rule.subject().is_some_and(|it| core::ptr::eq(it, *subject)));
            }
        }
    }

    /// The kind of a rule is that of its statement, but for these.
    const OF_ANOTHER_KIND: &[(&str, Kind)] = &[
        // The duty to push parks is the province's; a park qualifies for being pushed.
        ("park.key_construction", Kind::Eligibility),
        // Both statements tell the subject what is to be done; who does it gains nothing by it.
        ("enterprise.internship_posts", Kind::Obligation),
        ("land_use.science_education_class", Kind::Obligation),
    ];

    #[test]
    fn kind_and_force_are_those_of_the_statement() {
        use crate::policy::{Nature, find};
        for rule in rules() {
            let statement = find(rule.statement.id).unwrap();
            assert_eq!(Some(rule.force), statement.force, "{}", rule.id);
            let of_nature = match statement.nature {
                Nature::Eligibility => Kind::Eligibility,
                Nature::Target => Kind::Target,
                Nature::Quantitative | Nature::Checkable => Kind::Obligation,
                Nature::Narrative => panic!("{}: no data would settle it", rule.id),
            };
            let other = OF_ANOTHER_KIND.iter().find(|(id, _)| *id == rule.id);
            assert_eq!(rule.kind, other.map_or(of_nature, |(_, kind)| *kind), "{}", rule.id);
            assert!(other.is_none_or(|(_, kind)| *kind != of_nature), "{}: no exception", rule.id);
        }
    }

    #[test]
    fn rules_stand_in_the_order_of_the_policy() {
        for subject in subjects() {
            let indices: Vec<(u8, u8, &str)> = subject
                .rules()
                .iter()
                .map(|rule| (rule.statement.article, rule.statement.sentence, rule.statement.id))
                .collect();
            assert!(indices.is_sorted(), "{}", subject.name);
        }
    }

    #[test]
    fn every_rule_says_what_it_asks_for() {
        for rule in rules() {
            let mut limbs = 0;
            let holds: &'static Condition = Box::leak(Box::new(rule.holds));
            holds.limbs(&mut |_| limbs += 1);
            assert_eq!(rule.demands.len(), limbs.max(1), "{}", rule.id);
            for demand in rule.demands.iter().chain([&rule.title]).chain(&rule.scope) {
                assert!(!demand.zh().is_empty() && !demand.en().is_empty(), "{}", rule.id);
            }
            for demand in rule.demands {
                let figures = |text: &str| text.matches('{').count();
                assert_eq!(figures(demand.zh()), figures(demand.en()), "{}", rule.id);
                assert_eq!(figures(demand.zh()) > 0, limbs > 0, "{}", rule.id);
            }
            assert_eq!(rule.applies.is_some(), rule.scope.is_some(), "{}", rule.id);
        }
    }

    #[test]
    fn a_record_has_no_more_facts_than_a_set_holds() {
        for subject in subjects() {
            assert!(subject.fields().len() <= 64, "{}", subject.name);
        }
    }

    #[test]
    fn joining_follows_kleene() {
        use Verdict::{Met, NotApplicable, Pending, Undetermined, Unmet};
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
