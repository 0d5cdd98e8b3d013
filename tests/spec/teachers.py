"""`teacher`, judged on a day, and `visit`, one visit of a teacher to an enterprise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from .days import DAY, add_months, blocks, covered, days_of, length, reach, spans
from .schools import SCHOOLS, vocational
from .subject import (
    DATE, DAY_OF_JUDGEMENT, ENCOURAGED, IN_PRINCIPLE, MANDATORY, PERIODS, TEXT, Subject, choice,
)  # fmt: skip
from .truth import (
    MET, PENDING, UNDETERMINED, UNMET, Fact, Limb, Outcome, Truth, bound, is_one_of, lacking,
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
        practice=PERIODS,  # {start, end, in_enterprise}; without an end it still runs
    ),
    order=(("hired_on", "as_of", "hired_on"),),
)


def specialist(teacher) -> Truth:
    """职业学校专业课教师（含实习指导教师）."""
    is_specialist = is_one_of(teacher.role, "specialist", "internship_instructor")
    return is_specialist & vocational(teacher.school_kind)


def intervals(periods, as_of: date):
    """The days practised; what runs on, runs on until the day of judgement."""
    return [(it["start"], it["end"] or max(as_of, it["start"])) for it in periods]


@TEACHER.rule("15.2c", IN_PRINCIPLE, "原则上每5年不少于6个月，或每2年不少于2个月")
def periodic_practice(teacher, numbers):
    as_of, hired_on, practice = teacher.as_of.value, teacher.hired_on, teacher.practice
    applies = specialist(teacher)
    tenure_begins = add_months(as_of, -12 * numbers.periodic_long_years)

    def limb(years: int, months: int) -> Limb:
        counted = Fact(practice.pointer, None, "day")
        if practice.value is None:
            return Limb(counted, None, 30 * months, UNDETERMINED, lacking(practice))
        first = add_months(as_of, -12 * years) + DAY
        found = blocks(intervals(practice.value, as_of), first, as_of)
        verdict = MET if reach(found, months) else UNMET
        return Limb(counted, covered(found), 30 * months, verdict)

    limbs = (
        limb(numbers.periodic_long_years, numbers.periodic_long_months),
        limb(numbers.periodic_short_years, numbers.periodic_short_months),
    )
    enough = limbs[0].truth | limbs[1].truth
    if enough.value:
        verdict, needs = MET, frozenset()
    elif hired_on.value is None:
        verdict, needs = UNDETERMINED, enough.needs | lacking(hired_on)
    elif enough.value is None:
        verdict, needs = UNDETERMINED, enough.needs
    else:
        verdict, needs = PENDING if tenure_begins < hired_on.value else UNMET, frozenset()

    # What keeps the rule open keeps an unmet limb open.
    keeps_open = UNDETERMINED if applies.value is None else verdict
    if keeps_open in (UNDETERMINED, PENDING):
        limbs = [replace(it, verdict=keeps_open) if it.verdict == UNMET else it for it in limbs]
    return Outcome(applies, verdict, needs, tuple(limbs))


@TEACHER.rule("15.2d", MANDATORY, "新入职专业教师前3年须赴企业集中实践锻炼半年以上")
def induction_practice(teacher, numbers):
    as_of, hired_on, practice = teacher.as_of.value, teacher.hired_on, teacher.practice
    months = numbers.induction_months
    applies = specialist(teacher) & reaches(hired_on, numbers.induction_applies_from)
    counted = Fact(practice.pointer, None, "day")
    if hired_on.value is None or practice.value is None:
        limb = Limb(counted, None, None, UNDETERMINED, lacking(hired_on, practice))
        return bound(limb, applies)

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
    # What is measured is the longest block, of those that span the months if any does.
    longest = max(held, key=lambda it: (spans(it, months), length(*it)), default=None)
    measured = 0 if longest is None else length(*longest)
    required = None if longest is None else days_of(longest[0], months)
    limb = Limb(counted, measured, required, verdict, needs, curable=verdict != UNMET)
    return bound(limb, applies)


VISIT = Subject("visit", facts=dict(start=DATE, end=DATE), order=(("start", "end", "end"),))


@VISIT.rule("9.4c", ENCOURAGED, "选派职业学校、高等学校青年骨干教师到企业进行为期1年的访学")
def duration(visit, numbers):
    start, end = visit.start, visit.end
    counted = Fact(end.pointer, None, "day")
    if start.value is None:
        return bound(Limb(counted, None, None, UNDETERMINED, lacking(start, end)))
    required = days_of(start.value, numbers.visit_months)
    if end.value is None:
        return bound(Limb(counted, None, required, UNDETERMINED, lacking(end)))
    long_enough = spans((start.value, end.value), numbers.visit_months)
    verdict = MET if long_enough else UNMET
    return bound(Limb(counted, length(start.value, end.value), required, verdict))
