"""Small books written out as briefings, and what their pages, panels and news say of them.

Comes in: the books of `books.yaml` in the frame of `frame.yaml`. Goes out: for each book, once, the
keys of the catalogue that were said, with the numbers in them, and all that a reader would see.
"""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from pathlib import Path

import pytest
import yaml

from generator.charts import draw
from generator.pages import (
    Site,
    compose_documents,
    compose_generated,
    compose_panels,
    describe_briefing,
    figure_changes,
)
from generator.pipeline import assemble
from generator.wording import LanguageWording

HERE = Path(__file__).parent
FRAME = yaml.safe_load((HERE / "frame.yaml").read_text(encoding="utf-8"))
BOOKS = yaml.safe_load((HERE / "books.yaml").read_text(encoding="utf-8"))
WITHIN_A_LINE = re.compile(r"</?(?:a|code|data|mark|q|span|strong|time)\b[^>]*>")
TAG = re.compile(r"<[^>]*>")
ATTRIBUTE = re.compile(r'\b(?:alt|aria-label|title)="([^"]*)"')
"""What a screen reader says of a part that shows no words."""


@dataclass
class Said:
    """What a site says about the figures of one book."""

    counts: dict[str, set[str]] = field(default_factory=dict)
    """By key of the catalogue the numbers that were counted with it; empty for what counts none."""
    text: str = ""
    """All that a reader sees, in one line, and what the pages are called."""


class Recorded(LanguageWording):
    """A wording that keeps in mind what it was asked."""

    said: Said

    def say(self, key: str, **values: str) -> str:
        self.said.counts.setdefault(key, set()).update(
            [values["number"]] if "number" in values else ()
        )
        return super().say(key, **values)

    def verbatim(self, key: str) -> str:
        self.said.counts.setdefault(key, set())
        return super().verbatim(key)


def write(name: str, folder: Path) -> None:
    """A book as the files of a briefing."""
    book = BOOKS[name]
    facts, articles = [], []
    (folder / "seeds/articles").mkdir(parents=True)
    (folder / "seeds/facts").mkdir()
    (folder / "docs").mkdir()
    for article, given in book["articles"].items():
        stated = [one for one in given.get("facts", ()) if "exact" in one]
        text = " ".join([given.get("text", ""), *(f"{one['exact']}." for one in stated)]).strip()
        file = folder / f"seeds/articles/{article}.txt"
        file.write_text(text, encoding="utf-8")
        record = {
            "id": article, "path": f"articles/{article}.txt", "lang": "en",
            "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
            "title": {"en": f"The {article} article"}, "producer": "A Paper",
            "date_published": FRAME["dates"][article], "date_basis": "inferred",
            "reason": "Invented.", "summary": {"en": "Invented."},
        }  # fmt: skip
        record |= {key: value for key, value in given.items() if key not in {"facts", "text"}}
        articles.append({key: value for key, value in record.items() if value is not None})
        for one in given.get("facts", ()):
            quote = {"quote": {"article": article, "exact": one["exact"]}} if "exact" in one else {}
            facts.append({key: value for key, value in one.items() if key != "exact"} | quote)
    shown = [one["id"] for one in facts if {"value", "min_value", "formula"} & one.keys()]
    is_counted = book.get("coverage", True)
    charts = [{"id": "coverage", "kind": "coverage", "title": {"en": "Coverage"}}] * is_counted
    for kind, ids in book.get("charts", {}).items():
        charts.append({"id": kind, "kind": kind, "title": {"en": "A chart"}, "facts": ids})
    ids = ", ".join(f'"{one}"' for one in shown)
    page = FRAME["page"].replace("FIGURES", f"{{{{ key_figures({ids}) }}}}" if ids else "")
    files = {
        "briefing.yaml": FRAME["briefing"],
        "indicators.yaml": FRAME["indicators"],
        "articles.yaml": {"articles": articles},
        "charts.yaml": {"charts": charts},
        "facts/all.yaml": {"facts": facts, **book.get("extra", {})},
    }
    for path, content in files.items():
        typed = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        (folder / "seeds" / path).write_text(typed, encoding="utf-8")
    (folder / "docs/index.md").write_text(page, encoding="utf-8")
    if ids:
        table = f"---\ntitle: Figures\ndescription: All of them.\n---\n\n# Figures\n\n{{{{ table({ids}) }}}}\n"
        (folder / "docs/figures.md").write_text(table, encoding="utf-8")
    extra = book.get("extra", {})
    made = {one["fact"]: {one["field"]: [str(one["old"])]} for one in extra.get("corrections", ())}
    moved = {one["id"]: {} for one in extra.get("moved", ())}
    lock = {key: value for key, value in (("published", moved), ("corrected", made)) if value}
    if lock:
        (folder / "briefing.lock").write_text(yaml.safe_dump(lock), encoding="utf-8")


def compose(name: str, folder: Path) -> Said:
    """All that the site of a book says; what must not be published is composed as it would be."""
    assembly = assemble(folder)
    found = [f"{one.place} {one.code} {one.message}" for one in assembly.findings]
    assert [one.code for one in assembly.findings] == BOOKS[name].get("findings", []), found
    wording = Recorded("en", assembly.seeds.units)
    wording.said = Said()
    charts = {
        name: draw(chart, assembly.book, wording) for name, chart in assembly.seeds.charts.items()
    }
    site = Site(seeds=assembly.seeds, book=assembly.book, charts=charts, wording=wording)
    pages = [page.text for page in (*compose_documents(site), *compose_generated(site))]
    panels = [panel["html"] for panel in compose_panels(site).values()]
    news = [f"{one.title} {one.text}" for one in figure_changes(site)]
    drawn = [json.dumps(chart.figure, ensure_ascii=False) for chart in charts.values()]
    markup = "\n".join([*pages, *panels, *news, *drawn, describe_briefing(site)])
    seen = TAG.sub(" ", WITHIN_A_LINE.sub("", markup))
    wording.said.text = " ".join(unescape("\n".join([seen, *ATTRIBUTE.findall(markup)])).split())
    return wording.said


@pytest.fixture(scope="session")
def said(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Said]:
    """What the site of a book says, by the book's name."""

    @cache
    def of(name: str) -> Said:
        folder = tmp_path_factory.mktemp(name)
        write(name, folder)
        return compose(name, folder)

    return of
