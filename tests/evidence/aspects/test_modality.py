"""A figure that is denied, supposed, asked, missed or replaced is for a person to judge."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.model import Finding

CARS: dict[str, Any] = {"value": 30, "unit": "vehicle"}

RULES: list[tuple[str, str, str | None, dict[str, Any], str]] = [
    # a denial
    ("en", "The firm denied that it sold 30 cars.", None, {"value": 30, "unit": "vehicle"}, "negated"),
    # what is supposed, asked, missed or replaced
    ("en", "If the plant opens, it has 30 cars.", None, CARS, "negated"),
    ("en", "Experts ask whether it sold 30 cars.", None, CARS, "negated"),
    ("en", "Did the firm sell 30 cars?", None, CARS, "negated"),
    ("en", "It is a myth that it sold 30 cars.", None, CARS, "negated"),
    ("en", "It would have sold 30 cars.", None, CARS, "negated"),
    ("en", "It missed its mark of 30 cars.", None, CARS, "negated"),
    ("en", "It sold vans instead of 30 cars.", None, CARS, "negated"),
    ("en", "The firm is 30 cars short of its goal.", None, CARS, "change-not-level"),
    ("en", "Instead of 50 vans it sold 30 cars.", None, CARS, ""),
    ("en", "It sold 30 cars rather than 50 cars.", None, CARS, ""),
    ("en", "It sold 30 cars, which missed expectations.", None, CARS, ""),
    ("en", "If the plant opens, it has 30 cars.", None, CARS | {"inferred": ["value"]}, "negated"),
    ("en", "If the plant opens, it has 30 cars.", None, CARS | {"status": "forecast"}, ""),
    ("de", "Falls das Werk öffnet, hat es 30 Autos.", None, CARS, "negated"),
    ("de", "Offen ist, ob es 30 Autos sind.", None, CARS, "negated"),
    ("de", "Waren es im Mai 30 Autos?", None, CARS, "negated"),
    ("de", "Es ist ein Märchen, dass es 30 Autos sind.", None, CARS, "negated"),
    ("de", "Der Verein hätte 30 Autos gekauft.", None, CARS, "negated"),
    ("de", "Es gab Lieferwagen statt 30 Autos.", None, CARS, "negated"),
    ("de", "Es waren 30 Autos statt 50 Autos.", None, CARS, ""),
    ("de", "Wenn es regnet, fahren 30 Autos.", None, CARS, "negated"),
    ("de", "Wenn es regnete, fuhren 30 Autos.", None, CARS, ""),
    ("de", "Steigt der Pegel, müssen 30 Autos weg.", None, CARS, "negated"),
    ("de", "Gelingt der Versuch, dann fahren 30 Autos.", None, CARS, "negated"),
    ("de", "Zählt man die Busse mit, hat der Verein 30 Autos.", None, CARS, ""),
    ("de", "Zuletzt wächst der Verein, hat er doch 30 Autos.", None, CARS, ""),
    ("nl", "Slaagt de proef, dan rijden er 30 auto's.", None, CARS, "negated"),
    ("nl", "Eerst komt de bus, dan komen er 30 auto's.", None, CARS, ""),
    ("nl", "Tel je de bussen mee, dan zijn er 30 auto's.", None, CARS, ""),
    ("nl", "Indien de fabriek opengaat, zijn er 30 auto's.", None, CARS, "negated"),
    ("nl", "Er zijn 30 auto's, mits het lukt.", "Er zijn 30 auto's", CARS, "negated"),
    ("nl", "Waren het in mei 30 auto's?", None, CARS, "negated"),
    ("nl", "Het is een fabel dat het 30 auto's zijn.", None, CARS, "negated"),
    ("nl", "Het bedrijf miste de grens van 30 auto's.", None, CARS, "negated"),
    ("nl", "Er kwamen bussen in plaats van 30 auto's.", None, CARS, "negated"),
    ("nl", "Als het regent, rijden er 30 auto's.", None, CARS, "negated"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "sentence", "quote", "fields", "code"), RULES)
def test_a_figure_that_is_not_affirmed_stays_open(
    lang: str,
    sentence: str,
    quote: str | None,
    fields: dict[str, Any],
    code: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of(sentence, lang, quote or sentence, **fields)
    assert (finding.code if finding else "") == code, finding


DENIED_ELSEWHERE = [
    ("en", "It sold 30 cars in May. It later said it did not sell 30 cars."),
    ("de", "Es waren 30 Autos im Mai. Es waren aber nicht 30 Autos."),
    ("nl", "Het waren 30 auto's in mei. Het waren echter niet 30 auto's."),
]


@pytest.mark.parametrize(("lang", "text"), DENIED_ELSEWHERE)
def test_a_quotation_that_denies_the_value_stays_open_beside_one_that_states_it(
    lang: str, text: str, finding_of: Callable[..., Finding | None]
) -> None:
    first, second, _ = text.split(".")
    quotes = [first, second.strip()]
    finding = finding_of(text, lang, quotes, **CARS)
    assert finding is not None
    assert finding.code == "negated"
    kept = finding_of(text, lang, quotes, inferred=["value"], **CARS)
    assert kept is not None, "a reason overrules no denial"
    assert kept.code == "negated"


def test_what_is_expected_if_something_happens_is_a_forecast(
    finding_of: Callable[..., Finding | None],
) -> None:
    text = "It expects 30 cars in 2025, provided that the road opens."
    found = finding_of(text, "en", text, value=30, unit="vehicle", period="2025")
    assert found is not None
    assert (found.code, found.hint[:22]) == ("negated", "write status: forecast")
    said = {"value": 30, "unit": "vehicle", "period": "2025", "status": "forecast"}
    assert finding_of(text, "en", text, **said) is None


@pytest.mark.parametrize(
    ("lang", "text", "words", "code"),
    [
        ("en", "In town 30 cars still had no brakes of their own.", ["no brakes"], ""),
        ("en", "In town 30 cars still had no brakes of their own.", ["brakes"], "negated"),
        ("en", "No firm in town had 30 cars without brakes.", ["without brakes"], "negated"),
        ("de", "In der Stadt hatten 30 Autos keine Bremsen.", ["keine Bremsen"], ""),
        ("de", "In der Stadt hatten 30 Autos keine Bremsen.", ["Bremse"], "negated"),
    ],
)
def test_how_many_are_without_is_affirmed_where_the_measure_says_so(
    lang: str, text: str, words: list[str], code: str, finding_of: Callable[..., Finding | None]
) -> None:
    finding = finding_of(text, lang, text, words=words, **CARS)
    assert (finding.code if finding else "") == code, finding
