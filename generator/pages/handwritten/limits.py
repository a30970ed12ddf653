"""How large and how nested a page may be, so that no text keeps Markdown or a check busy for long.

In: a page's text. Out: findings by offset; when there is one, nothing else of the page is read.
Markdown needs more than linear time for brackets, and recursion for nested lists.
"""

import re
from collections.abc import Iterator

from generator.model import Finding, Offset

LONGEST_LINE = 2000
_MOST_BRACKETS = 200
_MOST_BRACES = 600
_NESTED = re.compile(r"^(?:[ \t]{41}|(?:[ \t]*(?:[-+*>]|\w{1,9}[.)])(?=[ \t>])){11})", re.MULTILINE)
_PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")


def check_limits(text: str) -> Iterator[Finding]:
    """Lines, brackets, calls and nesting of a page that go beyond what a page needs."""
    for match in re.finditer(rf"[^\n]{{{LONGEST_LINE + 1},}}", text):
        yield _beyond(
            match.start(),
            f"a line of {len(match[0])} characters",
            f"break it; a line holds at most {LONGEST_LINE} characters",
        )
    for match in _PARAGRAPH.finditer(text):
        if match[0].count("[") > _MOST_BRACKETS:
            yield _beyond(
                match.start(),
                f"a paragraph with {match[0].count('[')} brackets",
                f"divide it; a paragraph holds at most {_MOST_BRACKETS}",
            )
    if (braces := text.count("{{")) > _MOST_BRACES:
        yield _beyond(
            0, f"a page with {braces} calls", f"divide it; a page makes at most {_MOST_BRACES}"
        )
    for match in _NESTED.finditer(text):
        yield _beyond(match.start(), "lists or quotations nested too deep", "use fewer levels")
        return


def _beyond(offset: int, message: str, hint: str) -> Finding:
    return Finding("bad-text", Offset(offset), "", message, hint)
