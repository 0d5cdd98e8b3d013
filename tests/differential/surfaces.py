"""The surfaces that run in separate processes: Rust, Node and Chromium."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

from records import Line

HERE = Path(__file__).resolve().parent
TOP = HERE.parents[1]
RUST, NODE, CHROMIUM = "Rust", "Node", "Chromium"


def hashed(answers: list[str]) -> str:
    """The hash of the answers to a chunk, one per line."""
    text = "".join(f"{it}\n" for it in answers)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


class Process:
    """A surface in a separate process. It answers a chunk of lines in two ways and returns the hash
    of the answers in each way."""

    def __init__(self, surface: str, ways: tuple[str, str], command: list[str]):
        self.surface, self.command = surface, command
        self.names = [f"{surface}, {way}" for way in ways]
        self.child = subprocess.Popen(
            command, cwd=TOP, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def send(self, lines: list[Line]):
        self.child.stdin.write("".join(f"{line.to_json()}\n" for line in lines) + "\n")
        self.child.stdin.flush()

    def receive(self) -> list[str]:
        found = self.child.stdout.readline().split()
        if len(found) != 2:
            raise RuntimeError(f"{self.surface} exited early")
        return found

    def hashes(self, line: Line) -> list[str]:
        """The hashes for a chunk of one line."""
        self.send([line])
        return self.receive()

    def whole(self, line: Line) -> list[str]:
        """Both answers."""
        command, given = [*self.command, "--whole"], f"{line.to_json()}\n\n"
        run = subprocess.run(command, cwd=TOP, input=given, capture_output=True, encoding="utf-8")
        return run.stdout.splitlines()

    def expected(self, line: Line, text: str, faulty: bool) -> tuple[str, str]:
        """Both expected answers. Typed records have no faults, objects do not keep the spelling."""
        skipped = faulty if self.surface == RUST else not line.plain
        return text, "-" if skipped else text

    def close(self):
        self.child.stdin.close()
        self.child.wait()


def processes(profile: str) -> list[Process]:
    script = str(HERE / "surface.mjs")
    return [
        Process(RUST, ("text", "typed"), [f"target/{profile}/differential"]),
        Process(NODE, ("text", "objects"), ["node", script, "node"]),
        Process(CHROMIUM, ("text", "objects"), ["node", script, "chromium"]),
    ]
