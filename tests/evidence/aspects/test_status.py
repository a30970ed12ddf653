"""What is planned, aimed at or forecast is not reported as done."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.model import Finding

CARS: dict[str, Any] = {"value": 30, "unit": "vehicle"}

RULES: list[tuple[str, str, str | None, dict[str, Any], str]] = [
    # a plan in the quotation
    ("de", "Der Konzern plant 30 Autos im Jahr.", None, {"value": 30, "unit": "vehicle"}, "status-dropped"),
    ("de", "Der Konzern plant 30 Autos im Jahr.", None,
     {"value": 30, "unit": "vehicle", "status": "planned"}, ""),
    ("de", "Es waren mehr als erwartet, 30 Autos.", None, {"value": 30, "unit": "vehicle"}, ""),
    # a comma hides no plan
    ("de", "Es war geplant, 30 Autos zu bauen.", None, CARS, "status-dropped"),
    ("de", "Es war geplant, 30 Autos zu bauen.", None, CARS | {"status": "planned"}, ""),
    ("de", "Es sollen 30 Autos sein.", None, CARS, "status-unclear"),
    ("de", "Es sollen 30 Autos sein.", None, CARS | {"attribution": "self-reported"}, "attribution-unseen"),
    ("de", "Es sollen 30 Autos sein.", None, CARS | {"attribution": "hearsay"}, ""),
    ("de", "Es sollen 30 Autos sein.", None, CARS | {"status": "planned"}, ""),
    ("nl", "Het zouden 30 auto's worden.", None, CARS, "status-unclear"),
    # a plan, outside the quotation or in it
    ("de", "Bis Mai will der Verein 30 Autos kaufen.", "der Verein 30 Autos kaufen", CARS, "status-dropped"),
    ("en", "The plant, which has 30 cars, will close.", None, CARS, ""),
    ("en", "The union is demanding 30 cars for its staff.", None, CARS, "status-unclear"),
    # what was done to a thing before it does not make its future a fact
    ("en", "The restored depot will keep 30 cars.", None, CARS, "status-dropped"),
    ("en", "The firm estimates that the restored depot will keep 30 cars.", None,
     CARS | {"attribution": "attributed"}, "status-dropped"),
    ("en", "The firm estimates that the restored depot will keep 30 cars.", None,
     CARS | {"attribution": "attributed", "status": "forecast"}, ""),
    ("en", "The firm estimates that the restored depot will keep 30 cars.", None,
     CARS | {"attribution": "attributed", "status": "estimate"}, "status-mismatch"),
    # what will be done to somebody is to come, and what a target is may be a stretch of time
    ("en", "The club will be given 30 cars.", None, CARS, "status-dropped"),
    ("en", "The club will also be given 30 cars.", None, CARS | {"status": "planned"}, ""),
    ("en", "The county's target is 6 months.", None, {"value": 6, "unit": "month"}, "status-dropped"),
    ("en", "The county's target is 6 months.", None,
     {"value": 6, "unit": "month", "status": "target"}, ""),
    ("en", "The depot will close for 6 months.", None, {"value": 6, "unit": "month"}, ""),
    ("en", "The firm has shelved its plan for 30 cars.", None, CARS | {"status": "planned"}, "negated"),
    # what is to be so by a time after the article is not so, whatever period is typed
    ("en", "The firm must run 30 cars by 2030.", None, CARS, "status-unclear"),
    ("en", "The firm must run 30 cars by 2030.", None, CARS | {"period": "../2030"}, "status-unclear"),
    ("en", "The firm must run 30 cars by 2030.", None, CARS | {"period": "2030"}, "period-mismatch"),
    ("en", "The firm must run 30 cars by 2030.", None,
     CARS | {"period": "2030", "status": "planned"}, ""),
    ("en", "The firm must run 30 cars by 2030.", None, CARS | {"period": "2030", "status": "target"}, ""),
    ("en", "The firm must run 30 cars.", None, CARS | {"status": "target"}, "status-unseen"),
    # what happened while something else was promised is no plan
    ("en", "It hopes to gain in 2031, later than promised when it bought the 30 cars.", None,
     CARS | {"period": "2031", "status": "planned"}, "status-added"),
    # a ground that stands in front holds whatever the other clause plans
    ("en", "Because 30 cars run on gas, it will never be cheap.", None, CARS, ""),
    ("en", "Because 30 cars run on gas, it will never be cheap.", None,
     CARS | {"status": "planned"}, "status-unseen"),
    ("en", "Because 30 cars go into every depot, it will never be cheap.", None, CARS, ""),
    ("en", "Because 30 cars will run on gas, it is cheap.", None, CARS, "status-dropped"),
    ("de", "Weil 30 Autos mit Gas fahren, wird der Dienst bald billiger.", None,
     CARS | {"status": "planned"}, "status-unseen"),
    ("en", "The firm had bought 30 cars by 2020.", None, CARS | {"period": "../2020"}, ""),
    ("de", "Der Verein muss bis 2030 auf 30 Autos kommen.", None, CARS, "status-unclear"),
    ("de", "Bis 2030 gelten 30 Autos als Norm.", None, CARS, ""),
    ("nl", "De club moet uiterlijk in 2030 30 auto's hebben.", None, CARS, "status-unclear"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "sentence", "quote", "fields", "code"), RULES)
def test_what_is_ahead_is_not_reported_as_done(
    lang: str,
    sentence: str,
    quote: str | None,
    fields: dict[str, Any],
    code: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of(sentence, lang, quote or sentence, **fields)
    assert (finding.code if finding else "") == code, finding
