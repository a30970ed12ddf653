"""The whole briefing as one tagged PDF, printed by the browser that draws the charts.

In: the finished pages of a site on disk, and the order of its menu. Out: the PDF's bytes. The
browser gets one HTML document that holds all it shows; its policy lets no script run and nothing be
fetched.
"""

import re
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from generator.model import DOCUMENT_STYLE
from generator.pages import Chapter, Site, compose_front, newest_day, page_address, title_of
from generator.publish.pdf.chapter import LinkTargets, chapter_of
from generator.publish.pdf.contents import printed_pages
from generator.publish.pdf.objects import page_numbers, with_counted_nodes, with_date
from generator.publish.pictures.browser import NO_BROWSER, print_with_browser
from generator.publish.styles.assets import load_asset
from generator.reading import UsageError

_STYLES = re.compile(r'<link rel="stylesheet" href="(?P<href>[^"]+)"')
_DIRECTION = re.compile(r'<body dir="(?P<dir>ltr|rtl)"')
_PROOF = re.compile(r'<details class="fact" data-figure="([a-z0-9-]+)"')
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


@dataclass(frozen=True, slots=True)
class Look:
    """What pages of the site have in common."""

    css: str
    direction: str


def make_pdf(folder: Path, nav: object, site: Site) -> bytes:
    """The PDF of the site that is built in `folder`, in the order of the menu of mkdocs.yml.

    Raises:
        UsageError: there is no browser, or it did not print.
    """
    pages = list(printed_pages(nav, site))
    targets = LinkTargets(
        anchors={
            page_address(path): f"chapter-{number}" for number, (path, _) in enumerate(pages, 1)
        },
        places=site.places,
        address=site.address,
        load=lambda path: _file(folder, path),
        notes=_notes(_html(folder, path) for path, _ in pages),
    )
    chapters = [
        chapter_of(_html(folder, path), page_address(path), level, targets) for path, level in pages
    ]
    look = look_of(_html(folder, "index.md"), targets.load)

    def printed(numbers: Mapping[str, int]) -> bytes:
        front = compose_front(site, chapters, numbers)
        return _printed(whole_document(front, chapters, look, site))

    # Twice: the contents name the pages on which the first printing put the chapters.
    pdf = printed(page_numbers(printed({})))
    return with_date(with_counted_nodes(pdf), newest_day(site))


def _notes(pages: Iterable[str]) -> Mapping[str, int]:
    """By figure its number, as the style sheet counts the proofs of all pages."""
    figures = (figure for html in pages for figure in _PROOF.findall(html))
    return {figure: number for number, figure in enumerate(figures, 1)}


def _html(folder: Path, path: str) -> str:
    return (folder / page_address(path) / "index.html").read_text(encoding="utf-8")


def _file(folder: Path, path: str) -> bytes | None:
    """A file of the site, and of nothing beside it."""
    file = (folder / path).resolve()
    is_inside = file.is_relative_to(folder.resolve()) and file.is_file()
    return file.read_bytes() if is_inside else None


def _printed(document: str) -> bytes:
    """The document on paper.

    Raises:
        UsageError: there is no browser, or it did not print.
    """
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        file = Path(folder) / "briefing.html"
        file.write_text(document, encoding="utf-8", newline="\n")
        done = print_with_browser(file)
    if 0 not in done.contents:
        hint = "build without --pdf, or try again"
        if done.trouble == NO_BROWSER:
            hint = "install Chromium, name one with BROWSER_PATH, or build without --pdf"
        raise UsageError(f"the PDF cannot be made: {done.trouble}", hint)
    return done.contents[0]


def look_of(home: str, load: Callable[[str], bytes | None]) -> Look:
    """The look of the site whose first page this is: its style sheets, and which way it is read."""
    sheets = [load(href) for href in _STYLES.findall(home)]
    css = b"\n".join([*filter(None, sheets), load_asset(DOCUMENT_STYLE)]).decode()
    direction = _DIRECTION.search(home)
    # A style sheet ends at the end tag of its element, even within a string.
    return Look(css.replace("</", r"<\/"), direction["dir"] if direction else "ltr")


def whole_document(front: str, chapters: Iterable[Chapter], look: Look, site: Site) -> str:
    """All of it as one HTML document."""
    chapters = [*chapters]
    heads = _running_heads(title_of(site), chapters)
    body = "\n".join(
        f'<section class="print-chapter print-level-{one.level}" id="{one.anchor}">'
        f"{one.markup}</section>"
        for one in chapters
    )
    return (
        f'<!doctype html>\n<html lang="{escape(site.wording.lang)}" class="no-js"><head>'
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>{escape(title_of(site))}</title><style>{look.css}{heads}</style></head>"
        f'<body dir="{look.direction}" data-md-color-scheme="default">'
        f'<main class="md-typeset">{front}{body}</main></body></html>\n'
    )


def _running_heads(title: str, chapters: Iterable[Chapter]) -> str:
    """Rules by which each page names the briefing and the chapter that it belongs to."""
    rules, name = [], ""
    for one in chapters:
        if one.level == 1 or not name:
            name = one.anchor
            rules.append(
                f"@page {name}{{@top-left{{content:{_in_css(title)}}}"
                f"@top-right{{content:{_in_css(one.title)}}}}}"
            )
        rules.append(f"#{one.anchor}{{page:{name}}}")
    return "\n".join(rules)


def _in_css(text: str) -> str:
    """A text as a string of a style sheet, in which no character means anything."""
    said = (one if one.isalnum() or one == " " else f"\\{ord(one):x} " for one in text)
    return f'"{"".join(said)}"'
