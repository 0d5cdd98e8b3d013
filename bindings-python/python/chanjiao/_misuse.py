"""What to do with objects that are nearly what is asked for."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from os import PathLike


def table(given: object) -> str | None:
    """How to make a table of an object that is none; `None` if that is not known."""
    kind = type(given)
    name, module = kind.__name__, kind.__module__.partition(".")[0]
    if isinstance(given, (str, PathLike)):
        return "read the file first, or use the command line: `chanjiao check`"
    if module == "pyarrow":
        ways = {
            "Scanner": "pass `.to_reader()`",
            "ParquetFile": "pass `.read()`, or its batches one by one",
        }
        if hasattr(given, "scanner"):
            return "pass `.scanner().to_reader()`"
        return ways.get(name)
    if isinstance(given, Mapping):
        return "pass `pyarrow.table(it)` for a table of columns, or `check` for one record"
    if isinstance(given, Iterator):
        return "check each of its tables by itself, or join them first"
    if isinstance(given, Sequence) and given and isinstance(given[0], Mapping):
        return "pass `pyarrow.Table.from_pylist(it)`, or `polars.DataFrame(it)`"
    if isinstance(given, Sequence) and given and hasattr(given[0], "__arrow_c_stream__"):
        return "join the tables first: `pyarrow.concat_tables(it)`, `polars.concat(it)`"
    return None


def record(given: object) -> str | None:
    """How to make plain data of an object; `None` if that is not known."""
    if dataclasses.is_dataclass(given) and not isinstance(given, type):
        return "pass `dataclasses.asdict(it)`"
    if hasattr(given, "model_dump"):
        return "pass `it.model_dump()`"
    if hasattr(given, "__attrs_attrs__"):
        return "pass `attrs.asdict(it)`"
    if hasattr(given, "_asdict"):
        return "pass `it._asdict()`"
    if hasattr(given, "keys") and hasattr(given, "__getitem__"):
        return "pass `dict(it)`"
    if hasattr(given, "__dict__") and not isinstance(given, type):
        return "pass `vars(it)`"
    return None


def table_error(given: object, message: str) -> TypeError:
    """The error of an object that is no table, with the way out."""
    return _error(message, table(given))


def record_error(given: object, message: str) -> TypeError:
    """The error of an object that is no record, likewise."""
    return _error(message, record(given))


def _error(message: str, way: str | None) -> TypeError:
    return TypeError(f"{message}; {way}" if way else message)
