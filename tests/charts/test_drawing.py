"""Every kind of chart: its whole figure as a golden file, and what all of them hold."""

import json
import re
from dataclasses import replace

import pytest

from generator.charts import draw, shown_by
from generator.charts.style import plotly_figure
from generator.model import CHART_KINDS, Period
from generator.wording import LanguageWording

HOSTILE = "<a href='https://evil.example'>x</a> $\\alpha$ %{x} & &lt; <br> \n end"


def texts_of(value):
    """Every string of a figure, with the path that leads to it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner)


@pytest.mark.parametrize("kind", CHART_KINDS)
def test_whole_chart(kind, desk, charts, plain, golden) -> None:
    drawn = draw(charts[kind], desk.book, plain)
    whole = {
        "description": drawn.description,
        "columns": drawn.columns,
        "rows": [[row.fact, *row.cells] for row in drawn.rows],
        "articles": drawn.articles,
        "figure": drawn.figure,
        "narrow": drawn.narrow,
    }
    golden(f"charts/{kind}.json", json.dumps(whole, indent=1, ensure_ascii=False) + "\n")


@pytest.mark.parametrize("kind", CHART_KINDS)
def test_figure_is_plain_and_the_same_each_time(kind, desk, charts, plain) -> None:
    figure = draw(charts[kind], desk.book, plain).figure
    assert figure == draw(charts[kind], desk.book, plain).figure
    assert {trace["type"] for trace in figure["data"]} <= {"scatter", "bar", "pie"}
    text = json.dumps(figure)
    assert not re.search(r'"(bdata|uid|template|title_text)"', text)
    assert "title" not in figure["layout"]
    assert figure["layout"]["dragmode"] is False


@pytest.mark.parametrize("kind", CHART_KINDS)
def test_every_colour_is_a_token_of_the_site(kind, desk, charts, plain) -> None:
    text = json.dumps(draw(charts[kind], desk.book, plain).figure)
    assert not re.search(r"#[0-9a-f]{3,8}\b|rgba?\((?!0,0,0,0\))", text)
    tokens = set(re.findall(r'"var\((--[a-z0-9-]+)\)"', text))
    assert tokens <= {
        *(f"--chart-{number}" for number in range(1, 7)),
        "--chart-ink",
        "--chart-muted",
        "--chart-grid",
        "--chart-paper",
    }
    assert text.count("var(") == len(re.findall(r'"var\(--[a-z0-9-]+\)"', text))


@pytest.mark.parametrize("kind", CHART_KINDS)
def test_no_number_is_left_to_the_browser_to_format(kind, desk, charts, plain) -> None:
    layout = draw(charts[kind], desk.book, plain).figure["layout"]
    for name in ("xaxis", "yaxis"):
        axis = layout[name]
        assert axis["fixedrange"] is True
        assert axis.get("visible") is False or len(axis["tickvals"]) == len(axis["ticktext"])


@pytest.mark.parametrize("kind", CHART_KINDS)
def test_every_number_of_the_description_stands_in_the_table(kind, desk, charts) -> None:
    wording = LanguageWording("en", desk.book.units)
    drawn = draw(charts[kind], desk.book, wording)
    cells = {cell for row in drawn.rows for cell in row.cells}
    said = drawn.description
    for cell in sorted(cells, key=len, reverse=True):
        said = said.replace(cell, "")
    assert not re.search(r"\d", said)
    assert all(len(row.cells) == len(drawn.columns) for row in drawn.rows)


@pytest.mark.parametrize("kind", CHART_KINDS)
def test_hostile_text_is_shown_letter_by_letter(kind, desk, charts, plain, monkeypatch) -> None:
    monkeypatch.setattr(type(plain), "text", lambda _self, _text: HOSTILE)
    monkeypatch.setattr(type(plain), "unit_name", lambda _self, _unit: HOSTILE)
    drawn = draw(charts[kind], desk.book, plain)
    texts = [*texts_of(drawn.figure), *texts_of(drawn.narrow)]
    assert any("&lt;a" in text for text in texts)
    for text in texts:
        assert "$" not in text
        assert "%{" not in text
        assert "\n" not in text
        assert re.fullmatch(r"(?:[^<>]|<br>|</?b>)*", text)


def test_an_axis_of_years_has_no_separators(desk, charts) -> None:
    wording = LanguageWording("en", desk.book.units)
    layout = draw(charts["timeline"], desk.book, wording).figure["layout"]
    assert layout["xaxis"]["ticktext"] == ["2022", "2023", "2024", "2025"]


def test_what_is_not_reported_is_hatched(desk, charts, plain) -> None:
    (trace,) = draw(charts["bars"], desk.book, plain).figure["data"]
    assert trace["marker"]["pattern"]["shape"] == ["", "/", "/"]


def test_a_range_is_a_bar_from_end_to_end(desk, charts, plain) -> None:
    (trace,) = draw(charts["bars"], desk.book, plain).figure["data"]
    assert trace["base"] == [0, 0, 90_000_000_000]
    assert trace["x"] == [109_000_000_000, 103_940_000_000, 10_000_000_000]


def test_only_what_others_are_held_against_has_a_line(desk, chart, plain) -> None:
    for status in ("reported", "estimate", "consensus", "target"):
        desk.add(status, "5", "USD", status=status)
    drawn = draw(chart("bars", *desk.entries), desk.book, plain)
    assert len(drawn.figure["layout"]["shapes"]) == 2


def test_bars_start_at_zero(desk, charts, plain) -> None:
    low, high = draw(charts["bars"], desk.book, plain).figure["layout"]["xaxis"]["range"]
    assert low == 0
    assert high > 109e9


def test_moves_have_zero_within_and_a_colour_for_each_direction(desk, charts, plain) -> None:
    figure = draw(charts["moves"], desk.book, plain).figure
    (trace,) = figure["data"]
    low, high = figure["layout"]["xaxis"]["range"]
    assert (low < -30, high > 5.4) == (True, True)
    assert len(set(trace["marker"]["color"])) == 2


def test_dots_join_only_what_one_article_says_of_one_series(desk, charts, plain) -> None:
    data = draw(charts["levels"], desk.book, plain).figure["data"]
    lines = [trace for trace in data if trace["mode"] == "lines"]
    assert [trace["x"] for trace in lines] == [[0, 1], [1, 2]]
    assert {trace["line"]["dash"] for trace in lines} == {"dot"}


def test_lines_follow_a_series_through_others(desk, chart, plain) -> None:
    for name, about in (("a", "acme"), ("b", "rival"), ("c", "acme"), ("d", "rival")):
        desk.add(name, "5", "USD", about=about)
    figure = draw(chart("levels", "a", "b", "c", "d"), desk.book, plain).figure
    assert [trace["x"] for trace in figure["data"] if trace["mode"] == "lines"] == [[0, 2], [1, 3]]
    names = [trace["name"] for trace in figure["data"] if trace["mode"] != "lines"]
    assert len(set(names)) == 2
    assert "rival" in names[1]


def test_series_have_a_legend_only_where_points_lack_names(desk, charts, chart, plain) -> None:
    named = draw(charts["levels"], desk.book, plain).figure["layout"]
    assert named["showlegend"] is False
    assert len(named["xaxis"]["ticktext"]) == 5
    names = [desk.add(f"price-{number}", "7", "USD").fact.id for number in range(6)]
    several = draw(chart("levels", "high", *names), desk.book, plain).figure["layout"]
    one = draw(chart("levels", *names), desk.book, plain).narrow["layout"]
    assert (several["showlegend"], one["showlegend"]) == (True, False)


def test_many_levels_are_labelled_at_ends_and_extremes(desk, chart, plain) -> None:
    names = []
    for number in range(31):
        names.append(f"price-{number}")
        value = {11: 90, 20: 5}.get(number, 40)
        desk.add(
            names[-1], str(value), "USD", indicator="price", period=f"2024-{number % 12 + 1:02d}"
        )
    figure = draw(chart("levels", *names), desk.book, plain).figure
    assert figure["layout"]["xaxis"]["tickvals"] == [0, 11, 30]
    points = figure["data"][-1]
    close = draw(chart("levels", *names[8:]), desk.book, plain).figure["layout"]["xaxis"]
    assert close["tickvals"] == [0, 12, 22]
    assert [text for text in points["text"] if text] == ["40 USD", "90 USD", "40 USD"]


def test_a_chart_of_one_fact_is_drawn_and_described(desk, chart, plain) -> None:
    desk.add("only", "5", "USD")
    for kind in ("steps", "bars", "levels", "moves", "intervals", "timeline"):
        drawn = draw(chart(kind, "only"), desk.book, plain)
        assert "chart-describe-one" in drawn.description
        assert len(drawn.rows) == 1


def test_facts_keep_the_order_of_the_editor(desk, charts, chart, plain) -> None:
    drawn = draw(chart("bars", "revenue", "expected"), desk.book, plain)
    assert [row.fact for row in drawn.rows] == ["revenue", "expected"]
    by_time = draw(chart("moves", unit="%"), desk.book, plain)
    assert [row.fact for row in by_time.rows] == ["rise", "fall"]


def test_selection_leaves_out_what_is_deprecated_unless_asked(desk, chart, plain) -> None:
    desk.add("good", "5", "USD")
    desk.add("bad", "4", "USD", rank="deprecated")
    drawn = draw(chart("bars", unit="USD"), desk.book, plain)
    assert [row.fact for row in drawn.rows] == ["good"]
    asked = draw(chart("bars", unit="USD", rank="deprecated"), desk.book, plain)
    assert [row.fact for row in asked.rows] == ["bad"]


def test_articles_are_in_order_of_publication(desk, charts, chart, plain) -> None:
    assert draw(charts["bars"], desk.book, plain).articles == ("first", "second")
    assert draw(chart("bars", "revenue"), desk.book, plain).articles == ("second",)


def test_a_type_that_the_site_cannot_draw_is_refused() -> None:
    with pytest.raises(ValueError, match="heatmap"):
        plotly_figure([{"type": "heatmap", "z": [[1]]}], {})


def test_a_book_without_articles_has_an_empty_coverage(desk, chart, plain) -> None:
    drawn = draw(chart("coverage"), desk.book, plain)
    assert [row.cells[1:] for row in drawn.rows] == [("0", "0", "0")]


def test_a_chart_of_articles_is_another_on_other_days(desk, charts) -> None:
    book, chart = desk.book, charts["coverage"]
    one = next(iter(book.articles.values()))
    moved = replace(one, date_published=Period.parse("1999-01-01"))
    other = replace(book, articles={**book.articles, one.id: moved})
    assert shown_by(chart, book) == shown_by(chart, replace(book))
    assert shown_by(chart, book) != shown_by(chart, other)
