"""The period of a fact is borne out by the dates of its quotation and its figure."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.evidence import prove
from generator.model import Article, Fact, Finding, Indicator, Marks, Period, Place

CARS: dict[str, Any] = {"value": 30, "unit": "vehicle"}

RULES: list[tuple[str, str, str | None, dict[str, Any], str]] = [
    ("de", "Im Jahr 2024 waren es 30 Autos.", None, {"value": 30, "unit": "vehicle", "period": "2024"}, ""),
    ("de", "Im Jahr 2024 waren es 30 Autos.", None,
     {"value": 30, "unit": "vehicle", "period": "2023"}, "period-mismatch"),
    ("de", "Im Jahr 2024 waren es 30 Autos.", None,
     {"value": 30, "unit": "vehicle", "period": "2024-Q4"}, "period-mismatch"),
    ("de", "Im vierten Quartal waren es 30 Autos.", None,
     {"value": 30, "unit": "vehicle", "period": "2024-Q4"}, ""),
    ("de", "Im vierten Quartal waren es 30 Autos.", None,
     {"value": 30, "unit": "vehicle", "period": "2023-Q4"}, "period-mismatch"),
    ("de", "Im vierten Quartal waren es 30 Autos.", None,
     {"value": 30, "unit": "vehicle"}, "period-mismatch"),
    ("de", "Im vierten Quartal waren es 30 Autos.", None,
     {"value": 30, "unit": "vehicle", "period": "2024-Q4", "inferred": ["period"]}, ""),
    ("de", "Im vierten Quartal waren es 30 Autos.", None,
     {"value": 30, "unit": "vehicle", "period": "2024-Q3", "inferred": ["period"]},
     "period-mismatch"),
    ("de", "Von Oktober bis Dezember 2024 waren es 30 Autos.", None,
     {"value": 30, "unit": "vehicle", "period": "2024-Q4"}, ""),
    ("de", "Gestern waren es 30 Autos.", None, {"value": 30, "unit": "vehicle"}, "period-mismatch"),
    ("de", "Gestern waren es 30 Autos.", None,
     {"value": 30, "unit": "vehicle", "period": "2025-03-17"}, ""),
    ("de", "Mit 30 Autos war es der beste Tag seit Mai 2021.", None,
     {"value": 30, "unit": "vehicle", "period": "2025-03-17", "inferred": ["period"]}, ""),
    # a reason that quotes a time of the article is a reason for that time alone
    ("en", "It got 30 cars after a long night on 26 November.", "It got 30 cars",
     CARS | {"period": "2024-11-26", "inferred": {"period": "“26 November” names no year"}}, ""),
    ("en", "It got 30 cars after a long night on 26 November.", "It got 30 cars",
     CARS | {"period": "2024-11-25", "inferred": {"period": "“26 November” names no year"}},
     "period-mismatch"),
    ("en", "It grew in 2024. It had 30 cars that year.", "It had 30 cars that year.", CARS, "period-mismatch"),
    ("en", "It grew in 2024. It had 30 cars that year.", "It had 30 cars that year.",
     CARS | {"period": "2024"}, ""),
    # each of two figures has the time beside it, be it `now`
    ("en", "A depot that had 50 cars in 2022 now has 30 cars.", None, CARS | {"period": "2022"}, "period-mismatch"),
    ("en", "A depot that had 50 cars in 2022 now has 30 cars.", None, CARS, ""),
    ("en", "A depot that had 30 cars in 2022 now has 50 cars.", None, CARS | {"period": "2022"}, ""),
    ("en", "A depot that had 30 cars in 2022 now has 50 cars.", None, CARS, "period-mismatch"),
    ("en", "It runs 30 cars under a contract that expires in 2030.", None, CARS, ""),
    ("en", "It runs 30 cars under a contract that expires in 2030.", None, CARS | {"period": "2030"}, "period-mismatch"),
    # what a season, an aside or the other one has as its date is not the figure's
    ("en", "The lift carried 30 cars in the season that ended on Sunday.", None,
     CARS | {"period": "2025-03-16"}, "period-unseen"),
    ("en", "The lift carried 30 cars in the season that ended on Sunday.", None, CARS, "period-unseen"),
    ("en", "The line, opened on 12 July 1931, needs 30 cars.", None,
     CARS | {"period": "1931-07-12"}, "period-unseen"),
    ("en", "The line, opened on 12 July 1931, needs 30 cars.", None, CARS, ""),
    ("en", "It moves 30 cars, ten fewer than the one it replaced in 2019.", None,
     CARS | {"period": "2019"}, "period-unseen"),
    ("en", "It moves 30 cars, ten fewer than the one it replaced in 2019.", None, CARS, ""),
    # a year that is told by its last month has ended, and `a year earlier` is the one before it
    ("en", "In the year to the end of June it sold 30 cars.", None,
     CARS | {"period": "2023-07/2024-06"}, ""),
    ("en", "In the year to June it sold 30 cars.", None, CARS, "period-mismatch"),
    ("en", "In the year to June it sold 30 cars.", None,
     CARS | {"period": "2024-07/2025-06"}, "period-mismatch"),
    ("en", "In the year to June it sold 30 cars.", None, CARS | {"period": "2023"}, "period-unseen"),
    ("en", "In the year to June it sold 50 cars, up from 30 a year earlier.", None,
     CARS | {"period": "2022-07/2023-06"}, ""),
    ("en", "In the year to June it sold 50 cars, up from 30 a year earlier.", None,
     CARS | {"period": "2023"}, "period-mismatch"),
    ("en", "In the year to March 2024 it sold 50 cars, up from 30 in the previous twelve months.", None,
     CARS | {"period": "2023"}, "period-mismatch"),
    ("en", "Since 2022 it has sold 30 cars.", None, {"value": 30, "unit": "vehicle", "period": "2022/.."}, ""),
    ("en", "Since 2022 it has sold 30 cars.", None,
     {"value": 30, "unit": "vehicle", "period": "2022"}, "period-mismatch"),
    ("en", "On March 3, 2025 it sold 30 cars.", None,
     {"value": 30, "unit": "vehicle", "period": "2025-03-03"}, ""),
    # a day has its weekday
    ("de", "Am Montagabend waren es 30 Autos.", None,
     CARS | {"period": "2024-11-24", "inferred": ["period"]}, "period-mismatch"),
    ("de", "Am Montagabend waren es 30 Autos.", None,
     CARS | {"period": "2024-11-25", "inferred": ["period"]}, "period-mismatch"),
    ("de", "Am Montagabend waren es 30 Autos.", None, CARS | {"period": "2025-03-17"}, ""),
    ("nl", "Maandagavond waren het 30 auto's.", None,
     CARS | {"period": "2024-11-24", "inferred": ["period"]}, "period-mismatch"),
    ("en", "It had 30 cars on Monday, and none on Sunday.", None,
     CARS | {"period": "2025-03-18", "inferred": ["period"]}, "period-mismatch"),
    ("de", "Am Montag waren es 30 Autos.", None,
     CARS | {"period": "2025-03", "inferred": ["period"]}, "period-mismatch"),
    # what is done is not yet to come
    ("de", "Am Ende waren es 30 Autos.", None,
     CARS | {"period": "2029-Q4", "inferred": ["period"]}, "period-mismatch"),
    ("de", "Am Ende waren es 30 Autos.", None,
     CARS | {"period": "2029-Q4", "inferred": ["period"], "status": "target"}, "status-unseen"),
    ("de", "Am Ende sollen es 30 Autos sein.", None,
     CARS | {"period": "2025-Q4", "inferred": ["period"], "status": "target"}, ""),
    ("de", "Am Ende sollen es 30 Autos sein.", None,
     CARS | {"period": "2029-Q4", "inferred": ["period"], "status": "target"}, "period-mismatch"),
    ("de", "Das Werk ging im Jahr 2029 ans Netz.", None, {"period": "2029"}, "period-mismatch"),
    # the size of a period
    ("de", "Im ersten Halbjahr 2024 waren es 30 Autos.", None, CARS | {"period": "2024"}, "period-mismatch"),
    ("de", "Im Jahr 2024 waren es 30 Autos.", None, CARS | {"period": "2024-12"}, "period-mismatch"),
    # the date of something else
    ("en", "Before 2024 it had 30 cars.", None, CARS | {"period": "2024"}, "period-unseen"),
    ("en", "By 2024 it had 30 cars.", None, CARS | {"period": "2024"}, "period-unseen"),
    ("en", "By 2024 it had 30 cars.", None, CARS | {"period": "2024", "inferred": ["period"]}, ""),
    ("en", "By 2027 it will have 30 cars.", None, CARS | {"period": "2027", "status": "planned"}, ""),
    ("en", "In 2024 it had 30 cars.", None, CARS | {"period": "2024"}, ""),
    ("de", "Vor 2024 waren es 30 Autos.", None, CARS | {"period": "2024"}, "period-unseen"),
    ("de", "Anders als 2024 waren es 30 Autos.", None, CARS | {"period": "2024"}, "period-unseen"),
    ("de", "Bis 2024 waren es 30 Autos.", None, CARS | {"period": "2024"}, "period-unseen"),
    ("de", "Im Jahr 2024 waren es 30 Autos.", None, CARS | {"period": "2024"}, ""),
    ("nl", "Na 2024 waren het 30 auto's.", None, CARS | {"period": "2024"}, "period-unseen"),
    ("nl", "Vóór 2024 waren het 30 auto's.", None, CARS | {"period": "2024"}, "period-unseen"),
    ("nl", "In 2024 waren het 30 auto's.", None, CARS | {"period": "2024"}, ""),
    ("en", "In 2024 it sold 50 cars, a year earlier 30 cars.", None, CARS | {"period": "2024"}, "period-mismatch"),
    ("de", "2024 waren es 50 Autos, im Vorjahr 30 Autos.", None, CARS | {"period": "2024"}, "period-mismatch"),
    ("nl", "In 2024 waren het 50 auto's, een jaar eerder 30 auto's.", None, CARS | {"period": "2024"},
     "period-mismatch"),
    ("en", "In 2024 it sold 30 cars, a year earlier 50 cars.", None, CARS | {"period": "2024"}, ""),
    ("en", "In 2024 it sold 30 cars against 50 cars a year earlier.", None, CARS | {"period": "2024"}, ""),
    ("en", "In 2024 sales rose 5% from a year earlier.", None,
     {"kind": "change", "value": 5, "unit": "%", "period": "2024"}, ""),
    ("de", "2024 waren es 30 Autos mehr als im Vorjahr.", None,
     {"kind": "change", "value": 30, "unit": "vehicle", "period": "2024"}, ""),
    ("nl", "In 2024 steeg de omzet met 5% ten opzichte van een jaar eerder.", None,
     {"kind": "change", "value": 5, "unit": "%", "period": "2024"}, ""),
    ("en", "In 2023 it sold 30 cars and in 2024 50 cars.", None, CARS | {"period": "2024"}, "period-mismatch"),
    ("en", "In 2023 it sold 30 cars and in 2024 50 cars.", None, CARS | {"period": "2023"}, ""),
    # what begins after its article is not of the article's day
    # a day to come begins what is from then on; one that is over is looked back on
    ("en", "The depot will hold 30 cars from 1 May 2031.", None,
     CARS | {"status": "planned"}, "period-mismatch"),
    ("en", "The depot will hold 30 cars from 1 May 2031.", None,
     CARS | {"status": "planned", "period": "2031-05-01/.."}, ""),
    ("en", "The depot will hold 30 cars from 1 May 2031.", None,
     CARS | {"status": "planned", "period": "2031-05-01"}, ""),
    ("de", "Die Halle soll ab dem 1. Mai 2031 30 Autos fassen.", None,
     CARS | {"status": "planned", "period": "2031-05-01/.."}, ""),
    ("en", "The depot has held 30 cars since 1 May 2011.", None, CARS | {"period": "2011-05-01/.."}, ""),
    ("en", "Since 1 May 2011 the depot has held 30 cars.", None, CARS | {"period": "2011-05-01/.."}, ""),
    ("de", "Seit dem 1. Mai 2011 stehen dort 30 Autos.", None, CARS | {"period": "2011-05-01/.."}, ""),
    ("en", "The depot has held 30 cars since 1 May 2011.", None, CARS | {"period": "2011-05-02/.."},
     "period-mismatch"),
    ("en", "The depot has held 30 cars since 1 May 2011.", None, CARS | {"period": "2011-05-01"},
     "period-mismatch"),
    ("en", "It sold 30 cars, the most since 3 March 2024.", None,
     CARS | {"period": "2024-03-03/.."}, "period-unseen"),
    ("en", "The depot will hold 30 cars from 2031.", None, CARS | {"status": "planned"}, "period-mismatch"),
    ("en", "The depot will hold 30 cars from 2031.", None,
     CARS | {"status": "planned", "period": "2031/.."}, ""),
    ("en", "The depot has held 30 cars since 2011.", None, CARS, ""),
    ("de", "2023 waren es 30 Autos, 2024 waren es 50 Autos.", None, CARS | {"period": "2024"}, "period-mismatch"),
    ("de", "2023 waren es 30 Autos, 2024 waren es 50 Autos.", None, CARS | {"period": "2023"}, ""),
    ("nl", "Het waren 30 auto's in 2023 en 50 auto's in 2024.", None, CARS | {"period": "2024"}, "period-mismatch"),
    ("nl", "Het waren 30 auto's in 2023 en 50 auto's in 2024.", None, CARS | {"period": "2023"}, ""),
    ("nl", "Het waren 30 auto's in 2023 en 50 auto's in 2024.", None,
     CARS | {"period": "2024", "inferred": ["period"]}, "period-mismatch"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "sentence", "quote", "fields", "code"), RULES)
def test_the_period_is_the_figures_own(
    lang: str,
    sentence: str,
    quote: str | None,
    fields: dict[str, Any],
    code: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of(sentence, lang, quote or sentence, **fields)
    assert (finding.code if finding else "") == code, finding


def test_a_wrong_day_of_publication_is_not_said_again_by_each_fact(
    make_article: Callable[..., Article], make_fact: Callable[..., Fact]
) -> None:
    quote = "Am 8. Mai 2024 waren es 30 Besucher"
    indicator = Indicator(
        id="indicator", label={}, kind="level", marks=Marks(Place("seeds/indicators.yaml", 1, 1))
    )
    for basis, codes in (("stated", []), ("inferred", ["period-mismatch"])):
        article = make_article(
            f"{quote}.", "de", date_published=Period.parse("2023-05-08"), date_basis=basis
        )
        proof = prove(
            make_fact(quote, value=30, period="2024-05-08"),
            indicator=indicator,
            articles={"article": article},
            units={},
        )
        assert [one.code for one in proof.findings] == codes
