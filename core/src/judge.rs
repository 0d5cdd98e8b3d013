//! Judging: the one evaluator, generic over what carries the facts.
//!
//! A single record is one carrier; a block of columns is another. Both are given the same small
//! functions from known or unknown numbers to a verdict, so there is no second meaning of any rule.

use crate::parameters::Parameters;
use crate::quantity::span::{self, Interval};
use crate::quantity::{date::add_months, share_kept, share_reached};
use crate::record::Record;
use crate::reference::size;
use crate::rule::{Rule, Sense, Test, Verdict};

/// What carries the facts of one or of many records.
pub(crate) trait Carrier {
    /// One verdict for each record carried.
    type Verdicts;

    /// Decides on some numbers.
    fn numbers<const N: usize>(
        &self,
        facts: [usize; N],
        decide: impl Fn([Option<i64>; N]) -> Verdict,
    ) -> Self::Verdicts;

    /// Decides on a list of intervals and some numbers.
    fn intervals<const N: usize>(
        &self,
        list: usize,
        facts: [usize; N],
        decide: impl Fn(Option<&[Interval]>, [Option<i64>; N]) -> Verdict,
    ) -> Self::Verdicts;

    /// Joins two verdicts.
    fn join(
        &self,
        one: Self::Verdicts,
        other: Self::Verdicts,
        join: impl Fn(Verdict, Verdict) -> Verdict,
    ) -> Self::Verdicts;
}

impl Carrier for Record {
    type Verdicts = Verdict;

    fn numbers<const N: usize>(
        &self,
        facts: [usize; N],
        decide: impl Fn([Option<i64>; N]) -> Verdict,
    ) -> Verdict {
        decide(facts.map(|fact| self.number(fact)))
    }

    fn intervals<const N: usize>(
        &self,
        list: usize,
        facts: [usize; N],
        decide: impl Fn(Option<&[Interval]>, [Option<i64>; N]) -> Verdict,
    ) -> Verdict {
        decide(self.intervals(list), facts.map(|fact| self.number(fact)))
    }

    fn join(
        &self,
        one: Verdict,
        other: Verdict,
        join: impl Fn(Verdict, Verdict) -> Verdict,
    ) -> Verdict {
        join(one, other)
    }
}

/// Judges by one rule.
pub(crate) fn judge<C: Carrier>(rule: &Rule, it: &C, parameters: &Parameters) -> C::Verdicts {
    let holds = test(&rule.holds, it, parameters);
    match &rule.applies {
        None => holds,
        Some(applies) => it.join(test(applies, it, parameters), holds, Verdict::then),
    }
}

/// Tests one condition.
pub(crate) fn test<C: Carrier>(test: &Test, it: &C, parameters: &Parameters) -> C::Verdicts {
    let number = |parameter| parameters.at(parameter);
    match *test {
        Test::Flag(fact) => it.numbers([fact], |[flag]| known(flag, |flag| flag != 0)),
        Test::Choice { fact, named, open } => {
            it.numbers([fact], |[choice]| choose(choice, named, open))
        }
        Test::Amount { fact, bound } => {
            let bound = number(bound);
            it.numbers([fact], |[amount]| both(bound, amount, |bound, amount| bound <= amount))
        }
        Test::Number { fact, sense, bound } => it.numbers([fact], |[amount]| {
            known(amount, |amount| match sense {
                Sense::AtLeast => bound <= amount,
                Sense::AtMost => amount <= bound,
            })
        }),
        Test::Share { part, whole, sense, bound } => {
            let share = number(bound);
            it.numbers([part, whole], |[part, whole]| match sense {
                Sense::AtLeast => at_least(part, whole, share),
                Sense::AtMost => at_most(part, whole, share),
            })
        }
        Test::ShareByCategory { part, whole, category, bounds } => {
            let [first, second] = bounds.map(number);
            it.numbers([part, whole, category], |[part, whole, category]| {
                let by = |share| at_least(part, whole, share);
                match category {
                    Some(0) => by(first),
                    Some(_) => by(second),
                    None => either_way(by(first), by(second)),
                }
            })
        }
        Test::Whole { part, whole } => {
            it.numbers([part, whole], |[part, whole]| both(whole, part, |whole, part| whole <= part))
        }
        Test::InOrder { first, second } => it.numbers([first, second], |[first, second]| {
            both(first, second, |first, second| first <= second)
        }),
        Test::Since { fact, bound } => {
            let bound = number(bound);
            it.numbers([fact], |[day]| both(bound, day, |bound, day| bound <= day))
        }
        Test::LargeOrMedium { declared, industry, indicators: [persons, revenue, assets] } => it
            .numbers([declared, industry, persons, revenue, assets], |[class, industry, x, y, z]| {
                size::large_or_medium(class, industry, [x, y, z])
            }),
        Test::Spans { start, end, months } => {
            let months = number(months);
            it.numbers([start, end], |[start, end]| match (start, end, months) {
                (Some(start), Some(end), Some(months)) => {
                    Verdict::of(span::spans(start, end, months))
                }
                _ => Verdict::Undetermined,
            })
        }
        Test::Practised { periods, as_of, years, months } => {
            let (years, months) = (number(years), number(months));
            it.intervals(periods, [as_of], |periods, [as_of]| {
                match (window(periods, as_of, years), months) {
                    (Some(blocks), Some(months)) => Verdict::of(span::reach(&blocks, months)),
                    _ => Verdict::Undetermined,
                }
            })
        }
        Test::Inducted { periods, as_of, hired_on, years, months } => {
            let (years, months) = (number(years), number(months));
            it.intervals(periods, [as_of, hired_on], |periods, [as_of, hired_on]| {
                match (periods, as_of, hired_on, years, months) {
                    (Some(periods), Some(as_of), Some(hired_on), Some(years), Some(months)) => {
                        inducted(periods, as_of, hired_on, years, months)
                    }
                    _ => Verdict::Undetermined,
                }
            })
        }
        Test::Published { reports, as_of, base_date, years } => {
            let years = number(years);
            it.intervals(reports, [as_of, base_date], |reports, [as_of, base]| {
                match (reports, as_of, years) {
                    (Some(reports), Some(as_of), Some(years)) => {
                        published(reports, as_of, base, years)
                    }
                    _ => Verdict::Undetermined,
                }
            })
        }
        Test::Grace { test: inner, since, as_of, years } => {
            let years = number(years);
            let grace = it.numbers([since, as_of], |[since, as_of]| {
                match (since, as_of, years) {
                    (Some(since), Some(as_of), Some(years)) => {
                        Verdict::of(add_months(as_of, -12 * years) < since)
                    }
                    _ => Verdict::Undetermined,
                }
            });
            it.join(self::test(inner, it, parameters), grace, |verdict, grace| {
                match (verdict, grace) {
                    (Verdict::Unmet, Verdict::Met) => Verdict::Pending,
                    (Verdict::Unmet, Verdict::Undetermined) => Verdict::Undetermined,
                    (verdict, _) => verdict,
                }
            })
        }
        Test::OnceSet { bounds, test: inner } => {
            if bounds.iter().all(|&bound| number(bound).is_none()) {
                it.numbers([], |[]| Verdict::Undetermined)
            } else {
                self::test(inner, it, parameters)
            }
        }
        Test::Breached(rule) => {
            let verdict = judge(rule, it, parameters);
            let none = it.numbers([], |[]| Verdict::Met);
            it.join(verdict, none, |verdict, _| match verdict {
                Verdict::Unmet => Verdict::Met,
                Verdict::Undetermined => Verdict::Undetermined,
                _ => Verdict::Unmet,
            })
        }
        Test::All(tests) => fold(tests, it, parameters, Verdict::NotApplicable, Verdict::and),
        Test::Any(tests) => fold(tests, it, parameters, Verdict::NotApplicable, Verdict::or),
        Test::Not(inner) => {
            let none = it.numbers([], |[]| Verdict::Met);
            it.join(self::test(inner, it, parameters), none, |verdict, _| verdict.not())
        }
    }
}

fn fold<C: Carrier>(
    tests: &[Test],
    it: &C,
    parameters: &Parameters,
    empty: Verdict,
    join: fn(Verdict, Verdict) -> Verdict,
) -> C::Verdicts {
    let none = it.numbers([], |[]| empty);
    tests.iter().fold(none, |all, one| it.join(all, test(one, it, parameters), join))
}

fn known(fact: Option<i64>, holds: impl Fn(i64) -> bool) -> Verdict {
    fact.map_or(Verdict::Undetermined, |fact| Verdict::of(holds(fact)))
}

fn both(one: Option<i64>, other: Option<i64>, holds: impl Fn(i64, i64) -> bool) -> Verdict {
    match (one, other) {
        (Some(one), Some(other)) => Verdict::of(holds(one, other)),
        _ => Verdict::Undetermined,
    }
}

fn choose(choice: Option<i64>, named: u32, open: u32) -> Verdict {
    match choice {
        Some(choice) if open >> choice & 1 == 1 => Verdict::Undetermined,
        choice => known(choice, |choice| named >> choice & 1 == 1),
    }
}

/// An unset share asks for nothing.
fn at_least(part: Option<i64>, whole: Option<i64>, share: Option<i64>) -> Verdict {
    match (part, whole, share) {
        (_, _, None) | (_, Some(0), _) => Verdict::NotApplicable,
        (Some(part), Some(whole), Some(share)) => Verdict::of(share_reached(part, whole, share)),
        _ => Verdict::Undetermined,
    }
}

fn at_most(part: Option<i64>, whole: Option<i64>, share: Option<i64>) -> Verdict {
    match (part, whole, share) {
        (_, _, None) | (Some(0), Some(0), _) => Verdict::NotApplicable,
        (Some(part), Some(whole), Some(share)) => Verdict::of(share_kept(part, whole, share)),
        _ => Verdict::Undetermined,
    }
}

/// The verdict that two readings share; undetermined where they part.
fn either_way(one: Verdict, other: Verdict) -> Verdict {
    if one == other { one } else { Verdict::Undetermined }
}

/// The blocks of practice inside the window of `years` that ends with `as_of`.
pub(crate) fn window(
    periods: Option<&[Interval]>,
    as_of: Option<i64>,
    years: Option<i64>,
) -> Option<Vec<(i64, i64)>> {
    let (periods, as_of, years) = (periods?, as_of?, years?);
    Some(span::blocks(periods.iter().copied(), add_months(as_of, -12 * years) + 1, as_of))
}

/// The days in which practice of a new teacher counts: from hiring to the deadline, or to now.
pub(crate) fn induction_days(as_of: i64, hired_on: i64, years: i64) -> (i64, i64) {
    (hired_on, add_months(hired_on, 12 * years).min(as_of))
}

fn inducted(periods: &[Interval], as_of: i64, hired_on: i64, years: i64, months: i64) -> Verdict {
    let (first, last) = induction_days(as_of, hired_on, years);
    let counting = |count: fn(&Interval) -> bool| {
        span::one_spans(&span::blocks(periods.iter().copied().filter(count), first, last), months)
    };
    if counting(|it| it.in_enterprise == Some(true)) {
        Verdict::Met
    } else if counting(|it| it.in_enterprise != Some(false)) {
        Verdict::Undetermined
    } else if as_of <= add_months(hired_on, 12 * years) {
        Verdict::Pending
    } else {
        Verdict::Unmet
    }
}

/// The reports that count, in order: none later than `as_of`, none before the duty began.
pub(crate) fn counted(reports: &[Interval], as_of: i64, base: Option<i64>) -> Vec<i64> {
    let from = base.unwrap_or(i64::MIN);
    let mut days: Vec<i64> =
        reports.iter().map(|it| it.start).filter(|day| (from..=as_of).contains(day)).collect();
    days.sort_unstable();
    days
}

fn published(reports: &[Interval], as_of: i64, base: Option<i64>, years: i64) -> Verdict {
    let days = counted(reports, as_of, base);
    let Some(&first) = base.as_ref().or(days.first()) else { return Verdict::Undetermined };
    let in_time = |from, to| to <= add_months(from, 12 * years);
    if days.is_empty() {
        return if in_time(first, as_of) { Verdict::Pending } else { Verdict::Unmet };
    }
    let mut last = first;
    for day in days.into_iter().chain([as_of]) {
        if !in_time(last, day) {
            return Verdict::Unmet;
        }
        last = day;
    }
    Verdict::Met
}
