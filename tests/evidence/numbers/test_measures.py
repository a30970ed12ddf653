"""Measures and scales that are written onto the digits, and names that several things share.

Each row: a sentence and its mentions as `text | value | unit`.
"""

from decimal import Decimal

import pytest

from generator.evidence import find
from generator.evidence.annotate import annotate
from generator.model import Unit

GLUED = [
    ("en", "A 500ml bottle, 20g of sugar, 2.5mm thick, 40km away, 30Mbps, 45g.",
     ["500ml|500|ml", "20g|20|g", "2.5mm|2.5|mm", "40km|40|km", "30Mbps|30|Mbps", "45g|45|g"]),
    ("en", "A rise of 7pc, then 1.38pc.", ["7pc|7|%", "1.38pc|1.38|%"]),
    ("en", "A 90m high tower, 1.8m tall, the 37m (121ft) ship, 9m wide.",
     ["90m|90|m", "1.8m|1.8|m", "37m|37|m", "121ft|121|foot", "9m|9|m"]),
    ("en", "He won the 100m, then the 200m final.", ["100m|100|m", "200m|200|m"]),
    ("en", "It made $5m, 5m euros, £1.2t and $300mm.",
     ["$5m|5e6|USD", "5m euros|5e6|EUR", "£1.2t|1.2e12|GBP", "$300mm|300e6|USD"]),
    ("en", "It carried 100t of steel and 5m people.", ["100t|100|t", "5m people|5e6|people"]),
    ("en", "An area of 32m2, or 32 m², 5 sq ft, 20C outside.",
     ["32m2|32|m2", "32 m²|32|m2", "5 sq ft|5|foot2", "20C|20|°C"]),
    ("de", "500ml, 20g, 2,5mm, 40km, 32m2, 1,8m groß, 100t, 5 t, 45 kWh.",
     ["500ml|500|ml", "20g|20|g", "2,5mm|2.5|mm", "40km|40|km", "32m2|32|m2", "1,8m|1.8|m",
      "100t|100|t", "5 t|5|t", "45 kWh|45|kWh"]),
    ("nl", "500ml, 20g, 40km, 32m2, 1,8m lang, 100t staal, 3 vierkante meter.",
     ["500ml|500|ml", "20g|20|g", "40km|40|km", "32m2|32|m2", "1,8m|1.8|m", "100t|100|t",
      "3 vierkante meter|3|m2"]),
]  # fmt: skip
SCALES = [
    ("de", "500 TEUR, TEUR 500, 5 T€, 3 MEUR, 5 Tsd. Euro, 5 Md. Euro, 5 Mill. Euro, 5 Mia. Fr.",
     ["500 TEUR|500e3|EUR", "TEUR 500|500e3|EUR", "5 T€|5e3|EUR", "3 MEUR|3e6|EUR",
      "5 Tsd. Euro|5e3|EUR", "5 Md. Euro|5e9|EUR", "5 Mill. Euro|5e6|EUR", "5 Mia. Fr.|5e9|CHF"]),
    ("de", "Umsatz in Mio. Euro 320, dann 5 Mio. Euro 3.",
     ["Mio. Euro 320|320e6|EUR", "5 Mio. Euro|5e6|EUR", "3|3|"]),
    ("en", "Figures in €m 320, 320 €m, MAUD 60, 75 USD million.",
     ["€m 320|320e6|EUR", "320 €m|320e6|EUR", "MAUD 60|60e6|AUD", "75 USD million|75e6|USD"]),
    ("en", "It weighs 5×10⁶ kg, or 5·10^6 kg, 2.5×10-3 kg; 10⁶ is a name.",
     ["5×10⁶ kg|5e6|kg", "5·10^6 kg|5e6|kg", "2.5×10-3 kg|2.5e-3|kg", "10⁶|name"]),
    ("en", "Growth of minus-0.3 percent, of $-50.8bn, of minus 5 yards.",
     ["minus-0.3 percent|-0.3|%", "$-50.8bn|-50.8e9|USD", "minus 5 yards|-5|yard"]),
]  # fmt: skip
SEVERAL = [
    ("en", "The parcel weighs 5 pounds.", ("lb", ())),
    ("en", "He ate 5 pounds of beef.", ("lb", ())),
    ("en", "The ticket costs 5 pounds.", ("GBP", ())),
    ("en", "It made 5 million pounds.", ("GBP", ())),
    ("en", "From 208 pounds to the lowest.", ("GBP", ("GBP", "lb"))),
    ("en", "It has 275 pound-feet of torque.", ("lb-ft", ())),
    ("de", "Das Paket wiegt 5 Pfund.", ("lb", ())),
    ("de", "Er kaufte dort 5 Pfund Mehl.", ("lb", ())),
    ("de", "Das kostet 5 Pfund.", ("GBP", ())),
    ("nl", "Het weegt 2,0 pond.", ("lb", ())),
    ("nl", "Het kost 5 pond.", ("GBP", ())),
    ("nl", "Het gaat om 22 miljard frank.", ("CHF", ("CHF", "BEF", "FRF"))),
    ("de", "Es geht um 22 Milliarden Franken.", ("CHF", ())),
    ("en", "Labour lost 5 points in the poll.", ("pp", ())),
    ("de", "Die Partei verlor in der Umfrage 3 Punkte.", ("pp", ())),
    ("nl", "Ze verloor 3 punten in de peiling.", ("pp", ())),
    ("en", "The index lost 5 points.", ("points", ())),
]


def said(text: str, lang: str, units: dict[str, Unit] | None = None) -> list[tuple[str, ...]]:
    return [
        (one.text, one.kind)
        if one.value is None
        else (one.text, str(one.value.normalize()), one.unit or "")
        for one in find(text, lang, units or {})
    ]


@pytest.mark.parametrize(("lang", "text", "rows"), [*GLUED, *SCALES])
def test_digits_and_letters_are_read_as_one_amount(lang: str, text: str, rows: list[str]) -> None:
    wanted = []
    for row in rows:
        words, value, *unit = row.split("|")
        wanted.append((words, str(Decimal(value).normalize()), *unit) if unit else (words, value))
    assert said(text, lang) == wanted


@pytest.mark.parametrize(("lang", "text", "unit"), SEVERAL)
def test_the_words_around_settle_what_a_unit_means(
    lang: str, text: str, unit: tuple[str, tuple[str, ...]]
) -> None:
    (annotation,) = annotate(text, lang, ()).annotations
    assert (annotation.mention.unit, annotation.choices) == unit


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("It rose to 5m in the end.", "length"),
        ("Sales rose to 5m in the end.", None),
        ("It rose to $5m in the end.", None),
    ],
)
def test_metres_or_millions_is_for_a_person_where_nothing_says_which(
    text: str, reading: str | None
) -> None:
    (annotation,) = annotate(text, "en", ()).annotations
    assert (annotation.unclear.reading if annotation.unclear else None) == reading


def test_a_symbol_is_the_unit_that_declares_its_name() -> None:
    units = {"way": Unit(id="way", label={}, words={"de": ("Kilometer",)})}
    assert said("Er lief 40km und 3 Kilometer.", "de", units) == [
        ("40km", "4E+1", "way"),
        ("3 Kilometer", "3", "way"),
    ]


@pytest.mark.parametrize(
    ("noun", "unit"), [("dinar", "money"), ("pound", "money"), ("euro", "EUR")]
)
def test_a_briefing_may_say_which_money_a_shared_name_is(noun: str, unit: str) -> None:
    units = {"money": Unit(id="money", label={}, words={"en": (noun,)})}
    assert said(f"It cost 5 {noun}s.", "en", units) == [(f"5 {noun}s", "5", unit)]
