"""Frames of tables that are broken in random, known ways: nothing is read wrongly without a word."""

import random
import sys
from collections import Counter
from datetime import date

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import TOP

import chanjiao

sys.path.insert(0, str(TOP / "tests/tables"))
import clean
import grid
from breaks import WAYS
from writers import Day, Number, shown

# Those of rows, headers and cells: a frame has no file, no sheet and no title.
KINDS = ("K00", "K01", "K03", "K06", "K07")
EACH = 6
SUBJECTS = clean.subjects()


def typed(cell):
    """A cell as pandas has it in a column of objects."""
    if isinstance(cell, Number):
        return float(cell.text) if "." in cell.text else int(cell.text)
    return date.fromisoformat(cell.text) if isinstance(cell, Day) else cell


def texts(cell):
    return None if cell is None else shown(cell)


MAKES = {
    "pandas": lambda head, rows: pd.DataFrame([[typed(it) for it in row] for row in rows], columns=head, dtype=object),
    "polars": lambda head, rows: pl.DataFrame([[texts(it) for it in row] for row in rows], schema=dict.fromkeys(head, pl.String), orient="row"),
    "arrow": lambda head, rows: pa.table([pa.array([texts(row[at]) for row in rows], pa.string()) for at in range(len(head))], names=head),
}


def sound(subject, records):
    """Takes facts out that contradict others; returns whether each record keeps more than its name."""
    for record in records:
        while faults := chanjiao.check_any(subject.name, record).faults:
            for fault in faults:
                record.pop(fault["pointer"].split("/")[1], None)
    return all(1 < len(record) for record in records)


def broken(way, rng):
    """A table that was broken so that its first row is the header."""
    for _ in range(200):
        subject = SUBJECTS[way.only or rng.choice(clean.NAMED)]
        keys, records = clean.records(subject, rng, rng.randrange(4, 9))
        if not sound(subject, records):
            continue
        table = grid.Table(subject, keys, records, rng)
        if way(table, rng) is False or table.header or table.arguments or table.finish or table.merged:
            continue
        width = max(map(len, table.rows))
        head = [texts(it) or "" for it in table.rows[0]] + [""] * (width - len(table.rows[0]))
        # Libraries refuse headers that stand twice.
        if len(set(head)) == len(head):
            rows = [list(row) + [None] * (width - len(row)) for row in table.rows[1:]]
            return table, head, rows
    return None


def verdicts(subject, record):
    return chanjiao.check_any(subject.name, record).verdicts


def wrong(table, report, names):
    """What is judged otherwise than the clean records, although nothing is said of it."""
    found = differing(table, report, names, [])
    # Columns that are named as not used.
    lost = [it.key for it in table.columns if any(header in report.ignored for header in table.headers_of(it))]
    return found and differing(table, report, names, lost)


def differing(table, report, names, lost):
    """What is judged otherwise than the clean records without the facts that are lost."""
    subject, said = table.subject, " ".join(note["message"] for note in report.notes)
    kept = [{key: it[key] for key in it if key not in lost} for it in table.records]
    expected = [(it.get(subject.key), verdicts(subject, it)) for it in kept]
    judged, found = 0, []
    for row, name in enumerate(names):
        answer = report.answer(row)
        if answer.report is None:
            continue
        judged += 1
        same = [it for other, it in expected if other == name or table.renamed or subject.key in lost or not name]
        if answer.verdicts not in same and not any(it.strip()[:20] in said for it in table.damaged):
            found.append(f"{name!r} is judged otherwise")
    alone = sum(set(it) <= {subject.key} for it in kept)
    if judged + report.faulty + alone < len(kept):
        found.append(f"{judged} judged, {report.faulty} invalid of {len(kept)}")
    return found


@pytest.mark.parametrize("make", MAKES)
def test_nothing_is_read_wrongly_without_a_word(make):
    counts, ways = Counter(), 0
    for kind, forms, way in WAYS:
        # No rule on the layout applies to a frame, so one that lies on its side is not found.
        if kind not in KINDS or "csv" not in forms or way.__name__ == "card":
            continue
        ways += 1
        for number in range(EACH):
            found = broken(way, random.Random(f"frames {kind} {way.__name__} {number}"))
            if found is None:
                counts["none"] += 1
                continue
            table, head, rows = found
            frame = MAKES[make](head, rows)
            try:
                report = chanjiao.check_table(table.subject.name, frame)
            except ValueError as error:
                assert len(str(error)) > 10
                counts["refused"] += 1
                continue
            if report.passed == len(report):
                # A table without a record, which no gate lets pass; the notes say why.
                assert report.notes
                counts["refused"] += 1
                continue
            assert not table.must_refuse, (kind, way.__name__, number)
            at = next((at for at, it in enumerate(report.columns) if it["fact"] == table.subject.key), None)
            names = [None if at is None else texts(row[at]) for row in rows]
            assert not wrong(table, report, names), (kind, way.__name__, number, head, rows, report.notes)
            counts["noted" if report.notes else "right"] += 1
    # Ways that need a title or a workbook break no frame.
    assert counts["right"] + counts["noted"] > 2 * ways and counts["refused"] < counts.total() / 2, counts
