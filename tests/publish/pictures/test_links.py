"""Marks of figures in a picture are links to their proof; nothing else of it is."""

import csv
import html
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from generator.publish.pictures.links import MarkedTrace, marked_traces
from generator.publish.pictures.svg import Caption, picture_of
from generator.publish.styles.colours import standing_alone

CAPTION = Caption("sales-wide", "Sales", "Sales rose to 5.")
HEAD = '<svg class="main-svg" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 300">'
BARS = """<g class="cartesianlayer"><g class="subplot xy"><g class="plot">
<g class="barlayer mlayer"><g class="trace bars"><g class="points">
<g class="point"><path d="M0,0H9V9Z"/></g></g></g>
<g class="trace bars"><g class="points"><g class="point"><path d="M0,9H9V18Z"/></g></g></g></g>
<g class="scatterlayer mlayer"><g class="trace scatter traceabc"><g class="points">
<path class="point" transform="translate(4.4,7)" d="M1,0L0,1Z"/></g></g></g>
</g></g></g>"""


def picture(*traces: MarkedTrace) -> str:
    return picture_of(f"{HEAD}{BARS}<text>5</text></svg>", {}, CAPTION, traces)


def linked(svg: str) -> list[tuple[str, str]]:
    return re.findall(r'<a data-fact="([^"]+)" aria-label="([^"]*)">', svg)


def test_a_mark_is_a_link_that_says_which_figure_it_is() -> None:
    bar = MarkedTrace("xy bars", 1, ["sold"], ["Cars, 5"])
    dot = MarkedTrace("xy scatter", 0, ["price"], ["Price & more"])
    shown = picture(bar, dot)
    assert linked(shown) == [("sold", "Cars, 5"), ("price", "Price &amp; more")]
    assert '<a data-fact="sold" aria-label="Cars, 5"><path d="M0,9H9V18Z"/></a>' in shown
    assert '<circle cx="4" cy="7" r="12" fill="none" pointer-events="all"/></a>' in shown
    assert 'role="group"' in shown
    assert '<text aria-hidden="true" paint-order="stroke"' in shown


@pytest.mark.parametrize(
    "trace",
    [
        MarkedTrace("xy bars", 2, ["sold"], ["Cars"]),
        MarkedTrace("x2y2 bars", 0, ["sold"], ["Cars"]),
        MarkedTrace("xy bars", 0, ["sold", "kept"], ["Cars", "Kept"]),
    ],
    ids=["no such trace", "no such axes", "more figures than marks"],
)
def test_what_is_not_surely_its_mark_is_no_link(trace: MarkedTrace) -> None:
    assert linked(picture(trace)) == []
    assert 'role="img"' in picture(trace)


def test_a_name_that_tries_to_be_more_is_a_name() -> None:
    hostile = MarkedTrace("xy bars", 0, ["sold"], ['"><script>alert(1)</script>'])
    (root,) = [ET.fromstring(picture(hostile))]
    assert not [one for one in root.iter() if one.tag.endswith("script")]


def test_traces_are_counted_by_axes_and_type() -> None:
    own = {"customdata": ["a"], "hovertext": ["Cars<br>5 &amp; more<br>First reported"]}
    figure = {
        "data": [
            {"type": "bar"},
            {"type": "scatter", "xaxis": "x2", "yaxis": "y2"} | own,
            {"type": "bar"} | own,
        ]
    }
    assert [*marked_traces(figure)] == [
        MarkedTrace("x2y2 scatter", 0, ["a"], ["Cars, 5 & more"]),
        MarkedTrace("xy bars", 1, ["a"], ["Cars, 5 & more"]),
    ]


def test_a_picture_as_a_file_leads_to_the_permalink_of_each_figure(root: Path) -> None:
    css = (root / "generator/publish/assets/briefing.css").read_text()
    alone = standing_alone(picture(MarkedTrace("xy bars", 0, ["sold"], ["Cars"])), css)
    assert '<a href="../f/sold/" aria-label="Cars">' in alone


def test_every_figure_of_every_chart_of_the_example_is_a_link_in_both_drawings(
    browser: Any, built_site: Path
) -> None:
    pages = [file.read_text() for file in built_site.rglob("*.html")]
    seen = 0
    for file in sorted((built_site / "charts").glob("*.csv")):
        with file.open(newline="", encoding="utf-8") as rows:
            # A chart that counts has no figures.
            ids = {row["id"] for row in csv.DictReader(rows) if "id" in row}
        for form in ("wide", "narrow"):
            mark = f'aria-labelledby="{file.stem}-{form}-title'
            shown = [
                svg for page in pages for svg in re.findall("<svg .*?</svg>", page) if mark in svg
            ]
            assert shown
            for svg in shown:
                links = dict(re.findall(r'<a href="[^"]*#([^"]+)" data-fact="([^"]+)"', svg))
                assert set(links) == set(links.values()) == ids
                seen += len(ids)
    assert seen


def test_what_a_mark_is_called_stands_in_the_table(browser: Any, built_site: Path) -> None:
    for file in sorted((built_site / "charts").glob("*.svg")):
        figure = json.loads(file.with_suffix(".json").read_text())
        rows = file.with_suffix(".csv").read_text()
        names = re.findall(r'aria-label="([^"]*)"', file.read_text())
        assert names or not any(one.get("customdata") for one in figure["data"])
        for name in map(html.unescape, names):
            for number in re.findall(r"\d[\d.,]*\d|\d", name):
                assert number in rows
