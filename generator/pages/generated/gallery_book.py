"""An invented company's book, from which the gallery's charts are drawn.

In: the words of the catalogue. Out: a book and a chart of each kind. None of it is a claim about
anybody: it never meets the ledger, and every page that shows it says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from generator.model import (
    Amount,
    Article,
    Book,
    Chart,
    ChartKind,
    CoveredMention,
    Entry,
    Fact,
    Hedge,
    Indicator,
    IndicatorKind,
    Located,
    Marks,
    Mention,
    Period,
    Place,
    Quote,
    Status,
    Unit,
)
from generator.wording import load_messages

_MARKS = Marks(Place("gallery"))
_COUNTED = "coach"
_ARTICLES = {"spring": "2031-04-09", "autumn": "2031-10-21"}
_COVERED = {"spring": (9, 3, 0), "autumn": (14, 2, 1)}
"""Mentions of each article: covered, left out, open."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Given:
    """What is invented of a figure."""

    value: str = ""
    unit: str | None = None
    hedge: Hedge = "exact"
    status: Status = "reported"
    indicator: str = "gallery"
    kind: IndicatorKind = "level"
    period: str = "2031"
    article: str = "spring"
    ends: tuple[str | None, str | None] = (None, None)


_COUNT = {"unit": _COUNTED, "indicator": "coaches", "kind": "flow"}
_MONEY = {"unit": "EUR", "indicator": "revenue", "kind": "flow", "article": "autumn"}
_PRICE = {"unit": "EUR", "indicator": "price"}
_MOVE = {"unit": "%", "indicator": "move", "kind": "change"}
_SHARE = {"unit": "%", "indicator": "share"}
_EVENT = {"indicator": "event", "kind": "event"}
_FACTS: Mapping[str, Mapping[str, Any]] = {
    "first-target": {**_COUNT, "value": "40_000", "status": "target"},
    "raised-target": {**_COUNT, "value": "50_000", "status": "target", "article": "autumn"},
    "delivered": {**_COUNT, "value": "46_000", "hedge": "about", "article": "autumn"},
    "revenue": {**_MONEY, "value": "2.4e9"},
    "expected": {**_MONEY, "value": "2.1e9", "status": "consensus"},
    "year-before": {**_MONEY, "value": "1.9e9", "period": "2030"},
    "price-high": {**_PRICE, "value": "14.10", "period": "2031-02"},
    "price-low": {**_PRICE, "value": "11.95", "period": "2031-06-03"},
    "price-now": {**_PRICE, "value": "13.20", "period": "2031-10-20", "article": "autumn"},
    "rise": {**_MOVE, "value": "6.2", "period": "2031-03-11"},
    "fall": {**_MOVE, "value": "-4.5", "period": "2031-06-03"},
    "slide": {**_MOVE, "value": "-30", "hedge": "over", "period": "2031-02/2031-06"},
    "share-home": {**_SHARE, "value": "30", "hedge": "over", "ends": ("30", None)},
    "share-north": {**_SHARE, "value": "25", "hedge": "about", "ends": ("22.5", "27.5")},
    "share-south": {**_SHARE, "value": "18.4", "ends": ("18.35", "18.45")},
    "founded": {**_EVENT, "period": "2028-05"},
    "first-coach": {**_EVENT, "period": "2030-09"},
    "second-plant": {**_EVENT, "period": "2032-H1", "status": "planned"},
}
_CHARTS: Mapping[ChartKind, tuple[tuple[str, ...], Mapping[str, str]]] = {
    "steps": (("first-target", "raised-target", "delivered"), {}),
    "bars": (("year-before", "expected", "revenue"), {}),
    "levels": (("price-high", "price-low", "price-now"), {}),
    "moves": ((), {"indicator": "move"}),
    "intervals": (("share-home", "share-north", "share-south"), {}),
    "timeline": (("founded", "first-coach", "second-plant"), {}),
    "coverage": ((), {}),
}
KINDS = tuple(_CHARTS)
"""Every kind of chart, in the order of the gallery."""


def gallery_units(lang: str) -> Mapping[str, Unit]:
    """What the invented company makes."""
    words = load_messages(lang)
    label = {one: words[f"gallery-unit-{one}"] for one in ("one", "other")}
    return MappingProxyType({_COUNTED: Unit(id=_COUNTED, label={lang: label}, words={})})


def gallery_chart(kind: ChartKind, lang: str) -> Chart:
    """The example of a kind, as an editor would ask for it."""
    words, (facts, where) = load_messages(lang), _CHARTS[kind]
    return Chart(
        id=f"example-{kind}",
        kind=kind,
        title={lang: words[f"gallery-{kind}-title"]},
        subtitle={lang: words[f"gallery-{kind}-subtitle"]},
        facts=facts,
        where=where,
        marks=_MARKS,
    )


def gallery_book(lang: str) -> Book:
    """All figures of the examples, with the articles that nobody wrote."""
    words = load_messages(lang)
    given = {name: _Given(**fields) for name, fields in _FACTS.items()}
    entries = {
        name: _entry(name, one, {lang: words[f"gallery-{name}"]}) for name, one in given.items()
    }
    return Book(
        entries=entries,
        articles={name: _article(name, lang) for name in _ARTICLES},
        withdrawn={},
        units=gallery_units(lang),
        coverage={name: _mentions(*counts) for name, counts in _COVERED.items()},
    )


def _entry(name: str, given: _Given, label: Mapping[str, str]) -> Entry:
    quote = Quote(article=given.article, exact=name, marks=_MARKS)
    value = Decimal(given.value) if given.value else None
    amount = Amount(value=value, unit=given.unit, hedge=given.hedge) if given.value else None
    low, high = (Decimal(end) if end else value for end in given.ends)
    is_open = given.ends != (None, None)
    return Entry(
        fact=Fact(
            id=name,
            indicator=given.indicator,
            about=given.article,
            period=Period.parse(given.period),
            amount=amount,
            status=given.status,
            quotes=(quote,),
            label=label,
            marks=_MARKS,
        ),
        indicator=Indicator(id=given.indicator, label=label, kind=given.kind, marks=_MARKS),
        amount=amount,
        exact=value,
        low=low if not is_open or given.ends[0] else None,
        high=high if not is_open or given.ends[1] else None,
        period=Period.parse(given.period),
        known_from=Period.parse(_ARTICLES[given.article]),
        located=(Located(quote=quote, start=0, end=len(name), text=name),),
    )


def _article(name: str, lang: str) -> Article:
    words = load_messages(lang)
    return Article(
        id=name,
        path=f"articles/{name}.txt",
        sha256="0" * 64,
        lang=lang,
        title={lang: words[f"gallery-article-{name}"]},
        producer=words["gallery-producer"],
        date_published=Period.parse(_ARTICLES[name]),
        date_basis="stated",
        marks=_MARKS,
    )


def _mentions(covered: int, ignored: int, unaccounted: int) -> tuple[CoveredMention, ...]:
    mention = Mention(text="", start=0, end=0, kind="count")
    return (
        *[CoveredMention(mention=mention, covered_by=("delivered",))] * covered,
        *[CoveredMention(mention=mention, ignored="")] * ignored,
        *[CoveredMention(mention=mention)] * unaccounted,
    )
