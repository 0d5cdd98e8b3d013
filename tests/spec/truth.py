"""What is known, what is not, and what a bound is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor
from typing import Any

MET, UNMET, NOT_APPLICABLE = "met", "unmet", "not_applicable"
PENDING, UNDETERMINED = "pending", "undetermined"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing given about a subject. `value` is None where it is not known."""

    pointer: str
    value: Any
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Truth:
    """True, False or None (not known); where it is not known, the facts that would settle it."""

    value: bool | None
    needs: frozenset[str] = frozenset()

    def __and__(self, other: Truth) -> Truth:
        return all_of(self, other)

    def __or__(self, other: Truth) -> Truth:
        return any_of(self, other)

    def __invert__(self) -> Truth:
        return Truth(None if self.value is None else not self.value, self.needs)


ALWAYS = Truth(True)
SILENT = Truth(None)  # the text does not say, and no fact would settle it


def all_of(*parts: Truth) -> Truth:
    """False as soon as one part is, else not known as soon as one part is not."""
    if any(part.value is False for part in parts):
        return Truth(False)
    if all(part.value for part in parts):
        return Truth(True)
    return Truth(None, needed(parts))


def any_of(*parts: Truth) -> Truth:
    """True as soon as one part is, else not known as soon as one part is not."""
    return ~all_of(*(~part for part in parts))


def needed(parts) -> frozenset[str]:
    return frozenset().union(*(part.needs for part in parts if part.value is None))


def lacking(*facts: Fact) -> frozenset[str]:
    return frozenset(fact.pointer for fact in facts if fact.value is None)


def yes(flag: Fact) -> Truth:
    """The flag is set."""
    return Truth(flag.value, lacking(flag))


def no(flag: Fact) -> Truth:
    """The flag is not set."""
    return ~yes(flag)


def is_one_of(choice: Fact, *values: str) -> Truth:
    """The choice is one of these."""
    return Truth(None, lacking(choice)) if choice.value is None else Truth(choice.value in values)


def reaches(fact: Fact, least: Any) -> Truth:
    """The fact is at least so much, or that day or later. 以上 and 不低于 include the bound."""
    return Truth(None, lacking(fact)) if fact.value is None else Truth(least <= fact.value)


def not_later(early: Fact, late: Fact) -> Truth:
    """The one day is not after the other."""
    if lacking(early, late):
        return Truth(None, lacking(early, late))
    return Truth(early.value <= late.value)


@dataclass(frozen=True, slots=True)
class Limb:
    """One bound of a rule: what is measured, and the least (or greatest) that is enough."""

    fact: Fact
    measured: int | None
    required: int | None
    verdict: str
    needs: frozenset[str] = frozenset()
    at_most: bool = False
    curable: bool = True  # something done now could still meet it

    @property
    def truth(self) -> Truth:
        return Truth({MET: True, UNMET: False}.get(self.verdict), self.needs)


def at_least(fact: Fact, least: int | None) -> Limb:
    """The fact is at least so much; `least` is None where the policy leaves the number open."""
    if least is None or fact.value is None:
        return Limb(fact, fact.value, least, UNDETERMINED, lacking(fact))
    return Limb(fact, fact.value, least, MET if least <= fact.value else UNMET)


def at_most(fact: Fact, most: int) -> Limb:
    """The fact is at most so much."""
    if fact.value is None:
        return Limb(fact, None, most, UNDETERMINED, lacking(fact), at_most=True)
    return Limb(fact, fact.value, most, MET if fact.value <= most else UNMET, at_most=True)


def at_least_share(part: Fact, whole: Fact, share: Fraction | None) -> Limb:
    """The part is at least such a share of the whole. A share of nothing is not asked for."""
    if whole.value == 0 and share is not None:
        return Limb(part, part.value, None, NOT_APPLICABLE)
    if share is None or whole.value is None:
        return Limb(part, part.value, None, UNDETERMINED, lacking(part, whole))
    least = ceil(share * whole.value)  # any fraction takes a whole unit
    return replace(at_least(part, least), fact=part)


def at_most_share(part: Fact, whole: Fact, share: Fraction) -> Limb:
    """The part is at most such a share of the whole. Of nothing, only nothing is allowed."""
    if whole.value is None:
        return Limb(part, part.value, None, UNDETERMINED, lacking(part, whole), at_most=True)
    if whole.value == 0 and part.value == 0:
        return Limb(part, 0, None, NOT_APPLICABLE, at_most=True)
    return at_most(part, floor(share * whole.value))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule says of a record: whether it applies, its verdict if it does, its bounds."""

    applies: Truth
    verdict: str
    needs: frozenset[str]
    limbs: tuple[Limb, ...] = ()


def rule_of(holds: Truth, when: Truth = ALWAYS, otherwise: str = UNMET, limbs=()) -> Outcome:
    """The verdict of what holds or does not."""
    verdict = {True: MET, False: otherwise, None: UNDETERMINED}[holds.value]
    return Outcome(when, verdict, holds.needs, tuple(limbs))


def bound(limb: Limb, when: Truth = ALWAYS) -> Outcome:
    """A rule of one bound."""
    return Outcome(when, limb.verdict, limb.needs, (limb,))
