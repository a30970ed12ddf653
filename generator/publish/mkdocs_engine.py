"""MkDocs over a tree on disk, strictly, with nothing of the machine in what it makes.

In: a project's root with its mkdocs.yml, and a tree. Out: a folder of HTML, or what MkDocs said.
"""

import contextlib
import logging
import os
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.publish.assembly import Assembly
from generator.reading import UsageError

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


def run_engine(
    root: Path, tree: str, assembly: Assembly, target: Path, address: str = ""
) -> MkDocsConfig:
    """Builds a tree into `target` with MkDocs, strictly; answers what mkdocs.yml says.

    Args:
        root: the project's folder, with mkdocs.yml.
        tree: the composed pages, below it.
        assembly: what they were composed from.
        target: where the site goes.
        address: where it is published; empty where nobody said.

    Raises:
        UsageError: mkdocs.yml is missing or wrong.
        EngineError: MkDocs warned or failed.
    """
    heard: list[str] = []
    with _environment(assembly), _listening(heard):
        try:
            config = load_config(
                str(root / "mkdocs.yml"),
                docs_dir=str(root / tree),
                site_dir=str(target),
                site_url=address,
                strict=True,
                hooks=[],
            )
        except (MkDocsException, OSError) as error:
            hint = "mend mkdocs.yml as the message says"
            raise UsageError(f"mkdocs.yml: {error}", hint) from error
        config.theme.dirs.insert(0, str(files("generator.publish") / "assets" / "theme"))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            run_mkdocs(config)
        except (Abort, MkDocsException) as error:
            plain = [line for message in heard for line in plain_lines(message)]
            raise EngineError(plain or [str(error)]) from error
        finally:
            config.plugins.on_shutdown()
    return config


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
