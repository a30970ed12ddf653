"""Facts, articles and units as short as tests need them, and proving one in a line.

Comes in: plain values. Goes out: records of the model. Nothing is read but `passages.yaml`.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import yaml

from generator.evidence import prove
from generator.evidence.findings import aspect_of
from generator.model import (
    NO_NAMES,
    Amount,
    Article,
    Fact,
    Finding,
    Ignored,
    Indicator,
    Marks,
    Nomenclature,
    Period,
    Place,
    Quote,
    Unit,
)

PASSAGES = Path(__file__).with_name("passages.yaml")
FIELDS = ("indicator", "period", "value", "min_value", "max_value", "unit", "hedge", "status",
          "attribution", "inferred")  # fmt: skip


def _unit(unit: str, **words: Sequence[str]) -> Unit:
    return Unit(id=unit, label={}, words={lang: tuple(nouns) for lang, nouns in words.items()})


@pytest.fixture(scope="session")
def units() -> Mapping[str, Unit]:
    """The declared units of all tests here."""
    return {
        "vehicle": _unit(
            "vehicle",
            de=["Einheit", "Auto", "Fahrzeug", "Fahrzeig"],
            nl=["auto", "wagen"],
            en=["car", "vehicle", "unit", "electric car"],
        ),
        "share": _unit("share", de=["Aktie"], nl=["aandeel", "aandelen"], en=["share"]),
        "piece": _unit("piece", de=["Stück"], nl=["stuk"], en=["piece"]),
        "phone": _unit("phone", de=["Smartphone"], nl=["telefoon"], en=["phone", "smartphone"]),
        "bank": _unit("bank", de=["Bank"], nl=["bank"], en=["bank"]),
    }


@pytest.fixture(scope="session")
def passages() -> Mapping[str, str]:
    """Passages of news articles by name."""
    found: dict[str, str] = yaml.safe_load(PASSAGES.read_text(encoding="utf-8"))
    return found


def _marks() -> Marks:
    start = Place("seeds/facts/test.yaml", 10, 3)
    fields = {
        (name,): Place("seeds/facts/test.yaml", 11 + at, 10) for at, name in enumerate(FIELDS)
    }
    return Marks(start, MappingProxyType(fields))


def _article_marks() -> Marks:
    fields = {
        ("lang",): Place("seeds/articles.yaml", 5, 9),
        ("date_published",): Place("seeds/articles.yaml", 6, 19),
        ("ignored", 0, "exact"): Place("seeds/articles.yaml", 8, 13),
    }
    return Marks(Place("seeds/articles.yaml", 3, 3), MappingProxyType(fields))


@pytest.fixture(scope="session")
def make_article() -> Callable[..., Article]:
    """An article with a text in a language."""

    def make(
        text: str, lang: str, ignored: Mapping[str, str] | None = None, **fields: Any
    ) -> Article:
        dated = {"date_published": Period.parse("2025-03-18"), "date_basis": "inferred"}
        return Article(
            id="article",
            path="seeds/articles/article.txt",
            sha256="",
            lang=lang,
            title={},
            producer="",
            **(dated | fields),
            ignored=tuple(
                Ignored(exact=exact, reason={"en": why}) for exact, why in (ignored or {}).items()
            ),
            text=text,
            marks=_article_marks(),
        )

    return make


@pytest.fixture(scope="session")
def make_fact() -> Callable[..., Fact]:
    """A fact from the fields that an editor would type; `kind` is its indicator's."""

    def make(quote: str | Sequence[str] | Sequence[Quote], **fields: Any) -> Fact:
        texts = [quote] if isinstance(quote, str) else quote
        at = Marks(Place("seeds/facts/test.yaml", 30, 12))
        quotes = tuple(
            one if isinstance(one, Quote) else Quote(article="article", exact=one, marks=at)
            for one in texts
        )
        numbers = {
            name: Decimal(str(fields[name]))
            for name in ("value", "min_value", "max_value")
            if fields.get(name) is not None
        }
        reasons = fields.get("inferred", ())
        reasons = reasons if isinstance(reasons, dict) else dict.fromkeys(reasons, "why")
        amount = Amount(**numbers, unit=fields.get("unit"), hedge=fields.get("hedge") or "exact")
        return Fact(
            id="fact",
            indicator="indicator",
            about="subject",
            period=Period.parse(fields["period"]) if fields.get("period") else None,
            amount=amount if numbers else None,
            status=fields.get("status", "reported"),
            attribution=fields.get("attribution", "own"),
            quotes=quotes,
            inferred={key: {"en": why} for key, why in reasons.items()},
            hedge_typed="hedge" in fields,
            status_typed="status" in fields,
            marks=_marks(),
        )

    return make


@pytest.fixture(scope="session")
def finding_of(
    make_article: Callable[..., Article],
    make_fact: Callable[..., Fact],
    units: Mapping[str, Unit],
) -> Callable[..., Finding | None]:
    """The one finding of a fact on a text, or None when it is proven."""

    def find(
        text: str,
        lang: str,
        quote: Any,
        kind: str = "level",
        words: Sequence[str] = (),
        measured_in: Sequence[str] = (),
        named: Nomenclature = NO_NAMES,
        **fields: Any,
    ) -> Finding | None:
        proof = prove(
            make_fact(quote, **fields),
            indicator=Indicator(
                id="indicator",
                label={},
                kind=kind,  # type: ignore[arg-type]
                units=tuple(measured_in),
                words={lang: tuple(words)} if words else {},
                marks=_marks(),
            ),
            articles={"article": make_article(text, lang)},
            units=units,
            named=named,
        )
        aspects = [aspect_of(one) for one in proof.findings]
        is_alone = len(aspects) == 1
        assert is_alone or (None not in aspects and len({*aspects}) == len(aspects))
        return proof.findings[0] if proof.findings else None

    return find
