"""Which line breaks end a paragraph, where no empty line says so: beside headings and list items.

In: a text as delivered. Out: where such breaks stand. A text that is wrapped at a width has filled
its lines: a break after a line that had room for the next word was set on purpose.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

_BREAK = re.compile(r"\r\n?|\n")
_ITEM = re.compile(r"[-*\u2022\u2023\u2013\u2014\u25aa\u25e6]\s+[\"\u201c\u201e]?(\w)")
"""The mark of a list item, or a dash that came to stand at the front of a line."""
_CLOSED = (".", "!", "?", ":", ";")
_FILLED = 0.6
"""Lines that somebody broke by hand are uneven; a heading is much shorter than its text."""
_Line = tuple[int, str]


def paragraph_ends(text: str) -> frozenset[int]:
    """The offsets of single line breaks that end a sentence, with or without a full stop."""
    if not _BREAK.search(text.strip()):
        return frozenset()
    return frozenset(
        end
        for block in _blocks(text)
        if len(block) > 1
        for width in [max(len(line) for _, line in block)]
        for (end, line), (_, following) in pairwise(block)
        if _is_end(line, following, width)
    )


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Lines without an empty one between them, each with the offset of the break behind it."""
    block: list[_Line] = []
    position = 0
    for mark in [*_BREAK.finditer(text), None]:
        stop = mark.start() if mark else len(text)
        line = text[position:stop].strip()
        if line:
            block.append((stop, line))
        elif block:
            yield block
            block = []
        position = mark.end() if mark else stop
    if block:
        yield block


def _is_end(line: str, following: str, width: int) -> bool:
    """Whether the break between two lines of a block was set on purpose."""
    room = width - len(line) - 1 - len(following.split(maxsplit=1)[0])
    if item := _ITEM.match(following):
        is_new = not item[1].islower() or line.endswith(_CLOSED)
        return bool(_ITEM.match(line)) or (is_new and room >= 0)
    return room >= width * (1 - _FILLED) and not following[0].islower()
