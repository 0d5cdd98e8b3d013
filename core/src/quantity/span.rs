//! Intervals of days, the blocks that they form, and the calendar months that a block spans.

use super::date::{Date, add_months};
use crate::readings::PracticeMonth;

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
    let mut days: Vec<(i64, i64)> = Vec::new();
    for interval in intervals {
        let (start, end) = (interval.start.max(first), interval.end.unwrap_or(last).min(last));
        if start <= end && counts(interval) {
            days.push((start, end));
        }
    }
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

/// Returns the number of whole calendar months that `[start, end]` spans.
pub(crate) fn whole_months(start: i64, end: i64) -> i64 {
    // A month has 28 to 31 days, so the number lies between these two.
    let days = end - start + 1;
    let (mut months, most) = (days / 31, days / 28);
    while months < most && spans(start, end, months + 1) {
        months += 1;
    }
    months
}

/// How months of practice are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MonthRule {
    /// By calendar months or by 30 days a month: either suffices.
    Either,
    /// By calendar months.
    Calendar,
    /// By 30 days a month.
    ThirtyDays,
}

impl From<PracticeMonth> for MonthRule {
    fn from(reading: PracticeMonth) -> Self {
        match reading {
            PracticeMonth::CalendarOr30Days => Self::Either,
            PracticeMonth::Calendar => Self::Calendar,
            PracticeMonth::ThirtyDays => Self::ThirtyDays,
        }
    }
}

impl MonthRule {
    /// Whether calendar months suffice.
    pub(crate) const fn calendar(self) -> bool {
        !matches!(self, Self::ThirtyDays)
    }

    /// Whether a number of days suffices.
    pub(crate) const fn by_days(self) -> bool {
        !matches!(self, Self::Calendar)
    }
}

/// Whether the blocks reach `months`: by the calendar months that each of them spans, added up, or
/// by their days.
pub(crate) fn reaches(blocks: &[(i64, i64)], months: i64, rule: MonthRule) -> bool {
    let calendar = || blocks.iter().map(|&(start, end)| whole_months(start, end)).sum::<i64>();
    rule.calendar() && months <= calendar()
        || rule.by_days() && DAYS_A_MONTH * months <= days_in(blocks)
}

/// A run of practice: from the start of one block to the end of the same or a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) start: i64,
    pub(crate) end: i64,
    /// The days of practice.
    pub(crate) days: i64,
}

/// Returns the longest run of full-time practice that ends with each block: at most `gap_days`
/// uncovered days between neighbouring blocks, and at least three fifths of its days covered. A week
/// of five days has 65 % at worst.
pub(crate) fn longest_runs(blocks: &[(i64, i64)], gap_days: i64) -> Vec<Run> {
    let mut runs = Vec::with_capacity(blocks.len());
    // A run from block i to block j is dense enough if 5 × days − 3 × span ≥ 0. That is the
    // difference of a number of j and a number of i, so the earliest start is the first i whose
    // number is small enough: one of those that are smaller than all before.
    let mut starts: Vec<(i64, i64, i64)> = Vec::new();
    let (mut days, mut until) = (0, i64::MIN);
    for &(start, end) in blocks {
        if until < start - 1 - gap_days {
            starts.clear();
        }
        let weight = 5 * days - 3 * start;
        if starts.last().is_none_or(|&(least, ..)| weight < least) {
            starts.push((weight, start, days));
        }
        days += end - start + 1;
        until = end;
        let most = 5 * days - 3 * (end + 1);
        let first = starts.partition_point(|&(weight, ..)| most < weight);
        if let Some(&(_, start, before)) = starts.get(first) {
            runs.push(Run { start, end, days: days - before });
        }
    }
    runs
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
    use proptest::prelude::*;

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
    fn whole_months_are_counted_from_day_to_day() {
        for (start, end, months) in [
            ("2023-01-01", "2023-02-28", 2),
            ("2023-01-01", "2023-02-27", 1),
            ("2023-07-03", "2023-08-30", 1),
            ("2023-03-01", "2023-08-31", 6),
            ("2023-03-01", "2023-08-30", 5),
            ("2023-01-31", "2023-02-27", 1),
            ("2023-05-05", "2023-05-05", 0),
            ("2000-01-01", "2999-12-31", 12_000),
        ] {
            assert_eq!(whole_months(day(start), day(end)), months, "{start} {end}");
        }
    }

    #[test]
    fn runs_bridge_short_gaps_and_are_mostly_practice() {
        let run = |start, end, days| Run { start, end, days };
        assert_eq!(longest_runs(&[], 10), []);
        let two = [(1, 30), (41, 60)];
        assert_eq!(longest_runs(&two, 10), [run(1, 30, 30), run(1, 60, 50)]);
        assert_eq!(longest_runs(&two, 9), [run(1, 30, 30), run(41, 60, 20)]);
        // Six of ten days are enough, five of nine are not.
        assert_eq!(longest_runs(&[(1, 3), (8, 10)], 4), [run(1, 3, 3), run(1, 10, 6)]);
        assert_eq!(longest_runs(&[(1, 3), (8, 9)], 4), [run(1, 3, 3), run(8, 9, 2)]);
    }

    proptest! {
        #[test]
        fn the_longest_runs_are_those_of_a_search(
            lengths in prop::collection::vec((1..9_i64, 1..9_i64), 0..12), gap_days in 0..9_i64,
        ) {
            let mut at = 0;
            let blocks: Vec<(i64, i64)> = lengths.iter().map(|(gap, days)| {
                let start = at + gap + 1;
                at = start + days - 1;
                (start, at)
            }).collect();
            let mut found = Vec::new();
            for last in 0..blocks.len() {
                let starts = (0..=last).find(|&first| {
                    let run = &blocks[first..=last];
                    let bridged = run.windows(2).all(|pair| pair[1].0 - pair[0].1 - 1 <= gap_days);
                    bridged && 3 * (run[last - first].1 - run[0].0 + 1) <= 5 * days_in(run)
                });
                let first = starts.unwrap();
                found.push(Run {
                    start: blocks[first].0,
                    end: blocks[last].1,
                    days: days_in(&blocks[first..=last]),
                });
            }
            prop_assert_eq!(longest_runs(&blocks, gap_days), found);
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
