"""Hedges of prices and of levels, and two numbers that are ends of a range, a change or neither."""

import pytest

from generator.evidence import find
from generator.evidence.annotate import annotate

HEDGES = [
    ("en", "Tickets cost from £900.", "at-least"),
    ("en", "Rooms are available from $49.", "at-least"),
    ("en", "From £900 a head.", "at-least"),
    ("en", "It fell from £900.", "exact"),
    ("en", "It got a gift from 900 people.", "exact"),
    ("en", "It edged up to 102.5, from 102.2.", "exact"),
    ("en", "Ticket sales rose to $61.2 million in 2025, from $55.4 million.", "exact"),
    ("en", "Tickets for the boat to Sand are sold in 12 shops, from $8 each.", "at-least"),
    ("en", "The fare went up by 2 to 9 dollars this spring, from 7 dollars.", "exact"),
    ("de", "Das Ticket kostet ab 900 Euro.", "at-least"),
    ("nl", "Een kaartje kost vanaf 900 euro.", "at-least"),
    ("en", "It sold just shy of 500 cars.", "nearly"),
    ("en", "It was shy of 500 cars.", "under"),
    ("en", "It sold up to 500 cars.", "at-most"),
    ("en", "It rose by up to 5%.", "at-most"),
    ("en", "It pushed interest rates up to 2.25%.", "exact"),
    ("en", "It took the total up to 500.", "exact"),
    ("en", "New boilers would take up to 480,000 pounds.", "at-most"),
    ("en", "It may take up to 5 hours.", "at-most"),
    ("en", "The fair brings up to 500 visitors.", "at-most"),
    ("de", "Es sind bis zu 500 Autos.", "at-most"),
    ("de", "Es ging bis auf 500 Euro.", "exact"),
    ("nl", "Het zijn tot 500 auto's.", "at-most"),
    ("nl", "Hij brengt tot 30% naar de beurs.", "at-most"),
    ("nl", "Het steeg tot 500 euro.", "exact"),
    ("nl", "Het liep op tot 500 euro.", "exact"),
]
BOUNDS = [
    ("en", "The S&P rose 64.06 points to 4,577.10.", (None, None)),
    ("en", "Prices range from $5 to $10.", ("low", "high")),
    ("en", "Tickets cost from £900 to £1,200.", ("low", "high")),
    ("en", "It rose from 5 to 10.", (None, None)),
    ("en", "It sped up in the 0-to-60 mph test.", ("low", "high")),
    ("en", "It takes three or four years.", ("low", "high")),
    ("de", "Es dauert drei oder vier Jahre.", ("low", "high")),
    ("nl", "Het duurt drie of vier jaar.", ("low", "high")),
    ("en", "It takes 2000 - 2500 calories.", ("low", "high")),
    ("de", "Er nahm 2- und 3-mal ab.", (None, None)),
]


@pytest.mark.parametrize(("lang", "text", "hedge"), HEDGES)
def test_a_preposition_bounds_where_it_does(lang: str, text: str, hedge: str) -> None:
    assert find(text, lang, {})[-1].hedge == hedge


@pytest.mark.parametrize(("lang", "text", "bounds"), BOUNDS)
def test_two_numbers_are_a_range_a_change_or_neither(
    lang: str, text: str, bounds: tuple[str | None, ...]
) -> None:
    figures = [one for one in annotate(text, lang, ()).annotations if one.mention.value is not None]
    assert tuple(one.bound for one in figures) == bounds


def test_a_range_of_two_scales_shares_none() -> None:
    values = [f"{one.value:f}" for one in find("It ranges from $200 to $4 million.", "en", {})]
    assert values == ["200", "4000000"]
