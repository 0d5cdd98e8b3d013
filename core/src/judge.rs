//! The evaluator of conditions, generic over [`Rows`].
//!
//! A single record implements [`Rows`], and so does a block of columns. Both call the same decision
//! functions, which map known or unknown numbers to a verdict, so a rule has one meaning.

mod lists;
mod rows;
pub(crate) mod time;

use core::hint::select_unpredictable;

use crate::index::Index;
use crate::parameters::Parameters;
use crate::quantity::date::add_months;
#[cfg(feature = "_block")]
use crate::quantity::share::Fraction;
use crate::quantity::share::{Millionths, Ratio, Rounded, Rounding, least_part_of};
use crate::quantity::span;
use crate::readings::TeacherPostsRounding;
use crate::record::Record;
use crate::reference::size;
use crate::rule::{Condition, Group, ListCondition, NumberCondition, Rule, Sense};
use crate::verdict::Verdict;

pub(crate) use lists::{Induction, Reports, Step, Window};
pub(crate) use rows::{Amounts, Rows};
pub(crate) use time::Side;
#[cfg(feature = "_block")]
pub(crate) use time::Time;

/// Collects the verdict of each bound, in the order of the rule's bounds. It stays empty if the
/// rule does not apply, or if no parameter that it needs is set.
type Bounds<'a, R> = Option<&'a mut Vec<<R as Rows>::Verdicts>>;

/// The evaluation of a rule for one record: the input of [`crate::measure`] and [`crate::missing`].
pub(crate) struct Evaluation<'a> {
    /// Whether the record lies in the time to which the policy is applied.
    pub(crate) side: Side,
    /// Whether the rule applies.
    pub(crate) applies: Verdict,
    /// The verdict of the rule.
    pub(crate) verdict: Verdict,
    /// The verdict of each bound alone; see [`Bounds`].
    pub(crate) bounds: &'a [Verdict],
}

impl<'a> Evaluation<'a> {
    /// Evaluates a rule. `bounds` is a buffer, so that a report allocates it once for all rules.
    pub(crate) fn of(
        rule: &Rule,
        record: &Record,
        parameters: &Parameters,
        side: Side,
        bounds: &'a mut Vec<Verdict>,
    ) -> Self {
        bounds.clear();
        if side != Side::Within {
            let (applies, verdict) = (Verdict::Unmet, Verdict::NotApplicable);
            return Self { side, applies, verdict, bounds };
        }
        let applies = rule
            .applies
            .as_ref()
            .map_or(Verdict::Met, |applies| condition(applies, record, parameters, None));
        let verdict = if_applies(rule, applies, record, parameters, Some(bounds));
        Self { side, applies, verdict, bounds }
    }
}

/// Evaluates one rule for records in the time to which the policy is applied.
pub(crate) fn judge<R: Rows>(
    rule: &Rule,
    rows: &R,
    parameters: &Parameters,
    bounds: Bounds<'_, R>,
) -> R::Verdicts {
    match &rule.applies {
        None => condition(&rule.holds, rows, parameters, bounds),
        Some(applies) => {
            let applies = condition(applies, rows, parameters, None);
            if_applies(rule, applies, rows, parameters, bounds)
        }
    }
}

fn if_applies<R: Rows>(
    rule: &Rule,
    applies: R::Verdicts,
    rows: &R,
    parameters: &Parameters,
    bounds: Bounds<'_, R>,
) -> R::Verdicts {
    if rows.all_are(&applies, Verdict::Unmet) {
        return rows.numbers([], |[]| Verdict::NotApplicable);
    }
    rows.join(applies, condition(&rule.holds, rows, parameters, bounds), Verdict::then)
}

/// Evaluates one condition.
pub(crate) fn condition<R: Rows>(
    condition: &Condition,
    rows: &R,
    parameters: &Parameters,
    bounds: Bounds<'_, R>,
) -> R::Verdicts {
    let verdicts = match condition {
        Condition::Group(inner) => return group(inner, rows, parameters, bounds),
        Condition::List(inner) => list(*inner, rows, parameters),
        Condition::Number(inner) => number(inner, rows, parameters),
    };
    if let Some(bounds) = bounds
        && condition.measured().is_some()
    {
        bounds.push(verdicts.clone());
    }
    verdicts
}

// Never inlined, and neither is `list`: this keeps `condition` small, so that conditions on
// numbers, which are the most frequent, are evaluated fast.
#[inline(never)]
fn group<R: Rows>(
    group: &Group,
    rows: &R,
    parameters: &Parameters,
    bounds: Bounds<'_, R>,
) -> R::Verdicts {
    match *group {
        Group::Always => rows.numbers([], |[]| Verdict::Met),
        Group::Reading { reading, conditions } => {
            match conditions.get(parameters.choice(reading)) {
                Some(chosen) => condition(chosen, rows, parameters, bounds),
                None => rows.numbers([], |[]| Verdict::Undetermined),
            }
        }
        Group::All(conditions) => {
            fold(conditions, rows, parameters, bounds, Verdict::Unmet, Verdict::and)
        }
        Group::Any(conditions) => {
            fold(conditions, rows, parameters, bounds, Verdict::Met, Verdict::or)
        }
        Group::Not(inner) => rows.map(condition(inner, rows, parameters, None), Verdict::not),
        Group::Breached(rule) => rows.map(judge(rule, rows, parameters, None), Verdict::breached),
        Group::OnceSet { condition: inner, parameters: _, unset: _ } => {
            if group.unset(parameters).is_some() {
                rows.numbers([], |[]| Verdict::Undetermined)
            } else {
                condition(inner, rows, parameters, bounds)
            }
        }
        Group::Grace { condition: inner, since, as_of, years, applies_from } => {
            let (years, from) = (parameters.at(years), parameters.at(applies_from));
            let grace = rows.numbers([since, as_of], |[since, as_of]| {
                in_order(as_of, grace_until(since, from, years))
            });
            let verdicts = condition(inner, rows, parameters, bounds);
            rows.join(verdicts, grace, |verdict, grace| match (verdict, grace) {
                (Verdict::Unmet, Verdict::Met) => Verdict::Pending,
                (Verdict::Unmet, Verdict::Undetermined) => Verdict::Undetermined,
                (verdict, _) => verdict,
            })
        }
    }
}

#[inline(never)]
fn list<R: Rows>(condition: ListCondition, rows: &R, parameters: &Parameters) -> R::Verdicts {
    let undetermined = || rows.numbers([], |[]| Verdict::Undetermined);
    match condition {
        ListCondition::Practised(practised) => {
            let Some(window) = Window::of(practised, parameters) else { return undetermined() };
            let days = [practised.as_of, practised.hired_on];
            rows.intervals(practised.periods, days, |periods, [as_of, hired_on]| {
                window.verdict(periods, as_of, hired_on).unwrap_or(Verdict::Undetermined)
            })
        }
        ListCondition::Inducted(inducted) => {
            let Some(induction) = Induction::of(inducted, parameters) else {
                return undetermined();
            };
            let days = [inducted.as_of, inducted.hired_on];
            rows.intervals(inducted.periods, days, |periods, [as_of, hired_on]| {
                induction.verdict(periods, as_of, hired_on).unwrap_or(Verdict::Undetermined)
            })
        }
        ListCondition::Published(published) => {
            let Some(reports) = Reports::of(published, parameters) else { return undetermined() };
            let days = [published.as_of, published.base_date];
            rows.intervals(published.reports, days, |given, [as_of, base]| {
                reports.verdict(given, as_of, base).unwrap_or(Verdict::Undetermined)
            })
        }
    }
}

fn number<R: Rows>(condition: &NumberCondition, rows: &R, parameters: &Parameters) -> R::Verdicts {
    match *condition {
        NumberCondition::Flag(fact) => {
            rows.numbers([fact], move |[flag]| known(flag, |flag| flag != 0))
        }
        NumberCondition::Choice { fact, named, open } => {
            let open = open.map_or(0, |open| open.choices);
            rows.numbers([fact], move |[choice]| choose(choice, named, open))
        }
        NumberCondition::AtLeast { fact, parameter } => {
            let least = parameters.at(parameter);
            rows.numbers([fact], move |[given]| in_order(least, given))
        }
        NumberCondition::Since { fact, parameters: [first, otherwise] } => {
            let least = parameters.at(first).or_else(|| parameters.at(otherwise));
            rows.numbers([fact], move |[given]| in_order(least, given))
        }
        NumberCondition::Before { fact, parameter } => {
            let day = parameters.at(parameter);
            rows.numbers([fact], move |[given]| {
                Verdict::from_bool(given.zip(day).is_some_and(|(given, day)| given < day))
            })
        }
        NumberCondition::Literal { fact, sense, number } => {
            let number = Some(number.into());
            rows.numbers([fact], move |[given]| match sense {
                Sense::AtLeast => in_order(number, given),
                Sense::AtMost => in_order(given, number),
            })
        }
        NumberCondition::Share { part, whole, sense, share, rounding } => share_of(
            rows,
            [part, whole],
            sense,
            parameters.at(share),
            rounding_of(rounding, parameters),
        ),
        NumberCondition::ShareByCategory { part, whole, category, shares } => {
            let facts = [part, whole, category];
            let [Some(first), Some(second)] = shares.map(|share| parameters.at(share)) else {
                return rows.numbers([], |[]| Verdict::NotApplicable);
            };
            #[cfg(feature = "_block")]
            if R::MANY
                && let [Some(first), Some(second)] = [first, second].map(Fraction::from_millionths)
            {
                return of_share_by_category(rows, facts, [first, second]);
            }
            of_share_by_category(rows, facts, [first, second].map(Millionths))
        }
        NumberCondition::Whole { part, whole } => {
            rows.numbers([part, whole], move |[part, whole]| {
                let verdict = in_order(whole, part);
                select_unpredictable(whole == Some(0), Verdict::NotApplicable, verdict)
            })
        }
        NumberCondition::Trend {
            now: [part, whole],
            before: [part_before, whole_before],
            strict,
        } => rows.numbers([part, whole, part_before, whole_before], move |[part, whole, x, y]| {
            trend([part, whole], [x, y], strict)
        }),
        NumberCondition::More { now, before, limit: _ } => rows
            .numbers([now, before], move |[now, before]| {
                in_order(before.map(|before| before + 1), now)
            }),
        NumberCondition::InOrder { first, second } => {
            rows.numbers([first, second], move |[first, second]| in_order(first, second))
        }
        #[cfg(feature = "_block")]
        NumberCondition::LargeOrMedium { declared, industry, indicators: _ }
            if R::MANY && !rows.has(industry) =>
        {
            rows.numbers([declared], move |[class]| size::large_or_medium(class, None, [None; 3]))
        }
        NumberCondition::LargeOrMedium {
            declared,
            industry,
            indicators: [persons, revenue, assets],
        } => rows.numbers(
            [declared, industry, persons, revenue, assets],
            move |[class, industry, x, y, z]| size::large_or_medium(class, industry, [x, y, z]),
        ),
        NumberCondition::Spans { start, end, months } => {
            let months = parameters.at(months);
            rows.numbers([start, end], move |[start, end]| match (start, end, months) {
                (Some(start), Some(end), Some(months)) => {
                    Verdict::from_bool(span::spans(start, end, months))
                }
                _ => Verdict::Undetermined,
            })
        }
    }
}

fn share_of<R: Rows>(
    rows: &R,
    facts: [Index; 2],
    sense: Sense,
    share: Option<i64>,
    rounding: Option<Rounding>,
) -> R::Verdicts {
    // A share that is not set requires nothing; see `once_set`.
    let Some(share) = share else { return rows.numbers([], |[]| Verdict::NotApplicable) };
    if let Some(rounding) = rounding {
        return of_share(rows, facts, sense, Rounded { share, rounding });
    }
    #[cfg(feature = "_block")]
    if R::MANY
        && let Some(share) = Fraction::from_millionths(share)
    {
        return of_share(rows, facts, sense, share);
    }
    of_share(rows, facts, sense, Millionths(share))
}

fn of_share<R: Rows>(rows: &R, facts: [Index; 2], sense: Sense, share: impl Ratio) -> R::Verdicts {
    rows.numbers(facts, move |[part, whole]| match sense {
        Sense::AtLeast => at_least(part, whole, share),
        Sense::AtMost => at_most(part, whole, share),
    })
}

fn of_share_by_category<R: Rows>(
    rows: &R,
    facts: [Index; 3],
    [first, second]: [impl Ratio; 2],
) -> R::Verdicts {
    rows.numbers(facts, move |[part, whole, category]| {
        by_category(category, at_least(part, whole, first), at_least(part, whole, second))
    })
}

/// Combines the verdicts of conditions, and stops early once all verdicts are `decisive`. If the
/// verdicts of bounds are collected, all conditions are evaluated.
fn fold<R: Rows>(
    conditions: &[Condition],
    rows: &R,
    parameters: &Parameters,
    mut bounds: Bounds<'_, R>,
    decisive: Verdict,
    join: impl Fn(Verdict, Verdict) -> Verdict + Copy,
) -> R::Verdicts {
    let mut all: Option<R::Verdicts> = None;
    for inner in conditions {
        if bounds.is_none() && all.as_ref().is_some_and(|all| rows.all_are(all, decisive)) {
            break;
        }
        let verdicts = condition(inner, rows, parameters, bounds.as_deref_mut());
        all = Some(match all {
            None => verdicts,
            Some(all) => rows.join(all, verdicts, join),
        });
    }
    // Conditions that do not apply are neutral, so an empty list does not apply either.
    all.unwrap_or_else(|| rows.numbers([], |[]| Verdict::NotApplicable))
}

fn known(fact: Option<i64>, holds: impl Fn(i64) -> bool) -> Verdict {
    fact.map_or(Verdict::Undetermined, |fact| Verdict::from_bool(holds(fact)))
}

/// Whether `first <= second`: the comparison of every bound, which is inclusive.
fn in_order(first: Option<i64>, second: Option<i64>) -> Verdict {
    match (first, second) {
        (Some(first), Some(second)) => Verdict::from_bool(first <= second),
        _ => Verdict::Undetermined,
    }
}

/// Returns the last day of a grace period, which begins on the first day to which the policy is
/// applied if `since` is before it.
pub(crate) fn grace_until(
    since: Option<i64>,
    applies_from: Option<i64>,
    years: Option<i64>,
) -> Option<i64> {
    let (since, years) = (since?, years?);
    Some(add_months(applies_from.map_or(since, |from| since.max(from)), 12 * years))
}

/// Returns how the required part is rounded, unless it is rounded up, which is what an exact bound
/// does.
pub(crate) fn rounding_of(reading: Option<Index>, parameters: &Parameters) -> Option<Rounding> {
    let rounding = parameters.reading::<TeacherPostsRounding>(reading?)?;
    Some(rounding.into()).filter(|rounding| *rounding != Rounding::Up)
}

/// Whether the share of a part in its whole is at least, or more than, that of the year before. If a
/// whole is 0, it does not apply.
fn trend(now: [Option<i64>; 2], before: [Option<i64>; 2], strict: bool) -> Verdict {
    let ([part, whole], [part_before, whole_before]) = (now, before);
    if whole == Some(0) || whole_before == Some(0) {
        return Verdict::NotApplicable;
    }
    match (part, whole, part_before, whole_before) {
        (Some(part), Some(whole), Some(part_before), Some(whole_before)) => {
            Verdict::from_bool(least_part_of(whole, [part_before, whole_before], strict) <= part)
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

/// Whether the part is at least the share of the whole. If the whole is 0, nothing is required.
fn at_least(part: Option<i64>, whole: Option<i64>, share: impl Ratio) -> Verdict {
    match (part, whole) {
        (Some(part), Some(whole)) => {
            // Without a branch, so that a loop over rows is vectorized.
            let verdict = Verdict::from_bool(share.is_reached(part, whole));
            select_unpredictable(whole == 0, Verdict::NotApplicable, verdict)
        }
        (None, Some(0)) => Verdict::NotApplicable,
        (None, Some(_)) | (_, None) => Verdict::Undetermined,
    }
}

/// Whether the part is at most the share of the whole. If both are 0, the verdict is not
/// applicable.
fn at_most(part: Option<i64>, whole: Option<i64>, share: impl Ratio) -> Verdict {
    match (part, whole) {
        (Some(0), Some(0)) => Verdict::NotApplicable,
        (Some(part), Some(whole)) => Verdict::from_bool(share.is_not_exceeded(part, whole)),
        (None, _) | (_, None) => Verdict::Undetermined,
    }
}

/// Selects the verdict for the first or the second choice of a category.
fn by_category(category: Option<i64>, first: Verdict, second: Verdict) -> Verdict {
    match category {
        Some(category) => select_unpredictable(category == 0, first, second),
        None => either_way(first, second),
    }
}

/// Returns the verdict if both are equal, otherwise undetermined.
fn either_way(one: Verdict, other: Verdict) -> Verdict {
    if one == other { one } else { Verdict::Undetermined }
}
