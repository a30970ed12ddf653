"""The ledger and charts become pages: Markdown as values, composed for one language.

In: a Site. Out: pages. All foreign text is escaped here. Knows no disk, no browser, no MkDocs.
"""

from generator.pages.compose import (
    compose_documents,
    compose_generated,
    compose_page,
    outlined,
)
from generator.pages.escape import decode_harmless
from generator.pages.gate.account import (
    KINDS,
    NumberAccount,
    Unexplained,
    account_apart,
    account_page,
    is_account,
)
from generator.pages.gate.printed import Printed
from generator.pages.handwritten.calls import CALLS, CallKind
from generator.pages.handwritten.check import check_documents
from generator.pages.handwritten.claims import check_claims
from generator.pages.handwritten.documents import read_document
from generator.pages.handwritten.rendered import EXTENSIONS
from generator.pages.ledger_places import ledger_parts
from generator.pages.links import known_folder, page_address, page_table
from generator.pages.page_dates import PageTraits, page_traits
from generator.pages.page_tables import tables_of_pages
from generator.pages.parts.briefing import cite_briefing, describe_briefing, title_of
from generator.pages.parts.citation import ENDINGS, bibtex, compose_citations, credit_of
from generator.pages.parts.figure_changes import FigureChange, figure_changes
from generator.pages.parts.panel import compose_panels
from generator.pages.parts.parts import known_as_of, quote_text
from generator.pages.parts.sources import byline
from generator.pages.print_notes import Chapter, compose_front
from generator.pages.sharing.cards import MOST_CARDS, compose_cards
from generator.pages.sharing.tags import CARD, Shared, shared_page
from generator.pages.site import UNSEEN, Page, Site, newest_day
from generator.pages.templating import keep_templates
