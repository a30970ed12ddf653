"""Which numbers in an editor's words claim something, in each language that is read."""

from decimal import Decimal

import pytest

from generator.ledger.claims.numbers import claims_in
from generator.ledger.claims.scopes import Stated
from generator.ledger.claims.support import is_borne_out


def claimed(text, lang="en"):
    return [one.text for one in claims_in(text, lang, {})]


@pytest.mark.parametrize(
    ("lang", "text", "number"),
    [
        ("en", "Nearly two hundred billion yuan", "two hundred billion yuan"),
        ("en", "It doubled", "doubled"),
        ("en", "190 in all", "190"),
        ("en", "Over fifteen years", "fifteen years"),
        ("de", "Fast zweihundert Milliarden Yuan", "zweihundert Milliarden Yuan"),
        ("de", "Der Umsatz hat sich verdoppelt", "verdoppelt"),
        ("de", "Jeder fünfte Käufer", "Jeder fünfte"),
        ("nl", "Bijna tweehonderd miljard yuan", "tweehonderd miljard yuan"),
        ("nl", "De omzet is verdubbeld", "verdubbeld"),
        ("fr", "190 milliards d’euros", "190 milliards"),
    ],
)
def test_an_amount_is_claimed(lang, text, number):
    assert claimed(text, lang) == [number]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "One of two sources, both of them, and the first of five articles"),
        ("en", "In 2024, in the second half of 2024, since the 1990s and on 4 March"),
        ("en", "Two days later, for the first time in three years, half a year on"),
        ("en", "Twelve months, 52 weeks, twenty-four hours"),
        ("en", "Thousands of people, several million, billions"),
        ("en", "At the end-2023 meeting, twice a year"),
        ("de", "Eines von zwei Blättern, zwei von drei Quellen, fünf Artikel"),
        ("de", "In der zweiten Hälfte des Jahres 2024, am 4. März, zwei Tage später"),
        ("de", "Ein halbes Jahr, zwölf Monate, einmal im Jahr"),
        ("nl", "Een van de twee bronnen en vijf artikelen"),
        ("nl", "In de tweede helft van 2024, op 4 maart, twee dagen later"),
    ],
)
def test_a_date_a_count_or_a_pronoun_claims_nothing(lang, text):
    assert claimed(text, lang) == []


RISE = Stated((Decimal(100),), "%", is_change=True, direction="up")
FALL = Stated((Decimal(50),), "%", is_change=True, direction="down")
BOUND = Stated((Decimal(30),), "%", "over")
MONEY = Stated((Decimal("190e9"),), "CNY")
OPEN = Stated((Decimal("10e9"),), None)
RATE = Stated((Decimal("1e9"),), "USD/year")


@pytest.mark.parametrize(
    ("text", "figure", "is_right"),
    [
        ("It doubled", RISE, True),
        ("It tripled", RISE, False),
        ("It halved", FALL, True),
        ("It lost half of its value", FALL, True),
        ("It doubled", FALL, False),
        ("It gained half of its value", FALL, False),
        ("more than 30 per cent", BOUND, True),
        ("more than a quarter of it", BOUND, True),
        ("30 per cent", BOUND, False),
        ("less than 40 per cent", BOUND, False),
        ("nearly two hundred billion yuan", MONEY, True),
        ("nearly three hundred billion yuan", MONEY, False),
        ("about 190 billion", MONEY, True),
        ("about 200 billion", MONEY, False),
        ("over 100 billion yuan", MONEY, True),
        ("over 50 billion yuan", MONEY, False),
        ("190 billion dollars", MONEY, False),
        ("190 million yuan", MONEY, False),
        ("ten billion", OPEN, True),
        ("ten billion dollars", OPEN, False),
        ("a billion dollars a year", RATE, True),
    ],
)
def test_a_claim_is_true_of_its_figure_with_unit_hedge_and_direction(text, figure, is_right):
    [claim] = claims_in(text, "en", {})
    assert claim.number is not None
    assert is_borne_out(claim.number, [figure]) is is_right
