//! Worked examples: the least record that just misses a rule, and the least that just meets it.
//!
//! Both are made from the rule's own test, so they can never be out of date, and are then read and
//! judged like any other record.

use crate::field::Kind;
use crate::index::Index;
use crate::input::value::members;
use crate::json::Node;
use crate::parameters::{self, Parameters};
use crate::quantity::date::{self, add_months};
use crate::quantity::share::{Millionths, Ratio, least_part_of};
use crate::quantity::span::{DAYS_A_MONTH, Interval, days_spanning};
use crate::record::{Cell, Cells};
use crate::reference::size::SizeClass;
use crate::report::Report;
use crate::rule::{
    Condition, Group, Inducted, ListCondition, NumberCondition, Practised, Published, Rule, Sense,
};
use crate::subjects::Subject;

/// A record as JSON, and what was found on it.
pub(super) struct Example {
    pub(super) record: String,
    pub(super) report: Report,
}

/// The day on which examples are judged.
const AS_OF: i64 = date::literal("2024-12-31");
/// What an example has of a whole, where nothing else says how much.
const WHOLE: i64 = 1_000;
/// The same in fen.
const WHOLE_MONEY: i64 = 100_000_000;
/// What an example has of a part in the year before.
const PART: i64 = 100;
/// The share taken where the policy leaves one open, in percent.
pub(super) const OPEN_SHARE: &str = "5";

/// Returns a record that just misses the rule and one that just meets it.
pub(super) fn examples(rule: &'static Rule) -> Option<[Example; 2]> {
    let subject = rule.subject()?;
    let parameters = parameters_of(rule)?;
    let example = |meets: bool| {
        let mut draft = Draft::of(subject, &parameters);
        if let Some(applies) = &rule.applies {
            draft.settle(applies, true)?;
        }
        draft.settle(&rule.holds, meets)?;
        let record = draft.json();
        let report = subject.parse(&record).ok()?.check(&parameters);
        Some(Example { record, report })
    };
    Some([example(false)?, example(true)?])
}

/// The parameters of an example: the defaults, but a share that is left open is set.
pub(super) fn parameters_of(rule: &Rule) -> Option<Parameters> {
    match rule.holds {
        Condition::Group(Group::OnceSet { parameters: [first, _], condition: _, unset: _ }) => {
            let name = parameters::parameters().get(usize::from(first))?.key();
            Parameters::from_json(&format!("{{\"{name}\":\"{OPEN_SHARE}\"}}")).ok()
        }
        Condition::Group(
            Group::Always
            | Group::Reading { .. }
            | Group::Grace { .. }
            | Group::Breached(_)
            | Group::All(_)
            | Group::Any(_)
            | Group::Not(_),
        )
        | Condition::Number(_)
        | Condition::List(_) => Some(Parameters::default()),
    }
}

/// A record being made.
struct Draft<'a> {
    subject: &'static Subject,
    parameters: &'a Parameters,
    cells: Cells,
}

impl<'a> Draft<'a> {
    fn of(subject: &'static Subject, parameters: &'a Parameters) -> Self {
        let mut cells = Cells::unknown(subject.fields().len());
        let mut fields = (0..).zip(subject.fields());
        if let Some((fact, _)) = fields.find(|(_, field)| field.key() == "as_of") {
            cells.set(fact, Cell::Number(AS_OF));
        }
        Self { subject, parameters, cells }
    }

    fn number(&self, fact: Index) -> Option<i64> {
        self.cells.number(fact)
    }

    /// Gives the facts that make a condition hold, or just not hold.
    fn settle(&mut self, condition: &Condition, holds: bool) -> Option<()> {
        match condition {
            Condition::Number(condition) => self.settle_number(condition, holds),
            Condition::List(condition) => self.settle_list(*condition, holds),
            Condition::Group(group) => self.settle_group(group, holds),
        }
    }

    fn settle_number(&mut self, condition: &NumberCondition, holds: bool) -> Option<()> {
        // The least shortfall or excess.
        let short = i64::from(!holds);
        match *condition {
            NumberCondition::Flag(fact) => self.give(fact, i64::from(holds)),
            NumberCondition::Choice { fact, named, open } => {
                let open = open.map_or(0, |open| open.choices);
                let choices = if holds { named } else { !(named | open) };
                self.give(fact, choices.trailing_zeros().into());
            }
            NumberCondition::AtLeast { fact, parameter }
            | NumberCondition::Since { fact, parameters: [_, parameter] } => {
                self.give(fact, self.parameters.at(parameter)? - short);
            }
            NumberCondition::Before { fact, parameter } => {
                self.give(fact, self.parameters.at(parameter)? - i64::from(holds));
            }
            NumberCondition::Literal { fact, sense, number } => self.give(
                fact,
                match sense {
                    Sense::AtLeast => i64::from(number) - short,
                    Sense::AtMost => i64::from(number) + short,
                },
            ),
            NumberCondition::Share { part, whole, sense, share, rounding: _ } => {
                // A share that is not set requires nothing.
                if let Some(share) = self.parameters.at(share) {
                    self.give_part(part, whole, sense, share, short);
                }
            }
            NumberCondition::ShareByCategory { part, whole, category, shares: [first, _] } => {
                self.give(category, 0);
                self.give_part(part, whole, Sense::AtLeast, self.parameters.at(first)?, short);
            }
            NumberCondition::Whole { part, whole } => {
                // A part that another bound gave already stays.
                if let Some(part) = self.number(part) {
                    self.give(whole, part + short);
                } else {
                    let whole = self.whole(whole);
                    self.give(part, whole - short);
                }
            }
            NumberCondition::Trend { now: [part, whole], before: [one, of], strict } => {
                let before = [PART, self.whole(of)];
                let least = least_part_of(self.whole(whole), before, strict);
                self.give(one, PART);
                self.give(part, least - short);
            }
            NumberCondition::More { now, before, limit } => {
                if let Some(limit) = limit {
                    self.whole(limit);
                }
                self.give(before, PART);
                self.give(now, PART + 1 - short);
            }
            NumberCondition::InOrder { first, second } => {
                let day = self.number(first).unwrap_or(AS_OF);
                self.give(first, day);
                self.give(second, day - short);
            }
            NumberCondition::LargeOrMedium { declared, industry: _, indicators: _ } => {
                let class = if holds { SizeClass::Medium } else { SizeClass::Small };
                self.give(declared, class.index());
            }
            NumberCondition::Spans { start, end, months } => {
                let first = add_months(AS_OF + 1, -12);
                let days = days_spanning(first, self.parameters.at(months)?);
                self.give(start, first);
                self.give(end, first + days - 1 - short);
            }
        }
        Some(())
    }

    fn settle_list(&mut self, condition: ListCondition, holds: bool) -> Option<()> {
        let short = i64::from(!holds);
        match condition {
            ListCondition::Practised(Practised { periods, months, .. }) => {
                let days = DAYS_A_MONTH * self.parameters.at(months)? - short;
                self.give_period(periods, AS_OF - days + 1, AS_OF);
            }
            ListCondition::Inducted(Inducted { periods, hired_on, months, .. }) => {
                let first = self.number(hired_on)?;
                let days = DAYS_A_MONTH * self.parameters.at(months)? - short;
                self.give_period(periods, first, first + days - 1);
            }
            ListCondition::Published(Published { reports, years, .. }) => {
                let day = add_months(AS_OF, -12 * self.parameters.at(years)?) - short;
                self.give_period(reports, day, day);
            }
        }
        Some(())
    }

    fn settle_group(&mut self, group: &Group, holds: bool) -> Option<()> {
        match *group {
            Group::Always => Some(()),
            Group::Reading { reading, conditions } => {
                self.settle(conditions.get(self.parameters.choice(reading))?, holds)
            }
            Group::Grace { condition, since, years, .. } => {
                self.give(since, add_months(AS_OF, -12 * (self.parameters.at(years)? + 1)));
                self.settle(condition, holds)
            }
            Group::OnceSet { condition, parameters: _, unset: _ } => self.settle(condition, holds),
            Group::Not(condition) => self.settle(condition, !holds),
            Group::Breached(rule) => self.settle(&rule.holds, !holds),
            // All of them, or one that does not hold.
            Group::All(conditions) => {
                let [first, rest @ ..] = conditions else { return Some(()) };
                self.settle(first, holds)?;
                rest.iter().try_for_each(|condition| self.settle(condition, true))
            }
            // One of them, or none.
            Group::Any(conditions) => {
                let [first, rest @ ..] = conditions else { return Some(()) };
                self.settle(first, holds)?;
                let rest = if holds { &[] } else { rest };
                rest.iter().try_for_each(|condition| self.settle(condition, false))
            }
        }
    }

    fn give(&mut self, fact: Index, number: i64) {
        self.cells.set(fact, Cell::Number(number));
    }

    fn give_part(&mut self, part: Index, whole: Index, sense: Sense, share: i64, short: i64) {
        let (whole, share) = (self.whole(whole), Millionths(share));
        let number = match sense {
            Sense::AtLeast => share.least_part(whole) - short,
            Sense::AtMost => share.greatest_part(whole) + short,
        };
        self.give(part, number);
    }

    fn give_period(&mut self, fact: Index, start: i64, end: i64) {
        let period = Interval { start, end: Some(end), in_enterprise: Some(true) };
        self.cells.set(fact, Cell::Intervals([period].into()));
    }

    /// The whole that is given already, or else a round one.
    fn whole(&mut self, fact: Index) -> i64 {
        if let Some(number) = self.number(fact) {
            return number;
        }
        let field = self.subject.fields().get(usize::from(fact));
        let money = field.is_some_and(|field| matches!(field.kind, Kind::Money));
        let whole = if money { WHOLE_MONEY } else { WHOLE };
        self.give(fact, whole);
        whole
    }

    fn json(&self) -> String {
        let mut json = String::new();
        Node::Map(members(self.subject.shape, &self.cells)).push_json(&mut json);
        json
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::subjects::rules;
    use crate::verdict::Verdict;

    #[test]
    fn every_rule_has_an_example_on_both_sides_of_its_bound() {
        for rule in rules() {
            let verdicts = examples(rule).unwrap().map(|example| {
                let finding = example.report.finding(rule.id).unwrap();
                (finding.verdict, example.record)
            });
            let [missed, met] = &verdicts;
            assert_eq!(
                (missed.0, met.0),
                (Verdict::Unmet, Verdict::Met),
                "{} {verdicts:?}",
                rule.id
            );
        }
    }
}
