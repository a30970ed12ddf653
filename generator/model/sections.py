"""What the site makes by itself: its generated sections and its own assets, a row each."""

from collections.abc import Mapping
from types import MappingProxyType

PLOTLY = "plotly-basic-4.1.1.min.js"
STYLE = "briefing.css"
CHART_STYLE = "chart.css"
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
    "home.css",
    "identity.css",
    "ledger.css",
    "logo.svg",
    "search-later.js",
    "sources.css",
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


PDF = "briefing.pdf"
"""The whole briefing as one document, at the site's root, where it was asked for."""
