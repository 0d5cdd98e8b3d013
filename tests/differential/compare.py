"""Sends the same records through every surface and the specification, and compares the answers.

Surfaces that give text are to agree to the byte. A table is to say of each row what is said of its
record. The specification is to agree in everything but the sentences. A record that is answered
differently is printed with the smallest one that still is.
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
from records import Generator, Line
from spec import reading
from spec.subject import SUBJECTS
from surfaces import CHROMIUM, NODE, RUST, Process, hashed, processes
from tables import on_spark, row, table_differences

CHUNK = 500  # lines that are sent and hashed at once
PIECE = 10_000  # records of a subject that are compared, and kept, before those of the next
SHOWN = 3  # differing records that are printed
SAMPLE = 100  # rows of each subject for Spark

TEXT, OBJECTS, TABLE = "Python, text", "Python, objects", "Python, table"
SPECIFICATION, SPARK = "specification", "Spark"


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
            found += self.elsewhere(process, lines, texts, answers)
        self.count(answers)
        return found

    def elsewhere(self, process: Process, lines: list[Line], texts: list[str], answers: list[dict]):
        """What the process answers differently: equal hashes say nothing is, else each line is
        sent again."""
        wanted = [
            process.wanted(line, text, answer["report"] is None)
            for line, text, answer in zip(lines, texts, answers)
        ]
        for name, way in zip(process.names, zip(*wanted)):
            self.compared[name] += len(way) - way.count("-")
        if process.receive() == [hashed(way) for way in zip(*wanted)]:
            return
        for place, line in enumerate(self.given(process.surface, lines)):
            for name, one, found in zip(process.names, wanted[place], process.alone(line)):
                if found != hashed([one]):
                    yield place, f"{name}: another answer"

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
                measured, required = (  # in units, or fen
                    int(bound[it].replace(".", "")) for it in ("measured", "required")
                )
                self.at_bound += measured == required
                self.beside += abs(measured - required) == 1

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
    gc.disable()  # nothing here is held by itself, and there is much to look through
    return Comparison(profile)


def fresh(lines: Iterator[Line], seen: set[bytes]) -> Iterator[Line]:
    """The lines that say what none before them does: what was compared stays compared."""
    for line in lines:
        key = hashlib.sha256(f"{line.parameters}\n{line.record}".encode()).digest()
        if key not in seen:
            seen.add(key)
            yield line


def compare(subject: str, seed: str, first: int, count: int, profile: str) -> dict:
    """Compares the records of one subject."""
    generator, comparison = Generator(subject, seed), surfaces(profile)
    comparison.forget()
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
    done |= dict(faulty=comparison.faulty, at_bound=comparison.at_bound, beside=comparison.beside)
    done |= dict(compared=dict(comparison.compared), differing=differing)
    for line, difference in shown:
        comparison.show(line, difference)
    seconds = round(time.monotonic() - start)
    print(f"{subject} from {first}: {count} records, {differing} differences, {seconds} s", flush=True)
    return done | dict(seconds=seconds)


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
        "--keep", action="store_true", help="keep what was found, and leave out what is kept"
    )
    given = options.parse_args()
    profile = "release" if given.release else "debug"
    subjects = given.subject or list(SUBJECTS)
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
    # Not forked: the libraries have threads.
    with ProcessPoolExecutor(given.jobs, get_context("spawn")) as pool:
        for running in [pool.submit(compare, *it, profile) for it in pieces]:
            results.append(running.result())
            if given.keep:
                ledger.keep(results[-1], planted=planted, commit=commit)
    sample = min(SAMPLE, given.count)
    for subject, rows, differing in on_spark(subjects, given.seed, sample) if given.spark else ():
        results.append(dict(subject=subject, compared={SPARK: rows}, differing=differing))
        if differing:
            print(f"{subject}: Spark says something else than one machine")
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
