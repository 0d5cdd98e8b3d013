//! The missing facts behind an undetermined verdict.

use crate::index::{FactSet, Index};
use crate::input::parser::IN_ENTERPRISE;
use crate::judge::{Evaluation, condition, induction_days};
use crate::parameters::Parameters;
use crate::quantity::push_index;
use crate::record::Record;
use crate::reference::size;
use crate::rule::{Condition, Group, ListCondition, NumberCondition, Rule};
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
            if scope.silent(self.record).is_some() {
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
            Group::Grace { condition, since, as_of: _, years: _ } => {
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
            ListCondition::Practised { periods, as_of: _, years: _, months: _ } => {
                self.intervals(periods);
            }
            ListCondition::Inducted { periods, as_of, hired_on, years, months: _ } => {
                self.intervals(periods);
                self.fact(hired_on);
                self.flags(periods, as_of, hired_on, years);
            }
            ListCondition::Published { reports, as_of: _, base_date, years: _ } => {
                self.intervals(reports);
                if self.record.intervals(reports).is_some() {
                    self.fact(base_date);
                }
            }
        }
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
            NumberCondition::Flag(_)
            | NumberCondition::Choice { .. }
            | NumberCondition::AtLeast { .. }
            | NumberCondition::Literal { .. }
            | NumberCondition::Share { .. }
            | NumberCondition::ShareByCategory { .. }
            | NumberCondition::Whole { .. }
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
    fn flags(&mut self, periods: Index, as_of: Index, hired_on: Index, years: Index) {
        let number = |fact| self.record.number(fact);
        let (Some(intervals), Some(as_of), Some(hired_on), Some(years)) = (
            self.record.intervals(periods),
            number(as_of),
            number(hired_on),
            self.parameters.at(years),
        ) else {
            return;
        };
        let (first, last) = induction_days(as_of, hired_on, years);
        for (item, period) in intervals.iter().enumerate() {
            let overlaps = period.start <= last && first <= period.end.unwrap_or(last);
            if period.in_enterprise.is_none() && overlaps {
                self.items.push((periods, item));
            }
        }
    }
}
