//! Intervals of days, the blocks that they form, and the calendar months that a block spans.

use super::date::{Date, add_months};

/// An interval of days, including the first and the last; without `end` it still runs.
///
/// A list of dates is stored as intervals of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Interval {
    pub(crate) start: i64,
    pub(crate) end: Option<i64>,
    pub(crate) in_enterprise: Option<bool>,
}

/// The length of a month, in days, when the days of several blocks are added up.
pub(crate) const DAYS_A_MONTH: i64 = 30;

/// Whether `[start, end]` spans `months` calendar months.
pub(crate) fn spans(start: i64, end: i64, months: i64) -> bool {
    add_months(start, months) <= end + 1
}

/// Returns the number of days from `start` that span `months` calendar months.
pub(crate) fn days_spanning(start: i64, months: i64) -> i64 {
    add_months(start, months) - start
}

/// Returns the intervals that count, cut to `[first, last]` and sorted, as first and last day. An
/// interval that still runs ends on `last`.
// A trait object, here and in `blocks`: generic functions would be compiled once per closure. It
// saves 702 bytes gz of WebAssembly, 2026-11.
pub(crate) fn days_within(
    intervals: &[Interval],
    counts: &dyn Fn(&Interval) -> bool,
    first: i64,
    last: i64,
) -> Vec<(i64, i64)> {
    let days = intervals
        .iter()
        .filter(|interval| counts(interval))
        .map(|interval| (interval.start.max(first), interval.end.unwrap_or(last).min(last)))
        .filter(|(start, end)| start <= end);
    let mut days: Vec<(i64, i64)> = days.collect();
    days.sort_unstable();
    days
}

/// Returns the blocks of days that the intervals that count cover within `[first, last]`, sorted.
/// Overlapping and adjacent intervals form one block.
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

/// Returns the number of days in the blocks.
pub(crate) fn days_in(blocks: &[(i64, i64)]) -> i64 {
    blocks.iter().map(|(start, end)| end - start + 1).sum()
}

/// Whether a block spans `months`.
pub(crate) fn any_spans(blocks: &[(i64, i64)], months: i64) -> bool {
    blocks.iter().any(|&(start, end)| spans(start, end, months))
}

/// Whether the blocks reach `months`: a block spans them, or the blocks have enough days in total.
pub(crate) fn reaches(blocks: &[(i64, i64)], months: i64) -> bool {
    any_spans(blocks, months) || DAYS_A_MONTH * months <= days_in(blocks)
}

/// One period of practice (实践经历) of a teacher, including the first and the last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Practice {
    /// The first day.
    pub start: Date,
    /// The last day; `None` if the period still runs.
    pub end: Option<Date>,
    /// Whether it was in an enterprise; `None` if that is not known.
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
    fn overlapping_and_adjacent_intervals_are_one_block() {
        let blocks_of = |intervals: &[(i64, Option<i64>)]| {
            let interval = |&(start, end)| Interval { start, end, in_enterprise: None };
            let intervals: Vec<Interval> = intervals.iter().map(interval).collect();
            blocks(&intervals, &|_| true, 10, 100)
        };
        assert_eq!(blocks_of(&[]), []);
        assert_eq!(blocks_of(&[(20, Some(30)), (31, Some(40))]), [(20, 40)]);
        assert_eq!(blocks_of(&[(20, Some(30)), (32, Some(40))]), [(20, 30), (32, 40)]);
        assert_eq!(blocks_of(&[(25, Some(26)), (20, Some(30)), (20, Some(30))]), [(20, 30)]);
        assert_eq!(blocks_of(&[(0, Some(9)), (101, None)]), []);
        assert_eq!(blocks_of(&[(0, Some(10)), (100, None)]), [(10, 10), (100, 100)]);
        assert_eq!(blocks_of(&[(50, None)]), [(50, 100)]);
        assert_eq!(days_in(&blocks_of(&[(20, Some(30)), (32, Some(40))])), 20);
    }
}
