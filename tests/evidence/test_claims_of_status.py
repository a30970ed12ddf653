"""Who says so, whether it is done, and when: events and plans, weekdays, the day of publication."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from generator.evidence import prove
from generator.model import Article, Fact, Finding, Indicator, Marks, Period, Place, Quote

CARS = {"value": 30, "unit": "vehicle"}

RULES: list[tuple[str, str, dict[str, Any], str]] = [
    # an event has its attribution and status in the words of its quotation
    ("de", "Laut einem Sprecher ging das Werk ans Netz.", {}, "attribution-dropped"),
    ("de", "Laut einem Sprecher ging das Werk ans Netz.", {"attribution": "attributed"}, ""),
    ("nl", "Het werd later bevestigd, aldus persbureau Reuters.", {}, "attribution-dropped"),
    ("de", "Der Konzern habe ein Modell veröffentlicht.", {}, "attribution-dropped"),
    ("de", "Er teilte auf Weibo mit, dass das Werk wuchs.", {}, "attribution-dropped"),
    ("de", "Das Werk ging laut Medienberichten ans Netz.", {"attribution": "attributed"}, ""),
    ("nl", "Het bedrijf mikt op een eigen wagen.", {"status": "reported"}, "status-dropped"),
    ("nl", "Het bedrijf wou een eigen wagen uitbrengen.", {"status": "reported"}, "status-dropped"),
    ("de", "Eigene Autos sollen vom Band rollen.", {}, "status-unclear"),
    ("en", "The firm is to build a plant.", {"status": "reported"}, "status-unclear"),
    ("en", "The firm is to build a plant.", {"status": "planned"}, ""),
    ("en", "The firm is to build a plant.", {"inferred": ["status"]}, ""),
    # a comma hides no plan
    ("de", "Es war geplant, 30 Autos zu bauen.", CARS, "status-dropped"),
    ("de", "Es war geplant, 30 Autos zu bauen.", CARS | {"status": "planned"}, ""),
    ("de", "Es sollen 30 Autos sein.", CARS, "status-unclear"),
    ("de", "Es sollen 30 Autos sein.", CARS | {"attribution": "self-reported"}, "status-unclear"),
    ("de", "Es sollen 30 Autos sein.", CARS | {"attribution": "hearsay"}, ""),
    ("de", "Es sollen 30 Autos sein.", CARS | {"status": "planned"}, ""),
    ("nl", "Het zouden 30 auto's worden.", CARS, "status-unclear"),
    # a day has its weekday
    ("de", "Am Montagabend waren es 30 Autos.",
     CARS | {"period": "2024-11-24", "inferred": ["period"]}, "period-mismatch"),
    ("de", "Am Montagabend waren es 30 Autos.",
     CARS | {"period": "2024-11-25", "inferred": ["period"]}, ""),
    ("nl", "Maandagavond waren het 30 auto's.",
     CARS | {"period": "2024-11-24", "inferred": ["period"]}, "period-mismatch"),
    ("en", "It had 30 cars on Monday, and none on Sunday.",
     CARS | {"period": "2024-11-26", "inferred": ["period"]}, ""),
    ("de", "Am Montag waren es 30 Autos.",
     CARS | {"period": "2024-11", "inferred": ["period"]}, ""),
    # what is done is not yet to come
    ("de", "Am Ende waren es 30 Autos.",
     CARS | {"period": "2029-Q4", "inferred": ["period"]}, "period-mismatch"),
    ("de", "Am Ende waren es 30 Autos.",
     CARS | {"period": "2029-Q4", "inferred": ["period"], "status": "target"}, ""),
    ("de", "Das Werk ging im Jahr 2029 ans Netz.", {"period": "2029"}, "period-mismatch"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "sentence", "fields", "code"), RULES)
def test_a_rule(
    lang: str,
    sentence: str,
    fields: dict[str, Any],
    code: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of(sentence, lang, sentence, **fields)
    assert (finding.code if finding else "") == code, finding


def test_a_reason_keeps_the_status_of_an_event(
    make_article: Callable[..., Article], make_fact: Callable[..., Fact]
) -> None:
    sentence = "The firm plans to open the plant in 2029."
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


MESSAGES: list[tuple[str, str, dict[str, Any], str, str]] = [
    ("de", "Am Montagabend waren es 30 Autos.", CARS | {"period": "2024-11-24"},
     "the quotation says Montagabend; 2024-11-24 is a Sunday", "correct the day"),
    ("de", "Am Ende waren es 30 Autos.", CARS | {"period": "2029-Q4"},
     "2029-Q4 lies after the article of 2025-03-18", "correct the period"),
    ("nl", "Het bouwt vanaf 2023 een wagen.", {"period": "2023"},
     'the quotation says "vanaf 2023", from 2023 on, not 2023 alone', "write period: 2023/.., or"),
    ("de", "In den Monaten Oktober bis Dezember waren es 30 Autos.", CARS | {"period": "2024-Q4"},
     'the quotation does not state 2024-Q4; it has only "Oktober bis Dezember", no year', "quote"),
    ("de", "Das lag unter den Erwartungen der Analysten von 30 Autos.", CARS,
     'the text says "Erwartungen der Analysten"; the fact says that it is so',
     "write status: consensus, or forecast"),
    ("de", "Analysten hatten mit 30 Autos gerechnet.", CARS,
     'the text says "Analysten hatten mit 30 Autos gerechnet"; the fact says that it is so',
     "write status: consensus, or forecast"),
    ("de", "Das Hoch der 52 Wochen lag bei 3,885 Euro.", {"value": "3.88", "unit": "EUR"},
     "3.88 EUR does not stand in the quotation, which is more precise: 3,885 Euro = 3.885 EUR",
     "correct the value to 3.885"),
    ("de", "Ihr 52-Wochen-Hoch lag bei 3,885.", {"value": "3.7", "unit": "EUR"},
     "3.7 EUR does not stand in the quotation, which says 52-Wochen-Hoch = 52 week and 3,885 = 3.885",
     "correct the value to 3.885"),
    ("de", "Es waren erst 9 Euro und dann 5 Euro.", {"value": "6", "unit": "EUR"},
     "6 EUR does not stand in the quotation, which says 9 Euro = 9 EUR and 5 Euro = 5 EUR",
     "correct the value to 5,"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "sentence", "fields", "message", "hint"), MESSAGES)
def test_a_message_says_what_is_and_the_hint_the_smallest_edit(
    lang: str,
    sentence: str,
    fields: dict[str, Any],
    message: str,
    hint: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of(sentence, lang, sentence, **fields)
    assert finding is not None
    assert finding.message == message
    assert finding.hint.startswith(hint), finding.hint


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


TRANSLATED: list[tuple[str, dict[str, str], str]] = [
    ("Es waren am 8. Mai rund 30 Autos", {"en": "On 8 May there were about 30 cars"}, ""),
    ("Es waren am 8. Mai rund 30 Autos", {"en": "There were cars"}, "translation-mismatch"),
    ("Es waren am 8. Mai rund 30 Autos", {"en": "There were about 99 cars"}, "translation-mismatch"),
    ("Es waren am 8. Mai rund 30 Autos", {"nl": "Het waren zo'n 30 auto's", "en": "There were 31 cars"},
     "translation-mismatch"),
    ("Es waren am 8. Mai rund 30 Autos", {"fr": "Il y avait 99 voitures"}, ""),
]  # fmt: skip


@pytest.mark.parametrize(("exact", "translation", "code"), TRANSLATED)
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


def test_an_article_that_no_lexicon_reads_has_no_finding_for_each_fact(
    finding_of: Callable[..., Finding | None],
) -> None:
    assert finding_of("Es waren 30 Autos.", "xx", "Es waren 99 Autos", value=30) is None


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
