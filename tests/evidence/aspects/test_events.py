"""An event is what its quotation affirms, by whom, and with which status."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.evidence import prove
from generator.model import Article, Fact, Finding, Indicator, Marks, Place

EVENT: dict[str, Any] = {"kind": "event"}

RULES: list[tuple[str, str, str | None, dict[str, Any], str]] = [
    # attribution and status in the words of the quotation
    ("de", "Laut einem Sprecher ging das Werk ans Netz.", None, {}, "attribution-dropped"),
    ("de", "Laut einem Sprecher ging das Werk ans Netz.", None, {"attribution": "attributed"}, ""),
    ("nl", "Het werd later bevestigd, aldus persbureau Reuters.", None, {}, "attribution-dropped"),
    ("de", "Der Konzern habe ein Modell veröffentlicht.", None, {}, "attribution-dropped"),
    ("de", "Er teilte auf Weibo mit, dass das Werk wuchs.", None, {}, "attribution-dropped"),
    ("de", "Das Werk ging laut Medienberichten ans Netz.", None, {"attribution": "attributed"}, ""),
    ("nl", "Het bedrijf mikt op een eigen wagen.", None, {"status": "reported"}, "status-dropped"),
    ("nl", "Het bedrijf wou een eigen wagen uitbrengen.", None, {"status": "reported"}, "status-dropped"),
    ("de", "Eigene Autos sollen vom Band rollen.", None, {}, "status-unclear"),
    ("en", "The firm is to build a plant.", None, {"status": "reported"}, "status-unseen"),
    ("en", "The firm is to build a plant.", None, {"status": "planned"}, ""),
    ("en", "The firm is to build a plant.", None, {"inferred": ["status"]}, ""),
    # an event that did not take place
    ("en", "The plant never opened in the town.", None, EVENT, "negated"),
    ("en", "The opening of the plant was cancelled.", None, EVENT, "negated"),
    ("en", "The firm denied the opening of the plant.", None, EVENT, "negated"),
    ("en", "The plant never opened in the town.", "opened in the town", EVENT, "negated"),
    ("en", "It is not true that the plant opened.", "the plant opened", EVENT, "negated"),
    ("en", "The plant opened in the town.", None, EVENT, ""),
    ("de", "Das Werk wurde nicht eröffnet.", None, EVENT, "negated"),
    ("de", "Die Eröffnung des Werks wurde abgesagt.", None, EVENT, "negated"),
    ("de", "Die Firma dementierte die Eröffnung.", None, EVENT, "negated"),
    ("de", "Es stimmt nicht, dass das Werk eröffnet wurde.", "das Werk eröffnet wurde", EVENT, "negated"),
    ("de", "Das Werk wurde in der Stadt eröffnet.", None, EVENT, ""),
    ("nl", "De fabriek werd niet geopend.", None, EVENT, "negated"),
    ("nl", "De opening van de fabriek is geannuleerd.", None, EVENT, "negated"),
    ("nl", "Het bedrijf ontkende de opening.", None, EVENT, "negated"),
    ("nl", "Het klopt niet dat de fabriek is geopend.", "de fabriek is geopend", EVENT, "negated"),
    ("nl", "De fabriek werd in de stad geopend.", None, EVENT, ""),
    ("en", "The plant never opened in the town.", None, EVENT | {"inferred": ["value"]}, "negated"),
    ("de", "Das Werk wurde nicht eröffnet.", None, EVENT | {"inferred": ["status"]}, "negated"),
    # who says it and when it comes, outside the quotation
    ("de", "Laut Medien wurde das Werk eröffnet.", "wurde das Werk eröffnet", EVENT, "attribution-dropped"),
    ("en", "According to media the plant has opened.", "the plant has opened", EVENT, "attribution-dropped"),
    ("nl", "Volgens media is de fabriek geopend.", "is de fabriek geopend", EVENT, "attribution-dropped"),
    ("en", "The plant will open in 2027.", "open in 2027", EVENT | {"status": "reported"}, "status-dropped"),
    ("de", "Bald soll das Werk 2027 öffnen.", "das Werk 2027 öffnen", EVENT, "status-unclear"),
    ("nl", "De fabriek zal in 2027 opengaan.", "in 2027 opengaan", EVENT, "status-dropped"),
    ("en", "Plans that will grow\nThe plant opened in March.", "plant opened in March", EVENT, ""),
    # what is supposed, asked, missed or replaced
    ("en", "If the plant opened in May, few saw it.", None, EVENT, "negated"),
    ("de", "Ob das Werk eröffnet wurde, ist offen.", None, EVENT, "negated"),
    ("nl", "Werd de fabriek in mei geopend?", None, EVENT, "negated"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "sentence", "quote", "fields", "code"), RULES)
def test_an_event_is_no_more_than_its_sentence(
    lang: str,
    sentence: str,
    quote: str | None,
    fields: dict[str, Any],
    code: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of(sentence, lang, quote or sentence, **fields)
    assert (finding.code if finding else "") == code, finding


def test_a_reason_says_that_an_announcement_is_the_event(
    make_article: Callable[..., Article], make_fact: Callable[..., Fact]
) -> None:
    sentence = "The firm has announced that it plans to open the plant in 2029."
    indicator = Indicator(
        id="indicator", label={}, kind="event", marks=Marks(Place("seeds/indicators.yaml", 1, 1))
    )
    proof = prove(
        make_fact(sentence, inferred=["status"]),
        indicator=indicator,
        articles={"article": make_article(sentence, "en")},
        units={},
    )
    assert (proof.findings, proof.status) == ((), None)


@pytest.mark.parametrize(
    ("lang", "sentence", "period", "status"),
    [
        ("nl", "Het bedrijf mikt op de eerste helft van 2024.", "2024-H1", "target"),
        ("en", "The firm plans to open the plant in 2029.", "2029", "planned"),
        ("en", "The firm opened the plant in 2024.", "2024", "reported"),
    ],
)
def test_an_event_has_the_status_of_its_quotation_where_none_was_typed(
    lang: str,
    sentence: str,
    period: str,
    status: str,
    make_article: Callable[..., Article],
    make_fact: Callable[..., Fact],
) -> None:
    indicator = Indicator(
        id="indicator", label={}, kind="event", marks=Marks(Place("seeds/indicators.yaml", 1, 1))
    )
    article = make_article(sentence, lang)
    proof = prove(
        make_fact(sentence, period=period),
        indicator=indicator,
        articles={"article": article},
        units={},
    )
    assert (proof.findings, proof.status) == ((), status)


def test_a_second_quotation_does_not_hide_who_says_the_first(
    finding_of: Callable[..., Finding | None],
) -> None:
    text = "Laut Reuters ging das Werk ans Netz. Das Werk ist groß."
    quotes = ["Laut Reuters ging das Werk ans Netz", "Das Werk ist groß"]
    finding = finding_of(text, "de", quotes)
    assert finding is not None
    assert finding.code == "attribution-dropped"
