"""Months and blocks of days. Intervals are pairs of days, both inclusive."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

DAY = timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day of another month, or the last day of that month if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def blocks(intervals, first: date, last: date):
    """The maximal runs of covered days within [first, last]."""
    found = []
    cut = ((max(start, first), min(end, last)) for start, end in intervals)
    for start, end in sorted((start, end) for start, end in cut if start <= end):
        if found and start <= found[-1][1] + DAY:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def length(start: date, end: date) -> int:
    """The number of days in an interval."""
    return (end - start).days + 1


def spans(block, months: int) -> bool:
    """Whether the block covers this number of calendar months."""
    start, end = block
    return add_months(start, months) <= end + DAY


def days_of(start: date, months: int) -> int:
    """The number of days in this number of calendar months from a start."""
    return (add_months(start, months) - start).days


def covered(found) -> int:
    return sum(length(*block) for block in found)


def reach(found, months: int) -> bool:
    """Reading: one block spans the months, or the days add up to 30 per month."""
    return any(spans(block, months) for block in found) or 30 * months <= covered(found)
