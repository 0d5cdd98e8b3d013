"""Tables: whatever speaks Arrow is checked as it is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Literal

from ._chanjiao import Checker, Table, TableReport

if TYPE_CHECKING:
    from .records import Parameters, RuleId, SubjectName

Language = Literal["zh", "en"]
Progress = bool | Callable[[int], object]


def check_table(
    subject: SubjectName,
    table: Any,
    parameters: Parameters | None = None,
    rules: Sequence[RuleId] | None = None,
    *,
    shortfalls: Sequence[RuleId] | None = None,
    columns: Mapping[str, str] | None = None,
    key: str | Sequence[str] | None = None,
    threads: int | None = None,
    progress: Progress | None = None,
    language: Language = "zh",
) -> TableReport:
    """Check every row of a table by the rules of a subject.

    `table` is whatever has `__arrow_c_stream__` or `__arrow_c_array__`: of pyarrow, Polars, pandas,
    DuckDB and others; a lazy frame is collected. Columns are matched by the key of a fact or by the
    policy's word for it, with a unit in brackets if there is one (`工资总额（万元）`); `columns` maps
    other headers to facts, and to `""` what is to be left out. A bad cell costs its row alone.

    `rules` selects rules, and the conclusion is drawn from these. `shortfalls` selects the rules
    whose shortfall (or excess) has a column of its own, `[]` none; else each has that has one bound.
    `key` names columns that tell rows apart in findings and faults. `threads` is as many as there
    are processors, unless given; the result is the same. `progress` is called with the number of
    rows of each piece, or `True` for a bar of tqdm where that is installed. `language` is that of
    messages.

    Raises `ValueError` where a header, a rule or a parameter does not have one meaning, and
    `TypeError` for what is no table.
    """
    checker = _checker(
        subject, table, parameters, rules, shortfalls, columns, key, threads, language
    )
    with ExitStack() as stack:
        return checker.rest(_callback(progress, table, stack))


def check_batches(
    subject: SubjectName,
    table: Any,
    parameters: Parameters | None = None,
    rules: Sequence[RuleId] | None = None,
    *,
    shortfalls: Sequence[RuleId] | None = None,
    columns: Mapping[str, str] | None = None,
    key: str | Sequence[str] | None = None,
    threads: int | None = None,
    language: Language = "zh",
) -> Checker:
    """Check a table batch by batch, in the memory of one batch; a lazy frame is collected first.

    What is returned is an iterator of reports, one a batch as they are read, rows numbered through.
    Instead of iterating, hand it on as a table: it streams the wide verdict table, and each batch
    is judged when it is asked for, for example by `pyarrow.RecordBatchReader.from_stream`. All else
    is as in `check_table`.
    """
    return _checker(subject, table, parameters, rules, shortfalls, columns, key, threads, language)


def compare(
    subject: SubjectName,
    table: Any,
    parameters_a: Parameters | None,
    parameters_b: Parameters | None,
    rules: Sequence[RuleId] | None = None,
    *,
    columns: Mapping[str, str] | None = None,
    key: str | Sequence[str] | None = None,
    threads: int | None = None,
) -> Table:
    """Say which verdicts and conclusions turn when the numbers of the policy change.

    The table has a row for each that is another one under `parameters_b`: `row`, the key columns,
    `rule` (or `conclusion`), `before` and `after`. All else is as in `check_table`.
    """
    before = check_table(
        subject,
        table,
        parameters_a,
        rules,
        shortfalls=(),
        columns=columns,
        key=key,
        threads=threads,
    )
    return before.turns(before.under(parameters_b))


def _checker(
    subject: str,
    table: Any,
    parameters: Mapping[str, Any] | None,
    rules: Sequence[str] | None,
    shortfalls: Sequence[str] | None,
    columns: Mapping[str, str] | None,
    key: str | Sequence[str] | None,
    threads: int | None,
    language: str,
) -> Checker:
    keys = [key] if isinstance(key, str) else list(key or ())
    pairs = list((columns or {}).items())
    chosen = None if rules is None else list(rules)
    short = None if shortfalls is None else list(shortfalls)
    pandas = sys.modules.get("pandas")
    nan_is_null = pandas is not None and isinstance(table, pandas.DataFrame)
    speaking = _speaking(table)
    return Checker(
        subject, speaking, parameters, chosen, short, pairs, keys, threads, nan_is_null, language
    )


def _speaking(table: Any) -> Any:
    """Collect what is lazy."""
    if not hasattr(table, "__arrow_c_stream__") and hasattr(table, "collect_schema"):
        return table.collect()
    return table


def _callback(
    progress: Progress | None, table: Any, stack: ExitStack
) -> Callable[[int], object] | None:
    if not isinstance(progress, bool):
        return progress
    if not progress:
        return None
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return None
    try:
        total = len(table)
    except TypeError:
        total = None
    bar = stack.enter_context(tqdm(total=total, unit="row", unit_scale=True))
    return bar.update
