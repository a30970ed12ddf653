"""The YAML reader's complaints, in an editor's words and at the place where the mistake was made.

In: the error of either reader (libyaml or pure Python word theirs differently) and the text.
Out: line and column from one, what is, what to do. It never shows the reader's own words.
"""

import re
from dataclasses import dataclass

import yaml

from generator.reading.yaml.misread import find_odd_line, find_odd_space, find_open_mark, key_column
from generator.text import shown


@dataclass(frozen=True, slots=True)
class _Case:
    pattern: re.Pattern[str]
    message: str
    hint: str
    at_context: bool = False
    """The mistake is where the construct began, not where the reader gave up."""


def _case(pattern: str, message: str, hint: str, *, at_context: bool = False) -> _Case:
    return _Case(re.compile(pattern), message, hint, at_context)


_CASES = (
    _case(
        r"quoted scalar.*(end of stream|document separator)",
        "the quotation mark that opens here is never closed",
        "close it, or double it where it belongs to a text in the same marks",
        at_context=True,
    ),
    _case(
        r"unknown escape|Unicode character escape|hexa?decimal number",
        "a backslash in double quotes begins an escape that does not exist",
        "write \\\\ for a backslash, or use single quotes",
        at_context=True,
    ),
    _case(
        r"simple key.*could not find",
        "this line has no colon",
        "write key: value, or indent it if it continues the text above",
        at_context=True,
    ),
    _case(
        r"block scalar",
        "after | or > the text begins on the next line",
        "move the text to the next line and indent it, or put it all in double quotes",
    ),
    _case(
        r"directive|incompatible YAML|<document start>",
        "this line is neither a record nor a comment",
        "delete it",
    ),
)
_STARTS = re.compile(
    r"cannot start any token|scanning an (alias|anchor)|(scanning|parsing) a tag"
    r"|entries are not allowed|keys are not allowed|block node"
)
_ELSE = ("from here on the file cannot be read as YAML", "compare it with the record above")
_SAME_COLUMN = "begin it in the same column as the other keys of its record"

Explained = tuple[int, int, str, str]


def explain_syntax(error: yaml.MarkedYAMLError, text: str) -> Explained:
    """Line and column from one, what is, and what to do."""
    words = f"{error.context or ''} {error.problem or ''}"
    lines = text.split("\n")
    here = _mark(error.problem_mark)
    start = _mark(error.context_mark or error.problem_mark)
    if explained := _explain_indentation(lines, here, words):
        return explained
    if "parsing a flow" in words:
        return _explain_bracket(lines, start, here)
    if _STARTS.search(words):
        return *start, *_explain_start(_line(lines, start[0])[start[1] - 1 :])
    for case in _CASES:
        if case.pattern.search(words):
            return *(start if case.at_context else here), case.message, case.hint
    return *here, *_ELSE


def _explain_indentation(lines: list[str], here: tuple[int, int], words: str) -> Explained | None:
    """A key that the reader did not expect, mostly for its column."""
    if place := find_odd_space(lines, here[0]):
        message = f"{place[2]} stands here, where the line is indented"
        return *place[:2], message, "write ordinary spaces before the key"
    if "mapping values are not allowed" in words:
        return _explain_colon(lines, *here)
    if "expected key" in words or "<block end>" in words:
        return _explain_block(lines, here)
    return None


def _mark(mark: yaml.Mark | None) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _explain_colon(lines: list[str], line: int, column: int) -> Explained:
    typed, above = _line(lines, line), _line(lines, line - 1)
    before = typed[: column - 1].strip()
    if ": " in before:
        key, _, value = typed.strip().removeprefix("- ").partition(": ")
        hint = f'put the text in double quotes: {shown(key, 30)}: "{shown(value, 40)}"'
        return line, column, "a colon and a space stand inside a text", hint
    if re.match(r"\s*-[^\s-]", above):
        place = (line - 1, above.index("-") + 1)
        return *place, "no space stands after the dash", "write a space after the dash"
    odd = find_odd_line(lines, line)
    key = re.sub(r"^\s*(?:- +)*|:(?:\s.*)?$", "", _line(lines, odd))
    message = f'"{shown(key, 40)}" is indented deeper than the line above'
    if odd != line:
        message = f'"{shown(key, 40)}" begins in another column than the lines around it'
    return odd, key_column(_line(lines, odd)), message, _SAME_COLUMN


def _explain_block(lines: list[str], here: tuple[int, int]) -> Explained:
    before = _line(lines, here[0])[: here[1] - 1].rstrip()
    if before.endswith(("'", '"')):
        if opened := find_open_mark(lines, here[0], before):
            message = "the quotation mark that opens here is not closed in its line"
            return *opened, message, "close it at the end of the text"
        message = "the text goes on after its closing quotation mark"
        hint = "use the other kind of quotation marks around it, or double the one inside"
        return *here, message, hint
    if before.endswith(("}", "]")):
        message = "a text goes on after a closing bracket"
        return *here, message, "put the whole text in double quotes"
    message = "this line begins in another column than the lines that it belongs to"
    odd = find_odd_line(lines, here[0])
    place = here if odd == here[0] else (odd, key_column(_line(lines, odd)))
    return *place, message, _SAME_COLUMN


def _explain_bracket(lines: list[str], start: tuple[int, int], here: tuple[int, int]) -> Explained:
    bracket = _line(lines, start[0])[start[1] - 1 :][:1]
    if bracket not in {"[", "{"}:
        message = f"{_character(lines, here)} cannot stand between brackets"
        return *here, message, "close the bracket before it, or put the text in double quotes"
    if start[0] != here[0]:
        message = f"the bracket {shown(bracket)} that opens here is not closed"
        return *start, message, "close it, or put a text that begins with it in double quotes"
    message = f"a text between brackets ends unexpectedly before {_character(lines, here)}"
    return *here, message, "put each text between the brackets in double quotes"


def _explain_start(typed: str) -> tuple[str, str]:
    if typed.startswith("- "):
        return "a list begins behind its key", "begin it on the next line, or quote the text"
    message = f"a text cannot begin with {shown(typed[:1])}"
    return message, f'put the text in double quotes: "{shown(typed, 50)}"'


def _character(lines: list[str], place: tuple[int, int]) -> str:
    return shown(_line(lines, place[0])[place[1] - 1 :][:1]) or "the end of the line"
