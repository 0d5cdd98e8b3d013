"""Random records near the bounds, for every subject. A seed gives the same records everywhere.

Facts, parameters and bounds come from the specification, so new rules are covered without a change
here. Records come in sets that share parameters, readings included; the first set has none.
"""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from spec import parsing
from spec.enterprise import SIZES, WAN_YUAN
from spec.parameters import (
    COUNT_LIMIT, MONEY_LIMIT, PARAMETERS, READINGS, Numbers, Parameter,
)  # fmt: skip
from spec.report import SUBJECTS, TIMES, out_of_time
from spec.subject import Record, Type
from times import EXTREME, Times

SET = 1000  # consecutive records with the same parameters

LIKELY = [0, 0, 1, 2, 3, 5, 7, 10, 33, 99, 100, 101, 199, 200, 201, 999, 1000, 1001, 3200, 12345]
LARGE = [COUNT_LIMIT, COUNT_LIMIT - 1, COUNT_LIMIT // 2, COUNT_LIMIT // 10, 10**15]
SIZE_PERSONS = sorted({row["X"] for rows in SIZES.values() for row in rows if "X" in row})
SIZE_MONEY = sorted({row[k] * WAN_YUAN for rows in SIZES.values() for row in rows for k in row})
INDICATORS = {
    "X": ("employed_persons", 1),
    "Y": ("operating_revenue_yuan", WAN_YUAN),
    "Z": ("total_assets_yuan", WAN_YUAN),
}
LAST_YEAR = "_last_year"  # ends the name of a fact that is compared with this year's

NAMES = ["", "示例单位", "a", "\u0000", "\u202e", "😀", 'x"y\\z/', "e\u0301", " ", "<b>&", "=1+1"]
WRONG = [  # invalid for most facts
    "{}", "[]", "true", "false", '"true"', "0", "1", "-1", "-0.0", "0.5", '""', '"x"', '"1,000"',
    '"NaN"', "[null]", "[[]]", "1e400", "1e-400", '" 1"', '"１"', '"1e2"', '"+1"', '"2024-1-1"',
    "20240101", '"2023-02-29"', '"2024-02-30"', '"2024-13-01"', '"1899-12-31"', '"3000-01-01"',
    '"2024-01-01T00:00:00"', '"0000-01-01"', "9007199254740992", "90071992547409.92", "0.001",
    '"90071992547409.92"', '"0.001"', '"1."', '"01"', '"-1"', "1.0000001", "123456789012345678901",
    '"2024\\u002d01-01"', "0.1e1", "99e-2", "-5e-1",
]  # fmt: skip


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


class Reading(Numbers):
    """Parameters that record each one that is read."""

    def __init__(self, values: dict, read: set[str]):
        super().__init__(values)
        self.all = read

    def __getattr__(self, name: str):
        self.all.add(name)
        return super().__getattr__(name)


class Overrides:
    """The parameters of one set of records: as members of an object, and in force."""

    def __init__(self, draw: Draw, names: list[str], spelling: Spelling):
        self.members: list[tuple[str, str]] = []
        for name in draw.shuffled(names):
            it = PARAMETERS[name]
            if it.kind == "reading":
                if draw.one_in(2):
                    self.members.append((name, json.dumps(draw.of(it.choices))))
            elif draw.one_in(2 if it.kind == "date" else 4):
                self.members.append((name, self.one(draw, name, it, spelling)))
        # A null is the default, and a parameter of other subjects changes nothing but the list.
        more = [name for name in PARAMETERS if name not in dict(self.members)]
        if draw.one_in(4):
            self.members.append((draw.of(more), "null"))
        elif draw.one_in(4):
            name = draw.of(more)
            self.members.append((name, self.one(draw, name, PARAMETERS[name], spelling)))
        self.text = spelling.object(self.members)
        values, faults = parsing.parameters(self.text)
        if faults:  # the only one there can be: the last day is before the first
            self.members = [it for it in self.members if it[0] != "policy_applies_to"]
            self.text = spelling.object(self.members)
            values, faults = parsing.parameters(self.text)
        assert not faults, faults
        self.numbers = Numbers(values)

    def one(self, draw: Draw, name: str, it: Parameter, spelling: Spelling) -> str:
        """A valid value near the default, or at the end of the range."""
        match it.kind:
            case "reading":
                return json.dumps(draw.of(it.choices))
            case "date":
                near = dict(
                    policy_applies_from=[2018, 2019, 2019, 2020],
                    policy_applies_to=[2022, 2024, 2025, 2026],
                ).get(name, [2018, 2019, 2020, 2021, 2022])
                day = date(draw.of(near), 1 + draw.below(12), 1 + draw.below(28))
                day = draw.of([day, day, date(day.year, 1, 1), date(day.year, 12, 31)])
                day = draw.of(EXTREME) if draw.one_in(30) else day
                return json.dumps(day.isoformat())
        decimals = {"share": 4, "money": 2}.get(it.kind, 0)
        units = 10**4 if it.kind == "share" else 1  # the range of a share is in percent
        default = int((it.default or Fraction(1, 100)) * (10**6 if it.kind == "share" else 1))
        low, high = it.least * units, it.most * units
        value = draw.of(
            [default + 1, default - 1, default * 2, default // 2]
            + [draw.near(default)] * 6
            + ([draw.of([low, low + 1, high])] if draw.one_in(4) else [])
        )
        value = min(max(value, low), high)
        text = spelling.number(value, decimals)
        if decimals and draw.one_in(2):
            text = json.dumps(f"{value // 10**decimals}.{value % 10**decimals:0{decimals}}")
        return text

    def spoilt(self, draw: Draw, spelling: Spelling) -> str:
        """These parameters with a fault, or with a value that may be one."""
        name = draw.of([*PARAMETERS, *dict(self.members), "no_such_number"])
        members = [it for it in self.members if it[0] != name]
        match draw.below(4):
            case 0:
                members += [(name, "null"), (name, draw.of(WRONG))]
            case 1:
                day = draw.of(['"2018-12-31"', '"2019-01-01"'])  # around the first day by default
                members.append(("policy_applies_to", day))
            case _:
                words = [json.dumps(it) for it in ("any", "all", "either", "both", "open", "Up")]
                members.append((name, draw.of([*WRONG, *words])))
        spelling.plain = False
        return spelling.object(members)


class Generator:
    """The records of one subject."""

    def __init__(self, subject: str, seed: str = "82"):
        self.subject, self.seed = SUBJECTS[subject], seed
        self.facts = self.subject.facts
        self.reasons = [rule.id for rule in self.subject.rules if rule.explainable]
        self.sets: dict[int, tuple[Overrides, bool]] = {}

    @cached_property
    def parameters(self) -> list[str]:
        """The parameters that the rules read, as a sample of records shows."""
        read = {rule.force for rule in self.subject.rules}  # a reading may choose it
        for number in range(400):
            draw = Draw(f"{self.subject.name}/sample {number}")
            numbers = Reading({name: draw.of(it) for name, it in READINGS.items()}, read)
            values = self.values(draw, Numbers(numbers.values))
            self.outcomes(values, numbers)
            if TIMES & set(values):
                out_of_time(values, numbers)
        return [name for name in PARAMETERS if name in read]

    def line(self, number: int) -> Line:
        """The record with this number."""
        place = number // SET
        draw = Draw(f"{self.seed}/{self.subject.name}/{number}")
        spelling = Spelling(draw)
        if place == 0:
            text, numbers = None, Numbers({})
            if draw.one_in(100):
                text = draw.of(["{}", "{}", '{"visit_months":null}'])
        else:
            overrides, plain = self.overrides(place)
            text, numbers = overrides.text, overrides.numbers
            spelling.plain = plain
            if draw.one_in(100):
                text = overrides.spoilt(draw, spelling)
        record = self.record(draw, spelling, numbers)
        return Line(self.subject.name, number, record, text, spelling.plain)

    def overrides(self, place: int) -> tuple[Overrides, bool]:
        if place not in self.sets:
            draw = Draw(f"{self.seed}/{self.subject.name}/set {place}")
            spelling = Spelling(draw)
            self.sets = {place: (Overrides(draw, self.parameters, spelling), spelling.plain)}
        return self.sets[place]

    def record(self, draw: Draw, spelling: Spelling, numbers: Numbers) -> str:
        if draw.one_in(500):
            spelling.plain = False
            return draw.of(
                ["null", "[]", '"x"', "1", "{}", " {} ", '{"x":1,}', "{", "", "nul", "{}{}"]
            )
        values = self.values(draw, numbers)
        members = [(name, self.spell(spelling, name, value)) for name, value in values.items()]
        members = [it if not draw.one_in(25) else (it[0], "null") for it in members]
        if draw.one_in(3 if self.reasons else 30):
            members.append(("explanations", self.explanations(draw, spelling)))
        if draw.one_in(8):
            for _ in range(1 + draw.below(2)):
                self.spoil(draw, spelling, members)
        if draw.one_in(4):
            members = draw.shuffled(members)
        return spelling.object(members)

    # --- valid values ---

    def values(self, draw: Draw, numbers: Numbers) -> dict:
        """The facts of a record, valid most of the time."""
        absent = draw.of([0, 0, 5, 10, 30, 60])  # in a hundred
        true = draw.of([50, 80, 95, 20])
        times = Times(draw, numbers)
        values = {
            name: self.value(draw, it, true, times)
            for name, it in self.facts.items()
            if it.required or absent <= draw.below(100)
        }
        times.fill(self.subject.name, values)
        for name in [it for it in values if it.endswith(LAST_YEAR)]:
            if draw.one_in(3):
                values[name] = values.get(name.removesuffix(LAST_YEAR), values[name])
        valid = draw.below(12)
        if valid:
            self.mend(values)
        if values.get("industry") in SIZES:
            self.at_a_size(draw, values)
        self.at_the_bounds(draw, values, numbers)
        if valid:
            self.mend(values)
        return values

    def value(self, draw: Draw, it: Type, true: int, times: Times):
        match it.name:
            case "flag":
                return draw.below(100) < true
            case "choice":
                return draw.of(it.choices)
            case "text":
                return draw.of([*NAMES, "名" * parsing.TEXT_LIMIT])
            case "year":
                return times.year()
            case "count":
                return draw.of(
                    [draw.of(LIKELY), draw.below(40), draw.below(20_000)] * 4
                    + [draw.near(draw.of(SIZE_PERSONS)) for _ in range(4)]
                    + [draw.of(LARGE)]
                )
            case "money":
                return draw.of(
                    [draw.of(LIKELY) * 100, draw.below(10**6), draw.below(10**12), draw.below(9)]
                    + [draw.near(draw.of(SIZE_MONEY)) for _ in range(3)]
                    + [draw.of([0, 1, MONEY_LIMIT, MONEY_LIMIT - 1])]
                )
            case "date":
                return times.some_day()
            case "dates" | "periods":
                return []  # filled together with the other days
        raise AssertionError(it)

    def outcomes(self, values: dict, numbers: Numbers):
        record = Record(self.facts, values)
        return [rule.judge(record, numbers) for rule in self.subject.rules]

    def at_the_bounds(self, draw: Draw, values: dict, numbers: Numbers):
        """Sets measured facts to their bounds or next to them."""
        bounds = [it for outcome in self.outcomes(values, numbers) for it in outcome.bounds]
        for bound in draw.shuffled(bounds):
            fact = bound.fact.pointer.removeprefix("/")
            if fact not in values or self.facts[fact].name not in ("count", "money"):
                continue
            if bound.required is not None and draw.below(5):
                values[fact] = max(0, min(draw.near(bound.required), MONEY_LIMIT))

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
        for part, whole in self.subject.parts.items():
            if part in values and whole in values:
                values[part] = min(values[part], values[whole])
        for early, late, _ in self.subject.order:
            if early in values and late in values:
                values[early], values[late] = sorted([values[early], values[late]])

    # --- texts ---

    def spell(self, spelling: Spelling, name: str, value) -> str:
        kind = self.facts[name].name
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
        if draw.one_in(8) or not self.reasons:
            rule = draw.of([*(it.id for it in self.subject.rules), "no.rule"])
            text = draw.of(["null", '""', '" \\u3000"', "1", '"\\u0085"', json.dumps("长" * 2000)])
            members = [it for it in members if it[0] != rule or draw.one_in(4)] + [(rule, text)]
            if text == "1":
                spelling.raw("1")
        return spelling.object(members) if not draw.one_in(40) else draw.of(["null", "[]", '"x"'])

    # --- faults ---

    def spoil(self, draw: Draw, spelling: Spelling, members: list):
        """Adds one fault, or a value that may be one."""
        name = draw.of(list(self.facts))
        if self.facts[name].name == "flag":
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
                text = json.dumps("长" * (parsing.TEXT_LIMIT + draw.of([0, 1])))
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
