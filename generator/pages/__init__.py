"""The ledger and charts become pages: Markdown as values, composed for one language.

In: a Site. Out: pages. The language layer (catalogues, numbers, dates) and the escaping of all
foreign text live here; disk, browser and MkDocs do not.
"""

from generator.pages.check import check_documents
from generator.pages.citation import compose_citations, title_of
from generator.pages.columns import COLUMN, COLUMNS, FLAT_COLUMNS, Column
from generator.pages.compose import compose_pages
from generator.pages.data_page import DATA_FILES, FEEDS, PDF
from generator.pages.door import compose_doors
from generator.pages.explained import Explained, explain_page
from generator.pages.figure_changes import FigureChange, figure_changes
from generator.pages.freshness import PageTraits, newest_day, page_traits
from generator.pages.gallery_page import gallery_charts
from generator.pages.links import page_address
from generator.pages.paper import Chapter, compose_front
from generator.pages.phrases import KINDS, Phrases
from generator.pages.site import Page, Site
from generator.pages.wording import LanguageWording

__all__ = [
    "COLUMN",
    "COLUMNS",
    "DATA_FILES",
    "FEEDS",
    "FLAT_COLUMNS",
    "KINDS",
    "PDF",
    "Chapter",
    "Column",
    "Explained",
    "FigureChange",
    "LanguageWording",
    "Page",
    "PageTraits",
    "Phrases",
    "Site",
    "check_documents",
    "compose_citations",
    "compose_doors",
    "compose_front",
    "compose_pages",
    "explain_page",
    "figure_changes",
    "gallery_charts",
    "newest_day",
    "page_address",
    "page_traits",
    "title_of",
]
