"""All pages of a site, in a fixed order.

In: the proven briefing, for which check_documents has no finding. Out: pages as values.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib import import_module

from generator.model import EMPTY, SECTIONS, GeneratedSection
from generator.pages.handwritten.compose import compose_document
from generator.pages.handwritten.documents import outline_of
from generator.pages.parts.sources import mark_legend
from generator.pages.print_notes import with_notes
from generator.pages.site import Page, Site


def compose_documents(site: Site) -> tuple[Page, ...]:
    """Hand-written pages with their calls answered, notes in each."""
    pages = (compose_document(document, site) for document in site.seeds.documents)
    return tuple(_explained(page, site) for page in pages)


def compose_generated(site: Site) -> tuple[Page, ...]:
    """The pages that the ledger makes, notes in each."""
    pages = (page for row in SECTIONS.values() for page in composer(row)(site))
    return tuple(_explained(page, site) for page in pages)


def outlined(site: Site) -> Site:
    """The site with all of its hand-written pages that others show: what is not theirs alone."""
    outlines = tuple(outline_of(document) for document in site.seeds.documents)
    return replace(site, seeds=replace(site.seeds, documents=outlines, assets=EMPTY))


def compose_page(path: str, site: Site) -> Page | None:
    """One page of the site by its path in the tree; None where there is none."""
    for document in site.seeds.documents:
        if document.path == path:
            return _explained(compose_document(document, site), site)
    for row in SECTIONS.values():
        if path.startswith(f"{row.folder}/"):
            found = (page for page in composer(row)(site) if page.path == path)
            return next((_explained(page, site) for page in found), None)
    return None


def _explained(page: Page, site: Site) -> Page:
    """The page with what its marks mean, and with notes for paper."""
    if not page.path.endswith(".md"):
        return page
    legend = mark_legend(page.text, site.wording)
    page = replace(page, text=f"{page.text}\n{legend}\n") if legend else page
    return with_notes(page, site)


def composer(section: GeneratedSection) -> Callable[[Site], Iterable[Page]]:
    """The function `compose` of the section's own file, which is loaded when it is needed."""
    module = import_module(f"generator.pages.generated.{section.module}")
    compose: Callable[[Site], Iterable[Page]] = module.compose
    return compose
