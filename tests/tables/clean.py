"""Clean records at random, and the answers to them."""

import json
import subprocess
from datetime import date, timedelta
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
# Subjects whose records have names, by which they are found again. Those with amounts come more often.
NAMED = ["enterprise", "enterprise", "enterprise", "funding_standard", "teacher", "teacher_training", "programme",
         "school", "enrolment", "person", "practice_base"]
STEMS = "甲乙丙丁戊己庚辛壬癸"
ENDINGS = {"企业名称": "公司", "学校名称": "学校", "地区": "县", "姓名": "某", "专业名称": "专业", "基地名称": "基地"}


class Subject:
    """A subject, with what a table can hold of it."""

    def __init__(self, description):
        self.name = description["subject"]
        self.facts = {it["fact"][1:]: it for it in description["facts"]}
        self.key = next(key for key, it in self.facts.items() if it["type"] == "text")


def subjects():
    all = json.loads((TOP / "schemas/subjects.json").read_text())
    return {it["subject"]: Subject(it) for it in all if it["subject"] in NAMED}


def value(fact, rng):
    day = lambda: (date(2016, 1, 1) + timedelta(rng.randrange(3200))).isoformat()
    match fact["type"]:
        case "flag":
            return rng.random() < 0.6
        case "choice":
            return rng.choice(fact["choices"])["value"]
        case "count":
            return rng.choice([rng.randrange(10), rng.randrange(300), rng.randrange(5000)])
        case "money":
            digits = rng.randrange(1, 11)
            return f"{rng.randrange(10 ** digits)}.{rng.choice(['00', '50', '25', '08'])}"
        case "year":
            return rng.randrange(2019, 2025)
        case "date":
            return day()
        case "dates":
            return sorted({day(), day()})
        case "periods":
            start = date(2022, rng.randrange(1, 12), 1)
            end = start + timedelta(rng.randrange(10, 90))
            return [{"start": start.isoformat(), "end": end.isoformat(), "in_enterprise": rng.random() < 0.8}]


def records(subject, rng, count):
    """Records with different names. Not all facts are known, but most."""
    kept = [key for key in subject.facts if key != subject.key]
    kept = rng.sample(kept, min(len(kept), rng.randrange(3, 9)))
    # Those that amounts are compared with.
    needed = [key for key, it in subject.facts.items() if it["required"]]
    kept += [key for key in subject.facts if key in ("employed_persons", "sales_revenue_yuan", *needed) and key not in kept]
    kept.sort(key=list(subject.facts).index)
    ending = ENDINGS.get(subject.facts[subject.key]["label"]["zh"], "项目")
    names = rng.sample([f"示例{a}{b}{ending}" for a in STEMS for b in STEMS], count)
    made = []
    for name in names:
        record = {subject.key: name}
        record |= {key: value(subject.facts[key], rng) for key in kept
                   if key in needed or rng.random() < 0.9}
        # A row that has nothing but a name is no record.
        record |= {kept[0]: value(subject.facts[kept[0]], rng)} if len(record) == 1 else {}
        made.append(record)
    return kept, made


def answers(tool, subject, made):
    """What is said of each record."""
    text = "".join(json.dumps(it, ensure_ascii=False) + "\n" for it in made)
    command = [tool, "check", "-s", subject.name, "-f", "ndjson", "--input", "ndjson", "-"]
    done = subprocess.run(command, input=text.encode(), capture_output=True)
    return [json.loads(it) for it in done.stdout.decode().splitlines()]


def without_faults(tool, subject, made):
    """Takes facts out that contradict others."""
    for _ in range(6):
        lines = answers(tool, subject, made)
        if not any(it["faults"] for it in lines):
            return all(1 < len(it) for it in made)
        for record, line in zip(made, lines, strict=True):
            for fault in line["faults"]:
                record.pop(fault["pointer"].split("/")[1], None)
    raise SystemExit(f"no clean records: {lines}")
