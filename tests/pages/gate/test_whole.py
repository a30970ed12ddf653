"""A quotation stands whole in a text where it cuts no number in two."""

import random
import re

import pytest

from generator.pages.gate.printed import _stands_whole


@pytest.mark.parametrize(
    ("piece", "text", "expected"),
    [
        ("5", "2.5 percent", False),
        ("5", "5 percent", True),
        ("5", "2.5 or 5", True),
        ("12 cars", "312 cars", False),
        ("1,2", "1,25", False),
        ("1", "1.", True),
        ("1", "1.5", False),
        ("", "", True),
        ("a", "", False),
    ],
)
def test_a_piece_that_cuts_a_number_does_not_stand_there(
    piece: str, text: str, expected: bool
) -> None:
    assert _stands_whole(piece, text) is expected


def test_it_is_what_a_pattern_with_borders_finds() -> None:
    dice = random.Random(1)  # noqa: S311 - the same texts every time
    for _ in range(5000):
        text = "".join(dice.choices("12., ax", k=dice.randrange(9)))
        piece = "".join(dice.choices("12., ax", k=dice.randrange(1, 4)))
        whole = rf"(?<!\d)(?<!\d[.,]){re.escape(piece)}(?!\d|[.,]\d)"
        assert _stands_whole(piece, text) is bool(re.search(whole, text)), (piece, text)
