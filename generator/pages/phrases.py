"""Every wording of the briefing that holds a number, and what stands behind that number.

In: the site. Out: for a number within a text, what it is: quoted, derived, a date, the editor's own
word. A number is known by the whole phrase around it, never by its digits alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cached_property

from generator.charts import drawn_amount, written_amount
from generator.ledger import cross_checks
from generator.model import Amount, DrawnChart, Entry, Exemption, Period, Seeds
from generator.pages.catalogue import load_messages
from generator.pages.corrections import corrected_words
from generator.pages.formulas import interval_words
from generator.pages.gallery_page import gallery_charts
from generator.pages.links import Links
from generator.pages.numerals import numbers_in
from generator.pages.parts import Parts, machine_value, quote_text, unsigned, visible
from generator.pages.site import Site

KINDS = (
    *("quoted", "derived", "date", "count", "axis", "place", "corrected"),
    *("code", "example", "editor", "own"),
)
"""What a number on a page can be; the first two are figures, the others need no sentence."""
_HOLE = re.compile(r"\{\w*\}")
_NAME = re.compile(r"\{[^{}]*\}")
_COUNTS = re.compile(r".*-(?:zero|one|two|few|many|other)")
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
        self._counts = frozenset(_around_counts(load_messages(site.wording.lang)))
        for kind, texts in _amounts_of(site):
            self._add(texts, kind, is_amount=True)
        for kind, texts in _texts(site):
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
            name: (*_amounts(entry, self._site), *_bare(entry, self._site))
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

    @cached_property
    def examples(self) -> frozenset[str]:
        """The ids of invented charts, whose numbers are nobody's."""
        return frozenset(chart.id for chart in gallery_charts(self._site.wording.lang))

    def basis(self, fact: str) -> str:
        """Whether a figure is quoted or derived."""
        return _basis(self._site.book.entries[fact])

    def is_verbatim(self, text: str) -> bool:
        """All of the text stands in one article, letter for letter, but for marked omissions."""
        pieces = [piece.strip(_MARKS) for piece in re.split(_OMITTED, text)]
        return any(all(piece in article for piece in pieces) for article in self._articles)

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


def _amounts_of(site: Site) -> Iterator[tuple[str, Iterable[str]]]:
    """Each kind of figure with wordings of amounts."""
    wording = site.wording
    for entry in site.book.entries.values():
        # A bare number may stand anywhere: it is known by its door alone.
        if entry.amount is not None and entry.amount.unit is not None:
            yield _basis(entry), _amounts(entry, site)
    for result in cross_checks(site.book, site.seeds)[0]:
        for side in (result.left, result.right):
            if side:
                within = interval_words(side.low, side.high, side.amount.unit, wording)
                yield "derived", (wording.amount(side.amount), within)


def _texts(site: Site) -> Iterator[tuple[str, Iterable[str]]]:
    """Each other kind with wordings of it."""
    wording = site.wording
    for entry in site.book.entries.values():
        yield "quoted", (quote_text(located) for located in entry.located)
        for located in entry.located:
            yield "quoted", located.quote.translation.values()
    for period in _periods(site):
        yield "date", (wording.period(period), wording.at(period))
    parts = Parts(site, Links("index.md"))
    for made in site.seeds.corrections:
        one, typed = site.book.entries.get(made.fact), (made.old, made.new)
        yield "corrected", [corrected_words(made.changed, text, one, parts) for text in typed]
    yield "editor", _typed(site.seeds)
    yield "own", ("404 - ",)  # the engine's page for addresses that lead nowhere
    yield "own", (piece for text in load_messages(wording.lang).values() for piece in _pieces(text))


def _basis(entry: Entry) -> str:
    return "derived" if entry.fact.basis == "derived" else "quoted"


def _amounts(entry: Entry, site: Site) -> Iterator[str]:
    """An entry's amount in every wording of the site, with its unit; an event's period."""
    wording, amount = site.wording, entry.amount
    yield from (written_amount(entry, wording), drawn_amount(entry, wording))
    if amount is not None:
        plain = replace(amount, hedge="exact")
        for form in (amount, unsigned(amount), plain, unsigned(plain)):
            yield from (wording.amount(form), wording.amount(form, signed=True))
        yield interval_words(entry.low, entry.high, amount.unit, wording)


def _bare(entry: Entry, site: Site) -> Iterator[str]:
    """The same without unit: enough within a door, too little anywhere else."""
    yield machine_value(entry)
    if entry.amount is not None:
        yield from (site.wording.number(form) for form in (entry.amount, unsigned(entry.amount)))


def _periods(site: Site) -> Iterator[Period]:
    for entry in site.book.entries.values():
        yield from (entry.period, entry.known_from)
    for article in site.book.articles.values():
        yield article.date_published
    for correction in site.seeds.corrections:
        yield correction.date


def _typed(value: object) -> Iterator[str]:
    """Every text that an editor typed; amounts and periods are none, nor are articles."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _typed(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _typed(item)
    elif is_dataclass(value) and not isinstance(value, (Amount, Period)):
        for field in fields(value):
            if field.name not in {"marks", "text", "exact", "lock", "documents", "problems"}:
                yield from _typed(getattr(value, field.name))


def _pieces(message: str) -> Iterator[str]:
    """What of a message stands between its {names}, and the whole where braces are its own."""
    yield from (piece for piece in (*_HOLE.split(message), message) if _has_letter(piece))


def _around_counts(messages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What stands right before and after the number in each message that counts."""
    for key, message in messages.items():
        head, hole, tail = message.partition("{number}")
        if hole and _COUNTS.fullmatch(key):
            around = _HOLE.split(head)[-1].lstrip(), _HOLE.split(tail)[0].rstrip()
            if any(map(_has_letter, around)):
                yield around


def _has_letter(text: str) -> bool:
    return any(map(str.isalpha, text))


def _exemptions(seeds: Seeds) -> Iterable[Exemption]:
    return seeds.briefing.exempt_numbers if seeds.briefing else ()
