"""The first screen of a page gets the rules that draw it, as many as fit, and no other."""

import pytest

from generator.publish.styles.first_screen import FirstScreens
from generator.publish.styles.rules import flat_rules, shorten, words_asked_by

PAGE = """<html class="no-js"><head><meta class="unseen"></head><body data-scheme="light">
<header class="head"><a class="logo" href="x">A</a>
  <form><input data-scheme="dark"></form>
  <div class="md-search"><p class="unseen">closed</p></div>
  <div class="away" hidden><p class="unseen">closed</p></div></header>
<main><h1 id="top">Heading</h1><p class="lead">Text, <b>bold</b></p>
<details class="more"><summary class="word">More</summary><p class="unseen">closed</p></details>
<details open><p class="seen">open</p></details>
<svg class="drawing"><path stroke="var(--line)"/></svg></main><footer></footer></body></html>"""


def style_of(css: str, page: str = PAGE) -> str:
    """The style of the first screen of a page that links the sheet."""
    return FirstScreens(flat_rules(shorten(css, words_asked_by(css)))).style_of(page)


@pytest.mark.parametrize(
    "css",
    [
        "*{margin:0}",
        ":root{margin:0}",
        ".head .logo{margin:0}",
        "header>a[href]{margin:0}",
        ".head~main h1{margin:0}",
        "h1+p{margin:0}",
        "#top{margin:0}",
        ".md-search{display:none}",
        "[hidden]{display:none}",
        ".more>.word{margin:0}",
        ".seen{margin:0}",
        "p:not(.unseen){margin:0}",
        ":is(ul,.lead) b:first-child{margin:0}",
        "p::before{content:'x'}",
        ".no-js .lead{margin:0}",
        "body[data-scheme=dark]{margin:0}",
        "@media screen and (max-width:40em){.lead{margin:0}}",
        "@supports (display:grid){.lead{margin:0}}",
        ".drawing{margin:0}",
    ],
)
def test_what_an_element_of_the_first_screen_may_need_is_there(css: str) -> None:
    assert style_of(css).replace('"', "'") == css


@pytest.mark.parametrize(
    "css",
    [
        ".unseen{margin:0}",
        "meta{margin:0}",
        "a:hover{margin:0}",
        ".lead:focus-within b{margin:0}",
        "input:checked{margin:0}",
        "p::selection{color:red}",
        "a::-webkit-scrollbar{width:0}",
        ".logo .head{margin:0}",
        "p+h1{margin:0}",
        "h1:not(#top){margin:0}",
        "header:not(.head) a{margin:0}",
        "body[data-scheme=blue]{margin:0}",
        "a[href^=z]{margin:0}",
        ":is(ul,ol) b{margin:0}",
        "@media print{p{margin:0}}",
        "@page{margin:0}",
        "p{transition:color 1s;cursor:pointer}",
        "p{background:url(beside.png)}",
        ".js p{margin:0}",
    ],
)
def test_what_it_cannot_need_is_not(css: str) -> None:
    assert style_of(css) == ""


def test_rules_keep_their_order_and_what_they_stand_in() -> None:
    css = (
        "p{color:red}@media screen{a:hover,p{color:blue}h1{color:red}}ul{color:red}"
        "@media (min-width: 9em){b{margin:0 0.5em;cursor:pointer}}p{color:green}"
    )
    assert style_of(css) == (
        "p{color:red}@media screen{p{color:blue}h1{color:red}}"
        "@media (min-width:9em){b{margin:0 .5em}}p{color:green}"
    )


def test_custom_properties_come_with_what_asks_for_them() -> None:
    css = (
        ":root{--a:var(--b);--b:1;--c:var(--d);--d:1;--line:2}h1{width:var(--a)}ul{width:var(--c)}"
    )
    assert style_of(css) == ":root{--a:var(--b);--b:1;--line:2}h1{width:var(--a)}"


def test_of_more_than_fits_what_stands_first_comes_in(monkeypatch: pytest.MonkeyPatch) -> None:
    css = ".drawing{margin:0}.seen{margin:0}h1{margin:0}.lead{margin:0}"
    for limit, expected in [
        (11, "h1{margin:0}"),
        (12, "h1{margin:0}"),
        (30, "h1{margin:0}.lead{margin:0}"),
        (46, ".seen{margin:0}h1{margin:0}.lead{margin:0}"),
        (99, css),
    ]:
        monkeypatch.setattr("generator.publish.styles.first_screen.MOST_BYTES", limit)
        assert style_of(css) == (expected if limit > 11 else "")


def test_a_page_without_a_heading_has_no_first_screen() -> None:
    assert style_of("p{margin:0}", "<main><p>x</p></main>") == ""


def test_a_sheet_with_layers_has_none_as_their_order_would_change() -> None:
    assert style_of("@layer a{ul{margin:0}}@layer b{p{margin:0}}p{color:red}") == ""


def test_pages_that_begin_alike_have_the_same_style() -> None:
    screens = FirstScreens(flat_rules(shorten("p{margin:0}", frozenset({"<p"}))))
    assert screens.style_of(PAGE) is screens.style_of(PAGE.replace("Text", "Other text"))
