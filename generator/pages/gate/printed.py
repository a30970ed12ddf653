"""What a site prints of each fact, cross-check and chart, and the words that its editors typed.

In: the site. Out: texts, each with the kind that the numbers in it are of. All is computed from the
book by the wording, as the templates do it; nothing is read from a page.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache, cached_property
from html import unescape
from typing import get_args

from generator.charts import label_facts, without_space
from generator.kept import digest
from generator.ledger import cross_checks
from generator.model import Amount, DrawnChart, Entry, Period
from generator.pages.handbook import reference_texts
from generator.pages.links import Links
from generator.pages.parts.formulas import interval_words
from generator.pages.parts.parts import Form, PageParts, machine_value, visible
from generator.pages.parts.references import corrected_words, withdrawn_name, withdrawn_words
from generator.pages.site import Site
from generator.text import numbers_in
from generator.wording import drawn_amount, fact_name, full_name, load_messages, period_of

Question = tuple[str, str]
"""A kind of thing, and its name."""
_HOLE = re.compile(r"\{[^{}]*\}")
_OMITTED = re.compile(r"\[…\]|\[\.\.\.\]|\(…\)")
_QUOTE_MARKS = ' “”„"…'
_POINTS = {".", ","}
_SIGNS = frozenset("+-\N{MINUS SIGN}")


def flat(text: str) -> str:
    """The text on one line, with plain spaces."""
    return " ".join(text.split())


class Prints:
    """The texts that are printed for one thing, found by the numbers in them."""

    def __init__(
        self, texts: Iterable[tuple[str, str]], value: str = "", ticks: Sequence[str] = ()
    ) -> None:
        """Each with the kind of its numbers, the most usual text first.

        `value` is for machines; `ticks` stand on the axes of a drawing, each alone.
        """
        self.value, self.ticks, self.texts = value, ticks, dict[str, str]()
        self._by_number: dict[str, list[tuple[str, int, str]]] = {}
        for text, kind in texts:
            self.texts.setdefault(flat(text), kind)
        for text, kind in self.texts.items():
            phrase = text.rstrip(".")
            for at, number in numbers_in(phrase) if kind else ():
                self._by_number.setdefault(number, []).append((phrase, at, kind))

    @property
    def content(self) -> tuple[object, ...]:
        """All that it answers from."""
        return tuple(self.texts.items()), self.value, tuple(self.ticks)

    def beside(self, number: str) -> Sequence[object]:
        """The phrases that have a number."""
        return self._by_number.get(number, ())

    def accepts(self, text: str) -> bool:
        """The thing is printed so; a drawing breaks its lines anywhere."""
        return text in self.texts or without_space(text) in self.texts

    def find(self, text: str, at: int, number: str) -> Iterator[tuple[int, str]]:
        """How long each phrase is that has this number at this place of a text, and its kind."""
        for phrase, offset, kind in self._by_number.get(number, ()):
            start = at - offset
            if start >= 0 and text.startswith(phrase, start):
                before, after = text[:start][-1:], text[start + len(phrase) :][:1]
                is_cut = before.isalnum() and phrase[0].isalnum()
                is_cut |= after.isalnum() and phrase[-1].isalnum()
                if not is_cut and not (phrase[0].isdigit() and before in _SIGNS):
                    yield len(phrase), kind


class Printed:
    """What one site prints."""

    def __init__(self, site: Site) -> None:
        """The site is one that can be composed."""
        self._site, self._parts = site, PageParts(site, Links("index.md"))
        exemptions = site.seeds.briefing.exempt_numbers if site.seeds.briefing else ()
        self.exempt = tuple(re.compile(one.pattern) for one in exemptions)
        articles = site.book.articles.values()
        self._articles = {one.id: flat(visible(one.text)) for one in articles}
        self.date = cache(self._date)
        self._said = cache(lambda kind, name: digest(self._answer(kind, name)))
        """Many pages ask the same."""
        self.asked: set[Question] = set()
        """What was asked of the ledger, so that a page's answers can be compared later."""

    def fact(self, name: str) -> Prints | None:
        """What is printed for a fact; None where there is none."""
        self.asked.add(("fact", name))
        return self.facts.get(name)

    def section(self, name: str) -> Sequence[Prints]:
        """What may stand unmarked in an element of this id."""
        self.asked.add(("section", name))
        return self.sections.get(name, ())

    def typed(self, text: str, at: int, number: str) -> Iterator[tuple[int, str]]:
        """The phrases of `words` around a number."""
        self.asked.add(("number", number))
        return self.words.find(text, at, number)

    def answers(self, questions: Iterable[Sequence[str]]) -> str:
        """A digest of what these questions are answered with, and of what every page asks."""
        return digest(self._always, [self._said(kind, name) for kind, name in questions])

    @cached_property
    def _always(self) -> str:
        """A digest of what every page asks."""
        always = [one.content for one in (self.formulas, self.struck, self.days)]
        exempt = [one.pattern for one in self.exempt]
        return digest(self._site.wording.lang, always, exempt)

    def _answer(self, kind: str, name: str) -> object:
        if kind == "number":
            return self.words.beside(name)
        if kind == "article":
            return self._articles.get(name)
        prints = self.sections.get(name, ()) if kind == "section" else [self.facts.get(name)]
        return [one and one.content for one in prints]

    def prepare(self) -> None:
        """Makes all that pages are compared with, before several processes ask for it."""
        _ = self.facts, self.sections, self.formulas, self.struck, self.words, self.days

    @cached_property
    def facts(self) -> Mapping[str, Prints]:
        """By id the facts; of those that were withdrawn only their names are printed."""
        site = self._site
        gone = {
            fact.id: Prints([(withdrawn_name(fact, site), "editor"), *self._addresses(fact.id)])
            for fact in site.book.withdrawn.values()
        }
        return gone | {name: self._fact(entry) for name, entry in site.book.entries.items()}

    @cached_property
    def sections(self) -> Mapping[str, list[Prints]]:
        """By the id of an element what may stand in it unmarked: of a fact, a check or a chart."""
        site, wording, found = self._site, self._site.wording, {}
        for result in cross_checks(site.book, site.seeds)[0]:
            said = []
            for side in (result.left, result.right):
                if side is None or side.amount is None:
                    continue
                said += [wording.amount(side.amount, signed=signed) for signed in (False, True)]
                said.append(interval_words(side.low, side.high, side.amount.unit, wording))
            found[f"check--{result.check.id}"] = [Prints((one, "derived") for one in said)]
        titles = {wording.text(article.title) for article in site.book.articles.values()}
        for name, chart in site.charts.items():
            facts = [self.facts[row.fact] for row in chart.rows if row.fact]
            # Beside its figure a row has a range; without one it counts.
            kinds = {True: "derived", False: "count"}
            cells = [(cell, kinds[bool(row.fact)]) for row in chart.rows for cell in row.cells[1:]]
            heads = (row.cells[0] for row in chart.rows if not row.fact)
            cells += [(head, "date") for head in heads if head not in titles]
            found[f"chart-{name}"] = [*facts, Prints(cells, ticks=_ticks(chart))]
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
        numbers = (number for text in said for _, number in numbers_in(text))
        return Prints((number, "derived") for number in numbers)

    @cached_property
    def struck(self) -> Prints:
        """What was corrected, as it stood and as it stands, and what was withdrawn."""
        site, entries = self._site, self._site.book.entries
        words = [withdrawn_words(one, site) for one in site.book.withdrawn.values()]
        words += [
            corrected_words(made.changed, typed, entries.get(made.fact), self._parts)
            for made in site.seeds.corrections
            for typed in (made.old, made.new)
        ]
        return Prints((text, "corrected") for text in words if text)

    @cached_property
    def words(self) -> Prints:
        """What is no figure wherever it stands: texts of editors and catalogues, ids, totals."""
        book, seeds, wording = self._site.book, self._site.seeds, self._site.wording
        records = (
            *(seeds.briefing, seeds.articles, seeds.units, seeds.indicators, seeds.facts),
            *(seeds.charts, seeds.checks, seeds.corrections, seeds.moved),
        )
        located = [one for entry in book.entries.values() for one in entry.located]
        kinds = {
            "quoted": (text for one in located for text in one.quote.translation.values()),
            "count": (
                wording.count("fact-count", len(book.entries)),
                wording.count("article-count", len(book.articles)),
            ),
            "code": (self._site.address, *self.facts, *seeds.moved, *book.articles),
            "editor": filter(_has_letter, _typed(records)),
            # The last is the engine's page for addresses that lead nowhere.
            "own": (
                *_pieces(load_messages(wording.lang).values()),
                *reference_texts(),
                "404 - ",
            ),
        }
        return Prints((text, kind) for kind, texts in kinds.items() for text in texts)

    @cached_property
    def days(self) -> Prints:
        """Every date of the ledger for machines, and the first and last day of each."""
        book = self._site.book
        periods = [when for one in book.entries.values() for when in (one.period, one.known_from)]
        periods += [article.date_published for article in book.articles.values()]
        days = (day for when in periods for day in (when, when.start, when.end) if day)
        return Prints((str(day), "date") for day in days)

    def named(self, name: str) -> Sequence[Prints]:
        """What an attribute names: a fact, a check, a chart, a date; mostly nothing."""
        date = self.date(name)
        return self.section(name) or ([date] if date.texts else [])

    def has_quote(self, article: str, text: str) -> bool:
        """All of the text stands in the article, letter for letter, but for marked omissions."""
        self.asked.add(("article", article))
        pieces = (piece.strip(_QUOTE_MARKS) for piece in _OMITTED.split(text))
        shown = self._articles.get(article, "")
        return all(_stands_whole(piece, shown) for piece in pieces)

    def count(self, value: str) -> Prints:
        """A whole number as the site prints it."""
        if not re.fullmatch(r"\d{1,15}", value):
            return Prints(())
        return Prints([(self._site.wording.number(Amount(value=Decimal(value))), "count")])

    def _date(self, edtf: str) -> Prints:
        """A date in each of its wordings; nothing for what is no date."""
        with suppress(ValueError):
            return Prints(self._times(Period.parse(edtf)))
        return Prints(())

    def _times(self, *periods: Period) -> list[tuple[str, str]]:
        wording = self._site.wording
        said = [text for one in periods for text in (wording.period(one), wording.at(one))]
        return [(text, "date") for text in said]

    def _addresses(self, fact_id: str) -> Iterator[tuple[str, str]]:
        """The id of a fact, and what the pages at its addresses are called."""
        moved = (one.id for one in self._site.seeds.moved.values() if one.to == fact_id)
        for name in (fact_id, *moved):
            yield self._site.wording.say("permalink-title", id=name), "code"
        yield fact_id, "code"

    def _fact(self, entry: Entry) -> Prints:
        wording, fact = self._site.wording, entry.fact
        said = []
        if entry.amount is not None:
            said = [self._parts.amount(entry, form) for form in get_args(Form)]
            said.append(drawn_amount(entry, wording))
            said.append(interval_words(entry.low, entry.high, entry.amount.unit, wording))
        texts = [
            *((text, "derived" if fact.basis == "derived" else "quoted") for text in said),
            *self._times(entry.period, entry.known_from),
            (period_of(entry, wording), "date"),
            (full_name(entry, wording), "date"),
            (fact_name(entry, wording), "editor"),
            *self._addresses(fact.id),
            # What a drawing says in several lines, without white space.
            *((text, "") for text in label_facts([entry], wording)),
        ]
        return Prints(texts, machine_value(entry))


def _ticks(chart: DrawnChart) -> list[str]:
    """The words on the axes of a chart, in both its widths."""
    layouts = [figure["layout"] for figure in (chart.figure, chart.narrow)]
    axes = [axis for layout in layouts for name, axis in layout.items() if "axis" in name]
    texts = [unescape(text) for axis in axes for text in axis.get("ticktext", ())]
    return [flat(text.replace("<br>", " ")) for text in texts]


def _typed(value: object) -> Iterator[str]:
    """Every text within records that editors typed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (Mapping, tuple)):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _typed(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _typed(getattr(value, field.name))


def _pieces(messages: Iterable[str]) -> Iterator[str]:
    """What of messages stands between their {names}, and the whole where braces are its own."""
    for message in messages:
        yield from filter(_has_letter, (*_HOLE.split(message), message))


def _has_letter(text: str) -> bool:
    """It is no number as it was typed: that is no wording of a page."""
    return any(map(str.isalpha, text))


def _stands_whole(piece: str, text: str) -> bool:
    """Somewhere in the text no number is cut by the piece: five is no part of two point five."""
    at = text.find(piece)
    while at >= 0:
        end = at + len(piece)
        before, after = text[max(0, at - 2) : at], text[end : end + 2]
        is_cut = before[-1:].isdecimal() or after[:1].isdecimal()
        is_cut |= before[1:] in _POINTS and before[:1].isdecimal()
        is_cut |= after[:1] in _POINTS and after[1:].isdecimal()
        if not is_cut:
            return True
        at = text.find(piece, at + 1)
    return False
