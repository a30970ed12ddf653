"""A change is no level, a level is no change, and a change goes the way that the words say."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.model import Finding

RATE: dict[str, Any] = {"value": 5, "unit": "%"}
CARS: dict[str, Any] = {"value": 30, "unit": "vehicle"}

RULES: list[tuple[str, str, str | None, dict[str, Any], str]] = [
    # sign
    ("en", "Sales changed by 5 percent.", None, {"value": 5, "unit": "%", "kind": "change"}, "sign-unseen"),
    ("en", "Sales changed by 5 percent.", None,
     {"value": 5, "unit": "%", "kind": "change", "inferred": ["sign"]}, ""),
    ("en", "Sales rose 5 percent after falling 3 percent.", None,
     {"value": 5, "unit": "%", "kind": "change"}, ""),
    ("en", "Sales rose 5 percent after falling 3 percent.", None,
     {"value": -3, "unit": "%", "kind": "change"}, ""),
    ("en", "Sales rose 5 percent after falling 3 percent.", None,
     {"value": 3, "unit": "%", "kind": "change"}, "sign-mismatch"),
    ("en", "A 9 percent rise followed the fall.", None, {"value": 9, "unit": "%", "kind": "change"}, ""),
    ("en", "The margin rose to 26 percent.", None, {"value": 26, "unit": "%", "kind": "change"},
     "level-not-change"),
    ("en", "The margin rose to 26 percent.", None, {"value": 26, "unit": "%"}, ""),
    ("de", "Die Aktie gab 2,3 Prozent nach.", None, {"value": "-2.3", "unit": "%", "kind": "change"}, ""),
    ("de", "Die Aktie legte 2,3 Prozent zu.", None, {"value": "2.3", "unit": "%", "kind": "change"}, ""),
    ("de", "Der Absatz brach um 12 Prozent ein.", None, {"value": 12, "unit": "%", "kind": "change"},
     "sign-mismatch"),
    ("nl", "De winst nam met 4 procent af.", None, {"value": -4, "unit": "%", "kind": "change"}, ""),
    ("nl", "De omzet liep 4 procent terug.", None, {"value": 4, "unit": "%", "kind": "change"},
     "sign-mismatch"),
    # a change is no level
    ("en", "The margin fell by 5 percent in May.", None, RATE, "change-not-level"),
    ("de", "Die Marge sank um 5 Prozent im Mai.", None, RATE, "change-not-level"),
    ("nl", "De marge daalde met 5 procent in mei.", None, RATE, "change-not-level"),
    ("en", "Sales rose 5 percent in May.", None, RATE, "change-not-level"),
    ("en", "It was a drop of 5 percent in May.", None, RATE, "change-not-level"),
    ("en", "Shares lost $2, or 5 percent, in May.", None, RATE, "change-not-level"),
    ("en", "Economists saw growth of 5 percent in March.", None, RATE, ""),
    ("en", "The margin was 5 percent in March.", None, RATE, ""),
    ("de", "Es waren 30 Autos weniger als im Mai.", None, CARS, "change-not-level"),
    ("de", "Es waren 30 Autos oder mehr im März.", None, CARS | {"hedge": "at-least"}, ""),
    ("en", "Trams made up nearly a fifth of all rides.", None,
     {"value": 20, "unit": "%", "hedge": "nearly"}, ""),
    ("en", "Trams made up 20 percent of all rides.", None,
     {"value": 20, "unit": "%", "kind": "change"}, "level-not-change"),
    ("en", "Trams accounted for 20 percent of all rides.", None, {"value": 20, "unit": "%"}, ""),
    ("de", "Bahnen machten 20 Prozent der Fahrten aus.", None, {"value": 20, "unit": "%"}, ""),
    # a level is no change
    ("de", "Die Marge sank auf durchschnittlich 5 Prozent.", None,
     {"value": -5, "unit": "%", "kind": "change"}, "level-not-change"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "sentence", "quote", "fields", "code"), RULES)
def test_a_change_goes_the_way_that_the_words_say(
    lang: str,
    sentence: str,
    quote: str | None,
    fields: dict[str, Any],
    code: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of(sentence, lang, quote or sentence, **fields)
    assert (finding.code if finding else "") == code, finding
