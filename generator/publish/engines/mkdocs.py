"""MkDocs over a tree on disk, strictly.

In: a project's root with its mkdocs.yml, and a tree. Out: a folder of HTML, or what MkDocs said.
"""

import contextlib
import logging
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.publish.engines import EngineError, EngineRun, reproducible_environment
from generator.publish.engines.menu import found_elsewhere, missed_by_menu, names_no_page
from generator.publish.engines.page_by_page import PageBuild
from generator.publish.settings import HINT, read_settings
from generator.reading import UsageError
from generator.text import shown

_OMITTED = re.compile(r'not included in the "nav" configuration:(?P<pages>(?:\s+- .+)+)')
_ABSENT = re.compile(
    r"A reference to '(?P<page>.*)' is included in the 'nav' configuration, which is"
)


def run_mkdocs(run: EngineRun) -> PageBuild:
    """Builds the tree with MkDocs, strictly; what did it can render a page again.

    Raises:
        UsageError: mkdocs.yml is missing or wrong.
        EngineError: MkDocs warned or failed.
    """
    warnings: list[str] = []
    with reproducible_environment(run.day), _collecting(warnings):
        config, settings = _settings(run, warnings)
        _check_linked(config, run.root / run.tree)
        pages = PageBuild(config, run.cache, settings, run.spread)
        config.theme.dirs.insert(0, str(files("generator.publish") / "assets" / "theme"))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            pages.run()
        except (Abort, MkDocsException) as error:
            raise EngineError(_plain(warnings) or [str(error)]) from error
        finally:
            config.plugins.on_shutdown()
    if warnings:
        raise EngineError(_plain(warnings))
    pages.keep()
    return pages


def _plain(warnings: Iterable[str]) -> list[str]:
    return [line for message in warnings for line in plain_lines(message)]


def _settings(run: EngineRun, warnings: list[str]) -> tuple[MkDocsConfig, bytes]:
    """What mkdocs.yml says, and its text; `warnings` gets what the engine only logs of it."""
    file = run.root / "mkdocs.yml"
    try:
        while True:
            # Pages are kept by this text, which an editor may be writing just now.
            settings = file.read_bytes()
            config = _load(run, file)
            if file.read_bytes() == settings:
                return config, settings
            warnings.clear()
    except (MkDocsException, OSError) as error:
        raise UsageError(f"mkdocs.yml: {'; '.join(warnings) or error}", HINT) from error


def _load(run: EngineRun, file: Path) -> MkDocsConfig:
    config = load_config(
        str(file),
        docs_dir=str(run.root / run.tree),
        site_dir=str(run.target),
        site_url=run.address,
        strict=True,
        hooks=[],
    )
    listed = read_settings(run.root).get("not_in_nav")
    config.not_in_nav = found_elsewhere(str(listed or "").splitlines())
    return config


def _check_linked(config: MkDocsConfig, tree: Path) -> None:
    """Every style sheet and script that mkdocs.yml names is a file of the site."""
    for key in ("extra_css", "extra_javascript"):
        for entry in config[key]:
            path = str(getattr(entry, "path", entry))
            if not (tree / path.partition("?")[0]).is_file():
                raise UsageError(
                    f"mkdocs.yml: `{key}` names {shown(path)}, and the site has no such file",
                    "correct the entry, or remove it; pages load nothing from elsewhere",
                )


def plain_lines(message: str) -> list[str]:
    """A warning of the engine as the lines that its reader can act on, a page a line.

    What it says of the menu is said in words of mkdocs.yml; all else stays in MkDocs' words.
    """
    if omitted := _OMITTED.search(message):
        return [missed_by_menu(page) for page in re.findall(r"(?m)^\s+- (.+)$", omitted["pages"])]
    if absent := _ABSENT.search(message):
        return [names_no_page(absent["page"])]
    return [message]


@contextlib.contextmanager
def _collecting(warnings: list[str]) -> Iterator[None]:
    """Collects the warnings of MkDocs instead of printing them."""
    logger = logging.getLogger("mkdocs")

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            warnings.append(record.getMessage())

    collector = Collector(logging.WARNING)
    propagate, level = logger.propagate, logger.level
    logger.addHandler(collector)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.removeHandler(collector)
        logger.propagate, logger.level = propagate, level
