"""The words of changes between two reports."""

from typing import Literal

Change = Literal["new", "gone", "better", "worse", "other", "not_comparable", "unchanged"]
