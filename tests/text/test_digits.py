"""What a reader takes for a number, whatever its script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import find_numbers, may_have_number, numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("ISO 8601, 3.5 and N7", ["8601,", "3.5", "N7"]),
        ("½ and ②", ["½", "②"]),
        ("一 word, Ⅷ", ["Ⅷ"]),
        ("m² CO₂ 5²", ["5²"]),
    ],
)
def test_what_a_reader_takes_for_a_number_is_found(text: str, numbers: list[str]) -> None:
    assert list(find_numbers(text))[: len(numbers)] == numbers


@given(st.text() | st.text(alphabet="a1.½٣ Ⅷ一²"))
def test_no_number_is_passed_by(text: str) -> None:
    assert may_have_number(text) or not [*numbers_in(text)]
