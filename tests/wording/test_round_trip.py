"""What the site prints is read back by the finder: the same value, unit, hedge and direction.

In every language that has a catalogue, and in those whose words stand here: there only the numbers
and the plurals, which are the locale's own, are under test. Rates (`CNY per USD`) are left out:
they are derived and never quoted.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence import find
from generator.model import HEDGES, RATIO_UNITS, Amount, Hedge, Unit
from generator.wording import LanguageWording, languages


def _unit(unit: str, *, is_noun: bool = False, **labels: tuple[str, str]) -> Unit:
    """A unit with its names; a noun is declared as such, all else the lexicons know."""
    return Unit(
        id=unit,
        label={lang: {"one": one, "other": many} for lang, (one, many) in labels.items()},
        words={lang: (one,) for lang, (one, _) in labels.items()} if is_noun else {},
    )


UNITS = {
    unit.id: unit
    for unit in (
        _unit(
            "vehicle",
            is_noun=True,
            en=("vehicle", "vehicles"),
            de=("Fahrzeug", "Fahrzeuge"),
            nl=("voertuig", "voertuigen"),
        ),
        _unit("year", en=("year", "years"), de=("Jahr", "Jahre"), nl=("jaar", "jaar")),
        _unit("month", en=("month", "months"), de=("Monat", "Monate"), nl=("maand", "maanden")),
        _unit("day", en=("day", "days"), de=("Tag", "Tage"), nl=("dag", "dagen")),
    )
}
WORDS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "scale-6": "{number} Mio.",
        "scale-9": "{number} Mrd.",
        "scale-12": "{number} Bio.",
        "range": "{low} bis {high}",
        "unit-percent": "{number} %",
        "unit-pp": "{number} Prozentpunkte",
        "unit-bp": "{number} Basispunkte",
        "unit-multiple": "{number}×",
        "hedge-about": "rund {amount}",
        "hedge-over": "mehr als {amount}",
        "hedge-at-least": "mindestens {amount}",
        "hedge-under": "weniger als {amount}",
        "hedge-at-most": "höchstens {amount}",
        "hedge-nearly": "knapp {amount}",
        "hedge-just-over": "etwas mehr als {amount}",
        "change-up": "plus {amount}",
        "change-down": "minus {amount}",
    },
    "nl": {
        "scale-6": "{number} mln.",
        "scale-9": "{number} mld.",
        "scale-12": "{number} bln.",
        "range": "{low} tot {high}",
        "unit-percent": "{number}%",
        "unit-pp": "{number} procentpunten",
        "unit-bp": "{number} basispunten",
        "unit-multiple": "{number}×",
        "hedge-about": "ongeveer {amount}",
        "hedge-over": "meer dan {amount}",
        "hedge-at-least": "minstens {amount}",
        "hedge-under": "minder dan {amount}",
        "hedge-at-most": "hooguit {amount}",
        "hedge-nearly": "bijna {amount}",
        "hedge-just-over": "iets meer dan {amount}",
        "change-up": "omhoog met {amount}",
        "change-down": "omlaag met {amount}",
    },
}
SENTENCES = {
    "de": ("{}", "({})", "Insgesamt waren es {}.", "Q4 2024: {}"),
    "nl": ("{}", "({})", "In totaal was het {}.", "Q4 2024: {}"),
    "en": ("{}", "({})", "In total it was {}.", "Q4 2024: {}"),
}


def _wording(lang: str) -> LanguageWording:
    """The wording of a language; one without a catalogue speaks with the words above."""
    if lang in languages():
        return LanguageWording(lang, UNITS)
    wording = LanguageWording(languages()[0], UNITS)
    wording.lang, wording._messages, wording._locale = lang, WORDS[lang], Locale.parse(lang)
    return wording


WORDINGS = {lang: _wording(lang) for lang in sorted({*languages(), *WORDS})}
in_every_language = pytest.mark.parametrize("lang", WORDINGS)

MONEY = ("EUR", "USD", "CNY", "HKD", "JPY", "GBP", "CHF", "KRW", "SEK", "INR")
units = st.sampled_from([None, *MONEY, *RATIO_UNITS, *UNITS])
hedges = st.sampled_from(HEDGES)
sizes = st.builds(
    lambda digits, places, power: Decimal(digits).scaleb(power - places),
    st.integers(1, 12).flatmap(lambda many: st.integers(10 ** (many - 1), 10**many - 1)),
    st.integers(0, 4),
    st.sampled_from([0, 0, 0, 6, 9]),  # as typed: 48.8, 109e9
)
Read = tuple[Decimal | None, str | None, Hedge]


def read_back(shown: str, lang: str) -> Sequence[Read]:
    """Value, unit and hedge of every figure that the finder sees."""
    mentions = find(shown, lang, UNITS)
    return [(one.value, one.unit, one.hedge) for one in mentions if one.kind != "date"]


@in_every_language
@given(data=st.data(), value=sizes | st.just(Decimal("0.0")), unit=units, hedge=hedges)
def test_an_amount_is_read_back_wherever_it_stands(
    lang: str, data: st.DataObject, value: Decimal, unit: str | None, hedge: Hedge
) -> None:
    amount = Amount(value=value, unit=unit, hedge=hedge)
    sentence = data.draw(st.sampled_from(SENTENCES.get(lang, ("{}", "({})"))))
    shown = sentence.format(WORDINGS[lang].amount(amount))
    assert read_back(shown, lang) == [(value, unit, hedge)], shown


@in_every_language
@given(size=sizes, unit=units, hedge=hedges)
def test_a_negative_amount_keeps_its_sign(
    lang: str, size: Decimal, unit: str | None, hedge: Hedge
) -> None:
    shown = WORDINGS[lang].amount(Amount(value=-size, unit=unit, hedge=hedge))
    assert read_back(shown, lang) == [(-size, unit, hedge)], shown


@in_every_language
@given(size=sizes, unit=units, sign=st.sampled_from([1, -1]))
def test_an_exact_change_is_read_back_with_its_sign(
    lang: str, size: Decimal, unit: str | None, sign: int
) -> None:
    shown = WORDINGS[lang].amount(Amount(value=sign * size, unit=unit), signed=True)
    assert read_back(shown, lang) == [(sign * size, unit, "exact")], shown


@in_every_language
@given(
    size=sizes,
    unit=st.sampled_from(RATIO_UNITS),  # of money and counts a mention holds no direction
    hedge=st.sampled_from([one for one in HEDGES if one != "exact"]),
    sign=st.sampled_from([1, -1]),
)
def test_a_hedged_change_is_read_back_with_its_direction(
    lang: str, size: Decimal, unit: str, hedge: Hedge, sign: int
) -> None:
    amount = Amount(value=sign * size, unit=unit, hedge=hedge)
    shown = WORDINGS[lang].amount(amount, signed=True)
    said = [
        (abs(one.value or 0), one.unit, one.hedge, one.direction)
        for one in find(shown, lang, UNITS)
    ]
    assert said == [(size, unit, hedge, "up" if sign > 0 else "down")], shown


@in_every_language
@given(
    low=sizes,
    factor=st.sampled_from(["1.25", "2", "10", "1e3", "1e4", "1e7"]),
    unit=units,
    hedge=hedges,
)
def test_both_ends_of_a_range_are_read_back(
    lang: str, low: Decimal, factor: str, unit: str | None, hedge: Hedge
) -> None:
    high = low * Decimal(factor)
    for ends in ((low, high), (-high, -low), (-low, high)):
        amount = Amount(min_value=ends[0], max_value=ends[1], unit=unit, hedge=hedge)
        shown = WORDINGS[lang].amount(amount)
        assert read_back(shown, lang) == [(ends[0], unit, hedge), (ends[1], unit, "exact")], shown
