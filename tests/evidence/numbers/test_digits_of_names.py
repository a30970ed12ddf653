"""Numbers in names, codes, addresses and scores are no counts; ordinals prove no amount."""

from collections.abc import Callable

import pytest

from generator.evidence import find
from generator.model import Finding

NAMES = [
    ("de", "Die Firma sitzt in 10115 Berlin.", "10115 Berlin"),
    ("de", "Der Dax 40 gab nach.", "Dax 40"),
    ("de", "Der Golf 8 fährt.", "Golf 8"),
    ("de", "Der Flug LH 455 fiel aus.", "LH 455"),
    ("de", "Artikel 50 des Vertrags.", "Artikel 50"),
    ("de", "Die Version 3.11 brachte Fehler.", "Version 3.11"),
    ("de", "Das Konto DE89 3704 0044 0532 0130 00 gehört ihm.", "DE89 3704 0044 0532 0130 00"),
    ("de", "Sie wohnt in der Hauptstraße 5.", "Hauptstraße 5"),
    ("nl", "Zij woont in de Kerkstraat 12.", "Kerkstraat 12"),
    ("nl", "Het kantoor staat in 1012 AB Amsterdam.", "1012 AB Amsterdam"),
    ("en", "He bought 49 Zorro Ranch Road.", "49 Zorro Ranch Road"),
    ("en", "The Fortune 500 firms hired.", "Fortune 500"),
    ("en", "They did COVID -19 tests.", "COVID -19"),
    ("en", "It ended 2-2 on aggregate.", "2-2"),
    ("en", "They were 2-0 down then.", "2-0"),
    ("en", "The S&P/ASX 200 gained.", "ASX 200"),
]
COUNTS = [
    ("de", "Das Werk baut 300 Autos.", "300"),
    ("de", "Im Werk Berlin 300.", "300"),
    ("de", "Der Konzern 300 Millionen Euro.", "300000000"),
    ("en", "The price 5-10 dollars.", "5"),
    ("nl", "Er reden 5000 Rotterdammers.", "5000"),
]
ORDINALS = [
    ("de", "Er ist 12. geworden.", 12),
    ("de", "Der 1. FC Köln gewann am Ende.", 1),
    ("en", "He came 3rd in the race.", 3),
    ("nl", "Hij werd 3e in de race.", 3),
]


@pytest.mark.parametrize(("lang", "text", "name"), NAMES)
def test_a_number_in_a_name_is_no_count(lang: str, text: str, name: str) -> None:
    assert [(one.text, one.kind) for one in find(text, lang, {})] == [(name, "name")]


@pytest.mark.parametrize(("lang", "text", "value"), COUNTS)
def test_a_count_beside_a_name_stays_one(lang: str, text: str, value: str) -> None:
    assert f"{find(text, lang, {})[0].value:f}" == value


@pytest.mark.parametrize(("lang", "text", "value"), ORDINALS)
def test_a_rank_proves_no_amount(
    lang: str, text: str, value: int, finding_of: Callable[..., Finding | None]
) -> None:
    assert [one.kind for one in find(text, lang, {})] == ["ordinal"]
    finding = finding_of(text, lang, text, value=value)
    assert finding is not None
    assert finding.code == "name-as-value"
