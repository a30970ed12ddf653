"""A chart in a page and on a page of its own: picture or drawing, never both, nothing but text."""

import re
from dataclasses import replace

import pytest

from generator.model import Picture
from generator.pages.generated.charts import compose
from generator.pages.links import Links
from generator.pages.parts.parts import PageParts
from generator.pages.site import Site
from generator.pipeline import assemble, site_of

WIDE, NARROW = '<svg id="wide"></svg>', '<svg id="narrow"></svg>'
HOSTILE = '</title><script>alert("1")</script> & {{ x }} <b style="x">'


@pytest.fixture
def site(small):  # type: ignore[no-untyped-def]
    return site_of(assemble(small), "en")


def pictured(site: Site) -> Site:
    return replace(site, pictures={"plans": Picture(wide=WIDE, narrow=NARROW)})


def own_page(site: Site) -> str:
    pages = {page.path: page.text for page in compose(site)}
    return pages["charts/plans/index.html"]


def test_a_chart_with_a_picture_shows_it_and_draws_on_demand(site: Site) -> None:
    markup = PageParts(pictured(site), Links("index.md")).chart("plans")
    assert WIDE in markup
    assert NARROW in markup
    assert 'class="chart-explore" aria-pressed="false"' in markup
    assert "data-lazy" not in markup


def test_a_chart_without_a_picture_is_drawn_when_it_comes_into_view(site: Site) -> None:
    markup = PageParts(site, Links("index.md")).chart("plans")
    assert "data-lazy" in markup
    assert "<button" not in markup
    assert "<svg" not in markup


def test_a_chart_leads_to_its_own_page(site: Site) -> None:
    assert 'href="../charts/plans/"' in PageParts(site, Links("share.md")).chart("plans")


def test_the_page_of_a_chart_has_all_that_it_can_be_cited_by(site: Site) -> None:
    page = own_page(pictured(site))
    for part in (
        '<link rel="canonical" href="./">',
        '<meta name="description" content="The plan',
        '<textarea id="embed" readonly',
        '<textarea id="citation" readonly',
        '<textarea id="bibtex" readonly',
        'href="../plans.svg" download',
        'href="../../facts/2023/#plan-2024"',
        'href="../../"',
    ):
        assert part in page
    assert WIDE in page


def test_the_page_of_a_chart_without_picture_promises_none(site: Site) -> None:
    page = own_page(site)
    assert "og:image" not in page
    assert "plans.png" not in page
    assert '<details class="chart-data" open>' in page
    assert 'href="../plans.csv" download' in page


def test_a_page_of_a_chart_has_no_style_and_no_script_of_its_own(site: Site) -> None:
    page = own_page(pictured(site))
    assert not re.search(r"\sstyle=|<style|\son\w+=", page)
    assert re.findall("<script[^>]*>[^<]*", page) == ['<script src="../../assets/chart.js">']
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)


def test_a_hostile_title_is_text_wherever_it_stands(site: Site) -> None:
    chart = replace(site.charts["plans"], title=HOSTILE, subtitle=HOSTILE, description=HOSTILE)
    hostile = replace(pictured(site), charts={"plans": chart})
    for page in (own_page(hostile), PageParts(hostile, Links("index.md")).chart("plans")):
        assert "alert" in page
        assert "<script>" not in page
        assert "<b " not in page
        assert "</title><" not in page.replace("</title>\n<", "")
