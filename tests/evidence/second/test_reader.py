"""What the second reader reads, and where it says that it is not certain."""

import ast
import random
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from num2words import num2words

from generator.evidence.lexicon.lexicon import load_lexicon
from generator.evidence.second.reader import Reading, read_again

Again = Callable[[str, str], Reading]
FOLDER = Path(__file__).resolve().parents[3] / "generator/evidence/second"

READ = [
    ("de", "Es waren ⟦350.000⟧ Autos.", "350000"),
    ("de", "Es waren ⟦1'234'567⟧ Franken.", "1234567"),
    ("de", "Es waren ⟦1\u202f234\u202f567⟧ Euro.", "1234567"),
    ("de", "Es waren ⟦2.411,77⟧ Punkte.", "2411.77"),
    ("de", "Die Marge lag bei ⟦2.5⟧ Prozent.", "2.5"),
    ("de", "Es waren ⟦12,3 Mrd.⟧ Euro.", "12.3e9"),
    ("de", "Es waren ⟦5⟧ Mio. Euro.", "5e6"),
    ("de", "Es waren ⟦2 Mio. 500 Tsd.⟧ Euro.", "2.5e6"),
    ("de", "Es waren 2 Mio. ⟦500 Tsd.⟧ Euro.", "2.5e6"),
    ("de", "Die Quote lag bei ⟦3,5⟧¹ Prozent.", "3.5"),
    ("de", "Umsatz: ⟦320⟧¹ Mio. Euro.", "320e6"),
    ("de", "Es kamen ⟦zwei⟧ bis drei Millionen Gäste.", "2e6"),
    ("de", "Es stieg von ⟦2⟧ auf 3 Millionen.", "2e6"),
    ("de", "Zwischen ⟦fünf⟧ und sechs Prozent waren es.", "5"),
    ("de", "Es kostet ⟦zwei Euro fünfzig⟧.", "2.5"),
    ("de", "Es kostet ⟦5⟧ Euro 50.", "5.5"),
    ("de", "Es hat sich ⟦vervierfacht⟧.", "4"),
    ("de", "Es waren ⟦dreimal so⟧ viele.", "3"),
    ("de", "Eine ⟦hundertprozentige⟧ Tochter.", "100"),
    ("de", "Es waren ⟦anderthalb Millionen⟧ Gäste.", "1.5e6"),
    ("de", "Mit ⟦zweieinhalb Milliarden⟧ Euro.", "2.5e9"),
    ("de", "Es war eine ⟦halbe Million⟧ Autos.", "5e5"),
    ("de", "Es war ⟦ein Dutzend⟧ Gäste.", "12"),
    ("de", "Die ⟦200⟧- und 500-Euro-Scheine.", "200"),
    ("de", "Die Fahrt dauert ⟦½⟧ Stunde.", "0.5"),
    ("de", "Die Fahrt dauert ⟦3½⟧ Stunden.", "3.5"),
    ("de", "Die Fahrt dauert ⟦1\u20442⟧ Stunde.", "0.5"),
    ("de", "⟦Hundert⟧ fünfzig Personen kamen.", "150"),
    ("de", "Es waren ⟦eintausendfünfhundert⟧ Leute.", "1500"),
    ("de", "Es waren ⟦fünfzehnhundert⟧ Leute.", "1500"),
    ("de", "Es waren ⟦eins Komma drei⟧ Millionen Leute.", "1.3e6"),
    ("nl", "Het waren er ⟦4.000⟧.", "4000"),
    ("nl", "Voor ⟦€3,95 mln.⟧ is het te koop.", "3.95e6"),
    ("nl", "De rente steeg tot ,⟦77⟧ procent.", "0.77"),
    ("nl", "Het kost ⟦anderhalve⟧ euro.", "1.5"),
    ("nl", "Het duurt ⟦tweeënhalf⟧ uur.", "2.5"),
    ("nl", "⟦Een miljoen honderdduizend⟧ mensen.", "1.1e6"),
    ("nl", "Er waren ⟦vijfentwintighonderd⟧ mensen.", "2500"),
    ("nl", "Het was ⟦een half miljard⟧ euro.", "5e8"),
    ("nl", "Het was een ⟦kwart miljoen⟧ euro.", "250e3"),
    ("nl", "Het kost ⟦driekwart miljoen⟧ euro.", "750e3"),
    ("nl", "Het ⟦duizendjarig⟧ bestaan.", "1000"),
    ("nl", "⟦tien keer⟧ zoveel", "10"),
    ("en", "The price is ⟦$1,299⟧.", "1299"),
    ("en", "The ticket costs €⟦1.500⟧ in total.", "1.5"),
    ("en", "Sales rose .⟦5⟧ percent.", "0.5"),
    ("en", "Sales were .⟦5 million⟧ euros.", "500e3"),
    ("en", "It paid ⟦Rs 1,450 crore⟧.", "14.5e9"),
    ("en", "It paid ⟦1,50,000⟧ rupees.", "150000"),
    ("en", "Shares rose ⟦4-1/2⟧ cents.", "4.5"),
    ("en", "It paid ⟦$320⟧* million.", "320e6"),
    ("en", "It paid ⟦$320⟧[1] million.", "320e6"),
    ("en", "It paid ⟦$320⟧ (restated) million.", "320e6"),
    ("en", "They gave ⟦two thousand five hundred⟧ euros.", "2500"),
    ("en", "They gave ⟦two thousand and two hundred⟧ euros.", "2200"),
    ("en", "⟦twenty-eight thousand six hundred⟧ forty-two students", "28642"),
    ("en", "one hundred ⟦thirty⟧ one dollars", "131"),
    ("en", "It is ⟦thirty⟧ seven percent.", "37"),
    ("en", "It costs one point ⟦three⟧ dollars.", "1.3"),
    ("en", "It costs ⟦one⟧ point two five million dollars.", "1.25e6"),
    ("en", "He waited one and a ⟦half⟧ hours.", "1.5"),
    ("en", "⟦One-and-a-half⟧ hours later it ended.", "1.5"),
    ("en", "Its ⟦twenty-two-thousand⟧ people.", "22000"),
    ("de", "Es sind ⟦zweidreiviertel⟧ Stunden.", "2.75"),
    ("nl", "Het kost ⟦driekwart⟧ miljoen euro.", "750e3"),
    ("en", "⟦Two and a half million⟧ tonnes of grain.", "2.5e6"),
    ("en", "A ⟦million and a half⟧ people came.", "1.5e6"),
    ("en", "It was ⟦half a million⟧ euros.", "5e5"),
    ("en", "It was ⟦three quarters of a million⟧ euros.", "750e3"),
    ("en", "⟦Two and three quarter⟧ hours passed.", "2.75"),
    ("en", "It ordered ⟦three dozen⟧ buses.", "36"),
    ("en", "It paid ⟦a hundred and ninety-two thousand, a hundred and forty-three⟧.", "192143"),
    ("en", "It paid ⟦$2⟧ to $3 billion.", "2e9"),
    ("en", "It sold between ⟦2⟧ and 3 million cars.", "2e6"),
    ("en", "Its sales ⟦doubled⟧ to $418m.", "2"),
    ("en", "It paid ⟦$10 and 30 cents⟧.", "10.3"),
    ("en", "It took ⟦ten⟧ and came two years late.", "10"),
    ("en", "It sold ⟦two thousand⟧ a year.", "2000"),
    ("en", "It rose from ⟦900⟧ to 1.2 million.", "900"),
    ("en", "They paid from $⟦200⟧ to $4 million.", "200"),
    ("en", "It sold ⟦three-quarters⟧ of it.", "0.75"),
    ("en", "It lost ⟦75⟧ USD million on it.", "75e6"),
    ("en", "Its area is ⟦32⟧m2 in all.", "32"),
    ("en", "Its mass is ⟦1.99⟧×10−30 kilograms.", "1.99e-30"),
    ("en", "It made ⟦5⟧ × 10⁶ of them.", "5e6"),
    ("en", "It paid $US⟦160 million⟧ for it.", "160e6"),
    ("en", "⟦Six out of ten⟧ came.", "0.6"),
    ("de", "⟦Sechs von zehn⟧ kamen.", "0.6"),
    ("de", "Sechs von ⟦zehn⟧ kamen.", "10"),
    ("de", "⟦340⟧ von 1.200 Stellen fallen weg.", "340"),
    ("de", "Er brach um ⟦drei Viertel⟧ auf 10 Mio. Euro ein.", "0.75"),
    ("nl", "⟦Drie vacatures op de vier⟧ blijven open.", "0.75"),
    ("en", "Between ⟦two hundred⟧ and five hundred came.", "200"),
    ("en", "Between two hundred and ⟦five hundred⟧ came.", "500"),
    ("en", "Between ⟦two thousand⟧ and five million came.", "2000"),
    ("en", "Between ⟦one hundred and twenty⟧ and two hundred came.", "120"),
    ("en", "From ⟦two hundred and five thousand⟧ it grew.", "205000"),
    ("en", "It paid ⟦$5 million⟧ two years ago.", "5e6"),
    ("de", "Es waren ⟦zwei Millionen⟧, hundert davon neu.", "2e6"),
    ("de", "Zwischen ⟦zweihundert⟧ und fünfhundert kamen.", "200"),
    ("nl", "Tussen ⟦tweehonderd⟧ en vijfhonderd kwamen er.", "200"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "marked", "value"), READ)
def test_a_figure_is_read_with_what_belongs_to_it(
    lang: str, marked: str, value: str, again: Again
) -> None:
    assert again(lang, marked).value == Decimal(value)


UNSURE = [
    ("de", "Es kamen O,⟦5 Millionen⟧ Personen."),
    ("de", "Ein Gebot von ⟦2,345,678⟧ Millionen Dollar."),
    ("de", "Der Umsatz lag bei 12, ⟦5 Millionen⟧ Euro."),
    ("de", "Der Umsatz lag bei 12,\n⟦5 Millionen⟧ Euro."),
    ("de", "Der Umsatz lag bei 12，⟦5⟧ Millionen Euro."),
    ("de", "Der Umsatz lag bei ⟦12⟧‚5 Millionen Euro."),
    ("de", "Der Umsatz lag bei 12٬⟦500⟧ Euro."),
    ("de", "Das Ergebnis war ⟦12,5⟧- und schlecht."),
    ("nl", "De firma verdiende QQ⟦5 miljoen⟧."),
    ("nl", "De koers was .⟦5⟧ procent."),
    ("en", "Revenue was 1, ⟦250⟧ euros."),
    ("en", "Revenue was 12. ⟦5 million⟧ euros."),
    ("en", "Revenue was ⟦3⟧·2 million euros."),
    ("en", "The firm earned QQ⟦5 million⟧."),
    ("en", "It cured thousands of COVID-⟦19⟧ tests."),
    ("en", "Revenue was ⟦1O⟧ million."),
    ("en", "It grew by ⟦5⟧^2 cars."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "marked"), UNSURE)
def test_what_is_not_certain_has_no_value(lang: str, marked: str, again: Again) -> None:
    assert again(lang, marked).value is None


@pytest.mark.parametrize(
    ("lang", "marked"),
    [
        ("de", "Es waren ⟦-3,2⟧ Prozent."),
        ("de", "Es waren minus ⟦drei⟧ Grad."),
        ("nl", "Het was min ⟦3,6⟧ procent."),
        ("en", "It was $-⟦50.8bn⟧ in all."),
        ("en", "It was -$⟦50.8bn⟧ in all."),
    ],
)
def test_a_minus_is_seen(lang: str, marked: str, again: Again) -> None:
    assert again(lang, marked).is_negative


@pytest.mark.parametrize("marked", ["It sold 10-⟦12⟧ cars.", "It sold 10 - ⟦12⟧ cars."])
def test_the_dash_of_a_range_is_no_minus(marked: str, again: Again) -> None:
    assert not again("en", marked).is_negative


def spellings(number: int, lang: str) -> Iterator[str]:
    """The ways in which the number is written."""
    words = num2words(number, lang=lang)
    yield words
    yield words.replace("ß", "ss").replace("ë", "e")
    yield words.replace("-", " ")
    yield words.replace(",", "")
    yield words.replace(",", "").replace(" and ", " ")
    yield words.removeprefix("ein") if words.startswith(("einh", "eint")) else words
    yield "a" + words.removeprefix("one") if words.startswith("one h") else words
    for thousand in ("tausend", "duizend"):
        yield words.replace(thousand, f"{thousand} ").strip()


@pytest.mark.parametrize("lang", ["de", "nl", "en"])
def test_every_number_that_is_spelled_is_read(lang: str) -> None:
    dice = random.Random(7)  # noqa: S311 - the same numbers every time
    numbers = [
        *range(2, 1300),
        *(dice.randrange(10**size) for size in range(4, 13) for _ in "x" * 90),
    ]
    numbers += [digit * 10**size for digit in range(1, 20) for size in range(2, 12)]
    lexicon, wrong = load_lexicon(lang), []
    for number in numbers:
        for words in dict.fromkeys(spellings(number, lang)):
            reading = read_again(f"so {words}.", (3, 3 + len(words)), lexicon)
            if reading.value != number:
                wrong.append((number, words, reading.value))
    assert wrong == []


def test_it_imports_nothing_of_the_first_reader() -> None:
    for module in FOLDER.glob("*.py"):
        if module.name == "check.py":  # holds the two against each other
            continue
        tree = ast.parse(module.read_text(encoding="utf-8"))
        names = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        ours = {name for name in names if name.startswith("generator.evidence.")}
        known = ("generator.evidence.second", "generator.evidence.lexicon")
        assert {name for name in ours if not name.startswith(known)} == set(), module.name
