"""Checking tables of any library that exports Arrow data."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypedDict

from ._chanjiao import Checker, Table, TableReport
from ._frames import collected, frame

if TYPE_CHECKING:
    from .records import Parameters, RuleId, SubjectName

Language = Literal["zh", "en"]
Progress = bool | Callable[[int], object]


class Note(TypedDict):
    """A note of a report: how a table was read, or that no row lies in the policy's time."""

    kind: str
    """For example `rounded_money` or `total_row`."""
    column: str | None
    """The header of the column, or several with 、 between them, if it is about columns."""
    cells: int | None
    """The number of cells, if it is about the cells of a column."""
    rows: int | None
    """The number of rows, if it is about rows."""
    row: int | None
    """The first of these rows, counted from 0."""
    child: str | None
    """The fact whose child table it is about, if it is about one."""
    message: str
    """The note in one sentence, in the language of the report. Rows are counted from 1 in it."""


class Arguments(NamedTuple):
    """What is asked for, beside the table, as the compiled module takes it."""

    rules: list[str] | None
    shortfalls: list[str] | None
    columns: list[tuple[str, str]]
    units: list[tuple[str, str]]
    missing: list[str] | None
    key: list[str]
    by: list[str]
    children: tuple[list[tuple[str, Any, Any, str]], bool]
    threads: int | None
    round_money: bool
    contested: bool
    language: str


def check_table(
    subject: SubjectName,
    table: Any,
    parameters: Parameters | None = None,
    rules: RuleId | Sequence[RuleId] | None = None,
    *,
    shortfalls: RuleId | Sequence[RuleId] | None = None,
    columns: Mapping[str, str] | None = None,
    units: Mapping[str, str] | None = None,
    missing: str | Sequence[str] | None = None,
    key: str | Sequence[str] | None = None,
    by: str | Sequence[str] | None = None,
    children: Mapping[str, tuple[Any, str]] | None = None,
    children_complete: bool = False,
    round_money: bool = False,
    contested: bool = False,
    threads: int | None = None,
    progress: Progress | None = None,
    language: Language = "zh",
) -> TableReport:
    """Check every row of a table by the rules of a subject.

    `table` is any object with `__arrow_c_stream__` or `__arrow_c_array__`, for example of pyarrow,
    Polars, pandas or DuckDB; a lazy frame is collected. A column is matched by its header, which is
    the key of a fact or the policy's word for it, with an optional unit: `工资总额（万元）`. `columns`
    maps other headers to facts, perhaps with a unit (`sales_revenue_yuan:万元`); an empty fact ignores
    the column. `units` gives the units of facts and overrides those of the headers. `missing` lists the
    texts that mean that a value is not known, by default —, -, /, …, N/A, NA, NULL, #N/A, 暂无 and
    不详; an empty list means none. A cell with a fault makes its row invalid and does not affect other
    rows.

    A float is read as spreadsheets show it, with fifteen significant digits, if its amount is below
    10^13 in the unit of the fact: 0.1 + 0.2 is 0.3. A greater float is read as its shortest decimal,
    and so is a 32-bit float. With `round_money`, an amount of money in a column of floats that differs
    from a whole number of fen by at most a millionth is rounded to it; without, it is a fault.
    `TableReport.notes` says for each column how many cells are not read as their shortest decimal, and
    what else a reader of the results should know of the headers and cells. It also says if all rows lie
    outside the time to which the policy is applied.

    `rules` selects rules; the conclusion is drawn from these only. `shortfalls` selects the rules
    that have a column for their shortfall or excess, by default all that have exactly one bound.
    `contested` adds columns that say whether a verdict (`<rule>.contested`) or the conclusion
    (`conclusion.contested`) would be another one under another choice of a reading.
    `key` names columns that identify rows in findings and faults, and by which `TableReport.changes`
    matches them with those of another table. `by` names further columns that are
    kept beside them, so that `TableReport.counts` and `TableReport.shortfalls` can count by their values.

    `children` gives list facts from child tables, in which each row is one item:
    `{"practice": (periods, "教师编号")}`, where `教师编号` is the column of both tables that relates
    them, `编号=教师编号` if the headers differ. The header of the table comes first there. A row of a
    child table that belongs to no row is a fault, and so are two rows with the same key. A row without
    rows in a child table has an unknown list, or with `children_complete` an empty one. Columns of a
    child table are mapped as `columns={"起": "practice.start"}`.

    `threads` is by default the number of processors and does not affect the result. `progress` is a function, called with the number of
    rows of each piece, or `True` for a tqdm bar if tqdm is installed. `language` is the language of
    messages.

    Raises `ValueError` for a header that has no or more than one meaning and for an unknown rule or
    parameter, and `TypeError` for an object that is not a table.
    """
    checker = _checker(
        subject,
        table,
        True,
        parameters,
        rules,
        shortfalls,
        columns,
        units,
        missing,
        key,
        by,
        children,
        children_complete,
        round_money,
        contested,
        threads,
        language,
    )
    with ExitStack() as stack:
        return checker.rest(_callback(progress, table, stack))


def check_batches(
    subject: SubjectName,
    table: Any,
    parameters: Parameters | None = None,
    rules: RuleId | Sequence[RuleId] | None = None,
    *,
    shortfalls: RuleId | Sequence[RuleId] | None = None,
    columns: Mapping[str, str] | None = None,
    units: Mapping[str, str] | None = None,
    missing: str | Sequence[str] | None = None,
    key: str | Sequence[str] | None = None,
    by: str | Sequence[str] | None = None,
    round_money: bool = False,
    contested: bool = False,
    threads: int | None = None,
    language: Language = "zh",
) -> Checker:
    """Check a table batch by batch, keeping one batch in memory; a lazy frame is collected first.

    The result is an iterator of reports, one per batch, with rows numbered across batches. It is also
    an Arrow stream of the wide table, in which each batch is checked when it is read, for example by
    `pyarrow.RecordBatchReader.from_stream`. Arguments and exceptions are those of `check_table`, which alone
    takes child tables.
    """
    return _checker(
        subject,
        table,
        False,
        parameters,
        rules,
        shortfalls,
        columns,
        units,
        missing,
        key,
        by,
        None,
        False,
        round_money,
        contested,
        threads,
        language,
    )


def what_if(
    subject: SubjectName,
    table: Any,
    before: Parameters | None,
    after: Parameters | None,
    rules: RuleId | Sequence[RuleId] | None = None,
    *,
    columns: Mapping[str, str] | None = None,
    units: Mapping[str, str] | None = None,
    missing: str | Sequence[str] | None = None,
    key: str | Sequence[str] | None = None,
    round_money: bool = False,
    threads: int | None = None,
) -> Table:
    """Report which verdicts and conclusions change under other parameters.

    `before` and `after` are parameters that override numbers of the policy; `None` overrides none. The
    result has one row per verdict or conclusion that changes: `row`, the key columns, `rule` (or
    `conclusion`), `before` and `after`. Other arguments and exceptions are those of `check_table`.
    """
    report = check_table(
        subject,
        table,
        before,
        rules,
        shortfalls=(),
        columns=columns,
        units=units,
        missing=missing,
        key=key,
        round_money=round_money,
        threads=threads,
    )
    return report._turned(report.with_parameters(after))


def _checker(
    subject: str,
    table: Any,
    whole: bool,
    parameters: Mapping[str, Any] | None,
    rules: str | Sequence[str] | None,
    shortfalls: str | Sequence[str] | None,
    columns: Mapping[str, str] | None,
    units: Mapping[str, str] | None,
    missing: str | Sequence[str] | None,
    key: str | Sequence[str] | None,
    by: str | Sequence[str] | None,
    children: Mapping[str, tuple[Any, str]] | None,
    children_complete: bool,
    round_money: bool,
    contested: bool,
    threads: int | None,
    language: str,
) -> Checker:
    table = collected(table)
    arguments = Arguments(
        _names(rules),
        _names(shortfalls),
        list((columns or {}).items()),
        list((units or {}).items()),
        _names(missing),
        _names(key) or [],
        _names(by) or [],
        ([_child(fact, *child) for fact, child in (children or {}).items()], children_complete),
        threads,
        round_money,
        contested,
        language,
    )
    return Checker(subject, table, frame(table), whole, 0, parameters, arguments)


def _names(given: str | Sequence[str] | None) -> list[str] | None:
    """One name or several as a list."""
    if given is None:
        return None
    return [given] if isinstance(given, str) else list(given)


def _child(fact: str, table: Any, key: str) -> tuple[str, Any, Any, str]:
    table = collected(table)
    return fact, table, frame(table), key


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
