"""Who says it: in the quotation, and in the words outside that govern it."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.model import Finding

CARS: dict[str, Any] = {"value": 30, "unit": "vehicle"}

RULES: list[tuple[str, str, str | None, dict[str, Any], str]] = [
    # a speaker whom the quotation names
    ("de", "Laut Reuters waren es 30 Autos.", None, {"value": 30, "unit": "vehicle"}, "attribution-dropped"),
    ("de", "Laut Reuters waren es 30 Autos.", None,
     {"value": 30, "unit": "vehicle", "attribution": "attributed"}, ""),
    ("nl", "Naar verluidt waren het 30 auto's.", None, {"value": 30, "unit": "vehicle"},
     "attribution-dropped"),
    ("en", "According to Reuters it sold 30 cars.", None, {"value": 30, "unit": "vehicle"},
     "attribution-dropped"),
    # a speaker outside the quotation
    ("en", "The depot held 30 cars in May, up from 20 in April, the office said on Tuesday, as it warned of rain.",
     "The depot held 30 cars in May", CARS | {"period": "2024-05", "inferred": ["period"]}, "attribution-dropped"),
    ("en", "The depot held 30 cars in May, up from 20 in April, as it was in March, and the office was shut.",
     "The depot held 30 cars in May", CARS | {"period": "2024-05", "inferred": ["period"]}, ""),
    ("en", "By its own count the firm has 30 cars.", "the firm has 30 cars", CARS, "attribution-dropped"),
    ("nl", "Het bedrijf telt naar eigen zeggen 30 auto's.", "30 auto's", CARS, "quote-short"),
    ("nl", "Het bedrijf telt naar eigen zeggen al 30 auto's in de stad.", "30 auto's in de stad", CARS,
     "attribution-dropped"),
    ("en", "It has 30 cars in town, and its rival reportedly has 90.", "It has 30 cars in town", CARS, ""),
    ("en", "It has 30 cars in town, which the owner said was enough.", "It has 30 cars in town", CARS, ""),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "sentence", "quote", "fields", "code"), RULES)
def test_who_says_it_is_not_dropped(
    lang: str,
    sentence: str,
    quote: str | None,
    fields: dict[str, Any],
    code: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of(sentence, lang, quote or sentence, **fields)
    assert (finding.code if finding else "") == code, finding
