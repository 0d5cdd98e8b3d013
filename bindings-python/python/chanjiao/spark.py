"""Spark: every executor checks its own rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa  # type: ignore[import-untyped]
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

from ._names import refuse_duplicates, renamed
from ._table import check_batches

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from ._chanjiao import TableReport
    from .records import SubjectName

__all__ = ["check"]


def check(
    frame: DataFrame,
    subject: SubjectName,
    *,
    messages: bool = False,
    prefix: str = "",
    sep: str = ".",
    **options: Any,
) -> DataFrame:
    """Return a frame with the columns of `frame` and those of the wide table.

    With `messages`, there is a column `messages` too: for each row a list of sentences, those of the
    findings that are unmet, or the faults of an invalid row. `prefix` is put before the names of the new
    columns, and `sep` replaces their dots, which Spark reads as access to the fields of a struct. Other options are
    those of `check_batches`. The executors need this package and pyarrow.
    """
    given = to_arrow_schema(frame.schema)
    naming = Naming(messages, prefix, sep)
    added = _checked(subject, given.empty_table(), naming, options).schema
    refuse_duplicates(given.names, added.names)
    # One thread per task: Spark runs one task per core.
    settings = {"threads": 1, **options}

    def beside(batches: Iterable[pa.RecordBatch]) -> Iterable[pa.RecordBatch]:
        for batch in batches:
            found = _checked(subject, batch, naming, settings)
            table = pa.Table.from_batches([batch])
            for name, column in zip(found.column_names, found.columns):
                table = table.append_column(name, column)
            yield from table.combine_chunks().to_batches()

    schema = from_arrow_schema(pa.schema([*given, *added]))
    return frame.mapInArrow(beside, schema)


class Naming(NamedTuple):
    """Which columns there are, and how they are called."""

    messages: bool
    prefix: str
    sep: str


def _checked(
    subject: SubjectName, part: Any, naming: Naming, options: dict[str, Any]
) -> pa.Table:
    """The wide table of a part, with strings instead of dictionaries, which Spark does not have."""
    report = check_batches(subject, part, **options).rest(None)
    table = report.to_arrow()
    fields = [
        field.with_type(field.type.value_type) if pa.types.is_dictionary(field.type) else field
        for field in table.schema
    ]
    table = table.cast(pa.schema(fields))
    if naming.messages:
        sentences = pa.array(_messages(report), pa.list_(pa.string()))
        table = table.append_column("messages", sentences)
    return table.rename_columns(renamed(table.column_names, naming.prefix, naming.sep))


def _messages(report: TableReport) -> list[list[str]]:
    """The sentences on each row."""
    messages: list[list[str]] = [[] for _ in range(len(report))]
    for found in (report.findings(), report.faults):
        rows, sentences = (pa.table(found)[name].to_pylist() for name in ("row", "message"))
        for row, sentence in zip(rows, sentences):
            messages[row].append(sentence)
    return messages
