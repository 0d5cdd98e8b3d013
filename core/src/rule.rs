//! Rules. A rule encodes one statement of the policy as data; [`crate::judge`] evaluates it.

mod bound;
mod condition;
#[cfg(feature = "catalogue")]
mod words;

use crate::index::{FactSet, Index, IndexSet};
#[cfg(any(feature = "arrow", feature = "cli"))]
use crate::input::nearest;
use crate::parameters::{self, Norm, Parameters};
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
    ALWAYS, Condition, Conditions, Group, Inducted, ListCondition, NumberCondition, Practised,
    Published, Sense, Standards, all, any, breached, by_reading, not, once_set,
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
    /// sets another, or a reading decides it.
    pub force: Force,
    /// The reading that decides the force, and the force by each of its choices.
    pub(crate) forces: Option<(Index, &'static [Force])>,
    /// A short name.
    #[cfg(feature = "catalogue")]
    pub title: Text,
    /// The records that it applies to, in words; `None` if it applies to all records of the
    /// subject. By default readings.
    pub scope: Option<Text>,
    /// The scope for each choice of the reading that decides it; empty if none does.
    pub(crate) scopes: &'static [Text],
    /// The requirements, one text for each bound. `{}` is replaced by the required figure, `{years}`
    /// and `{months}` by parameters. An amount of money brings its unit along. By default readings.
    pub demands: &'static [Text],
    /// The requirements for each choice of the reading that decides them; empty if none does.
    pub(crate) demands_by_choice: &'static [&'static [Text]],
    /// What a message says instead of the requirement if the rule is met.
    pub(crate) met: Option<Text>,
    /// What a message says instead of the requirement if the rule is unmet.
    pub(crate) unmet: Option<Text>,
    /// Whether a message names the flags that are not set.
    pub(crate) names_unmet: bool,
    /// The norm whose numbers apply, if it is not the source of the parameters.
    pub(crate) norm: Option<Norm>,
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
    /// If it is unmet, an explanation is due: the policy asks for it in principle (原则上).
    InPrinciple,
    /// If it is unmet, it is not implemented.
    Directive,
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
    /// The clause of the annex (附件) that the rule rests on, too.
    pub annex: Option<Annex>,
}

/// A clause of the annex, 重点任务分工.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Annex {
    /// The number of the row, 1 to 24.
    pub row: u8,
    /// A verbatim quotation.
    pub phrase: &'static str,
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

/// The rule that a name probably means: its name without the subject, its statement, its title, or its
/// id with a slip.
#[cfg(any(feature = "arrow", feature = "cli"))]
pub(crate) fn meant<I: Iterator<Item = &'static Rule>>(
    name: &str,
    rules: impl Fn() -> I,
) -> Option<&'static str> {
    let own = |rule: &Rule| rule.id.split_once('.').is_some_and(|(_, own)| own == name);
    #[cfg(feature = "catalogue")]
    let titled = |rule: &Rule| [rule.title.zh(), rule.title.en()].contains(&name);
    #[cfg(not(feature = "catalogue"))]
    let titled = |_: &Rule| false;
    let found = rules().find(|rule| own(rule) || rule.statement.id == name || titled(rule));
    let ids = || rules().map(|rule| rule.id);
    let nearest = || {
        let nearest = nearest(name, &mut ids());
        ids().find(|id| Some(*id) == nearest)
    };
    found.map(|rule| rule.id).or_else(nearest)
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
                annex: None,
            },
            kind: Kind::Obligation,
            force,
            forces: None,
            #[cfg(feature = "catalogue")]
            title: text!("", ""),
            scope: None,
            scopes: &[],
            demands: &[],
            demands_by_choice: &[],
            met: None,
            unmet: None,
            names_unmet: false,
            norm: None,
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

    /// Gives it another force than its statement: that of the norm that the statement refers to.
    pub(crate) const fn force(mut self, force: Force) -> Self {
        self.force = force;
        self
    }

    /// States what a message says instead of the requirement if the rule is met.
    pub(crate) const fn met(mut self, words: Text) -> Self {
        self.met = Some(words);
        self
    }

    /// States what a message says instead of the requirement if the rule is unmet.
    pub(crate) const fn unmet(mut self, words: Text) -> Self {
        self.unmet = Some(words);
        self
    }

    /// Lets the message name the flags that are not set, because some of them suffice.
    pub(crate) const fn names_unmet(mut self) -> Self {
        self.names_unmet = true;
        self
    }

    /// Names the norm whose numbers apply.
    pub(crate) const fn norm(mut self, norm: Norm) -> Self {
        self.norm = Some(norm);
        self
    }

    /// Lets a reading decide the force: one for each choice.
    #[expect(clippy::panic, reason = "only evaluated while compiling")]
    pub(crate) const fn force_by_reading(mut self, name: &str, forces: &'static [Force]) -> Self {
        let [force, ..] = forces else { panic!("a reading without choices") };
        self.force = *force;
        self.forces = Some((parameters::choices(name, forces.len()), forces));
        self
    }

    /// Adds the clause of the annex that the rule rests on, too.
    pub(crate) const fn annex(mut self, row: u8, phrase: &'static str) -> Self {
        self.statement.annex = Some(Annex { row, phrase });
        self
    }

    /// Restricts the rule to records for which `condition` is met. The message uses the scope after
    /// "only for".
    pub(crate) const fn applies_to(mut self, condition: Condition, scope: Text) -> Self {
        self.applies = Some(condition);
        self.scope = Some(scope);
        self
    }

    /// Restricts the rule as a reading says: `condition` chooses by it, and there is one scope for
    /// each choice.
    #[expect(clippy::panic, reason = "only evaluated while compiling")]
    pub(crate) const fn applies_by_reading(
        mut self,
        condition: Condition,
        scopes: &'static [Text],
    ) -> Self {
        let [scope, ..] = scopes else { panic!("a reading without choices") };
        assert!(condition.reading().is_some(), "no reading decides the scope");
        self.scopes = scopes;
        self.applies_to(condition, *scope)
    }

    /// States what is required, one text for each bound.
    pub(crate) const fn demands(mut self, demands: &'static [Text]) -> Self {
        self.demands = demands;
        self
    }

    /// States what is required by each choice of the reading by which the rule's condition is chosen,
    /// or else its force.
    #[expect(clippy::panic, reason = "only evaluated while compiling")]
    pub(crate) const fn demands_by_reading(mut self, demands: &'static [&'static [Text]]) -> Self {
        let [first, ..] = demands else { panic!("a reading without choices") };
        let decides = self.holds.reading().is_some() || self.forces.is_some();
        assert!(decides, "no reading decides what is required");
        self.demands_by_choice = demands;
        self.demands(first)
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

    /// Returns the facts that it reads under the readings in force.
    pub(crate) fn facts(&self, parameters: &Parameters) -> FactSet {
        let mut facts = FactSet::default();
        if let Some(applies) = &self.applies {
            applies.add_facts(parameters, &mut facts);
        }
        self.holds.add_facts(parameters, &mut facts);
        facts
    }

    /// Returns the facts that it reads under the default readings, or if one of them is changed.
    pub(crate) fn facts_under_any_reading(&self) -> FactSet {
        let default = Parameters::default();
        let mut facts = self.facts(&default);
        for (reading, choices) in parameters::readings() {
            if self.readings().has(reading) {
                for choice in 1..choices {
                    facts.add_all(self.facts(&default.with_choice(reading, choice)));
                }
            }
        }
        facts
    }

    /// Returns the readings that its verdict depends on.
    pub(crate) fn readings(&self) -> IndexSet {
        let mut readings = IndexSet::default();
        if let Some(applies) = &self.applies {
            applies.add_readings(&mut readings);
        }
        self.holds.add_readings(&mut readings);
        readings
    }

    /// Returns the readings that its verdict or its force depends on.
    pub(crate) fn readings_and_force(&self) -> IndexSet {
        let mut readings = self.readings();
        if let Some((reading, _)) = self.forces {
            readings.add(reading);
        }
        readings
    }

    /// Returns the force under the readings in force.
    #[must_use]
    pub fn force_under(&self, parameters: &Parameters) -> Force {
        let by_reading = self.forces.and_then(|(it, forces)| forces.get(parameters.choice(it)));
        by_reading.copied().unwrap_or(self.force)
    }

    /// Returns the records that it applies to, in words, under the readings in force.
    pub(crate) fn scope_under(&self, parameters: &Parameters) -> Option<Text> {
        let reading = self.applies.as_ref().and_then(Condition::reading);
        let by_choice = reading.and_then(|it| self.scopes.get(parameters.choice(it)));
        by_choice.copied().or(self.scope)
    }

    /// Returns what it requires under the readings in force, one text for each bound.
    pub(crate) fn demands_under(&self, parameters: &Parameters) -> &'static [Text] {
        let reading = self.holds.reading().or(self.forces.map(|(reading, _)| reading));
        let by_choice = reading.and_then(|it| self.demands_by_choice.get(parameters.choice(it)));
        by_choice.copied().unwrap_or(self.demands)
    }

    /// Returns the bounds under the readings in force, in order; empty for a rule with a yes-or-no
    /// answer.
    #[must_use]
    pub fn bounds(&self, parameters: &Parameters) -> Vec<Bound> {
        let mut bounds = Vec::new();
        let fields = self.subject().map_or(&[][..], |subject| subject.fields());
        self.holds.bounds(parameters, &mut |measured| bounds.extend(measured.named(fields)));
        bounds
    }

    /// Returns the bound under the readings in force, if there is exactly one. A table then has a
    /// column for the shortfall or the excess.
    #[cfg(any(feature = "_block", feature = "intake"))]
    pub(crate) fn only_bound(&self, parameters: &Parameters) -> Option<Measured> {
        let (mut count, mut only) = (0, None);
        self.holds.bounds(parameters, &mut |measured| (count, only) = (count + 1, Some(measured)));
        only.filter(|_| count == 1)
    }

    /// Returns the suffix of the name of that column.
    #[cfg(any(feature = "_block", feature = "intake"))]
    pub(crate) fn gap_suffix(&self) -> Option<&'static str> {
        self.only_bound(&Parameters::default()).map(|bound| match bound.sense {
            Sense::AtLeast => ".shortfall",
            Sense::AtMost => ".excess",
        })
    }

    /// Returns how it contributes to the conclusion with this force.
    pub(crate) const fn duty(&self, force: Force) -> Duty {
        match self.kind {
            Kind::Obligation => match force {
                Force::Mandatory => Duty::Mandatory,
                Force::InPrinciple => Duty::InPrinciple,
                Force::Directive => Duty::Directive,
                Force::Encouraged | Force::Permitted => Duty::None,
            },
            Kind::Eligibility | Kind::Target => Duty::None,
        }
    }

    /// Returns whether a record may explain why it does not meet the rule: true for obligations
    /// that the policy asks for in principle (原则上).
    #[must_use]
    pub const fn explainable(&self) -> bool {
        matches!(self.duty(self.force), Duty::InPrinciple)
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
        // The statements set a direction without a measure, so they never decide.
        ("provincial_measures.vocational_funding", Kind::Target),
        ("enrolment.shortage_majors", Kind::Target),
        ("enrolment.vocational_graduates", Kind::Target),
        ("enrolment.work_experience", Kind::Target),
        ("enrolment.applied", Kind::Target),
        // Both statements tell the subject what to do, and grant nothing for doing it.
        ("enterprise.internship_posts", Kind::Obligation),
        ("land_use.science_education_class", Kind::Obligation),
    ];

    /// The rules whose force is not that of the statement.
    const FORCES: &[(&str, Force)] = &[
        // The internship rules that 8.1a refers to say 原则上 of the pay, and since 2021 一般 of the
        // number.
        ("internship.host_cap_general", Force::InPrinciple),
        ("internship.post_cap_general", Force::InPrinciple),
        ("internship.pay_floor", Force::InPrinciple),
        ("internship.post_wage_floor", Force::InPrinciple),
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
                Nature::Narrative => {
                    panic!("{}: its statement is narrative; see policy/statements.rs", rule.id)
                }
            };
            let other = EXCEPTIONS.iter().find(|(id, _)| *id == rule.id);
            let expected = other.map_or(of_nature, |(_, kind)| *kind);
            let hint = "use .eligibility() or .target(), or add it to the exceptions";
            assert_eq!(rule.kind, expected, "{}: {hint}", rule.id);
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
            for pair in indices.windows(2) {
                assert!(pair.is_sorted(), "{}: {:?} after {:?}", subject.name, pair[1], pair[0]);
            }
        }
    }

    #[test]
    fn every_rule_has_a_demand_for_each_bound() {
        for rule in rules() {
            let bounds = rule.bounds(&Parameters::default());
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
