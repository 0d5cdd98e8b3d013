"""The error of a report that does not pass a gate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Excess(NamedTuple):
    """More records, or invalid rows, than are allowed."""

    name: str
    """The conclusion, or `faulty`."""
    allowed: int | str
    """As many as this, or a share such as `1%`."""
    found: int
    """How many there are."""
    total: int
    """The number of all records, invalid ones included."""


class GateError(Exception):
    """More records fail than `TableReport.require` allows, or the table has no record.

    `excesses` lists everything that exceeds its allowance. `name`, `allowed`, `found` and `total` are
    those of the first, which are invalid rows if there are too many; of a table without a record,
    `name` and `allowed` are `None`.
    """

    excesses: list[Excess]
    name: str | None
    allowed: int | str | None
    found: int
    total: int

    def __init__(self, message: str, excesses: Iterable[tuple[str, int | str, int, int]] = ()) -> None:
        self.excesses = [Excess(*excess) for excess in excesses]
        # An exception is pickled by its arguments.
        super().__init__(message, self.excesses)
        if self.excesses:
            self.name, self.allowed, self.found, self.total = self.excesses[0]
        else:
            self.name, self.allowed, self.found, self.total = None, None, 0, 0

    def __str__(self) -> str:
        return str(self.args[0])
