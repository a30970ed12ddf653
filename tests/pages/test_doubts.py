"""Which doubts a figure has, and which of them weighs most."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pages.doubts import doubts_of
from generator.pipeline import assemble, site_of


@pytest.fixture
def doubts(small: Path) -> Callable[[str], tuple[str, ...]]:
    site = site_of(assemble(small), "en")

    def of(fact: str) -> tuple[str, ...]:
        return doubts_of(site.book.entries[fact], site)

    return of


def test_a_plain_report_and_a_plan_have_none(doubts: Callable[[str], tuple[str, ...]]) -> None:
    assert doubts("delivered-2022") == ()
    assert doubts("plan-2024") == ()


def test_a_hedge_is_one(doubts: Callable[[str], tuple[str, ...]]) -> None:
    assert doubts("revenue-2023-q2") == ("hedged",)


def test_a_computation_is_one_and_weighs_more_than_its_hedge(
    doubts: Callable[[str], tuple[str, ...]],
) -> None:
    assert doubts("raise-2024")[0] == "computed"
