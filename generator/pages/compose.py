"""All pages of a site, in a fixed order.

In: the proven briefing. Out: pages as values. Composes only what check_documents found no fault in.
"""

from generator.pages.generated.changes import compose_changes
from generator.pages.generated.charts import compose_chart_pages
from generator.pages.generated.data import compose_data
from generator.pages.generated.facts import compose_ledger, compose_permalinks
from generator.pages.generated.known import compose_known
from generator.pages.generated.open_questions import compose_questions
from generator.pages.generated.print_notes import with_notes
from generator.pages.generated.promises import compose_promises
from generator.pages.generated.sources import compose_sources
from generator.pages.handwritten.answers import compose_document
from generator.pages.site import Page, Site


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
        *compose_permalinks(site),
    )
    return tuple(with_notes(page, site) for page in pages)
