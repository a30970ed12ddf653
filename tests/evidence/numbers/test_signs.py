"""A sign or word beside a number that nothing reads is a review, never the end of the number.

Each row: language, sentence, the fact's fields, and the code of the finding; empty where it is proven.
"""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from generator.evidence import find
from generator.evidence.annotate import annotate
from generator.model import Finding

MILLIONS = {"value": "320e6", "unit": "USD"}
NOTES = [
    ("en", "Revenue was $320* million.", MILLIONS, ""),
    ("en", "Revenue was $320† million.", MILLIONS, ""),
    ("en", "Revenue was $320[1] million.", MILLIONS, ""),
    ("en", "Revenue was $320(1) million.", MILLIONS, ""),
    ("en", "Revenue was $320* million.", {**MILLIONS, "value": "320"}, "scale-mismatch"),
    ("en", "Revenue was $320(1) million.", {**MILLIONS, "value": "320"}, "scale-mismatch"),
    ("en", "Revenue was $320 (restated) million.", {**MILLIONS, "value": "320"}, "value-unclear"),
    ("de", "Umsatz: 320 [1] Mio. Euro.", {"value": "320e6", "unit": "EUR"}, ""),
    ("de", "Umsatz: 320¹ Mio. Euro.", {"value": "320e6", "unit": "EUR"}, ""),
    ("de", "Die Quote lag bei 3,5¹ Prozent.", {"value": "3.5", "unit": "%"}, ""),
    ("nl", "De omzet was 4,5² miljoen euro.", {"value": "4.5e6", "unit": "EUR"}, ""),
]
LEADING = [
    ("en", "Revenue was .5 million euros.", {"value": "0.5e6", "unit": "EUR"}, ""),
    ("en", "Revenue was $.5 million.", {"value": "0.5e6", "unit": "USD"}, ""),
    ("en", "Revenue was .5 million euros.", {"value": "5e6", "unit": "EUR"}, "scale-mismatch"),
    ("nl", "De rente steeg tot ,77 procent.", {"value": "0.77", "unit": "%"}, ""),
    ("nl", "De rente steeg tot ,77 procent.", {"value": "77", "unit": "%"}, "scale-mismatch"),
    ("de", "Es kamen ,5 Millionen Euro.", {"value": "0.5e6", "unit": "EUR"}, ""),
    ("de", "Es waren O,5 Millionen Euro.", {"value": "5e6", "unit": "EUR"}, "value-unclear"),
]
BROKEN = [
    ("de", "Er lag bei 12,\n5 Millionen Euro.", {"value": "5e6", "unit": "EUR"}, "value-unclear"),
    ("de", "Er lag bei 12, 5 Millionen Euro.", {"value": "5e6", "unit": "EUR"}, "value-unclear"),
    ("en", "Revenue was 12. 5 million euros.", {"value": "5e6", "unit": "EUR"}, "value-unclear"),
    ("en", "Revenue was 1, 250 euros in all.", {"value": "250", "unit": "EUR"}, "value-unclear"),
    ("nl", "De omzet was 12 ,5 miljoen euro.", {"value": "0.5e6", "unit": "EUR"}, "value-unclear"),
    ("en", "Revenue was 3·2 million euros.", {"value": "2e6", "unit": "EUR"}, "value-unclear"),
    ("de", "Er lag bei 12，5 Millionen Euro.", {"value": "5e6", "unit": "EUR"}, "value-unclear"),
    ("de", "Er lag bei 12‚5 Millionen Euro.", {"value": "5e6", "unit": "EUR"}, "value-unclear"),
    ("de", "Er lag bei 12٬500 Euro im Jahr.", {"value": "500", "unit": "EUR"}, "value-unclear"),
    ("en", "They sold 12?500 cars in May.", {"value": "500", "unit": "vehicle"}, "value-unclear"),
    ("en", "They sold 5~6 cars in May.", {"value": "6", "unit": "vehicle"}, "value-unclear"),
    ("de", "Das Ergebnis war 12,5- Euro.", {"value": "12.5", "unit": "EUR"}, "value-unclear"),
    ("en", "The result was (3.2) million.", {"value": "3.2"}, "value-unclear"),
    ("en", "A loss of $(12) million came.", {"value": "12"}, "value-unclear"),
]
GROUPS = [
    ("en", "The ticket costs €1.500 in total.", {"value": "1.5", "unit": "EUR"}, "value-unclear"),
    ("en", "The firm has 12.500 cars in all.", {"value": "12.5", "unit": "vehicle"}, "value-unclear"),
    ("de", "Das Ticket kostet 1,500 Euro.", {"value": "1.5", "unit": "EUR"}, "value-unclear"),
    ("nl", "Het kaartje kost 1,500 euro.", {"value": "1.5", "unit": "EUR"}, "value-unclear"),
    ("de", "Gebote von 2,345,678 Millionen Dollar.", {"value": "2345678e6", "unit": "USD"}, "value-unclear"),
    ("en", "The bond yields 3.885 percent now.", {"value": "3.885", "unit": "%"}, ""),
    ("en", "Revenue was €1.125 billion in all.", {"value": "1.125e9", "unit": "EUR"}, ""),
    ("de", "Sie fiel von 2,35 Euro auf 3,885 Euro.", {"value": "3.885", "unit": "EUR"}, ""),
    ("en", "The ticket costs €1,500 in total.", {"value": "1500", "unit": "EUR"}, ""),
]  # fmt: skip
HONEST = [
    ("de", "Es sind 20- bis 30-jährige Kunden, 20,- Euro.", {"value": "20", "unit": "EUR"}, ""),
    ("en", "It has 5- and 6-door cars, 30 cars in all.", {"value": "30", "unit": "vehicle"}, ""),
    ("de", "Es waren 10, 20 und 30 Prozent.", {"value": "20"}, ""),
    ("en", "They sold 5,000* cars in March.", {"value": "5000", "unit": "vehicle"}, ""),
    ("en", "They sold (5) cars and 6 cars.", {"value": "6", "unit": "vehicle"}, ""),
]


@pytest.mark.parametrize(
    ("lang", "text", "fields", "code"), [*NOTES, *LEADING, *BROKEN, *GROUPS, *HONEST]
)
def test_a_number_ends_at_no_sign_in_silence(
    lang: str,
    text: str,
    fields: Mapping[str, Any],
    code: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of(text, lang, text.rstrip("."), **fields)
    assert (finding.code if finding else "") == code, finding


def test_a_reason_for_the_value_answers_the_review(
    finding_of: Callable[..., Finding | None],
) -> None:
    text = "The ticket costs €1.500 in total."
    fields = {"value": "1.5", "unit": "EUR"}
    assert finding_of(text, "en", text, inferred=["value"], **fields) is None


def test_the_review_says_what_stands_there(finding_of: Callable[..., Finding | None]) -> None:
    text = "Revenue was 3·2 million euros."
    finding = finding_of(text, "en", text, value="2e6", unit="EUR")
    assert finding is not None
    assert '"3·" stands at 2 million euros, which is not read' in finding.message
    assert "inferred: {value" in finding.hint


KNOWN = [
    ("en", "A$5m, AU$5m, $A5m, $AU5m", "AUD"),
    ("en", "C$5m, CA$5m, Can$5m, $C5m, CAD$5m, CAD $5m, 5m CAD, $5m CAD, $5 million (CAD)", "CAD"),
    ("en", "NZ$5m, $NZ5m", "NZD"),
    ("en", "HK$5m, $HK5m, HK $5m", "HKD"),
    ("en", "S$5m, SG$5m, S $5m", "SGD"),
    ("en", "NT$5m", "TWD"),
    ("en", "R$5m", "BRL"),
    ("en", "RM5m, RM 5m", "MYR"),
    ("en", "$US5m, US$5m, US $5m, U.S.$5m", "USD"),
    ("de", "MX$ 5 Mio., Mex$ 5 Mio., MXN$ 5 Mio.", "MXN"),
    ("de", "US-$ 5 Mio., 5 Mio. US-$", "USD"),
    ("nl", "E£ 5 miljoen", "EGP"),
    ("en", "₪5m, 5m ₪", "ILS"),
]
UNKNOWN = [
    ("en", "The firm earned QQ$5 million."),
    ("en", "The firm earned X£5 million."),
    ("en", "The firm earned 5 QQ$ in all."),
    ("de", "Die Firma nahm QQ$ 5 Mio. ein."),
    ("nl", "De firma verdiende QQ$ 5 miljoen."),
    ("en", "The firm earned ₿5 million."),
]


@pytest.mark.parametrize(("lang", "text", "unit"), KNOWN)
def test_letters_beside_a_sign_say_which_money_it_is(lang: str, text: str, unit: str) -> None:
    amounts = [text] if "(" in text and "," not in text else text.split(", ")
    for amount in amounts:
        units = [one.unit for one in find(f"Sie sagten: {amount}.", lang, {})]
        assert units == [unit], amount


@pytest.mark.parametrize(("lang", "text"), UNKNOWN)
@pytest.mark.parametrize("unit", ["USD", "GBP", None])
def test_letters_that_are_no_currency_are_a_review(
    lang: str, text: str, unit: str | None, finding_of: Callable[..., Finding | None]
) -> None:
    value = "5" if "QQ$ in" in text else "5e6"
    finding = finding_of(text, lang, text, value=value, unit=unit)
    assert finding is not None
    assert finding.code == "unit-ambiguous"
    reason = {"inferred": ["unit"]}
    assert finding_of(text, lang, text, value=value, unit=unit, **reason) is None


def test_an_article_before_a_sign_is_no_country() -> None:
    assert [one.unit for one in find("A $5 million deal.", "en", {})] == ["USD"]


def test_a_letter_apart_from_a_sign_leaves_open_which_money_it_is() -> None:
    (annotation,) = annotate("It cost C $5 in all.", "en", ()).annotations
    assert annotation.choices == ("CAD", "USD")
