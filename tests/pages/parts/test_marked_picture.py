"""Labels of a picture bear the id of their figure, and nothing else of the picture changes."""

import re
from pathlib import Path

import pytest

from generator.charts import label_facts
from generator.model import Picture
from generator.pages.parts.parts import mark_labels
from generator.pages.site import Site
from generator.pipeline import assemble, site_of

SVG = '<svg role="img"><title>5 EUR</title><text x="1">{}</text><path d="M0 0"/></svg>'


def marked(body: str, facts: dict[str, str]) -> str:
    return mark_labels(Picture(SVG.format(body), "<svg></svg>"), facts).wide


@pytest.fixture
def site(root: Path) -> Site:
    return site_of(assemble(root / "tests/golden/small"), "en")


def test_a_label_in_lines_gets_the_id_of_its_figure() -> None:
    body = '<tspan dy="0em">Price &amp;</tspan><tspan dy="1.3em">more, <tspan>5 EUR</tspan></tspan>'
    found = marked(body, {"Price&more,5EUR": "price"})
    assert found == SVG.format(body).replace("<text ", '<text data-fact="price" ')


def test_another_text_stays_as_it_is() -> None:
    assert marked("Price", {"Price&more": "price"}) == SVG.format("Price")


def test_a_text_that_stands_twice_is_about_neither() -> None:
    twice = "5 EUR</text><text>5 EUR"
    assert marked(twice, {"5EUR": "price"}) == SVG.format(twice)


def test_what_two_figures_are_called_marks_neither(site: Site) -> None:
    entries = [*site.book.entries.values()]
    facts = label_facts(entries, site.wording)
    assert facts["Revenue,Q22023≈2.5billionEUR"] == "revenue-2023-q2"
    assert facts["AnewfactoryopensMay2023"] == "factory-opened"
    assert set(facts.values()) == set(site.book.entries)
    assert label_facts([*entries, *entries], site.wording) == facts


def test_a_number_without_unit_marks_nothing_as_it_may_be_of_a_scale(site: Site) -> None:
    for text, fact in label_facts(site.book.entries.values(), site.wording).items():
        assert not re.fullmatch(r"[\d.,]+", text), fact


def test_every_point_of_a_drawn_chart_names_its_figure(site: Site) -> None:
    chart = site.charts["plans"]
    for figure in (chart.figure, chart.narrow):
        named = [one for trace in figure["data"] for one in trace.get("customdata", [])]
        assert sorted(named) == sorted(row.fact for row in chart.rows)
        texts = [one for trace in figure["data"] for one in trace.get("hovertext", [])]
        assert len(texts) == len(named)
