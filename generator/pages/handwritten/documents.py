"""Hand-written pages: front matter, prose and calls.

In: a Document as typed. Out: its parts with offsets, so that findings can name line and column.
The prose itself is trusted no further than `prose.py` has checked it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.model import Document, Place
from generator.pages.handwritten.calls import Call, Mistake, read_calls

_FRONT = re.compile(r"\A---\n(?P<fields>.*?)^---\n", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"(?P<key>title|description): *(?P<value>\S.*)")


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadDocument:
    """A hand-written page, taken apart."""

    document: Document
    fields: Mapping[str, str]
    """`title` and `description`."""
    body_start: int
    """Offset of the Markdown below the front matter."""
    calls: tuple[Call, ...]
    broken: tuple[tuple[int, int], ...]
    """Start and end of what was meant as a call and is none."""
    mistakes: tuple[Mistake, ...]

    def place(self, offset: int) -> Place:
        """The line and column of an offset of the document."""
        return place_in(self.document, offset)


def place_in(document: Document, offset: int) -> Place:
    """The line and column of an offset of a hand-written page."""
    before = document.text[:offset]
    line_start = before.rfind("\n") + 1
    return Place(f"docs/{document.path}", before.count("\n") + 1, offset - line_start + 1)


@lru_cache(maxsize=256)
def read_document(document: Document) -> ReadDocument:
    """Front matter, calls and mistakes of one page; offsets count from the document's start."""
    text = document.text
    front = _FRONT.match(text)
    fields: dict[str, str] = {}
    mistakes: list[Mistake] = []
    if front is None:
        mistakes.append(_front_mistake(0, "the page has no front matter"))
    else:
        offset = front.start("fields")
        for line in front["fields"].splitlines(keepends=True):
            match = _FIELD.fullmatch(line.rstrip())
            if match:
                fields[match["key"]] = match["value"].strip("\"'")
            elif line.strip():
                mistakes.append(_front_mistake(offset, "this line is no title and no description"))
            offset += len(line)
        lacking = [key for key in ("title", "description") if key not in fields]
        if lacking and not mistakes:
            said = f"the front matter lacks a {' and a '.join(lacking)}"
            mistakes.append(_front_mistake(0, said))
    read = read_calls(text)
    return ReadDocument(
        document=document,
        fields=fields,
        body_start=front.end() if front else 0,
        calls=read.calls,
        broken=read.broken,
        mistakes=(*mistakes, *read.mistakes),
    )


def _front_mistake(offset: int, message: str) -> Mistake:
    return Mistake(
        code="bad-value",
        offset=offset,
        message=message,
        hint="begin the page with three lines between --- and ---: title: … and description: …",
    )
