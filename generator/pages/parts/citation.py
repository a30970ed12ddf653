"""A figure or a chart to be cited: as a sentence, as BibTeX, as CSL-JSON.

In: what is cited, the site. Out: text to be copied; whoever prints it escapes it once more.
Never the day on which somebody looked: the ledger's own date says what the site could know.
"""

import json
from dataclasses import dataclass, replace
from typing import Any

from generator.ledger import articles_of
from generator.model import DrawnChart, Entry, Period
from generator.pages.links import Links
from generator.pages.parts.briefing import title_of
from generator.pages.parts.parts import PageParts
from generator.pages.parts.sources import byline, short_name
from generator.pages.site import Site
from generator.wording import full_name

FORMS = ("text", "bibtex", "csl")
"""What a citation can be taken as."""
ENDINGS = {"text": "txt", "bibtex": "bib", "csl": "json"}
"""Of the files that hold each form."""
UNKNOWN_HOST = "https://…/"
"""Stands for an unknown address in texts to be copied, until the browser fills it in."""
_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "{}$&#%_"},
    }
)
_DATE_PARTS = {"year": 1, "month": 2, "day": 3}


@dataclass(frozen=True, kw_only=True, slots=True)
class Cited:
    """What is cited, whatever it is."""

    id: str
    title: str
    sources: tuple[str, ...]
    """Who published what it rests on, oldest first."""
    address: str


def cited_chart(chart: DrawnChart, site: Site) -> Cited:
    """A chart by its title, with the producers of its articles."""
    articles = (site.book.articles[name] for name in chart.articles)
    producers = dict.fromkeys(short_name(article, site.wording) for article in articles)
    address = f"{site.address or UNKNOWN_HOST}charts/{chart.id}/"
    return Cited(id=chart.id, title=chart.title, sources=tuple(producers), address=address)


def credit_of(chart: DrawnChart, site: Site) -> tuple[str, str]:
    """What goes with a chart's picture wherever it is taken: its sources, and where it is from."""
    articles = (site.book.articles[name] for name in chart.articles)
    sources = "; ".join(byline(article, site.wording) for article in articles)
    place = f"{site.address}charts/{chart.id}/" if site.address else _note_of_day(site)
    return f"{site.wording.say('chart-sources')} {sources}", f"{title_of(site)} · {place}"


def cited_figure(entry: Entry, parts: PageParts) -> Cited:
    """A figure by name, period and amount, at its permanent address, with its articles."""
    book, wording = parts.site.book, parts.site.wording
    name = full_name(entry, wording)
    # The amount of an event is its period, which its name may hold already.
    if entry.amount is not None or entry.fact.period is None:
        name = wording.say("cited-figure", name=name, amount=parts.amount(entry))
    return Cited(
        id=entry.fact.id,
        title=name,
        sources=tuple(parts.byline(book.articles[one]) for one in articles_of(book, entry)),
        address=f"{parts.site.address or UNKNOWN_HOST}f/{entry.fact.id}/",
    )


def cite(cited: Cited, site: Site) -> str:
    """One sentence: its title, whose site, what it rests on, where it stands."""
    return site.wording.say(
        "cited",
        title=cited.title,
        site=title_of(site),
        note=_note(cited, site),
        address=cited.address,
    ).rstrip()


def cite_bibtex(cited: Cited, site: Site) -> str:
    """A BibTeX entry; braces around the title keep its capitals."""
    known = site.newest
    fields = {
        "title": f"{{{bibtex(cited.title)}}}",
        "author": f"{{{bibtex(title_of(site))}}}",
        "year": str(known.start.year) if known.start else "",
        "note": bibtex(_note(cited, site)),
        "url": cited.address,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{cited.id},", *lines, "}"])


def cite_csl(cited: Cited, site: Site) -> list[dict[str, Any]]:
    """CSL-JSON, which reference managers import: a list of one."""
    title, parts = title_of(site), _date_parts(site.newest)
    return [
        {
            "id": cited.id,
            "type": "webpage",
            "title": cited.title,
            "author": [{"literal": title}],
            "container-title": title,
            **({"issued": {"date-parts": [parts]}} if parts else {}),
            "note": _note(cited, site),
            **({"URL": cited.address} if cited.address else {}),
        }
    ]


def citation_forms(cited: Cited, site: Site) -> dict[str, Any]:
    """All forms by name: text, and CSL-JSON as it is."""
    csl = cite_csl(cited, site)
    return {"text": cite(cited, site), "bibtex": cite_bibtex(cited, site), "csl": csl}


def citation_texts(cited: Cited, site: Site) -> dict[str, str]:
    """All forms by name, each as text."""
    forms = citation_forms(cited, site)
    return forms | {"csl": json.dumps(forms["csl"], ensure_ascii=False)}


def compose_citations(site: Site) -> dict[str, dict[str, str]]:
    """The forms of every figure by its id, for files: without an address if it is unknown."""
    parts, texts = PageParts(site, Links("index.md")), {}
    for name, entry in site.book.entries.items():
        cited = cited_figure(entry, parts)
        texts[name] = citation_texts(cited if site.address else replace(cited, address=""), site)
    return texts


def bibtex(text: str) -> str:
    """Text in which TeX finds no command, no comment and no brace of its own."""
    return text.translate(_BIBTEX)


def _note_of_day(site: Site) -> str:
    return site.wording.say("chart-known-as-of", date=site.wording.period(site.newest))


def _note(cited: Cited, site: Site) -> str:
    """As of when, and from which sources."""
    date, sources = site.wording.period(site.newest), "; ".join(cited.sources)
    return site.wording.say("cited-note", date=date, sources=sources)


def _date_parts(known: Period) -> list[int]:
    """Year, month and day, as far as the date is known to be; the year alone of a span."""
    if known.start is None:
        return []
    start = known.start
    return [start.year, start.month, start.day][: _DATE_PARTS.get(known.precision, 1)]
