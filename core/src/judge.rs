//! The evaluator of conditions, generic over [`Rows`].
//!
//! A single record implements [`Rows`], and so does a block of columns. Both call the same decision
//! functions, which map known or unknown numbers to a verdict, so a rule has one meaning.

mod lists;
mod rows;

use core::hint::select_unpredictable;

use crate::index::Index;
use crate::parameters::Parameters;
use crate::quantity::date::add_months;
#[cfg(feature = "arrow")]
use crate::quantity::share::Fraction;
use crate::quantity::share::{Millionths, Ratio};
use crate::quantity::span;
use crate::record::Record;
use crate::reference::size;
use crate::rule::{Condition, Group, ListCondition, NumberCondition, Rule, Sense};
use crate::verdict::Verdict;

use lists::{inducted, published};
pub(crate) use lists::{induction_days, recent_blocks, report_days};
pub(crate) use rows::{Amounts, Rows};

/// Collects the verdict of each bound, in the order of the rule's bounds. It stays empty if the
/// rule does not apply, or if no parameter that it needs is set.
type Bounds<'a, R> = Option<&'a mut Vec<<R as Rows>::Verdicts>>;

/// The evaluation of a rule for one record: the input of [`crate::measure`] and [`crate::missing`].
pub(crate) struct Evaluation<'a> {
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
        bounds: &'a mut Vec<Verdict>,
    ) -> Self {
        bounds.clear();
        let applies = rule
            .applies
            .as_ref()
            .map_or(Verdict::Met, |applies| condition(applies, record, parameters, None));
        let verdict = if_applies(rule, applies, record, parameters, Some(bounds));
        Self { applies, verdict, bounds }
    }
}

/// Evaluates one rule.
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
        Group::Grace { condition: inner, since, as_of, years } => {
            let years = parameters.at(years);
            let grace =
                rows.numbers([since, as_of], |[since, as_of]| in_grace(since, as_of, years));
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
    match condition {
        ListCondition::Practised { periods, as_of, years, months } => {
            let (years, months) = (parameters.at(years), parameters.at(months));
            rows.intervals(periods, [as_of], |periods, [as_of]| {
                match (recent_blocks(periods, as_of, years), months) {
                    (Some(blocks), Some(months)) => {
                        Verdict::from_bool(span::reaches(&blocks, months))
                    }
                    _ => Verdict::Undetermined,
                }
            })
        }
        ListCondition::Inducted { periods, as_of, hired_on, years, months } => {
            let (years, months) = (parameters.at(years), parameters.at(months));
            rows.intervals(periods, [as_of, hired_on], |periods, [as_of, hired_on]| {
                inducted(periods, as_of, hired_on, years, months).unwrap_or(Verdict::Undetermined)
            })
        }
        ListCondition::Published { reports, as_of, base_date, years } => {
            let years = parameters.at(years);
            rows.intervals(reports, [as_of, base_date], |reports, [as_of, base]| {
                published(reports, as_of, base, years).unwrap_or(Verdict::Undetermined)
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
        NumberCondition::AtLeast { fact, parameter }
        | NumberCondition::Since { fact, parameter } => {
            let least = parameters.at(parameter);
            rows.numbers([fact], move |[given]| in_order(least, given))
        }
        NumberCondition::Literal { fact, sense, number } => {
            let number = Some(number.into());
            rows.numbers([fact], move |[given]| match sense {
                Sense::AtLeast => in_order(number, given),
                Sense::AtMost => in_order(given, number),
            })
        }
        NumberCondition::Share { part, whole, sense, share } => {
            // A share that is not set requires nothing; see `once_set`.
            let Some(share) = parameters.at(share) else {
                return rows.numbers([], |[]| Verdict::NotApplicable);
            };
            #[cfg(feature = "arrow")]
            if R::MANY
                && let Some(share) = Fraction::from_millionths(share)
            {
                return of_share(rows, [part, whole], sense, share);
            }
            of_share(rows, [part, whole], sense, Millionths(share))
        }
        NumberCondition::ShareByCategory { part, whole, category, shares } => {
            let facts = [part, whole, category];
            let [Some(first), Some(second)] = shares.map(|share| parameters.at(share)) else {
                return rows.numbers([], |[]| Verdict::NotApplicable);
            };
            #[cfg(feature = "arrow")]
            if R::MANY
                && let [Some(first), Some(second)] = [first, second].map(Fraction::from_millionths)
            {
                return of_share_by_category(rows, facts, [first, second]);
            }
            of_share_by_category(rows, facts, [first, second].map(Millionths))
        }
        NumberCondition::Whole { part, whole } => {
            rows.numbers([part, whole], move |[part, whole]| in_order(whole, part))
        }
        NumberCondition::InOrder { first, second } => {
            rows.numbers([first, second], move |[first, second]| in_order(first, second))
        }
        #[cfg(feature = "arrow")]
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

/// Whether fewer than `years` years have passed since `since`.
fn in_grace(since: Option<i64>, as_of: Option<i64>, years: Option<i64>) -> Verdict {
    match (since, as_of, years) {
        (Some(since), Some(as_of), Some(years)) => {
            Verdict::from_bool(add_months(as_of, -12 * years) < since)
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
