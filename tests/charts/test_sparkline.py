"""A sparkline shows the figures of one thing, from zero, and no more than was measured."""

from itertools import pairwise

import pytest

from generator.charts import sparkline


def line_of(desk, name):
    return sparkline(desk.entries[name], desk.book)


def shown(line):
    return [mark.entry.fact.id for mark in line.marks]


def test_one_figure_has_no_sparkline(desk) -> None:
    desk.add("sold", "30", "vehicle")
    desk.add("happened", period="2023")
    assert line_of(desk, "sold") is None
    assert line_of(desk, "happened") is None


@pytest.mark.parametrize(
    "other",
    [
        {"value": "20", "unit": "share"},
        {"value": "20", "unit": "vehicle", "indicator": "another"},
        {"value": "20", "unit": "vehicle", "about": "a rival"},
    ],
)
def test_only_figures_of_the_same_thing_stand_together(desk, other) -> None:
    desk.add("sold", "30", "vehicle")
    desk.add("else", other.pop("value"), other.pop("unit"), period="2023", **other)
    assert line_of(desk, "sold") is None


@pytest.mark.parametrize("kind", ["flow", "change"])
def test_what_comes_in_over_a_month_is_no_neighbour_of_a_year(desk, kind) -> None:
    desk.add("month", "30", "vehicle", kind=kind, indicator="sales", period="2024-05")
    desk.add("year", "300", "vehicle", kind=kind, indicator="sales", period="2023")
    assert line_of(desk, "month") is None
    desk.add("before", "20", "vehicle", kind=kind, indicator="sales", period="2024-04")
    assert shown(line_of(desk, "month")) == ["before", "month"]


def test_changes_over_stretches_of_their_own_are_not_compared(desk) -> None:
    desk.add("spring", "-3", "%", kind="change", period="2024-01/2024-05")
    desk.add("summer", "-4", "%", kind="change", period="2024-06/2024-07")
    assert line_of(desk, "summer") is None


def test_a_chain_of_revisions_stands_in_its_order(desk) -> None:
    desk.add("c", "30", "vehicle", revised_by="b")
    desk.add("b", "40", "vehicle", revised_by="a")
    desk.add("a", "50", "vehicle")
    assert shown(line_of(desk, "a")) == ["c", "b", "a"]


def test_heights_are_measured_from_zero(desk) -> None:
    desk.add("first", "50", "vehicle", period="2022")
    desk.add("second", "100", "vehicle", period="2023")
    line = line_of(desk, "second")
    half, whole = (line.zero - mark.y for mark in line.marks)
    assert whole == 2 * half > 0


def test_falls_hang_from_zero(desk) -> None:
    desk.add("first", "-10", "%", kind="change", period="2022")
    desk.add("second", "-20", "%", kind="change", period="2023")
    line = line_of(desk, "second")
    assert [mark.y > line.zero for mark in line.marks] == [True, True]


def test_marks_stand_to_scale_of_time_but_never_upon_each_other(desk) -> None:
    for name, period in {"a": "2014", "b": "2019", "c": "2023", "d": "2024"}.items():
        desk.add(name, "5", "vehicle", period=period)
    places = [mark.x for mark in line_of(desk, "d").marks]
    left, middle, right = (later - earlier for earlier, later in pairwise(places))
    assert right == 11
    assert middle > right
    assert left > middle


def test_figures_for_one_time_stand_by_the_day_they_were_known(desk) -> None:
    desk.add("old", "30", "vehicle", status="target", revised_by="new")
    desk.add("new", "40", "vehicle", status="target", article="second")
    desk.add("newest", "50", "vehicle", status="target", article="second")
    places = [mark.x for mark in line_of(desk, "newest").marks]
    assert places[1] - places[0] > places[2] - places[1] == 11


def test_figures_known_on_one_day_feign_no_course_of_time(desk) -> None:
    desk.add("old", "30", "vehicle", status="target", revised_by="new")
    desk.add("new", "40", "vehicle", status="target")
    line = line_of(desk, "new")
    assert shown(line) == ["old", "new"]
    assert line.marks[1].x - line.marks[0].x == 11
    assert line.width == line.marks[1].x + 6


def test_a_step_joins_only_what_replaces_another(desk) -> None:
    desk.add("z-old", "30", "vehicle", revised_by="new")
    desk.add("new", "40", "vehicle")
    desk.add("later", "50", "vehicle", period="2025")
    steps = line_of(desk, "later").steps
    assert [(s.start.entry.fact.id, s.end.entry.fact.id) for s in steps] == [("z-old", "new")]


def test_aims_are_hollow_and_the_own_figure_is_marked(desk) -> None:
    desk.add("target", "30", "vehicle", status="target", period="2023")
    desk.add("reported", "40", "vehicle")
    line = line_of(desk, "reported")
    assert [mark.is_solid for mark in line.marks] == [False, True]
    assert [mark.is_own for mark in line.marks] == [False, True]


def test_what_a_hedge_leaves_open_is_drawn(desk) -> None:
    desk.add("about", "50", "vehicle", hedge="about", between="40..60", period="2022")
    desk.add("over", "50", "vehicle", hedge="over", between="50..", period="2023")
    about, over = line_of(desk, "over").marks
    assert about.high < about.y < about.low
    assert not about.is_open
    assert over.is_open
    assert (over.high, over.low) == (0, over.y)


def test_nine_of_many_are_shown_up_to_the_own_one(desk) -> None:
    for year in range(2005, 2020):
        desk.add(f"y{year}", "5", "vehicle", period=str(year))
    assert shown(line_of(desk, "y2017")) == [f"y{year}" for year in range(2009, 2018)]
    assert shown(line_of(desk, "y2006")) == [f"y{year}" for year in range(2005, 2014)]
