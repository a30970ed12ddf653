"""What is read from a PDF that Chromium printed, and what is replaced in it.

In: its bytes. Out: the page of each link target; the same bytes with a date of ours and with nodes
counted from one. Chromium compresses only the contents of pages, and writes one object a number.
"""

import re
from collections.abc import Mapping
from datetime import date

_OBJECT = re.compile(rb"(?m)^(?P<number>\d+) 0 obj\n(?P<body>.*?)\nendobj$", re.DOTALL)
_PAGES = re.compile(rb"/Type /Pages\b")
_KIDS = re.compile(rb"/Kids \[(?P<kids>[^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_ROOT = re.compile(rb"/Type /Catalog\b.*?/Pages (?P<number>\d+) 0 R", re.DOTALL)
_TARGET = re.compile(rb"/(?P<name>[A-Za-z0-9_-]+) \[(?P<page>\d+) 0 R /XYZ ")
_HOUR = re.compile(rb"(?P<field>/(?:CreationDate|ModDate) )\(D:\d{14}[+-]\d\d'\d\d'\)")
_NODE = re.compile(rb"\(node(?P<id>[0-9A-Fa-f]{8})\)")
"""How a cell of a table names its head."""


def page_numbers(pdf: bytes) -> Mapping[str, int]:
    """The page, counted from one, of each target of a link; none if unreadable."""
    objects = {int(found["number"]): found["body"] for found in _OBJECT.finditer(pdf)}
    root = _ROOT.search(pdf)
    pages = _pages_below(int(root["number"]), objects) if root else []
    number_of = {page: number for number, page in enumerate(pages, 1)}
    return {
        target["name"].decode(): number_of[int(target["page"])]
        for target in _TARGET.finditer(pdf)
        if int(target["page"]) in number_of
    }


def _pages_below(number: int, objects: dict[int, bytes]) -> list[int]:
    """The pages of a branch of the page tree, in order; none is looked at twice."""
    body = objects.pop(number, b"")
    kids = _KIDS.search(body) if _PAGES.search(body) else None
    if kids is None:
        return [number]
    below = [int(kid) for kid in _REFERENCE.findall(kids["kids"])]
    return [page for kid in below for page in _pages_below(kid, objects)]


def with_date(pdf: bytes, day: date) -> bytes:
    """The same document, made on that day; its length does not change, so all offsets hold."""
    when = day.strftime("(D:%Y%m%d000000+00'00')").encode()
    return _HOUR.sub(lambda found: found["field"] + when, pdf)


def with_counted_nodes(pdf: bytes) -> bytes:
    """The same document, its named nodes counted from one: a browser starts at any number.

    Order and length stay, so that the tree of names and all offsets hold.
    """
    ids = sorted({found["id"] for found in _NODE.finditer(pdf)})
    numbers = {one: f"(node{number:08d})".encode() for number, one in enumerate(ids, 1)}
    return _NODE.sub(lambda found: numbers[found["id"]], pdf)
