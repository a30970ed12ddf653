"""A page of the built site becomes a chapter of one document.

In: the page's HTML, and where every page of the document begins. Out: its article with ids of its
own and links that stay within the document, images as data. Addresses that only the site has lose
their link, unless the site's own address is known. Nothing is loaded from anywhere.
"""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from html.parser import HTMLParser
from mimetypes import guess_type
from urllib.parse import unquote, urljoin, urlsplit

from markupsafe import Markup

from generator.pages import Chapter
from generator.reading import UsageError

_ATTRIBUTE = re.compile(r'(?P<lead>\s)(?P<name>[A-Za-z:-]+)="(?P<value>[^"]*)"')
_LOCAL = re.compile(r"url\(#(?P<id>[^)]+)\)")
_LISTS_OF_IDS = frozenset({"aria-labelledby", "aria-describedby", "aria-controls", "for"})
_HEADING = re.compile(r"h[1-5]")
_HERE = "https://here.invalid/"
"""Stands for the site's root while addresses are resolved."""
_LAST_FOLDER = re.compile(r"(?<=/)[^/]+/$")
_FIGURE = re.compile(r'\shref="[^"]*#(?P<id>[a-z0-9-]+)"')
_PERMALINK = re.compile(r"f/(?P<id>[a-z0-9-]+)/")


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkTargets:
    """What a link of the document can lead to."""

    anchors: Mapping[str, str]
    """Of the chapters, by the page's address below the site's root."""
    places: Mapping[str, str]
    """By figure, the address of the page that it stands on."""
    address: str
    """Of the site; empty when none is given."""
    load: Callable[[str], bytes | None]
    """A file of the site, for images."""
    notes: Mapping[str, int] = field(default_factory=dict)
    """By figure the number of its note, in the order in which the document has them."""

    def target(self, href: str, page: str) -> str | None:
        """Where a link leads, seen from the document; None when nowhere."""
        try:
            parts = urlsplit(urljoin(_HERE + page, href))
        except ValueError:  # no address at all
            return None
        if not parts.geturl().startswith(_HERE):
            return href if parts.scheme in {"http", "https"} else None
        path, anchor = unquote(parts.path[1:]), unquote(parts.fragment)
        if (figure := _PERMALINK.fullmatch(path)) and figure["id"] in self.places:
            path, anchor = self.places[figure["id"]], figure["id"]
        if path in self.anchors:
            return f"#{own_id(self.anchors[path], anchor)}"
        if not self.address and (above := _LAST_FOLDER.sub("", path)) in self.anchors:
            return f"#{self.anchors[above]}"  # a page that is left out: the list that names it
        return urljoin(self.address, parts.geturl()[len(_HERE) :]) if self.address else None


def chapter_of(html: str, page: str, level: int, targets: LinkTargets) -> Chapter:
    """One page, which its headings say to be of that level.

    Raises:
        UsageError: the page has no article: the theme is not the one that we know.
    """
    cutter = _Cutter(page, level, targets)
    cutter.feed(html)
    cutter.close()
    if not cutter.kept:
        raise UsageError(
            f"the PDF cannot be made: the page /{page} has no <article>",
            "name the theme material in mkdocs.yml, or build without --pdf",
        )
    title = " ".join(unescape("".join(cutter.title)).split())
    body = Markup("".join(cutter.kept))  # noqa: S704 - of our own built page, whose text is encoded
    return Chapter(anchor=targets.anchors[page], title=title, level=level, markup=body)


def own_id(anchor: str, name: str) -> str:
    """An id that no other chapter has; without a name, the chapter's own."""
    return f"{anchor}--{name}" if name else anchor


class _Cutter(HTMLParser):
    """Keeps the article of a page."""

    def __init__(self, page: str, level: int, targets: LinkTargets) -> None:
        super().__init__(convert_charrefs=False)
        self.page, self.level, self.targets = page, level, targets
        self.kept: list[str] = []
        self.title: list[str] = []
        self._is_within = self._is_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - read as it was typed
        if tag == "article":
            self._is_within = True
            return
        if self._is_within:
            self._is_title |= tag == "h1" and not self.title
            text = _ATTRIBUTE.sub(self._rewritten, self.get_starttag_text() or "")
            self.kept.append(self._lowered(f"<{tag}", tag) + text[len(tag) + 1 :])

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._is_within = False
        if self._is_within:
            self._is_title &= tag != "h1"
            self.kept.append(self._lowered(f"</{tag}", tag) + ">")

    def handle_data(self, data: str) -> None:
        if self._is_within:
            self.kept.append(data)
            if self._is_title:
                self.title.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def _lowered(self, start: str, tag: str) -> str:
        """A heading, one step lower where its page stands below another."""
        if not _HEADING.fullmatch(tag):
            return start
        return f"{start[:-1]}{int(tag[1]) + self.level - 1}"

    def _rewritten(self, found: re.Match[str]) -> str:
        """An attribute as it is within the document."""
        name, value = found["name"], unescape(found["value"])
        anchor = self.targets.anchors[self.page]
        if name == "id":
            value = own_id(anchor, value)
        elif name in _LISTS_OF_IDS:
            value = " ".join(own_id(anchor, one) for one in value.split())
        elif name in {"href", "xlink:href"}:
            target = self.targets.target(value, self.page)
            if target is None:
                return ""
            value = target
        elif name == "data-note":
            said = _FIGURE.search(found.string)
            value = str(self.targets.notes.get(said["id"], "")) if said else ""
        elif name == "src":
            value = self._as_data(value)
        elif name in {"title", "srcset"}:
            return ""  # on paper nothing is pointed at, and no second image is chosen
        else:
            value = _LOCAL.sub(lambda local: f"url(#{own_id(anchor, local['id'])})", value)
        return f'{found["lead"]}{name}="{escape(value)}"'

    def _as_data(self, source: str) -> str:
        """An image as data; nothing when it is no file of the site."""
        address = urljoin(_HERE + self.page, source)
        path = unquote(urlsplit(address).path[1:])
        content = self.targets.load(path) if address.startswith(_HERE) else None
        kind = guess_type(path)[0] or ""
        is_shown = content is not None and kind.startswith("image/")
        return f"data:{kind};base64,{b64encode(content or b'').decode()}" if is_shown else ""
