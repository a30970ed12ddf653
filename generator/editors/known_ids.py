"""The ids of a briefing, each with what a person has to know to choose it.

In: seeds as far as they could be read. Out: offers, by kind. A record that is malformed keeps its
id, so that one mistake does not make each use of it another.
"""

from collections.abc import Iterable, Iterator, Mapping

from babel.numbers import get_currency_name

from generator.model import RATIO_UNITS, Amount, Article, Fact, Indicator, Seeds
from generator.reading import OFFERED, Offer
from generator.text import shown
from generator.wording import NBSP, LanguageWording, spoken_language

_LONGEST = 100
_UNREAD = "malformed: `briefing check` says why"


def offers_of(seeds: Seeds) -> Mapping[str, Offer]:
    """What can be named, by the kinds of `OFFERED`."""
    wording = LanguageWording(spoken_language(seeds.briefing), seeds.units)
    entities = seeds.briefing.all_entities if seeds.briefing else {}
    indicators, articles, facts = seeds.indicators, seeds.articles, seeds.facts
    labels = {
        "article-id": {one.id: _article(one, wording) for one in newest_first(articles.values())},
        "entity-id": {one.id: wording.text(one.name) for one in entities.values()},
        "fact-id": {one.id: _fact(one, seeds, wording) for one in facts_by_news(seeds)},
        "indicator-id": {one.id: _indicator(one, wording) for one in indicators.values()},
    }
    offers = {kind: _offer(seeds, kind, found) for kind, found in labels.items()}
    units = {one: _plain(_unit(one, wording)) for one in _units(seeds, facts.values())}
    offers["unit"] = Offer(units, is_complete=seeds.known["indicator"].is_complete)
    offers["formula"] = offers["fact-id"]
    return {kind: offers[kind] for kind in OFFERED}


def _offer(seeds: Seeds, kind: str, labels: Mapping[str, str]) -> Offer:
    known = seeds.known[kind.removesuffix("-id")]
    told = {one: _plain(label) for one, label in labels.items()}
    malformed = dict.fromkeys(sorted(known.ids - told.keys()), _UNREAD)
    return Offer(told | malformed, known.is_complete)


def _plain(label: str) -> str:
    """In one line, with nothing that hides."""
    return shown(label.replace(NBSP, " "), _LONGEST)


def newest_first(articles: Iterable[Article]) -> list[Article]:
    """By the day they came out."""

    def order(article: Article) -> tuple[str, str]:
        return article.date_published.edtf, article.id

    return sorted(articles, key=order, reverse=True)


def facts_by_news(seeds: Seeds) -> list[Fact]:
    """Those of the newest article first, on which one is mostly at work; computed ones last."""
    order = {one.id: at for at, one in enumerate(newest_first(seeds.articles.values()))}

    def place(fact: Fact) -> tuple[int, str]:
        said = (order.get(quote.article, len(order)) for quote in fact.quotes)
        return min(said, default=len(order)), fact.id

    return sorted(seeds.facts.values(), key=place)


def _article(article: Article, wording: LanguageWording) -> str:
    parts = (wording.text(article.title), article.producer, wording.period(article.date_published))
    return ", ".join(filter(None, parts))


def _indicator(indicator: Indicator, wording: LanguageWording) -> str:
    units = f"; {', '.join(indicator.units)}" if indicator.units else ""
    return f"{wording.text(indicator.label)} ({indicator.kind}{units})"


def _fact(fact: Fact, seeds: Seeds, wording: LanguageWording) -> str:
    indicator = seeds.indicators.get(fact.indicator)
    name = wording.text(fact.label) or (wording.text(indicator.label) if indicator else "")
    parts = [name, wording.period(fact.period) if fact.period else ""]
    named = ", ".join(filter(None, parts))
    amount = _amount(fact, indicator, wording)
    status = "" if fact.status == "reported" else f" ({fact.status})"
    return (f"{named}: {amount}" if amount else named) + status


def _amount(fact: Fact, indicator: Indicator | None, wording: LanguageWording) -> str:
    if fact.formula is not None:
        return fact.formula
    amount = fact.amount
    if amount is None or not _is_stated(amount):
        return ""
    return wording.amount(amount, signed=indicator is not None and indicator.kind == "change")


def _is_stated(amount: Amount) -> bool:
    ends = (amount.min_value, amount.max_value)
    return amount.value is not None or None not in ends


def _unit(unit: str, wording: LanguageWording) -> str:
    name = wording.unit_name(unit)
    return get_currency_name(unit, locale=wording.lang.replace("-", "_")) if name == unit else name


def _units(seeds: Seeds, facts: Iterable[Fact]) -> list[str]:
    """Those that are declared or in use, and those that every briefing has."""

    def every() -> Iterator[str]:
        yield from seeds.units
        yield from sorted(used)
        yield from RATIO_UNITS

    used = {unit for one in seeds.indicators.values() for unit in one.units}
    used |= {one.amount.unit for one in facts if one.amount and one.amount.unit}
    return [*dict.fromkeys(every())]
