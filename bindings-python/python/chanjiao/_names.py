"""Names of result columns beside those of a table."""

from __future__ import annotations

from collections.abc import Iterable


def renamed(names: Iterable[str], prefix: str, sep: str) -> list[str]:
    """The names of result columns with a prefix, and with `sep` for their dots."""
    return [prefix + name.replace(".", sep) for name in names]


def refuse_duplicates(given: Iterable[str], added: Iterable[str]) -> None:
    """Raise `ValueError` if a result column has the name of a given one."""
    twice = sorted(set(given) & set(added))
    if twice:
        raise ValueError(f"duplicate columns: {', '.join(twice)}; give the new ones a `prefix`")
