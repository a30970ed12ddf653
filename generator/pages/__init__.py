"""The ledger and charts become pages: Markdown as values, composed for one language.

In: a Site. Out: pages. The language layer (catalogues, numbers, dates) and the escaping of all
foreign text live here; disk, browser and MkDocs do not.
"""

from generator.pages.compose import compose_pages
from generator.pages.gate.account import KINDS, NumberAccount, Unexplained, account_page
from generator.pages.gate.printed import Printed
from generator.pages.generated.data import cite_briefing, describe_briefing, kind_words, meaning
from generator.pages.generated.gallery import gallery_charts
from generator.pages.generated.print_notes import Chapter, compose_front
from generator.pages.generated.traits import PageTraits, page_traits
from generator.pages.handwritten.check import check_documents
from generator.pages.handwritten.documents import read_document
from generator.pages.links import page_address
from generator.pages.parts.citation import ENDINGS, bibtex, compose_citations, title_of
from generator.pages.parts.figure_changes import FigureChange, figure_changes
from generator.pages.parts.panel import compose_doors
from generator.pages.parts.parts import quote_text
from generator.pages.site import Page, Site, newest_day

__all__ = [
    "ENDINGS",
    "KINDS",
    "Chapter",
    "FigureChange",
    "NumberAccount",
    "Page",
    "PageTraits",
    "Printed",
    "Site",
    "Unexplained",
    "account_page",
    "bibtex",
    "check_documents",
    "cite_briefing",
    "compose_citations",
    "compose_doors",
    "compose_front",
    "compose_pages",
    "describe_briefing",
    "figure_changes",
    "gallery_charts",
    "kind_words",
    "meaning",
    "newest_day",
    "page_address",
    "page_traits",
    "quote_text",
    "read_document",
    "title_of",
]
