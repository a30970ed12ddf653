"""What hand-written prose may not hold: HTML, addresses that act, and numbers without a sentence.

In: a page taken apart. Out: mistakes by offset. Nothing is repaired and nothing is raised.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from html import unescape

from generator.model import Exemption
from generator.pages.addresses import TARGET, check_addresses
from generator.pages.calls import Mistake
from generator.pages.documents import ReadDocument

_HTML = re.compile(r"<(?=[A-Za-z/!?])")
_NUMBER = re.compile(r"[^\W_]*\d[\w.,:%‰°/-]*", re.UNICODE)
_ENTITY = re.compile(r"&#?\w+;")
LONGEST_LINE = 2000


def check_prose(
    page: ReadDocument, exemptions: Sequence[Exemption], paths: Collection[str]
) -> Iterator[Mistake]:
    """Every rule that prose breaks, each where it does; `paths` are what it may link to."""
    text = page.document.text
    yield from _long_lines(text)
    blanked = _blank(text, [(call.start, call.end) for call in page.calls])
    for match in _HTML.finditer(blanked):
        yield Mistake(
            code="raw-html",
            offset=match.start(),
            message="HTML in a hand-written page",
            hint="write it in Markdown, or as \\< if the character itself is meant",
        )
    yield from check_addresses(blanked, page.document.path, paths)
    targets = TARGET.finditer(blanked)
    spans = [m.span(m.lastgroup or 0) for m in targets]
    prose = _blank(blanked, spans)
    for exemption in exemptions:
        prose = _blank(prose, [m.span() for m in re.finditer(exemption.pattern, prose)])
    yield from _numbers(prose)


def _blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The same text with spaces for what stands in `spans`; offsets stay true."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _long_lines(text: str) -> Iterator[Mistake]:
    offset = 0
    for line in text.split("\n"):
        if len(line) > LONGEST_LINE:
            yield Mistake(
                code="bad-text",
                offset=offset,
                message=f"a line of {len(line)} characters",
                hint=f"break it; a line holds at most {LONGEST_LINE} characters",
            )
        offset += len(line) + 1


def _numbers(prose: str) -> Iterator[Mistake]:
    for match in _NUMBER.finditer(_ENTITY.sub(lambda m: "\0" * len(m[0]), prose)):
        yield _unproven(match.start(), match[0])
    for match in _ENTITY.finditer(prose):
        if any(c.isnumeric() for c in unescape(match[0])):
            yield _unproven(match.start(), match[0])
    for index, character in enumerate(prose):
        # Halves, superscripts and Roman numerals; numerals that are letters (一) are words.
        if character.isnumeric() and not (character.isdecimal() or character.isalpha()):
            yield _unproven(index, character)


def _unproven(offset: int, number: str) -> Mistake:
    return Mistake(
        code="unproven-number",
        offset=offset,
        message=f"{number.rstrip('.,:-/')} stands in prose without a sentence that proves it",
        hint='write {{ figure("…") }} with the id of the fact, or exempt it in seeds/briefing.yaml',
    )
