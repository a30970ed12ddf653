"""An article whose words are plainly another language's is a finding at its lang."""

from collections.abc import Callable

import pytest

from generator.evidence import check_coverage
from generator.evidence.language import find_other_language
from generator.model import Article

TEXTS = {
    "de": "Der Konzern hat im vergangenen Jahr mehr Autos verkauft und wird auch in diesem Jahr wachsen.",
    "nl": "Het bedrijf heeft vorig jaar meer auto's verkocht en zal ook dit jaar groeien, zegt een woordvoerder.",
    "en": "The company has sold more cars than it did last year, and it will grow this year as well.",
}  # fmt: skip
PAIRS = [(text, lang) for text in TEXTS for lang in TEXTS]


@pytest.mark.parametrize(("text", "lang"), PAIRS)
def test_the_words_say_which_language_it_is(text: str, lang: str) -> None:
    assert find_other_language(TEXTS[text], lang) == (None if text == lang else text)


@pytest.mark.parametrize(
    "text", ["", "Xiaomi SU7, 500 km, 2025.", "The end.", "Die Hard in Berlin"]
)
@pytest.mark.parametrize("lang", [*TEXTS, "fr", "de-CH"])
def test_few_words_say_nothing(text: str, lang: str) -> None:
    assert find_other_language(text, lang) is None


def test_another_language_is_one_finding_at_lang(make_article: Callable[..., Article]) -> None:
    (finding,) = check_coverage(make_article(TEXTS["en"], "de"), ())
    assert finding.code == "language-mismatch"
    assert (finding.at.line, finding.at.column) == (5, 9)  # type: ignore[union-attr]
    assert "look like en" in finding.message
    assert finding.hint == "write lang: en"


def test_a_quotation_of_another_language_changes_nothing(
    make_article: Callable[..., Article],
) -> None:
    text = f"{TEXTS['de']} {TEXTS['de']} {TEXTS['en']}"
    assert list(check_coverage(make_article(text, "de"), ())) == []
