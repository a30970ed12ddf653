"""What a reader on a phone is sent before touching a page stays small, whatever kind of page it is."""

from pathlib import Path

from tests.weights import (
    HEADERS,
    MOST_OF_PAGE,
    MOST_OF_SHEET,
    page_weights,
    sent,
    sheet_weights,
    too_heavy,
)


def test_no_page_of_the_example_weighs_more_than_a_phone_should_wait_for(built_site: Path) -> None:
    weights = page_weights(built_site)
    kinds = {
        "index.html",
        "404.html",
        "passengers/index.html",
        "facts/index.html",
        "data/index.html",
    }
    assert kinds <= weights.keys()
    assert too_heavy(weights, MOST_OF_PAGE) == {}


def test_a_style_sheet_comes_in_the_first_packets(built_site: Path) -> None:
    weights = sheet_weights(built_site)
    assert weights
    assert too_heavy(weights, MOST_OF_SHEET) == {}


def test_all_that_a_page_loads_is_weighed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    loaded = ("a.css", "f.woff2", "i.png", "b.js")
    for name in (*loaded, "held.js"):
        (tmp_path / name).write_bytes(b"x" * 300)
    page = tmp_path / "a/index.html"
    page.write_text(
        '<link rel="stylesheet" href="../a.css"><link rel="preload" href="../f.woff2" as="font">'
        '<script src="../b.js" data-held="../held.js" defer></script><img alt="" src="/i.png">'
        '<a href="../held.js">x</a>',
        encoding="utf-8",
    )
    assert sent(tmp_path / "i.png") == 300 > sent(tmp_path / "b.js")
    files = [page, *(tmp_path / name for name in loaded)]
    assert page_weights(tmp_path) == {"a/index.html": sum(sent(f) + HEADERS for f in files)}
