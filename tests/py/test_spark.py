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
