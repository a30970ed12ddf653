"""Whatever of the machine fails in a build, the site is the old one or the new one, and all of it."""

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

NUMBERS = ("ENOSPC", "EACCES", "EIO")
NEEDED = {"open", "write", "rename", "exchange"}
"""Kinds of use without which there is no site; others may fail unnoticed."""
UNNEEDED = {"mkdir", "unlink", "scandir", "fork"}

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks for /dev/full and /proc")


def files_of(folder: Path) -> Mapping[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


def litter(project: Path) -> list[str]:
    """What a build leaves neither in its site nor in its tree."""
    known = {"seeds", "docs", "mkdocs.yml", "briefing.lock", "site", "build"}
    beside = [file.name for file in project.iterdir() if file.name not in known]
    within = [file.name for file in (project / "build").rglob(".*") if file.name != ".lock"]
    return beside + within


class Site:
    """A site of the example that is to be built anew, as one of its pages has changed since."""

    def __init__(self, run: Callable[..., Any], project: Path) -> None:
        self._run, self.project, self._kept = run, project, project.with_name("kept")
        assert run("build", cwd=project).code == 0
        self.before = files_of(project / "site")
        page = project / "docs/passengers.md"
        page.write_text(f"{page.read_text(encoding='utf-8')}\nAnother edition.\n", encoding="utf-8")
        for stale in ("assets/a.css", "m.css", "z/z.css"):
            (project / "build/docs" / stale).parent.mkdir(exist_ok=True)
            (project / "build/docs" / stale).write_text("stale", encoding="utf-8")
        shutil.copytree(project, self._kept)
        for _ in ("makes the changed page", "counts, with that page in the cache"):
            assert self.build("none", 0).code == 0
        self.after = files_of(project / "site")
        assert self.after != self.before
        uses = project.with_name("uses.json").read_text(encoding="utf-8")
        self.uses: Mapping[str, int] = json.loads(uses)

    def build(self, kind: str, at: int, number: str = "EIO", **env: str) -> Any:
        """Build it, with a fault at a use of a kind."""
        self._reset()
        words = ["build", "--root", str(self.project), "-j", "2" if kind == "fork" else "1"]
        fault = ["faults", str(self.project), kind, str(at), number]
        return self._run(*fault, *words, cwd=self.project.parent, env=env)

    def _reset(self) -> None:
        """As before the build; files are replaced and never changed, so that a name will do."""
        shutil.rmtree(self.project)
        shutil.copytree(self._kept, self.project, copy_function=os.link)

    def what_is_wrong(self, code: int, said: str) -> str:
        """After a build: it ended well or as wrong use, with the site that belongs to that."""
        site = files_of(self.project / "site")
        if site != {0: self.after, 2: self.before}.get(code):
            return f"exit code {code}, and another site"
        if left := litter(self.project):
            return f"left {left}"
        if code == 2 and (said.count("briefing: ") != 1 or said.count("hint: ") != 1):
            return f"said {said}"
        return "a traceback" if "Traceback" in said else ""


@pytest.fixture(scope="module")
def site(
    run_briefing: Callable[..., Any],
    copy_example: Callable[[Path], Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Site:
    return Site(run_briefing, copy_example(tmp_path_factory.mktemp("faulty") / "briefing"))


def places(kind: str, uses: int) -> list[int]:
    """The first, middle and last use; more where what fails is easily passed over."""
    parts = 6 if kind == "scandir" else 2
    return sorted({1 + part * (uses - 1) // parts for part in range(parts + 1)})


def test_a_use_that_fails_once_leaves_the_old_site_or_brings_the_new_one(site: Site) -> None:
    uses = {**site.uses, "fork": 1}
    wrong = []
    for kind in sorted(NEEDED | UNNEEDED):
        for at, number in zip(places(kind, uses[kind]), cycle(NUMBERS), strict=False):
            done = site.build(kind, at, number)
            fault = site.what_is_wrong(done.code, done.err)
            if done.code == 0 and kind in NEEDED:
                fault = "went unnoticed"
            if fault:
                wrong.append((kind, at, number, fault))
    assert not wrong


def test_a_program_that_cannot_be_started_is_said_in_a_line(site: Site, tmp_path: Path) -> None:
    done = site.build("exec", 1, "ENOMEM", BRIEFING_CACHE=str(tmp_path / "empty"))
    assert done.code == 2
    assert "memory" in done.err
    assert not site.what_is_wrong(done.code, done.err)
