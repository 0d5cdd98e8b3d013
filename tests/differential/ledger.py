"""Recorded results: one file for each piece of the records of a subject. The page on reliability is
written from them, and an interrupted run continues after its finished pieces."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from datetime import date
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
KEPT = TOP / "target/differential"
PART = TOP / "target/reliability/differential.json"
# The counts of each subject, and their titles on the page.
COUNTED = {
    "drawn": "records drawn",
    "distinct": "compared",
    "faulty": "with faults",
    "at_bound": "values at their bound",
    "beside_bound": "one unit next to it",
}


def file(subject: str, seed: str, first: int, count: int) -> Path:
    return KEPT / f"{subject}.{seed}.{first}.{count}.json"


def has(*asked) -> bool:
    return file(*asked).exists()


def commit() -> str:
    command = ["git", "rev-parse", "--short", "HEAD"]
    return subprocess.check_output(command, cwd=TOP, text=True).strip()


def keep(found: dict, **about):
    """Records the results of one piece and details of the run, and updates the page's part."""
    path = file(found["subject"], found["seed"], found["first"], found["drawn"])
    write(path, found | about | dict(date=date.today().isoformat()))


def keep_sample(found: dict, seed: str, **about):
    write(KEPT / f"{found['subject']}.{seed}.spark.json", found | about)


def write(path: Path, content: dict):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
    summarize()


def summarize():
    """Summarizes all recorded results as a part of the page."""
    files = sorted(KEPT.glob("*.json"), key=lambda it: it.stat().st_mtime)
    kept = [json.loads(it.read_text("utf-8")) for it in files]
    runs = [it for it in kept if "drawn" in it]
    if not runs:
        return
    rows = []
    for subject in sorted({it["subject"] for it in kept}):
        mine = [it for it in kept if it["subject"] == subject]
        counts = [sum(it.get(key, 0) for it in mine) for key in COUNTED]
        answers = sum(sum(it["compared"].values()) for it in mine)
        rows.append([subject, *counts, answers, sum(it["differing"] for it in mine)])
    by_commit: Counter[str] = Counter()
    for it in runs:
        by_commit[it["commit"]] += it["drawn"]
    compared = sum((Counter(it["compared"]) for it in kept), Counter())
    grouped = lambda count: f"{count:,}".replace(",", " ")
    listed = lambda counts: "; ".join(f"{name} {grouped(count)}" for name, count in counts)
    part = {
        "part": "differential",
        "date": runs[-1]["date"],
        "commit": runs[-1]["commit"],
        "command": "tests/differential/run --count 100000 --release --spark --keep",
        "columns": ["subject", *COUNTED.values(), "answers compared", "differences"],
        "rows": [*rows, ["all", *(sum(column) for column in list(zip(*rows))[1:])]],
        "notes": [
            f"Answers compared: {listed(compared.items())}.",
            f"Records by the commit that answered them: {listed(by_commit.items())}.",
            "A record equal to an earlier one of the same piece is not compared again.",
            "Text is compared byte by byte; a table by verdicts, shortfalls, conclusions and"
            " faults, and each row's answer byte by byte; the specification without messages.",
            f"Before each run, each of {runs[-1]['planted']} surfaces got a wrong record, which was"
            " detected.",
            f"{grouped(sum(it['seconds'] for it in runs))} s in total.",
        ],
    }
    PART.parent.mkdir(parents=True, exist_ok=True)
    PART.write_text(json.dumps(part, ensure_ascii=False, indent=1) + "\n", "utf-8")
