"""Every page of a built site carries its style: nothing keeps a reader from the first picture.

In: a folder of HTML as an engine left it. Out: the same folder, in which linked style sheets of the
site stand in the pages, without the rules of the theme that no page can need. Knows no engine.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import normpath

from generator.model import PLOTLY
from generator.publish.styles.rules import (
    Names,
    asked_properties,
    drop_idle_properties,
    has_relative_address,
    shorten,
)

_LINK = re.compile(r'[ \t]*<link rel="stylesheet" href="(?P<href>[^"?#]+)">\n?')
_SCRIPT = re.compile(r'<script src="(?P<href>[^"?#]+)"')
_ENDS_STYLE = re.compile(r"</style", re.IGNORECASE)
_COMPOUND = re.compile(r"-{0,2}[A-Za-z][A-Za-z0-9]*(?:[-_]+[A-Za-z0-9]+)+")
_LITERAL = re.compile(r"""["'`]([A-Za-z][\w -]*)["'`]""")


def inline_styles(site: Path) -> None:
    """Puts the style of every page that an engine made into the page.

    A sheet stays linked when it names files beside it, is not part of the site, or could end the
    element that it would stand in.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    sheets = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(site.rglob("*.css"))
    }
    movable = {
        name
        for name, css in sheets.items()
        if not (_ENDS_STYLE.search(css) or has_relative_address(css))
    }
    words = _words(_scripts(pages, site))
    names = _names([*pages.values(), *_doors(site)], words)
    asked = words.union(*map(asked_properties, pages.values()))
    short = cache(lambda name: shorten(sheets[name], names))
    styles: dict[tuple[str, ...], str] = {}
    for path, text in pages.items():
        linked = _targets(_LINK, text, path.relative_to(site))
        # A page that stands alone has one sheet, which all such pages share.
        if len(linked) == 1 or not movable.issuperset(linked):
            continue
        if linked not in styles:
            styles[linked] = drop_idle_properties([*map(short, linked)], asked)
        path.write_text(_with_style(text, styles[linked]), encoding="utf-8")


def _scripts(pages: Mapping[Path, str], site: Path) -> list[str]:
    """The scripts that pages run, but for the library that draws: it brings its own style."""
    named = {
        name
        for path, text in pages.items()
        for name in _targets(_SCRIPT, text, path.relative_to(site))
    }
    files = [site / name for name in sorted(named) if PLOTLY not in name]
    return [file.read_text(encoding="utf-8") for file in files if file.is_file()]


def _doors(site: Path) -> list[str]:
    """What scripts put into pages: the doors of figures, written beside their addresses."""
    files = sorted(site.glob("f/*.json"))
    return [json.loads(file.read_text(encoding="utf-8"))["html"] for file in files]


def _targets(pattern: re.Pattern[str], text: str, page: Path) -> tuple[str, ...]:
    """The paths below the site's root that a page names so; as typed where they lead elsewhere."""
    return tuple(_below_root(match["href"], page) for match in pattern.finditer(text))


def _below_root(href: str, page: Path) -> str:
    if ":" in href or href.startswith("//"):
        return href
    if href.startswith("/"):
        return href.lstrip("/")
    return normpath(str(PurePosixPath(page.as_posix()).parent / href))


def _with_style(text: str, style: str) -> str:
    """The page with one element of style where its first sheet was linked."""
    first = True

    def stand_in(_: re.Match[str]) -> str:
        nonlocal first
        shown, first = (f"<style>{style}</style>\n" if first else ""), False
        return shown

    return _LINK.sub(stand_in, text)


class _NameCollector(HTMLParser):
    """Collects the names that selectors can ask for."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.elements: set[str] = set()
        self.values: set[str] = set()

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002 - the name is inherited
        """Nobody asks for the line, which takes time to count."""
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        for name, value in attrs:
            if name in {"class", "id"}:
                self.names.update((value or "").split())
            self.values.add(value or "")


def _names(pages: Iterable[str], words: frozenset[str]) -> Names:
    """What occurs in pages, and what their scripts could add."""
    seen = _NameCollector()
    for text in pages:
        seen.feed(text)
    return Names(
        names=frozenset(seen.names | words),
        elements=frozenset(seen.elements | words),
        values=frozenset(seen.values | words),
    )


def _words(scripts: Iterable[str]) -> frozenset[str]:
    """Names in scripts: those of several parts wherever they stand, others alone in quotes."""
    words: set[str] = set()
    for script in scripts:
        words.update(_COMPOUND.findall(script))
        for literal in _LITERAL.findall(script):
            words.update(literal.split())
    return frozenset(words)
