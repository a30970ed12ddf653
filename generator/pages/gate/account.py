"""Every number that a reader meets on a built page, and what accounts for it: the last gate.

In: the HTML of a page, what the site prints. Out: how many numbers are quoted, derived, or need no
sentence and why; and each that nothing explains. A mark is no proof: its text must be what the
ledger prints for what it names. Reads HTML as it is, whoever made it.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any, NamedTuple

from generator.pages.gate.printed import Printed, Prints, flat
from generator.text import may_have_number, numbers_in

KINDS = (
    *("quoted", "derived", "date", "count", "axis", "place", "corrected"),
    *("code", "spelling", "editor", "own"),
)
"""What a number on a page can be; the first two are figures, the others need no sentence."""
_VOID = frozenset(("base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))
_INLINE = frozenset(
    (
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins",
        "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u",
        "var", "wbr",
    )
)  # fmt: skip
_SAID = frozenset(
    (
        *("title", "alt", "placeholder", "label"),
        *("aria-label", "aria-description", "aria-valuetext"),
    )
)
"""Attributes whose words reach a reader."""
_SUMMARIES = frozenset(("description", "og:title", "og:description"))
"""What a page's head tells those who list it."""
_NO_FIGURE = {
    **dict.fromkeys(("<code", "<kbd", "<pre", "<samp", "<textarea", "data-address"), "code"),
    **dict.fromkeys((".fact-spellings", ".fact-words"), "spelling"),
    "data-place": "place",
}
"""Elements, attributes and classes of our own templates that say what their numbers are.

Spellings are how readers may type a figure when they search; they are never shown.
"""
_TELLING = {"time", "data", "del", "ins"} | {name[1:] for name in _NO_FIGURE if name[0] == "<"}
"""Elements that say so without an attribute."""
_LINK = re.compile(
    r"(?:(?:^|/)facts/(?:[^/#]+/)?|^)#(?P<anchor>.+)$|(?:^|/)f/(?P<permalink>[^/#]+)/$"
)
_NAMES = re.compile(
    r'(?:#|\bid="|datetime="|data-(?:facts?|period)="|<data value="(?=\d+[/~?-]))([^"<>]+)"'
)
"""What attributes of a page name: its texts without a mark are compared with that."""
_LINKED_DATA = "application/ld+json"
_NOTHING = Prints(())
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

    def add(self, apart: Sequence[Any]) -> None:
        """Adds a page that was accounted for apart."""
        self.kinds.update(apart[2])
        self.unexplained += (Unexplained(*one) for one in apart[3])
        self.pages += 1


class _Mark(NamedTuple):
    """What an element says that its text is."""

    name: str
    prints: Prints = _NOTHING
    """What may be printed for it."""
    kind: str = ""
    """Of its numbers, where no print tells it."""


class _Element(NamedTuple):
    tag: str
    mark: _Mark | None = None
    fact: str = ""
    """The fact that it is a section of, or a link to."""
    prints: Sequence[Prints] = ()
    """What may stand in it unmarked."""


def is_account(known: Sequence[Any] | None, printed: Printed) -> bool:
    """What `account_apart` gave of the same page is its account still."""
    return known is not None and known[1] == printed.answers(known[0])


def account_apart(html: str, page: str, printed: Printed) -> list[Any]:
    """The account of one page, as JSON has it.

    That is what it asked, a digest of the answers, its numbers by kind, and what is unexplained.
    """
    own = NumberAccount()
    printed.asked.clear()
    account_page(html, page, printed, own)
    asked = sorted(printed.asked)
    return [asked, printed.answers(asked), dict(own.kinds), own.unexplained]


def account_page(html: str, page: str, printed: Printed, account: NumberAccount) -> None:
    """Adds the numbers of one built page, at a path of the site, to `account`."""
    names = dict.fromkeys(name for one in _NAMES.findall(unescape(html)) for name in one.split())
    named = [prints for name in names for prints in printed.named(name)]
    reader = _Reader(page, printed, account, named)
    reader.feed(html)
    reader.close()
    account.pages += 1


class _Reader(HTMLParser):
    """Judges the text of a page block by block and mark by mark."""

    def __init__(
        self, page: str, printed: Printed, account: NumberAccount, named: Sequence[Prints]
    ) -> None:
        super().__init__(convert_charrefs=True)
        self._page, self._printed, self._account, self._named = page, printed, account, named
        self._open: list[_Element] = []
        self._texts: list[list[str]] = [[]]
        """Of the block, then of each mark that is open in it."""

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002 - the name is inherited
        """Nobody asks for the line, which takes time to count."""
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part(tag)
        said = {name: value or "" for name, value in attrs}
        element = self._element(tag, said) if said or tag in _TELLING else _Element(tag)
        self._open.append(element)
        for name in _SAID & said.keys() if said else ():
            self._judge_bare(said[name], is_markable=False)
        if tag == "meta" and (said.get("name") or said.get("property")) in _SUMMARIES:
            self._judge_bare(said.get("content", ""), is_markable=False)
        if element.mark:
            self._texts.append([])
        if tag in _VOID:
            self._close(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self._part(tag)
            self._close(tag)

    def handle_data(self, data: str) -> None:
        last = self._open[-1] if self._open else None
        if last and last.tag == "script" and last.prints:
            for text in _leaves(data):
                self._judge_bare(text, is_markable=False)
        elif not last or last.tag not in {"script", "style"}:
            self._texts[-1].append(data)

    def close(self) -> None:
        """Judges what is left open, too."""
        super().close()
        while self._open:
            self._close(self._open[-1].tag)
        self._part("")

    def _element(self, tag: str, said: Mapping[str, str]) -> _Element:
        """What an element says of its numbers by its own nature, its id, or where it leads."""
        printed, fact, classes = self._printed, "", said.get("class", "").split()
        if tag == "section":
            fact = said.get("id", "")
        elif tag == "details":
            fact = said.get("data-figure", "")
        elif tag == "a" and (link := _LINK.search(said.get("href", ""))):
            fact = link["anchor"] or link["permalink"]
        fact = fact if fact and printed.fact(fact) else ""
        ids = [said.get("id", ""), *said.get("data-facts", "").split()]
        prints = [one for name in ids if name for one in printed.section(name)]
        if "computed" in classes:
            prints.append(printed.formulas)
        if said.get("type") == _LINKED_DATA:
            prints.append(printed.days)
        for name in (f"<{tag}", *said, *(f".{name}" for name in classes)):
            if name in _NO_FIGURE:
                return _Element(tag, _Mark(name, kind=_NO_FIGURE[name]), fact, prints)
        return _Element(tag, self._mark(tag, said, fact), fact, prints)

    def _mark(self, tag: str, said: Mapping[str, str], fact: str) -> _Mark | None:
        """What the text of an element must be, by what it names: a fact, a date, an article."""
        printed, value = self._printed, said.get("value", "")
        if tag == "time":
            value = said.get("data-period") or said.get("datetime", "")
            mark = _Mark(f"date {value}", printed.date(value))
        elif tag == "data" and "data-count" in said:
            mark = _Mark(f"count {value}", printed.count(value))
        elif tag == "data":
            # Of the fact around it, else a date.
            fact = next((one.fact for one in reversed(self._open) if one.fact), "")
            amount = (fact and printed.fact(fact)) or _NOTHING
            prints = amount if amount.value == value else printed.date(value)
            mark = _Mark(f"figure {fact} ({value})" if fact else f"date {value}", prints)
        elif tag in {"del", "ins"}:
            mark = _Mark("correction", printed.struck)
        elif "data-article" in said:
            mark = _Mark(said["data-article"], kind="quoted")
        elif fact := said.get("data-fact") or (fact if tag == "a" else ""):
            mark = _Mark(f"figure {fact}", printed.fact(fact) or _NOTHING)
        else:
            return None
        return mark

    def _part(self, tag: str) -> None:
        """A block ends a text; within a mark, and as a line within a text, it only parts words."""
        if tag in _INLINE:
            return
        if len(self._texts) > 1 or tag in {"br", "tspan"}:
            self._texts[-1].append(" ")
        elif self._texts[0]:
            text = "".join(self._texts[0])
            self._texts[0].clear()
            if may_have_number(text):
                is_markable = not any(one.tag in {"svg", "title"} for one in self._open)
                self._judge_bare(text, is_markable=is_markable)

    def _close(self, tag: str) -> None:
        """Closes the nearest such element and all that was left open in it."""
        is_last = bool(self._open) and self._open[-1].tag == tag
        if not is_last and all(one.tag != tag for one in self._open):
            return
        while True:
            element = self._open.pop()
            if element.mark:
                self._judge_marked(element.mark, flat("".join(self._texts.pop())))
                self._texts[-1].append(_MARKED)
            if element.tag == tag:
                return

    def _judge_marked(self, mark: _Mark, text: str) -> None:
        """Counts the numbers of a marked text, or refuses it as a whole."""
        name, prints, kind = mark
        usual = next(iter(prints.texts), "")
        cause = f"{name} is printed as “{usual}”" if usual else f"there is no {name}"
        is_right = bool(kind) or prints.accepts(text)
        if kind == "quoted":
            is_right = self._printed.has_quote(name, text)
            cause = f"article {name} does not say so"
        for at, number in numbers_in(text):
            if not is_right:
                self._refuse(text, at, number, cause)
                return
            _, said = max(prints.find(text, at, number), default=(0, "editor"))
            self._account.kinds[kind or prints.texts.get(text) or said] += 1

    def _judge_bare(self, text: str, *, is_markable: bool) -> None:
        """Counts the numbers of a text without a mark, or refuses them.

        An amount within a sentence would bear a mark; titles, attributes and drawings bear none.
        """
        if not may_have_number(text):
            return
        text = flat(text)
        for at, number in numbers_in(text):
            if kind := self._kind(text, at, number, is_markable=is_markable):
                self._account.kinds[kind] += 1
            else:
                self._refuse(text, at, number)

    def _kind(self, text: str, at: int, number: str, *, is_markable: bool) -> str | None:
        """What an unmarked number is, by the longest phrase around it that is printed here."""
        around = [prints for one in self._open for prints in one.prints]
        found = [one for prints in around for one in prints.find(text, at, number)]
        for prints in self._named:
            said = prints.find(text, at, number)
            found += (one for one in said if not is_markable or one[1] == "date")
        found += self._printed.typed(text, at, number)
        if found:
            return max(found, key=lambda one: one[0])[1]
        spans = (m.span() for pattern in self._printed.exempt for m in pattern.finditer(text))
        if any(start <= at < end for start, end in spans):
            return "editor"
        drawn = () if is_markable else around
        if any(prints.accepts(text) for prints in drawn):
            return "editor"
        return "axis" if any(text in prints.ticks for prints in drawn) else None

    def _refuse(self, text: str, at: int, number: str, cause: str = "") -> None:
        around = text[max(0, at - _AROUND) : at + len(number) + _AROUND].replace(_MARKED, "…")
        self._account.unexplained.append(Unexplained(self._page, number, around, cause))


def _leaves(data: str) -> Iterator[str]:
    """Every text and number in data for machines; what cannot be read is one text."""
    try:
        left = [json.loads(data)]
    except ValueError:
        left = [data]
    while left:
        one = left.pop()
        if isinstance(one, dict):
            left += one.values()
        elif isinstance(one, list):
            left += one
        else:
            yield str(one)
