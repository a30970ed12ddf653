"""A fact says neither less nor more than its sentence: status, speaker, change, rate, time, denial.

Comes in: sentences of three languages with a fact each, true or not. Goes out: proven, or stopped by
an error or a review. A reason under `inferred` never turns a false one into a proven one.
"""

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
    Fact,
    Finding,
    Indicator,
    Marks,
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


def _findings(lang: str, case: Mapping[str, Any]) -> tuple[Finding, ...]:
    article = Article(
        id="article", path="a.txt", sha256="", lang=lang, title={}, producer="",
        date_published=Period.parse("2025-06-15"), date_basis="inferred",
        text=case["text"], marks=MARKS,
    )  # fmt: skip
    amount = Amount(
        value=Decimal(case["value"]), unit=case.get("unit"), hedge=case.get("hedge", "exact")
    )
    fact = Fact(
        id="fact", indicator="indicator", about="subject", amount=amount,
        period=Period.parse(case["period"]) if "period" in case else None,
        status=case.get("status", "reported"), attribution=case.get("attribution", "own"),
        quotes=(Quote(article="article", exact=case.get("quote", case["text"].rstrip(".")), marks=MARKS),),
        inferred={key: {"en": "why"} for key in case.get("inferred", ())},
        hedge_typed="hedge" in case, status_typed="status" in case, marks=MARKS,
    )  # fmt: skip
    kind = case.get("kind", "level")
    indicator = Indicator(id="indicator", label={}, kind=kind, marks=MARKS)
    return prove(fact, indicator=indicator, articles={"article": article}, units=UNITS).findings


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_fact_is_proven_or_stopped(lang: str) -> None:
    file = Path(__file__).with_name(f"cases_directions_{lang}.yaml")
    cases = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)["cases"]
    assert len(cases) > 50
    judged = [(case, _findings(lang, case)) for case in cases]
    assert [one for one in judged if ("stopped" if one[1] else "proven") != one[0]["is"]] == []
