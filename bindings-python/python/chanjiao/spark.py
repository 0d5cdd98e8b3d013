"""Spark: every executor checks its own rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pyarrow as pa  # type: ignore[import-untyped]
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

from ._table import check_batches

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from .records import SubjectName

__all__ = ["check"]


def check(frame: DataFrame, subject: SubjectName, **options: Any) -> DataFrame:
    """Return a frame with the columns of `frame` and those of the wide table.

    Options are those of `check_batches`. The executors need this package and pyarrow.
    """
    given = to_arrow_schema(frame.schema)
    added = _checked(subject, given.empty_table(), options).schema
    twice = sorted(set(given.names) & set(added.names))
    if twice:
        raise ValueError(f"duplicate columns: {', '.join(twice)}")
    # One thread per task: Spark runs one task per core.
    settings = {"threads": 1, **options}

    def beside(batches: Iterable[pa.RecordBatch]) -> Iterable[pa.RecordBatch]:
        for batch in batches:
            found = _checked(subject, batch, settings)
            table = pa.Table.from_batches([batch])
            for name, column in zip(found.column_names, found.columns):
                table = table.append_column(name, column)
            yield from table.combine_chunks().to_batches()

    schema = from_arrow_schema(pa.schema([*given, *added]))
    return frame.mapInArrow(beside, schema)


def _checked(subject: SubjectName, part: Any, options: dict[str, Any]) -> pa.Table:
    """The wide table of a part, with strings instead of dictionaries, which Spark does not have."""
    table = pa.RecordBatchReader.from_stream(check_batches(subject, part, **options)).read_all()
    fields = [
        field.with_type(field.type.value_type) if pa.types.is_dictionary(field.type) else field
        for field in table.schema
    ]
    return table.cast(pa.schema(fields))
