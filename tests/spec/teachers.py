"""`teacher`: one teacher on a day; `visit`: one visit of a teacher to an enterprise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from .days import DAY, add_months, blocks, covered, days_of, length, reach, spans
from .schools import SCHOOLS, vocational
from .subject import (
    DATE, DAY_OF_JUDGEMENT, ENCOURAGED, IN_PRINCIPLE, MANDATORY, PERIODS, TEXT, Subject, choice,
)  # fmt: skip
from .truth import (
    MET, PENDING, UNDETERMINED, UNMET, Bound, Fact, Outcome, Truth, is_one_of, missing, one_bound,
    reaches,
)  # fmt: skip

TEACHER = Subject(
    "teacher",
    facts=dict(
        name=TEXT,
        as_of=DAY_OF_JUDGEMENT,
        school_kind=SCHOOLS,
        role=choice("specialist internship_instructor general"),
        hired_on=DATE,
        practice=PERIODS,  # {start, end, in_enterprise}; ongoing without an end
    ),
    order=(("hired_on", "as_of", "hired_on"),),
)


def specialist(teacher) -> Truth:
    """职业学校专业课教师（含实习指导教师）."""
    is_specialist = is_one_of(teacher.role, "specialist", "internship_instructor")
    return is_specialist & vocational(teacher.school_kind)


def intervals(periods, as_of: date):
    """The periods of practice. Ongoing practice ends on the day of judgement."""
    return [(it["start"], it["end"] or max(as_of, it["start"])) for it in periods]


@TEACHER.rule("15.2c", IN_PRINCIPLE, "原则上每5年不少于6个月，或每2年不少于2个月")
def periodic_practice(teacher, numbers):
    as_of, hired_on, practice = teacher.as_of.value, teacher.hired_on, teacher.practice
    applies = specialist(teacher)
    tenure_begins = add_months(as_of, -12 * numbers.periodic_long_years)

    def bound(years: int, months: int) -> Bound:
        counted = Fact(practice.pointer, None, "day")
        if practice.value is None:
            return Bound(counted, None, 30 * months, UNDETERMINED, missing(practice))
        first = add_months(as_of, -12 * years) + DAY
        found = blocks(intervals(practice.value, as_of), first, as_of)
        verdict = MET if reach(found, months) else UNMET
        return Bound(counted, covered(found), 30 * months, verdict)

    bounds = (
        bound(numbers.periodic_long_years, numbers.periodic_long_months),
        bound(numbers.periodic_short_years, numbers.periodic_short_months),
    )
    enough = bounds[0].truth | bounds[1].truth
    if enough.value:
        verdict, needs = MET, frozenset()
    elif hired_on.value is None:
        verdict, needs = UNDETERMINED, enough.needs | missing(hired_on)
    elif enough.value is None:
        verdict, needs = UNDETERMINED, enough.needs
    else:
        verdict, needs = PENDING if tenure_begins < hired_on.value else UNMET, frozenset()

    # If the rule is still open, so is an unmet bound.
    keeps_open = UNDETERMINED if applies.value is None else verdict
    if keeps_open in (UNDETERMINED, PENDING):
        bounds = [replace(it, verdict=keeps_open) if it.verdict == UNMET else it for it in bounds]
    return Outcome(applies, verdict, needs, tuple(bounds))


@TEACHER.rule("15.2d", MANDATORY, "新入职专业教师前3年须赴企业集中实践锻炼半年以上")
def induction_practice(teacher, numbers):
    as_of, hired_on, practice = teacher.as_of.value, teacher.hired_on, teacher.practice
    months = numbers.induction_months
    applies = specialist(teacher) & reaches(hired_on, numbers.induction_applies_from)
    counted = Fact(practice.pointer, None, "day")
    if hired_on.value is None or practice.value is None:
        bound = Bound(counted, None, None, UNDETERMINED, missing(hired_on, practice))
        return one_bound(bound, applies)

    deadline = add_months(hired_on.value, 12 * numbers.induction_years)
    last = min(deadline, as_of)

    def of(periods):
        return blocks(intervals(periods, as_of), hired_on.value, last)

    held = of(it for it in practice.value if it["in_enterprise"])
    possibly = of(it for it in practice.value if it["in_enterprise"] is not False)
    if any(spans(block, months) for block in held):
        verdict, needs = MET, frozenset()
    elif any(spans(block, months) for block in possibly):
        verdict = UNDETERMINED
        needs = frozenset(
            f"/practice/{place}/in_enterprise"
            for place, it in enumerate(practice.value)
            if it["in_enterprise"] is None and of([it])
        )
    else:
        verdict, needs = PENDING if as_of <= deadline else UNMET, frozenset()
    # Measured is the longest block; blocks that span the months come first.
    longest = max(held, key=lambda it: (spans(it, months), length(*it)), default=None)
    measured = 0 if longest is None else length(*longest)
    required = None if longest is None else days_of(longest[0], months)
    bound = Bound(counted, measured, required, verdict, needs, achievable=verdict != UNMET)
    return one_bound(bound, applies)


VISIT = Subject("visit", facts=dict(start=DATE, end=DATE), order=(("start", "end", "end"),))


@VISIT.rule("9.4c", ENCOURAGED, "选派职业学校、高等学校青年骨干教师到企业进行为期1年的访学")
def duration(visit, numbers):
    start, end = visit.start, visit.end
    counted = Fact(end.pointer, None, "day")
    if start.value is None:
        return one_bound(Bound(counted, None, None, UNDETERMINED, missing(start, end)))
    required = days_of(start.value, numbers.visit_months)
    if end.value is None:
        return one_bound(Bound(counted, None, required, UNDETERMINED, missing(end)))
    long_enough = spans((start.value, end.value), numbers.visit_months)
    verdict = MET if long_enough else UNMET
    return one_bound(Bound(counted, length(start.value, end.value), required, verdict))
