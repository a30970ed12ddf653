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
        assert re.fullmatch(r"(?:[^<>]|<br>|</?[bis]>)*", text)


def test_an_axis_of_years_has_no_separators(desk, charts) -> None:
    wording = LanguageWording("en", desk.book.units)
    layout = draw(charts["timeline"], desk.book, wording).figure["layout"]
    assert layout["xaxis"]["ticktext"] == ["2022", "2023", "2024", "2025"]


def bars_of(figure):
    """The bars that are figures, with their ends."""
    own = [one for one in figure["data"] if one["type"] == "bar" and one.get("customdata")]
    return {one["customdata"][0]: (one["base"][0], one["base"][0] + one["x"][0]) for one in own}


def look_of(figure, fact):
    """Colour and pattern of the bar of a figure."""
    own = [one for one in figure["data"] if one.get("customdata") == [fact]]
    marker = own[0]["marker"]
    return marker["color"], marker["pattern"]["shape"]


def bands_of(figure):
    """Bars that are no figure: what is left open."""
    return [one for one in figure["data"] if one["type"] == "bar" and not one.get("customdata")]


def test_a_mark_tells_what_kind_of_figure_it_is(desk, chart, plain) -> None:
    desk.add("told", "5", "USD")
    desk.add("aimed-at", "5", "USD", status="target")
    desk.add("meant", "5", "USD", status="planned")
    desk.add("foreseen", "5", "USD", status="forecast", period="2026")
    desk.add("computed", "5", "USD", formula="{told}")
    figure = draw(chart("bars", *desk.entries), desk.book, plain).figure
    solid, hollow = "var(--chart-1)", "var(--chart-paper)"
    assert {name: look_of(figure, name) for name in desk.entries} == {
        "told": (solid, ""),
        "aimed-at": (hollow, ""),
        "meant": (hollow, ""),
        "foreseen": (solid, "/"),
        "computed": (hollow, ""),
    }
    labels = [one["text"] for one in figure["layout"]["annotations"]]
    assert [text for text in labels if text.startswith("<i>f</i>")] == [
        "<i>f</i>\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}<b>5 USD</b>"
    ]


@pytest.mark.parametrize("kind", ["bars", "moves", "steps"])
def test_every_bar_starts_at_zero(kind, desk, charts, plain) -> None:
    for figure in (draw(charts[kind], desk.book, plain).figure,):
        low, high = figure["layout"]["xaxis"]["range"]
        assert low < 0 < high
        assert all(start == 0 for start, _ in bars_of(figure).values())


def test_a_range_is_certain_up_to_its_nearer_end(desk, chart, plain) -> None:
    desk.add("spread", "90..100", "USD")
    desk.add("loss", "-12..-4", "USD")
    figure = draw(chart("bars", "spread", "loss"), desk.book, plain).figure
    assert bars_of(figure) == {"spread": (0, 90), "loss": (0, -4)}
    bands = [(one["base"][0], one["base"][0] + one["x"][0]) for one in bands_of(figure)]
    assert bands == [(90, 100), (-12, -4)]


def test_what_about_leaves_open_is_a_band_with_two_ends(desk, chart, plain) -> None:
    desk.add("rounded", "360", "vehicle", hedge="about", between="350..370")
    desk.add("plain", "300", "vehicle", between="299.5..300.5")
    figure = draw(chart("bars", "rounded", "plain"), desk.book, plain).figure
    (band,) = bands_of(figure)
    assert (band["base"], band["x"], band["marker"]["opacity"]) == ([350], [20], 0.28)
    (ends,) = [one for one in figure["data"] if one.get("mode") == "markers"]
    assert ends["x"] == [350, 370]


def test_an_open_end_fades_away_from_what_is_certain(desk, chart, plain) -> None:
    desk.add("fall", "-30", "%", kind="change", hedge="over", between="..-30")
    desk.add("nearly", "9", "%", kind="change", hedge="nearly", between="..9")
    figure = draw(chart("moves", "fall", "nearly"), desk.book, plain).figure
    fading = bands_of(figure)
    assert len(fading) == 10
    shades = [one["marker"]["opacity"] for one in fading]
    assert shades[:5] == sorted(shades[:5], reverse=True)
    ends = [one["base"][0] + one["x"][0] for one in fading]
    low, _ = figure["layout"]["xaxis"]["range"]
    assert low < ends[4] < -30
    assert ends[9] == 9
    assert bars_of(figure)["nearly"] == (0, 6.75)


def test_what_was_expected_is_a_tick_on_the_bar_of_the_result(desk, charts, plain) -> None:
    figure = draw(charts["bars"], desk.book, plain).figure
    assert bars_of(figure) == {"revenue": (0, 109e9), "spread": (0, 90e9)}
    (tick,) = [one for one in figure["data"] if one.get("customdata") == ["expected"]]
    bar = next(one for one in figure["data"] if one.get("customdata") == ["revenue"])
    assert (tick["x"], tick["y"]) == ([103.94e9], bar["y"])
    labels = [one["text"] for one in figure["layout"]["annotations"]]
    assert "Level<br>chart-status(status=status-consensus)<br><b>103940000000 CNY</b>" in labels


def test_a_named_change_is_an_arrow_between_what_it_compares(desk, chart, plain) -> None:
    desk.add("before", "80", "USD", period="2023", inputs=("after", "growth"))
    desk.add("after", "100", "USD", period="2024")
    desk.add("growth", "25", "%", kind="change")
    asked = replace(chart("bars", "before", "after"), annotations=("growth",))
    drawn = draw(asked, desk.book, plain)
    (arrow,) = [one for one in drawn.figure["data"] if one.get("customdata") == ["growth"]]
    (line,) = [one for one in drawn.figure["data"] if one.get("mode") == "lines"]
    assert line["x"] == [80, 100]
    assert 98 < arrow["x"][0] < 100  # its head ends at the value
    assert arrow["marker"]["symbol"] == "triangle-right"
    assert [row.fact for row in drawn.rows] == ["before", "after", "growth"]
    alone = replace(chart("bars", "after"), annotations=("growth",))
    assert "growth" not in str(draw(alone, desk.book, plain).figure)


def test_moves_stand_in_the_order_of_time(desk, charts, chart, plain) -> None:
    drawn = draw(chart("moves", "fall", "rise"), desk.book, plain)
    assert list(bars_of(drawn.figure)) == ["rise", "fall"]
    assert [row.fact for row in drawn.rows] == ["rise", "fall"]
    own = [one for one in drawn.figure["data"] if one.get("customdata")]
    assert [one["marker"]["color"] for one in own] == ["var(--chart-2)", "var(--chart-4)"]


def test_a_dot_stands_at_its_day_and_no_line_leads_to_the_next(desk, chart, plain) -> None:
    desk.add("high", "9", "USD", period="2025-06")
    desk.add("low", "6", "USD", period="2025-07")
    desk.add("late", "7", "USD", period="2025-08-07")
    data = draw(chart("levels", "high", "low", "late"), desk.book, plain).figure["data"]
    marks = {one["customdata"][0]: one for one in data if one.get("customdata")}
    assert marks["late"]["x"] == ["2025-08-07"]
    for name, first, days in (("high", "2025-06-01", 30), ("low", "2025-07-01", 31)):
        band = marks[name]  # no dot where no day is known
        assert (band["type"], band["base"], band["x"]) == ("bar", [first], [days * 86_400_000])
        assert band["marker"]["opacity"] < 0.1  # it is no range of prices
    for line in (one for one in data if one.get("mode") == "lines"):
        assert len(set(line["y"])) == 1  # the time that a text leaves open


def test_where_times_overlap_dots_stand_in_the_editors_order(desk, charts, plain) -> None:
    drawn = draw(charts["levels"], desk.book, plain)
    for figure in (drawn.figure, drawn.narrow):
        own = [one for one in figure["data"] if one.get("customdata")]
        named = [one["customdata"][0] for one in own if one.get("xaxis", "x") == "x"]
        places = [one["x"][0] for one in own if one.get("xaxis", "x") == "x"]
        assert (named, places) == (["high", "low", "again", "late"], sorted(set(places)))
        axis = figure["layout"]["xaxis"]
        times = ["".join(text.split("<br>")) for text in axis["ticktext"]]
        assert [text.replace(" ", "") for text in times] == [
            str(desk.entries[name].period).replace(" ", "") for name in named
        ]
        assert [day[:10] for day in axis["tickvals"]] == [day[:10] for day in places]


def test_a_price_that_is_not_exact_has_a_band_and_an_exact_one_has_none(desk, chart, plain) -> None:
    desk.add("about", "2.5", "EUR", period="2021-10-05", hedge="about", between="2.45..2.55")
    desk.add("exact", "2.6", "EUR", period="2021-10-07")
    data = draw(chart("levels", "about", "exact"), desk.book, plain).figure["data"]
    bands = [(one["x"], one["y"]) for one in data if one.get("mode") == "lines"]
    assert bands == [(["2021-10-05", "2021-10-05"], [2.45, 2.55])]


def test_each_measure_has_a_panel_of_its_own_even_in_another_unit(desk, chart, plain) -> None:
    for name, about, unit in (("a", "acme", "USD"), ("b", "rival", "USD"), ("c", "acme", "EUR")):
        desk.add(name, "5", unit, about=about, indicator=f"price in {unit}")
    drawn = draw(chart("levels", "a", "b", "c"), desk.book, plain)
    for figure in (drawn.figure, drawn.narrow):
        axes = [one for one in figure["layout"] if one.startswith("yaxis")]
        assert axes == ["yaxis", "yaxis2", "yaxis3"]
        heads = [one["text"] for one in figure["layout"]["annotations"] if one["yref"] == "paper"]
        assert ["rival" in head for head in heads] == [False, True, False]
        assert "EUR" in heads[2]


def test_a_fall_between_two_dots_is_annotated(desk, chart, plain) -> None:
    desk.add("high", "9", "USD", period="2025-06-02")
    desk.add("late", "6", "USD", period="2025-08-07")
    desk.add("fall", "-33", "%", kind="change", inputs=("late", "high"))
    asked = replace(chart("levels", "high", "late"), annotations=("fall",))
    figure = draw(asked, desk.book, plain).figure
    assert any("-33 %" in one["text"] for one in figure["layout"]["annotations"])
    (down,) = [one for one in figure["data"] if one.get("customdata") == ["fall"]]
    assert (down["x"], down["marker"]["symbol"]) == (["2025-08-07"], "triangle-down")


def test_of_many_levels_those_at_ends_and_extremes_have_words(desk, chart, plain) -> None:
    names = []
    for number in range(31):
        names.append(f"price-{number}")
        value = {11: 90, 20: 5}.get(number, 40 + number / 10)
        day = f"{2000 + number}-03-01"
        desk.add(names[-1], str(value), "USD", indicator="price", period=day)
    figure = draw(chart("levels", *names), desk.book, plain).figure
    words = [one["text"] for one in figure["layout"]["annotations"] if one["yref"] == "y"]
    assert [text.partition("<br>")[0] for text in words] == [
        "<b>90 USD</b>",
        "<b>43.0 USD</b>",
        "<b>40.0 USD</b>",
        "<b>5 USD</b>",
    ]


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
