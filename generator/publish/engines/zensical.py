"""Zensical over a tree on disk, strictly: the same tree and the same mkdocs.yml, another engine.

In: a project's root with its mkdocs.yml, and a tree. Out: a folder of HTML, or what Zensical said.
It runs in a process of its own, as it offers no more than its command line, and on a copy: it
builds nothing that lies outside the folder of its settings, and it writes a cache there.
"""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib.resources import as_file, files
from pathlib import Path

from generator.pages import decode_harmless
from generator.publish.engines import EngineError, EngineRun, reproducible_environment
from generator.publish.engines.menu import menu_faults
from generator.publish.settings import read_settings
from generator.reading import UsageError

REQUIREMENT = "zensical==0.0.73"
"""The release that was tried; later ones ask for a package that not every index has."""
_UP = re.compile(r'(?P<lead>\s(?:href|src)=")\.\./')
_WARNING = re.compile(r"(?m)^(?:Warning|Error): (?P<said>.+)\n.*\[ (?P<place>[^\]]+?) \]")


def run_zensical(run: EngineRun) -> None:
    """Builds the tree with Zensical, strictly.

    Raises:
        UsageError: Zensical is not installed, or mkdocs.yml is missing or wrong.
        EngineError: Zensical warned or failed, or the menu and the tree differ.
    """
    if importlib.util.find_spec("zensical") is None:
        raise UsageError(
            "Zensical is not installed",
            f"install it beside the generator: {sys.executable} -m pip install {REQUIREMENT}",
        )
    settings, tree = read_settings(run.root), run.root / run.tree
    pages = {f.relative_to(tree).as_posix() for f in tree.rglob("*.md")}
    if faults := menu_faults(settings, pages):
        raise EngineError(faults)
    with (
        reproducible_environment(run.day),
        tempfile.TemporaryDirectory(prefix="briefing-") as folder,
    ):
        project = Path(folder)
        shutil.copytree(tree, project / "docs")
        for page in pages:
            if not page.endswith("index.md"):
                _lead_from_file(project / "docs" / page)
        config = _prepare(project, run.root, settings, run.address)
        _build(config)
        shutil.copytree(project / "site", run.target, dirs_exist_ok=True)
    for built in sorted(run.target.rglob("*.html")):
        built.write_text(decode_harmless(built.read_text(encoding="utf-8")), encoding="utf-8")


def plain_reports(said: str) -> list[str]:
    """Zensical's drawings of what is wrong as lines: path, line, column, its words."""
    found = [f"{one['place']}: {one['said']}" for one in _WARNING.finditer(said)]
    last = [line for line in said.splitlines() if line.strip()][-1:]
    return found or last or ["Zensical failed without a word"]


def _lead_from_file(page: Path) -> None:
    """Lets links in HTML lead from where the file lies, not from the folder that it becomes.

    MkDocs leaves them as they are; Zensical takes them for links between files and lengthens them.
    Text cannot be mistaken for one: it holds neither quotes nor dots in this form.
    """
    text = page.read_text(encoding="utf-8")
    page.write_text(_UP.sub(r"\g<lead>", text), encoding="utf-8")


def _prepare(project: Path, root: Path, settings: Mapping[str, object], address: str) -> Path:
    """Settings that take over those of mkdocs.yml, for the copy; the project's theme, then ours."""
    said = settings.get("theme")
    theme = said if isinstance(said, Mapping) else {"name": said} if said else {}
    if theme.get("custom_dir"):
        shutil.copytree(root / str(theme["custom_dir"]), project / "theme")
    with as_file(files("generator.publish") / "assets") as assets:
        shutil.copytree(assets / "theme", project / "theme", dirs_exist_ok=True)
        shutil.copytree(assets / "zensical", project / "docs" / "assets", dirs_exist_ok=True)
    own = {
        "INHERIT": str(root / "mkdocs.yml"),
        "docs_dir": "docs",
        "site_dir": "site",
        "site_url": address or None,
        "extra_css": ["assets/zensical.css"],  # after those of mkdocs.yml: lists are joined
        # Its other variant is a look of its own, which ours is not made for.
        "theme": {"variant": "classic", **theme, "custom_dir": "theme"},
    }
    config = project / "mkdocs.yml"
    config.write_text(json.dumps(own), encoding="utf-8")  # JSON is YAML
    return config


def _build(config: Path) -> None:
    """Runs Zensical.

    Raises:
        EngineError: it warned or failed.
    """
    # -P: a file zensical.py in the current folder is not the engine.
    words = [sys.executable, "-P", "-m", "zensical", "build", "--strict", "-f", str(config)]
    done = subprocess.run(  # noqa: S603 - our own words and a path that we made
        words,
        cwd=config.parent,
        env=os.environ | {"NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise EngineError(plain_reports(done.stderr.decode(errors="replace")))
