"""What the site prints is read back by the finder: the same value, unit and hedge, in any language.

For languages without a catalogue the words stand here; numbers and plurals are the locale's own.
"""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence import find
from generator.model import HEDGES, Amount, Mention, Unit
from generator.pages import LanguageWording
from generator.pages.catalogue import languages

UNITS = {
    "vehicle": Unit(
        id="vehicle",
        label={
            "en": {"one": "vehicle", "other": "vehicles"},
            "de": {"one": "Fahrzeug", "other": "Fahrzeuge"},
            "nl": {"one": "voertuig", "other": "voertuigen"},
        },
        words={"en": ("vehicle",), "de": ("Fahrzeug",), "nl": ("voertuig",)},
    ),
    "year": Unit(
        id="year",
        label={
            "en": {"one": "year", "other": "years"},
            "de": {"one": "Jahr", "other": "Jahre"},
            "nl": {"one": "jaar", "other": "jaar"},
        },
        words={},
    ),
    "month": Unit(
        id="month",
        label={
            "en": {"one": "month", "other": "months"},
            "de": {"one": "Monat", "other": "Monate"},
            "nl": {"one": "maand", "other": "maanden"},
        },
        words={},
    ),
    "day": Unit(
        id="day",
        label={
            "en": {"one": "day", "other": "days"},
            "de": {"one": "Tag", "other": "Tage"},
            "nl": {"one": "dag", "other": "dagen"},
        },
        words={},
    ),
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
LANGUAGES = sorted({*languages(), *WORDS})
RATIOS = ("%", "pp", "bp", "x")
ALL_UNITS = (None, "EUR", "USD", "CNY", "HKD", "JPY", "GBP", "CHF", *RATIOS, *UNITS)


def wording_of(lang: str) -> LanguageWording:
    """The wording of a language; one without a catalogue speaks with the words above."""
    if lang in languages():
        return LanguageWording(lang, UNITS)
    wording = LanguageWording("en", UNITS)
    wording.lang, wording._messages, wording._locale = lang, WORDS[lang], Locale.parse(lang)
    return wording


WORDINGS = {lang: wording_of(lang) for lang in LANGUAGES}
SIZES = st.builds(
    lambda digits, places, zeros: Decimal(digits).scaleb(zeros - places),
    st.integers(1, 12).flatmap(lambda many: st.integers(10 ** (many - 1), 10**many - 1)),
    st.integers(0, 4),
    st.sampled_from([0, 0, 0, 6, 9]),
)


def read(shown: str, lang: str) -> tuple[Mention, ...]:
    """What the finder reads in it."""
    return find(shown, lang, UNITS)


@pytest.mark.parametrize("lang", LANGUAGES)
@given(size=SIZES, unit=st.sampled_from(ALL_UNITS), hedge=st.sampled_from(HEDGES))
def test_an_amount_is_read_back(lang, size, unit, hedge) -> None:
    shown = WORDINGS[lang].amount(Amount(value=size, unit=unit, hedge=hedge))
    assert [(one.value, one.unit, one.hedge) for one in read(shown, lang)] == [(size, unit, hedge)], shown
