"""Polars: `df.chanjiao.check("enterprise")`, on frames and lazy frames; import this module once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from ._table import check_batches, check_table

if TYPE_CHECKING:
    from ._chanjiao import TableReport
    from .records import SubjectName

__all__ = ["Frame", "LazyFrame"]


@pl.api.register_dataframe_namespace("chanjiao")
class Frame:
    """What frames can do."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame

    def check(self, subject: SubjectName, **options: Any) -> pl.DataFrame:
        """The wide verdict table, row by row beside this frame; options are those of `check_table`."""
        return pl.DataFrame(check_table(subject, self._frame, **options))

    def report(self, subject: SubjectName, **options: Any) -> TableReport:
        """The whole report."""
        return check_table(subject, self._frame, **options)


@pl.api.register_lazyframe_namespace("chanjiao")
class LazyFrame:
    """What lazy frames can do."""

    def __init__(self, frame: pl.LazyFrame) -> None:
        self._frame = frame

    def check(self, subject: SubjectName, **options: Any) -> pl.LazyFrame:
        """The columns of this frame and those of the wide verdict table.

        It is lazy, and the streaming engine runs it batch by batch.
        """
        columns = self._frame.collect_schema()
        empty = pl.DataFrame(schema=columns)
        # Nothing is judged yet: this tells the columns, and what is wrong with the options.
        added = pl.DataFrame(check_batches(subject, empty, **options)).schema
        twice = sorted(set(columns) & set(added))
        if twice:
            raise ValueError(f"these columns are there already: {', '.join(twice)}")

        def beside(frame: pl.DataFrame) -> pl.DataFrame:
            return frame.hstack(pl.DataFrame(check_table(subject, frame, **options)))

        return self._frame.map_batches(
            beside, schema=pl.Schema({**columns, **added}), streamable=True
        )
