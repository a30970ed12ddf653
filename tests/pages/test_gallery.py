"""The gallery shows every kind of chart, drawn, with YAML that the generator itself would read."""

from typing import get_args

import pytest
import yaml

from generator.model import Chart, ChartKind
from generator.pages.generated.gallery import chart_yaml, gallery_charts
from generator.pages.generated.gallery_book import KINDS, gallery_book, gallery_chart
from generator.reading.shapes.shapes import shape_of


def test_every_kind_has_an_example() -> None:
    assert sorted(KINDS) == sorted(get_args(ChartKind))


@pytest.mark.parametrize("kind", KINDS)
def test_the_yaml_of_an_example_is_a_chart_that_selects_invented_figures(kind: str) -> None:
    (typed,) = yaml.safe_load(chart_yaml(gallery_chart(kind, "en")))
    shape = shape_of(Chart).model_validate(typed)
    assert shape.kind == kind
    assert {str(name) for name in shape.facts or ()} <= gallery_book("en").entries.keys()


def test_every_example_is_drawn_and_leads_to_no_figure_of_the_ledger() -> None:
    for chart in gallery_charts("en"):
        assert chart.figure["data"]
        assert chart.narrow["data"]
        assert chart.rows
        assert {row.fact for row in chart.rows} == {""}
        assert chart.articles == ()


def test_the_page_says_that_its_figures_are_invented(composed) -> None:  # type: ignore[no-untyped-def]
    page = composed("charts/gallery.md")
    assert page.count("Invented figures of a company that does not exist") == len(KINDS)
    assert page.count('<pre class="yaml"') == len(KINDS)
    assert "facts/#" not in page
