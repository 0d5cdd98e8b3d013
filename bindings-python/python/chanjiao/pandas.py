"""pandas: `df.chanjiao.check("enterprise")`; import this module once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from ._names import renamed
from ._table import check_table

if TYPE_CHECKING:
    from ._chanjiao import TableReport
    from .records import SubjectName

__all__ = ["Frame"]


@pd.api.extensions.register_dataframe_accessor("chanjiao")
class Frame:
    """The accessor `chanjiao` of frames. NaN is a missing value, as everywhere in pandas."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def check(
        self, subject: SubjectName, *, prefix: str = "", sep: str = ".", **options: Any
    ) -> pd.DataFrame:
        """Return the wide table with the index of this frame.

        `prefix` is put before the names of its columns, and `sep` replaces their dots. Other options are
        those of `check_table`.
        """
        checked: pd.DataFrame = self.report(subject, **options).to_pandas()
        checked.columns = renamed(checked.columns, prefix, sep)
        return checked.set_axis(self._frame.index)

    def report(self, subject: SubjectName, **options: Any) -> TableReport:
        """Return the report. Options are those of `check_table`."""
        return check_table(subject, self._frame, **options)
