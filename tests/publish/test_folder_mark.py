"""Nothing that was not built here is ever lost, whatever the folder is called and whenever it ends."""

import contextlib
import itertools
import os
import signal
import time
from pathlib import Path
from typing import Any

import pytest

from generator.pipeline import assemble
from generator.publish.build import build_site
from generator.publish.folder_mark import MARK, check_ours, leave_mark
from generator.publish.tree import write_tree
from generator.reading import UsageError


def test_a_marked_folder_is_ours_until_something_is_added(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/page.html").write_text("x")
    leave_mark(tmp_path)
    check_ours(tmp_path, "DIR")
    (tmp_path / "a/letter.txt").write_text("dear")
    with pytest.raises(UsageError, match=r"a/letter\.txt, which was not built here"):
        check_ours(tmp_path, "DIR")


@pytest.mark.command
def test_a_checkout_in_the_usual_place_is_not_lost(small_briefing: Path) -> None:
    site = small_briefing / "site"
    build_site(small_briefing, assemble(small_briefing), site)
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_text("ref: refs/heads/pages")
    with pytest.raises(UsageError, match=r"\.git/HEAD"):
        build_site(small_briefing, assemble(small_briefing), site)
    assert (site / ".git/HEAD").read_text() == "ref: refs/heads/pages"


def test_a_folder_of_somebody_with_names_like_ours_is_not_lost(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/facts.json").write_text("[]")
    with pytest.raises(UsageError):
        check_ours(tmp_path, "--site-dir")


@pytest.mark.command
@pytest.mark.parametrize(
    "link", ["build", "build/docs", "build/docs/data", "build/docs/index.md", "build/.lock"]
)
def test_links_below_build_are_never_followed(
    small_briefing: Path, tmp_path: Path, link: str
) -> None:
    victim = tmp_path / "victim"
    (victim / "docs").mkdir(parents=True)
    (victim / "precious.txt").write_text("dear")
    (victim / "docs/precious.txt").write_text("dear")
    target = victim / "precious.txt" if link.endswith((".md", ".lock")) else victim
    (small_briefing / link).parent.mkdir(parents=True, exist_ok=True)
    (small_briefing / link).symlink_to(target)
    with contextlib.suppress(UsageError):
        build_site(small_briefing, assemble(small_briefing), small_briefing / "site")
    assert sorted(p.relative_to(victim).as_posix() for p in victim.rglob("*.*")) == [
        "docs/precious.txt",
        "precious.txt",
    ]
    assert (victim / "precious.txt").read_text() == "dear"


@pytest.mark.parametrize("target", ["build", "build/../docs/sub", "seeds/x", "docs"])
def test_a_site_never_goes_among_what_it_is_made_from(copied_briefing: Path, target: str) -> None:
    with pytest.raises(UsageError, match="made from"):
        build_site(copied_briefing, assemble(copied_briefing), copied_briefing / target)


def test_a_tree_replaces_folders_and_links_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "tree/index.md").mkdir(parents=True)
    (tmp_path / "tree/index.md/inner").write_text("x")
    (tmp_path / "outside").write_text("dear")
    (tmp_path / "tree/a.md").symlink_to(tmp_path / "outside")
    write_tree({"index.md": b"1", "a.md": b"2"}, tmp_path / "tree")
    assert (tmp_path / "tree/index.md").read_bytes() == b"1"
    assert (tmp_path / "tree/a.md").read_bytes() == b"2"
    assert (tmp_path / "outside").read_text() == "dear"


@pytest.mark.command
def test_a_build_that_is_ended_at_any_moment_leaves_a_whole_site(
    small_briefing: Path, forks: Any
) -> None:
    site = small_briefing / "site"
    own = {"BRIEFING_CACHE": os.environ["BRIEFING_CACHE"]}
    page, edits = small_briefing / "docs/index.md", itertools.count()
    text = page.read_text()

    def build(**how: Any) -> Any:
        # Where nothing has changed, nothing is built that could be ended.
        page.write_text(f"{text}\n\nEdit {'a' * next(edits)}.\n")
        return forks.run(["build"], cwd=small_briefing, env=own, **how)

    assert build().code == 0
    begun = time.monotonic()
    assert build().code == 0
    whole = time.monotonic() - begun
    listed = set((site / MARK).read_text().splitlines())
    for number, moments in ((signal.SIGKILL, 6), (signal.SIGTERM, 3), (signal.SIGINT, 3)):
        codes = []
        for moment in range(moments):
            codes.append(build(end=(whole * (moment + 0.5) / moments, number)).code)
            there = {f.relative_to(site).as_posix() for f in site.rglob("*") if f.is_file()}
            assert there == listed | {MARK}, number.name
        assert any(codes), f"no build was ended by {number.name}"
    assert build().code == 0
    assert [p.name for p in small_briefing.iterdir() if p.name.startswith(".site")] == []
