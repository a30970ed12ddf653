"""What is found in single sentences, as newspapers of three languages write them.

Each row: a sentence and its mentions as `text | value or EDTF | unit | hedge`, hedge left out when exact.
"""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from generator.evidence import find
from generator.model import Mention, Unit

GERMAN = [
    ("An die 30.000 Autos wurden verkauft.", ["30.000 Autos|30000|vehicle|nearly"]),
    ("Ab 20.000 Euro ist das Auto zu haben.", ["20.000 Euro|20000|EUR|at-least"]),
    ("Der Umsatz überstieg 100 Milliarden Yuan.", ["100 Milliarden Yuan|100e9|CNY|over"]),
    ("Knapp die Hälfte der 12.000 Mitarbeiter kam.",
     ["die Hälfte|50|%|nearly", "12.000 Mitarbeiter|12000|Mitarbeiter"]),
    ("Zwischen 2 und 3 Millionen Autos.", ["2|2e6|vehicle", "3 Millionen Autos|3e6|vehicle"]),
    ("Rund 2 bis 3 Millionen Autos.", ["2|2e6|vehicle|about", "3 Millionen Autos|3e6|vehicle"]),
    ("Von 500.000 auf 1,2 Millionen Einheiten.",
     ["500.000|500000|vehicle", "1,2 Millionen Einheiten|1.2e6|vehicle"]),
    ("Die Marge stieg um 1,5 Prozentpunkte auf 20,5 Prozent.",
     ["1,5 Prozentpunkte|1.5|pp", "20,5 Prozent|20.5|%"]),
    ("Der Zins stieg um 25 Basispunkte.", ["25 Basispunkte|25|bp"]),
    ("Im ersten Halbjahr 2025 waren es mehr als 157.000 Fahrzeuge.",
     ["ersten Halbjahr 2025|2025-40", "157.000 Fahrzeuge|157000|vehicle|over"]),
    ("Bis Ende 2026 sollen es gut 500.000 werden.", ["Ende 2026|2026", "500.000|500000||just-over"]),
    ("Die Batterie hat 101 kWh, die Reichweite beträgt bis zu 800 km.",
     ["101 kWh|101|kWh", "800 km|800|km|at-most"]),
    ("In 2,78 Sekunden auf 100 km/h.", ["2,78 Sekunden|2.78|second", "100 km/h|100|km-h"]),
    ("Der Preis: 215.900 Yuan (umgerechnet rund 27.700 Euro).",
     ["215.900 Yuan|215900|CNY", "27.700 Euro|27700|EUR|about"]),
    ("Das Modell kostet 529 900 Yuan.", ["529 900 Yuan|529900|CNY"]),
    ("Etwas mehr als 5.000 Stück in zwei Stunden.",
     ["5.000 Stück|5000|piece|just-over", "zwei Stunden|2|hour"]),
    ("Der Gewinn hat sich fast verdoppelt.", ["verdoppelt|2|x|nearly"]),
    ("Der SU7 Ultra hat 1.548 PS.", ["SU7|", "1.548 PS|1548|PS"]),
    ("Am 27. Februar 2025 begann der Verkauf.", ["27. Februar 2025|2025-02-27"]),
    ("Vom 3. bis 5. Mai 2024 war Messe.", ["3. bis 5. Mai 2024|2024-05-03/2024-05-05"]),
    ("Im Geschäftsjahr 2024/25 fiel der Umsatz.", ["Geschäftsjahr 2024/25|2024/2025"]),
    ("Mindestens 5, höchstens 10 Prozent.", ["5|5||at-least", "10 Prozent|10|%|at-most"]),
    ("Verkauft wurden 2000 Autos.", ["2000 Autos|2000|vehicle"]),
    ("Tausende Autos, mehrere hundert Millionen Euro und ein paar Milliarden Yuan.", []),
    ("Ein Plan von eineinhalb Milliarden Euro.", ["eineinhalb Milliarden Euro|1.5e9|EUR"]),
    ("Dreihunderttausend Autos in zweieinhalb Jahren.",
     ["Dreihunderttausend Autos|300000|vehicle", "zweieinhalb Jahren|2.5|year"]),
    ("Ein 15-Milliarden-Dollar-Deal.", ["15-Milliarden-Dollar-Deal|15e9|USD"]),
    ("Ein Plus von 12,4% und ein Minus von 3 %.", ["12,4%|12.4|%", "3 %|3|%"]),
    ("Der Kurs fiel auf 41,20 HK-Dollar.", ["41,20 HK-Dollar|41.20|HKD"]),
    ("Der Fonds hält 2 Billionen Euro.", ["2 Billionen Euro|2e12|EUR"]),
    ("Eine Million Kunden, ein Prozent mehr.", ["Eine Million Kunden|1e6|Kunden", "ein Prozent|1|%"]),
    ("Die 5G-Sparte und der B2B-Handel ruhen rund um die Uhr, 24/7.", ["5G-Sparte|", "B2B-Handel|", "24/7|"]),
    ("Auf Platz 3 lag, wer 1'234'567 Franken hat.",
     ["Platz 3|", "1'234'567 Franken|1234567|CHF"]),
    ("Die Firma investierte 1,2 Mio. Euro und 3 Mrd. Yuan.",
     ["1,2 Mio. Euro|1.2e6|EUR", "3 Mrd. Yuan|3e9|CNY"]),
]  # fmt: skip

DUTCH = [
    ("Het bedrijf verkocht bijna 30.000 auto's.", ["30.000 auto's|30000|vehicle|nearly"]),
    ("De omzet steeg met 48,8 procent tot 109 miljard yuan.",
     ["48,8 procent|48.8|%", "109 miljard yuan|109e9|CNY"]),
    ("De marge daalde met 5 procentpunt naar 12%.", ["5 procentpunt|5|pp", "12%|12|%"]),
    ("Tussen 2 en 3 miljoen wagens.", ["2|2e6|vehicle", "3 miljoen wagens|3e6|vehicle"]),
    ("Tot 50.000 euro subsidie.", ["50.000 euro|50000|EUR|at-most"]),
    ("Het aandeel verloor 8% tot 41,20 HKD.", ["8%|8|%", "41,20 HKD|41.20|HKD"]),
    ("Vanaf 20.000 euro te koop.", ["20.000 euro|20000|EUR|at-least"]),
    ("Net geen 10 procent.", ["10 procent|10|%|nearly"]),
    ("Omgerekend zo'n 28.000 euro.", ["28.000 euro|28000|EUR|about"]),
    ("Na anderhalf jaar en tweeënhalve maand.", ["anderhalf jaar|1.5|year", "tweeënhalve maand|2.5|month"]),
    ("Op 12 mei 2021 begon het.", ["12 mei 2021|2021-05-12"]),
    ("In het vierde kwartaal van 2024.", ["vierde kwartaal van 2024|2024-36"]),
    ("Het 4e kwartaal was goed.", ["4e kwartaal|XXXX-36"]),
    ("Van 2,35 naar 2,55 euro.", ["2,35|2.35|EUR", "2,55 euro|2.55|EUR"]),
    ("De verkoop verdrievoudigde.", ["verdrievoudigde|3|x"]),
    ("Maar liefst 12.000 bestellingen.", ["12.000 bestellingen|12000|bestellingen"]),
    ("Minstens 15.000 werknemers.", ["15.000 werknemers|15000|werknemers|at-least"]),
    ("De topsnelheid is 265 km/u.", ["265 km/u|265|km-h"]),
    ("Zo'n dertig procent.", ["dertig procent|30|%|about"]),
    ("In 2024 verkocht het 135.000 auto's.", ["2024|2024", "135.000 auto's|135000|vehicle"]),
    ("Eén op de drie kopers, meer dan de helft.", ["Eén op de drie|33.3333|%", "de helft|50|%|over"]),
    ("Er waren 2000 auto's te koop.", ["2000 auto's|2000|vehicle"]),
    ("Voor 3,5 mld. dollar of 2 mln. euro.", ["3,5 mld. dollar|3.5e9|USD", "2 mln. euro|2e6|EUR"]),
    ("Medio 2025, begin maart en eind 2026.",
     ["Medio 2025|2025", "begin maart|XXXX-03", "eind 2026|2026"]),
    ("Sinds 2022 en vanaf 2023.", ["2022|2022/..", "2023|2023/.."]),
    ("Ruim driehonderdduizend auto's.", ["driehonderdduizend auto's|300000|vehicle|just-over"]),
    ("Meer dan een half miljoen telefoons.", ["half miljoen telefoons|0.5e6|phone|over"]),
    ("Hooguit 5 miljoen yen.", ["5 miljoen yen|5e6|JPY|at-most"]),
    ("De SU7 en de YU7 kosten €40.000.", ["SU7|", "YU7|", "€40.000|40000|EUR"]),
    ("Een 100-procentsdochter in 52 weken.", ["100-procentsdochter|100|%", "52 weken|52|week"]),
    ("Het aandeel won 3 procent, minder dan 5 euro.", ["3 procent|3|%", "5 euro|5|EUR|under"]),
    ("Oktober tot december 2024.", ["Oktober tot december 2024|2024-10/2024-12"]),
]  # fmt: skip

ENGLISH = [
    ("Revenue topped 100 billion yuan.", ["100 billion yuan|100e9|CNY|over"]),
    ("It delivered 30,452 vehicles in July.", ["30,452 vehicles|30452|vehicle", "July|XXXX-07"]),
    ("From $299 in stores.", ["$299|299|USD|at-least"]),
    ("Priced from 215,900 yuan ($29,870).",
     ["215,900 yuan|215900|CNY|at-least", "$29,870|29870|USD"]),
    ("Some 12,000 people and as many as 50,000 orders.",
     ["12,000 people|12000|people|about", "50,000 orders|50000|orders|at-most"]),
    ("Shares fell 8% to HK$41.20.", ["8%|8|%", "HK$41.20|41.20|HKD"]),
    ("The biggest gain since May 12, 2021.", ["May 12, 2021|2021-05-12"]),
    ("It may rise in May.", ["May|XXXX-05"]),
    ("Between 2 and 3 million cars.", ["2|2e6|vehicle", "3 million cars|3e6|vehicle"]),
    ("Some 2-3 million cars.", ["2|2e6|vehicle|about", "3 million cars|3e6|vehicle"]),
    ("Rose from 2.35 to 2.55 euros.", ["2.35|2.35|EUR", "2.55 euros|2.55|EUR"]),
    ("Profit more than doubled.", ["doubled|2|x|over"]),
    ("The margin widened 150 basis points to 26.4%.",
     ["150 basis points|150|bp", "26.4%|26.4|%"]),
    ("A 10-year, $10 billion plan.", ["10-year|10|year", "$10 billion|10e9|USD"]),
    ("Just under half a million vehicles.", ["half a million vehicles|0.5e6|vehicle|nearly"]),
    ("One in three buyers paid two-thirds.", ["One in three|33.3333|%", "two-thirds|66.6667|%"]),
    ("The 2025 target is 350,000 units.", ["2025|2025", "350,000 units|350000|vehicle"]),
    ("An 18% jump, a 9 percent rise.", ["18%|18|%", "9 percent|9|%"]),
    ("About 1.2m units for US$1.5bn.", ["1.2m units|1.2e6|vehicle|about", "US$1.5bn|1.5e9|USD"]),
    ("Rmb109bn, or RMB 109 billion.", ["Rmb109bn|109e9|CNY", "RMB 109 billion|109e9|CNY"]),
    ("In Q3 2025 and 4Q24.", ["Q3 2025|2025-35", "4Q24|2024-36"]),
    ("Fiscal 2025 ended on September 30.", ["Fiscal 2025|", "September 30|XXXX-09-30"]),
    ("Fewer than 100 cars, 3,000+ stores, ~5%.",
     ["100 cars|100|vehicle|under", "3,000|3000||at-least", "5%|5|%|about"]),
    ("2,024 cars in 2024.", ["2,024 cars|2024|vehicle", "2024|2024"]),
    ("Margins of minus 3 percent and -3.2%.", ["minus 3 percent|-3|%", "-3.2%|-3.2|%"]),
    ("Two hundred and fifty thousand cars.",
     ["Two hundred and fifty thousand cars|250e3|vehicle"]),
    ("Two and a half years, a dozen phones.", ["Two and a half years|2.5|year", "a dozen phones|12|phone"]),
    ("The 3rd time, a tenfold increase.", ["3rd|3|", "tenfold|10|x"]),
    ("500 million yen and 20 million pounds.",
     ["500 million yen|500e6|JPY", "20 million pounds|20e6|GBP"]),
    ("Growth of 5 per cent and 2 percentage points.",
     ["5 per cent|5|%", "2 percentage points|2|pp"]),
    ("From the first half of 2024.", ["first half of 2024|2024-40/.."]),
    ("Several thousand cars and hundreds of millions of dollars.", []),
    ("It sold 30,000 electric cars in late June.",
     ["30,000 electric cars|30000|vehicle", "late June|XXXX-06"]),
    ("Twice as many phones at 9:30 a.m.", ["Twice as|2|x", "9:30|"]),
    ("A plant worth 12,34,567 rupees.", ["12,34,567 rupees|1234567|INR"]),
]  # fmt: skip


def said(mention: Mention) -> str:
    """A mention as the tables write it."""
    if mention.value is None:
        return f"{mention.text}|{mention.edtf or ''}"
    text = f"{mention.text}|{mention.value}|{mention.unit or ''}"
    return text if mention.hedge == "exact" else f"{text}|{mention.hedge}"


def plain(rows: list[str]) -> list[tuple[str, ...]]:
    """Rows with values compared as numbers."""
    found = []
    for row in rows:
        text, number, *rest = row.split("|")
        found.append((text, str(Decimal(number).normalize()) if rest else number, *rest))
    return found


@pytest.mark.parametrize(("sentence", "rows"), GERMAN)
def test_german(sentence: str, rows: list[str], units: Mapping[str, Unit]) -> None:
    assert plain([said(one) for one in find(sentence, "de", units)]) == plain(rows)


@pytest.mark.parametrize(("sentence", "rows"), DUTCH)
def test_dutch(sentence: str, rows: list[str], units: Mapping[str, Unit]) -> None:
    assert plain([said(one) for one in find(sentence, "nl", units)]) == plain(rows)


@pytest.mark.parametrize(("sentence", "rows"), ENGLISH)
def test_english(sentence: str, rows: list[str], units: Mapping[str, Unit]) -> None:
    assert plain([said(one) for one in find(sentence, "en", units)]) == plain(rows)
