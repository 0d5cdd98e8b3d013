"""What pickled objects are restored by.

A report is pickled as the table that it is on, with what was asked for, and checked again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from ._chanjiao import Answer, Checker, Table, TableReport
from ._frames import Taken
from ._table import Arguments


def answer(text: str, language: Literal["zh", "en"]) -> Answer:
    """The answer with this JSON text."""
    return Answer._restore(text, language)


def table(data: bytes) -> Table:
    """The table in this Arrow IPC stream."""
    return Table._restore(data)


def report(
    subject: str,
    table: Table,
    nan_is_null: bool,
    whole: bool,
    first: int,
    parameters: dict[str, Any],
    arguments: Arguments,
) -> TableReport:
    """The report on this table, whose first row has the number `first`."""
    frame = Restored(table, nan_is_null)
    return Checker(subject, table, frame, whole, first, parameters, arguments).rest(None)


class Restored:
    """The table of a report that was pickled."""

    def __init__(self, table: Table, nan_is_null: bool) -> None:
        self._table = table
        self.headers = table.column_names
        self.rows = len(table)
        self.nan_is_null = nan_is_null

    def take(self, indices: Sequence[int], texts: Sequence[int]) -> Taken:
        """Take these columns, and all others."""
        return Taken(self._table, list(range(len(self.headers))), [])
