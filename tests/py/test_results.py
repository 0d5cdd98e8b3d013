"""What becomes of results: they are kept, compared, passed on, and stay what they are."""

import copy
import json
import pickle
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime, timezone
from decimal import Decimal
from multiprocessing import get_context
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import chanjiao

RULE = "enterprise.teacher_posts"
FIRM = {"size_class": "medium", "staff_in_service": 3200, "teacher_posts": 14}
FIRMS = {
    "企业名称": ["甲", "乙", "丙"],
    "企业规模": ["medium", "large", "medium"],
    "在职员工": [3200, 1000, -1],
    "顶岗实践岗位数": [14, 5, 3],
}


def answers():
    """An answer of each kind: a report, faults, a row that is no record."""
    total = pa.table({"企业名称": ["甲", "合计"], "在职员工": [100, 100]})
    return {
        "report": chanjiao.check("enterprise", FIRM),
        "parameters": chanjiao.check("enterprise", FIRM, {"teacher_posts_share": "0.4"}, language="en"),
        "faults": chanjiao.check("enterprise", {"staff_totl": 3}),
        "no record": chanjiao.check_table("enterprise", total).answer(1),
    }


@pytest.mark.parametrize("kind", answers())
def test_an_answer_is_pickled_and_copied(kind):
    answer = answers()[kind]
    for again in [
        pickle.loads(pickle.dumps(answer)),
        copy.copy(answer),
        copy.deepcopy({"answer": answer})["answer"],
    ]:
        assert again == answer and hash(again) == hash(answer)
        assert again.to_json() == answer.to_json() and again.to_dict() == answer.to_dict()
        assert again.language == answer.language and repr(again) == repr(answer)
        assert (again.conclusion, again.verdicts) == (answer.conclusion, answer.verdicts)
        assert (again.faults, again.report) == (answer.faults, answer.report)
    others = [other for name, other in answers().items() if name != kind]
    assert all(answer != other for other in others) and answer != answer.to_json()


def test_tables_are_pickled_and_copied():
    report = chanjiao.check_table("enterprise", pa.table(FIRMS), key="企业名称")
    tables = [report.findings(), report.faults, report.counts(), report.findings([]), *report.split()]
    for table in tables:
        for again in [pickle.loads(pickle.dumps(table)), copy.deepcopy(table), copy.copy(table)]:
            assert pa.table(again).equals(pa.table(table))
            assert pa.table(again).schema == pa.table(table).schema


def test_a_table_is_plain_data_as_json():
    report = chanjiao.check_table("enterprise", pa.table(FIRMS), key="企业名称")
    plain = report.findings().to_pylist(plain=True)
    assert json.loads(json.dumps(plain)) == plain == json.loads(report.findings().to_json())
    exact = report.findings().to_pylist()
    assert [str(it["shortfall"]) for it in exact] == [it["shortfall"] for it in plain]
    assert [it["row"] for it in plain] == [0] and isinstance(plain[0]["row"], int)


def test_the_values_of_keys_are_values():
    """A table that is given back has the values that it was given, of every type."""
    shanghai = ZoneInfo("Asia/Shanghai")
    day, moment = date(2024, 5, 1), datetime(2024, 5, 1, 12, 30, 1, 5)
    columns = {
        "f64": (pa.float64(), 0.1),
        "f32": (pa.float32(), 0.1),
        "f16": (pa.float16(), np.float16(0.5)),
        "int": (pa.int8(), -3),
        "uint": (pa.uint64(), 2**64 - 1),
        "decimal": (pa.decimal128(18, 2), Decimal("12.30")),
        "wide": (pa.decimal256(40, 1), Decimal("12.5")),
        "day": (pa.date32(), day),
        "day64": (pa.date64(), day),
        "moment": (pa.timestamp("us"), moment),
        "seconds": (pa.timestamp("s"), datetime(2024, 5, 1)),
        "zoned": (pa.timestamp("ms", "Asia/Shanghai"), datetime(2024, 5, 1, 8, tzinfo=shanghai)),
        "utc": (pa.timestamp("us", "UTC"), moment.replace(tzinfo=timezone.utc)),
        "bytes": (pa.binary(), b"\x00\xff"),
        "list": (pa.list_(pa.int32()), [1, None]),
        "struct": (pa.struct([("a", pa.string())]), {"a": "x"}),
        "words": (pa.dictionary(pa.int8(), pa.string()), "甲"),
        "bool": (pa.bool_(), True),
        "null": (pa.null(), None),
    }
    # Other libraries change how pyarrow reads moments with a zone, so these are made of numbers.
    numbers = {"zoned": 1_714_521_600_000, "utc": 1_714_566_601_000_005}
    table = pa.table({
        name: pa.array([numbers.get(name, value), None], pa.int64() if name in numbers else of).cast(of)
        for name, (of, value) in columns.items()
    })
    table = table.append_column("staff_total", pa.array([1, 2]))
    report = chanjiao.check_table("enterprise", table)
    first, second = report.split()[2].to_pylist()
    assert {name: first[name] for name in columns} == {name: it for name, (_, it) in columns.items()}
    assert all(second[name] is None for name in columns)


def test_a_report_does_not_change_with_its_frame():
    frame = pd.DataFrame(FIRMS)
    report = chanjiao.check_table("enterprise", frame, key="企业名称")
    before = [it.to_pylist() for it in (report.findings(None), report.faults, report.worst())]
    answers = [report.answer(row).to_json() for row in range(3)]
    split = [it.to_pylist() for it in report.split()]
    frame.loc[0, "顶岗实践岗位数"] = 99
    frame.loc[1, "企业名称"] = "丁"
    frame["在职员工"] *= 2
    frame.drop(columns="企业规模", inplace=True)
    assert [it.to_pylist() for it in (report.findings(None), report.faults, report.worst())] == before
    assert [report.answer(row).to_json() for row in range(3)] == answers
    assert [it.to_pylist() for it in report.split()] == split


def test_the_answer_for_a_row_is_by_the_rules_of_the_report():
    report = chanjiao.check_table("enterprise", pa.table(FIRMS), rules=RULE)
    answer = report.answer(0)
    assert answer.conclusion == report.to_arrow()["conclusion"][0].as_py() == "explanation_due"
    assert list(answer.verdicts) == [RULE] == [it["rule"] for it in answer.report["findings"]]
    whole = chanjiao.check("enterprise", {"name": "甲", **FIRM})
    assert answer.finding(RULE) == whole.finding(RULE)
    assert answer.finding("enterprise.training_fund") is None
    # The explanations of other rules, which come first, do not count for it.
    last = "enterprise.training_fund"
    table = pa.table({
        "staff_total": [100],
        "工资总额（元）": [1000],
        "提取教育培训经费（元）": [1],
        "explanations": [json.dumps({RULE: "新建"})],
    })
    by_one = chanjiao.check_table("enterprise", table, rules=[last]).answer(0)
    assert by_one.conclusion == "non_compliant"


def test_one_name_is_a_list_of_one():
    table = pa.table(FIRMS)
    one = chanjiao.check_table("enterprise", table, rules=RULE, shortfalls=RULE, missing="—")
    several = chanjiao.check_table("enterprise", table, rules=[RULE], shortfalls=[RULE], missing=["—"])
    assert one.to_arrow().equals(several.to_arrow()) and one.rules == [RULE]


@pytest.mark.parametrize("name", ["9.1b", "teacher_posts", "教师顶岗实践岗位", "enterprise.teacher_post"])
def test_a_rule_is_proposed_by_what_it_is_called(name):
    with pytest.raises(ValueError, match=f"{name}.*{RULE}"):
        chanjiao.check_table("enterprise", pa.table(FIRMS), rules=[name])
    with pytest.raises(ValueError, match=f"{name}.*{RULE}"):
        chanjiao.check("enterprise", FIRM).finding(name)
    assert chanjiao.check("enterprise", {"staff_totl": 3}).finding(name) is None


def test_records_of_any_type_are_checked():
    subject, record = "enterprise", dict(FIRM)
    assert chanjiao.check_any(subject, record) == chanjiao.check("enterprise", FIRM)
    assert chanjiao.check_any(subject, record, language="en").language == "en"
    questions = chanjiao.questions_any(subject, {"staff_total": 3})
    assert questions == chanjiao.questions("enterprise", {"staff_total": 3})
    with pytest.raises(ValueError, match="enterprise"):
        chanjiao.check_any("enterprises", {})


MAKES = {
    "arrow": pa.table,
    "pandas": pd.DataFrame,
    "polars": pl.DataFrame,
    "stream": lambda data: pa.table(data).to_reader(max_chunksize=2),
}


def same(report, other):
    """Whether two reports say the same, and can be asked for the same."""
    assert repr(other) == repr(report) and len(other) == len(report)
    assert other.to_arrow().equals(report.to_arrow())
    assert other.notes == report.notes and other.parameters == report.parameters
    assert (other.language, other.rules, other.ignored) == (report.language, report.rules, report.ignored)
    for table in ["findings", "counts", "shortfalls", "worst"]:
        assert getattr(other, table)().to_pylist() == getattr(report, table)().to_pylist()
    assert other.faults.to_pylist() == report.faults.to_pylist()
    # NaN is not itself.
    given = [[repr(part.to_pylist()) for part in it.split()] for it in (other, report)]
    assert given[0] == given[1]


@pytest.mark.parametrize("make", MAKES)
def test_a_report_is_pickled(make):
    mixed = {"备注": ["x", None, "y"], "NaN": [float("nan"), 1.5, 2.0]}
    table = MAKES[make]({**FIRMS, **mixed})
    report = chanjiao.check_table(
        "enterprise",
        table,
        {"teacher_posts_share": "0.4"},
        rules=[RULE, "enterprise.training_fund"],
        shortfalls=[RULE],
        columns={"NaN": "total_wages_yuan:万元"},
        missing=["x"],
        key="企业名称",
        by="企业规模",
        contested=True,
        threads=1,
        language="en",
    )
    assert report.parameters == {"teacher_posts_share": "0.4"}
    again = pickle.loads(pickle.dumps(report))
    same(report, again)
    same(report, pickle.loads(pickle.dumps(again)))
    assert again.counts(by="企业规模").to_pylist() == report.counts(by="企业规模").to_pylist()
    changed = report.with_parameters({"teacher_posts_share": "0.6"})
    same(changed, pickle.loads(pickle.dumps(changed)))
    assert copy.deepcopy(report) is report


def test_rows_below_units_and_of_batches_stay_what_they_are():
    units = {"企业名称": [None, "甲", "乙"], "工资总额": ["万元", "12.5", "1"], "职工总数": ["人", "3", "4"]}
    report = chanjiao.check_table("enterprise", pd.DataFrame(units))
    assert report.passed == 1
    same(report, pickle.loads(pickle.dumps(report)))
    for table in [pa.table(FIRMS).to_reader(max_chunksize=2), pa.table(FIRMS)]:
        parts = list(chanjiao.check_batches("enterprise", table))
        for part in parts:
            again = pickle.loads(pickle.dumps(part))
            assert again.faults.to_pylist() == part.faults.to_pylist()
            assert again.findings().to_pylist() == part.findings().to_pylist()
        assert parts[-1].faults.to_pylist()[0]["row"] == 2


def test_a_report_on_child_tables_is_pickled():
    teachers = {"教师编号": ["T1", "T2"], "评价日期": ["2025-12-31"] * 2, "学校类别": ["secondary_vocational"] * 2}
    periods = {"教师编号": ["T1", "T9"], "开始日期": ["2025-01-01", "2025-02-01"]}
    for make in (pa.table, pd.DataFrame, pl.DataFrame):
        children = {"practice": (make(periods), "教师编号")}
        report = chanjiao.check_table("teacher", make(teachers), children=children)
        assert report.orphans == 1
        same(report, pickle.loads(pickle.dumps(report)))


def check_one(firm):
    return chanjiao.check("enterprise", firm), chanjiao.check_table("enterprise", pa.table(FIRMS))


def test_results_come_back_from_other_processes():
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        for answer, report in pool.map(check_one, [FIRM, FIRM]):
            assert answer == chanjiao.check("enterprise", FIRM)
            same(chanjiao.check_table("enterprise", pa.table(FIRMS)), report)


def test_findings_for_people_have_headers_and_words_in_their_language():
    data = {**FIRMS, "规则": ["x", "y", "z"]}
    report = chanjiao.check_table("enterprise", pa.table(data), key=["企业名称", "规则"], language="en")
    [keys] = report.findings().to_pylist()
    [words] = report.findings(language="zh").to_pylist()
    assert (words["序号"], words["企业名称"], words["key.规则"]) == (1, "甲", "x")
    assert (words["规则"], words["条款"], words["判定"]) == ("教师顶岗实践岗位", "9.1b", "不符合")
    assert (words["类别"], words["效力"], words["单位"]) == ("义务", "原则上", "个")
    assert (words["实际"], words["要求"], words["差"], words["超"]) == (14, 16, 2, None)
    assert words["内容"].startswith("未达到“原则上”的要求")
    assert keys["row"] == 0 and [keys[name] for name in ("measured", "required", "shortfall")] == [14, 16, 2]
    [english] = report.worst(language="en").to_pylist()
    assert list(english)[:4] == ["number", "企业名称", "规则", "rule"]
    assert english["unit"] == "positions"
    assert english["message"] == keys["message"]
    with pytest.raises(ValueError, match="fr"):
        report.findings(language="fr")
