"""A page of MkDocs as JSON has it, so that one process can render it and another one show it.

In: a page that MkDocs has read. Out: what others need to know of it, and what it became; or a page
that is as if it had been read here. With `page_by_page.py` these are the files that know MkDocs.
"""

import contextlib
import json
import logging
from collections.abc import Iterator
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc


def as_plain(page: Page) -> list[Any] | None:
    """What others need to know of a page, as JSON has it; None where JSON cannot hold it."""
    links = page.links_to_anchors or {}
    plain = [
        page.title,
        dict(page.meta),
        sorted(page.present_anchor_ids or ()),
        {file.src_uri: found for file, found in links.items()},
    ]
    try:
        return plain if json.loads(json.dumps(plain)) == plain else None
    except (TypeError, ValueError):
        return None


def take_plain(page: Page, plain: list[Any], files: Files) -> None:
    """Makes others know of the page what `as_plain` said."""
    title, page.meta, anchors, links = plain
    if title is not None:
        page.title = title
    page.present_anchor_ids = {*anchors}
    there = {file: found for uri, found in links.items() if (file := files.src_uris.get(uri))}
    page.links_to_anchors = there


def as_rendered(page: Page) -> list[Any] | None:
    """Also what its Markdown became; None where JSON cannot hold the page."""
    plain = as_plain(page)
    return plain and [plain, page.content, [_token(one) for one in page.toc]]


def take_rendered(page: Page, rendered: list[Any], files: Files) -> None:
    """Makes the page as if it had been rendered here."""
    plain, page.content, tokens = rendered
    take_plain(page, plain, files)
    page.toc = get_toc(tokens)


def _token(link: AnchorLink) -> dict[str, Any]:
    children = [_token(one) for one in link.children]
    return {"name": link.title, "id": link.id, "level": link.level, "children": children}


@contextlib.contextmanager
def hearing() -> Iterator[list[str]]:
    """What MkDocs warns of: a process that is not listened to must leave such a page to another."""
    heard: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    logger, ear = logging.getLogger("mkdocs"), Ear(logging.WARNING)
    logger.addHandler(ear)
    try:
        yield heard
    finally:
        logger.removeHandler(ear)
