"""Timelines on a true axis with plans as arrows, and promises beside what happened."""

from dataclasses import replace
from datetime import date

import pytest

from generator.charts import check_charts, draw
from generator.example import example_root
from generator.model import Known
from generator.reading import load_seeds
from generator.wording import LanguageWording


@pytest.fixture
def wording(desk):
    return LanguageWording("en", desk.book.units)


@pytest.fixture
def road(desk, chart):
    """A plan that replaced another, the event with which the first was made, a change."""
    desk.add("announced", period="2021-03", label={"en": "A car is announced"})
    early = {"status": "planned", "label": {"en": "A first car"}, "revised_by": "later"}
    desk.add("early", period="2023/..", **early)
    desk.add("later", period="2026-H1", status="planned", label={"en": "Mass production"})
    desk.add("fall", "-27", "%", kind="change", period="2024-06/2024-08", article="second")
    one = chart("timeline", "announced", "early", "later", "fall")
    return replace(one, since={"early": "announced"})


def marks_of(figure):
    """By figure where its mark stands, and what it looks like."""
    own = [one for one in figure["data"] if one.get("customdata")]
    return {
        one["customdata"][0]: (one["x"][0], one["y"][0], one["marker"].get("symbol")) for one in own
    }


def lines_of(figure, axis):
    return [one[axis] for one in figure["data"] if one["mode"] == "lines"]


def test_a_plan_is_an_arrow_from_when_it_was_made_to_what_it_promised(desk, road, wording) -> None:
    figure = draw(road, desk.book, wording).figure
    assert ["2021-03-01", "2023-01-01"] in lines_of(figure, "x")
    assert ["2024-10-15", "2026-01-01"] in lines_of(figure, "x")  # since when it is known
    assert marks_of(figure)["later"][2] == "triangle-right"


def test_a_plan_that_was_replaced_is_struck_through_and_leads_on(desk, road, wording) -> None:
    figure = draw(road, desk.book, wording).figure
    places = marks_of(figure)
    assert places["early"][2] == "x-thin"
    struck = [one["text"] for one in figure["layout"]["annotations"] if "<s>" in one["text"]]
    assert len(struck) == 1
    assert "A first car" in struck[0]
    (link,) = [one for one in figure["layout"]["shapes"] if one["line"].get("dash") == "dot"]
    assert (link["x0"], link["x1"]) == ("2023-01-01", "2023-01-01")
    assert (link["y0"], link["y1"]) == (places["early"][1], places["later"][1])


def test_a_phone_has_a_list_in_the_order_of_time(desk, road, wording) -> None:
    drawn = draw(road, desk.book, wording)
    places = marks_of(drawn.narrow)
    assert list(places) == ["announced", "early", "fall", "later"]
    assert len({x for x, _, _ in places.values()}) == 1
    assert [y for _, y, _ in places.values()] == sorted({y for _, y, _ in places.values()})
    assert places["later"][2] == "triangle-right"
    low, high = drawn.narrow["layout"]["yaxis"]["range"]
    assert low > high
    years = drawn.narrow["layout"]["yaxis"]
    assert years["ticktext"] == ["2021", "2023", "2024", "2026"]
    assert years["tickvals"] == [y for _, y, _ in places.values()]
    texts = [one["text"] for one in drawn.narrow["layout"]["annotations"]]
    assert any(text.startswith("<b>March 2021</b><br>A car is announced") for text in texts)


def test_on_a_phone_a_plan_is_a_bracket_from_the_row_of_its_making_to_its_own(
    desk, road, wording
) -> None:
    figure = draw(road, desk.book, wording).narrow
    rows = {name: place[1] for name, place in marks_of(figure).items()}
    upright = [
        (one["y0"], one["y1"])
        for one in figure["layout"]["shapes"]
        if one["x0"] == one["x1"] and one["line"].get("dash") is None
    ]
    assert (rows["announced"], rows["early"]) in upright
    assert any(end == rows["later"] for _, end in upright)
    (dotted,) = [one for one in figure["layout"]["shapes"] if one["line"].get("dash") == "dot"]
    assert (dotted["y0"], dotted["y1"]) == (rows["early"], rows["later"])


def test_a_key_names_each_kind_of_mark_once(desk, road, wording) -> None:
    drawn = draw(road, desk.book, wording)
    for figure in (drawn.figure, drawn.narrow):
        texts = [one["text"] for one in figure["layout"]["annotations"]]
        for key in ("reported", "replaced", "planned", "fall"):
            assert texts.count(wording.say(f"chart-key-{key}")) == 1


def test_the_key_comes_first_and_no_line_of_the_axis_runs_through_it(desk, road, wording) -> None:
    drawn = draw(road, desk.book, wording)
    for figure in (drawn.figure, drawn.narrow):
        words = figure["layout"]["annotations"]
        key = [one["y"] for one in words if one["text"] == wording.say("chart-key-replaced")]
        rows = [place[1] for place in marks_of(figure).values()]
        assert max(key) < min(rows)
    assert not drawn.figure["layout"]["xaxis"]["showgrid"]
    years = [one for one in drawn.figure["layout"]["shapes"] if one["line"].get("dash") is None]
    assert [one["x0"] for one in years] == drawn.figure["layout"]["xaxis"]["tickvals"]
    assert min(one["y0"] for one in years) > max(
        one["y"]
        for one in drawn.figure["layout"]["annotations"]
        if one["text"] == wording.say("chart-key-planned")
    )


def test_a_change_over_a_time_is_marked_at_its_end(desk, road, wording) -> None:
    assert marks_of(draw(road, desk.book, wording).figure)["fall"][0] == "2024-08-31"


def test_a_change_points_its_way_in_its_colour(desk, road, wording) -> None:
    for figure in (draw(road, desk.book, wording).figure, draw(road, desk.book, wording).narrow):
        mark = next(one for one in figure["data"] if one.get("customdata") == ["fall"])
        assert mark["marker"]["symbol"] == "triangle-down"
        assert mark["marker"]["color"] == "var(--chart-4)"


def test_a_promise_has_a_row_with_what_happened(desk, chart, wording) -> None:
    first = {"status": "target", "revised_by": "then", "indicator": "target"}
    desk.add("first", "300", "vehicle", **first)
    desk.add("then", "350", "vehicle", status="target", indicator="target")
    desk.add("sold", "300", "vehicle", indicator="sales")
    desk.add("alone", "9", "vehicle", status="planned", indicator="plan")
    figure = draw(chart("promises", "first", "then", "sold", "alone"), desk.book, wording).figure
    places = marks_of(figure)
    assert places["first"][0] == places["sold"][0]  # as many
    assert places["first"][2] == "x-thin"
    assert places["first"][1] == places["then"][1] < places["sold"][1] < places["alone"][1]
    looks = {
        one["customdata"][0]: one["marker"]["color"]
        for one in figure["data"][1:]
        if "customdata" in one
    }
    assert looks["then"] == looks["alone"] == "var(--chart-paper)"
    assert looks["sold"] == "var(--chart-1)"
    heads = [one["text"] for one in figure["layout"]["annotations"]]
    assert [text for text in heads if "nothing reported yet" in text] == [heads[1]]


def test_what_only_shows_that_it_had_happened_is_open_to_the_left(desk, chart, wording) -> None:
    desk.add("meant", period="2024-H1", status="planned", indicator="start")
    desk.add("seen", period="2024-Q4", indicator="sales")
    desk.add("begun", period="2024-Q4", indicator="start")
    only, both = (
        draw(chart("promises", *facts), desk.book, wording).figure
        for facts in (("meant", "seen"), ("meant", "begun"))
    )
    seen, begun = marks_of(only)["seen"], marks_of(both)["begun"]
    assert (seen[2], begun[2]) == ("triangle-left", "circle")
    assert seen[1] > marks_of(only)["meant"][1]  # on a line of its own
    assert any(one["line"].get("dash") == "dot" for one in only["data"] if "line" in one)
    texts = [[one["text"] for one in each["layout"]["annotations"]] for each in (only, both)]
    assert any("no article says when" in text for text in texts[0])
    assert any(text.startswith("<b>by Q4 2024</b>") for text in texts[0])
    assert not any("no article says" in text or "<b>by " in text for text in texts[1])


def test_a_computed_amount_is_a_bar_below_the_marks_of_promises(desk, chart, wording) -> None:
    desk.add("meant", "350", "vehicle", status="target", indicator="target")
    computed = {"formula": "x", "status": "estimate", "indicator": "pace", "hedge": "about"}
    desk.add("pace", "360", "vehicle", between="349..371", **computed)
    figure = draw(chart("promises", "meant", "pace"), desk.book, wording).figure
    bars = [one for one in figure["data"] if one["type"] == "bar"]
    value, band = bars
    assert (value["customdata"], value["base"]) == (["pace"], [0])
    assert value["marker"]["pattern"]["shape"] == "/"
    assert band["base"][0] < value["x"][0] < band["base"][0] + band["x"][0]
    assert marks_of(figure)["meant"][2] == "circle"


@pytest.mark.parametrize("values", [("300", "350"), ("100", "350"), ("349", "350"), ("350", "300")])
def test_what_was_promised_stands_at_its_mark(desk, chart, wording, values) -> None:
    first = {"status": "target", "revised_by": "then", "indicator": "target"}
    desk.add("first", values[0], "vehicle", **first)
    desk.add("then", values[1], "vehicle", status="target", indicator="target")
    drawn = draw(chart("promises", "first", "then"), desk.book, wording)
    for figure in (drawn.figure, drawn.narrow):
        places = marks_of(figure)
        for name, value in zip(("first", "then"), values, strict=True):
            (label,) = [one for one in figure["layout"]["annotations"] if value in one["text"]]
            assert abs(label["x"] - places[name][0]) <= 7
            leaders = [one for one in figure["layout"]["shapes"] if one["line"]["width"] < 1]
            is_next = label["y"] == places[name][1] - 12
            assert is_next or [one["x0"] for one in leaders] == [places[name][0]]


def test_rows_of_events_share_one_scale_of_time(desk, chart, wording) -> None:
    desk.add("meant", period="2024", status="planned", indicator="start")
    desk.add("done", period="2025-06-01", indicator="start")
    desk.add("other", period="2025-06-01", status="planned", indicator="opening")
    figure = draw(chart("promises", "meant", "done", "other"), desk.book, wording).figure
    places = marks_of(figure)
    assert places["done"][0] == places["other"][0] > places["meant"][0]


def test_amounts_of_one_unit_share_one_scale_in_all_rows(desk, chart, wording) -> None:
    desk.add("meant", "350", "vehicle", status="target", indicator="target")
    desk.add("built", "450", "vehicle", status="planned", indicator="plan")
    desk.add("money", "45", "USD", status="planned", indicator="budget")
    drawn = draw(chart("promises", "meant", "built", "money"), desk.book, wording)
    for figure in (drawn.figure, drawn.narrow):
        places = marks_of(figure)
        assert places["meant"][0] / places["built"][0] == pytest.approx(350 / 450, rel=0.01)
        assert places["money"][0] == places["built"][0]


def test_what_needs_another_scale_has_a_row_of_its_own(desk, chart, wording) -> None:
    desk.add("then", "350", "vehicle", status="target", indicator="target")
    desk.add("money", "300", "USD", indicator="income")
    places = marks_of(draw(chart("promises", "then", "money"), desk.book, wording).figure)
    assert places["then"][1] != places["money"][1]


def test_only_panels_may_be_in_several_units(desk, chart) -> None:
    desk.add("a", "5", "USD", indicator="one")
    desk.add("b", "5", "EUR", indicator="other")
    desk.add("c", "5", "EUR", indicator="one")
    known = Known(frozenset(desk.entries), "f")

    def codes(*facts, kind="levels"):
        one = chart(kind, *facts)
        return [found.code for found in check_charts({one.id: one}, desk.book, known)]

    assert codes("a", "b") == []
    assert codes("a", "b", "c") == ["chart-mixed-units"]
    assert codes("a", "b", kind="bars") == ["chart-mixed-units"]


def test_titles_of_the_example_are_short() -> None:
    for one in load_seeds(example_root()).charts.values():
        assert all(len(title) <= 60 for title in one.title.values())


def test_a_date_is_no_later_than_it_is(desk, chart, wording) -> None:
    desk.add("only", period="2025-06-01")
    first, last = draw(chart("timeline", "only"), desk.book, wording).figure["layout"]["xaxis"][
        "range"
    ]
    assert date.fromisoformat(first) < date(2025, 6, 1) < date.fromisoformat(last)
