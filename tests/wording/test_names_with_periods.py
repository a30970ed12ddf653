"""A name that says its period is told from one that does not, or that says another one."""

import pytest

from generator.model import Period
from generator.wording import LanguageWording
from generator.wording.names_with_periods import says_time


@pytest.mark.parametrize(
    ("name", "edtf", "says", "with_year"),
    [
        ("April", "2026-04", True, False),
        ("April 2026", "2026-04", True, True),
        ("April 2025", "2026-04", False, False),
        ("First quarter", "2026-Q1", True, False),
        ("Q1 2026", "2026-Q1", True, True),
        ("Q1 2025", "2026-Q1", False, False),
        ("Sales of the first half of 2024", "2024-H1", True, True),
        ("2024", "2024", True, True),
        ("Plan 2024-2026", "2024", False, False),
        ("1,2024 cars", "2024", False, False),
        ("What may come", "2026-05", False, False),
        ("End of August", "2026-08-31", True, False),
        ("End of August", "2026-08-30", False, False),
        ("7 August", "2025-08-07", True, False),
        ("17 August", "2025-08-07", False, False),
        ("2021–2031", "2021/2031", True, True),
        ("Since 2022", "2022/..", True, True),
        ("July 2025", "2025-07~", False, False),
        ("About July 2025", "2025-07~", True, True),
        ("Wait", "2026-04", False, False),
    ],
)
def test_what_a_name_says_of_its_period(
    wording: LanguageWording, name: str, edtf: str, says: bool, with_year: bool
) -> None:
    period = Period.parse(edtf)
    assert says_time(name, period, wording, with_year=False) is says
    assert says_time(name, period, wording, with_year=True) is with_year


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024", "in 2024"),
        ("2021-10", "in October 2021"),
        ("2025-08-07", "on 7 August 2025"),
        ("2026-Q1", "in Q1 2026"),
        ("2024-H1", "in the first half of 2024"),
        ("2021/2031", "from 2021 to 2031"),
        ("2022/..", "from 2022 on"),
        ("../2030", "until 2030"),
        ("2025-07~", "around July 2025"),
        ("2025-08-07~", "around 7 August 2025"),
        ("2025-08-07?", "on 7 August 2025 (uncertain)"),
        ("2025?", "in 2025 (uncertain)"),
    ],
)
def test_a_period_with_its_preposition(wording: LanguageWording, edtf: str, words: str) -> None:
    assert wording.at(Period.parse(edtf)) == words
