"""Every kind of chart prints the short name, and no period that a name says already."""

import json

import pytest

from generator.charts.describe import describe_entries
from generator.charts.kinds import KINDS
from generator.charts.setting import WIDE, Setting
from generator.wording import LanguageWording

DRAWN = [name for name in KINDS if name != "coverage"]


@pytest.mark.parametrize("kind", DRAWN)
def test_each_kind_takes_the_short_name_and_no_second_period(desk, kind) -> None:
    words = {"label": {"en": "Wait for a hip in April 2026"}, "short": {"en": "April 2026"}}
    desk.add("a", "7", "%", kind="change", period="2026-04", **words)
    desk.add("b", "9", "%", kind="change", period="2026-05", label={"en": "Second"})
    setting = Setting(wording=LanguageWording("en", {}), book=desk.book, sheet=WIDE)
    drawn = json.dumps(KINDS[kind].draw(list(desk.entries.values()), setting))
    said = drawn.replace("<br>", " ")
    assert "Wait for" not in said
    assert "April 2026, April" not in said
    assert "May 2026" in said, "the other name does not say its period"


def test_an_event_that_says_its_date_has_it_once(desk) -> None:
    entry = desk.add("a", period="2026-04", label={"en": "Opens in April 2026"})
    setting = Setting(wording=LanguageWording("en", {}), book=desk.book, sheet=WIDE)
    sketch = json.dumps(KINDS["timeline"].draw([entry], setting)[1]["annotations"])
    assert sketch.count("April 2026") == 1
    assert describe_entries("T", [entry], setting).text.count("April 2026") == 1


def test_the_table_below_a_chart_keeps_the_label_beside_the_period(desk) -> None:
    words = {"label": {"en": "Wait for a hip"}, "short": {"en": "April"}}
    entry = desk.add("a", "7", "%", period="2026-04", **words)
    setting = Setting(wording=LanguageWording("en", {}), book=desk.book, sheet=WIDE)
    described = describe_entries("T", [entry], setting)
    assert {"Wait for a hip", "April 2026"} <= set(described.rows[0].cells)
    assert "April: 7%" in described.text
