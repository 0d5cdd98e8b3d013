"""Tables of every library, however they are split into batches."""

import datetime as dt
import subprocess
import sys
import threading
from decimal import Decimal

import chanjiao
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from rows import is_record

FIRMS = {
    "id": ["a", "b", "c", "<d>"],
    "size_class": ["medium", "large", "small", None],
    "staff_in_service": [3200, 1000, 10, None],
    "teacher_posts": [14, 8, 0, 1],
    "training_fund_spent_yuan": [100.0, 50.5, None, 0.0],
    "training_fund_frontline_yuan": [90.0, 20.0, None, 0.0],
}


FUND = ["enterprise.frontline_share"]


def firms():
    return pa.table(FIRMS)


class Again:
    """An object that returns the same capsules every time."""

    def __init__(self, name, capsules):
        setattr(self, name, lambda: capsules)


def wide(report):
    return report.to_arrow().to_pylist()


def single(report, rows):
    """Assert that every row is answered like the single record, if it is one."""
    for place, row in enumerate(rows):
        if not is_record(report.subject, row):
            assert report.answer(place).report is None
            continue
        assert report.answer(place).to_json() == chanjiao.check(report.subject, row).to_json()


def test_tables_of_every_library_give_the_same():
    table = firms()
    expected = wide(chanjiao.check_table("enterprise", table))
    assert [row["conclusion"] for row in expected] == [
        "incomplete",
        "non_compliant",
        "incomplete",
        "incomplete",
    ]
    assert [row["enterprise.teacher_posts.shortfall"] for row in expected] == [2, None, None, None]
    connection = duckdb.connect()
    for given in (
        table,
        table.combine_chunks().to_batches()[0],
        table.to_reader(),
        pa.chunked_array(
            [
                pa.StructArray.from_arrays(
                    [column.combine_chunks() for column in table.columns], names=table.column_names
                )
            ]
        ),
        pl.DataFrame(FIRMS),
        pl.DataFrame(FIRMS).lazy(),
        pd.DataFrame(FIRMS),
        connection.from_arrow(table),
        Again(
            "__arrow_c_stream__",
            chanjiao.check_table("enterprise", table, rules=[]).split()[2].__arrow_c_stream__(),
        ),
    ):
        report = chanjiao.check_table("enterprise", given)
        assert wide(report) == expected, type(given)
        assert len(report) == 4 and report.faulty == 0 and report.ignored == ["id"]


def test_batches_and_slices_do_not_matter():
    table = firms()
    expected = wide(chanjiao.check_table("enterprise", table))
    for cut in (
        pa.concat_tables([table.slice(0, 1), table.slice(1, 0), table.slice(1, 3)]),
        pa.concat_tables([table, table, table]).slice(4, 4),
        table.slice(0, 4),
    ):
        report = chanjiao.check_table("enterprise", cut, key="id")
        assert wide(report) == expected
        single(report, [{k: v for k, v in row.items() if k != "id"} for row in cut.to_pylist()])
        assert report.findings().to_pylist()[0]["row"] == 0
    sliced = pa.RecordBatch.from_pydict(FIRMS).slice(2, 2)
    assert wide(chanjiao.check_table("enterprise", sliced)) == expected[2:]
    threads = [wide(chanjiao.check_table("enterprise", table, threads=n)) for n in (1, 2, 7)]
    assert threads == [expected] * 3


def test_types_of_columns():
    day = dt.date(2024, 3, 1)
    text = ["medium", None]
    for column, value in (
        (pa.array([3200, None], pa.int16()), 3200),
        (pa.array([3200, None], pa.uint64()), 3200),
        (pa.array([3200.0, None], pa.float32()), 3200.0),
        (pa.array([Decimal("3200.00"), None], pa.decimal128(9, 2)), Decimal("3200.00")),
        (pa.array([Decimal("3200"), None], pa.decimal256(40, 0)), Decimal("3200")),
    ):
        report = chanjiao.check_table("enterprise", pa.table({"staff_in_service": column}))
        single(report, [{"staff_in_service": value}, {}])
    for kind in (
        pa.string(),
        pa.large_string(),
        pa.string_view(),
        pa.dictionary(pa.int8(), pa.string()),
        pa.dictionary(pa.uint32(), pa.large_string()),
    ):
        report = chanjiao.check_table(
            "enterprise", pa.table({"size_class": pa.array(text).cast(kind)})
        )
        single(report, [{"size_class": "medium"}, {}])
    for kind in (pa.date32(), pa.date64(), pa.timestamp("s"), pa.timestamp("ns")):
        report = chanjiao.check_table(
            "visit", pa.table({"start": pa.array([day, None]).cast(kind)})
        )
        single(report, [{"start": day}, {}])
    nothing = pa.table(
        {"size_class": pa.nulls(3), "staff_in_service": pa.nulls(3), "state_owned": pa.nulls(3)}
    )
    single(chanjiao.check_table("enterprise", nothing), [{}] * 3)
    nested = pa.table(
        {
            "as_of": [day, day],
            "role": ["specialist", "specialist"],
            "school_kind": ["technician", "technician"],
            "practice": [[{"start": dt.date(2023, 1, 1), "end": None, "in_enterprise": True}], []],
        }
    )
    single(chanjiao.check_table("teacher", nested), nested.to_pylist())


def test_floats_are_read_as_spreadsheets_show_them():
    wages, staff = "工资总额（万元）", "staff_total"
    columns = {
        wages: [100 / 3, 0.1 + 0.2, None, 0.0000105, 1.5],
        staff: [2999.9999999999995, 3000.0, None, 10.0, 10.0],
        "state_owned": [True] * 5,
        "other": [0.1 + 0.2] * 5,
    }
    frame = pd.DataFrame(columns)
    table, categories = pa.table(columns), frame.astype({wages: "category", staff: "category"})
    assert frame[wages].dtype == "float64" and frame[wages].isna().sum() == 1
    connection = duckdb.connect()
    fifteen = [
        {"kind": "fifteen_digits", "column": wages, "cells": 2},
        {"kind": "fifteen_digits", "column": staff, "cells": 1},
    ]
    rounded = {"kind": "rounded_money", "column": wages, "cells": 1}

    def notes(report):
        return [{key: note[key] for key in ("kind", "column", "cells")} for note in report.notes]

    def faults(report):
        return [(fault["row"], fault["given"], fault["help"]) for fault in report.faults.to_pylist()]

    near = (0, "33.3333333333333", "`round_money` rounds it to 333333.33")
    far = (3, "0.0000105", None)
    for given in (table, frame, categories, pl.DataFrame(columns), connection.from_arrow(table)):
        report = chanjiao.check_table("enterprise", given, language="en")
        assert notes(report) == fifteen, type(given)
        assert faults(report) == [near, far], type(given)
        report = chanjiao.check_table("enterprise", given, round_money=True, language="en")
        assert notes(report) == [*fifteen, rounded], type(given)
        assert faults(report) == [far], type(given)
        assert report.answer(0).faults == [] and report.answer(2).faults == []
        assert notes(report.with_parameters({"frontline_share": "35"})) == notes(report)
    assert report.notes[2]["message"] == f"column `{wages}`: 1 amount was rounded to whole fen."
    assert "amount was rounded to whole fen" in report.to_html()
    assert "<h3>" not in chanjiao.check_table("visit", pa.table({"start": []})).to_html()
    in_chinese = chanjiao.check_table("enterprise", table, round_money=True).notes
    assert in_chinese[2]["message"] == f"列 `{wages}`：1 个金额四舍五入到分。"

    batches = pa.Table.from_batches([*table.to_batches(), *table.slice(1, 1).to_batches()])
    parts = chanjiao.check_batches("enterprise", batches, round_money=True)
    assert [notes(part) for part in parts] == [[*fifteen, rounded], [{**fifteen[0], "cells": 1}]]
    assert notes(chanjiao.check_table("enterprise", batches))[0]["cells"] == 3
    turned = {"cooperation_sales_revenue_yuan": "1"}
    sales = pa.table({"销售收入（万元）": [100 / 3]})
    for round_money in (False, True):
        changes = chanjiao.what_if("enterprise", sales, None, turned, round_money=round_money)
        assert (0 < len(changes)) == round_money


def test_a_table_that_lies_outside_the_time_is_noted():
    years = pa.table({"year": [2015, 2018]})
    report = chanjiao.check_table("enterprise", years, language="en")
    (note,) = report.notes
    assert (note["kind"], note["column"], note["cells"]) == ("outside_time", None, None)
    assert note["message"].startswith(
        "every record (2015 to 2018) lies outside the time to which the policy is applied "
        "(2019-01-01 to no limit), so no rule applies;"
    )
    assert note["message"] in report.to_html()
    assert report.with_parameters({"policy_applies_from": "2018-01-01"}).notes == []
    batches = pa.Table.from_batches([*years.to_batches(), *pa.table({"year": [2019]}).to_batches()])
    assert chanjiao.check_table("enterprise", batches).notes == []
    assert [len(part.notes) for part in chanjiao.check_batches("enterprise", batches)] == [1, 0]


def test_wide_floats_and_records_are_exact():
    report = chanjiao.check_table(
        "enterprise",
        pa.table(
            {
                "total_wages_yuan": [10000000000000.002, 9999999999999.998, -0.0],
                "training_fund_spent_yuan": pa.array([0.1, 0.2, 0.3], pa.float32()),
            }
        ),
    )
    assert [(it["row"], it["given"]) for it in report.faults.to_pylist()] == [
        (0, "10000000000000.002")
    ]
    assert [(it["column"], it["cells"]) for it in report.notes] == [("total_wages_yuan", 1)]
    (fault,) = chanjiao.check("enterprise", {"total_wages_yuan": 0.1 + 0.2}).faults
    assert fault["given"] == "0.30000000000000004" and fault["help"] is None


def test_empty_tables():
    for empty in (
        firms().slice(0, 0),
        firms().schema.empty_table(),
        pl.DataFrame(FIRMS).clear(),
        pd.DataFrame(FIRMS).iloc[:0],
    ):
        report = chanjiao.check_table("enterprise", empty, key="id")
        assert len(report) == 0 and wide(report) == []
        assert len(report.findings()) == len(report.faults) == len(report.worst()) == 0
        assert [len(part) for part in report.split()] == [0, 0, 0]
        assert report.to_html().startswith("<!doctype html>")
        assert report.counts().to_pylist()[0]["met"] == 0
        with pytest.raises(IndexError):
            report.answer(0)


def test_large_row_numbers():
    # A column of nulls takes no memory, so it can have any length.
    far = 1 << 31
    nothing = pa.nulls(far + 5)
    table = pa.table({"staff_total": nothing}).slice(far, 5)
    assert len(chanjiao.check_table("enterprise", table)) == 5
    flags = pa.BooleanArray.from_buffers(
        pa.bool_(), far + 3, [None, pa.py_buffer(memoryview(b"\xff" * (far // 8 + 1)))]
    )
    batch = pa.RecordBatch.from_arrays([flags.slice(far, 3)], ["leading_enterprise"])
    assert [
        row["enterprise.public_school_partner"]
        for row in wide(chanjiao.check_table("enterprise", batch))
    ] == ["met"] * 3


def test_other_columns_do_not_matter():
    more = (
        firms()
        .append_column("later", pa.array([{"x": [1]}] * 4))
        .append_column("enterprise.teacher_posts", pa.array([1] * 4))
    )
    report = chanjiao.check_table("enterprise", more)
    assert wide(report) == wide(chanjiao.check_table("enterprise", firms()))
    assert report.ignored == ["id", "later", "enterprise.teacher_posts"]


def test_wrong_arguments_have_clear_errors():
    table = firms()
    for call, error, said in (
        (
            lambda: chanjiao.check_table("enterprize", table),
            ValueError,
            "did you mean `enterprise`",
        ),
        (lambda: chanjiao.check_table("enterprise", 5), TypeError, "int is not a table"),
        (lambda: chanjiao.check_table("enterprise", pa.array([1])), TypeError, "is not a table"),
        (lambda: chanjiao.check_table("enterprise", pl.Series([1])), TypeError, "is not a table"),
        (
            lambda: chanjiao.check_table("enterprise", pa.table({"x": [1]})),
            ValueError,
            "no column matches a fact",
        ),
        (
            lambda: chanjiao.check_table("enterprise", pa.table({})),
            ValueError,
            "no column matches a fact",
        ),
        (
            lambda: chanjiao.check_table("enterprise", pa.table({"staff_total": [True]})),
            ValueError,
            "cannot hold",
        ),
        (
            lambda: chanjiao.check_table("enterprise", table, rules=["enterprise.teacher_post"]),
            ValueError,
            "Did you mean `enterprise.teacher_posts`",
        ),
        (
            lambda: chanjiao.check_table("enterprise", table, shortfalls=["enterprise.posts"]),
            ValueError,
            "unknown rule `enterprise.posts`",
        ),
        (
            lambda: chanjiao.check_table("enterprise", table, {"frontline_share": "101"}),
            ValueError,
            "frontline_share",
        ),
        (
            lambda: chanjiao.check_table("enterprise", table, columns={"x": "staff_total"}),
            ValueError,
            "no column `x`",
        ),
        (
            lambda: chanjiao.check_table("enterprise", table, columns={"id": "staff"}),
            ValueError,
            "unknown fact `staff`",
        ),
        (lambda: chanjiao.check_table("enterprise", table, key="nr"), ValueError, "no column `nr`"),
        (
            lambda: chanjiao.check_table("enterprise", table, language="fr"),
            ValueError,
            "unknown language `fr`",
        ),
        (
            lambda: chanjiao.check_table("enterprise", table).findings(["bad"]),
            ValueError,
            "unknown verdict `bad`",
        ),
        (
            lambda: chanjiao.check_table(
                "enterprise",
                pa.StructArray.from_arrays(
                    [pa.array([1, 2])], ["staff_total"], mask=pa.array([True, False])
                ),
            ),
            ValueError,
            "a row of a table is null",
        ),
    ):
        with pytest.raises(error, match=said):
            call()


def test_a_stream_or_array_is_read_once():
    for given in (
        Again("__arrow_c_stream__", firms().__arrow_c_stream__()),
        Again("__arrow_c_array__", pa.RecordBatch.from_pydict(FIRMS).__arrow_c_array__()),
    ):
        assert len(chanjiao.check_table("enterprise", given)) == 4
        with pytest.raises(ValueError, match="already read"):
            chanjiao.check_table("enterprise", given)
    for wrong in (
        Again("__arrow_c_stream__", 5),
        Again("__arrow_c_stream__", firms().schema.__arrow_c_schema__()),
        Again("__arrow_c_array__", (1, 2)),
        Again("__arrow_c_array__", 3),
    ):
        with pytest.raises((TypeError, ValueError)):
            chanjiao.check_table("enterprise", wrong)


def test_an_error_of_the_source_is_raised():
    def broken():
        yield firms().to_batches()[0]
        raise RuntimeError("the disk is gone")

    reader = pa.RecordBatchReader.from_batches(firms().schema, broken())
    with pytest.raises(ValueError, match="the disk is gone"):
        chanjiao.check_table("enterprise", reader)


def test_units_and_other_headers():
    table = pa.table({"企业": ["甲"], "销售收入（亿元）": [Decimal("2.00")], "Staff": [1]})
    report = chanjiao.check_table(
        "enterprise", table, columns={"Staff": "employed_persons", "企业": "name"}
    )
    assert wide(report)[0]["enterprise.cooperation_partner"] == "met" and report.ignored == []
    assert chanjiao.check_table("enterprise", table, columns={"Staff": ""}).ignored == [
        "企业",
        "Staff",
    ]


def test_rules_can_be_chosen():
    chosen = ["enterprise.frontline_share", "enterprise.teacher_posts"]
    report = chanjiao.check_table("enterprise", firms(), rules=chosen)
    assert report.rules == list(reversed(chosen))
    assert report.to_arrow().column_names == [
        "conclusion",
        "enterprise.teacher_posts",
        "enterprise.teacher_posts.shortfall",
        "enterprise.frontline_share",
        "enterprise.frontline_share.shortfall",
    ]


def test_shortfalls_can_be_chosen():
    chosen = ["enterprise.frontline_share", "enterprise.teacher_posts"]
    full = chanjiao.check_table("enterprise", firms(), rules=chosen).to_arrow()
    for short in ([], chosen[:1], [*chosen, "enterprise.training_fund"]):
        report = chanjiao.check_table("enterprise", firms(), rules=chosen, shortfalls=short)
        names = [it for it in full.column_names if it.removesuffix(".shortfall") in short]
        kept = [it for it in full.column_names if "shortfall" not in it or it in names]
        assert report.to_arrow().equals(full.select(kept))
        assert {it["rule"] for it in report.worst().to_pylist()} <= set(short)
        # Findings have all amounts, whether or not there are columns for them.
        assert report.findings().to_pylist()[0]["shortfall"] == 2


def test_findings_counts_and_faults():
    table = firms().set_column(2, "staff_in_service", pa.array([3200, 1000, -1, None]))
    report = chanjiao.check_table("enterprise", table, key=["id", "size_class"], language="en")
    findings = [it for it in report.findings().to_pylist() if it["kind"] == "obligation"]
    assert [(it["row"], it["id"], it["rule"]) for it in findings] == [
        (0, "a", "enterprise.teacher_posts"),
        (1, "b", "enterprise.frontline_share"),
    ]
    first, second = findings
    assert (
        first["measured"],
        first["required"],
        first["shortfall"],
        first["excess"],
        first["unit"],
    ) == (14, 16, 2, None, "post")
    assert (second["measured"], second["required"], second["shortfall"], second["statement"]) == (
        20,
        Decimal("30.30"),
        Decimal("10.30"),
        "11.1c",
    )
    assert first["message"] == report.answer(0).finding(first["rule"])["message"]["en"]
    everything = report.findings(None).to_pylist()
    assert len(everything) == 3 * 24 and {it["row"] for it in everything} == {0, 1, 3}
    assert report.findings(None, limit=7).to_pylist() == everything[:7]
    assert {it["verdict"] for it in report.findings(["met", "not_applicable"]).to_pylist()} == {
        "met",
        "not_applicable",
    }
    assert len(report.findings(rules=["enterprise.frontline_share"])) == 1
    for count in report.counts().to_pylist():
        column = [row[count["rule"]] for row in wide(report)]
        assert all(
            count[word] == column.count(word)
            for word in ("met", "unmet", "not_applicable", "pending", "undetermined")
        )
    assert (
        report.conclusions["incomplete"] + report.conclusions["non_compliant"] == 3
        and report.faulty == 1
    )
    (fault,) = report.faults.to_pylist()
    assert (
        fault["row"],
        fault["id"],
        fault["column"],
        fault["pointer"],
        fault["code"],
        fault["given"],
    ) == (2, "c", "staff_in_service", "/staff_in_service", "out_of_range", "-1")
    worst = report.worst(1).to_pylist()
    assert [(it["rule"], it["row"]) for it in worst if it["shortfall"]] == [
        (it["rule"], it["row"]) for it in findings
    ]
    assert [len(part) for part in report.split()] == [0, 1, 3]
    assert report.split()[1].to_polars()["id"].to_list() == ["b"]
    assert report.to_pandas()["conclusion"].isna().tolist() == [False, False, True, False]


def test_a_key_may_have_any_name_and_a_check_any_number_of_threads():
    table = firms().rename_columns({"id": "code"})
    report = chanjiao.check_table(
        "enterprise", table, key=["code", "size_class"], threads=1_000_000
    )
    assert report.findings().to_pylist()[0]["key.code"] == "a"
    assert report.findings().column_names[:4] == ["row", "key.code", "size_class", "rule"]
    assert chanjiao.check_table("enterprise", firms(), threads=0).to_arrow() == report.to_arrow()


def test_a_key_never_has_the_name_of_a_result_column():
    def results(report):
        changes = report.changes(report)
        return report.findings(), report.faults, changes.new, changes.changed

    report = chanjiao.check_table("enterprise", firms(), key="id")
    names = {name for it in results(report) for name in it.column_names} - {"id"}
    assert {"row", "excess", "message", "pointer", "help", "before", "row_after", "result"} <= names
    for name in names:
        keyed = chanjiao.check_table("enterprise", firms().rename_columns({"id": name}), key=name)
        for result in results(keyed):
            assert f"key.{name}" in result.column_names[1:3]
            assert len(set(result.column_names)) == len(result.column_names), name


def test_many_rows_as_dicts():
    report = chanjiao.check_table("visit", pa.table({"start": [dt.date(2024, 3, 1)] * 30_000}))
    assert len(report.findings(None).to_pylist()) == 30_000


def test_excess_has_its_own_column():
    table = pa.table({"host_interns": [15, 5], "host_staff_on_post": [100, 100]})
    report = chanjiao.check_table("internship", table, rules=["internship.host_cap_general"])
    (finding,) = report.findings().to_pylist()
    assert (finding["excess"], finding["shortfall"], finding["required"]) == (5, None, 10)
    assert [row["internship.host_cap_general.excess"] for row in wide(report)] == [5, None]


def test_contested_columns_say_which_results_another_reading_changes():
    table = pa.table({"size_class": ["small", "large"], "staff_in_service": [1000, 1000]})
    table = table.append_column("teacher_posts", pa.array([0, 5]))
    rules = ["enterprise.teacher_posts", "enterprise.training_coverage"]
    report = chanjiao.check_table("enterprise", table, rules=rules, contested=True)
    names = ["conclusion", "enterprise.teacher_posts", "enterprise.training_coverage"]
    assert [name for name in wide(report)[0] if name.endswith(".contested")] == [
        f"{name}.contested" for name in names
    ]
    # A small firm is bound only if the sentence is about all enterprises; one without a base is
    # not known to be bound.
    first, second = wide(report)
    assert first["enterprise.teacher_posts"] == "not_applicable"
    assert [first[f"{name}.contested"] for name in names] == [False, True, False]
    assert second["enterprise.teacher_posts"] == "met"
    assert [second[f"{name}.contested"] for name in names] == [False, True, False]
    for row, found in enumerate((first, second)):
        answer = report.answer(row)
        for name in rules:
            assert found[f"{name}.contested"] == (answer.finding(name)["contested"] != [])
    plain = chanjiao.check_table("enterprise", table, rules=rules)
    assert not [name for name in wide(plain)[0] if name.endswith(".contested")]


def test_what_if():
    changes = chanjiao.what_if(
        "enterprise", firms(), None, {"teacher_posts_share": "0.4"}, key="id"
    ).to_pylist()
    assert changes == [
        {"row": 0, "id": "a", "rule": "enterprise.teacher_posts", "before": "unmet", "after": "met"}
    ]
    # A table that can be read once, without a key: its rows are compared with themselves.
    table = firms().to_reader()
    changes = chanjiao.what_if("enterprise", table, {"frontline_share": "99"}, None).to_pylist()
    assert [(it["row"], it["rule"], it["before"], it["after"]) for it in changes] == [
        (0, "conclusion", "non_compliant", "incomplete"),
        (0, "enterprise.frontline_share", "unmet", "met"),
    ]


def test_batches_are_checked_when_they_are_read():
    read = []

    def batches():
        for place in range(3):
            read.append(place)
            yield firms().to_batches()[0]

    reader = pa.RecordBatchReader.from_batches(firms().schema, batches())
    checker = chanjiao.check_batches("enterprise", reader, key="id")
    first = next(checker)
    assert len(first) == 4 and read == [0]
    rest = list(checker)
    assert [it["row"] for report in rest for it in report.findings(rules=FUND).to_pylist()] == [
        5,
        9,
    ]
    assert rest[1].answer(8).to_json() == first.answer(0).to_json()
    with pytest.raises(IndexError):
        rest[1].answer(0)

    read.clear()
    reader = pa.RecordBatchReader.from_batches(firms().schema, batches())
    stream = pa.RecordBatchReader.from_stream(chanjiao.check_batches("enterprise", reader))
    assert read == []
    assert stream.read_next_batch().to_pylist() == wide(first) and read == [0]
    assert sum(batch.num_rows for batch in stream) == 8
    checker = chanjiao.check_batches("enterprise", firms())
    unread = pa.RecordBatchReader.from_stream(checker)
    stream = pa.RecordBatchReader.from_stream(checker)
    assert stream.read_next_batch().num_rows == len(firms())
    for again in (lambda: next(checker), lambda: pa.RecordBatchReader.from_stream(checker)):
        with pytest.raises(RuntimeError, match="exported as a stream"):
            again()
    with pytest.raises(pa.ArrowInvalid, match="exported as a stream"):
        unread.read_next_batch()


def test_progress_is_reported():
    told = []
    big = pa.table({"staff_total": pa.nulls((1 << 22) + 7)})
    chanjiao.check_table(
        "enterprise", big, rules=["enterprise.training_coverage"], progress=told.append
    )
    assert told == [1 << 22, 7]
    chanjiao.check_table("enterprise", firms(), progress=True)
    with pytest.raises(ZeroDivisionError):
        chanjiao.check_table("enterprise", firms(), progress=lambda rows: 1 / 0)


def test_the_page_is_escaped_and_self_contained():
    table = firms().set_column(1, "size_class", pa.array(["<i>", "medium", "large", None]))
    report = chanjiao.check_table(
        "enterprise", table.append_column("a<b", table["id"]), key=["id", "a<b"]
    )
    page = report.to_html()
    assert (
        "<i>" not in page.replace('<i class="', "")
        and "&lt;i&gt;" in page
        and "<d>" not in page
        and "a&lt;b" in page
    )
    assert "http" not in page and "<script" not in page
    assert report._repr_html_() in page
    assert "&lt;d&gt;" in report.split()[2]._repr_html_()


def test_an_interrupt_ends_a_long_check():
    code = (
        "import chanjiao, pyarrow as pa, signal, threading, os\n"
        "table = pa.table({'staff_total': pa.chunked_array([pa.nulls(1 << 20)] * 4096)})\n"
        "threading.Timer(0.5, lambda: os.kill(os.getpid(), signal.SIGINT)).start()\n"
        "try:\n    chanjiao.check_table('enterprise', table, rules=['enterprise.training_coverage'])\n"
        "except KeyboardInterrupt:\n    print('interrupted')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout == "interrupted\n", done.stderr


def test_other_threads_run_meanwhile():
    table = pa.table({"staff_total": pa.nulls(1 << 23)})
    expected = wide(chanjiao.check_table("enterprise", firms()))
    got = []
    threads = [
        threading.Thread(target=lambda: got.append(len(chanjiao.check_table("enterprise", table))))
        for _ in range(2)
    ]
    threads += [
        threading.Thread(
            target=lambda: got.append(wide(chanjiao.check_table("enterprise", firms())))
        )
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, got)) == sorted(map(str, [1 << 23] * 2 + [expected] * 4))
