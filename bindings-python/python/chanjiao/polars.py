"""Polars: `df.chanjiao.check("enterprise")`, on frames and lazy frames; import this module once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from ._names import refuse_duplicates, renamed
from ._table import check_batches, check_table

if TYPE_CHECKING:
    from ._chanjiao import TableReport
    from .records import SubjectName

__all__ = ["Frame", "LazyFrame"]


@pl.api.register_dataframe_namespace("chanjiao")
class Frame:
    """The namespace `chanjiao` of frames."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame

    def check(
        self, subject: SubjectName, *, prefix: str = "", sep: str = ".", **options: Any
    ) -> pl.DataFrame:
        """Return the wide table of this frame.

        `prefix` is put before the names of its columns, and `sep` replaces their dots. Other options are
        those of `check_table`.
        """
        return _checked(check_table(subject, self._frame, **options), prefix, sep)

    def report(self, subject: SubjectName, **options: Any) -> TableReport:
        """Return the report. Options are those of `check_table`."""
        return check_table(subject, self._frame, **options)


@pl.api.register_lazyframe_namespace("chanjiao")
class LazyFrame:
    """The namespace `chanjiao` of lazy frames."""

    def __init__(self, frame: pl.LazyFrame) -> None:
        self._frame = frame

    def check(
        self, subject: SubjectName, *, prefix: str = "", sep: str = ".", **options: Any
    ) -> pl.LazyFrame:
        """Return a lazy frame with the columns of this frame and those of the wide table.

        The streaming engine checks it batch by batch. `prefix` is put before the names of the columns of
        the wide table, and `sep` replaces their dots. Other options are those of `check_batches`.
        """
        columns = self._frame.collect_schema()
        empty = pl.DataFrame(schema=columns)
        # Checking an empty frame gives the columns, and raises an exception for wrong options.
        added = _checked(check_batches(subject, empty, **options), prefix, sep).schema
        refuse_duplicates(columns, added)

        def beside(frame: pl.DataFrame) -> pl.DataFrame:
            # A part of the table, whose first rows do not belong to its header.
            return frame.hstack(_checked(check_batches(subject, frame, **options), prefix, sep))

        return self._frame.map_batches(
            beside, schema=pl.Schema({**columns, **added}), streamable=True
        )


def _checked(table: Any, prefix: str, sep: str) -> pl.DataFrame:
    """The wide table under other names."""
    checked = pl.DataFrame(table)
    return checked.rename(dict(zip(checked.columns, renamed(checked.columns, prefix, sep))))
