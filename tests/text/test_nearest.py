"""A word is suggested for one that was mistyped; of several as near the first."""

import pytest

from generator.text import find_nearest


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        ("revenu", ["revenue", "share"], "revenue"),
        ("passengers-2025", ["passengers-2024", "passengers-2023"], "passengers-2023"),
        ("passenger-2024", ["passengers-2023", "passengers-2024"], "passengers-2024"),
        ("cost", ["most", "lost"], "lost"),
        ("xyz", ["revenue"], None),
        ("a", [], None),
    ],
)
def test_the_nearest_word(word: str, known: list[str], near: str | None) -> None:
    assert find_nearest(word, known) == near
