"""The example briefing: invented, proven, and complete enough to show everything that seeds can say.

Comes in: the packaged folder. Goes out: one failure a kind of thing that it lacks, or that is wrong.
"""

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import get_args

import pytest
import yaml

from generator.example import example_root
from generator.ledger import contradictions, cross_checks, promises
from generator.model import Attribution, Rank
from generator.pipeline import assemble
from generator.publish import tree_files
from generator.reading import json_schemas

EXAMPLE = example_root()
ASSEMBLY = assemble(EXAMPLE)
FACTS = ASSEMBLY.seeds.facts.values()
KINDS = json_schemas()["charts"]["$defs"]["ChartShape"]["properties"]["kind"]["enum"]
SEED_FILES = sorted((EXAMPLE / "seeds").rglob("*.yaml"))


@pytest.fixture(scope="module")
def tree() -> Mapping[str, str]:
    """The composed pages of the example."""
    files = tree_files(ASSEMBLY).items()
    return {path: unescape(content.decode()) for path, content in files if path.endswith(".md")}


def test_every_fact_is_proven_and_no_review_is_left() -> None:
    assert [f"{one.place} {one.code} {one.message}" for one in ASSEMBLY.findings] == []
    assert ASSEMBLY.unproven == 0


def test_each_page_of_its_site_says_that_all_is_invented(built_site: Path) -> None:
    pages = [*built_site.rglob("index.html")]
    assert pages
    for page in pages:
        if "/charts/" not in page.as_posix() and "/f/" not in page.as_posix():
            assert "an invented example" in page.read_text(encoding="utf-8"), page


def test_its_articles_need_every_lexicon() -> None:
    languages = {article.lang for article in ASSEMBLY.book.articles.values()}
    lexicons = EXAMPLE.parent / "evidence/lexicons"
    assert languages == {file.stem for file in lexicons.glob("*.toml")} - {"any"}


def test_each_article_says_that_it_is_invented() -> None:
    for article in ASSEMBLY.book.articles.values():
        assert article.producer.endswith("(invented)")
        assert article.license


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_chart_is_drawn_and_shown_with_its_yaml(
    kind: str, tree: Mapping[str, str]
) -> None:
    typed = (EXAMPLE / "seeds/charts.yaml").read_text(encoding="utf-8")
    blocks = {block["id"]: block for block in yaml.safe_load(typed)["charts"]}
    (name,) = (name for name, block in blocks.items() if block["kind"] == kind)
    source = (EXAMPLE / "docs/charts.md").read_text(encoding="utf-8")
    section = source.partition(f'{{{{ chart("{name}") }}}}')[2].partition("\n## ")[0]
    (shown,) = yaml.safe_load("\n".join(re.findall(r"^ {4}(.*)$", section, re.MULTILINE)))
    assert shown == blocks[name]
    assert f'id="chart-{name}"' in tree["charts.md"]


def test_it_shows_every_way_to_say_how_much_and_who_says_so() -> None:
    amounts = [fact.amount for fact in FACTS if fact.amount]
    assert {fact.basis for fact in FACTS} == {"quoted", "derived", "event"}
    assert {one.hedge for one in amounts} >= {
        "exact",
        "about",
        "over",
        "nearly",
        "at-least",
        "at-most",
    }
    assert [one for one in amounts if one.min_value is not None and one.max_value is not None]
    assert {fact.attribution for fact in FACTS} >= {*get_args(Attribution)} - {"hearsay"}
    assert {fact.rank for fact in FACTS} >= {*get_args(Rank)} - {"preferred"}
    assert len({fact.about for fact in FACTS}) > 1
    assert {fact.status for fact in FACTS} >= {
        "reported",
        "target",
        "planned",
        "forecast",
        "estimate",
        "withdrawn",
    }


def test_it_shows_what_happens_to_a_figure() -> None:
    seeds, book = ASSEMBLY.seeds, ASSEMBLY.book
    assert [fact.id for fact in FACTS if fact.revision_of]
    assert contradictions(book)
    assert {one.outcome for one in promises(book, seeds.indicators)} >= {"kept", "open"}
    assert len(cross_checks(book, seeds)[0]) == len(seeds.checks) == 2
    assert (len(seeds.corrections), len(seeds.moved), len(book.withdrawn)) == (1, 1, 1)
    assert seeds.briefing
    assert seeds.briefing.exempt_numbers
    assert seeds.briefing.constants


def test_every_id_and_every_reason_is_on_record() -> None:
    lock = ASSEMBLY.seeds.lock
    assert set(lock.published) == {fact.id for fact in FACTS} | {*ASSEMBLY.seeds.moved}
    assert set(lock.settled) == {fact.id for fact in FACTS if fact.inferred} != set()


@pytest.mark.parametrize("file", SEED_FILES, ids=lambda file: file.name)
def test_each_file_begins_with_its_schema_and_how_to_change_it(file: Path) -> None:
    first, second, *_ = file.read_text(encoding="utf-8").splitlines()
    named = re.fullmatch(r"# yaml-language-server: \$schema=(?:\.\./)?schemas/(.*)", first)
    assert named
    assert named[1].removesuffix(".schema.json") in json_schemas()
    assert second.startswith("# ")


def test_each_page_that_is_written_by_hand_says_that_all_is_invented() -> None:
    for page in (EXAMPLE / "docs").glob("*.md"):
        assert '!!! warning "An invented example"' in page.read_text(encoding="utf-8")
