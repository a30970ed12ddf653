"""Links and images of hand-written prose: no address that acts, none that leads nowhere.

In: prose with its calls blanked out. Out: mistakes by offset. Only this site's own pages and files,
and public https addresses, can be linked; only own files can be shown.
"""

import difflib
import posixpath
import re
from collections.abc import Collection, Iterator
from html import unescape
from urllib.parse import unquote, urlsplit

from generator.model import shown
from generator.pages.calls import Mistake

TARGET = re.compile(
    r"\]\(\s*<?(?P<inline>[^)\s>]*)|^ {0,3}\[[^\]\n]*\]:\s*<?(?P<reference>[^\s>]+)", re.MULTILINE
)
_IMAGE = re.compile(r"!\[(?:[^\]\n]*\]\(\s*<?(?P<inline>[^)\s>]*))?")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def check_addresses(text: str, page: str, paths: Collection[str]) -> Iterator[Mistake]:
    """Every address that may not stand where it does.

    Args:
        text: the page, offsets untouched.
        page: its path below docs/; links are relative to it.
        paths: all pages and files of the tree that can be linked.
    """
    for match in TARGET.finditer(text):
        group = match.lastgroup or 0
        target = unescape(match[group])
        reason = _refused(target)
        hint = "link to a page as share.md or sources/index.md, or to a public https address"
        if reason is None and not _SCHEME.match(target):
            path = _resolved(target, page)
            if path is not None and path not in paths:
                reason = f"no page or file is called {shown(target)}"
                near = difflib.get_close_matches(path[:100], sorted(paths), n=1)
                hint = f"did you mean {near[0]}?" if near else hint
        if reason:
            yield Mistake(code="bad-url", offset=match.start(group), message=reason, hint=hint)
    yield from _images(text)


def _images(text: str) -> Iterator[Mistake]:
    for match in _IMAGE.finditer(text):
        if match["inline"] is None or _SCHEME.match(unescape(match["inline"])):
            yield Mistake(
                code="bad-url",
                offset=match.start(),
                message="an image that is no file of this site",
                hint="put the image into docs/ and write ![what it shows](name.svg)",
            )


def _refused(target: str) -> str | None:
    """Why an address may not be linked at all; None when it may."""
    if any(not c.isprintable() for c in target) or "\\" in target:
        return "an address with characters that do not belong in one"
    try:
        parts = urlsplit(target)
    except ValueError:
        return "this is no address"
    if _SCHEME.match(target) and parts.scheme != "https":
        return "an address that is not https"
    if target.startswith("/"):
        return "an absolute path; the site may stand under any prefix"
    return None


def _resolved(target: str, page: str) -> str | None:
    """The path that a relative link means; None for a place on the same page."""
    path = unquote(urlsplit(target).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else None
