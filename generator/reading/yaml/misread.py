"""Where in a file that is no YAML the mistake was surely made; the reader gives up later than that.

In: the file's lines, and the line (from one) in which the reader gave up. Out: a line or place.
It guesses from the lines around, for a message only: nothing is read on after such a mistake.
"""

import re

_INDENT = re.compile(r" *(?:- +)*")
_ODD_SPACE = re.compile(r" *(?P<space>[^\S \n])")
_NOT_A_LINE = re.compile(r"\s*(?:#.*)?")


def key_column(line: str) -> int:
    """The column, from one, of the first key in a line."""
    found = _INDENT.match(line)
    return found.end() + 1 if found else 1


def find_odd_space(lines: list[str], number: int) -> tuple[int, int, str] | None:
    """The place and name of another space than the ordinary one, before this line or the last."""
    for near in (_beside(lines, number, -1), number):
        if found := _ODD_SPACE.match(_at(lines, near)):
            space = found["space"]
            name = "a no-break space" if space in "\u00a0\u202f" else "an unusual space"
            return near, found.start("space") + 1, name
    return None


def find_odd_line(lines: list[str], number: int) -> int:
    """This line or the one above it: the one that is not in line with those around both."""
    last = _beside(lines, number, -1)
    first = _beside(lines, last, -1)
    if not first:
        return number
    here, above, before, after = (
        key_column(_at(lines, one)) for one in (number, last, first, _beside(lines, number, 1))
    )
    if above == here:
        return number
    if not _at(lines, first).rstrip().endswith(":"):
        return last if before == here else number
    is_outside = above < here and above <= before
    return last if is_outside or after == here else number


def find_open_mark(lines: list[str], number: int, before: str) -> tuple[int, int] | None:
    """Where a text in quotation marks began that ends in a later line, at the end of `before`."""
    mark = before[-1]
    looks_like_start = re.search(rf"(?:^\s*|[:,-]\s+|[{{\[]\s*){mark}$", before)
    if mark in before[:-1] and not looks_like_start:
        return None
    start = re.compile(rf"(?:[:,-]\s+|[{{\[]\s*){mark}(?P<rest>(?:\\.|[^{mark}])*)$")
    above = next((one for one in range(number - 1, 0, -1) if mark in _at(lines, one)), 0)
    found = start.search(_at(lines, above))
    return (above, found.start("rest")) if found else None


def _beside(lines: list[str], number: int, step: int) -> int:
    """The next line in that direction that is neither empty nor a comment; 0 if there is none."""
    number += step
    while 0 < number <= len(lines):
        if not _NOT_A_LINE.fullmatch(lines[number - 1]):
            return number
        number += step
    return 0


def _at(lines: list[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""
