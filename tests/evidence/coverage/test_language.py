"""An article whose words are plainly another language's is a finding at its lang."""

from collections.abc import Callable

import pytest

from generator.evidence import check_coverage
from generator.evidence.language import find_other_language, guess_language
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


@pytest.mark.parametrize("lang", TEXTS)
def test_the_language_of_a_text_is_told_from_its_words(lang: str) -> None:
    assert guess_language(TEXTS[lang]) == lang


OTHERS = {
    "fr": "Le chiffre d'affaires de la compagnie a augmenté en 2024, a déclaré son directeur, et les passagers en sont contents.",
    "it": "Il fatturato della compagnia è aumentato del 12 per cento nel 2024, ha detto il direttore, e non è tutto.",
    "da": "Selskabets omsætning steg med 12 procent i 2024, siger direktøren. Der er flere passagerer end nogensinde.",
    "sv": "Bolagets omsättning ökade med 12 procent under 2024, säger direktören. Det är fler passagerare än någonsin.",
    "af": "Die maatskappy se omset het in 2024 met 12 persent gestyg, sê die direkteur. Daar is meer passasiers as ooit.",
    "lb": "D'Gesellschaft huet am Joer 2024 méi Passagéier gefouert wéi jee virdrun, sot den Direkter, an et ass net alles.",
}  # fmt: skip


@pytest.mark.parametrize("text", [*OTHERS.values(), "", "Revenue 5", "Xiaomi SU7, 500 km, 2025.", f"{TEXTS['de']} {TEXTS['en']}", f"{TEXTS['nl']} {TEXTS['de']}"])  # fmt: skip
def test_another_language_a_mixture_and_few_words_are_not_told(text: str) -> None:
    assert guess_language(text) is None
