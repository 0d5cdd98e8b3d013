//! The missing facts behind an undetermined verdict.

use crate::index::{FactSet, Index};
use crate::input::parser::IN_ENTERPRISE;
use crate::judge::{Evaluation, Induction, Window, condition};
use crate::parameters::Parameters;
use crate::quantity::push_index;
use crate::record::Record;
use crate::reference::size;
use crate::rule::{Condition, Group, Inducted, ListCondition, NumberCondition, Practised, Rule};
use crate::verdict::Verdict;

/// A missing fact: a field of the record, or the flag of one practice period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing {
    pub(crate) fact: Index,
    key: &'static str,
    pub(crate) item: Option<usize>,
}

impl core::fmt::Display for Missing {
    /// Writes the JSON Pointer.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.pointer())
    }
}

impl Missing {
    /// Returns the JSON Pointer of the fact, such as `/end` or `/practice/0/in_enterprise`.
    #[must_use]
    pub fn pointer(&self) -> String {
        let mut pointer = ["/", self.key].concat();
        if let Some(item) = self.item {
            pointer.push('/');
            push_index(&mut pointer, item);
            pointer.push('/');
            pointer.push_str(IN_ENTERPRISE.key());
        }
        pointer
    }

    /// Returns the key of the field. For the flag of a practice period it is that of the list.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        self.key
    }
}

/// Returns the missing facts of an undetermined rule, in the order of the subject's facts.
pub(crate) fn missing(
    rule: &Rule,
    evaluation: &Evaluation<'_>,
    record: &Record,
    parameters: &Parameters,
) -> Vec<Missing> {
    if evaluation.verdict != Verdict::Undetermined {
        return Vec::new();
    }
    let (facts, items) = (FactSet::default(), Vec::new());
    let mut search = Search { record, parameters, facts, items };
    search.rule(rule, evaluation.applies);
    let mut missing = Vec::new();
    for (fact, field) in (0..).zip(record.subject().fields()) {
        if search.facts.has(fact) {
            missing.push(Missing { fact, key: field.key(), item: None });
        }
        for &(of, item) in search.items.iter().filter(|(of, _)| *of == fact) {
            missing.push(Missing { fact: of, key: field.key(), item: Some(item) });
        }
    }
    missing
}

/// Collects the missing facts of undetermined conditions.
struct Search<'a> {
    record: &'a Record,
    parameters: &'a Parameters,
    facts: FactSet,
    /// Items of a list whose flag is missing.
    items: Vec<(Index, usize)>,
}

impl Search<'_> {
    fn evaluate(&self, inner: &Condition) -> Verdict {
        condition(inner, self.record, self.parameters, None)
    }

    fn rule(&mut self, rule: &Rule, applies: Verdict) {
        if let Some(scope) = &rule.applies {
            // If the policy does not say whether a given choice is in scope, no fact decides it.
            if scope.silent(self.record, self.parameters).is_some() {
                return;
            }
            if applies == Verdict::Undetermined {
                self.undetermined(scope);
            }
        }
        self.condition(&rule.holds);
    }

    fn condition(&mut self, inner: &Condition) {
        if self.evaluate(inner) == Verdict::Undetermined {
            self.undetermined(inner);
        }
    }

    fn undetermined(&mut self, inner: &Condition) {
        match inner {
            Condition::Number(number) => self.number(number),
            Condition::List(list) => self.list(*list),
            Condition::Group(group) => self.group(group),
        }
    }

    fn group(&mut self, group: &Group) {
        match *group {
            Group::All(conditions) | Group::Any(conditions) => {
                for condition in conditions {
                    self.condition(condition);
                }
            }
            Group::Not(condition) => self.condition(condition),
            Group::Always => {}
            Group::Reading { reading, conditions } => {
                if let Some(chosen) = conditions.get(self.parameters.choice(reading)) {
                    self.condition(chosen);
                }
            }
            Group::Grace { condition, since, as_of: _, years: _, applies_from: _ } => {
                self.condition(condition);
                self.fact(since);
            }
            Group::OnceSet { condition, parameters: _, unset: _ } => {
                if group.unset(self.parameters).is_none() {
                    self.condition(condition);
                }
            }
            Group::Breached(rule) => {
                let applies = rule.applies.as_ref();
                let applies = applies.map_or(Verdict::Met, |applies| self.evaluate(applies));
                self.rule(rule, applies);
            }
        }
    }

    fn list(&mut self, list: ListCondition) {
        match list {
            ListCondition::Practised(practised) => {
                self.intervals(practised.periods);
                if practised.since_hiring(self.parameters) {
                    self.fact(practised.hired_on);
                }
                if practised.in_enterprise(self.parameters) {
                    self.flags(practised.periods, self.practised_days(practised));
                }
            }
            ListCondition::Inducted(inducted) => {
                self.intervals(inducted.periods);
                self.fact(inducted.hired_on);
                self.flags(inducted.periods, self.inducted_days(inducted));
            }
            // Without a base date, the duty begins with the policy.
            ListCondition::Published(published) => self.intervals(published.reports),
        }
    }

    /// Returns the first and the last day of practice that count.
    fn practised_days(&self, practised: Practised) -> Option<(i64, i64)> {
        let [as_of, hired_on] =
            [practised.as_of, practised.hired_on].map(|it| self.record.number(it));
        let first = Window::of(practised, self.parameters)?.first_day(as_of?, hired_on)?;
        Some((first, as_of?))
    }

    fn inducted_days(&self, inducted: Inducted) -> Option<(i64, i64)> {
        let [as_of, hired_on] =
            [inducted.as_of, inducted.hired_on].map(|it| self.record.number(it));
        Some(Induction::of(inducted, self.parameters)?.days_that_count(as_of?, hired_on?))
    }

    fn number(&mut self, number: &NumberCondition) {
        match *number {
            NumberCondition::LargeOrMedium { declared, industry, indicators } => {
                self.fact(declared);
                self.fact(industry);
                if let Some(row) = self.record.number(industry) {
                    let given = indicators.map(|indicator| self.record.number(indicator));
                    for (indicator, missing) in indicators.iter().zip(size::missing(row, given)) {
                        if missing {
                            self.facts.add(*indicator);
                        }
                    }
                }
            }
            // The limit only tells whether the bound can be met.
            NumberCondition::More { now, before, limit: _ } => {
                self.fact(now);
                self.fact(before);
            }
            // Without the date, it is not before the parameter.
            NumberCondition::Before { .. } => {}
            NumberCondition::Flag(_)
            | NumberCondition::Choice { .. }
            | NumberCondition::AtLeast { .. }
            | NumberCondition::Literal { .. }
            | NumberCondition::Share { .. }
            | NumberCondition::ShareByCategory { .. }
            | NumberCondition::Whole { .. }
            | NumberCondition::Trend { .. }
            | NumberCondition::InOrder { .. }
            | NumberCondition::Since { .. }
            | NumberCondition::Spans { .. } => {
                let mut facts = FactSet::default();
                number.add_facts(&mut facts);
                for fact in facts.indices() {
                    self.fact(fact);
                }
            }
        }
    }

    fn fact(&mut self, fact: Index) {
        if self.record.number(fact).is_none() {
            self.facts.add(fact);
        }
    }

    fn intervals(&mut self, list: Index) {
        if self.record.intervals(list).is_none() {
            self.facts.add(list);
        }
    }

    /// Adds the missing flags of periods that overlap the days that count.
    fn flags(&mut self, periods: Index, days: Option<(i64, i64)>) {
        let Some((intervals, (first, last))) = self.record.intervals(periods).zip(days) else {
            return;
        };
        for (item, period) in intervals.iter().enumerate() {
            let overlaps = period.start <= last && first <= period.end.unwrap_or(last);
            let missing = (periods, item);
            if period.in_enterprise.is_none() && overlaps && !self.items.contains(&missing) {
                self.items.push(missing);
            }
        }
    }
}
