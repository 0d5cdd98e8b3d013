"""Reports without messages: findings in the order of the policy, and the conclusion."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from . import cooperation, enterprise, government, schools, teachers  # noqa: F401, for SUBJECTS
from .parameters import READINGS, Numbers, written
from .parsing import LAST_YEAR
from .subject import DIRECTIVE, IN_PRINCIPLE, MANDATORY, OBLIGATION, SUBJECTS, Record, Rule
from .truth import (
    MET, NOT_APPLICABLE, PENDING, SILENT, UNDETERMINED, UNMET, Bound, Outcome, needed,
)  # fmt: skip

DOCUMENT = "湘政办发〔2018〕82号"

# The version and digest of the rules, copied from the catalogue.
CATALOGUE = Path(__file__).resolve().parents[2] / "schemas/rules.json"
RULESET = json.loads(CATALOGUE.read_text("utf-8"))["ruleset"]

# The annex: the units responsible for an article. Articles 1 and 29 have no row.
EDUCATION, REFORM = "省教育厅", "省发展改革委"
LABOUR, INDUSTRY, ASSETS = "省人力资源社会保障厅", "省工业和信息化厅", "省国资委"
FINANCE, SCIENCE, CITIES = "省财政厅", "省科技厅", "各市州人民政府"
OTHERS = "会同有关部门"
OTHERS_19 = "会同有关部门和行业协会、省农业农村厅"
ROW_19 = (REFORM, INDUSTRY, EDUCATION, LABOUR, "省民政厅", CITIES, OTHERS_19)
ANNEX = {
    2: (REFORM, CITIES, OTHERS),
    3: (EDUCATION, REFORM, OTHERS),
    4: (EDUCATION, OTHERS),
    5: (EDUCATION, REFORM, ASSETS, INDUSTRY, LABOUR, CITIES, OTHERS),
    6: (EDUCATION, LABOUR, INDUSTRY, ASSETS, OTHERS),
    7: (EDUCATION, REFORM, INDUSTRY, ASSETS, FINANCE, LABOUR, CITIES, OTHERS),
    8: (EDUCATION, FINANCE, LABOUR, "省应急管理厅", "湖南银保监局", CITIES),
    9: (EDUCATION, LABOUR, CITIES, OTHERS),
    10: (REFORM, EDUCATION, SCIENCE, ASSETS, FINANCE, OTHERS),
    11: ("省总工会", LABOUR, CITIES, OTHERS),
    12: (ASSETS, INDUSTRY, EDUCATION),
    13: (EDUCATION, LABOUR, CITIES, OTHERS),
    14: (EDUCATION, REFORM, LABOUR, INDUSTRY, ASSETS),
    15: (EDUCATION, LABOUR, INDUSTRY, ASSETS, CITIES, OTHERS),
    16: (EDUCATION, LABOUR, INDUSTRY, ASSETS, OTHERS),
    17: (EDUCATION, LABOUR, OTHERS),
    18: (EDUCATION, LABOUR, CITIES, OTHERS),
    19: (EDUCATION, LABOUR, OTHERS),
    20: ROW_19,
    21: ROW_19,
    22: ROW_19,
    23: ROW_19,
    24: (REFORM, EDUCATION, LABOUR, FINANCE, INDUSTRY, CITIES, OTHERS),
    25: (REFORM, EDUCATION, LABOUR, FINANCE, INDUSTRY, ASSETS, CITIES, OTHERS),
    26: (FINANCE, "省税务局", "省自然资源厅", REFORM, CITIES),
    27: (EDUCATION, LABOUR, "省商务厅", "省委外事办", OTHERS),
    28: (REFORM, EDUCATION, LABOUR, CITIES, OTHERS),
}


def report(subject_name: str, facts: dict, explanations: dict, overrides: dict) -> dict:
    """The report on valid facts."""
    subject, numbers = SUBJECTS[subject_name], Numbers(overrides)
    record, time = Record(subject.facts, facts), out_of_time(facts, numbers)
    judged = [judge(rule, record, numbers, time, rule.id in explanations) for rule in subject.rules]
    order = {f"/{name}": place for place, name in enumerate(subject.facts)}
    found = conclusion(judged)
    others = {it: conclusion(judged, it) for it in contested_readings(judged)}
    return {
        "subject": subject_name,
        "conclusion": found,
        "contested": [
            {"parameter": name, "choice": choice, "conclusion": other}
            for (name, choice), other in others.items()
            if other != found
        ],
        "ruleset": {**RULESET, "overridden": numbers.overridden()},
        "findings": [finding(it, numbers, order) for it in judged],
    }


YEARS, DAYS = {"year"}, {"as_of", "start", "starts_on"}
TIMES = YEARS | DAYS


def out_of_time(facts: dict, numbers: Numbers) -> str | None:
    """The reason why the policy does not apply to the time of the record. A record without a year
    or day is taken to lie in its time."""
    first, last = numbers.policy_applies_from, numbers.policy_applies_to
    for name in TIMES & facts.keys():
        time, year = facts[name], name in YEARS
        if time and time < (first.year if year else first):
            return "before_policy"
        if time and last and (last.year if year else last) < time:
            return "after_policy"
    return None


@dataclass
class Judged:
    """A rule judged on a record."""

    rule: Rule
    outcome: Outcome
    verdict: str
    force: str
    reason: str
    has_explanation: bool
    # Each single change of a reading that changes the verdict or the force, and both.
    others: dict[tuple[str, str], tuple[str, str]]


def judge(
    rule: Rule, record: Record, numbers: Numbers, time: str | None, has_explanation: bool
) -> Judged:
    def judged(numbers: Numbers, time: str | None):
        outcome = rule.judge(record, numbers)
        decided = NOT_APPLICABLE if time else verdict(outcome)
        return outcome, (decided, rule.force_under(numbers))

    numbers.read.clear()
    outcome, found = judged(numbers, time)
    # A reading that was not read changes nothing, nor does any out of the policy's time.
    read = set() if time else {*numbers.read, rule.force}
    others = {
        (name, choice): other
        for name in READINGS
        if name in read
        for choice in READINGS[name]
        if choice != numbers.values[name]
        if (other := judged(numbers.but(name, choice), time)[1]) != found
    }
    return Judged(rule, outcome, *found, time or reason(outcome), has_explanation, others)


def contested_readings(judged: list[Judged]) -> list[tuple[str, str]]:
    """The single changes of a reading that change something, in the order of the table."""
    found = {it for one in judged for it in one.others}
    return [it for it in CHOICES if it in found]


CHOICES = [(name, choice) for name, choices in READINGS.items() for choice in choices]


def verdict(outcome: Outcome) -> str:
    """A share of nothing is not required, whether or not the rule applies."""
    if outcome.verdict == NOT_APPLICABLE or outcome.applies.value is False:
        return NOT_APPLICABLE
    return outcome.verdict if outcome.applies.value else UNDETERMINED


def reason(outcome: Outcome) -> str:
    """Why the verdict is what it is."""
    match verdict(outcome):
        case "not_applicable":
            return "out_of_scope" if outcome.applies.value is False else "share_of_nothing"
        case "pending":
            return "period_runs"
        case "undetermined":
            if outcome.applies == SILENT:
                return "text_silent"  # on the kind of school
            return "missing" if missing(outcome) else "parameter_open"
    return "figures" if outcome.figures else "fact"


def missing(outcome: Outcome) -> frozenset[str]:
    """The facts that would decide an undetermined verdict. If the text is silent, none would."""
    if verdict(outcome) != UNDETERMINED or outcome.applies == SILENT:
        return frozenset()
    holds = outcome.needs if outcome.verdict == UNDETERMINED else frozenset()
    return needed([outcome.applies]) | holds


def last_day(outcome: Outcome) -> str | None:
    """The last day of a running period, unless it lies beyond the last year of dates."""
    return outcome.until.isoformat() if outcome.until.year <= LAST_YEAR else None


def finding(judged: Judged, numbers: Numbers, order: dict[str, int]) -> dict:
    rule, outcome, found = judged.rule, judged.outcome, judged.verdict

    def place(pointer: str):
        first, *rest = pointer.removeprefix("/").split("/")
        return order[f"/{first}"], [int(it) if it.isdigit() else it for it in rest]

    return {
        "rule": rule.id,
        "verdict": found,
        "reason": judged.reason,
        "until": last_day(outcome) if found == PENDING else None,
        "kind": rule.kind,
        "force": judged.force,
        "statement": rule.statement,
        "citation": citation(rule),
        "facts": rule.facts(numbers),
        "missing": sorted(missing(outcome), key=place) if found == UNDETERMINED else [],
        "bounds": [measurement(bound, found) for bound in outcome.bounds],
        "explained": judged.has_explanation and found == UNMET,
        "contested": [
            {"parameter": name, "choice": choice, "verdict": other}
            for (name, choice), (other, _) in judged.others.items()
            if other != found
        ],
    }


def citation(rule: Rule) -> dict:
    article, sentence, _ = rule.place
    return {
        "document": DOCUMENT,
        "article": article,
        "sentence": sentence,
        "phrase": rule.phrase,
        "units": list(ANNEX.get(article, ())),
        "annex": rule.annex and vars(rule.annex),
    }


def measurement(bound: Bound, verdict: str) -> dict:
    """One bound: measured, required, and the shortfall or excess."""
    found = NOT_APPLICABLE if verdict == NOT_APPLICABLE else bound.verdict
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
    if number is None:
        return None
    return written(number, "money") if unit == "yuan" else str(number)


def conclusion(judged: list[Judged], reading: tuple[str, str] | None = None) -> str:
    """The first that applies, also with one other reading. Only mandatory, in-principle and
    directive obligations count."""
    found = set()
    for it in judged:
        verdict, force = it.others.get(reading, (it.verdict, it.force))
        if it.rule.kind == OBLIGATION and force in (MANDATORY, IN_PRINCIPLE, DIRECTIVE):
            explained = verdict == UNMET and it.has_explanation
            found.add(("explained" if explained else verdict, force))
    verdicts = {verdict for verdict, _ in found}
    if (UNMET, MANDATORY) in found:
        return "non_compliant"
    if UNDETERMINED in verdicts:
        return "incomplete"
    if (UNMET, DIRECTIVE) in found:
        return "not_implemented"
    if UNMET in verdicts:
        return "explanation_due"
    if "explained" in verdicts:
        return "explained"
    if PENDING in verdicts:
        return "not_yet_due"
    return "compliant" if MET in verdicts else "not_assessed"
