"""`teacher`: one teacher on a day; `visit`: one visit of a teacher to an enterprise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from .days import (
    DAY, add_months, blocks, covered, days_of, length, runs, spans, whole_months,
)  # fmt: skip
from .schools import SCHOOLS, VOCATIONAL
from .subject import (
    DATE, DAY_OF_JUDGEMENT, ENCOURAGED, IN_PRINCIPLE, MANDATORY, PERIODS, TEXT, Subject, choice,
)  # fmt: skip
from .truth import (
    MET, PENDING, UNDETERMINED, UNMET, Bound, Fact, Outcome, Truth, any_of, is_one_of, missing,
    one_bound, reaches,
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


def specialist(teacher, *schools: str) -> Truth:
    """职业学校专业课教师（含实习指导教师）."""
    is_specialist = is_one_of(teacher.role, "specialist", "internship_instructor")
    return is_specialist & is_one_of(teacher.school_kind, *VOCATIONAL, *schools)


def held(practice, in_enterprise: tuple[bool | None, ...], first: date, last: date, as_of: date):
    """The blocks of practice in [first, last]. Ongoing practice ends on the day of judgement."""
    return blocks(
        (
            (it["start"], it["end"] or max(as_of, it["start"]))
            for it in practice
            if it["in_enterprise"] in in_enterprise
        ),
        first,
        last,
    )


ANYWHERE, CERTAINLY, POSSIBLY = (True, False, None), (True,), (True, None)


def practised(practice: Fact, anywhere: bool, first: date, last: date, as_of: date, enough):
    """Whether the practice in [first, last] is enough, and the blocks that certainly count."""
    found = held(practice.value, ANYWHERE if anywhere else CERTAINLY, first, last, as_of)
    truth = Truth(enough(found), figures=True)
    if truth.value or anywhere:
        return truth, found
    if not enough(held(practice.value, POSSIBLY, first, last, as_of)):
        return truth, found
    unknown = frozenset(
        f"{practice.pointer}/{place}/in_enterprise"
        for place, it in enumerate(practice.value)
        if it["in_enterprise"] is None and held([it], POSSIBLY, first, last, as_of)
    )
    return Truth(None, unknown), found


def required_days(months: int, numbers) -> int | None:
    """30 days a month, unless only calendar months count."""
    return None if numbers.practice_month == "calendar" else 30 * months


def by_month_of(numbers, by_months: bool, by_days: bool) -> bool:
    """What counts as a month: a calendar month, 30 days, or either."""
    match numbers.practice_month:
        case "calendar":
            return by_months
        case "thirty_days":
            return by_days
        case "calendar_or_30_days":
            return by_months or by_days


@TEACHER.rule("15.2c", IN_PRINCIPLE, "原则上每5年不少于6个月，或每2年不少于2个月")
def periodic_practice(teacher, numbers):
    as_of, hired_on, practice = teacher.as_of.value, teacher.hired_on, teacher.practice
    applies = specialist(teacher)
    after_hiring = numbers.periodic_practice_before_hiring == "excluded"
    needed = missing(practice, hired_on) if after_hiring else missing(practice)
    counted = Fact(practice.pointer, None, "day")

    def limb(years: int, months: int) -> Bound:
        def enough(found) -> bool:
            # The whole calendar months of each block add up; or 30 days are a month.
            by_months = months <= sum(whole_months(block) for block in found)
            by_days = 30 * months <= covered(found)
            return by_month_of(numbers, by_months, by_days)

        required = required_days(months, numbers)
        if needed:
            return Bound(counted, None, required, UNDETERMINED, needed)
        first = add_months(as_of, -12 * years) + DAY
        if after_hiring:
            first = max(first, hired_on.value)
        anywhere = numbers.periodic_practice_place == "anywhere"
        truth, found = practised(practice, anywhere, first, as_of, as_of, enough)
        verdict = {True: MET, False: UNMET, None: UNDETERMINED}[truth.value]
        return Bound(counted, covered(found), required, verdict, truth.needs)

    bounds = [limb(numbers.periodic_long_years, numbers.periodic_long_months)]
    if numbers.periodic_practice_limbs == "either":
        bounds.append(limb(numbers.periodic_short_years, numbers.periodic_short_months))
    enough = any_of(*(bound.truth for bound in bounds))
    needs, until = enough.needs, None
    if enough.value:
        verdict = MET
    elif enough.value is None or hired_on.value is None:
        verdict, needs = UNDETERMINED, needs | missing(hired_on)
    else:
        # Not retroactive: practice before the policy counts, the lack of it does not.
        begins = max(hired_on.value, numbers.policy_applies_from)
        until = add_months(begins, 12 * numbers.periodic_grace_years)
        verdict = PENDING if as_of <= until else UNMET

    # If the rule is still open, so is an unmet bound.
    keeps_open = UNDETERMINED if applies.value is None else verdict
    if keeps_open in (UNDETERMINED, PENDING):
        bounds = [replace(it, verdict=keeps_open) if it.verdict == UNMET else it for it in bounds]
    return Outcome(applies, verdict, needs, tuple(bounds), until=until)


@TEACHER.rule("15.2d", MANDATORY, "新入职专业教师前3年须赴企业集中实践锻炼半年以上")
def induction_practice(teacher, numbers):
    as_of, hired_on, practice = teacher.as_of.value, teacher.hired_on, teacher.practice
    months = numbers.induction_months
    # Reading: 专业教师 are 专业课教师（含实习指导教师）.
    more = ["applied_undergraduate"] if numbers.induction_schools != "vocational" else []
    since = numbers.induction_applies_from or numbers.policy_applies_from
    applies = specialist(teacher, *more) & reaches(hired_on, since)
    counted, required = Fact(practice.pointer, None, "day"), required_days(months, numbers)
    needed = missing(hired_on, practice)
    if needed:
        return one_bound(Bound(counted, None, required, UNDETERMINED, needed), applies)

    def most_days(found) -> int:
        """集中: of one run of blocks, or of all blocks together."""
        if numbers.induction_continuity == "cumulative":
            return covered(found)
        return max((days for _, days in runs(found, numbers.induction_gap_days)), default=0)

    def enough(found) -> bool:
        found_runs = runs(found, numbers.induction_gap_days)
        by_months = any(spans(run, months) for run, _ in found_runs)
        return by_month_of(numbers, by_months, by_days=30 * months <= most_days(found))

    deadline = add_months(hired_on.value, 12 * numbers.induction_years)
    last = min(deadline, as_of)
    truth, found = practised(practice, False, hired_on.value, last, as_of, enough)
    if truth.value is False:
        verdict = PENDING if as_of <= deadline else UNMET
    else:
        verdict = MET if truth.value else UNDETERMINED
    bound = Bound(
        counted, most_days(found), required, verdict, truth.needs, achievable=verdict != UNMET
    )
    return one_bound(bound, applies, until=deadline)


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
