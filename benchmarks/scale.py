"""Measure check and build on made-up briefings of growing size, beside a naive site of them.

Comes in: sizes; the briefings are the same for the same sizes (see corpus.py). Goes out: a table of
processor seconds, wall seconds and peak memory for each size: cold, nothing changed, one fact
changed, one page changed; how each grows; and the same pages built with MkDocs and Material alone,
each chart put into its page as Plotly writes it. Writes only to a temporary folder; says nothing
about what is fast enough.

    python benchmarks/scale.py --articles 10 100 --facts 10
    python benchmarks/scale.py --keep /somewhere   # leaves the briefings there
"""

import argparse
import hashlib
import itertools
import json
import math
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a checkout that is not installed is measured all the same

import corpus
from corpus import INDICATORS, SENTENCES, UNITS, Sample, make_article
from measure import Measured, run

from generator.model import Amount

SEED = 7
CHARACTERS_A_FACT = 80
_BEGINNINGS = ("Nor", "Kes", "Lum", "Van", "Haf", "Orr", "Tal", "Brem", "Sil", "Wes", "Dor", "Fen")
_MIDDLES = ("da", "tri", "o", "ber", "li", "mo", "ra", "ste", "va")
_ENDS = ("welle", "kamp", "stad", "brook", "licht", "veen", "ton", "gard")
_SETTINGS = """site_name: Made-up firms
docs_dir: build/docs
theme: {name: material, font: false}
extra: {polyfills: [assets/theme-later.js]}
markdown_extensions: [attr_list, tables]
nav:
- index.md
- facts/index.md
- known/index.md
- open-questions/index.md
- changes/index.md
- sources/index.md
- data/index.md
not_in_nav: |
  /sources/*.md
  /known/*/index.md
  /facts/**
"""
_HOME = """---
title: Made-up firms
description: Their figures, for measuring.
---

# Made-up firms

{{ count("facts") }} figures.

{{ chart("accounted") }}
"""


def firms(number: int) -> list[str]:
    """So many names that nobody bears."""
    names = ("".join(parts) for parts in itertools.product(_BEGINNINGS, _MIDDLES, _ENDS))
    return list(itertools.islice(names, number))


def write_project(folder: Path, articles: int, facts: int) -> None:
    """A briefing of so many articles, each of about so many facts, in three languages in turn."""
    dice = random.Random(SEED)  # noqa: S311 - the same briefing every time is the point
    corpus.FIRMS = tuple(firms(max(6, articles // 2)))
    languages = itertools.cycle(SENTENCES)
    samples = [
        make_article(dice, next(languages), at, facts * CHARACTERS_A_FACT) for at in range(articles)
    ]
    names = sorted({fact.about for one in samples for fact in one.facts} | {*corpus.PLACES})
    ids = {name: re.sub(r"[^a-z]+", "-", name.lower()).strip("-") for name in names}
    seeds, docs = folder / "seeds", folder / "docs"
    for made in (seeds / "articles", seeds / "facts", docs):
        made.mkdir(parents=True)
    entities = [{"id": ids[name], "name": name} for name in names]
    briefing = {
        "title": {"en": "Made-up firms"},
        "description": {"en": "Their figures, for measuring."},
        "subject": {"id": "trade", "name": "The trade", "names": ["The trade"]},
        "entities": entities,
        "languages": ["en"],
    }
    _write(seeds / "briefing.yaml", briefing)
    _write(seeds / "indicators.yaml", {"units": _units(), "indicators": _indicators()})
    _write(
        seeds / "charts.yaml",
        {"charts": [{"id": "accounted", "kind": "coverage", "title": {"en": "What is covered"}}]},
    )
    entries = [_article(one, at, seeds) for at, one in enumerate(samples)]
    _write(seeds / "articles.yaml", {"articles": entries})
    for one in samples:
        _write(seeds / "facts" / f"{one.article.id}.yaml", {"facts": _facts(one, ids)})
    (docs / "index.md").write_text(_HOME, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")


def _write(file: Path, content: Mapping[str, Any]) -> None:
    """As YAML, an entry a line; JSON is YAML."""
    lines = []
    for key, value in content.items():
        if isinstance(value, list):
            lines += [f"{key}:", *(f"- {json.dumps(one, ensure_ascii=False)}" for one in value)]
        else:
            lines.append(f"{key}: {json.dumps(value, ensure_ascii=False)}")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _units() -> dict[str, Any]:
    return {name: {"label": unit.label, "words": unit.words} for name, unit in UNITS.items()}


def _indicators() -> dict[str, Any]:
    return {
        one.id: {
            "label": {"en": one.id.replace("-", " ").capitalize()},
            "kind": one.kind,
            "units": ["%"] if one.kind == "change" else ["EUR", "USD", "CNY", "%", corpus.VEHICLE],
            "words": {lang: list(words) for lang, words in one.words.items()},
        }
        for one in INDICATORS.values()
    }


def _article(sample: Sample, number: int, seeds: Path) -> dict[str, Any]:
    article = sample.article
    text = article.text.encode()
    (seeds / "articles" / f"{article.id}.txt").write_bytes(text)
    models = sorted({*re.findall(r"\b[KTVZ]\d+\b", article.text)})
    return {
        "id": article.id,
        "path": f"articles/{article.id}.txt",
        "sha256": hashlib.sha256(text).hexdigest(),
        "lang": article.lang,
        "title": {"en": f"An article in {article.lang}"},
        "producer": "Invented Times",
        "date_published": f"2025-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}",
        "date_basis": "inferred",
        "reason": "It is made up.",
        "summary": {"en": "What a firm sold."},
        "ignored": [{"exact": one, "reason": "The name of a model."} for one in models]
        + [{"exact": corpus.DATELINES[article.lang], "reason": "The dateline."}],
    }


def _facts(sample: Sample, ids: Mapping[str, str]) -> list[dict[str, Any]]:
    found = []
    for fact in sample.facts:
        amount = fact.amount or Amount()
        one: dict[str, Any] = {
            "id": fact.id,
            "indicator": fact.indicator,
            "about": ids.get(fact.about, "trade"),
            "value": str(amount.value).lower().replace("e+", "e"),
            "unit": amount.unit,
            "attribution": fact.attribution,
            "quote": {"article": sample.article.id, "exact": fact.quotes[0].exact},
        }
        if fact.period:
            one["period"] = str(fact.period)
        if amount.hedge != "exact":
            one["hedge"] = amount.hedge
        if fact.inferred:
            one["inferred"] = {name: dict(why) for name, why in fact.inferred.items()}
        found.append(one)
    return found


def measure_project(folder: Path, *, has_build: bool = True) -> dict[str, Measured]:
    """All that is measured of one briefing, in the order in which an editor meets it."""
    briefing = (sys.executable, "-m", "generator")
    first = next((folder / "seeds" / "facts").glob("*.yaml"))
    rows = {"check cold": run(folder, *briefing, "check")}
    rows["check, nothing changed"] = run(folder, *briefing, "check")
    _add_note(first, "first")
    rows["check, one fact"] = run(folder, *briefing, "check")
    if not has_build:
        return rows
    rows["build cold"] = run(folder, *briefing, "build", "--fresh")
    run(folder, *briefing, "build")
    rows["build, nothing changed"] = run(folder, *briefing, "build")
    _add_note(first, "second")
    rows["build, one fact"] = run(folder, *briefing, "build")
    home = folder / "docs" / "index.md"
    home.write_text(home.read_text(encoding="utf-8") + "\nAnother line.\n", encoding="utf-8")
    rows["build, one page"] = run(folder, *briefing, "build")
    rows["naive site of these pages"] = measure_naive(folder)
    return rows


def _add_note(file: Path, word: str) -> None:
    text = re.sub(r', "note": \{"en": "\w+"\}', "", file.read_text(encoding="utf-8"))
    noted = text.replace('"indicator":', f'"note": {{"en": "{word}"}}, "indicator":', 1)
    file.write_text(noted, encoding="utf-8")


def measure_naive(folder: Path) -> Measured:
    """The composed pages built as most people do: MkDocs, Material, a chart as Plotly writes it."""
    pages, settings = folder / "naive", folder / "naive.yml"
    shutil.copytree(folder / "build" / "docs", pages)
    settings.write_text(
        "site_name: Naive\ndocs_dir: naive\nsite_dir: naive-site\ntheme: {name: material}\n"
        "markdown_extensions: [attr_list, tables]\n",
        encoding="utf-8",
    )
    program = (
        "import sys, plotly.graph_objects as go, mkdocs.__main__ as m;"
        "html = go.Figure(go.Bar(y=['a', 'b'], x=[1, 2])).to_html(full_html=False,"
        " include_plotlyjs='cdn');"
        "page = open('naive/index.md', 'a'); page.write('\\n\\n' + html + '\\n'); page.close();"
        "sys.argv = ['mkdocs', 'build', '-q', '-f', 'naive.yml']; m.cli()"
    )
    return run(folder, sys.executable, "-c", program)


def measure_stages(folder: Path) -> dict[str, float]:
    """Processor seconds of each stage of a build, nothing being kept, by a process of its own."""
    command = [sys.executable, str(ROOT / "benchmarks" / "stages.py"), str(folder)]
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    seconds: dict[str, float] = json.loads(said.stdout.splitlines()[-1])
    return seconds


def largest_pages(folder: Path, number: int = 3) -> list[str]:
    """The heaviest pages of the built site."""
    pages = [(file.stat().st_size, file) for file in (folder / "site").rglob("*.html")]
    heaviest = sorted(pages, reverse=True)[:number]
    said = [f"{file.relative_to(folder / 'site')} {size / 1000:.0f} kB" for size, file in heaviest]
    return [f"{len(pages)} pages", *said]


def growth(sizes: Sequence[int], seconds: Sequence[float]) -> str:
    """The exponent with which time grows from the first size to the last."""
    if len(sizes) < 2 or min(seconds) <= 0:  # noqa: PLR2004 - two points make a line
        return ""
    return f"n^{math.log(seconds[-1] / seconds[0]) / math.log(sizes[-1] / sizes[0]):.2f}"


def main() -> None:
    """Print a table for each size, and how each row grows."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[10, 100])
    parser.add_argument("--facts", type=int, default=10, help="of an article (default: 10)")
    parser.add_argument("--keep", type=Path, help="leave the briefings in this folder")
    parser.add_argument("--only-write", action="store_true", help="write them and measure nothing")
    parser.add_argument("--no-build", action="store_true", help="measure `check` alone")
    options = parser.parse_args()
    found: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for articles in options.articles:
            folder = (options.keep or Path(temporary)) / f"{articles}-articles"
            write_project(folder, articles, options.facts)
            if not options.only_write:
                print(f"\n{articles} articles, about {articles * options.facts} facts")
                for name, seconds in _measured(folder, has_build=not options.no_build):
                    found.setdefault(name, []).append(seconds)
    if len(options.articles) > 1:
        print("\ngrowth of processor time with the number of articles, from first to last")
        for name, rows in found.items():
            print(f"{name:<28}{growth(options.articles, rows):>12}")


def _measured(folder: Path, *, has_build: bool) -> Iterator[tuple[str, float]]:
    """Prints the rows of one size, and gives the processor seconds of each."""
    print(f"{'':<28}{'processor s':>12}{'wall s':>9}{'peak MB':>9}")
    for name, row in measure_project(folder, has_build=has_build).items():
        print(f"{name:<28}{row.processor:>12.2f}{row.wall:>9.2f}{row.megabytes:>9.0f}", flush=True)
        yield name, row.processor
    if has_build:
        print("; ".join(largest_pages(folder)))
        for name, seconds in measure_stages(folder).items():
            print(f"stage: {name:<28}{seconds:>5.2f}", flush=True)
            yield f"stage: {name}", seconds


if __name__ == "__main__":
    main()
