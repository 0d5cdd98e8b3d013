"""湘政办发〔2018〕82号 on joining industry and education (产教融合), executable."""

from ._chanjiao import (
    DIGEST,
    VERSION as __version__,
    Answer,
    check,
    check_json,
    keywords,
    parameters,
    policy,
    questions,
    questions_json,
    rules,
    schema,
    subjects,
)

__all__ = [
    "DIGEST",
    "Answer",
    "__version__",
    "check",
    "check_json",
    "keywords",
    "parameters",
    "policy",
    "questions",
    "questions_json",
    "rules",
    "schema",
    "subjects",
]
