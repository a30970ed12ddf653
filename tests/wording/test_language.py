"""Amounts and periods are printed as the source printed them, never rounded by a locale."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import HEDGES, Amount, Period
from generator.wording import LanguageWording, load_messages


@pytest.mark.parametrize(
    ("typed", "unit", "hedge", "signed", "shown"),
    [
        ("109e9", "CNY", "exact", False, "109 billion CNY"),
        ("103.94e9", "CNY", "exact", False, "103.94 billion CNY"),
        ("15.09e9", "USD", "about", False, "about 15.09 billion USD"),
        ("350_000", "vehicle", "exact", False, "350,000 vehicles"),
        ("1", "vehicle", "exact", False, "1 vehicle"),
        ("9.00", "USD", "exact", False, "9.00 USD"),
        ("3.885", "EUR", "exact", False, "3.885 EUR"),
        ("48.8", "%", "exact", True, "+48.8%"),
        ("-26.9", "%", "exact", True, "−26.9%"),
        ("-30", "%", "over", True, "down more than 30%"),
        ("5", "pp", "just-over", True, "up just over 5 percentage points"),
        ("25", "bp", "exact", False, "25 basis points"),
        ("4", "x", "exact", False, "4×"),
        ("7.22", "CNY/USD", "exact", False, "7.22 CNY per USD"),
        ("1e9", "USD/year", "exact", False, "1 billion USD per year"),
        ("10e9", None, "exact", False, "10 billion"),
        ("2600000", "USD", "exact", False, "2,600,000 USD"),
        ("7.33E+10", "CNY", "exact", False, "73.3 billion CNY"),
        ("999999", "vehicle", "exact", False, "999,999 vehicles"),
        ("0.125", "USD", "exact", False, "0.125 USD"),
        ("0", "%", "over", True, "more than 0%"),
    ],
)
def test_an_amount_is_printed_with_the_places_it_was_typed_with(
    wording: LanguageWording, typed: str, unit: str | None, hedge: str, signed: bool, shown: str
) -> None:
    amount = Amount(value=Decimal(typed), unit=unit, hedge=hedge)  # type: ignore[arg-type]
    printed = wording.amount(amount, signed=signed)
    assert printed.replace("\N{NO-BREAK SPACE}", " ") == shown


def test_a_range_shows_both_ends(wording: LanguageWording) -> None:
    amount = Amount(min_value=Decimal("2e6"), max_value=Decimal("3e6"), unit="vehicle")
    assert wording.amount(amount).replace("\xa0", " ") == "2 million to 3 million vehicles"


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024", "2024"),
        ("2021-10", "October 2021"),
        ("2025-08-07", "7 August 2025"),
        ("2024-Q4", "Q4 2024"),
        ("2024-H1", "first half of 2024"),
        ("2024-41", "second half of 2024"),
        ("2023/..", "from 2023 on"),
        ("2024-H1/..", "from the first half of 2024 on"),
        ("../2024-H2", "until the second half of 2024"),
        ("2023-H2/2024-H1", "the second half of 2023 to the first half of 2024"),
        ("2023-H2~/2024", "about the second half of 2023 to 2024"),
        ("../2024-06", "until June 2024"),
        ("2021-03/2031-03", "March 2021 to March 2031"),
        ("2025-07~", "about July 2025"),
        ("2024-H1~", "about the first half of 2024"),
        ("2025?", "2025 (uncertain)"),
    ],
)
def test_a_period_is_said_in_words(wording: LanguageWording, edtf: str, words: str) -> None:
    assert wording.period(Period.parse(edtf)) == words


@given(
    digits=st.integers(min_value=-(10**12), max_value=10**12),
    exponent=st.integers(min_value=-4, max_value=9),
)
def test_no_digit_of_a_value_is_lost_or_made_up(digits: int, exponent: int) -> None:
    value = Decimal(digits).scaleb(exponent)
    shown = LanguageWording("en", {}).amount(Amount(value=value))
    number, _, scale = shown.replace("\N{MINUS SIGN}", "-").partition("\N{NO-BREAK SPACE}")
    power = {"": 0, "million": 6, "billion": 9, "trillion": 12}[scale]
    assert Decimal(number.replace(",", "")).scaleb(power) == value


def test_every_hedge_has_its_words() -> None:
    messages = load_messages("en")
    assert [h for h in HEDGES if h != "exact" and f"hedge-{h}" not in messages] == []


def test_values_of_a_message_are_never_read_as_messages(wording: LanguageWording) -> None:
    assert wording.say("ranked", rank="{reason}", reason="%s {0}") == "{reason}: %s {0}"


def test_a_value_beyond_all_reason_is_still_printed(wording: LanguageWording) -> None:
    shown = wording.amount(Amount(value=Decimal("1.09E+47"), unit="CNY"))
    assert shown.replace(",", "").startswith("109000000000")
