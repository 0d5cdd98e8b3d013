"""Declarations of subjects and rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .parameters import Numbers
from .truth import Fact, Outcome

# Binding force, by the marker words of the policy.
MANDATORY = "mandatory"  # 须, 要, 应, 确保, 不低于, 不少于
IN_PRINCIPLE = "in_principle"  # 原则上
DIRECTIVE = "directive"  # a bare imperative
ENCOURAGED = "encouraged"  # 鼓励, 支持, 推动, 探索
PERMITTED = "permitted"  # 可, 允许

# Kind: what it means to meet the rule.
OBLIGATION, ELIGIBILITY, TARGET = "obligation", "eligibility", "target"


@dataclass(frozen=True)
class Type:
    """The type of a fact."""

    name: str  # text, year, choice, count, money, flag, date, dates, periods, share
    unit: str | None = None
    choices: tuple[str, ...] = ()
    required: bool = False


TEXT, YEAR, FLAG, DATE = Type("text"), Type("year"), Type("flag"), Type("date")
MONEY = Type("money", "yuan")
DATES, PERIODS = Type("dates"), Type("periods")
DAY_OF_JUDGEMENT = Type("date", required=True)  # the clock is never read
PERSONS, POSTS, HOURS = Type("count", "person"), Type("count", "post"), Type("count", "class_hour")
ENTERPRISES, PARTICIPANTS = Type("count", "enterprise"), Type("count", "participant")


def choice(keys: str) -> Type:
    return Type("choice", choices=tuple(keys.split()))


@dataclass(frozen=True)
class AnnexWords:
    """Words of the annex that a rule rests on."""

    row: int
    phrase: str


@dataclass
class Rule:
    """An executable statement."""

    id: str
    statement: str  # "9.1b"
    force: str  # or the reading that chooses it
    kind: str
    phrase: str  # the operative words, quoted from the statement
    annex: AnnexWords | None
    judge: Callable[[Any, Numbers], Outcome]
    types: dict[str, Type]  # of the subject's facts
    read: dict[tuple, list[str]] = field(default_factory=dict)  # by the readings in force

    def force_under(self, numbers: Numbers) -> str:
        """The binding force under the readings in force."""
        return numbers.values.get(self.force, self.force)

    def facts(self, numbers: Numbers) -> list[str]:
        """Pointers of the facts that it reads under the readings in force."""
        if numbers.choices not in self.read:
            required = {name: date(2020, 1, 1) for name, it in self.types.items() if it.required}
            blank = Record(self.types, required)
            self.judge(blank, numbers)
            found = [f"/{name}" for name in self.types if name in vars(blank)]
            self.read[numbers.choices] = found
        return self.read[numbers.choices]

    @property
    def place(self) -> tuple[int, int, str]:
        article, sentence, clause = re.fullmatch(r"(\d+)\.(\d+)([a-z])", self.statement).groups()
        return int(article), int(sentence), clause

    @property
    def explainable(self) -> bool:
        """Only in-principle obligations can be explained. No reading chooses that force."""
        return self.kind == OBLIGATION and self.force == IN_PRINCIPLE


class Record:
    """The facts of one record. Those that are read become attributes."""

    def __init__(self, types: dict[str, Type], values: dict[str, Any]):
        self._of = lambda name: Fact(f"/{name}", values.get(name), types[name].unit)

    def __getattr__(self, name: str) -> Fact:
        vars(self)[name] = fact = self._of(name)
        return fact


SUBJECTS: dict[str, Subject] = {}


@dataclass
class Subject:
    """An addressee of the policy: its facts, in order, and its rules."""

    name: str
    facts: dict[str, Type]
    parts: dict[str, str] = field(default_factory=dict)  # part: whole
    order: tuple[tuple[str, str, str], ...] = ()  # earlier day, later day, the one to blame
    rules: list[Rule] = field(default_factory=list)

    def __post_init__(self):
        SUBJECTS[self.name] = self

    def rule(
        self,
        statement: str,
        force: str,
        phrase: str,
        kind: str = OBLIGATION,
        annex: AnnexWords | None = None,
    ):
        """Decorator: registers a function as the rule of its name."""

        def register(judge):
            name = f"{self.name}.{judge.__name__}"
            self.rules.append(Rule(name, statement, force, kind, phrase, annex, judge, self.facts))
            self.rules.sort(key=lambda rule: rule.place)
            return judge

        return register
