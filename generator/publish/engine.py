"""The tree becomes a site, with MkDocs, whole or not at all.

In: a project's root with its mkdocs.yml, and a tree on disk. Out: a folder of HTML, built beside
its place and swapped in at the end, so that the last good site stays when anything fails.
"""

import contextlib
import fcntl
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from generator.publish.assembly import Assembly
from generator.publish.tree import tree_files, write_tree
from generator.reading import UsageError

TREE = "build/docs"
_MARK = "data/facts.json"
"""A folder that holds this was built by us and may be replaced."""


class EngineError(Exception):
    """The engine refused the tree; `messages` are its warnings and errors, a line each."""

    def __init__(self, messages: list[str]) -> None:
        """Keeps the engine's own words."""
        super().__init__("\n".join(messages))
        self.messages = messages


def build_site(root: Path, assembly: Assembly, site_dir: Path) -> None:
    """Composes and builds a faultless assembly, then swaps the result into `site_dir`.

    Raises:
        UsageError: `site_dir` is no folder that a site may replace, or there is no mkdocs.yml.
        EngineError: the engine warned or failed; `site_dir` is as it was.
    """
    _check_target(root, site_dir)
    with _alone(root):
        write_tree(tree_files(assembly), root / TREE)
        site_dir.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{site_dir.name}-", dir=site_dir.parent))
        try:
            render(root, assembly, fresh)
            _swap(fresh, site_dir)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def render(root: Path, assembly: Assembly, target: Path) -> None:
    """Runs MkDocs, strictly, from the tree below `root` into `target`.

    Raises:
        UsageError: mkdocs.yml is missing or wrong.
        EngineError: MkDocs warned or failed.
    """
    heard: list[str] = []
    with _environment(assembly), _listening(heard):
        try:
            config = load_config(
                str(root / "mkdocs.yml"),
                docs_dir=str(root / TREE),
                site_dir=str(target),
                strict=True,
                hooks=[],
            )
        except MkDocsException as error:
            raise UsageError(
                f"mkdocs.yml: {error}", "mend mkdocs.yml as the message says"
            ) from error
        config.plugins.on_startup(command="build", dirty=False)
        try:
            run_mkdocs(config)
        except (Abort, MkDocsException) as error:
            raise EngineError(heard or [str(error)]) from error
        finally:
            config.plugins.on_shutdown()
    target.chmod(0o755)


def _check_target(root: Path, site_dir: Path) -> None:
    """Only nothing, an empty folder, or a site of ours is ever replaced."""
    inside = [root / "seeds", root / "docs", root / TREE]
    if site_dir.is_symlink() or (site_dir.exists() and not site_dir.is_dir()):
        raise UsageError(f"{site_dir} is no folder", "name another --site-dir")
    if root.is_relative_to(site_dir) or any(site_dir.is_relative_to(f) for f in inside):
        raise UsageError(f"{site_dir} holds what the site is made from", "name another --site-dir")
    if site_dir.is_dir() and any(site_dir.iterdir()) and not (site_dir / _MARK).is_file():
        raise UsageError(
            f"{site_dir} is not empty and no site that was built here",
            "name another --site-dir, or empty that folder yourself",
        )


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[None]:
    """One build at a time in a project; a second one waits."""
    folder = root / "build"
    folder.mkdir(exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _swap(fresh: Path, place: Path) -> None:
    """Puts `fresh` in the place of the old site, which is removed afterwards."""
    old = fresh.with_name(f"{fresh.name}.old")
    if place.exists():
        place.rename(old)
    try:
        fresh.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)


@contextlib.contextmanager
def _environment(assembly: Assembly) -> Iterator[None]:
    """Nothing of the machine shows in the output: date from the articles, modes from here."""
    dates = [a.date_published.end for a in assembly.book.articles.values() if a.date_published.end]
    newest = (
        datetime(*max(dates).timetuple()[:3], tzinfo=UTC)
        if dates
        else datetime(2000, 1, 1, tzinfo=UTC)
    )
    settings: Mapping[str, str] = {
        "SOURCE_DATE_EPOCH": str(int(newest.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
    }
    before = {name: os.environ.get(name) for name in settings}
    mask = os.umask(0o022)
    os.environ.update(settings)
    try:
        yield
    finally:
        os.umask(mask)
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextlib.contextmanager
def _listening(heard: list[str]) -> Iterator[None]:
    """Collects what MkDocs warns of, instead of printing it."""
    logger = logging.getLogger("mkdocs")

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    ear = Ear(logging.WARNING)
    propagate, level = logger.propagate, logger.level
    logger.addHandler(ear)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.removeHandler(ear)
        logger.propagate, logger.level = propagate, level
