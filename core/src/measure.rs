//! Measuring: the figures behind a verdict, and the facts that it still needs. Both walk the same
//! test that was judged, and judge its parts by the same evaluator.

use core::hint::select_unpredictable;

use crate::facts::Index;
use crate::field::{Field, Unit};
use crate::judge::{Amounts, Rows, counted, induction_days, test, window};
use crate::parameters::{Parameters, Source, Status, source};
#[cfg(feature = "arrow")]
use crate::quantity::Fraction;
use crate::quantity::date::add_months;
use crate::quantity::span::{DAYS_A_MONTH, Interval, blocks, covered, days_spanning, spans};
use crate::quantity::{MILLION, decimal, greatest_part, least_part, push_index};
use crate::record::Record;
use crate::reference::size;
use crate::rule::{Condition, FactSet, Rule, Sense, Verdict};
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
    /// Returns the JSON Pointer of the fact.
    #[must_use]
    pub fn pointer(&self) -> String {
        let mut pointer = ["/", self.key].concat();
        if let Some(item) = self.item {
            pointer.push('/');
            push_index(&mut pointer, item);
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

pub(crate) fn bounds(
    rule: &'static Rule,
    verdict: Verdict,
    record: &Record,
    parameters: &Parameters,
    subject: &'static Subject,
) -> Vec<Measurement> {
    let mut bounds = Vec::new();
    rule.holds.limbs(&mut |limb| {
        let own = test(limb, record, parameters);
        let verdict = limb_verdict(rule, parameters)(own, verdict);
        let Some((_, field)) = measured_fact(limb, subject) else {
            return;
        };
        let amounts = amounts(limb, record, &verdict, parameters);
        let gap = gap(verdict, amounts);
        let required = amounts.required.filter(|_| verdict != Verdict::NotApplicable);
        let (standard, whole) = proportion(limb, verdict, record, parameters);
        let share = amounts.measured.zip(whole).zip(standard);
        let days = is_of_days(limb);
        let decimals = if days { 0 } else { field.kind.decimals() };
        let text = |number| {
            let mut text = String::new();
            decimal::push_scaled(&mut text, number, decimals);
            text
        };
        bounds.push(Measurement {
            fact: field.key(),
            measured: amounts.measured.map(text),
            required: required.map(text),
            gap: gap.map(text),
            at_most: at_most(limb),
            unit: if days { Unit::Day } else { field.unit.unwrap_or(Unit::Person) },
            verdict,
            share: share.map(|((part, whole), bound)| Proportion { part, whole, bound }),
            basis: basis(limb, parameters),
            whole: self::whole(limb, subject),
            standard: standard.or(matches!(limb, Condition::Whole { .. }).then_some(MILLION)),
            years: terms(limb).0.and_then(|years| parameters.at(years)),
            months: terms(limb).1.and_then(|months| parameters.at(months)),
        });
    });
    bounds
}

/// A limb has its own verdict, but for what only the whole rule can tell: that it does not apply,
/// that its period still runs, that no parameter is set. Takes first its own, then the rule's.
pub(crate) fn limb_verdict(
    rule: &Rule,
    parameters: &Parameters,
) -> impl Fn(Verdict, Verdict) -> Verdict + Copy + use<> {
    let has_grace = matches!(rule.holds, Condition::Grace { .. });
    let is_unset = matches!(&rule.holds, Condition::OnceSet { bounds, .. }
        if bounds.iter().all(|&it| parameters.at(it).is_none()));
    #[cfg_attr(target_family = "wasm", inline(never))]
    move |own, verdict| {
        let has_time = matches!(verdict, Verdict::Pending | Verdict::Undetermined);
        let of_the_rule = verdict == Verdict::NotApplicable
            || has_grace && own == Verdict::Unmet && has_time
            || is_unset && own == Verdict::NotApplicable;
        select_unpredictable(of_the_rule, verdict, own)
    }
}

/// What an unmet limb is short of, or in excess of.
pub(crate) fn gap(verdict: Verdict, amounts: Amounts) -> Option<i64> {
    match (verdict, amounts.measured, amounts.required) {
        // Neither is far enough from zero for the difference to overflow.
        (Verdict::Unmet, Some(measured), Some(required)) => {
            Some(measured.wrapping_sub(required).wrapping_abs())
        }
        _ => None,
    }
}

/// The field of the whole that a limb measures a part of.
fn whole(limb: &Condition, subject: &'static Subject) -> Option<&'static str> {
    match *limb {
        Condition::Share { whole, .. }
        | Condition::ShareByCategory { whole, .. }
        | Condition::Whole { whole, .. } => {
            subject.fields().get(usize::from(whole)).map(Field::key)
        }
        _ => None,
    }
}

/// The parameters that set a limb's years and months.
fn terms(limb: &Condition) -> (Option<Index>, Option<Index>) {
    match *limb {
        Condition::Spans { months, .. } => (None, Some(months)),
        Condition::Practised { years, months, .. } | Condition::Inducted { years, months, .. } => {
            (Some(years), Some(months))
        }
        Condition::Published { years, .. } => (Some(years), None),
        _ => (None, None),
    }
}

/// Whose number the limb compares with.
fn basis(limb: &Condition, parameters: &Parameters) -> Basis {
    let bounds = match *limb {
        Condition::Amount { bound, .. } | Condition::Share { bound, .. } => [bound, bound],
        Condition::ShareByCategory { bounds, .. } => bounds,
        Condition::Spans { months, .. } => [months, months],
        Condition::Practised { years, months, .. } | Condition::Inducted { years, months, .. } => {
            [years, months]
        }
        Condition::Published { years, .. } => [years, years],
        _ => return Basis::Policy,
    };
    if bounds.iter().any(|&bound| parameters.is_given(bound)) {
        return Basis::Given;
    }
    let outside = |bound: &Index| source(*bound).filter(|it| it.status != Status::Policy);
    bounds.iter().find_map(outside).map_or(Basis::Policy, Basis::Outside)
}

pub(crate) fn measured_fact(
    limb: &Condition,
    subject: &'static Subject,
) -> Option<(Index, &'static Field)> {
    let fact = match *limb {
        Condition::Amount { fact, .. } | Condition::Number { fact, .. } => fact,
        Condition::Share { part, .. }
        | Condition::ShareByCategory { part, .. }
        | Condition::Whole { part, .. } => part,
        Condition::Spans { end, .. } => end,
        Condition::Practised { periods, .. } | Condition::Inducted { periods, .. } => periods,
        Condition::Published { reports, .. } => reports,
        _ => return None,
    };
    Some((fact, subject.fields().get(usize::from(fact))?))
}

/// Whether the bound is a greatest one.
fn at_most(limb: &Condition) -> bool {
    match limb {
        Condition::Number { sense, .. } | Condition::Share { sense, .. } => *sense == Sense::AtMost,
        Condition::Published { .. } => true,
        _ => false,
    }
}

/// Whether a limb measures days.
pub(crate) fn is_of_days(limb: &Condition) -> bool {
    matches!(
        limb,
        Condition::Spans { .. }
            | Condition::Practised { .. }
            | Condition::Inducted { .. }
            | Condition::Published { .. }
    )
}

/// The share that is to be reached or kept, and the whole that it is a share of.
fn proportion(
    limb: &Condition,
    verdict: Verdict,
    record: &Record,
    parameters: &Parameters,
) -> (Option<i64>, Option<i64>) {
    match *limb {
        Condition::Share { whole, bound, .. } => (parameters.at(bound), record.number(whole)),
        Condition::ShareByCategory { whole, category, bounds, .. } => {
            let bounds = bounds.map(|bound| parameters.at(bound));
            (due(verdict, record.number(category), bounds), record.number(whole))
        }
        _ => (None, None),
    }
}

/// Of two things by category, the one that is due. What is unmet misses both, so it is the first.
fn due(verdict: Verdict, category: Option<i64>, [first, second]: [Option<i64>; 2]) -> Option<i64> {
    match (category, verdict) {
        (Some(0), _) | (None, Verdict::Unmet) => first,
        (Some(_), _) => second,
        (None, _) => None,
    }
}

/// What a limb measures, and the least (at most: the greatest) that meets its bound. What was
/// missed for good requires nothing any more.
pub(crate) fn amounts<C: Rows>(
    limb: &Condition,
    it: &C,
    verdicts: &C::Verdicts,
    parameters: &Parameters,
) -> C::Amounts {
    let number = |parameter| parameters.at(parameter);
    match *limb {
        Condition::Amount { fact, bound } => {
            let required = number(bound);
            it.amounts([fact], verdicts, move |_, [measured]| Amounts { measured, required })
        }
        Condition::Number { fact, bound, .. } => {
            let required = Some(bound.into());
            it.amounts([fact], verdicts, move |_, [measured]| Amounts { measured, required })
        }
        Condition::Share { part, whole, sense, bound } => {
            let share = number(bound);
            #[cfg(feature = "arrow")]
            if C::MANY
                && let Some(fraction) = share.and_then(Fraction::of)
            {
                return it.amounts([part, whole], verdicts, move |_, [measured, whole]| Amounts {
                    measured,
                    required: whole.map(|whole| match sense {
                        Sense::AtLeast => fraction.least_part(whole),
                        Sense::AtMost => fraction.greatest_part(whole),
                    }),
                });
            }
            let limit = if sense == Sense::AtMost { greatest_part } else { least_part };
            it.amounts([part, whole], verdicts, move |_, [measured, whole]| Amounts {
                measured,
                required: whole.zip(share).map(|(whole, share)| limit(whole, share)),
            })
        }
        Condition::ShareByCategory { part, whole, category, bounds } => {
            let bounds = bounds.map(number);
            // Where nobody's category is known, what is unmet misses the first.
            #[cfg(feature = "arrow")]
            if C::MANY
                && !it.has(category)
                && let Some(first) = bounds[0].and_then(Fraction::of)
            {
                return it.amounts([part, whole], verdicts, move |_, [measured, whole]| Amounts {
                    measured,
                    required: whole.map(|whole| first.least_part(whole)),
                });
            }
            #[cfg(feature = "arrow")]
            if C::MANY
                && let [Some(first), Some(second)] = bounds.map(|it| it.and_then(Fraction::of))
            {
                let facts = [part, whole, category];
                return it.amounts(facts, verdicts, move |verdict, [measured, whole, category]| {
                    let shares = whole.map(|it| (first.least_part(it), second.least_part(it)));
                    let required = shares.and_then(|(first, second)| {
                        due(verdict, category, [Some(first), Some(second)])
                    });
                    Amounts { measured, required }
                });
            }
            it.amounts(
                [part, whole, category],
                verdicts,
                move |verdict, [measured, whole, category]| {
                    let share = due(verdict, category, bounds);
                    let required = whole.zip(share).map(|(whole, share)| least_part(whole, share));
                    Amounts { measured, required }
                },
            )
        }
        Condition::Whole { part, whole } => {
            it.amounts([part, whole], verdicts, move |_, [measured, required]| Amounts {
                measured,
                required,
            })
        }
        _ => amounts_of_days(limb, it, verdicts, parameters),
    }
}

/// The same in days.
fn amounts_of_days<C: Rows>(
    limb: &Condition,
    it: &C,
    verdicts: &C::Verdicts,
    parameters: &Parameters,
) -> C::Amounts {
    let number = |parameter| parameters.at(parameter);
    match *limb {
        Condition::Spans { start, end, months } => {
            let months = number(months);
            it.amounts([start, end], verdicts, |_, [start, end]| Amounts {
                measured: start.zip(end).map(|(start, end)| end - start + 1),
                required: start.zip(months).map(|(start, months)| days_spanning(start, months)),
            })
        }
        Condition::Practised { periods, as_of, years, months } => {
            let years = number(years);
            let required = number(months).map(|months| months * DAYS_A_MONTH);
            it.amounts_of_list(periods, [as_of], verdicts, |_, periods, [as_of]| Amounts {
                measured: window(periods, as_of, years).map(|blocks| covered(&blocks)),
                required,
            })
        }
        Condition::Inducted { periods, as_of, hired_on, years, months } => {
            let (years, months) = (number(years), number(months));
            it.amounts_of_list(
                periods,
                [as_of, hired_on],
                verdicts,
                |verdict, periods, [as_of, hired_on]| {
                    let days = as_of.zip(hired_on).zip(years);
                    let days = days
                        .map(|((as_of, hired_on), years)| induction_days(as_of, hired_on, years));
                    let Some(((first, last), periods)) = days.zip(periods) else {
                        return Amounts::default();
                    };
                    let sure = |it: &Interval| it.in_enterprise == Some(true);
                    let block = longest(&blocks(periods, &sure, first, last), months);
                    let required = block.zip(months).filter(|_| verdict != Verdict::Unmet);
                    Amounts {
                        measured: Some(block.map_or(0, |(start, end)| end - start + 1)),
                        required: required.map(|((start, _), it)| days_spanning(start, it)),
                    }
                },
            )
        }
        Condition::Published { reports, as_of, base_date, years } => {
            let years = number(years);
            it.amounts_of_list(
                reports,
                [as_of, base_date],
                verdicts,
                |verdict, reports, [as_of, base]| {
                    let days = reports.zip(as_of).map(|(it, as_of)| counted(it, as_of, base));
                    let last = days.and_then(|days| days.last().map(|day| day.0).or(base));
                    let required = last.zip(years).filter(|_| verdict != Verdict::Unmet);
                    Amounts {
                        measured: as_of.zip(last).map(|(as_of, last)| as_of - last),
                        required: required.map(|(last, years)| days_spanning(last, 12 * years)),
                    }
                },
            )
        }
        // No other limb is measured.
        _ => it.amounts([], verdicts, |_, []| Amounts::default()),
    }
}

/// The longest block, of those that span the months if any does; of several, the first. A summer
/// block may be longer than one in winter that spans the months, and yet not span them itself.
fn longest(blocks: &[(i64, i64)], months: Option<i64>) -> Option<(i64, i64)> {
    // One that spans the months outweighs any number of days.
    let weight = |start, end| match months {
        Some(months) if spans(start, end, months) => end - start + (1 << 40),
        _ => end - start,
    };
    let mut longest: Option<(i64, i64)> = None;
    for &(start, end) in blocks {
        if longest.is_none_or(|(first, last)| weight(first, last) < weight(start, end)) {
            longest = Some((start, end));
        }
    }
    longest
}

/// The last day of the period that still runs.
pub(crate) fn until(holds: &Condition, record: &Record, parameters: &Parameters) -> Option<i64> {
    let (from, years) = match *holds {
        Condition::Grace { since, years, .. } => (record.number(since)?, years),
        Condition::Inducted { hired_on, years, .. } => (record.number(hired_on)?, years),
        Condition::Published { base_date, years, .. } => (record.number(base_date)?, years),
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
    items: Vec<(Index, usize)>,
}

impl Wanting<'_> {
    fn rule(&mut self, rule: &Rule) {
        if let Some(applies) = &rule.applies {
            // Where the text is silent on a choice that is known, no fact would settle it.
            if let Condition::Choice { fact, .. } = *applies
                && self.record.number(fact).is_some()
                && test(applies, self.record, self.parameters) == Verdict::Undetermined
            {
                return;
            }
            self.test(applies);
        }
        self.test(&rule.holds);
    }

    fn test(&mut self, it: &Condition) {
        if test(it, self.record, self.parameters) != Verdict::Undetermined {
            return;
        }
        match *it {
            Condition::All(tests) | Condition::Any(tests) => {
                for test in tests {
                    self.test(test);
                }
            }
            Condition::Not(test) => self.test(test),
            Condition::Grace { test, since, .. } => {
                self.test(test);
                self.fact(since);
            }
            Condition::OnceSet { bounds, test } => {
                if bounds.iter().any(|&bound| self.parameters.at(bound).is_some()) {
                    self.test(test);
                }
            }
            Condition::Breached(rule) => self.rule(rule),
            Condition::LargeOrMedium { declared, industry, indicators } => {
                self.fact(declared);
                self.fact(industry);
                if let Some(index) = self.record.number(industry) {
                    let given = indicators.map(|indicator| self.record.number(indicator));
                    for (indicator, wanting) in indicators.iter().zip(size::wanting(index, given)) {
                        if wanting {
                            self.facts.add(*indicator);
                        }
                    }
                }
            }
            Condition::Inducted { periods, as_of, hired_on, years, .. } => {
                self.list(periods);
                self.fact(hired_on);
                self.flags(periods, as_of, hired_on, years);
            }
            Condition::Published { reports, base_date, .. } => {
                self.list(reports);
                if self.record.intervals(reports).is_some() {
                    self.fact(base_date);
                }
            }
            Condition::Practised { periods, .. } => self.list(periods),
            _ => {
                let mut facts = FactSet::default();
                it.read(&mut facts);
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

    fn list(&mut self, list: Index) {
        if self.record.intervals(list).is_none() {
            self.facts.add(list);
        }
    }

    /// The flags of those periods that reach into the days that count.
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
        for (item, it) in intervals.iter().enumerate() {
            let counts = it.start <= last && first <= it.end.unwrap_or(last);
            if it.in_enterprise.is_none() && counts {
                self.items.push((periods, item));
            }
        }
    }
}
