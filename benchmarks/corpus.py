"""Articles as a newspaper might print them, made up from templates, with facts that quote them.

Comes in: a seed. Goes out: articles in German, Dutch and English, the same for the same seed, and
for each the facts that its sentences state. Firms, people and figures do not exist.
"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from generator.model import (
    HEDGES,
    Amount,
    Article,
    Attribution,
    Entity,
    Fact,
    FrozenDict,
    Hedge,
    Indicator,
    IndicatorKind,
    Marks,
    Nomenclature,
    Period,
    Place,
    Quote,
    Unit,
)

VEHICLE = "vehicle"
UNITS = {
    VEHICLE: Unit(
        id=VEHICLE,
        label={"en": {"one": "vehicle", "other": "vehicles"}},
        words={"de": ("Fahrzeug",), "nl": ("wagen",), "en": ("vehicle",)},
    )
}
KINDS: tuple[IndicatorKind, ...] = ("level", "change")
_NOWHERE = Marks(Place("benchmark"))
MEASURES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "sales": {"de": ("Umsatz",), "nl": ("omzet",), "en": ("sales", "revenue")},
    "stock": {"de": ("Aktie", "kosten"), "nl": ("aandeel", "kosten"), "en": ("share", "cost")},
    "built": {"de": ("Band", "Produktion"), "nl": ("band", "productie"), "en": ("build", "output")},
    "market-share": {"de": ("Marktanteil",), "nl": ("marktaandeel",), "en": ("market share",)},
    "list-price": {"de": ("verlangen",), "nl": ("vragen", "prijs"), "en": ("charge", "price")},
    "profit": {"de": ("Gewinn",), "nl": ("winst",), "en": ("profit", "earnings")},
    "invested": {
        "de": ("fließen", "Investition"), "nl": ("steken", "investering"), "en": ("swallow",)
    },
    "staff": {"de": ("Mitarbeiter",), "nl": ("werknemer",), "en": ("employee", "staff")},
    "debt": {"de": ("Schulden",), "nl": ("schuld",), "en": ("debt",)},
}  # fmt: skip
"""What the sentences speak of in their order, with the words for it; two that none speaks of."""
INDICATORS: Mapping[str, Indicator] = {
    f"{name}-{kind}": Indicator(
        id=f"{name}-{kind}", label={}, kind=kind, words=FrozenDict(words), marks=_NOWHERE
    )
    for name, words in MEASURES.items()
    for kind in KINDS
}

SENTENCES = {
    "de": (
        "{firm} steigerte den Umsatz {quarter} um {up} auf {money}.",
        "Die Aktie von {firm} kostete am {date} rund {price:about} und verlor {down}.",
        "Im Werk {place} liefen {month} mehr als {count:over} vom Band.",
        "Der Marktanteil liegt nun bei {share}, sagte {person} vor Journalisten.",
        "Für das neue Modell {model} verlangt {firm} mindestens {price:at-least}.",
        "Der Gewinn betrug {quarter} knapp {money:nearly}.",
        "In die Fabrik in {place} flossen {money}, dazu kamen {money} für Maschinen.",
        "Zwischen {place} und {place} verkehren die Wagen von {firm} ohne Fahrer.",
        "Ein Sprecher nannte keine Gründe, nannte die Nachfrage nach dem {model} aber hoch.",
        "„Wir haben lange darauf gewartet“, sagte {person}, die das Werk in {place} leitet.",
    ),
    "nl": (
        "{firm} zag de omzet {quarter} stijgen met {up} naar {money}.",
        "Het aandeel van {firm} kostte op {date} ongeveer {price:about} en verloor {down}.",
        "In de fabriek in {place} rolden {month} meer dan {count:over} van de band.",
        "Het marktaandeel staat nu op {share}, zei {person} tegen journalisten.",
        "Voor het nieuwe model {model} vraagt {firm} minstens {price:at-least}.",
        "De winst bedroeg {quarter} bijna {money:nearly}.",
        "In de fabriek in {place} werd {money} gestoken, plus {money} voor machines.",
        "Tussen {place} en {place} rijden de wagens van {firm} zonder bestuurder.",
        "Een woordvoerder noemde geen redenen, maar noemde de vraag naar de {model} groot.",
        "'Wij hebben hier lang op gewacht', zei {person}, die de fabriek in {place} leidt.",
    ),
    "en": (
        "{firm} lifted its sales by {up} to {money} {quarter}.",
        "Shares of {firm} cost about {price:about} on {date} and lost {down}.",
        "The plant at {place} built more than {count:over} {month}.",
        "The market share now stands at {share}, {person} told journalists.",
        "For its new model {model} {firm} charges at least {price:at-least}.",
        "Profit came to nearly {money:nearly} {quarter}.",
        "The factory in {place} swallowed {money}, and another {money} went into machines.",
        "Between {place} and {place} the cars of {firm} run without a driver.",
        "A spokesman gave no reasons but called demand for the {model} strong.",
        '"We have waited a long time for this", said {person}, who runs the plant in {place}.',
    ),
}
FIRMS: tuple[str, ...] = (
    "Nordwelle",
    "Kestrel Motors",
    "Lumo",
    "Vandermeer & Zoon",
    "Hafenlicht AG",
    "Orrery",
)
PLACES = ("Altmoor", "Zeewijk", "Port Callan", "Brünnheim", "Oosterdal", "Merrowby")
PEOPLE = ("Ilse Tornau", "Bram Oudekerk", "Nora Fenwick", "Jonas Rehmann", "Saskia Vlietstra")
MONTHS = {
    "de": ("Januar", "April", "Juni", "September", "Oktober", "Dezember"),
    "nl": ("januari", "april", "juni", "september", "oktober", "december"),
    "en": ("January", "April", "June", "September", "October", "December"),
}
_MONTH_NUMBERS = (1, 4, 6, 9, 10, 12)
QUARTERS = {"de": "im {}. Quartal {}", "nl": "in het {}e kwartaal van {}", "en": "in Q{} {}"}
BILLIONS = {"de": "Milliarden", "nl": "miljard", "en": "billion"}
MILLIONS = {"de": "Millionen", "nl": "miljoen", "en": "million"}
MONEY = {
    "de": {"EUR": "Euro", "USD": "US-Dollar", "CNY": "Yuan"},
    "nl": {"EUR": "euro", "USD": "Amerikaanse dollar", "CNY": "yuan"},
    "en": {"EUR": "euros", "USD": "US dollars", "CNY": "yuan"},
}
PER_CENT = {"de": "Prozent", "nl": "procent", "en": "percent"}
VEHICLES = {"de": "Fahrzeuge", "nl": "wagens", "en": "vehicles"}
DATELINES = {"de": "Altmoor, 18. März 2025", "nl": "Zeewijk, 18 maart 2025", "en": "18 March 2025"}
ENTITIES = {name: Entity(id=name, name={"en": name}) for name in (*FIRMS, *PLACES)}
NAMED = Nomenclature(indicators=INDICATORS, entities=ENTITIES)
_UNNAMED = {"subject": {"en": "The article is about it."}}
_DATE_ORDER = {"de": "{}. {} {}", "nl": "{} {} {}", "en": "{} {} {}"}
_OTHER_MARKS = str.maketrans(",.", ".,")
_PLACEHOLDER = re.compile(r"\{(\w+)(?::([\w-]+))?\}")


class Claim(NamedTuple):
    """What a figure of a sentence states."""

    kind: IndicatorKind
    amount: Amount


class Sample(NamedTuple):
    """An article, the facts that quote it, and the same facts misquoting it by a letter."""

    article: Article
    facts: tuple[Fact, ...]
    misquoted: tuple[Fact, ...]


class _Writer:
    """Fills the placeholders of one sentence, and remembers what they claim."""

    def __init__(self, dice: random.Random, lang: str) -> None:
        self.dice, self.lang = dice, lang
        self.about = ""
        self.claims: list[Claim] = []
        self.period: Period | None = None
        self.attribution: Attribution = "own"

    def write(self, template: str) -> str:
        return _PLACEHOLDER.sub(self._fill, template)

    def _fill(self, match: re.Match[str]) -> str:
        name = match[1]
        hedge: Hedge = next((one for one in HEDGES if one == match[2]), "exact")
        if name == "person":
            self.attribution = "attributed"
            return self.dice.choice(PEOPLE)
        if name in {"firm", "place"}:
            named = self.dice.choice(FIRMS if name == "firm" else PLACES)
            self.about = self.about or named
            return named
        if name == "model":
            return self.dice.choice("KTVZ") + str(self.dice.randint(2, 99))
        if name in {"quarter", "date", "month"}:
            return self._time(name)
        return self._figure(name, hedge)

    def _time(self, name: str) -> str:
        year, at = self.dice.randint(2019, 2024), self.dice.randrange(len(_MONTH_NUMBERS))
        month, word = _MONTH_NUMBERS[at], MONTHS[self.lang][at]
        if name == "quarter":
            quarter = self.dice.randint(1, 4)
            self.period = Period.parse(f"{year}-Q{quarter}")
            return QUARTERS[self.lang].format(quarter, year)
        if name == "month":
            self.period = Period.parse(f"{year}-{month:02}")
            return f"{'im' if self.lang == 'de' else 'in'} {word} {year}"
        day = self.dice.randint(1, 28)
        self.period = Period.parse(f"{year}-{month:02}-{day:02}")
        return _DATE_ORDER[self.lang].format(day, word, year)

    def _figure(self, name: str, hedge: Hedge) -> str:
        """The words of an amount of this kind."""
        dice, lang = self.dice, self.lang
        if name == "count":
            value = Decimal(dice.randint(120, 90_000)) * 10
            return self._claim(value, VEHICLE, hedge, f"{self._digits(value)} {VEHICLES[lang]}")
        if name in {"up", "down", "share"}:
            value = Decimal(dice.randint(11, 689)).scaleb(-1)
            words = f"{self._digits(value)} {PER_CENT[lang]}"
            return self._claim(-value if name == "down" else value, "%", hedge, words, name)
        unit, word = dice.choice(list(MONEY[lang].items()))
        if name == "price":
            value = Decimal(dice.randint(150, 99_999)).scaleb(-2)
            return self._claim(value, unit, hedge, f"{self._digits(value)} {word}")
        value = Decimal(dice.randint(11, 9_999)).scaleb(-dice.randint(0, 1))
        scale, power = dice.choice([(BILLIONS[lang], 9), (MILLIONS[lang], 6)])
        words = f"{self._digits(value)} {scale} {word}"
        return self._claim(value.scaleb(power), unit, hedge, words)

    def _claim(self, value: Decimal, unit: str, hedge: Hedge, words: str, name: str = "") -> str:
        kind: IndicatorKind = "change" if name in {"up", "down"} else "level"
        self.claims.append(Claim(kind, Amount(value=value, unit=unit, hedge=hedge)))
        return words

    def _digits(self, value: Decimal) -> str:
        shown = f"{value:,}"
        return shown if self.lang == "en" else shown.translate(_OTHER_MARKS)


def make_article(dice: random.Random, lang: str, number: int, characters: int) -> Sample:
    """An article of about so many characters, in paragraphs of a few sentences."""
    identifier = f"{lang}-{number}"
    sentences, length = [], 0
    facts: list[Fact] = []
    while length < characters:
        writer = _Writer(dice, lang)
        template = dice.choice(SENTENCES[lang])
        measure = list(MEASURES)[min(SENTENCES[lang].index(template), len(MEASURES) - 1)]
        sentence = writer.write(template)
        values = [amount.value for _, amount in writer.claims]
        if len({*values}) < len(values):
            continue  # of one number said twice nobody can tell which a fact means
        sentences.append(sentence)
        length += len(sentence) + 1
        facts += _facts(identifier, len(facts), sentence, writer, measure)
    paragraphs = (" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5))
    article = Article(
        id=identifier,
        path=f"{identifier}.txt",
        sha256="",
        lang=lang,
        title={},
        producer="",
        date_published=Period.parse("2025-03-18"),
        date_basis="stated",
        text="\n\n".join([DATELINES[lang], *paragraphs]),
        marks=_NOWHERE,
    )
    return Sample(article, tuple(facts), tuple(_misquoted(facts)))


def _facts(
    article: str, number: int, sentence: str, writer: _Writer, measure: str
) -> Iterator[Fact]:
    quote = Quote(article=article, exact=sentence, marks=_NOWHERE)
    for at, (kind, amount) in enumerate(writer.claims, number):
        yield Fact(
            id=f"{article}-{at}",
            indicator=f"{measure}-{kind}",
            about=writer.about or FIRMS[0],
            period=writer.period,
            amount=amount,
            attribution=writer.attribution,
            inferred={} if writer.about else _UNNAMED,
            quotes=(quote,),
            marks=_NOWHERE,
        )


def _misquoted(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts with a letter too many in the middle of their quotations: a slip of the pen."""
    for fact in facts:
        exact = fact.quotes[0].exact
        middle = len(exact) // 2
        slip = f"{exact[:middle]}y{exact[middle:]}"
        yield replace(fact, quotes=(replace(fact.quotes[0], exact=slip),))
