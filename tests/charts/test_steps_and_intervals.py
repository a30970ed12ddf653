"""Promises over time, and what rounding and hedges leave open."""

from itertools import pairwise

import pytest

from generator.charts import draw
from generator.wording import LanguageWording


@pytest.fixture
def wording(desk):
    return LanguageWording("en", desk.book.units)


def lines(figure):
    return [trace for trace in figure["data"] if trace["mode"] == "lines"]


def marks(figure):
    return [trace for trace in figure["data"] if trace["mode"] == "markers"]


def test_a_target_holds_until_the_next_one_is_known(desk, charts, wording) -> None:
    old, new = lines(draw(charts["steps"], desk.book, wording).figure)
    assert old["x"] == ["2024-10-15", "2025-03-18", "2025-03-18"]
    assert old["y"] == [300_000, 300_000, 350_000]
    assert new["x"][0] == "2025-03-18"
    assert new["x"][1] > "2025-03-18"
    assert new["y"] == [350_000, 350_000]


def test_deliveries_are_points_beside_the_targets(desk, charts, wording) -> None:
    figure = draw(charts["steps"], desk.book, wording).figure
    symbols = [trace["marker"]["symbol"] for trace in marks(figure)]
    assert symbols == ["circle", "circle", "diamond", "diamond"]
    fills = [trace["marker"]["color"] for trace in marks(figure)]
    assert fills == [*["var(--chart-paper)"] * 3, "var(--chart-4)"]


@pytest.mark.parametrize("form", ["figure", "narrow"])
def test_labels_of_equal_figures_stand_apart_and_within(form, desk, chart, wording) -> None:
    for number in range(8):
        label = {"en": "A target that needs several lines for its name"}
        desk.add(f"t{number}", "100", "vehicle", status="target", label=label)
    layout = getattr(draw(chart("steps", *desk.entries), desk.book, wording), form)["layout"]
    low, high = layout["yaxis"]["range"]
    plot = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    labels = [one for one in layout["annotations"] if one["yanchor"] == "middle"]
    middles = sorted((high - one["y"]) / (high - low) * plot for one in labels)
    height = (labels[0]["text"].count("<br>") + 1) * 15
    assert len(labels) == 8
    assert all(lower - upper >= height for upper, lower in pairwise(middles))
    assert middles[0] >= height / 2
    assert middles[-1] <= plot - height / 2


def test_an_axis_that_is_cut_says_so(desk, charts, chart, wording) -> None:
    desk.add("above", "100", "USD")
    cut = draw(chart("levels", "above"), desk.book, wording).figure["layout"]
    assert cut["annotations"][0]["text"] == "USD (axis does not start at zero)"
    whole = draw(charts["steps"], desk.book, wording).figure["layout"]
    assert whole["yaxis"]["range"][0] == 0
    assert whole["annotations"][0]["text"] == "vehicles"


def test_a_rounded_figure_is_a_range_with_two_ends(desk, charts, wording) -> None:
    figure = draw(charts["intervals"], desk.book, wording).figure
    (stretch,) = lines(figure)
    ends, *values = marks(figure)
    assert stretch["x"] == ends["x"] == [300_000, 420_000]
    assert ends["marker"]["symbol"] == ["line-ns", "line-ns"]
    assert [value["x"] for value in values] == [[360_000], [30_000], [350_000]]


def test_an_open_range_reaches_the_edge_and_ends_in_an_arrow(desk, charts, chart, wording) -> None:
    drawn = draw(chart("intervals", "fall", "rise"), desk.book, wording)
    for figure in (drawn.figure, drawn.narrow):
        low, high = figure["layout"]["xaxis"]["range"]
        ends = marks(figure)[0]
        assert ends["marker"]["symbol"] == ["triangle-left", "line-ns"]
        assert ends["x"][1] == -30
        assert low < ends["x"][0] < low + (high - low) / 20
        assert ends["x"][0] < -30 - (high - low) / 10
    assert drawn.columns[2] == "Range"
    assert [row.cells[2] for row in drawn.rows] == ["\N{MINUS SIGN}30% or lower", ""]


@pytest.mark.parametrize(
    ("between", "words"),
    [
        ("3.88451..3.88549", "3.884 to 3.886 USD"),
        ("3..", "3 USD or higher"),
        ("..", ""),
        ("4..4", ""),
    ],
)
def test_a_range_in_words_is_never_narrower(between, words, desk, chart, wording) -> None:
    desk.add("a", "4", "USD", between=between)
    (row,) = draw(chart("intervals", "a"), desk.book, wording).rows
    assert row.cells[2].replace("\N{NO-BREAK SPACE}", " ") == words


def test_a_figure_that_is_a_range_has_no_finer_one_beside_it(desk, chart, wording) -> None:
    desk.add("fall", "-37.8..-33.5", "%", between="-37.717..-33.582", kind="change")
    desk.add("rough", "8", "%", between="7.5..8.5", kind="change")
    drawn = draw(chart("intervals", "fall", "rough"), desk.book, wording)
    assert "37.7" not in drawn.description + str(drawn.figure["layout"])
    at = drawn.columns.index("Range")
    minus = "\N{MINUS SIGN}"
    cells = [row.cells[at].replace("\N{NO-BREAK SPACE}", " ") for row in drawn.rows]
    assert cells == [f"{minus}37.8 to {minus}33.5%", "7.5 to 8.5%"]


def test_a_range_of_the_text_itself_has_no_point(desk, chart, wording) -> None:
    desk.add("a", "90..100", "USD")
    assert marks(draw(chart("intervals", "a"), desk.book, wording).figure)[-1]["opacity"] == 0
