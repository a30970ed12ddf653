"""What stands around a figure and yet decides: changes and levels, losses, cents, speakers, plans."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.model import Finding

RATE = {"value": 5, "unit": "%"}
CARS = {"value": 30, "unit": "vehicle"}

RULES: list[tuple[str, str, str | None, dict[str, Any], str]] = [
    # a change is no level
    ("en", "The margin fell by 5 percent in May.", None, RATE, "change-not-level"),
    ("de", "Die Marge sank um 5 Prozent im Mai.", None, RATE, "change-not-level"),
    ("nl", "De marge daalde met 5 procent in mei.", None, RATE, "change-not-level"),
    ("en", "Sales rose 5 percent in May.", None, RATE, "change-not-level"),
    ("en", "It was a drop of 5 percent in May.", None, RATE, "change-not-level"),
    ("en", "Shares lost $2, or 5 percent, in May.", None, RATE, "change-not-level"),
    ("en", "Economists saw growth of 5 percent in May.", None, RATE, ""),
    ("en", "The margin was 5 percent in May.", None, RATE, ""),
    ("de", "Es waren 30 Autos weniger als im Mai.", None, CARS, "change-not-level"),
    ("de", "Es waren 30 Autos oder mehr im Mai.", None, CARS | {"hedge": "at-least"}, ""),
    # nor is a level a change
    ("de", "Die Marge sank auf durchschnittlich 5 Prozent.", None,
     {"value": -5, "unit": "%", "kind": "change"}, "level-not-change"),
    # a comparison with a figure is no hedge of it
    ("en", "It sold fewer than the 30 cars of May.", None, CARS, ""),
    ("en", "It sold fewer than 30 cars in May.", None, CARS, "hedge-dropped"),
    # words that make it uncertain, without saying how
    ("en", "It sold 30 cars, perhaps a few more.", None, CARS, "hedge-unknown"),
    ("en", "It sold 30 cars, perhaps a few more.", None, CARS | {"hedge": "exact"}, ""),
    # a loss may be meant below zero
    ("en", "The firm made a loss of $3 million.", None, {"value": "-3e6", "unit": "USD"}, "sign-unseen"),
    ("en", "The firm made a loss of $3 million.", None,
     {"value": "-3e6", "unit": "USD", "inferred": ["sign"]}, ""),
    ("en", "The firm made a profit of $3 million.", None, {"value": "-3e6", "unit": "USD"}, "sign-mismatch"),
    # a difference is computed
    ("en", "It sold 70 cars, after 40 cars in May.", None, CARS, "value-derived"),
    ("en", "The margin went from 18 percent to 23 percent.", None,
     {"value": 5, "unit": "pp", "kind": "change"}, "value-derived"),
    # parts of a currency
    ("en", "The shares closed at 410p on Monday.", None, {"value": "4.10", "unit": "GBP"}, ""),
    ("en", "The shares closed at 410p on Monday.", None, {"value": "410", "unit": "GBP"}, "scale-mismatch"),
    ("en", "A litre now costs 90 cents in town.", None, {"value": "0.90", "unit": "EUR"}, "unit-ambiguous"),
    ("en", "A litre costs 90 cents, up from 1 euro.", None, {"value": "0.90", "unit": "EUR"}, ""),
    # who says it, outside the quotation
    ("en", "By its own count the firm has 30 cars.", "the firm has 30 cars", CARS, "attribution-dropped"),
    ("nl", "Het bedrijf telt naar eigen zeggen 30 auto's.", "30 auto's", CARS, "quote-short"),
    ("nl", "Het bedrijf telt naar eigen zeggen al 30 auto's in de stad.", "30 auto's in de stad", CARS,
     "attribution-dropped"),
    ("en", "It has 30 cars in town, and its rival reportedly has 90.", "It has 30 cars in town", CARS, ""),
    ("en", "It has 30 cars in town, which the owner said was enough.", "It has 30 cars in town", CARS, ""),
    # a plan, outside the quotation or in it
    ("de", "Bis Mai will der Verein 30 Autos kaufen.", "der Verein 30 Autos kaufen", CARS, "status-dropped"),
    ("en", "The plant, which has 30 cars, will close.", None, CARS, ""),
    ("en", "The union is demanding 30 cars for its staff.", None, CARS, "status-unclear"),
    ("en", "The firm has shelved its plan for 30 cars.", None, CARS | {"status": "planned"}, "negated"),
    # the size of a period
    ("de", "Im ersten Halbjahr 2024 waren es 30 Autos.", None, CARS | {"period": "2024"}, "period-mismatch"),
    ("de", "Im Jahr 2024 waren es 30 Autos.", None, CARS | {"period": "2024-12"}, "period-mismatch"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "sentence", "quote", "fields", "code"), RULES)
def test_a_rule(
    lang: str,
    sentence: str,
    quote: str | None,
    fields: dict[str, Any],
    code: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of(sentence, lang, quote or sentence, **fields)
    assert (finding.code if finding else "") == code, finding
