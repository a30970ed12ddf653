"""Coverage: each number of an article is a fact's, ignored with a reason, or open."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from generator.evidence import check_coverage, cover, prove_all
from generator.model import Article, CoveredMention, Fact, Indicator, Marks, Period, Place, Unit

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
) -> Callable[..., dict[str, CoveredMention]]:
    """The coverage of a text by one fact, by the words of the mentions."""

    def find(
        text: str, quote: str, ignored: Mapping[str, str] | None = None, **fields: Any
    ) -> dict[str, CoveredMention]:
        article = make_article(text, "de", ignored)
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
    covered_by: Callable[..., dict[str, CoveredMention]],
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
    covered_by: Callable[..., dict[str, CoveredMention]],
) -> None:
    fields = FACT | {"value": 40, "hedge": None, "period": "2025-06/..", "status": "target"}
    covered = covered_by(TEXT, "Ab Juni 2025 sollen es 40 Autos sein, am 8. Mai 50", **fields)
    assert open_in(covered) == ["Mai 2024", "30 Autos", "8. Mai", "50"]


def test_another_mention_of_the_same_value_stays_open(
    covered_by: Callable[..., dict[str, CoveredMention]],
) -> None:
    text = "Es waren 30 Autos im Werk. Später sah er 30 Autos."
    assert (
        len(open_in(covered_by(text, "Es waren 30 Autos im Werk", value=30, unit="vehicle"))) == 1
    )


def test_a_second_copy_of_the_passage_is_covered_too(
    covered_by: Callable[..., dict[str, CoveredMention]],
) -> None:
    text = "Es waren 30 Autos im Werk.\n\nEs waren  30 Autos im Werk."
    assert open_in(covered_by(text, "Es waren 30 Autos im Werk", value=30, unit="vehicle")) == []


@pytest.mark.parametrize(
    ("rest", "still_open"), [("", []), (", nicht 30 Autos", ["30 Autos"]), (", nicht 45", ["45"])]
)
def test_a_range_covers_both_its_ends_and_nothing_else(
    rest: str, still_open: list[str], covered_by: Callable[..., dict[str, CoveredMention]]
) -> None:
    text = f"Es waren zwischen 20 und 30 Autos im Werk{rest}."
    covered = covered_by(text, text, min_value=20, max_value=30, unit="vehicle")
    assert open_in(covered) == still_open


def test_ignored_text_counts_wherever_it_stands(
    covered_by: Callable[..., dict[str, CoveredMention]],
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
    fields: Mapping[str, object], covered_by: Callable[..., dict[str, CoveredMention]]
) -> None:
    text = "Im Mai 2024 waren es rund 30 Autos."
    assert open_in(covered_by(text, "Im Mai 2024 waren es rund 30 Autos", **fields)) == []


def test_a_missing_quotation_opens_no_second_finding_for_its_value(
    covered_by: Callable[..., dict[str, CoveredMention]],
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
