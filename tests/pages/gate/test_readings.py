"""Three readings of a hand-written page, and what each sees where the others are blind.

As typed: the place, for the editor. As Markdown renders it: numbers and attributes that no rule
about the source foresees, before anything is built. As HTML: all that the engine and its theme add.
"""

from pathlib import Path

import pytest
from markdown import Markdown

from generator.model import Document
from generator.pages import NumberAccount, Printed, account_page
from generator.pages.handwritten.documents import placed, read_document
from generator.pages.handwritten.prose import check_prose
from generator.pages.handwritten.rendered import EXTENSIONS, check_rendered
from generator.pipeline import assemble, site_of

FRONT = "---\ntitle: A page\ndescription: What it says.\n---\n"
FOOT = "<footer>{}</footer>"


@pytest.fixture(scope="module")
def printed(root: Path) -> Printed:
    """What the site of the small briefing prints."""
    return Printed(site_of(assemble(root / "tests/golden/small"), "en"))


def seen_by(text: str, printed: Printed, foot: str = "") -> tuple[list[str], list[str], int]:
    """Where a page is refused as typed and as rendered, and how many of its numbers as HTML."""
    page = read_document(Document(path="page.md", text=text))
    readings = (check_prose(page, (), {}), check_rendered(page, (), ()))
    typed, rendered = (
        [str(placed(one, page.document).place) for one in found] for found in readings
    )
    account = NumberAccount()
    html = Markdown(extensions=[*EXTENSIONS]).convert(text[page.body_start :])
    title = f"<head><title>{page.fields['title']}</title></head>"
    account_page(f"{title}{html}{FOOT.format(foot)}", "page/index.html", printed, account)
    return typed, rendered, len(account.unexplained)


def test_only_the_text_as_typed_has_the_place_of_each_number(printed: Printed) -> None:
    front = FRONT.replace("A page", "All 7 cars")
    assert seen_by(front, printed) == (["docs/page.md:2:12"], [], 1)
    entity = f"{FRONT}It sold\nno &#55; cars.\n"
    assert seen_by(entity, printed) == (["docs/page.md:6:4"], ["docs/page.md:5:1"], 1)


def test_only_the_rendering_shows_what_markdown_makes_of_a_page_before_it_is_built(
    printed: Printed,
) -> None:
    unclosed = f"{FRONT}It sold [some](https://www.mi.com/900000\n"
    assert seen_by(unclosed, printed) == ([], ["docs/page.md:5:35"], 1)


def test_only_the_rendering_keeps_marks_from_pages(printed: Printed) -> None:
    """The number gate trusts what our templates say of words for the search; no page may say it."""
    forged = f"{FRONT}!!! note fact-words\n    Sold [some](https://www.mi.com/900000\n"
    typed, rendered, unexplained = seen_by(forged, printed)
    assert (typed, unexplained) == ([], 0)
    assert "docs/page.md:5:10" in rendered


def test_only_the_html_shows_what_the_theme_adds(printed: Printed) -> None:
    assert seen_by(FRONT, printed, "7,777 words") == ([], [], 1)
