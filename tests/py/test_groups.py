"""Results in groups, and gates."""

from decimal import Decimal

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import chanjiao

RULE = "enterprise.training_coverage"
CITIES = {
    "企业名称": ["甲", "乙", "丙", "丁", "戊", "己", "合计"],
    "市州": ["长沙", " 长沙 ", None, "长 沙", "株洲", "　", None],
    "职工总数": ["100", "100", "100", "x", "100", "100", "500"],
    "年度受训职工人数": ["30", "29", "31", "1", "28", "20", "100"],
}


def check(data=CITIES, make=pa.table, by="市州", **options):
    return chanjiao.check_table("enterprise", make(data), rules=[RULE], by=by, **options)


def groups(report, by="市州"):
    """The counts of the conclusions, and of the rule, by group."""
    rows = report.counts(by=by).to_pylist()
    of = lambda rule: [row for row in rows if row["rule"] == rule]
    return of("conclusion"), of(RULE)


@pytest.mark.parametrize("make", [pa.table, pd.DataFrame, pl.DataFrame])
def test_records_are_counted_by_the_values_of_a_column(make):
    report = check(make=make)
    conclusions, verdicts = groups(report)
    found = [(it["市州"], it["records"], it["faulty"], it["compliant"], it["non_compliant"]) for it in conclusions]
    # Blanks around a value do not count, those within do; a total is in no group.
    assert found == [("长沙", 2, 0, 1, 1), (None, 2, 0, 1, 1), ("长 沙", 1, 1, 0, 0), ("株洲", 1, 0, 0, 1)]
    assert [(it["met"], it["unmet"]) for it in verdicts] == [(1, 1), (1, 1), (0, 0), (0, 1)]
    sums = report.shortfalls(by="市州").to_pylist()
    assert [(it["records"], it["shortfall"], it["excess"], it["unit"]) for it in sums] == [
        (1, Decimal(1), None, "person"),
        (1, Decimal(10), None, "person"),
        (0, Decimal(0), None, "person"),
        (1, Decimal(2), None, "person"),
    ]
    [total] = report.shortfalls().to_pylist()
    assert (total["records"], total["shortfall"]) == (3, Decimal(13))
    assert "similar_groups" in [note["kind"] for note in report.notes]


def test_every_conclusion_is_counted_as_what_it_is():
    day = "2025-12-31"
    data = {
        "姓名": list("甲乙丙丁"),
        "school_kind": ["secondary_vocational"] * 4,
        "role": ["specialist"] * 4,
        "as_of": [day] * 4,
        "hired_on": ["2010-09-01", "2010-09-01", None, "2023-09-01"],
        "practice": [
            [{"start": "2025-01-01", "end": "2025-02-28"}],
            [{"start": "2025-01-01", "end": "2025-02-27"}],
            None,
            [],
        ],
    }
    report = chanjiao.check_table("teacher", pl.DataFrame(data), by="姓名")
    answers = [report.answer(row).conclusion for row in range(4)]
    assert answers == ["compliant", "explanation_due", "incomplete", "not_yet_due"]
    conclusions = [it for it in report.counts(by="姓名").to_pylist() if it["rule"] == "conclusion"]
    for row, answer in zip(conclusions, answers, strict=True):
        assert [name for name in report.conclusions if row[name]] == [answer]


def test_several_columns_make_one_group():
    data = {**CITIES, "行业": ["工业", "建筑业", None, "工业", "工业", "工业", None]}
    report = check(data, by=["市州", "行业"], key="企业名称")
    conclusions, _ = groups(report, ["市州", "行业"])
    assert [(it["市州"], it["行业"]) for it in conclusions][:2] == [("长沙", "工业"), ("长沙", "建筑业")]
    # A key, too; and one of several.
    assert len(groups(report, "企业名称")[0]) == 6
    assert len(groups(report, "行业")[0]) == 3
    with pytest.raises(ValueError, match="地区"):
        report.counts(by="地区")
    with pytest.raises(ValueError, match="市洲"):
        check(by="市洲")


def test_there_are_at_most_ten_thousand_groups():
    for count, fails in [(10_000, False), (10_001, True)]:
        table = {"编号": [f"A{at}" for at in range(count)], "职工总数": [100] * count}
        report = check(table, by="编号")
        if fails:
            with pytest.raises(ValueError, match="10000"):
                report.counts(by="编号")
        else:
            assert len(groups(report, "编号")[0]) == count


def test_a_gate_allows_so_many():
    report = check()
    # Six records: two compliant, three not, one invalid.
    assert (report.faulty, report.conclusions["non_compliant"], report.passed) == (1, 3, 1)
    for allowed, fails in [
        ({"non_compliant": 3, "faulty": 1}, []),
        ({"non_compliant": 2, "faulty": 1}, ["non_compliant"]),
        ({"non_compliant": 3}, ["faulty"]),
        ({"non_compliant": 3, "faulty": 0}, ["faulty"]),
        ({}, ["faulty", "non_compliant"]),
        # A share of all records, invalid ones included.
        ({"non_compliant": "50%", "faulty": "17%"}, []),
        ({"non_compliant": "49.99%", "faulty": "17%"}, ["non_compliant"]),
        ({"non_compliant": "50%", "faulty": "16.66%"}, ["faulty"]),
        # What is named may be a conclusion that passes otherwise.
        ({"non_compliant": 3, "faulty": 1, "compliant": 1}, ["compliant"]),
    ]:
        if not fails:
            report.require(**allowed)
            continue
        with pytest.raises(chanjiao.GateError) as error:
            report.require(**allowed)
        assert sorted(it.name for it in error.value.excesses) == fails, allowed
    for bad in [{"undetermined": 1}, {"faulty": -1}, {"faulty": "101%"}, {"faulty": True}, {"faulty": 1.5}]:
        with pytest.raises(ValueError):
            report.require(**bad)


def test_a_table_without_a_record_fails_the_gate():
    report = check({"市州": ["甲", "乙"], "职工总数": [None, None]})
    with pytest.raises(chanjiao.GateError):
        report.require(faulty=5)
