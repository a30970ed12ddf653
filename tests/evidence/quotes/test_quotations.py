"""Where quotations are found, and which ones are refused."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from generator.evidence import prove
from generator.evidence.annotate import annotate
from generator.evidence.quotes.locate import locate
from generator.model import Article, Fact, Finding, Indicator, Marks, Place, Quote, Unit

TEXT = (
    "Der Umsatz stieg um 5 Prozent auf 350.000 Euro. Die Kosten sanken, wie es hieß, nicht um "
    "7 Prozent.\n\nDer Gewinn lag bei 12 Millionen Euro. Er stieg damit um 5 Prozent."
)
MARKS = Marks(Place("seeds/facts/test.yaml", 30, 12))


@pytest.fixture
def located(
    make_article: Callable[..., Article],
    make_fact: Callable[..., Fact],
    units: Mapping[str, Unit],
) -> Callable[..., list[str]]:
    """The article's own text of each quotation of an event."""

    def find(text: str, *quotes: Quote) -> list[str]:
        proof = prove(
            make_fact(quotes),
            indicator=Indicator(id="event", label={}, kind="event", marks=MARKS),
            articles={"article": make_article(text, "de")},
            units=units,
        )
        for one in proof.located:
            assert text[one.start : one.end] == one.text
        return [one.text for one in proof.located]

    return find


def quote(exact: str, **fields: object) -> Quote:
    return Quote(article="article", exact=exact, marks=MARKS, **fields)  # type: ignore[arg-type]


def test_the_articles_own_spelling_is_handed_on(located: Callable[..., list[str]]) -> None:
    text = "Er sagte: „Mehr\u00a0als\n10 Prozent – das reicht“."
    assert located(text, quote('"Mehr als 10 Prozent - das reicht"')) == [
        "„Mehr\u00a0als\n10 Prozent – das reicht“"
    ]


def test_a_shortened_quotation_spans_its_parts(located: Callable[..., list[str]]) -> None:
    assert located(TEXT, quote("Der Umsatz stieg […] auf 350.000 Euro")) == [
        "Der Umsatz stieg um 5 Prozent auf 350.000 Euro"
    ]


@pytest.mark.parametrize(
    ("exact", "code"),
    [
        ("Umsatz um 5", "quote-short"),
        ("u" * 1001, "quote-long"),
        ("Der Umsatz fiel um 5 Prozent", "quote-missing"),
        ("DER UMSATZ STIEG UM 5 PROZENT", "quote-missing"),
        ("msatz stieg um 5 Prozent", "quote-cut"),
        ("stieg um 5 Prozent auf 350", "quote-cut"),
        ("000 Euro. Die Kosten", "quote-cut"),
        ("Gewinn lag bei 12", "quote-cut"),
        ("auf 350.000 Euro […] Der Umsatz stieg", "quote-splice"),
        ("Die Kosten sanken […] um 7 Prozent", "quote-splice"),
        ("Der Umsatz stieg […] Die Kosten sanken", "quote-splice"),
        ("Der Gewinn lag bei […] Millionen Euro", "quote-cut"),
        ("Der Umsatz stieg um […] auf 350.000 Euro", "quote-splice"),
        ("Der Umsatz stieg […] und mehr", "quote-missing"),
        ("Der Umsatz stieg um 5 Prozent […]", ""),
        ("Der Umsatz stieg (…) auf 350.000 Euro", ""),
        ("Die Kosten sanken [...] nicht um 7 Prozent", "negated"),
    ],
)
def test_a_quotation_is_verbatim_and_whole(
    exact: str, code: str, finding_of: Callable[..., Finding | None]
) -> None:
    finding = finding_of(TEXT, "de", exact, kind="event")
    assert (finding.code if finding else "") == code


def test_equal_passages_that_agree_prove_together(
    finding_of: Callable[..., Finding | None],
) -> None:
    fields = {"kind": "change", "value": 5, "unit": "%"}
    assert finding_of(f"{TEXT}\n{TEXT}", "de", "Er stieg damit um 5 Prozent", **fields) is None


AMBIGUOUS = "Die Marge betrug rund 5 Prozent. Nicht der Zins betrug rund 5 Prozent, sagt er."


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "quote-ambiguous"),
        ({"occurrence": 1}, ""),
        ({"occurrence": 2}, "negated"),
        ({"occurrence": 3}, "quote-missing"),
        ({"prefix": "Die Marge"}, ""),
        ({"suffix": ", sagt er"}, "negated"),
        ({"prefix": "Die Quote"}, "quote-missing"),
    ],
)
def test_equal_passages_that_differ_must_be_told_apart(
    fields: Mapping[str, object], code: str, finding_of: Callable[..., Finding | None]
) -> None:
    finding = finding_of(
        AMBIGUOUS,
        "de",
        [quote("betrug rund 5 Prozent", **fields)],
        value=5,
        unit="%",
        hedge="about",
    )
    assert (finding.code if finding else "") == code


def test_several_quotations_prove_together(finding_of: Callable[..., Finding | None]) -> None:
    quotes = ["Der Gewinn lag bei 12 Millionen Euro", "Er stieg damit um 5 Prozent"]
    assert finding_of(TEXT, "de", quotes, value="12e6", unit="EUR") is None
    assert finding_of(TEXT, "de", quotes, value=5, unit="%", kind="change") is None


def test_every_one_of_several_quotations_must_stand(
    finding_of: Callable[..., Finding | None],
) -> None:
    quotes = ["Der Gewinn lag bei 12 Millionen Euro", "Das steht hier nirgends"]
    finding = finding_of(TEXT, "de", quotes, value="12e6", unit="EUR")
    assert finding is not None
    assert finding.code == "quote-missing"


def test_an_unknown_article_proves_nothing(
    make_fact: Callable[..., Fact], units: Mapping[str, Unit]
) -> None:
    proof = prove(
        make_fact("Der Umsatz stieg um 5 Prozent"),
        indicator=Indicator(id="event", label={}, kind="event", marks=MARKS),
        articles={},
        units=units,
    )
    assert [one.code for one in proof.findings] == ["quote-missing"]


def test_an_article_that_no_lexicon_reads_has_no_finding_for_each_fact(
    finding_of: Callable[..., Finding | None],
) -> None:
    assert finding_of("Es waren 30 Autos.", "xx", "Es waren 99 Autos", value=30) is None


@pytest.mark.parametrize(("times", "is_many"), [(200, False), (201, True)])
def test_more_places_than_are_compared_are_never_cut_silently(
    times: int, is_many: bool, make_article: Callable[..., Article]
) -> None:
    text = make_article("It sold 30 cars. " * times, "en").text
    found = locate(
        Quote(article="article", exact="It sold 30 cars", marks=MARKS), annotate(text, "en", ())
    )
    assert isinstance(found, Finding) == is_many
    if isinstance(found, Finding):
        assert found.code == "quote-ambiguous"
    else:
        assert len(found) == times


CARS: dict[str, Any] = {"value": 30, "unit": "vehicle"}

OMISSIONS: list[tuple[str, str, str | None, dict[str, Any], str]] = [
    ("en", "Ford in town sold vans while Fiat sold 30 cars.", "Ford in town sold […] 30 cars", CARS, "quote-splice"),
    ("de", "Ford in der Stadt hat Busse und Fiat 30 Autos.", "Ford in der Stadt hat […] 30 Autos", CARS,
     "quote-splice"),
    ("nl", "Ford in de stad heeft bussen terwijl Fiat 30 auto's heeft.",
     "Ford in de stad heeft […] 30 auto's", CARS, "quote-splice"),
    ("en", "Ford in town, a rival of Fiat, has 30 cars.", "Ford in town […] has 30 cars", CARS, ""),
    ("de", "Ford, ein Rivale von Fiat, hat im März 30 Autos.", "Ford […] hat im März 30 Autos", CARS, ""),
    ("nl", "Ford, een rivaal van Fiat, heeft in maart 30 auto's.", "Ford […] heeft in maart 30 auto's", CARS, ""),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "sentence", "quote", "fields", "code"), OMISSIONS)
def test_an_omission_hides_no_other_statement(
    lang: str,
    sentence: str,
    quote: str | None,
    fields: dict[str, Any],
    code: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of(sentence, lang, quote or sentence, **fields)
    assert (finding.code if finding else "") == code, finding


CUT: list[tuple[str, str, str, dict[str, Any], str]] = [
    ("de", "Es waren rund 30 Autos im Mai.", "30 Autos im Mai", {"value": 30, "unit": "vehicle"},
     "hedge-cut"),
    ("de", "Es waren rund 30 Autos im Mai.", "30 Autos im Mai",
     {"value": 30, "unit": "vehicle", "hedge": "about"}, "hedge-cut"),
    ("de", "Der Umsatz lag bei 5 Millionen Euro.", "Umsatz lag bei 5 Millionen",
     {"value": "5e6", "unit": "EUR"}, "unit-absent"),
    ("de", "Der Umsatz fiel im Jahr um 5 Prozent.", "im Jahr um 5 Prozent",
     {"value": -5, "unit": "%", "kind": "change"}, "sign-unseen"),
    ("en", "It is not true that 30 cars were sold.", "that 30 cars were sold",
     {"value": 30, "unit": "vehicle"}, "negated"),
    ("en", "The margin was -3.2% in May.", "3.2% in May alone", {"value": "3.2", "unit": "%"},
     "quote-missing"),
    ("en", "The margin was -3.2% in May.", "3.2% in May.", {"value": "3.2", "unit": "%"},
     "quote-cut"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "quote", "fields", "code"), CUT)
def test_a_quotation_cut_short_hides_nothing(
    lang: str,
    text: str,
    quote: str,
    fields: dict[str, Any],
    code: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of(text, lang, quote, **fields)
    assert (finding.code if finding else "") == code, finding
