"""Frames: only the columns that are used are handed on, one by one.

What a column means is not known here. A column is handed on as Arrow data if its type says exactly
what its values are, and as a list of its values otherwise: pyarrow makes one type of all values of an
object column, and refuses the table, or drops the time of a date, where it finds none.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, Protocol


class Taken(NamedTuple):
    """Some columns of a frame."""

    table: Any
    """Those with a type, as an Arrow table; `None` if there are none."""
    indices: list[int]
    """The index in the frame of each column of `table`."""
    values: list[tuple[int, list[Any]]]
    """The index and the values of each of the others; one without any value is in neither."""


class Frame(Protocol):
    """A table in memory whose columns can be taken one by one."""

    headers: list[str]
    rows: int
    nan_is_null: bool

    def take(self, indices: Sequence[int], texts: Sequence[int]) -> Taken:
        """Take these columns, and of `texts` those that have texts."""
        ...


def collected(table: Any) -> Any:
    """The table itself: out of the wrapper of Narwhals, and collected if it is a lazy frame."""
    if type(table).__module__.startswith("narwhals.") and hasattr(table, "to_native"):
        table = table.to_native()
    if not hasattr(table, "__arrow_c_stream__") and hasattr(table, "collect_schema"):
        return table.collect()
    return table


def frame(table: Any) -> Frame | None:
    """The table as a frame; `None` if its columns cannot be taken one by one."""
    pandas, polars, arrow = (sys.modules.get(name) for name in ("pandas", "polars", "pyarrow"))
    if pandas is not None and isinstance(table, pandas.DataFrame):
        return Pandas(table)
    if polars is not None and isinstance(table, polars.DataFrame):
        return Polars(table)
    if arrow is not None and isinstance(table, (arrow.Table, arrow.RecordBatch)):
        return Arrow(table)
    return None


class Arrow:
    """A table or a batch of pyarrow."""

    nan_is_null = False

    def __init__(self, table: Any) -> None:
        self._table = table
        self.headers: list[str] = list(table.schema.names)
        self.rows: int = table.num_rows

    def take(self, indices: Sequence[int], texts: Sequence[int]) -> Taken:
        """Take these columns, and of `texts` those that have texts."""
        types = self._table.schema.types
        places = [*indices, *(index for index in texts if _is_text(types[index]))]
        return Taken(self._table.select(places) if places else None, places, [])


def _is_text(dtype: Any) -> bool:
    """Whether a type of pyarrow has texts."""
    dtype = getattr(dtype, "value_type", dtype) if "dictionary" in str(dtype) else dtype
    return str(dtype) in ("string", "large_string", "string_view")


class Polars:
    """A frame of Polars."""

    nan_is_null = False

    def __init__(self, table: Any) -> None:
        # The frame can be changed in place; the columns of the copy, which it shares, cannot.
        self._table = table.clone()
        self.headers: list[str] = list(table.columns)
        self.rows: int = table.height

    def take(self, indices: Sequence[int], texts: Sequence[int]) -> Taken:
        """Take these columns, and of `texts` those that have texts."""
        places: list[int] = []
        values: list[tuple[int, list[Any]]] = []
        may_be_text = set(texts)
        for index in [*indices, *texts]:
            column = self._table.to_series(index)
            name = column.dtype.base_type().__name__
            if column.null_count() == len(column) or (index in may_be_text and name not in _TEXTS):
                continue
            if _unclear(column.dtype):
                values.append((index, column.to_list()))
            else:
                places.append(index)
        table = self._table[[self.headers[place] for place in places]]
        return Taken(table if places else None, places, values)


_TEXTS = ("String", "Categorical", "Enum", "Object")


def _unclear(dtype: Any) -> bool:
    """Whether Polars exports the type in a form of its own, or not at all."""
    if dtype.base_type().__name__ in ("Null", "Object", "Int128", "UInt128"):
        return True
    fields = [field.dtype for field in getattr(dtype, "fields", None) or ()]
    inner = getattr(dtype, "inner", None)
    return any(map(_unclear, fields if inner is None else [*fields, inner]))


class Pandas:
    """A frame of pandas: its columns, then the levels of its index, unless that only counts rows."""

    nan_is_null = True

    def __init__(self, table: Any) -> None:
        import pandas as pd

        # The frame may be changed later. With copy on write, which pandas 2 does not have by default, that
        # does not change a shallow copy.
        shares = int(pd.__version__.split(".")[0]) < 3 and pd.options.mode.copy_on_write is not True
        self._table = table.copy(deep=shares)
        self.headers: list[str] = [str(name) for name in table.columns]
        self.rows: int = len(table)
        self._levels: list[Any] = []
        if not isinstance(table.index, pd.RangeIndex):
            for level in range(table.index.nlevels):
                values = table.index.get_level_values(level)
                taken = values.name is None or values.name in table.columns
                self._levels.append(values)
                self.headers.append(f"__index_level_{level}__" if taken else str(values.name))

    def take(self, indices: Sequence[int], texts: Sequence[int]) -> Taken:
        """Take these columns, and of `texts` those that have texts."""
        import pyarrow as pa  # type: ignore[import-untyped]

        columns, places = [], []
        values: list[tuple[int, list[Any]]] = []
        may_be_text = set(texts)
        for index in [*indices, *texts]:
            series = self._column(index)
            if index in may_be_text and series.dtype.kind not in "OU":
                continue
            column = _arrow(series)
            if isinstance(column, list):
                values.append((index, column))
            elif column.null_count < len(column) and (index not in may_be_text or _is_text(column.type)):
                columns.append(column)
                places.append(index)
        table = pa.table(columns, names=[str(place) for place in places]) if columns else None
        return Taken(table, places, values)

    def _column(self, index: int) -> Any:
        import pandas as pd

        width = self._table.shape[1]
        if index < width:
            return self._table.iloc[:, index]
        return pd.Series(self._levels[index - width].array)


def _arrow(column: Any) -> Any:
    """A column of pandas as Arrow data, or the list of its values."""
    import pandas as pd
    import pyarrow as pa

    if isinstance(column.dtype, pd.SparseDtype):
        column = column.sparse.to_dense()
    if isinstance(column.dtype, pd.CategoricalDtype):
        categories = column.cat.categories
        mixed = categories.dtype == object and not all(type(it) is str for it in categories)
        if mixed or isinstance(categories.dtype, pd.PeriodDtype):
            return _by_value(column)
    elif column.dtype == object or isinstance(column.dtype, pd.PeriodDtype):
        return _by_value(column)
    try:
        return pa.Array.from_pandas(column)
    except _REFUSED:
        return _by_value(column)


_REFUSED = (ValueError, TypeError, OverflowError, NotImplementedError)
"""What pyarrow raises for a column that it cannot convert; its own exceptions are some of these."""

_ONE_TYPE = ({str}, {int}, {float}, {int, float}, {bool}, {Decimal}, {date}, {bytes})
"""The types of values that pyarrow converts without a loss, or refuses."""


def _by_value(column: Any) -> Any:
    """A column of objects, as Arrow data if all are of one type, or else as a list."""
    import pyarrow as pa

    values = list(_plain(column))
    types = set(map(type, values)) - {type(None)}
    if not types:
        return pa.nulls(len(values))
    if types in _ONE_TYPE:
        try:
            return pa.array(values)
        except _REFUSED:
            pass
    return values


def _plain(column: Any) -> Iterator[Any]:
    """The values of a column, with `None` for what is missing."""
    import numpy as np
    import pandas as pd

    for value, missing in zip(column.astype(object), column.isna()):
        if missing:
            yield None
        elif isinstance(value, pd.Period):
            # As Arrow data it would be the number of the period since 1970.
            yield str(value)
        elif isinstance(value, np.ndarray):
            yield list(value)
        else:
            yield value
