"""Child tables: the items of list facts from the rows of another table."""

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import chanjiao

MAKES = [pa.table, pd.DataFrame, pl.DataFrame]
RULE = "teacher.periodic_practice"
TEACHERS = {
    "姓名": ["甲", "乙", "丙"],
    "教师编号": ["T1", "T2", "T3"],
    "学校类别": ["secondary_vocational"] * 3,
    "教师类别": ["specialist"] * 3,
    "评价日期": ["2025-12-31"] * 3,
    "入职日期": ["2010-09-01"] * 3,
}
# Two months of practice, in two parts; one day less; none.
PERIODS = {
    "教师编号": ["T2", "T1", "T1"],
    "开始日期": ["2025-01-01", "2025-02-01", "2025-01-01"],
    "结束日期": ["2025-02-27", "2025-02-28", "2025-01-31"],
    "是否在企业": ["是", "是", "是"],
}


def with_row(**cells):
    """The periods, and one more."""
    last = {"开始日期": "2025-03-01", "结束日期": None, "是否在企业": "是", **cells}
    return {name: [*values, last[name]] for name, values in PERIODS.items()}


def check(make=pa.table, teachers=TEACHERS, periods=PERIODS, key="教师编号", **options):
    children = {"practice": (make(periods), key)}
    return chanjiao.check_table("teacher", make(teachers), children=children, **options)


@pytest.mark.parametrize("make", MAKES)
@pytest.mark.parametrize(("complete", "without"), [(False, "undetermined"), (True, "unmet")])
def test_rows_are_the_items_of_a_record(make, complete, without):
    report = check(make, children_complete=complete)
    assert report.to_arrow()[RULE].to_pylist() == ["met", "unmet", without]
    assert report.faulty == report.orphans == 0
    # The fact that is not known is noted.
    noted = [(note["kind"], note["row"]) for note in report.notes]
    assert (("no_child_rows", 2) in noted) is not complete
    # The answer for a row is that for the record in JSON.
    listed = {
        "name": "甲",
        "school_kind": "secondary_vocational",
        "role": "specialist",
        "as_of": "2025-12-31",
        "hired_on": "2010-09-01",
        "practice": [
            {"start": "2025-02-01", "end": "2025-02-28", "in_enterprise": True},
            {"start": "2025-01-01", "end": "2025-01-31", "in_enterprise": True},
        ],
    }
    assert report.answer(0).to_dict() == chanjiao.check("teacher", listed).to_dict()
    # Checking again joins the same rows; a table of the input has no column of the join.
    assert report.with_parameters(None).counts().to_pylist() == report.counts().to_pylist()
    assert all(list(it.column_names) == list(TEACHERS) for it in report.split())


@pytest.mark.parametrize("make", MAKES)
@pytest.mark.parametrize(
    ("cells", "row", "message"),
    [
        ({"教师编号": "T3"}, None, None),
        ({"教师编号": "T3", "开始日期": "2025-02-30"}, 2, "practice 第 4 行：开始日期：不是日期"),
        ({"教师编号": "T3", "开始日期": None}, 2, "practice 第 4 行：开始日期"),
        ({"教师编号": "T3", "结束日期": "2025-02-28"}, 2, "practice 第 4 行："),
        ({"教师编号": "T2", "开始日期": "2025-01-01", "结束日期": "2025-02-27"}, 1, "第 4 行：与第 1 行的键和日期相同"),
        ({"教师编号": "T9"}, None, "practice 第 4 行：主表中没有这个键的记录"),
        ({"教师编号": None}, None, "practice 第 4 行：键为空"),
    ],
)
def test_faults_of_rows_name_them(make, cells, row, message):
    report = check(make, periods=with_row(**cells))
    faults = report.faults.to_pylist()
    if message is None:
        assert faults == []
        return
    [fault] = faults
    assert (fault["row"], fault["column"], fault["code"]) == (row, "practice", "child_row")
    assert message in fault["message"]
    assert (report.faulty, report.orphans) == ((0, 1) if row is None else (1, 0))
    # An orphan, too, is faulty for a gate.
    allowed = dict.fromkeys(report.conclusions, "100%")
    with pytest.raises(chanjiao.GateError, match="faulty"):
        report.require(**allowed)
    report.require(**allowed, faulty=1)


def test_orphans_have_no_key_in_the_table_of_faults():
    children = {"practice": (pa.table(with_row(教师编号="T9")), "教师编号")}
    report = chanjiao.check_table("teacher", pa.table(TEACHERS), children=children, key="教师编号")
    assert report.faults.to_pylist()[0]["教师编号"] is None
    assert "1 orphans" in repr(report)


def test_a_key_of_two_rows_is_a_fault_of_the_second():
    twice = {name: [*values, values[0]] for name, values in TEACHERS.items()}
    # In another batch, too.
    table = pa.concat_tables([pa.table(twice).slice(0, 3), pa.table(twice).slice(3)])
    children = {"practice": (pa.table(PERIODS), "教师编号")}
    report = chanjiao.check_table("teacher", table, children=children)
    [fault] = report.faults.to_pylist()
    assert fault["row"] == 3 and "键与第 1 行相同" in fault["message"]
    blank = {**TEACHERS, "教师编号": ["T1", "T2", None]}
    [fault] = check(teachers=blank).faults.to_pylist()
    assert fault["row"] == 2 and "键为空" in fault["message"]


def test_headers_of_child_tables_are_matched_as_others():
    other = {"工号": PERIODS["教师编号"], "起": PERIODS["开始日期"], "截止": PERIODS["结束日期"]}
    report = check(periods=other, key="教师编号=工号", columns={"起": "practice.start"})
    assert report.faulty == 0
    assert report.answer(0).verdicts[RULE] == "met"
    # A row of numbers below the header is passed over, and a total.
    more = {name: [str(at), *values, None] for at, (name, values) in enumerate(PERIODS.items(), 1)}
    more["教师编号"][-1] = "合计"
    report = check(periods=more)
    assert report.to_arrow()[RULE].to_pylist()[:2] == ["met", "unmet"]
    notes = [(it["kind"], it["child"]) for it in report.notes if it["child"]]
    assert ("numbering_row", "practice") in notes


@pytest.mark.parametrize(
    ("children", "message"),
    [
        ({"practise": (PERIODS, "教师编号")}, "是否指 `practice`"),
        ({"hired_on": (PERIODS, "教师编号")}, "不是列表类的事实"),
        ({"practice": (PERIODS, "教师号")}, "`教师号`"),
        ({"practice": (PERIODS, "教师编号=编号")}, "`编号`"),
        ({"practice": ({"教师编号": [], "开始日期": []}, "教师编号")}, "practice"),
    ],
)
def test_what_is_no_child_table_is_refused(children, message):
    children = {fact: (pa.table(table), key) for fact, (table, key) in children.items()}
    with pytest.raises(ValueError, match=message):
        chanjiao.check_table("teacher", pa.table(TEACHERS), children=children)


def test_a_list_in_the_table_and_a_child_table_are_refused():
    table = pa.table({**TEACHERS, "practice": [[{"start": "2025-01-01"}], None, None]})
    children = {"practice": (pa.table(PERIODS), "教师编号")}
    with pytest.raises(ValueError, match="practice"):
        chanjiao.check_table("teacher", table, children=children)


@pytest.mark.parametrize("make", [pa.table, pl.DataFrame])
def test_an_unknown_field_of_a_list_is_a_fault(make):
    item = {"start": "2025-01-01", "end": "2025-03-31", "in_enterprise": True}
    for more, faulty in [({}, 0), ({"in_enterprize": True}, 1)]:
        lists = [[{**item, **more}], None, None]
        report = chanjiao.check_table("teacher", make({**TEACHERS, "practice": lists}))
        codes = [fault["code"] for fault in report.faults.to_pylist()]
        assert codes == ["unknown_key"] * faulty
        assert report.faulty == faulty
