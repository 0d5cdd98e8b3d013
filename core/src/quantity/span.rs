//! Intervals of days, their blocks, and when a block spans so many calendar months.

use std::collections::BinaryHeap;

use super::date::{Date, add_months};

/// A run of days, first and last included; or an interval that still runs (`end` absent).
///
/// A list of dates is held as intervals of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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

/// The intervals that count as first and last day inside `[first, last]`, in order. What still
/// runs, runs to `last`.
// For any iterator it would stand in a browser's share once for each kind.
pub(crate) fn days_within(
    intervals: &[Interval],
    counts: &dyn Fn(&Interval) -> bool,
    first: i64,
    last: i64,
) -> Vec<(i64, i64)> {
    let days = intervals
        .iter()
        .filter(|it| counts(it))
        .map(|it| (it.start.max(first), it.end.unwrap_or(last).min(last)))
        .filter(|(start, end)| start <= end);
    // A heap sorts as surely as `sort` does, in a tenth of the code that a browser has to load.
    days.collect::<BinaryHeap<_>>().into_sorted_vec()
}

/// The maximal runs of days covered by what counts, inside `[first, last]`, in order; overlapping and touching
/// intervals are one block.
pub(crate) fn blocks(
    intervals: &[Interval],
    counts: &dyn Fn(&Interval) -> bool,
    first: i64,
    last: i64,
) -> Vec<(i64, i64)> {
    let days = days_within(intervals, counts, first, last);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> i64 {
        text.parse::<Date>().unwrap().day_number()
    }

    #[test]
    fn months_span_from_day_to_day() {
        for (start, end, months, expected) in [
            ("2023-09-01", "2024-02-29", 6, true),
            ("2023-09-01", "2024-02-28", 6, false),
            ("2022-09-01", "2023-02-28", 6, true),
            ("2023-08-31", "2024-02-28", 6, true),
            ("2023-08-31", "2024-02-27", 6, false),
            ("2024-02-29", "2025-02-27", 12, true),
            ("2024-02-29", "2025-02-26", 12, false),
            ("2024-01-01", "2024-12-31", 12, true),
            ("2024-01-01", "2024-12-30", 12, false),
        ] {
            assert_eq!(spans(day(start), day(end), months), expected, "{start} {end}");
            let days = days_spanning(day(start), months);
            assert!(spans(day(start), day(start) + days - 1, months));
            assert!(!spans(day(start), day(start) + days - 2, months));
        }
    }

    #[test]
    fn overlapping_and_touching_intervals_are_one_block() {
        let of = |intervals: &[(i64, Option<i64>)]| {
            let interval = |&(start, end)| Interval { start, end, in_enterprise: None };
            let intervals: Vec<Interval> = intervals.iter().map(interval).collect();
            blocks(&intervals, &|_| true, 10, 100)
        };
        assert_eq!(of(&[]), []);
        assert_eq!(of(&[(20, Some(30)), (31, Some(40))]), [(20, 40)]);
        assert_eq!(of(&[(20, Some(30)), (32, Some(40))]), [(20, 30), (32, 40)]);
        assert_eq!(of(&[(25, Some(26)), (20, Some(30)), (20, Some(30))]), [(20, 30)]);
        assert_eq!(of(&[(0, Some(9)), (101, None)]), []);
        assert_eq!(of(&[(0, Some(10)), (100, None)]), [(10, 10), (100, 100)]);
        assert_eq!(of(&[(50, None)]), [(50, 100)]);
        assert_eq!(covered(&of(&[(20, Some(30)), (32, Some(40))])), 20);
    }
}
