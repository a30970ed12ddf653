"""The tags of a page.

In: the text of a page. Out: its tags with their attributes, all of them or in their order.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

Attributes = Collection[tuple[str, str]]
"""Names with values."""
_UNREAD = re.compile(
    r"<!--.*?-->|(?P<head><(?P<raw>script|style)(?=[\s/>])[^>]*>).*?</(?P=raw)\s*>",
    re.DOTALL | re.IGNORECASE,
)
_WITHIN = re.compile(r"<[a-zA-Z][^<>]*+<(?:!--|script|style)", re.IGNORECASE)
"""What is passed over begins within a tag that nothing has closed."""
_BEGINS = re.compile("<[a-zA-Z]")
_TAG = re.compile(r"""<(/?[a-zA-Z][^\s/>]*+)((?:[^"'<>]++|"[^"]*+"|'[^']*+')*+)>""")
_ATTRIBUTE = re.compile(
    r"""(=?[^\s"'<>/=]++|=)(?:\s*+=++\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>=`]++)))?+"""
)


def different_tags(html: str) -> Collection[tuple[str, Attributes]]:
    """All tags by which elements begin, each once."""
    text = _readable(html)
    tags = [tag for tag in _TAG.findall(text) if tag[0][0] != "/"]
    if len(tags) == len(_BEGINS.findall(text)) and not _WITHIN.search(html):
        return {(name.lower(), _attributes(said)) for name, said in {*tags}}
    # Quotation marks or tags that nothing closes: only a slower reader knows what they are.
    collector = _Collector()
    collector.feed(html)
    return collector.tags


def tags_in_order(html: str) -> Iterator[tuple[str, Attributes]]:
    """The tags one after the other, those by which elements end with a stroke before the name."""
    for tag in _TAG.finditer(_readable(html)):
        yield tag[1].lower(), _attributes(tag[2])


def _readable(html: str) -> str:
    """The page without comments, and without what stands in scripts and styles."""
    return _UNREAD.sub(lambda match: match["head"] or "", html)


@lru_cache(maxsize=8192)
def _attributes(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name.lower(), unescape(quoted or single or bare))
        for name, quoted, single, bare in _ATTRIBUTE.findall(text)
    )


class _Collector(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[tuple[str, Attributes]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add((tag, tuple((name, value or "") for name, value in attrs)))
