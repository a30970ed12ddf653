"""A chart to be cited and embedded: as a sentence, as BibTeX, as HTML.

In: a chart's words, its address. Out: text to be copied; whoever prints it escapes it once more.
Never the day on which somebody looked: the ledger's own date says what the chart could know.
"""

from html import escape

from generator.model import DrawnChart, Period
from generator.pages.site import Site

EMBEDDED_HEIGHT = 620
"""Of the frame that the embed code asks for: title, picture, source and provenance."""
_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "{}$&#%_"},
    }
)


def cite(chart: DrawnChart, site: Site, known: Period, address: str) -> str:
    """One sentence: whose chart, its title, what it rests on, where it stands."""
    wording = site.wording
    producers = dict.fromkeys(site.book.articles[name].producer for name in chart.articles)
    return wording.say(
        "chart-cited",
        title=chart.title,
        site=title_of(site),
        date=wording.period(known),
        producers=", ".join(producers),
        address=address,
    )


def cite_bibtex(chart: DrawnChart, site: Site, known: Period, address: str) -> str:
    """A BibTeX entry; braces around the title keep its capitals."""
    note = site.wording.say("chart-known-as-of", date=site.wording.period(known))
    fields = {
        "title": f"{{{bibtex(chart.title)}}}",
        "author": f"{{{bibtex(title_of(site))}}}",
        "year": str(known.start.year) if known.start else "",
        "note": bibtex(note),
        "url": address,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{chart.id},", *lines, "}"])


def bibtex(text: str) -> str:
    """Text in which TeX finds no command, no comment and no brace of its own."""
    return text.translate(_BIBTEX)


def embed_code(chart: DrawnChart, address: str) -> str:
    """An iframe that asks nobody else and loads when it comes into view."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(chart.title)}" width="100%" '
        f'height="{EMBEDDED_HEIGHT}" loading="lazy"></iframe>'
    )


def title_of(site: Site) -> str:
    """What the briefing is called."""
    return site.wording.text(site.seeds.briefing.title) if site.seeds.briefing else ""
