"""Fractions and ratios: a part of a whole is a figure, and no count of its two numbers.

Each row: language, sentence, and what is read as `text | value | unit | hedge`.
"""

from collections.abc import Callable
from decimal import Decimal

import pytest

from generator.evidence import find
from generator.model import Finding

FRACTIONS = [
    ("en", "A third of the staff left.", ["A third|33.3333|%"]),
    ("en", "Nearly two-thirds of them, a quarter of adults.",
     ["two-thirds|66.6667|%|nearly", "a quarter|25|%"]),
    ("en", "It rose by a third, and one-fifth fewer came.", ["a third|33.3333|%", "one-fifth|20|%"]),
    ("en", "More than half of the voters, half a million people, half an hour.",
     ["half|50|%|over", "half a million people|500000|people", "half an hour|0.5|hour"]),
    ("en", "½ teaspoon, ½ hour, 1⁄4 of it, 2/3 of the votes.",
     ["½|0.5", "½ hour|0.5|hour", "1⁄4|25|%", "2/3|66.6667|%"]),
    ("en", "Two and three quarter hours passed.", ["Two and three quarter hours|2.75|hour"]),
    ("en", "A quarter of a million people.", ["quarter of a million people|250000|people"]),
    ("de", "Ein Drittel der Kunden, zwei Drittel, knapp die Hälfte der Kunden.",
     ["Ein Drittel|33.3333|%", "zwei Drittel|66.6667|%", "die Hälfte|50|%|nearly"]),
    ("de", "Die Fahrt dauert ½ Stunde, dann 1⁄2 Stunde.",
     ["½ Stunde|0.5|hour", "1⁄2 Stunde|0.5|hour"]),
    ("de", "Ein Viertel Prozent, drei Viertel aller Kunden.",
     ["Ein Viertel Prozent|0.25|%", "drei Viertel|75|%"]),
    ("nl", "Een derde van de kiezers, twee derde, ruim de helft van de kiezers.",
     ["Een derde|33.3333|%", "twee derde|66.6667|%", "de helft|50|%|just-over"]),
    ("nl", "Een kwart miljoen mensen, een kwart van de mensen.",
     ["kwart miljoen mensen|250000|mensen", "een kwart|25|%"]),
]  # fmt: skip
RATIOS = [
    ("en", "Three in four say so, and nine out of 10 cats.",
     ["Three in four|75|%", "nine out of 10|90|%"]),
    ("en", "One in three voters, one person in five is old.",
     ["One in three|33.3333|%", "one person in five|20|%"]),
    ("de", "Nur sechs von zehn Reisenden, 9 von 10 Deutschen.",
     ["sechs von zehn|60|%", "9 von 10|90|%"]),
    ("nl", "Negen van de tien auto's, drie op de vier, één op de vijf.",
     ["Negen van de tien|90|%", "drie op de vier|75|%", "één op de vijf|20|%"]),
    ("nl", "Drie vacatures op de vier blijven open.", ["Drie vacatures op de vier|75|%"]),
]  # fmt: skip
NONE = [
    ("en", "A third party, a third time, a third-party tool, a third year."),
    ("en", "In the second half of the match, the first half, half past five, half-hearted."),
    ("en", "Profit fell in a quarter."),
    ("de", "In der zweiten Hälfte, ein Viertel nach drei, im ersten Drittel."),
    ("nl", "Een derde partij, een derde keer, in de tweede helft."),
]
COUNTS = [
    ("en", "Nine of the 10 victims, 3 in 10 minutes.", ["Nine|9|victims", "10 victims|10|victims", "3|3", "10 minutes|10|minute"]),
    ("de", "Er stieg um 5 von 10 auf 15 Euro.", ["5|5", "10|10|EUR", "15 Euro|15|EUR"]),
    ("de", "Nur 2 von 3 Millionen Euro.", ["2|2", "3 Millionen Euro|3000000|EUR"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "rows"), [*FRACTIONS, *RATIOS, *COUNTS, *((*one, []) for one in NONE)]
)
def test_a_part_of_a_whole_is_one_figure(lang: str, text: str, rows: list[str]) -> None:
    read = []
    for one in find(text, lang, {}):
        if one.value is not None:
            hedge = "" if one.hedge == "exact" else one.hedge
            said = f"{one.text}|{Decimal(one.value):f}|{one.unit or ''}|{hedge}"
            read.append(said.rstrip("|"))
    assert read == rows


@pytest.mark.parametrize(
    ("text", "lang", "quote"),
    [
        ("Nur sechs von zehn Reisenden versichern sich.", "de", "sechs von zehn Reisenden"),
        ("Negen van de tien auto's rijden elektrisch.", "nl", "Negen van de tien auto's"),
        ("Nine in 10 cars are electric by now.", "en", "Nine in 10 cars are electric"),
    ],
)
@pytest.mark.parametrize("value", [6, 9, 10])
def test_no_number_of_a_ratio_is_a_count(
    text: str, lang: str, quote: str, value: int, finding_of: Callable[..., Finding | None]
) -> None:
    finding = finding_of(text, lang, quote, value=value)
    assert finding is not None
    assert finding.severity == "error"


@pytest.mark.parametrize(
    ("text", "value", "is_proven"),
    [
        ("Nur sechs von zehn Reisenden versichern sich.", "60", True),
        ("Nur sechs von zehn Reisenden versichern sich.", "0.6", False),
        ("Ein Drittel der Reisenden versichert sich.", "33", True),
        ("Ein Drittel der Reisenden versichert sich.", "33.33", True),
        ("Ein Drittel der Reisenden versichert sich.", "33.4", False),
        ("Ein Zwölftel der Reisenden versichert sich.", "8", False),
        ("Ein Zwölftel der Reisenden versichert sich.", "8.3", True),
    ],
)
def test_a_share_states_its_percentage(
    text: str, value: str, is_proven: bool, finding_of: Callable[..., Finding | None]
) -> None:
    finding = finding_of(text, "de", text, value=value, unit="%")
    assert (finding is None) == is_proven, finding
