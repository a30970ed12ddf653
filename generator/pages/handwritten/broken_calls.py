"""What is wrong with something that was meant as a call and is none.

In: text between or beside braces. Out: a message and a hint that name the one thing to mend.
Never decides what a call is: `calls.py` does.
"""

import re
from collections.abc import Container, Sequence

from generator.text import find_nearest, shown

BROKEN = (
    r"\{%[^\n]{0,500}%\}"  # a whole template loop is one mistake
    r"|\{\{[^{}\n]*(?:\n[^{}\n]*)?\}+"  # a call that was broken over two lines
    r"|\{++[^{}\n]*\}+"
    r"|\{++[ \t]*+\w*+[ \t]*+\(?[^\s(){}]*+(?:[^(){}\n]*\))?"  # opened, never closed
    r"|\b\w++\([^(){}\n]*\)?[ \t]*\}+"  # closed, never opened
    r"|\}+"
)
"""A pattern for a stretch of text in which a brace stands and that is no call."""

_CURLED = re.compile("[“”„‟‘’‚«»]")
_NAME = re.compile(r"\A\{*\s*(?P<name>[^\W\d]\w*)\s*(?P<opened>\()?")
_BARE = re.compile(r"\(\s*(?P<id>[\w-]+)\s*\)")
_WHOLE = re.compile(r"\{\{[^{}\n]*\}\}")
_EXAMPLE = '{{ figure("id") }}'


def why_broken(text: str, names: Sequence[str], bare: Container[str] = ()) -> tuple[str, str]:
    """What is wrong with the text of a call, and what to do.

    Args:
        text: what was typed.
        names: the calls there are.
        bare: those of them that take no argument.
    """
    found = _NAME.match(text)
    name = found["name"] if found else ""
    if found and name not in names and found["opened"]:
        near = find_nearest(name, names)
        said = f"{shown(name)} is no call that a page may make"
        return said, f"did you mean {near}?" if near else f"use one of {', '.join(names)}"
    example = f'{{{{ {name}("id") }}}}' if name in names else _EXAMPLE
    if name in bare:
        return f"{name} is called with nothing between its parentheses", f"write {{{{ {name}() }}}}"
    if name in names:
        reason = _typing_slip(text, example)
        if reason:
            return reason
    return (
        "this is no call that a page may make",
        f"write {_EXAMPLE}, or another of {', '.join(names)}, with quoted ids",
    )


def _typing_slip(text: str, example: str) -> tuple[str, str] | None:
    """The sign that is missing or wrong in a call of a good name."""
    if _CURLED.search(text):
        return "the id stands between typographic quotes", f"write straight quotes: {example}"
    if bare := _BARE.search(text):
        said = f"the id {shown(bare['id'])} stands without quotes"
        return said, f"put the id in quotes: {example}"
    if "\n" in text:
        return "a call is broken over two lines", f"write it in one line: {example}"
    if not _WHOLE.fullmatch(text):
        return "the call does not stand between two braces on each side", f"write {example}"
    if text.count("(") != 1 or text.count(")") != 1:
        return "a parenthesis of the call is missing", f"write {example}"
    return None
