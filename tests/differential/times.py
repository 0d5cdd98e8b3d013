"""Random years, days and periods near the bounds of the policy, mostly from 2018 to 2026.

They depend on the parameters in force: deadlines, gaps between blocks of practice, their density
and the days of a month are met exactly, or missed by a day.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

DAY = timedelta(days=1)
FIRST, LAST = date(1900, 1, 1), date(2999, 12, 31)
EXTREME = [  # leap days, ends of months, limits of dates
    *(date(*it) for it in [(2020, 2, 29), (2024, 2, 29), (2000, 2, 29), (2100, 2, 28)]),
    *(date(*it) for it in [(2019, 1, 31), (2023, 8, 31), (2022, 3, 1), (2025, 4, 30)]),
    *(date(*it) for it in [(1900, 1, 1), (1900, 3, 1), (2999, 12, 31), (2996, 2, 29)]),
]


def add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, 1), 9998)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def within(day: date) -> date:
    """A day that a record can have."""
    return min(max(day, FIRST), LAST)


class Times:
    """The days of one record."""

    def __init__(self, draw, numbers):
        self.draw, self.numbers = draw, numbers
        self.limits = [numbers.policy_applies_from, numbers.policy_applies_to]

    def beside(self, day: date) -> date:
        """The day, or one next to it."""
        return within(day + self.draw.of([-1, 0, 0, 1]) * DAY)

    def some_day(self) -> date:
        """A day around the time of the policy."""
        if self.draw.one_in(12):
            return self.draw.of(EXTREME)
        limits = [it for it in self.limits if it]
        if self.draw.one_in(6):
            return self.beside(self.draw.of(limits))
        return date(2018, 1, 1) + self.draw.below(9 * 365) * DAY

    def year(self) -> int:
        near = [it.year + self.draw.of([-1, 0, 1]) for it in self.limits if it]
        year = self.draw.of([*range(2017, 2028), 1900, 2999, *near, *near])
        return min(max(year, FIRST.year), LAST.year)

    def fill(self, subject: str, values: dict):
        """Replaces the days of a record by days that belong together."""
        match subject:
            case "teacher":
                self.teacher(values)
            case "industry_forecast":
                self.forecast(values)
            case "visit":
                start = values.get("start") or self.some_day()
                end = add_months(start, self.numbers.visit_months) - DAY
                self.replace(values, start=start, end=self.beside(end))
            case "internship":
                self.internship(values)

    def replace(self, values: dict, **days):
        """Replaces the facts that are given, most of the time."""
        for name, day in days.items():
            if name in values and not self.draw.one_in(8):
                values[name] = day

    # --- subjects ---

    def internship(self, values: dict):
        draw = self.draw
        starts = self.some_day()
        if draw.one_in(3):
            starts = self.beside(self.numbers.internship_rules_2021_from)
        ends = within(starts + draw.below(400) * DAY)
        insured = dict(
            liability_insured_from=self.beside(starts), liability_insured_to=self.beside(ends)
        )
        self.replace(values, starts_on=starts, ends_on=ends, **insured)

    def forecast(self, values: dict):
        draw, step = self.draw, 12 * self.numbers.forecast_interval_years
        as_of = self.some_day()
        first = self.numbers.policy_applies_from
        base = self.beside(draw.of([add_months(as_of, -step), self.some_day(), first]))
        if base <= as_of and "base_date" in values:
            values["base_date"] = base
        since = max(first, values.get("base_date", first))
        # Backwards from the day of judgement, or forwards from the day on which the duty begins.
        reports = []
        if draw.one_in(4):
            as_of = self.beside(add_months(since, step))
        elif draw.one_in(2):
            day = as_of
            for _ in range(draw.of([1, 1, 2, 3])):
                day = self.beside(add_months(day, -step + draw.of([0, 0, 0, 1, -1, 12])))
                reports.append(day)
        else:
            day = since
            for _ in range(draw.of([1, 1, 2, 3])):
                day = self.beside(add_months(day, step - draw.of([0, 0, 0, 1, 12, 24])))
                reports.append(day)
        for _ in range(draw.of([0, 0, 1, 2])):
            reports.append(draw.of([self.some_day(), since, self.beside(since), *reports]))
        self.replace(values, as_of=as_of, published=draw.shuffled(reports))

    def teacher(self, values: dict):
        draw, numbers = self.draw, self.numbers
        if draw.below(6):  # both rules apply
            specialist = draw.of(["specialist", "internship_instructor"])
            self.replace(values, role=specialist, school_kind="higher_vocational")
        as_of = max(self.some_day(), self.some_day())
        if numbers.policy_applies_to and draw.below(3):
            as_of = min(as_of, numbers.policy_applies_to)
        since = numbers.induction_applies_from or numbers.policy_applies_from
        in_service = draw.of([12 * numbers.induction_years, 12 * numbers.periodic_grace_years])
        hired = draw.of(
            [
                self.beside(add_months(as_of, -in_service)),
                self.beside(add_months(as_of, -in_service)),
                self.beside(since),
                min(within(since + draw.below(1000) * DAY), as_of),
                min(within(since + draw.below(1000) * DAY), as_of),
                self.some_day(),
                within(as_of - draw.below(3000) * DAY),
                date(2005, 9, 1),
            ]
        )
        if draw.one_in(8):
            grace = 12 * numbers.periodic_grace_years
            as_of = self.beside(add_months(max(hired, numbers.policy_applies_from), grace))
        if as_of < hired and draw.below(20):
            as_of, hired = hired, as_of
        self.replace(values, as_of=as_of, hired_on=hired)
        practice = []
        for _ in range(draw.of([0, 1, 1, 1, 2])):
            practice += draw.of([self.block, self.window, self.run, self.run])(as_of, hired)
        if practice and draw.one_in(10):
            practice.append(dict(draw.of(practice)))
        self.replace(values, practice=draw.shuffled(practice))

    # --- practice ---

    def period(self, start: date, end: date, in_enterprise: bool | None) -> dict:
        start = within(start)
        end = within(max(start, end))
        ongoing = self.draw.one_in(12)
        return dict(start=start, end=None if ongoing else end, in_enterprise=in_enterprise)

    def place(self) -> bool | None:
        return self.draw.of([True, True, True, True, True, False, None])

    def months(self) -> int:
        numbers = self.numbers
        months = [numbers.periodic_long_months, numbers.periodic_short_months]
        return self.draw.of([*months, numbers.induction_months]) + self.draw.of([0, 0, 0, 1, -1])

    def length(self, start: date, covered: int = 0) -> int:
        """The days from a start that complete some months, by the calendar or 30 days each."""
        months = max(self.months(), 1)
        by_calendar = (min(add_months(start, months), LAST) - start).days
        days = by_calendar if self.draw.one_in(2) else 30 * months - covered
        return max(1, days + self.draw.of([-1, 0, 0, 1]))

    def block(self, as_of: date, hired: date) -> list[dict]:
        """One or two blocks anywhere."""
        start = self.draw.of([self.some_day(), within(as_of - self.draw.below(1500) * DAY)])
        end = start + (self.length(start) - 1) * DAY
        found = [self.period(start, end, self.place())]
        if self.draw.one_in(2):  # it overlaps, touches, or leaves a gap
            begin = within(end + self.draw.of([-3, 0, 1, 1, 2, 40]) * DAY)
            if self.draw.one_in(2):  # both together complete some months
                last = begin + (self.length(begin, (end - start).days + 1) - 1) * DAY
            else:
                last = start + (self.length(start) - 1) * DAY
                end = within(start + (last - start) // 2)
                found[0]["end"], begin = end, end + self.draw.of([0, 1, 1, 2]) * DAY
            found.append(self.period(begin, last, found[0]["in_enterprise"]))
        return found

    def window(self, as_of: date, hired: date) -> list[dict]:
        """Practice at the edge of a window of 15.2c, or at the day of hiring."""
        numbers, draw = self.numbers, self.draw
        years = draw.of([numbers.periodic_long_years, numbers.periodic_short_years])
        first = max(add_months(as_of, -12 * years) + DAY, FIRST)
        start = self.beside(draw.of([first, hired]))
        if draw.one_in(3):  # it straddles the edge
            start = within(start - draw.below(60) * DAY)
        return [self.period(start, start + (self.length(first) - 1) * DAY, self.place())]

    def run(self, as_of: date, hired: date) -> list[dict]:
        """Blocks with gaps near the longest one allowed, of which three fifths may be covered."""
        draw, gap = self.draw, self.numbers.induction_gap_days
        deadline = add_months(hired, 12 * self.numbers.induction_years)
        start = draw.of([self.beside(hired), hired + draw.below(700) * DAY])
        if draw.one_in(4):
            start = deadline - draw.below(200) * DAY
        start = within(min(start, as_of))
        places = draw.of([[True], [True], [True, True, True, None], [True, None, False]])
        found, day, covered = [], start, 0
        sparse = draw.one_in(2)
        for _ in range(draw.of([1, 1, 2, 3, 5, 12])):
            days = 1 + draw.below(max(2, gap * 2) if sparse else 90)
            found.append(self.period(day, day + (days - 1) * DAY, draw.of(places)))
            covered += days
            day = within(day + (days + max(0, gap + draw.of([-1, 0, 0, 0, 1]))) * DAY)
        length = (day - start).days
        match draw.below(3):
            case 0:  # three fifths: 5 (covered + days) = 3 (length + days)
                days = (3 * length - 5 * covered) // 2 + draw.of([-1, 0, 1])
            case 1:  # 30 days a month
                days = 30 * self.numbers.induction_months - covered + draw.of([-1, 0, 1])
            case _:  # calendar months
                end = add_months(start, self.numbers.induction_months)
                days = (end - day).days + draw.of([-1, 0, 1])
        if 0 < days:
            found.append(self.period(day, day + (days - 1) * DAY, draw.of(places)))
        return found
