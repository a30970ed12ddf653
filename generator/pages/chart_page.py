"""A page a chart, which stands alone and within a frame: no theme, nothing from elsewhere.

In: the site. Out: `charts/<id>/index.html`, a whole HTML file. The site may be served from
anywhere, so that addresses are relative; those to be copied are completed in the reader's browser.
"""

from markupsafe import Markup

from generator.model import DrawnChart
from generator.pages.citation import cite, cite_bibtex, embed_code, title_of
from generator.pages.links import Links
from generator.pages.parts import Parts
from generator.pages.site import Page, Site
from generator.pages.templating import fill

FILES = ("svg", "png", "csv", "json")
"""What can be taken away, beside the page."""
_ROWS = {"embed": "4", "citation": "4", "bibtex": "8"}
_UNKNOWN_HOST = "https://…/"
"""Stands in texts to be copied until the reader's browser puts the site's own address there."""


def compose_chart_pages(site: Site) -> list[Page]:
    """The page of every chart."""
    return [_page(chart, site) for chart in site.charts.values()]


def _page(chart: DrawnChart, site: Site) -> Page:
    path = f"charts/{chart.id}/index.html"
    links = Links(path.replace(".html", ".md"))
    parts = Parts(site, links)
    known, address = site.newest, f"{_UNKNOWN_HOST}charts/{chart.id}/"
    text = fill(
        "chart_page.html.jinja",
        chart=chart,
        lang=site.wording.lang,
        site_title=title_of(site),
        picture=parts.picture(chart),
        fact=links.fact,
        sources=[parts.source(article) for article in chart.articles],
        as_of=site.wording.period(known),
        files={kind: _file(chart, kind) for kind in FILES},
        home=links.to(""),
        icon=links.to("assets/favicon.svg"),
        style=links.to("assets/chart.css"),
        script=links.to("assets/chart.js"),
        address=address,
        texts={
            "embed": embed_code(chart, address),
            "citation": cite(chart, site, known, address),
            "bibtex": cite_bibtex(chart, site, known, address),
        },
        rows=_ROWS,
        say=site.wording.say,
    )
    return Page(path, f"{text}\n")


def _file(chart: DrawnChart, kind: str) -> Markup:
    """A file beside the page's folder."""
    return Markup("../{}.{}").format(chart.id, kind)
