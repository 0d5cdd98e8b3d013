"""Records whose types a type checker does not know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from . import _chanjiao
from ._chanjiao import Answer

if TYPE_CHECKING:
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
    check: Callable[..., Answer] = _chanjiao.check
    return check(subject, record, parameters, language=language)


def questions_any(
    subject: str, record: Mapping[str, Any], parameters: Mapping[str, Any] | None = None
) -> QuestionsDict:
    """Return the facts that are still needed to judge a record whose type is only known at run time.

    It is `questions` for type checkers, as `check_any` is `check`.
    """
    questions: Callable[..., QuestionsDict] = _chanjiao.questions
    return questions(subject, record, parameters)
