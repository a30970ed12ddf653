"""Every kind of chart, drawn by the site's own copy of plotly.js on a phone's width."""

import json
from itertools import combinations
from pathlib import Path

import pytest

from generator.charts import draw
from generator.pages.wording import LanguageWording

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = next((ROOT / "generator" / "publish" / "assets").glob("plotly-basic-*.min.js"))
PAGE = "<!doctype html><body style='margin:12px;font-family:sans-serif'><div id='c'></div>"
DRAW = """figure => Plotly.newPlot('c',
    JSON.parse(JSON.stringify(figure).replace(/"var\\(--[a-z0-9-]+\\)"/g, '"#123456"')).data,
    JSON.parse(JSON.stringify(figure).replace(/"var\\(--[a-z0-9-]+\\)"/g, '"#123456"')).layout,
    {displayModeBar: false})"""
BOXES = """() => [...document.querySelectorAll('#c text')].map(text => {
    const box = text.getBoundingClientRect();
    return [text.textContent, box.left, box.right, box.top, box.bottom];
})"""


@pytest.fixture
def boxes(page):
    """Draws a figure on a phone; every text with its left, right, top and bottom edge."""
    wrong = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.set_viewport_size({"width": 360, "height": 800})
    page.set_content(PAGE)
    page.add_script_tag(path=BUNDLE)

    def drawn(figure):
        page.evaluate(DRAW, json.loads(json.dumps(figure)))
        found = [box for box in page.evaluate(BOXES) if box[1] < box[2]]
        assert (wrong, bool(found)) == ([], True)
        return found

    return drawn


def crossing(boxes):
    """Pairs of texts that stand on each other."""
    return [
        (one[0], other[0])
        for one, other in combinations(boxes, 2)
        if min(one[2], other[2]) - max(one[1], other[1]) > 1
        and min(one[4], other[4]) - max(one[3], other[3]) > 1
    ]


@pytest.mark.parametrize("kind", ["bars", "coverage", "levels", "moves", "steps", "timeline"])
def test_every_word_has_its_place_on_a_phone(kind, desk, charts, boxes) -> None:
    wording = LanguageWording("en", desk.book.units)
    texts = boxes(draw(charts[kind], desk.book, wording).figure)
    assert [text for text, left, right, *_ in texts if left < 4 or right > 356] == []
    assert crossing(texts) == []


def test_many_prices_fit_a_phone(desk, chart, boxes) -> None:
    names = [f"price-{number}" for number in range(24)]
    for number, name in enumerate(names):
        value = str(40 + number * 7 % 11)
        desk.add(name, value, "USD", indicator="price", period=f"2024-{number % 12 + 1:02d}")
    wording = LanguageWording("en", desk.book.units)
    texts = boxes(draw(chart("levels", *names), desk.book, wording).figure)
    assert [text for text, left, right, *_ in texts if left < 4 or right > 356] == []
    assert crossing(texts) == []


def test_hostile_names_are_words_and_nothing_else(desk, chart, boxes, page) -> None:
    hostile = "<a href='https://evil.example'>x</a> $a$ %{y} &lt;b&gt;"
    desk.add("bad", "5", "USD", label={"en": hostile})
    texts = boxes(draw(chart("bars", "bad"), desk.book, LanguageWording("en", {})).figure)
    shown = "".join(text for text, *_ in texts)
    assert "".join(hostile.split()) in "".join(shown.split())
    assert page.locator("#c a").count() == 0
