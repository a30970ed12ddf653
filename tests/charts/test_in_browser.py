"""Every kind of chart, drawn by the site's own copy of plotly.js, for a desk and for a phone."""

import json
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from generator.charts import draw
from generator.model import Unit
from generator.wording import LanguageWording

KINDS = ["bars", "coverage", "intervals", "levels", "moves", "promises", "steps", "timeline"]
ROOT = Path(__file__).resolve().parents[2]
BUNDLE = next((ROOT / "generator" / "publish" / "assets").glob("plotly-basic-*.min.js"))
PAGE = "<!doctype html><body style='margin:0;font-family:sans-serif'>"
DRAW = """async ([figure, width]) => {
    const place = Object.assign(document.createElement('div'), { id: 'c' });
    place.style.width = `${width}px`;
    document.body.replaceChildren(place);
    const painted = JSON.stringify(figure).replace(/"var\\(--[a-z0-9-]+\\)"/g, '"#123456"');
    const { data, layout } = JSON.parse(painted);
    await Plotly.newPlot(place, data, layout, { displayModeBar: false });
    return [...place.querySelectorAll('text')].map(text => {
        const box = text.getBoundingClientRect();
        return [text.textContent, box.left, box.right, box.top, box.bottom];
    });
}"""


@pytest.fixture(scope="module")
def sheet(browser):
    """A page with plotly.js, on which one figure after the other is drawn, and its complaints."""
    page = browser.new_page(viewport={"width": 800, "height": 800})
    wrong = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.set_content(PAGE)
    page.add_script_tag(path=BUNDLE)
    yield page, wrong
    page.close()


@pytest.fixture
def boxes(sheet):
    """Draws a figure at a width; every text with its left, right, top and bottom edge."""
    page, wrong = sheet

    def drawn(figure, width):
        found = page.evaluate(DRAW, [json.loads(json.dumps(figure)), width])
        found = [box for box in found if box[1] < box[2]]
        said = [*wrong]
        wrong.clear()
        assert (said, bool(found)) == ([], True)
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


def lost(boxes, figure, width):
    """Texts that are cut off at an edge of the picture."""
    height = figure["layout"]["height"]
    return [
        text
        for text, left, right, top, bottom in boxes
        if left < 0 or right > width or top < 0 or bottom > height
    ]


def check(drawn, boxes):
    """Nothing is cut off or stands on anything else, on a desk and on a phone."""
    for figure, width in ((drawn.figure, 720), (drawn.narrow, 350)):
        texts = boxes(figure, width)
        assert lost(texts, figure, width) == []
        assert crossing(texts) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_has_its_place(kind, desk, charts, boxes) -> None:
    check(draw(charts[kind], desk.book, LanguageWording("en", desk.book.units)), boxes)


@pytest.mark.parametrize(
    "kind", ["steps", "bars", "levels", "moves", "intervals", "timeline", "promises"]
)
def test_one_figure_has_its_place(kind, desk, chart, boxes) -> None:
    desk.add("only", "5", "USD", label={"en": "Just one figure"})
    check(draw(chart(kind, "only"), desk.book, LanguageWording("en", {})), boxes)


@pytest.mark.parametrize("kind", ["steps", "bars", "moves", "intervals"])
def test_long_names_and_huge_amounts_have_their_place(kind, desk, chart, boxes) -> None:
    label = {"en": "A name of many words, Donaudampfschifffahrtsgesellschaft among them"}
    desk.add("a", "-3", "vehicle", label=label, status="target")
    desk.add("b", "123456789012", "vehicle", label=label, hedge="over", between="1e11..")
    desk.add("c", "4.25", "vehicle", hedge="about", status="forecast")
    desk.add("d", "-90000000000", "vehicle", kind="change", hedge="nearly", period="2025-07/2026")
    check(draw(chart(kind, *"abcd"), desk.book, LanguageWording("en", desk.book.units)), boxes)


@pytest.mark.parametrize("kind", ["steps", "bars", "levels", "intervals"])
def test_the_name_of_a_unit_may_be_long(kind, desk, chart, boxes) -> None:
    name = {"other": "vehicles with a battery, counted when they leave the plant " * 3}
    desk.add("a", "1000", "vehicle", between="900..1100")
    book = replace(desk.book, units={"vehicle": Unit(id="vehicle", label={"en": name}, words={})})
    drawn = draw(chart(kind, "a"), book, LanguageWording("en", book.units))
    check(drawn, boxes)


@pytest.mark.parametrize(("kind", "count"), [("levels", 36), ("moves", 24), ("steps", 8)])
def test_as_many_facts_as_are_allowed_have_their_place(kind, count, desk, chart, boxes) -> None:
    names = [f"fact-{number}" for number in range(count)]
    for number, name in enumerate(names):
        value = str(40 + number * 7 % 11 * (-1) ** number)
        status = ("target", "reported")[number % 2]
        desk.add(name, value, "USD", status=status, period=f"2024-{number % 12 + 1:02d}")
    check(draw(chart(kind, *names), desk.book, LanguageWording("en", {})), boxes)


def test_hostile_names_are_words_and_nothing_else(desk, chart, boxes, sheet) -> None:
    hostile = "<a href='https://evil.example'>x</a> $a$ %{y} &lt;b&gt;"
    desk.add("bad", "5", "USD", label={"en": hostile})
    texts = boxes(draw(chart("bars", "bad"), desk.book, LanguageWording("en", {})).narrow, 350)
    shown = "".join(text for text, *_ in texts)
    assert "".join(hostile.split()) in "".join(shown.split())
    assert sheet[0].locator("#c a").count() == 0
