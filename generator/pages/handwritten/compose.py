"""Hand-written pages with their calls answered, and the articles that they rest on.

In: a checked document and the site. Out: plain Markdown with the parts in place of the calls; ids,
links. Generated pages name their sources figure by figure, so only these pages end with a list.
"""

import re
from collections.abc import Iterator

from markupsafe import Markup

from generator.ledger import articles_of
from generator.model import Document, Entry
from generator.pages.escape import front_matter
from generator.pages.handwritten.addresses import led_on
from generator.pages.handwritten.calls import CALLS, Call, selected
from generator.pages.handwritten.documents import ReadDocument, read_document
from generator.pages.handwritten.notes import find_notes
from generator.pages.links import Links
from generator.pages.parts.news import page_proof
from generator.pages.parts.parts import PageParts
from generator.pages.site import CONTENTS, Page, Site, has_sections
from generator.pages.templating import fill_block

_TOP = re.compile(
    r"\A(?:---\n.*?^---\n)?\s*# [^\n]*\n\n"
    r"(?:<div class=\"noted\".*?\n</div>\n|[^#<\n][^\n]*\n)?\n*",
    re.DOTALL | re.MULTILINE,
)
"""Front matter, the title, and the paragraph below it."""
_FRONT = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_STRIP = '<ul class="key-figures">'
_OPENING = '\n<div class="opening" markdown="1">\n\n{}\n\n</div>\n\n'
_NOTED = '<div class="noted" markdown="1">\n\n{block}\n{note}\n\n{rest}</div>\n'
"""A block of Markdown with the note beside it, and what a list has behind it."""


def compose_document(document: Document, site: Site) -> Page:
    """One hand-written page; its prose stays as typed, each call becomes its part."""
    read = read_document(document)
    said = frozenset(one.fact.id for one in _shown(read, site, but="table"))
    parts = PageParts(site, Links(document.path), said=said)
    text, at = [front_matter(**read.fields)], read.body_start
    notes = [*find_notes(read, site.book)]
    for noted in notes:
        text.append(_answered(read, at, noted.start, parts))
        block = _answered(read, noted.start, noted.note_at, parts)
        rest = _answered(read, noted.note_at, noted.end, parts)
        rest = f"{rest}\n" if rest else ""
        text.append(_NOTED.format(block=block, note=parts.note(noted.entry), rest=rest))
        at = noted.end
    text.append(_answered(read, at, len(document.text), parts))
    has_contents = bool(notes) and has_sections(document.text[read.body_start :])
    body = _with_proof("".join(text).rstrip("\n"), read, parts, has_contents=has_contents)
    body = _with_opening(body, read)
    blocks = [block for block in (body, _page_sources(document, parts)) if block]
    return Page(document.path, "\n\n".join(blocks) + "\n")


def _with_proof(body: str, read: ReadDocument, parts: PageParts, *, has_contents: bool) -> str:
    """The page with a line of how much of it is proven, behind what stands below its title.

    Where notes take the margin, the contents of a long page have their place there as well.
    """
    if any(call.name == "proof" for call in read.calls):
        return body
    said = page_proof(_shown(read, parts.site), parts)
    top = _TOP.match(body)
    if not (said and top):
        return body
    contents = f"{CONTENTS}\n\n" if has_contents else ""
    return f"{body[: top.end()]}{said}\n\n{contents}{body[top.end() :]}"


def _with_opening(body: str, read: ReadDocument) -> str:
    """A first page, which has key figures: what stands above them is one part, its first screen."""
    if not any(call.name == "key_figures" for call in read.calls) or _STRIP not in body:
        return body
    start = front.end() if (front := _FRONT.match(body)) else 0
    end = body.find(_STRIP, start)
    return f"{body[:start]}{_OPENING.format(body[start:end].strip())}{body[end:]}"


def _shown(read: ReadDocument, site: Site, but: str = "") -> Iterator[Entry]:
    """All facts that the calls of a page show, those of its charts too, but those of one name."""
    for call in read.calls:
        shows = CALLS[call.name].shows if call.name != but else ""
        if shows == "fact":
            yield from selected(call, site.book)
        elif shows == "chart":
            rows = site.charts[call.arguments[0]].rows
            yield from (site.book.entries[row.fact] for row in rows if row.fact)


def _answered(read: ReadDocument, start: int, end: int, parts: PageParts) -> str:
    """A stretch of the page: its prose as typed, each call its part.

    Links of the prose to figures lead to where these stand.
    """
    text, path, places = [], read.document.path, parts.site.places
    for call in read.calls:
        if start <= call.start < end:
            text.append(led_on(read.document.text[start : call.start], path, places))
            text.append(CALLS[call.name].answer(call, parts))
            start = call.end
    return "".join((*text, led_on(read.document.text[start:end], path, places)))


def articles_behind(document: Document, site: Site) -> tuple[str, ...]:
    """Ids of all articles that the calls of a page rest on, by publication."""
    found = {
        article
        for call in read_document(document).calls
        for article in _articles_behind(call, site)
    }
    return tuple(name for name in site.book.articles if name in found)


def _articles_behind(call: Call, site: Site) -> Iterator[str]:
    shows = CALLS[call.name].shows
    if shows == "article":
        yield from call.arguments
    elif shows == "chart":
        yield from site.charts[call.arguments[0]].articles
    elif shows == "fact":
        for entry in selected(call, site.book):
            yield from articles_of(site.book, entry)


def _page_sources(document: Document, parts: PageParts) -> Markup:
    """The articles of a page in one line for its end; empty where its prose names each itself."""
    names = articles_behind(document, parts.site)
    shown = (call for call in read_document(document).calls if CALLS[call.name].shows == "article")
    named = {name for call in shown for name in call.arguments}
    if named.issuperset(names):
        return Markup("")
    return fill_block(
        "parts/page_sources",
        head=parts.site.wording.say("page-sources"),
        sources=parts.sources(names),
    )
