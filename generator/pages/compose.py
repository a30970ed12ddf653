"""All pages of a site, in a fixed order.

In: the proven briefing. Out: pages as values. Composes only what check_documents found no fault in.
"""

from generator.pages.changes_page import compose_changes
from generator.pages.chart_page import compose_chart_pages
from generator.pages.data_page import compose_data
from generator.pages.gallery_page import compose_gallery
from generator.pages.known_page import compose_known
from generator.pages.ledger_page import compose_ledger, compose_permalinks
from generator.pages.paper import with_notes
from generator.pages.promises_page import compose_promises
from generator.pages.questions_page import compose_questions
from generator.pages.site import Page, Site
from generator.pages.sources_page import compose_sources
from generator.pages.topic_page import compose_document


def compose_pages(site: Site) -> tuple[Page, ...]:
    """Hand-written pages with their calls answered, those that the ledger makes, notes in each."""
    pages = (
        *(compose_document(document, site) for document in site.seeds.documents),
        compose_ledger(site),
        compose_promises(site),
        *compose_known(site),
        compose_questions(site),
        compose_changes(site),
        *compose_sources(site),
        compose_data(site),
        *compose_chart_pages(site),
        compose_gallery(site),
        *compose_permalinks(site),
    )
    return tuple(with_notes(page, site) for page in pages)
