"""Printing: lines for a person on standard error, and results on standard output.

In: text. Out: lines, each printable: what came from data was made so where the message was written,
and is escaped once more here. Imports nothing of ours, so that help and wrong use need not wait.
"""

import sys
from collections.abc import Sequence


def say(message: str, hint: str = "") -> None:
    """A line for a person, on standard error."""
    print(f"briefing: {printable(message)}", file=sys.stderr)
    if hint:
        print(f"    hint: {printable(hint)}", file=sys.stderr)


def progress(message: str) -> None:
    """A line about long work; silent when standard error is no terminal."""
    if sys.stderr.isatty():
        print(f"briefing: {printable(message)}", file=sys.stderr, flush=True)


def print_lines(lines: Sequence[str]) -> None:
    """Lines on standard output, each printable."""
    for line in lines:
        print(printable(line))


def printable(text: str) -> str:
    """The text with all that cannot be printed escaped; spaces of all kinds stay."""
    return "".join(
        c
        if c.isprintable() or c in "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
        else c.encode("unicode_escape").decode("ascii")
        for c in text
    )
