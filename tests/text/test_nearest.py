"""A word is suggested for one that was mistyped; of several as near the first."""

import pytest

from generator.text import did_you_mean, find_nearest


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


@pytest.mark.parametrize(
    ("word", "known", "asked"),
    [
        ("revenu", ["revenue", "share"], "did you mean revenue?"),
        ("a-2025", ["a-2024", "a-2023", "b"], "did you mean a-2023 or a-2024?"),
        ("a-2025-q3", ["a-2025-q1", "a-2025-q2", "a-2025-q4"], "did you mean a-2025-q1 or a-2025-q2 or a-2025-q4?"),
        ("passengers-2035", ["passengers-2025", "passengers-2024"], "did you mean passengers-2025?"),
        ("a-2025", ["a-2020", "a-2021", "a-2022", "a-2023"], "did you mean a-2020?"),
        ("cost", ["most", "lost"], "did you mean lost?"),
        ("xyz", ["revenue"], None),
    ],
)  # fmt: skip
def test_the_question_names_each_year_that_is_as_near(
    word: str, known: list[str], asked: str | None
) -> None:
    assert did_you_mean(word, known) == asked


def test_the_question_says_words_as_they_are_typed() -> None:
    assert did_you_mean("plan-2025", ["plan-2024"], "{{{}}}") == "did you mean {plan-2024}?"
