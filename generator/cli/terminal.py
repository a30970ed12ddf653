"""Printing: lines for a person on standard error, and results on standard output.

In: text. Out: lines, each printable: what came from data was made so where the message was written,
and is escaped once more here. Imports nothing of ours, so that help and wrong use need not wait.
"""

import contextlib
import io
import sys
import threading
from collections.abc import Iterator, Sequence

_PATIENCE = 1.0
"""Seconds that nobody minds waiting without a word."""


def say(message: str, hint: str = "") -> None:
    """A line for a person, on standard error."""
    print(f"briefing: {printable(message)}", file=sys.stderr)
    if hint:
        print(f"    hint: {printable(hint)}", file=sys.stderr)


def progress(message: str) -> None:
    """A line about long work; silent when standard error is no terminal."""
    if sys.stderr.isatty():
        print(f"briefing: {printable(message)} …", file=sys.stderr, flush=True)


@contextlib.contextmanager
def working(message: str, *, at_once: bool = False) -> Iterator[None]:
    """Says what is being done once it takes longer than a second; where nobody sees it, nothing.

    It is said `at_once` where processes are forked: that wants no thread beside them.
    """
    if not sys.stderr.isatty():
        yield
        return
    if at_once:
        progress(message)
        yield
        return
    timer = threading.Timer(_PATIENCE, progress, (message,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()


def set_up_streams() -> None:
    """Makes every text printable, also where the system's own encoding lacks a letter of it.

    What other programs read is UTF-8 on every system.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


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
