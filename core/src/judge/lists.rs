//! Decisions on lists of days: practice of teachers, and reports that follow one another.

use crate::parameters::Parameters;
use crate::quantity::date::add_months;
use crate::quantity::span::{self, DAYS_A_MONTH, Interval, MonthRule};
use crate::readings::{ForecastGaps, InductionContinuity, PracticeMonth};
use crate::rule::{Inducted, Practised, Published};
use crate::verdict::Verdict;

/// A period of practice that counts if only practice in an enterprise does.
pub(crate) fn in_enterprise(period: &Interval) -> bool {
    period.in_enterprise == Some(true)
}

/// A period of practice that may count, because it is not known to be elsewhere.
fn perhaps_in_enterprise(period: &Interval) -> bool {
    period.in_enterprise != Some(false)
}

fn anywhere(_: &Interval) -> bool {
    true
}

/// Returns the condition if it is met by what is known, otherwise undetermined if it may be met.
fn kleene(holds: impl Fn(fn(&Interval) -> bool) -> bool) -> Verdict {
    if holds(in_enterprise) {
        Verdict::Met
    } else if holds(perhaps_in_enterprise) {
        Verdict::Undetermined
    } else {
        Verdict::Unmet
    }
}

/// The parameters of practice within the last years.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Window {
    years: i64,
    months: i64,
    since_hiring: bool,
    enterprise: bool,
    rule: MonthRule,
}

impl Window {
    pub(crate) fn of(practised: Practised, parameters: &Parameters) -> Option<Self> {
        Some(Self {
            years: parameters.at(practised.years)?,
            months: parameters.at(practised.months)?,
            since_hiring: practised.since_hiring(parameters),
            enterprise: practised.in_enterprise(parameters),
            rule: parameters.reading::<PracticeMonth>(practised.month)?.into(),
        })
    }

    /// Returns the first day that counts; `None` if it depends on an unknown day of hiring.
    pub(crate) fn first_day(self, as_of: i64, hired_on: Option<i64>) -> Option<i64> {
        let first = add_months(as_of, -12 * self.years) + 1;
        if self.since_hiring { Some(first.max(hired_on?)) } else { Some(first) }
    }

    pub(super) fn verdict(
        self,
        periods: Option<&[Interval]>,
        as_of: Option<i64>,
        hired_on: Option<i64>,
    ) -> Option<Verdict> {
        let (periods, as_of) = (periods?, as_of?);
        let first = self.first_day(as_of, hired_on)?;
        let reaches = |counts: fn(&Interval) -> bool| {
            span::reaches(&span::blocks(periods, &counts, first, as_of), self.months, self.rule)
        };
        Some(if self.enterprise { kleene(reaches) } else { Verdict::from_bool(reaches(anywhere)) })
    }

    /// Returns the days of practice that count, and how many are required; none are if no number of
    /// days decides.
    pub(crate) fn days(
        self,
        periods: Option<&[Interval]>,
        as_of: Option<i64>,
        hired_on: Option<i64>,
    ) -> (Option<i64>, Option<i64>) {
        let days = || {
            let (periods, as_of) = (periods?, as_of?);
            let counts = if self.enterprise { in_enterprise } else { anywhere };
            let first = self.first_day(as_of, hired_on)?;
            Some(span::days_in(&span::blocks(periods, &counts, first, as_of)))
        };
        (days(), self.rule.by_days().then_some(DAYS_A_MONTH * self.months))
    }

    /// Whether no number of days suffices.
    pub(crate) fn by_calendar_only(self) -> bool {
        !self.rule.by_days()
    }

    /// Whether the calendar months, not the days, decide that the practice suffices.
    pub(crate) fn by_calendar(
        self,
        periods: &[Interval],
        as_of: i64,
        hired_on: Option<i64>,
    ) -> bool {
        let counts = if self.enterprise { in_enterprise } else { anywhere };
        self.rule.calendar()
            && self.first_day(as_of, hired_on).is_some_and(|first| {
                let blocks = span::blocks(periods, &counts, first, as_of);
                !self.rule.by_days() || span::days_in(&blocks) < DAYS_A_MONTH * self.months
            })
    }
}

/// The parameters of the practice of a newly hired teacher.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Induction {
    years: i64,
    months: i64,
    gap_days: i64,
    cumulative: bool,
    rule: MonthRule,
}

impl Induction {
    pub(crate) fn of(inducted: Inducted, parameters: &Parameters) -> Option<Self> {
        Some(Self {
            years: parameters.at(inducted.years)?,
            months: parameters.at(inducted.months)?,
            gap_days: parameters.at(inducted.gap_days)?,
            cumulative: parameters.reading(inducted.continuity)
                == Some(InductionContinuity::Cumulative),
            rule: parameters.reading::<PracticeMonth>(inducted.month)?.into(),
        })
    }

    /// Returns the last day on which the practice may be done.
    pub(crate) fn deadline(self, hired_on: i64) -> i64 {
        add_months(hired_on, 12 * self.years)
    }

    /// Returns the first and the last day that count: from hiring to the deadline or `as_of`,
    /// whichever is earlier.
    pub(crate) fn days_that_count(self, as_of: i64, hired_on: i64) -> (i64, i64) {
        (hired_on, self.deadline(hired_on).min(as_of))
    }

    /// Returns the most days of practice of any run, or of all runs together if they are added up,
    /// and whether a run spans the calendar months.
    fn most(
        self,
        periods: &[Interval],
        counts: fn(&Interval) -> bool,
        (first, last): (i64, i64),
    ) -> (i64, bool) {
        let blocks = span::blocks(periods, &counts, first, last);
        let runs = span::longest_runs(&blocks, self.gap_days);
        let days = if self.cumulative {
            span::days_in(&blocks)
        } else {
            runs.iter().map(|run| run.days).max().unwrap_or_default()
        };
        (days, runs.iter().any(|run| span::spans(run.start, run.end, self.months)))
    }

    pub(super) fn verdict(
        self,
        periods: Option<&[Interval]>,
        as_of: Option<i64>,
        hired_on: Option<i64>,
    ) -> Option<Verdict> {
        let (periods, as_of, hired_on) = (periods?, as_of?, hired_on?);
        let days = self.days_that_count(as_of, hired_on);
        let verdict = kleene(|counts| {
            let (most, spans) = self.most(periods, counts, days);
            self.rule.calendar() && spans
                || self.rule.by_days() && DAYS_A_MONTH * self.months <= most
        });
        let runs = verdict == Verdict::Unmet && as_of <= self.deadline(hired_on);
        Some(if runs { Verdict::Pending } else { verdict })
    }

    /// Returns the days of practice that count, and how many are required; none are if no number of
    /// days decides.
    pub(crate) fn days(
        self,
        periods: Option<&[Interval]>,
        as_of: Option<i64>,
        hired_on: Option<i64>,
    ) -> (Option<i64>, Option<i64>) {
        let days = || {
            let (periods, as_of, hired_on) = (periods?, as_of?, hired_on?);
            Some(self.most(periods, in_enterprise, self.days_that_count(as_of, hired_on)).0)
        };
        (days(), self.rule.by_days().then_some(DAYS_A_MONTH * self.months))
    }

    /// Whether no number of days suffices.
    pub(crate) fn by_calendar_only(self) -> bool {
        !self.rule.by_days()
    }

    /// Whether the calendar months, not the days, decide that the practice suffices.
    pub(crate) fn by_calendar(self, periods: &[Interval], as_of: i64, hired_on: i64) -> bool {
        let days = self.days_that_count(as_of, hired_on);
        let (most, spans) = self.most(periods, in_enterprise, days);
        self.rule.calendar() && spans && (!self.rule.by_days() || most < DAYS_A_MONTH * self.months)
    }
}

/// The parameters of reports that follow one another.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reports {
    years: i64,
    applies_from: i64,
    every_gap: bool,
}

/// The interval between reports that decides the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// There is no report: from the day on which the duty begins.
    None { from: i64 },
    /// From the last report to `as_of`.
    Open { from: i64 },
    /// From a report, or the day on which the duty begins, to the next report, which was too late.
    Past { from: i64, to: i64 },
}

impl Reports {
    pub(crate) fn of(published: Published, parameters: &Parameters) -> Option<Self> {
        Some(Self {
            years: parameters.at(published.years)?,
            applies_from: parameters.at(published.applies_from)?,
            every_gap: parameters.reading(published.gaps) == Some(ForecastGaps::EveryGap),
        })
    }

    /// Whether a report on the day of judgement makes up for an interval that was too long.
    pub(crate) fn is_cured_by_report(self) -> bool {
        !self.every_gap
    }

    /// Returns the last day on which the report after `from` is in time.
    pub(crate) fn due(self, from: i64) -> i64 {
        add_months(from, 12 * self.years)
    }

    /// Returns the interval that decides: the first past one that is too long, if past ones count;
    /// otherwise the last one.
    pub(crate) fn step(
        self,
        reports: Option<&[Interval]>,
        as_of: Option<i64>,
        base: Option<i64>,
    ) -> Option<Step> {
        let (begins, days) = self.days(reports, as_of, base)?;
        let past = self.every_gap.then(|| self.gaps(begins, &days).first().copied()).flatten();
        Some(match (past, days.last()) {
            (Some((from, to)), _) => Step::Past { from, to },
            (None, Some(&(from, _))) => Step::Open { from },
            (None, None) => Step::None { from: begins },
        })
    }

    /// Returns the intervals before the last report that were too long.
    pub(crate) fn past_gaps(
        self,
        reports: Option<&[Interval]>,
        as_of: Option<i64>,
        base: Option<i64>,
    ) -> Vec<(i64, i64)> {
        self.days(reports, as_of, base)
            .map_or_else(Vec::new, |(begins, days)| self.gaps(begins, &days))
    }

    /// Returns the day on which the duty begins, and the days of the reports from then on. Before
    /// the policy is applied there is no duty, and so no interval.
    fn days(
        self,
        reports: Option<&[Interval]>,
        as_of: Option<i64>,
        base: Option<i64>,
    ) -> Option<(i64, Vec<(i64, i64)>)> {
        let (reports, as_of) = (reports?, as_of?);
        let begins = base.map_or(self.applies_from, |base| base.max(self.applies_from));
        let counts = |report: &Interval| (begins..=as_of).contains(&report.start);
        (begins <= as_of).then(|| (begins, span::days_within(reports, &counts, begins, as_of)))
    }

    fn gaps(self, begins: i64, days: &[(i64, i64)]) -> Vec<(i64, i64)> {
        let (mut gaps, mut from) = (Vec::new(), begins);
        for &(to, _) in days {
            if self.due(from) < to {
                gaps.push((from, to));
            }
            from = to;
        }
        gaps
    }

    pub(super) fn verdict(
        self,
        reports: Option<&[Interval]>,
        as_of: Option<i64>,
        base: Option<i64>,
    ) -> Option<Verdict> {
        let as_of_day = as_of?;
        Some(match self.step(reports, as_of, base)? {
            Step::None { from } if as_of_day <= self.due(from) => Verdict::Pending,
            Step::Open { from } => Verdict::from_bool(as_of_day <= self.due(from)),
            Step::None { .. } | Step::Past { .. } => Verdict::Unmet,
        })
    }
}
