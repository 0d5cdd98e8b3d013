"""An executable specification of the policy 湘政办发〔2018〕82号.

It was written from the text of the policy and the data dictionary, without the Rust code, so that
`tests/differential` can compare two independent implementations. It is short rather than fast and
uses only the standard library: dates are `datetime.date`, shares are `Fraction`, money is an
integer number of fen. It is not part of any package.

Read it next to the policy, in this order:

- `truth.py`: known and unknown facts, three-valued logic, bounds;
- `days.py`: months, blocks of days, and runs of blocks;
- `parameters.py`: the numbers of the policy, and the readings of its text;
- `enterprise.py`, `schools.py`, `teachers.py`, `cooperation.py`, `government.py`: the rules, each
  with its statement and operative phrase;
- `parsing.py`: valid records, and the faults of invalid ones;
- `report.py`: findings, the conclusion, and what would be judged differently under other readings.

`compare_vectors.py` compares it with the core over the test vectors.
"""

from __future__ import annotations

from . import parsing
from .report import report


def answer(subject: str, record: str, parameters: str | None = None) -> dict:
    """An answer without its messages: the faults, or the report."""
    facts, explanations, faults = parsing.record(subject, record)
    overrides, more = parsing.parameters(parameters)
    found = [("record", *fault) for fault in faults] + [("parameters", *fault) for fault in more]
    if found:
        return {"faults": found, "report": None}
    return {"faults": [], "report": report(subject, facts, explanations, overrides)}


def without_messages(answer: dict) -> dict:
    """The parts of an answer of the core that the specification has, too."""
    faults = [(it["in"], it["pointer"], it["code"]) for it in answer["faults"]]
    report = answer["report"]
    if report is not None:
        findings = [{key: it[key] for key in it if key != "message"} for it in report["findings"]]
        report = {**report, "findings": findings}
    return {"faults": faults, "report": report}
