"""The value of a fact stands in its quotation, or the finding says how it is related."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.model import Finding

CARS: dict[str, Any] = {"value": 30, "unit": "vehicle"}

RULES: list[tuple[str, str, str | None, dict[str, Any], str]] = [
    # range
    ("de", "Es waren 2 bis 3 Millionen Autos.", None,
     {"min_value": "2e6", "max_value": "3e6", "unit": "vehicle"}, ""),
    ("de", "Es waren 2 bis 3 Millionen Autos.", None, {"value": "2e6", "unit": "vehicle"}, "range-mismatch"),
    ("de", "Es waren 2 bis 3 Millionen Autos.", None,
     {"min_value": "2e6", "max_value": "4e6", "unit": "vehicle"}, "range-mismatch"),
    ("en", "It costs 2 million euros.", None,
     {"min_value": "2e6", "max_value": "3e6", "unit": "EUR"}, "range-mismatch"),
    ("en", "Shares rose from 2.35 to 2.55 euros.", None, {"value": "2.35", "unit": "EUR"}, "period-unseen"),
    ("en", "Shares rose from 2.35 to 2.55 euros.", None,
     {"value": "2.35", "unit": "EUR", "period": "2025-03-17", "inferred": ["period"]}, ""),
    # the chain of what is not there
    ("en", "Revenue was 109 billion yuan.", None, {"value": "190e9", "unit": "CNY"}, "value-not-in-quote"),
    ("en", "Revenue was 109 billion yuan.", None, {"value": "109e6", "unit": "CNY"}, "scale-mismatch"),
    ("en", "Revenue was 109 billion yuan in 2024.", None, {"value": 2024, "unit": "CNY"}, "date-as-value"),
    ("en", "The SU7 has a range of 800 km.", None, {"value": 7, "unit": "km"}, "name-as-value"),
    ("en", "Revenue was 108.6 billion yuan.", None, {"value": "109e9", "unit": "CNY"}, "precision-mismatch"),
    ("en", "Revenue rose by 50 basis points.", None, {"value": "0.5", "unit": "%"}, "value-derived"),
    ("en", "Revenue rose by 50 basis points.", None,
     {"value": "0.5", "unit": "%", "inferred": ["value"]}, ""),
    # a loss may be meant below zero
    ("en", "The firm made a loss of $3 million.", None, {"value": "-3e6", "unit": "USD"}, "sign-unseen"),
    ("en", "The firm made a loss of $3 million.", None,
     {"value": "-3e6", "unit": "USD", "inferred": ["sign"]}, ""),
    ("en", "The firm made a profit of $3 million.", None, {"value": "-3e6", "unit": "USD"}, "sign-mismatch"),
    # a difference is computed
    ("en", "It sold 70 cars, after 40 cars in May.", None, CARS, "value-derived"),
    ("en", "The margin went from 18 percent to 23 percent.", None,
     {"value": 5, "unit": "pp", "kind": "change"}, "value-derived"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "sentence", "quote", "fields", "code"), RULES)
def test_the_value_is_the_figures_own(
    lang: str,
    sentence: str,
    quote: str | None,
    fields: dict[str, Any],
    code: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of(sentence, lang, quote or sentence, **fields)
    assert (finding.code if finding else "") == code, finding
