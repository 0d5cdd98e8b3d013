"""Records as Arrow tables, on one machine and with Spark."""

from __future__ import annotations

import json
import os
import re
import sys
from datetime import date
from decimal import Decimal

import chanjiao
import pyarrow as pa
from records import Generator, Line
from spec import parsing
from spec.subject import SUBJECTS

PERIOD = pa.struct([("start", pa.date32()), ("end", pa.date32()), ("in_enterprise", pa.bool_())])
ARROW = {
    "text": pa.string(),
    "choice": pa.dictionary(pa.int8(), pa.string()),
    "flag": pa.bool_(),
    "count": pa.int64(),
    "year": pa.int64(),
    "money": pa.decimal128(38, 4),
    "date": pa.date32(),
    "dates": pa.list_(pa.date32()),
    "periods": pa.list_(PERIOD),
}


class NoCell(Exception):
    """A value that a column of the fact's type cannot hold."""


def cell(kind: str, value):
    """A cell of a column as a Python object, valid or not."""
    if value is None:
        return None
    is_number = isinstance(value, parsing.Number)
    match kind:
        case "text" if isinstance(value, str) and not is_number:
            return value
        case "choice" if isinstance(value, str) and not is_number and value.strip():
            return value  # a blank cell is a missing value
        case "flag" if isinstance(value, bool):
            return value
        case "count" | "year" if is_number:
            number = parsing.exactly(value)
            if number.denominator == 1 and abs(number) < 2**63:
                return int(number)
        case "money" if isinstance(value, str):
            if not is_number and not re.fullmatch(r"(0|[1-9][0-9]*)(\.[0-9]{1,2})?", value):
                raise NoCell
            number = parsing.exactly(value)
            if (number * 10_000).denominator == 1 and abs(number) < 10**30:
                return Decimal(number.numerator) / Decimal(number.denominator)
        case "date" if isinstance(value, str) and not is_number:
            try:
                return date.fromisoformat(value)
            except ValueError:
                raise NoCell from None
        case "dates" if isinstance(value, list) and not isinstance(value, parsing.Pairs):
            return [cell("date", it) for it in value]
        case "periods" if isinstance(value, list) and not isinstance(value, parsing.Pairs):
            return [period(it) for it in value]
    raise NoCell


def period(value):
    if value is None:
        return None
    if not isinstance(value, parsing.Pairs) or len(dict(value)) < len(value):
        raise NoCell
    kinds = {"start": "date", "end": "date", "in_enterprise": "flag"}
    if set(dict(value)) - set(kinds):
        raise NoCell
    return {key: cell(kind, dict(value).get(key)) for key, kind in kinds.items()}


def row(line: Line) -> dict | None:
    """The record as a row of a table; `None` if no table can hold it."""
    types = SUBJECTS[line.subject].facts
    try:
        pairs = parsing.parse(line.record)
        members = dict(pairs)
    except (ValueError, TypeError):
        return None
    if (
        not isinstance(pairs, parsing.Pairs)
        or len(members) < len(pairs)
        or set(members) - set(types)
    ):
        return None
    try:
        return {name: cell(kind.name, members.get(name)) for name, kind in types.items()}
    except NoCell:
        return None


def tabled(subject: str, rows: list[dict]) -> pa.Table:
    """Rows as a table with the types of the facts."""
    types = {name: ARROW[it.name] for name, it in SUBJECTS[subject].facts.items()}
    return pa.table({name: pa.array([it[name] for it in rows], of) for name, of in types.items()})


def table_differences(lines: list[Line], texts: list[str], answers: list[dict]):
    """The number of compared rows, and the rows that differ from the answers."""
    groups: dict[str | None, list[tuple[int, dict]]] = {}
    for place, line in enumerate(lines):
        found = row(line)
        if found is not None:
            groups.setdefault(line.parameters, []).append((place, found))
    differences, compared = [], 0
    for parameters, group in groups.items():
        if parsing.parameters(parameters)[1]:
            continue  # a table is not checked with invalid parameters
        compared += len(group)
        overrides = None if parameters is None else json.loads(parameters, parse_float=Decimal)
        table = tabled(lines[0].subject, [it for _, it in group])
        report = chanjiao.check_table(lines[0].subject, table, overrides, contested=True)
        rows = report.to_arrow().to_pylist()
        faults: dict[int, list] = {}
        for fault in report.faults.to_pylist():
            faults.setdefault(fault["row"], []).append((fault["pointer"], fault["code"]))
        for number, (place, given) in enumerate(group):
            if not is_record(lines[0].subject, given):
                if set(rows[number].values()) != {None}:
                    differences.append((place, f"row {rows[number]}, which is no record"))
                continue
            expected = answers[place]
            listed = [(it["pointer"], it["code"]) for it in expected["faults"]]
            if faults.get(number, []) != listed:
                differences.append((place, f"faults {faults.get(number)} instead of {listed}"))
            elif rows[number] != expected_row(rows[number], expected["report"]):
                differences.append((place, f"row {rows[number]}"))
            elif not listed and report.answer(number).to_json() != texts[place]:
                differences.append((place, report.answer(number).to_json()))
    return compared, differences


def is_record(subject: str, given: dict) -> bool:
    """Whether a row has more than a name."""
    types = SUBJECTS[subject].facts
    name = next((it for it, kind in types.items() if kind.name == "text"), None)
    filled = [key for key, value in given.items() if value is not None and str(value).strip()]
    return bool(filled) and filled != [name]


def expected_row(names, report: dict | None) -> dict:
    """The expected row of the result table."""
    if report is None:
        return dict.fromkeys(names)
    found = {
        "conclusion": report["conclusion"],
        "conclusion.contested": report["contested"] != [],
    }
    for finding in report["findings"]:
        found[finding["rule"]] = finding["verdict"]
        found[f"{finding['rule']}.contested"] = finding["contested"] != []
        if len(finding["bounds"]) == 1:
            (bound,) = finding["bounds"]
            gap = "excess" if "excess" in bound else "shortfall"
            amount = bound[gap]
            if amount is not None:
                amount = Decimal(amount) if bound["unit"] == "yuan" else int(amount)
            # Under another reading a rule may have one bound instead of two, but not a column.
            if f"{finding['rule']}.{gap}" in names:
                found[f"{finding['rule']}.{gap}"] = amount
    return found


def on_spark(subjects: list[str], seed: str, count: int):
    """Compares Spark with one machine on a sample."""
    from chanjiao.spark import check
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    for subject in subjects:
        rows = [row(it) for it in map(Generator(subject, seed).line, range(count))]
        table = tabled(subject, [it for it in rows if it is not None])
        words = [pa.string() if pa.types.is_dictionary(it) else it for it in table.schema.types]
        plain = table.cast(pa.schema(list(zip(table.column_names, words))))
        plain = plain.append_column("place", pa.array(range(len(plain))))
        found = check(session.createDataFrame(plain), subject).orderBy("place").toArrow()
        local = chanjiao.check_table(subject, table).to_arrow()
        pairs = zip(found.select(local.column_names).to_pylist(), local.to_pylist(), strict=True)
        yield subject, len(table), sum(one != other for one, other in pairs)
    session.stop()
