"""Time that is told from the day of an article, as periods."""

import pytest

from generator.evidence.dates.moments import (
    nearest_year,
    resolve,
    step,
    stretch,
    weekday,
    without_year,
)
from generator.model import Period

DAY = Period.parse("2025-06-15")
MONTH = Period.parse("2025-06")


@pytest.mark.parametrize(
    ("meaning", "published", "periods"),
    [
        ("year -1", DAY, ["2024"]),
        ("year 0", MONTH, ["2025"]),
        ("year -1 or trailing", DAY, ["2024", "2024-06/2025-06"]),
        ("quarter -1", DAY, ["2025-33"]),
        ("month 1", DAY, ["2025-07"]),
        ("week -1", DAY, ["2025-06-02/2025-06-08"]),
        ("day -1", DAY, ["2025-06-14"]),
        ("day -1", MONTH, []),
        ("before year", DAY, ["2024", "2023"]),
        ("to date", DAY, ["2025-01/2025-06"]),
        ("trailing 12", DAY, ["2024-06/2025-06"]),
        ("now", DAY, ["2025-06-15"]),
        ("year -1", None, []),
    ],
)
def test_a_phrase_means_periods_before_or_after_the_article(
    meaning: str, published: Period | None, periods: list[str]
) -> None:
    assert resolve(meaning, published) == periods


@pytest.mark.parametrize(
    ("spoken_of", "first"),
    [("2024", "2023"), ("2024-36", "2023-36"), ("2024-03", "2023-03"), ("2024-02-29", "2023-02")],
)
def test_the_year_before_is_that_of_the_time_that_the_text_speaks_of(
    spoken_of: str, first: str
) -> None:
    assert resolve("before year", DAY, Period.parse(spoken_of))[0] == first


def test_a_weekday_is_the_last_one_or_the_next() -> None:
    assert weekday(4, DAY) == ["2025-06-13", "2025-06-20"]
    assert weekday(6, DAY)[0] == "2025-06-15"
    assert weekday(0, Period.parse("2025")) == []


def test_years_are_counted_back_and_ahead() -> None:
    assert step("decade", -1, DAY) == ["2015"]
    assert stretch("year", 10, Period.parse("2021-10"), is_ahead=True) == ["2021-10/2031-10"]
    assert stretch("day", 3, DAY, is_ahead=True) == ["2025-06-15/2025-06-18"]
    assert stretch("hour", 24, DAY, is_ahead=False) == ["2025-06-14/2025-06-15"]


def test_a_date_without_a_year_is_of_the_last_one_or_the_next() -> None:
    assert nearest_year("XXXX-07", DAY, is_ahead=False) == 2024
    assert nearest_year("XXXX-05", DAY, is_ahead=False) == 2025
    assert nearest_year("XXXX-05", DAY, is_ahead=True) == 2026


@pytest.mark.parametrize(
    ("edtf", "published", "reported", "planned", "awaited"),
    [
        ("XXXX-10", "2025-10-20", "2025-10", "2025-10", "2025-10"),
        ("XXXX-09", "2025-10-20", "2025-09", "2026-09", "2026-09 2025-09"),
        ("XXXX-05", "2025-10-20", "2025-05", "2026-05", "2026-05"),
        ("XXXX-12", "2025-10-20", "2024-12", "2025-12", "2025-12"),
        ("XXXX-11", "2025-10-20", "", "2025-11", "2025-11"),
        ("XXXX-10-20", "2025-10-20", "2025-10-20", "2025-10-20", "2025-10-20"),
        ("XXXX-10-19", "2025-10-20", "2025-10-19", "2026-10-19", "2026-10-19"),
        ("XXXX-35", "2025-10-20", "2025-35", "2026-35", "2026-35 2025-35"),
        ("XXXX-36", "2025-10-20", "2025-36", "2025-36", "2025-36"),
        ("XXXX-40", "2025-02-10", "2025-40", "2025-40", "2025-40"),
        ("XXXX-41", "2025-02-10", "2024-41", "2025-41", "2025-41 2024-41"),
        ("XXXX-10-03/XXXX-10-05", "2025-10-20", "2025-10-03/2025-10-05",
         "2026-10-03/2026-10-05", "2026-10-03/2026-10-05 2025-10-03/2025-10-05"),
        ("XXXX-XX-XX", "2025-10-20", "", "", ""),
        ("XXXX-10", "2025-10", "", "", ""),
        ("XXXX-10", "2025", "", "", ""),
    ],
)  # fmt: skip
def test_a_date_without_a_year_is_the_last_such_or_the_next(
    edtf: str, published: str, reported: str, planned: str, awaited: str
) -> None:
    day = Period.parse(published)
    found = [
        " ".join(without_year(edtf, day, is_ahead=is_ahead, is_awaited=is_awaited))
        for is_ahead, is_awaited in ((False, False), (True, False), (True, True))
    ]
    assert found == [reported, planned, awaited]
