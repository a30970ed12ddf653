"""Every wording of the briefing that holds a number, and what stands behind that number.

In: the site. Out: for a number within a text, what it is: quoted, derived, a date, the editor's own
word. A number is known by the whole phrase around it, never by its digits alone.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model import Amount, DrawnChart, Exemption, Seeds
from generator.pages.gate.known_wordings import (
    amounts,
    amounts_of,
    around_counts,
    bare_numbers,
    basis_of,
    texts_of,
)
from generator.pages.parts.parts import visible
from generator.pages.site import Site
from generator.text import numbers_in
from generator.wording import load_messages

KINDS = (
    *("quoted", "derived", "date", "count", "axis", "place", "corrected"),
    *("code", "spelling", "editor", "own"),
)
"""What a number on a page can be; the first two are figures, the others need no sentence."""
_NAME = re.compile(r"\{[^{}]*\}")
_OMITTED = r"\[…\]|\[\.\.\.\]|\(…\)"
_MARKS = ' “”„"'


def flat(text: str) -> str:
    """The text on one line, with plain spaces."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class _Phrase:
    text: str
    at: int
    """Where the number stands in it."""
    kind: str
    is_amount: bool


class Phrases:
    """The phrases of one site, found by the numbers in them."""

    def __init__(self, site: Site) -> None:
        """Reads every wording once; the site is one that can be composed."""
        self._site = site
        self._by_number: dict[str, dict[_Phrase, None]] = {}
        self._exempt = [re.compile(one.pattern) for one in _exemptions(site.seeds)]
        self._counts = frozenset(around_counts(load_messages(site.wording.lang)))
        self._verbatim: dict[str, bool] = {}
        for kind, texts in amounts_of(site):
            self._add(texts, kind, is_amount=True)
        for kind, texts in texts_of(site):
            self._add(texts, kind, is_amount=False)

    def kind_at(self, text: str, at: int, number: str, *, with_amounts: bool = True) -> str | None:
        """What a number of a text is by the words around it; None when nothing tells.

        Args:
            text: as `flat` leaves it.
            at: where the number stands.
            number: as `numbers_in` cut it.
            with_amounts: it may be the amount of any figure here.
        """
        found = {
            phrase.kind
            for phrase in self._by_number.get(number, ())
            if (with_amounts or not phrase.is_amount)
            and at >= phrase.at
            and text.startswith(phrase.text, at - phrase.at)
        }
        for kind in KINDS:
            if kind in found:
                return kind
        before, after = text[:at], text[at + len(number) :]
        if any(before.endswith(head) and after.startswith(tail) for head, tail in self._counts):
            return "count"
        spans = (m.span() for pattern in self._exempt for m in pattern.finditer(text))
        return "editor" if any(start <= at < end for start, end in spans) else None

    @cached_property
    def of_fact(self) -> Mapping[str, frozenset[str]]:
        """By fact the numbers in every wording of its amount, or of an event's date."""
        said = {
            name: (*amounts(entry, self._site), *bare_numbers(entry, self._site))
            for name, entry in self._site.book.entries.items()
        }
        return {
            name: frozenset(number for text in texts for _, number in numbers_in(text))
            for name, texts in said.items()
        }

    @cached_property
    def in_formulas(self) -> frozenset[str]:
        """The numbers that formulas have beside figures: typed ones and constants."""
        site, seeds = self._site, self._site.seeds
        typed = [entry.fact.formula for entry in site.book.entries.values()]
        typed += [text for check in seeds.checks for text in (check.formula, check.against)]
        said = [_NAME.sub(" ", text) for text in typed if text]
        constants = seeds.briefing.constants.values() if seeds.briefing else ()
        said += [site.wording.number(Amount(value=constant.value)) for constant in constants]
        return frozenset(number for text in said for _, number in numbers_in(text))

    @cached_property
    def in_charts(self) -> Mapping[str, Mapping[str, str]]:
        """By chart the numbers of its table, each with its kind."""
        return {name: self._in_chart(chart) for name, chart in self._site.charts.items()}

    def basis(self, fact: str) -> str:
        """Whether a figure is quoted or derived."""
        return basis_of(self._site.book.entries[fact])

    def is_verbatim(self, text: str) -> bool:
        """All of the text stands in one article, letter for letter, but for marked omissions."""
        # Each sentence stands on many pages, and is looked for in every article.
        if text not in self._verbatim:
            pieces = [piece.strip(_MARKS) for piece in re.split(_OMITTED, text)]
            self._verbatim[text] = any(
                all(_has_whole(article, piece) for piece in pieces) for article in self._articles
            )
        return self._verbatim[text]

    @cached_property
    def _articles(self) -> tuple[str, ...]:
        """The articles as their readers see them."""
        return tuple(flat(visible(one.text)) for one in self._site.book.articles.values())

    def _in_chart(self, chart: DrawnChart) -> Mapping[str, str]:
        kinds: dict[str, str] = {}
        for row in chart.rows:
            own = self.basis(row.fact) if row.fact in self._site.book.entries else "count"
            for cell in map(flat, row.cells):
                for at, number in numbers_in(cell):
                    kinds.setdefault(number, self.kind_at(cell, at, number) or own)
        return kinds

    def _add(self, texts: Iterable[str], kind: str, *, is_amount: bool) -> None:
        for text in texts:
            phrase = flat(text).rstrip(".")
            for at, number in numbers_in(phrase):
                self._by_number.setdefault(number, {})[_Phrase(phrase, at, kind, is_amount)] = None


def _has_whole(article: str, piece: str) -> bool:
    """A number is whole: twelve is no part of three hundred and twelve."""
    return piece in article and bool(re.search(rf"(?<!\d){re.escape(piece)}(?!\d)", article))


def _exemptions(seeds: Seeds) -> Iterable[Exemption]:
    return seeds.briefing.exempt_numbers if seeds.briefing else ()
