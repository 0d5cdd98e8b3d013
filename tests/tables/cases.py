"""Runs the cases of a JSON file against the command line.

An alternative in `accept` holds if all that it names holds:

judged    {row: {rule: verdict, or {"verdict": …, "measured": …}}}: these rows are judged, with these findings
exact     no other rows are judged
faulty    [row]: these rows have faults
explained [[row, rule]]: the reason given for these was taken
refused   exit code 2, and no row is judged
says      one of these words stands in standard error or in a fault
silent    standard error is empty, but for columns that are not used
exit      the exit code is one of these
files     {name: {…}}: what the files of a `command` hold: "starts" (hex), "has", "is" (text), "head" (a pattern of
          the first line), "absent"
"""

import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path


class Run:
    """What the command line made of the inputs of a case."""

    def __init__(self, case, folder, tool):
        self.files, self.rows, self.faults = {}, {}, {}
        if "command" in case:
            with tempfile.TemporaryDirectory() as here:
                for name in case["inputs"]:
                    shutil.copy(folder / name, here)
                done = subprocess.run(["bash", "-c", case["command"]], cwd=here, capture_output=True,
                                      timeout=120, env={**os.environ, "TOOL": str(tool)})
                self.files = {it.name: it.read_bytes() for it in Path(here).iterdir()}
            said = done.stdout[:4000].decode("utf-8", "replace")
        else:
            inputs = [str(folder / name) for name in case["inputs"]]
            command = [tool, "check", "-s", case["subject"], "-f", "ndjson", *case.get("args", []), *inputs]
            done = subprocess.run(command, capture_output=True, timeout=120)
            said = ""
            for line in done.stdout.decode().splitlines():
                answer = json.loads(line)
                if answer.get("report"):
                    self.rows[answer["row"]] = {it["rule"]: it for it in answer["report"]["findings"]}
                else:
                    self.faults[answer["row"]] = answer["faults"]
        self.code, self.err = done.returncode, done.stderr.decode()
        self.said = self.err + json.dumps(self.faults, ensure_ascii=False) + said


def misses(accept, run):
    """What does not hold of an alternative."""
    bad = []
    for row, rules in accept.get("judged", {}).items():
        found = run.rows.get(int(row))
        if found is None:
            bad.append(f"row {row} is not judged")
            continue
        for rule, expected in rules.items():
            if isinstance(expected, str):
                expected = {"verdict": expected}
            finding = found[rule]
            measured = [it.get("measured") for it in finding["bounds"]]
            if expected.get("verdict", finding["verdict"]) != finding["verdict"]:
                bad.append(f"row {row}, {rule}: {finding['verdict']}")
            if "measured" in expected and expected["measured"] not in measured:
                bad.append(f"row {row}, {rule}: measured {measured}")
    if accept.get("exact") and set(run.rows) != {int(row) for row in accept["judged"]}:
        bad.append(f"rows {sorted(run.rows)} are judged")
    bad += [f"row {row} has no fault" for row in accept.get("faulty", []) if row not in run.faults]
    for row, rule in accept.get("explained", []):
        if not run.rows.get(row, {}).get(rule, {}).get("explained"):
            bad.append(f"row {row}, {rule}: not explained")
    if accept.get("refused") and (run.code != 2 or run.rows):
        bad.append(f"exit code {run.code}, rows {sorted(run.rows)} are judged")
    if "says" in accept and not any(word in run.said for word in accept["says"]):
        bad.append(f"says none of {accept['says']}")
    if accept.get("silent") and any("未使用的列" not in line for line in run.err.splitlines()):
        bad.append("standard error is not empty")
    if "exit" in accept and run.code not in accept["exit"]:
        bad.append(f"exit code {run.code}")
    for name, expected in accept.get("files", {}).items():
        bad += of_file(name, expected, run.files.get(name))
    return bad


def of_file(name, expected, content):
    """What does not hold of a file."""
    if expected.get("absent") or content is None:
        return [] if expected.get("absent", False) == (content is None) else [f"{name} is or is not there"]
    text = content.decode("utf-8-sig", "replace")
    first = text.split("\n")[0] + "\n"
    holds = {
        "starts": lambda it: content.startswith(bytes.fromhex(it)),
        "has": lambda it: it in text,
        "is": lambda it: text == it,
        "head": lambda it: re.search(it, first),
    }
    return [f"{name}: {key} {it}" for key, it in expected.items() if not holds[key](it)]


def check(path, folder, tool):
    """Runs all cases of a file; returns how many there are, and what failed."""
    cases, failed = json.loads(path.read_text()), []
    for case in cases:
        run = Run(case, folder, tool)
        tries = [misses(it, run) for it in case["accept"]]
        if all(tries):
            failed.append(f"{case['what']}: {' | '.join(', '.join(it) for it in tries)}")
    return len(cases), failed
