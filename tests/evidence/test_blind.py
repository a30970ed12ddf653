"""Sentences by writers who had not seen the program, each with a true or a false fact: the score.

Comes in: batches of 60 sentences a language, half of them not business, with measure and subject
declared; they were written before the rules that they judge. Goes out: how many verdicts are right.
The floors are what was reached; a change that falls below one reads worse than what stood.

In fields/ a sentence stands with the period, status and attribution that a careful editor types,
and with wrong ones; without right ones it affirms nothing. There each verdict must be right.
"""

import re
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel import Locale

from generator.evidence import prove
from generator.model import (
    RATIO_UNITS,
    Amount,
    Article,
    Entity,
    Fact,
    FrozenDict,
    Indicator,
    Marks,
    Nomenclature,
    Period,
    Place,
    Quote,
    Subject,
    Unit,
)

HERE = Path(__file__).parent / "blind"
FIELDS = HERE.parent / "fields"
AROUND = HERE.parent / "cases_around.yaml"
CURRENCIES = frozenset(Locale("en").currencies)
MARKS = Marks(Place("seeds/facts/test.yaml"))
# batch: right verdicts at least, false facts let through and true ones refused at most
FLOORS = {
    "first": (177, 0, 3),
    "second": (179, 0, 1),
    "third": (180, 0, 0),
    "fourth": (179, 0, 1),
    "fifth": (179, 0, 1),
    "sixth": (180, 0, 0),
    "seventh": (179, 0, 1),
    "eighth": (177, 1, 2),
    "ninth": (173, 1, 6),
    "tenth": (175, 2, 3),
    "eleventh": (175, 0, 5),
    "twelfth": (178, 0, 2),
    "thirteenth": (160, 7, 13),
}


def is_proven(case: Mapping[str, Any], lang: str) -> bool:
    """Whether the fact of a case has no finding."""
    typed, units = case["fact"], dict[str, Unit]()
    unit = typed.get("unit")
    if unit and unit not in RATIO_UNITS and unit.split("/")[0] not in CURRENCIES:
        unit = slug(unit)
        words = tuple(typed.get("unit_words") or (unit,))
        units[unit] = Unit(id=unit, label={}, words={lang: words})
    elif typed.get("unit_words"):
        per = unit.partition("/")[2]
        units[per] = Unit(id=per, label={}, words={lang: tuple(typed["unit_words"])})
    article = Article(
        id="article", path="a.txt", sha256="", lang=lang, title={}, producer="",
        date_published=Period.parse(str(case["date"])), date_basis="inferred",
        text=case["text"], marks=MARKS,
    )  # fmt: skip
    numbers = {
        name: Decimal(str(typed[key]))
        for name, key in (("value", "value"), ("min_value", "low"), ("max_value", "high"))
        if key in typed
    }
    fact = Fact(
        id="fact", indicator=typed["indicator"], about="subject",
        period=Period.parse(str(typed["period"])) if "period" in typed else None,
        amount=Amount(**numbers, unit=unit, hedge=typed.get("hedge", "exact")) if numbers else None,
        status=typed.get("status", "reported"), attribution=typed.get("attribution", "own"),
        quotes=(Quote(article="article", exact=case["quote"], marks=MARKS),),
        hedge_typed="hedge" in typed, status_typed="status" in typed,
        inferred={key: {"en": str(why)} for key, why in typed.get("inferred", {}).items()},
        marks=MARKS,
    )  # fmt: skip
    named = nomenclature(case, lang)
    proof = prove(
        fact,
        indicator=named.indicators[typed["indicator"]],
        articles={"article": article},
        units=units,
        named=named,
    )
    return not proof.findings


def slug(unit: str) -> str:
    """A unit as an id, where its signs could not be one."""
    if not re.search(r"[^A-Za-z0-9 -]", unit):
        return unit
    plain = unit.lower().replace("²", "2").replace("³", "3")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def nomenclature(case: Mapping[str, Any], lang: str) -> Nomenclature:
    """The indicators and entities that a case declares."""
    indicators = {
        name: Indicator(
            id=name, label={}, kind=one["kind"], marks=MARKS,
            words=FrozenDict({lang: tuple(one["words"])}),
        )
        for name, one in case["indicators"].items()
    }  # fmt: skip
    entities: dict[str, Entity] = {"subject": Subject(**_entity(case["subject"], "subject", lang))}
    for number, other in enumerate(case.get("others") or ()):
        name = f"other-{number}"
        entities[name] = Entity(**_entity(other, name, lang))
    return Nomenclature(indicators=indicators, entities=entities)


def _entity(typed: Mapping[str, Any], name: str, lang: str) -> dict[str, Any]:
    return {
        "id": name,
        "name": {"en": typed["name"]},
        "names": tuple(typed.get("names") or ()),
        "nouns": {lang: tuple(typed.get("nouns") or ())},
    }


@pytest.mark.parametrize("batch", FLOORS)
def test_a_blind_batch_is_judged_no_worse_than_before(batch: str) -> None:
    counts, wrong = Counter[str](), list[str]()
    for lang in ("de", "nl", "en"):
        text = (HERE / f"{batch}_{lang}.yaml").read_text("utf-8")
        cases = yaml.load(text, yaml.CSafeLoader)["cases"]
        assert sum(case["truth"] for case in cases) * 2 == len(cases) == 60
        for case in cases:
            judged, is_true = is_proven(case, lang), case["truth"]
            verdict = "right" if judged == is_true else "refused" if is_true else "accepted"
            counts[verdict] += 1
            if verdict != "right":
                wrong.append(f"{verdict} {case['id']}")
    right, accepted, refused = FLOORS[batch]
    assert counts["right"] >= right, wrong
    assert counts["accepted"] <= accepted, wrong
    assert counts["refused"] <= refused, wrong


def case_of(row: Mapping[str, Any], fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """The sentence with a fact of these fields, as a blind batch has it."""
    unit = row["unit"]
    fact = {"indicator": "m", "value": row["value"], **fields}
    fact |= {"hedge": row["hedge"]} if "hedge" in row else {}
    is_counted = isinstance(unit, list)
    fact |= {"unit": unit[0].lower(), "unit_words": unit} if is_counted else {"unit": unit}
    kind = row.get("kind", "level")
    return {
        "date": row["date"],
        "text": row["text"],
        "quote": row.get("quote", row["text"]),
        "fact": {key: value for key, value in fact.items() if value is not None},
        "indicators": {"m": {"kind": kind, "words": row["measure"]}},
        "subject": {
            "name": row["names"][0],
            "names": row["names"],
            "nouns": row.get("nouns", []),
        },
    }


@pytest.mark.parametrize("name", sorted(file.stem for file in FIELDS.glob("*.yaml")))
def test_a_field_is_right_and_another_value_of_it_is_not(name: str) -> None:
    failed, lang = [], name.rpartition("_")[2]
    for row in yaml.safe_load((FIELDS / f"{name}.yaml").read_text("utf-8")):
        right = row.get("right")
        if right is not None and not is_proven(case_of(row, right), lang):
            failed.append(f"refused: {row['text']} {right}")
        for wrong in row["wrong"]:
            fields = {**(right or {}), **wrong}
            if is_proven(case_of(row, fields), lang):
                failed.append(f"accepted: {row['text']} {fields}")
    assert failed == []


@pytest.mark.parametrize("lang", ["de", "nl", "en"])
def test_words_around_a_figure_are_read(lang: str) -> None:
    failed = []
    for row in yaml.load(AROUND.read_text("utf-8"), yaml.CSafeLoader)["cases"]:
        case = {
            "date": row.get("date", "2025-06-18"),
            "text": row["text"],
            "quote": row["text"],
            "fact": {"indicator": "m", **row["fact"]},
            "indicators": {"m": {"kind": row["kind"], "words": row["words"]}},
            "subject": {"name": row["names"][0], "names": row["names"]},
        }
        if row["lang"] == lang and is_proven(case, lang) != row["truth"]:
            failed.append(f"{row['text']} {row['fact']}")
    assert failed == []
