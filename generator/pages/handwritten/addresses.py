"""Links and images of hand-written prose: none runs code, none leads nowhere.

In: prose with its calls blanked out. Out: findings by offset. Only this site's own pages and files,
and public https addresses, can be linked; only own files can be shown.
"""

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote, urlsplit

from generator.model import Finding, Offset
from generator.pages.handwritten.anchors import Anchors
from generator.reading import RefusedError, parse_address
from generator.text import find_nearest, shown

LINK = re.compile(r"(?<!\\)\[[^\[\]\n]{0,500}\]\(\s*<?(?P<target>[^)\s>]*)")
_REFERENCE = re.compile(r"\[[^\[\]]{1,500}\]:[ \t\n]*(?=\S)")
_IMAGE = re.compile(r"!\[(?:[^\]\n]{0,500}\]\(\s*<?(?P<inline>[^)\s>]*))?")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def check_addresses(text: str, page: str, anchors: Anchors) -> Iterator[Finding]:
    """Every address that may not stand where it does.

    Args:
        text: the page, offsets untouched.
        page: its path below docs/; links are relative to it.
        anchors: all pages and files of the tree that can be linked, and the places in them.
    """
    for match in LINK.finditer(text):
        target = unescape(match["target"])
        reason = why_refused(target)
        hint = "link to a page as share.md or sources/index.md, or to a public https address"
        if reason is None and not SCHEME.match(target):
            reason, hint = _missing(target, page, anchors) or (None, "")
        if reason:
            yield Finding("bad-url", Offset(match.start("target")), "", reason, hint)
    for match in _REFERENCE.finditer(text):
        hint = "write the address where the link stands: [words](share.md)"
        message = "an address apart from its link"
        yield Finding("bad-url", Offset(match.start()), "", message, hint)
    yield from _images(text)


def _missing(target: str, page: str, anchors: Anchors) -> tuple[str, str] | None:
    """What is wrong with a link to a page or anchor that does not exist, and what to do."""
    path = _resolved(target, page)
    if path not in anchors:
        near = find_nearest(path, anchors)
        hint = "link to a page as share.md or sources/index.md, or to a public https address"
        said = f"no page or file is called {shown(target)}"
        return said, f"did you mean {near}?" if near else hint
    places, anchor = anchors[path], unquote(urlsplit(target).fragment)
    if places is None or not anchor or anchor in places:
        return None
    near = find_nearest(anchor, places)
    hint = f"remove #{shown(anchor)}, or name a heading of that page in lower case, with hyphens"
    said = f"{path} has no heading {shown(anchor)}"
    return said, f"did you mean #{near}?" if near else hint


def _images(text: str) -> Iterator[Finding]:
    for match in _IMAGE.finditer(text):
        if match["inline"] is None or SCHEME.match(unescape(match["inline"])):
            message = "an image that is no file of this site"
            hint = "put the image into docs/ and write ![what it shows](name.svg)"
            yield Finding("bad-url", Offset(match.start()), "", message, hint)


def why_refused(target: str) -> str | None:
    """Why an address may not be linked at all; None when it may."""
    if any(not c.isprintable() for c in target) or "\\" in target:
        return "an address with characters that do not belong in one"
    try:
        urlsplit(target)
        if SCHEME.match(target):
            parse_address(target)
    except RefusedError as refused:
        return f"an address that {refused.finding.message}"
    except ValueError:
        return "this is no address"
    if target.startswith("/"):
        return "an absolute path; the site may stand under any prefix"
    return None


def _resolved(target: str, page: str) -> str:
    """The path that a relative link means: the page's own for a place on the same page."""
    path = unquote(urlsplit(target).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
