"""Compares the answers of every surface and of the specification to the same records.

Surfaces that return text must agree byte for byte. Each row of a table must have the same result as
its record. The specification must agree in everything except messages. A record with different
answers is printed, with the smallest record that still has different answers.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from itertools import islice
from multiprocessing import get_context

import chanjiao
import ledger
import spec
from records import SET, Generator, Line
from spec import parsing
from spec.subject import SUBJECTS
from surfaces import CHROMIUM, NODE, RUST, Process, hashed, processes
from tables import on_spark, row, table_differences

CHUNK = 500  # lines sent and hashed at once
PIECE = 10_000  # records of one subject that are compared, and recorded, at a time
SHOWN = 3  # printed differences
SAMPLE = 100  # rows of each subject for Spark

TEXT, OBJECTS, TABLE = "Python, text", "Python, objects", "Python, table"
SPECIFICATION, SPARK = "specification", "Spark"


def first_difference(one, other, path: str = "") -> str | None:
    """The first path at which two values differ, and both values."""
    if one == other:
        return None
    if isinstance(one, dict) and isinstance(other, dict) and list(one) == list(other):
        parts = [(key, one[key], other[key]) for key in one]
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        parts = [(place, *both) for place, both in enumerate(zip(one, other))]
    else:
        return f"{path or '/'}: {one} instead of {other}"
    found = (first_difference(it, its, f"{path}/{key}") for key, it, its in parts)
    # Equal except for the order of keys, which matters.
    return next(filter(None, found), f"{path or '/'}: different order")


class Comparison:
    """Compares all surfaces."""

    def __init__(self, profile: str):
        self.processes = processes(profile)
        self.planted: str | None = None  # a surface that gets a wrong first line
        self.reset()

    def reset(self):
        """Resets the counts."""
        self.compared: Counter[str] = Counter()
        self.faulty = self.at_bound = self.beside_bound = 0

    def given(self, surface: str, lines: list[Line]) -> list[Line]:
        return lines if self.planted != surface else [lines[1], *lines[1:]]

    def differences(self, lines: list[Line]) -> list[tuple[int, str]]:
        """The indices of lines with differences, and the differences."""
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
            found += self.processed(process, lines, texts, answers)
        self.count(answers)
        return found

    def processed(self, process: Process, lines: list[Line], texts: list[str], answers: list[dict]):
        """Differences of a process. If the hashes of a chunk differ, each line is sent again."""
        expected = [
            process.expected(line, text, answer["report"] is None)
            for line, text, answer in zip(lines, texts, answers)
        ]
        for name, way in zip(process.names, zip(*expected)):
            self.compared[name] += len(way) - way.count("-")
        if process.receive() == [hashed(way) for way in zip(*expected)]:
            return
        for place, line in enumerate(self.given(process.surface, lines)):
            for name, one, found in zip(process.names, expected[place], process.hashes(line)):
                if found != hashed([one]):
                    yield place, f"{name}: different answer"

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
            difference = first_difference(spec.without_messages(answers[place]), answer)
            if difference is not None:
                yield place, f"Rust and the {SPECIFICATION}, {difference}"

    def tables(self, lines: list[Line], texts: list[str], answers: list[dict]):
        compared, found = table_differences(self.given(TABLE, lines), texts, answers)
        self.compared[TABLE] += compared
        return [(place, f"{TABLE}: {difference}") for place, difference in found]

    def count(self, answers: list[dict]):
        """Counts records with faults, and values at or next to their bounds."""
        for report in (answer["report"] for answer in answers):
            self.faulty += report is None
            for bound in (
                [it for finding in report["findings"] for it in finding["bounds"]] if report else ()
            ):
                if bound["measured"] is None or bound["required"] is None:
                    continue
                measured, required = (  # in units, or fen
                    int(bound[it].replace(".", "")) for it in ("measured", "required")
                )
                self.at_bound += measured == required
                self.beside_bound += abs(measured - required) == 1

    def smallest(self, line: Line) -> Line:
        """Removes members as long as the answers still differ."""
        try:
            members = parsing.parse(line.record)
        except ValueError:
            return line
        if not isinstance(members, parsing.Pairs):
            return line
        for member in list(members):
            fewer = parsing.Pairs(it for it in members if it is not member)
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


def written(value) -> str:
    """Parsed JSON as text, with the original spelling of numbers."""
    if isinstance(value, parsing.Number):
        return str(value)
    if isinstance(value, parsing.Pairs):
        return "{" + ",".join(f"{json.dumps(key)}:{written(it)}" for key, it in value) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(written, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


@cache
def surfaces(profile: str) -> Comparison:
    """One set of surfaces per process, which ends with it."""
    gc.disable()  # there are no reference cycles, and collection is slow with many objects
    return Comparison(profile)


def fresh(lines: Iterator[Line], seen: set[bytes]) -> Iterator[Line]:
    """The lines with a new record. An equal record need not be compared twice."""
    for line in lines:
        key = hashlib.sha256(f"{line.parameters}\n{line.record}".encode()).digest()
        if key not in seen:
            seen.add(key)
            yield line


def compare(subject: str, seed: str, first: int, count: int, profile: str) -> dict:
    """Compares the records of one subject."""
    generator, comparison = Generator(subject, seed), surfaces(profile)
    comparison.reset()
    start, differing, shown = time.monotonic(), 0, []
    seen: set[bytes] = set()
    left = fresh(map(generator.line, range(first, first + count)), seen)
    while lines := list(islice(left, CHUNK)):
        found = comparison.differences(lines)
        differing += len(found)
        by_place = dict(reversed(found))
        some = sorted(by_place.items())[: SHOWN - len(shown)]
        shown += [(lines[place], difference) for place, difference in some]
    done = dict(subject=subject, seed=seed, first=first, drawn=count, distinct=len(seen))
    for name in ("faulty", "at_bound", "beside_bound"):
        done[name] = getattr(comparison, name)
    done |= dict(compared=dict(comparison.compared), differing=differing)
    for line, difference in shown:
        comparison.show(line, difference)
    seconds = round(time.monotonic() - start)
    print(f"{subject} from {first}: {count} records, {differing} differences, {seconds} s", flush=True)
    return done | dict(seconds=seconds)


def can_fail(profile: str) -> int:
    """Gives each surface in turn a wrong record, which must be detected."""
    lines = [it for it in map(Generator("internship", "planted").line, range(200)) if it.plain]
    valid = [it for it in lines if row(it) and not spec.answer(it.subject, it.record)["faults"]]
    plain = [it for it in valid if it.parameters is None][:2]
    comparison = Comparison(profile)
    assert comparison.differences(plain) == []
    names = (RUST, NODE, CHROMIUM, TEXT, OBJECTS, TABLE, SPECIFICATION)
    for surface in names:
        comparison.planted = surface
        found = comparison.differences(plain)
        if not found or {place for place, _ in found} != {0}:
            sys.exit(f"a wrong record for {surface} was not detected: {found}")
        # If the text in Python is wrong, all others differ from it.
        if surface != TEXT and not all(surface in it for _, it in found):
            sys.exit(f"a wrong record for {surface} was attributed to {found}")
    comparison.close()
    return len(names)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=300, help="records of each subject")
    options.add_argument("--first", type=int, help="number of the first record")
    options.add_argument("--seed", default="82")
    options.add_argument("--subject", action="append", help="only this subject (repeatable)")
    options.add_argument("--jobs", type=int, default=1, help="parallel jobs")
    options.add_argument("--spark", action="store_true", help="also check a sample with Spark")
    options.add_argument("--release", action="store_true", help="a release build of Rust")
    options.add_argument(
        "--keep", action="store_true", help="record the results, and skip recorded pieces"
    )
    given = options.parse_args()
    profile = "release" if given.release else "debug"
    subjects = given.subject or list(SUBJECTS)
    if given.first is None:  # a few records would all be of the first set, which has no parameters
        given.first = 0 if SET < given.count else SET - given.count // 3
    end = given.first + given.count
    pieces = [
        (subject, given.seed, first, min(PIECE, end - first))
        for first in range(given.first, end, PIECE)
        for subject in subjects
    ]
    if given.keep:
        pieces = [it for it in pieces if not ledger.has(*it)]

    start, commit = time.monotonic(), ledger.commit()
    planted = can_fail(profile)
    results = []
    # Spawned, not forked, because the libraries have threads.
    with ProcessPoolExecutor(given.jobs, get_context("spawn")) as pool:
        for running in [pool.submit(compare, *it, profile) for it in pieces]:
            results.append(running.result())
            if given.keep:
                ledger.keep(results[-1], planted=planted, commit=commit)
    sample = min(SAMPLE, given.count)
    for subject, rows, differing in on_spark(subjects, given.seed, sample) if given.spark else ():
        results.append(dict(subject=subject, compared={SPARK: rows}, differing=differing))
        if differing:
            print(f"{subject}: Spark differs from one machine")
        if given.keep:
            ledger.keep_sample(results[-1], given.seed, commit=commit)
    compared = sum((Counter(it["compared"]) for it in results), Counter())
    differing = sum(it["differing"] for it in results)
    seconds = time.monotonic() - start
    print(f"{compared.total()} answers compared in {seconds:.0f} s, {differing} differences")
    print("\n".join(f"  {name}: {count}" for name, count in compared.items()))
    sys.exit(differing != 0)


if __name__ == "__main__":
    main()
