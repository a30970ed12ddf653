"""Of the drafts of a figure the first of the best is taken, and no more are proven than that takes."""

from collections.abc import Iterator

import pytest

from generator.evidence.suggest import Suggestion, _first_of_the_best
from generator.model import Fact, Field, Finding, Marks, Place

REVIEW = Finding("period-unseen", Field("period"), "", "m", "h")
ERROR = Finding("value-not-in-quote", Field("value"), "", "m", "h")


def draft(name: str, review: Finding | None) -> Suggestion:
    return Suggestion(
        Fact(id=name, indicator="i", about="", period=None, marks=Marks(Place(""))), review
    )


@pytest.mark.parametrize(
    ("reviews", "taken", "made"),
    [
        ([], None, 0),
        ([None, None], 0, 1),
        ([ERROR, REVIEW, None, None, REVIEW], 2, 3),
        ([ERROR, REVIEW, REVIEW], 1, 3),
        ([ERROR, ERROR], 0, 2),
    ],
)
def test_the_first_of_the_best_is_taken_and_what_follows_is_not_made(
    reviews: list[Finding | None], taken: int | None, made: int
) -> None:
    drafts = [draft(str(at), review) for at, review in enumerate(reviews)]
    done: list[Suggestion] = []

    def one_by_one() -> Iterator[Suggestion]:
        for one in drafts:
            done.append(one)
            yield one

    assert _first_of_the_best(one_by_one()) is (None if taken is None else drafts[taken])
    assert len(done) == made
