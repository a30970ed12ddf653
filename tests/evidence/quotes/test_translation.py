"""The figures of a translation are those of its quotation, the proving one among them."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from generator.model import Finding, Marks, Place, Quote

CARS: dict[str, Any] = {"value": 30, "unit": "vehicle"}
MARKS = Marks(Place("seeds/facts/test.yaml", 30, 3))

FIGURES: list[tuple[str, dict[str, str], str]] = [
    ("Es waren am 18. März rund 30 Autos", {"en": "On 18 March there were about 30 cars"}, ""),
    ("Es waren am 18. März rund 30 Autos", {"en": "There were cars"}, "translation-mismatch"),
    ("Es waren am 18. März rund 30 Autos", {"en": "There were about 99 cars"}, "translation-mismatch"),
    ("Es waren am 18. März rund 30 Autos", {"nl": "Het waren zo'n 30 auto's", "en": "There were 31 cars"},
     "translation-mismatch"),
    ("Es waren am 18. März rund 30 Autos", {"fr": "Il y avait 99 voitures"}, ""),
]  # fmt: skip


@pytest.mark.parametrize(("exact", "translation", "code"), FIGURES)
def test_a_translation_has_the_figures_of_its_quotation(
    exact: str,
    translation: Mapping[str, str],
    code: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    marks = Marks(
        Place("seeds/facts/test.yaml", 30, 3),
        {("translation", "en"): Place("seeds/facts/test.yaml", 32, 9)},
    )
    quote = Quote(article="article", exact=exact, translation=translation, marks=marks)
    finding = finding_of(f"{exact}.", "de", [quote], hedge="about", **CARS)
    assert (finding.code if finding else "") == code, finding
    assert finding is None or finding.place.line == 32


TRANSLATED = [
    ("de", "Es waren rund 30 Autos", {"en": "There were about 30 cars"}, CARS | {"hedge": "about"}, ""),
    ("de", "Es waren rund 30 Autos", {"en": "There were cars"}, CARS | {"hedge": "about"}, "leaves out 30"),
    ("de", "Es waren rund 30 Autos", {"en": "There were 30 cars"}, CARS | {"hedge": "about"}, "hedge"),
    ("de", "Es waren rund 30 Autos", {"en": "There were more than 30 cars"}, CARS | {"hedge": "about"}, "over"),
    ("nl", "Het waren meer dan 30 auto's", {"de": "Es waren mehr als 30 Autos"}, CARS | {"hedge": "over"}, ""),
    ("nl", "Het waren meer dan 30 auto's", {"de": "Es waren weniger als 30 Autos"}, CARS | {"hedge": "over"},
     "under"),
    ("nl", "Het kostte toen 30 euro", {"en": "It cost 30 dollars then"}, {"value": 30, "unit": "EUR"}, "unit"),
    ("nl", "Het kostte toen 30 euro", {"en": "It cost €30 then"}, {"value": 30, "unit": "EUR"}, ""),
    ("en", "The share was 30 per cent", {"de": "Der Anteil lag bei 30 Punkten"}, {"value": 30, "unit": "%"},
     "unit"),
    ("en", "Sales rose by 30 per cent", {"nl": "De omzet daalde met 30 procent"},
     {"value": 30, "unit": "%", "kind": "change"}, "another way"),
    ("en", "Sales rose by 30 per cent", {"nl": "De omzet steeg met 30 procent"},
     {"value": 30, "unit": "%", "kind": "change"}, ""),
    ("en", "Sales rose by 30 per cent", {"fr": "En baisse de 31"}, {"value": 30, "unit": "%", "kind": "change"},
     ""),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "exact", "translation", "fields", "said"), TRANSLATED)
def test_a_translation_says_what_proves_the_fact(
    lang: str,
    exact: str,
    translation: dict[str, str],
    fields: dict[str, Any],
    said: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    quote = Quote(article="article", exact=exact, translation=translation, marks=MARKS)
    finding = finding_of(f"{exact}.", lang, [quote], **fields)
    assert (finding is None) == (not said), finding
    if finding:
        assert finding.code == "translation-mismatch"
        assert said in finding.message
