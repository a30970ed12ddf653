"""A small book of invented figures, and a wording that shows what it was asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest

from generator.model import (
    Amount,
    Article,
    Book,
    Chart,
    CoveredMention,
    Entry,
    Fact,
    Indicator,
    Located,
    Marks,
    Mention,
    Period,
    Place,
    Quote,
    Text,
    Unit,
)
from generator.wording import LanguageWording

MARKS = Marks(Place("seeds/facts/x.yaml"))
FIELDS = ("kind", "facts", "where")


class PlainWording:
    """Says keys and values back: `key(name=value)`; numbers as typed."""

    lang = "en"

    def say(self, key: str, **values: str) -> str:
        inside = ", ".join(f"{name}={value}" for name, value in values.items())
        return f"{key}({inside})" if inside else key

    def text(self, text: Text) -> str:
        return next(iter(text.values()), "")

    def amount(self, amount: Amount, *, signed: bool = False) -> str:
        hedge = "" if amount.hedge == "exact" else f"{amount.hedge} "
        return f"{hedge}{self.number(amount, signed=signed)} {amount.unit or ''}".strip()

    def number(self, amount: Amount, *, signed: bool = False) -> str:
        if amount.value is None:
            return f"{amount.min_value}..{amount.max_value}"
        sign = "+" if signed and amount.value > 0 else ""
        return f"{sign}{amount.value:f}"

    def unit_name(self, unit: str | None) -> str:
        return unit or ""

    def period(self, period: Period) -> str:
        return str(period)


@dataclass
class Desk:
    """Where a test types its entries; `book` holds them."""

    entries: dict[str, Entry] = field(default_factory=dict)
    coverage: dict[str, tuple[CoveredMention, ...]] = field(default_factory=dict)

    def add(
        self,
        name: str,
        value: str | None = None,
        unit: str | None = None,
        *,
        period: str = "2024",
        article: str = "first",
        **more: Any,
    ) -> Entry:
        """An entry with a quotation; without a value it is an event."""
        kind = more.pop("kind", "event" if value is None else "level")
        indicator = more.pop("indicator", kind)
        published = self.book.articles[article].date_published
        quote = Quote(article=article, exact="words", marks=MARKS)
        amount = None if value is None else _amount(value, unit, more.pop("hedge", "exact"))
        spread = value or ".."
        low, _, high = more.pop(
            "between", spread if ".." in spread else f"{value}..{value}"
        ).partition("..")
        revised_by, inputs = more.pop("revised_by", None), more.pop("inputs", ())
        entry = Entry(
            fact=Fact(
                id=name,
                indicator=indicator,
                about=more.pop("about", "acme"),
                period=Period.parse(period),
                amount=amount,
                quotes=(quote,),
                marks=MARKS,
                **more,
            ),
            indicator=Indicator(
                id=indicator, label={"en": indicator.title()}, kind=kind, marks=MARKS
            ),
            amount=amount,
            exact=amount.value if amount else None,
            low=Decimal(low) if amount and low else None,
            high=Decimal(high) if amount and high else None,
            revised_by=revised_by,
            inputs=inputs,
            period=Period.parse(period),
            known_from=published,
            located=(Located(quote=quote, start=0, end=5, text="words"),),
        )
        self.entries[name] = entry
        return entry

    def count(self, article: str, covered: int, ignored: int, unaccounted: int) -> None:
        """So many mentions of an article."""
        mention = Mention(text="1", start=0, end=1, kind="count")
        self.coverage[article] = (
            *[CoveredMention(mention=mention, covered_by=("a",))] * covered,
            *[CoveredMention(mention=mention, ignored="why")] * ignored,
            *[CoveredMention(mention=mention)] * unaccounted,
        )

    @property
    def book(self) -> Book:
        """All that was typed."""
        articles = {
            name: Article(
                id=name,
                path=f"articles/{name}.txt",
                sha256="0" * 64,
                lang="de",
                title={"en": f"The {name} article"},
                producer="A Paper",
                date_published=Period.parse(published),
                date_basis="stated",
                marks=MARKS,
            )
            for name, published in (("first", "2024-10-15"), ("second", "2025-03-18"))
        }
        label = {"en": {"one": "vehicle", "other": "vehicles"}}
        units = {"vehicle": Unit(id="vehicle", label=label, words={})}
        return Book(
            entries=self.entries,
            articles=articles,
            withdrawn={},
            units=units,
            coverage=self.coverage,
        )


def _amount(value: str, unit: str | None, hedge: Any) -> Amount:
    low, dots, high = value.partition("..")
    if dots:
        return Amount(min_value=Decimal(low), max_value=Decimal(high), unit=unit, hedge=hedge)
    return Amount(value=Decimal(value), unit=unit, hedge=hedge)


def make_chart(kind: str, *facts: str, **where: str) -> Chart:
    """A chart of these facts, or of those that `where` picks."""
    places: dict[tuple[str | int, ...], Place] = {
        (name,): Place("seeds/charts.yaml", line, 3) for line, name in enumerate(FIELDS, 2)
    }
    for index in range(len(facts)):
        places["facts", index] = Place("seeds/charts.yaml", 3, 10 + index)
    return Chart(
        id=f"the-{kind}",
        kind=kind,
        title={"en": "What the chart says"},
        subtitle={"en": "What it measures"},
        facts=facts,
        where=where,
        marks=Marks(Place("seeds/charts.yaml", 1, 1), MappingProxyType(places)),
    )


def fill_desk(desk: Desk) -> Mapping[str, Chart]:
    """A chart of each kind, and the facts that they need."""
    first = {"en": "First target"}
    desk.add("old-target", "3e5", "vehicle", status="target", label=first, revised_by="new-target")
    desk.add("new-target", "350_000", "vehicle", status="target", article="second")
    pace = {"hedge": "about", "status": "estimate", "period": "2025-07", "between": "3e5..4.2e5"}
    desk.add("pace", "3.6E+5", "vehicle", **pace)
    desk.add("sold", "30_000", "vehicle", period="2025-07")
    desk.add("expected", "103.94e9", "CNY", status="consensus", period="2024-Q4")
    desk.add("revenue", "109e9", "CNY", period="2024-Q4", article="second")
    desk.add("spread", "90e9..100e9", "CNY", status="forecast", period="2025-Q4")
    desk.add("high", "9.00", "USD", period="2025-06", indicator="price", about="acme")
    desk.add("low", "6.65", "USD", period="2025-07", indicator="price", about="acme")
    desk.add("again", "7.70", "USD", period="2025-07/2025-08", indicator="price", hedge="about")
    desk.add("late", "6.58", "USD", period="2025-08-07", indicator="price", article="second")
    desk.add("other", "7.00", "USD", indicator="other price", status="planned")
    desk.add("rise", "5.4", "%", kind="change", period="2021-10")
    fall = {"period": "2025-07/2025-11", "hedge": "over", "between": "..-30"}
    desk.add("fall", "-30", "%", kind="change", **fall)
    desk.add("announced", period="2021-03", label={"en": "A car is announced"})
    desk.add("planned", period="2024-H1", status="planned", label={"en": "Production starts"})
    desk.add("since", period="2022/..", label={"en": "Buying back"}, article="second")
    desk.add("until", period="../2023", label={"en": "Something ended"})
    desk.count("first", 7, 2, 0)
    desk.count("second", 11, 3, 1)
    return {
        chart.kind: chart
        for chart in (
            make_chart("steps", "old-target", "new-target", "pace", "sold"),
            make_chart("bars", "revenue", "expected", "spread"),
            make_chart("levels", "high", "low", "again", "late", "other"),
            make_chart("moves", unit="%"),
            make_chart("intervals", "pace", "sold", "new-target"),
            make_chart("timeline", "announced", "since", "until", "planned", "sold"),
            make_chart("promises", "old-target", "new-target", "pace", "planned", "announced"),
            make_chart("coverage"),
        )
    }


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def charts(desk: Desk) -> Mapping[str, Chart]:
    return fill_desk(desk)


@pytest.fixture
def plain() -> LanguageWording:
    return PlainWording()


@pytest.fixture
def chart() -> Callable[..., Chart]:
    return make_chart
