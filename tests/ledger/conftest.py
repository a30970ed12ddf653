"""Small seeds for the ledger: facts typed as short lines, all in proven articles."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import MappingProxyType

import pytest

from generator.ledger import CheckResult, build_book, cross_checks
from generator.model import (
    Amount,
    Article,
    Band,
    Book,
    Briefing,
    Check,
    Constant,
    Fact,
    Finding,
    FollowUp,
    Indicator,
    Known,
    Located,
    Marks,
    Period,
    Place,
    Proof,
    Quote,
    Seeds,
    Subject,
    Unit,
)

MARKS = Marks(Place("seeds/facts/x.yaml", 1, 3))
CHECK_MARKS = Marks(
    Place("seeds/facts/x.yaml", 5, 3),
    MappingProxyType(
        {
            ("formula",): Place("seeds/facts/x.yaml", 6, 12),
            ("against",): Place("seeds/facts/x.yaml", 7, 12),
            ("between",): Place("seeds/facts/x.yaml", 8, 12),
            ("between", "unit"): Place("seeds/facts/x.yaml", 8, 40),
        }
    ),
)
UNITS = {"CNY", "USD", "HKD", "%", "vehicle", "share", "year", "USD/year", "CNY/USD", "x"}


def _marks(line: int) -> Marks:
    path = "seeds/facts/x.yaml"
    places = {
        (name,): Place(path, line + offset, 12)
        for offset, name in enumerate(("formula", "unit", "revision_of"), 1)
    }
    return Marks(Place(path, line, 3), MappingProxyType(places))


def _article(name: str, published: str) -> Article:
    return Article(
        id=name,
        path=f"articles/{name}.txt",
        sha256="0" * 64,
        lang="de",
        title={"en": name},
        producer="A Paper",
        date_published=Period.parse(published),
        date_basis="stated",
        marks=MARKS,
    )


@dataclass
class Desk:
    """Where a test types its facts; `book()` builds them."""

    facts: dict[str, Fact] = field(default_factory=dict)
    broken: dict[str, Finding] = field(default_factory=dict)
    constants: dict[str, Constant] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    checks: list[Check] = field(default_factory=list)
    known_ids: set[str] = field(default_factory=set)
    promises: dict[str, FollowUp] = field(default_factory=dict)
    """By indicator, in the place of the usual ones."""
    read_findings: tuple[Finding, ...] = ()

    def quoted(self, name: str, value: str, unit: str | None = None, **more: object) -> None:
        """A fact that its quotation proves."""
        ends = value.split("..")
        amount = Amount(
            value=Decimal(value) if len(ends) == 1 else None,
            min_value=Decimal(ends[0]) if len(ends) > 1 else None,
            max_value=Decimal(ends[1]) if len(ends) > 1 else None,
            unit=unit,
            hedge=more.pop("hedge", "exact"),  # type: ignore[arg-type]
        )
        self.event(name, amount=amount, **more)

    def event(self, name: str, articles: str = "first", **more: object) -> None:
        """A fact with a quotation in each of these articles."""
        quotes = tuple(
            Quote(article=article, exact="words", marks=MARKS) for article in articles.split()
        )
        self._put(name, quotes=quotes, **more)

    def derived(self, name: str, formula: str, unit: str | None = None, **more: object) -> None:
        """A fact with a formula."""
        self._put(name, formula=formula, amount=Amount(unit=unit), **more)

    def constant(self, name: str, value: str) -> None:
        """A declared constant."""
        self.constants[name] = Constant(id=name, value=Decimal(value), reason={"en": "why"})

    def article(self, name: str, published: str) -> None:
        """One more article than the first and the second."""
        self.articles[name] = _article(name, published)

    def check(self, formula: str, against: str | None = None, band: str = "") -> None:
        """A cross-check; a band is typed as `7.1..7.4 CNY/USD`."""
        ends, _, unit = band.partition(" ")
        low, _, high = ends.partition("..")
        self.checks.append(
            Check(
                id=f"check-{len(self.checks)}",
                label={"en": "C"},
                formula=formula,
                against=against,
                band=Band(
                    min_value=Decimal(low), max_value=Decimal(high), unit=unit or None, reason={}
                )
                if band
                else None,
                marks=CHECK_MARKS,
            )
        )

    def results(self) -> tuple[tuple[CheckResult, ...], tuple[Finding, ...]]:
        """What came of the cross-checks."""
        return cross_checks(self.book()[0], self.seeds())

    def unprove(self, name: str) -> None:
        """Its quotation is not there."""
        fact = self.facts[name]
        self.broken[name] = Finding("quote-missing", fact.marks.start, name, "m", "h")

    def seeds(self) -> Seeds:
        """All that was typed."""
        articles = {
            "first": _article("first", "2024-10"),
            "second": _article("second", "2025-03-18"),
            **self.articles,
        }
        kinds = {
            "level": "level",
            "flow": "flow",
            "growth": "change",
            "happened": "event",
            "goal": "level",
            "start": "event",
        }
        promises = {
            "goal": FollowUp(measured_by=("flow", "growth")),
            "start": FollowUp(measured_by=("happened",)),
            **self.promises,
        }
        return Seeds(
            briefing=Briefing(
                title={"en": "B"},
                subject=Subject(id="acme", name={"en": "Acme"}),
                languages=("en",),
                constants=self.constants,
                marks=MARKS,
            ),
            articles=articles,
            units={
                name: Unit(id=name, label={"en": {"one": name, "other": f"{name}s"}}, words={})
                for name in ("vehicle", "share", "year")
            },
            indicators={
                name: Indicator(
                    id=name,
                    label={"en": name},
                    kind=kind,  # type: ignore[arg-type]
                    promise=promises.get(name),
                    marks=MARKS,
                )
                for name, kind in kinds.items()
            },
            facts=dict(self.facts),
            checks=tuple(self.checks),
            charts={},
            documents=(),
            assets={},
            known={"fact": Known(frozenset({*self.facts, *self.known_ids}), "seeds/facts")},
            findings=self.read_findings,
        )

    def proofs(self) -> Mapping[str, Proof]:
        """A proof for each quoted fact, without problems unless it was unproved."""
        return {
            name: Proof(
                fact=name,
                located=tuple(Located(quote=q, start=0, end=5, text="words") for q in fact.quotes),
                findings=(self.broken[name],) if name in self.broken else (),
            )
            for name, fact in self.facts.items()
            if fact.formula is None
        }

    def book(self) -> tuple[Book, tuple[Finding, ...]]:
        """What the ledger makes of it."""
        return build_book(self.seeds(), self.proofs(), {})

    def _put(self, name: str, **more: object) -> None:
        if isinstance(period := more.get("period"), str):
            more["period"] = Period.parse(period)
        fact = Fact(
            id=name, indicator="level", about="acme", marks=_marks(10 * len(self.facts) + 1)
        )
        self.facts[name] = replace(fact, **more)  # type: ignore[arg-type]


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture(scope="session")
def new_desk() -> Callable[[], Desk]:
    """For tests that need several, or one for each example."""
    return Desk
