"""MkDocs over a tree on disk, strictly; what its theme writes and HTML does not allow is removed.

In: a project's root with its mkdocs.yml, and a tree. Out: a folder of HTML, or what MkDocs said.
"""

import contextlib
import logging
import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.publish.engines import EngineError, reproducible_environment
from generator.publish.engines.menu import missed_by_menu, names_no_page
from generator.publish.settings import HINT
from generator.reading import UsageError
from generator.text import shown

_OMITTED = re.compile(r'not included in the "nav" configuration:(?P<pages>(?:\s+- .+)+)')
_ABSENT = re.compile(
    r"A reference to '(?P<page>.*)' is included in the 'nav' configuration, which is"
)
_SWITCH = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
"""Only fields that hold text can be completed; drawer and search are switched by checkboxes."""
_ORDER = re.compile(r'(<label [^>]*?) tabindex(?:="")?(?=[ >])')
"""`tabindex` needs a number."""
_LABEL = re.compile(r'(<label [^>]*?) for="(__\w+)"')
"""A menu that does not name the page labels a switch that is not there."""


def run_mkdocs(root: Path, tree: str, target: Path, address: str, day: date) -> None:
    """Builds the tree below `root`, dated `day`, into `target` with MkDocs, strictly.

    Raises:
        UsageError: mkdocs.yml is missing or wrong.
        EngineError: MkDocs warned or failed.
    """
    warnings: list[str] = []
    with reproducible_environment(day), _collecting(warnings):
        config = _settings(root, root / tree, target, address, warnings)
        _check_linked(config, root / tree)
        config.theme.dirs.insert(0, str(files("generator.publish") / "assets" / "theme"))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_with_mkdocs(config)
        except (Abort, MkDocsException) as error:
            plain = [line for message in warnings for line in plain_lines(message)]
            raise EngineError(plain or [str(error)]) from error
        finally:
            config.plugins.on_shutdown()
    for page in sorted(target.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        if (valid := without_theme_faults(html)) != html:
            page.write_text(valid, encoding="utf-8")


def _settings(
    root: Path, tree: Path, target: Path, address: str, warnings: list[str]
) -> MkDocsConfig:
    """What mkdocs.yml says; `warnings` gets what the engine only logs of its settings."""
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
        raise UsageError(f"mkdocs.yml: {'; '.join(warnings) or error}", HINT) from error


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


def without_theme_faults(html: str) -> str:
    """The page without attributes of the theme that no browser uses and HTML does not allow."""
    html = _ORDER.sub(r"\1", _SWITCH.sub(r"\1", html))

    def kept(label: re.Match[str]) -> str:
        return label[0] if f'id="{label[2]}"' in html else label[1]

    return _LABEL.sub(kept, html)


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
