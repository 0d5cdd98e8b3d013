//! Rules: one statement of the policy, made executable. A rule is data; [`crate::judge`] applies it.

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

/// A statement made executable: its source, its force, whom it addresses, what it asks for.
#[derive(Clone, Copy)]
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
    /// What it asks for, one text for each bound: `{}` is the figure, `{years}` and
    /// `{months}` are parameters.
    pub demands: &'static [Text],
    /// The meaning taken where the text allows two, and why.
    #[cfg(feature = "catalogue")]
    pub reading: Option<Text>,
    pub(crate) applies: Option<Condition>,
    pub(crate) holds: Condition,
}

/// How much a rule weighs in the conclusion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Duty {
    /// Unmet, it is a breach of the policy.
    Mandatory,
    /// Unmet, it calls for an explanation.
    Explainable,
    /// It never decides.
    None,
}

/// A clause of the policy, with its text. Everything else about a statement is in
/// [`policy`](mod@crate::policy).
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

string_enum! {
    /// What it means to meet a rule.
    #[non_exhaustive]
    Kind {
        /// 义务: somebody is to do it.
        Obligation = "obligation", "义务", "obligation";
        /// 资格: meeting it qualifies; not meeting it is nobody's breach.
        Eligibility = "eligibility", "资格", "eligibility";
        /// 目标: a figure to be reached, without a deadline.
        Target = "target", "目标", "target";
    }
}

impl Rule {
    /// A rule on `statement` that requires `holds`: an obligation of the statement's own force, for
    /// every record of the subject.
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

    /// The rule applies only where `condition` holds; the words complete "only for …".
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

    /// Returns the facts that it reads, in the order of the subject's facts.
    pub(crate) fn facts(&self) -> FactSet {
        let mut facts = FactSet::default();
        if let Some(applies) = &self.applies {
            applies.add_facts(&mut facts);
        }
        self.holds.add_facts(&mut facts);
        facts
    }

    /// Returns its bounds, in order; none for a yes/no rule.
    #[must_use]
    pub fn bounds(&self) -> Vec<Bound> {
        let mut bounds = Vec::new();
        let fields = self.subject().map_or(&[][..], |subject| subject.fields());
        self.holds.bounds(&mut |measured| bounds.extend(measured.named(fields)));
        bounds
    }

    /// Its bound, if it has exactly one: a table then has a column for the shortfall (or the
    /// excess).
    #[cfg(any(feature = "arrow", feature = "cli"))]
    pub(crate) fn only_bound(&self) -> Option<Measured> {
        let (mut count, mut only) = (0, None);
        self.holds.bounds(&mut |measured| (count, only) = (count + 1, Some(measured)));
        only.filter(|_| count == 1)
    }

    /// The suffix of that column.
    #[cfg(any(feature = "arrow", feature = "cli"))]
    pub(crate) fn gap_suffix(&self) -> Option<&'static str> {
        self.only_bound().map(|bound| match bound.sense {
            Sense::AtLeast => ".shortfall",
            Sense::AtMost => ".excess",
        })
    }

    /// How much it weighs in the conclusion.
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

    /// Whether an explanation is accepted for it: an in-principle or directive obligation.
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
            let bounds = rule.bounds().len();
            assert_eq!(rule.demands.len(), bounds.max(1), "{}", rule.id);
            for demand in rule.demands.iter().chain([&rule.title]).chain(&rule.scope) {
                assert!(!demand.zh().is_empty() && !demand.en().is_empty(), "{}", rule.id);
            }
            for demand in rule.demands {
                let figures = |text: &str| text.matches('{').count();
                assert_eq!(figures(demand.zh()), figures(demand.en()), "{}", rule.id);
                assert_eq!(figures(demand.zh()) > 0, bounds > 0, "{}", rule.id);
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
}
