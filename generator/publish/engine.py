"""The tree becomes a site, with MkDocs, whole or not at all.

In: a project's root with its mkdocs.yml, and a tree on disk. Out: a folder of HTML, built beside
its place and swapped in at the end, so that the last good site stays when anything fails.
"""

import contextlib
import fcntl
import logging
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from generator.pages import Explained
from generator.publish.assembly import Assembly
from generator.publish.explained_site import explain_site, unexplained_lines
from generator.publish.inline_styles import inline_styles
from generator.publish.picture_cache import cache_folder
from generator.publish.pictures import Pictures
from generator.publish.place import check_ours, fresh_beside, leave_mark, terminable
from generator.publish.tree import pictures_of, tree_files, write_tree
from generator.reading import UsageError

TREE = "build/docs"
_OMITTED = re.compile(r'not included in the "nav" configuration:(?P<pages>(?:\s+- .+)+)')
_ABSENT = re.compile(
    r"A reference to '(?P<page>.*)' is included in the 'nav' configuration, which is"
)


class EngineError(Exception):
    """The engine refused the tree; `messages` are its warnings and errors, a line each."""

    def __init__(self, messages: list[str]) -> None:
        """Keeps the engine's own words."""
        super().__init__("\n".join(messages))
        self.messages = messages


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: the site's pictures, and what stands behind its numbers."""

    pictures: Pictures
    explained: Explained


def build_site(root: Path, assembly: Assembly, site_dir: Path) -> Built:
    """Composes and builds a faultless assembly, then swaps the result into `site_dir`.

    Raises:
        UsageError: `site_dir` is no folder that a site may replace, or there is no mkdocs.yml.
        EngineError: the engine warned or failed, or nothing explains a number of a built page;
            `site_dir` is as it was.
    """
    root, site_dir = root.resolve(), site_dir.parent.resolve() / site_dir.name
    _check_target(root, site_dir)
    with terminable(), _alone(root):
        pictures = compose_tree(assembly, root / TREE, cache_folder(root))
        with fresh_beside(site_dir) as fresh:
            explained = render(root, assembly, fresh)
            inline_styles(fresh)
            leave_mark(fresh)
    return Built(pictures, explained)


def compose_tree(assembly: Assembly, folder: Path, cache: Path) -> Pictures:
    """Makes `folder` hold the composed tree of a faultless assembly, and nothing else.

    Args:
        assembly: what is composed.
        folder: where it goes.
        cache: where pictures of charts are kept.

    Raises:
        UsageError: the folder cannot be written.
    """
    pictures = pictures_of(assembly, cache)
    try:
        write_tree(tree_files(assembly, pictures), folder)
    except OSError as error:
        raise UsageError(
            f"{error.filename or folder} cannot be written: {error.strerror}",
            "make room there, or work in a copy that you may write to",
        ) from error
    return pictures


def render(root: Path, assembly: Assembly, target: Path) -> Explained:
    """Builds the tree below `root` into `target` and explains every number of its pages.

    Raises:
        UsageError: mkdocs.yml is missing or wrong.
        EngineError: MkDocs warned or failed, or nothing explains a number.
    """
    _run_engine(root, assembly, target)
    explained = explain_site(assembly, target)
    if explained.unexplained:
        raise EngineError(unexplained_lines(explained))
    return explained


def _run_engine(root: Path, assembly: Assembly, target: Path) -> None:
    """MkDocs, strictly."""
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
        except (MkDocsException, OSError) as error:
            raise UsageError(
                f"mkdocs.yml: {error}", "mend mkdocs.yml as the message says"
            ) from error
        config.theme.dirs.insert(0, str(files("generator.publish") / "assets" / "theme"))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            run_mkdocs(config)
        except (Abort, MkDocsException) as error:
            plain = [line for message in heard for line in plain_lines(message)]
            raise EngineError(plain or [str(error)]) from error
        finally:
            config.plugins.on_shutdown()


def plain_lines(message: str) -> list[str]:
    """A warning of the engine as the lines that its reader can act on, a page a line.

    What it says of the menu is said in words of mkdocs.yml; all else stays in its own words.
    """
    if omitted := _OMITTED.search(message):
        pages = re.findall(r"(?m)^\s+- (.+)$", omitted["pages"])
        return [
            f"mkdocs.yml: no entry of `nav` names {page}; "
            "add one, or list the page under `not_in_nav` if no menu shall show it"
            for page in pages
        ]
    if absent := _ABSENT.search(message):
        said = f"mkdocs.yml: `nav` names {absent['page']}, and there is no such page; "
        return [f"{said}correct the entry, or remove it"]
    return [message]


def _check_target(root: Path, site_dir: Path) -> None:
    """Only nothing, an empty folder, or a site of ours is ever replaced."""
    sources = [root / name for name in ("seeds", "docs", "build")]
    if root.is_relative_to(site_dir) or any(site_dir.is_relative_to(f) for f in sources):
        raise UsageError(f"{site_dir} holds what the site is made from", "name another --site-dir")
    check_ours(site_dir, "--site-dir", is_usual=site_dir == root / "site")


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[None]:
    """One build at a time in a project; a second one waits."""
    folder = root / "build"
    hint = f"remove {folder}, which builds write to, or work in a copy that you may write to"
    try:
        if folder.is_symlink() or (root / TREE).is_symlink():
            raise UsageError(f"{folder} leads elsewhere through a symbolic link", hint)
        folder.mkdir(exist_ok=True)
        # A link in place of the lock would be followed and the file that it names emptied.
        lock = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    except OSError as error:
        raise UsageError(f"{folder} cannot be used: {error.strerror}", hint) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


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
