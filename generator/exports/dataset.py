"""The briefing as a schema.org `Dataset`, for search engines that read it within a page.

In: the site. Out: JSON that is harmless within a script element. Never a property that the records
do not fill; no record names a licence.
"""

import json
from collections.abc import Mapping
from typing import Any

from generator.model import DATA_FILES, Article, Indicator, Period
from generator.pages import Site, describe_briefing, newest_day, title_of


def dataset_jsonld(site: Site, to_root: str) -> str:
    """The data set in one line of ASCII.

    Args:
        site: what is described.
        to_root: path from the page to the site's root, used where no address is known.
    """
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
        "about": subject(site),
        "creator": owner,
        "publisher": owner,
        "dateModified": newest_day(site).isoformat(),
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
        "isBasedOn": [article_node(one, site) for one in site.book.articles.values()],
    }
    return in_script({name: value for name, value in described.items() if value})


def in_script(value: object) -> str:
    """JSON in ASCII, in which nothing can end or open an element or a comment."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def subject(site: Site) -> dict[str, Any]:
    """The subject of the briefing; empty without a briefing."""
    briefing = site.seeds.briefing
    if briefing is None:
        return {}
    thing = {"@type": "Thing", "name": site.wording.text(briefing.subject.name)}
    return thing | ({"sameAs": briefing.subject.same_as} if briefing.subject.same_as else {})


def article_node(article: Article, site: Site) -> dict[str, Any]:
    """An article: author, date, address; under our title, as its own is not recorded.

    The credit is text: the records do not say whether it is a person or an organization.
    """
    credited = [name for name in (article.author, article.producer) if name]
    said: Mapping[str, Any] = {
        "@type": "NewsArticle",
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
