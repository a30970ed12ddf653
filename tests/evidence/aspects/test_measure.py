"""What a figure measures: its sentence names the indicator of the fact, and no other."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from generator.evidence.aspects.measure import check_declared
from generator.model import Finding, Indicator, Marks, Nomenclature, Place

WORDS = {
    "revenue": {"de": "Umsatz Einnahme Erlös", "nl": "omzet", "en": "revenue sales"},
    "profit": {"de": "Gewinn Überschuss", "nl": "winst", "en": "profit"},
    "orders": {"de": "Auftragseingang", "nl": "orderinstroom", "en": "orders"},
    "deliveries": {
        "de": "liefern Auslieferung",
        "nl": "leveren levering",
        "en": "deliver delivery",
    },
    "turnover": {"de": "umsetzen", "nl": "omzetten", "en": "turnover"},
    "deaths": {"de": "Toter sterben", "nl": "dode sterven", "en": "death die"},
    "injured": {"de": "Verletzter verletzen", "nl": "gewonde gewond", "en": "injury injure"},
    "temperature": {"de": "Temperatur", "nl": "temperatuur", "en": "temperature"},
    "staff": {
        "de": "Mitarbeiter beschäftigen",
        "nl": "werknemer medewerker",
        "en": "employee employ",
    },
    "euro": {"de": "Euro", "nl": "euro", "en": "euro"},
    "layoffs": {"de": "entlassen streichen", "nl": "ontslaan schrappen", "en": "lay cut dismiss"},
}
NAMED = Nomenclature(
    {
        name: Indicator(
            id=name, label={}, kind="level", marks=Marks(Place("x")),
            words={lang: tuple(words.split()) for lang, words in typed.items()},
        )
        for name, typed in WORDS.items()
    }
)  # fmt: skip
EUR, PER, CAR = "EUR", "%", "vehicle"
OK = [
    # the clause names the measure
    ("de", "Der Umsatz lag zuletzt bei 5 Millionen Euro.", "revenue", "5e6", EUR),
    ("de", "Die Umsätze erreichten 5 Millionen Euro.", "revenue", "5e6", EUR),
    ("de", "Mit 5 Millionen Euro Jahresumsatz ist die Firma klein.", "revenue", "5e6", EUR),
    ("de", "Ein Umsatzanstieg von 5 Prozent war das Ziel.", "revenue", "5", PER),
    ("de", "Die Firma lieferte 300 Autos aus.", "deliveries", "300", CAR),
    ("de", "300 Autos wurden ausgeliefert.", "deliveries", "300", CAR),
    ("de", "Das Lieferziel von 300 Autos wurde erreicht.", "deliveries", "300", CAR),
    ("de", "Die Firma setzte 5 Millionen Euro um.", "turnover", "5e6", EUR),
    ("de", "Die Firma entlässt 300 Mitarbeiter.", "layoffs", "300", None),
    ("de", "Die Firma beschäftigt 300 Leute.", "staff", "300", None),
    ("de", "Bei dem Unfall gab es 3 Tote und 12 Verletzte.", "injured", "12", None),
    ("de", "Bei dem Unfall gab es 3 Tote und 12 Verletzte.", "deaths", "3", None),
    ("nl", "De omzet bedroeg 5 miljoen euro.", "revenue", "5e6", EUR),
    ("nl", "Een omzetstijging van 5 procent was het doel.", "revenue", "5", PER),
    ("nl", "Het bedrijf leverde 300 auto's af.", "deliveries", "300", CAR),
    ("nl", "Er werden 300 auto's geleverd.", "deliveries", "300", CAR),
    ("nl", "Het bedrijf ontslaat 300 werknemers.", "layoffs", "300", None),
    ("nl", "Bij het ongeluk vielen 3 doden en 12 gewonden.", "deaths", "3", None),
    ("nl", "Bij het ongeluk vielen 3 doden en 12 gewonden.", "injured", "12", None),
    ("en", "Revenue came to 5 million euros.", "revenue", "5e6", EUR),
    ("en", "Revenues came to 5 million euros.", "revenue", "5e6", EUR),
    ("en", "It made 5 million euros in sales.", "revenue", "5e6", EUR),
    ("en", "It delivered 300 cars.", "deliveries", "300", CAR),
    ("en", "Deliveries came to 300 cars.", "deliveries", "300", CAR),
    ("en", "It laid off 300 employees.", "layoffs", "300", None),
    ("en", "In the crash 3 people died and 12 were injured.", "injured", "12", None),
    ("en", "In the crash 3 people died and 12 were injured.", "deaths", "3", None),
    # each figure has its own word
    ("en", "Profit rose 5% to 3 billion euros on revenue of 20 billion euros.", "profit", "3e9", EUR),
    ("en", "Profit rose 5% to 3 billion euros on revenue of 20 billion euros.", "revenue", "20e9", EUR),
    ("de", "Umsatz von 20 Milliarden Euro und Gewinn von 3 Milliarden Euro.", "revenue", "20e9", EUR),
    ("de", "Umsatz von 20 Milliarden Euro und Gewinn von 3 Milliarden Euro.", "profit", "3e9", EUR),
    ("de", "20 Milliarden Euro Umsatz und 3 Milliarden Euro Gewinn.", "revenue", "20e9", EUR),
    ("de", "20 Milliarden Euro Umsatz und 3 Milliarden Euro Gewinn.", "profit", "3e9", EUR),
    ("de", "Bei einem Umsatz von 20 Milliarden Euro stieg der Gewinn auf 3 Milliarden Euro.", "profit", "3e9", EUR),
    ("de", "Der Gewinn stieg bei einem Umsatz von 20 Milliarden Euro auf 3 Milliarden Euro.", "profit", "3e9", EUR),
    ("de", "Umsatz und Gewinn lagen bei 20 Milliarden Euro und 3 Milliarden Euro.", "revenue", "20e9", EUR),
    ("de", "Umsatz und Gewinn lagen bei 20 Milliarden Euro und 3 Milliarden Euro.", "profit", "3e9", EUR),
    ("de", "Umsatz und Gewinn stiegen jeweils um 5 Prozent.", "revenue", "5", PER),
    ("de", "Umsatz und Gewinn stiegen jeweils um 5 Prozent.", "profit", "5", PER),
    ("de", "Trotz hoher Kosten lag der Umsatz zwischen 18 und 20 Millionen Euro, der Gewinn bei 3 Millionen Euro.", "profit", "3e6", EUR),
    ("de", "Auf 20 Milliarden Euro stieg der Umsatz und auf 3 Milliarden Euro der Gewinn.", "profit", "3e9", EUR),
    ("nl", "Een omzet van 20 miljard euro en een winst van 3 miljard euro.", "revenue", "20e9", EUR),
    ("nl", "Een omzet van 20 miljard euro en een winst van 3 miljard euro.", "profit", "3e9", EUR),
    ("nl", "De winst kwam bij een omzet van 20 miljard euro uit op 3 miljard euro.", "profit", "3e9", EUR),
    ("nl", "Omzet en winst bedroegen 20 miljard euro en 3 miljard euro.", "profit", "3e9", EUR),
    ("en", "Revenue and profit were 20 billion euros and 3 billion euros.", "revenue", "20e9", EUR),
    ("en", "Revenue and profit were 20 billion euros and 3 billion euros.", "profit", "3e9", EUR),
    ("en", "The profit was 3 billion euros as revenue grew.", "profit", "3e9", EUR),
    ("en", "Revenue was 20 billion euros, profit 3 billion euros and orders 7 billion euros.", "orders", "7e9", EUR),
    # the sentence around the clause, or the one before it
    ("de", "Der Umsatz, und das zählt, lag bei 5 Millionen Euro.", "revenue", "5e6", EUR),
    ("de", "Der Umsatz wuchs. Er lag bei 5 Millionen Euro.", "revenue", "5e6", EUR),
    ("nl", "De omzet groeide. Die bedroeg 5 miljoen euro.", "revenue", "5e6", EUR),
    ("en", "Revenue grew. It came to 5 million euros.", "revenue", "5e6", EUR),
    ("en", "Revenue reached 5 million euros (6 million dollars).", "revenue", "6e6", "USD"),
    ("en", "Umbrella: revenue: 5 million euros.", "revenue", "5e6", EUR),
    ("de", "Der Umsatz stieg auf 6 Millionen Euro, die Analysten hatten mit 5 Millionen Euro gerechnet.", "revenue", "5e6", EUR),
    ("nl", "De omzet steeg naar 6 miljoen euro, de analisten hadden 5 miljoen euro verwacht.", "revenue", "5e6", EUR),
    ("en", "Revenue came to 6 million euros; the analysts had expected 5 million euros.", "revenue", "5e6", EUR),
    ("de", "Der Umsatz stieg auf 6 Millionen Euro, ein Plus von 5 Prozent.", "revenue", "5", PER),
    ("en", "The revenue per share was 5 euros.", "revenue", "5", EUR),
    ("nl", "De winst voor belasting van de firma was 5 euro.", "profit", "5", EUR),
    ("en", "The profit before tax of the firm was 5 euros.", "profit", "5", EUR),
    ("de", "Der Gewinn vor Steuern lag bei 5 Euro.", "profit", "5", EUR),
    ("en", "On the stock exchange revenue counts, 5 euros of it.", "revenue", "5", EUR),
    ("en", "The euro fell by 5 percent.", "euro", "-5", PER),
    ("de", "Der Gewinn je Aktie lag bei 5 Euro.", "profit", "5", EUR),
    ("nl", "De winst per aandeel bedroeg 5 euro.", "profit", "5", EUR),
]  # fmt: skip
MISMATCH = [
    ("de", "Der Gewinn lag bei 5 Millionen Euro.", "revenue", "5e6", EUR),
    ("de", "Die Schulden liegen bei 5 Millionen Euro.", "revenue", "5e6", EUR),
    ("de", "Er zahlte eine Strafe von 5 Millionen Euro.", "revenue", "5e6", EUR),
    ("de", "Der Auftragseingang betrug 5 Millionen Euro.", "revenue", "5e6", EUR),
    ("de", "Umsatz von 20 Milliarden Euro und Gewinn von 3 Milliarden Euro.", "revenue", "3e9", EUR),
    ("de", "20 Milliarden Euro Umsatz und 3 Milliarden Euro Gewinn.", "profit", "20e9", EUR),
    ("de", "Umsatz und Gewinn lagen bei 20 Milliarden Euro und 3 Milliarden Euro.", "revenue", "3e9", EUR),
    ("de", "Der Gewinn stieg bei einem Umsatz von 20 Milliarden Euro auf 3 Milliarden Euro.", "revenue", "3e9", EUR),
    ("de", "Auf 20 Milliarden Euro stieg der Umsatz und auf 3 Milliarden Euro der Gewinn.", "revenue", "3e9", EUR),
    ("de", "Bei dem Unfall gab es 3 Tote und 12 Verletzte.", "injured", "3", None),
    ("de", "Bei dem Unfall gab es 3 Tote und 12 Verletzte.", "deaths", "12", None),
    ("de", "Die Dividende beträgt 5 Euro.", "profit", "5", EUR),
    ("nl", "De winst bedroeg 5 miljoen euro.", "revenue", "5e6", EUR),
    ("nl", "De schuld bedraagt 5 miljoen euro.", "revenue", "5e6", EUR),
    ("nl", "Hij kreeg een boete van 5 miljoen euro.", "revenue", "5e6", EUR),
    ("nl", "Een omzet van 20 miljard euro en een winst van 3 miljard euro.", "revenue", "3e9", EUR),
    ("nl", "Omzet en winst bedroegen 20 miljard euro en 3 miljard euro.", "revenue", "3e9", EUR),
    ("nl", "Bij het ongeluk vielen 3 doden en 12 gewonden.", "deaths", "12", None),
    ("en", "Profit came to 5 million euros.", "revenue", "5e6", EUR),
    ("en", "It has debts of 5 million euros.", "revenue", "5e6", EUR),
    ("en", "It was hit by a fine of 5 million euros.", "revenue", "5e6", EUR),
    ("en", "Cost of sales came to 5 million euros.", "revenue", "5e6", EUR),
    ("en", "Profit rose 5% to 3 billion euros on revenue of 20 billion euros.", "profit", "20e9", EUR),
    ("en", "Profit rose 5% to 3 billion euros on revenue of 20 billion euros.", "revenue", "3e9", EUR),
    ("en", "Revenue and profit were 20 billion euros and 3 billion euros.", "profit", "20e9", EUR),
    ("en", "In the crash 3 people died and 12 were injured.", "injured", "3", None),
    ("en", "Rainfall came to 5 and the temperature to 30.", "temperature", "5", None),
]  # fmt: skip
UNREAD = [
    ("de", "Am Ende waren es 5 Millionen Euro.", "revenue", "5e6", EUR),
    ("de", "Es waren 300 Autos.", "deliveries", "300", CAR),
    ("de", "Der Umsatz wuchs. Das freut alle. Es waren 5 Millionen Euro.", "revenue", "5e6", EUR),
    (
        "de",
        "Der Gewinn wuchs, der Umsatz auch. Er lag bei 5 Millionen Euro.",
        "revenue",
        "5e6",
        EUR,
    ),
    ("nl", "Uiteindelijk was het 5 miljoen euro.", "revenue", "5e6", EUR),
    ("nl", "Er waren 300 auto's.", "deliveries", "300", CAR),
    ("en", "In the end it was 5 million euros.", "revenue", "5e6", EUR),
    ("en", "There were 300 cars.", "deliveries", "300", CAR),
    ("de", "Der Umsatz stieg um 6 Prozent, das Trinkgeld nur um 5 Prozent.", "revenue", "5", PER),
    (
        "en",
        "It sold 6 million euros of bonds while its revenue climbed to 7 million euros.",
        "revenue",
        "6e6",
        EUR,
    ),
    (
        "en",
        "Revenue came to 6 million euros, and its tips came to 5 million euros.",
        "revenue",
        "5e6",
        EUR,
    ),
    ("en", "In order to grow it took 5 million euros.", "orders", "5e6", EUR),
    ("en", "It came to 5 million euros.", "euro", "5e6", EUR),
]
LOSSES = [
    ("de", "Der Konzern machte einen Verlust von 5 Millionen Euro."),
    ("de", "Unter dem Strich stand ein Fehlbetrag von 5 Millionen Euro."),
    ("nl", "Het bedrijf leed een verlies van 5 miljoen euro."),
    ("en", "The loss narrowed to 5 million euros."),
    ("en", "It posted a net loss of 5 million euros."),
]  # fmt: skip


def code_of(
    finding_of: Callable[..., Finding | None], row: tuple[Any, ...], **more: Any
) -> str | None:
    lang, text, name, value, unit = row
    fields: dict[str, Any] = {
        "value": value,
        "unit": unit,
        "kind": "change" if unit == PER else "level",
    }
    words = WORDS[name][lang].split()
    others = {key: one for key, one in NAMED.indicators.items() if key != name}
    named = Nomenclature(others)
    finding = finding_of(text, lang, text, words=words, named=named, **fields | more)
    return finding.code if finding else None


@pytest.mark.parametrize("row", OK)
def test_a_named_measure_is_accepted(
    row: tuple[Any, ...], finding_of: Callable[..., Finding | None]
) -> None:
    assert code_of(finding_of, row, inferred=["sign"]) in {
        None,
        "status-dropped",
        "level-not-change",
    }


@pytest.mark.parametrize("row", MISMATCH)
def test_another_measure_is_refused(
    row: tuple[Any, ...], finding_of: Callable[..., Finding | None]
) -> None:
    assert code_of(finding_of, row, inferred=["measure", "sign"]) == "measure-mismatch"


@pytest.mark.parametrize("row", UNREAD)
def test_no_word_of_the_measure_is_a_review(
    row: tuple[Any, ...], finding_of: Callable[..., Finding | None]
) -> None:
    assert code_of(finding_of, row) == "measure-unread"
    assert code_of(finding_of, row, inferred=["measure"]) is None


@pytest.mark.parametrize(("lang", "text"), LOSSES)
def test_a_loss_is_below_zero_as_a_profit(
    lang: str, text: str, finding_of: Callable[..., Finding | None]
) -> None:
    assert code_of(finding_of, (lang, text, "profit", "5e6", EUR)) == "sign-mismatch"
    assert code_of(finding_of, (lang, text, "profit", "-5e6", EUR)) is None
    assert code_of(finding_of, (lang, text, "revenue", "5e6", EUR)) == "measure-mismatch"


def test_an_indicator_without_words_is_a_review_once(
    make_article: Callable[..., Any], make_fact: Callable[..., Any]
) -> None:
    fact = make_fact("Der Umsatz lag bei 5 Euro.", value=5, unit=EUR)
    articles = {"article": make_article("Der Umsatz lag bei 5 Euro.", "de")}
    facts = {"one": fact, "other": fact}

    def found(words: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
        marks = Marks(Place("seeds/indicators.yaml", 3, 2))
        indicator = Indicator(id="indicator", label={}, kind="level", words=words, marks=marks)
        findings = check_declared(facts, {"indicator": indicator}, articles)
        return [(one.code, one.severity) for one in findings]

    assert found({}) == [("measure-undeclared", "review")]
    assert found({"en": ("revenue",)}) == [("measure-undeclared", "review")]
    assert found({"de": ("Umsatz",)}) == []
    assert found({"de": ("Prozent", "der", "Million", "von")}) == [("measure-undeclared", "review")]


def test_a_fact_without_declared_words_is_left_alone(
    finding_of: Callable[..., Finding | None],
) -> None:
    text = "Der Gewinn lag bei 5 Millionen Euro."
    assert finding_of(text, "de", text, value="5e6", unit=EUR) is None


@pytest.mark.parametrize(
    ("lang", "text", "value", "unit"),
    [
        ("de", "Die Bilanz war mit 3 Mio. Euro negativ.", "3e6", EUR),
        ("de", "Das Ergebnis war mit 12,5 Mio. Euro im Minus.", "12.5e6", EUR),
        ("de", "Die Firma schrieb rote Zahlen von 3 Mio. Euro.", "3e6", EUR),
        ("de", "Das Ergebnis: 3,0 Mio. EUR (negativ).", "3e6", EUR),
        ("nl", "Het resultaat kwam uit op 3 miljoen euro negatief.", "3e6", EUR),
        ("nl", "Het saldo was 12,5 miljoen euro in de min.", "12.5e6", EUR),
        ("en", "The firm had a negative equity of 3 million euros.", "3e6", EUR),
        ("en", "The account was 12.5 million euros in the red.", "12.5e6", EUR),
    ],
)
def test_words_for_a_sign_make_an_amount_negative(
    lang: str, text: str, value: str, unit: str, finding_of: Callable[..., Finding | None]
) -> None:
    found = finding_of(text, lang, text, value=value, unit=unit)
    assert found is not None
    assert found.code == "sign-mismatch"
    assert finding_of(text, lang, text, value=f"-{value}", unit=unit) is None


def test_a_loss_elsewhere_in_the_sentence_makes_nothing_negative(
    finding_of: Callable[..., Finding | None],
) -> None:
    text = "Nach einem Verlust von 3 Millionen Euro lag der Gewinn bei 5 Millionen Euro."
    assert code_of(finding_of, ("de", text, "profit", "-5e6", EUR)) == "sign-mismatch"
    assert code_of(finding_of, ("de", text, "profit", "5e6", EUR)) is None
    # what it was before is of another time, for which the fact has no period
    assert code_of(finding_of, ("de", text, "profit", "-3e6", EUR)) == "period-unseen"
