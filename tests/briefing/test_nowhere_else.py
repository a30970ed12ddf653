"""No test outside this folder names a fact of this briefing, so that another subject passes them."""

import re
from pathlib import Path

import pytest

from generator.example import example_root
from generator.model import Seeds
from generator.reading import load_seeds

pytestmark = pytest.mark.only_for("xiaomi")

HERE = Path(__file__).parent
TEXTS = {".json", ".md", ".py", ".toml", ".txt", ".yaml"}


def test_no_other_test_names_one_of_its_facts(seeds: Seeds) -> None:
    ours = seeds.facts.keys() - load_seeds(example_root()).facts.keys()
    assert len(ours) > 50
    named = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ours))})(?![\w-])")
    files = [file for file in HERE.parent.rglob("*") if file.suffix in TEXTS]
    assert [
        f"{file.relative_to(HERE.parent)} names {found[0]}"
        for file in files
        if HERE not in file.parents and (found := named.search(file.read_text(encoding="utf-8")))
    ] == []
