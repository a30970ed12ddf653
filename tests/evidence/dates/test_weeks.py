"""Weeks of the year, timestamps and hours: what is a date, and what counts."""

from collections.abc import Callable

import pytest

from generator.evidence import find
from generator.model import Finding

WEEK = "2025-03-17/2025-03-23"


@pytest.mark.parametrize(
    ("lang", "text", "words", "edtf"),
    [
        ("de", "In KW 12/2025 war es so.", "KW 12/2025", WEEK),
        ("de", "In KW 12/25 war es so.", "KW 12/25", WEEK),
        ("de", "In der 12. Kalenderwoche 2025 war es so.", "12. Kalenderwoche 2025", WEEK),
        ("de", "In der Kalenderwoche 12 (2025) war es so.", "Kalenderwoche 12 (2025)", WEEK),
        ("de", "In KW 12 war es so.", "KW 12", None),
        ("de", "In KW 53/2025 war es so.", "KW 53/2025", None),
        ("nl", "In week 12 van 2025 was het zo.", "week 12 van 2025", WEEK),
        ("nl", "In de 12e week van 2025 was het zo.", "12e week van 2025", WEEK),
        ("en", "In week 12 of 2025 it was so.", "week 12 of 2025", WEEK),
        ("en", "In the 12th week of 2025 it was so.", "12th week of 2025", WEEK),
        ("en", "In 2025-W12 it was so.", "2025-W12", WEEK),
        ("en", "At 2019-09-01T10:38:07.190Z it was so.", "2019-09-01T10:38:07.190Z", "2019-09-01"),
        ("en", "At 0400 GMT it was so.", "0400 GMT", None),
        ("de", "Um 5.00 MEZ war es so.", "5.00 MEZ", None),
        ("en", "At 11 a.m. then it was so.", "11 a.m.", None),
        ("en", "On Sept. 20-24 it was so.", "Sept. 20-24", "XXXX-09-20/XXXX-09-24"),
    ],
)
def test_it_is_a_date(lang: str, text: str, words: str, edtf: str | None) -> None:
    assert [(one.text, one.kind, one.edtf) for one in find(text, lang, {})] == [
        (words, "date", edtf)
    ]


@pytest.mark.parametrize(
    ("lang", "text", "amount"),
    [
        ("nl", "Hij werkt 10 uur per dag.", ("10 uur", "10", "hour")),
        ("nl", "Het kwam in 24 uur.", ("24 uur", "24", "hour")),
        ("en", "It grew from 1000 to 2000 hires.", ("2000 hires", "2000", "hires")),
    ],
)
def test_it_counts(lang: str, text: str, amount: tuple[str, str, str]) -> None:
    one = find(text, lang, {})[-1]
    assert (one.text, f"{one.value:f}", one.unit) == amount


def test_a_week_states_its_seven_days(finding_of: Callable[..., Finding | None]) -> None:
    text = "In KW 12/2025 waren es 500 Autos."
    fields = {"value": 500, "unit": "vehicle"}
    assert finding_of(text, "de", text, period=WEEK, **fields) is None
    wrong = finding_of(text, "de", text, period="2025-03-24/2025-03-30", **fields)
    assert wrong is not None
    assert wrong.code == "period-mismatch"
