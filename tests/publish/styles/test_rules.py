"""Rules that no page can need are left out, and no other."""

import pytest

from generator.publish.styles.rules import (
    css_of,
    drop_idle_moves,
    drop_idle_properties,
    flat_rules,
    shorten,
    words_asked_by,
)

WORDS = frozenset(
    {".card", ".page", "<p", "<a", "!p", "=dark", "=search", "^http", "$.png", "*mid"}
)


def shortened(css: str, words: frozenset[str] = WORDS) -> str:
    """The sheet with what it still holds."""
    return css_of(shorten(css, words))


def without_idle(css: str, *also: str) -> str:
    """The sheet without properties that nothing asks for."""
    return css_of(drop_idle_properties([shorten(css, WORDS)], also)[0])


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
        '[src$=".png"]{color:red}',
        "[src*=mid]{color:red}",
        "[src$=PNG i]{color:red}",
        "p:not([class]){color:red}",
        "p.card:not([class]){color:red}",
        "p .card:not([class]){color:red}",
        "a:not([class=x]){color:red}",
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
    assert shortened(rule).replace(" ", "") == rule.replace(" ", "")


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
        "[href^=ftp]{color:red}",
        '[src$="#only-dark"]{color:red}',
        "[src*=end]{color:red}",
        "a:not([class]){color:red}",
        "@media screen{.absent{color:red}}",
        "@media print{@media (min-width:9cm){.absent{color:red}}}",
        "/* only words */",
    ],
)
def test_a_rule_for_what_stands_nowhere_goes(rule: str) -> None:
    assert shortened(rule) == ""


def test_of_a_list_of_selectors_only_those_stay_that_can_match() -> None:
    assert shortened(".absent , .card,table td{ color : red ; }") == ".card{color :red}"


def test_white_space_stays_where_it_separates() -> None:
    css = ".card  p { margin: 0  auto ; width: calc( 1px + 2px ) } p :is(a , p) { }"
    assert shortened(css) == ".card p{margin:0 auto;width:calc(1px + 2px)}p :is(a,p){}"


def test_texts_and_addresses_stay_as_they_are() -> None:
    css = """p{content:"a:  b, 0.5";background:url(a,0.5.png) 0.5em -0.5em,rgb(10 0 0/0.5)}"""
    assert shortened(css) == css.replace("0.5em", ".5em").replace("/0.5)", "/.5)")


def test_a_condition_of_a_screen_keeps_its_words_apart() -> None:
    css = "@media screen and (min-width: 0.5em) and (not (hover)){p{color:red}}"
    assert shortened(css) == css.replace(": 0.5", ":.5")


def test_motions_that_nothing_asks_for_go() -> None:
    css = "@keyframes turn{to{opacity:1}}@keyframes fade{to{opacity:0}}p{animation:1s turn}"
    kept = css_of(drop_idle_moves([shorten(css, WORDS)])[0])
    assert kept == css.replace("@keyframes fade{to{opacity:0}}", "")


def test_a_motion_that_another_sheet_asks_for_stays() -> None:
    sheets = ["@keyframes fade{to{opacity:0}}", "p{animation-name:fade}"]
    found = drop_idle_moves([shorten(css, WORDS) for css in sheets])
    assert [*map(css_of, found)] == sheets


def test_a_mistake_in_a_sheet_takes_nothing_else_with_it() -> None:
    assert shortened("} .card{color:red} p{").endswith("p{}")


def test_custom_properties_that_nobody_asks_for_go_with_those_that_only_they_asked_for() -> None:
    css = ':root{--a:var(--b);--b:1;--c:2;--c-long:url("data:;--x:")}p{width:var(--c)}'
    assert without_idle(css) == ":root{--c:2}p{width:var(--c)}"


def test_a_property_that_a_script_sets_or_reads_stays() -> None:
    css = ":root{--a:1}"
    assert without_idle(css, "--a") == css


def test_a_sheet_says_by_which_words_it_can_be_shortened() -> None:
    css = "@media print{.card #top:not(.x)>p[for=a][href^=b],a::before{--a:var(--b);color:red}}"
    assert words_asked_by(css) == {".card", ".top", "<p", "=a", "^b", "<a", "--a"}


def test_rules_are_told_with_what_they_stand_in() -> None:
    css = "p{margin:0}@media screen{@supports (x:y){a,p{color:red;--a:1}}}@page{margin:1cm}"
    assert [*flat_rules(shorten(css, WORDS))] == [
        ((), ("p",), ("margin:0",)),
        (("@media screen", "@supports (x:y)"), ("a", "p"), ("color:red", "--a:1")),
    ]
