//! Intervals of days, their blocks, and when a block spans so many calendar months.

use super::date::{Date, add_months};

/// A run of days, first and last included; or an interval that still runs (`end` absent).
///
/// A list of dates is held as intervals of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Interval {
    pub(crate) start: i64,
    pub(crate) end: Option<i64>,
    pub(crate) in_enterprise: Option<bool>,
}

/// Days that counted as one month where days are added up instead of calendar months.
pub(crate) const DAYS_A_MONTH: i64 = 30;

/// Whether `[start, end]` spans `months` calendar months.
pub(crate) fn spans(start: i64, end: i64, months: i64) -> bool {
    add_months(start, months) <= end + 1
}

/// How many days from `start` on span `months` calendar months.
pub(crate) fn days_spanning(start: i64, months: i64) -> i64 {
    add_months(start, months) - start
}

/// The maximal runs of covered days inside `[first, last]`, in order. What still runs, runs to
/// `last`; overlapping and touching intervals are one block.
pub(crate) fn blocks(
    intervals: impl Iterator<Item = Interval>,
    first: i64,
    last: i64,
) -> Vec<(i64, i64)> {
    let mut days: Vec<(i64, i64)> = intervals
        .map(|it| (it.start.max(first), it.end.unwrap_or(last).min(last)))
        .filter(|(start, end)| start <= end)
        .collect();
    days.sort_unstable();
    let mut blocks: Vec<(i64, i64)> = Vec::with_capacity(days.len());
    for (start, end) in days {
        match blocks.last_mut() {
            Some((_, until)) if start <= *until + 1 => *until = end.max(*until),
            _ => blocks.push((start, end)),
        }
    }
    blocks
}

/// How many days the blocks cover.
pub(crate) fn covered(blocks: &[(i64, i64)]) -> i64 {
    blocks.iter().map(|(start, end)| end - start + 1).sum()
}

/// Whether one block spans `months`.
pub(crate) fn one_spans(blocks: &[(i64, i64)], months: i64) -> bool {
    blocks.iter().any(|&(start, end)| spans(start, end, months))
}

/// Whether the blocks reach `months`: one of them spans it, or the days make it up.
pub(crate) fn reach(blocks: &[(i64, i64)], months: i64) -> bool {
    one_spans(blocks, months) || DAYS_A_MONTH * months <= covered(blocks)
}

/// One period of practice (实践经历) of a teacher, first and last day included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Practice {
    /// The first day.
    pub start: Date,
    /// The last day; `None` while it still runs.
    pub end: Option<Date>,
    /// Whether it was held in an enterprise; `None` where that is not known.
    pub in_enterprise: Option<bool>,
}
