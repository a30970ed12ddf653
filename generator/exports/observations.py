"""Figures as schema.org observations: `facts.jsonld`.

In: the site. Out: bytes. An observation is a reported figure of the briefing's subject, with an
amount and a period with two ends, that nothing replaced. Never a plan or a forecast.
"""

import re
from decimal import Decimal
from typing import Any

from generator.exports.cells import is_binary
from generator.exports.dataset import article_node, subject
from generator.exports.facts import to_json
from generator.ledger import articles_of
from generator.model import Amount, Entry, Located, Period
from generator.pages import Site, quote_text
from generator.wording import full_name

_COMMON_CODES = {
    "%": "P1", "x": "C62", "year": "ANN", "month": "MON", "week": "WEE", "day": "DAY",
    "hour": "HUR", "piece": "H87",
}  # fmt: skip
"""UN/CEFACT Recommendation 20, for units that any briefing may have."""
_CURRENCY = re.compile("[A-Z]{3}")
_FLOOR, _CEILING = frozenset({"over", "at-least"}), frozenset({"under", "at-most"})
"""Hedges that give a bound and no value."""
_LENGTHS = {"day": "P1D", "month": "P1M", "quarter": "P3M", "half": "P6M", "year": "P1Y"}


def observations_jsonld(site: Site) -> bytes:
    """The articles, and one observation a figure that qualifies, in the order of the book."""
    articles = [
        {"@id": _article_id(one.id, site)} | article_node(one, site)
        for one in site.book.articles.values()
    ]
    facts = [
        _observation(entry, site) for entry in site.book.entries.values() if _whole(entry, site)
    ]
    return to_json({"@context": "https://schema.org/", "@graph": [*articles, *facts]})


def _whole(entry: Entry, site: Site) -> bool:
    briefing, amount = site.seeds.briefing, entry.amount
    return (
        briefing is not None
        and amount is not None
        and entry.fact.about == briefing.subject.id
        and entry.fact.status == "reported"
        and entry.fact.rank != "deprecated"
        and entry.revised_by is None
        and None not in (entry.period.start, entry.period.end)
    )


def _observation(entry: Entry, site: Site) -> dict[str, Any]:
    fact, wording = entry.fact, site.wording
    amount = entry.amount or Amount()
    is_change = entry.indicator.kind == "change"
    said = {
        "@type": "Observation",
        "@id": f"{site.address or '../'}f/{fact.id}/",
        "identifier": fact.id,
        "name": full_name(entry, wording),
        "description": wording.amount(amount, signed=is_change),
        "observationAbout": subject(site),
        "variableMeasured": wording.text(entry.indicator.label),
        **_values(amount, is_change=is_change),
        "unitText": wording.unit_name(amount.unit),
        "unitCode": _unit_code(amount.unit),
        **_time(entry.period),
        "subjectOf": [_quotation(one, site) for one in entry.located]
        or [{"@id": _article_id(one, site)} for one in articles_of(site.book, entry)],
    }
    return {name: value for name, value in said.items() if value not in (None, "", [])}


def _values(amount: Amount, *, is_change: bool) -> dict[str, Any]:
    """The value, or its bounds where only they are known."""
    if amount.value is None:
        ends = {"minValue": amount.min_value, "maxValue": amount.max_value}
        return {name: _number(end) for name, end in ends.items() if end is not None}
    # A fall of "more than a third" lies further down, not up.
    is_fall = is_change and amount.value < 0
    if amount.hedge in (_CEILING if is_fall else _FLOOR):
        return {"minValue": _number(amount.value)}
    if amount.hedge in (_FLOOR if is_fall else _CEILING):
        return {"maxValue": _number(amount.value)}
    return {"value": _number(amount.value)}


def _number(value: Decimal) -> int | float | str:
    """A JSON number if a double holds all digits, else the decimal as text."""
    if value == value.to_integral_value():
        return int(value)
    return float(value) if is_binary(value) else format(value, "f")


def _unit_code(unit: str | None) -> str | None:
    """The code of a currency or of a common unit; None is better than a wrong code."""
    if unit is None:
        return "C62"
    return unit if _CURRENCY.fullmatch(unit) else _COMMON_CODES.get(unit)


def _time(period: Period) -> dict[str, str]:
    """First day and length in ISO 8601."""
    start, end = period.start, period.end
    if start is None or end is None:
        return {}
    length = _LENGTHS.get(period.precision) or f"P{(end - start).days + 1}D"
    return {"observationDate": start.isoformat(), "observationPeriod": length}


def _quotation(located: Located, site: Site) -> dict[str, Any]:
    article = site.book.articles[located.quote.article]
    return {
        "@type": "Quotation",
        "text": quote_text(located),
        "inLanguage": article.lang,
        "isPartOf": {"@id": _article_id(article.id, site)},
    }


def _article_id(article: str, site: Site) -> str:
    return f"{site.address or '../'}sources/{article}/"
