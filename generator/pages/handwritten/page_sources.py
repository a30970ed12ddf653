"""Which articles a page of prose rests on, and where an article is used.

In: hand-written pages and the site. Out: ids, links, a line of markup. Generated pages name their
sources figure by figure, so only hand-written ones are told of here.
"""

from collections.abc import Iterator

from markupsafe import Markup

from generator.ledger import articles_of, facts_of
from generator.model import Document, Entry
from generator.pages.handwritten.calls import Call
from generator.pages.handwritten.documents import read_document
from generator.pages.parts.parts import Parts
from generator.pages.site import Site
from generator.pages.templating import fill_block

OF_FACTS = frozenset({"figure", "key_figures", "period", "quotation", "table", "timeline"})
"""Calls that show facts: `selected` says which."""


def selected(call: Call, site: Site) -> list[Entry]:
    """The facts that a call shows: those named, in that order, then those of the named indicator.

    A timeline without names shows every event.
    """
    named = [site.book.entries[fact_id] for fact_id in call.arguments]
    if "indicator" in call.options:
        return [*named, *facts_of(site.book, indicator=call.options["indicator"])]
    if call.name == "timeline" and not named:
        return list(facts_of(site.book, basis="event"))
    return named


def articles_behind(document: Document, site: Site) -> tuple[str, ...]:
    """Ids of all articles that the calls of a page rest on, by publication."""
    found = {
        article
        for call in read_document(document).calls
        for article in _articles_behind(call, site)
    }
    return tuple(name for name in site.book.articles if name in found)


def _articles_behind(call: Call, site: Site) -> Iterator[str]:
    if call.name == "source":
        yield from call.arguments
    elif call.name == "chart":
        yield from site.charts[call.arguments[0]].articles
    elif call.name in OF_FACTS:
        for entry in selected(call, site):
            yield from articles_of(site.book, entry)


def page_sources(document: Document, parts: Parts) -> Markup:
    """The articles of a page in one line for its end; empty where its prose names each itself."""
    names = articles_behind(document, parts.site)
    calls = read_document(document).calls
    named = {name for call in calls if call.name == "source" for name in call.arguments}
    if named.issuperset(names):
        return Markup("")
    return fill_block(
        "page_sources.html.jinja",
        head=parts.site.wording.say("page-sources"),
        sources=[parts.source(name) for name in names],
    )
