"""Reports without messages: findings in the order of the policy, and the conclusion."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

from . import cooperation, enterprise, government, schools, teachers  # noqa: F401, for SUBJECTS
from .parameters import PARAMETERS
from .subject import (
    DEFAULTS, DIRECTIVE, IN_PRINCIPLE, MANDATORY, OBLIGATION, SUBJECTS, Record, Rule,
)  # fmt: skip
from .truth import MET, NOT_APPLICABLE, PENDING, UNDETERMINED, UNMET, Bound, Outcome

DOCUMENT = "湘政办发〔2018〕82号"

# The version and digest of the rules, copied from the catalogue.
CATALOGUE = Path(__file__).resolve().parents[2] / "schemas/rules.json"
RULESET = json.loads(CATALOGUE.read_text("utf-8"))["ruleset"]

# The annex: the units responsible for an article. Articles 1 and 29 have no row.
EDUCATION, REFORM = "省教育厅", "省发展改革委"
LABOUR, INDUSTRY, ASSETS = "省人力资源社会保障厅", "省工业和信息化厅", "省国资委"
FINANCE, SCIENCE, CITIES = "省财政厅", "省科技厅", "各市州人民政府"
ROW_19 = (REFORM, INDUSTRY, EDUCATION, LABOUR, "省民政厅", "行业协会", "省农业农村厅", CITIES)
ANNEX = {
    2: (REFORM, CITIES),
    3: (EDUCATION, REFORM),
    4: (EDUCATION,),
    5: (EDUCATION, REFORM, ASSETS, INDUSTRY, LABOUR, CITIES),
    6: (EDUCATION, LABOUR, INDUSTRY, ASSETS),
    7: (EDUCATION, REFORM, INDUSTRY, ASSETS, FINANCE, LABOUR, CITIES),
    8: (EDUCATION, FINANCE, LABOUR, "省应急管理厅", "湖南银保监局", CITIES),
    9: (EDUCATION, LABOUR, CITIES),
    10: (REFORM, EDUCATION, SCIENCE, ASSETS, FINANCE),
    11: ("省总工会", LABOUR, CITIES),
    12: (ASSETS, INDUSTRY, EDUCATION),
    13: (EDUCATION, LABOUR, CITIES),
    14: (EDUCATION, REFORM, LABOUR, INDUSTRY, ASSETS),
    15: (EDUCATION, LABOUR, INDUSTRY, ASSETS, CITIES),
    16: (EDUCATION, LABOUR, INDUSTRY, ASSETS),
    17: (EDUCATION, LABOUR),
    18: (EDUCATION, LABOUR, CITIES),
    19: (EDUCATION, LABOUR),
    20: ROW_19,
    21: ROW_19,
    22: ROW_19,
    23: ROW_19,
    24: (REFORM, EDUCATION, LABOUR, FINANCE, INDUSTRY, CITIES),
    25: (REFORM, EDUCATION, LABOUR, FINANCE, INDUSTRY, ASSETS, CITIES),
    26: (FINANCE, "省税务局", "省自然资源厅", REFORM, CITIES),
    27: (EDUCATION, LABOUR, "省商务厅", "省委外事办"),
    28: (REFORM, EDUCATION, LABOUR, CITIES),
}


def report(subject_name: str, facts: dict, explanations: dict, overrides: dict) -> dict:
    """The report on valid facts."""
    subject = SUBJECTS[subject_name]
    order = {f"/{name}": place for place, name in enumerate(subject.facts)}
    record = Record(subject.facts, facts)
    numbers = SimpleNamespace(**DEFAULTS | overrides)
    findings = [
        finding(rule, rule.judge(record, numbers), rule.id in explanations, order)
        for rule in subject.rules
    ]
    return {
        "subject": subject_name,
        "conclusion": conclusion(findings),
        "ruleset": {**RULESET, "overridden": [name for name in PARAMETERS if name in overrides]},
        "findings": findings,
    }


def verdict(outcome: Outcome) -> str:
    """A share of zero is not required, whether or not the rule applies."""
    if outcome.verdict == NOT_APPLICABLE or outcome.applies.value is False:
        return NOT_APPLICABLE
    return outcome.verdict if outcome.applies.value else UNDETERMINED


def missing(outcome: Outcome) -> frozenset[str]:
    """The facts that would decide an undetermined verdict."""
    if verdict(outcome) != UNDETERMINED:
        return frozenset()
    undecided = outcome.applies.value is None
    if undecided and not outcome.applies.needs:
        return frozenset()  # the text is silent; no fact decides it
    return outcome.applies.needs | (outcome.needs if outcome.verdict == UNDETERMINED else set())


def finding(rule: Rule, outcome: Outcome, explained: bool, order) -> dict:
    article, sentence, _ = rule.place

    def place(pointer: str):
        first, *rest = pointer.removeprefix("/").split("/")
        return order[f"/{first}"], [int(it) if it.isdigit() else it for it in rest]

    return {
        "rule": rule.id,
        "verdict": verdict(outcome),
        "kind": rule.kind,
        "force": rule.force,
        "statement": rule.statement,
        "citation": {
            "document": DOCUMENT,
            "article": article,
            "sentence": sentence,
            "phrase": rule.phrase,
            "units": list(ANNEX.get(article, ())),
        },
        "facts": list(rule.facts),
        "missing": sorted(missing(outcome), key=place),
        "bounds": [measurement(bound, outcome) for bound in outcome.bounds],
        "explained": explained and verdict(outcome) == UNMET,
    }


def measurement(bound: Bound, outcome: Outcome) -> dict:
    """One bound: measured, required, and the shortfall or excess."""
    found = NOT_APPLICABLE if verdict(outcome) == NOT_APPLICABLE else bound.verdict
    required = bound.required if bound.achievable and found != NOT_APPLICABLE else None
    gap = None
    if found == UNMET and required is not None:
        gap = abs(bound.measured - required)
    return {
        "fact": bound.fact.pointer,
        "measured": text(bound.measured, bound.fact.unit),
        "required": text(required, bound.fact.unit),
        "excess" if bound.at_most else "shortfall": text(gap, bound.fact.unit),
        "unit": bound.fact.unit,
        "verdict": found,
    }


def text(number: int | None, unit: str | None) -> str | None:
    """Money with two decimals, other numbers as integers."""
    if number is None or unit != "yuan":
        return None if number is None else str(number)
    return f"{number // 100}.{number % 100:02}"


def conclusion(findings) -> str:
    """The first that applies. Only mandatory, in-principle and directive obligations count."""
    decide = [
        it
        for it in findings
        if it["kind"] == OBLIGATION and it["force"] in (MANDATORY, IN_PRINCIPLE, DIRECTIVE)
    ]
    verdicts = {it["verdict"] for it in decide}
    if any(it["verdict"] == UNMET and it["force"] == MANDATORY for it in decide):
        return "non_compliant"
    if UNDETERMINED in verdicts:
        return "incomplete"
    if any(it["verdict"] == UNMET and not it["explained"] for it in decide):
        return "explanation_due"
    if not verdicts & {MET, UNMET, PENDING}:
        return "not_assessed"
    return "compliant"
