"""Known and unknown facts, three-valued logic, and bounds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Any

MET, UNMET, NOT_APPLICABLE = "met", "unmet", "not_applicable"
PENDING, UNDETERMINED = "pending", "undetermined"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about a subject. `value` is None if it is unknown."""

    pointer: str
    value: Any
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Truth:
    """True, False or None (unknown). If unknown, `needs` are the facts that would decide it.

    `figures` says whether a compared number, day or derived size settles it. Otherwise a flag or a
    choice does.
    """

    value: bool | None
    needs: frozenset[str] = frozenset()
    figures: bool = False

    def __and__(self, other: Truth) -> Truth:
        return all_of(self, other)

    def __or__(self, other: Truth) -> Truth:
        return any_of(self, other)

    def __invert__(self) -> Truth:
        return Truth(None if self.value is None else not self.value, self.needs, self.figures)


ALWAYS = Truth(True)
SILENT = Truth(None)  # the text is silent, and no fact would decide it


def all_of(*parts: Truth) -> Truth:
    """False if any part is false, else unknown if any part is unknown."""
    if any(part.value is False for part in parts):
        return Truth(False, figures=any(it.figures for it in parts if it.value is False))
    if all(part.value for part in parts):
        return Truth(True, figures=any(it.figures for it in parts))
    return Truth(None, needed(parts))


def any_of(*parts: Truth) -> Truth:
    """True if any part is true, else unknown if any part is unknown."""
    return ~all_of(*(~part for part in parts))


def needed(parts) -> frozenset[str]:
    return frozenset().union(*(part.needs for part in parts if part.value is None))


def missing(*facts: Fact) -> frozenset[str]:
    return frozenset(fact.pointer for fact in facts if fact.value is None)


def yes(flag: Fact) -> Truth:
    """The flag is set."""
    return Truth(flag.value, missing(flag))


def no(flag: Fact) -> Truth:
    """The flag is not set."""
    return ~yes(flag)


def is_one_of(choice: Fact, *values: str) -> Truth:
    """The choice is one of these."""
    return Truth(None, missing(choice)) if choice.value is None else Truth(choice.value in values)


def reaches(fact: Fact, least: Any) -> Truth:
    """The fact is at least this number, or this day or later. Bounds are inclusive: 以上, 不低于."""
    if fact.value is None:
        return Truth(None, missing(fact))
    return Truth(least <= fact.value, figures=True)


def not_later(early: Fact, late: Fact) -> Truth:
    """The first day is not after the second."""
    if missing(early, late):
        return Truth(None, missing(early, late))
    return Truth(early.value <= late.value, figures=True)


@dataclass(frozen=True, slots=True)
class Bound:
    """One bound of a rule: the measured value and the required minimum (or maximum)."""

    fact: Fact
    measured: int | None
    required: int | None
    verdict: str
    needs: frozenset[str] = frozenset()
    at_most: bool = False
    achievable: bool = True  # whether the bound can still be met

    @property
    def truth(self) -> Truth:
        return Truth({MET: True, UNMET: False}.get(self.verdict), self.needs, figures=True)


def at_least(fact: Fact, least: int | None) -> Bound:
    """The fact is at least `least`, which is None if the policy leaves the number open."""
    if least is None or fact.value is None:
        return Bound(fact, fact.value, least, UNDETERMINED, missing(fact))
    return Bound(fact, fact.value, least, MET if least <= fact.value else UNMET)


def possible(bound: Bound, most: int) -> Bound:
    """The bound, without a required number if that is above what there can be."""
    return bound if bound.required <= most else replace(bound, required=None)


def at_most(fact: Fact, most: int) -> Bound:
    """The fact is at most `most`."""
    if fact.value is None:
        return Bound(fact, None, most, UNDETERMINED, missing(fact), at_most=True)
    return Bound(fact, fact.value, most, MET if fact.value <= most else UNMET, at_most=True)


def half_up(number: Fraction) -> int:
    return floor(number + Fraction(1, 2))


def at_least_share(part: Fact, whole: Fact, share: Fraction | None, rounded=ceil) -> Bound:
    """The part is at least a share of the whole, rounded to a whole unit. A share of nothing is
    not required."""
    if whole.value == 0 and share is not None:
        return Bound(part, part.value, None, NOT_APPLICABLE)
    if share is None or whole.value is None:
        return Bound(part, part.value, None, UNDETERMINED, missing(part, whole))
    return at_least(part, rounded(share * whole.value))


def at_most_share(part: Fact, whole: Fact, share: Fraction) -> Bound:
    """The part is at most a share of the whole. If the whole is zero, the part must be zero."""
    if whole.value is None:
        return Bound(part, part.value, None, UNDETERMINED, missing(part, whole), at_most=True)
    if whole.value == 0 and part.value == 0:
        return Bound(part, 0, None, NOT_APPLICABLE, at_most=True)
    return at_most(part, floor(share * whole.value))


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a rule: whether it applies, the verdict if it does, and the bounds."""

    applies: Truth
    verdict: str
    needs: frozenset[str]
    bounds: tuple[Bound, ...] = ()
    figures: bool = True  # whether a compared figure settles the verdict
    until: date | None = None  # the last day of a period that runs


def rule_of(holds: Truth, when: Truth = ALWAYS, bounds=()) -> Outcome:
    """The outcome of a condition."""
    verdict = {True: MET, False: UNMET, None: UNDETERMINED}[holds.value]
    return Outcome(when, verdict, holds.needs, tuple(bounds), holds.figures)


def one_bound(bound: Bound, when: Truth = ALWAYS, until: date | None = None) -> Outcome:
    """The outcome of a rule with one bound."""
    return Outcome(when, bound.verdict, bound.needs, (bound,), until=until)


def any_bound(*bounds: Bound, when: Truth = ALWAYS) -> Outcome:
    """The outcome of a rule with several bounds, one of which is enough. A share of nothing drops
    out; if none is left, nothing is required."""
    left = [bound.truth for bound in bounds if bound.verdict != NOT_APPLICABLE]
    return rule_of(any_of(*left), when, bounds) if left else of_nothing(when, bounds)


def of_nothing(when: Truth, bounds) -> Outcome:
    """The outcome of a rule that asks for shares of nothing alone."""
    return Outcome(when, NOT_APPLICABLE, frozenset(), tuple(bounds))
