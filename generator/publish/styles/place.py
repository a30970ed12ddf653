"""The style of a built site: one sheet that all pages share, and in each what it shows first.

In: a folder of HTML as an engine left it. Out: the same folder. The sheets that its pages link are
one, without the rules of the theme that no page can need, linked where nothing waits for it; the
first screen of a page has its style within the page. Knows no engine.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from functools import cache as once
from functools import partial
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from generator.kept import Cache, digest, recall
from generator.model import PLOTLY
from generator.publish.styles.first_screen import FirstScreens
from generator.publish.styles.joined import Joined, Sheets, groups_of, join_sheets
from generator.publish.styles.rules import words_asked_by
from generator.publish.styles.words import Vocabulary
from generator.publish.walk import files_below

Kept = MutableMapping[str, Any]
_LINK = re.compile(r'<link rel="stylesheet" href="(?P<href>[^"?#]+)">\n?')
_SCRIPT = re.compile(r'<script src="(?P<href>[^"?#]+)"')
THEME_SCRIPTS = "assets/javascripts/"
_STAYS = re.compile(r"@(?:import|namespace)\b", re.IGNORECASE)
"""What holds only at the head of a sheet."""


class _Page(NamedTuple):
    file: Path
    text: str
    key: str
    linked: Sheets
    scripts: Sheets
    root: str
    """By which it names the site's root."""


def place_styles(site: Path, cache: Cache | None = None, address: str = "") -> dict[str, str]:
    """By page, the style put into it: what it shows first. Sheets that pages link are joined.

    A page keeps its links when it has one sheet, as those that stand alone have, or one that is no
    part of the site or must begin its file.

    Args:
        site: the folder.
        cache: what was found in the same pages and sheets before.
        address: where the site is published.
    """
    kept: Kept = (cache or Cache()).of("style")
    pages = _read_pages(site, f"{urlsplit(address).path.rstrip('/')}/")
    sheets = _sheets(site, {name for page in pages if len(page.linked) > 1 for name in page.linked})
    styled = [page for page in pages if len(page.linked) > 1 and sheets.keys() >= {*page.linked}]
    if not styled:
        return {}
    parts = groups_of(page.linked for page in styled)
    groups = sorted({group for one in parts.values() for group in one})
    vocabulary = _vocabulary(sheets, kept)
    bits = _occurring(site, pages, vocabulary, kept)
    key = digest("joined", groups, sorted(sheets.items()), bits)
    joined: Sequence[Joined] = recall(
        kept, key, lambda: join_sheets(groups, sheets, vocabulary.told_by(bits))
    )
    _write_sheets(site, joined)
    by_group = dict(zip(groups, joined, strict=True))
    placed = dict[str, str]()

    @once
    def screens(linked: Sheets) -> FirstScreens:
        return FirstScreens(rule for group in parts[linked] for rule in by_group[group][2])

    for page in styled:
        style = _first_style(page, key, screens, kept)
        placed[page.file.relative_to(site).as_posix()] = style
        names = [by_group[group][0] for group in parts[page.linked]]
        page.file.write_text(_placed(page, style, names), encoding="utf-8", newline="\n")
    return placed


def _write_sheets(site: Path, joined: Iterable[Joined]) -> None:
    for name, css, _ in joined:
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(css, encoding="utf-8", newline="\n")


def _read_pages(site: Path, base: str) -> list[_Page]:
    return [_read_page(site, file, base) for file in files_below(site, ".html")]


def _read_page(site: Path, file: Path, base: str) -> _Page:
    text, path = file.read_text(encoding="utf-8"), file.relative_to(site).as_posix()
    hrefs = [match["href"] for match in _LINK.finditer(text)]
    linked = tuple(_below_root(href, path, base) for href in hrefs)
    scripts = tuple(_below_root(match["href"], path, base) for match in _SCRIPT.finditer(text))
    root = base if hrefs and hrefs[0].startswith("/") else "../" * path.count("/")
    return _Page(file, text, digest(text), linked, scripts, root)


def _below_root(href: str, page: str, base: str) -> str:
    """The path below the site's root that a page names so; as typed where it leads elsewhere."""
    if ":" in href or href.startswith("//"):
        return href
    if href.startswith("/"):
        return href.removeprefix(base)
    return normpath(str(PurePosixPath(page).parent / href))


def _sheets(site: Path, names: Iterable[str]) -> dict[str, str]:
    """The sheets that can be joined."""
    files = {name: site / name for name in sorted(names) if ":" not in name and name[0] != "/"}
    texts = {
        name: file.read_text(encoding="utf-8") for name, file in files.items() if file.is_file()
    }
    return {name: css for name, css in texts.items() if not _STAYS.search(css)}


def _vocabulary(sheets: Mapping[str, str], kept: Kept) -> Vocabulary:
    def asked(css: str) -> list[str]:
        return recall(kept, digest("asked", css), lambda: sorted(words_asked_by(css)))

    return Vocabulary(word for css in sheets.values() for word in asked(css))


def _occurring(site: Path, pages: Sequence[_Page], vocabulary: Vocabulary, kept: Kept) -> int:
    """What occurs in pages and doors, and what scripts could add."""

    def bits(kind: str, read: Callable[[str], int], text: str, text_key: str) -> int:
        key = digest(vocabulary.key, kind, text_key)
        return int(recall(kept, key, lambda: f"{read(text):x}"), 16)

    def in_door(text: str) -> int:
        return vocabulary.in_page(json.loads(text)["html"])

    found = 0
    for page in pages:
        found |= bits("page", vocabulary.in_page, page.text, page.key)
    # What scripts put into pages: the doors of figures, written beside their addresses.
    for file in files_below(site / "f", ".json"):
        text = file.read_text(encoding="utf-8")
        found |= bits("door", in_door, text, digest(text))
    # The library that draws brings its own style.
    for name in sorted({name for page in pages for name in page.scripts if PLOTLY not in name}):
        if (site / name).is_file():
            text = (site / name).read_text(encoding="utf-8")
            read = partial(vocabulary.in_script, is_theme=name.startswith(THEME_SCRIPTS))
            found |= bits("script", read, text, digest(name, text))
    return found


def _first_style(
    page: _Page, key: str, screens: Callable[[Sheets], FirstScreens], kept: Kept
) -> str:
    """The style of a page's first screen; pages that begin alike have one, which is kept once."""

    def make() -> str:
        style = screens(page.linked).style_of(page.text)
        style_key = digest("style", style)
        kept[style_key] = style
        return style_key

    return str(kept.get(recall(kept, digest(key, page.key), make)))


def _placed(page: _Page, style: str, names: Sequence[str]) -> str:
    """The page with one element of style where its first sheet was linked, its sheets at the end.

    Without such a style they stand there, so that nothing is shown before them.
    """
    links = "".join(f'<link rel="stylesheet" href="{page.root}{name}">\n' for name in names)
    first, *more = _LINK.split(page.text)[::2]
    head = f"<style>{style}</style>\n" if style else links
    text = "".join((first, head, *(part.lstrip() for part in more)))
    if not style:
        return text
    body, end, rest = text.rpartition("</body>")
    return f"{body}{links}{end}{rest}" if end else f"{text}{links}"
