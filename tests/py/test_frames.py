"""Frames as people have them: columns of mixed, empty and other types, used and not used."""

from __future__ import annotations

import datetime as dt
import io
import json
import subprocess
import sys
import uuid
import zipfile
from decimal import Decimal

import chanjiao
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

PARTNER = "enterprise.cooperation_partner"
BASE = {
    "企业名称": ["示例甲", "示例乙"],
    "从业人员（人）": [200, 50],
    "销售收入（万元）": [12000, 100],
}
TRAINING = "enterprise.training_coverage"
STAFF = {"staff_total": [100, 200], "trained_staff": [30, 50]}
VERDICTS = ["unmet", "undetermined", "pending", "met", "not_applicable"]


def verdicts(report, rule=PARTNER):
    return report.to_arrow().column(rule).to_pylist()


def faults(report):
    return [(it["row"], it["column"], it["code"], it["given"]) for it in report.faults.to_pylist()]


def check(table, **options):
    return chanjiao.check_table("enterprise", table, **options)


class Odd:
    """An object that is no plain value."""

    def __str__(self):
        raise RuntimeError("no text")

    __repr__ = __str__


def objects(*values):
    return pd.Series(list(values), dtype=object)


LOOP = []
LOOP.append(LOOP)

UNUSED_PANDAS = {
    "mixed": objects(1, "a"),
    "codes": objects(91430100123456789012, 1),
    "odd": objects(Odd(), {1, 2}),
    "nested": objects([1, "a", {"b": [None]}], LOOP),
    "dates": objects(dt.date(2024, 1, 1), dt.datetime(2024, 1, 1, 5, tzinfo=dt.timezone.utc)),
    "bytes": objects(b"a", "a"),
    "complex": pd.Series([1j, 2]),
    "half": pd.Series([1, 2], dtype="float16"),
    "period": pd.Series(pd.period_range("2024", periods=2, freq="M")),
    "interval": pd.Series(pd.interval_range(0, 2)),
    "timedelta": pd.Series(pd.to_timedelta([1, 2], unit="s")),
    "sparse": pd.Series(pd.arrays.SparseArray([0, 1])),
    "zone": pd.Series(pd.to_datetime(["2024-01-01", None])).dt.tz_localize("Asia/Shanghai"),
    "categories": pd.Series(pd.Categorical([1, "a"])),
    "surrogate": objects("\ud800", None),
    "uuid": objects(uuid.UUID(int=1), None),
}


@pytest.mark.parametrize("name", UNUSED_PANDAS)
def test_an_unused_column_of_pandas_does_not_matter(name):
    report = check(pd.DataFrame({"first": UNUSED_PANDAS[name], **BASE, name: UNUSED_PANDAS[name]}))
    assert verdicts(report) == ["met", "unmet"] and report.faulty == 0
    assert report.ignored == ["first", name]
    # Only the splitting needs it: as it is, or as text.
    parts = report.split()
    assert sum(map(len, parts)) == 2
    assert {tuple(it.column_names) for it in parts} == {("first", *BASE, name)}


UNUSED_POLARS = {
    "null": pl.Series([None, None], dtype=pl.Null),
    "object": pl.Series([Odd(), 1], dtype=pl.Object),
    "nulls": pl.Series([[None], []], dtype=pl.List(pl.Null)),
    "int128": pl.Series([2**100, None], dtype=pl.Int128),
    "struct": pl.Series([{"a": None, "b": 1}, None], dtype=pl.Struct({"a": pl.Null, "b": pl.Int128})),
    "time": pl.Series([dt.time(1), None]),
    "duration": pl.Series([dt.timedelta(1), None]),
    "binary": pl.Series([b"\xff", None]),
    "array": pl.Series([[1, 2], [3, 4]], dtype=pl.Array(pl.Int64, 2)),
}
if hasattr(pl, "UInt128"):
    UNUSED_POLARS["uint128"] = pl.Series([2**100, None], dtype=pl.UInt128)


@pytest.mark.parametrize("name", UNUSED_POLARS)
@pytest.mark.parametrize("lazy", [False, True])
def test_an_unused_column_of_polars_does_not_matter(name, lazy):
    frame = pl.DataFrame({**BASE, name: UNUSED_POLARS[name]})
    report = check(frame.lazy() if lazy else frame)
    assert verdicts(report) == ["met", "unmet"] and report.ignored == [name]
    assert sum(map(len, report.split())) == 2


def empties():
    """Columns of two rows without any value."""
    yield from (
        pd.Series([np.nan, np.nan]),
        objects(None, np.nan),
        objects(pd.NA, pd.NaT),
        pd.Series(pd.to_datetime([None, None])),
        pd.Series(pd.to_datetime([None, None])).dt.tz_localize("UTC"),
        pd.Series([None, None], dtype="Int64"),
        pd.Series([None, None], dtype="boolean"),
        pd.Series([None, None], dtype="string"),
        pd.Series(pd.Categorical([None, None])),
        pd.Series(pd.Categorical([None, None], categories=[1.5])),
        pd.Series(pd.PeriodIndex([None, None], freq="D")),
        pd.Series([None, None], dtype=pd.ArrowDtype(pa.null())),
        pd.Series([None, None], dtype=pd.ArrowDtype(pa.binary())),
        pd.Series([None, None], dtype=pd.ArrowDtype(pa.float64())),
    )
    for dtype in (
        pl.Null, pl.Float64, pl.Boolean, pl.Int128, pl.Binary, pl.Time, pl.Object,
        pl.List(pl.Null), pl.Datetime("us", "UTC"), pl.Categorical(), pl.Decimal(5, 2),
    ):  # fmt: skip
        yield pl.Series([None, None], dtype=dtype)
    for of in (
        pa.null(), pa.float64(), pa.binary(), pa.timestamp("s", "UTC"), pa.month_day_nano_interval(),
        pa.dictionary(pa.int8(), pa.float32()), pa.list_(pa.int8()), pa.float16(),
    ):  # fmt: skip
        yield pa.nulls(2, of)


FACTS = ["企业名称", "国有", "企业规模", "年度", "说明", "工资总额（万元）"]


@pytest.mark.parametrize("rows", [2, 0])
def test_a_used_column_without_a_value_is_unknown(rows):
    for header in FACTS:
        for empty in empties():
            base = {key: value for key, value in BASE.items() if key != header}
            table = (
                pd.DataFrame({**base, header: empty})
                if isinstance(empty, pd.Series)
                else pl.DataFrame({**base, header: empty})
                if isinstance(empty, pl.Series)
                else pa.table({**base, header: empty})
            )[:rows]
            report = check(table)
            assert verdicts(report) == ["met", "unmet"][:rows], (header, empty)
            assert report.faulty == 0 and report.ignored == [], (header, empty)
    assert not sum(check(pd.DataFrame({"企业名称": [], "从业人员（人）": []})).conclusions.values())
    reader = pa.RecordBatchReader.from_batches(pa.schema([("国有", pa.float64())]), [])
    assert len(check(reader)) == 0


def test_mixed_objects_are_read_cell_by_cell():
    for header, values, expected in (
        ("从业人员（人）", [200, "若干"], [(1, "not_a_count", '"若干"')]),
        ("从业人员（人）", ["200", 50.0], []),
        ("从业人员（人）", [200, "—"], []),
        ("从业人员（人）", [200, True], [(1, "not_a_count", "true")]),
        ("从业人员（人）", [200, b"5"], [(1, "not_a_count", "<bytes>")]),
        ("从业人员（人）", [200, Odd()], [(1, "not_a_count", "<Odd>")]),
        ("从业人员（人）", [200, [1]], [(1, "not_a_count", "[1]")]),
        ("从业人员（人）", [200, 10**30], [(1, "out_of_range", str(10**30))]),
        ("从业人员（人）", [np.int8(100), Decimal("50.00")], []),
        ("销售收入（万元）", [0.1 + 0.2, "12000"], []),
        ("销售收入（万元）", [12000, np.float32(0.1)], []),
        ("销售收入（万元）", ["12000", Decimal("0.123456789")], [(1, "not_money", "0.123456789")]),
        ("国有", [1, "是"], []),
        ("国有", [0.0, "2"], [(1, "not_a_flag", "2")]),
        ("国有", [np.True_, "也许"], [(1, "not_a_flag", '"也许"')]),
        ("企业名称", ["示例甲", 600031], []),
        ("企业名称", ["示例甲", {"a": 1}], [(1, "not_text", '{"a":1}')]),
        ("企业名称", ["示例甲", True], [(1, "not_text", "true")]),
        ("企业规模", ["中型", 1], [(1, "not_a_choice", "1")]),
        ("年度", [2024, "2024"], []),
        ("说明", ['{"enterprise.teacher_posts": "理由"}', {"enterprise.teacher_posts": "理由"}], []),
    ):
        frames = [
            pd.DataFrame({**BASE, header: pd.Series(values, dtype=object)}),
            pl.DataFrame({**BASE, header: pl.Series(values, dtype=pl.Object)}),
        ]
        for frame in frames:
            found = faults(check(frame))
            assert found == [(row, header, code, given) for row, code, given in expected], values
    report = check(pd.DataFrame({**BASE, "企业名称": objects("示例甲", 600031)}), key="企业名称")
    assert report.findings(["unmet"], rules=[PARTNER]).to_pylist()[0]["企业名称"] == "600031"
    assert [it["企业名称"] for part in report.split() for it in part.to_pylist()] == [
        *("示例甲", "600031"),
    ]


def test_dates_of_objects_keep_their_time():
    day, moment = dt.date(2024, 1, 1), dt.datetime(2024, 1, 1, 5)
    for values, given in (
        ([day, moment], '"2024-01-01T05:00:00"'),
        ([moment.replace(hour=0), "2024/13/1"], '"2024/13/1"'),
        ([pd.Timestamp(day), pd.Timestamp(moment, tz="UTC")], '"2024-01-01T05:00:00+00:00"'),
        ([np.datetime64("2024-01-01"), np.datetime64("2024-01-01T05")], '"2024-01-01T05"'),
        ([day, dt.time(5)], "<time>"),
        ([day, dt.timedelta(5)], "<timedelta>"),
    ):
        frame = pd.DataFrame({"入职日期": pd.Series(values, dtype=object)})
        frame["as_of"] = "2024-12-31"
        report = chanjiao.check_table("teacher", frame, columns={"入职日期": "hired_on"})
        assert faults(report) == [(1, "入职日期", "not_a_date", given)], values


def test_numbers_are_flags():
    for zero_one in (
        [1, 0],
        [1.0, 0.0],
        pd.Series([1, 0], dtype="Int8"),
        pd.Series([1, 0], dtype="float32"),
        pd.Series(pd.Categorical([1, 0])),
        pd.Series([True, False]),
        pd.Series(["1", "0"]),
        objects(Decimal(1), Decimal("0.00")),
    ):
        found = verdicts(check(pd.DataFrame({**BASE, "国有": zero_one})), "enterprise.state_school_operator")
        assert found == verdicts(
            check(pd.DataFrame({**BASE, "国有": [True, False]})), "enterprise.state_school_operator"
        )
    for dtype in (pl.UInt8, pl.Int128, pl.Decimal(10, 3), pl.Float32):
        report = check(pl.DataFrame({**BASE, "国有": pl.Series([1, 0]).cast(dtype)}))
        assert report.faulty == 0 and verdicts(report) == ["met", "unmet"]
    report = check(pd.DataFrame({**BASE, "国有": [1, 2]}))
    assert faults(report) == [(1, "国有", "not_a_flag", "2")] and verdicts(report) == ["met", None]
    report = check(pd.DataFrame({**BASE, "国有": [-1.0, 0.5]}))
    assert [it[3] for it in faults(report)] == ["-1", "0.5"]


def test_types_of_polars_and_pandas_hold_their_facts():
    staff, sales = BASE["从业人员（人）"], BASE["销售收入（万元）"]
    for dtype in (pl.Int128, pl.UInt16, pl.Float32, pl.String, pl.Decimal(20, 0), pl.Decimal(38, 18)):
        frame = pl.DataFrame(BASE).with_columns(
            pl.col("从业人员（人）").cast(dtype), pl.col("销售收入（万元）").cast(dtype)
        )
        assert verdicts(check(frame)) == ["met", "unmet"], dtype
    sizes = pl.Series(["中型", "小型"])
    for dtype in (pl.Categorical(), pl.Enum(["小型", "中型"]), pl.String):
        assert check(pl.DataFrame({**BASE, "企业规模": sizes.cast(dtype)})).faulty == 0
    for dtype in ("int64[pyarrow]", "Int32", "UInt64", "float", "string", "str", "object", "category"):
        frame = pd.DataFrame(BASE)
        frame["从业人员（人）"] = pd.Series(staff).astype(dtype)
        frame["销售收入（万元）"] = pd.Series(sales).astype(dtype)
        assert verdicts(check(frame)) == ["met", "unmet"], dtype
    names = np.array(["示例甲", "示例乙"])
    assert verdicts(check(pd.DataFrame({**BASE, "企业名称": names}))) == ["met", "unmet"]
    big = pl.Series([2**100, 1], dtype=pl.Int128)
    report = check(pl.DataFrame({**BASE, "从业人员（人）": big}))
    assert [(it[0], it[2]) for it in faults(report)][:1] == [(0, "out_of_range")] or report.faulty == 1


def test_a_period_is_its_text_and_a_moment_is_no_date():
    years = pd.PeriodIndex(["2024", "2023"], freq="Y")
    for column in (years, pd.Series(years, dtype=object), pd.Categorical(years)):
        assert check(pd.DataFrame({**BASE, "年度": column})).faulty == 0
    report = check(pd.DataFrame({**BASE, "年度": pd.PeriodIndex(["2024-05", None], freq="M")}))
    assert faults(report) == [(0, "年度", "not_a_year", '"2024-05"')]
    table = pa.Table.from_pandas(pd.DataFrame({**BASE, "年度": years}))
    with pytest.raises(ValueError, match="type `pandas.period` cannot hold `year`.*strings first"):
        check(table)

    days = {"hired_on": pd.to_datetime(["2024-01-01", None]), "as_of": ["2024-12-31"] * 2}
    assert chanjiao.check_table("teacher", pd.DataFrame(days)).faulty == 0
    days["hired_on"] = pd.to_datetime(["2024-01-01 00:00", "2024-01-01 05:00"])
    report = chanjiao.check_table("teacher", pd.DataFrame(days))
    assert faults(report) == [(1, "hired_on", "not_a_date", '"2024-01-01T05:00:00"')]
    zoned = pd.DataFrame({"hired_on": days["hired_on"].tz_localize("Asia/Shanghai")})
    for table in (zoned, pl.from_pandas(zoned), pa.Table.from_pandas(zoned)):
        with pytest.raises(ValueError, match="cannot hold `hired_on`.*your own time zone first"):
            chanjiao.check_table("teacher", table)


def test_a_type_that_cannot_hold_the_fact_is_refused():
    for header, values, said in (
        ("企业名称", [b"a", b"b"], "`Binary(View)?` cannot hold `name`"),
        ("企业名称", [True, False], "`Boolean` cannot hold `name`"),
        ("企业规模", [1, 2], "`Int64` cannot hold `size_class`; accepted: strings"),
        ("从业人员（人）", pd.to_timedelta([1, 2]), "cannot hold `employed_persons`"),
    ):
        for frame in (pd.DataFrame({**BASE, header: values}), pl.DataFrame({**BASE, header: values})):
            with pytest.raises(ValueError, match=said) as raised:
                check(frame)
            assert "error" not in str(raised.value)


def test_an_unknown_field_of_a_period_is_a_fault_as_in_a_record():
    periods = [{"start": dt.date(2020, 7, 1), "stop": dt.date(2020, 7, 11)}]
    day = {"as_of": dt.date(2024, 12, 31)}
    rows = [{"practice": periods, **day}, {"practice": [], **day}]
    expected = [
        (it["pointer"], it["code"])
        for it in chanjiao.check("teacher", rows[0]).to_dict()["faults"]
    ]
    assert expected == [("/practice/0/stop", "unknown_key")]
    for table in (pa.Table.from_pylist(rows), pl.DataFrame(rows), pd.DataFrame(rows)):
        report = chanjiao.check_table("teacher", table)
        found = report.faults.to_pylist()
        assert [(it["row"], it["pointer"], it["code"]) for it in found] == [(0, *expected[0])]
        assert report.ignored == []
    # A field without a value says nothing.
    for row in rows[0]["practice"]:
        row["stop"] = None
    fields = [("start", pa.date32()), ("stop", pa.string())]
    schema = pa.schema([("practice", pa.list_(pa.struct(fields))), ("as_of", pa.date32())])
    assert chanjiao.check_table("teacher", pa.Table.from_pylist(rows, schema)).faulty == 0


def test_columns_are_found_by_position_and_index_levels_by_name():
    frame = pd.DataFrame([["x", *row] for row in zip(*BASE.values())], columns=["x", *BASE])
    frame.insert(2, "x", [1, 2], allow_duplicates=True)
    assert verdicts(check(frame)) == ["met", "unmet"] and check(frame).ignored == ["x", "x"]
    twice = pd.DataFrame([[1, 1]], columns=["从业人员", "从业人员"])
    with pytest.raises(ValueError, match="both match"):
        check(twice)
    indexed = pd.DataFrame(BASE).set_index("企业名称")
    assert check(indexed).ignored == []
    report = check(indexed, key="企业名称")
    found = report.findings(["unmet"], rules=[PARTNER]).to_pylist()
    assert [it["企业名称"] for it in found] == ["示例乙"]
    assert check(pd.DataFrame(BASE, index=[5, 6])).ignored == ["__index_level_0__"]
    numbered = pd.DataFrame({**BASE, 2024: [1, 2]})
    assert check(numbered).ignored == ["2024"]


def test_splitting_gives_all_columns_of_all_rows():
    rows = 200_000
    frame = {**{key: value * rows for key, value in STAFF.items()}, "nr": list(range(2 * rows))}
    tables = [
        pd.DataFrame(frame).assign(mixed=objects(1, "a").repeat(rows).to_numpy()),
        pl.concat([pl.DataFrame(frame)[:7], pl.DataFrame(frame)[7:]], rechunk=False),
        pa.table(frame),
        pa.table(frame).to_reader(50_000),
    ]
    for table in tables:
        report = check(table, rules=[TRAINING], threads=2)
        good, bad, other = (it.to_arrow() for it in report.split())
        assert (len(good), len(bad), len(other)) == (rows, rows, 0)
        assert good["nr"].to_pylist() == list(range(0, 2 * rows, 2))
        assert bad["nr"].to_pylist() == list(range(1, 2 * rows, 2))
    chunked = pa.concat_tables([pa.table(frame)[:7], pa.table(frame)[7:]])
    reports = list(chanjiao.check_batches("enterprise", chunked, rules=[TRAINING]))
    assert [len(it) for it in reports] == [7, 2 * rows - 7]
    assert [len(it) for it in reports[0].split()] == [4, 3, 0]
    assert reports[1].split()[1].to_pylist()[0]["nr"] == 7


def test_a_frame_that_is_changed_later_is_split_as_it_was():
    frame = pl.DataFrame({**STAFF, "备注": ["a", "b"]})
    report = check(frame, rules=[TRAINING])
    frame.drop_in_place("备注")
    assert report.split()[0].to_pylist()[0]["备注"] == "a"
    frame = pd.DataFrame({**STAFF, "备注": ["a", "b"]})
    report = check(frame, rules=[TRAINING])
    del frame["备注"]
    assert report.split()[0].to_pylist()[0]["备注"] == "a"


def test_totals_and_remarks_are_passed_over():
    staff, sales = [600, 700, 1300, None], [10001.0, 1.0, 10002.0, None]
    names = ["示例甲", "示例乙", "合　计", "注：数据截至2024年底"]
    data = {"企业名称": names, "从业人员（人）": staff, "销售收入（万元）": sales}
    for table in (
        pd.DataFrame(data),
        pd.DataFrame({**data, "企业名称": pd.Categorical(names)}),
        pd.DataFrame({**data, "企业名称": objects(*names[:3], Decimal(1))})[:3],
        pl.DataFrame(data),
        pl.DataFrame(data).with_columns(pl.col("企业名称").cast(pl.Categorical())),
        pl.DataFrame({**data, "企业名称": pl.Series(names, dtype=pl.Object)}),
        pa.table(data),
        pa.table(data).to_reader(1),
        pl.DataFrame(data).lazy(),
    ):
        report = check(table)
        rows = len(report)
        assert verdicts(report) == ["met", "unmet", None, None][:rows]
        wide = report.to_arrow().to_pylist()
        assert all(value is None for row in wide[2:] for value in row.values())
        assert (report.faulty, report.passed) == (0, rows - 2) and faults(report) == []
        assert sum(report.conclusions.values()) == 2
        notes = [(it["kind"], it["row"], it["rows"], it["cells"]) for it in report.notes]
        assert notes == [("total_row", 2, 1, None), ("remark_row", 3, 1, None)][: rows - 2]
        assert report.notes[0]["message"] == "第 3 行是合计或平均等汇总，未作为记录：合 计。"
        assert sum(map(len, report.split())) == rows
        answer = report.answer(2)
        assert answer.report is None and answer.faults == [] and answer.verdicts is None
        assert "no record" in repr(answer) and "不是记录" in answer._repr_html_()
        assert report.answer(0).report and f"{rows - 2} passed over" in repr(report)
        assert {it["row"] for it in report.findings(None).to_pylist()} == {0, 1}
        assert {it["row"] for it in report.worst().to_pylist()} <= {0, 1}
        assert "合 计" in report.to_html()

    # The text may stand in a column before the names that is not used.
    before = {"序号": ["1", "合计"], "企业名称": ["示例甲", None], "从业人员（人）": [1, 1]}
    for table in (
        pd.DataFrame(before),
        pd.DataFrame({**before, "序号": objects(1, "合计")}),
        pl.DataFrame(before),
        pa.table(before),
    ):
        report = check(table)
        assert report.passed == 1 and report.ignored == ["序号"]
    # So may the header of a file that was appended to another one.
    twice = pd.DataFrame({key: [values[0], key] for key, values in BASE.items()})
    assert check(twice).passed == 1 and check(twice).faulty == 0
    # A name is a name.
    report = check(pl.DataFrame({**BASE, "企业名称": ["汇总科技有限公司", "示例总公司"]}))
    assert report.passed == 0


def test_totals_are_found_in_every_part_of_a_large_table():
    rows = 300_000
    names = ["示例"] * rows
    names[5] = names[200_000] = names[rows - 1] = "合计"
    table = pa.table({"企业名称": names, "staff_total": [100] * rows})
    for threads in (1, 2):
        report = check(table, rules=[TRAINING], threads=threads)
        assert report.passed == 3
        assert [(it["row"], it["rows"]) for it in report.notes] == [(5, 3)]
        assert report.to_arrow()["conclusion"].null_count == 3
    parts = list(chanjiao.check_batches("enterprise", table.to_reader(100_000), rules=[TRAINING]))
    assert [it["row"] for part in parts for it in part.notes] == [5, 200_000]


TABLE = """\
企业名称,从业人员（人）,销售收入（万元）,国有,企业规模,年度,地区
示例甲,200,12000.5,是,中型,2024,长沙
示例乙,50,100,否,小型,2023,株洲
示例丙,,0.123456789,,,,
示例丁,1.5,7,也许,中型,1800,
示例戊,70,,有,巨型,2024,湘潭
"""


def test_the_same_table_gives_the_same_answers_everywhere(tmp_path):
    """CSV and XLSX on the command line, and frames of texts and of types."""
    texts = pd.read_csv(io.StringIO(TABLE), dtype=str, keep_default_na=False)
    typed = texts.copy().astype(object)
    for header in ("从业人员（人）", "销售收入（万元）", "年度"):
        numbers = [np.nan if it == "" else float(it) for it in typed[header]]
        typed[header] = pd.Series(
            [int(it) if it == it and it == int(it) else it for it in numbers], dtype=object
        )
    typed = typed.replace({"": None})
    typed["国有"] = objects(True, 0, None, "也许", 1)

    (tmp_path / "t.csv").write_text(TABLE, "utf-8")
    workbook(tmp_path / "t.xlsx", [line.split(",") for line in TABLE.splitlines()])
    expected = by_command(tmp_path / "t.csv")
    assert by_command(tmp_path / "t.xlsx") == expected
    frames = {
        "read_csv": pd.read_csv(io.StringIO(TABLE)),
        "texts": texts,
        "objects": typed,
        "nullable": pd.read_csv(io.StringIO(TABLE)).convert_dtypes(),
        "pyarrow dtypes": pd.read_csv(io.StringIO(TABLE)).convert_dtypes(dtype_backend="pyarrow"),
        "polars": pl.read_csv(io.StringIO(TABLE)),
        "polars texts": pl.read_csv(io.StringIO(TABLE), infer_schema=False),
        "polars objects": pl.DataFrame(
            {
                header: pl.Series(column.where(column.notna(), None).tolist(), dtype=pl.Object)
                for header, column in typed.items()
            }
        ),
        "lazy": pl.read_csv(io.StringIO(TABLE)).lazy(),
        "pyarrow": pa.Table.from_pandas(pd.read_csv(io.StringIO(TABLE))),
        "pyarrow texts": pa.Table.from_pandas(texts),
        "reader": pa.Table.from_pandas(texts).to_reader(2),
    }
    assert len(expected) == 5 and sum(row["faults"] != set() for row in expected) == 3
    for name, frame in frames.items():
        report = check(frame)
        rows = [{"faults": set()} for _ in range(5)]
        for row, wide in zip(rows, report.to_arrow().to_pylist()):
            row["verdicts"] = {
                key: value for key, value in wide.items() if value in VERDICTS or key == "conclusion"
            }
        for it in report.faults.to_pylist():
            rows[it["row"]]["faults"].add((it["pointer"], it["code"], bare(it["given"])))
        assert [it["faults"] for it in rows] == [it["faults"] for it in expected], name
        for row, wanted in zip(rows, expected):
            if not wanted["faults"]:
                assert row["verdicts"] == wanted["verdicts"], name


def workbook(path, rows):
    """Write a workbook with one sheet: numbers as numbers, other cells as texts."""
    sheet = ""
    for row in rows:
        sheet += "<row>"
        for cell in row:
            try:
                float(cell)
            except ValueError:
                sheet += f'<c t="inlineStr"><is><t>{cell}</t></is></c>' if cell else "<c/>"
            else:
                sheet += f"<c><v>{cell}</v></c>"
        sheet += "</row>"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/s.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        f'<sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="s.xml"/></Relationships>',
        "xl/s.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w") as file:
        for name, text in files.items():
            file.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)


def bare(given):
    """What was given, whether as a number or as a text."""
    return given.strip('"')


def by_command(path):
    """The answers of the command line."""
    code = "import sys; from chanjiao.__main__ import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "-s", "enterprise", "--format", "ndjson", str(path)],
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout, done.stderr
    rows = []
    for line in done.stdout.splitlines():
        answer = json.loads(line)
        report = answer["report"] or {"findings": [], "conclusion": None}
        found = {it["rule"]: it["verdict"] for it in report["findings"]}
        rows.append(
            {
                "faults": {(it["pointer"], it["code"], bare(it["given"])) for it in answer["faults"]},
                "verdicts": {"conclusion": report["conclusion"], **found},
            }
        )
    return rows
