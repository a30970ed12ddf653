"""The chain of releases: what follows what, and what nobody can change in silence."""

from dataclasses import replace
from typing import Any

import pytest

from generator.ledger import breaks_of, forked, released, releases_json, releases_of
from generator.model import Release


def row(name: str, value: str = "5", **more: Any) -> dict[str, Any]:
    quote = {"article": "a", "exact": f"{value} boats", "start": 0, "end": 7, "sentence": "S."}
    known = {"id": name, "basis": "quoted", "value": value, "unit": "boat", "status": "reported"}
    return {**known, "known_from": "2025-03-18", "quotes": [quote], "corrections": [], **more}


def said(releases: tuple[Release, ...], *rows: dict[str, Any]) -> list[str]:
    return [f"{one.subject} {one.message}" for one in breaks_of(releases, rows or None)]


def test_what_is_the_same_makes_no_release() -> None:
    first = released((), [row("a")])
    assert len(first) == 1
    assert released(first, [row("a")]) == first
    assert said(first, row("a")) == []


def test_a_release_holds_what_changed_and_the_hash_of_the_one_before() -> None:
    first = released((), [row("a"), row("b")])
    second = released(first, [row("a"), row("b"), row("c")])
    assert [*second[1].entries] == ["c"]
    published = releases_json(second)
    assert published[1]["previous"] == published[0]["hash"]
    assert published[0]["previous"] == ""
    assert releases_of(published) == second
    assert said(second, row("a"), row("b"), row("c")) == []


def test_a_figure_that_says_something_else_needs_a_correction() -> None:
    first = released((), [row("a")])
    silent = released(first, [row("a", "6")])
    assert said(silent) == ["a says something else since release 2, without a correction"]
    told = released(first, [row("a", "6", corrections=[{"field": "value"}])])
    assert said(told) == []
    withdrawn = released(first, [row("a", "6", status="withdrawn")])
    assert said(withdrawn) == []


def test_another_sentence_is_on_record_and_no_correction() -> None:
    first = released((), [row("a")])
    other = row("a", quotes=[{"article": "b", "exact": "5 boats"}])
    second = released(first, [other])
    assert second[1].entries["a"].says == first[0].entries["a"].says
    assert said(second, other) == []
    assert said(first, other) == ["a rests on something else than in the last release"]


def test_a_figure_that_is_gone_has_another_in_its_place_or_was_withdrawn() -> None:
    first = released((), [row("a"), row("b")])
    assert said(released(first, [row("a")])) == [
        "b is gone since release 2, neither withdrawn nor moved"
    ]
    moved = released(first, [row("a")], {"b": "a"})
    assert said(moved, row("a")) == []
    assert released(moved, [row("a")], {"b": "a"}) == moved


def test_what_follows_of_a_corrected_figure_is_no_other_figure() -> None:
    derived = {"basis": "derived", "formula": "{a} * 2", "quotes": []}
    first = released((), [row("d", "10", **derived)])
    assert said(released(first, [row("d", "12", **derived)])) == []
    silent = released(first, [row("d", "10", **{**derived, "formula": "{a} * 3"})])
    assert said(silent) == ["d says something else since release 2, without a correction"]


@pytest.mark.parametrize("number", [0, 1])
def test_no_release_but_the_last_can_be_edited_unseen(number: int) -> None:
    chain = released(
        released(released((), [row("a")]), [row("a"), row("b")]), [row("c")], {"a": "c", "b": "c"}
    )
    edited = [*chain]
    edited[number] = replace(edited[number], day="2020-01-01")
    assert f"release {number + 2} does not follow the release before it" in said(tuple(edited))


def test_none_can_be_taken_out_or_put_elsewhere() -> None:
    rows = [row("a"), row("b"), row("c")]
    chain = released(released(released((), rows[:1]), rows[:2]), rows)
    assert said(chain[1:])
    assert said((chain[0], chain[2]))
    assert said((chain[1], chain[0], chain[2]))
    assert said(chain[:2], *rows) == ["c stands in the ledger and in no release"]
    assert said((), *rows[:1]) == ["a stands in the ledger and in no release"]


def test_a_copy_that_was_kept_tells_of_another_past() -> None:
    first = released((), [row("a")])
    second = released(first, [row("a"), row("b")])
    assert forked(first, second) == []
    assert [one.message for one in forked(second, first)] == ["was there and is gone"]
    other = released((), [row("a", "7")])
    assert [one.message for one in forked(first, other)] == ["was another one"]
