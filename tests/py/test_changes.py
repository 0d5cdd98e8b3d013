"""Two tables of a register, and tables that are looked at before they are judged."""

import json

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import chanjiao

RULE = "enterprise.teacher_posts"
OLD = {
    "编号": [1, 2, 3, 4, 5, 7],
    "企业名称": ["甲", "乙", "丙", "丁", "戊", "合计"],
    "企业规模": ["中型", "大型", "大型", "大型", "大型", None],
    "在职员工": [3200, 1000, 1000, 1000, 1000, None],
    "顶岗实践岗位数": ["14", "20", "x", "20", None, "74"],
}
# In another order, with other types, without the fourth.
NEW = {
    "企业规模": ["大型", "中型", "大型", "大型", "大型"],
    "在职员工": ["1000", "3200", "1000", "1000", "1000"],
    "顶岗实践岗位数": [20, 15, 20, 20, 4],
    "企业名称": ["乙", "甲", "丙", "戊", "己"],
    "编号": [" 2 ", "1", "3", "5", "6"],
}


def check(data, make=pa.table, **options):
    options = {"key": "编号", **options}
    return chanjiao.check_table("enterprise", make(data), **options)


@pytest.mark.parametrize("make", [pa.table, pd.DataFrame, pl.DataFrame])
def test_records_are_matched_by_their_key(make):
    changes = check(OLD, make).changes(check(NEW, make))
    assert changes.counts() == {
        "new": 1,
        "gone": 1,
        "better": 1,
        "worse": 0,
        "other": 1,
        "not_comparable": 1,
        "unchanged": 1,
    }
    assert len(changes) == 5 and changes.subject == "enterprise"
    assert repr(changes).startswith("<TableChanges enterprise: 1 new, 1 gone, 1 better, 1 other,")
    # The keys are those of the table that has the row, with their type.
    assert changes.new.to_pylist() == [{"row": 4, "编号": "6", "result": "incomplete"}]
    gone = changes.gone.to_pylist()
    assert [(it["row"], int(it["编号"]), it["result"]) for it in gone] == [(3, 4, "incomplete")]
    rows = changes.changed.to_pylist()
    assert [(it["编号"], it["rule"]) for it in rows] == [
        ("1", "conclusion"),
        ("1", RULE),
        ("5", "conclusion"),
        ("5", RULE),
    ]
    assert {key: str(it) for key, it in rows[1].items() if it is not None} == {
        "row_before": "0",
        "row_after": "1",
        "编号": "1",
        "change": "better",
        "rule": RULE,
        "statement": "9.1b",
        "before": "unmet",
        "after": "unmet",
        "shortfall_before": "2.00",
        "shortfall_after": "1.00",
        "difference": "-1.00",
        "unit": "post",
    }
    assert (rows[3]["before"], rows[3]["after"]) == ("undetermined", "met")
    assert changes.not_comparable.to_pylist() == [
        {"row_before": 2, "row_after": 2, "编号": "3", "before": "faulty", "after": "incomplete"}
    ]
    assert changes.rules().to_pylist() == [
        {"rule": RULE, "statement": "9.1b", "better": 1, "worse": 0, "other": 1}
    ]
    assert changes.changed.to_pandas().shape == (4, 14) and changes.new.to_polars().height == 1
    html = changes._repr_html_()
    assert "好转" in html and RULE in html and "没有变化" in html


def test_a_report_has_no_changes_to_itself():
    report = check(NEW)
    changes = report.changes(report)
    assert len(changes) == 0 and changes.counts()["unchanged"] == 5
    assert len(changes.changed) == 0 and "编号" in changes.changed.column_names
    backwards = check(NEW).changes(check(OLD)).counts()
    assert (backwards["new"], backwards["gone"], backwards["worse"]) == (1, 1, 1)


def test_all_pieces_of_large_tables_are_compared():
    rows = 150_000
    numbers = pa.array(range(rows))

    def register(posts, order):
        staff = pa.array([3200] * rows)
        table = {"编号": numbers, "企业规模": ["中型"] * rows, "在职员工": staff, "岗位": posts}
        return pa.table(table).take(order)

    old = check(register([14] * rows, pa.array(range(rows))), lambda it: it, columns={"岗位": "teacher_posts"})
    posts = [14] * rows
    posts[7] = posts[140_000] = 16
    new = check(register(posts, pa.array(range(rows - 1, -1, -1))), lambda it: it, columns={"岗位": "teacher_posts"})
    changes = old.changes(new)
    assert changes.counts()["unchanged"] == rows - 2
    found = [(it["编号"], it["row_before"], it["row_after"]) for it in changes.changed.to_pylist()]
    expected = [140_000, 140_000, 7, 7]
    assert found == [(it, it, rows - 1 - it) for it in expected]


def test_what_cannot_be_compared_is_refused():
    old, new = check(OLD), check(NEW)
    for first, second, said in [
        (check(OLD, key=None), new, "the old report does not have a key .*check_table"),
        (old, check(NEW, key=None), "the new report does not have a key"),
        (check(OLD, key=()), check(NEW, key=()), "neither report has a key"),
        (old, check(NEW, key="企业名称"), "other keys, 编号 and 企业名称"),
        (old, check(NEW, key=["编号", "企业名称"]), "other keys"),
        (old, check(NEW, rules=[RULE]), "other rules"),
        (old, chanjiao.check_table("visit", pa.table({"start": ["2024-01-01"], "编号": [1]}), key="编号"), "other subjects, enterprise and visit"),
        (check(OLD, key="企业规模"), check(NEW, key="企业规模"), "the old report: 键 `大型` 重复：行 1、2、3、4（从 0 数起）"),
        (check({**OLD, "编号": [1, 2, None, 4, 5, 7]}), new, "the old report: 1 条记录没有键"),
        (old, check({**NEW, "编号": ["1", "2", "3", "2", "5"]}, language="en"), "the new report: the key `2` stands more than once: rows 1, 3"),
    ]:
        with pytest.raises(ValueError, match=said):
            first.changes(second)


def test_shortfalls_that_one_report_does_not_have_are_no_change():
    old, new = check(OLD, shortfalls=()), check(NEW)
    counts = old.changes(new).counts()
    assert (counts["better"], counts["other"], counts["unchanged"]) == (0, 1, 2)


def test_a_key_column_with_the_name_of_another_is_renamed():
    tables = ({"change": it["编号"], **it} for it in (OLD, NEW))
    old, new = (check(it, key="change") for it in tables)
    assert "key.change" in old.changes(new).changed.column_names


def test_other_parameters_are_a_comparison_by_key_or_what_if():
    report = check(OLD)
    changes = report.changes(report.with_parameters({"teacher_posts_share": "0.4"}))
    assert [it["rule"] for it in changes.changed.to_pylist()] == ["conclusion", RULE]


SALES = {"企业名称": ["甲", "乙", "合计"], "销售收入（万元）": ["1200", "x", "1200"], "资产总颔": [1, 2, 3]}


@pytest.mark.parametrize("make", [pa.table, pd.DataFrame, pl.DataFrame, pl.LazyFrame])
def test_a_table_is_looked_at(make):
    found = chanjiao.inspect_table("enterprise", make(SALES))
    assert (found.subject, found.subjects) == ("enterprise", [])
    assert (found.records, found.faulty, found.passed) == (2, 1, 1)
    name, sales, assets = found.columns
    assert (name["fact"], name["matched_by"]) == ("name", "label")
    assert (sales["unit"], sales["unit_from"], sales["power"]) == ("万元", "header", 4)
    assert sales["values"][0] == {"line": 1, "given": "1200", "value": "12000000.00", "fault": None}
    assert sales["values"][1]["fault"]["code"] == "not_money"
    assert (assets["fact"], assets["proposed_fact"]) == (None, "total_assets_yuan")
    assert "staff_total" in found.absent and any(it["never"] for it in found.rules)
    assert {"near_miss", "total_row"} <= {it["code"] for it in found.notes}
    assert "1200 → 12000000.00 元" in str(found) and "共 3 列，使用 2 列" in str(found)
    assert repr(found) == (
        "<Inspection enterprise: 2 of 3 columns used, 2 records, 1 faulty, 1 passed over>"
    )
    assert json.loads(json.dumps(found.to_dict())) == found.to_dict()
    html = found._repr_html_()
    assert "12000000.00 元" in html and "? 资产总额" in html and "<style>" in html
    english = chanjiao.inspect_table("enterprise", make(SALES), language="en")
    assert "2 of 3 used" in str(english) and english.language == "en"


def test_files_and_frames_are_looked_at_alike(tmp_path):
    import subprocess
    import sys

    path = tmp_path / "sales.csv"
    pd.DataFrame(SALES).to_csv(path, index=False)
    arguments = [sys.executable, "-m", "chanjiao", "look", "-s", "enterprise", "-f", "json", path]
    done = subprocess.run(arguments, capture_output=True, encoding="utf-8", check=True)
    file = json.loads(done.stdout)[0]
    frame = chanjiao.inspect_table("enterprise", pd.DataFrame(SALES).astype(str)).to_dict()
    assert frame.keys() <= file.keys()
    for column in [*file["columns"], *frame["columns"]]:
        for value in column["values"]:
            # A file counts the line of its header.
            del value["line"]
    for key in ("subject", "columns", "absent", "rules", "records", "faulty", "passed"):
        assert frame[key] == file[key], key


def test_options_apply_to_what_is_looked_at():
    found = chanjiao.inspect_table(
        "enterprise",
        pd.DataFrame(SALES),
        columns={"资产总颔": "total_assets_yuan"},
        units={"sales_revenue_yuan": "亿元"},
        missing=["x"],
    )
    _, sales, assets = found.columns
    assert (sales["unit_from"], sales["power"], found.faulty) == ("option", 8, 0)
    assert (assets["matched_by"], assets["values"][0]["value"]) == ("map", "1.00")
    with pytest.raises(ValueError, match="unknown fact"):
        chanjiao.inspect_table("enterprise", pd.DataFrame(SALES), columns={"资产总颔": "nothing"})
    with pytest.raises(TypeError, match="is not a table"):
        chanjiao.inspect_table("enterprise", 1)


def test_without_a_subject_the_three_that_fit_best_are_named():
    found = chanjiao.inspect_table(None, duckdb.sql("SELECT 1 AS 在职员工, 2 AS 顶岗实践岗位数, '甲' AS 企业名称"))
    assert found.subject is None and found.subjects[0]["subject"] == "enterprise"
    assert len(found.subjects) <= 3 and repr(found).startswith("<Inspection: enterprise")
    assert found.columns == [] and found.records == 0
    assert "enterprise" in str(found) and "enterprise" in found._repr_html_()
    none = chanjiao.inspect_table(None, pd.DataFrame({"颜色": ["红"]}))
    assert none.subjects == [] and repr(none) == "<Inspection: no subject fits>"


def test_a_table_without_any_fact_is_shown():
    found = chanjiao.inspect_table("enterprise", pl.DataFrame({"颜色": ["红", "蓝"], "资产总颔": [1, 2]}))
    assert [it["fact"] for it in found.columns] == [None, None]
    assert found.columns[1]["proposed_fact"] == "total_assets_yuan"
    empty = chanjiao.inspect_table("enterprise", pl.DataFrame({"企业名称": []}))
    assert (empty.records, empty.columns[0]["fact"]) == (0, "name")


@pytest.mark.parametrize("make", [pa.table, pd.DataFrame, pl.DataFrame])
def test_rows_below_the_header_are_seen_as_they_are_checked(make):
    table = make({"企业名称": ["", "甲", "合计"], "销售收入": ["万元", "12000", "12000"]})
    found, report = chanjiao.inspect_table("enterprise", table), chanjiao.check_table("enterprise", table)
    assert (found.records, found.passed) == (len(report) - report.passed, report.passed) == (1, 2)
    assert found.columns[1]["values"][0]["value"] == "120000000.00"
    assert found.columns[1]["unit"] == "万元"
    assert report.columns == [
        {"header": "企业名称", "fact": "name", "unit": None},
        {"header": "销售收入", "fact": "sales_revenue_yuan", "unit": "万元"},
    ]
