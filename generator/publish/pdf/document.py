"""Chapters become one HTML document that holds all it shows, for a browser that loads nothing.

In: a page of the built site, for its look; the cover, the chapters. Out: the document's text. Its
policy lets no script run and nothing be fetched.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from generator.model import DOCUMENT_STYLE
from generator.pages import Chapter, Site, title_of
from generator.publish.styles.assets import load_asset

_STYLES = re.compile(r'<link rel="stylesheet" href="(?P<href>[^"]+)"')
_DIRECTION = re.compile(r'<body dir="(?P<dir>ltr|rtl)"')
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


@dataclass(frozen=True, slots=True)
class Look:
    """What pages of the site have in common."""

    css: str
    direction: str


def look_of(home: str, load: Callable[[str], bytes | None]) -> Look:
    """The look of the site whose first page this is: its style sheets, and which way it is read."""
    sheets = [load(href) for href in _STYLES.findall(home)]
    css = b"\n".join([*filter(None, sheets), load_asset(DOCUMENT_STYLE)]).decode()
    direction = _DIRECTION.search(home)
    # A style sheet ends where its element does, whatever it holds.
    return Look(css.replace("</", r"<\/"), direction["dir"] if direction else "ltr")


def whole_document(front: str, chapters: Iterable[Chapter], look: Look, site: Site) -> str:
    """All of it as one HTML document."""
    body = "\n".join(
        f'<section class="print-chapter print-level-{one.level}" id="{one.anchor}">'
        f"{one.markup}</section>"
        for one in chapters
    )
    return (
        f'<!doctype html>\n<html lang="{escape(site.wording.lang)}" class="no-js"><head>'
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>{escape(title_of(site))}</title><style>{look.css}</style></head>"
        f'<body dir="{look.direction}" data-md-color-scheme="default">'
        f'<main class="md-typeset">{front}{body}</main></body></html>\n'
    )
