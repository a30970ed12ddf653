"""A figure of another than the subject says whose it is, wherever the editor did not word it."""

from dataclasses import replace
from pathlib import Path

from generator.model import EMPTY
from generator.pipeline import assemble
from generator.wording import LanguageWording, drawn_label, fact_name

BUS = "bus-passengers-2023-h1"


def test_the_name_of_another_stands_with_the_measure(example: Path) -> None:
    assembly = assemble(example)
    wording = LanguageWording("en", assembly.seeds.units)
    entries = assembly.book.entries
    assert {name for name, one in entries.items() if one.whose} == {BUS}
    entry = entries[BUS]
    plain = replace(entry, fact=replace(entry.fact, label=EMPTY, short=EMPTY))
    assert fact_name(plain, wording).endswith(": Bus over the bridge")
    assert drawn_label(plain, wording).endswith(": Bus over the bridge")
    assert fact_name(entry, wording) == wording.text(entry.fact.label)
