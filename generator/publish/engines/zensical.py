"""Zensical over a tree on disk, strictly: the same tree and the same mkdocs.yml, another engine.

In: settings, and a tree. Out: a folder of HTML, or what Zensical said.
It runs in a process of its own, as it offers no more than its command line, and on a copy: it
builds nothing that lies outside the folder of its settings, and it writes a cache there.
"""

import errno
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

from generator.pages import decode_harmless
from generator.publish.engines import EngineError, EngineRun, encoded_once, reproducible_environment
from generator.publish.walk import files_below
from generator.reading import NO_MEMORY, UsageError

REQUIREMENT = "zensical==0.0.73"
"""The release that was tried; later ones ask for a package that not every index has."""
_UP = re.compile(r'(?P<lead>\s(?:href|src)=")\.\./')
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_WARNING = re.compile(r"(?m)^(?:Warning|Error): (?P<said>.+)\n.*\[ (?P<place>[^\]]+?) \]")


def run_zensical(run: EngineRun) -> None:
    """Builds the tree with Zensical, strictly.

    Raises:
        UsageError: Zensical is not installed, or cannot take the settings.
        EngineError: Zensical warned or failed.
    """
    if importlib.util.find_spec("zensical") is None:
        raise UsageError(
            "Zensical is not installed",
            f"install it beside the generator: {sys.executable} -m pip install {REQUIREMENT}",
        )
    tree = run.root / run.tree
    pages = {f.relative_to(tree).as_posix() for f in files_below(tree, ".md")}
    with (
        reproducible_environment(run.day),
        tempfile.TemporaryDirectory(prefix="briefing-") as folder,
    ):
        project = Path(folder)
        _copy(tree, project / "docs")
        for page in pages:
            if not page.endswith("index.md"):
                _lead_from_file(project / "docs" / page)
        config = _prepare(project, run)
        _build(config)
        _copy(project / "site", run.target)
    for built in files_below(run.target, ".html"):
        html = encoded_once(built.read_text(encoding="utf-8"))
        built.write_text(decode_harmless(html), encoding="utf-8", newline="\n")


def plain_reports(said: str) -> list[str]:
    """Zensical's drawings of what is wrong as lines: path, line, column, its words."""
    said = _COLOUR.sub("", said)
    found = [f"{one['place']}: {one['said']}" for one in _WARNING.finditer(said)]
    last = [line for line in said.splitlines() if line.strip()][-1:]
    return found or last or ["Zensical failed without a word"]


def _copy(source: Path, target: Path) -> None:
    """Copies all files of a folder into another.

    Raises:
        OSError: one cannot be copied; `shutil.copytree` would only put into words what it was.
    """
    for file in files_below(source):
        copy = target / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)


def _lead_from_file(page: Path) -> None:
    """Lets links in HTML lead from where the file lies, not from the folder that it becomes.

    MkDocs leaves them as they are; Zensical takes them for links between files and lengthens them.
    Text cannot be mistaken for one: it holds neither quotes nor dots in this form.
    """
    text = page.read_text(encoding="utf-8")
    page.write_text(_UP.sub(r"\g<lead>", text), encoding="utf-8", newline="\n")


def _prepare(project: Path, run: EngineRun) -> Path:
    """The settings for the copy; the project's theme, then ours.

    Raises:
        UsageError: they hold what only the other engine understands.
    """
    theme = run.settings.values["theme"]
    if theme.get("custom_dir"):
        shutil.copytree(run.root / str(theme["custom_dir"]), project / "theme")
    with as_file(files("generator.publish") / "assets") as assets:
        _copy(assets / "theme", project / "theme")
        _copy(assets / "zensical", project / "docs" / "assets")
    own = {
        **run.settings.values,
        "docs_dir": "docs",
        "site_dir": "site",
        "site_url": run.address or None,
        "extra_css": [*run.settings.values["extra_css"], "assets/zensical.css"],
        # Its other variant is a look of its own, which ours is not made for.
        "theme": {"variant": "classic", **theme, "custom_dir": "theme"},
    }
    config = project / "mkdocs.yml"
    try:
        text = json.dumps(own)  # JSON is YAML
        config.write_text(text, encoding="utf-8", newline="\n")
    except TypeError as error:
        message = "mkdocs.yml holds a tag that names code, which Zensical cannot run"
        raise UsageError(message, "leave it out, or build with MkDocs") from error
    return config


def _build(config: Path) -> None:
    """Runs Zensical.

    Raises:
        UsageError: it was ended from outside.
        OSError: the disk is full.
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
    if done.returncode < 0:
        raise UsageError(f"Zensical was ended by signal {-done.returncode}", NO_MEMORY)
    if done.returncode:
        reports, full = plain_reports(done.stderr.decode(errors="replace")), errno.ENOSPC
        if len(reports) == 1 and os.strerror(full) in reports[0]:
            raise OSError(full, os.strerror(full), str(config.parent))
        raise EngineError(reports)
