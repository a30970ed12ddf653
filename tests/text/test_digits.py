"""What a reader takes for a number, whatever its script."""

import pytest

from generator.text import find_numbers


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
