"""The ledger and charts become pages: Markdown as values, composed for one language.

In: a Site. Out: pages. The language layer (catalogues, numbers, dates) and the escaping of all
foreign text live here; disk, browser and MkDocs do not.
"""

from generator.pages.check import check_documents
from generator.pages.citation import title_of
from generator.pages.compose import compose_pages
from generator.pages.data_page import COLUMNS, FLAT_COLUMNS, PDF
from generator.pages.door import compose_doors
from generator.pages.gallery_page import gallery_charts
from generator.pages.paper import Chapter, compose_front
from generator.pages.site import Page, Site
from generator.pages.wording import LanguageWording

__all__ = [
    "COLUMNS",
    "FLAT_COLUMNS",
    "PDF",
    "Chapter",
    "LanguageWording",
    "Page",
    "Site",
    "check_documents",
    "compose_doors",
    "compose_front",
    "compose_pages",
    "gallery_charts",
    "title_of",
]
