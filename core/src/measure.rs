//! The figures behind a verdict: one measurement for each bound of a rule.

use core::hint::select_unpredictable;

use crate::field::{Field, Unit};
use crate::index::Index;
#[cfg(feature = "cli")]
use crate::judge::Side;
use crate::judge::{
    Amounts, Evaluation, Induction, Reports, Rows, Step, Window, grace_until, rounding_of,
};
use crate::parameters::{Parameters, Source, Status, source, written};
#[cfg(feature = "_block")]
use crate::quantity::share::Fraction;
use crate::quantity::share::{Millionths, Ratio, Rounded, least_part_of};
use crate::quantity::span::days_spanning;
use crate::quantity::{GREATEST, MILLION, decimal};
use crate::readings::InductionContinuity;
use crate::record::Record;
use crate::rule::{
    Condition, Group, Inducted, ListCondition, Measured, Practised, Published, Required, Rule,
    Sense,
};
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
    /// The required share of the whole, in millionths; two if a category decides that is not known.
    pub(crate) standards: [Option<i64>; 2],
    /// The years of the period in which practice or reports count.
    pub(crate) years: Option<i64>,
    /// The required months.
    pub(crate) months: Option<i64>,
    /// What a message says about the period, besides its days.
    pub(crate) period: Option<Period>,
    /// Whether the days are those of the longest run, not of all practice.
    pub(crate) longest: bool,
    /// The bound as the policy writes it in Chinese, if that is not the usual notation.
    pub(crate) written: Option<&'static str>,
}

/// The part of a period that decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Period {
    /// Calendar months decide, not the days.
    Calendar,
    /// By the reading in force, only calendar months count.
    CalendarOnly,
    /// The interval between reports, and the past ones that were too long.
    Step(Step, Vec<(i64, i64)>),
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

impl Proportion {
    /// Whether the share is smaller than the required one.
    pub(crate) fn is_below_bound(&self) -> bool {
        self.whole != 0 && self.part < Millionths(self.bound).least_part(self.whole)
    }
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
    rule.holds.bounds(parameters, &mut |measured| {
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
            basis: basis(rule, measured.required, parameters),
            whole: whole.and_then(|whole| fields.get(usize::from(whole))).map(Field::key),
            standards: standards(measured.required, standard, parameters),
            years: years.and_then(|years| parameters.at(years)),
            months: months.and_then(|months| parameters.at(months)),
            period: period(measured, record, parameters),
            longest: is_of_one_run(measured.required, parameters),
            written: as_written(measured.required, parameters),
        });
    });
    bounds
}

/// Returns the shortfall or the excess of the only bound of a rule, in the smallest unit; `None` if the
/// rule has none, or another number of bounds.
#[cfg(feature = "cli")]
pub(crate) fn only_gap(
    rule: &'static Rule,
    record: &Record,
    parameters: &Parameters,
) -> Option<i64> {
    let bound = rule.only_bound(parameters)?;
    let mut bounds = Vec::new();
    let evaluation = Evaluation::of(rule, record, parameters, Side::Within, &mut bounds);
    let own = evaluation.bounds.first().copied().unwrap_or(Verdict::NotApplicable);
    let verdict = bound_verdict(rule, parameters)(own, evaluation.verdict);
    gap(verdict, amounts(bound, record, &verdict, parameters))
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

fn basis(rule: &Rule, required: Required, parameters: &Parameters) -> Basis {
    let [one, other] = required.parameters();
    let given =
        |parameter: Option<Index>| parameter.is_some_and(|index| parameters.is_overridden(index));
    if given(one) || given(other) {
        return Basis::Given;
    }
    if let Some(norm) = rule.norm {
        return Basis::Outside(norm.source());
    }
    let outside = |parameter: Option<Index>| {
        parameter.and_then(source).filter(|source| source.status != Status::Policy)
    };
    outside(one).or_else(|| outside(other)).map_or(Basis::Policy, Basis::Outside)
}

/// Returns the share that is required, or the two of which a category decides that is not known.
fn standards(
    required: Required,
    standard: Option<i64>,
    parameters: &Parameters,
) -> [Option<i64>; 2] {
    match (required, standard) {
        (Required::ShareByCategory { shares, .. }, None) => {
            shares.map(|share| parameters.at(share))
        }
        (_, standard) => [standard, None],
    }
}

/// Whether only the practice of one run counts.
fn is_of_one_run(required: Required, parameters: &Parameters) -> bool {
    let continuity = match required {
        Required::Induction(inducted) => parameters.reading(inducted.continuity),
        Required::Parameter(_)
        | Required::Literal(_)
        | Required::Whole(_)
        | Required::Share { .. }
        | Required::ShareByCategory { .. }
        | Required::Trend { .. }
        | Required::More { .. }
        | Required::Span { .. }
        | Required::Practice(_)
        | Required::Interval(_) => None,
    };
    continuity == Some(InductionContinuity::OneBlock)
}

/// Returns the bound as the policy writes it, if it is a parameter at its default.
fn as_written(required: Required, parameters: &Parameters) -> Option<&'static str> {
    match required {
        Required::Parameter(parameter) if !parameters.is_overridden(parameter) => {
            written(parameter)
        }
        Required::Parameter(_)
        | Required::Literal(_)
        | Required::Whole(_)
        | Required::Share { .. }
        | Required::ShareByCategory { .. }
        | Required::Trend { .. }
        | Required::More { .. }
        | Required::Span { .. }
        | Required::Practice(_)
        | Required::Induction(_)
        | Required::Interval(_) => None,
    }
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
        Required::Share { share, whole: _, rounding: _ } => parameters.at(share),
        Required::ShareByCategory { category, shares, whole: _ } => {
            let shares = shares.map(|share| parameters.at(share));
            by_category(verdict, record.number(category), shares)
        }
        Required::Parameter(_)
        | Required::Literal(_)
        | Required::Trend { .. }
        | Required::More { .. }
        | Required::Span { .. }
        | Required::Practice(_)
        | Required::Induction(_)
        | Required::Interval(_) => None,
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
        Required::Share { whole, share, rounding } => {
            let Some(share) = parameters.at(share) else { return fixed(None) };
            if let Some(rounding) = rounding_of(rounding, parameters) {
                let share = Rounded { share, rounding };
                return of_share(rows, [fact, whole], verdicts, sense, share);
            }
            #[cfg(feature = "_block")]
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
            #[cfg(feature = "_block")]
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
        Required::Trend { whole, before: [part_before, whole_before], strict } => {
            let facts = [fact, whole, part_before, whole_before];
            rows.amounts(facts, verdicts, move |_, [measured, whole, part, of]| Amounts {
                measured,
                required: match (whole, part, of) {
                    (Some(whole), Some(part), Some(of)) if of > 0 => {
                        Some(least_part_of(whole, [part, of], strict))
                            .filter(|least| *least <= whole)
                    }
                    _ => None,
                },
            })
        }
        Required::More { before, limit } => {
            // Without a limit of its own, the number is limited by its range.
            let facts = [fact, before, limit.unwrap_or(before)];
            let has_limit = limit.is_some();
            rows.amounts(facts, verdicts, move |_, [measured, before, most]| {
                let most = most.filter(|_| has_limit).unwrap_or(GREATEST);
                Amounts {
                    measured,
                    required: before.map(|before| before + 1).filter(|least| *least <= most),
                }
            })
        }
        Required::Span { start, months } => {
            let months = parameters.at(months);
            rows.amounts([start, fact], verdicts, |_, [start, end]| Amounts {
                measured: start.zip(end).map(|(start, end)| end - start + 1),
                required: start.zip(months).map(|(start, months)| days_spanning(start, months)),
            })
        }
        Required::Practice(_) | Required::Induction(_) | Required::Interval(_) => {
            of_list(fact, required, rows, verdicts, parameters).unwrap_or_else(|| fixed(None))
        }
    }
}

/// Returns the amounts of a bound on a list of dates or periods; `None` for other bounds, and if a
/// parameter is not set.
fn of_list<R: Rows>(
    fact: Index,
    required: Required,
    rows: &R,
    verdicts: &R::Verdicts,
    parameters: &Parameters,
) -> Option<R::Amounts> {
    Some(match required {
        Required::Practice(practised) => {
            let window = Window::of(practised, parameters)?;
            let days = [practised.as_of, practised.hired_on];
            rows.amounts_of_list(fact, days, verdicts, |_, periods, [as_of, hired_on]| {
                let (measured, required) = window.days(periods, as_of, hired_on);
                Amounts { measured, required }
            })
        }
        Required::Induction(inducted) => {
            let induction = Induction::of(inducted, parameters)?;
            let days = [inducted.as_of, inducted.hired_on];
            rows.amounts_of_list(fact, days, verdicts, |verdict, periods, [as_of, hired_on]| {
                let (measured, required) = induction.days(periods, as_of, hired_on);
                // After the deadline nothing can be made up for.
                Amounts { measured, required: required.filter(|_| verdict != Verdict::Unmet) }
            })
        }
        Required::Interval(published) => {
            let reports = Reports::of(published, parameters)?;
            let days = [published.as_of, published.base_date];
            rows.amounts_of_list(fact, days, verdicts, |verdict, given, [as_of, base]| {
                let Some((step, as_of)) = reports.step(given, as_of, base).zip(as_of) else {
                    return Amounts::default();
                };
                let (from, to) = match step {
                    Step::None { from } | Step::Open { from } => (from, as_of),
                    Step::Past { from, to } => (from, to),
                };
                let required = reports.due(from) - from;
                // An interval that was too long stays so.
                let can_be_met = verdict != Verdict::Unmet || reports.is_cured_by_report();
                Amounts {
                    measured: Some(to - from),
                    required: Some(required).filter(|_| can_be_met),
                }
            })
        }
        Required::Parameter(_)
        | Required::Literal(_)
        | Required::Whole(_)
        | Required::Share { .. }
        | Required::ShareByCategory { .. }
        | Required::Trend { .. }
        | Required::More { .. }
        | Required::Span { .. } => return None,
    })
}

/// Returns what a message says about a period, besides its days.
fn period(measured: Measured, record: &Record, parameters: &Parameters) -> Option<Period> {
    let number = |fact| record.number(fact);
    match measured.required {
        Required::Practice(practised) => {
            let Practised { periods, as_of, hired_on, .. } = practised;
            let window = Window::of(practised, parameters)?;
            if window.by_calendar_only() {
                return Some(Period::CalendarOnly);
            }
            let periods = record.intervals(periods)?;
            window
                .by_calendar(periods, number(as_of)?, number(hired_on))
                .then_some(Period::Calendar)
        }
        Required::Induction(inducted) => {
            let Inducted { periods, as_of, hired_on, .. } = inducted;
            let induction = Induction::of(inducted, parameters)?;
            if induction.by_calendar_only() {
                return Some(Period::CalendarOnly);
            }
            let periods = record.intervals(periods)?;
            induction
                .by_calendar(periods, number(as_of)?, number(hired_on)?)
                .then_some(Period::Calendar)
        }
        Required::Interval(published) => {
            let Published { reports, as_of, base_date, .. } = published;
            let given = record.intervals(reports);
            let reports = Reports::of(published, parameters)?;
            let [as_of, base] = [as_of, base_date].map(number);
            let step = reports.step(given, as_of, base)?;
            Some(Period::Step(step, reports.past_gaps(given, as_of, base)))
        }
        Required::Parameter(_)
        | Required::Literal(_)
        | Required::Whole(_)
        | Required::Share { .. }
        | Required::ShareByCategory { .. }
        | Required::Trend { .. }
        | Required::More { .. }
        | Required::Span { .. } => None,
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

/// Returns the last day of the period that a pending rule still has.
pub(crate) fn until(holds: &Condition, record: &Record, parameters: &Parameters) -> Option<i64> {
    match holds.chosen(parameters) {
        Condition::Group(Group::Grace { since, years, applies_from, .. }) => {
            let [years, from] = [*years, *applies_from].map(|it| parameters.at(it));
            grace_until(record.number(*since), from, years)
        }
        Condition::List(ListCondition::Inducted(inducted)) => {
            let induction = Induction::of(*inducted, parameters)?;
            Some(induction.deadline(record.number(inducted.hired_on)?))
        }
        Condition::List(ListCondition::Published(published)) => {
            let reports = Reports::of(*published, parameters)?;
            let given = record.intervals(published.reports);
            let [as_of, base] = [published.as_of, published.base_date].map(|it| record.number(it));
            match reports.step(given, as_of, base)? {
                Step::None { from } | Step::Open { from } => Some(reports.due(from)),
                Step::Past { .. } => None,
            }
        }
        Condition::Number(_)
        | Condition::List(ListCondition::Practised(_))
        | Condition::Group(
            Group::Always
            | Group::Reading { .. }
            | Group::OnceSet { .. }
            | Group::Breached(_)
            | Group::All(_)
            | Group::Any(_)
            | Group::Not(_),
        ) => None,
    }
}
