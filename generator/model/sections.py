"""What the site makes by itself: its generated sections and its own assets, a row each."""

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
