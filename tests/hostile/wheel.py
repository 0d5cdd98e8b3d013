"""Attacks on the wheel as installed. Prints one row per line: the attack, its target, the outcome."""

import json
import random
import sys
import threading

import chanjiao
import pyarrow as pa

MANY = 1_000_000
THREADS = 64
HTML = """<img src=x onerror="alert(1)">'&<script>alert(2)</script>"""


def row(attack, target, outcome):
    print(json.dumps([attack, target, outcome], ensure_ascii=False))


def codes(answer):
    return [fault["code"] for fault in answer.faults]


def html():
    firms = pa.table(
        {
            "name": [HTML, HTML],
            HTML: [HTML, "b"],
            "size_class": [HTML, "medium"],
            "staff_in_service": [3200, 3200],
            "teacher_posts": [1, 1],
        }
    )
    report = chanjiao.check_table("enterprise", firms, key=["name", HTML])
    explained = {"name": HTML, "explanations": {"enterprise.teacher_posts": HTML}}
    pages = [
        report.to_html(),
        report._repr_html_(),
        report.faults._repr_html_(),
        report.findings()._repr_html_(),
        report.worst()._repr_html_(),
        report.counts()._repr_html_(),
        chanjiao.what_if("enterprise", firms, None, {"teacher_posts_share": "0.01"}, key=["name", HTML])._repr_html_(),
        *(part._repr_html_() for part in report.split()),
        *(report.answer(row)._repr_html_() for row in range(2)),
        chanjiao.check("enterprise", {"name": HTML, "year": HTML, HTML: HTML})._repr_html_(),
        chanjiao.check("enterprise", explained)._repr_html_(),
    ]
    for page in pages:
        assert "<img" not in page and "<script" not in page
    assert sum("&lt;img" in page for page in pages) >= 6
    row("HTML in names, headers, keys, values and reasons", "wheel: to_html, _repr_html_", f"escaped on all {len(pages)} pages")


def parameters():
    many = {f"p{it}": 1 for it in range(MANY)}
    assert codes(chanjiao.check("visit", {}, many)) == ["too_large"]
    table = pa.table({"start": ["2024-01-01"]})
    for call in (chanjiao.check_table, chanjiao.check_batches):
        try:
            call("visit", table, many)
        except ValueError as error:
            assert len(str(error)) < 200
        else:
            raise AssertionError("accepted")
    row(f"{MANY:,} parameters", "wheel", "a fault of `check`, a ValueError of tables: too large")


def columns():
    count = 100_000
    wide = pa.table({**{f"c{it}": pa.nulls(1) for it in range(count)}, "start": ["2024-01-01"]})
    report = chanjiao.check_table("visit", wide)
    assert len(report) == 1 and len(report.ignored) == count
    row(f"{count:,} columns", "wheel: check_table", "the one matched column is read, the others are listed as ignored")


def keys():
    names = ["__class__", "__dict__", "__init__", "__proto__", "constructor"]
    unknown = {name: {"start": 1} for name in names}
    before = dict(vars(chanjiao.Answer))
    answer = chanjiao.check("visit", unknown)
    assert codes(answer) == ["unknown_key"] * len(names) and answer.report is None
    assert codes(chanjiao.check("visit", {}, dict.fromkeys(names, 1))) == ["unknown_key"] * len(names)
    table = pa.table({**{name: [1] for name in names}, "start": ["2024-01-01"]})
    report = chanjiao.check_table("visit", table, key=names)
    assert report.findings(None).column_names[1 : 1 + len(names)] == names
    assert chanjiao.check_table("visit", table).ignored == names
    for wrong in (
        lambda: chanjiao.check("__class__", {}),
        lambda: chanjiao.schema("__dict__"),
        lambda: chanjiao.check_table("visit", table, rules=["__init__"]),
        lambda: chanjiao.check_table("visit", table, columns={"__proto__": "__class__"}),
    ):
        try:
            wrong()
        except ValueError:
            continue
        raise AssertionError("accepted")
    assert dict(vars(chanjiao.Answer)) == before
    row("keys, headers and names such as `__class__`, `__proto__`", "wheel", "unknown keys, ignored headers, a ValueError for names; nothing is set anywhere")


def threads():
    draw = random.Random(8218)
    records = [
        {"name": f"甲{it}", "size_class": "large", "staff_in_service": it, "teacher_posts": it // 200}
        for it in draw.choices(range(3000), k=300)
    ]
    table = pa.Table.from_pylist(records * 20)
    # Some rows have faults.
    table = table.set_column(2, "staff_in_service", pa.array([-1 if it % 977 == 0 else it for it in range(len(table))]))
    expected = [chanjiao.check("enterprise", record).to_json() for record in records]
    whole = chanjiao.check_table("enterprise", table).to_arrow()
    faults = chanjiao.check_table("enterprise", table).faults.to_pylist()
    start = threading.Barrier(THREADS)
    done = []

    def work(place):
        start.wait()
        order = list(range(len(records)))
        random.Random(place).shuffle(order)
        for at in order[:100]:
            assert chanjiao.check("enterprise", records[at]).to_json() == expected[at]
        # The GIL is released while a table is checked.
        report = chanjiao.check_table("enterprise", table, threads=1 + place % 4)
        assert report.to_arrow() == whole and report.faults.to_pylist() == faults
        done.append(place)

    running = [threading.Thread(target=work, args=(place,)) for place in range(THREADS)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    assert sorted(done) == list(range(THREADS))
    row(f"{THREADS} concurrent threads, records and tables", "wheel", "every answer and table equals that of one thread")


for attack in (html, parameters, columns, keys, threads):
    attack()
    sys.stdout.flush()
