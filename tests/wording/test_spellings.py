"""Readers of several languages find a value or a period however they type it."""

from decimal import Decimal

import pytest

from generator.evidence import measure_spellings, scale_spellings
from generator.model import Amount, Period
from generator.wording.spellings import (
    amount_spellings,
    languages_of,
    period_spellings,
    unit_spellings,
)

LANGUAGES = ("en", "de", "nl")


def spelled(value: str, unit: str | None = None) -> tuple[str, ...]:
    return amount_spellings(Amount(value=Decimal(value), unit=unit), LANGUAGES)


def is_found(typed: str, spellings: tuple[str, ...]) -> bool:
    """As both searches do: a spelling begins with what was typed."""
    return any(one.startswith(typed.lower()) for one in spellings)


@pytest.mark.parametrize(
    ("value", "unit", "typed"),
    [
        ("350_000", "vehicle", ["350000", "350,000", "350.000", "350 000", "350k", "350 tsd", "350 thousand", "350 duizend"]),
        ("109e9", "CNY", ["109000000000", "109 billion", "109 bn", "109bn", "109 Mrd", "109 Milliarden", "109 miljard", "109 mld"]),
        ("12.9e6", "USD", ["12.9 million", "12,9 Millionen", "12,9 Mio", "12,9 miljoen", "12900000"]),
        ("-30", "%", ["30%", "30 %", "30 percent", "30 per cent", "30 Prozent", "30 procent"]),
        ("3.885", "EUR", ["3.885", "3,885"]),
        ("1.0e9", "USD", ["1 billion", "1 Mrd"]),
        ("9.00", "USD", ["9", "9.00", "9,00"]),
    ],
)  # fmt: skip
def test_a_value_has_every_usual_spelling(value: str, unit: str | None, typed: list[str]) -> None:
    spellings = spelled(value, unit)
    assert [one for one in typed if not is_found(one, spellings)] == []


def test_a_value_has_no_scale_that_is_not_its_own() -> None:
    assert not is_found("109 million", spelled("109e9"))
    assert not [one for one in spelled("999") if "k" in one or " " in one]
    assert not [one for one in spelled("30", "vehicle") if "%" in one]


def test_both_ends_of_a_range_are_spelled() -> None:
    ends = Amount(min_value=Decimal(2000), max_value=Decimal(3000), unit="EUR")
    spellings = amount_spellings(ends, LANGUAGES)
    assert is_found("2.000", spellings)
    assert is_found("3,000", spellings)


def test_no_spelling_is_the_beginning_of_another() -> None:
    spellings = spelled("109e9")
    assert not [(a, b) for a in spellings for b in spellings if a != b and b.startswith(a)]


def test_no_digit_of_a_long_value_is_lost() -> None:
    digits = "-12345678901234567890123456789012345678901"
    assert digits[1:] in spelled(digits)
    assert f"{int(digits[1:]):,}" in spelled(digits)


@pytest.mark.parametrize(
    ("edtf", "typed"),
    [
        ("2025-07", ["2025-07", "July 2025", "juli 2025"]),
        ("2025-08-07", ["2025-08-07", "August 7, 2025", "7. August 2025", "7 augustus 2025"]),
        ("2024-36", ["2024-Q4", "Q4 2024", "4. Quartal 2024", "4e kwartaal 2024"]),
        ("2024-41", ["2024-H2"]),
        ("2025-07~", ["July 2025"]),
        ("2021-03/2031-03", ["March 2021", "März 2031"]),
        ("2022/..", ["2022"]),
    ],
)
def test_a_period_is_spelled_in_every_language(edtf: str, typed: list[str]) -> None:
    found = [one.lower() for one in period_spellings(Period.parse(edtf), LANGUAGES)]
    assert [one for one in typed if one.lower() not in found] == []


def test_money_is_named_and_what_is_counted_is_not() -> None:
    assert unit_spellings("USD/year", LANGUAGES) == (
        "US dollars",
        "US-Dollar",
        "Amerikaanse dollar",
    )
    assert unit_spellings("vehicle", LANGUAGES) == ()
    assert unit_spellings(None, LANGUAGES) == ()


def test_a_language_without_locale_data_spells_nothing() -> None:
    assert languages_of("en", ["xx", "de-CH", "de", "nl"]) == ("en", "de", "nl")


def test_scale_words_are_those_that_articles_are_read_with() -> None:
    assert {(" mrd", 9), ("mrd", 9), (" tausend", 3)} <= set(scale_spellings("de"))
    assert {power % 3 for lang in LANGUAGES for _, power in scale_spellings(lang)} == {0}
    assert "prozent" in measure_spellings("de", "%")
    assert measure_spellings("fr", "%") == ()
