//! Decisions on lists of days: practice of teachers, and reports that follow one another.

use crate::quantity::date::add_months;
use crate::quantity::span::{self, Interval};
use crate::verdict::Verdict;

/// Returns the blocks of practice within the last `years` years, up to and including `as_of`.
pub(crate) fn recent_blocks(
    periods: Option<&[Interval]>,
    as_of: Option<i64>,
    years: Option<i64>,
) -> Option<Vec<(i64, i64)>> {
    let (periods, as_of, years) = (periods?, as_of?, years?);
    Some(span::blocks(periods, &|_| true, add_months(as_of, -12 * years) + 1, as_of))
}

/// Returns the first and the last day on which practice of a new teacher counts: from hiring to the
/// deadline or `as_of`, whichever is earlier.
pub(crate) fn induction_days(as_of: i64, hired_on: i64, years: i64) -> (i64, i64) {
    (hired_on, add_months(hired_on, 12 * years).min(as_of))
}

pub(super) fn inducted(
    periods: Option<&[Interval]>,
    as_of: Option<i64>,
    hired_on: Option<i64>,
    years: Option<i64>,
    months: Option<i64>,
) -> Option<Verdict> {
    let (periods, as_of, hired_on, years, months) = (periods?, as_of?, hired_on?, years?, months?);
    let (first, last) = induction_days(as_of, hired_on, years);
    let any_spans = |counts: fn(&Interval) -> bool| {
        span::any_spans(&span::blocks(periods, &counts, first, last), months)
    };
    Some(if any_spans(|period| period.in_enterprise == Some(true)) {
        Verdict::Met
    } else if any_spans(|period| period.in_enterprise != Some(false)) {
        Verdict::Undetermined
    } else if as_of <= add_months(hired_on, 12 * years) {
        Verdict::Pending
    } else {
        Verdict::Unmet
    })
}

/// Returns the days of the reports that count, sorted: those from `base`, the start of the duty, to
/// `as_of`.
pub(crate) fn report_days(reports: &[Interval], as_of: i64, base: Option<i64>) -> Vec<(i64, i64)> {
    let from = base.unwrap_or(i64::MIN);
    span::days_within(reports, &|report| (from..=as_of).contains(&report.start), from, as_of)
}

pub(super) fn published(
    reports: Option<&[Interval]>,
    as_of: Option<i64>,
    base: Option<i64>,
    years: Option<i64>,
) -> Option<Verdict> {
    let (reports, as_of, years) = (reports?, as_of?, years?);
    let days = report_days(reports, as_of, base);
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
