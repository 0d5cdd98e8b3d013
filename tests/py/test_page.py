"""The page of a report, and the same in notebooks."""

import re
from html import escape

import polars as pl
import pyarrow as pa
import pytest

import chanjiao
from chanjiao._page import share

FIRMS = {
    "企业名称": ["甲<b>", "乙", "丙", "丁", "合计"],
    "统一社会信用代码": [91430000000012345, 91430000000012346, 91430000000012347, 91430000000012348, None],
    "市州": ["长沙", "长沙", "株洲", None, None],
    "年度": [2024, 2024, 2024, 2024, None],
    "企业规模": ["medium", "large", "large", "large", None],
    "在职员工": [3200, 1000, 1000, -1, 5199],
    "顶岗实践岗位数": [14, 5, 4, 3, 26],
    "工资总额（万元）": [5200.5, 800, 1, 1, 6002.5],
    "提取教育培训经费（万元）": [1, 12, 1, 1, 15],
    "备注": ["x", "", "", "", ""],
}


def check(data=FIRMS, **options):
    options = {"key": ["企业名称", "统一社会信用代码"], "by": "市州", **options}
    return chanjiao.check_table("enterprise", pl.DataFrame(data), **options)


def text_of(page):
    """The text of a page, with its parts one a line."""
    return re.sub(r"<[^>]+>", "\n", page)


@pytest.mark.parametrize(
    ("count", "total", "expected"),
    [
        (0, 7, "0.0 %"),
        (7, 7, "100.0 %"),
        (1, 3, "33.3 %"),
        (2, 3, "66.7 %"),
        (1, 8, "12.5 %"),
        (1, 2000, "0.1 %"),
        (1, 2001, "<0.1 %"),
        (1, 10**9, "<0.1 %"),
        (1999, 2000, ">99.9 %"),
        (1998, 2000, "99.9 %"),
        (10**9 - 1, 10**9, ">99.9 %"),
    ],
)
def test_a_share_is_rounded_but_never_to_none_or_all(count, total, expected):
    assert share(count, total) == expected


def test_the_page_says_what_was_judged_and_by_what():
    report = check()
    page = report.to_html(source="名册<i>.xlsx", date="2024-12-31")
    lines = text_of(page).split("\n")
    for expected in [
        "企业：4 条记录",
        escape("名册<i>.xlsx"),
        "2024-12-31",
        chanjiao.__version__,
        chanjiao.DIGEST,
        "全部 24 条",
        "均为默认值",
        "另有 1 行不是记录，未计入。",
        # Columns, with their units, and those that are not used.
        "提取的教育培训经费",
        "万元",
        "未使用的列：统一社会信用代码、市州、备注",
    ]:
        assert expected in lines, expected
    assert '<html lang="zh-CN">' in page and "<title>产教融合文件核查 · 名册&lt;i&gt;.xlsx</title>" in page
    other = check(rules=["enterprise.teacher_posts"], language="en")
    other = other.with_parameters({"teacher_posts_share": "0.4"}).to_html()
    assert "teacher_posts_share = 0.4" in other and "1 selected: enterprise.teacher_posts" in other
    assert '<html lang="en">' in other and "Date of the data" not in other


def test_conclusions_stand_with_their_share_of_all_records():
    report = check(rules=["enterprise.teacher_posts"])
    assert (report.conclusions["compliant"], report.conclusions["explanation_due"]) == (1, 2)
    lines = [line for line in text_of(report.to_html()).split("\n") if line.strip()]
    for words, count, part in [
        ("未达到“原则上”的要求，应说明理由", "2", "50.0 %"),
        ("符合文件要求", "1", "25.0 %"),
        ("数据有误", "1", "25.0 %"),
    ]:
        at = lines.index(words)
        assert lines[at + 1 : at + 3] == [count, part]
    # For readers of screens, the bar is a text.
    assert 'role="img" aria-label="未达到“原则上”的要求，应说明理由 2; 符合文件要求 1; 数据有误 1"' in report.to_html()


def test_the_gate_stands_on_the_page():
    report = check(rules=["enterprise.teacher_posts"])
    assert "放行条件" not in report.to_html()
    passed = report.to_html(allowed={"explanation_due": "50%", "faulty": 1})
    failed = report.to_html(allowed={"explanation_due": 1})
    assert "放行条件：✓ 满足" in passed and "放行条件：✗ 不满足" in failed
    with pytest.raises(chanjiao.GateError) as error:
        report.require(explanation_due=1)
    assert all(escape(line) in failed for line in str(error.value).splitlines())
    with pytest.raises(ValueError, match="x"):
        report.to_html(allowed={"x": 1})


def test_obligations_come_first_and_only_they_have_colours():
    page = check().to_html()
    captions = re.findall(r"<caption>([^<]+)</caption>", page)
    assert captions[:2] == ["义务 · 强制", "义务 · 原则上"]
    assert captions.index("义务 · 原则上") < min(at for at, it in enumerate(captions) if "资格" in it)
    plain = re.findall(r'<table( class="plain")?><caption>([^<]+)</caption>', page)
    assert {caption for mark, caption in plain if not mark} <= {"义务 · 强制", "义务 · 原则上", "义务 · 部署"}
    assert all(caption.startswith(("资格", "目标")) or "鼓励" in caption for mark, caption in plain if mark)
    # Rules by which nothing can be said have one line, with the facts that are missing.
    lines = text_of(page)
    assert re.search(r"对任何记录都无法判断的规则（\d+ 条）：.*11\.1d 年培训比例", lines)
    assert re.search(r"表中没有列的事实：.*职工总数", lines)


def test_records_are_named_with_sentences_by_number_and_key():
    report = check(rules=["enterprise.teacher_posts"])
    page = report.to_html(by="市州")
    assert "<b>" not in page.replace("<b>放行", "") and "甲&lt;b&gt;" in page
    worst = report.worst().to_pylist()[0]
    row = f'<tr><td class="number">{worst["row"] + 1}</td>'
    assert row in page and escape(worst["message"]) in page
    # Codes and years have no separators.
    assert "91430000000012345" in page and "91,430" not in page and "2,024" not in page
    failing = page[page.index("<details><summary>不符合的记录") :]
    assert failing.count("</tr>") >= 3 and "原则上" in failing
    fault = report.faults.to_pylist()[0]
    assert escape(fault["message"]) in page and '<td class="number">4</td>' in page
    groups = page[page.index("按 市州 汇总") :]
    assert [it in groups for it in ("长沙", "株洲", "（空白）")] == [True] * 3


def test_a_chinese_page_is_chinese_throughout():
    words = text_of(check().to_html(source="名册", allowed={"faulty": 0}, by="市州"))
    style = re.compile(r"\.chanjiao.*|@media.*|font:.*|:root.*")
    text = "\n".join(line for line in words.split("\n") if not style.match(line))
    english = set(re.findall(r"[A-Za-z_]{4,}", text)) - {"medium", "large"}
    # The keys of conclusions in the messages of a gate, which are its arguments.
    assert english <= set(check().conclusions) | {"faulty", *re.findall(r"[a-z]{4,}", chanjiao.DIGEST)}


def test_a_table_without_records_says_so():
    for data in [{"start": []}, {"start": [None]}]:
        report = chanjiao.check_table("visit", pa.table(data))
        page = report.to_html()
        assert "表中没有一条记录。" in page and "%" not in text_of(page).split("表中没有")[1]
    assert "The table has no record." in chanjiao.check_table("visit", pa.table({"start": []}), language="en").to_html()


def test_a_page_is_as_small_for_many_rows():
    one, many = (check({name: values[:4] * times for name, values in FIRMS.items()}) for times in (1, 500))
    pages = [report.to_html() for report in (one, many)]
    assert len(pages[1]) < 120_000 and "另有" in pages[1]
    for page in pages:
        assert "http" not in page and "<script" not in page and page.count("<h2>") == 1
        assert page.count("<table") == page.count("</table>") and page.count("<details") == page.count("</details>")
