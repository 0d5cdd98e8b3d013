"""pydantic: records as types of fields. Every fault is a validation error at its location."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError, core_schema

from ._chanjiao import check, schema, subjects

if TYPE_CHECKING:
    from .records import SubjectName

__all__ = ["RecordOf"]


class RecordOf:
    """A record of a subject, as in `firm: Annotated[dict[str, Any], RecordOf("enterprise")]`.

    Validation does not change the value. `language` is the language of messages.
    """

    def __init__(self, subject: SubjectName, *, language: str = "zh") -> None:
        if subject not in {it["subject"] for it in subjects()}:
            raise ValueError(f"unknown subject `{subject}`")
        self.subject: Any = subject
        self.language = language

    def validate(self, record: Any) -> Any:
        """Return the record, or raise a `ValidationError` with all its faults."""
        faults: list[Any] = check(self.subject, record).faults
        if faults:
            raise ValidationError.from_exception_data(
                self.subject, [self._error(fault, record) for fault in faults]
            )
        return record

    def _error(self, fault: dict[str, Any], record: Any) -> InitErrorDetails:
        location: list[str | int] = []
        given = record
        for part in fault["pointer"].split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            location.append(int(key) if isinstance(given, (list, tuple)) else key)
            try:
                given = given[location[-1]]
            except (LookupError, TypeError):
                given = None
        # Braces in the message are not placeholders.
        message = fault["message"][self.language].replace("{", "{{").replace("}", "}}")
        error = PydanticCustomError(f"chanjiao.{fault['code']}", message)
        return InitErrorDetails(type=error, loc=tuple(location), input=given)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self.validate)

    def __get_pydantic_json_schema__(
        self, core: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return schema(self.subject)
