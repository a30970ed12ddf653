"""The pictures that others show of shared pages: small, the same on every run, absent without browser."""

import re
import struct
import zlib
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from generator.kept import Cache
from generator.ledger import articles_of
from generator.model import CARD_SIZE, Picture, Section
from generator.pages import MOST_CARDS, Site, compose_cards
from generator.pages.parts.sources import byline
from generator.pipeline import assemble, site_of
from generator.publish.pictures.cards import make_cards
from generator.wording import fact_name

MOST_BYTES = 40_000
HOSTILE = "</section><script>document.body.remove()</script><img src=x> & “mark”"


@pytest.fixture(scope="module")
def site(example: Path) -> Site:
    """The example."""
    return site_of(assemble(example), "en")


@pytest.fixture(scope="module")
def sections(site: Site) -> dict[str, Section]:
    """Its cards: of a page, a chart, two figures, a section."""
    cards = compose_cards(site)
    paths = ("card.png", "charts/coverage/card.png", "facts/card.png")
    figures = [path for path in cards if path.startswith("f/")][:2]
    return {path: Section(str(cards[path])) for path in (*paths, *figures)}


def pixels_of(png: bytes) -> set[int]:
    """The places in the palette that a PNG of ours uses."""
    at, body = 8, b""
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        body += png[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += length + 12
    width, height = CARD_SIZE
    lines = zlib.decompress(body)
    assert len(lines) == (width + 1) * height
    return set(lines)


def test_a_card_is_small_whole_and_not_empty(
    browser: Any, sections: dict[str, Section], tmp_path: Path
) -> None:
    made = make_cards(sections, Cache(tmp_path, tmp_path))
    assert (made.trouble, made.kept, [*made.pngs]) == ("", 0, [*sections])
    assert len({*made.pngs.values()}) == len(sections)
    for path, png in made.pngs.items():
        assert struct.unpack(">II", png[16:24]) == CARD_SIZE
        assert len(png) <= MOST_BYTES, path
        assert len(pixels_of(png)) >= 8, path


def test_a_card_has_the_same_bytes_on_every_run_and_is_drawn_once(
    browser: Any, sections: dict[str, Section], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    caches = [Cache(tmp_path / name, tmp_path / name) for name in ("one", "other")]
    one, other = (make_cards(sections, cache) for cache in caches)
    assert one.pngs == other.pngs
    monkeypatch.setattr("subprocess.Popen", None)
    again = make_cards(sections, caches[0])
    assert (again.pngs, again.kept, again.seconds) == (one.pngs, len(sections), 0.0)


def test_without_a_browser_there_is_no_card(
    sections: dict[str, Section], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER_PATH", "/nonexistent")
    made = make_cards(sections, Cache(tmp_path, tmp_path))
    assert made.pngs == {}
    assert made.trouble


def test_a_file_that_was_changed_is_not_taken_from_the_cache(
    browser: Any, sections: dict[str, Section], tmp_path: Path
) -> None:
    cache = Cache(tmp_path, tmp_path)
    first = dict([*sections.items()][:1])
    made = make_cards(first, cache)
    files = (file for file in tmp_path.rglob("*") if file.is_file())
    (kept,) = (file for file in files if b"PNG" in file.read_bytes())
    kept.write_bytes(kept.read_bytes()[:-9])
    again = make_cards(first, cache)
    assert (again.kept, again.pngs) == (0, made.pngs)


def test_a_figure_shows_its_words_and_a_computed_one_its_inputs(site: Site) -> None:
    cards = compose_cards(site)
    quoted = next(e for e in site.book.entries.values() if e.located and e.amount)
    card = cards[f"f/{quoted.fact.id}/card.png"]
    assert "<mark>" in card
    assert '<blockquote lang="' in card
    derived = next(entry for entry in site.book.entries.values() if entry.inputs)
    card = cards[f"f/{derived.fact.id}/card.png"]
    assert "blockquote" not in card
    assert "Computed from" in card


def test_a_page_shows_its_headline_its_first_figure_and_whose_that_is(site: Site) -> None:
    document = next(one for one in site.seeds.documents if one.path == "index.md")
    words = next(line for line in document.text.splitlines() if line.startswith("# "))
    card = unescape(compose_cards(site)["card.png"])
    assert words.removeprefix("# ") in card
    lead = re.search(r'<p class="lead"><span>(.*?)</span>', card)
    assert lead
    source = re.search(r"<footer><span>(.*?)</span>", card)
    assert source
    assert re.search(r"\d{4}", source[1])


def test_a_chart_names_all_its_sources_first_that_of_its_first_mark(site: Site) -> None:
    cards = compose_cards(site)
    checked = 0
    for chart in site.charts.values():
        first = next((row.fact for row in chart.rows if row.fact), "")
        if not first:
            continue
        source = re.search(
            r"<footer><span>(.*?)</span>", unescape(cards[f"charts/{chart.id}/card.png"])
        )
        assert source
        names = source[1].split("; ")
        assert len(names) == min(len(chart.articles), 7)
        assert "…" not in names or len(chart.articles) > 6
        own = {
            byline(site.book.articles[name], site.wording)
            for name in articles_of(site.book, site.book.entries[first])
        }
        assert names[0] in own
        checked += len(names) > 1
    assert checked


def test_what_a_card_says_is_text(site: Site) -> None:
    chart = next(iter(site.charts.values()))
    charts = {**site.charts, chart.id: replace(chart, title=HOSTILE)}
    hostile = replace(site, charts=charts)
    card = compose_cards(hostile)[f"charts/{chart.id}/card.png"]
    assert "<script>" not in card
    assert "<img" not in card


def test_a_large_ledger_has_no_more_than_a_browser_draws_in_time(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(compose_cards(site)) <= MOST_CARDS
    monkeypatch.setattr("generator.pages.sharing.cards.MOST_CARDS", 5)
    few = [*compose_cards(site)]
    assert len(few) == 5
    assert not [path for path in few if path.startswith("f/")]  # pages come first


@pytest.mark.parametrize(("height", "is_drawn"), [(259, True), (260, False)])
def test_a_drawing_stands_on_a_card_where_its_letters_can_be_read(
    site: Site, height: int, is_drawn: bool
) -> None:
    chart = next(one for one in site.charts.values() if any(row.fact for row in one.rows))
    svg = f'<svg viewBox="0 0 720 {height}"></svg>'
    drawn = replace(site, pictures={chart.id: Picture(wide=svg, narrow=svg)})
    card = compose_cards(drawn)[f"charts/{chart.id}/card.png"]
    assert (svg in card) is is_drawn
    assert ('class="lead"' in card) is not is_drawn
    assert card.count('class="lead"') <= 4


def test_a_card_without_a_drawing_shows_what_was_changed_and_what_it_became(site: Site) -> None:
    chart = site.charts["promised-and-done"]
    card = unescape(compose_cards(site)[f"charts/{chart.id}/card.png"])
    entries = [site.book.entries[row.fact] for row in chart.rows if row.fact]
    revised = [one for one in entries if one.revised_by]
    assert revised
    for one in revised:
        assert fact_name(one, site.wording) in card
    assert card.count("<del>") == len(revised)
    assert "(target)" in card
