"""Rows of frames that are no records, beside totals and remarks: those of the header, names alone, blank ones."""

import chanjiao
import chanjiao.polars
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

NAMES = ["示例甲", "示例乙"]
RULE = "enterprise.cooperation_partner"


def check(table, **options):
    return chanjiao.check_table("enterprise", table, **options)


def verdicts(report):
    return report.to_arrow()[RULE].to_pylist()


def notes(report):
    return [(note["kind"], note["row"]) for note in report.notes if note["row"] is not None]


def tables(data):
    """The same table of each library, and as a stream, which check_table reads as a whole table."""
    yield pl.DataFrame(data, strict=False)
    yield pa.table(data)
    yield pa.table(data).to_reader(1)
    yield pd.DataFrame(data)


@pytest.mark.parametrize(("people", "money"), [("人", "万元"), ("（人）", "（万元）"), (None, "单位：万元")])
def test_the_first_row_may_have_units(people, money):
    data = {"企业名称": [None, *NAMES], "从业人员": [people, "200", "50"], "销售收入": [money, "12000", "100"]}
    for table in tables(data):
        report = check(table)
        assert verdicts(report) == [None, "met", "unmet"] and notes(report) == [("units_row", 0)]
        assert report.answer(1).finding(RULE)["bounds"][0]["measured"] == "120000000.00"
        assert any(note["kind"] == "outside_unit" for note in report.notes)
    # As pandas reads it from a workbook.
    mixed = pd.DataFrame({"企业名称": [np.nan, *NAMES], "从业人员": ["人", 200, 50], "销售收入": ["万元", 12000, 100.0]})
    assert verdicts(check(mixed)) == [None, "met", "unmet"]


def test_the_first_row_may_number_the_columns():
    for row, stem in [((1, 2), "甲"), (("1", "2"), "甲"), (("(1)", "(2)"), None), ((1, 2), "栏次")]:
        text = isinstance(row[0], str)
        values = [str(it) if text else it for it in (200, 50, 12000, 100)]
        data = {
            "企业名称": [stem, *NAMES],
            "从业人员": [row[0], *values[:2]],
            "销售收入（万元）": [row[1], *values[2:]],
        }
        for table in tables(data):
            report = check(table)
            assert verdicts(report) == [None, "met", "unmet"] and notes(report) == [("numbering_row", 0)]


def test_records_are_not_taken_for_numbers_of_columns():
    for names, people, money in [
        (["甲", "乙"], [1, 200], [2, 12000]),
        (["丙", "示例"], [1, 200], [2, 12000]),
        ([None, None], [1, 200], [2, 12000]),
        (["示例", "甲"], [200, 1], [12000, 2]),
    ]:
        data = {"企业名称": names, "从业人员": people, "销售收入（万元）": money}
        for table in tables(data):
            assert check(table).passed == 0
    without_name = pd.DataFrame({"从业人员": [1, 200], "销售收入（万元）": [2, 12000]})
    assert check(without_name).passed == 0


def test_in_a_stream_no_row_belongs_to_the_header():
    units = pa.table({"从业人员": ["人", "200"], "销售收入（万元）": ["万元", "12000"]})
    [report] = chanjiao.check_batches("enterprise", units)
    assert (report.passed, report.faulty) == (0, 1)
    # Without a unit in the header, the amounts would be read in yuan.
    bare = units.rename_columns(["从业人员", "销售收入"])
    with pytest.raises(ValueError, match="a row says `万元`, but 销售收入 has no unit"):
        list(chanjiao.check_batches("enterprise", bare))


def test_a_part_of_a_lazy_frame_has_no_rows_of_its_header():
    # Numbers of the columns, or a record whose figures look like these.
    frame = pl.DataFrame({"企业名称": ["1", "甲"], "职工总数": ["2", "100"], "年度受训职工人数": ["3", "30"]})
    rule = "enterprise.training_coverage"
    whole = chanjiao.check_table("enterprise", frame, rules=[rule])
    assert whole.to_arrow()[rule].to_pylist() == [None, "met"] and whole.passed == 1
    for engine in ("in-memory", "streaming"):
        lazy = frame.lazy().chanjiao.check("enterprise", rules=[rule]).collect(engine=engine)
        assert lazy[rule].to_list() == ["met", "met"]
    parts = chanjiao.check_batches("enterprise", frame, rules=[rule])
    assert [it.passed for it in parts] == [0]



def test_a_unit_below_records_that_were_read_without_one_is_refused():
    data = {"企业名称": [*NAMES, "单位：万元"], "从业人员": [200, 50, None], "销售收入": [12000, 100, None]}
    for table in tables(data):
        with pytest.raises(ValueError, match="a row says `单位：万元`, but 销售收入 has no unit"):
            check(table)
    for table in tables({**data, "企业名称": [*NAMES, "单位：元"]}):
        assert verdicts(check(table)) == ["unmet", "unmet", None]
    assert verdicts(check(pd.DataFrame(data), units={"sales_revenue_yuan": "万元"})) == ["met", "unmet", None]


def test_a_row_with_a_name_or_nothing_is_no_record():
    data = {
        "企业名称": ["长沙市", *NAMES, None],
        "代码": [None, "1", None, None],
        "从业人员": [None, 200, 50, None],
        "销售收入（万元）": [None, 12000, 100, None],
    }
    for table in tables(data):
        report = check(table)
        assert verdicts(report) == [None, "met", "unmet", None]
        assert notes(report) == [("blank_row", 3), ("name_only", 0)]
        assert sum(report.conclusions.values()) == 2 and report.faulty == 0
    # Texts of blanks are blank; a mark for what is not known is a value.
    blank = pl.DataFrame({"企业名称": ["示例", " ", "示例"], "从业人员": ["", "\u3000", "—"]})
    assert verdicts(check(blank)) == [None, None, "undetermined"]
    # If names are all there is, they are records.
    assert check(pl.DataFrame({"企业名称": ["示例甲", None]})).passed == 1


def test_a_row_with_a_key_is_a_record():
    data = {
        "企业名称": ["长沙市", "示例甲", None],
        "代码": [None, "1", "2"],
        "从业人员": [None, None, None],
        "国有": [None, None, None],
    }
    for table in (pl.DataFrame(data), pa.table(data), pd.DataFrame(data)):
        report = check(table, key="代码")
        assert verdicts(report) == [None, "undetermined", "undetermined"]
        # A name may also be that of a group of records.
        assert check(table, key="企业名称").passed == 3
