"""Every wording of the site that holds a number: of amounts, dates, sentences, and typed words.

In: the site. Out: texts, each with the kind that a number in it is of.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace

from generator.ledger import cross_checks
from generator.model import Amount, Entry, Period
from generator.pages.links import Links
from generator.pages.parts.corrections import corrected_words
from generator.pages.parts.formulas import interval_words
from generator.pages.parts.parts import Parts, machine_value, quote_text, unsigned
from generator.pages.site import Site
from generator.wording import drawn_amount, load_messages, written_amount

_HOLE = re.compile(r"\{\w*\}")
_COUNTS = re.compile(r".*-(?:zero|one|two|few|many|other)")
_NO_WORDS = frozenset(
    (
        "marks", "text", "exact", "lock", "documents", "findings", "old", "new", "sha256", "path",
        "formula", "against", "pattern",
    )
)  # fmt: skip
"""Fields whose text is no wording of a page."""


def amounts_of(site: Site) -> Iterator[tuple[str, Iterable[str]]]:
    """Each kind of figure with wordings of amounts."""
    wording = site.wording
    for entry in site.book.entries.values():
        # A bare number may stand anywhere: it is known by its door alone.
        if entry.amount is not None and entry.amount.unit is not None:
            yield basis_of(entry), amounts(entry, site)
    for result in cross_checks(site.book, site.seeds)[0]:
        for side in (result.left, result.right):
            if side:
                within = interval_words(side.low, side.high, side.amount.unit, wording)
                yield "derived", (wording.amount(side.amount), within)


def texts_of(site: Site) -> Iterator[tuple[str, Iterable[str]]]:
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
    yield "code", (site.address,)  # as the sentence names it that cites the briefing
    yield "own", ("404 - ",)  # the engine's page for addresses that lead nowhere
    yield "own", (piece for text in load_messages(wording.lang).values() for piece in _pieces(text))


def basis_of(entry: Entry) -> str:
    """Whether a figure is quoted or derived; an event stands in a sentence."""
    return "derived" if entry.fact.basis == "derived" else "quoted"


def amounts(entry: Entry, site: Site) -> Iterator[str]:
    """An entry's amount in every wording of the site, with its unit; an event's period."""
    wording, amount = site.wording, entry.amount
    yield from (written_amount(entry, wording), drawn_amount(entry, wording))
    if amount is not None:
        plain = replace(amount, hedge="exact")
        for form in (amount, unsigned(amount), plain, unsigned(plain)):
            yield from (wording.amount(form), wording.amount(form, signed=True))
        yield interval_words(entry.low, entry.high, amount.unit, wording)


def bare_numbers(entry: Entry, site: Site) -> Iterator[str]:
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
            if field.name not in _NO_WORDS:
                yield from _typed(getattr(value, field.name))


def _pieces(message: str) -> Iterator[str]:
    """What of a message stands between its {names}, and the whole where braces are its own."""
    yield from (piece for piece in (*_HOLE.split(message), message) if _has_letter(piece))


def around_counts(messages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What stands right before and after the number in each message that counts."""
    for key, message in messages.items():
        head, hole, tail = message.partition("{number}")
        if hole and _COUNTS.fullmatch(key):
            around = _HOLE.split(head)[-1].lstrip(), _HOLE.split(tail)[0].rstrip()
            if any(map(_has_letter, around)):
                yield around


def _has_letter(text: str) -> bool:
    return any(map(str.isalpha, text))
