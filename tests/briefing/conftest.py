"""What tests of this briefing share: its seeds, and a guard for those that hold its own words.

Comes in: seeds/ and docs/ of the repository. Goes out: its records, its site, and skipped tests
where the subject is another. Nothing outside this folder reads the repository's seeds.
"""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from generator.model import Seeds, Unit
from generator.pipeline import Assembly, assemble

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("seeds", "docs", "mkdocs.yml", "briefing.lock")


def subject() -> str:
    """Whom or what the seeds of the repository are about."""
    typed = yaml.safe_load((ROOT / "seeds/briefing.yaml").read_text(encoding="utf-8"))
    return str(typed["subject"]["id"])


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips what `only_for` says is about another subject, before anything is set up for it."""
    for mark in item.iter_markers("only_for"):
        if subject() not in mark.args:
            pytest.skip(f"holds what the briefing about {mark.args[0]} says; this is {subject()}")


def copy_of_briefing(folder: Path) -> Path:
    """Copies what the briefing consists of."""
    folder.mkdir()
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part)
        elif (ROOT / part).is_file():
            shutil.copy(ROOT / part, folder)
    return folder


@pytest.fixture
def own_copy(tmp_path: Path) -> Path:
    """A copy of this briefing that a test may change."""
    return copy_of_briefing(tmp_path / "briefing")


@pytest.fixture(scope="session")
def own_site(build_once: Callable[[str, Callable[[Path], Path]], Path]) -> Path:
    """The site of this briefing, built once; tests only look at it."""
    return build_once("briefing", copy_of_briefing)


@pytest.fixture(scope="session")
def assembly() -> Assembly:
    """This briefing, read and proven."""
    return assemble(ROOT)


@pytest.fixture(scope="session")
def seeds(assembly: Assembly) -> Seeds:
    """Its seeds."""
    return assembly.seeds


@pytest.fixture(scope="session")
def units(seeds: Seeds) -> Mapping[str, Unit]:
    """Its units."""
    return seeds.units


@pytest.fixture(scope="session")
def seed_texts(seeds: Seeds) -> Mapping[str, str]:
    """Its articles, by the number in the names of their files."""
    return {Path(one.path).name[:3]: one.text for one in seeds.articles.values()}
