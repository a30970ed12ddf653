"""Findings as editors read them: where they point, what they say, which edit they propose."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from generator.model import Finding


def test_a_wrong_value_is_shown_beside_what_the_quotation_says(
    passages: Mapping[str, str], finding_of: Callable[..., Finding | None]
) -> None:
    finding = finding_of(
        passages["000"],
        "de",
        "erreichten die Einnahmen 109 Milliarden Yuan",
        value="190e9",
        unit="CNY",
    )
    assert finding is not None
    assert (finding.code, finding.subject) == ("value-not-in-quote", "fact")
    assert finding.message == (
        "190e9 CNY does not stand in the quotation, which says 109 Milliarden Yuan = 109e9 CNY"
    )
    assert finding.hint == "correct the value to 109e9, or quote the sentence that says 190e9"


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"value": 6, "unit": "EUR"}, 13),
        ({"value": 5, "unit": "USD"}, 16),
        ({"value": 5, "unit": "EUR"}, 17),
        ({"value": 5, "unit": "EUR", "hedge": "about", "period": "2024"}, 12),
    ],
)
def test_a_finding_points_at_its_field(
    fields: Mapping[str, object], line: int, finding_of: Callable[..., Finding | None]
) -> None:
    finding = finding_of("Es kostet rund 5 Euro.", "de", "Es kostet rund 5 Euro", **fields)
    assert finding is not None
    assert finding.place.line == line


def test_a_missing_quotation_points_at_the_quotation(
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of("Es kostet rund 5 Euro.", "de", "Das steht hier nicht", value=5)
    assert finding is not None
    assert (finding.place.line, finding.place.column) == (30, 12)


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"value": 5, "unit": "EUR", "period": "2024"}, "inferred: {period:"),
        ({"value": 5, "unit": "USD"}, "inferred: {unit:"),
        ({"value": 5, "unit": None, "kind": "change"}, "inferred: {sign:"),
    ],
)
def test_a_review_says_which_line_settles_it(
    fields: Mapping[str, object], line: str, finding_of: Callable[..., Finding | None]
) -> None:
    text = "In Hongkong kostet es 5 Dollar." if fields["unit"] == "USD" else "Das Los kostet nun 5."
    if fields["unit"] == "EUR":
        text = "Das Los kostet nun 5 Euro."
    finding = finding_of(text, "de", text, **fields)
    assert finding is not None
    assert finding.severity == "review"
    assert line in finding.hint


HOSTILE = "Es kostet\u202e\x1b[31m <b>5</b> Euro\x07, \u2028sagt er und sie"


def test_nothing_unprintable_reaches_a_message(finding_of: Callable[..., Finding | None]) -> None:
    for quote in (HOSTILE, f"{HOSTILE} dann auch noch"):
        finding = finding_of(HOSTILE, "de", quote, value=7, unit="EUR")
        assert finding is not None
        assert finding.message.isprintable()
        assert finding.hint.isprintable()


def test_long_texts_are_shortened(finding_of: Callable[..., Finding | None]) -> None:
    finding = finding_of("Es kostet 5 Euro.", "de", "x" * 900, value=7)
    assert finding is not None
    assert len(finding.message) < 200


CARS = {"value": 30, "unit": "vehicle"}
MESSAGES: list[tuple[str, str, dict[str, Any], str, str]] = [
    ("de", "Am Montagabend waren es 30 Autos.", CARS | {"period": "2024-11-24"},
     "the quotation says Montagabend; 2024-11-24 is a Sunday", "correct the day"),
    ("de", "Am Ende waren es 30 Autos.", CARS | {"period": "2029-Q4"},
     "2029-Q4 lies after the article of 2025-03-18", "correct the period"),
    ("nl", "Het bouwt vanaf 2023 een wagen.", {"period": "2023"},
     'the quotation says "vanaf 2023", from 2023 on, not 2023 alone', "write period: 2023/.., or"),
    ("de", "In den Monaten Oktober bis Dezember waren es 30 Autos.", CARS | {"period": "2023-Q4"},
     'the text says "Oktober bis Dezember" = 2024-10/2024-12 of the figure, not 2023-Q4', "correct"),
    ("de", "Das lag unter den Erwartungen der Analysten von 30 Autos.", CARS,
     'the text says "Erwartungen der Analysten"; the fact says that it is so',
     "write status: consensus, or forecast"),
    ("de", "Analysten hatten mit 30 Autos gerechnet.", CARS,
     'the text says "Analysten hatten mit 30 Autos gerechnet"; the fact says that it is so',
     "write status: consensus, or forecast"),
    ("de", "Das Hoch der 52 Wochen lag bei 3,885 Euro.", {"value": "3.88", "unit": "EUR"},
     "3.88 EUR does not stand in the quotation, which is more precise: 3,885 Euro = 3.885 EUR",
     "correct the value to 3.885"),
    ("de", "Ihr 52-Wochen-Hoch lag bei 3,885.", {"value": "3.7", "unit": "EUR"},
     "3.7 EUR does not stand in the quotation, which says 52-Wochen-Hoch = 52 week and 3,885 = 3.885",
     "correct the value to 3.885"),
    ("de", "Es waren erst 9 Euro und dann 5 Euro.", {"value": "6", "unit": "EUR"},
     "6 EUR does not stand in the quotation, which says 9 Euro = 9 EUR and 5 Euro = 5 EUR",
     "correct the value to 5,"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "sentence", "fields", "message", "hint"), MESSAGES)
def test_a_message_says_what_is_and_the_hint_the_smallest_edit(
    lang: str,
    sentence: str,
    fields: dict[str, Any],
    message: str,
    hint: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of(sentence, lang, sentence, **fields)
    assert finding is not None
    assert finding.message == message
    assert finding.hint.startswith(hint), finding.hint
