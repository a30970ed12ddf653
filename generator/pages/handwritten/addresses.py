"""Links and images of hand-written prose, and the places within pages that a link can name.

In: prose with its calls blanked out; pages and seeds. Out: findings by offset; for each page its
anchors, as the engine will make them. None runs code, none leads nowhere: only this site's own
pages and files, and public https addresses, can be linked; only own files can be shown. Never
fewer anchors than there are: if a heading cannot be predicted, every anchor of its page is
accepted.
"""

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from urllib.parse import unquote, urlsplit

from markdown import Markdown
from markdown.extensions.toc import slugify, unique

from generator.model import SECTIONS, Finding, Offset, Seeds
from generator.pages.handwritten.documents import ReadDocument
from generator.pages.links import known_folder
from generator.reading import RefusedError, parse_address
from generator.text import did_you_mean, find_nearest, shown
from generator.wording import languages, load_messages

LINK = re.compile(r"(?<!\\)\[[^\[\]\n]{0,500}\]\(\s*<?(?P<target>[^)\s>]*)")
_REFERENCE = re.compile(r"\[[^\[\]]{1,500}\]:[ \t\n]*(?=\S)")
_IMAGE = re.compile(r"!\[(?:[^\]\n]{0,500}\]\(\s*<?(?P<inline>[^)\s>]*))?")
_LEDGER = SECTIONS["facts"].path
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_FENCE = re.compile(
    r"^ {0,3}(?P<fence>```+|~~~+)[^\n]*\n.*?(?:^ {0,3}(?P=fence)|\Z)", re.MULTILINE | re.DOTALL
)
_HEADING = re.compile(
    r"^ {0,3}#{1,6}[ \t]*(?P<marked>[^\n]+?)[ \t]*#*$|^(?P<ruled>[^\n]+)\n(?:=+|-+)[ \t]*$",
    re.MULTILINE,
)

Anchors = Mapping[str, Collection[str] | None]
"""By path of a page or file what stands after # in a link to it; None where that is unknown."""


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
    path = resolved(target, page)
    if path not in anchors:
        if "" in anchors and path.endswith(".md"):
            return None  # a page whose file has no plain name may be the one
        near = find_nearest(path, anchors)
        hint = "link to a page as share.md or sources/index.md, or to a public https address"
        if target.startswith("www."):
            hint = f"write https://{shown(target)}"
        elif not path.endswith((".md", "/")) and "." in path.rpartition("/")[2]:
            hint = f"put the file into docs/ as {shown(path)}, or correct its name"
        said = f"no page or file is called {shown(target)}"
        return said, f"did you mean {near}?" if near else hint
    places, anchor = anchors[path], unquote(urlsplit(target).fragment)
    if places is None or not anchor or anchor in places:
        return None
    hint = f"remove #{shown(anchor)}, or name a heading of that page in lower case, with hyphens"
    said = f"{path} has no heading {shown(anchor)}"
    return said, did_you_mean(anchor, places, "#{}") or hint


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


def led_on(text: str, page: str, places: Mapping[str, str]) -> str:
    """Prose whose links to places of `facts/` lead to the page on which these stand now.

    `places` are those of `ledger_places`; all else stays as typed.
    """

    def lead(link: re.Match[str]) -> str:
        target = unescape(link["target"])
        anchor = unquote(urlsplit(target).fragment)
        is_ours = not SCHEME.match(target) and resolved(target, page) == _LEDGER
        if not is_ours or anchor not in places:
            return link[0]
        path = posixpath.relpath(f"{places[anchor]}index.md", posixpath.dirname(page) or ".")
        return f"{link[0].removesuffix(link['target'])}{path}#{anchor}"

    return LINK.sub(lead, text)


def resolved(target: str, page: str) -> str:
    """The path that a relative link means: the page's own for a place on the same page."""
    path = unquote(urlsplit(target).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page


class _Places(Collection[str]):
    """Places of one page, and those that all pages of its kind may have, which are many."""

    def __init__(self, own: frozenset[str], shared: frozenset[str]) -> None:
        self._own, self._shared = own, shared

    def __contains__(self, name: object) -> bool:
        return name in self._own or name in self._shared

    def __iter__(self) -> Iterator[str]:
        return iter(self._own | self._shared)

    def __len__(self) -> int:
        return len(self._own | self._shared)


def document_anchors(pages: Iterable[ReadDocument]) -> Anchors:
    """The headings of hand-written pages, by path."""
    return {page.document.path: _headings(page.document.text[page.body_start :]) for page in pages}


def generated_anchors(seeds: Seeds) -> Anchors:
    """Figures on their page, sentences on the pages of articles, and the headings of all."""
    lang = seeds.briefing.languages[0] if seeds.briefing else ""
    messages = load_messages(lang) if lang in languages() else {}
    headings = {slugify(text, "-") for text in messages.values()}
    ids = seeds.known["fact"].ids
    facts = {*ids, *(f"fact--{name}" for name in ids)}
    facts |= {f"indicator--{name}" for name in seeds.indicators}
    on_index = {
        "headings": frozenset(headings),
        "figures": frozenset(headings | facts | {"facts--withdrawn"}),
        "unknown": None,
    }
    anchors: dict[str, Collection[str] | None] = {
        row.path: on_index[row.anchors] for row in SECTIONS.values() if row.title
    }
    beside = (path for row in SECTIONS.values() for path in row.paths[1:])
    anchors |= dict.fromkeys(beside)
    for article in seeds.articles.values():
        anchors[f"{known_folder(article.date_published)}/index.md"] = None
    # Which fact quotes which article may still be wrong in the seeds, with its own finding.
    shared = frozenset(headings | ids)
    for identifier in seeds.known["article"].ids:
        named = seeds.articles.get(identifier)
        titles = named.title.values() if named else ()
        own = frozenset(slugify(title, "-") for title in titles)
        anchors[f"sources/{identifier}.md"] = _Places(own, shared)
    return anchors


@lru_cache(maxsize=256)
def _headings(body: str) -> frozenset[str] | None:
    found_in = _HEADING.finditer(_FENCE.sub("", body))
    typed = [match["marked"] or match["ruled"] for match in found_in]
    if any("{" in heading for heading in typed):
        return None  # a call in a heading: its words are not known before the page is composed
    markdown = Markdown(extensions=["toc"])
    found: set[str] = set()
    for heading in typed:
        markdown.reset().convert(f"# {heading}")
        for token in getattr(markdown, "toc_tokens", ()):
            unique(token["id"], found)
    return frozenset(found)
