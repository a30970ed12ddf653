"""What a site prints of each fact, cross-check and chart, and the words that its editors typed.

In: the site. Out: texts, each with the kind that the numbers in it are of. All is computed from the
book by the wording, as the templates do it; nothing is read from a page.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache, cached_property
from typing import get_args

from generator.charts import label_facts
from generator.ledger import cross_checks
from generator.model import Amount, Entry, Period, Seeds
from generator.pages.generated.gallery import gallery_charts
from generator.pages.links import Links
from generator.pages.parts.corrections import corrected_words
from generator.pages.parts.formulas import interval_words
from generator.pages.parts.parts import Form, Parts, machine_value, visible
from generator.pages.parts.references import withdrawn_name, withdrawn_words
from generator.pages.site import Site
from generator.text import numbers_in
from generator.wording import drawn_amount, fact_name, full_name, load_messages

_HOLE = re.compile(r"\{[^{}]*\}")
_OMITTED = re.compile(r"\[…\]|\[\.\.\.\]|\(…\)")
_QUOTE_MARKS = ' “”„"'
_SIGNS = frozenset("+-\N{MINUS SIGN}")

Typed = tuple[str, str]
"""A text, and the kind of the numbers in it."""


def flat(text: str) -> str:
    """The text on one line, with plain spaces."""
    return " ".join(text.split())


class Prints:
    """What is printed for one thing: as a marked text, and within texts that say more."""

    def __init__(
        self,
        texts: Iterable[Typed],
        within: Iterable[Typed] = (),
        *,
        value: str = "",
        labels: Iterable[str] = (),
    ) -> None:
        """Of equal texts the first counts.

        Args:
            texts: all that a marked text may be, the most usual first.
            within: what may stand within an unmarked text.
            value: the thing for machines.
            labels: what a drawing writes for it, without white space.
        """
        self.texts: dict[str, str] = {}
        self.value, self.labels = value, frozenset(labels)
        self._by_number: dict[str, dict[tuple[str, int], str]] = {}
        for text, kind in texts:
            self.texts.setdefault(flat(text), kind)
        for text, kind in within:
            phrase = flat(text).rstrip(".")
            for at, number in numbers_in(phrase):
                self._by_number.setdefault(number, {}).setdefault((phrase, at), kind)

    def find(self, text: str, at: int, number: str) -> Iterator[tuple[int, str]]:
        """How long each phrase is that has this number at this place of a text, and its kind."""
        for (phrase, offset), kind in self._by_number.get(number, {}).items():
            start, end = at - offset, at - offset + len(phrase)
            if start >= 0 and text.startswith(phrase, start):
                before, after = text[:start][-1:], text[end : end + 1]
                is_cut = before.isalnum() and phrase[0].isalnum()
                is_cut |= after.isalnum() and phrase[-1].isalnum()
                if not is_cut and not (phrase[0].isdigit() and before in _SIGNS):
                    yield len(phrase), kind


class _Invented(Prints):
    """An example for readers, whose numbers are nobody's."""

    def find(self, text: str, at: int, number: str) -> Iterator[tuple[int, str]]:
        """Every number in it is an example's."""
        yield max(len(text), at + len(number)), "example"


class Printed:
    """What one site prints."""

    def __init__(self, site: Site) -> None:
        """The site is one that can be composed."""
        self._site, self._parts = site, Parts(site, Links("index.md"))
        exemptions = site.seeds.briefing.exempt_numbers if site.seeds.briefing else ()
        self.exempt = tuple(re.compile(one.pattern) for one in exemptions)
        self.date = cache(self._date)
        self.has_quote = cache(self._has_quote)

    @cached_property
    def facts(self) -> Mapping[str, Prints]:
        """By id the facts, those without an amount that were withdrawn included."""
        site = self._site
        gone = {
            fact.id: Prints([(text, "editor") for text in (fact.id, withdrawn_name(fact, site))])
            for fact in site.book.withdrawn.values()
        }
        return gone | {name: self._fact(entry) for name, entry in site.book.entries.items()}

    @cached_property
    def sections(self) -> Mapping[str, list[Prints]]:
        """By the id of an element what may stand in it unmarked: of a fact, a check or a chart."""
        site, wording, found = self._site, self._site.wording, {}
        for result in cross_checks(site.book, site.seeds)[0]:
            said = []
            for side in filter(None, (result.left, result.right)):
                said += [wording.amount(side.amount, signed=signed) for signed in (False, True)]
                said.append(interval_words(side.low, side.high, side.amount.unit, wording))
            found[f"check--{result.check.id}"] = [Prints((), [(one, "derived") for one in said])]
        for name, chart in site.charts.items():
            facts = {row.fact: self.facts[row.fact] for row in chart.rows if row.fact}
            # Beside the figures a row has its range; without a fact, what it counts.
            basis = {name: next(iter(fact.texts.values())) for name, fact in facts.items()}
            cells = [
                (cell, basis.get(row.fact, "count")) for row in chart.rows for cell in row.cells[1:]
            ]
            found[f"chart-{name}"] = [*facts.values(), Prints((), cells)]
        found |= {f"chart-{one.id}": [_Invented(())] for one in gallery_charts(wording.lang)}
        return found | {name: [fact] for name, fact in self.facts.items()}

    @cached_property
    def formulas(self) -> Prints:
        """The numbers that formulas have beside figures: typed ones and constants."""
        seeds, wording = self._site.seeds, self._site.wording
        typed = [entry.fact.formula for entry in self._site.book.entries.values()]
        typed += [text for check in seeds.checks for text in (check.formula, check.against)]
        said = [_HOLE.sub(" ", text) for text in typed if text]
        constants = seeds.briefing.constants.values() if seeds.briefing else ()
        said += [wording.number(Amount(value=constant.value)) for constant in constants]
        return Prints((), [(number, "derived") for text in said for _, number in numbers_in(text)])

    @cached_property
    def struck(self) -> Prints:
        """What was corrected, as it stood and as it stands, and what was withdrawn."""
        book, words = (
            self._site.book,
            [withdrawn_words(one, self._site) for one in self._site.book.withdrawn.values()],
        )
        for made in self._site.seeds.corrections:
            entry = book.entries.get(made.fact)
            for typed in (made.old, made.new):
                words.append(corrected_words(made.changed, typed, entry, self._parts))
        return Prints((text, "corrected") for text in words)

    @cached_property
    def tick(self) -> re.Pattern[str]:
        """A number on a scale: with a scale word and a sign of percent, and nothing else."""
        messages = load_messages(self._site.wording.lang)
        scales = [messages[key] for key in messages if key.startswith("scale-")]
        words = {flat(piece) for text in scales for piece in _HOLE.split(text)}
        return re.compile(
            rf"[+\N{{MINUS SIGN}}-]?[\d.,]+ ?(?:{'|'.join(map(re.escape, words))})? ?%?"
        )

    @cached_property
    def words(self) -> Prints:
        """What is no figure wherever it stands: texts of editors and catalogues, ids, totals."""
        book, seeds, wording = self._site.book, self._site.seeds, self._site.wording
        located = [one for entry in book.entries.values() for one in entry.located]
        totals = {"fact-count": book.entries, "article-count": book.articles}
        ids = (self._site.address, *book.entries, *book.withdrawn, *seeds.moved, *book.articles)
        return Prints(
            (),
            [
                *((text, "quoted") for one in located for text in one.quote.translation.values()),
                *((wording.count(key, len(of)), "count") for key, of in totals.items()),
                *((text, "code") for text in ids),
                *((text, "date") for text in _machine_dates(self._site)),
                *((text, "editor") for text in _editors_texts(seeds)),
                ("404 - ", "own"),  # the engine's page for addresses that lead nowhere
                *((text, "own") for text in _pieces(load_messages(wording.lang).values())),
            ],
        )

    def count(self, value: str) -> Prints:
        """A whole number as the site prints it."""
        is_whole = re.fullmatch(r"\d{1,15}", value)
        number = self._site.wording.number(Amount(value=Decimal(value))) if is_whole else ""
        return Prints([(number, "count")] if number else ())

    def _date(self, edtf: str) -> Prints:
        """A date in each of its wordings; nothing for what is no date."""
        said = []
        with suppress(ValueError):
            said = [(text, "date") for text in self._times(Period.parse(edtf))]
        return Prints(said, said)

    def _times(self, *periods: Period) -> list[str]:
        wording = self._site.wording
        return [text for one in periods for text in (wording.period(one), wording.at(one))]

    def _has_quote(self, article: str, text: str) -> bool:
        """All of the text stands in the article, letter for letter, but for marked omissions."""
        pieces = [piece.strip(_QUOTE_MARKS) for piece in _OMITTED.split(text)]
        shown = self._articles.get(article, "")
        # A number is whole: twelve is no part of three hundred and twelve.
        return all(re.search(rf"(?<!\d){re.escape(piece)}(?!\d)", shown) for piece in pieces)

    @cached_property
    def _articles(self) -> Mapping[str, str]:
        """The articles as their readers see them."""
        return {name: flat(visible(one.text)) for name, one in self._site.book.articles.items()}

    def _fact(self, entry: Entry) -> Prints:
        site, wording, fact = self._site, self._site.wording, entry.fact
        basis = "derived" if fact.basis == "derived" else "quoted"
        amounts = [(self._parts.amount(entry, form), basis) for form in get_args(Form)]
        times = [(text, "date") for text in self._times(entry.period, entry.known_from)]
        moved = [one.id for one in site.seeds.moved.values() if one.to == fact.id]
        pages = [wording.say("permalink-title", id=one) for one in (fact.id, *moved)]
        names = [(full_name(entry, wording), "date"), (fact_name(entry, wording), "editor")]
        within = times
        # A bare number may stand anywhere: it is known by its mark alone.
        if entry.amount is not None and entry.amount.unit is not None:
            interval = interval_words(entry.low, entry.high, entry.amount.unit, wording)
            drawn = drawn_amount(entry, wording)
            within = [*amounts, (drawn, basis), (interval, basis), *times]
        return Prints(
            [*amounts, *times, *names, *((text, "code") for text in (*pages, fact.id))],
            within,
            value=machine_value(entry),
            labels=label_facts([entry], wording),
        )


def _machine_dates(site: Site) -> Iterator[str]:
    """Every date of the ledger for machines, and the first and last day of each."""
    entries, articles = site.book.entries.values(), site.book.articles.values()
    for when in (
        *(when for one in entries for when in (one.period, one.known_from)),
        *(one.date_published for one in articles),
    ):
        yield from (str(day) for day in (when, when.start, when.end) if day)


def _editors_texts(seeds: Seeds) -> Iterator[str]:
    """Labels, titles, notes and reasons; of articles also who published them and where."""
    for one in seeds.articles.values():
        licence = (one.license.name, one.license.url) if one.license else ()
        yield from filter(None, (one.producer, one.author, one.url_main, *licence))
    records = (seeds.briefing, seeds.articles, seeds.units, seeds.indicators, seeds.facts)
    yield from _translated((*records, seeds.checks, seeds.corrections, seeds.moved, seeds.charts))


def _translated(value: object) -> Iterator[str]:
    """Every text in a language within a record; what holds no language is no text for readers."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _translated(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _translated(item)
    elif is_dataclass(value):
        for field in fields(value):
            if not isinstance(item := getattr(value, field.name), str):
                yield from _translated(item)


def _pieces(messages: Iterable[str]) -> Iterator[str]:
    """What of messages stands between their {names}, and the whole where braces are its own."""
    for message in messages:
        for piece in (*_HOLE.split(message), message):
            if any(map(str.isalpha, piece)):
                yield piece
