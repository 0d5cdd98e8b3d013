"""湘政办发〔2018〕82号 on joining industry and education (产教融合), executable."""

from ._chanjiao import (
    DIGEST,
    VERSION as __version__,
    Answer,
    Table,
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
from ._table import check_batches, check_table, compare

__all__ = [
    "DIGEST",
    "Answer",
    "Table",
    "TableReport",
    "__version__",
    "check",
    "check_batches",
    "check_json",
    "check_table",
    "compare",
    "keywords",
    "labels",
    "parameters",
    "policy",
    "questions",
    "questions_json",
    "rules",
    "schema",
    "subjects",
]
