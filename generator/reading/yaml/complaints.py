"""The YAML reader's complaints, in an editor's words and at the place where the mistake was made.

In: the error of either reader (libyaml or pure Python word theirs differently) and the text.
Out: line and column from one, what is, what to do. It never shows the reader's own words.
The reader often gives up later than the mistake: the lines around show where it was made.
"""

import re
from dataclasses import dataclass

import yaml

from generator.text import shown


@dataclass(frozen=True, slots=True)
class _Complaint:
    pattern: re.Pattern[str]
    message: str
    hint: str
    at_context: bool = False
    """The mistake is where the construct began, not where the reader gave up."""


def _complaint(pattern: str, message: str, hint: str, *, at_context: bool = False) -> _Complaint:
    return _Complaint(re.compile(pattern), message, hint, at_context)


_COMPLAINTS = (
    _complaint(
        r"quoted scalar.*(end of stream|document separator)",
        "the quotation mark that opens here is never closed",
        "close it, or double it where it belongs to a text in the same marks",
        at_context=True,
    ),
    _complaint(
        r"unknown escape|Unicode character escape|hexa?decimal number",
        "a backslash in double quotes begins an escape that does not exist",
        "write \\\\ for a backslash, or use single quotes",
        at_context=True,
    ),
    _complaint(
        r"simple key.*could not find",
        "this line has no colon",
        "write key: value, or indent it if it continues the text above",
        at_context=True,
    ),
    _complaint(
        r"block scalar",
        "after | or > the text begins on the next line",
        "move the text to the next line and indent it, or put it all in double quotes",
    ),
    _complaint(
        r"directive|incompatible YAML|<document start>",
        "this line is neither a record nor a comment",
        "delete it",
    ),
)
_STARTS = re.compile(
    r"cannot start any token|scanning an (alias|anchor)|(scanning|parsing) a tag"
    r"|entries are not allowed|keys are not allowed|block node"
)
_INDENT = re.compile(r" *(?:- +)*")
_ODD_SPACE = re.compile(r" *(?P<space>[^\S \n])")
_EQUALS = re.compile(r"\s*(?:-\s+)?(?P<key>[a-z_]+)\s*=\s*(?P<value>\S[^:]*)")
_LAST_TEXT = re.compile(r"(?:[:,\[]\s+|[\[{]\s*)(?P<text>[^\s:,{\[][^:,]*?)\s*[}\]]*\s*$")
"""The last text between brackets in a line."""
_NO_SPACE = re.compile(
    r"\s*(?:-\s+)?(?P<key>[A-Za-z_]+):(?P<value>[^\s:/][^:]*|[^\s:/].*[\"\'}\]])"
)
"""A key whose value stands right behind its colon, so that the line is one text."""
_TYPOGRAPHIC = re.compile(
    r"(?:[:,\[]\s+|[\[{]\s*|-\s+)(?P<mark>[“”„«»‘‚])(?P<text>[^“”«»’]*:\s[^“”«»’]*)(?:[“”«»’]|$)"
)
"""A text with a colon whose marks hold nothing together."""
_NOT_A_LINE = re.compile(r"\s*(?:#.*)?")
_ELSE = ("from here on the file cannot be read as YAML", "compare it with the record above")
_SAME_COLUMN = "begin it in the same column as the other keys of its record"

Explained = tuple[int, int, str, str]


def explain_syntax(error: yaml.MarkedYAMLError, text: str) -> Explained:
    """Line and column from one, what is, and what to do."""
    words = f"{error.context or ''} {error.problem or ''}"
    lines = text.split("\n")
    here = _mark(error.problem_mark)
    start = _mark(error.context_mark or error.problem_mark)
    if explained := _explain_slip(lines, here, start):
        return explained
    if explained := _explain_indentation(lines, here, words):
        return explained
    if "parsing a flow" in words:
        return _explain_bracket(lines, start, here)
    if _STARTS.search(words):
        line = _line(lines, start[0])
        return *start, *_explain_start(line[: start[1] - 1], line[start[1] - 1 :])
    for case in _COMPLAINTS:
        if case.pattern.search(words):
            return *(start if case.at_context else here), case.message, case.hint
    return *here, *_ELSE


def _explain_slip(
    lines: list[str], here: tuple[int, int], start: tuple[int, int]
) -> Explained | None:
    """A slip that can be seen in the line itself, or in the one above it."""
    near = dict.fromkeys((start[0], here[0], _beside(lines, here[0], -1)))
    for number in near:
        typed = _line(lines, number)
        if found := re.match(r"\s*//+\s*(?P<words>.*)", typed):
            hint = f"write # {shown(found['words'], 40)}".rstrip()
            return (
                number,
                typed.index("/") + 1,
                "// begins no comment; a comment begins with #",
                hint,
            )
        if found := _EQUALS.fullmatch(typed):
            hint = f"write {found['key']}: {shown(found['value'], 40)}"
            return number, found.start("key") + 1, "= stands where a colon belongs", hint
        if found := _TYPOGRAPHIC.search(typed):
            message = f"{found['mark']} is a letter of the text, no quotation mark that YAML knows"
            rest = typed[found.end() :].strip()
            hint = f'write straight ones around the text: "{shown(found["text"], 50)}"'
            if rest and rest[:1] not in ",]}#":
                hint = "write straight ones around the whole text, and none of any kind within"
            return number, found.start("mark") + 1, message, hint
        if found := _NO_SPACE.fullmatch(typed):
            message = f'no space stands after the colon of "{found["key"]}"'
            hint = f"write {found['key']}: {shown(found['value'], 40)}"
            return number, found.start("key") + 1, message, hint
    return None


def _explain_indentation(lines: list[str], here: tuple[int, int], words: str) -> Explained | None:
    """A key that the reader did not expect, mostly for its column."""
    if place := _find_odd_space(lines, here[0]):
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
    odd = _find_odd_line(lines, line)
    key = re.sub(r"^\s*(?:- +)*|:(?:\s.*)?$", "", _line(lines, odd))
    message = f'"{shown(key, 40)}" is indented deeper than the line above'
    if odd != line:
        message = f'"{shown(key, 40)}" begins in another column than the lines around it'
    return odd, _key_column(_line(lines, odd)), message, _SAME_COLUMN


def _explain_block(lines: list[str], here: tuple[int, int]) -> Explained:
    before = _line(lines, here[0])[: here[1] - 1].rstrip()
    if before.endswith(("'", '"')):
        if opened := _find_open_mark(lines, here[0], before):
            message = "the quotation mark that opens here is not closed in its line"
            return *opened, message, "close it at the end of the text"
        message = "the text goes on after its closing quotation mark"
        hint = "use the other kind of quotation marks around it, or double the one inside"
        return *here, message, hint
    if before.endswith(("}", "]")):
        if left := re.fullmatch(
            r"\s*(?P<sign>[}\]])+\s*(?:\s#.*)?", _line(lines, here[0])[here[1] - 1 :]
        ):
            message = f"a bracket {left['sign']} closes nothing"
            return *here, message, f"delete it: there is one {left['sign']} more than was opened"
        message = "a text goes on after a closing bracket"
        return *here, message, "put the whole text in double quotes"
    message = "this line begins in another column than the lines that it belongs to"
    odd = _find_odd_line(lines, here[0])
    place = here if odd == here[0] else (odd, _key_column(_line(lines, odd)))
    return *place, message, _SAME_COLUMN


def _explain_bracket(lines: list[str], start: tuple[int, int], here: tuple[int, int]) -> Explained:
    bracket = _line(lines, start[0])[start[1] - 1 :][:1]
    if bracket not in {"[", "{"}:
        message = f"{_character(lines, here)} cannot stand between brackets"
        return *here, message, "close the bracket before it, or put the text in double quotes"
    opened = _line(lines, start[0])[start[1] - 1 :]
    if start[0] != here[0] and len(marks := re.findall(r'(?<!\\\\)"', opened)) % 2 and marks:
        message = "the quotation mark that opens here is not closed in its line"
        return start[0], start[1] + opened.rindex('"'), message, "close it at the end of the text"
    if start[0] != here[0] and (found := re.search(r"\s#", opened)):
        message = f"# begins a comment here, so that the bracket {bracket} is not closed"
        hint = "put the text that holds it in double quotes"
        if text := re.search(
            r"(?:[:,\[]\s+|[\[{]\s*)(?P<text>[^\s:,{\[][^:,]*?)\s*[}\]]*\s*$", opened
        ):
            hint += f': "{shown(text["text"], 50)}"'
        return start[0], start[1] + found.start() + 1, message, hint
    if start[0] != here[0]:
        return *start, *_unclosed(_line(lines, start[0]), bracket)
    message = f"a text between brackets ends unexpectedly before {_character(lines, here)}"
    if inside := _text_around(_line(lines, here[0]), here[1] - 1):
        return *here, message, f'put the text in double quotes: "{shown(inside, 50)}"'
    return *here, message, "put each text between the brackets in double quotes"


def _unclosed(line: str, bracket: str) -> tuple[str, str]:
    """What is wrong, and what to do: of several in a line only the editor knows which it is."""
    closing = {"{": "}", "[": "]"}[bracket]
    opens, closes = line.count(bracket), line.count(closing)
    if opens > max(closes, 1):
        message = f"this line opens {opens} brackets {bracket} and closes {closes}"
        hint = f"add the {closing} where its part ends: behind its last value, before the comma"
        return message, hint
    message = f"the bracket {bracket} that opens here is not closed"
    return message, "close it, or put a text that begins with it in double quotes"


def _text_around(line: str, at: int) -> str:
    """The text between brackets in which a place of a line stands, if it holds no marks."""
    before = re.search(r"(?:[:,]\s+|\{\s*)(?P<text>[^:,{}]*)$", line[:at])
    text = re.split(r"[,}]", line[before.start("text") :])[0].strip() if before else ""
    return "" if re.search(r"[\"':]", text) else text


def _explain_start(before: str, typed: str) -> tuple[str, str]:
    """Why a text cannot begin so; `before` stands in front of it in its line."""
    if typed.startswith("- "):
        return "a list begins behind its key", "begin it on the next line, or quote the text"
    is_within = sum(map(before.count, "{[")) > sum(map(before.count, "}]"))
    text = re.split(r"[,}\]]" if is_within else r"\s#", typed)[0].rstrip()
    message = f"a text cannot begin with {shown(typed[:1])}"
    first = f"delete the {typed[:1]}, or " if typed[:1] == "@" else ""
    return message, f'{first}put the text in double quotes: "{shown(text, 50)}"'


def _character(lines: list[str], place: tuple[int, int]) -> str:
    return shown(_line(lines, place[0])[place[1] - 1 :][:1]) or "the end of the line"


def _key_column(line: str) -> int:
    """The column, from one, of the first key in a line."""
    found = _INDENT.match(line)
    return found.end() + 1 if found else 1


def _find_odd_space(lines: list[str], number: int) -> tuple[int, int, str] | None:
    """The place and name of another space than the ordinary one, before this line or the last."""
    for near in (_beside(lines, number, -1), number):
        if found := _ODD_SPACE.match(_line(lines, near)):
            space = found["space"]
            name = "a no-break space" if space in "\u00a0\u202f" else "an unusual space"
            return near, found.start("space") + 1, name
    return None


def _find_odd_line(lines: list[str], number: int) -> int:
    """This line or the one above it: the one that is not in line with those around both."""
    last = _beside(lines, number, -1)
    first = _beside(lines, last, -1)
    if not first:
        return number
    here, above, before, after = (
        _key_column(_line(lines, one)) for one in (number, last, first, _beside(lines, number, 1))
    )
    if above == here:
        return number
    if not _line(lines, first).rstrip().endswith(":"):
        return last if before == here else number
    is_outside = above < here and above <= before
    return last if is_outside or after == here else number


def _find_open_mark(lines: list[str], number: int, before: str) -> tuple[int, int] | None:
    """Where a text in quotation marks began that ends in a later line, at the end of `before`."""
    mark = before[-1]
    looks_like_start = re.search(rf"(?:^\s*|[:,-]\s+|[{{\[]\s*){mark}$", before)
    if mark in before[:-1] and not looks_like_start:
        return None
    start = re.compile(rf"(?:[:,-]\s+|[{{\[]\s*){mark}(?P<rest>(?:\\.|[^{mark}])*)$")
    above = next((one for one in range(number - 1, 0, -1) if mark in _line(lines, one)), 0)
    found = start.search(_line(lines, above))
    return (above, found.start("rest")) if found else None


def _beside(lines: list[str], number: int, step: int) -> int:
    """The next line in that direction that is neither empty nor a comment; 0 if there is none."""
    number += step
    while 0 < number <= len(lines):
        if not _NOT_A_LINE.fullmatch(lines[number - 1]):
            return number
        number += step
    return 0
