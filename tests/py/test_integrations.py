"""The integrations with other libraries."""

from typing import Annotated, Any

import chanjiao
import chanjiao.pandas
import chanjiao.polars
import duckdb
import pandas as pd
import pandera.pandas as pa_pandas
import polars as pl
import pyarrow as pa
import pytest
from chanjiao.pandera import meets
from chanjiao.pydantic import RecordOf
from pydantic import BaseModel, ValidationError

FIRMS = {
    "name": ["甲", "乙", "丙"],
    "size_class": ["medium", "large", "tiny"],
    "staff_in_service": [3200, 1000, 10],
    "teacher_posts": [14, 8, 1],
}
POSTS = "enterprise.teacher_posts"


def test_polars():
    frame = pl.DataFrame(FIRMS)
    checked = frame.chanjiao.check("enterprise")
    assert checked[POSTS].to_list() == ["unmet", "met", None]
    assert checked[f"{POSTS}.shortfall"].to_list() == [2, None, None]
    assert frame.chanjiao.report("enterprise", key="name").findings(rules=[POSTS]).to_polars()[
        "name"
    ].to_list() == ["甲"]
    assert frame.hstack(checked).filter(pl.col(POSTS) == "unmet")["name"].to_list() == ["甲"]


def test_polars_lazy_and_streaming(tmp_path):
    path = tmp_path / "firms.parquet"
    pl.concat([pl.DataFrame(FIRMS)] * 2000).write_parquet(path, row_group_size=500)
    lazy = pl.scan_parquet(path).chanjiao.check("enterprise", rules=[POSTS])
    assert lazy.collect_schema().names() == [*FIRMS, "conclusion", POSTS, f"{POSTS}.shortfall"]
    counted = lazy.group_by(POSTS).len()
    for engine in ("in-memory", "streaming"):
        assert dict(counted.collect(engine=engine).rows()) == {
            "met": 2000,
            "unmet": 2000,
            None: 2000,
        }
        assert (
            lazy.collect(engine=engine).to_dicts()[:3]
            == pl.DataFrame(FIRMS)
            .lazy()
            .chanjiao.check("enterprise", rules=[POSTS])
            .collect()
            .to_dicts()
        )
    with pytest.raises(ValueError, match="duplicate columns: conclusion"):
        lazy.chanjiao.check("enterprise")
    with pytest.raises(ValueError, match="unknown rule"):
        pl.DataFrame(FIRMS).lazy().chanjiao.check("enterprise", rules=["x"])


def test_result_columns_have_names_of_their_own():
    names = ["q_conclusion", "q_enterprise_teacher_posts", "q_enterprise_teacher_posts_shortfall"]
    options = {"prefix": "q_", "sep": "_", "rules": [POSTS]}
    frame = pl.DataFrame({**FIRMS, "conclusion": [1, 2, 3]})
    assert frame.chanjiao.check("enterprise", **options).columns == names
    lazy = frame.lazy().chanjiao.check("enterprise", **options)
    assert lazy.collect_schema().names() == lazy.collect().columns == [*frame.columns, *names]
    twice = lazy.chanjiao.check("enterprise", prefix="r_", rules=[POSTS]).collect()
    assert twice["q_conclusion"].to_list() == twice["r_conclusion"].to_list()
    with pytest.raises(ValueError, match="conclusion; give the new ones a `prefix`"):
        lazy.chanjiao.check("enterprise")
    checked = pd.DataFrame(FIRMS).chanjiao.check("enterprise", **options)
    assert list(checked.columns) == names and checked["q_conclusion"].notna().sum() == 2


def test_pandas():
    frame = pd.DataFrame(FIRMS, index=["x", "y", "z"])
    checked = frame.chanjiao.check("enterprise")
    assert checked.index.tolist() == ["x", "y", "z"]
    assert checked[POSTS].astype(object).where(checked[POSTS].notna(), None).tolist() == [
        "unmet",
        "met",
        None,
    ]
    missing = frame.assign(teacher_posts=[14, None, float("nan")])
    assert missing.chanjiao.report("enterprise", key="name").faulty == 1
    short = frame[(checked[POSTS] == "unmet").to_numpy()]
    assert short["name"].tolist() == ["甲"]


def test_duckdb():
    connection = duckdb.connect()
    connection.register("firms", pa.table(FIRMS))
    relation = connection.sql("select * from firms where size_class <> 'tiny'")
    report = chanjiao.check_table("enterprise", relation, key="name")
    findings = report.findings().to_arrow()
    (answer,) = connection.sql(
        f"select name, shortfall from findings where rule = '{POSTS}'"
    ).fetchall()
    assert answer == ("甲", 2)
    # A stream from one connection is read by another connection, batch by batch.
    checked = chanjiao.check_batches("enterprise", relation)  # DuckDB finds it by its name
    other = duckdb.connect()
    assert other.sql(f"select count(*) from checked where \"{POSTS}\" = 'met'").fetchall() == [(1,)]
    assert findings.num_rows == len(report.findings())


def test_pydantic():
    class Filing(BaseModel):
        number: int
        firms: list[Annotated[dict[str, Any], RecordOf("enterprise", language="en")]]

    record = {"staff_total": 3, "teacher_posts": 1}
    assert Filing(number=1, firms=[record]).firms == [record]
    with pytest.raises(ValidationError) as raised:
        Filing.model_validate(
            {
                "number": 1,
                "firms": [record, {"teacher_posts": 1, "teacher_posts_technical": 2, "{x}": 1}],
            }
        )
    first, second = raised.value.errors()
    assert (first["type"], first["loc"], first["input"]) == (
        "chanjiao.part_exceeds_whole",
        ("firms", 1, "teacher_posts_technical"),
        2,
    )
    assert "must not exceed" in first["msg"]
    assert (second["type"], second["loc"]) == ("chanjiao.unknown_key", ("firms", 1, "{x}"))
    properties = Filing.model_json_schema()["properties"]["firms"]["items"]["properties"]
    assert properties["teacher_posts"]["x-rules"]
    with pytest.raises(ValueError, match="unknown subject"):
        RecordOf("firm")


def test_pandera():
    schema = pa_pandas.DataFrameSchema(checks=[meets("enterprise", POSTS)])
    schema.validate(pd.DataFrame(FIRMS).iloc[1:2])
    with pytest.raises(pa_pandas.errors.SchemaErrors) as raised:
        schema.validate(pd.DataFrame(FIRMS), lazy=True)
    failures = raised.value.failure_cases
    assert set(failures["check"]) == {POSTS} and set(failures["index"]) == {0, 2}
