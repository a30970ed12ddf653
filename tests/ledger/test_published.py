"""What the site has shown changes only with a correction that says so."""

from dataclasses import replace

import pytest

from generator.ledger import corrected_fields, find_uncorrected, published_fields
from generator.model import Amount, Correction, Finding, Lock, Moved, Period, Place


def seeds_of(desk, recorded, *corrections):
    return replace(desk.seeds(), lock=Lock(published=recorded), corrections=corrections)


def found(desk, recorded, *corrections, besides=()):
    return find_uncorrected(desk.book()[0], seeds_of(desk, recorded, *corrections), besides)


def correction(desk, changed, old, new, date="2026-01-01"):
    marks = desk.facts["fact"].marks
    return Correction(
        fact="fact",
        date=Period.parse(date),
        changed=changed,
        old=old,
        new=new,
        reason={},
        marks=marks,
    )


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ({"value": "350e3", "unit": "vehicle"}, {"value": "350000", "unit": "vehicle"}),
        ({"value": "1..2"}, {"min_value": "1", "max_value": "2"}),
        (
            {
                "value": "1",
                "period": "2024-Q4",
                "hedge": "about",
                "status": "target",
                "attribution": "hearsay",
            },
            {
                "value": "1",
                "period": "2024-36",
                "hedge": "about",
                "status": "target",
                "attribution": "hearsay",
            },
        ),
    ],
)
def test_only_what_is_no_default_is_recorded(desk, typed, fields) -> None:
    desk.quoted("fact", **typed)
    assert published_fields(desk.facts["fact"]) == fields


def test_formulas_and_events_are_recorded_as_typed(desk) -> None:
    desk.quoted("a", "1", "USD")
    desk.derived("sum", "{a} + {a}", "USD")
    desk.event("event", indicator="happened", period="2024")
    assert published_fields(desk.facts["sum"]) == {"formula": "{a} + {a}", "unit": "USD"}
    assert published_fields(desk.facts["event"]) == {"period": "2024"}


FIELDS = {"value": "190000000000", "unit": "CNY", "period": "2024-36", "status": "target"}
NOW = {"unit": "CNY", "period": "2024-Q4", "status": "target"}


@pytest.mark.parametrize(
    ("field", "recorded", "now"),
    [
        ("value", {"value": "190000000000"}, "109000000000"),
        ("unit", {"unit": "USD"}, "CNY"),
        ("period", {"period": "2023"}, "2024-36"),
        ("period", {"period": None}, "2024-36"),
        ("hedge", {"hedge": "about"}, "exact"),
        ("status", {"status": None}, "target"),
        ("attribution", {"attribution": "hearsay"}, "own"),
    ],
)
def test_each_field_that_changed_is_one_finding_until_it_is_corrected(
    desk, field, recorded, now
) -> None:
    desk.quoted("fact", "109e9", **NOW)
    changed = FIELDS | {"value": "109e9"} | recorded
    before = {"fact": {key: text for key, text in changed.items() if text}}
    (finding,) = found(desk, before)
    old = before["fact"].get(field, {"period": "2024-10", "status": "reported"}.get(field))
    assert (finding.code, finding.severity) == ("correction-missing", "error")
    assert (finding.subject, finding.place) == ("fact", desk.facts["fact"].marks.at(field))
    assert f"{field} was {old} and is {now}" in finding.message
    assert f'field: {field}, old: "{old}", new: "{now}"' in finding.hint
    assert found(desk, before, correction(desk, field, old, now)) == ()
    assert found(desk, before, correction(desk, field, now, old)) != ()


@pytest.mark.parametrize(
    "recorded",
    [
        {"value": "109_000_000_000", "period": "2024-Q4"},
        {"value": "109000e6", "hedge": "exact", "attribution": "own"},
    ],
)
def test_the_same_written_otherwise_is_no_change(desk, recorded) -> None:
    desk.quoted("fact", "109e9", note={"en": "n"}, rank="preferred", label={"en": "l"}, **NOW)
    assert found(desk, {"fact": FIELDS | recorded}) == ()


def test_a_typed_default_is_no_change(desk) -> None:
    desk.quoted("fact", "1", "USD", period="2024-10")
    desk.derived("sum", "{fact} + {fact}", "USD", period="2024-10")
    lock = {
        "fact": {"value": "1", "unit": "USD"},
        "sum": {"formula": "{fact} + {fact}", "unit": "USD"},
    }
    assert found(desk, lock) == ()


def test_a_value_that_became_a_range_is_one_finding_that_no_entry_cures(desk) -> None:
    desk.quoted("fact", "1..2")
    (finding,) = found(desk, {"fact": {"value": "1"}})
    assert "value was 1 and is not there; min_value was not there and is 1" in finding.message
    assert "withdraw this one" in finding.hint


def test_both_ends_of_a_range_are_corrected(desk) -> None:
    desk.quoted("fact", "1..3")
    lock = {"fact": {"min_value": "0", "max_value": "2"}}
    (finding,) = found(desk, lock)
    assert finding.hint.count("- {fact: fact") == 2
    entries = [correction(desk, "min_value", "0", "1"), correction(desk, "max_value", "2", "3")]
    assert found(desk, lock, *entries) == ()


def test_another_formula_wants_a_correction(desk) -> None:
    desk.quoted("a", "1", "USD")
    desk.derived("fact", "{a} + {a}", "USD")
    lock = {"fact": {"formula": "{a} * 2", "unit": "USD"}}
    assert [finding.code for finding in found(desk, lock)] == ["correction-missing"]
    assert found(desk, lock, correction(desk, "formula", "{a} * 2", "{a} + {a}")) == ()


def test_the_status_that_a_quotation_gives_an_event_is_no_change(desk) -> None:
    desk.event("fact", indicator="happened", status="planned", status_typed=True)
    assert found(desk, {"fact": {}}) == ()
    assert len(found(desk, {"fact": {"status": "target"}})) == 1


def test_nothing_is_said_of_facts_that_are_wrong_otherwise(desk) -> None:
    desk.quoted("fact", "2")
    desk.quoted("unproven", "2")
    desk.unprove("unproven")
    lock = {"fact": {"value": "1"}, "unproven": {"value": "1"}, "gone": {"value": "1"}}
    other = Finding("bad-value", Place("x"), "fact", "m", "h")
    assert [finding.subject for finding in found(desk, lock)] == ["fact"]
    assert found(desk, lock, besides=[other]) == ()


@pytest.mark.parametrize(
    ("date", "count"),
    [("2024-09-30", 1), ("2024-10-01", 0), ("2024-10-31", 0), ("2024-11-01", 0)],
)
@pytest.mark.parametrize("status", ["reported", "withdrawn"])
def test_nothing_is_corrected_before_it_was_known(desk, date, count, status) -> None:
    desk.quoted("fact", "1", status=status)
    findings = found(desk, {"fact": {"value": "2"}}, correction(desk, "value", "2", "1", date))
    assert [finding.code for finding in findings] == ["bad-value"] * count
    assert all("is known from 2024-10 on" in finding.message for finding in findings)


def test_a_derived_figure_is_known_from_its_latest_input(desk) -> None:
    desk.quoted("a", "1", "USD")
    desk.quoted("b", "1", "USD", articles="second")
    desk.derived("fact", "{a} + {b}", "USD")
    early = correction(desk, "unit", "CNY", "USD", "2025-03-17")
    lock = {"fact": {"formula": "{a} + {b}", "unit": "CNY"}}
    (finding,) = found(desk, lock, early)
    assert "is known from 2025-03-18 on" in finding.message


def test_a_correction_takes_back_what_was_shown_and_nothing_else(desk) -> None:
    desk.quoted("fact", "5e6", "EUR")
    false = correction(desk, "value", "190e9", "5e6")
    for lock in ({}, {"fact": {"value": "5e6", "unit": "EUR"}}):
        (finding,) = found(desk, lock, false)
        assert (finding.code, finding.place) == ("bad-value", desk.facts["fact"].marks.at("old"))
        assert 'old "190e9" is not what the site has shown as value of fact' in finding.message
    assert "briefing.lock knows of no such figure" in found(desk, {}, false)[0].hint


def test_what_was_corrected_once_stays_known(desk) -> None:
    """The record has the new figure then, and remembers the old one."""
    desk.quoted("fact", "5e6", "EUR")
    made = correction(desk, "value", "4e6", "5e6")
    seeds = seeds_of(desk, {"fact": {"value": "5e6", "unit": "EUR"}}, made)
    corrected = {"fact": {"value": ("4_000_000",)}}
    seeds = replace(seeds, lock=replace(seeds.lock, corrected=corrected))
    assert find_uncorrected(desk.book()[0], seeds) == ()
    assert corrected_fields(seeds) == {"fact": {"value": ["4e6"]}}


def test_an_id_that_moved_was_published(desk) -> None:
    desk.quoted("fact", "5e6", "EUR")
    marks = desk.facts["fact"].marks
    moved = Moved(id="revenue-190-billion", to="fact", reason={}, marks=marks)
    seeds = replace(seeds_of(desk, {}), moved={moved.id: moved})
    (finding,) = find_uncorrected(desk.book()[0], seeds)
    assert (finding.code, finding.subject) == ("bad-value", "revenue-190-billion")
    assert "never was the id of a figure" in finding.message
    shown = replace(seeds, lock=Lock(published={moved.id: {"value": "5e6"}}))
    assert find_uncorrected(desk.book()[0], shown) == ()


def test_a_default_was_shown_too(desk) -> None:
    desk.quoted("fact", "5", "EUR", hedge="about")
    lock = {"fact": {"value": "5", "unit": "EUR"}}
    assert found(desk, lock, correction(desk, "hedge", "exact", "about")) == ()
    assert len(found(desk, lock, correction(desk, "hedge", "over", "about"))) == 1


def test_a_withdrawn_fact_keeps_its_record(desk) -> None:
    desk.quoted("fact", "1", status="withdrawn")
    cut = replace(desk.facts["fact"], amount=Amount(value=None))
    kept = published_fields(cut, {"value": "1", "unit": "USD"})
    assert kept == {"value": "1", "unit": "USD", "status": "withdrawn"}
