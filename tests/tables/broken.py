#!/usr/bin/env python3
"""Breaks clean tables in random, known ways, and compares what is read with the clean records.

    tests/tables/broken.py [--seed 1] [--each 4] [--tool PATH] [--keep FOLDER] [--kind K05]

`--each` is how many tables each way breaks in each format. Prints how many inputs of each kind were read right, read right with
a note, refused, and wrong; fails if any is wrong. `--keep` writes the tables that are wrong to a folder.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE))
import clean
from breaks import WAYS
from breaks.outputs import verdicts
from grid import Table

OUTCOMES = ["right", "noted", "column left out", "refused", "wrong"]
# What a refusal names: a place or a way out.
PLACE = re.compile("接受|是否指|行|列|表头|工作表|工作簿|--|请|文件|单位|JSON|键|记录")


class Reading:
    """What the command line made of a file."""

    def __init__(self, tool, table, path):
        command = [tool, "check", "-s", table.subject.name, "-f", "ndjson", *table.arguments, path]
        done = subprocess.run(command, capture_output=True, timeout=60)
        self.code, self.said = done.returncode, done.stderr.decode()
        lines = [json.loads(it) for it in done.stdout.decode().splitlines()]
        self.judged = [(it.get("name"), it["report"]) for it in lines if it["report"]]
        self.faulty = [it for it in lines if it["faults"]]


def written(tool, table, path, answers):
    """What is wrong with an output in a file."""
    out = path.with_name(f"out.{table.output}")
    subprocess.run([tool, "check", "-s", table.subject.name, *table.arguments, "-o", out, path], capture_output=True, timeout=60)
    expected = [{it["rule"]: it["verdict"] for it in answer["findings"]} for answer in answers]
    names = [it[table.subject.key] for it in table.records]
    same = verdicts(table.output, out.read_bytes(), table.subject.key) == list(zip(names, expected, strict=True))
    return [] if same else [f"the output in {table.output} says something else"]


def flat(text):
    """A header as a note quotes it."""
    return " ".join(text.split())[:60]


def left_out(tool, table, said):
    """The answers without the columns that are named as not used."""
    lists = [line.split("未使用的列：")[1].removesuffix("。") for line in said.splitlines() if "未使用的列：" in line]
    listed = f"、{'、'.join(lists)}、"
    unused = set()
    for row in table.rows[:table.header + 1]:
        for header in row:
            if isinstance(header, str) and header and f"、{flat(header)}、" in listed:
                unused.add(header)
    keys = [it.key for it in table.columns if not any(header in unused for header in table.headers_of(it))]
    records = [{key: it[key] for key in keys if key in it} for it in table.records]
    answers = [it.get("report") for it in clean.answers(tool, table.subject, records)]
    # What has nothing but a name is no record.
    kept = [place for place, it in enumerate(records) if keys == [table.subject.key] or set(it) - {table.subject.key}]
    return [answers[it] for it in kept], [records[it] for it in kept]


def wrongs(table, reading, answers, records):
    """What is judged otherwise than the clean records, and which records are not judged."""
    key = table.subject.key
    expected = {it.get(key, number): answer for number, (it, answer) in enumerate(zip(records, answers))}
    wrong, seen = [], Counter()
    for name, report in reading.judged:
        seen[name] += 1
        if name not in expected:
            same = (table.renamed or not name) and report in [it for other, it in expected.items() if not seen[other]]
            if not same:
                wrong.append(f"judges {name!r}")
        elif report != expected[name] or seen[name] > 1:
            wrong.append(f"judges {name!r} otherwise")
    # An error that ends the input, or an open quote, which may hold further rows.
    refused = reading.code == 2 and (not reading.faulty or "引号" in json.dumps(reading.faulty, ensure_ascii=False))
    if len(reading.judged) + len(reading.faulty) < len(records) and not refused:
        wrong.append(f"{len(reading.judged)} judged and {len(reading.faulty)} faulty of {len(records)}")
    for index in table.must_fault:
        if seen[table.records[index][table.subject.key]]:
            wrong.append(f"judges record {index}")
    return wrong


def outcome(tool, table, path):
    """The outcome, what is wrong, and what was said."""
    reading = Reading(tool, table, path)
    found, wrong = judged(tool, table, reading)
    if table.output and found in ("right", "noted"):
        answers = [it["report"] for it in clean.answers(tool, table.subject, table.records)]
        wrong = written(tool, table, path, answers)
    return "wrong" if wrong else found, wrong, reading.said


def judged(tool, table, reading):
    """The outcome, and what is wrong."""
    answers = [it["report"] for it in clean.answers(tool, table.subject, table.records)]
    if reading.code == 2 and not reading.judged:
        said = reading.said + json.dumps([it["faults"] for it in reading.faulty], ensure_ascii=False)
        clear = PLACE.search(said)
        return ("refused", []) if clear else ("wrong", [f"does not say why: {said}"])
    if table.must_refuse:
        return "wrong", ["is not refused"]
    wrong = wrongs(table, reading, answers, table.records)
    if wrong and table.damaged and any(flat(it) in reading.said for it in table.damaged):
        return "noted", []
    if wrong and not wrongs(table, reading, *left_out(tool, table, reading.said)):
        return "column left out", []
    if wrong:
        return "wrong", wrong
    if reading.code == 2:
        return "refused", []
    return ("noted", []) if reading.said else ("right", [])


def one(tool, subjects, way, form, rng):
    """A table that was broken in this way, or `None` after many tries."""
    for _ in range(100):
        subject = subjects[way.only or rng.choice(clean.NAMED)]
        keys, records = clean.records(subject, rng, rng.randrange(4, 9))
        if not clean.without_faults(tool, subject, records):
            continue
        table = Table(subject, keys, records, rng)
        if way(table, rng) is not False and not any(it["faults"] for it in clean.answers(tool, subject, table.records)):
            return table
    return None


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=1)
    parser.add_argument("--tool", type=Path, default=HERE.parents[1] / "target/debug/chanjiao")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--kind")
    return parser.parse_args()


def run(tool, seed=1, each=1, keep=None, kind=None):
    """Breaks tables; returns the outcomes by kind, and what is wrong."""
    subjects, counts, failed = clean.subjects(), {}, []
    with tempfile.TemporaryDirectory() as folder:
        for of, forms, way in WAYS:
            if kind not in (None, of):
                continue
            for form in forms:
                for number in range(each):
                    rng = random.Random(f"{seed} {of} {way.__name__} {form} {number}")
                    table = one(tool, subjects, way, form, rng)
                    if table is None:
                        raise SystemExit(f"{of} {way.__name__}: breaks no table")
                    name, content = table.file(form)
                    path = Path(folder) / name
                    path.write_bytes(content)
                    found, wrong, said = outcome(tool, table, path)
                    counts.setdefault(of, Counter())[found] += 1
                    if wrong:
                        failed.append(f"{of} {way.__name__}, {form} {number}, {table.subject.name} {' '.join(table.arguments)}: "
                                      f"{'; '.join(wrong)}\n{said}")
                        if keep:
                            keep.mkdir(parents=True, exist_ok=True)
                            (keep / f"{of}-{way.__name__}-{form}-{number}-{name}").write_bytes(content)
    return counts, failed


def report(tool, *given):
    """Prints the outcomes; returns whether something is wrong."""
    counts, failed = run(tool, *given)
    print("| kind | inputs | " + " | ".join(OUTCOMES) + " |")
    for kind, outcomes in sorted(counts.items()):
        total = sum(outcomes.values())
        shares = [f"{outcomes[it]} ({outcomes[it] * 100 // total} %)" if outcomes[it] else "0" for it in OUTCOMES]
        print(f"| {kind} | {total} | " + " | ".join(shares) + " |")
    for line in failed:
        print(f"FAILED {line}", file=sys.stderr)
    return bool(failed)


def main():
    given = arguments()
    sys.exit(report(given.tool.resolve(), given.seed, given.each, given.keep, given.kind))


if __name__ == "__main__":
    main()
