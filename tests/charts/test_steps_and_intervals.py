"""Promises over time, and what rounding and hedges leave open."""

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


def test_a_raised_target_is_a_step_in_one_bar(desk, charts, wording) -> None:
    for figure in vars_of(draw(charts["steps"], desk.book, wording)):
        bars = {one["customdata"][0]: one for one in figure["data"] if one.get("customdata")}
        assert bars["old-target"]["y"] == bars["new-target"]["y"]
        assert (bars["old-target"]["x"], bars["new-target"]["x"]) == ([300_000], [350_000])
        step = next(one for one in figure["data"] if one.get("base") == [300_000])
        assert step["x"] == [50_000]
        texts = [one["text"] for one in figure["layout"]["annotations"]]
        assert any("350,000" in text and "<b>" in text for text in texts)
        assert any("300,000" in text and "<b>" not in text for text in texts)


def test_a_lowered_target_has_the_amount_that_holds_in_bold_within(desk, chart, wording) -> None:
    desk.add("first", "900", "vehicle", status="target", revised_by="then")
    desk.add("then", "800", "vehicle", status="target")
    figure = draw(chart("steps", "first", "then"), desk.book, wording).figure
    words = {one["text"]: one["xanchor"] for one in figure["layout"]["annotations"]}
    assert words["<b>800\N{NO-BREAK SPACE}vehicles</b>"] == "right"
    assert words["900\N{NO-BREAK SPACE}vehicles"] == "left"


def test_the_target_that_holds_is_carried_through_all_rows(desk, charts, wording) -> None:
    layout = draw(charts["steps"], desk.book, wording).figure["layout"]
    assert [one["x0"] for one in layout["shapes"]] == [0, 350_000]


def test_a_wide_range_is_said_in_words_as_well(desk, charts, wording) -> None:
    layout = draw(charts["steps"], desk.book, wording).figure["layout"]
    texts = " ".join(one["text"].replace("<br>", " ") for one in layout["annotations"])
    assert "range 300,000 to 420,000" in texts.replace("\N{NO-BREAK SPACE}", " ")


def test_an_axis_that_is_cut_says_so(desk, charts, chart, wording) -> None:
    desk.add("above", "100", "USD")
    cut = draw(chart("levels", "above"), desk.book, wording).figure["layout"]
    assert "USD (axis does not start at zero)" in cut["annotations"][0]["text"]
    whole = draw(charts["steps"], desk.book, wording).figure["layout"]
    assert "title" not in whole["xaxis"]
    assert [one for one in whole["xaxis"]["ticktext"] if "vehicles" in one] == [
        whole["xaxis"]["ticktext"][-1]
    ]


def vars_of(drawn):
    """Both drawings."""
    return drawn.figure, drawn.narrow


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
