"""The hedge of a fact is the one that stands beside its figure."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.model import Finding

CARS: dict[str, Any] = {"value": 30, "unit": "vehicle"}

RULES: list[tuple[str, str, str | None, dict[str, Any], str]] = [
    ("de", "Es waren schätzungsweise 30 Autos.", None, {"value": 30, "unit": "vehicle"}, "hedge-dropped"),
    ("de", "Es waren genau 30 Autos.", None, {"value": 30, "unit": "vehicle"}, ""),
    ("de", "Es waren nur noch 30 Autos.", None, {"value": 30, "unit": "vehicle", "hedge": "about"},
     "hedge-added"),
    ("de", "Es waren insgesamt mehr als 30 Autos.", None,
     {"value": 30, "unit": "vehicle", "hedge": "over"}, ""),
    ("de", "Es waren mutmaßend 30 Autos.", None, {"value": 30, "unit": "vehicle"}, "hedge-unknown"),
    ("de", "Es waren mutmaßend 30 Autos.", None, {"value": 30, "unit": "vehicle", "hedge": "exact"}, ""),
    ("de", "Der Bericht über 30 Autos erschien.", None, {"value": 30, "unit": "vehicle"}, "hedge-unknown"),
    ("en", "It sold 3,000 cars or more.", None, {"value": 3000, "unit": "vehicle"}, "hedge-dropped"),
    ("en", "It sold 3,000 cars or more.", None, {"value": 3000, "unit": "vehicle", "hedge": "at-least"}, ""),
    ("en", "It spent $10 billion over 10 years.", None, {"value": 10, "unit": "year", "hedge": "exact"}, ""),
    # a negation that is part of a hedge
    ("de", "Es waren nicht weniger als 30 Autos.", None,
     {"value": 30, "unit": "vehicle", "hedge": "at-least"}, ""),
    # a comparison with a figure is no hedge of it
    ("en", "It sold fewer than the 30 cars of March.", None, CARS, ""),
    ("en", "It sold fewer than 30 cars in May.", None, CARS, "hedge-dropped"),
    # words that make it uncertain, without saying how
    ("en", "It sold 30 cars, perhaps a few more.", None, CARS, "hedge-unknown"),
    ("en", "It sold 30 cars, perhaps a few more.", None, CARS | {"hedge": "exact"}, "hedge-unknown"),
    ("en", "It sold 30 cars, perhaps a few more.", None, CARS | {"hedge": "at-least"}, ""),
    ("en", "It sold perhaps 30 cars.", None, CARS | {"hedge": "exact"}, "hedge-unknown"),
    ("en", "It sold perhaps 30 cars.", None, CARS | {"hedge": "about"}, ""),
    ("en", "In round numbers, it sold 30 cars.", None, CARS, "hedge-dropped"),
    ("en", "In round numbers, it sold 30 cars.", None, CARS | {"hedge": "about"}, ""),
    ("de", "Grob gerechnet waren es an diesem Tag 30 Autos.", None, CARS, "hedge-dropped"),
    ("nl", "Het waren zondag 30 auto's, een paar meer of minder.", None, CARS, "hedge-dropped"),
    ("en", "It sold 30 cars on Sunday, if not a few more.", None, CARS, "hedge-dropped"),
    ("en", "It sold 30 cars on Sunday, if not a few more.", None, CARS | {"hedge": "at-least"}, ""),
    # the preposition of a verb is no hedge
    ("de", "Der Verein kümmert sich um die 30 Autos.", None, CARS, ""),
    ("de", "Der Verein kümmert sich um die 30 Autos.", None, CARS | {"hedge": "about"}, "hedge-added"),
    ("de", "Um die 30 Autos standen dort.", None, CARS, "hedge-dropped"),
    ("de", "Am Montag haben alle über 30 Autos beraten.", None, CARS, "hedge-unknown"),
    ("en", "He faced up to 30 cars.", None, CARS, ""),
    ("en", "It sold up to 30 cars.", None, CARS, "hedge-dropped"),
    ("nl", "De raad besloot maandag tot 30 auto's.", None, CARS, ""),
    ("nl", "Het aantal is opgelopen tot 30 auto's.", None, CARS, ""),
    ("nl", "Het aantal steeg licht, tot 30 auto's.", None, CARS, ""),
    ("nl", "Er passen tot 30 auto's in.", None, CARS, "hedge-dropped"),
    # a mark that was passed, reached or missed
    ("de", "Der Verein hat die Marke von 30 Autos geknackt.", None, CARS | {"hedge": "over"}, ""),
    ("de", "Der Verein hat die Marke von 30 Autos geknackt.", None, CARS | {"hedge": "nearly"},
     "hedge-mismatch"),
    ("en", "It broke the mark of 30 cars.", None, CARS | {"hedge": "under"}, "hedge-mismatch"),
    ("nl", "Het nadert de grens van 30 auto's.", None, CARS | {"hedge": "over"}, "hedge-mismatch"),
    ("nl", "Het nadert de grens van 30 auto's.", None, CARS | {"hedge": "nearly"}, ""),
    # a doubt hides no known hedge
    ("en", "It sold perhaps about 30 cars.", None, CARS | {"hedge": "exact"}, "hedge-dropped"),
    ("de", "Es waren vielleicht rund 30 Autos.", None, CARS | {"hedge": "exact"}, "hedge-dropped"),
    ("nl", "Het waren misschien ongeveer 30 auto's.", None, CARS | {"hedge": "exact"}, "hedge-dropped"),
    ("en", "It sold perhaps about 30 cars.", None, CARS | {"hedge": "exact", "inferred": ["hedge"]},
     "hedge-dropped"),
    ("en", "It sold perhaps about 30 cars.", None, CARS | {"hedge": "about"}, ""),
    ("de", "Es waren vielleicht rund 30 Autos.", None, CARS | {"hedge": "about"}, ""),
    ("nl", "Het waren misschien ongeveer 30 auto's.", None, CARS | {"hedge": "about"}, ""),
    ("en", "It sold perhaps 30 cars.", None, CARS | {"inferred": ["hedge"]}, ""),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "sentence", "quote", "fields", "code"), RULES)
def test_the_hedge_is_the_figures_own(
    lang: str,
    sentence: str,
    quote: str | None,
    fields: dict[str, Any],
    code: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of(sentence, lang, quote or sentence, **fields)
    assert (finding.code if finding else "") == code, finding


@pytest.mark.parametrize(
    ("hedge", "hint"),
    [
        ("about", 'widen the quotation so that it holds "rund"'),
        ("exact", 'widen the quotation so that it holds "rund", and write hedge: about'),
    ],
)
def test_a_hedge_left_outside_is_an_edit_of_the_quotation(
    hedge: str, hint: str, finding_of: Callable[..., Finding | None]
) -> None:
    text, quote = "Es waren rund 30 Autos im Mai.", "30 Autos im Mai"
    finding = finding_of(text, "de", quote, hedge=hedge, **CARS)
    assert finding is not None
    assert (finding.code, finding.hint) == ("hedge-cut", hint)
    assert (finding.place.line, finding.place.column) == (30, 12)
