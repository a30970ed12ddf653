"""`The year before` counts from the sentence's time, else from that of the sentence before it."""

from collections.abc import Callable

import pytest

from generator.model import Finding

CASES = [
    ("en", "It had 20 cars in 2023, from 30 cars the year before.", "2022", "2023"),
    ("en", "It had 20 cars in 2023. That was fewer than in the year before, when it had 30 cars.",
     "2022", "2023"),
    ("en", "It had 20 cars in 2023. A year earlier it had 30 cars.", "2022", "2024"),
    ("en", "It had 20 cars in March 2023. A month earlier it had 30 cars.", "2023-02", "2025-02"),
    ("en", "It had 20 cars in the second quarter of 2023. The quarter before it had 30 cars.",
     "2023-Q1", "2024-Q4"),
    ("de", "Es waren 20 Autos im Jahr 2023. Im Jahr davor waren es 30 Autos.", "2022", "2024"),
    ("de", "Es waren 20 Autos im Jahr 2023. Im Vorjahr waren es 30 Autos.", "2022", "2023"),
    ("de", "Es waren 20 Autos im März 2023. Im Vormonat waren es 30 Autos.", "2023-02", "2025-02"),
    ("de", "Es waren 20 Autos im zweiten Quartal 2023. Im Vorquartal waren es 30 Autos.",
     "2023-Q1", "2024-Q4"),
    ("nl", "Het waren 20 auto's in 2023. Het jaar ervoor waren het 30 auto's.", "2022", "2024"),
    ("nl", "Het waren 20 auto's in maart 2023. Een maand eerder waren het 30 auto's.",
     "2023-02", "2025-02"),
    ("nl", "Het waren 20 auto's in 2023, tegen 30 auto's het jaar ervoor.", "2022", "2023"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "right", "wrong"), CASES)
def test_it_is_one_time_alone(
    finding_of: Callable[..., Finding | None], lang: str, text: str, right: str, wrong: str
) -> None:
    for period, code in ((right, None), (wrong, "period-mismatch")):
        found = finding_of(text, lang, text, value=30, unit="vehicle", period=period)
        assert (found.code if found else None) == code, period


def test_a_paragraph_begins_anew(finding_of: Callable[..., Finding | None]) -> None:
    text, quote = (
        "It had 20 cars in 2019.\nA year earlier it had 30 cars.",
        "A year earlier it had 30 cars",
    )
    for period, code in (("2024", None), ("2018", "period-mismatch")):
        found = finding_of(text, "en", quote, value=30, unit="vehicle", period=period)
        assert (found.code if found else None) == code, period


def test_what_was_before_has_no_hedge(finding_of: Callable[..., Finding | None]) -> None:
    text = "It lent 20 cars in 2023, from 30 cars the year before."
    assert finding_of(text, "en", text, value=30, unit="vehicle", period="2022") is None
