"""The briefing in the words of schema.org: a `Dataset` within a page, and `facts.jsonld`.

In: the site. Out: JSON that is harmless within a script element, for search engines; bytes, with an
observation for each reported figure of the briefing's subject that has an amount and a period with
two ends, and that nothing replaced. Never a plan or a forecast, nor a property that the records do
not fill; no record names a licence.
"""

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from generator.exports.facts import to_json
from generator.exports.flat import is_binary
from generator.ledger import articles_of
from generator.model import (
    DATA_FILES,
    SECTIONS,
    Amount,
    Article,
    Entry,
    Indicator,
    Located,
    Period,
)
from generator.pages import Site, describe_briefing, newest_day, quote_text, title_of
from generator.wording import full_name

_COMMON_CODES = {
    "%": "P1", "x": "C62", "year": "ANN", "month": "MON", "week": "WEE", "day": "DAY",
    "hour": "HUR", "piece": "H87",
}  # fmt: skip
"""UN/CEFACT Recommendation 20, for units that any briefing may have."""
_CURRENCY = re.compile("[A-Z]{3}")
_FLOOR, _CEILING = frozenset({"over", "at-least"}), frozenset({"under", "at-most"})
"""Hedges that give a bound and no value."""
_MOST_ARTICLES = 40
"""That a page names in the words of schema.org."""
_LENGTHS = {"day": "P1D", "month": "P1M", "quarter": "P3M", "half": "P6M", "year": "P1Y"}


def dataset_jsonld(site: Site, to_root: str) -> str:
    """The data set in one line of ASCII; without an address, as seen from the way `to_root`."""
    base, wording = site.address or to_root, site.wording
    owner = {"@type": "Organization", "name": title_of(site)}
    owner |= {"url": site.address} if site.address else {}
    described = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": wording.say("dataset-name", title=title_of(site)),
        "description": describe_briefing(site),
        "url": f"{base}data/",
        "inLanguage": wording.lang,
        "isAccessibleForFree": True,
        "about": _subject(site),
        "creator": owner,
        "publisher": owner,
        "dateModified": newest_day(site).isoformat() if site.book.articles else "",
        "temporalCoverage": _coverage(site),
        "variableMeasured": [_variable(one, site) for one in _measured(site)],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "contentUrl": f"{base}data/{name}",
                "encodingFormat": kind,
            }
            for name, kind in DATA_FILES.items()
            if name.startswith("facts.") and not name.endswith("-metadata.json")
        ],
        "isBasedOn": _sources(site, base),
    }
    return in_script({name: value for name, value in described.items() if value})


def _sources(site: Site, base: str) -> list[dict[str, Any]]:
    """The articles; of very many the page that lists them, as `facts.jsonld` names each."""
    articles = site.book.articles.values()
    if len(articles) <= _MOST_ARTICLES:
        return [_article_node(one, site) for one in articles]
    name, url = site.wording.say("sources-title"), f"{base}{SECTIONS['sources'].folder}/"
    return [{"@type": "Collection", "name": name, "url": url}]


def observations_jsonld(site: Site) -> bytes:
    """The articles, and one observation a figure that qualifies, in the order of the book."""
    articles = [
        {"@id": _article_id(one.id, site)} | _article_node(one, site)
        for one in site.book.articles.values()
    ]
    facts = [
        _observation(entry, site) for entry in site.book.entries.values() if _whole(entry, site)
    ]
    return to_json({"@context": "https://schema.org/", "@graph": [*articles, *facts]})


def in_script(value: object) -> str:
    """JSON in ASCII, in which nothing can end or open an element or a comment."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _subject(site: Site) -> dict[str, Any]:
    """The subject of the briefing; empty without a briefing."""
    briefing = site.seeds.briefing
    if briefing is None:
        return {}
    thing = {"@type": "Thing", "name": site.wording.text(briefing.subject.name)}
    return thing | ({"sameAs": briefing.subject.same_as} if briefing.subject.same_as else {})


def _article_node(article: Article, site: Site) -> dict[str, Any]:
    """An article: author, date, address; under our title, as its own is not recorded.

    The credit is text: the records do not say whether it is a person or an organization.
    """
    credited = [name for name in (article.author, article.producer) if name]
    said: Mapping[str, Any] = {
        "@type": "NewsArticle" if article.kind == "press-article" else "CreativeWork",
        "name": site.wording.text(article.title),
        "creditText": ", ".join(credited),
        "datePublished": _iso(article.date_published),
        "inLanguage": article.lang,
        "url": article.url_main,
        "license": article.license.url if article.license else None,
    }
    return {name: value for name, value in said.items() if value}


def _iso(period: Period) -> str | None:
    """A day, month or year in ISO 8601; None for periods that it does not have."""
    is_plain = period.precision in {"day", "month", "year"}
    return period.edtf.rstrip("~?") if is_plain else None


def _coverage(site: Site) -> str:
    """First and last day of all periods, open where one of them is open."""
    periods = [entry.period for entry in site.book.entries.values()]
    if not periods:
        return ""
    starts, ends = [p.start for p in periods], [p.end for p in periods]
    first = ".." if None in starts else min(day for day in starts if day).isoformat()
    last = ".." if None in ends else max(day for day in ends if day).isoformat()
    return f"{first}/{last}"


def _measured(site: Site) -> list[Indicator]:
    """The indicators that have a figure with an amount, in the order of indicators.yaml."""
    used = {entry.indicator.id for entry in site.book.entries.values() if entry.amount}
    return [one for name, one in site.seeds.indicators.items() if name in used]


def _variable(indicator: Indicator, site: Site) -> dict[str, Any]:
    variable = {
        "@type": "PropertyValue",
        "name": site.wording.text(indicator.label),
        "identifier": indicator.id,
    }
    units = ", ".join(site.wording.unit_name(unit) for unit in indicator.units)
    return variable | ({"unitText": units} if units else {})


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
        "observationAbout": _subject(site),
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
