"""Bytes become text, and every character that cannot be seen is found.

In: a file's bytes. Out: its text with plain newlines, and findings at line and column.
Spaces of every width, letters of every script and emoji pass; controls, characters that reorder or
hide text, private ones and leftovers of a merge do not. It never changes a visible character.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Finding
from generator.reading.disk import file_finding, file_place

MARRED = "\ue000"
"""Stands for a refused character in the text handed on: a private one, so no value with it passes,
and no second finding is made of a value that holds it."""

REFUSED = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, but for tab and newline
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # soft hyphen, joiners, fillers
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\uffa0"  # zero width, bidi, blanks
    "\ufeff\ufff0-\ufffb\ufffe\uffff\ufdd0-\ufdef"  # byte order mark, annotations, no characters
    "\ud800-\udfff\ue000-\uf8ff"  # halves of pairs, private use
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff"  # tags, planes 15 and 16
    "]"
)
_MERGE_START = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)
_MERGE_REST = re.compile(r"^(?:={7}|>{7}(?: .*)?|\|{7}(?: .*)?)$", re.MULTILINE)
_MOST_FINDINGS = 20
"""In one file: more would say nothing new about a whole text that was pasted."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text; `is_whole` when it can be read on in spite of the findings."""

    text: str
    findings: tuple[Finding, ...] = ()
    is_whole: bool = True


def decode_text(path: str, data: bytes, *, is_yaml: bool) -> Decoded:
    """The text of a file with plain newlines, and all that it must not hold."""
    if data.startswith(b"\xef\xbb\xbf"):
        hint = "save it as UTF-8 without byte order mark (BOM)"
        return _refused(path, data, 0, ("the file begins with a byte order mark", hint))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = data[error.start]
        hint = "save the file as UTF-8"
        return _refused(path, data, error.start, (f"byte 0x{byte:02x} is no UTF-8", hint))
    text = text.replace("\r\n", "\n")
    if "\r" in text:
        before = text[: text.index("\r")].encode()
        hint = "save the file with ordinary line ends (LF or CRLF)"
        return _refused(path, before, len(before), ("a bare carriage return stands here", hint))
    blocking = [*_check_merge_markers(path, text, is_yaml=is_yaml)]
    if is_yaml:
        blocking += _check_tabs(path, text)
    findings = [*blocking, *_check_characters(path, text)]
    return Decoded(REFUSED.sub(MARRED, text), tuple(findings), not blocking)


def code_point(character: str) -> str:
    """A character by number and, where it has one, name: `U+200B ZERO WIDTH SPACE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()


def _refused(path: str, data: bytes, offset: int, words: tuple[str, str]) -> Decoded:
    before = data[:offset].decode("utf-8", "replace")
    line, column = _position(before, len(before))
    return Decoded("", (file_finding(path, *words, line, column),), is_whole=False)


def _check_merge_markers(path: str, text: str, *, is_yaml: bool) -> Iterator[Finding]:
    matches = [*_MERGE_START.finditer(text)]
    # A row of equals signs underlines a heading in Markdown; alone it means nothing there.
    if not matches and is_yaml:
        matches = [*_MERGE_REST.finditer(text)][:1]
    for match in matches[:_MOST_FINDINGS]:
        line, column = _position(text, match.start())
        message = "a merge conflict was left here"
        hint = "keep one of the two versions and delete the lines of < = and > signs"
        yield file_finding(path, message, hint, line, column)


def _check_tabs(path: str, text: str) -> Iterator[Finding]:
    match = re.search("\t", text)
    if match:
        line, column = _position(text, match.start())
        place = file_place(path, line, column)
        hint = "write spaces; the lines around it show how many"
        yield Finding("yaml-syntax", place, "", "a tab stands here", hint)


def _check_characters(path: str, text: str) -> Iterator[Finding]:
    seen: set[tuple[int, str]] = set()
    line, start, scanned = 1, 0, 0
    for match in REFUSED.finditer(text):
        # Counting on from the last match keeps a file of nothing else fast.
        line += text.count("\n", scanned, match.start())
        start = max(start, text.rfind("\n", scanned, match.start()) + 1)
        scanned = match.start()
        # The same character again in one line is the same mistake.
        if (line, match[0]) in seen:
            continue
        seen.add((line, match[0]))
        if len(seen) > _MOST_FINDINGS:
            return
        message = f"a character that cannot be seen stands here: {code_point(match[0])}"
        hint = "delete it; retyping the word is the surest way"
        place = file_place(path, line, match.start() - start + 1)
        yield Finding("bad-text", place, "", message, hint)


def _position(text: str, offset: int) -> tuple[int, int]:
    line = text.count("\n", 0, offset) + 1
    return line, offset - (text.rfind("\n", 0, offset) + 1) + 1
