"""Parses records and collects their faults.

Every fault has a JSON Pointer and a code. Numbers are parsed from their literals by value, so `1e2`
and `100.00` are both 100. Nothing is rounded.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from .parameters import COUNT_LIMIT, MONEY_LIMIT, PARAMETERS, Parameter
from .subject import SUBJECTS, Type

TEXT_LIMIT, EXPLANATION_LIMIT = 500, 2000  # characters
FIRST_YEAR, LAST_YEAR = 1900, 2999


class Number(str):
    """The literal of a JSON number."""


class Pairs(list):
    """The members of a JSON object, in order and with duplicates."""


class Fault(NamedTuple):
    pointer: str
    code: str


class Invalid(Exception):
    """An invalid value; the argument is the code of the fault."""


def parse(text: str) -> Any:
    """Parses JSON text, with numbers as literals and objects as pairs."""

    def constant(name):
        raise ValueError(f"{name} is not JSON")

    return json.loads(
        text,
        object_pairs_hook=Pairs,
        parse_int=Number,
        parse_float=Number,
        parse_constant=constant,
    )


# --- values ---


def exactly(literal: str) -> Fraction:
    """The value of a decimal. Exponents are limited; such values are out of every range anyway."""
    decimal = Decimal(literal)
    if decimal and not -40 < decimal.adjusted() < 40:
        decimal = Decimal("1E40" if 0 < decimal.adjusted() else "1E-40").copy_sign(decimal)
    return Fraction(decimal)


def within(units: Fraction, code: str, least: int, most: int) -> Fraction:
    """Checks for an integer number of units in range. No fact is negative."""
    if not 0 <= units <= most:
        raise Invalid("out_of_range")
    if units.denominator != 1:
        raise Invalid(code)
    if units < least:
        raise Invalid("out_of_range")
    return units


def whole(cell: Any, code: str, least: int, most: int) -> int:
    if not isinstance(cell, Number):
        raise Invalid(code)
    value = exactly(cell)
    return int(within(value, code, least, most))


def money(cell: Any, least: int = 0, most: int = MONEY_LIMIT) -> int:
    """Yuan, as a number or a text with at most two decimals. Returns fen."""
    if isinstance(cell, str) and not isinstance(cell, Number):
        if not re.fullmatch(r"(0|[1-9][0-9]*)(\.[0-9]{1,2})?", cell):
            raise Invalid("not_money")
    elif not isinstance(cell, Number):
        raise Invalid("not_money")
    return int(within(exactly(cell) * 100, "not_money", least, most))


def share(cell: Any, least: int = 0, most: int = 100) -> Fraction:
    """Percent, as a number or a text with at most four decimals."""
    if isinstance(cell, str) and not isinstance(cell, Number):
        if not re.fullmatch(r"(0|[1-9][0-9]*)(\.[0-9]{1,4})?", cell):
            raise Invalid("not_a_share")
    elif not isinstance(cell, Number):
        raise Invalid("not_a_share")
    millionths = within(exactly(cell) * 10_000, "not_a_share", least * 10_000, most * 10_000)
    return millionths / 1_000_000


def day(cell: Any) -> date:
    """A calendar day as `YYYY-MM-DD`."""
    if not isinstance(cell, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", cell):
        raise Invalid("not_a_date")
    year, month, of_month = (int(part) for part in cell.split("-"))
    try:
        date(2000 + year % 400, month, of_month)  # the calendar repeats after 400 years
    except ValueError:
        raise Invalid("not_a_date") from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Invalid("out_of_range")
    return date(year, month, of_month)


def string(cell: Any, limit: int = TEXT_LIMIT) -> str:
    if not isinstance(cell, str) or isinstance(cell, Number):
        raise Invalid("not_text")
    if limit < len(cell):
        raise Invalid("text_too_long")
    return cell


def flag(cell: Any) -> bool:
    if not isinstance(cell, bool):
        raise Invalid("not_a_flag")
    return cell


def one_of(cell: Any, choices: tuple[str, ...]) -> str:
    if not isinstance(cell, str) or isinstance(cell, Number) or cell not in choices:
        raise Invalid("not_a_choice")
    return cell


def cell(value: Any, kind: Type) -> Any:
    """A value that is not null."""
    match kind.name:
        case "text":
            return string(value)
        case "flag":
            return flag(value)
        case "choice":
            return one_of(value, kind.choices)
        case "count":
            return whole(value, "not_a_count", 0, COUNT_LIMIT)
        case "year":
            return whole(value, "not_a_year", FIRST_YEAR, LAST_YEAR)
        case "money":
            return money(value)
        case "date":
            return day(value)
    raise AssertionError(kind)


# --- objects and lists ---

PERIOD = dict(start=Type("date", required=True), end=Type("date"), in_enterprise=Type("flag"))


class Parser:
    """Parses a record and collects its faults."""

    def __init__(self):
        self.faults: list[Fault] = []

    def fault(self, pointer: str, code: str):
        self.faults.append(Fault(pointer, code))

    def members(self, pairs: Pairs) -> dict[str, Any]:
        """The members by key; the first one of duplicates."""
        first: dict[str, Any] = {}
        for key, value in pairs:
            first.setdefault(key, value)
        return first

    def duplicates(self, counts: Counter[str], key: str, pointer: str):
        for _ in range(counts[key] - 1):
            self.fault(f"{pointer}/{escape(key)}", "duplicate_key")

    def facts(self, pairs: Pairs, types: dict[str, Type], pointer: str) -> dict[str, Any]:
        """The facts of an object. Faults are in the order of the facts."""
        given, counts = self.members(pairs), keys(pairs)
        found = {}
        for name, kind in types.items():
            self.duplicates(counts, name, pointer)
            found[name] = self.fact(given.get(name), kind, f"{pointer}/{name}")
        return found

    def unknown(self, pairs: Pairs, known, pointer: str, code: str = "unknown_key"):
        counts = keys(pairs)
        for key in sorted(set(counts) - set(known)):
            self.fault(f"{pointer}/{escape(key)}", code)
            self.duplicates(counts, key, pointer)

    def fact(self, value: Any, kind: Type, pointer: str) -> Any:
        if value is None:
            if kind.required:
                self.fault(pointer, "required")
            return None
        if kind.name in ("dates", "periods"):
            return self.items(value, kind, pointer)
        try:
            return cell(value, kind)
        except Invalid as invalid:
            self.fault(pointer, invalid.args[0])
            return None

    def items(self, value: Any, kind: Type, pointer: str) -> list | None:
        if not isinstance(value, list) or isinstance(value, Pairs):
            self.fault(pointer, "not_a_list")
            return None
        found = []
        for index, item in enumerate(value):
            here = f"{pointer}/{index}"
            if item is None:
                self.fault(here, "null_item")
            elif kind.name == "dates":
                found.append(self.fact(item, Type("date"), here))
            elif not isinstance(item, Pairs):
                self.fault(here, "not_an_object")
            else:
                period = self.facts(item, PERIOD, here)
                if period["start"] and period["end"] and period["end"] < period["start"]:
                    self.fault(f"{here}/end", "date_order")
                self.unknown(item, PERIOD, here)
                found.append(period)
        return found

    def explanations(self, value: Any, subject) -> dict[str, str]:
        """Texts by rule id. Null means no explanation."""
        if value is None:
            return {}
        if not isinstance(value, Pairs):
            self.fault("/explanations", "not_an_object")
            return {}
        found = {}
        explainable = [rule.id for rule in subject.rules if rule.explainable]
        given, counts = self.members(value), keys(value)
        for rule in explainable:
            self.duplicates(counts, rule, "/explanations")
            if given.get(rule) is None:
                continue
            try:
                found[rule] = string(given[rule], EXPLANATION_LIMIT)
            except Invalid as invalid:
                self.fault(f"/explanations/{rule}", invalid.args[0])
                continue
            if not found[rule].strip():
                self.fault(f"/explanations/{rule}", "blank_text")
        self.unknown(value, explainable, "/explanations", "not_explainable")
        return found


def keys(pairs: Pairs) -> Counter[str]:
    """The number of occurrences of each key."""
    return Counter(key for key, _ in pairs)


def escape(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def record(subject_name: str, text: str):
    """Returns the facts, the explanations and the faults of a record."""
    subject, parser = SUBJECTS[subject_name], Parser()
    try:
        pairs = parse(text)
    except ValueError:
        parser.fault("", "not_json")
        return {}, {}, parser.faults
    if not isinstance(pairs, Pairs):
        parser.fault("", "not_an_object")
        return {}, {}, parser.faults
    facts = parser.facts(pairs, subject.facts, "")
    for part, total in subject.parts.items():
        if None not in (facts[part], facts[total]) and facts[total] < facts[part]:
            parser.fault(f"/{part}", "part_exceeds_whole")
    for early, late, blamed in subject.order:
        if None not in (facts[early], facts[late]) and facts[late] < facts[early]:
            parser.fault(f"/{blamed}", "date_order")
    positions = {name: position for position, name in enumerate(subject.facts)}
    parser.faults.sort(key=lambda fault: positions[fault.pointer.split("/")[1]])
    explanations = parser.members(pairs).get("explanations")
    parser.duplicates(keys(pairs), "explanations", "")
    found = parser.explanations(explanations, subject)
    parser.unknown(pairs, [*subject.facts, "explanations"], "")
    return facts, found, parser.faults


def parameters(text: str | None):
    """Returns the overrides and their faults. Null means the default."""
    parser = Parser()
    pairs = Pairs() if text is None else parse(text)
    if pairs is None:
        pairs = Pairs()
    if not isinstance(pairs, Pairs):
        parser.fault("", "not_an_object")
        return {}, parser.faults
    given, counts, found = parser.members(pairs), keys(pairs), {}
    for name, kind in PARAMETERS.items():
        parser.duplicates(counts, name, "")
        if given.get(name) is None:
            continue
        try:
            found[name] = parameter(given[name], kind)
        except Invalid as invalid:
            found[name] = None
            parser.fault(f"/{name}", invalid.args[0])
        if name == "policy_applies_to":
            first, last = found.get("policy_applies_from", APPLIES_FROM), found[name]
            if first and last and last < first:
                parser.fault(f"/{name}", "date_order")
    parser.unknown(pairs, PARAMETERS, "")
    return found, parser.faults


APPLIES_FROM = PARAMETERS["policy_applies_from"].default


def parameter(value: Any, of: Parameter):
    match of.kind:
        case "money":
            return money(value, of.least, of.most)
        case "count":
            return whole(value, "not_a_count", of.least, of.most)
        case "share":
            return share(value, of.least, of.most)
        case "date":
            return day(value)
        case "reading":
            return one_of(value, of.choices)
    raise AssertionError(of)
