"""Suggested facts: what is filled in, what a person must decide, what is left out.

Comes in: short texts. Goes out: suggestions as plain values. Nothing is read from disk.
"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence import cover
from generator.evidence.annotate import annotate
from generator.evidence.numbers.nouns import declared_words
from generator.evidence.snippets import find_snippets
from generator.evidence.suggest import LeftOut, Suggestion, suggest_facts
from generator.model import UNDECIDED, Entity, Indicator, Marks, Nomenclature, Place

MARKS = Marks(Place("seeds/indicators.yaml"))


def indicator(name, kind, *units, **words):
    typed = {lang: tuple(listed.split()) for lang, listed in words.items()}
    return Indicator(id=name, label={}, kind=kind, units=units, words=typed, marks=MARKS)


INDICATORS = {
    one.id: one
    for one in (
        indicator("opening", "event"),
        indicator("share-of-market", "level", "%", en="share"),
        indicator("growth", "change", "%", en="sales", de="Aktie"),
        indicator("revenue", "flow", "EUR", "USD", en="revenue", de="Umsatz"),
        indicator("cars", "flow", "vehicle", en="sell make"),
        indicator("plain", "level", en="price", nl="investeren"),
    )
}


WORDS = ["about ", "fell by ", "5", "20,000", " to ", "-", "%", " cars", " euros", ". ", "\n\n", "(", ")", ", ", "The firm ", "\u00ad", "=", "2021"]  # fmt: skip


@pytest.fixture(scope="session")
def suggest(make_article, units):
    def suggest(text, lang="en", indicators=INDICATORS, ignored=None, taken=frozenset()):
        article = make_article(text, lang, ignored)
        covered = cover(article, {}, {}, units)
        return list(
            suggest_facts(article, covered, indicators=indicators, units=units, taken=taken)
        )

    return suggest


@pytest.fixture
def the_fact(suggest):
    def only(text, lang="en", **more):
        (made,) = suggest(text, lang, **more)
        assert isinstance(made, Suggestion), made
        return made.fact

    return only


@pytest.mark.parametrize(
    ("text", "lang", "value", "unit", "hedge", "name"),
    [
        ("Revenue came to 109 billion euros.", "en", "109e9", "EUR", "exact", "revenue"),
        ("Der Umsatz lag bei rund 15,09 Milliarden Euro.", "de", "15.09e9", "EUR", "about", "revenue"),
        ("The firm sold more than 350,000 cars.", "en", "350000", "vehicle", "over", "cars"),
        ("The share of the market is 12.5 percent.", "en", "12.5", "%", "exact", "share-of-market"),
        ("Sales fell by 30 percent in a single week", "en", "-30", "%", "exact", "growth"),
        ("Die Aktie stieg um 6,3 Prozent nach oben.", "de", "6.3", "%", "exact", "growth"),
        ("Het bedrijf investeert 10 miljard in nieuwe plannen.", "nl", "10e9", None, "exact", "plain"),
        ("The price per share rose to 7.70 on the day.", "en", "7.70", None, "exact", "plain"),
    ],
)  # fmt: skip
def test_amount_and_indicator_are_filled_in(the_fact, text, lang, value, unit, hedge, name) -> None:
    fact = the_fact(text, lang)
    assert (fact.amount.value, fact.amount.unit) == (Decimal(value), unit)
    assert (fact.amount.hedge, fact.indicator) == (hedge, name)


def test_the_value_keeps_the_digits_of_the_text(the_fact) -> None:
    assert the_fact("One share costs 9.00 euros today.").amount.value.as_tuple().exponent == -2


def test_a_range_has_two_ends(the_fact) -> None:
    amount = the_fact("The plant makes 20,000 to 30,000 cars.").amount
    assert (amount.value, amount.min_value, amount.max_value) == (None, 20000, 30000)


@pytest.mark.parametrize(
    "text",
    [
        "It came to 109 billion euros.",
        "Profit came to 109 billion euros.",
        "Revenue grew, while the fine came to 109 billion euros.",
        "Costs of 109 billion euros met high revenue.",
        "Of late 350,000 cars were seen.",
    ],
)
def test_without_a_word_that_the_figure_belongs_to_the_indicator_is_undecided(
    the_fact, text
) -> None:
    assert the_fact(text).indicator == UNDECIDED


def test_of_two_indicators_with_the_word_none_is_named(the_fact) -> None:
    twins = [indicator(name, "flow", "EUR", en="revenue") for name in ("home", "abroad")]
    named = {one.id: one for one in twins}
    assert the_fact("Revenue came to 109 billion euros.", indicators=named).indicator == UNDECIDED


def test_without_a_fitting_indicator_it_is_unnamed(the_fact) -> None:
    fact = the_fact("Sales fell by 30 percent in a week that was short", indicators={})
    assert (fact.indicator, fact.amount.value) == (UNDECIDED, -30)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Revenue came to 109 million euros on 18 March 2025.", "2025-03-18"),
        ("Revenue came to 109 million euros in October 2024.", "2024-10"),
        ("Revenue came to 109 million euros in October.", "2024-10"),
        ("Revenue came to 109 million euros in 2023 and in 2022.", "2023"),
        ("Revenue came to 109 million euros last year.", "2024"),
        ("Revenue could come to 109 million euros in 2190.", None),
    ],
)
def test_the_period_is_the_one_full_date_beside_it(suggest, text, period) -> None:
    fact = next(one.fact for one in suggest(text) if isinstance(one, Suggestion))
    assert (str(fact.period) if fact.period else None) == period


@pytest.mark.parametrize(
    ("text", "lang", "status", "attribution"),
    [
        ("Das Unternehmen plant 300.000 Autos für das Land.", "de", "planned", "own"),
        ("Angeblich verkaufte das Unternehmen 300.000 Autos.", "de", "reported", "hearsay"),
        ("Das Unternehmen verkaufte wie geplant 300.000 Autos.", "de", "reported", "own"),
        ("Xi investeert naar eigen zeggen 10 miljard euro.", "nl", "reported", "self-reported"),
    ],
)
def test_clear_cues_give_status_and_attribution(the_fact, text, lang, status, attribution) -> None:
    fact = the_fact(text, lang)
    assert (fact.status, fact.attribution) == (status, attribution)


def test_what_only_a_person_decides_stays_a_review(suggest) -> None:
    (made,) = suggest("Das Werk soll künftig 450.000 Autos im Land bauen.", "de")
    assert isinstance(made, Suggestion)
    assert made.review is not None
    assert (made.review.code, made.review.subject) == ("status-unclear", made.fact.id)


def test_ids_are_new_and_say_kind_and_value(suggest) -> None:
    text = "Revenue came to 15.09 billion euros. Then it came to 15.09 billion euros again."
    made = suggest(text, taken=frozenset({"money-15-09e9-1"}))
    assert [one.fact.id for one in made] == ["money-15-09e9-2", "money-15-09e9-3"]


def test_a_text_that_repeats_itself_is_quoted_once(suggest) -> None:
    assert len(suggest("Revenue came to 15 million euros. " * 3)) == 1


def test_what_is_ignored_or_no_amount_is_not_suggested(suggest) -> None:
    text = "On 3 May 2021 the X5000 came first. It cost 20,000 euros in all."
    assert suggest(text, ignored={"20,000 euros": "an advertisement"}) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It was 1234567890123456789 euros in the end.", "more than 15 digits"),
        ("The plant needs 120 kWh of energy in a day.", "kWh is not declared"),
        ("5 euros", "no passage around it"),
    ],
)
def test_what_seeds_cannot_hold_is_left_out_with_the_reason(suggest, text, reason) -> None:
    (made,) = suggest(text)
    assert isinstance(made, LeftOut)
    assert reason in made.reason


def test_the_first_suggestions_of_an_endless_text_are_enough(suggest) -> None:
    made = suggest("".join(f"The firm sold {n} cars this year. " for n in range(1, 511)))
    assert len(made) == 501
    assert isinstance(made[-1], LeftOut)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It rains. The firm, says a list, sold 20,000 cars, and nobody knows why.", "The firm, says a list, sold 20,000 cars"),
        ("- The firm sold 20,000 cars (new ones)", "The firm sold 20,000 cars (new ones)"),
        ("The firm sold 20,000 cars; prices rose 5 percent.", "The firm sold 20,000 cars"),
        ("“Sold: 20,000 cars”", "“Sold: 20,000 cars”"),
        ("As is known far and wide since the day on which it was founded by people of some means, and long before by others as well, the firm sold 20,000 cars.", "and long before by others as well, the firm sold 20,000 cars."),
        ("Twice it sold 20,000 cars in a row – and then none.", "Twice it sold 20,000 cars in a row"),
        ("Twice it sold 20,000 cars a year ca. from the start on, or more.", "Twice it sold 20,000 cars a year ca. from the start on"),
    ],
)  # fmt: skip
def test_a_quotation_is_the_clause_and_what_leads_to_it(text, first, units) -> None:
    annotated = annotate(text, "en", declared_words(units, "en"))
    annotation = next(one for one in annotated.annotations if one.mention.text.startswith("20,000"))
    start, end = next(iter(find_snippets(annotation, None, annotated)))
    assert text[start:end] == first


def test_a_long_sentence_is_cut_at_words_and_figures(units) -> None:
    text = "then and then " * 30 + "he sold 20,000 cars " + "here and there 30 million times " * 9
    annotated = annotate(text, "en", declared_words(units, "en"))
    annotation = annotated.annotations[0]
    start, end = next(iter(find_snippets(annotation, None, annotated)))
    before, after = annotation.mention.start - start, end - annotation.mention.end
    assert 100 < before <= 120
    assert 0 < after <= 60
    assert not text[start - 1].strip()
    assert not text[end].strip()
    assert text[start:end].endswith("million times here and there")


@pytest.mark.parametrize(
    ("text", "lang", "value", "unit"),
    [
        ("The shares fell to 410p on Monday in London trading.", "en", "4.10", "GBP"),
        ("In Zürich kostet das Brot 80 Rappen, sagte der Verband.", "de", "0.80", "CHF"),
    ],
)
def test_coins_become_the_currency_that_they_are_of(suggest, text, lang, value, unit) -> None:
    (made,) = suggest(text, lang, indicators={})
    assert (made.fact.amount.value, made.fact.amount.unit) == (Decimal(value), unit)


def test_cents_are_of_the_currency_that_their_sentence_names(suggest) -> None:
    text = "Das Brot kostete 2 Euro, der Preis stieg um 50 Cent."
    made = suggest(text, "de", indicators={})[-1]
    assert (made.fact.amount.value, made.fact.amount.unit) == (Decimal("0.50"), "EUR")


def test_cents_of_no_known_currency_are_left_out(suggest) -> None:
    (made,) = suggest("It earned 30 cents a share in the quarter that ended.")
    assert isinstance(made, LeftOut)


@given(st.lists(st.sampled_from(WORDS), max_size=25).map("".join) | st.text(max_size=60))
def test_any_text_gets_suggestions_that_have_no_error(suggest, text) -> None:
    for one in suggest(text):
        if isinstance(one, Suggestion):
            assert one.review is None or one.review.severity == "review"
            assert len(one.fact.quotes[0].exact) >= 12
        else:
            assert one.reason


def test_who_speaks_of_itself_is_suggested_as_such(make_article, units):
    named = Nomenclature(
        entities={
            "ferry": Entity(id="ferry", name={}, names=("Port ferry",), nouns={"en": ("operator",)})
        }
    )
    text = "The Port ferry sold 20,000 cars in 2024, the operator said on Tuesday."
    article = make_article(text, "en")
    [made] = suggest_facts(
        article, cover(article, {}, {}, units), indicators=INDICATORS, units=units, named=named
    )
    assert (made.fact.attribution, made.review) == ("self-reported", None)


def test_the_time_of_a_figure_is_its_own_also_where_it_is_compared(suggest) -> None:
    text = "Revenue rose to 61.2 million euros in 2025, from 55.4 million euros a year before."
    periods = [str(one.fact.period) for one in suggest(text)]
    assert periods == ["2025", "2024"]


def test_a_loss_is_suggested_below_zero(the_fact) -> None:
    result = {"result": indicator("result", "flow", "EUR", en="profit loss")}
    fact = the_fact("It made a loss of 3.7 million euros.", indicators=result)
    assert fact.amount.value == Decimal("-3.7e6")


def test_of_currencies_of_one_name_that_of_the_indicators_is_taken(the_fact) -> None:
    text = "Revenue came to 61.2 million kroner."
    norwegian = {"revenue": indicator("revenue", "flow", "NOK", en="revenue")}
    assert the_fact(text, indicators=norwegian).amount.unit == "NOK"
    either = {"revenue": indicator("revenue", "flow", "DKK", "NOK", en="revenue")}
    assert the_fact(text, indicators=either).amount.unit == the_fact(text).amount.unit == "DKK"
