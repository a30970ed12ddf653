"""A page a chart, to be opened alone or in a frame: no theme, nothing from other hosts.

In: the site. Out: `charts/<id>/index.html`, a whole HTML file. Addresses are relative, because
the site may be served from anywhere; the browser completes those that readers copy.
"""

from collections.abc import Sequence

from markupsafe import Markup

from generator.model import DrawnChart
from generator.pages.links import Links
from generator.pages.parts.briefing import title_of
from generator.pages.parts.citation import citation_texts, cited_chart
from generator.pages.parts.parts import PageParts
from generator.pages.sharing.embedding import embed_code
from generator.pages.sharing.tags import shared_page
from generator.pages.site import Page, Site
from generator.pages.templating import fill, link

FILES = ("svg", "png", "csv", "json")
"""The downloads of a chart, which stand beside its page."""
_ROWS = {"embed": "4", "citation": "4", "bibtex": "8", "csl": "8"}


def compose(site: Site) -> list[Page]:
    """The page of every chart, and at the ids that it had before a page that leads to it."""
    pages = [_page(chart, site) for chart in site.charts.values()]
    return pages + [
        _former(old, site.charts[chart.id], site)
        for chart in site.seeds.charts.values()
        for old in chart.formerly
        if chart.id in site.charts
    ]


def _former(old: str, chart: DrawnChart, site: Site) -> Page:
    links = Links(f"charts/{old}/index.md")
    text = fill(
        "generated/facts/permalink",
        lang=site.wording.lang,
        title=chart.title,
        shared=None,
        target=links.to(f"charts/{chart.id}/"),
        figure=link(links.to(f"charts/{chart.id}/"), chart.title),
        sources=(),
        icon=links.to("assets/favicon.svg"),
    )
    return Page(f"charts/{old}/index.html", f"{text}\n")


def _page(chart: DrawnChart, site: Site) -> Page:
    path = f"charts/{chart.id}/index.html"
    links = Links(path.replace(".html", ".md"))
    parts = PageParts(site, links, spells_out=True)
    cited, sources, say = cited_chart(chart, site), parts.sources(chart.articles), site.wording.say
    forms = citation_texts(cited, site)
    text = fill(
        "generated/charts/page",
        chart=chart,
        lang=site.wording.lang,
        site_title=title_of(site),
        picture=parts.picture(chart),
        fact=parts.ledger,
        sources=sources,
        as_of=parts.as_of(),
        shared=shared_page(f"charts/{chart.id}/", chart.title, chart.description, parts),
        files={kind: Markup("../{}.{}").format(chart.id, kind) for kind in FILES},
        has_png=f"charts/{chart.id}.png" in site.cards,
        home=links.to(""),
        icon=links.to("assets/favicon.svg"),
        style=links.to("assets/chart.css"),
        script=links.to("assets/chart.js"),
        address=cited.address,
        texts={
            "embed": embed_code(chart, cited.address, _below(parts, sources)),
            "citation": forms["text"],
            "bibtex": forms["bibtex"],
            "csl": forms["csl"],
        },
        rows=_ROWS,
        say=say,
    )
    return Page(path, f"{text}\n")


def _below(parts: PageParts, sources: Sequence[Markup]) -> tuple[str, str]:
    """The two lines of text below the picture, as long as they are read."""
    say, named = parts.site.wording.say, [one.striptags() for one in sources]
    origin = f"{say('chart-from')} {title_of(parts.site)}"
    return (
        " ".join([say("chart-sources"), *named]),
        " · ".join([origin, parts.as_of().striptags(), say("chart-promise")]),
    )
