"""pydantic: records as types of fields; a fault is a validation error at its place."""

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

    The value stays as it was given. `language` is that of messages.
    """

    def __init__(self, subject: SubjectName, *, language: str = "zh") -> None:
        if subject not in {it["subject"] for it in subjects()}:
            raise ValueError(f"there is no subject `{subject}`")
        self.subject: Any = subject
        self.language = language

    def validate(self, record: Any) -> Any:
        """Give the record back, or raise an error with all its faults."""
        faults: list[Any] = check(self.subject, record).faults
        if faults:
            raise ValidationError.from_exception_data(
                self.subject, [self._error(fault, record) for fault in faults]
            )
        return record

    def _error(self, fault: dict[str, Any], record: Any) -> InitErrorDetails:
        place: list[str | int] = []
        given = record
        for part in fault["pointer"].split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            place.append(int(key) if isinstance(given, (list, tuple)) else key)
            try:
                given = given[place[-1]]
            except (LookupError, TypeError):
                given = None
        # What stands in braces is no place for a value.
        message = fault["message"][self.language].replace("{", "{{").replace("}", "}}")
        error = PydanticCustomError(f"chanjiao.{fault['code']}", message)
        return InitErrorDetails(type=error, loc=tuple(place), input=given)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self.validate)

    def __get_pydantic_json_schema__(
        self, core: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return schema(self.subject)
