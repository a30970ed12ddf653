"""The whole briefing as one tagged PDF, printed by the browser that draws the charts.

In: the finished pages of a site on disk, and the order of its menu. Out: the PDF's bytes. What the
browser gets is one document that holds all it shows: it loads nothing, from nowhere.
"""

import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from html import escape
from pathlib import Path

from generator.pages import Chapter, Site, compose_front
from generator.publish.browser_limits import NO_BROWSER, print_with_browser
from generator.publish.own_assets import DOCUMENT_STYLE, load_asset
from generator.publish.pdf_bytes import dated, page_numbers
from generator.publish.pdf_chapter import Places, chapter_of
from generator.reading import UsageError

LEDGER, SOURCES = "facts/index.md", "sources/index.md"
LEFT_OUT = frozenset({"data/index.md", "known/index.md", "charts/gallery.md"})
"""Downloads, figures a second time by date, and what is for editors."""
_DIRECTION = re.compile(r'<body dir="(?P<dir>ltr|rtl)"')
_STYLES = re.compile(r'<link rel="stylesheet" href="(?P<href>[^"]+)"')
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def make_pdf(folder: Path, nav: object, site: Site, address: str) -> bytes:
    """The PDF of the site that is built in `folder`.

    Args:
        folder: the finished pages.
        nav: the menu, as mkdocs.yml has it.
        site: what they were composed from.
        address: where the site stands; empty when nobody said.

    Raises:
        UsageError: there is no browser, or it did not print.
    """
    pages = list(_pages(nav, site))
    places = Places(
        anchors={url_of(path): f"chapter-{number}" for number, (path, _) in enumerate(pages, 1)},
        ledger=url_of(LEDGER),
        address=address,
        load=lambda path: _file(folder, path),
    )
    chapters = [
        chapter_of(_html(folder, path), url_of(path), level, places) for path, level in pages
    ]
    home = _html(folder, "index.md")
    css, direction = _css(folder, home), _DIRECTION.search(home)
    numbers: Mapping[str, int] = {}
    # Twice: the contents name the pages on which the first printing put the chapters.
    for _ in range(2):
        front = compose_front(site, chapters, numbers, address)
        pdf = _printed(_document(front, chapters, css, site, direction))
        numbers = page_numbers(pdf)
    newest = site.newest
    return dated(pdf, newest.end or newest.start or date(2000, 1, 1))


def url_of(path: str) -> str:
    """The address of a page below the site's root."""
    name = path.removesuffix(".md")
    return name.removesuffix("index") if name.split("/")[-1] == "index" else f"{name}/"


def nav_paths(nav: object) -> Iterator[str]:
    """The pages of a menu, in order."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, Mapping):
        yield from nav_paths([*nav.values()])
    elif isinstance(nav, Sequence):
        for part in nav:
            yield from nav_paths(part)


def _pages(nav: object, site: Site) -> Iterator[tuple[str, int]]:
    """The pages with their levels, in the menu's order; the ledger after the sources."""
    written = [document.path for document in site.seeds.documents]
    named = [path for path in nav_paths(nav) if path.endswith(".md")] or [*written, SOURCES]
    for path in dict.fromkeys(named):
        if path not in LEFT_OUT | {LEDGER}:
            yield path, 1
        if path == SOURCES:
            yield from ((f"sources/{name}.md", 2) for name in reversed(site.book.articles))
            yield LEDGER, 1
    if SOURCES not in named:
        yield LEDGER, 1


def _html(folder: Path, path: str) -> str:
    return (folder / url_of(path) / "index.html").read_text(encoding="utf-8")


def _file(folder: Path, path: str) -> bytes | None:
    """A file of the site, and of nothing beside it."""
    file = (folder / path).resolve()
    is_inside = file.is_relative_to(folder.resolve()) and file.is_file()
    return file.read_bytes() if is_inside else None


def _css(folder: Path, home: str) -> str:
    """Every style sheet of the site in its order, and that of the document."""
    hrefs = _STYLES.findall(home)
    sheets = [content.decode() for href in hrefs if (content := _file(folder, href)) is not None]
    css = "\n".join([*sheets, load_asset(DOCUMENT_STYLE).decode()])
    return css.replace("</", r"<\/")  # a style sheet ends where its element does


def _document(
    front: str, chapters: Iterable[Chapter], css: str, site: Site, body: re.Match[str] | None
) -> str:
    """All of it as one HTML document."""
    body = "\n".join(
        f'<section class="print-chapter print-level-{one.level}" id="{one.anchor}">'
        f"{one.markup}</section>"
        for one in chapters
    )
    title = site.wording.text(site.seeds.briefing.title) if site.seeds.briefing else ""
    return (
        f'<!doctype html>\n<html lang="{escape(site.wording.lang)}" class="no-js"><head>'
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>{escape(title)}</title><style>{css}</style></head>"
        f'<body dir="{body["dir"] if body else "ltr"}" data-md-color-scheme="default"><main class="md-typeset">{front}{body}</main>'
        "</body></html>\n"
    )


def _printed(document: str) -> bytes:
    """The document on paper.

    Raises:
        UsageError: there is no browser, or it did not print.
    """
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        file = Path(folder) / "briefing.html"
        file.write_text(document, encoding="utf-8")
        done = print_with_browser(file)
    if 0 not in done.contents:
        hint = "build without --pdf, or try again"
        if done.trouble == NO_BROWSER:
            hint = "install Chromium, name one with BROWSER_PATH, or build without --pdf"
        raise UsageError(f"the PDF cannot be made: {done.trouble}", hint)
    return done.contents[0]
