"""Make a briefing of any size up, and say how large its pages are.

Comes in: how many facts, and a folder. Goes out: below the folder a briefing that `briefing build`
takes, the same for the same number, and with `--build` a table of its largest pages. Firms, papers
and figures do not exist.

    python benchmarks/large.py --facts 2000 --folder ../large --build
"""

import argparse
import gzip
import hashlib
import json
import random
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SEED = 11
FACTS_OF_AN_ARTICLE = 7
FIRST_DAY = date(2019, 1, 7)
TOPICS = ("revenue", "profit", "staff", "debt", "output", "orders", "stock", "exports")
PAPERS = ("The Callan Gazette", "Zeewijk Courant", "Altmoor Bote", "Merrowby Times")
LARGEST = 12


def make_briefing(number: int, folder: Path) -> None:
    """Writes the briefing; what lies in `folder` is replaced."""
    shutil.rmtree(folder, ignore_errors=True)
    seeds = folder / "seeds"
    for part in ("articles", "facts"):
        (seeds / part).mkdir(parents=True)
    dice = random.Random(SEED)  # noqa: S311 - the same briefing every time is the point
    articles, facts = [], []
    for at in range(0, number, FACTS_OF_AN_ARTICLE):
        size = min(FACTS_OF_AN_ARTICLE, number - at)
        article, text, proven = _article(at // FACTS_OF_AN_ARTICLE, size, dice)
        (seeds / str(article["path"])).write_bytes(text.encode())
        articles.append(article)
        facts += proven
    _write(seeds / "briefing.yaml", _BRIEFING)
    _write(seeds / "articles.yaml", {"articles": articles})
    _write(seeds / "indicators.yaml", {"indicators": {name: _indicator(name) for name in TOPICS}})
    _write(seeds / "charts.yaml", {"charts": []})
    for name in TOPICS:
        own = [fact for fact in facts if fact["indicator"] == name]
        if own:
            _write(seeds / "facts" / f"{name}.yaml", {"facts": own})
    (folder / "docs").mkdir()
    home = (
        '---\ntitle: Kestrel Motors\ndescription: Invented.\n---\n\n{{ figure("fact-0-0") }}.\n\n'
    )
    home += "[All figures](facts/index.md), [one of them](facts/index.md#fact-0-0).\n"
    (folder / "docs/index.md").write_text(home, encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    for page in ("deliveries", "revenue", "share", "road", "method"):
        lines = [one for one in settings.splitlines() if not one.endswith(f": {page}.md")]
        settings = "\n".join(lines) + "\n"
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")


_BRIEFING = {
    "title": {"en": "Kestrel Motors"},
    "description": {"en": "An invented firm, in the figures of articles that nobody published."},
    "subject": {
        "id": "kestrel",
        "name": {"en": "Kestrel Motors"},
        "names": ["Kestrel Motors"],
        "nouns": {"en": ["firm", "company"]},
    },
    "languages": ["en"],
}


def _indicator(name: str) -> dict[str, Any]:
    label = name.capitalize()
    return {"label": {"en": label}, "kind": "flow", "units": ["EUR"], "words": {"en": [name]}}


def _article(at: int, size: int, dice: random.Random) -> tuple[dict[str, Any], str, list[Any]]:
    """An article, its text, and the facts that its sentences state."""
    day = FIRST_DAY + timedelta(days=at + at // 6)
    name, sentences, facts = f"article-{at}", [], []
    for part in range(size):
        topic = TOPICS[(at + part) % len(TOPICS)]
        year, quarter = dice.randint(2001, day.year - 1), dice.randint(1, 4)
        millions = dice.randint(101, 9_999)
        sentence = (
            f"In the {('first', 'second', 'third', 'fourth')[quarter - 1]} quarter of {year} "
            f"the {topic} of Kestrel Motors came to {millions:,} million euros, "
            "as its annual accounts show"
        )
        sentences.append(f"{sentence}.")
        facts.append(
            {
                "id": f"fact-{at}-{part}",
                "indicator": topic,
                "period": f"{year}-Q{quarter}",
                "value": f"{millions}e6",
                "unit": "EUR",
                "attribution": "attributed",
                "quote": {"article": name, "exact": sentence},
            }
        )
    text = "\n".join(sentences) + "\n"
    article = {
        "id": name,
        "path": f"articles/{name}.txt",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "lang": "en",
        "title": {"en": "Kestrel Motors and its accounts"},
        "producer": PAPERS[at % len(PAPERS)],
        "date_published": str(day),
        "date_basis": "inferred",
        "reason": "Invented.",
        "summary": {"en": "What the accounts of the firm say."},
    }
    return article, text, facts


def _write(path: Path, content: object) -> None:
    """JSON is YAML."""
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")


def print_sizes(site: Path) -> None:
    """The largest pages, the largest of each section, and the index of the search."""
    pages = {file: file.stat().st_size for file in site.rglob("index.html")}
    print(f"{len(pages)} pages")
    for file, size in sorted(pages.items(), key=lambda one: -one[1])[:LARGEST]:
        _print_size(file, size, site)
    print("home, all figures, search")
    for name in ("index.html", "facts/index.html", "search/search_index.json"):
        if (site / name).is_file():
            _print_size(site / name, (site / name).stat().st_size, site)


def _print_size(file: Path, size: int, site: Path) -> None:
    packed = len(gzip.compress(file.read_bytes(), mtime=0))
    print(f"{size / 1000:>9.0f} kB{packed / 1000:>8.0f} kB packed  {file.relative_to(site)}")


def main() -> None:
    """Make the briefing, and build and measure it if asked."""
    parser = argparse.ArgumentParser(description="Make a briefing of any size up.")
    parser.add_argument("--facts", type=int, default=2000, help="how many (default: 2000)")
    parser.add_argument("--folder", type=Path, required=True, help="which is replaced")
    parser.add_argument("--build", action="store_true", help="build it and say how large it is")
    options = parser.parse_args()
    make_briefing(options.facts, options.folder)
    if options.build:
        words = [sys.executable, "-m", "generator", "build", "--root", str(options.folder)]
        if subprocess.run(words, cwd=ROOT, check=False).returncode:
            sys.exit("the briefing was not built")
        print_sizes(options.folder / "site")


if __name__ == "__main__":
    main()
