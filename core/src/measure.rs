//! The figures behind a verdict: one measurement for each bound of a rule.

use core::hint::select_unpredictable;

use crate::field::{Field, Unit};
use crate::index::Index;
use crate::judge::{Amounts, Evaluation, Rows, induction_days, recent_blocks, report_days};
use crate::parameters::{Parameters, Source, Status, source};
use crate::quantity::date::add_months;
#[cfg(feature = "arrow")]
use crate::quantity::share::Fraction;
use crate::quantity::share::{Millionths, Ratio};
use crate::quantity::span::{DAYS_A_MONTH, Interval, blocks, days_in, days_spanning, spans};
use crate::quantity::{MILLION, decimal};
use crate::record::Record;
use crate::rule::{Condition, Group, ListCondition, Measured, Required, Rule, Sense};
use crate::verdict::Verdict;

/// The figures of one bound of a rule: the value, the bound, and the difference.
///
/// Numbers are exact decimal text in [`unit`](Self::unit). Money has two decimals, other numbers
/// have none.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Measurement {
    /// The key of the measured fact.
    pub fact: &'static str,
    /// The measured value; `None` if it is not known.
    pub measured: Option<String>,
    /// The least value that meets the bound (the greatest, if [`at_most`](Self::at_most)), with all
    /// other facts unchanged. `None` if it is not known, if the rule does not apply, or if the
    /// bound can no longer be met.
    pub required: Option<String>,
    /// The shortfall (the excess, if [`at_most`](Self::at_most)); `None` unless the bound is unmet.
    pub gap: Option<String>,
    /// Whether the bound is an upper one, so that the gap is an excess.
    pub at_most: bool,
    /// The unit of the three numbers.
    pub unit: Unit,
    /// The verdict of this bound.
    pub verdict: Verdict,
    /// The measured share, for the percentage in the message.
    pub(crate) share: Option<Proportion>,
    pub(crate) basis: Basis,
    /// The key of the whole.
    pub(crate) whole: Option<&'static str>,
    /// The required share of the whole, in millionths.
    pub(crate) standard: Option<i64>,
    /// The years of the period in which practice or reports count.
    pub(crate) years: Option<i64>,
    /// The required months.
    pub(crate) months: Option<i64>,
}

/// Where the number of a bound comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Basis {
    /// The policy.
    Policy,
    /// Another source.
    Outside(&'static Source),
    /// A parameter that was overridden.
    Given,
}

/// A part, its whole, and the required share in millionths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Proportion {
    pub(crate) part: i64,
    pub(crate) whole: i64,
    pub(crate) bound: i64,
}

/// Measures every bound of an evaluated rule.
pub(crate) fn bounds(
    rule: &'static Rule,
    evaluation: &Evaluation<'_>,
    record: &Record,
    parameters: &Parameters,
) -> Vec<Measurement> {
    let fields = record.subject().fields();
    let own_or_rules = bound_verdict(rule, parameters);
    let mut own = evaluation.bounds.iter().copied();
    let mut bounds = Vec::new();
    rule.holds.bounds(&mut |measured| {
        // A bound that was not evaluated does not apply.
        let own = own.next().unwrap_or(Verdict::NotApplicable);
        let verdict = own_or_rules(own, evaluation.verdict);
        let Some((field, unit)) =
            measured.field(fields).and_then(|field| Some((field, measured.unit(field)?)))
        else {
            return;
        };
        let amounts = amounts(measured, record, &verdict, parameters);
        let gap = gap(verdict, amounts);
        let required = amounts.required.filter(|_| verdict != Verdict::NotApplicable);
        let standard = standard(measured.required, verdict, record, parameters);
        let whole = measured.required.whole();
        let compared = measured.required.share_of().and_then(|whole| record.number(whole));
        let share = amounts.measured.zip(compared).zip(standard);
        let decimals = if unit == Unit::Day { 0 } else { field.kind.decimals() };
        let text = |number| {
            let mut text = String::new();
            decimal::push_scaled(&mut text, number, decimals);
            text
        };
        let (years, months) = measured.required.period();
        bounds.push(Measurement {
            fact: field.key(),
            measured: amounts.measured.map(text),
            required: required.map(text),
            gap: gap.map(text),
            at_most: measured.sense == Sense::AtMost,
            unit,
            verdict,
            share: share.map(|((part, whole), bound)| Proportion { part, whole, bound }),
            basis: basis(measured.required, parameters),
            whole: whole.and_then(|whole| fields.get(usize::from(whole))).map(Field::key),
            standard,
            years: years.and_then(|years| parameters.at(years)),
            months: months.and_then(|months| parameters.at(months)),
        });
    });
    bounds
}

/// Returns a function from the verdict of a bound alone, and that of its rule, to the verdict that
/// is reported for the bound. It is that of the bound alone, unless only the rule tells that it
/// does not apply, that its period still runs, or that no parameter is set.
pub(crate) fn bound_verdict(
    rule: &Rule,
    parameters: &Parameters,
) -> impl Fn(Verdict, Verdict) -> Verdict + Copy + use<> {
    let has_grace = matches!(rule.holds, Condition::Group(Group::Grace { .. }));
    let is_unset = rule.holds.unset(parameters).is_some();
    move |own, verdict| {
        let has_time = matches!(verdict, Verdict::Pending | Verdict::Undetermined);
        let of_the_rule = verdict == Verdict::NotApplicable
            || has_grace && own == Verdict::Unmet && has_time
            || is_unset && own == Verdict::NotApplicable;
        select_unpredictable(of_the_rule, verdict, own)
    }
}

/// Returns the shortfall or the excess of an unmet bound.
pub(crate) fn gap(verdict: Verdict, amounts: Amounts) -> Option<i64> {
    match (verdict, amounts.measured, amounts.required) {
        // Both are far from the limits of `i64`, so nothing wraps; wrapping operations need no
        // checks.
        (Verdict::Unmet, Some(measured), Some(required)) => {
            Some(measured.wrapping_sub(required).wrapping_abs())
        }
        _ => None,
    }
}

fn basis(required: Required, parameters: &Parameters) -> Basis {
    let [one, other] = required.parameters();
    let given =
        |parameter: Option<Index>| parameter.is_some_and(|index| parameters.is_given(index));
    if given(one) || given(other) {
        return Basis::Given;
    }
    let outside = |parameter: Option<Index>| {
        parameter.and_then(source).filter(|source| source.status != Status::Policy)
    };
    outside(one).or_else(|| outside(other)).map_or(Basis::Policy, Basis::Outside)
}

/// Returns the share of the whole that the part is compared with, in millionths.
fn standard(
    required: Required,
    verdict: Verdict,
    record: &Record,
    parameters: &Parameters,
) -> Option<i64> {
    match required {
        Required::Whole(_) => Some(MILLION),
        Required::Share { share, whole: _ } => parameters.at(share),
        Required::ShareByCategory { category, shares, whole: _ } => {
            let shares = shares.map(|share| parameters.at(share));
            by_category(verdict, record.number(category), shares)
        }
        Required::Parameter(_)
        | Required::Literal(_)
        | Required::Span { .. }
        | Required::Practice { .. }
        | Required::Induction { .. }
        | Required::Interval { .. } => None,
    }
}

/// Selects the share or the amount that is required in a category. An unmet bound whose category is
/// not known misses both, so the first one is reported.
fn by_category(
    verdict: Verdict,
    category: Option<i64>,
    [first, second]: [Option<i64>; 2],
) -> Option<i64> {
    match (category, verdict) {
        (Some(0), _) | (None, Verdict::Unmet) => first,
        (Some(_), _) => second,
        (None, _) => None,
    }
}

/// Returns the measured value, and the value that meets the bound: the least one, or the greatest
/// one of an upper bound. There is none if the bound can no longer be met.
pub(crate) fn amounts<R: Rows>(
    Measured { fact, sense, required }: Measured,
    rows: &R,
    verdicts: &R::Verdicts,
    parameters: &Parameters,
) -> R::Amounts {
    let fixed = |required| {
        rows.amounts([fact], verdicts, move |_, [measured]| Amounts { measured, required })
    };
    match required {
        Required::Parameter(parameter) => fixed(parameters.at(parameter)),
        Required::Literal(number) => fixed(Some(number.into())),
        Required::Whole(whole) => {
            rows.amounts([fact, whole], verdicts, move |_, [measured, required]| Amounts {
                measured,
                required,
            })
        }
        Required::Share { whole, share } => {
            let Some(share) = parameters.at(share) else { return fixed(None) };
            #[cfg(feature = "arrow")]
            if R::MANY
                && let Some(share) = Fraction::from_millionths(share)
            {
                return of_share(rows, [fact, whole], verdicts, sense, share);
            }
            of_share(rows, [fact, whole], verdicts, sense, Millionths(share))
        }
        Required::ShareByCategory { whole, category, shares } => {
            let [Some(first), Some(second)] = shares.map(|share| parameters.at(share)) else {
                return fixed(None);
            };
            let facts = [fact, whole, category];
            #[cfg(feature = "arrow")]
            if R::MANY
                && let [Some(first), Some(second)] = [first, second].map(Fraction::from_millionths)
            {
                // If no category is known, an unmet bound is measured against the first share.
                if !rows.has(category) {
                    return of_share(rows, [fact, whole], verdicts, Sense::AtLeast, first);
                }
                return of_share_by_category(rows, facts, verdicts, [first, second]);
            }
            of_share_by_category(rows, facts, verdicts, [first, second].map(Millionths))
        }
        Required::Span { start, months } => {
            let months = parameters.at(months);
            rows.amounts([start, fact], verdicts, |_, [start, end]| Amounts {
                measured: start.zip(end).map(|(start, end)| end - start + 1),
                required: start.zip(months).map(|(start, months)| days_spanning(start, months)),
            })
        }
        Required::Practice { as_of, years, months } => {
            let years = parameters.at(years);
            let required = parameters.at(months).map(|months| months * DAYS_A_MONTH);
            rows.amounts_of_list(fact, [as_of], verdicts, |_, periods, [as_of]| Amounts {
                measured: recent_blocks(periods, as_of, years).map(|blocks| days_in(&blocks)),
                required,
            })
        }
        Required::Induction { as_of, hired_on, years, months } => {
            let (years, months) = (parameters.at(years), parameters.at(months));
            let days = [as_of, hired_on];
            rows.amounts_of_list(fact, days, verdicts, |verdict, periods, [as_of, hired_on]| {
                let days = as_of.zip(hired_on).zip(years);
                let days =
                    days.map(|((as_of, hired_on), years)| induction_days(as_of, hired_on, years));
                let Some(((first, last), periods)) = days.zip(periods) else {
                    return Amounts::default();
                };
                let in_enterprise = |period: &Interval| period.in_enterprise == Some(true);
                let block = longest(&blocks(periods, &in_enterprise, first, last), months);
                let required = block.zip(months).filter(|_| verdict != Verdict::Unmet);
                Amounts {
                    measured: Some(block.map_or(0, |(start, end)| end - start + 1)),
                    required: required.map(|((start, _), months)| days_spanning(start, months)),
                }
            })
        }
        Required::Interval { as_of, base_date, years } => {
            let years = parameters.at(years);
            let days = [as_of, base_date];
            rows.amounts_of_list(fact, days, verdicts, |verdict, reports, [as_of, base]| {
                let days = reports.zip(as_of);
                let days = days.map(|(reports, as_of)| report_days(reports, as_of, base));
                let last = days.and_then(|days| days.last().map(|day| day.0).or(base));
                let required = last.zip(years).filter(|_| verdict != Verdict::Unmet);
                Amounts {
                    measured: as_of.zip(last).map(|(as_of, last)| as_of - last),
                    required: required.map(|(last, years)| days_spanning(last, 12 * years)),
                }
            })
        }
    }
}

fn of_share<R: Rows>(
    rows: &R,
    facts: [Index; 2],
    verdicts: &R::Verdicts,
    sense: Sense,
    share: impl Ratio,
) -> R::Amounts {
    rows.amounts(facts, verdicts, move |_, [measured, whole]| Amounts {
        measured,
        required: whole.map(|whole| match sense {
            Sense::AtLeast => share.least_part(whole),
            Sense::AtMost => share.greatest_part(whole),
        }),
    })
}

fn of_share_by_category<R: Rows>(
    rows: &R,
    facts: [Index; 3],
    verdicts: &R::Verdicts,
    [first, second]: [impl Ratio; 2],
) -> R::Amounts {
    rows.amounts(facts, verdicts, move |verdict, [measured, whole, category]| {
        let parts = whole.map(|whole| (first.least_part(whole), second.least_part(whole)));
        let required = parts.and_then(|(first, second)| {
            by_category(verdict, category, [Some(first), Some(second)])
        });
        Amounts { measured, required }
    })
}

/// Returns the longest of the blocks that span the months, or of all blocks if none does; of
/// several, the first. A block that spans the months may be shorter than one that does not, because
/// months differ in length.
fn longest(blocks: &[(i64, i64)], months: Option<i64>) -> Option<(i64, i64)> {
    // A block that spans the months has a greater weight than any number of days.
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

/// Returns the last day of the period that a pending rule still has.
pub(crate) fn until(holds: &Condition, record: &Record, parameters: &Parameters) -> Option<i64> {
    let (from, years) = match *holds {
        Condition::Group(Group::Grace { since, years, condition: _, as_of: _ }) => (since, years),
        Condition::List(ListCondition::Inducted { hired_on, years, .. }) => (hired_on, years),
        Condition::List(ListCondition::Published { base_date, years, .. }) => (base_date, years),
        Condition::Number(_)
        | Condition::List(ListCondition::Practised { .. })
        | Condition::Group(
            Group::OnceSet { .. }
            | Group::Breached(_)
            | Group::All(_)
            | Group::Any(_)
            | Group::Not(_),
        ) => return None,
    };
    Some(add_months(record.number(from)?, 12 * parameters.at(years)?))
}
