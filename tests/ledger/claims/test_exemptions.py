"""A pattern exempts names that hold a number, and no amount."""

import pytest

from generator.ledger.claims.exemptions import is_exempt
from generator.ledger.claims.numbers import claims_in
from generator.model import Exemption

BRIEFING = "seeds/briefing.yaml"
ISO = r"{pattern: 'ISO \d+', reason: The name of a standard.}"


@pytest.mark.parametrize(
    "pattern",
    [
        "190 billion",
        r"about \d+ euros",
        "some 5 per cent",
        "ninety million",
        "(of )?190 Milliarden",
        "Pier [0-9]|190 billion",
        "40,000 wheels",
    ],
)
def test_a_pattern_of_an_amount_is_a_finding(changed, pattern):
    [one] = changed(BRIEFING, ISO, f"{ISO}\n- {{pattern: '{pattern}', reason: A name.}}")
    assert (one.code, one.path) == ("bad-value", BRIEFING)
    assert "which is an amount" in one.message
    assert one.at.startswith(f"'{pattern}'")


@pytest.mark.parametrize("word", ["was", "is", "with", "over", "the", "war", "met"])
def test_neither_may_it_name_a_word_that_stands_before_any_number(changed, word):
    [one] = changed(BRIEFING, ISO, f"{ISO}\n- {{pattern: '{word} [0-9]+', reason: A name.}}")
    assert "the pattern exempts any number behind" in one.message


@pytest.mark.parametrize(
    "pattern",
    ["ISO [0-9]{4}", "Pier [0-9]", "Studio 54", "[a-z]-20[0-9]{2}", "a hundred such", "Class 66"],
)
def test_a_name_may_hold_a_number(changed, pattern):
    said = changed(BRIEFING, ISO, f"{ISO}\n- {{pattern: '{pattern}', reason: A name.}}")
    assert said == []


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("The rail class 66", True),
        ("The rail class 66 million", False),
        ("The rail class 66 per cent", False),
        ("The rail class 667", False),
        ("The road class 66", False),
    ],
)
def test_a_pattern_covers_the_whole_of_a_number_and_no_amount(text, is_right):
    exemption = Exemption(pattern="rail class [0-9]{2}", reason={})
    [claim] = claims_in(text, "en", {})
    assert is_exempt(claim, text, [exemption]) is is_right
