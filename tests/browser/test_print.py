"""Pages on paper: the page's own words and charts, no furniture, and where each figure stands."""

import io
import re
import unicodedata

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

FURNITURE = (".md-header", ".md-tabs", ".md-footer", ".md-search", ".chart-tools", ".chart-away")
PAGES = ("passengers/", "facts/", "facts/2024/", "open-questions/")
POINTS = {"A4": 595, "Letter": 612, "A5": 420}


def printed(browser: Browser, url: str, paper: str = "A4", *, has_script: bool = True) -> str:
    """The words of a page on paper, as a reader with a dark screen prints it."""
    with browser.new_context(color_scheme="dark", java_script_enabled=has_script) as context:
        page = context.new_page()
        page.goto(url)
        page.reload()  # with the typefaces at hand: one that comes late is left for the next page
        pdf = PdfReader(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=True)))
    assert round(pdf.pages[0].mediabox.width) in {POINTS[paper], POINTS[paper] + 1}
    # A font draws two letters as one; readers and searches take them for two.
    return unicodedata.normalize("NFKC", "\n".join(one.extract_text() for one in pdf.pages))


@pytest.mark.parametrize("path", PAGES)
def test_paper_says_the_same_with_and_without_javascript(
    path: str, address: str, browser: Browser
) -> None:
    with_script = printed(browser, f"{address}/{path}")
    assert with_script == printed(browser, f"{address}/{path}", has_script=False)
    assert len(with_script) > 500


@pytest.mark.parametrize("paper", ["Letter", "A5"])
def test_each_figure_has_a_mark_that_the_notes_explain(
    paper: str, address: str, browser: Browser
) -> None:
    words = printed(browser, f"{address}/passengers/", paper)
    marks = {int(mark) for mark in re.findall(r"\[\s*(\d+)\s*\]", words)}
    joined = re.sub(r"\s+", "", words)
    assert marks == {*range(1, max(marks) + 1)}
    assert len(re.findall(r"·f/[a-z0-9-]+/", joined)) == max(marks)
    assert "f/passenger-target-2024/" in joined


def test_a_figure_of_the_ledger_shows_its_own_address(address: str, browser: Browser) -> None:
    words = printed(browser, f"{address}/facts/2024/")
    assert "f/passenger-target-2024/" in words
    assert "Permanent link" not in words


def test_paper_shows_no_furniture_and_opens_what_is_closed(address: str, browser: Browser) -> None:
    page = browser.new_page(color_scheme="dark", viewport={"width": 794, "height": 1123})
    page.goto(f"{address}/passengers/")
    notes = page.locator(".print-notes")
    assert not notes.is_visible()
    page.emulate_media(media="print", color_scheme="dark")
    for name in FURNITURE:
        assert page.locator(name).count() > 0, name
        assert not any(one.is_visible() for one in page.locator(name).all()), name
    assert notes.is_visible()
    assert not page.locator(".chart-description").first.is_visible()  # its picture says it
    assert not page.locator(".chart-data table").first.is_visible()
    assert page.locator(".chart-wide").first.is_visible()
    assert not page.locator(".chart-narrow").first.is_visible()
    ink = page.locator("body").evaluate(
        "body => getComputedStyle(body).getPropertyValue('--chart-1')"
    )
    assert ink.strip() == "#b53c0a"
    page.set_viewport_size({"width": 559, "height": 794})
    assert page.locator(".chart-narrow").first.is_visible()
    assert not page.locator(".chart-wide").first.is_visible()
    page.close()


def test_no_picture_is_cut_over_two_pages(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{address}/passengers/")
    page.emulate_media(media="print")
    for name in ("figure.chart", "tr", "blockquote"):
        broken = page.locator(name).first.evaluate("one => getComputedStyle(one).breakInside")
        assert broken in {"avoid", "avoid-page"}, name
    page.close()
