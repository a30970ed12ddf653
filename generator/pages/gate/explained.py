"""Every number that a reader meets on a built page, and what stands behind it: the last gate.

In: the HTML of a page, the phrases of the site. Out: how many numbers are quoted, derived, or need
no sentence and why; and each that nothing explains. Reads HTML as it is, whoever made it.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple

from generator.pages.gate.phrases import Phrases, flat
from generator.text import numbers_in

_SILENT = frozenset({"script", "style", "head"})
_VOID = frozenset(
    (
        "area", "base", "br", "circle", "col", "ellipse", "embed", "hr", "img", "input", "line",
        "link", "meta", "path", "polygon", "polyline", "rect", "source", "stop", "track", "use",
        "wbr",
    )
)  # fmt: skip
_INLINE = frozenset(
    (
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins",
        "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u",
        "var", "wbr",
    )
)  # fmt: skip
_SAID = ("title", "aria-label", "aria-description", "aria-valuetext", "alt", "placeholder", "label")
"""Attributes whose words reach a reader."""
_BY_TAG = {
    **dict.fromkeys(("code", "kbd", "pre", "samp", "textarea"), "code"),
    **dict.fromkeys(("blockquote", "q"), "verbatim"),
    "time": "date",
    "svg": "drawing",
}
_BY_MARK = {"data-count": "count", "data-place": "place", "data-address": "code"}
"""What our own templates say of numbers that are no figures."""
_DOOR = re.compile(r"(?:^|/)(?:facts/|f/(?P<permalink>[^/#]+)/)?(?:#(?P<anchor>.+))?$")
_BY_CLASS = {"computed": "formula", "fact-spellings": "spelling", "fact-words": "spelling"}
"""Spellings are how readers may type a figure when they search; they are never shown."""
_AROUND = 30


class Unexplained(NamedTuple):
    """A number that stands on a page without anything behind it."""

    page: str
    number: str
    around: str


@dataclass(slots=True)
class Explained:
    """What the numbers of some pages are."""

    kinds: Counter[str] = field(default_factory=Counter)
    pages: int = 0
    unexplained: list[Unexplained] = field(default_factory=list)


class _Ground(NamedTuple):
    """What an element says of the numbers in it."""

    kind: str
    of: str = ""


_Grounds = list[tuple[int, tuple[_Ground, ...]]]
"""By offset in a text, on what it stands from there on."""


def explain_page(html: str, page: str, phrases: Phrases, told: Explained) -> None:
    """Adds the numbers of one built page to `told`.

    Args:
        html: the page as the engine wrote it.
        page: its path in the site, for messages.
        phrases: of the site that the page belongs to.
        told: what is known so far; it is added to.
    """
    reader = _Reader(page, phrases, told)
    reader.feed(html)
    reader.close()
    reader.end_block()
    told.pages += 1


class _Reader(HTMLParser):
    """Gathers the text of a page block by block, each letter with the grounds that it stands on."""

    def __init__(self, page: str, phrases: Phrases, told: Explained) -> None:
        super().__init__(convert_charrefs=True)
        self._page, self._phrases, self._told = page, phrases, told
        self._open: list[tuple[str, _Ground | None]] = []
        self._silent = self._number = 0
        self._text = ""
        self._grounds: _Grounds = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.end_block()
        said = {name: value or "" for name, value in attrs}
        ground = self._ground_of(tag, said)
        self._open.append((tag, ground))
        self._silent += tag in _SILENT
        if not self._silent:
            for name in _SAID:
                if name in said:
                    self._judge(flat(said[name]), [(0, self._standing())])
        if tag in _VOID:
            self._close(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._close(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.end_block()
        if tag not in _VOID:
            self._close(tag)

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        words = re.sub(r"\s+", " ", data)
        if not self._text or self._text.endswith(" "):
            words = words.lstrip(" ")
        if words:
            self._grounds.append((len(self._text), self._standing()))
            self._text += words

    def end_block(self) -> None:
        """Judges what was gathered since the last block began."""
        if self._text:
            self._judge(self._text.rstrip(), self._grounds)
        self._text, self._grounds = "", []

    def _standing(self) -> tuple[_Ground, ...]:
        """The grounds of what comes next, the nearest first."""
        return tuple(ground for _, ground in reversed(self._open) if ground)

    def _close(self, tag: str) -> None:
        """Closes the nearest such element and all that was left open in it."""
        if all(name != tag for name, _ in self._open):
            return
        while True:
            name, _ = self._open.pop()
            self._silent -= name in _SILENT
            if name == tag:
                return

    def _ground_of(self, tag: str, said: Mapping[str, str]) -> _Ground | None:
        """What an element says of its numbers by its own nature, or by where it leads."""
        facts, classes = self._phrases.of_fact, said.get("class", "").split()
        if tag in _BY_TAG:
            self._number += 1
            return _Ground(_BY_TAG[tag], str(self._number))
        marked = next((mark for mark in _BY_MARK if mark in said), None)
        if marked:
            return _Ground(_BY_MARK[marked])
        if tag == "a" and (door := _DOOR.search(said.get("href", ""))):
            name = door["anchor"] or door["permalink"] or ""
            return _Ground("door", name) if name in facts else None
        if tag == "section" and said.get("id") in facts:
            return _Ground("fact", said["id"])
        if tag == "figure" and "chart" in classes:
            return _Ground("chart", said.get("id", "").removeprefix("chart-"))
        return next((_Ground(_BY_CLASS[one]) for one in classes if one in _BY_CLASS), None)

    def _judge(self, text: str, grounds: _Grounds) -> None:
        place = 0
        for at, number in numbers_in(text):
            while place + 1 < len(grounds) and grounds[place + 1][0] <= at:
                place += 1
            kind = self._kind(text, at, number, grounds, place)
            if kind:
                self._told.kinds[kind] += 1
            else:
                around = text[max(0, at - _AROUND) : at + len(number) + _AROUND]
                self._told.unexplained.append(Unexplained(self._page, number, around))

    def _kind(self, text: str, at: int, number: str, grounds: _Grounds, place: int) -> str | None:
        """What a number is: by the nearest ground that can tell, else by the words around it."""
        phrases, standing = self._phrases, grounds[place][1]
        chart = next((ground.of for ground in standing if ground.kind == "chart"), "")
        for ground in standing:
            if ground.kind in {"code", "date", "count", "place", "spelling"}:
                return ground.kind
            if ground.kind in {"door", "fact"} and number in phrases.of_fact[ground.of]:
                return phrases.basis(ground.of)
            if ground.kind == "verbatim" and phrases.is_verbatim(_within(ground, text, grounds)):
                return "quoted"
            if ground.kind == "formula" and number in phrases.in_formulas:
                return "derived"
        # A door shows its own figure, and no other's.
        is_door = any(ground.kind == "door" for ground in standing)
        kind = phrases.kind_at(text, at, number, with_amounts=not is_door)
        if kind is None and chart in phrases.in_charts:
            is_drawn = any(ground.kind == "drawing" for ground in standing)
            kind = phrases.in_charts[chart].get(number) or ("axis" if is_drawn else None)
        return kind


def _within(ground: _Ground, text: str, grounds: _Grounds) -> str:
    """What of the text stands on one ground."""
    starts = [*(start for start, _ in grounds), len(text)]
    pieces = zip(grounds, starts[1:], strict=True)
    return "".join(text[start:end] for (start, standing), end in pieces if ground in standing)
