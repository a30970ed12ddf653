"""Codes of money, stretches of months, decades, multiples and percentages before their number.

Each row: a language, a sentence and its mentions as `text | value or EDTF | unit`.
"""

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence import find
from generator.evidence.annotate import annotate

AMOUNTS = [
    ("en", "It pays 5 KZT.", ["5 KZT|5|KZT"]),
    ("de", "Es waren 300 Mio. KZT.", ["300 Mio. KZT|300e6|KZT"]),
    ("nl", "Het was CZK 300 mln.", ["CZK 300 mln.|300e6|CZK"]),
    ("en", "CZK 300m was paid.", ["CZK 300m|300e6|CZK"]),
    ("en", "It paid MAD 500m and 20 PEN.", ["MAD 500m|500e6|MAD", "20 PEN|20|PEN"]),
    ("en", "They try 5 try.", ["5|5|"]),
    ("en", "ALL 5 people and 6 TOP managers.", ["5 people|5|people", "6|6|managers"]),
    ("en", "A$3m, US$5m, HK$3m, NZ$4m, C$5bn, S$5m, R$5m.",
     ["A$3m|3e6|AUD", "US$5m|5e6|USD", "HK$3m|3e6|HKD", "NZ$4m|4e6|NZD", "C$5bn|5e9|CAD",
      "S$5m|5e6|SGD", "R$5m|5e6|BRL"]),
    ("en", "Rs 500 crore, ₹5 crore, CHF 3.4m.",
     ["Rs 500 crore|5e9|INR", "₹5 crore|50e6|INR", "CHF 3.4m|3.4e6|CHF"]),
    ("de", "Fr. 20.-, SFr 3,4 Mio., 5 Mio. DM.",
     ["Fr. 20.-|20|CHF", "SFr 3,4 Mio.|3.4e6|CHF", "5 Mio. DM|5e6|DEM"]),
    ("en", "The percentage of 10, per cent of twenty-two, 5 percent of 10 people.",
     ["percentage of 10|10|%", "per cent of twenty-two|22|%", "5 percent|5|%",
      "10 people|10|people"]),
    ("de", "Prozent von 10.", ["Prozent von 10|10|%"]),
    ("nl", "Een percentage van 100.", ["percentage van 100|100|%"]),
    ("de", "Anderthalbmal so teuer, zweieinhalbmal so viel, dreimal so hoch.",
     ["Anderthalbmal so|1.5|x", "zweieinhalbmal so|2.5|x", "dreimal so|3|x"]),
    ("nl", "Anderhalf keer zo veel, twee keer zo duur, vijfmaal zo groot.",
     ["Anderhalf keer zo|1.5|x", "twee keer zo|2|x", "vijfmaal zo|5|x"]),
    ("en", "It is 2.5 times as much, half as many.", ["2.5 times|2.5|x", "half as|0.5|x"]),
    ("de", "2 Euro bis 3 Millionen Euro.", ["2 Euro|2|EUR", "3 Millionen Euro|3e6|EUR"]),
    ("de", "2 bis 3 Millionen Euro.", ["2|2e6|EUR", "3 Millionen Euro|3e6|EUR"]),
    ("nl", "2 euro tot 3 miljoen euro.", ["2 euro|2|EUR", "3 miljoen euro|3e6|EUR"]),
    ("en", "10 USD to 2 billion USD.", ["10 USD|10|USD", "2 billion USD|2e9|USD"]),
    ("en", "984 years to 5 million years.", ["984 years|984|year", "5 million years|5e6|year"]),
    ("en", "$2 to $3 billion, $10 to $2 billion.",
     ["$2|2e9|USD", "$3 billion|3e9|USD", "$10|10|USD", "$2 billion|2e9|USD"]),
    ("nl", "Tot 31 uur.", ["31 uur|31|hour"]),
]  # fmt: skip

DATES = [
    ("de", "In den ersten drei Monaten 2026.", "ersten drei Monaten 2026", "2026-33"),
    ("de", "In den ersten sechs Monaten des Jahres 2026.",
     "ersten sechs Monaten des Jahres 2026", "2026-40"),
    ("nl", "De eerste zes maanden van 2024.", "eerste zes maanden van 2024", "2024-40"),
    ("en", "The first nine months of 2025.", "first nine months of 2025", "2025-01/2025-09"),
    ("en", "In the first nine months.", "first nine months", "XXXX-01/XXXX-09"),
    ("en", "The last three months of 2025.", "last three months of 2025", "2025-36"),
    ("en", "In the year to June 2023.", "year to June 2023", "2022-07/2023-06"),
    ("en", "Twelve months to March 2025.", "Twelve months to March 2025", "2024-04/2025-03"),
    ("en", "The year ended 31 March 2025.", "year ended 31 March 2025", "2024-04/2025-03"),
    ("en", "The year ended March 31, 2025.", "year ended March 31, 2025", "2024-04/2025-03"),
    ("en", "The quarter ended 30 June 2025.", "quarter ended 30 June 2025", "2025-34"),
    ("en", "The year to 15 March 2025.", "year to 15 March 2025", None),
    ("de", "Zwölf Monate bis Ende März 2025.", "Zwölf Monate bis Ende März 2025",
     "2024-04/2025-03"),
    ("nl", "Het jaar tot en met juni 2023.", "jaar tot en met juni 2023", "2022-07/2023-06"),
    ("en", "Fiscal 2025 was good.", "Fiscal 2025", None),
    ("en", "FY2025 was good.", "FY2025", None),
    ("de", "Geschäftsjahr 2024/25.", "Geschäftsjahr 2024/25", "2024/2025"),
    ("de", "Geschäftsjahr 2024/27.", "Geschäftsjahr 2024/27", None),
    ("de", "Geschäftsjahr 2024.", "Geschäftsjahr 2024", None),
    ("en", "In 2025/26.", "2025/26", "2025/2026"),
    ("en", "The 2025/27 plan.", "2025/27", None),
    ("nl", "Het schooljaar 2025/26.", "schooljaar 2025/26", "2025/2026"),
    ("nl", "Boekjaar 2024.", "Boekjaar 2024", None),
    ("en", "The season 2023/24.", "season 2023/24", "2023/2024"),
    ("de", "In der Saison 2025.", "Saison 2025", "2025"),
    ("en", "The 2023-24 season.", "2023-24", None),
    ("en", "By mid-2026.", "mid-2026", "2026"),
    ("de", "Mitte 2026.", "Mitte 2026", "2026"),
    ("nl", "Eind 2025.", "Eind 2025", "2025"),
    ("en", "In the 1990s.", "1990s", "199X"),
    ("de", "Die 1990er Jahre.", "1990er Jahre", "199X"),
    ("nl", "De jaren negentig.", "jaren negentig", "199X"),
]  # fmt: skip

SCRAPS = [
    "5 ", "KZT ", "ALL ", "MAD 500m ", "Fr. 20.- ", "SFr ", "percent of ", "twenty ", "of ", "so ",
    "anderthalbmal so ", "vijfmaal zo ", "first nine months ", "year to ", "31 March 2025 ",
    "ersten drei Monaten ", "jaren '90 ", "2023-24 ", "2023/2024 ", "to ", "bis ", "million ",
    "euro ", "$", "-", ". ", "31 uur ", "½", "\u00ad", "\n",
]  # fmt: skip


@pytest.mark.parametrize(("lang", "sentence", "rows"), AMOUNTS)
def test_an_amount_is_read(lang: str, sentence: str, rows: list[str]) -> None:
    found = [(one.text, one.value, one.unit or "") for one in find(sentence, lang, {})]
    wanted = [row.split("|") for row in rows]
    assert found == [(text, Decimal(value), unit) for text, value, unit in wanted]


@pytest.mark.parametrize(("lang", "sentence", "words", "edtf"), DATES)
def test_a_date_is_read(lang: str, sentence: str, words: str, edtf: str | None) -> None:
    found = [(one.text, one.kind, one.edtf) for one in find(sentence, lang, {})]
    assert found == [(words, "date", edtf)]


@pytest.mark.parametrize(
    ("lang", "text", "sentences"),
    [
        ("en", "No word of the K7. Sales came to 5 billion euros.", 2),
        ("nl", "Geen woord over de K7. De omzet was 5 miljard euro.", 2),
        ("en", "They sold 30. Sales rose.", 2),
        ("nl", "Het waren er 30. De omzet steeg.", 2),
        ("de", "Am 8. August stieg der Umsatz.", 1),
    ],
)
def test_a_dot_behind_a_number_ends_a_sentence_in_most_languages(
    lang: str, text: str, sentences: int
) -> None:
    assert len(set(annotate(text, lang, ()).parts.sentence)) == sentences


@pytest.mark.parametrize("lang", ["de", "nl", "en"])
@given(text=st.lists(st.sampled_from(SCRAPS), max_size=30).map("".join))
def test_any_mix_is_read_in_order(lang: str, text: str) -> None:
    found = find(text, lang, {})
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))
