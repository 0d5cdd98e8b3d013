"""Sends the same records through every surface and the specification, and compares the answers.

Surfaces that give text are to agree to the byte. A table is to say of each row what is said of its
record. The specification is to agree in everything but the sentences. A record that is answered
differently is printed with the smallest one that still is.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import chanjiao
import spec
from records import Generator, Line
from spec import reading
from spec.subject import SUBJECTS
from tables import on_spark, row, table_differences

HERE = Path(__file__).resolve().parent
TOP = HERE.parents[1]
CHUNK = 500  # lines; their hashes fit into a pipe
SHOWN = 3  # differing records that are printed
SAMPLE = 100  # rows of each subject for Spark

RUST, NODE, CHROMIUM = "Rust", "Node", "Chromium"
TEXT, OBJECTS, TABLE = "Python, text", "Python, objects", "Python, table"
SPECIFICATION = "specification"


def hashed(answer: str) -> str:
    return hashlib.sha256(answer.encode()).hexdigest()[:32]


class Process:
    """A surface in a process of its own: takes lines, gives the hashes of two answers to each."""

    def __init__(self, surface: str, ways: tuple[str, str], command: list[str]):
        self.surface, self.command = surface, command
        self.names = [f"{surface}, {way}" for way in ways]
        self.child = subprocess.Popen(
            command, cwd=TOP, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def send(self, lines: list[Line]):
        self.child.stdin.write("".join(f"{line.to_json()}\n" for line in lines) + "\n")
        self.child.stdin.flush()

    def receive(self, count: int) -> list[list[str]]:
        found = [self.child.stdout.readline().split() for _ in range(count)]
        if any(len(it) != 2 for it in found):
            raise RuntimeError(f"{self.surface} ended early")
        return found

    def whole(self, line: Line) -> list[str]:
        """Both answers themselves."""
        command, given = [*self.command, "--whole"], f"{line.to_json()}\n\n"
        run = subprocess.run(command, cwd=TOP, input=given, capture_output=True, encoding="utf-8")
        return run.stdout.splitlines()

    def close(self):
        self.child.stdin.close()
        self.child.wait()


def processes(profile: str) -> list[Process]:
    script = str(HERE / "surface.mjs")
    return [
        Process(RUST, ("text", "typed"), [f"target/{profile}/differential"]),
        Process(NODE, ("text", "objects"), ["node", script, "node"]),
        Process(CHROMIUM, ("text", "objects"), ["node", script, "chromium"]),
    ]


def decided(answer: dict) -> dict:
    """All of an answer but its sentences, as the specification says it."""
    faults = [(it["in"], it["pointer"], it["code"]) for it in answer["faults"]]
    report = answer["report"]
    if report is None:
        return {"faults": faults, "report": None}
    findings = [
        {key: value for key, value in it.items() if key != "message"} for it in report["findings"]
    ]
    return {"faults": faults, "report": {**report, "findings": findings}}


def first_difference(one, other, path: str = "") -> str | None:
    """Where two values part, and what stands there."""
    if one == other:
        return None
    if isinstance(one, dict) and isinstance(other, dict) and list(one) == list(other):
        parts = [(key, one[key], other[key]) for key in one]
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        parts = [(place, *both) for place, both in enumerate(zip(one, other))]
    else:
        return f"{path or '/'}: {one} instead of {other}"
    found = (first_difference(it, its, f"{path}/{key}") for key, it, its in parts)
    # Equal but for the order of keys, which counts.
    return next(filter(None, found), f"{path or '/'}: another order")


class Comparison:
    """Every surface, and what they answer differently."""

    def __init__(self, profile: str):
        self.processes = processes(profile)
        self.planted: str | None = None  # a surface that is given a wrong first line
        self.forget()

    def forget(self):
        """Counts anew."""
        self.compared: Counter[str] = Counter()
        self.faulty = self.at_bound = self.beside = 0

    def given(self, surface: str, lines: list[Line]) -> list[Line]:
        return lines if self.planted != surface else [lines[1], *lines[1:]]

    def differences(self, lines: list[Line]) -> list[tuple[int, str]]:
        """The places of lines and what differs about each."""
        for process in self.processes:
            process.send(self.given(process.surface, lines))
        texts = [
            chanjiao.check_json(it.subject, it.record, it.parameters)
            for it in self.given(TEXT, lines)
        ]
        self.compared[TEXT] += len(lines)
        answers = [json.loads(text) for text in texts]
        found = [*self.objects(lines, texts), *self.specified(lines, answers)]
        found += self.tables(lines, texts, answers)
        for process in self.processes:
            for place, hashes in enumerate(process.receive(len(lines))):
                for name, answer in zip(process.names, hashes):
                    if answer == "-" and left_out(name, lines[place], answers[place]):
                        continue
                    self.compared[name] += 1
                    if answer != hashed(texts[place]):
                        found.append((place, f"{name}: another answer"))
        self.count(answers)
        return found

    def objects(self, lines: list[Line], texts: list[str]):
        for place, line in enumerate(self.given(OBJECTS, lines)):
            if not line.plain:
                continue
            self.compared[OBJECTS] += 1
            overrides = None if line.parameters is None else json.loads(line.parameters)
            answer = chanjiao.check(line.subject, json.loads(line.record), overrides).to_json()
            if answer != texts[place]:
                yield place, f"{OBJECTS}: {answer}"

    def specified(self, lines: list[Line], answers: list[dict]):
        for place, line in enumerate(self.given(SPECIFICATION, lines)):
            self.compared[SPECIFICATION] += 1
            answer = spec.answer(line.subject, line.record, line.parameters)
            difference = first_difference(decided(answers[place]), answer)
            if difference is not None:
                yield place, f"Rust and the {SPECIFICATION}, {difference}"

    def tables(self, lines: list[Line], texts: list[str], answers: list[dict]):
        compared, found = table_differences(self.given(TABLE, lines), texts, answers)
        self.compared[TABLE] += compared
        return [(place, f"{TABLE}: {difference}") for place, difference in found]

    def count(self, answers: list[dict]):
        """How near the records come to the bounds."""
        for report in (answer["report"] for answer in answers):
            self.faulty += report is None
            for bound in (
                [it for finding in report["findings"] for it in finding["bounds"]] if report else ()
            ):
                if bound["measured"] is None or bound["required"] is None:
                    continue
                unit = 2 if bound["unit"] == "yuan" else 0
                gap = (Decimal(bound["measured"]) - Decimal(bound["required"])).scaleb(unit)
                self.at_bound += gap == 0
                self.beside += abs(gap) == 1

    def smallest(self, line: Line) -> Line:
        """The line without whatever it can do without and still be answered differently."""
        try:
            members = reading.parse(line.record)
        except ValueError:
            return line
        if not isinstance(members, reading.Pairs):
            return line
        for member in list(members):
            fewer = reading.Pairs(it for it in members if it is not member)
            smaller = replace(line, record=written(fewer))
            if self.differences([smaller]):
                line, members = smaller, fewer
        return line

    def show(self, line: Line, difference: str):
        smallest = self.smallest(line)
        again = [it for _, it in self.differences([smallest])]
        print(f"\n{line.subject} {line.number}: {difference}\n  {line.record}\n  {line.parameters}")
        print(f"  smallest: {smallest.record}\n  {again}")
        print(f"  {chanjiao.check_json(line.subject, smallest.record, line.parameters)}")
        for process in self.processes:
            if any(name in it for it in again for name in process.names):
                print("\n".join(f"  {process.surface}: {it}" for it in process.whole(smallest)))

    def close(self):
        for process in self.processes:
            process.close()


def left_out(name: str, line: Line, answer: dict) -> bool:
    """Typed records have no faults; objects have no spelling."""
    return answer["report"] is None if name == f"{RUST}, typed" else not line.plain


def written(value) -> str:
    """JSON text of what was parsed, each number as it was spelt."""
    if isinstance(value, reading.Number):
        return str(value)
    if isinstance(value, reading.Pairs):
        return "{" + ",".join(f"{json.dumps(key)}:{written(it)}" for key, it in value) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(written, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


@cache
def surfaces(profile: str) -> Comparison:
    """One set of surfaces a process; they end when it does."""
    return Comparison(profile)


def compare(subject: str, seed: str, first: int, count: int, profile: str) -> dict:
    """Compares the records of one subject."""
    generator, comparison = Generator(subject, seed), surfaces(profile)
    comparison.forget()
    start, differing, shown = time.monotonic(), 0, []
    for number in range(first, first + count, CHUNK):
        lines = [generator.line(it) for it in range(number, min(number + CHUNK, first + count))]
        found = comparison.differences(lines)
        differing += len(found)
        by_place = dict(reversed(found))
        some = sorted(by_place.items())[: SHOWN - len(shown)]
        shown += [(lines[place], difference) for place, difference in some]
    compared = dict(comparison.compared)
    near = comparison.faulty, comparison.at_bound, comparison.beside
    for line, difference in shown:
        comparison.show(line, difference)
    seconds = time.monotonic() - start
    print(f"{subject}: {count} records, {differing} differences, {seconds:.0f} s", flush=True)
    return dict(subject=subject, records=count, near=near, compared=compared, differing=differing)


def can_fail(profile: str) -> int:
    """Gives each surface in turn the wrong record; every one must be caught."""
    lines = [it for it in map(Generator("internship", "planted").line, range(200)) if it.plain]
    sound = [it for it in lines if row(it) and not spec.answer(it.subject, it.record)["faults"]]
    plain = [it for it in sound if it.parameters is None][:2]
    comparison = Comparison(profile)
    assert comparison.differences(plain) == []
    names = (RUST, NODE, CHROMIUM, TEXT, OBJECTS, TABLE, SPECIFICATION)
    for surface in names:
        comparison.planted = surface
        found = comparison.differences(plain)
        if not found or {place for place, _ in found} != {0}:
            sys.exit(f"a wrong record for {surface} was not caught, but {found}")
        # All others differ from the text in Python, where that is wrong.
        if surface != TEXT and not all(surface in it for _, it in found):
            sys.exit(f"a wrong record for {surface} was taken for {found}")
    comparison.close()
    return len(names)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=300, help="records of each subject")
    options.add_argument("--first", type=int, default=0, help="the number of the first one")
    options.add_argument("--seed", default="82")
    options.add_argument("--subject", action="append", help="only these")
    options.add_argument("--jobs", type=int, default=1, help="subjects at a time")
    options.add_argument("--spark", action="store_true", help="a sample through Spark, too")
    options.add_argument("--release", action="store_true", help="how the Rust surface is built")
    options.add_argument(
        "--report", type=Path, default=TOP / "target/reliability/differential.json"
    )
    given = options.parse_args()
    subjects = given.subject or list(SUBJECTS)
    profile = "release" if given.release else "debug"

    start = time.monotonic()
    planted = can_fail(profile)
    # Not forked: the libraries have threads.
    with ProcessPoolExecutor(given.jobs, get_context("spawn")) as pool:
        asked = (given.seed, given.first, given.count, profile)
        results = [it.result() for it in [pool.submit(compare, it, *asked) for it in subjects]]
    sampled = 0
    sample = min(SAMPLE, given.count)
    for subject, rows, same in on_spark(subjects, given.seed, sample) if given.spark else ():
        sampled += rows
        if not same:
            print(f"{subject}: Spark says something else than one machine")
            results.append(
                dict(subject=subject, records=0, near=(0, 0, 0), compared={}, differing=1)
            )
    compared = sum((Counter(it["compared"]) for it in results), Counter(Spark=sampled))
    differing = sum(it["differing"] for it in results)
    seconds = time.monotonic() - start
    print(f"{sum(compared.values())} answers compared in {seconds:.0f} s, {differing} differences")
    print("\n".join(f"  {name}: {count}" for name, count in compared.items()))
    report(given, results, compared, planted, seconds)
    sys.exit(differing != 0)


def report(given, results: list[dict], compared: Counter, planted: int, seconds: float):
    """Writes the figures for the page on reliability."""
    rows = [
        [it["subject"], it["records"], *it["near"], sum(it["compared"].values()), it["differing"]]
        for it in results
    ]
    total = ["all", *(sum(column) for column in list(zip(*rows))[1:])]
    commit = ["git", "rev-parse", "--short", "HEAD"]
    by_surface = ", ".join(f"{name} {count}" for name, count in compared.items())
    found = {
        "part": "differential",
        "date": date.today().isoformat(),
        "commit": subprocess.check_output(commit, cwd=TOP, text=True).strip(),
        "command": " ".join(["tests/differential/run", *sys.argv[1:]]),
        "columns": [
            "subject",
            "records",
            "with faults",
            "limbs at their bound",
            "one unit beside it",
            "answers compared",
            "differences",
        ],
        "rows": [*rows, total],
        "notes": [
            f"Answers compared: {by_surface}.",
            "Text is compared to the byte; a table by its verdicts, gaps, conclusions and faults,"
            " and each row's answer to the byte; the specification in all but the sentences.",
            f"Before, each of {planted} surfaces was given a wrong record, which was caught.",
            f"{seconds:.0f} s, {given.jobs} subjects at a time.",
        ],
    }
    given.report.parent.mkdir(parents=True, exist_ok=True)
    given.report.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
