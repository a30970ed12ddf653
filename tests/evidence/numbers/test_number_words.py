"""Number words by their grammar: what is one number, and what are neighbours.

Comes in: sentences. Goes out: every figure as `text | value | unit`, with ` ?` where its words
leave open what they say, so that the proof asks a person. The spellings of the round trip are those
of benchmarks/number_words.py, which measures many more.
"""

import random
import runpy
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.annotate import Annotation, annotate
from generator.model import Finding

SCRIPT: dict[str, Any] = runpy.run_path(
    str(Path(__file__).parents[3] / "benchmarks/number_words.py")
)
PEOPLE = (("person", ("people", "Menschen", "mensen", "cars")),)

ENGLISH = [
    # Thousands and hundreds add up; nothing is multiplied twice.
    ("Two thousand five hundred people came.", ["Two thousand five hundred people|2500|person"]),
    ("There are twenty-eight thousand six hundred forty-two people.",
     ["twenty-eight thousand six hundred forty-two people|28642|person"]),
    ("They paid two thousand and two hundred dollars.",
     ["two thousand and two hundred dollars|2200|USD"]),
    ("It cost one hundred thirty one dollars, thirty seven percent and twenty one percent.",
     ["one hundred thirty one dollars|131|USD", "thirty seven percent|37|%",
      "twenty one percent|21|%"]),
    ("Fifteen hundred people and twenty-five hundred cars.",
     ["Fifteen hundred people|1500|person", "twenty-five hundred cars|2500|person"]),
    ("A hundred and one people, a thousand and one people.",
     ["A hundred and one people|101|person", "a thousand and one people|1001|person"]),
    ("A two-hundred-and-fifty-page book on five-hundred-thousand people.",
     ["two-hundred-and-fifty-page|250|", "five-hundred-thousand people|500000|person"]),
    ("A thousand million dollars, two thousand million dollars, one million million dollars.",
     ["A thousand million dollars|1e9|USD", "two thousand million dollars|2e9|USD",
      "one million million dollars|1e12|USD"]),
    # Parts of one.
    ("One and a half million people waited one-and-a-half hours.",
     ["One and a half million people|1500000|person", "one-and-a-half hours|1.5|hour"]),
    ("Two and a half percent, two and three quarters million dollars, a million and a half people.",
     ["Two and a half percent|2.5|%", "two and three quarters million dollars|2750000|USD",
      "a million and a half people|1500000|person"]),
    ("One point three dollars, two point two five percent, three point five million people.",
     ["One point three dollars|1.3|USD", "two point two five percent|2.25|%",
      "three point five million people|3500000|person"]),
    ("Two point twenty-five percent, zero point zero five percent.",
     ["Two point twenty-five percent|2.25|%", "zero point zero five percent|0.05|%"]),
    ("One thousand two hundred point five dollars, one point 5 percent, a point five miles away.",
     ["One thousand two hundred point five dollars|1200.5|USD", "one point 5 percent|1.5|%",
      "five miles|5|mile|?"]),
    ("Half a million people, a quarter of a million people, three quarters of a million dollars.",
     ["Half a million people|500000|person", "quarter of a million people|250000|person",
      "three quarters of a million dollars|750000|USD"]),
    ("Rates rose a quarter of a percentage point, half a percent, three-quarters of a percent.",
     ["quarter of a percentage point|0.25|pp", "half a percent|0.5|%",
      "three-quarters of a percent|0.75|%"]),
    ("In the first half a million cars were sold, in the second quarter a million people came.",
     ["a million cars|1e6|person", "second quarter|date", "a million people|1e6|person"]),
    ("A half-million dollars, three fifths of a million dollars, two fifth-year people.",
     ["half-million dollars|500000|USD", "three fifths of a million dollars|600000|USD"]),
    ("Two dozen people, half a dozen cars, three dozens of people, a dozen and a half cars.",
     ["Two dozen people|24|person", "half a dozen cars|6|person", "three dozens|36|person",
      "a dozen and a half cars|18|person"]),
    # Digits and words.
    ("They had 2 million 500 thousand people, $2 million five hundred thousand and 3 million 200.",
     ["2 million 500 thousand people|2500000|person",
      "$2 million five hundred thousand|2500000|USD", "3 million|3e6||?", "200|200||?"]),
    ("He got $50 million two years ago and $3 million 15 years ago.",
     ["$50 million|50e6|USD", "two years|2|year", "$3 million|3e6|USD", "15 years|15|year"]),
    ("They have 2 million, 500 people more; 5 lakh 20 thousand people.",
     ["2 million|2e6|", "500 people|500|person", "5 lakh 20 thousand people|520000|person"]),
    # Neighbours.
    ("Two, three and four people; one in three people; two and two people.",
     ["four people|4|person", "one in three|33.3333|%", "two people|2|person"]),
    ("Between two hundred and three hundred thousand people.",
     ["two hundred|200|person", "three hundred thousand people|300000|person"]),
    ("Between one hundred and fifty people. Between one and one and a half million people.",
     ["one hundred|100|person", "fifty people|50|person",
      "one and a half million people|1500000|person"]),
    ("Between one hundred and five and two hundred people.",
     ["one hundred and five|105|person", "two hundred people|200|person"]),
    ("Two-three people, one hundred-two hundred people, twenty-thirty people.",
     ["Two|2|person", "three people|3|person", "one hundred|100|person",
      "two hundred people|200|person", "twenty|20|person", "thirty people|30|person"]),
    ("Sales of three million, two million more than planned.",
     ["three million|3e6|", "two million|2e6|"]),
    ("Two ten-euro notes.", ["Two|2|notes", "ten-euro|10|EUR"]),
    ("Two hundred and one third graders.", []),
    # In doubt.
    ("One million two million people.", ["One million|1e6|person|?", "two million people|2e6|person|?"]),
    ("Fifteen hundred thousand people.", ["Fifteen hundred|1500|person|?"]),
    ("Several hundred and fifty people.", ["fifty people|50|person|?"]),
    ("It rose point five percent.", ["five percent|5|%|?"]),
    ("At one point three people left, at one point three dollars a foot.",
     ["one point three people|1.3|person|?", "one point three dollars|1.3|USD"]),
    ("He won a million and two cars.", ["a million and two cars|1000002|person|?"]),
    ("Of the two thousand, fifty left. Of the ten thousand, five hundred left.",
     ["two thousand, fifty|2050||?", "ten thousand, five hundred|10500||?"]),
    ("$1.2 million two hundred thousand.",
     ["$1.2 million|1200000|USD|?", "two hundred thousand|200000||?"]),
    ("Of the 3 million 200,000 people came.", ["3 million 200,000 people|3200000|person|?"]),
    ("Three million, two hundred thousand and fifty thousand people.",
     ["Three million, two hundred thousand|3200000||?", "fifty thousand people|50000|person"]),
    ("Twenty two-year plans, one hundred twenty-year-old cars.",
     ["Twenty|20|plans|?", "two-year|2|year|?", "one hundred|100|person|?", "twenty-year-old|20|year|?"]),
]  # fmt: skip

GERMAN = [
    ("Zwei Millionen fünfhunderttausend Euro und 2 Mio. 500 Tsd. Euro.",
     ["Zwei Millionen fünfhunderttausend Euro|2500000|EUR", "2 Mio. 500 Tsd. Euro|2500000|EUR"]),
    ("Hundert fünfzig Menschen, hundertundeins Menschen, Tausendundeine Nacht.",
     ["Hundert fünfzig Menschen|150|person", "hundertundeins Menschen|101|person",
      "Tausendundeine Nacht|1001|Nacht"]),
    ("Eintausendneunhundert Menschen, achtzehnhundert Menschen, hundert tausend Menschen.",
     ["Eintausendneunhundert Menschen|1900|person", "achtzehnhundert Menschen|1800|person",
      "hundert tausend Menschen|100000|person"]),
    ("Zwei hundert vier und dreißig tausend Menschen, fuenfunddreissigtausend Menschen.",
     ["Zwei hundert vier und dreißig tausend Menschen|234000|person",
      "fuenfunddreissigtausend Menschen|35000|person"]),
    ("Fünfunddreissig Menschen, zweitausend Milliarden Euro, eine Milliarde eine Million Euro.",
     ["Fünfunddreissig Menschen|35|person", "zweitausend Milliarden Euro|2e12|EUR",
      "eine Milliarde eine Million Euro|1001000000|EUR"]),
    ("Anderthalb Millionen, dreieinhalb Milliarden, zweieinhalbtausend, zweieinviertel Millionen.",
     ["Anderthalb Millionen|1500000|", "dreieinhalb Milliarden|3.5e9|",
      "zweieinhalbtausend|2500|", "zweieinviertel Millionen|2250000|"]),
    ("Eine und eine halbe Million, zwei einhalb Millionen, zwei dreiviertel Stunden.",
     ["Eine und eine halbe Million|1500000|", "zwei einhalb Millionen|2500000|",
      "zwei dreiviertel Stunden|2.75|hour"]),
    ("Zwei Komma fünf Prozent, ein Komma fünf Millionen, drei Komma null fünf Prozent.",
     ["Zwei Komma fünf Prozent|2.5|%", "ein Komma fünf Millionen|1500000|",
      "drei Komma null fünf Prozent|3.05|%"]),
    ("Eine dreiviertel Million, ein einhalb Prozent, 3 Komma 5 Prozent, zwölfhundert Komma fünf Euro.",
     ["dreiviertel Million|750000|", "ein einhalb Prozent|1.5|%", "3 Komma 5 Prozent|3.5|%",
      "zwölfhundert Komma fünf Euro|1200.5|EUR"]),
    ("Eine Viertelmillion, eine Dreiviertelmillion, drei viertel Millionen, ein Viertel einer Million.",
     ["Eine Viertelmillion|250000|", "eine Dreiviertelmillion|750000|",
      "drei viertel Millionen|750000|", "Viertel einer Million|250000|"]),
    ("Zwei Zehntel Prozent, eine halbe Million, ein halbes Dutzend Menschen.",
     ["Zwei Zehntel Prozent|0.2|%", "halbe Million|500000|", "halbes Dutzend Menschen|6|person"]),
    ("1 Million 200.000 Menschen, zwei Millionen 500.000 Euro.",
     ["1 Million 200.000 Menschen|1200000|person", "zwei Millionen 500.000 Euro|2500000|EUR"]),
    ("Zwei bis dreitausend Menschen, zwischen hundert und zweihundert Menschen.",
     ["Zwei|2000|person", "dreitausend Menschen|3000|person", "hundert|100|person",
      "zweihundert Menschen|200|person"]),
    ("Er zahlte zweitausend Euro fünfzig.", ["zweitausend Euro fünfzig|2000.50|EUR"]),
    ("Ein einfacher Weg, Jahrhundert, Hunderte, eine Drei-Viertel-Mehrheit, drei Viertel der Menschen.",
     ["drei Viertel|75|%"]),
    # In doubt.
    ("Um drei und zwanzig Prozent.", ["zwanzig Prozent|20|%|?"]),
    ("Mehrere tausend fünfhundert Menschen.", ["fünfhundert Menschen|500|person|?"]),
    ("Eine Million zwei Millionen Menschen.",
     ["Eine Million|1e6|person|?", "zwei Millionen Menschen|2e6|person|?"]),
    ("Er gewann eine Million und zwei Autos.", ["eine Million und zwei Autos|1000002|Autos|?"]),
]  # fmt: skip

DUTCH = [
    ("Een miljoen honderdduizend mensen, een miljoen duizend euro.",
     ["Een miljoen honderdduizend mensen|1100000|person", "een miljoen duizend euro|1001000|EUR"]),
    ("Tweeduizend vijfhonderd mensen, vijftienhonderd mensen, tweeentwintigduizend mensen.",
     ["Tweeduizend vijfhonderd mensen|2500|person", "vijftienhonderd mensen|1500|person",
      "tweeentwintigduizend mensen|22000|person"]),
    ("Honderdeneen mensen, duizend en een mensen, honderd-en-twee mensen.",
     ["Honderdeneen mensen|101|person", "duizend en een mensen|1001|person",
      "honderd-en-twee mensen|102|person"]),
    ("Anderhalf miljoen, drieënhalf miljoen, tweeëneenhalf miljoen, drie en een half miljoen.",
     ["Anderhalf miljoen|1500000|", "drieënhalf miljoen|3500000|",
      "tweeëneenhalf miljoen|2500000|", "drie en een half miljoen|3500000|"]),
    ("Een kwart miljoen, driekwart miljoen, drie kwart miljoen, een kwart van een miljoen.",
     ["kwart miljoen|250000|", "driekwart miljoen|750000|", "drie kwart miljoen|750000|",
      "kwart van een miljoen|250000|"]),
    ("Twee komma vijf procent, een komma vijf miljoen, drie tiende procent, een half miljoen.",
     ["Twee komma vijf procent|2.5|%", "een komma vijf miljoen|1500000|",
      "drie tiende procent|0.3|%", "half miljoen|500000|"]),
    ("Een miljoen en een half, honderd en een half procent, één miljoen één euro.",
     ["Een miljoen en een half|1500000|", "honderd en een half procent|100.5|%",
      "één miljoen één euro|1000001|EUR"]),
    ("Twee miljoen 500.000 euro, 2 miljoen 500 duizend euro, twee dozijn mensen.",
     ["Twee miljoen 500.000 euro|2500000|EUR", "2 miljoen 500 duizend euro|2500000|EUR",
      "twee dozijn mensen|24|person"]),
    ("Tussen twee en drie miljoen mensen, twee-drieduizend mensen.",
     ["twee|2e6|person", "drie miljoen mensen|3e6|person", "twee|2000|person",
      "drieduizend mensen|3000|person"]),
    ("Eén op de drie mensen, half een, een honderdtal, enkele honderden.",
     ["Eén op de drie|33.3333|%"]),
    # In doubt.
    ("Drie en twintig mensen.", ["twintig mensen|20|person|?"]),
    ("Twee miljoen een mensen.", ["Twee miljoen een mensen|2000001|person|?"]),
    ("Een miljoen twee miljoen mensen.",
     ["Een miljoen|1e6|person|?", "twee miljoen mensen|2e6|person|?"]),
]  # fmt: skip


def said(one: Annotation) -> tuple[str, ...]:
    if one.mention.value is None:
        return one.mention.text, one.mention.kind
    value = str(one.mention.value.normalize())
    return one.mention.text, value, one.mention.unit or "", *(["?"] if one.figure.doubt else [])


def row_of(row: str) -> tuple[str, ...]:
    text, number, *rest = row.split("|")
    return (text, str(Decimal(number).normalize()), *rest) if rest else (text, number)


@pytest.mark.parametrize(
    ("lang", "sentence", "rows"),
    [
        (lang, *case)
        for lang, cases in (("en", ENGLISH), ("de", GERMAN), ("nl", DUTCH))
        for case in cases
    ],
)
def test_words_in_a_row_are_one_number_or_neighbours(
    lang: str, sentence: str, rows: list[str]
) -> None:
    found = annotate(sentence, lang, PEOPLE).annotations
    assert [said(one) for one in found] == [row_of(row) for row in rows]


TRICKY = [
    *range(2, 130), 199, 200, 201, 310, 999, 1000, 1001, 1010, 1100, 1101, 1900, 1999, 2000, 2022,
    2500, 9999, 10_000, 10_001, 11_500, 28_642, 100_000, 100_001, 100_100, 101_001, 101_101, 111_111,
    500_000, 999_999, 1_000_000, 1_000_100, 1_001_000, 1_001_001, 1_100_000, 1_200_000, 2_345_678,
    10_000_001, 21_021_021, 100_000_000, 100_100_100, 101_101_101, 345_000_012, 999_999_999, 10**9,
]  # fmt: skip


@pytest.mark.parametrize("lang", ["de", "en", "nl"])
def test_every_spelling_of_a_number_is_read_back(lang: str) -> None:
    dice = random.Random(12)  # noqa: S311 - the same numbers every time
    numbers = [0, 1, *TRICKY, *(SCRIPT["pick"](dice) for _ in range(250))]
    wrong = []
    for number in numbers:
        for spelling in dict.fromkeys(SCRIPT["SPELLINGS"][lang](number)):
            text = SCRIPT["sentence_of"](number, spelling, lang, dice)
            values, _ = SCRIPT["read"](text, lang)
            if values != [number]:
                wrong.append((number, text, values))
    assert wrong == []


@given(st.integers(2, SCRIPT["LARGEST"]), st.sampled_from(["de", "en", "nl"]), st.data())
def test_any_number_is_read_back(number: int, lang: str, data: st.DataObject) -> None:
    spelling = data.draw(st.sampled_from(list(SCRIPT["SPELLINGS"][lang](number))))
    dice = random.Random(number)  # noqa: S311 - the same sentence every time
    text = SCRIPT["sentence_of"](number, spelling, lang, dice)
    assert SCRIPT["read"](text, lang)[0] == [number]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They sold one hundred\nand fifty cars.", ["150"]),
        ("They sold two million\n\nfive thousand cars.", ["2000000", "5000"]),
        ("They sold two million. Five thousand cars.", ["2000000", "5000"]),
        ("They sold 2 million\n200,000 cars.", ["2000000", "200000"]),
    ],
)
def test_words_go_on_behind_a_line_but_no_digits_and_nothing_behind_a_paragraph(
    text: str, values: list[str]
) -> None:
    found = annotate(text, "en", PEOPLE).annotations
    assert [f"{one.mention.value:f}" for one in found] == values


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "One million two million people came.", "2000000"),
        ("en", "They sold 2 million\n200,000 people.", "200000"),
        ("en", "Fifteen hundred thousand people came.", "1500"),
        ("de", "Es kamen drei und zwanzig Menschen.", "20"),
        ("nl", "Er kwamen meerdere honderd vijftig mensen.", "50"),
    ],
)
def test_what_the_grammar_cannot_join_is_for_a_person(
    finding_of: Callable[..., Finding | None], lang: str, text: str, value: str
) -> None:
    finding = finding_of(text, lang, text, value=value)
    assert finding is not None
    assert (finding.code, finding.severity) == ("value-unclear", "review")


@pytest.mark.parametrize("scrap", ["two million and ", "twenty-", "one point one ", "half of a ",
                                   "one thousand, ", "1 million 200,000 ", "a million and a half "])  # fmt: skip
def test_a_long_row_of_number_words_is_read_in_time(scrap: str) -> None:
    text = scrap * (20_000 // len(scrap))
    assert all(one.mention.text for one in annotate(text, "en", ()).annotations)
