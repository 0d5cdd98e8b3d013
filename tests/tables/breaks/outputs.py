"""Outputs of every form, read again. Names begin as formulas and numbers do."""

import csv
import io
import json

from breaks import way

NAMES = ["=1+1", "+86", "@示例", "000157", "<b>&amp;", "甲,乙", "'", "-"]


def verdicts(form, content, key):
    """The name and the verdicts of each record in an output."""
    if form != "csv":
        answers = json.loads(content if form == "json" else b"[" + b",".join(content.splitlines()) + b"]")
        return [(it["name"], {rule["rule"]: rule["verdict"] for rule in it["report"]["findings"]}) for it in answers]
    # A mark tells programs that the text is UTF-8; an apostrophe before a name, that it is no formula.
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    rules = [(at, key) for at, key in enumerate(head) if key.count(".") == 1]
    name = lambda row: row[head.index(key)]
    plain = lambda text: text[1:] if text[0] == "'" and text[1:2] in tuple("=+-@\t") else text
    return [(plain(name(row)), {key: row[at] for at, key in rules}) for row in rows]


def of_form(form):
    @way("K11")
    def output(table, rng):
        for record in table.records:
            if rng.random() < 0.5:
                record[table.subject.key] = rng.choice(NAMES) + record[table.subject.key]
        table.write()
        table.output = form
    output.__name__ = f"output_{form}"


for form in ("csv", "json", "ndjson"):
    of_form(form)
