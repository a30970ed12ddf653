"""What the site makes by itself: its generated sections, files and assets, a row each."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal


@dataclass(frozen=True, slots=True)
class GeneratedSection:
    """A folder of generated pages; `pages/generated/` holds a file of the same name for each."""

    folder: str
    """Below the site's root. No hand-written page may stand there, no id may be the same."""
    title: str | None
    """What its messages begin with: `<title>-title`, `<title>-description`; None: no index page."""
    in_pdf: bool = True
    """Whether the PDF takes its index page up."""
    in_menu: bool = True
    """Whether readers find it in the menu, and programs in the list of pages."""
    dated_by: Literal["ledger", "article", "date", "nothing"] = "ledger"
    """How new the pages are that stand beside its index page: as the whole ledger, as the article
    of each, or as the date of each. By nothing: no page of it shows a figure."""
    anchors: Literal["headings", "figures", "unknown"] = "headings"
    """What a link may name on its index page: its headings, also each figure, or anything, where
    only the ledger can tell."""
    also: tuple[str, ...] = ()
    """Other folders that its pages stand in."""

    pages: tuple[str, ...] = ()
    """The pages beside its index page that every site has, by name."""

    @property
    def path(self) -> str:
        """The index page's file below docs/."""
        return f"{self.folder}/index.md"

    @property
    def paths(self) -> tuple[str, ...]:
        """The files of its index page and of those that every site has."""
        return (self.path, *(f"{self.folder}/{name}.md" for name in self.pages))

    @property
    def module(self) -> str:
        """The file of `pages/generated/` that composes it."""
        return self.folder.replace("-", "_")


_ROWS = (
    GeneratedSection("facts", "facts", anchors="figures", also=("f",)),
    GeneratedSection("promises", "promises", anchors="unknown"),
    GeneratedSection("known", "known", in_pdf=False, dated_by="date", anchors="unknown"),
    GeneratedSection("open-questions", "questions", anchors="unknown"),
    GeneratedSection("changes", "changes", in_pdf=False, anchors="unknown"),
    GeneratedSection("sources", "sources", dated_by="article"),
    GeneratedSection("data", "data", in_pdf=False),
    GeneratedSection("charts", None),
    GeneratedSection(
        "handbook",
        "handbook",
        in_pdf=False,
        in_menu=False,
        dated_by="nothing",
        anchors="unknown",
        pages=(
            *("beginning", "editors", "reviewers", "publishing"),
            *("keys", "calls", "findings", "commands"),
        ),
    ),
)
SECTIONS: Mapping[str, GeneratedSection] = MappingProxyType({row.folder: row for row in _ROWS})
"""Every generated section by its folder, in the order in which lists of pages name them."""

PLOTLY = "plotly-basic-4.1.1.min.js"
STYLE = "briefing.css"
CHART_STYLE = "chart.css"
CARD_STYLE = "card.css"
"""For pictures of pages; no page loads it."""
PRINT_STYLE = "print.css"
DOCUMENT_STYLE = "document.css"
"""For the whole briefing as one document, on top of all others; no page loads it."""
ASSETS = (
    STYLE,
    CHART_STYLE,
    PRINT_STYLE,
    PLOTLY,
    "briefing.js",
    "chart.js",
    "data.css",
    "door.css",
    "door.js",
    "facts.css",
    "facts.js",
    "favicon.svg",
    "fonts/OFL.txt",
    "fonts/briefing-sans.woff2",
    "fonts/briefing-serif.woff2",
    "home.css",
    "identity.css",
    "known.js",
    "ledger.css",
    "logo.svg",
    "prove.js",
    "search-split.js",
    "sources.css",
    "theme-later.js",
)


DATA_FILES: Mapping[str, str] = MappingProxyType(
    {
        "facts.csv": "text/csv",
        "facts.json": "application/json",
        "facts.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "facts.parquet": "application/vnd.apache.parquet",
        "facts.jsonld": "application/ld+json",
        "articles.json": "application/json",
        "verification.json": "application/json",
        "datapackage.json": "application/json",
        "facts.csv-metadata.json": "application/csvm+json",
        "citation.bib": "application/x-bibtex",
        "citation.json": "application/vnd.citationstyles.csl+json",
    }
)
"""All files below data/, each with its media type."""


FEEDS: Mapping[str, str] = MappingProxyType(
    {"feed.xml": "application/atom+xml", "feed.json": "application/feed+json"}
)
"""Of changes, at the site's root."""


RELEASES = "releases.json"
"""The chain of releases, at the site's root, beside what its files are."""
MANIFEST = "MANIFEST.json"
ATTESTATION = "MANIFEST.json.sigstore.json"
"""What signs the manifest, where somebody did; it lies beside it and in no list."""

PDF = "briefing.pdf"
"""The whole briefing as one document, at the site's root, where it was asked for."""
