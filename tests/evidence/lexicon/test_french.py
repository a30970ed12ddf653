"""French is read by one file of words alone: no line of code knows the language."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pytest

from generator.evidence import find, is_readable, prove
from generator.model import Article, Fact, Finding, Indicator, Marks, Place, Unit

UNITS = {"vehicle": Unit(id="vehicle", label={}, words={"fr": ("véhicule",)})}
INDICATOR = {"label": {}, "marks": Marks(Place("seeds/indicators.yaml"))}
FACTS = [
    ("Le salon a ouvert le 1er mars 2024 à Lyon.", "event", {"period": "2024-03-01"}, "2024-03-02"),
    ("Les ventes atteignent 109 milliards d'euros.", "level", {"value": "109e9", "unit": "EUR"}, "109e6"),
    ("Les ventes sont en hausse de 4,5 % sur un an.", "change", {"value": "4.5", "unit": "%"}, "-4.5"),
    ("Le parc compte environ 350.000 véhicules.", "level",
     {"value": "350000", "unit": "vehicle", "hedge": "about"}, "350"),
    ("Au 2ème trimestre 2024, la marge atteint 12 %.", "level",
     {"value": "12", "unit": "%", "period": "2024-Q2"}, "2"),
]  # fmt: skip

pytestmark = pytest.mark.usefixtures("french")


def read(text: str) -> list[tuple[Any, ...]]:
    return [
        (one.text, one.edtf or one.value, one.unit, one.hedge, one.direction)
        for one in find(text, "fr", UNITS)
    ]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Le 1er mars 2024.", ("1er mars 2024", "2024-03-01", None, "exact", None)),
        ("Le 2 mars 2024.", ("2 mars 2024", "2024-03-02", None, "exact", None)),
        ("Soit 109 milliards.", ("109 milliards", Decimal("109e9"), None, "exact", None)),
        ("En hausse de 4,5 %.", ("4,5 %", Decimal("4.5"), "%", "exact", "up")),
        ("En baisse de 4,5\u202f%.", ("4,5\u202f%", Decimal("4.5"), "%", "exact", "down")),
        ("Il y a environ 350.000 véhicules.", ("350.000 véhicules", Decimal(350000), "vehicle", "about", None)),
        ("Il y a 350\u202f000 véhicules.", ("350\u202f000 véhicules", Decimal(350000), "vehicle", "exact", None)),
        ("Le 2ème trimestre 2024.", ("2ème trimestre 2024", "2024-34", None, "exact", None)),
        ("Au T2 2024.", ("T2 2024", "2024-34", None, "exact", None)),
    ],
)  # fmt: skip
def test_a_sentence_is_read_by_its_lexicon_alone(text: str, mention: tuple[Any, ...]) -> None:
    assert is_readable("fr")
    assert read(text) == [mention]


@pytest.fixture
def finding_in_french(
    make_article: Callable[..., Article], make_fact: Callable[..., Fact]
) -> Callable[..., Finding | None]:
    def prove_one(text: str, kind: Any, fields: Mapping[str, Any]) -> Finding | None:
        proof = prove(
            make_fact(text.rstrip("."), **fields),
            indicator=Indicator(id="indicator", kind=kind, **INDICATOR),
            articles={"article": make_article(text, "fr")},
            units=UNITS,
        )
        assert proof.located
        return proof.findings[0] if proof.findings else None

    return prove_one


@pytest.mark.parametrize(("text", "kind", "fields", "wrong"), FACTS)
def test_a_fact_of_a_french_article_is_proven(
    text: str, kind: str, fields: dict[str, Any], wrong: str, finding_in_french: Callable[..., Finding | None]
) -> None:  # fmt: skip
    assert finding_in_french(text, kind, fields) is None


@pytest.mark.parametrize(("text", "kind", "fields", "wrong"), FACTS)
def test_another_value_than_the_french_one_is_refused(
    text: str, kind: str, fields: dict[str, Any], wrong: str, finding_in_french: Callable[..., Finding | None]
) -> None:  # fmt: skip
    name = "period" if kind == "event" else "value"
    assert finding_in_french(text, kind, {**fields, name: wrong}) is not None


def test_a_hedge_that_the_fact_leaves_out_is_found(
    finding_in_french: Callable[..., Finding | None],
) -> None:
    finding = finding_in_french(
        "Le parc compte environ 350.000 véhicules.", "level", {"value": "350000", "unit": "vehicle"}
    )
    assert finding is not None
    assert finding.code == "hedge-dropped"


def test_a_negation_of_the_lexicon_is_found(
    finding_in_french: Callable[..., Finding | None],
) -> None:
    text = "Le parc ne compte pas 350.000 véhicules."
    finding = finding_in_french(text, "level", {"value": "350000", "unit": "vehicle"})
    assert finding is not None
    assert finding.code == "negated"
