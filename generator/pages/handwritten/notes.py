"""Which figure of a hand-written page shows its sentence beside it: the first of each section.

In: a page taken apart, the proven book. Out: the block of Markdown that has a note, by its offsets,
with the figure that the note proves. A section in which the figure is quoted already has none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Book, Entry
from generator.pages.handwritten.calls import CALLS, Call
from generator.pages.handwritten.documents import ReadDocument

_BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
"""Lines up to the next that is blank."""
_HEADING = re.compile(r"#{1,2} ")
_NO_TEXT = re.compile(r"[#|>!]|    |\t")
"""Headings, tables, quotations, boxes and what is indented: no note stands beside these."""
_POINT = re.compile(r"[-*+] ", re.MULTILINE)
"""Where a point of a list begins."""
_SAID = frozenset({"figure", "period"})


@dataclass(frozen=True, kw_only=True, slots=True)
class NotedBlock:
    """A paragraph or point of a list, and the figure of it whose sentence is shown behind it."""

    start: int
    note_at: int
    """Where the sentence stands; what follows of a list stands behind it."""
    end: int
    entry: Entry


def find_notes(page: ReadDocument, book: Book) -> Iterator[NotedBlock]:
    """At most one block a section, in order."""
    for section in _sections(page):
        quoted = {
            name
            for call in _calls(page, section[0].start(), section[-1].end())
            if call.name == "quotation"
            for name in call.arguments
        }
        for block in section:
            found = _first(page, block, book) if not _NO_TEXT.match(block[0]) else None
            if found is not None:
                call, entry = found
                if entry.fact.id not in quoted:
                    note_at = _point_end(block, call, page)
                    yield NotedBlock(
                        start=block.start(), note_at=note_at, end=block.end(), entry=entry
                    )
                break


def _sections(page: ReadDocument) -> Iterator[list[re.Match[str]]]:
    """The blocks of the page, divided where a heading of the first or second level begins."""
    section: list[re.Match[str]] = []
    for block in _BLOCK.finditer(page.document.text, page.body_start):
        if _HEADING.match(block[0]) and section:
            yield section
            section = []
        section.append(block)
    if section:
        yield section


def _point_end(block: re.Match[str], call: Call, page: ReadDocument) -> int:
    """Where the point of a list ends in which a call stands; of any other block its end."""
    text = page.document.text
    if not _POINT.match(block[0]):
        return block.end()
    following = _POINT.search(text, call.end, block.end())
    return following.start() if following else block.end()


def _first(page: ReadDocument, block: re.Match[str], book: Book) -> tuple[Call, Entry] | None:
    """The first figure of the block that a sentence proves; None where it has none."""
    calls = list(_calls(page, block.start(), block.end()))
    if any(CALLS[call.name].is_block for call in calls):
        return None
    named = ((one, book.entries.get(one.arguments[0])) for one in calls if one.name in _SAID)
    return next(((call, entry) for call, entry in named if entry and entry.located), None)


def _calls(page: ReadDocument, start: int, end: int) -> Iterator[Call]:
    return (call for call in page.calls if start <= call.start < end)
