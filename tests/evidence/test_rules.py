"""The rules of comparing, one sentence each: what passes, what is refused, what a person must judge."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.model import Finding

RULES: list[tuple[str, str, dict[str, Any], str]] = [
    # unit
    ("de", "Der Preis lag bei 5 Dollar.", {"value": 5, "unit": "USD"}, ""),
    ("de", "In Hongkong lag der Preis bei 5 Dollar.", {"value": 5, "unit": "USD"}, "unit-ambiguous"),
    ("de", "In Hongkong lag der Preis bei 5 Dollar.",
     {"value": 5, "unit": "USD", "inferred": ["unit"]}, ""),
    ("en", "The fine was ¥500 million.", {"value": "500e6", "unit": "CNY"}, "unit-ambiguous"),
    ("en", "The fine was ¥500 million.", {"value": "500e6", "unit": "EUR"}, "unit-mismatch"),
    ("de", "Es kamen 30.000 Besucher ins Werk.", {"value": 30000, "unit": "vehicle"}, "unit-mismatch"),
    ("de", "Es kamen 30.000 Besucher ins Werk.", {"value": 30000}, ""),
    ("de", "Es wurden 30.000 Elektroautos gebaut.", {"value": 30000, "unit": "vehicle"}, ""),
    ("de", "Es wurden 30.000 E-Autos gebaut.", {"value": 30000, "unit": "vehicle"}, ""),
    ("de", "Es wurden 30.000 Autos gebaut.", {"value": 30000}, "unit-mismatch"),
    ("de", "Die Marge stieg um 2 Prozentpunkte.", {"value": 2, "unit": "%", "kind": "change"},
     "unit-mismatch"),
    # range
    ("de", "Es waren 2 bis 3 Millionen Autos.",
     {"min_value": "2e6", "max_value": "3e6", "unit": "vehicle"}, ""),
    ("de", "Es waren 2 bis 3 Millionen Autos.", {"value": "2e6", "unit": "vehicle"}, "range-mismatch"),
    ("de", "Es waren 2 bis 3 Millionen Autos.",
     {"min_value": "2e6", "max_value": "4e6", "unit": "vehicle"}, "range-mismatch"),
    ("en", "It costs 2 million euros.",
     {"min_value": "2e6", "max_value": "3e6", "unit": "EUR"}, "range-mismatch"),
    ("en", "Shares rose from 2.35 to 2.55 euros.", {"value": "2.35", "unit": "EUR"}, ""),
    # sign
    ("en", "Sales changed by 5 percent.", {"value": 5, "unit": "%", "kind": "change"}, "sign-unseen"),
    ("en", "Sales changed by 5 percent.",
     {"value": 5, "unit": "%", "kind": "change", "inferred": ["sign"]}, ""),
    ("en", "Sales rose 5 percent after falling 3 percent.",
     {"value": 5, "unit": "%", "kind": "change"}, ""),
    ("en", "Sales rose 5 percent after falling 3 percent.",
     {"value": -3, "unit": "%", "kind": "change"}, ""),
    ("en", "Sales rose 5 percent after falling 3 percent.",
     {"value": 3, "unit": "%", "kind": "change"}, "sign-mismatch"),
    ("en", "A 9 percent rise followed the fall.", {"value": 9, "unit": "%", "kind": "change"}, ""),
    ("en", "The margin rose to 26 percent.", {"value": 26, "unit": "%", "kind": "change"},
     "level-not-change"),
    ("en", "The margin rose to 26 percent.", {"value": 26, "unit": "%"}, ""),
    ("de", "Die Aktie gab 2,3 Prozent nach.", {"value": "-2.3", "unit": "%", "kind": "change"}, ""),
    ("de", "Die Aktie legte 2,3 Prozent zu.", {"value": "2.3", "unit": "%", "kind": "change"}, ""),
    ("de", "Der Absatz brach um 12 Prozent ein.", {"value": 12, "unit": "%", "kind": "change"},
     "sign-mismatch"),
    ("nl", "De winst nam met 4 procent af.", {"value": -4, "unit": "%", "kind": "change"}, ""),
    ("nl", "De omzet liep 4 procent terug.", {"value": 4, "unit": "%", "kind": "change"},
     "sign-mismatch"),
    # hedge
    ("de", "Es waren schätzungsweise 30 Autos.", {"value": 30, "unit": "vehicle"}, "hedge-dropped"),
    ("de", "Es waren genau 30 Autos.", {"value": 30, "unit": "vehicle"}, ""),
    ("de", "Es waren nur noch 30 Autos.", {"value": 30, "unit": "vehicle", "hedge": "about"},
     "hedge-added"),
    ("de", "Es waren insgesamt mehr als 30 Autos.",
     {"value": 30, "unit": "vehicle", "hedge": "over"}, ""),
    ("de", "Es waren mutmaßend 30 Autos.", {"value": 30, "unit": "vehicle"}, "hedge-unknown"),
    ("de", "Es waren mutmaßend 30 Autos.", {"value": 30, "unit": "vehicle", "hedge": "exact"}, ""),
    ("de", "Der Bericht über 30 Autos erschien.", {"value": 30, "unit": "vehicle"}, "hedge-unknown"),
    ("en", "It sold 3,000 cars or more.", {"value": 3000, "unit": "vehicle"}, "hedge-dropped"),
    ("en", "It sold 3,000 cars or more.", {"value": 3000, "unit": "vehicle", "hedge": "at-least"}, ""),
    ("en", "It spent $10 billion over 10 years.", {"value": 10, "unit": "year", "hedge": "exact"}, ""),
    # who says so
    ("de", "Laut Reuters waren es 30 Autos.", {"value": 30, "unit": "vehicle"}, "attribution-dropped"),
    ("de", "Laut Reuters waren es 30 Autos.",
     {"value": 30, "unit": "vehicle", "attribution": "attributed"}, ""),
    ("nl", "Naar verluidt waren het 30 auto's.", {"value": 30, "unit": "vehicle"},
     "attribution-dropped"),
    ("en", "According to Reuters it sold 30 cars.", {"value": 30, "unit": "vehicle"},
     "attribution-dropped"),
    # whether it is so
    ("en", "The firm denied that it sold 30 cars.", {"value": 30, "unit": "vehicle"}, "negated"),
    ("de", "Es waren nicht weniger als 30 Autos.",
     {"value": 30, "unit": "vehicle", "hedge": "at-least"}, ""),
    ("de", "Der Konzern plant 30 Autos im Jahr.", {"value": 30, "unit": "vehicle"}, "status-dropped"),
    ("de", "Der Konzern plant 30 Autos im Jahr.",
     {"value": 30, "unit": "vehicle", "status": "planned"}, ""),
    ("de", "Es waren mehr als erwartet, 30 Autos.", {"value": 30, "unit": "vehicle"}, ""),
    # period
    ("de", "Im Jahr 2024 waren es 30 Autos.", {"value": 30, "unit": "vehicle", "period": "2024"}, ""),
    ("de", "Im Jahr 2024 waren es 30 Autos.",
     {"value": 30, "unit": "vehicle", "period": "2023"}, "period-mismatch"),
    ("de", "Im Jahr 2024 waren es 30 Autos.",
     {"value": 30, "unit": "vehicle", "period": "2024-Q4"}, "period-mismatch"),
    ("de", "Im vierten Quartal waren es 30 Autos.",
     {"value": 30, "unit": "vehicle", "period": "2024-Q4"}, "period-unseen"),
    ("de", "Im vierten Quartal waren es 30 Autos.",
     {"value": 30, "unit": "vehicle", "period": "2024-Q4", "inferred": ["period"]}, ""),
    ("de", "Im vierten Quartal waren es 30 Autos.",
     {"value": 30, "unit": "vehicle", "period": "2024-Q3", "inferred": ["period"]},
     "period-mismatch"),
    ("de", "Von Oktober bis Dezember 2024 waren es 30 Autos.",
     {"value": 30, "unit": "vehicle", "period": "2024-Q4"}, ""),
    ("de", "Gestern waren es 30 Autos.", {"value": 30, "unit": "vehicle"}, ""),
    ("de", "Gestern waren es 30 Autos.",
     {"value": 30, "unit": "vehicle", "period": "2025-03-17"}, "period-unseen"),
    ("de", "Mit 30 Autos war es der beste Tag seit Mai 2021.",
     {"value": 30, "unit": "vehicle", "period": "2025-03-17", "inferred": ["period"]}, ""),
    ("en", "Since 2022 it has sold 30 cars.", {"value": 30, "unit": "vehicle", "period": "2022/.."}, ""),
    ("en", "Since 2022 it has sold 30 cars.",
     {"value": 30, "unit": "vehicle", "period": "2022"}, "period-mismatch"),
    ("en", "On March 3, 2025 it sold 30 cars.",
     {"value": 30, "unit": "vehicle", "period": "2025-03-03"}, ""),
    # the chain of what is not there
    ("en", "Revenue was 109 billion yuan.", {"value": "190e9", "unit": "CNY"}, "value-not-in-quote"),
    ("en", "Revenue was 109 billion yuan.", {"value": "109e6", "unit": "CNY"}, "scale-mismatch"),
    ("en", "Revenue was 109 billion yuan in 2024.", {"value": 2024, "unit": "CNY"}, "date-as-value"),
    ("en", "The SU7 has a range of 800 km.", {"value": 7, "unit": "km"}, "name-as-value"),
    ("en", "Revenue was 108.6 billion yuan.", {"value": "109e9", "unit": "CNY"}, "precision-mismatch"),
    ("en", "Revenue rose by 50 basis points.", {"value": "0.5", "unit": "%"}, "value-derived"),
    ("en", "Revenue rose by 50 basis points.",
     {"value": "0.5", "unit": "%", "inferred": ["value"]}, ""),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "sentence", "fields", "code"), RULES)
def test_a_rule(
    lang: str,
    sentence: str,
    fields: dict[str, Any],
    code: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of(sentence, lang, sentence, **fields)
    assert (finding.code if finding else "") == code, finding


CUT: list[tuple[str, str, str, dict[str, Any], str]] = [
    ("de", "Es waren rund 30 Autos im Mai.", "30 Autos im Mai", {"value": 30, "unit": "vehicle"},
     "hedge-cut"),
    ("de", "Es waren rund 30 Autos im Mai.", "30 Autos im Mai",
     {"value": 30, "unit": "vehicle", "hedge": "about"}, "hedge-cut"),
    ("de", "Der Umsatz lag bei 5 Millionen Euro.", "Umsatz lag bei 5 Millionen",
     {"value": "5e6", "unit": "EUR"}, "unit-absent"),
    ("de", "Der Umsatz fiel im Jahr um 5 Prozent.", "im Jahr um 5 Prozent",
     {"value": -5, "unit": "%", "kind": "change"}, "sign-unseen"),
    ("en", "It is not true that 30 cars were sold.", "that 30 cars were sold",
     {"value": 30, "unit": "vehicle"}, "negated"),
    ("en", "The margin was -3.2% in May.", "3.2% in May alone", {"value": "3.2", "unit": "%"},
     "quote-missing"),
    ("en", "The margin was -3.2% in May.", "3.2% in May.", {"value": "3.2", "unit": "%"},
     "quote-cut"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "quote", "fields", "code"), CUT)
def test_a_quotation_cut_short_hides_nothing(
    lang: str,
    text: str,
    quote: str,
    fields: dict[str, Any],
    code: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of(text, lang, quote, **fields)
    assert (finding.code if finding else "") == code, finding
