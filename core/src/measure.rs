//! Measuring: the figures behind a verdict, and the facts that it still needs. Both walk the same
//! test that was judged, and judge its parts by the same evaluator.

use crate::facts::Place;
use crate::field::{Field, Unit};
use crate::judge::{counted, induction_days, test, window};
use crate::parameters::{Parameters, Source, Status, source};
use crate::quantity::date::add_months;
use crate::quantity::span::{DAYS_A_MONTH, Interval, blocks, covered, days_spanning};
use crate::quantity::{MILLION, decimal, greatest_part, least_part, push_place};
use crate::record::Record;
use crate::reference::size;
use crate::rule::{FactSet, Rule, Sense, Test, Verdict};
use crate::subjects::Subject;

/// One limb of a rule: what was measured, what is required, and what lies between.
///
/// Numbers are exact decimal text in the unit: money with two decimals, all else whole.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Measurement {
    /// The field of the measured fact.
    pub fact: &'static str,
    /// The measured fact, where it is known.
    pub measured: Option<String>,
    /// The least (at most: the greatest) that meets the bound, all other facts unchanged. `None`
    /// where the bound is not known, the rule does not apply, or nothing done now could cure it.
    pub required: Option<String>,
    /// What is short of `required` (at most: in excess of it), where the limb is unmet.
    pub gap: Option<String>,
    /// Whether the bound is a greatest one, so that the gap is an excess.
    pub at_most: bool,
    /// The unit of the three.
    pub unit: Unit,
    /// The limb's own verdict.
    pub verdict: Verdict,
    /// Part, whole and bound of a share, for its percentage.
    pub(crate) share: Option<Proportion>,
    pub(crate) basis: Basis,
    /// The whole of a share, and the share in millionths.
    pub(crate) whole: Option<&'static str>,
    pub(crate) standard: Option<i64>,
    /// The window and the span in force.
    pub(crate) years: Option<i64>,
    pub(crate) months: Option<i64>,
}

/// Whose number a bound is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Basis {
    /// The policy's own.
    Policy,
    /// Another instrument's.
    Outside(&'static Source),
    /// Given as a parameter.
    Given,
}

/// A part of a whole, and the share it is compared with (in millionths).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Proportion {
    pub(crate) part: i64,
    pub(crate) whole: i64,
    pub(crate) bound: i64,
}

/// A fact that is still needed: a field of the record, or the flag of one practice period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing {
    pub(crate) fact: Place,
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
    /// Returns the JSON Pointer of the fact.
    #[must_use]
    pub fn pointer(&self) -> String {
        let mut pointer = ["/", self.key].concat();
        if let Some(item) = self.item {
            pointer.push('/');
            push_place(&mut pointer, item);
            pointer.push_str("/in_enterprise");
        }
        pointer
    }

    /// Returns the key of the record's field.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        self.key
    }
}

/// The raw figures of a limb, in its smallest unit.
#[derive(Clone, Copy, Default)]
struct Figures {
    measured: Option<i64>,
    required: Option<i64>,
    share: Option<Proportion>,
    standard: Option<i64>,
    at_most: bool,
    days: bool,
}

pub(crate) fn bounds(
    rule: &'static Rule,
    verdict: Verdict,
    record: &Record,
    parameters: &Parameters,
    subject: &'static Subject,
) -> Vec<Measurement> {
    let mut bounds = Vec::new();
    rule.holds.limbs(&mut |limb| {
        let verdict = limb_verdict(rule, verdict, limb, record, parameters);
        let Some((fact, field)) = measured_fact(limb, subject) else {
            return;
        };
        let figures = figures(limb, fact, verdict, record, parameters);
        let required = figures.required.filter(|_| verdict != Verdict::NotApplicable);
        let gap = match (verdict, figures.measured, required) {
            (Verdict::Unmet, Some(measured), Some(required)) => Some(measured.abs_diff(required)),
            _ => None,
        };
        let places = if figures.days { 0 } else { field.kind.places() };
        let text = |number| {
            let mut text = String::new();
            decimal::push_scaled(&mut text, number, places);
            text
        };
        bounds.push(Measurement {
            fact: field.key(),
            measured: figures.measured.map(text),
            required: required.map(text),
            gap: gap.and_then(|gap| i64::try_from(gap).ok()).map(text),
            at_most: figures.at_most,
            unit: if figures.days { Unit::Day } else { field.unit.unwrap_or(Unit::Person) },
            verdict,
            share: figures.share,
            basis: basis(limb, parameters),
            whole: whole(limb, subject),
            standard: figures.standard,
            years: terms(limb).0.and_then(|years| parameters.at(years)),
            months: terms(limb).1.and_then(|months| parameters.at(months)),
        });
    });
    bounds
}

/// A limb has its own verdict, but for what only the whole rule can tell: that it does not apply,
/// that its period still runs, that no parameter is set.
fn limb_verdict(
    rule: &Rule,
    verdict: Verdict,
    limb: &Test,
    record: &Record,
    parameters: &Parameters,
) -> Verdict {
    let own = test(limb, record, parameters);
    let of_the_rule = match &rule.holds {
        _ if verdict == Verdict::NotApplicable => true,
        Test::Grace { .. } => {
            own == Verdict::Unmet && matches!(verdict, Verdict::Pending | Verdict::Undetermined)
        }
        Test::OnceSet { bounds, .. } => {
            own == Verdict::NotApplicable && bounds.iter().all(|&it| parameters.at(it).is_none())
        }
        _ => false,
    };
    if of_the_rule { verdict } else { own }
}

/// The field of the whole that a limb measures a part of.
fn whole(limb: &Test, subject: &'static Subject) -> Option<&'static str> {
    match *limb {
        Test::Share { whole, .. }
        | Test::ShareByCategory { whole, .. }
        | Test::Whole { whole, .. } => subject.fields().get(usize::from(whole)).map(Field::key),
        _ => None,
    }
}

/// The parameters that set a limb's years and months.
fn terms(limb: &Test) -> (Option<Place>, Option<Place>) {
    match *limb {
        Test::Spans { months, .. } => (None, Some(months)),
        Test::Practised { years, months, .. } | Test::Inducted { years, months, .. } => {
            (Some(years), Some(months))
        }
        Test::Published { years, .. } => (Some(years), None),
        _ => (None, None),
    }
}

/// Whose number the limb compares with.
fn basis(limb: &Test, parameters: &Parameters) -> Basis {
    let bounds = match *limb {
        Test::Amount { bound, .. } | Test::Share { bound, .. } => [bound, bound],
        Test::ShareByCategory { bounds, .. } => bounds,
        Test::Spans { months, .. } => [months, months],
        Test::Practised { years, months, .. } | Test::Inducted { years, months, .. } => {
            [years, months]
        }
        Test::Published { years, .. } => [years, years],
        _ => return Basis::Policy,
    };
    if bounds.iter().any(|&bound| parameters.is_given(bound)) {
        return Basis::Given;
    }
    let outside = |bound: &Place| source(*bound).filter(|it| it.status != Status::Policy);
    bounds.iter().find_map(outside).map_or(Basis::Policy, Basis::Outside)
}

fn measured_fact(limb: &Test, subject: &'static Subject) -> Option<(Place, &'static Field)> {
    let fact = match *limb {
        Test::Amount { fact, .. } | Test::Number { fact, .. } => fact,
        Test::Share { part, .. }
        | Test::ShareByCategory { part, .. }
        | Test::Whole { part, .. } => part,
        Test::Spans { end, .. } => end,
        Test::Practised { periods, .. } | Test::Inducted { periods, .. } => periods,
        Test::Published { reports, .. } => reports,
        _ => return None,
    };
    Some((fact, subject.fields().get(usize::from(fact))?))
}

fn figures(
    limb: &Test,
    fact: Place,
    verdict: Verdict,
    record: &Record,
    parameters: &Parameters,
) -> Figures {
    let given = |fact| record.number(fact);
    let number = |parameter| parameters.at(parameter);
    let measured = given(fact);
    match *limb {
        Test::Amount { bound, .. } => {
            Figures { measured, required: number(bound), ..Figures::default() }
        }
        Test::Number { bound, sense, .. } => Figures {
            measured,
            required: Some(bound.into()),
            at_most: sense == Sense::AtMost,
            ..Figures::default()
        },
        Test::Share { whole, sense, bound, .. } => {
            of_share(measured, given(whole), number(bound), sense)
        }
        Test::ShareByCategory { whole, category, bounds: [first, second], .. } => {
            // An unmet one misses both shares, so the first is the one to reach.
            let bound = match (given(category), verdict) {
                (Some(0), _) | (None, Verdict::Unmet) => number(first),
                (Some(_), _) => number(second),
                (None, _) => None,
            };
            of_share(measured, given(whole), bound, Sense::AtLeast)
        }
        Test::Whole { whole, .. } => {
            let standard = Some(MILLION);
            Figures { measured, required: given(whole), standard, ..Figures::default() }
        }
        _ => {
            let at_most = matches!(limb, Test::Published { .. });
            let (measured, required) =
                of_days(limb, verdict, record, parameters).unwrap_or_default();
            Figures { measured, required, at_most, days: true, ..Figures::default() }
        }
    }
}

/// What was measured and what is required, in days. What was missed for good requires nothing any
/// more.
fn of_days(
    limb: &Test,
    verdict: Verdict,
    record: &Record,
    parameters: &Parameters,
) -> Option<(Option<i64>, Option<i64>)> {
    let given = |fact| record.number(fact);
    let number = |parameter| parameters.at(parameter);
    Some(match *limb {
        Test::Spans { start, end, months } => {
            let (start, end) = (given(start), given(end));
            let measured = start.zip(end).map(|(start, end)| end - start + 1);
            let required = start.zip(number(months));
            (measured, required.map(|(start, months)| days_spanning(start, months)))
        }
        Test::Practised { periods, as_of, years, months } => {
            let blocks = window(record.intervals(periods), given(as_of), number(years));
            let required = number(months).map(|months| months * DAYS_A_MONTH);
            (blocks.map(|blocks| covered(&blocks)), required)
        }
        Test::Inducted { periods, as_of, hired_on, years, months } => {
            let (first, last) = induction_days(given(as_of)?, given(hired_on)?, number(years)?);
            let sure = |it: &Interval| it.in_enterprise == Some(true);
            let block = longest(&blocks(record.intervals(periods)?, &sure, first, last));
            let measured = block.map_or(0, |(start, end)| end - start + 1);
            let required = block.zip(number(months)).filter(|_| verdict != Verdict::Unmet);
            (Some(measured), required.map(|((start, _), months)| days_spanning(start, months)))
        }
        Test::Published { reports, as_of, base_date, years } => {
            let (as_of, base) = (given(as_of)?, given(base_date));
            let days = counted(record.intervals(reports)?, as_of, base);
            let last = days.last().map(|day| day.0).or(base)?;
            let required = number(years).filter(|_| verdict != Verdict::Unmet);
            (Some(as_of - last), required.map(|years| days_spanning(last, 12 * years)))
        }
        _ => return None,
    })
}

fn of_share(
    measured: Option<i64>,
    whole: Option<i64>,
    bound: Option<i64>,
    sense: Sense,
) -> Figures {
    let at_most = sense == Sense::AtMost;
    let part = if at_most { greatest_part } else { least_part };
    Figures {
        measured,
        required: whole.zip(bound).map(|(whole, share)| part(whole, share)),
        share: measured.zip(whole).zip(bound).map(|((part, whole), bound)| Proportion {
            part,
            whole,
            bound,
        }),
        standard: bound,
        at_most,
        days: false,
    }
}

/// The longest block; of several, the first.
fn longest(blocks: &[(i64, i64)]) -> Option<(i64, i64)> {
    blocks.iter().copied().rev().max_by_key(|(start, end)| end - start)
}

/// The last day of the period that still runs.
pub(crate) fn until(holds: &Test, record: &Record, parameters: &Parameters) -> Option<i64> {
    let (from, years) = match *holds {
        Test::Grace { since, years, .. } => (record.number(since)?, years),
        Test::Inducted { hired_on, years, .. } => (record.number(hired_on)?, years),
        Test::Published { base_date, years, .. } => (record.number(base_date)?, years),
        _ => return None,
    };
    Some(add_months(from, 12 * parameters.at(years)?))
}

/// The facts that an undetermined rule still needs, in the order of the subject's facts.
pub(crate) fn missing(
    rule: &Rule,
    verdict: Verdict,
    record: &Record,
    parameters: &Parameters,
    subject: &'static Subject,
) -> Vec<Missing> {
    if verdict != Verdict::Undetermined {
        return Vec::new();
    }
    let mut wanting = Wanting { record, parameters, facts: FactSet::default(), items: Vec::new() };
    wanting.rule(rule);
    let mut missing = Vec::new();
    for (fact, field) in (0..).zip(subject.fields()) {
        if wanting.facts.has(fact) {
            missing.push(Missing { fact, key: field.key(), item: None });
        }
        for &(of, item) in wanting.items.iter().filter(|(of, _)| *of == fact) {
            missing.push(Missing { fact: of, key: field.key(), item: Some(item) });
        }
    }
    missing
}

/// Collects what undetermined tests lack.
struct Wanting<'a> {
    record: &'a Record,
    parameters: &'a Parameters,
    facts: FactSet,
    items: Vec<(Place, usize)>,
}

impl Wanting<'_> {
    fn rule(&mut self, rule: &Rule) {
        if let Some(applies) = &rule.applies {
            self.test(applies);
        }
        self.test(&rule.holds);
    }

    fn test(&mut self, it: &Test) {
        if test(it, self.record, self.parameters) != Verdict::Undetermined {
            return;
        }
        match *it {
            Test::All(tests) | Test::Any(tests) => {
                for test in tests {
                    self.test(test);
                }
            }
            Test::Not(test) => self.test(test),
            Test::Grace { test, since, .. } => {
                self.test(test);
                self.fact(since);
            }
            Test::OnceSet { bounds, test } => {
                if bounds.iter().any(|&bound| self.parameters.at(bound).is_some()) {
                    self.test(test);
                }
            }
            Test::Breached(rule) => self.rule(rule),
            Test::LargeOrMedium { declared, industry, indicators } => {
                self.fact(declared);
                self.fact(industry);
                if let Some(place) = self.record.number(industry) {
                    let given = indicators.map(|indicator| self.record.number(indicator));
                    for (indicator, wanting) in indicators.iter().zip(size::wanting(place, given)) {
                        if wanting {
                            self.facts.add(*indicator);
                        }
                    }
                }
            }
            Test::Inducted { periods, as_of, hired_on, years, .. } => {
                self.list(periods);
                self.fact(hired_on);
                self.flags(periods, as_of, hired_on, years);
            }
            Test::Published { reports, base_date, .. } => {
                self.list(reports);
                if self.record.intervals(reports).is_some() {
                    self.fact(base_date);
                }
            }
            Test::Practised { periods, .. } => self.list(periods),
            _ => {
                let mut facts = FactSet::default();
                it.read(&mut facts);
                for fact in facts.places() {
                    self.fact(fact);
                }
            }
        }
    }

    fn fact(&mut self, fact: Place) {
        if self.record.number(fact).is_none() {
            self.facts.add(fact);
        }
    }

    fn list(&mut self, list: Place) {
        if self.record.intervals(list).is_none() {
            self.facts.add(list);
        }
    }

    /// The flags of those periods that reach into the days that count.
    fn flags(&mut self, periods: Place, as_of: Place, hired_on: Place, years: Place) {
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
        for (item, it) in intervals.iter().enumerate() {
            let counts = it.start <= last && first <= it.end.unwrap_or(last);
            if it.in_enterprise.is_none() && counts {
                self.items.push((periods, item));
            }
        }
    }
}
