"""The composed Markdown of the example briefing is, byte for byte, what it was."""

import re
from collections.abc import Callable
from html import unescape

import pytest

from generator.example import example_root
from generator.pipeline import assemble
from generator.publish import tree_files
from generator.wording import load_handbook

Golden = Callable[[str, str], None]


@pytest.fixture(scope="module")
def tree() -> dict[str, bytes]:
    """The tree of the example briefing, which makes every call but `codes`."""
    return tree_files(assemble(example_root()))


PAGES = (
    "index.md",
    "passengers.md",
    "charts.md",
    "facts/index.md",
    "facts/words.json",
    "facts/2023/index.md",
    "facts/2024/index.md",
    "facts/2025/index.md",
    "sources/index.md",
    "sources/hohenufer-2023-09-12.md",
    "sources/laagwerf-2024-03-05.md",
    "sources/port-alder-2024-07-18.md",
    "sources/hohenufer-2025-01-21.md",
    "data/index.md",
    "promises/index.md",
    "known/index.md",
    "known/2023-09-12/index.md",
    "known/2024-03-05/index.md",
    "known/2024-07-18/index.md",
    "known/2025-01-21/index.md",
    "open-questions/index.md",
    "changes/index.md",
    "handbook/index.md",
    "handbook/keys.md",
    "handbook/calls.md",
    "handbook/findings.md",
    "handbook/commands.md",
    "charts/target-and-outcome/index.html",
    "f/crew-2023/index.html",
    "f/passengers-h1/index.html",
    "f/passenger-target-2024-first/index.html",
)
AS_WRITTEN = ("beginning", "editors", "reviewers", "publishing")
"""Pages of the handbook in which the generator adds nothing to what people wrote."""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_the_golden_one(path: str, tree: dict[str, bytes], golden: Golden) -> None:
    golden(f"pages/{path}", tree[path].decode())


@pytest.mark.parametrize(
    "path",
    [
        "data/facts.json",
        "data/facts.csv",
        "data/articles.json",
        "data/verification.json",
        "charts/target-and-outcome.json",
        "charts/target-and-outcome.narrow.json",
    ],
)
def test_a_download_is_the_golden_one(path: str, tree: dict[str, bytes], golden: Golden) -> None:
    golden(path, tree[path].decode())


def test_every_page_of_the_tree_is_held(tree: dict[str, bytes]) -> None:
    pages = {path for path in tree if path.endswith(".md")}
    written = {f"handbook/{name}.md" for name in AS_WRITTEN}
    assert pages == {path for path in PAGES if path.endswith(".md")} | written


@pytest.mark.parametrize("name", AS_WRITTEN)
def test_a_page_of_the_handbook_is_what_was_written(name: str, tree: dict[str, bytes]) -> None:
    body = tree[f"handbook/{name}.md"].decode().partition("\n---\n")[2].partition("\n<section")[0]
    written = re.sub(r"(?ms)^```\w*\n(.*?)^```$", r"\1", load_handbook("en")[name])
    assert (
        unescape(re.sub(r"</?(?:pre|code)>|<div class=\"contents\"></div>", "", body)).split()
        == written.split()
    )
