"""The proof panel of a figure: all that proves it, shown beside the figure wherever it stands.

In: the site. Out: a record a figure, which `exports/` writes to `f/<id>.json`. Links in it are
relative to the site's root. Without JavaScript the page of all figures shows the same.
"""

from typing import Any

from markupsafe import Markup

from generator.ledger import articles_of
from generator.model import Entry, Fact
from generator.pages.links import Links
from generator.pages.parts.citation import FORMS, citation_forms, cited_figure
from generator.pages.parts.details import Rows, afterwards_of, detail_rows
from generator.pages.parts.formulas import formula_of
from generator.pages.parts.panel_source import annotation_target, source_at
from generator.pages.parts.parts import PageParts, machine_value
from generator.pages.parts.references import withdrawn_name
from generator.pages.site import Site
from generator.pages.templating import fill_block
from generator.wording import fact_name, status_word

Panel = dict[str, Any]


def compose_panels(site: Site) -> dict[str, Panel]:
    """The panel of every figure by its id, of withdrawn ones too."""
    parts = PageParts(site, Links("index.md"))
    afterwards = afterwards_of(parts)
    panels = {
        name: _panel(entry, parts, afterwards.get(name, []))
        for name, entry in site.book.entries.items()
    }
    return panels | {name: _withdrawn(fact, parts) for name, fact in site.book.withdrawn.items()}


def _panel(entry: Entry, parts: PageParts, afterwards: Rows) -> Panel:
    fact, site, say = entry.fact, parts.site, parts.site.wording.say
    articles = site.book.articles
    inside = fill_block(
        "parts/panel/panel",
        name=fact_name(entry, site.wording),
        measured=_measured(entry, parts),
        value=machine_value(entry),
        amount=parts.amount(entry),
        status="" if fact.status == "reported" else status_word(entry, site.wording),
        quotations=[parts.cited(one, source_at(one, entry, parts)) for one in entry.located],
        formula=formula_of(entry, parts),
        details=[(say(key), detail) for key, detail in _details(entry, parts, afterwards)],
        forms=FORMS,
        **_ways(fact, parts),
    )
    return {
        "id": fact.id,
        "html": str(inside),
        "citation": citation_forms(cited_figure(entry, parts), site),
        "target": [
            annotation_target(one, articles[one.quote.article], parts) for one in entry.located
        ],
    }


def _measured(entry: Entry, parts: PageParts) -> str:
    """The indicator, where the figure has a name of its own: a panel opens anywhere."""
    wording, own = parts.site.wording, entry.fact.label
    measured = wording.text(entry.indicator.label)
    is_said = entry.indicator.kind == "event" or wording.text(own) in {"", measured}
    return "" if is_said else measured


def _details(entry: Entry, parts: PageParts, afterwards: Rows) -> Rows:
    """As in the ledger, but the status, which stands beside the amount; and what it rests on."""
    rows = [row for row in detail_rows(entry, parts, afterwards) if row[0] != "fact-status"]
    if entry.located:
        return rows
    sources = [parts.source(one) for one in articles_of(parts.site.book, entry)]
    return [*rows, ("panel-rests-on", Markup("; ").join(sources))]


def _withdrawn(fact: Fact, parts: PageParts) -> Panel:
    """Why a figure was withdrawn; there is nothing to cite."""
    inside = fill_block(
        "parts/panel/withdrawn",
        name=withdrawn_name(fact, parts.site),
        reason=parts.site.wording.text(fact.reason),
        forms=(),
        **_ways(fact, parts),
    )
    return {"id": fact.id, "html": str(inside), "citation": None, "target": []}


def _ways(fact: Fact, parts: PageParts) -> dict[str, Any]:
    """The links at the foot of every panel."""
    return {
        "ledger": parts.links.fact(fact.id),
        "permalink": parts.links.to(f"f/{fact.id}/"),
        "say": parts.site.wording.say,
    }
