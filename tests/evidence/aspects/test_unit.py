"""The unit of a fact is the one that the article gives to its figure."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.model import Finding

RULES: list[tuple[str, str, str | None, dict[str, Any], str]] = [
    ("de", "Der Preis lag bei 5 Dollar.", None, {"value": 5, "unit": "USD"}, ""),
    ("de", "In Hongkong lag der Preis bei 5 Dollar.", None, {"value": 5, "unit": "USD"}, "unit-ambiguous"),
    ("de", "In Hongkong lag der Preis bei 5 Dollar.", None,
     {"value": 5, "unit": "USD", "inferred": ["unit"]}, ""),
    ("en", "The fine was ¥500 million.", None, {"value": "500e6", "unit": "CNY"}, "unit-ambiguous"),
    ("en", "The fine was ¥500 million.", None, {"value": "500e6", "unit": "EUR"}, "unit-mismatch"),
    ("de", "Es kamen 30.000 Besucher ins Werk.", None, {"value": 30000, "unit": "vehicle"}, "unit-mismatch"),
    ("de", "Es kamen 30.000 Besucher ins Werk.", None, {"value": 30000}, ""),
    ("de", "Es wurden 30.000 Elektroautos gebaut.", None, {"value": 30000, "unit": "vehicle"}, ""),
    ("de", "Es wurden 30.000 E-Autos gebaut.", None, {"value": 30000, "unit": "vehicle"}, ""),
    ("de", "Es wurden 30.000 Autos gebaut.", None, {"value": 30000}, "unit-mismatch"),
    ("de", "Die Marge stieg um 2 Prozentpunkte.", None, {"value": 2, "unit": "%", "kind": "change"},
     "unit-mismatch"),
    # parts of a currency
    ("en", "The shares closed at 410p on Monday.", None, {"value": "4.10", "unit": "GBP"}, ""),
    ("en", "The shares closed at 410p on Monday.", None, {"value": "410", "unit": "GBP"}, "scale-mismatch"),
    ("en", "A litre now costs 90 cents in town.", None, {"value": "0.90", "unit": "EUR"}, "unit-ambiguous"),
    ("en", "A litre costs 90 cents, up from 1 euro.", None, {"value": "0.90", "unit": "EUR"}, ""),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "sentence", "quote", "fields", "code"), RULES)
def test_the_unit_is_the_figures_own(
    lang: str,
    sentence: str,
    quote: str | None,
    fields: dict[str, Any],
    code: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of(sentence, lang, quote or sentence, **fields)
    assert (finding.code if finding else "") == code, finding


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("It paid 5 million francs.", "unit-ambiguous"),
        ("It paid 5 million francs. Before, it had paid 3 million Swiss francs.", None),
        (
            "It paid 5 million francs. Before, it had paid 3 million Belgian francs.",
            "unit-ambiguous",
        ),
    ],
)
def test_a_name_of_several_currencies_is_the_one_that_the_article_names_in_full(
    text: str, code: str | None, finding_of: Callable[..., Finding | None]
) -> None:
    finding = finding_of(text, "en", "It paid 5 million francs", value="5e6", unit="CHF")
    assert (finding.code if finding else None) == code


@pytest.mark.parametrize(
    ("text", "measured_in", "code"),
    [
        ("It has three boats.", ["passenger"], "unit-mismatch"),
        ("It has three boats.", [], None),
        ("The count was 3.", ["passenger"], None),
    ],
)
def test_without_a_unit_no_other_noun_is_counted_than_the_indicators(
    text: str, measured_in: list[str], code: str | None, finding_of: Callable[..., Finding | None]
) -> None:
    finding = finding_of(text, "en", text, value=3, measured_in=measured_in)
    assert (finding.code if finding else None) == code, finding


@pytest.mark.parametrize(
    ("text", "unit", "code"),
    [
        ("Blocking gullies cost £2,150 per hectare.", "GBP", "rate-dropped"),
        ("The moor kept 9,000 tonnes of carbon dioxide a day in the ground.", "t", "rate-dropped"),
        ("The moor kept 9,000 tonnes of carbon dioxide a day in the ground.", "t/day", None),
        ("The moor kept 9,000 tonnes a day ago.", "t", None),
    ],
)
def test_what_an_amount_is_for_each_of_is_not_dropped(
    text: str, unit: str, code: str | None, finding_of: Callable[..., Finding | None]
) -> None:
    value = 2150 if unit == "GBP" else 9000
    finding = finding_of(text, "en", text, value=value, unit=unit)
    assert (finding.code if finding else None) == code, finding
