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


def whole_months(block) -> int:
    """The number of whole calendar months that the block covers."""
    start, end = block
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    while not spans(block, months):
        months -= 1
    return months


def covered(found) -> int:
    return sum(length(*block) for block in found)


def runs(found, gap: int):
    """Blocks with short gaps between them, as one interval, and the covered days in it.

    A run goes from the start of one block to the end of the same or a later one, with at most `gap`
    uncovered days between neighbours. At least three fifths of its days are covered.
    """
    for first, (start, _) in enumerate(found):
        days = 0
        for place, (begin, end) in enumerate(found[first:], first):
            if first < place and gap < (begin - found[place - 1][1]).days - 1:
                break
            days += length(begin, end)
            if 3 * length(start, end) <= 5 * days:
                yield (start, end), days
