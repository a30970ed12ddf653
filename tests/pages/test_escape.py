"""Foreign text comes out of Markdown character for character and makes no element of its own."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator.pages.escape import decode_harmless, encode, front_matter
from generator.pages.templating import fill, fill_block

EXTENSIONS = [
    "abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html",
    "meta", "tables", "toc", "smarty", "wikilinks",
]  # fmt: skip
POSITIONS = ("{}", "> {}", "**x** {}", "| a |\n|---|\n| {} |", "# {}", "- {}", "<p>{}</p>")


class _Collector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.elements: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, attrs))


def _render(markdown: str) -> _Collector:
    collector = _Collector()
    collector.feed(Markdown(extensions=EXTENSIONS).convert(markdown))
    return collector


HOSTILE = [
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    'word{: onmouseover="alert(1)" }',
    "# Big heading {: #__config }",
    "{{ config }} {% raw %} {#",
    "`code` ***bold*** ~~gone~~ ==mark== H~2~O CO_2_",
    "a | b",
    "2024.",
    '--8<-- "mkdocs.yml"',
    "--- *** ___",
    "&lt;img src=x onerror=alert(1)&gt;",
    "*[HTML]: Hyper",
    "[^1]: note",
    "![](http://host.test/a.png)",
    "<!-- ",
    "\\<b\\>",
    "http://host.test/ <http://host.test/>",
]


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_letter_by_letter(text: str, position: str) -> None:
    harmless = [element for element, _ in _render(position.format("x")).elements]
    seen = _render(position.format(encode(text)))
    assert text.strip() in "".join(seen.text)
    assert [element for element, _ in seen.elements] == harmless


# Without noncharacters such as U+FFFE, which Python's own reader of HTML drops.
@given(st.text(st.characters(exclude_categories=["Cc", "Cn", "Cs"]), min_size=1, max_size=60))
def test_any_text_survives_in_every_position(text: str) -> None:
    for position in POSITIONS:
        seen = _render(position.format(f"x{encode(text)}x"))
        assert f"x{text}x" in "".join(seen.text)


@given(st.text(st.characters(exclude_categories=["Cc", "Cn", "Cs"]), max_size=60))
def test_any_text_survives_in_an_attribute(text: str) -> None:
    figure = fill("parts/figure", href="#x", value=text, shown="one", doubt="")
    tag, attributes = _render(f"before {figure} after").elements[2]
    assert (tag, dict(attributes)["value"]) == ("data", text)


def test_front_matter_keeps_its_shape_whatever_the_title_says() -> None:
    text = front_matter(title='[1] & {x}: "y"\n---\nevil: true', description="d")
    assert text.count("\n") == 5
    assert "evil:" not in text
    assert text.startswith('---\ntitle: "&#91;1&#93;')


def test_a_block_has_no_line_that_markdown_would_act_on() -> None:
    block = fill_block(
        "parts/quotation",
        of=None,
        sentence=None,
        head="… ",
        far="",
        before="a\n\n    b",
        marked="",
        after="",
        tail="",
        article="x",
        lang="de",
        page_lang="en",
        translation="",
        source="s",
        say=lambda key: key,
    )
    assert all(line and not line.startswith(" ") for line in block.split("\n"))


@given(st.text())
def test_a_finished_page_says_the_same_and_its_letters_are_plain(text: str) -> None:
    page = f'<p title="{encode(text)}">{encode(text)}</p><script>"{encode("a-b")}"</script>'
    done = decode_harmless(page)
    assert _seen(done) == _seen(page)
    assert done.endswith('<script>"a&#45;b"</script>')
    left = {chr(int(one)) for one in re.findall(r"&#(\d+);", done.partition("<script>")[0])}
    assert not any(one.isalnum() or one in {*"-.,:;!?()/"} for one in left)


def _seen(html: str) -> tuple[object, str]:
    """The elements and the text that a browser makes of a page."""
    collector = _Collector()
    collector.feed(html)
    collector.close()
    return collector.elements, "".join(collector.text)
