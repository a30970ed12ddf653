"""Every number that a reader meets on a built page, and what accounts for it: the last gate.

In: the HTML of a page, what the site prints. Out: how many numbers are quoted, derived, or need no
sentence and why; and each that nothing explains. A mark is no proof: its text must be what the
ledger prints for what it names. Reads HTML as it is, whoever made it.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple

from generator.charts import without_space
from generator.pages.gate.printed import Prints, Printed, flat
from generator.text import numbers_in

KINDS = (
    *("quoted", "derived", "date", "count", "axis", "place", "corrected"),
    *("code", "example", "spelling", "editor", "own"),
)
"""What a number on a page can be; the first two are figures, the others need no sentence."""
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_INLINE = frozenset(
    (
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins",
        "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u",
        "var", "wbr",
    )
)  # fmt: skip
_SAID = ("title", "aria-label", "aria-description", "aria-valuetext", "alt", "placeholder", "label")
"""Attributes whose words reach a reader."""
_SUMMARIES = frozenset(("description", "og:title", "og:description"))
"""What a page's head tells those who list it."""
_UNCHECKED = {
    **dict.fromkeys(("<code", "<kbd", "<pre", "<samp", "<textarea", "data-address"), "code"),
    **dict.fromkeys((".fact-spellings", ".fact-words"), "spelling"),
    "data-place": "place",
}
"""Elements, attributes and classes of our own templates that say what their numbers are.

Spellings are how readers may type a figure when they search; they are never shown.
"""
_LINK = re.compile(r"(?:(?:^|/)facts/|^)#(?P<anchor>.+)$|(?:^|/)f/(?P<permalink>[^/#]+)/$")
_MARKED = "\0"
"""Stands in a text for a marked part of it, which is accounted for by itself."""
_AROUND = 30


class Unexplained(NamedTuple):
    """A number that stands on a page without anything behind it."""

    page: str
    number: str
    around: str
    cause: str = ""
    """Why its mark does not account for it; empty where it has none."""


@dataclass(slots=True)
class NumberAccount:
    """What the numbers of some pages are."""

    kinds: Counter[str] = field(default_factory=Counter)
    pages: int = 0
    unexplained: list[Unexplained] = field(default_factory=list)


class _Mark(NamedTuple):
    """What an element says of the numbers in it."""

    name: str
    """For messages."""
    prints: Prints | None = None
    """What its text may be; None where the kind alone tells."""
    kind: str = ""
    """Where no print tells it."""


class _Element(NamedTuple):
    tag: str
    mark: _Mark | None
    fact: str
    """The fact that it is a section of, or a link to."""
    prints: tuple[Prints, ...]
    """What may stand in it unmarked."""


class _Bare(NamedTuple):
    """A text without a mark."""

    text: str
    prints: tuple[Prints, ...]
    is_markable: bool
    """It is no attribute, no title and no drawing: an amount in it would bear a mark."""
    is_drawn: bool


def account_page(html: str, page: str, printed: Printed, account: NumberAccount) -> None:
    """Adds the numbers of one built page to `account`.

    Args:
        html: the page as the engine wrote it.
        page: its path in the site, for messages.
        printed: by the site that the page belongs to.
        account: what is known so far; it is added to.
    """
    reader = _Reader(page, printed, account)
    reader.feed(html)
    reader.close()
    reader.end_page()
    account.pages += 1


class _Reader(HTMLParser):
    """Gathers the text of a page block by block and mark by mark."""

    def __init__(self, page: str, printed: Printed, account: NumberAccount) -> None:
        super().__init__(convert_charrefs=True)
        self._page, self._printed, self._account = page, printed, account
        self._open: list[_Element] = []
        self._texts: list[list[str]] = [[]]
        """Of the block, then of each mark that is open in it."""
        self._bare: list[_Bare] = []
        self._named: dict[int, Prints] = {}
        """What the page marks, by identity: its unmarked texts are compared with that."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part(tag)
        said = {name: value or "" for name, value in attrs}
        self._open.append(self._element(tag, said))
        for text in (said[name] for name in _SAID if name in said):
            self._keep(text, is_markable=False)
        if tag == "meta" and (said.get("name") or said.get("property")) in _SUMMARIES:
            self._keep(said.get("content", ""), is_markable=False)
        if self._open[-1].mark:
            self._texts.append([])
        if tag in _VOID:
            self._close(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._close(tag)

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)
        if tag not in _VOID:
            self._close(tag)

    def handle_data(self, data: str) -> None:
        last = self._open[-1] if self._open else None
        if last is None or last.mark or last.tag not in {"script", "style"}:
            self._texts[-1].append(data)

    def end_page(self) -> None:
        """Judges the unmarked texts, now that all that the page marks is known."""
        while self._open:
            self._close(self._open[-1].tag)
        self._part("")
        for bare in self._bare:
            for at, number in numbers_in(bare.text):
                self._count(self._kind(bare, at, number), bare.text, at, number)

    def _element(self, tag: str, said: Mapping[str, str]) -> _Element:
        """What an element says of its numbers by its own nature, its id, or where it leads."""
        printed, fact = self._printed, ""
        if tag == "section":
            fact = said.get("id", "")
        elif tag == "a" and (link := _LINK.search(said.get("href", ""))):
            fact = link["anchor"] or link["permalink"]
        names = [said.get("id", ""), *said.get("data-facts", "").split()]
        prints = [one for name in names for one in printed.sections.get(name, ())]
        self._named |= {id(one): one for one in prints}
        if "computed" in said.get("class", "").split():
            prints.append(printed.formulas)
        fact = fact if fact in printed.facts else ""
        return _Element(tag, self._mark(tag, said, fact), fact, tuple(prints))

    def _mark(self, tag: str, said: Mapping[str, str], fact: str) -> _Mark | None:
        printed, value = self._printed, said.get("value", "")
        names = (f"<{tag}", *said, *(f".{name}" for name in said.get("class", "").split()))
        kind = next((_UNCHECKED[name] for name in names if name in _UNCHECKED), None)
        if kind:
            return _Mark(kind, kind=kind)
        if tag == "script":
            return _Mark("", kind="json") if said.get("type") == "application/ld+json" else None
        if tag in {"blockquote", "q"}:
            return _Mark(said.get("data-article", ""), kind="quoted")
        if tag in {"del", "ins"}:
            return _Mark("what was corrected or withdrawn", printed.struck)
        if tag == "time":
            value = said.get("data-period") or said.get("datetime", "")
            return _Mark(f"the date {value}", printed.date(value))
        if tag == "data" and "data-count" in said:
            return _Mark(f"the count {value}", printed.count(value))
        if tag == "data":
            return self._valued(value)
        fact = said.get("data-fact") or (fact if tag == "a" else "")
        return _Mark(fact, printed.facts.get(fact, Prints(()))) if fact else None

    def _valued(self, value: str) -> _Mark:
        """A value for machines: of the fact around it, else a date."""
        fact = next((one.fact for one in reversed(self._open) if one.fact), "")
        if fact and (prints := self._printed.facts[fact]).value == value:
            return _Mark(fact, prints)
        date = self._printed.date(value)
        return _Mark(f"the date {value}" if date.texts else f"{fact} with the value {value}", date)

    def _part(self, tag: str) -> None:
        """A block ends a text; within a mark, and as a line within a text, it only parts words."""
        if tag in _INLINE:
            return
        if len(self._texts) > 1 or tag in {"br", "tspan"}:
            self._texts[-1].append(" ")
            return
        self._keep("".join(self._texts[0]), is_markable=not self._is_in("svg", "title"))
        self._texts[0].clear()

    def _keep(self, text: str, *, is_markable: bool) -> None:
        if any(numbers_in(text)):
            prints = tuple(print for one in self._open for print in one.prints)
            is_drawn = bool(prints) and self._is_in("svg")
            self._bare.append(_Bare(flat(text), prints, is_markable, is_drawn))

    def _is_in(self, *tags: str) -> bool:
        return any(one.tag in tags for one in self._open)

    def _close(self, tag: str) -> None:
        """Closes the nearest such element and all that was left open in it."""
        if all(one.tag != tag for one in self._open):
            return
        while True:
            element = self._open.pop()
            if element.mark:
                text = "".join(self._texts.pop())
                self._judge(element.mark, text, is_drawn=self._is_in("svg"))
                self._texts[-1].append(_MARKED)
            if element.tag == tag:
                return

    def _judge(self, mark: _Mark, text: str, *, is_drawn: bool) -> None:
        """Counts the numbers of a marked text, or refuses it."""
        if mark.kind == "json":
            texts = map(flat, _strings(json.loads(text)))
            self._bare += (_Bare(one, (), is_markable=False, is_drawn=False) for one in texts)
            return
        text, prints = flat(text), mark.prints
        numbers = [*numbers_in(text)]
        if prints is None:
            is_right = mark.kind != "quoted" or self._printed.has_quote(mark.name, text)
            cause = f"article {mark.name or '(none)'} does not say so"
        else:
            self._named[id(prints)] = prints
            is_right = text in prints.texts
            is_right |= is_drawn and without_space(text) in prints.labels
            usual = next(iter(prints.texts), "")
            cause = f"{mark.name} is printed as “{usual}”" if usual else f"there is no {mark.name}"
        if numbers and not is_right:
            self._refuse(text, *numbers[0], cause)
            return
        for at, number in numbers:
            kind = prints.texts.get(text) if prints else mark.kind
            bare = _Bare(text, (prints,) if prints else (), is_markable=False, is_drawn=False)
            self._count(kind or self._kind(bare, at, number), text, at, number)

    def _kind(self, bare: _Bare, at: int, number: str) -> str | None:
        """What an unmarked number is, by the longest phrase around it that is printed here."""
        text, found = bare.text, []
        for prints in bare.prints:
            found += prints.find(text, at, number)
        for prints in self._named.values():
            said = prints.find(text, at, number)
            found += (one for one in said if not bare.is_markable or one[1] == "date")
        found += self._printed.words.find(text, at, number)
        if found:
            return max(found, key=lambda one: one[0])[1]
        spans = (m.span() for pattern in self._printed.exempt for m in pattern.finditer(text))
        if any(start <= at < end for start, end in spans):
            return "editor"
        is_tick = bare.is_drawn and self._printed.tick.fullmatch(text)
        return "axis" if is_tick else None

    def _count(self, kind: str | None, text: str, at: int, number: str) -> None:
        if kind:
            self._account.kinds[kind] += 1
        else:
            self._refuse(text, at, number)

    def _refuse(self, text: str, at: int, number: str, cause: str = "") -> None:
        around = text[max(0, at - _AROUND) : at + len(number) + _AROUND]
        self._account.unexplained.append(Unexplained(self._page, number, around, cause))


def _strings(value: object) -> Iterator[str]:
    """Every text of a JSON document that is no address."""
    if isinstance(value, str) and "://" not in value:
        yield value
    elif isinstance(value, dict):
        yield from (text for item in value.values() for text in _strings(item))
    elif isinstance(value, list):
        yield from (text for item in value for text in _strings(item))
