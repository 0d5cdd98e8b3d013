"""Spark: two executors in separate processes give the same results as one machine."""

import os
import sys

import chanjiao
import pyarrow as pa
import pytest
from chanjiao.spark import check
from pyspark.sql import SparkSession


@pytest.fixture(scope="module")
def spark():
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def test_two_executors_give_the_results_of_one_machine(spark):
    frame = spark.range(5000).selectExpr(
        "id",
        "if(id % 7 = 0, null, if(id % 11 = 0, 'tiny', 'large')) as size_class",
        "id as staff_in_service",
        "id % 40 as teacher_posts",
        "cast(id as decimal(18,2)) as total_wages_yuan",
        "cast(id as decimal(18,2)) as training_fund_spent_yuan",
        "cast(id * 0.5 as decimal(18,2)) as training_fund_frontline_yuan",
        "cast(id * 0.016 as decimal(18,2)) as training_fund_set_aside_yuan",
    )
    checked = check(frame, "enterprise")
    rows = checked.orderBy("id").toArrow()
    given = rows.select(frame.columns)
    report = chanjiao.check_table("enterprise", given)
    local = report.to_arrow()
    for name in local.column_names:
        assert rows[name].to_pylist() == local[name].to_pylist(), name
    assert 0 < report.faulty < 5000 and set(rows["conclusion"].to_pylist()) == {
        "non_compliant",
        "incomplete",
        None,
    }
    unmet = checked.where("`enterprise.teacher_posts` = 'unmet'").count()
    assert unmet == local["enterprise.teacher_posts"].to_pylist().count("unmet") > 0


def test_wrong_arguments_are_refused_before_anything_runs(spark):
    frame = spark.range(1).selectExpr("id as staff_total", "1 as conclusion")
    with pytest.raises(ValueError, match="duplicate columns: conclusion"):
        check(frame, "enterprise")
    with pytest.raises(ValueError, match="unknown rule"):
        check(frame, "enterprise", rules=["x"])


def test_reasons_come_with_the_results(spark):
    frame = spark.createDataFrame(
        [("甲", "large", 1000, 5), ("乙", "large", 1000, 4), ("丙", "large", 1000, -1), ("合计", None, 3000, 8)],
        "name string, size_class string, staff_in_service int, teacher_posts int",
    )
    rules = ["enterprise.teacher_posts"]
    checked = check(frame, "enterprise", messages=True, prefix="p_", sep="_", rules=rules, language="en")
    rows = {row["name"]: row for row in checked.collect()}
    assert [rows[name]["p_conclusion"] for name in "甲乙丙"] == ["compliant", "explanation_due", None]
    assert rows["乙"]["p_enterprise_teacher_posts"] == "unmet"
    report = chanjiao.check_table("enterprise", frame.toArrow(), rules=rules, language="en")
    assert rows["乙"]["p_messages"] == [report.findings().to_pylist()[0]["message"]]
    assert rows["丙"]["p_messages"] == [report.faults.to_pylist()[0]["message"]]
    assert rows["甲"]["p_messages"] == rows["合计"]["p_messages"] == []
    # A name without dots needs no backticks, and names can be told from those of another check.
    assert checked.where("p_enterprise_teacher_posts = 'met'").count() == 1
    assert "q_conclusion" in check(checked, "enterprise", prefix="q_", rules=rules).columns
