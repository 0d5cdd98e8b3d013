"""Looking at a table before its records are judged."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypedDict

from ._chanjiao import inspect
from ._frames import collected, frame

if TYPE_CHECKING:
    from .records import RuleId, SubjectName

Parts = tuple[
    list[tuple[str, str]],
    list[str],
    list[list[str]],
    str | None,
    list[tuple[str, list[str]]],
    list[str],
]


class SeenFault(TypedDict):
    """The fault of a value."""

    code: str
    zh: str
    en: str


class SeenValue(TypedDict):
    """A value of a column."""

    line: int
    """Its row, counted from 1."""
    given: str
    """The cell as it stands."""
    value: Any
    """What it is read as, in the unit of the fact; an amount of money is a string."""
    fault: SeenFault | None


class InspectedColumn(TypedDict):
    """A column of a table that was looked at."""

    index: int
    header: str
    fact: str | None
    """The key of the fact that it holds; `None` if it is not used."""
    matched_by: Literal["key", "label", "alias", "map"] | None
    unit: str | None
    """The unit of its numbers as it is written; `None` if that is not said."""
    unit_from: Literal["option", "header", "row", "above", "key", "default"] | None
    power: int
    """The power of ten by which its numbers are multiplied."""
    proposal: str | None
    """If it is not used: the name of a fact that may have been meant."""
    proposed_fact: str | None
    values: list[SeenValue]
    """Its first values."""


class LackingRule(TypedDict):
    """A rule that reads facts which no column holds."""

    rule: RuleId
    never: bool
    """Whether no record can be judged by it."""
    absent: list[str]


class InspectionNote(TypedDict):
    """A note on how a table would be read."""

    code: str
    column: str | None
    line: int | None
    count: int
    lines: list[int]
    zh: str
    en: str


class Fit(TypedDict):
    """A subject that fits a table."""

    subject: SubjectName
    facts: int
    """The number of its facts that columns hold."""
    own: int
    """Of these, the number that no other subject has under this name."""


class Inspection:
    """What a table would be read as. `print(inspection)` shows it for people."""

    def __init__(self, found: Mapping[str, Any], text: str, parts: Parts, language: Literal["zh", "en"]) -> None:
        self._found = dict(found)
        self._text = text
        self._parts = parts
        self._language = language

    @property
    def subject(self) -> SubjectName | None:
        """The subject; `None` if it was not given."""
        subject: SubjectName | None = self._found["subject"]
        return subject

    @property
    def subjects(self) -> list[Fit]:
        """The subjects that fit best, at most three, the best first; empty if a subject was given."""
        return list(self._found.get("subjects", ()))

    @property
    def columns(self) -> list[InspectedColumn]:
        """The columns: the fact of each, by what it was matched, its unit and its first values."""
        return list(self._found.get("columns", ()))

    @property
    def absent(self) -> list[str]:
        """The keys of the facts that no column holds."""
        return list(self._found.get("absent", ()))

    @property
    def rules(self) -> list[LackingRule]:
        """The rules that read such a fact."""
        return list(self._found.get("rules", ()))

    @property
    def notes(self) -> list[InspectionNote]:
        """How the table would be read."""
        return list(self._found.get("notes", ()))

    @property
    def records(self) -> int:
        """The number of records, invalid ones included."""
        return int(self._found.get("records", 0))

    @property
    def faulty(self) -> int:
        """The number of invalid records."""
        return int(self._found.get("faulty", 0))

    @property
    def passed(self) -> int:
        """The number of rows that are no records, such as totals."""
        return int(self._found.get("passed", 0))

    @property
    def language(self) -> Literal["zh", "en"]:
        """The language of the text."""
        return self._language

    def to_dict(self) -> dict[str, Any]:
        """Return everything as a dictionary, as `chanjiao look --format json` has it."""
        return dict(self._found)

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        if self.subject is None:
            return f"<Inspection: {', '.join(it['subject'] for it in self.subjects) or 'no subject fits'}>"
        used = sum(it["fact"] is not None for it in self.columns)
        return (
            f"<Inspection {self.subject}: {used} of {len(self.columns)} columns used, "
            f"{self.records} records, {self.faulty} faulty, {self.passed} passed over>"
        )

    def _repr_html_(self) -> str:
        from ._html import inspection

        return inspection(self._parts, self._language)


def inspect_table(
    subject: SubjectName | None,
    table: Any,
    *,
    columns: Mapping[str, str] | None = None,
    units: Mapping[str, str] | None = None,
    missing: Sequence[str] | None = None,
    round_money: bool = False,
    language: Literal["zh", "en"] = "zh",
) -> Inspection:
    """Look at a table before judging it: what `check_table` would read, column by column.

    The result says which fact each column holds, by what it was matched and in which unit, its first
    values as they are read, which headers are nearly the name of a fact, which facts no column holds and
    which rules cannot be decided without them, and how many rows are records, invalid, or no records.
    With `None` as the subject, it names the three subjects that fit the headers best.

    Arguments and exceptions are those of `check_table`, but a table of which no column matches is shown,
    too.
    """
    table = collected(table)
    found, text, parts = inspect(
        subject,
        table,
        frame(table),
        list((columns or {}).items()),
        list((units or {}).items()),
        None if missing is None else list(missing),
        round_money,
        language,
    )
    return Inspection(json.loads(found), text, parts, language)
