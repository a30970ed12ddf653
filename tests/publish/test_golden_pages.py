"""The composed Markdown of a small invented briefing is, byte for byte, what it was."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pipeline import assemble
from generator.publish import tree_files

Golden = Callable[[str, str], None]


@pytest.fixture(scope="module")
def tree(root: Path) -> dict[str, bytes]:
    """The tree of the small briefing, which makes every call once."""
    assembly = assemble(root / "tests/golden/small")
    assert [f"{p.place} {p.message}" for p in assembly.findings] == []
    return tree_files(assembly)


PAGES = (
    "index.md",
    "facts/index.md",
    "sources/index.md",
    "sources/nordwerk-2023-08-21.md",
    "sources/nordwerk-2024-03-04.md",
    "data/index.md",
    "promises/index.md",
    "known/index.md",
    "known/2023-08-21/index.md",
    "known/2024-03-04/index.md",
    "open-questions/index.md",
    "changes/index.md",
    "charts/gallery.md",
    "charts/plans/index.html",
    "f/rival-plan/index.html",
    "f/revenue-q2/index.html",
    "f/plan-2024/index.html",
)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_the_golden_one(path: str, tree: dict[str, bytes], golden: Golden) -> None:
    golden(f"pages/{path}", tree[path].decode())


@pytest.mark.parametrize(
    "path",
    [
        "data/facts.json",
        "data/facts.csv",
        "data/articles.json",
        "charts/plans.json",
        "charts/plans.narrow.json",
    ],
)
def test_a_download_is_the_golden_one(path: str, tree: dict[str, bytes], golden: Golden) -> None:
    golden(path, tree[path].decode())


def test_every_page_of_the_tree_is_held(tree: dict[str, bytes]) -> None:
    pages = {path for path in tree if path.endswith(".md")}
    assert pages == {path for path in PAGES if path.endswith(".md")}
