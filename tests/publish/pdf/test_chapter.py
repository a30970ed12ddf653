"""A page within the document: ids of its own, links that stay within, nothing from elsewhere."""

import pytest

from generator.publish.pdf.chapter import LinkTargets, chapter_of
from generator.reading import UsageError

PNG = b"\x89PNG"
HTML = '<html><body><nav><a href="x">no</a></nav><article class="c">{}</article><p>no</p></body>'


def targets(address: str = "") -> LinkTargets:
    return LinkTargets(
        anchors={"": "chapter-1", "share/": "chapter-2", "facts/2024/": "chapter-3"},
        places={"revenue": "facts/2024/"},
        address=address,
        load=lambda path: PNG if path == "a.png" else None,
    )


def cut(body: str, level: int = 1, address: str = "") -> str:
    return str(chapter_of(HTML.format(body), "share/", level, targets(address)).markup)


@pytest.mark.parametrize(
    ("href", "leads_to"),
    [
        ("../facts/2024/#revenue", "#chapter-3--revenue"),
        ("../f/revenue/", "#chapter-3--revenue"),
        ("../", "#chapter-1"),
        ("#here", "#chapter-2--here"),
        ("./", "#chapter-2"),
        ("https://example.org/a?b=1&amp;c", "https://example.org/a?b=1&amp;c"),
    ],
)
def test_a_link_stays_within_or_goes_out(href: str, leads_to: str) -> None:
    assert cut(f'<a href="{href}">x</a>') == f'<a href="{leads_to}">x</a>'


@pytest.mark.parametrize(
    "href", ["../data/", "javascript:alert()", "file:///etc/passwd", "data:text/html,x", "//["]
)
def test_a_link_that_only_the_site_has_or_that_acts_is_none(href: str) -> None:
    assert cut(f'<a href="{href}">x</a>') == "<a>x</a>"


def test_with_the_sites_address_a_link_leads_there() -> None:
    address = "https://example.org/b/"
    assert cut('<a href="../data/#x">x</a>', address=address) == (
        '<a href="https://example.org/b/data/#x">x</a>'
    )


def test_ids_are_the_chapters_own_and_so_is_what_names_them() -> None:
    drawn = '<g id="a" clip-path="url(#a)" aria-labelledby="a b"></g>'
    assert cut(drawn) == (
        '<g id="chapter-2--a" clip-path="url(#chapter-2--a)" '
        'aria-labelledby="chapter-2--a chapter-2--b"></g>'
    )


def test_only_the_article_is_kept_as_it_was_typed() -> None:
    body = '<p>a &amp; b &#60; <br/>c<svg viewBox="0 0 1 1"></svg></p>'
    assert cut(body) == body


def test_headings_below_another_page_go_one_step_down() -> None:
    chapter = chapter_of(
        HTML.format("<h1>A &amp; <em>b</em></h1><h2>c</h2>"), "share/", 2, targets()
    )
    assert chapter.title == "A & b"
    assert chapter.markup == "<h2>A &amp; <em>b</em></h2><h3>c</h3>"


def test_an_image_of_the_site_is_held_as_data_and_no_other_is() -> None:
    assert cut('<img src="../a.png">') == '<img src="data:image/png;base64,iVBORw==">'
    for source in ("../b.png", "https://example.org/a.png", "file:///a.png"):
        assert cut(f'<img src="{source}">') == '<img src="">'


def test_what_could_end_an_attribute_stays_in_it() -> None:
    assert cut('<a href="https://e.org/&quot;&gt;&lt;b" title="t">x</a>') == (
        '<a href="https://e.org/&quot;&gt;&lt;b">x</a>'
    )


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(UsageError, match="/share/ has no <article>"):
        chapter_of("<p>x</p>", "share/", 1, targets())


def test_a_left_out_page_is_stood_for_by_the_list_that_names_it() -> None:
    targets = LinkTargets(
        anchors={"sources/": "chapter-4"}, places={}, address="", load=lambda _: None
    )
    assert targets.target("../sources/one/#a", "share/") == "#chapter-4"
    assert targets.target("../known/", "share/") is None
