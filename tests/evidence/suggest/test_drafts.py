"""Of the drafts of a figure the first of the best is taken, and no more are proven than that takes."""

from collections.abc import Iterator, Sequence

import pytest

from generator.evidence.mended import best_of
from generator.model import Fact, Field, Finding, Marks, Place

REVIEW = Finding("period-unseen", Field("period"), "", "m", "h")
ERROR = Finding("value-not-in-quote", Field("value"), "", "m", "h")


def draft(name: str, findings: Sequence[Finding]) -> tuple[Fact, Sequence[Finding]]:
    return Fact(id=name, indicator="i", about="", period=None, marks=Marks(Place(""))), findings


@pytest.mark.parametrize(
    ("drafted", "taken", "made"),
    [
        ([], None, 0),
        ([[], []], 0, 1),
        ([[ERROR], [REVIEW], [], [], [REVIEW]], 2, 3),
        ([[ERROR], [REVIEW, REVIEW], [REVIEW], [REVIEW]], 2, 4),
        ([[ERROR], [ERROR]], 0, 2),
    ],
)
def test_thebest_of_is_taken_and_what_follows_is_not_made(
    drafted: list[list[Finding]], taken: int | None, made: int
) -> None:
    drafts = [draft(str(at), findings) for at, findings in enumerate(drafted)]
    done: list[object] = []

    def one_by_one() -> Iterator[tuple[Fact, Sequence[Finding]]]:
        for one in drafts:
            done.append(one)
            yield one

    assert best_of(one_by_one()) is (None if taken is None else drafts[taken])
    assert len(done) == made
