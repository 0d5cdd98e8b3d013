"""pandera: checks of frames by the rules of a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
from pandera.pandas import Check

from ._table import check_table

if TYPE_CHECKING:
    from .records import RuleId, SubjectName

__all__ = ["meets"]


def meets(subject: SubjectName, rule: RuleId, **options: Any) -> Check:
    """Return a check that fails for rows that do not meet a rule, and for invalid rows.

    Rows for which the rule is undetermined pass. Options are those of `check_table`.
    """

    def check(frame: pd.DataFrame) -> pd.Series[bool]:
        words = check_table(subject, frame, rules=[rule], **options).to_pandas()[rule]
        passed: pd.Series[bool] = words.notna() & (words != "unmet")
        return passed.set_axis(frame.index)

    return Check(check, name=rule, element_wise=False)
