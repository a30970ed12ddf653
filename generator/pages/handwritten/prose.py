"""What hand-written prose may not hold: HTML, addresses that act, and numbers without a sentence.

In: a page taken apart, as it was typed. Out: findings by offset: each where its editor finds it.
What the text becomes is for `rendered.py`. Nothing is repaired and nothing is raised.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from generator.model import Exemption, Finding, Offset
from generator.pages.handwritten.addresses import LINK, Anchors, check_addresses
from generator.pages.handwritten.documents import ReadDocument
from generator.text import NUMBER, find_numbers, find_signs

_HTML = re.compile(
    r"<!--.{0,5000}?-->"
    r"|<(?P<silent>script|style)\b.{0,5000}?</(?P=silent)\s*>"
    # A tag may go on in the next line, but not in the next paragraph.
    r"|<(?P<closes>/?)(?P<name>[A-Za-z][\w.-]*)(?:[^<>\n]|\n(?![ \t]*\n))*>"
    r"|<(?=[A-Za-z/!?])",
    re.DOTALL | re.IGNORECASE,
)
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^\n]{0,500}?(?<!`)\1(?!`)")
_ENTITY = re.compile(r"&#?\w+;")


def check_prose(
    page: ReadDocument, exemptions: Sequence[Exemption], anchors: Anchors
) -> Iterator[Finding]:
    """Every rule that prose breaks, each where it does; `anchors` are what it may link to."""
    text = page.document.text
    calls = [(call.start, call.end) for call in page.calls]
    blanked = _blank(text, [*calls, *page.broken])
    tags = list(_HTML.finditer(_blank(blanked, [m.span() for m in _CODE.finditer(blanked)])))
    yield from _elements(tags)
    yield from check_addresses(blanked, page.document.path, anchors)
    links = [match.span("target") for match in LINK.finditer(blanked)]
    prose = _blank(blanked, [*links, *(tag.span() for tag in tags)])
    for exemption in exemptions:
        prose = _blank(prose, [m.span() for m in re.finditer(exemption.pattern, prose)])
    yield from _numbers(prose)


def _elements(tags: Sequence[re.Match[str]]) -> Iterator[Finding]:
    """One finding an element: its closing tag is none of its own."""
    opened: list[str] = []
    for tag in tags:
        name = (tag["name"] or "").lower()
        if tag["closes"] and name in opened:
            opened.remove(name)
            continue
        if name and not tag["closes"]:
            opened.append(name)
        hint = "write it in Markdown; the character itself is written &lt;"
        yield Finding("raw-html", Offset(tag.start()), "", "HTML in a hand-written page", hint)


def _blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The same text with spaces for what stands in `spans`; offsets stay true."""
    pieces, at = [], 0
    for start, end in sorted(spans):
        pieces += [text[at:start], " " * (end - max(start, at))]
        at = max(at, end)
    return "".join([*pieces, text[at:]])


def _numbers(prose: str) -> Iterator[Finding]:
    for match in NUMBER.finditer(_ENTITY.sub(lambda m: "\0" * len(m[0]), prose)):
        yield unproven(match.start(), match[0].rstrip(".,:-/"))
    for match in _ENTITY.finditer(prose):
        if any(find_numbers(unescape(match[0]))):
            yield unproven(match.start(), match[0])
    for index, sign in find_signs(prose):
        yield unproven(index, sign)


def unproven(offset: int, number: str) -> Finding:
    """A number of a hand-written page that no call printed."""
    message = f"{number} stands in prose without a sentence that proves it"
    hint = (
        'write {{ figure("…") }} with the id of the fact, {{ period("…") }} for its time; for the'
        " number of a name, as Pier 3, add"
        ' under exempt_numbers: in seeds/briefing.yaml: - {pattern: "Pier [0-9]", reason: "…"}'
    )
    return Finding("unproven-number", Offset(offset), "", message, hint)
