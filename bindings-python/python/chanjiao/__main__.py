"""The command line: `chanjiao`, or `python -m chanjiao`."""

import signal
import sys

from ._chanjiao import main as run


def main() -> int:
    """Run the command line and return its exit code."""
    # The command runs outside the interpreter, which could not handle an interrupt until it returns.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return run(["chanjiao", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
