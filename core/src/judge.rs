//! Judging: the one evaluator, generic over what carries the facts.
//!
//! A single record is one carrier; a block of columns is another. Both are given the same small
//! functions from known or unknown numbers to a verdict, so there is no second meaning of any rule.

use core::hint::select_unpredictable;

use crate::facts::Index;
use crate::parameters::Parameters;
#[cfg(feature = "arrow")]
use crate::quantity::Fraction;
use crate::quantity::span::{self, Interval};
use crate::quantity::{date::add_months, share_kept, share_reached};
use crate::record::Record;
use crate::reference::size;
use crate::rule::{Condition, Rule, Sense, Verdict};

/// What carries the facts of one or of many records.
pub(crate) trait Rows {
    /// Whether it carries many records, so that what prepares a test pays.
    #[cfg(feature = "arrow")]
    const MANY: bool;
    /// One verdict for each record carried.
    type Verdicts;
    /// What was measured and what is required, for each record carried.
    type Amounts;

    /// Whether a fact can be known at all, in any of the records.
    #[cfg(feature = "arrow")]
    fn has(&self, fact: Index) -> bool;

    /// Decides on some numbers.
    fn numbers<const N: usize>(
        &self,
        facts: [Index; N],
        decide: impl Fn([Option<i64>; N]) -> Verdict + Copy,
    ) -> Self::Verdicts;

    /// Decides on a list of intervals and some numbers.
    fn intervals<const N: usize>(
        &self,
        list: Index,
        facts: [Index; N],
        decide: impl Fn(Option<&[Interval]>, [Option<i64>; N]) -> Verdict,
    ) -> Self::Verdicts;

    /// Joins two verdicts.
    fn join(
        &self,
        one: Self::Verdicts,
        other: Self::Verdicts,
        join: impl Fn(Verdict, Verdict) -> Verdict + Copy,
    ) -> Self::Verdicts;

    /// Whether every verdict is this one, so that what follows can be left out.
    fn all_are(&self, verdicts: &Self::Verdicts, verdict: Verdict) -> bool;

    /// Measures some numbers that had these verdicts.
    fn amounts<const N: usize>(
        &self,
        facts: [Index; N],
        verdicts: &Self::Verdicts,
        measure: impl Fn(Verdict, [Option<i64>; N]) -> Amounts + Copy,
    ) -> Self::Amounts;

    /// Measures a list of intervals and some numbers that had these verdicts.
    fn amounts_of_list<const N: usize>(
        &self,
        list: Index,
        facts: [Index; N],
        verdicts: &Self::Verdicts,
        measure: impl Fn(Verdict, Option<&[Interval]>, [Option<i64>; N]) -> Amounts,
    ) -> Self::Amounts;
}

/// What was measured and what is required, in the smallest unit.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Amounts {
    pub(crate) measured: Option<i64>,
    pub(crate) required: Option<i64>,
}

impl Rows for Record {
    #[cfg(feature = "arrow")]
    const MANY: bool = false;

    type Verdicts = Verdict;
    type Amounts = Amounts;

    #[cfg(feature = "arrow")]
    fn has(&self, fact: Index) -> bool {
        self.number(fact).is_some()
    }

    fn numbers<const N: usize>(
        &self,
        facts: [Index; N],
        decide: impl Fn([Option<i64>; N]) -> Verdict + Copy,
    ) -> Verdict {
        decide(facts.map(|fact| self.number(fact)))
    }

    fn intervals<const N: usize>(
        &self,
        list: Index,
        facts: [Index; N],
        decide: impl Fn(Option<&[Interval]>, [Option<i64>; N]) -> Verdict,
    ) -> Verdict {
        decide(self.intervals(list), facts.map(|fact| self.number(fact)))
    }

    fn join(
        &self,
        one: Verdict,
        other: Verdict,
        join: impl Fn(Verdict, Verdict) -> Verdict + Copy,
    ) -> Verdict {
        join(one, other)
    }

    fn all_are(&self, verdicts: &Verdict, verdict: Verdict) -> bool {
        *verdicts == verdict
    }

    fn amounts<const N: usize>(
        &self,
        facts: [Index; N],
        verdict: &Verdict,
        measure: impl Fn(Verdict, [Option<i64>; N]) -> Amounts + Copy,
    ) -> Amounts {
        measure(*verdict, facts.map(|fact| self.number(fact)))
    }

    fn amounts_of_list<const N: usize>(
        &self,
        list: Index,
        facts: [Index; N],
        verdict: &Verdict,
        measure: impl Fn(Verdict, Option<&[Interval]>, [Option<i64>; N]) -> Amounts,
    ) -> Amounts {
        measure(*verdict, self.intervals(list), facts.map(|fact| self.number(fact)))
    }
}

/// Judges by one rule.
pub(crate) fn judge<C: Rows>(rule: &Rule, it: &C, parameters: &Parameters) -> C::Verdicts {
    judge_by(rule, it, parameters, || test(&rule.holds, it, parameters))
}

/// Judges by one rule, where somebody else tells whether it holds, if it is asked for.
pub(crate) fn judge_by<C: Rows>(
    rule: &Rule,
    it: &C,
    parameters: &Parameters,
    holds: impl FnOnce() -> C::Verdicts,
) -> C::Verdicts {
    let Some(applies) = &rule.applies else {
        return holds();
    };
    let applies = test(applies, it, parameters);
    if it.all_are(&applies, Verdict::Unmet) {
        return it.numbers([], |[]| Verdict::NotApplicable);
    }
    it.join(applies, holds(), Verdict::then)
}

/// Tests one condition.
pub(crate) fn test<C: Rows>(test: &Condition, it: &C, parameters: &Parameters) -> C::Verdicts {
    match test {
        Condition::All(_)
        | Condition::Any(_)
        | Condition::Not(_)
        | Condition::Breached(_)
        | Condition::OnceSet { .. }
        | Condition::Grace { .. } => joint(test, it, parameters),
        Condition::Practised { .. } | Condition::Inducted { .. } | Condition::Published { .. } => {
            listed(test, it, parameters)
        }
        _ => numbered(test, it, parameters),
    }
}

/// Tests that are made of others. They stay out of line, so that a test of one number is cheap.
#[inline(never)]
fn joint<C: Rows>(test: &Condition, it: &C, parameters: &Parameters) -> C::Verdicts {
    let constant = |verdict| it.numbers([], move |[]| verdict);
    match *test {
        Condition::All(tests) => fold(tests, it, parameters, Verdict::Unmet, Verdict::and),
        Condition::Any(tests) => fold(tests, it, parameters, Verdict::Met, Verdict::or),
        Condition::Not(inner) => {
            let verdicts = self::test(inner, it, parameters);
            it.join(verdicts, constant(Verdict::Met), |verdict, _| verdict.not())
        }
        Condition::Breached(rule) => {
            let verdicts = judge(rule, it, parameters);
            it.join(verdicts, constant(Verdict::Met), |verdict, _| match verdict {
                Verdict::Unmet => Verdict::Met,
                Verdict::Undetermined => Verdict::Undetermined,
                _ => Verdict::Unmet,
            })
        }
        Condition::OnceSet { bounds, test: inner } => {
            if bounds.iter().all(|&bound| parameters.at(bound).is_none()) {
                constant(Verdict::Undetermined)
            } else {
                self::test(inner, it, parameters)
            }
        }
        Condition::Grace { test: inner, since, as_of, years } => {
            let years = parameters.at(years);
            let grace = it.numbers([since, as_of], |[since, as_of]| in_grace(since, as_of, years));
            let verdicts = self::test(inner, it, parameters);
            it.join(verdicts, grace, |verdict, grace| match (verdict, grace) {
                (Verdict::Unmet, Verdict::Met) => Verdict::Pending,
                (Verdict::Unmet, Verdict::Undetermined) => Verdict::Undetermined,
                (verdict, _) => verdict,
            })
        }
        // Every other test stands by itself.
        _ => constant(Verdict::Undetermined),
    }
}

/// Tests that look at lists of days.
#[inline(never)]
fn listed<C: Rows>(test: &Condition, it: &C, parameters: &Parameters) -> C::Verdicts {
    match *test {
        Condition::Practised { periods, as_of, years, months } => {
            let (years, months) = (parameters.at(years), parameters.at(months));
            it.intervals(periods, [as_of], |periods, [as_of]| {
                match (window(periods, as_of, years), months) {
                    (Some(blocks), Some(months)) => Verdict::of(span::reach(&blocks, months)),
                    _ => Verdict::Undetermined,
                }
            })
        }
        Condition::Inducted { periods, as_of, hired_on, years, months } => {
            let (years, months) = (parameters.at(years), parameters.at(months));
            it.intervals(periods, [as_of, hired_on], |periods, [as_of, hired_on]| {
                inducted(periods, as_of, hired_on, years, months).unwrap_or(Verdict::Undetermined)
            })
        }
        Condition::Published { reports, as_of, base_date, years } => {
            let years = parameters.at(years);
            it.intervals(reports, [as_of, base_date], |reports, [as_of, base]| {
                published(reports, as_of, base, years).unwrap_or(Verdict::Undetermined)
            })
        }
        // Every other test looks at numbers.
        _ => it.numbers([], |[]| Verdict::Undetermined),
    }
}

/// Tests that look at single numbers.
fn numbered<C: Rows>(test: &Condition, it: &C, parameters: &Parameters) -> C::Verdicts {
    let number = |parameter| parameters.at(parameter);
    match *test {
        Condition::Flag(fact) => it.numbers([fact], move |[flag]| known(flag, |flag| flag != 0)),
        Condition::Choice { fact, named, open } => {
            it.numbers([fact], move |[choice]| choose(choice, named, open))
        }
        Condition::Amount { fact, bound } | Condition::Since { fact, bound } => {
            let bound = number(bound);
            it.numbers([fact], move |[given]| in_order(bound, given))
        }
        Condition::Number { fact, sense, bound } => {
            it.numbers([fact], move |[amount]| match sense {
                Sense::AtLeast => in_order(Some(bound.into()), amount),
                Sense::AtMost => in_order(amount, Some(bound.into())),
            })
        }
        Condition::Share { part, whole, sense, bound } => {
            // An unset share asks for nothing.
            let Some(share) = number(bound) else {
                return it.numbers([], |[]| Verdict::NotApplicable);
            };
            #[cfg(feature = "arrow")]
            if C::MANY
                && let Some(it_is) = Fraction::of(share)
            {
                return it.numbers([part, whole], move |[part, whole]| match sense {
                    Sense::AtLeast => {
                        at_least(part, whole, |part, whole| it_is.reached(part, whole))
                    }
                    Sense::AtMost => at_most(part, whole, |part, whole| it_is.kept(part, whole)),
                });
            }
            it.numbers([part, whole], move |[part, whole]| match sense {
                Sense::AtLeast => {
                    at_least(part, whole, |part, whole| share_reached(part, whole, share))
                }
                Sense::AtMost => at_most(part, whole, |part, whole| share_kept(part, whole, share)),
            })
        }
        Condition::ShareByCategory { part, whole, category, bounds } => {
            let [Some(first), Some(second)] = bounds.map(number) else {
                return it.numbers([], |[]| Verdict::NotApplicable);
            };
            #[cfg(feature = "arrow")]
            if C::MANY
                && let [Some(first), Some(second)] = [first, second].map(Fraction::of)
            {
                return it.numbers([part, whole, category], move |[part, whole, category]| {
                    by_category(
                        category,
                        at_least(part, whole, |part, whole| first.reached(part, whole)),
                        at_least(part, whole, |part, whole| second.reached(part, whole)),
                    )
                });
            }
            it.numbers([part, whole, category], move |[part, whole, category]| {
                let [first, second] = [first, second].map(|share| {
                    at_least(part, whole, |part, whole| share_reached(part, whole, share))
                });
                by_category(category, first, second)
            })
        }
        Condition::Whole { part, whole } => {
            it.numbers([part, whole], move |[part, whole]| in_order(whole, part))
        }
        Condition::InOrder { first, second } => {
            it.numbers([first, second], move |[first, second]| in_order(first, second))
        }
        #[cfg(feature = "arrow")]
        Condition::LargeOrMedium { declared, industry, .. } if C::MANY && !it.has(industry) => {
            it.numbers([declared], move |[class]| size::large_or_medium(class, None, [None; 3]))
        }
        Condition::LargeOrMedium { declared, industry, indicators: [persons, revenue, assets] } => {
            it.numbers(
                [declared, industry, persons, revenue, assets],
                move |[class, industry, x, y, z]| size::large_or_medium(class, industry, [x, y, z]),
            )
        }
        Condition::Spans { start, end, months } => {
            let months = number(months);
            it.numbers([start, end], move |[start, end]| match (start, end, months) {
                (Some(start), Some(end), Some(months)) => {
                    Verdict::of(span::spans(start, end, months))
                }
                _ => Verdict::Undetermined,
            })
        }
        // Every other test is made of these, or looks at lists.
        _ => it.numbers([], |[]| Verdict::Undetermined),
    }
}

/// Joins tests one by one, until every verdict is the one that settles them.
fn fold<C: Rows>(
    tests: &[Condition],
    it: &C,
    parameters: &Parameters,
    settled: Verdict,
    join: impl Fn(Verdict, Verdict) -> Verdict + Copy,
) -> C::Verdicts {
    // What does not apply joins with anything as if it was not there.
    let Some((first, others)) = tests.split_first() else {
        return it.numbers([], |[]| Verdict::NotApplicable);
    };
    let mut verdicts = test(first, it, parameters);
    for one in others {
        if it.all_are(&verdicts, settled) {
            break;
        }
        verdicts = it.join(verdicts, test(one, it, parameters), join);
    }
    verdicts
}

fn known(fact: Option<i64>, holds: impl Fn(i64) -> bool) -> Verdict {
    fact.map_or(Verdict::Undetermined, |fact| Verdict::of(holds(fact)))
}

/// The first is not more than the second: how every bound is compared, the bound included.
fn in_order(first: Option<i64>, second: Option<i64>) -> Verdict {
    match (first, second) {
        (Some(first), Some(second)) => Verdict::of(first <= second),
        _ => Verdict::Undetermined,
    }
}

/// Whether so few years have passed since the day that what is not met still has time.
fn in_grace(since: Option<i64>, as_of: Option<i64>, years: Option<i64>) -> Verdict {
    match (since, as_of, years) {
        (Some(since), Some(as_of), Some(years)) => {
            Verdict::of(add_months(as_of, -12 * years) < since)
        }
        _ => Verdict::Undetermined,
    }
}

fn choose(choice: Option<i64>, named: u32, open: u32) -> Verdict {
    match choice {
        Some(choice) if open >> choice & 1 == 1 => Verdict::Undetermined,
        choice => known(choice, |choice| named >> choice & 1 == 1),
    }
}

/// A share of nothing asks for nothing.
fn at_least(part: Option<i64>, whole: Option<i64>, reached: impl Fn(i64, i64) -> bool) -> Verdict {
    match (part, whole) {
        (Some(part), Some(whole)) => {
            // Without a branch, so that it is decided for several rows at once.
            let verdict = Verdict::of(reached(part, whole));
            select_unpredictable(whole == 0, Verdict::NotApplicable, verdict)
        }
        (None, Some(0)) => Verdict::NotApplicable,
        _ => Verdict::Undetermined,
    }
}

fn at_most(part: Option<i64>, whole: Option<i64>, kept: impl Fn(i64, i64) -> bool) -> Verdict {
    match (part, whole) {
        (Some(0), Some(0)) => Verdict::NotApplicable,
        (Some(part), Some(whole)) => Verdict::of(kept(part, whole)),
        _ => Verdict::Undetermined,
    }
}

/// By the first of two words of a category or by the second.
fn by_category(category: Option<i64>, first: Verdict, second: Verdict) -> Verdict {
    match category {
        Some(category) => select_unpredictable(category == 0, first, second),
        None => either_way(first, second),
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
    Some(span::blocks(periods, &|_| true, add_months(as_of, -12 * years) + 1, as_of))
}

/// The days in which practice of a new teacher counts: from hiring to the deadline, or to now.
pub(crate) fn induction_days(as_of: i64, hired_on: i64, years: i64) -> (i64, i64) {
    (hired_on, add_months(hired_on, 12 * years).min(as_of))
}

fn inducted(
    periods: Option<&[Interval]>,
    as_of: Option<i64>,
    hired_on: Option<i64>,
    years: Option<i64>,
    months: Option<i64>,
) -> Option<Verdict> {
    let (periods, as_of, hired_on, years, months) = (periods?, as_of?, hired_on?, years?, months?);
    let (first, last) = induction_days(as_of, hired_on, years);
    let counting = |counts: fn(&Interval) -> bool| {
        span::one_spans(&span::blocks(periods, &counts, first, last), months)
    };
    Some(if counting(|it| it.in_enterprise == Some(true)) {
        Verdict::Met
    } else if counting(|it| it.in_enterprise != Some(false)) {
        Verdict::Undetermined
    } else if as_of <= add_months(hired_on, 12 * years) {
        Verdict::Pending
    } else {
        Verdict::Unmet
    })
}

/// The days of the reports that count, in order: none later than `as_of`, none before the duty
/// began.
pub(crate) fn counted(reports: &[Interval], as_of: i64, base: Option<i64>) -> Vec<(i64, i64)> {
    let from = base.unwrap_or(i64::MIN);
    span::days_within(reports, &|it| (from..=as_of).contains(&it.start), from, as_of)
}

fn published(
    reports: Option<&[Interval]>,
    as_of: Option<i64>,
    base: Option<i64>,
    years: Option<i64>,
) -> Option<Verdict> {
    let (reports, as_of, years) = (reports?, as_of?, years?);
    let days = counted(reports, as_of, base);
    let mut last = base.or(days.first().map(|day| day.0))?;
    let in_time = |from, to| to <= add_months(from, 12 * years);
    if days.is_empty() {
        return Some(if in_time(last, as_of) { Verdict::Pending } else { Verdict::Unmet });
    }
    for (day, _) in days.into_iter().chain([(as_of, as_of)]) {
        if !in_time(last, day) {
            return Some(Verdict::Unmet);
        }
        last = day;
    }
    Some(Verdict::Met)
}
