"""Sentences of three languages with a fact each, true or not: it is proven, or stopped by a finding.

`cases_values_*`: values, units, hedges, movements. `cases_directions_*`: a fact says neither less nor
more than its sentence, in status, speaker, change, rate, time, denial; a reason under `inferred`
never turns a false one into a proven one.
"""

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


WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "car": {"de": ("Auto",), "nl": ("auto",), "en": ("car",)},
    "case": {"de": ("Fall",)},
    "nurse": {"en": ("nurse",)},
    "patient": {"en": ("patient",)},
    "runner": {"nl": ("loper",), "en": ("runner",)},
    "dead": {"nl": ("dode",)},
    "flash": {"de": ("Blitz",)},
    "flat": {"de": ("Wohnung",), "nl": ("woning",)},
    "goal": {"en": ("goal",)},
    "guest": {"de": ("Gast", "Gäste"), "nl": ("gast",), "en": ("guest",)},
    "job": {"en": ("job",)},
    "litre": {"nl": ("liter",), "en": ("litre",)},
    "member": {"de": ("Mitglied",), "nl": ("lid", "leden")},
    "painting": {"en": ("painting",)},
    "passenger": {"de": ("Passagier",), "en": ("passenger",)},
    "person": {
        "de": ("Mensch", "Einwohner"),
        "nl": ("mens", "inwoner"),
        "en": ("person", "people"),
    },
    "phone": {"en": ("phone",)},
    "place": {"de": ("Platz",), "nl": ("plaats",)},
    "seat": {"en": ("seat",)},
    "share": {"de": ("Aktie",), "en": ("share",)},
    "sheep": {"en": ("sheep",)},
    "tree": {"de": ("Baum", "Bäume"), "nl": ("boom", "bomen"), "en": ("tree",)},
    "visitor": {"de": ("Besucher",), "nl": ("bezoeker",), "en": ("visitor",)},
    "wolf": {"de": ("Wolf", "Wölfe"), "nl": ("wolf", "wolven"), "en": ("wolf", "wolves")},
    "worker": {"de": ("Mitarbeiter",), "en": ("worker",)},
}
UNITS = {name: Unit(id=name, label={}, words=words) for name, words in WORDS.items()}


def _units_of(kind: str, lang: str, case: Mapping[str, Any]) -> Mapping[str, Unit]:
    """Of directions a table for all, of values what the case says is counted."""
    if kind == "directions":
        return UNITS
    name = "lm" if case.get("unit") == "lm" else "thing"
    return {name: Unit(id=name, label={}, words={lang: tuple(case.get("counted", ()))})}


def _findings(kind: str, lang: str, case: Mapping[str, Any]) -> tuple[Finding, ...]:
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
        status=case.get("status", "reported"), attribution=case.get("attribution", "own"),
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
        fact,
        indicator=indicator,
        articles={"article": article},
        units=_units_of(kind, lang, case),
        named=named,
    )
    return proof.findings


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("kind", "least"), [("directions", 51), ("values", 101)])
def test_a_fact_is_proven_or_stopped(kind: str, least: int, lang: str) -> None:
    file = Path(__file__).with_name(f"cases_{kind}_{lang}.yaml")
    cases = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)["cases"]
    assert len(cases) >= least
    judged = [(case, _findings(kind, lang, case)) for case in cases]
    assert [one for one in judged if ("stopped" if one[1] else "proven") != one[0]["is"]] == []
