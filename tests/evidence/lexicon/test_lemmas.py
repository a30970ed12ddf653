"""Base forms: a noun or verb is known again in the forms that a text gives it."""

import pytest

from generator.evidence.lexicon.lemmas import forms_of, pasts_of
from generator.evidence.lexicon.lexicon import load_lexicon

SAME = {
    "de": "Haus Häuser Häusern|Mitarbeiter Mitarbeitern Mitarbeiterinnen|Beschäftigter Beschäftigte "
    "Beschäftigten|Toter Tote Toten|Verletzter Verletzte Verletzten|Firma Firmen|Zentrum Zentren|"
    "Wolf Wölfe Wölfen|Fahrzeig Fahrzeigen|Fahrgast Fahrgäste|liefern lieferte geliefert liefert|"
    "steigen stieg gestiegen|befördern beförderte|Umsatz Umsätze|Überschuss Überschüsse|Job Jobs|"
    "Arbeitsloser Arbeitslose Arbeitslosen|Museum Museen|Briefkastenfirma Briefkastenfirmen",
    "nl": "school scholen|vraag vragen|wolf wolven|huis huizen|baan banen|dode doden|gewonde gewonden|"
    "kind kinderen|lid leden|stad steden|ei eieren|auto auto's|bedrijf bedrijven|museum musea|"
    "leveren leverde geleverd|opleveren opgeleverd|stijgen steeg gestegen|aandeel aandelen|"
    "laadpaal laadpalen|gedetineerde gedetineerden|vervoeren vervoerde",
    "en": "company companies|wolf wolves|child children|person people|city cities|woman women|"
    "deliver delivered delivers|delivery deliveries|lose lost|earn earned|crisis crises|bus buses|"
    "analysis analyses|penalty penalties|loaf loaves|carry carried",
}
OTHER = [
    ("de", "Verkauf", "Umsatz"),
    ("de", "Bahn", "Bank"),
    ("nl", "baan", "band"),
    ("nl", "winst", "omzet"),
    ("en", "share", "shore"),
    ("en", "cost", "coast"),
]


@pytest.mark.parametrize(
    ("lang", "base", "form"),
    [
        (lang, group.split()[0], form)
        for lang, groups in SAME.items()
        for group in groups.split("|")
        for form in group.split()[1:]
    ],
)
def test_a_word_is_known_again(lang: str, base: str, form: str) -> None:
    lexicon = load_lexicon(lang)
    assert {*forms_of(base, lexicon)} & {*forms_of(form, lexicon)}


@pytest.mark.parametrize(("lang", "one", "other"), OTHER)
def test_other_words_stay_apart(lang: str, one: str, other: str) -> None:
    lexicon = load_lexicon(lang)
    assert not {*forms_of(one, lexicon)} & {*forms_of(other, lexicon)}


def test_a_language_without_dictionary_keeps_its_words() -> None:
    lexicon = load_lexicon("zu")
    assert forms_of("Izinja", lexicon)[0] == "izinja"


@pytest.mark.parametrize(
    ("lang", "verb", "form"),
    [
        ("nl", "veroordelen", "veroordeelde"),
        ("nl", "herplanten", "herplantte"),
        ("nl", "herplanten", "herplant"),
        ("nl", "zenderen", "gezenderd"),
        ("nl", "grijpen", "grepen"),
        ("de", "chippen", "gechippt"),
        ("de", "bergen", "geborgen"),
    ],
)
def test_a_declared_verb_has_its_past(lang: str, verb: str, form: str) -> None:
    lexicon = load_lexicon(lang)
    assert form in pasts_of(verb, lexicon)
    assert form not in pasts_of(verb.capitalize(), lexicon)
