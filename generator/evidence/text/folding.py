"""Folding: one spelling for white space, quotation marks and dashes, to find quotations by.

In: any text. Out: the folded text, the same text with its layout (paragraph breaks, no-break
spaces), and for every folded character where it stands in the original. Ligatures are their
letters; a word divided at the end of a line is one word, where the words that may follow a hanging
hyphen are known. Other letters, digits, case and superscripts stay as they are: never NFKC, never
case folding.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator.evidence.text.lines import paragraph_ends

_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e\u301f\uff02"
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2039\u203a\u2032\u02bc\uff07`\u00b4\u1fef\u1ffd"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_MINUSES = "\ufe63\uff0d\u207b\u208b\u2796\u02d7\u23af"
"""A minus to the eye; only before a number, since `10⁻³` has one too."""
_DROPPED = (
    "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\ufe0f\u061c\u034f\u180e"
    "\u2061\u2062\u2063\u2064\u202a\u202b\u202c\u202d\u202e"
    "\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f"
)
_NO_BREAK_SPACES = "\u00a0\u202f\u2009\u2007\u2008"
_LIGATURES = "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
_MARKS = "\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"

_REPLACED = (
    dict.fromkeys(_DOUBLE_QUOTES, '"')
    | dict.fromkeys(_SINGLE_QUOTES, "'")
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_MINUSES, "-")
    | {"\u2026": "...", "\u2044": "/"}
    | dict(zip(_LIGATURES, ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
)
_SPECIAL = re.compile(
    rf"(?:\s[{_DROPPED}]*)+|[{_DOUBLE_QUOTES}{_SINGLE_QUOTES}{_DASHES}{_DROPPED}{_LIGATURES}\u2026\u2044]"
    rf"|[{_MINUSES}](?=[{_DROPPED}$€£¥]*\d)"
)
_SPECIAL_BUT_BLANK = re.compile(rf"(?! (?!\s))(?:{_SPECIAL.pattern})")
"""A lone blank folds to itself, and every word has one: in a plain text it is passed over."""
_SPECIAL_OR_CLUSTER = re.compile(
    rf"{_SPECIAL.pattern}|.(?:[{_DROPPED}]*[{_MARKS}])+|[^\x00-\u02ff]", re.DOTALL
)
_DROPPED_ONE = re.compile(f"[{_DROPPED}]")
_LINE_END = re.compile(r"[-\u00ad\u2010]\r?\n[^\S\n]*(?=([^\W\d_]+))")
_BROKEN = re.compile(r"(?<=[^\W\d_])-\s(?=[^\W\d_])")
_DIVIDED = re.compile(r"(?<=[^\W\d_])-\s?(?=[^\W\d_])")
_BREAK = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text with the way back to the original."""

    text: str
    """For comparing: every run of white space is one blank."""
    layout: str
    """As long as `text`; the end of a paragraph is a line feed, a lone no-break space U+00A0."""
    starts: Sequence[int]
    """Where in the original each folded character begins."""
    ends: Sequence[int]
    """Where in the original each folded character ends."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's span of the folded characters from `start` to `end` (at least one)."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str, hanging: AbstractSet[str] | None = None) -> Folded:
    """The folded text with its offset map; NFC, quotes, dashes and white space of one kind.

    With the words before which a hyphen at a line's end hangs, divided words are joined.
    """
    is_plain = unicodedata.is_normalized("NFC", text) and not _DROPPED_ONE.search(text)
    pattern = _SPECIAL_BUT_BLANK if is_plain else _SPECIAL_OR_CLUSTER
    paragraphs = paragraph_ends(text)
    plain: list[str] = []
    layout: list[str] = []
    offsets = array("I", range(len(text) + 1))
    starts, ends = array("I"), array("I")
    pieces = _pieces(text, pattern) if hanging is None else _joined(text, pattern, hanging)
    for start, end, folded, laid in pieces:
        plain.append(folded)
        is_end = laid == " " and not paragraphs.isdisjoint(range(start, end))
        layout.append("\n" if is_end else laid)
        if len(folded) == end - start:
            starts.extend(offsets[start:end])
            ends.extend(offsets[start + 1 : end + 1])
        else:
            starts.extend(offsets[start : start + 1] * len(folded))
            ends.extend(offsets[end : end + 1] * len(folded))
    return Folded("".join(plain), "".join(layout), starts, ends)


def spellings_of(folded: str) -> Iterator[str]:
    """Folded words as typed, then joined over the hyphens at which a line may have divided them."""
    yield folded
    if "-" in folded:
        yield _BROKEN.sub("", folded)
        yield _DIVIDED.sub("", folded)


def _joined(
    text: str, pattern: re.Pattern[str], hanging: AbstractSet[str]
) -> Iterator[tuple[int, int, str, str]]:
    """The pieces without the hyphens and breaks that divide words at the ends of lines."""
    position = 0
    for match in _LINE_END.finditer(text):
        following = match[1]
        is_word = text[max(0, match.start() - 1)].islower() and following.islower()
        if is_word and following not in hanging:
            yield from _pieces(text, pattern, position, match.start())
            position = match.end()
    yield from _pieces(text, pattern, position)


def _pieces(
    text: str, pattern: re.Pattern[str], position: int = 0, last: int | None = None
) -> Iterator[tuple[int, int, str, str]]:
    """Spans of the original with what they fold to, plain and with layout."""
    stop = len(text) if last is None else last
    for match in pattern.finditer(text, position, stop):
        start, end = match.span()
        if position < start:
            yield position, start, text[position:start], text[position:start]
        found = match[0]
        if found[0].isspace():
            yield start, end, " ", _laid_space(found)
        elif found in _REPLACED:
            yield start, end, _REPLACED[found], _REPLACED[found]
        else:
            composed = unicodedata.normalize("NFC", _DROPPED_ONE.sub("", found))
            yield start, end, composed, composed
        position = end
    if position < stop:
        yield position, stop, text[position:stop], text[position:stop]


def _laid_space(run: str) -> str:
    """How a run of white space shows in the layout."""
    if len(run) == 1:
        return "\u00a0" if run in _NO_BREAK_SPACES else " "
    return "\n" if len(_BREAK.findall(run)) > 1 else " "
