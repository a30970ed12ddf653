"""Whose a figure is: the sentence names the entity of the fact, and nobody else nearer."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.model import Entity, Finding, Nomenclature, Subject

OURS = Subject(
    id="subject",
    name={"en": "Acme"},
    names=("Acme", "Acme Motors"),
    nouns={"de": ("Konzern", "Unternehmen", "Hersteller"), "nl": ("bedrijf", "fabrikant"), "en": ("company", "maker")},
)  # fmt: skip
RIVAL = Entity(
    id="rival",
    name={"en": "Nordwelle"},
    nouns={"de": ("Rivale",), "nl": ("rivaal",), "en": ("rival",)},
)
NAMED = Nomenclature({}, {one.id: one for one in (OURS, RIVAL)})
FIVE = {"de": "5 Millionen Euro", "nl": "5 miljoen euro", "en": "5 million euros"}
OK = [
    ("de", "Acme erzielte einen Umsatz von {}."),
    ("de", "Der Umsatz von Acme lag bei {}."),
    ("de", "Acmes Umsatz lag bei {}."),
    ("de", "ACME erzielte {}."),
    ("de", "Die Acme-Aktie kostete {}."),
    ("de", "Bei Acme, das wächst, waren es {}."),
    ("de", "Acme wuchs. Der Umsatz lag bei {}."),
    ("de", "Acme wuchs. Der Hersteller erzielte {}."),
    ("de", "Acme wächst. Das freut alle. Der Autohersteller erzielte {}."),
    ("de", "Acme wächst. Das freut alle. Er erzielte {}."),
    ("de", "Nordwelle wuchs, und Acme erzielte {}."),
    ("de", "Anders als Tesla erzielte Acme {}."),
    ("de", "Acme wuchs. Insgesamt hat man {} verdient."),
    ("de", "Acme wuchs. Zuletzt kamen {} zusammen."),
    ("de", "Acme wuchs. Jeder hat {} bekommen."),
    ("en", "Acme grew. Overall it made {}."),
    ("nl", "Acme boekte een omzet van {}."),
    ("nl", "Acme's omzet bedroeg {}."),
    ("nl", "Acme groeide. De omzet bedroeg {}."),
    ("nl", "Acme groeit. Dat is mooi. Het bedrijf boekte {}."),
    ("en", "Acme posted sales of {}."),
    ("en", "Acme's sales came to {}."),
    ("en", "Acme Motors, which grew, posted {}."),
    ("en", "Acme grew. Sales came to {}."),
    ("en", "Acme grew. That was good. The company posted {}."),
    ("en", "Acme grew. That was good. It posted {}."),
    ("en", "Sales of {} made Acme happy."),
]
MISMATCH = [
    ("de", "Nordwelle erzielte einen Umsatz von {}."),
    ("de", "Acme wuchs, Nordwelle erzielte {}."),
    ("de", "Nordwelle wuchs. Der Umsatz lag bei {}."),
    ("de", "Nordwelle, das viele Unternehmen beliefert, erzielte {}."),
    ("de", "Anders als Acme erzielte Nordwelle {}."),
    ("nl", "Nordwelle boekte een omzet van {}."),
    ("nl", "Acme groeide, Nordwelle boekte {}."),
    ("en", "Nordwelle posted sales of {}."),
    ("en", "Unlike Acme, Nordwelle posted sales of {}."),
    ("en", "Nordwelle grew. Sales came to {}."),
]
UNREAD = [
    ("de", "Tesla erzielte einen Umsatz von {}."),
    ("de", "Zuletzt erzielte Tesla einen Umsatz von {}."),
    ("de", "BYD hat {} verdient."),
    ("de", "Acme wuchs. Tesla erzielte einen Umsatz von {}."),
    ("de", "Während Acme wuchs, erzielte Tesla {}."),
    ("de", "Der Umsatz lag bei {}."),
    ("de", "Der Konzern erzielte {}."),
    ("de", "Er erzielte {}."),
    ("de", "Tesla verkaufte für {} Autos an Acme."),
    ("nl", "Tesla boekte een omzet van {}."),
    ("nl", "Inmiddels boekte Tesla een omzet van {}."),
    ("nl", "Acme groeide. Philips boekte {}."),
    ("nl", "De omzet bedroeg {}."),
    ("nl", "Het bedrijf boekte {}."),
    ("en", "Tesla posted sales of {}."),
    ("en", "Heineken saw its profit reach {}."),
    ("en", "Acme grew. Boeing reported {}."),
    ("en", "Sales came to {}."),
    ("en", "The company posted {}."),
    ("en", "Acme grew. Tesla grew fast. It made {}."),
    (
        "en",
        "Acme grew. Orrery, a partner that builds parts, has promised more. It made {}.",
    ),
    ("de", "Acme wuchs. Orrery, ein Zulieferer, versprach mehr. Er verdiente {}."),
]


def code_of(
    finding_of: Callable[..., Finding | None], lang: str, text: str, **more: Any
) -> str | None:
    said = text.format(FIVE[lang])
    finding = finding_of(said, lang, said, value="5e6", unit="EUR", named=NAMED, **more)
    return finding.code if finding else None


@pytest.mark.parametrize(("lang", "text"), OK)
def test_a_named_subject_is_accepted(
    lang: str, text: str, finding_of: Callable[..., Finding | None]
) -> None:
    assert code_of(finding_of, lang, text) is None


@pytest.mark.parametrize(("lang", "text"), MISMATCH)
def test_another_name_that_is_nearer_is_a_review(
    lang: str, text: str, finding_of: Callable[..., Finding | None]
) -> None:
    assert code_of(finding_of, lang, text) == "subject-mismatch"
    assert code_of(finding_of, lang, text, inferred=["subject"]) is None


@pytest.mark.parametrize(("lang", "text"), UNREAD)
def test_nobody_of_ours_is_a_review(
    lang: str, text: str, finding_of: Callable[..., Finding | None]
) -> None:
    assert code_of(finding_of, lang, text) == "subject-unread"
    assert code_of(finding_of, lang, text, inferred=["subject"]) is None


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("de", "Acme wuchs. Der Umsatz von Konkurrent Orrery lag bei {}.", "Umsatz"),
        ("de", "Acme wuchs. Der Umsatz von BYD lag bei {}.", "Umsatz"),
        ("nl", "Acme groeide. De omzet van Orrery bedroeg {}.", "omzet"),
        ("en", "Acme grew. Orrery's sales came to {}.", "sales"),
        ("en", "Acme grew. Sales of Orrery came to {}.", "sales"),
        ("de", "Acme wuchs. Im Nachbarort Oberzwehren lag der Umsatz bei {}.", "Umsatz"),
        ("de", "Acme kaufte Orrery, einen Hersteller mit einem Umsatz von {}.", "Umsatz"),
        ("nl", "Acme betaalde weinig, Orrery ontving een omzet van {}.", "omzet"),
        ("en", "Acme bought Vandermark, a maker with sales of {}.", "sales"),
        ("en", "Acme grew. In Oakhamton sales came to {}.", "sales"),
    ],
)
def test_a_foreign_name_beside_the_measure_is_a_review(
    lang: str, text: str, words: str, finding_of: Callable[..., Finding | None]
) -> None:
    assert code_of(finding_of, lang, text, words=[words]) == "subject-unread"


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("de", "Acme wuchs. Der Umsatz von Stahl lag bei {}.", "Umsatz"),
        ("de", "Acme wuchs. Der Umsatz von Autos lag bei {}.", "Umsatz"),
        ("nl", "Acme groeide. De omzet van auto's bedroeg {}.", "omzet"),
        ("en", "Acme grew. Sales of cars came to {}.", "sales"),
    ],
)
def test_a_noun_beside_the_measure_is_no_name(
    lang: str, text: str, words: str, finding_of: Callable[..., Finding | None]
) -> None:
    assert code_of(finding_of, lang, text, words=[words]) is None
