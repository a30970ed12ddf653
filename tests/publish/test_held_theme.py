"""A page lets the theme's program wait where nobody misses it, and nowhere else."""

from pathlib import Path

import pytest

from generator.publish.held_theme import with_held_theme

PROGRAM = '<script src="../assets/javascripts/bundle.a1.min.js" defer></script>'
OURS = '<script src="../assets/door.js" defer></script>'
LATER = '<script src="../assets/theme-later.js" defer></script>'
HELD = (
    '<script src="../assets/theme-later.js"'
    ' data-held="../assets/javascripts/bundle.a1.min.js" defer></script>'
)


def page_of(
    body: str = "",
    features: str = '"navigation.tabs", "search.highlight"',
    more: str = '"version": null',
    later: str = LATER,
    scripts: str = OURS,
) -> str:
    """A page as the engine leaves it."""
    config = f'<script id="__config" type="application/json">{{"features": [{features}], {more}}}</script>'
    return f"<html><head>{later}</head><body>{body}{config}{PROGRAM}{scripts}</body></html>"


@pytest.mark.parametrize(
    "body",
    [
        "",
        '<table class="figures">',
        '<div data-md-component="announce"></div>',
        '<p class="source">',
    ],
)
def test_the_program_is_named_where_it_is_loaded_late(body: str) -> None:
    page = page_of(body)
    assert with_held_theme(page) == page.replace(LATER, HELD).replace(PROGRAM, "")


@pytest.mark.parametrize(
    "page",
    [
        page_of(features='"navigation.instant"'),
        page_of(features='"navigation.tabs", "content.code.copy"'),
        page_of(more='"version": {"provider": "mike"}'),
        page_of(more='"annotate": {"json": [".s2"]}'),
        page_of("<table><tr><td>1</td></tr></table>"),
        page_of('<table id="x"><tr><td>1</td></tr></table>'),
        page_of('<div class="tabbed-set" data-tabs="1:2">'),
        page_of('<pre class="mermaid">'),
        page_of('<div class="admonition annotate">'),
        page_of('<a class="footnote-ref" href="#fn:1">'),
        page_of('<aside class="md-banner">'),
        page_of('<div data-md-component="consent">'),
        page_of('<a data-md-component="source">'),
        page_of('<input data-md-color-media="(prefers-color-scheme)">'),
        page_of(scripts=f'{OURS}<script src="../own/counter.js" defer></script>'),
        page_of(scripts='<script type="module" src="../assets/javascripts/own.js"></script>'),
        page_of(later=""),
        page_of().replace("__config", "other"),
        page_of().replace(PROGRAM, ""),
    ],
)
def test_a_page_that_asks_the_theme_for_more_has_it_at_once(page: str) -> None:
    assert with_held_theme(page) == page


def test_the_example_lets_it_wait_on_every_page_of_the_theme(built_site: Path) -> None:
    pages = {
        f.relative_to(built_site).as_posix(): f.read_text("utf-8")
        for f in built_site.rglob("*.html")
    }
    ours = {path for path, page in pages.items() if 'id="__config"' in page}
    assert {"404.html", "index.html", "facts/index.html", "passengers/index.html"} <= ours
    assert {path for path in ours if "data-held" not in pages[path]} == set()
