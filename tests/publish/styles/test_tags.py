"""The tags of a page are read as Python's own parser reads them, however they are typed."""

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.publish.styles.tags import different_tags, tags_in_order

PIECES = [
    *("<p", "</p>", "<a ", "<script", "</script>", "<style>", "</style>", "<!--", "-->", "<br/>"),
    *("class", "=", '"', "'", " ", ">", "<", "/", "x", "&amp;", "a<b", "é", "\n", "href=y"),
]


class Parser(HTMLParser):
    """Knows the names of the elements and of their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {(tag, "", "")} | {(tag, name, value or "") for name, value in attrs}


def read(html: str) -> set[tuple[str, str, str]]:
    """The same, by our own reader."""
    tags = different_tags(html)
    return {(tag, "", "") for tag, _ in tags} | {(tag, *one) for tag, said in tags for one in said}


@pytest.mark.parametrize(
    "html",
    [
        '<p class="a b" id=c hidden data-x=\'"\'>x</p><BR Class=d><img alt="a &amp; b"/>',
        "<p title=it's class=x>it's <b class=y>",
        '<p class="x>y"><a href="a<b">',
        "a < b <p class=x>",
        '<!-- <i class="z"> --><p><!----><b>',
        '<script id=s>if (a<b && "<i>") {}</script><p class=x>',
        "<style>a{}</style><p>",
    ],
)
def test_no_tag_is_missed_or_made_up(html: str) -> None:
    parser = Parser()
    parser.feed(html)
    assert read(html) == parser.found


@example("<p<!----></p>")
@example("<p\n=-->")
@example("<p class==x>")
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_no_tag_is_missed_in_a_page_that_is_no_html(html: str) -> None:
    parser = Parser()
    parser.feed(f"{html}<q class=last>")
    assert read(f"{html}<q class=last>") >= parser.found


def test_tags_come_in_their_order() -> None:
    html = '<P class="a">x<br></p><script>"<i>"</script><!-- <b> --><a>'
    assert [tag for tag, _ in tags_in_order(html)] == ["p", "br", "/p", "script", "a"]
