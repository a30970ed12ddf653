"""The gallery for editors: each kind of chart with an example, its YAML, and when to use it.

In: the site. Out: `charts/gallery.md`, and the invented charts on it. Nothing on it is a fact.
"""

import json
from dataclasses import replace
from functools import cache

from generator.charts import draw
from generator.model import Chart, DrawnChart, Text
from generator.pages.escape import encode, front_matter
from generator.pages.generated.gallery_book import KINDS, gallery_book, gallery_chart, gallery_units
from generator.pages.links import Links
from generator.pages.parts.parts import Parts
from generator.pages.site import Page, Site
from generator.pages.templating import fill_block
from generator.wording import LanguageWording

PATH = "charts/gallery.md"


@cache
def gallery_charts(lang: str) -> tuple[DrawnChart, ...]:
    """The example of each kind, drawn; their ids are none that an editor can choose."""
    book, wording = gallery_book(lang), LanguageWording(lang, gallery_units(lang))
    return tuple(_drawn(draw(gallery_chart(kind, lang), book, wording), kind) for kind in KINDS)


def compose_gallery(site: Site) -> Page:
    """What each kind is for, how it looks, what the editor types."""
    wording = site.wording
    parts = Parts(site, Links(PATH))
    title = wording.say("gallery-title")
    blocks = [
        front_matter(title=title, description=wording.say("gallery-description")),
        f"# {encode(title)}",
        encode(wording.say("gallery-lead")),
    ]
    for kind, chart in zip(KINDS, gallery_charts(wording.lang), strict=True):
        blocks += [
            f"## {encode(wording.say(f'gallery-{kind}-name'))}",
            encode(wording.say(f"gallery-{kind}-use")),
            parts.drawn(chart, is_invented=True),
            fill_block(
                "generated/gallery/yaml",
                text=chart_yaml(gallery_chart(kind, wording.lang)),
                label=wording.say("gallery-yaml", kind=kind),
            ),
        ]
    return Page(PATH, "\n\n".join(blocks) + "\n")


def chart_yaml(chart: Chart) -> str:
    """The chart as it stands in seeds/charts.yaml; strings as JSON has them, which is YAML too."""
    lines = [
        f"- id: {chart.id}",
        f"  kind: {chart.kind}",
        f"  title: {_flow(chart.title)}",
        f"  subtitle: {_flow(chart.subtitle)}",
    ]
    if chart.facts:
        lines.append(f"  facts: [{', '.join(chart.facts)}]")
    if chart.where:
        picked = ", ".join(f"{name}: {value}" for name, value in chart.where.items())
        lines.append(f"  where: {{{picked}}}")
    return "\n".join(lines)


def _flow(text: Text) -> str:
    words = (f"{lang}: {json.dumps(said, ensure_ascii=False)}" for lang, said in text.items())
    return f"{{{', '.join(words)}}}"


def _drawn(chart: DrawnChart, kind: str) -> DrawnChart:
    """Without doors: there are no sentences behind invented figures."""
    rows = tuple(replace(row, fact="") for row in chart.rows)
    return replace(chart, id=f"gallery_{kind}", rows=rows, articles=())
