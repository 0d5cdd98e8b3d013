"""Shared by the tests: the vectors, with the answers of Rust."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Case:
    """One vector: its inputs, and the answers of Rust."""

    subject: str
    title: str
    value: bool
    record: str
    parameters: str | None
    answer: str
    questions: str

    def given(self):
        """The record as a Python object."""
        return json.loads(self.record)

    def overrides(self):
        """The parameters as a Python object."""
        return None if self.parameters is None else json.loads(self.parameters)


def cases() -> list[Case]:
    path = os.environ.get("CHANJIAO_ANSWERS")
    if path:
        text = Path(path).read_text("utf-8")
    else:
        command = ["cargo", "run", "--quiet", "-p", "chanjiao-tests", "--bin", "answers"]
        text = subprocess.run(command, cwd=TOP, check=True, capture_output=True).stdout.decode()
    return [Case(**json.loads(line)) for line in text.splitlines()]


@pytest.fixture(scope="session")
def vectors() -> list[Case]:
    found = cases()
    assert 500 < len(found)
    return found
