"""Records whose types a type checker does not know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, cast

from . import _chanjiao
from ._chanjiao import Answer
from .answers import QuestionsDict


def check_any(
    subject: str,
    record: Mapping[str, Any],
    parameters: Mapping[str, Any] | None = None,
    *,
    language: Literal["zh", "en"] = "zh",
) -> Answer:
    """Check a record whose subject or type is only known at run time.

    It is `check` for type checkers: `check` wants a `TypedDict` of `chanjiao.records`, which a
    `dict[str, Any]` is not. Arguments, result and exceptions are the same.
    """
    return cast(Any, _chanjiao.check)(subject, record, parameters, language=language)


def questions_any(
    subject: str, record: Mapping[str, Any], parameters: Mapping[str, Any] | None = None
) -> QuestionsDict:
    """Return the facts that are still needed to judge a record whose subject or type is only known at
    run time: `questions` for type checkers."""
    return cast(Any, _chanjiao.questions)(subject, record, parameters)
