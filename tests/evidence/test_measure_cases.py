"""Sentences of three languages with declared measures and names: each fact is proven or stopped."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.evidence import prove
from generator.model import (
    Amount,
    Article,
    Entity,
    Fact,
    Indicator,
    Marks,
    Nomenclature,
    Period,
    Place,
    Quote,
    Subject,
    Unit,
)

MARKS = Marks(Place("seeds/facts/test.yaml"))
CASES = yaml.load(
    Path(__file__).with_name("cases_measures.yaml").read_text("utf-8"), yaml.CSafeLoader
)["cases"]


def _is_proven(case: Mapping[str, Any]) -> bool:
    lang, text = case["lang"], case["text"]
    counted = {"thing": Unit(id="thing", label={}, words={lang: tuple(case.get("counted", ()))})}
    article = Article(
        id="article", path="a.txt", sha256="", lang=lang, title={}, producer="",
        date_published=Period.parse("2026-01-15"), date_basis="inferred", text=text, marks=MARKS,
    )  # fmt: skip
    nouns = {lang: tuple(case["nouns"])} if "nouns" in case else {}
    subject = Subject(id="subject", name={"en": "x"}, names=tuple(case["names"]), nouns=nouns)
    indicator = Indicator(
        id="measure", label={}, kind=case["kind"], words={lang: tuple(case["words"])}, marks=MARKS
    )
    keys = (("value", "value"), ("min_value", "low"), ("max_value", "high"))
    numbers = {name: Decimal(case[key]) for name, key in keys if key in case}
    amount = Amount(**numbers, unit=case["unit"], hedge=case.get("hedge", "exact"))
    fact = Fact(
        id="fact", indicator="measure", about="subject", period=Period.parse("2025"), amount=amount,
        status=case.get("status", "reported"), attribution=case.get("attribution", "own"),
        quotes=(Quote(article="article", exact=text, marks=MARKS),),
        inferred={name: {"en": "x"} for name in ("period", *case.get("inferred", ()))}, marks=MARKS,
    )  # fmt: skip
    others = {
        f"other-{at}": Entity(id=f"other-{at}", name={"en": "x"}, names=(name,))
        for at, name in enumerate(case.get("others", ()))
    }
    beside = {
        f"beside-{at}": Indicator(
            id=f"beside-{at}", label={}, kind=case["kind"], words={lang: (word,)}, marks=MARKS
        )
        for at, word in enumerate(case.get("beside", ()))
    }
    named = Nomenclature({"measure": indicator, **beside}, {"subject": subject, **others})
    proof = prove(
        fact, indicator=indicator, articles={"article": article}, units=counted, named=named
    )
    return not proof.findings


@pytest.mark.parametrize("lang", ["de", "nl", "en"])
def test_a_figure_of_this_measure_and_subject_is_proven_and_no_other(lang: str) -> None:
    cases = [case for case in CASES if case["lang"] == lang]
    assert len(cases) > 30
    assert [one for one in cases if _is_proven(one) != (one["expect"] == "proven")] == []
