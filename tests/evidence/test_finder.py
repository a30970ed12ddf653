"""What is a number in a text and what none: signs, coins, names, addresses, scores, declared nouns.

Each row: a sentence and its mentions as `text | value or kind | unit`.
"""

import time
from decimal import Decimal

import pytest

from generator.evidence import find
from generator.evidence.annotate import annotate
from generator.model import Mention, Unit

UNITS = {
    unit: Unit(id=unit, label={}, words=words)
    for unit, words in {
        "way": {"de": ("Kilometer",), "nl": ("kilometer",), "en": ("mile",)},
        "turn": {"de": ("Mal",), "nl": ("keer",), "en": ("times",)},
        "pace": {"de": ("Stundenkilometer",), "nl": ("mph",), "en": ("mph",)},
        "kcal": {"de": ("kcal",), "nl": ("kcal",), "en": ("kcal",)},
        "citizen": {"de": ("Bürger",)},
        "staff": {"de": ("Mitarbeiter",)},
    }.items()
}

GERMAN = [
    # Declared nouns come before the words that the language has.
    ("Er lief 300 Kilometer mit 20 Stundenkilometern.",
     ["300 Kilometer|300|way", "20 Stundenkilometern|20|pace"]),
    ("Er fuhr 5 Mal mit 20 Kilometern pro Stunde.",
     ["5 Mal|5|turn", "20 Kilometern pro Stunde|20|pace"]),
    ("Der Riegel hat 500kcal.", ["500kcal|500|kcal"]),
    # Minus in words.
    ("Ein Minus, also minus fünf Prozent.", ["minus fünf Prozent|-5|%"]),
    ("Plus/minus 5 Prozent.", ["5 Prozent|5|%"]),
    ("10 minus 3.", ["10|10|", "3|3|"]),
    # Coins and sums in two parts.
    ("Das Brot kostet 50 Cent, in Zürich 80 Rappen, in Leeds 40 Pence.",
     ["50 Cent|50|cent", "80 Rappen|80|rappen", "40 Pence|40|penny"]),
    ("Das macht zwei Euro fünfzig.", ["zwei Euro fünfzig|2.50|EUR"]),
    ("Das macht zwei Euro und fünfzig Cent.", ["zwei Euro und fünfzig Cent|2.50|EUR"]),
    ("Für 5 Euro 50 Autos.", ["5 Euro|5|EUR", "50 Autos|50|Autos"]),
    ("Für 5 Euro 50 Prozent.", ["5 Euro|5|EUR", "50 Prozent|50|%"]),
    ("Für einen Euro verkauft.", ["einen Euro|1|EUR"]),
    ("Der Kurs je ein Euro, ein Euro-Schein, ein Pfund Mehl.", []),
    # Addresses.
    ("Siehe https://x.com/2024/05/01?q=30%25, mail an info24@firma7.de, @user99, #Top10.",
     ["https://x.com/2024/05/01?q=30%25|name", "info24@firma7.de|name", "@user99|name",
      "#Top10|name"]),
    ("Im März stieg er um 5% und 10 %.", ["März|date", "5%|5|%", "10 %|10|%"]),
    # Names with a blank.
    ("Model 3, iPhone 15, Formel 1, Boeing 737-800, Windows 11.",
     ["Model 3|name", "iPhone 15|name", "Formel 1|name", "Boeing 737-800|name", "Windows 11|name"]),
    ("Artikel 5, Platz 3, Nr. 4, Tempo 100, Liga 1, § 5, U21 und G7.",
     ["Artikel 5|name", "Platz 3|name", "Nr. 4|name", "Tempo 100|name", "Liga 1|name", "§ 5|name",
      "U21|name", "G7|name"]),
    ("Auf Platz 300 Autos, auf Tempo 5 Prozent.", ["300 Autos|300|Autos", "5 Prozent|5|%"]),
    ("Im Werk Berlin 300.", ["300|300|"]),
    ("Der S&P 500 stieg, der Euro Stoxx 50 verlor 1 %.",
     ["P 500|name", "Stoxx 50|name", "1 %|1|%"]),
    # Words of ranges and percentages.
    ("Zwischen den 31 und 34 Euro.", ["31|31|EUR", "34 Euro|34|EUR"]),
    ("5 Prozentpunkte, 3 %-Punkte, 3 bps.",
     ["5 Prozentpunkte|5|pp", "3 %-Punkte|3|pp", "3 bps|3|bp"]),
    ("Ein Dutzend Anwohner, ein halbes Dutzend Autos, anderthalb Dutzend Häuser.",
     ["Ein Dutzend Anwohner|12|Anwohner", "halbes Dutzend Autos|6|Autos",
      "anderthalb Dutzend Häuser|18|Häuser"]),
    # Feminine plurals.
    ("5.000 Bürgerinnen und Bürger, 300 Mitarbeiterinnen.",
     ["5.000 Bürgerinnen|5000|citizen", "300 Mitarbeiterinnen|300|staff"]),
    # Scores, versions, times, telephone numbers.
    ("Sie gewannen 3:2 um 14.30 Uhr.", ["3:2|name", "14.30 Uhr|date"]),
    ("Version 2.5.1, Tel. 030 123456, sonst +49 30 123456.",
     ["2.5.1|name", "030 123456|name", "49 30 123456|name"]),
]  # fmt: skip

DUTCH = [
    ("Hij won 5 keer en liep 20 kilometer.", ["5 keer|5|turn", "20 kilometer|20|way"]),
    ("Het is 3 keer zo veel, 20 kilometer per uur.", ["3 keer zo|3|x", "20 kilometer per uur|20|km-h"]),
    ("Het was min 7 graden, min vijf procent.", ["min 7 graden|-7|graden", "min vijf procent|-5|%"]),
    ("Reken op min. 5 euro, plus min 5 euro, plusminus 3%.",
     ["5 euro|5|EUR", "5 euro|5|EUR", "3%|3|%"]),
    ("Het bedrag is 5 euro 50.", ["5 euro 50|5.50|EUR"]),
    ("Het kost 5 euro 50 per stuk.", ["5 euro 50|5.50|EUR"]),
    ("Vijf euro vijftig of 3 euro en 50 cent.",
     ["Vijf euro vijftig|5.50|EUR", "3 euro en 50 cent|3.50|EUR"]),
    ("Hij kreeg 15 dollar en 15 auto's.", ["15 dollar|15|USD", "15 auto's|15|auto's"]),
    ("Dat kost 5 euro en 3 tientjes.", ["5 euro|5|EUR", "3 tientjes|3|tientje"]),
    ("Ik vond een cent, 30 eurocent en een kwartje.",
     ["een cent|1|cent", "30 eurocent|30|cent", "een kwartje|1|kwartje"]),
    ("Een koers per een dollar, een euro-biljet.", []),
    ("Bezoek www.test.nl/30%25 of nieuws.nl/artikel/2024/12.",
     ["www.test.nl/30%25|name", "nieuws.nl/artikel/2024/12|name"]),
    ("De Formule 1, artikel 5, plaats 3, de Mazda 300.",
     ["Formule 1|name", "artikel 5|name", "plaats 3|name", "Mazda 300|name"]),
    ("Ze verkocht van Mazda 300 auto's, van dit model 300 stuks.",
     ["300 auto's|300|auto's", "300 stuks|300|stuks"]),
    ("Tussen de 31 en 34 euro.", ["31|31|EUR", "34 euro|34|EUR"]),
    ("2 procentpunten, 30 %-punt, 3 pct.", ["2 procentpunten|2|pp", "30 %-punt|30|pp", "3 pct|3|%"]),
    ("Een dozijn eieren, een half dozijn ramen.",
     ["Een dozijn eieren|12|eieren", "half dozijn ramen|6|ramen"]),
    ("Zij wonnen met 3-1, daarna 4:0.", ["3-1|name", "4:0|name"]),
]  # fmt: skip

NO_UNIT = [
    ("nl", "Dat kan 2 miljard redden en 3 miljoen uitgeven; 40 blijven, 52 miljard extra.",
     ["2 miljard|2e9|", "3 miljoen|3e6|", "40|40|", "52 miljard|52e9|"]),
    ("nl", "Er komen 150.000 extra banen, 3 doden en 12 gewonden.",
     ["150.000|150000|banen", "3 doden|3|doden", "12 gewonden|12|gewonden"]),
    ("de", "Es gibt 150 extra Plätze und 20 rosa Autos.", ["150|150|Plätze", "20|20|Autos"]),
    ("en", "The 50 indicates, 12 suggests, that 9,000 business customers came.",
     ["50|50|", "12|12|", "9,000|9000|customers"]),
]  # fmt: skip
ENGLISH = [
    ("It went 200 mph for 300 miles, 5 times, on 500kcal.",
     ["200 mph|200|pace", "300 miles|300|way", "5 times|5|turn", "500kcal|500|kcal"]),
    ("It was minus 5 degrees, negative 3.2%, minus two percent.",
     ["minus 5 degrees|-5|degrees", "negative 3.2%|-3.2|%", "minus two percent|-2|%"]),
    ("It fell 5p to 410p on a 1080p screen.", ["5p|5|penny", "410p|410|penny", "1080p|name"]),
    ("Shares closed at one penny, then a dollar, a euro each.",
     ["one penny|1|penny", "a dollar|1|USD", "a euro|1|EUR"]),
    ("He got 30 cents on the dollar and 5 dollars a pound in a dollar store.",
     ["30 cents|30|cent", "5 dollars|5|USD"]),
    ("Thirteen dollars and forty-five cents, 3 dollars 50 cents, $10 and 30 cents.",
     ["Thirteen dollars and forty-five cents|13.45|USD", "3 dollars 50 cents|3.50|USD",
      "$10 and 30 cents|10.30|USD"]),
    ("-$10 and 30 cents.", ["-$10 and 30 cents|-10.30|USD"]),
    ("He paid 15 dollars 20 times, 3 euros and 50 people came.",
     ["15 dollars|15|USD", "20 times|20|turn", "3 euros|3|EUR", "50 people|50|people"]),
    ("He has 50 dollars 40 rmb.", ["50 dollars|50|USD", "40 rmb|40|CNY"]),
    ("10 $ 30 $", ["10 $|10|USD", "30 $|30|USD"]),
    ("1 $ 10 dollars", ["1 $|1|USD", "10 dollars|10|USD"]),
    ("1 $10 dollars", ["1|1|", "$10|10|USD"]),
    ("5$10", ["5$10|name"]),
    ("It pays A$1.25 billion and Rs 4,302 crore.",
     ["A$1.25 billion|1.25e9|AUD", "Rs 4,302 crore|43020e6|INR"]),
    ("Wheat rose 4-1/2 cents on 5 hectares.", ["4-1/2 cents|4.5|cent", "5 hectares|5|hectare"]),
    ("See (http://a.b/3%204).", ["http://a.b/3%204|name"]),
    ("The Galaxy S25, a Boeing 737, Route 66, Gate 12, Section 230, Chapter 11.",
     ["S25|name", "Boeing 737|name", "Route 66|name", "Gate 12|name", "Section 230|name",
      "Chapter 11|name"]),
    ("They sold Volkswagen 300 cars, paid Tesla 300 dollars.",
     ["300 cars|300|cars", "300 dollars|300|USD"]),
    ("Sales of Apple 12 and Samsung 15 percent.", ["12|12|", "15 percent|15|%"]),
    ("They met the Mazda 300. Sales 300. It Fell 300.", ["Mazda 300|name", "300|300|", "300|300|"]),
    ("Between the 31 and 34 euros.", ["31|31|EUR", "34 euros|34|EUR"]),
    ("Five percents, 5 pct, 30 bps.", ["Five percents|5|%", "5 pct|5|%", "30 bps|30|bp"]),
    ("Two dozen people, half a dozen cars.", ["Two dozen people|24|people", "half a dozen cars|6|cars"]),
    ("They voted 6-3 at 9.30am on a 4:1 split.", ["6-3|name", "9.30am|date", "4:1|name"]),
    ("It ate 3 ½ pies, then 3 ½", ["3 ½ pies|3.5|pies", "3 ½|3.5|"]),
]  # fmt: skip


def said(mention: Mention) -> tuple[str, ...]:
    if mention.value is None:
        return mention.text, mention.kind
    return mention.text, str(mention.value.normalize()), mention.unit or ""


def rows_of(rows: list[str]) -> list[tuple[str, ...]]:
    found = []
    for row in rows:
        text, number, *unit = row.split("|")
        found.append((text, str(Decimal(number).normalize()) if unit else number, *unit))
    return found


@pytest.mark.parametrize(("sentence", "rows"), GERMAN)
def test_german(sentence: str, rows: list[str]) -> None:
    assert [said(one) for one in find(sentence, "de", UNITS)] == rows_of(rows)


@pytest.mark.parametrize(("lang", "sentence", "rows"), NO_UNIT)
def test_a_verb_or_an_adjective_is_no_unit(lang: str, sentence: str, rows: list[str]) -> None:
    assert [said(one) for one in find(sentence, lang, UNITS)] == rows_of(rows)


@pytest.mark.parametrize(("sentence", "rows"), DUTCH)
def test_dutch(sentence: str, rows: list[str]) -> None:
    assert [said(one) for one in find(sentence, "nl", UNITS)] == rows_of(rows)


@pytest.mark.parametrize(("sentence", "rows"), ENGLISH)
def test_english(sentence: str, rows: list[str]) -> None:
    assert [said(one) for one in find(sentence, "en", UNITS)] == rows_of(rows)


@pytest.mark.parametrize(
    ("lang", "sentence", "bounds"),
    [
        ("en", "Sales rose 2% to 5%.", (None, None)),
        ("en", "Sales rose by 2% to 5%.", (None, None)),
        ("en", "Sales will rise 2% to 5%.", ("low", "high")),
        ("en", "A growth of 2% to 5%.", ("low", "high")),
        ("en", "Sales rose from 2% to 5%.", (None, None)),
        ("en", "They counted 6-3.", (None, None)),
        ("en", "They counted 3-6.", ("low", "high")),
        ("nl", "De winst steeg 2% tot 5%.", (None, None)),
        ("nl", "Een bedrag van 2% tot 5%.", ("low", "high")),
        ("de", "Der Wert stieg 2% auf 5%.", (None, None)),
        ("de", "Der Wert stieg um 2% bis 5%.", ("low", "high")),
        ("de", "Zwischen den 2 und 5 Euro.", ("low", "high")),
    ],
)
def test_two_numbers_are_a_range_or_none(
    lang: str, sentence: str, bounds: tuple[str | None, ...]
) -> None:
    assert tuple(one.bound for one in annotate(sentence, lang, ()).annotations) == bounds


@pytest.mark.parametrize(
    "scrap",
    ["https://", "www.1", "@1", "a@1.", "a.1@", "#1", "a%20", "a.de/1", "1:1:", "1-1-", "Boeing 7 ",
     "5 $ ", "5 euro 50 ", "min ", "§ 5 ", "een euro ", "5 euro en "],
)  # fmt: skip
def test_a_hostile_text_is_read_in_time(scrap: str) -> None:
    started = time.perf_counter()
    text = scrap * (20_000 // len(scrap))
    assert all(text[one.start : one.end] == one.text for one in find(text, "nl", {}))
    assert time.perf_counter() - started < 10
