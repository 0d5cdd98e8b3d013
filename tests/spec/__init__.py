"""The policy 湘政办发〔2018〕82号 a second time: an executable specification.

It was written from the words of the policy and from the data dictionary, without the Rust code, so
that the two can be held against each other (`tests/differential`). It is short rather than fast,
and uses nothing but the standard library: dates are `datetime.date`, shares are `Fraction`, money
is a whole number of fen. Nothing here is part of any package.

Read it beside the policy in this order:

- `truth.py`: what is known, what is not, and what a bound is;
- `days.py`: months and blocks of days;
- `parameters.py`: the numbers of the policy;
- `enterprise.py`, `schools.py`, `teachers.py`, `cooperation.py`, `government.py`: the rules, each
  with its statement and operative phrase;
- `reading.py`: which records are accepted, and what is wrong with the others;
- `report.py`: findings and the conclusion.
"""

from __future__ import annotations

from . import reading
from .report import report


def answer(subject: str, record: str, parameters: str | None = None) -> dict:
    """Everything of an answer but its sentences: the faults, or else the report."""
    facts, explanations, faults = reading.record(subject, record)
    overrides, more = reading.parameters(parameters)
    placed = [("record", *fault) for fault in faults] + [("parameters", *fault) for fault in more]
    if placed:
        return {"faults": placed, "report": None}
    return {"faults": [], "report": report(subject, facts, explanations, overrides)}
