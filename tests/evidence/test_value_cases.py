"""Values, units, hedges and movements in sentences of three languages: each fact is proven or stopped."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.evidence import prove
from generator.model import (
    NO_NAMES,
    Amount,
    Article,
    Fact,
    Finding,
    FrozenDict,
    Indicator,
    Marks,
    Nomenclature,
    Period,
    Place,
    Quote,
    Unit,
)

LANGUAGES = ("de", "nl", "en")
MARKS = Marks(Place("seeds/facts/test.yaml"))


def _findings(lang: str, case: Mapping[str, Any]) -> tuple[Finding, ...]:
    counted = {lang: tuple(case.get("counted", ()))}
    units = {"thing": Unit(id="thing", label={}, words=counted)}
    if case.get("unit") == "lm":
        units = {"lm": Unit(id="lm", label={}, words=counted)}
    article = Article(
        id="article", path="a.txt", sha256="", lang=lang, title={}, producer="",
        date_published=Period.parse("2025-06-15"), date_basis="inferred",
        text=case["text"], marks=MARKS,
    )  # fmt: skip
    numbers = {
        name: Decimal(case[key])
        for name, key in (("value", "value"), ("min_value", "low"), ("max_value", "high"))
        if key in case
    }
    amount = Amount(**numbers, unit=case.get("unit"), hedge=case.get("hedge", "exact"))
    fact = Fact(
        id="fact", indicator="measure", about="subject", amount=amount,
        period=Period.parse(case["period"]) if "period" in case else None,
        status=case.get("status", "reported"),
        quotes=(Quote(article="article", exact=case.get("quote", case["text"].rstrip(".")), marks=MARKS),),
        inferred={key: {"en": "why"} for key in case.get("inferred", ())},
        hedge_typed="hedge" in case, status_typed="status" in case, marks=MARKS,
    )  # fmt: skip
    words = FrozenDict({lang: tuple(case["words"])}) if "words" in case else FrozenDict({})
    indicator = Indicator(
        id="measure", label={}, kind=case.get("kind", "level"), marks=MARKS, words=words
    )
    named = Nomenclature({"measure": indicator}, {}) if words else NO_NAMES
    proof = prove(
        fact, indicator=indicator, articles={"article": article}, units=units, named=named
    )
    return proof.findings


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_value_is_proven_or_stopped(lang: str) -> None:
    file = Path(__file__).with_name(f"cases_values_{lang}.yaml")
    cases = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)["cases"]
    assert len(cases) > 100
    judged = [(case, _findings(lang, case)) for case in cases]
    assert [one for one in judged if ("stopped" if one[1] else "proven") != one[0]["is"]] == []
