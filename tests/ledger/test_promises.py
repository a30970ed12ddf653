"""What came of a promise: every outcome, and never a guess."""

from datetime import date

import pytest

from generator.ledger import promises
from generator.model import FollowUp, Period


def only(desk):
    (promise,) = promises(desk.book()[0], desk.seeds().indicators)
    return promise


@pytest.mark.parametrize(
    ("promised", "hedge", "measured", "outcome"),
    [
        ("300", "exact", "300", "kept"),
        ("300", "exact", "299", "missed"),
        ("300", "exact", "20..400", "undecided"),
        ("300", "about", "305", "undecided"),
        ("300", "about", "350", "kept"),
        ("300", "about", "249", "missed"),
        ("300", "at-least", "300", "kept"),
        ("300", "at-least", "299", "missed"),
        ("300", "over", "301", "kept"),
        ("300", "over", "300", "undecided"),
        ("300", "at-most", "300", "kept"),
        ("300", "at-most", "301", "missed"),
        ("300", "at-most", "299..301", "undecided"),
        ("300", "under", "299", "kept"),
        ("300", "under", "300", "undecided"),
        ("300", "nearly", "300", "kept"),
        ("300", "nearly", "250", "undecided"),
        ("300..350", "exact", "320", "kept"),
        ("300..350", "exact", "299", "missed"),
    ],
)
def test_intervals_decide_over_a_measured_period(desk, promised, hedge, measured, outcome) -> None:
    common = {"period": "2024", "unit": "vehicle"}
    desk.quoted("p", promised, hedge=hedge, indicator="goal", status="target", **common)
    desk.quoted("m", measured, indicator="flow", articles="second", **common)
    promise = only(desk)
    assert promise.outcome == outcome
    assert [entry.fact.id for entry in promise.measured] == ["m"]


@pytest.mark.parametrize(
    ("promised", "hedge", "measured", "outcome"),
    [
        ("-30", "exact", "-31", "kept"),
        ("-30", "exact", "-28", "missed"),
        ("-30", "over", "-31", "kept"),
        ("-30", "over", "-29", "missed"),
        ("-30", "at-most", "-29", "kept"),
        ("-30", "at-most", "-31", "missed"),
        ("-40..-30", "exact", "-35", "kept"),
        ("-40..-30", "exact", "-20", "missed"),
    ],
)
def test_a_promised_fall_is_judged_by_its_size(desk, promised, hedge, measured, outcome) -> None:
    common = {"period": "2024", "unit": "%"}
    desk.quoted("p", promised, hedge=hedge, indicator="goal", status="target", **common)
    desk.quoted("m", measured, indicator="growth", articles="second", **common)
    assert only(desk).outcome == outcome


@pytest.mark.parametrize(
    ("period", "outcome"),
    [
        ("2024", "overdue"),
        ("2025-03-17", "overdue"),
        ("2025-03-18", "open"),
        ("2025", "open"),
        ("2024/..", "unmeasurable"),
        (None, "unmeasurable"),
    ],
)
def test_without_a_measure_the_newest_article_decides(desk, period, outcome) -> None:
    desk.quoted("p", "300", "vehicle", indicator="goal", status="target", period=period)
    promise = only(desk)
    assert (promise.outcome, promise.measured) == (outcome, ())


@pytest.mark.parametrize(
    "more",
    [
        {"period": "2024-07"},
        {"status": "estimate"},
        {"unit": "CNY"},
    ],
)
def test_what_is_beside_the_promise_is_shown_and_decides_nothing(desk, more) -> None:
    desk.quoted("p", "300", "vehicle", indicator="goal", status="target", period="2024")
    typed = {"unit": "vehicle", "indicator": "flow", "period": "2024"} | more
    desk.quoted("m", "400", **typed)
    promise = only(desk)
    assert [entry.fact.id for entry in promise.measured] == ["m"]
    assert promise.outcome == "overdue"


@pytest.mark.parametrize(
    "more",
    [
        {"status": "forecast"},
        {"about": "rival"},
        {"indicator": "level"},
        {"period": "2023"},
        {"rank": "deprecated"},
    ],
)
def test_what_does_not_tell_of_the_promise_is_not_shown(desk, more) -> None:
    desk.quoted("p", "300", "vehicle", indicator="goal", status="target", period="2024")
    desk.quoted("m", "400", "vehicle", **{"indicator": "flow", "period": "2024"} | more)
    assert only(desk).measured == ()


def test_measures_that_differ_leave_it_undecided_unless_one_is_preferred(desk) -> None:
    desk.quoted("p", "300", "vehicle", indicator="goal", status="target", period="2024")
    desk.quoted("m", "400", "vehicle", indicator="flow", period="2024")
    desk.quoted("n", "200", "vehicle", indicator="flow", period="2024", articles="second")
    assert only(desk).outcome == "undecided"
    desk.quoted("n", "200", "vehicle", indicator="flow", period="2024", rank="preferred")
    assert only(desk).outcome == "missed"


@pytest.mark.parametrize(
    ("promised", "happened", "outcome"),
    [
        ("2024-H1", "2024-03-28", "kept"),
        ("2024-H1", "2024-07", "missed"),
        ("2024-H1", "2024", "undecided"),
        ("2024-H1", "2023", "undecided"),
        ("2024/..", "2026", "kept"),
        ("2024-H1", None, "overdue"),
        ("2026", None, "open"),
    ],
)
def test_an_event_is_kept_within_its_period(desk, promised, happened, outcome) -> None:
    desk.event("p", indicator="start", status="planned", period=promised)
    if happened:
        desk.event("m", indicator="happened", period=happened, articles="second")
    assert only(desk).outcome == outcome


def test_a_chain_runs_from_what_was_first_said_to_the_latest(desk) -> None:
    common = {"indicator": "goal", "status": "target", "period": "2025"}
    desk.quoted("c", "500", "vehicle", revision_of="b", articles="second", **common)
    desk.quoted("a", "300", "vehicle", **common)
    desk.quoted("b", "400", "vehicle", revision_of="a", **common)
    desk.quoted("other", "1", "vehicle", about="rival", **common)
    found = promises(desk.book()[0], desk.seeds().indicators)
    chains = [tuple(entry.fact.id for entry in one.chain) for one in found]
    assert chains == [("a", "b", "c"), ("other",)]
    assert [(one.about, one.latest.fact.id) for one in found] == [("acme", "c"), ("rival", "other")]


def test_a_promise_without_a_period_looks_ahead(desk) -> None:
    desk.quoted("p", "300", "vehicle", indicator="goal", status="planned")
    desk.quoted("early", "1", "vehicle", indicator="flow", period="2023")
    desk.quoted("late", "1", "vehicle", indicator="flow", period="2025-02", articles="second")
    assert [entry.fact.id for entry in only(desk).measured] == ["late"]
    assert only(desk).chain[0].period == Period.parse("2024-10")


def test_a_report_of_the_same_indicator_measures_and_is_no_promise(desk) -> None:
    desk.quoted("p", "300", "vehicle", indicator="goal", status="target", period="2024")
    desk.quoted("m", "310", "vehicle", indicator="goal", period="2024", articles="second")
    desk.quoted("guess", "1", "vehicle", indicator="goal", status="forecast", period="2024")
    promise = only(desk)
    assert [entry.fact.id for entry in promise.chain] == ["p"]
    assert [entry.fact.id for entry in promise.measured] == ["m"]
    assert (promise.outcome, promise.decided_by.fact.id) == ("kept", "m")


def test_a_report_that_revises_a_promise_leaves_it_standing(desk) -> None:
    common = {"indicator": "goal", "period": "2024"}
    desk.quoted("p", "300", "vehicle", status="target", **common)
    desk.quoted("m", "200", "vehicle", revision_of="p", articles="second", **common)
    promise = only(desk)
    assert (promise.latest.fact.id, promise.outcome) == ("p", "missed")


def test_hearsay_is_shown_and_decides_nothing(desk) -> None:
    desk.quoted("p", "300", "vehicle", indicator="goal", status="target", period="2024")
    common = {"indicator": "flow", "period": "2024"}
    desk.quoted("m", "200", "vehicle", attribution="hearsay", **common)
    promise = only(desk)
    assert [entry.fact.id for entry in promise.measured] == ["m"]
    assert (promise.outcome, promise.decided_by) == ("overdue", None)
    desk.quoted("n", "300", "vehicle", articles="second", **common)
    assert (only(desk).outcome, only(desk).decided_by.fact.id) == ("kept", "n")


def test_measures_that_differ_name_none_that_decided(desk) -> None:
    desk.quoted("p", "300", "vehicle", indicator="goal", status="target", period="2024")
    desk.quoted("m", "400", "vehicle", indicator="flow", period="2024")
    desk.quoted("n", "200", "vehicle", indicator="flow", period="2024", articles="second")
    assert (only(desk).outcome, only(desk).decided_by) == ("undecided", None)
    desk.quoted("n", "300", "vehicle", indicator="flow", period="2024", articles="second")
    assert (only(desk).outcome, only(desk).decided_by.fact.id) == ("kept", "m")


def test_a_plan_and_its_twin_in_another_article_are_one_promise(desk) -> None:
    desk.event("first", indicator="start", period="2023/..", status="planned")
    desk.event("then", indicator="start", period="2024-H1", status="planned", revision_of="first")
    desk.event("open", indicator="start", period="2024-H1/..", status="planned", articles="second")
    promise = only(desk)
    assert [one.fact.id for one in promise.chain] == ["first", "then"]
    assert [one.fact.id for one in promise.also] == ["open"]


PLAN = {"indicator": "goal", "status": "target"}


def outcomes(desk) -> list[tuple[str, list[str], list[str]]]:
    return [
        (one.outcome, [e.fact.id for e in one.chain], [e.fact.id for e in one.also])
        for one in promises(desk.book()[0], desk.seeds().indicators)
    ]


@pytest.mark.parametrize("articles", ["first", "second", "first second"])
def test_the_same_target_said_again_is_one_promise(desk, articles) -> None:
    desk.quoted("one", "300", "vehicle", period="2030", **PLAN)
    desk.quoted("two", "300", "vehicle", period="2030", articles=articles, **PLAN)
    assert outcomes(desk) == [("open", ["one"], ["two"])]


def test_what_several_articles_say_is_one_promise_and_begins_with_the_first(desk) -> None:
    desk.article("third", "2025-06-01")
    desk.quoted("a", "300", "vehicle", period="2030", articles="third", **PLAN)
    desk.quoted("b", "300", "vehicle", period="2030", articles="second", **PLAN)
    desk.quoted("c", "300", "vehicle", period="2030", articles="third", **PLAN)
    desk.quoted("d", "300", "vehicle", period="2030", articles="first", **PLAN)
    desk.quoted("e", "300", "vehicle", period="2030", articles="first", **PLAN)
    assert outcomes(desk) == [("open", ["d"], ["e", "b", "a", "c"])]


@pytest.mark.parametrize(
    "other",
    [
        {"value": "301"},
        {"unit": "share"},
        {"hedge": "at-least"},
        {"period": "2031"},
        {"about": "other"},
        {"status": "planned"},
        {"indicator": "start"},
    ],
)
def test_within_an_article_only_the_very_same_is_said_again(desk, other) -> None:
    said = {"value": "300", "unit": "vehicle", "period": "2030", **PLAN}
    desk.quoted("one", said.pop("value"), **said)
    said = {"value": "300", "unit": "vehicle", "period": "2030", **PLAN, **other}
    desk.quoted("two", said.pop("value"), **said)
    assert len(outcomes(desk)) == 2


def test_two_events_of_one_day_in_an_article_stay_two(desk) -> None:
    desk.event("one", indicator="start", period="2030", status="planned")
    desk.event("two", indicator="start", period="2030", status="planned")
    assert len(outcomes(desk)) == 2


def test_a_level_for_no_time_that_is_said_again_is_one_promise_and_a_flow_is_not(desk) -> None:
    desk.quoted("one", "300", "vehicle", **PLAN)
    desk.quoted("two", "300", "vehicle", articles="second", **PLAN)
    assert outcomes(desk) == [("unmeasurable", ["one"], ["two"])]
    desk.promises["flow"] = FollowUp()
    desk.quoted("three", "300", "vehicle", indicator="flow", status="target")
    desk.quoted("four", "300", "vehicle", articles="second", indicator="flow", status="target")
    assert len(outcomes(desk)) == 3


def test_a_target_said_again_after_it_was_missed_stays_to_be_seen(desk) -> None:
    desk.article("third", "2025-06-01")
    desk.quoted("again", "300", "vehicle", period="2024", articles="third", **PLAN)
    desk.quoted("next", "300", "vehicle", period="2025", articles="third", **PLAN)
    desk.quoted("plan", "300", "vehicle", period="2024", **PLAN)
    desk.quoted("sold", "200", "vehicle", indicator="flow", period="2024", articles="second")
    assert outcomes(desk) == [("missed", ["plan"], ["again"]), ("open", ["next"], [])]


@pytest.mark.parametrize("articles", ["first", "second"])
def test_a_revised_target_said_again_stands_with_its_revisions(desk, articles) -> None:
    desk.quoted("old", "200", "vehicle", period="2030", **PLAN)
    desk.quoted("new", "300", "vehicle", period="2030", revision_of="old", **PLAN)
    desk.quoted("another", "300", "vehicle", period="2030", articles=articles, **PLAN)
    assert outcomes(desk) == [("open", ["old", "new"], ["another"])]


def test_of_two_targets_that_were_revised_each_tells_its_own_story(desk) -> None:
    for name, before in (("a", "200"), ("b", "250")):
        article = "first" if name == "a" else "second"
        desk.quoted(f"{name}-old", before, "vehicle", period="2030", articles=article, **PLAN)
        more = {"revision_of": f"{name}-old", "articles": article, **PLAN}
        desk.quoted(f"{name}-new", "300", "vehicle", period="2030", **more)
    assert outcomes(desk) == [("open", ["a-old", "a-new"], []), ("open", ["b-old", "b-new"], [])]


def test_two_plans_that_do_not_fit_are_two_promises(desk) -> None:
    desk.event("a", indicator="start", period="2023", status="planned")
    desk.event("b", indicator="start", period="2024-H1", status="planned", articles="second")
    assert len(promises(desk.book()[0], desk.seeds().indicators)) == 2


def test_a_declared_twin_of_another_measure_stands_with_the_promise(desk) -> None:
    desk.quoted("plan", "10e9", "USD", indicator="goal", status="planned", period="2025")
    desk.quoted("vague", "10e9", status="planned", same_as="plan", articles="second", period="2025")
    assert [one.fact.id for one in only(desk).also] == ["vague"]


@pytest.mark.parametrize(
    ("promised", "hedge", "measured", "outcome"),
    [
        ("300", "exact", "299", "kept"),
        ("300", "exact", "300", "kept"),
        ("300", "exact", "301", "missed"),
        ("300", "about", "250", "kept"),
        ("300", "about", "305", "undecided"),
        ("300", "about", "350", "missed"),
        ("300", "at-least", "301", "kept"),
        ("300", "at-least", "299", "missed"),
        ("300..350", "exact", "320", "kept"),
        ("300..350", "exact", "351", "missed"),
        ("-30", "exact", "-29", "kept"),
        ("-30", "exact", "-31", "missed"),
        ("-40..-30", "exact", "-41", "missed"),
    ],
)
def test_a_ceiling_is_kept_from_below_unless_the_promise_itself_says_otherwise(
    desk, promised, hedge, measured, outcome
) -> None:
    desk.promises["goal"] = FollowUp(measured_by=("flow",), threshold="at-most")
    common = {"period": "2024", "unit": "vehicle"}
    desk.quoted("p", promised, hedge=hedge, indicator="goal", status="target", **common)
    desk.quoted("m", measured, indicator="flow", articles="second", **common)
    assert only(desk).outcome == outcome
    assert only(desk).threshold == ("at-least" if hedge == "at-least" else "at-most")


def test_a_promise_that_nothing_measures_is_never_overdue(desk) -> None:
    desk.promises["goal"] = FollowUp(reason={"en": "Nobody counts them."})
    desk.quoted("p", "300", "vehicle", indicator="goal", status="target", period="2024")
    assert only(desk).outcome == "unmeasurable"
    desk.quoted("m", "300", "vehicle", indicator="goal", period="2024", articles="second")
    assert only(desk).outcome == "kept"


@pytest.mark.parametrize(
    ("promised", "period", "value", "outcome", "happened_by"),
    [
        ("2024-H1", "2024-05", "7", "kept", None),
        ("2024-H1", "2024-07", "7", "undecided", "m"),
        ("2024-H1", "2024", "7", "undecided", "m"),
        ("2024-H1", "2023-12", "7", "overdue", None),
        ("2024-H1", "2024-05", "0", "overdue", None),
        ("2024-H1", "2024-05", "0..7", "overdue", None),
        ("2024/..", "2025-01", "7", "kept", None),
    ],
)
def test_what_is_counted_shows_an_event_as_done_by_then(
    desk, promised, period, value, outcome, happened_by
) -> None:
    desk.promises["start"] = FollowUp(measured_by=("flow",))
    desk.event("p", indicator="start", status="planned", period=promised)
    desk.quoted("m", value, "vehicle", indicator="flow", period=period, articles="second")
    promise = only(desk)
    assert promise.outcome == outcome
    assert (promise.happened_by and promise.happened_by.fact.id) == happened_by


@pytest.mark.parametrize("rank", ["normal", "preferred"])
def test_an_event_had_happened_by_the_end_of_the_earliest_report(desk, rank) -> None:
    desk.promises["start"] = FollowUp(measured_by=("flow",))
    desk.event("p", indicator="start", status="planned", period="2024-H1")
    desk.quoted("year", "70", "vehicle", indicator="flow", period="2024-08/2025-07", rank=rank)
    desk.quoted("quarter", "7", "vehicle", indicator="flow", period="2024-Q4", articles="second")
    assert only(desk).outcome == "undecided"
    assert only(desk).happened_by.fact.id == "quarter"


@pytest.mark.parametrize(
    ("period", "deadline"),
    [("2024", "2024-12-31"), ("2024-H1", "2024-06-30"), ("2024/..", None), (None, None)],
)
def test_the_deadline_is_the_end_that_a_text_names(desk, period, deadline) -> None:
    desk.quoted("p", "300", "vehicle", indicator="goal", status="target", period=period)
    assert only(desk).deadline == (deadline and date.fromisoformat(deadline))
