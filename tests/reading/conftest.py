"""A small valid briefing in a temporary folder, of which a test replaces one part."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.model import Seeds
from generator.reading import load_seeds

ARTICLE = "Der Umsatz stieg auf 109 Milliarden Yuan.\r\n\r\nDas Werk öffnet im Mai.\n"
BRIEFING = """\
title: {en: Acme in figures}
subject: {id: acme, name: Acme}
languages: [en, de]
"""
ARTICLES = f"""\
articles:
- id: daily-2025-03-18
  path: articles/000.txt
  sha256: {hashlib.sha256(ARTICLE.encode()).hexdigest()}
  lang: de
  title: {{en: Revenue grows}}
  producer: The Daily
  date_published: 2025-03-18
  date_basis: stated
"""
INDICATORS = """\
units:
  vehicle:
    label: {en: {one: vehicle, other: vehicles}}
    words: {de: [Auto]}
indicators:
  revenue: {label: {en: Revenue}, kind: flow, units: [CNY, USD]}
  growth: {label: {en: Growth}, kind: change, units: ["%"]}
  sales: {label: {en: Sales}, kind: flow, units: [vehicle]}
  launch: {label: {en: Launch}, kind: event}
"""
FACTS = """\
facts:
- id: takings-2024-q4
  indicator: revenue
  period: 2024-Q4
  value: 109e9
  unit: CNY
  quote:
    article: daily-2025-03-18
    exact: stieg auf 109 Milliarden Yuan
- id: plant-opens
  indicator: launch
  period: 2025-05
  label: {en: The plant opens}
  quote:
    article: daily-2025-03-18
    exact: Das Werk öffnet im Mai
"""
CHARTS = """\
charts:
- id: revenue
  kind: bars
  title: {en: Revenue}
  facts: [takings-2024-q4]
"""
FACTS_PATH = "seeds/facts/revenue.yaml"


@dataclass(frozen=True)
class Project:
    """A briefing on disk."""

    root: Path
    facts_path: str = FACTS_PATH

    def write(self, path: str, content: str | bytes) -> "Project":
        """Write a file, whatever it was before."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
        return self

    def read(self, path: str) -> str:
        """The text of a file."""
        return (self.root / path).read_bytes().decode()

    def replace(self, path: str, old: str, new: str) -> "Project":
        """Replace a text that stands in the file exactly once."""
        text = self.read(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        return self.write(path, text.replace(old, new))

    def edit(self, old: str, new: str) -> "Project":
        """Replace a text in the file of facts."""
        return self.replace(self.facts_path, old, new)

    def load(self) -> Seeds:
        """Read everything."""
        return load_seeds(self.root)

    def findings(self) -> list[str]:
        """All findings, as place and code."""
        return [f"{finding.place} {finding.code}" for finding in self.load().findings]

    def said(self) -> list[tuple[str, str]]:
        """All findings, as message and hint."""
        return [(finding.message, finding.hint) for finding in self.load().findings]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small valid briefing."""
    made = Project(tmp_path)
    made.write("seeds/briefing.yaml", BRIEFING)
    made.write("seeds/articles.yaml", ARTICLES)
    made.write("seeds/articles/000.txt", ARTICLE)
    made.write("seeds/indicators.yaml", INDICATORS)
    made.write(FACTS_PATH, FACTS)
    made.write("seeds/charts.yaml", CHARTS)
    return made.write("docs/index.md", "# Acme\n")
