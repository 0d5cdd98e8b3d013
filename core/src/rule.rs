//! Rules. A rule encodes one statement of the policy as data; [`crate::judge`] evaluates it.

mod bound;
mod condition;

use crate::index::FactSet;
use crate::policy::{Force, Statement};
use crate::string_enum::string_enum;
use crate::text::Text;
#[cfg(feature = "catalogue")]
use crate::text::text;

pub use bound::Bound;
pub(crate) use bound::{Measured, Required};
#[cfg(any(target_family = "wasm", test))]
pub(crate) use condition::OpenChoices;
pub(crate) use condition::{
    Condition, Conditions, Group, ListCondition, NumberCondition, Sense, all, any, breached, not,
    once_set,
};

/// A rule: the encoding of one statement of the policy.
#[derive(Clone, Copy)]
pub struct Rule {
    /// The id, such as `enterprise.teacher_posts`: the subject and the name of the rule. It is
    /// stable.
    pub id: &'static str,
    /// The statement that it encodes.
    pub statement: Citation,
    /// What it means to meet the rule.
    pub kind: Kind,
    /// The binding force: that of the statement, unless an instrument that the statement refers to
    /// sets another.
    pub force: Force,
    /// A short name.
    #[cfg(feature = "catalogue")]
    pub title: Text,
    /// The records that it applies to, in words; `None` if it applies to all records of the
    /// subject.
    pub scope: Option<Text>,
    /// The requirements, one text for each bound. `{}` is replaced by the required number, `{years}`
    /// and `{months}` by parameters. An amount of money brings its unit along.
    pub demands: &'static [Text],
    /// The reading: the meaning taken if the text allows two.
    #[cfg(feature = "catalogue")]
    pub reading: Option<Text>,
    pub(crate) applies: Option<Condition>,
    pub(crate) holds: Condition,
}

/// How a rule contributes to the conclusion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Duty {
    /// If it is unmet, the record does not meet the policy.
    Mandatory,
    /// If it is unmet, an explanation is due.
    Explainable,
    /// It does not contribute.
    None,
}

/// The statement that a rule encodes. [`find`](crate::policy::find) returns everything else about
/// it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Citation {
    /// The id of the statement, such as `9.1b`.
    pub id: &'static str,
    /// The article (条), 1 to 29.
    pub article: u8,
    /// The sentence (句) of the article; 0 is the caption.
    pub sentence: u8,
    /// A verbatim quotation.
    pub phrase: &'static str,
    /// The responsible units (责任单位) of the article, from the annex.
    pub units: &'static [&'static str],
}

string_enum! {
    /// What it means to meet a rule.
    #[non_exhaustive]
    Kind {
        /// 义务: an obligation.
        Obligation = "obligation", "义务", "obligation";
        /// 资格: an eligibility; not meeting it is not a breach.
        Eligibility = "eligibility", "资格", "eligibility";
        /// 目标: a number to reach, without a deadline.
        Target = "target", "目标", "target";
    }
}

impl Rule {
    /// Creates a rule that encodes `statement` and is met if `holds` is met: an obligation with the
    /// force of the statement, for all records of the subject.
    #[expect(clippy::panic, reason = "only evaluated while compiling")]
    pub(crate) const fn new(id: &'static str, statement: Statement, holds: Condition) -> Self {
        let Some(force) = statement.force else { panic!("a definition has no force") };
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

    /// Makes it an eligibility instead of an obligation.
    pub(crate) const fn eligibility(mut self) -> Self {
        self.kind = Kind::Eligibility;
        self
    }

    /// Makes it a target instead of an obligation.
    pub(crate) const fn target(mut self) -> Self {
        self.kind = Kind::Target;
        self
    }

    /// Gives it another force than that of the statement.
    pub(crate) const fn force(mut self, force: Force) -> Self {
        self.force = force;
        self
    }

    #[cfg(feature = "catalogue")]
    pub(crate) const fn title(mut self, title: Text) -> Self {
        self.title = title;
        self
    }

    /// Without the feature `catalogue`, titles and readings are not in the binary.
    #[cfg(not(feature = "catalogue"))]
    pub(crate) const fn title(self, _: Text) -> Self {
        self
    }

    /// Restricts the rule to records for which `condition` is met. The message uses `scope` after
    /// "only for".
    pub(crate) const fn applies_to(mut self, condition: Condition, scope: Text) -> Self {
        self.applies = Some(condition);
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

    /// Returns the facts that it reads.
    pub(crate) fn facts(&self) -> FactSet {
        let mut facts = FactSet::default();
        if let Some(applies) = &self.applies {
            applies.add_facts(&mut facts);
        }
        self.holds.add_facts(&mut facts);
        facts
    }

    /// Returns the bounds, in order; empty for a rule with a yes-or-no answer.
    #[must_use]
    pub fn bounds(&self) -> Vec<Bound> {
        let mut bounds = Vec::new();
        let fields = self.subject().map_or(&[][..], |subject| subject.fields());
        self.holds.bounds(&mut |measured| bounds.extend(measured.named(fields)));
        bounds
    }

    /// Returns the bound if there is exactly one. A table then has a column for the shortfall or
    /// the excess.
    #[cfg(any(feature = "arrow", feature = "cli"))]
    pub(crate) fn only_bound(&self) -> Option<Measured> {
        let (mut count, mut only) = (0, None);
        self.holds.bounds(&mut |measured| (count, only) = (count + 1, Some(measured)));
        only.filter(|_| count == 1)
    }

    /// Returns the suffix of the name of that column.
    #[cfg(any(feature = "arrow", feature = "cli"))]
    pub(crate) fn gap_suffix(&self) -> Option<&'static str> {
        self.only_bound().map(|bound| match bound.sense {
            Sense::AtLeast => ".shortfall",
            Sense::AtMost => ".excess",
        })
    }

    /// Returns how it contributes to the conclusion.
    pub(crate) const fn duty(&self) -> Duty {
        match self.kind {
            Kind::Obligation => match self.force {
                Force::Mandatory => Duty::Mandatory,
                Force::InPrinciple | Force::Directive => Duty::Explainable,
                Force::Encouraged | Force::Permitted => Duty::None,
            },
            Kind::Eligibility | Kind::Target => Duty::None,
        }
    }

    /// Returns whether a record may explain why it does not meet the rule: true for in-principle
    /// and directive obligations.
    #[must_use]
    pub const fn explainable(&self) -> bool {
        matches!(self.duty(), Duty::Explainable)
    }
}

/// Rules are equal by their id.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

impl core::hash::Hash for Rule {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.id.hash(state);
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
                assert!(rule.subject().is_some_and(|of_rule| core::ptr::eq(of_rule, *subject)));
            }
        }
    }

    /// The rules whose kind does not follow from the nature of the statement.
    const EXCEPTIONS: &[(&str, Kind)] = &[
        // The duty to promote parks is the province's; a park is eligible for it.
        ("park.key_construction", Kind::Eligibility),
        // The duty to set up bases is the province's; a base elsewhere is no breach.
        ("practice_base.teacher_practice", Kind::Eligibility),
        // Both statements tell the subject what to do, and grant nothing for doing it.
        ("enterprise.internship_posts", Kind::Obligation),
        ("land_use.science_education_class", Kind::Obligation),
    ];

    /// The rules whose force is not that of the statement.
    const FORCES: &[(&str, Force)] = &[
        // The internship rules that 8.1a refers to say 原则上.
        ("internship.pay_floor", Force::InPrinciple),
        // The purchase is encouraged; 本着自愿原则 limits it.
        ("internship.voluntary_accident_insurance", Force::Directive),
        // The annex says 支持.
        ("park.integration_park", Force::Encouraged),
    ];

    #[test]
    fn kind_and_force_are_those_of_the_statement() {
        use crate::policy::{Nature, find};
        for rule in rules() {
            let statement = find(rule.statement.id).unwrap();
            let force = FORCES.iter().find(|(id, _)| *id == rule.id).map(|(_, force)| *force);
            assert_eq!(Some(rule.force), force.or(statement.force), "{}", rule.id);
            assert!(force.is_none_or(|force| Some(force) != statement.force), "{}", rule.id);
            let of_nature = match statement.nature {
                Nature::Eligibility => Kind::Eligibility,
                Nature::Target => Kind::Target,
                Nature::Quantitative | Nature::Checkable => Kind::Obligation,
                Nature::Narrative => panic!("{}: a narrative statement", rule.id),
            };
            let other = EXCEPTIONS.iter().find(|(id, _)| *id == rule.id);
            assert_eq!(rule.kind, other.map_or(of_nature, |(_, kind)| *kind), "{}", rule.id);
            assert!(
                other.is_none_or(|(_, kind)| *kind != of_nature),
                "{}: not an exception",
                rule.id
            );
        }
    }

    #[test]
    fn rules_are_in_the_order_of_the_policy() {
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
    fn every_rule_has_a_demand_for_each_bound() {
        for rule in rules() {
            let bounds = rule.bounds();
            assert_eq!(rule.demands.len(), bounds.len().max(1), "{}", rule.id);
            // 免费 needs no figure.
            let has_figures = bounds.iter().any(|bound| bound.number != Some(0));
            for demand in rule.demands.iter().chain([&rule.title]).chain(&rule.scope) {
                assert!(!demand.zh().is_empty() && !demand.en().is_empty(), "{}", rule.id);
            }
            for demand in rule.demands {
                let figures = |text: &str| text.matches('{').count();
                assert_eq!(figures(demand.zh()), figures(demand.en()), "{}", rule.id);
                assert_eq!(figures(demand.zh()) > 0, has_figures, "{}", rule.id);
            }
            assert_eq!(rule.applies.is_some(), rule.scope.is_some(), "{}", rule.id);
        }
    }

    #[test]
    fn a_subject_has_at_most_64_facts() {
        for subject in subjects() {
            assert!(subject.fields().len() <= 64, "{}", subject.name);
        }
    }
}
