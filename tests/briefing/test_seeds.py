"""Every figure that the five articles state is a fact; each is proven, each mutant refused."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator.evidence import cover, find, prove, prove_all
from generator.model import HEDGES, Fact, Seeds
from generator.reading import load_seeds

pytestmark = pytest.mark.only_for("xiaomi")

ROOT = Path(__file__).resolve().parents[2]
SEEDS = load_seeds(ROOT)
QUOTED = [fact for fact in SEEDS.facts.values() if fact.basis == "quoted"]

# What the five articles state: value, unit, hedge, status, words of the quotation.
STATED = [
    ("109e9", "CNY", "exact", "reported", "109 Milliarden Yuan"),
    ("15.09e9", "USD", "about", "reported", "15,09 Milliarden US-Dollar"),
    ("48.8", "%", "exact", "reported", "48,8 Prozent"),
    ("103.94e9", "CNY", "exact", "consensus", "103,94 Milliarden Yuan"),
    ("350000", "vehicle", "exact", "target", "350.000 Einheiten"),
    ("300000", "vehicle", "exact", "target", "300.000 Autos"),
    ("4.03", "%", "exact", "reported", "4,03 Prozent"),
    ("4", "x", "exact", "reported", "vervierfacht"),
    ("10e9", "USD", "exact", "planned", "zehn Milliarden Dollar"),
    ("10", "year", "exact", "planned", "zehn Jahren"),
    ("10e9", None, "exact", "planned", "10 miljard"),
    ("10", "year", "exact", "planned", "tien jaar"),
    ("100", "%", "exact", "planned", "100-prozentige"),
    ("2.35", "EUR", "about", "reported", "2,35 Euro"),
    ("2.55", "EUR", "exact", "reported", "2,55 Euro"),
    ("2.50", "EUR", "about", "reported", "2,50 Euro"),
    ("3.885", "EUR", "exact", "reported", "3,885"),
    ("5.4", "%", "exact", "reported", "5,4%"),
    ("9.00", "USD", "exact", "reported", "9,00 US-Dollar"),
    ("6.65", "USD", "exact", "reported", "6,65 Dollar"),
    ("7.70", "USD", "exact", "reported", "7,70 Dollar"),
    ("6.58", "USD", "exact", "reported", "6,58 Dollar"),
    ("30000", "vehicle", "about", "reported", "30.000 Verkäufen"),
    ("450000", "vehicle", "exact", "planned", "450.000 Fahrzeigen"),
    ("-30", "%", "over", "reported", "30 Prozent"),
    ("100e6", "HKD", "about", "reported", "100 Millionen HKD"),
    ("12.9e6", "USD", "about", "reported", "12,9 Millionen US-Dollar"),
    ("2.6e6", "share", "exact", "reported", "2,6 Millionen"),
    ("6.3", "%", "exact", "reported", "6,3 Prozent"),
    ("21.4e9", "piece", "exact", "reported", "21,4 Milliarden Stück"),
]


@pytest.mark.parametrize(("value", "unit", "hedge", "status", "words"), STATED)
def test_every_figure_of_the_articles_is_a_fact(
    value: str, unit: str | None, hedge: str, status: str, words: str
) -> None:
    found = [
        fact
        for fact in QUOTED
        if fact.amount
        and (fact.amount.value, fact.amount.unit) == (Decimal(value), unit)
        and any(words in " ".join(quote.exact.split()) for quote in fact.quotes)
    ]
    assert [(fact.amount.hedge, fact.status) for fact in found if fact.amount] == [(hedge, status)]


@pytest.mark.parametrize("fact", SEEDS.facts.values(), ids=lambda fact: fact.id)
def test_each_fact_is_proven(fact: Fact) -> None:
    assert _findings(fact, SEEDS) == []


@pytest.mark.parametrize("quote_of", QUOTED, ids=lambda fact: fact.id)
def test_each_quotation_is_translated(quote_of: Fact) -> None:
    assert all(quote.translation.get("en") for quote in quote_of.quotes)


@pytest.mark.parametrize("article", SEEDS.articles.values(), ids=lambda article: article.id)
def test_every_number_of_an_article_is_covered_or_ignored_with_a_reason(article) -> None:  # type: ignore[no-untyped-def]
    proofs = prove_all(
        SEEDS.facts, indicators=SEEDS.indicators, articles=SEEDS.articles, units=SEEDS.units
    )
    covered = cover(article, SEEDS.facts, proofs, SEEDS.units)
    assert [mention.mention.text for mention in covered if mention.is_open] == []
    assert len(covered) == len(find(article.text, article.lang, SEEDS.units)) >= 8


def _findings(fact: Fact, seeds: Seeds) -> list[str]:
    proof = prove(
        fact,
        indicator=seeds.indicators[fact.indicator],
        articles=seeds.articles,
        units=seeds.units,
    )
    return [finding.code for finding in proof.findings]


def _with_amount(fact: Fact, **changes: object) -> Fact:
    assert fact.amount is not None
    # A typed hedge: so that nothing but the change itself can be what is refused.
    return replace(fact, amount=replace(fact.amount, **changes), hedge_typed=True)  # type: ignore[arg-type]


def _digits_changed(value: Decimal) -> Iterator[Decimal]:
    sign, digits, exponent = value.as_tuple()
    for index, digit in enumerate(digits):
        other = [*digits]
        other[index] = (digit + 1) % 10
        yield Decimal((sign, tuple(other), exponent))
    yield value.scaleb(3)
    yield value.scaleb(-3)


@pytest.mark.parametrize("fact", QUOTED, ids=lambda fact: fact.id)
def test_a_changed_digit_or_scale_is_refused(fact: Fact) -> None:
    assert fact.amount
    assert fact.amount.value is not None
    for value in _digits_changed(fact.amount.value):
        assert _findings(_with_amount(fact, value=value), SEEDS), f"{value} was let through"


@pytest.mark.parametrize("fact", QUOTED, ids=lambda fact: fact.id)
def test_a_changed_sign_is_refused(fact: Fact) -> None:
    assert fact.amount
    assert fact.amount.value is not None
    assert _findings(_with_amount(fact, value=-fact.amount.value), SEEDS)


@pytest.mark.parametrize("fact", QUOTED, ids=lambda fact: fact.id)
def test_a_changed_unit_is_refused(fact: Fact) -> None:
    assert fact.amount
    inferred = {key: why for key, why in fact.inferred.items() if key != "unit"}
    # Where the unit was inferred the text names none, and a fact without one says what it says.
    none = {None} if inferred == fact.inferred else set()
    for unit in {"CNY", "USD", "EUR", "HKD", "%", "pp", "x", "vehicle", "share", "year"} | none:
        changed = replace(_with_amount(fact, unit=unit), inferred=inferred)
        assert unit == fact.amount.unit or _findings(changed, SEEDS), f"{unit} was let through"


@pytest.mark.parametrize("fact", QUOTED, ids=lambda fact: fact.id)
def test_a_changed_hedge_is_refused(fact: Fact) -> None:
    assert fact.amount
    for hedge in HEDGES:
        changed = _with_amount(fact, hedge=hedge)
        assert hedge == fact.amount.hedge or _findings(changed, SEEDS), f"{hedge} was let through"


@pytest.mark.parametrize("fact", QUOTED, ids=lambda fact: fact.id)
def test_a_changed_letter_of_the_quotation_is_refused(fact: Fact) -> None:
    quote = fact.quotes[0]
    for index in range(0, len(quote.exact), 5):
        if quote.exact[index].isspace():
            continue
        other = "q" if quote.exact[index] != "q" else "z"
        exact = quote.exact[:index] + other + quote.exact[index + 1 :]
        changed = replace(fact, quotes=(replace(quote, exact=exact), *fact.quotes[1:]))
        assert "quote-missing" in _findings(changed, SEEDS), f"{exact!r} was let through"


@pytest.mark.parametrize(
    "fact", [one for one in SEEDS.facts.values() if one.quotes], ids=lambda fact: fact.id
)
def test_a_quotation_under_any_other_article_is_told_the_right_one(fact: Fact) -> None:
    for at, quote in enumerate(fact.quotes):
        for other in SEEDS.articles.keys() - {quote.article}:
            quotes = [*fact.quotes]
            quotes[at] = replace(quote, article=other)
            (finding,) = prove(
                replace(fact, quotes=tuple(quotes)),
                indicator=SEEDS.indicators[fact.indicator],
                articles=SEEDS.articles,
                units=SEEDS.units,
            ).findings
            assert finding.code == "quote-missing"
            assert f"stands word for word in {quote.article}, line " in finding.message
            assert finding.hint == f"correct article to {quote.article}"


def test_titles_of_charts_are_short() -> None:
    titles = [one for chart in SEEDS.charts.values() for one in chart.title.values()]
    assert [one for one in titles if len(one) > 60] == []
