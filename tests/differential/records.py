"""Random records near the bounds, for every subject. A seed gives the same records everywhere.

The types of facts and the bounds of rules come from `schemas/`, so new rules are covered without a
change here. Only what the schemas do not contain comes from the specification: the size table of
enterprises, and which facts are parts of others.
"""

from __future__ import annotations

import calendar
import json
import random
import re
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor
from pathlib import Path

from spec.enterprise import SIZES, WAN_YUAN
from spec.report import SUBJECTS

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"
BLOCK = 25  # consecutive records with the same parameters
COUNT_LIMIT = MONEY_LIMIT = 2**53 - 1
DAY = timedelta(days=1)

LIKELY = [0, 1, 2, 3, 5, 7, 10, 33, 99, 100, 101, 199, 200, 201, 999, 1000, 1001, 3200, 12345]
EXTREME = [COUNT_LIMIT, COUNT_LIMIT - 1, COUNT_LIMIT // 2, COUNT_LIMIT // 10, 10**15]
SIZE_PERSONS = sorted({row["X"] for rows in SIZES.values() for row in rows if "X" in row})
SIZE_MONEY = sorted({row[k] * WAN_YUAN for rows in SIZES.values() for row in rows for k in row})
INDICATORS = {
    "X": ("employed_persons", 1),
    "Y": ("operating_revenue_yuan", WAN_YUAN),
    "Z": ("total_assets_yuan", WAN_YUAN),
}
ANCHORS = [  # leap days, ends of months and years, limits of dates
    *(date(*it) for it in [(2020, 2, 29), (2024, 2, 29), (2000, 2, 29), (2100, 2, 28)]),
    *(date(*it) for it in [(2019, 1, 1), (2018, 12, 31), (2019, 1, 31), (2023, 8, 31)]),
    *(date(*it) for it in [(2022, 3, 1), (2025, 4, 30), (2023, 10, 31), (2021, 6, 15)]),
    *(date(*it) for it in [(1900, 1, 1), (1900, 3, 1), (2999, 12, 31), (2996, 2, 29)]),
]
LEAP = [it for it in ANCHORS if (it.month, it.day) == (2, 29)]
NAMES = ["", "示例单位", "a", "\u0000", "\u202e", "😀", 'x"y\\z/', "e\u0301", " ", "<b>&", "=1+1"]
WRONG = [  # invalid for most facts
    "{}", "[]", "true", "false", '"true"', "0", "1", "-1", "-0.0", "0.5", '""', '"x"', '"1,000"',
    '"NaN"', "[null]", "[[]]", "1e400", "1e-400", '" 1"', '"１"', '"1e2"', '"+1"', '"2024-1-1"',
    "20240101", '"2023-02-29"', '"2024-02-30"', '"2024-13-01"', '"1899-12-31"', '"3000-01-01"',
    '"2024-01-01T00:00:00"', '"0000-01-01"', "9007199254740992", "90071992547409.92", "0.001",
    '"90071992547409.92"', '"0.001"', '"1."', '"01"', '"-1"', "1.0000001", "123456789012345678901",
    '"2024\\u002d01-01"', "0.1e1", "99e-2", "-5e-1",
]  # fmt: skip


def load(name: str):
    return json.loads((SCHEMAS / name).read_text("utf-8"))


class Draw:
    """Pseudo-random numbers that are the same on every machine and with every version."""

    def __init__(self, seed: str):
        self._bits = random.Random(seed).getrandbits

    def below(self, bound: int) -> int:
        return self._bits(64) % bound

    def one_in(self, bound: int) -> bool:
        return self.below(bound) == 0

    def of(self, values):
        return values[self.below(len(values))]

    def near(self, value: int) -> int:
        """The bound or a number next to it."""
        return value + self.of([-1, 0, 0, 1, 1, 2, -2])

    def shuffled(self, values: list) -> list:
        values = list(values)
        for place in range(len(values) - 1, 0, -1):
            other = self.below(place + 1)
            values[place], values[other] = values[other], values[place]
        return values


def add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, 1), 9998)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@dataclass(frozen=True)
class Line:
    """A record and its parameters as texts, as every surface gets them."""

    subject: str
    number: int
    record: str
    parameters: str | None
    plain: bool  # whether parsed objects lose nothing of the texts

    def to_json(self) -> str:
        members = {"subject": self.subject, "record": self.record, "parameters": self.parameters}
        return json.dumps(members | {"plain": self.plain}, ensure_ascii=False)


class Spelling:
    """Writes JSON text, and records whether parsed objects would lose anything of it."""

    def __init__(self, draw: Draw):
        self.plain = True
        self.use(draw)

    def use(self, draw: Draw):
        self.draw, self.odd = draw, draw.one_in(4)

    def number(self, value: int, decimals: int = 0) -> str:
        """A number with decimals, sometimes in an unusual spelling."""
        sign, digits = "-" * (value < 0), str(abs(value)).rjust(decimals + 1, "0")
        head, tail = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
        usual = sign + head + ("." + tail.rstrip("0")).rstrip(".")
        if not self.odd or self.draw.below(3):
            return self.raw(usual)
        whole = value if decimals == 0 else None
        spellings = [
            f"{sign}{head}.{tail}0",
            f"{sign}{int(digits)}e-{decimals}",
            f"{sign}{10 * int(digits)}E-{decimals + 1}",
            f"{sign}{head[0]}.{head[1:]}{tail or '0'}e+{len(head) - 1}",
            "-0" if value == 0 else usual,
            f"{whole // 100}e2" if whole and whole % 100 == 0 else usual,
        ]
        return self.raw(self.draw.of(spellings))

    def raw(self, literal: str) -> str:
        """A literal number. Parsed objects keep only short numbers in the usual spelling."""
        usual = re.fullmatch(r"(0|-?[1-9][0-9]*|-?(0|[1-9][0-9]*)\.[0-9]?[1-9])", literal)
        if not usual or 15 < len(literal.strip("-").replace(".", "")):
            self.plain = False
        return literal

    def text(self, value: str) -> str:
        ascii_only = self.draw.one_in(8)
        return json.dumps(value, ensure_ascii=ascii_only)

    def any(self, literal: str) -> str:
        """Any JSON text, possibly a number."""
        if re.match(r"-?[0-9]", literal):
            return self.raw(literal)
        return literal

    def object(self, members: list[tuple[str, str]]) -> str:
        keys = [key for key, _ in members]
        if len(set(keys)) < len(keys) or any(key.isdigit() or key == "__proto__" for key in keys):
            self.plain = False
        space = self.draw.of(["", "", "", " ", "\n\t"])
        return "{" + ",".join(f"{space}{self.text(key)}:{value}" for key, value in members) + "}"


class Parameters:
    """Overrides of the numbers of the policy, most of them valid."""

    def __init__(self):
        self.all = {it["parameter"]: it for it in load("parameters.json")}
        self.defaults = {
            name: self.value(it["type"], it["default"]) for name, it in self.all.items()
        }

    @staticmethod
    def value(kind: str, text: str | None):
        if text is None:
            return None
        match kind:
            case "share":
                return Fraction(text)
            case "money":
                return int(Fraction(text) * 100)
            case "date":
                return date.fromisoformat(text)
        return int(text)

    def draw(self, draw: Draw, names: list[str], spelling: Spelling):
        """Overrides, as values and as text."""
        values = dict(self.defaults)
        if not names or not draw.one_in(4):
            empty = None if not draw.one_in(10) else "{}"
            return values, empty
        members = []
        for name in draw.shuffled(names)[: 1 + draw.below(3)]:
            it = self.all[name]
            if draw.one_in(12):
                members.append((name, "null"))
                continue
            values[name], text = self.one(draw, it, spelling)
            members.append((name, text))
        if draw.one_in(12):
            members.append((draw.of([*names, *self.all, "no_such_number"]), draw.of(WRONG)))
            spelling.plain = False
        if draw.one_in(40):
            members.append(members[0])
        return values, spelling.object(members)

    def one(self, draw: Draw, it: dict, spelling: Spelling):
        least, most = it["range"]["least"], it["range"]["most"]
        if it["type"] == "date":
            day = draw.of([*ANCHORS, date(2019, 1, 1)])
            return day, spelling.text(day.isoformat())
        decimals = {"share": 4, "money": 2}.get(it["type"], 0)
        low, high = (int(Fraction(it) * 10**decimals) for it in (least, most))
        default = int(Fraction(it["default"] or 1) * 10**decimals)
        value = draw.of(
            [default, default + 1, default - 1, low, high, low + 1, default * 2, default // 2]
            + [draw.near(default)] * 6
            + [low - 1 if draw.one_in(4) else default, high + 1 if draw.one_in(4) else default]
        )
        text = spelling.number(value, decimals)
        if decimals and 0 <= value and draw.one_in(2):
            text = json.dumps(f"{value // 10**decimals}.{value % 10**decimals:0{decimals}}")
        exact = Fraction(value, 10**decimals)
        return (exact if it["type"] == "share" else value), text


PARAMETERS = Parameters()
RULES = load("rules.json")["rules"]


class Generator:
    """The records of one subject."""

    def __init__(self, subject: str, seed: str = "82"):
        self.subject, self.seed = subject, seed
        schema = load(f"2020-12/{subject}.json")
        self.facts = dict(schema["properties"])
        self.reasons = self.facts.pop("explanations", {}).get("properties", {})
        self.required = set(schema.get("required", []))
        rules = [it for it in RULES if it["subject"] == subject]
        self.rules = [it["rule"] for it in rules]
        self.bounds = [bound for it in rules for bound in it["bounds"]]
        statements = {it["statement"] for it in rules}
        self.parameters = [
            name for name, it in PARAMETERS.all.items() if statements & set(it["statements"])
        ]
        self.months = sorted(
            int(it["default"]) * (12 if it["unit"] == "year" else 1)
            for it in map(PARAMETERS.all.get, self.parameters)
            if it["unit"] in ("year", "month")
        ) or [12]

    def line(self, number: int) -> Line:
        """The record with this number."""
        block = Draw(f"{self.seed}/{self.subject}/block {number // BLOCK}")
        spelling = Spelling(block)
        numbers, parameters = PARAMETERS.draw(block, self.parameters, spelling)
        draw = Draw(f"{self.seed}/{self.subject}/{number}")
        spelling.use(draw)
        record = self.record(draw, spelling, numbers)
        return Line(self.subject, number, record, parameters, spelling.plain)

    def record(self, draw: Draw, spelling: Spelling, numbers: dict) -> str:
        if draw.one_in(500):
            spelling.plain = False
            return draw.of(
                ["null", "[]", '"x"', "1", "{}", " {} ", '{"x":1,}', "{", "", "nul", "{}{}"]
            )
        absent = draw.of([0, 0, 5, 10, 30, 60])  # in a hundred
        true = draw.of([50, 80, 95, 20])
        anchor = draw.of(ANCHORS)
        values = {
            name: self.value(draw, it, true, anchor)
            for name, it in self.facts.items()
            if name in self.required or absent <= draw.below(100)
        }
        for bound in self.bounds:
            self.at_the_bound(draw, bound, values, numbers)
        if values.get("industry") in SIZES:
            self.at_a_size(draw, values)
        if not draw.one_in(12):
            self.mend(values)
        members = [(name, self.spell(spelling, name, value)) for name, value in values.items()]
        members = [it if not draw.one_in(25) else (it[0], "null") for it in members]
        if self.reasons and draw.one_in(3):
            members.append(("explanations", self.explanations(draw, spelling)))
        if draw.one_in(8):
            for _ in range(1 + draw.below(2)):
                self.spoil(draw, spelling, members)
        if draw.one_in(4):
            members = draw.shuffled(members)
        return spelling.object(members)

    # --- valid values ---

    def value(self, draw: Draw, it: dict, true: int, anchor: date):
        match it["x-kind"]:
            case "flag":
                return draw.below(100) < true
            case "choice":
                return draw.of([word for word in it["enum"] if word is not None])
            case "text":
                return draw.of([*NAMES, "名" * it["maxLength"]])
            case "year":
                return draw.of([it["minimum"], it["maximum"], 2018, 2024, 2025])
            case "count":
                return draw.of(
                    [draw.of(LIKELY), draw.below(40), draw.below(20_000)] * 4
                    + [draw.near(draw.of(SIZE_PERSONS)) for _ in range(4)]
                    + [draw.of(EXTREME)]
                )
            case "money":
                return draw.of(
                    [draw.of(LIKELY) * 100, draw.below(10**6), draw.below(10**12), draw.below(9)]
                    + [draw.near(draw.of(SIZE_MONEY)) for _ in range(3)]
                    + [draw.of([0, 1, MONEY_LIMIT, MONEY_LIMIT - 1])]
                )
            case "date":
                return self.day(draw, anchor)
            case "dates":
                return [self.day(draw, anchor) for _ in range(draw.of([0, 1, 2, 3, 5]))]
            case "periods":
                return self.periods(draw, anchor)
        raise AssertionError(it)

    def day(self, draw: Draw, anchor: date) -> date:
        """A day at or next to a day that is a period of the policy away from the anchor."""
        if draw.one_in(8):
            return draw.of(ANCHORS)
        months = draw.of([0, *self.months]) * draw.of([0, 1, 1, -1, -1, 2, -2, -3])
        try:
            day = add_months(anchor, months) + draw.of([-2, -1, -1, 0, 0, 0, 1, 1, 30, -365]) * DAY
        except OverflowError:
            return anchor
        return min(max(day, date(1900, 1, 1)), date(2999, 12, 31))

    def periods(self, draw: Draw, anchor: date) -> list[dict]:
        found: list[dict] = []
        day = self.day(draw, anchor)
        for _ in range(draw.of([0, 1, 1, 2, 3, 4])):
            # The next one overlaps, touches, leaves a gap of a day, or is elsewhere.
            start = day if draw.below(3) else self.day(draw, anchor)
            months = draw.of([*self.months, 1, 2, 3, 6]) % 25
            end = add_months(start, months) - DAY + draw.of([-1, 0, 0, 0, 1]) * DAY
            if draw.one_in(3):
                end = start + draw.of([0, 29, 30, 58, 59, 60, 61, 89, 178, 179, 180, 182]) * DAY
            end = max(start, min(end, date(2999, 12, 31)))
            period = {
                "start": start,
                "end": end,
                "in_enterprise": draw.of([True, True, False, None]),
            }
            if draw.one_in(6):
                period["end"] = None
            found.append(period)
            day = min(
                max(end + draw.of([1, 1, 2, 0, -3]) * DAY, date(1900, 1, 1)), date(2999, 12, 31)
            )
        if found and draw.one_in(10):
            found.append(dict(found[0]))
        return draw.shuffled(found)

    def at_the_bound(self, draw: Draw, bound: dict, values: dict, numbers: dict):
        """Sets a measured fact to its bound or next to it."""
        fact = bound["fact"].removeprefix("/")
        kind = self.facts[fact]["x-kind"]
        if fact not in values or kind not in ("count", "money") or draw.one_in(5):
            return
        limits = [numbers[it["parameter"]] for it in bound["parameters"]]
        limit = draw.of(limits) if limits else bound["number"]
        if bound["of"] is not None:
            whole = bound["of"].removeprefix("/")
            if whole not in values:
                return
            if draw.one_in(12):
                values[whole] = 0
            share = 100 if limit is None else limit
            exact = Fraction(share) / 100 * values[whole]
            limit = floor(exact) if bound["sense"] == "at_most" else ceil(exact)
            if share == 100:  # the part equals its whole
                limit -= draw.one_in(4)
                values[fact] = max(0, limit + draw.of([0, 0, 0, -1, -1, -2, 1]))
                return
        if limit is not None:
            values[fact] = max(0, min(draw.near(limit), MONEY_LIMIT))

    def at_a_size(self, draw: Draw, values: dict):
        """Sets an enterprise to the bounds of a size class, mostly without a declared class."""
        if draw.below(3):
            values.pop("size_class", None)
        row = draw.of(SIZES[values["industry"]])
        for key, (fact, unit) in INDICATORS.items():
            if key in row and draw.below(8):
                values[fact] = draw.near(row[key] * unit)

    def mend(self, values: dict):
        """Makes parts no greater than their wholes, and puts dates in order."""
        subject = SUBJECTS[self.subject]
        for part, whole in subject.parts.items():
            if part in values and whole in values:
                values[part] = min(values[part], values[whole])
        for early, late, _ in subject.order:
            if early in values and late in values:
                values[early], values[late] = sorted([values[early], values[late]])

    # --- texts ---

    def spell(self, spelling: Spelling, name: str, value) -> str:
        kind = self.facts[name]["x-kind"]
        if kind == "money":
            if spelling.draw.one_in(2):
                return spelling.number(value, 2)
            cents = f"{value // 100}.{value % 100:02}"
            return json.dumps(
                spelling.draw.of([cents, cents.removesuffix("0"), cents.removesuffix(".00")])
            )
        if kind in ("count", "year"):
            return spelling.number(value)
        if kind == "periods":
            return "[" + ",".join(self.spell_period(spelling, it) for it in value) + "]"
        if kind == "dates":
            return json.dumps([it.isoformat() for it in value])
        if isinstance(value, bool):
            return json.dumps(value)
        return spelling.text(value.isoformat() if isinstance(value, date) else value)

    def spell_period(self, spelling: Spelling, period: dict) -> str:
        members = []
        for key, value in period.items():
            if value is not None or spelling.draw.one_in(2):
                text = value.isoformat() if isinstance(value, date) else value
                members.append((key, json.dumps(text)))
        return spelling.object(members)

    def explanations(self, draw: Draw, spelling: Spelling) -> str:
        members = [(rule, json.dumps("理由")) for rule in self.reasons if draw.below(3)]
        if draw.one_in(8):
            rule = draw.of([*self.rules, "no.rule"])
            text = draw.of(["null", '""', '" \\u3000"', "1", '"\\u0085"', json.dumps("长" * 2000)])
            members = [it for it in members if it[0] != rule or draw.one_in(4)] + [(rule, text)]
            if text == "1":
                spelling.raw("1")
        return spelling.object(members) if not draw.one_in(40) else draw.of(["null", "[]", '"x"'])

    # --- faults ---

    def spoil(self, draw: Draw, spelling: Spelling, members: list):
        """Adds one fault, or a value that may be one."""
        name = draw.of(list(self.facts))
        if self.facts[name]["x-kind"] == "flag":
            name = draw.of(list(self.facts))  # other kinds have more possible faults
        match draw.below(10):
            case 0:
                wrong = draw.of([f"{name}s", name.upper(), "x", "a/b~c", "", "Name", "explanation"])
                members.append((wrong, spelling.any(draw.of(["null", *WRONG]))))
                return
            case 1 if members:
                members.append((draw.of(members)[0], spelling.any(draw.of(WRONG))))
                return
            case 2:
                text = json.dumps("长" * (self.facts[name].get("maxLength", 500) + draw.of([0, 1])))
            case 3:
                text = "null"
            case 4:
                text = draw.of(['["2024-01-01",null,"2023-02-29",1]', '[{"start":null}]', "[{}]"])
                spelling.raw("1")
            case 5:
                text = (
                    '[{"start":"2024-02-01","end":"2024-01-31","x":1},null,[],{"in_enterprise":1}]'
                )
            case _:
                text = spelling.any(draw.of(WRONG))
        members[:] = [it for it in members if it[0] != name] + [(name, text)]
