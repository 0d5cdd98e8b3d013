"""Frames in the shapes in which pandas and Polars give tables."""

import io
from decimal import Decimal

import chanjiao
import numpy as np
import pandas as pd
import polars as pl
import pytest

PARTNER = "enterprise.cooperation_partner"
TWO = {"企业名称": ["示例甲", "示例乙"], "从业人员（人）": [200, 50], "销售收入（万元）": [12000, 100]}
# Of TWO: the first has enough revenue, and the second too little of both.
BOTH = [("met", "120000000.00"), ("unmet", "1000000.00")]


def mixed(*values):
    return pd.Series(values, dtype=object)


def flags(first, second):
    """What `read_csv` makes of a table with flags."""
    rows = f"示例甲,200,12000,{first}\n示例乙,50,100,{second}\n"
    return pd.read_csv(io.StringIO("企业名称,从业人员（人）,销售收入（万元）,国有\n" + rows))


def judged(frame, **more):
    """The verdict of each row with what was measured first; None for a row that has faults."""
    report = chanjiao.check_table("enterprise", frame, **more)
    answers = [report.answer(row) for row in range(len(report))]
    findings = [it.finding(PARTNER) if it.report else None for it in answers]
    return [it and (it["verdict"], it["bounds"][0].get("measured")) for it in findings]


SHAPES = {
    "a flag column without a value is float64": (flags("", ""), BOTH),
    "flags 1 and 0 are int64": (flags(1, 0), BOTH),
    "names that are all missing": (pd.DataFrame({**TWO, "企业名称": [np.nan, np.nan]}), BOTH),
    "numbers and texts in an unused column": (pd.DataFrame({**TWO, "备注": mixed(1, "a")}), BOTH),
    "codes of 20 digits in an unused column": (
        pd.DataFrame({**TWO, "代码": mixed(91430100123456789012, 1)}),
        BOTH,
    ),
    "a name that is a number": (pd.DataFrame({**TWO, "企业名称": mixed("示例甲", 600031)}), BOTH),
    "a mark of a missing value among numbers": (
        pd.DataFrame({**TWO, "从业人员（人）": mixed(200, "—")}),
        [BOTH[0], ("undetermined", "1000000.00")],
    ),
    "a missing value among numbers": (
        pd.DataFrame({**TWO, "从业人员（人）": [200.0, np.nan]}),
        [BOTH[0], ("undetermined", "1000000.00")],
    ),
    "a column of nulls in Polars": (pl.DataFrame({**TWO, "国有": [None, None]}), BOTH),
    "categories": (pd.DataFrame({**TWO, "企业规模": pd.Categorical(["中型", "小型"])}), BOTH),
    "types of Arrow": (pd.DataFrame(TWO).convert_dtypes(dtype_backend="pyarrow"), BOTH),
    "decimals": (pd.DataFrame({**TWO, "销售收入（万元）": [Decimal("12000.00"), Decimal(100)]}), BOTH),
    "several chunks": (pl.concat([pl.DataFrame(TWO), pl.DataFrame(TWO)], rechunk=False), BOTH * 2),
    "floats as sheets keep them": (
        pd.DataFrame({**TWO, "销售收入（万元）": [0.1 + 0.2, 20.1 * 3]}),
        [("unmet", "3000.00"), ("unmet", "603000.00")],
    ),
    "no rows": (pd.DataFrame({"企业名称": [], "从业人员（人）": []}), []),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_is_read(name):
    frame, expected = SHAPES[name]
    assert judged(frame) == expected


def test_flags_of_a_file_are_true_and_false():
    report = chanjiao.check_table("enterprise", flags(1, 0))
    verdicts = [report.answer(row).finding("enterprise.state_school_operator") for row in (0, 1)]
    assert [it["verdict"] for it in verdicts][1] == "unmet"


def test_a_total_is_no_enterprise():
    names, people = ["示例甲", "示例乙", "合计"], [600, 700, 1300]
    frame = pd.DataFrame({"企业名称": names, "从业人员（人）": people, "销售收入（万元）": [1, 1, 2]})
    report = chanjiao.check_table("enterprise", frame)
    assert len(report) == 3
    assert sum(report.conclusions.values()) == 2


def test_the_unit_of_a_mapped_header_counts():
    frame = pd.DataFrame({"名": ["示例甲"], "从业人员（人）": [200], "销售收入（单位：万元）": [12000]})
    columns = {"名": "name", "销售收入（单位：万元）": "sales_revenue_yuan"}
    assert judged(frame, columns=columns) == BOTH[:1]


def test_periods_are_never_read_as_their_ordinals():
    frame = pd.DataFrame({**TWO, "年度": pd.PeriodIndex(["2024", "2023"], freq="Y")})
    assert judged(frame) == BOTH
