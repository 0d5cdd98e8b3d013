"""Executable rules of Hunan Province's 2018 industry-education integration policy (湘政办发〔2018〕82号)."""

from ._chanjiao import (
    DIGEST,
    VERSION as __version__,
    Answer,
    Table,
    TableChanges,
    TableReport,
    check,
    check_json,
    keywords,
    labels,
    parameters,
    policy,
    questions,
    questions_json,
    rules,
    schema,
    subjects,
)
from ._any import check_any, questions_any
from ._gate import Excess, GateError
from ._inspect import Inspection, inspect_table
from ._table import Note, check_batches, check_table, what_if

__all__ = [
    "DIGEST",
    "Answer",
    "Excess",
    "GateError",
    "Inspection",
    "Note",
    "Table",
    "TableChanges",
    "TableReport",
    "__version__",
    "check",
    "check_any",
    "check_batches",
    "check_json",
    "check_table",
    "inspect_table",
    "keywords",
    "labels",
    "parameters",
    "policy",
    "questions",
    "questions_any",
    "questions_json",
    "rules",
    "schema",
    "subjects",
    "what_if",
]
