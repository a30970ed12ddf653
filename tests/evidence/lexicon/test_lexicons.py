"""The lexicons: whole for three languages, and locale data alone for any other."""

from decimal import Decimal

import pytest

from generator.evidence import find
from generator.evidence.lexicon.cues import CUES
from generator.evidence.lexicon.lexicon import load_lexicon
from generator.model import HEDGES

LANGUAGES = ("de", "nl", "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_hedge_has_words(lang: str) -> None:
    assert set(load_lexicon(lang).hedges.before.meanings.values()) == set(HEDGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_cue_has_words(lang: str) -> None:
    assert set(load_lexicon(lang).cues.names) == set(CUES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_is_both_up_and_down(lang: str) -> None:
    words_of = load_lexicon(lang).directions
    words = ("plus", "minus", "stieg", "fiel", "steeg", "daalde", "rose", "fell", "up", "down")
    assert not [one for one in words if words_of.up.fullmatch(one) and words_of.down.fullmatch(one)]


def test_a_region_has_the_lexicon_of_its_language() -> None:
    assert load_lexicon("de-CH") == load_lexicon("de")


def test_a_language_without_a_lexicon_reads_by_locale_data() -> None:
    (mention,) = find("Le chiffre est de 1\u202f234,5 millions EUR", "fr", {})
    assert (mention.value, mention.unit) == (Decimal("1234.5e6"), "EUR")


def test_a_billion_is_what_it_is_in_the_articles_language() -> None:
    german, english = (
        find(text, lang, {})[0].value
        for text, lang in (("2 Billionen Euro", "de"), ("2 billion euros", "en"))
    )
    assert german is not None
    assert english is not None
    assert german == english * 1000
