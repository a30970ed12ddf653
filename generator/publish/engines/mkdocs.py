"""MkDocs over a tree on disk, strictly, with nothing of the machine in what it makes.

In: a project's root with its mkdocs.yml, and a tree. Out: a folder of HTML, or what MkDocs said.
"""

import contextlib
import logging
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.pipeline import Assembly
from generator.publish.engines.error import EngineError
from generator.publish.engines.menu import missed_by_menu, named_in_vain
from generator.publish.engines.reproducible import same_everywhere
from generator.publish.engines.theme_faults import without_theme_faults
from generator.reading import UsageError
from generator.text import shown

_OMITTED = re.compile(r'not included in the "nav" configuration:(?P<pages>(?:\s+- .+)+)')
_ABSENT = re.compile(
    r"A reference to '(?P<page>.*)' is included in the 'nav' configuration, which is"
)


def run_mkdocs(
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
    with same_everywhere(assembly), _listening(heard):
        config = _settings(root, root / tree, target, address, heard)
        _check_linked(config, root / tree)
        config.theme.dirs.insert(0, str(files("generator.publish") / "assets" / "theme"))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_with_mkdocs(config)
        except (Abort, MkDocsException) as error:
            plain = [line for message in heard for line in plain_lines(message)]
            raise EngineError(plain or [str(error)]) from error
        finally:
            config.plugins.on_shutdown()
    for page in sorted(target.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        if (mended := without_theme_faults(html)) != html:
            page.write_text(mended, encoding="utf-8")
    return config


def _settings(root: Path, tree: Path, target: Path, address: str, heard: list[str]) -> MkDocsConfig:
    """What mkdocs.yml says; `heard` fills with what the engine only logs of its settings."""
    try:
        return load_config(
            str(root / "mkdocs.yml"),
            docs_dir=str(tree),
            site_dir=str(target),
            site_url=address,
            strict=True,
            hooks=[],
        )
    except (MkDocsException, OSError) as error:
        hint = "mend mkdocs.yml as the message says"
        raise UsageError(f"mkdocs.yml: {'; '.join(heard) or error}", hint) from error


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

    What it says of the menu is said in words of mkdocs.yml; all else stays in its own words.
    """
    if omitted := _OMITTED.search(message):
        return [missed_by_menu(page) for page in re.findall(r"(?m)^\s+- (.+)$", omitted["pages"])]
    if absent := _ABSENT.search(message):
        return [named_in_vain(absent["page"])]
    return [message]


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
