"""Reports as workbooks, as the command line writes them."""

import subprocess
import sys
import zipfile

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import chanjiao

FIRMS = {
    "企业名称": ["甲", "乙", "丙", "合计", "=1+1"],
    "统一社会信用代码": ["0012", "0013", "0014", None, "0016"],
    "企业规模": ["中型", "大型", "巨型", None, "大型"],
    "在职员工": ["3200", "1000", "1000", "5200", None],
    "顶岗实践岗位数": ["14", "5", "8", "27", "3"],
}


def sheets(path):
    """The cells of each sheet."""
    found = pd.read_excel(path, sheet_name=None, header=None, dtype=str, keep_default_na=False)
    return {name: sheet.values.tolist() for name, sheet in found.items()}


@pytest.mark.parametrize("make", [pa.table, pd.DataFrame, pl.DataFrame])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_workbook_is_that_of_the_command_line(tmp_path, make, language):
    given, ours, theirs = (tmp_path / name for name in ("firms.csv", "ours.xlsx", "theirs.xlsx"))
    pd.DataFrame(FIRMS).to_csv(given, index=False)
    # Without columns that are not used, on which files have a note.
    used = ["企业名称", *list(FIRMS)[2:]]
    pd.DataFrame(FIRMS)[used].to_csv(given, index=False)
    command = [sys.executable, "-m", "chanjiao", "--lang", language, "check", "-s", "enterprise"]
    subprocess.run([*command, "-o", theirs, given], check=False)
    report = chanjiao.check_table("enterprise", make({name: FIRMS[name] for name in used}), language=language)
    report.to_excel(ours)
    ours, theirs = sheets(ours), sheets(theirs)
    assert list(ours) == list(theirs)
    # The first two sheets have the number of the row, and its line in a file.
    for name in list(ours)[:2]:
        assert [row[1:] for row in ours[name]] == [row[2:] for row in theirs[name]]
        lines = [row[1] for row in theirs[name][1:]]
        assert [row[0] for row in ours[name][1:]] == [str(int(line) - 1) for line in lines]
    counts, keys = list(ours)[2:4]
    # The notes are the same but for the count of rows.
    assert ours[counts][:-3] == theirs[counts][:-3]
    assert [row for row in theirs[keys] if row not in ours[keys] and row[1] not in ("line", "name")] == []


def test_keys_stand_beside_the_results(tmp_path):
    path = tmp_path / "report.xlsx"
    report = chanjiao.check_table("enterprise", pa.table(FIRMS), key="统一社会信用代码", by="企业规模", rules="enterprise.teacher_posts")
    report.to_excel(path)
    table, problems, counts, keys = sheets(path).values()
    assert table[0] == ["序号", "统一社会信用代码", "企业规模", "结论", "9.1b 教师顶岗实践岗位", "9.1b 教师顶岗实践岗位（差）", "错误"]
    assert [row[:4] for row in table[1:]] == [
        ["1", "0012", "中型", "未达到“原则上”的要求，应说明理由"],
        ["2", "0013", "大型", "符合文件要求"],
        ["3", "0014", "巨型", ""],
        ["5", "0016", "大型", "依现有信息和文件文字，尚不能下结论"],
    ]
    assert table[1][4:6] == ["不符合", "2"] and "企业规模" in table[3][6]
    assert [row[0] for row in problems[1:]] == ["1", "3", "5"]
    assert ["enterprise.teacher_posts", "9.1b", "教师顶岗实践岗位"] in [row[:3] for row in counts]
    assert sum(row[0].startswith("enterprise.") for row in counts) == 1
    assert any("第 4 行是合计" in row[0] for row in counts)
    assert ["企业规模", "企业规模"] in keys


def test_a_text_is_never_a_formula(tmp_path):
    path = tmp_path / "report.xlsx"
    chanjiao.check_table("enterprise", pa.table(FIRMS), key="企业名称").to_excel(path)
    with zipfile.ZipFile(path) as book:
        assert not any(b"<f>" in book.read(name) for name in book.namelist())
    assert sheets(path)["结论"][4][1] == "=1+1"


def test_an_earlier_file_stays_until_the_new_one_is_complete(tmp_path):
    path = tmp_path / "report.xlsx"
    path.write_text("earlier")
    report = chanjiao.check_table("enterprise", pa.table(FIRMS))
    with pytest.raises(OSError, match="nowhere"):
        report.to_excel(tmp_path / "nowhere" / "report.xlsx")
    assert path.read_text() == "earlier"
    report.to_excel(str(path))
    assert path.read_bytes().startswith(b"PK") and [it.name for it in tmp_path.iterdir()] == ["report.xlsx"]


def test_rows_of_child_tables_without_a_record_are_problems(tmp_path):
    teachers = pa.table({"教师编号": ["T1"], "评价日期": ["2025-12-31"], "学校类别": ["secondary_vocational"]})
    periods = pa.table({"教师编号": ["T1", "T9"], "开始日期": ["2025-01-01", "2025-02-01"]})
    report = chanjiao.check_table("teacher", teachers, children={"practice": (periods, "教师编号")})
    report.to_excel(tmp_path / "report.xlsx")
    _, problems, counts, _ = sheets(tmp_path / "report.xlsx").values()
    assert problems[-1][0] == "" and "主表中没有这个键的记录" in problems[-1][-1]
    assert ["子表中没有对应记录的行", "1"] in [row[:2] for row in counts]
