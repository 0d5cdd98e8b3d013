//! Worked examples: the least record that just misses a rule, and the least that just meets it.
//!
//! Both are made from the rule's own test, so they can never be out of date, and are then read and
//! judged like any other record.

use crate::facts::Index;
use crate::field::Kind;
use crate::input::value::node_of;
use crate::json::Node;
use crate::parameters::{self, Parameters};
use crate::quantity::date::{self, add_months};
use crate::quantity::span::{DAYS_A_MONTH, Interval, days_spanning};
use crate::quantity::{greatest_part, least_part};
use crate::record::{Cell, Record};
use crate::report::Report;
use crate::rule::{Condition, Rule, Sense};
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
        let report = subject.check(&subject.parse(&record).ok()?, &parameters);
        Some(Example { record, report })
    };
    Some([example(false)?, example(true)?])
}

/// The parameters of an example: the defaults, but a share that is left open is set.
pub(super) fn parameters_of(rule: &Rule) -> Option<Parameters> {
    let Condition::OnceSet { bounds: [first, _], .. } = rule.holds else {
        return Some(Parameters::default());
    };
    let name = parameters::parameters().get(usize::from(first))?.key();
    Parameters::from_json(&format!("{{\"{name}\":\"{OPEN_SHARE}\"}}")).ok()
}

/// A record being made.
struct Draft<'a> {
    subject: &'static Subject,
    parameters: &'a Parameters,
    record: Record,
}

impl<'a> Draft<'a> {
    fn of(subject: &'static Subject, parameters: &'a Parameters) -> Self {
        let mut record = Record::of(subject.fields().len());
        let mut fields = (0..).zip(subject.fields());
        if let Some((fact, _)) = fields.find(|(_, field)| field.key() == "as_of") {
            record.set(fact, Cell::Number(AS_OF));
        }
        Self { subject, parameters, record }
    }

    /// Gives the facts that make a test hold, or just not hold.
    fn settle(&mut self, test: &Condition, holds: bool) -> Option<()> {
        // What is short by the least there is.
        let short = i64::from(!holds);
        match *test {
            Condition::Flag(fact) => self.give(fact, i64::from(holds)),
            Condition::Choice { fact, named, open } => {
                let wanted = if holds { named } else { !(named | open) };
                self.give(fact, wanted.trailing_zeros().into());
            }
            Condition::Amount { fact, bound } | Condition::Since { fact, bound } => {
                self.give(fact, self.parameters.at(bound)? - short);
            }
            Condition::Number { fact, sense: Sense::AtLeast, bound } => {
                self.give(fact, i64::from(bound) - short)
            }
            Condition::Number { fact, sense: Sense::AtMost, bound } => {
                self.give(fact, i64::from(bound) + short)
            }
            Condition::Share { part, whole, sense, bound } => {
                // A share that is not set asks for nothing.
                if let Some(share) = self.parameters.at(bound) {
                    self.give_part(part, whole, sense, share, short);
                }
            }
            Condition::ShareByCategory { part, whole, category, bounds: [first, _] } => {
                self.give(category, 0);
                self.give_part(part, whole, Sense::AtLeast, self.parameters.at(first)?, short);
            }
            Condition::Whole { part, whole } => {
                let whole = self.whole(whole);
                self.give(part, whole - short);
            }
            Condition::InOrder { first, second } => {
                let day = self.record.number(first).unwrap_or(AS_OF);
                self.give(first, day);
                self.give(second, day - short);
            }
            Condition::LargeOrMedium { declared, .. } => {
                let word = if holds { "medium" } else { "small" };
                let Kind::Choice(choices) = self.subject.fields().get(usize::from(declared))?.kind
                else {
                    return None;
                };
                let index = choices.iter().position(|choice| choice.key() == word)?;
                self.give(declared, i64::try_from(index).ok()?);
            }
            Condition::Spans { start, end, months } => {
                let first = add_months(AS_OF + 1, -12);
                let days = days_spanning(first, self.parameters.at(months)?);
                self.give(start, first);
                self.give(end, first + days - 1 - short);
            }
            Condition::Practised { periods, months, .. } => {
                let days = DAYS_A_MONTH * self.parameters.at(months)? - short;
                self.give_period(periods, AS_OF - days + 1, AS_OF);
            }
            Condition::Inducted { periods, hired_on, months, .. } => {
                let first = self.record.number(hired_on)?;
                let days = days_spanning(first, self.parameters.at(months)?) - short;
                self.give_period(periods, first, first + days - 1);
            }
            Condition::Published { reports, years, .. } => {
                let day = add_months(AS_OF, -12 * self.parameters.at(years)?) - short;
                self.give_period(reports, day, day);
            }
            Condition::Grace { test, since, years, .. } => {
                self.give(since, add_months(AS_OF, -12 * (self.parameters.at(years)? + 1)));
                self.settle(test, holds)?;
            }
            Condition::OnceSet { test, .. } => self.settle(test, holds)?,
            Condition::Not(test) => self.settle(test, !holds)?,
            Condition::Breached(rule) => self.settle(&rule.holds, !holds)?,
            // All of them, or one that does not hold.
            Condition::All([first, rest @ ..]) => {
                self.settle(first, holds)?;
                for test in rest {
                    self.settle(test, true)?;
                }
            }
            // One of them, or none.
            Condition::Any([first, rest @ ..]) => {
                self.settle(first, holds)?;
                if !holds {
                    for test in rest {
                        self.settle(test, false)?;
                    }
                }
            }
            Condition::All([]) | Condition::Any([]) => {}
        }
        Some(())
    }

    fn give(&mut self, fact: Index, number: i64) {
        self.record.set(fact, Cell::Number(number));
    }

    fn give_part(&mut self, part: Index, whole: Index, sense: Sense, share: i64, short: i64) {
        let whole = self.whole(whole);
        let number = match sense {
            Sense::AtLeast => least_part(whole, share) - short,
            Sense::AtMost => greatest_part(whole, share) + short,
        };
        self.give(part, number);
    }

    fn give_period(&mut self, fact: Index, start: i64, end: i64) {
        let period = Interval { start, end: Some(end), in_enterprise: Some(true) };
        self.record.set(fact, Cell::Intervals([period].into()));
    }

    /// The whole that is given already, or else a round one.
    fn whole(&mut self, fact: Index) -> i64 {
        if let Some(number) = self.record.number(fact) {
            return number;
        }
        let field = self.subject.fields().get(usize::from(fact));
        let money = field.is_some_and(|field| matches!(field.kind, Kind::Money));
        let whole = if money { WHOLE_MONEY } else { WHOLE };
        self.give(fact, whole);
        whole
    }

    fn json(&self) -> String {
        let fields = (0..).zip(self.subject.fields());
        let members = fields.filter(|(index, _)| *self.record.cell(*index) != Cell::Unknown);
        let members = members
            .map(|(index, field)| (field.key().into(), node_of(field, self.record.cell(index))));
        let mut json = String::new();
        Node::Map(members.collect()).push_json(&mut json);
        json
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::Verdict;
    use crate::subjects::rules;

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
