"""Hand-written pages: front matter, prose and calls.

In: a Document as typed. Out: its parts with offsets, so that findings can name line and column.
The prose itself is trusted no further than `prose.py` has checked it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.model import Document, Finding, Offset, Place
from generator.pages.handwritten.calls import Call
from generator.pages.handwritten.grammar import read_calls

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
    findings: tuple[Finding, ...]


def placed(finding: Finding, document: Document) -> Finding:
    """A finding at an offset of a hand-written page, with the line and column of it."""
    if not isinstance(finding.at, Offset):
        return finding
    before = document.text[: finding.at.value]
    column = len(before) - before.rfind("\n")
    return replace(finding, at=Place(f"docs/{document.path}", before.count("\n") + 1, column))


@lru_cache(maxsize=256)
def read_document(document: Document) -> ReadDocument:
    """Front matter, calls and findings of one page; offsets count from the document's start."""
    text = document.text
    front = _FRONT.match(text)
    fields: dict[str, str] = {}
    findings: list[Finding] = []
    if front is None:
        findings.append(_front_finding(0, "the page has no front matter"))
    else:
        offset = front.start("fields")
        for line in front["fields"].splitlines(keepends=True):
            match = _FIELD.fullmatch(line.rstrip())
            if match:
                fields[match["key"]] = match["value"].strip("\"'")
            elif line.strip():
                findings.append(_front_finding(offset, "this line is no title and no description"))
            offset += len(line)
        lacking = [key for key in ("title", "description") if key not in fields]
        if lacking and not findings:
            said = f"the front matter lacks a {' and a '.join(lacking)}"
            findings.append(_front_finding(0, said))
    read = read_calls(text)
    return ReadDocument(
        document=document,
        fields=fields,
        body_start=front.end() if front else 0,
        calls=read.calls,
        broken=read.broken,
        findings=(*findings, *read.findings),
    )


def _front_finding(offset: int, message: str) -> Finding:
    hint = "begin the page with three lines between --- and ---: title: … and description: …"
    return Finding("bad-value", Offset(offset), "", message, hint)
