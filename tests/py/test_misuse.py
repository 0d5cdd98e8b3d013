"""Sentences for what is nearly right: each says what to do."""

import dataclasses
import sqlite3
from collections import namedtuple
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pyarrow as pa
import pyarrow.dataset
import pyarrow.parquet
import pytest
from pydantic import BaseModel

import chanjiao

FIRM = {"size_class": "medium", "staff_in_service": 3200, "teacher_posts": 14}


@dataclasses.dataclass
class Firm:
    size_class: str
    staff_in_service: int
    teacher_posts: int


class Model(BaseModel):
    size_class: str
    staff_in_service: int
    teacher_posts: int


class Attributes:
    """As classes of attrs are."""

    __attrs_attrs__ = ()


def database_row():
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    return connection.execute("select 'medium' size_class, 3200 staff_in_service, 14 teacher_posts").fetchone()


@pytest.mark.parametrize(
    ("given", "way", "made"),
    [
        (Firm(**FIRM), "dataclasses.asdict(it)", dataclasses.asdict),
        (Model(**FIRM), "it.model_dump()", Model.model_dump),
        (namedtuple("Row", FIRM)(**FIRM), "it._asdict()", lambda it: it._asdict()),
        (database_row(), "dict(it)", dict),
        (SimpleNamespace(**FIRM), "vars(it)", vars),
        (Attributes(), "attrs.asdict(it)", None),
        (iter([FIRM]), None, None),
        (Firm, None, None),
    ],
)
def test_an_object_that_is_no_record(given, way, made):
    if isinstance(given, tuple):
        # A tuple is a list for JSON, so it is a fault, not misuse.
        assert chanjiao.check_any("enterprise", given).faults[0]["code"] == "not_an_object"
        return
    with pytest.raises(TypeError, match='at "" is not a plain value') as error:
        chanjiao.check_any("enterprise", given)
    said = str(error.value).partition("; pass ")[2].strip("`")
    assert said == (way or "")
    if made is not None:
        assert chanjiao.check_any("enterprise", made(given)) == chanjiao.check("enterprise", FIRM)


def test_a_value_within_a_record_is_named_by_its_place():
    with pytest.raises(TypeError, match='Firm at "/name" is not a plain value$'):
        chanjiao.check_any("enterprise", {"name": Firm(**FIRM)})


def test_an_object_that_is_no_table(tmp_path):
    table = pa.table({name: [value] for name, value in FIRM.items()})
    pa.parquet.write_table(table, tmp_path / "firms.parquet")
    dataset = pa.dataset.dataset(tmp_path)
    for given, way, made in [
        ("firms.csv", "read the file first", None),
        (Path("firms.csv"), "chanjiao check", None),
        ([FIRM], "pyarrow.Table.from_pylist(it)", pa.Table.from_pylist),
        ({name: [value] for name, value in FIRM.items()}, "pyarrow.table(it)", pa.table),
        ([table, table], "pyarrow.concat_tables(it)", pa.concat_tables),
        (iter([table]), "check each of its tables", None),
        (pd.read_csv(Path(__file__).parents[1] / "data/sample.csv", chunksize=5), "check each of its tables", None),
        (dataset, ".scanner().to_reader()", lambda it: it.scanner().to_reader()),
        (dataset.scanner(), ".to_reader()", lambda it: it.to_reader()),
        (pa.parquet.ParquetFile(tmp_path / "firms.parquet"), ".read()", lambda it: it.read()),
        (5, "__arrow_c_array__`", None),
        ([], "__arrow_c_array__`", None),
    ]:
        with pytest.raises(TypeError, match="is not a table; pass one of") as error:
            chanjiao.check_table("enterprise", given)
        assert way in str(error.value), given
        if made is not None:
            assert chanjiao.check_table("enterprise", made(given)).conclusions["incomplete"] > 0


def test_columns_map_headers_to_facts():
    table = pa.table({"员工": [3200]})
    with pytest.raises(ValueError, match="`员工`"):
        chanjiao.check_table("enterprise", table, columns={"staff_in_service": "员工"})
