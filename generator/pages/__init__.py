"""The ledger and charts become pages: Markdown as values, composed for one language.

In: a Site. Out: pages. The language layer (catalogues, numbers, dates) and the escaping of all
foreign text live here; disk, browser and MkDocs do not.
"""

from generator.pages.check import check_documents
from generator.pages.compose import compose_pages
from generator.pages.data_page import COLUMNS, FLAT_COLUMNS
from generator.pages.door import compose_doors
from generator.pages.explained import Explained, explain_page
from generator.pages.gallery_page import gallery_charts
from generator.pages.phrases import KINDS, Phrases
from generator.pages.site import Page, Site
from generator.pages.wording import LanguageWording

__all__ = [
    "COLUMNS",
    "FLAT_COLUMNS",
    "KINDS",
    "Explained",
    "LanguageWording",
    "Page",
    "Phrases",
    "Site",
    "check_documents",
    "compose_doors",
    "compose_pages",
    "explain_page",
    "gallery_charts",
]
