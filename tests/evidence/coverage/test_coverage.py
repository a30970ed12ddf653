"""Coverage: each number of an article is a fact's, ignored with a reason, or open."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from generator.evidence import check_coverage, cover, prove_all
from generator.model import Article, CoveredMention, Fact, Indicator, Marks, Period, Place, Unit

Covered = dict[str, CoveredMention]
MARKS = Marks(Place("seeds/indicators.yaml", 1, 1))
INDICATORS = {"indicator": Indicator(id="indicator", label={}, kind="level", marks=MARKS)}
TEXT = (
    "Im Mai 2024 waren es rund 30 Autos.\r\n\r\nAb Juni 2025 sollen es 40 Autos sein, am 8. Mai 50."
)


@pytest.fixture
def covered_by(
    make_article: Callable[..., Article],
    make_fact: Callable[..., Fact],
    units: Mapping[str, Unit],
) -> Callable[..., Covered]:
    """The coverage of a text by one fact, by the words of the mentions."""

    def find(
        text: str,
        quote: str,
        ignored: Mapping[str, str] | None = None,
        lang: str = "de",
        **fields: Any,
    ) -> Covered:
        article = make_article(text, lang, ignored)
        facts = {"fact": make_fact(quote, **fields)}
        proofs = prove_all(facts, indicators=INDICATORS, articles={"article": article}, units=units)
        return {
            f"{one.mention.text}@{one.mention.start}": one
            for one in cover(article, facts, proofs, units)
        }

    return find


def open_in(covered: Mapping[str, CoveredMention]) -> list[str]:
    return [key.partition("@")[0] for key, one in covered.items() if one.is_open]


FACT = {"value": 30, "unit": "vehicle", "hedge": "about", "period": "2024-05"}


def test_a_fact_covers_its_amount_and_its_date(
    covered_by: Callable[..., Covered],
) -> None:
    covered = covered_by(TEXT, "Im Mai 2024 waren es rund 30 Autos", **FACT)
    assert open_in(covered) == ["Juni 2025", "40 Autos", "8. Mai", "50"]


@pytest.mark.parametrize(
    "text",
    ["Das Ergebnis war mit 3 Millionen Euro im Minus.", "Es lag bei 3 Millionen Euro (negativ)."],
)
def test_the_digits_of_a_loss_are_part_of_its_fact(
    text: str, covered_by: Callable[..., dict[str, CoveredMention]]
) -> None:
    covered = covered_by(text, text, value="-3e6", unit="EUR")
    assert open_in(covered) == []


def test_a_date_that_has_nothing_to_do_with_the_period_stays_open(
    covered_by: Callable[..., Covered],
) -> None:
    fields = FACT | {"value": 40, "hedge": None, "period": "2025-06/..", "status": "target"}
    covered = covered_by(TEXT, "Ab Juni 2025 sollen es 40 Autos sein, am 8. Mai 50", **fields)
    assert open_in(covered) == ["Mai 2024", "30 Autos", "8. Mai", "50"]


def test_another_mention_of_the_same_value_stays_open(
    covered_by: Callable[..., Covered],
) -> None:
    text = "Es waren 30 Autos im Werk. Später sah er 30 Autos."
    assert (
        len(open_in(covered_by(text, "Es waren 30 Autos im Werk", value=30, unit="vehicle"))) == 1
    )


def test_a_second_copy_of_the_passage_is_covered_too(
    covered_by: Callable[..., Covered],
) -> None:
    text = "Es waren 30 Autos im Werk.\n\nEs waren  30 Autos im Werk."
    assert open_in(covered_by(text, "Es waren 30 Autos im Werk", value=30, unit="vehicle")) == []


@pytest.mark.parametrize(
    ("rest", "still_open"), [("", []), (", nicht 30 Autos", ["30 Autos"]), (", nicht 45", ["45"])]
)
def test_a_range_covers_both_its_ends_and_nothing_else(
    rest: str, still_open: list[str], covered_by: Callable[..., Covered]
) -> None:
    text = f"Es waren zwischen 20 und 30 Autos im Werk{rest}."
    covered = covered_by(text, text, min_value=20, max_value=30, unit="vehicle")
    assert open_in(covered) == still_open


RANGES: list[tuple[str, str, dict[str, Any]]] = [
    ("de", "Es waren zwischen 550.000 und 600.000 Autos.",
     {"min_value": 550_000, "max_value": 600_000, "unit": "vehicle"}),
    ("de", "Es waren zwischen 550.000 und 600.000.",
     {"min_value": 550_000, "max_value": 600_000, "unit": "vehicle", "inferred": ("unit",)}),
    ("en", "The margin was between 1.5 and 2 percent.",
     {"min_value": "1.5", "max_value": 2, "unit": "%"}),
    ("nl", "Het waren er tussen 4 en 5 miljoen auto's.",
     {"min_value": "4e6", "max_value": "5e6", "unit": "vehicle"}),
    ("en", "It takes 9 to 10 weeks.", {"min_value": 9, "max_value": 10, "unit": "week"}),
    ("en", "It cost $2-3 million.", {"min_value": "2e6", "max_value": "3e6", "unit": "USD"}),
    ("en", "It cost from €2m to €3m.", {"min_value": "2e6", "max_value": "3e6", "unit": "EUR"}),
    ("en", "It cost 50 to 80 pence.", {"min_value": "0.5", "max_value": "0.8", "unit": "GBP"}),
    ("de", "Es kostete zwei bis drei Euro.", {"min_value": 2, "max_value": 3, "unit": "EUR"}),
    ("de", "Es dauert acht bis zehn Wochen.", {"min_value": 8, "max_value": 10, "unit": "week"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "fields"), RANGES)
def test_both_ends_of_a_proven_range_are_part_of_the_fact(
    lang: str, text: str, fields: dict[str, Any], covered_by: Callable[..., Covered]
) -> None:
    covered = covered_by(text, text.rstrip("."), lang=lang, **fields)
    assert [one.covered_by for one in covered.values()] == [("fact",)] * len(covered)
    assert len(covered) == 2


LOSSES: list[tuple[str, str, dict[str, Any]]] = [
    ("de", "Es blieb ein Verlust von 3 Mio. Euro.", {"value": "-3e6", "unit": "EUR"}),
    ("nl", "Er bleef een verlies van 3,7 miljoen euro.", {"value": "-3.7e6", "unit": "EUR"}),
    ("en", "It made a loss of $4m.", {"value": "-4e6", "unit": "USD"}),
    ("en", "It made a loss of 80 pence.", {"value": "-0.8", "unit": "GBP"}),
    ("en", "It made a loss of $4m to $5m.",
     {"min_value": "-5e6", "max_value": "-4e6", "unit": "USD"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "fields"), LOSSES)
def test_the_digits_of_a_loss_given_with_a_sign_are_part_of_the_fact(
    lang: str, text: str, fields: dict[str, Any], covered_by: Callable[..., Covered]
) -> None:
    signed = fields | {"inferred": ("sign",)}
    rest = {"de": " Der Umsatz lag bei 9 Euro.", "nl": " Dat was 9 euro.", "en": " It was $9."}
    covered = covered_by(text + rest[lang], text.rstrip("."), lang=lang, **signed)
    assert [one.is_open for one in covered.values()] == [*[False] * (len(covered) - 1), True]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Es blieb ein Verlust von 3 Mio. Euro, bei 4 Mio. Euro Umsatz.", {"unit": "EUR"}),
        ("Es blieb ein Verlust von 3 Mio. Euro, nach 3 Mio. Autos.", {"unit": "EUR"}),
    ],
)
def test_a_loss_covers_no_other_number(
    text: str, fields: dict[str, Any], covered_by: Callable[..., Covered]
) -> None:
    covered = covered_by(text, text, value="-3e6", inferred=("sign",), **fields)
    assert [one.is_open for one in covered.values()] == [False, True]


def test_ignored_text_counts_wherever_it_stands(
    covered_by: Callable[..., Covered],
) -> None:
    text = "Es waren 30 Autos im Werk. Am 8. Mai, am 8.\u00a0Mai und am 9. Mai."
    covered = covered_by(
        text, "Es waren 30 Autos im Werk", {"8. Mai": "a joke"}, value=30, unit="vehicle"
    )
    assert open_in(covered) == ["9. Mai"]
    assert [one.ignored for one in covered.values()] == [None, "a joke", "a joke", None]


@pytest.mark.parametrize(
    "fields", [FACT | {"value": 31}, FACT | {"hedge": "over"}, FACT | {"unit": "share"}]
)
def test_a_refused_fact_opens_no_second_finding(
    fields: Mapping[str, object], covered_by: Callable[..., Covered]
) -> None:
    text = "Im Mai 2024 waren es rund 30 Autos."
    assert open_in(covered_by(text, "Im Mai 2024 waren es rund 30 Autos", **fields)) == []


def test_a_missing_quotation_opens_no_second_finding_for_its_value(
    covered_by: Callable[..., Covered],
) -> None:
    text = "Es waren 30 Autos im Werk."
    assert open_in(covered_by(text, "Es waren 30 Wagen im Werk", value=30, unit="vehicle")) == []


def test_an_open_number_is_placed_in_the_article(
    make_article: Callable[..., Article], units: Mapping[str, Unit]
) -> None:
    article = make_article(TEXT, "de")
    findings = list(check_coverage(article, cover(article, {}, {}, units)))
    assert [str(one.place) for one in findings] == [
        "seeds/articles/article.txt:1:4",
        "seeds/articles/article.txt:1:27",
        "seeds/articles/article.txt:3:4",
        "seeds/articles/article.txt:3:24",
        "seeds/articles/article.txt:3:42",
        "seeds/articles/article.txt:3:49",
    ]
    assert findings[1].message == '"30 Autos" = 30 vehicle is neither in a fact nor ignored'
    assert '{exact: "30 Autos", reason: …}' in findings[1].hint


def test_ignored_text_must_stand_in_the_article(
    make_article: Callable[..., Article], units: Mapping[str, Unit]
) -> None:
    article = make_article("Ohne Zahl.", "de", {"8. Mai": "a joke"})
    findings = list(check_coverage(article, cover(article, {}, {}, units)))
    assert [one.code for one in findings] == ["quote-missing"]


@pytest.fixture
def found_in(
    make_article: Callable[..., Article],
    make_fact: Callable[..., Fact],
    units: Mapping[str, Unit],
) -> Callable[..., list[tuple[str, str, int]]]:
    """The findings of an article with one fact (code, message, line)."""

    def find(
        text: str,
        ignored: Mapping[str, str] | None = None,
        lang: str = "de",
        value: int = 30,
        **fields: Any,
    ) -> list[tuple[str, str, int]]:
        article = make_article(text, lang, ignored, **fields)
        facts = {"fact": make_fact("Es waren 30 Autos im Werk", value=value, unit="vehicle")}
        proofs = prove_all(facts, indicators=INDICATORS, articles={"article": article}, units=units)
        findings = check_coverage(article, cover(article, facts, proofs, units))
        return [(one.code, one.message, one.place.line) for one in findings]

    return find


Found = Callable[..., list[tuple[str, str, int]]]


def test_what_a_fact_states_is_not_ignored_as_well(found_in: Found) -> None:
    text = "Es waren 30 Autos im Werk."
    message = '"30 Autos" is ignored, but is a fact already (fact)'
    assert found_in(text, {"30 Autos": "why"}) == [("ignored-fact", message, 8)]
    assert found_in(text, {"30 Autos": "why"}, value=31) == []
    assert found_in(f"{text} Er sah 30 Autos.", {"30 Autos": "why"}) == []


@pytest.mark.parametrize(("typed", "stands"), [("Modell08", "Modell007"), ("SU8", "SU7")])
def test_a_misspelt_text_is_one_finding(typed: str, stands: str, found_in: Found) -> None:
    text = f"Es waren 30 Autos im Werk. Das {stands} fuhr vor."
    assert [code for code, *_ in found_in(text, {typed: "a name"})] == ["quote-missing"]


def test_a_missing_text_like_nothing_open_hides_no_open_number(found_in: Found) -> None:
    text = "Es waren 30 Autos im Werk. Der Preis lag bei 5 Euro."
    codes = [code for code, *_ in found_in(text, {"Commander": "a name"})]
    assert codes == ["open-number", "quote-missing"]


def test_a_language_without_a_lexicon_is_one_finding(found_in: Found) -> None:
    text = "Es waren 30 Autos im Werk, am 8. Mai 50."
    assert found_in(text, {"8. Juni": "a joke"}, "xx") == [("bad-value", "no lexicon reads xx", 5)]


@pytest.mark.parametrize(
    ("published", "is_borne_out"),
    [
        ("2025-05-08", True),
        ("2025-05", True),
        ("2025-05-09", False),
        ("2024-05-08", False),
        ("2024", False),
    ],
)
def test_a_stated_date_stands_in_the_text(
    published: str, is_borne_out: bool, found_in: Found
) -> None:
    text = "8. Mai 2025. Seit 2022 läuft es. Es waren 30 Autos im Werk."
    ignored = {"8. Mai 2025": "the dateline", "Seit 2022": "a comparison"}
    dated = {"date_published": Period.parse(published)}
    stated = found_in(text, ignored, date_basis="stated", **dated)
    message = f"the text does not state {published}; its dates are 8. Mai 2025, 2022"
    assert stated == ([] if is_borne_out else [("period-mismatch", message, 6)])
    assert found_in(text, ignored, date_basis="inferred", **dated) == []
