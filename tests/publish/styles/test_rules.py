"""Rules that no page can need are left out, and no other."""

import pytest

from generator.publish.styles.rules import (
    Names,
    drop_idle_properties,
    has_relative_address,
    shorten,
)

NAMES = Names(
    names=frozenset({"card", "page"}),
    elements=frozenset({"p", "a"}),
    values=frozenset({"dark", "search"}),
)


@pytest.mark.parametrize(
    "rule",
    [
        ".card{color:red}",
        "#page>.card a{color:red}",
        'p.card::before{content:"; }"}',
        "*{margin:0}",
        ":root{--a:1}",
        "[hidden]{display:none}",
        "[data-scheme=dark] p{color:red}",
        "[href^=http]{color:red}",
        "a:not(.absent){color:red}",
        "p:is(.absent,.card){color:red}",
        "a:hover:focus-visible{color:red}",
        "@media screen{.card{color:red}}",
        "@font-face{font-family:X}",
        "@keyframes turn{to{opacity:1}}",
        "@page{margin:1cm}",
        "@supports (display:grid){p{color:red}}",
        "@media print{@media (min-width:9cm){.card{color:red}}}",
    ],
)
def test_a_rule_that_a_page_may_need_stays_as_it_is(rule: str) -> None:
    assert shorten(rule, NAMES).replace(" ", "") == rule.replace(" ", "")


@pytest.mark.parametrize(
    "rule",
    [
        ".absent{color:red}",
        "#absent{color:red}",
        "table{color:red}",
        ".card .absent p{color:red}",
        ".card:hover>.absent{color:red}",
        "[data-scheme=light] p{color:red}",
        '[for="drawer"]{color:red}',
        "@media screen{.absent{color:red}}",
        "@media print{@media (min-width:9cm){.absent{color:red}}}",
        "/* only words */",
    ],
)
def test_a_rule_for_what_stands_nowhere_goes(rule: str) -> None:
    assert shorten(rule, NAMES) == ""


def test_of_a_list_of_selectors_only_those_stay_that_can_match() -> None:
    assert shorten(".absent , .card,table td{ color : red ; }", NAMES) == ".card{color : red;}"


def test_white_space_stays_where_it_separates() -> None:
    css = ".card  p { margin : 0  auto ; width: calc( 1px + 2px ) }"
    assert shorten(css, NAMES) == ".card p{margin : 0 auto;width: calc( 1px + 2px )}"


def test_a_mistake_in_a_sheet_takes_nothing_else_with_it() -> None:
    assert shorten("} .card{color:red} p{", NAMES).endswith("p{}")


def test_custom_properties_that_nobody_asks_for_go_with_those_that_only_they_asked_for() -> None:
    css = ':root{--a:var(--b);--b:1;--c:2;--c-long:url("data:;--x:")}p{width:var(--c)}'
    assert drop_idle_properties([css]) == ":root{--c:2}p{width:var(--c)}"


def test_a_property_that_a_script_sets_or_reads_stays() -> None:
    css = ":root{--a:1}"
    assert drop_idle_properties([css], ["--a"]) == css


@pytest.mark.parametrize(
    ("css", "is_relative"),
    [
        ("a{background:url(x.png)}", True),
        ("a{background:url( 'x.png' )}", True),
        ('a{background:URL("../x.png")}', True),
        ('@import "other.css";', True),
        ("a{background:url(data:image/png;base64,AAAA)}", False),
        ('a{background:url( "data:image/svg+xml,<svg/>" )}', False),
        ("a{fill:url(#g)}", False),
        ("a{color:red}", False),
    ],
)
def test_addresses_beside_the_sheet_are_seen(css: str, is_relative: bool) -> None:
    assert has_relative_address(css) is is_relative
