"""Hand-written pages with their calls answered.

In: a checked document and the site. Out: plain Markdown with the parts in place of the calls.
"""

from collections.abc import Callable

from generator.ledger import facts_of
from generator.model import Document
from generator.pages.escape import front_matter
from generator.pages.handwritten.calls import Call
from generator.pages.handwritten.documents import read_document
from generator.pages.handwritten.page_sources import page_sources, selected
from generator.pages.links import Links
from generator.pages.parts.counted import counter
from generator.pages.parts.key_figures import key_figures
from generator.pages.parts.news import latest_changes, open_questions, proof
from generator.pages.parts.parts import Form, Parts
from generator.pages.site import Page, Site


def compose_document(document: Document, site: Site) -> Page:
    """One hand-written page; its prose stays as typed, each call becomes its part."""
    read = read_document(document)
    parts = Parts(site, Links(document.path))
    text, at = [front_matter(**read.fields)], read.body_start
    for call in read.calls:
        text += [document.text[at : call.start], _answer(call, parts)]
        at = call.end
    text.append(document.text[at:])
    body = "".join(text).rstrip("\n")
    blocks = [block for block in (body, page_sources(document, parts)) if block]
    return Page(document.path, "\n\n".join(blocks) + "\n")


def _answer(call: Call, parts: Parts) -> str:
    argument = call.arguments[0] if call.arguments else ""
    answers: dict[str, Callable[[], str]] = {
        "figure": lambda: parts.figure(argument, _form(call)),
        "period": lambda: parts.period(argument),
        "source": lambda: parts.source(argument),
        "known_as_of": parts.known_as_of,
        "count": lambda: counter(parts.site.wording, _count(argument, parts.site)),
        "chart": lambda: parts.chart(argument),
        "quotation": lambda: parts.quotation(parts.site.book.entries[argument]),
        "table": lambda: parts.table(selected(call, parts.site)),
        "codes": parts.codes,
        "key_figures": lambda: key_figures(selected(call, parts.site), parts),
        "latest_changes": lambda: latest_changes(parts),
        "open_questions": lambda: open_questions(parts),
        "proof": lambda: proof(parts),
        "timeline": lambda: parts.timeline(selected(call, parts.site)),
    }
    return answers[call.name]()


def _form(call: Call) -> Form:
    return "size" if call.options.get("form") == "size" else "signed"


def _count(what: str, site: Site) -> int:
    bases = {"quoted": "quoted", "derived": "derived", "events": "event"}
    if what == "articles":
        return len(site.book.articles)
    if what == "facts":
        return len(site.book.entries)
    return len(facts_of(site.book, basis=bases[what]))
