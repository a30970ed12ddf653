"""News sentences of three languages, written before the verifier had seen them: each verdict holds."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel import Locale

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
KINDS = ("news", "papers", "words")
RATIOS = {"%", "pp", "bp", "x"}
CURRENCIES = set(Locale("en").currencies)
DURATIONS = {"weken": "week", "weeks": "week", "Wochen": "week", "jaar": "year", "years": "year",
             "Jahre": "year", "year": "year", "Tage": "day", "dagen": "day", "days": "day", "hours": "hour",
             "uur": "hour", "Stunden": "hour", "Monate": "month", "maanden": "month", "months": "month",
             "minutes": "minute", "Stunde": "hour", "Monaten": "month", "Jahren": "year", "Sekunden": "second",
             "seconden": "second", "seconds": "second"}  # fmt: skip
MARKS = Marks(Place("seeds/facts/test.yaml"))


def _findings(lang: str, case: Mapping[str, Any]) -> tuple[Finding, ...]:
    fields = case["fact"]
    unit = DURATIONS.get(fields.get("unit"), fields.get("unit"))
    units: dict[str, Unit] = {}
    known = RATIOS | CURRENCIES | set(DURATIONS.values())
    if unit is not None and unit not in known:
        units = {"thing": Unit(id="thing", label={}, words={lang: (unit,)})}
        unit = "thing"
    article = Article(
        id="article", path="a.txt", sha256="", lang=lang, title={}, producer="",
        date_published=Period.parse("2026-01-15"), date_basis="inferred",
        text=case["text"], marks=MARKS,
    )  # fmt: skip
    numbers = {
        name: Decimal(str(fields[name]))
        for name in ("value", "min_value", "max_value")
        if fields.get(name) is not None
    }
    amount = Amount(**numbers, unit=unit, hedge=fields.get("hedge", "exact"))
    fact = Fact(
        id="fact", indicator="indicator", about="subject",
        period=Period.parse(fields["period"]) if "period" in fields else None,
        amount=amount if numbers else None,
        status=fields.get("status", "reported"),
        attribution=fields.get("attribution", "own"),
        quotes=(Quote(article="article", exact=case["quote"], marks=MARKS),),
        hedge_typed="hedge" in fields,
        marks=MARKS,
    )  # fmt: skip
    kind = "change" if fields.get("change") else "level" if numbers else "event"
    indicator = Indicator(id="indicator", label={}, kind=kind, marks=MARKS)  # type: ignore[arg-type]
    findings = prove(fact, indicator=indicator, articles={"article": article}, units=units).findings
    # A case without a period says nothing of time: the day of its article is made up.
    return tuple(one for one in findings if "period" in fields or not one.code.startswith("period"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_news_sentence_gets_its_verdict(lang: str, kind: str) -> None:
    file = Path(__file__).with_name(f"cases_{kind}_{lang}.yaml")
    cases = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)["cases"]
    assert len(cases) > 50
    wrong = []
    for case in cases:
        findings = _findings(lang, case)
        severe = any(finding.severity == "error" for finding in findings)
        verdict = "reject" if severe else "review" if findings else "ok"
        if verdict not in {case["expect"], case.get("also_ok", case["expect"])}:
            wrong.append((case["id"], case["expect"], findings))
    assert not wrong
