"""True facts of news articles are proven; each with one thing changed is refused.

One digit, the scale, the unit, the sign, the hedge or one letter of the quotation: none may pass.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

import pytest

from generator.model import Finding


class Truth(NamedTuple):
    """A fact that a passage proves."""

    passage: str
    lang: str
    quote: str
    value: str
    unit: str | None
    kind: str = "level"
    hedge: str = "exact"
    status: str = "reported"
    attribution: str = "own"
    inferred: tuple[str, ...] = ()
    period: str | None = None


FACTS = [
    Truth("000", "de", "Umsatzanstieg von 48,8 Prozent verzeichnet", "48.8", "%", "change",
          inferred=("period",), period="2024-Q4"),
    Truth("000", "de", "erreichten die Einnahmen 109 Milliarden Yuan", "109e9", "CNY",
          inferred=("period",), period="2024-Q4"),
    Truth("000", "de", "109 Milliarden Yuan (ca. 15,09 Milliarden US-Dollar)", "15.09e9", "USD",
          hedge="about"),
    Truth("000", "de", "im Durchschnitt mit 103,94 Milliarden Yuan gerechnet hatten", "103.94e9",
          "CNY", status="consensus"),
    Truth("000", "de", "Lieferung von Elektrofahrzeugen auf 350.000 Einheiten erhöht", "350000",
          "vehicle", status="target"),
    Truth("000", "de", "dieses Jahr 300.000 Autos auszuliefern", "300000", "vehicle",
          status="target"),
    Truth("000", "de", "haussiert um 4,03 Prozent", "4.03", "%", "change"),
    Truth("000", "de", "Xiaomi-Aktien haben sich im letzten Jahr vervierfacht", "4", "x"),
    Truth("001", "de", "dass es eine 100-prozentige Tochtergesellschaft sein soll", "100", "%",
          status="planned"),
    Truth("001", "de", "in den nächsten zehn Jahren zehn Milliarden Dollar", "10", "year"),
    Truth("001", "de", "in den nächsten zehn Jahren zehn Milliarden Dollar", "10e9", "USD",
          status="planned"),
    Truth("001", "de", "an der Frankfurter Börse noch rund 2,35 Euro wert", "2.35", "EUR",
          hedge="about"),
    Truth("001", "de", "stieg sie am Dienstag zwischenzeitlich auf 2,55 Euro", "2.55", "EUR"),
    Truth("001", "de", "mit einem Wert von rund 2,50 Euro", "2.50", "EUR", hedge="about"),
    Truth("001", "de", "vom Anfang des Jahres bei 3,885 zumindest", "3.885", "EUR",
          inferred=("unit",), period="2025"),
    Truth("002", "nl", "Zowat een half jaar geleden kondigde", "0.5", "year", hedge="about"),
    Truth("002", "nl", "investeert naar eigen zeggen 10 miljard in een", "10e9", None,
          attribution="self-reported"),
    Truth("002", "nl", "verspreid over de komende tien jaar", "10", "year"),
    Truth("002", "nl", "steeg het aandeel Xiaomi met 5,4%", "5.4", "%", "change"),
    Truth("003", "de", "auf einem Höchststand an der Nasdaq von genau 9,00 US-Dollar", "9.00", "USD",
          inferred=("period",), period="2024-06"),
    Truth("003", "de", "bereits Mitte Juli bis auf 6,65 Dollar zurückgefallen", "6.65", "USD",
          period="2024-07"),
    Truth("003", "de", "Erholung bis auf 7,70 Dollar", "7.70", "USD"),
    Truth("003", "de", "bei nur noch 6,58 Dollar, der tiefste Stand", "6.58", "USD"),
    Truth("003", "de", "mit rund 30.000 Verkäufen seiner Elektroautos", "30000", "vehicle",
          hedge="about", inferred=("period",), period="2024-07"),
    Truth("003", "de", "Jahreskapazität soll bei 450.000 Fahrzeigen liegen", "450000", "vehicle",
          status="planned", attribution="hearsay", inferred=("attribution",)),
    Truth("004", "de", "hatte die Aktie über 30 Prozent verloren", "-30", "%", "change",
          hedge="over"),
    Truth("004", "de", "am Montagabend rund 100 Millionen HKD", "100e6", "HKD", hedge="about"),
    Truth("004", "de", "(umgerechnet etwa 12,9 Millionen US-Dollar)", "12.9e6", "USD",
          hedge="about"),
    Truth("004", "de", "zeitweise um 6,3 Prozent nach oben", "6.3", "%", "change"),
    Truth("004", "de", "mit 2,6 Millionen frisch gekauften Aktien", "2.6e6", "share"),
    Truth("004", "de", "zusätzlich zu den 21,4 Milliarden Stück", "21.4e9", "piece"),
]  # fmt: skip

UNITS = ("CNY", "USD", "EUR", "HKD", "%", "pp", "x", "vehicle", "share", "piece", "year")
HEDGES = ("exact", "about", "over", "at-least", "under", "at-most", "nearly", "just-over")


def fields_of(fact: Truth) -> dict[str, Any]:
    fields = fact._asdict()
    for key in ("passage", "lang"):
        del fields[key]
    return {key: value for key, value in fields.items() if value is not None}


def other_digits(value: str) -> Iterator[str]:
    """The value with each digit of its mantissa raised by one, in turn."""
    mantissa, mark, exponent = value.partition("e")
    for match in re.finditer(r"\d", mantissa):
        digit = str((int(match[0]) + 1) % 10)
        yield mantissa[: match.start()] + digit + mantissa[match.end() :] + mark + exponent


def mutants(fact: Truth) -> Iterator[tuple[str, dict[str, Any]]]:
    """The fact with one thing changed, and what that is."""
    fields = fields_of(fact)
    for value in other_digits(fact.value):
        yield f"value {value}", fields | {"value": value}
    for factor in ("10", "0.1", "1000", "0.001"):
        value = str(Decimal(fact.value) * Decimal(factor))
        yield f"scale {value}", fields | {"value": value}
    yield "sign", fields | {"value": str(-Decimal(fact.value))}
    for unit in UNITS:
        if unit != fact.unit:
            yield f"unit {unit}", {**fields, "unit": unit, "inferred": ()}
    for hedge in HEDGES:
        if hedge != fact.hedge:
            yield f"hedge {hedge}", fields | {"hedge": hedge}
    for at in range(0, len(fact.quote), 7):
        quote = f"{fact.quote[:at]}§{fact.quote[at + 1 :]}"
        yield f"letter {at}", fields | {"quote": quote}


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact.passage}-{fact.value}")
def test_a_true_fact_is_proven(
    fact: Truth, passages: Mapping[str, str], finding_of: Callable[..., Finding | None]
) -> None:
    assert finding_of(passages[fact.passage], fact.lang, **fields_of(fact)) is None


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact.passage}-{fact.value}")
def test_a_fact_with_one_thing_changed_is_refused(
    fact: Truth, passages: Mapping[str, str], finding_of: Callable[..., Finding | None]
) -> None:
    passed = [
        what
        for what, fields in mutants(fact)
        if finding_of(passages[fact.passage], fact.lang, **fields) is None
    ]
    assert passed == []
