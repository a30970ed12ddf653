"""A hand-written page as Markdown really reads it: the last look before it may be published.

In: a page in which no rule of `prose.py` found a mistake. Out: what its rendering holds all the
same and may not: elements, attributes, addresses, ids and digits. `prose.py` names the place; this
closes what a rule about the source cannot foresee. What the engine adds is for the number gate,
which trusts the attributes of our templates: here no page gets one.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from html.parser import HTMLParser

from markdown import Markdown

from generator.model import Exemption, Finding, Offset
from generator.pages.handwritten.addresses import SCHEME, why_refused
from generator.pages.handwritten.documents import ReadDocument
from generator.pages.handwritten.prose import unproven
from generator.text import find_numbers, shown

EXTENSIONS = ("admonition", "attr_list", "md_in_html", "tables", "toc")
"""Those of mkdocs.yml; a test holds the two together."""
ADMONITIONS = (
    "note", "abstract", "info", "tip", "success", "question", "warning", "failure", "danger",
    "bug", "example", "quote",
)  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ELEMENTS = frozenset(
    (
        *_HEADINGS, "p", "a", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "hr",
        "br", "img", "div", "table", "thead", "tbody", "tr", "th", "td",
    )
)  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt", "title"}}
_STAND_IN = "\ue000"
"""For a call: a letter of nobody's."""
_BESIDE = re.compile(rf"[^\W_]{_STAND_IN}|{_STAND_IN}(?:[^\W_]|{_STAND_IN})")


def check_rendered(
    page: ReadDocument, exemptions: Sequence[Exemption], taken_ids: Collection[str]
) -> Iterator[Finding]:
    """What the rendered page holds that it may not, each where its words first stand.

    Args:
        page: calls and front matter taken apart, no mistake found so far.
        exemptions: patterns of numbers that may pass.
        taken_ids: ids of parts that the page's calls put on it; no heading may take one.
    """
    source = _with_stand_ins(page)
    seen = _Seen(taken_ids)
    try:
        seen.feed(Markdown(extensions=[*EXTENSIONS]).convert(source[page.body_start :]))
    except RecursionError:
        yield _mistake(
            "bad-text", page.body_start, "the page is nested too deep", "use fewer levels"
        )
        return
    for code, words, message, hint in seen.faults:
        yield _mistake(code, _offset(words, page), message, hint)
    text = "".join(seen.text)
    if beside := _BESIDE.search(text):
        message = "a call stands right beside a letter, a digit or another call"
        around = text[max(0, beside.start() - 1) : beside.end()].strip(_STAND_IN)
        offset = _offset(around, page) if around else page.calls[0].start
        yield _mistake("bad-call", offset, message, "put a space between them")
    for exemption in exemptions:
        text = re.sub(exemption.pattern, " ", text)
    for number in find_numbers(text):
        yield unproven(_offset(number, page), shown(number))


def _with_stand_ins(page: ReadDocument) -> str:
    """The page with one stand-in a call."""
    text = page.document.text
    for call in reversed(page.calls):
        text = text[: call.start] + _STAND_IN + text[call.end :]
    return text


def _offset(words: str, page: ReadDocument) -> int:
    """Where words of the rendering first stand in the source; its beginning when they do not."""
    found = page.document.text.find(words, page.body_start) if words else -1
    return found if found >= 0 else page.body_start


def _mistake(code: str, offset: int, message: str, hint: str) -> Finding:
    return Finding(code, Offset(offset), "", message, hint)


class _Seen(HTMLParser):
    """Collects the text of a rendering, and what in its markup is not a page's own."""

    def __init__(self, taken_ids: Collection[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.faults: list[tuple[str, str, str, str]] = []
        self._taken = taken_ids

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        self._html(data)

    def handle_decl(self, decl: str) -> None:
        self._html(decl)

    def handle_pi(self, data: str) -> None:
        self._html(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _ELEMENTS:
            self._html(f"<{tag}")
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name in {"alt", "title"}:
            self.text.append(f" {value} ")
        elif name in {"href", "src"} and name in _ATTRIBUTES.get(tag, ()):
            # An image is a file of this site.
            if why_refused(value) or (tag == "img" and SCHEME.match(value)):
                message = f"an address that a page may not have: {shown(value)}"
                hint = "link to a page of this site, or to a public https address"
                self.faults.append(("bad-url", value, message, hint))
        elif name == "class":
            for word in set(value.split()) - {"admonition", "admonition-title", *ADMONITIONS}:
                message = f"{shown(word)} is no kind of box"
                self.faults.append(("raw-html", word, message, f"use {', '.join(ADMONITIONS)}"))
        elif name == "id" and tag in _HEADINGS:
            if value.startswith("_") or value in self._taken:
                message = f"the heading takes #{shown(value)}, which a part of the page has"
                words = value.strip("_")
                self.faults.append(("reserved-path", words, message, "word it differently"))
        elif not (name == "style" and value.startswith("text-align: ") and tag in {"th", "td"}):
            self._html(name)

    def _html(self, words: str) -> None:
        hint = "write it in Markdown; the character itself is written &lt;"
        self.faults.append(("raw-html", words, "HTML in a hand-written page", hint))
