"""Every number of two seed articles, counted by hand: found where it stands, and nothing besides."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from generator.evidence import find
from generator.model import Unit

pytestmark = pytest.mark.only_for("xiaomi")

LANGUAGES = {"000": "de", "002": "nl"}

# article, start, text, kind, value, unit, hedge, where the hedge begins, EDTF
GOLD = [
    ("000", 42, "vierten Quartal", "date", None, None, "exact", None, "XXXX-36"),
    ("000", 98, "48,8 Prozent", "percent", "48.8", "%", "exact", None, None),
    ("000", 244, "Oktober bis Dezember", "date", None, None, "exact", None, "XXXX-10/XXXX-12"),
    ("000", 290, "109 Milliarden Yuan", "money", "109000000000", "CNY", "exact", None, None),
    ("000", 315, "15,09 Milliarden US-Dollar", "money", "15090000000", "USD", "about", 311, None),
    ("000", 412, "103,94 Milliarden Yuan", "money", "103940000000", "CNY", "exact", None, None),
    ("000", 530, "350.000 Einheiten", "count", "350000", "vehicle", "exact", None, None),
    ("000", 1053, "300.000 Autos", "count", "300000", "vehicle", "exact", None, None),
    ("000", 1850, "4,03 Prozent", "percent", "4.03", "%", "exact", None, None),
    ("000", 1905, "vervierfacht", "multiple", "4", "x", "exact", None, None),
    ("002", 6, "2021-10", "date", None, None, "exact", None, "2021-10"),
    ("002", 59, "eerste helft van 2024", "date", None, None, "exact", None, "2024-40"),
    ("002", 485, "half jaar", "duration", "0.5", "year", "about", 475, None),
    ("002", 621, "2023", "date", None, None, "exact", None, "2023/.."),
    ("002", 708, "10 miljard", "money", "10000000000", None, "exact", None, None),
    ("002", 784, "tien jaar", "duration", "10", "year", "exact", None, None),
    ("002", 795, "Eind augustus", "date", None, None, "exact", None, "XXXX-08"),
    ("002", 1098, "5,4%", "percent", "5.4", "%", "exact", None, None),
    ("002", 1161, "12 mei", "date", None, None, "exact", None, "XXXX-05-12"),
    ("002", 1527, "half jaar", "duration", "0.5", "year", "about", 1517, None),
    ("002", 1663, "2023", "date", None, None, "exact", None, "2023/.."),
    ("002", 1749, "10 miljard", "money", "10000000000", None, "exact", None, None),
    ("002", 1825, "tien jaar", "duration", "10", "year", "exact", None, None),
    ("002", 1836, "Eind augustus", "date", None, None, "exact", None, "XXXX-08"),
    ("002", 2137, "5,4%", "percent", "5.4", "%", "exact", None, None),
    ("002", 2200, "12 mei", "date", None, None, "exact", None, "XXXX-05-12"),
]  # fmt: skip
RISES = {("000", 98), ("000", 1850), ("000", 1905), ("002", 1098), ("002", 2137)}


@pytest.mark.parametrize(
    ("article", "start", "text", "kind", "value", "unit", "hedge", "hedge_start", "edtf"), GOLD
)
def test_a_number_is_found_where_it_stands(
    article: str,
    start: int,
    text: str,
    kind: str,
    value: str | None,
    unit: str | None,
    hedge: str,
    hedge_start: int | None,
    edtf: str | None,
    seed_texts: Mapping[str, str],
    units: Mapping[str, Unit],
) -> None:
    found = find(seed_texts[article], LANGUAGES[article], units)
    mention = next(one for one in found if one.start == start)
    assert (mention.text, mention.end) == (text, start + len(text))
    assert (mention.kind, mention.unit, mention.edtf) == (kind, unit, edtf)
    assert mention.value == (None if value is None else Decimal(value))
    assert (mention.hedge, mention.hedge_start) == (hedge, hedge_start)
    assert mention.direction == ("up" if (article, start) in RISES else None)


@pytest.mark.parametrize("article", sorted(LANGUAGES))
def test_nothing_is_found_that_is_no_number(
    article: str, seed_texts: Mapping[str, str], units: Mapping[str, Unit]
) -> None:
    found = {one.start for one in find(seed_texts[article], LANGUAGES[article], units)}
    assert found == {start for name, start, *_ in GOLD if name == article}


NAMES = {
    "001": ["Commander007"],
    "003": ["MiDashengLM-7B", "Qwen2.5-Omni-7B", "SU7", "YU7"],
    "004": [],
}
FIGURES = {
    "001": ["100-prozentige", "zehn Jahren", "zehn Milliarden Dollar", "2,35 Euro", "2,55 Euro",
            "2,50 Euro", "52-Wochen-Hoch", "3,885", "3€"],
    "003": ["9,00 US-Dollar", "6,65 Dollar", "7,70 Dollar", "6,58 Dollar", "30.000",
            "450.000 Fahrzeigen"],
    "004": ["30 Prozent", "100 Millionen HKD", "12,9 Millionen US-Dollar", "6,3 Prozent",
            "fünf Monaten", "2,6 Millionen", "21,4 Milliarden Stück"],
}  # fmt: skip
DATES = {
    "001": ["2021-03", "2024-40/.."],
    "003": ["XXXX-06", "XXXX-07", "XXXX-07", "XXXX-06", "XXXX-08-08", "XXXX-08-08"],
    "004": ["2025-11-25", "XXXX-07", "2022/..", "XXXX-06", "XXXX-06"],
}


@pytest.mark.parametrize("article", sorted(NAMES))
def test_the_other_articles_hold_these_numbers_and_no_more(
    article: str, seed_texts: Mapping[str, str], units: Mapping[str, Unit]
) -> None:
    found = find(seed_texts[article], "de", units)
    assert [one.text for one in found if one.kind == "name"] == NAMES[article]
    assert [one.text for one in found if one.value is not None] == FIGURES[article]
    assert [one.edtf for one in found if one.kind == "date"] == DATES[article]
