"""What kind of file some bytes are, when they are no plain text: told by how they begin.

In: bytes. Out: what they are and what to do about it, or nothing: then they are text in UTF-8. It
trusts no file name, opens no archive and parses no page.
"""

import re
from dataclasses import dataclass
from itertools import islice
from typing import Literal

SAVE_TEXT = "save its text as .txt, in UTF-8"
_HEAD = 4_096
_BINARY = (
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"bplist", "a web archive of a browser"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"\x7fELF", "a program"),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_ARCHIVES = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"application/epub+zip", "an e-book (EPUB)"),
    (b"Index/Document.iwa", "a Pages document"),
)
_PAGE_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT_START = re.compile(
    rb"\s*<(?:article|div|h[1-6]|header|main|meta|p|section|title)[\s>]", re.IGNORECASE
)
_CLOSING = re.compile(rb"</(?:a|article|div|h[1-6]|li|main|p|section|span|ul)>", re.IGNORECASE)
_FEWEST_CLOSED = 3


@dataclass(frozen=True, slots=True)
class Format:
    """What a file is that is no plain text."""

    noun: str
    """With its article, as a message goes on: `is a Word document`."""
    hint: str
    kind: Literal["html", "binary", "encoding"] = "binary"
    offset: int = 0
    """Of the first byte that shows it."""


def find_format(data: bytes) -> Format | None:
    """What the bytes are; None for text in UTF-8 that is no page of HTML."""
    head = data[:_HEAD]
    noun = next((noun for magic, noun in _BINARY if head.startswith(magic)), None)
    noun = noun or _office(data) or _archive(data)
    if noun:
        picture = "type its text, or read it by machine, and " if "picture" in noun else ""
        return Format(noun, f"{picture}{SAVE_TEXT}")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_wide(head):
        return Format("text in UTF-16", "save it as UTF-8", "encoding")
    if (at := data.find(b"\0")) >= 0:
        return Format("no text: it holds a NUL byte", SAVE_TEXT, "binary", at)
    if is_html(data):
        hint = "run `briefing add FILE`, which takes its main text, and move the page out of here"
        return Format("an HTML page", hint, "html")
    return _undecodable(data)


def is_html(data: bytes) -> bool:
    """Whether the bytes begin as a page, or are made of the tags of one."""
    head = data.removeprefix(b"\xef\xbb\xbf")[:_HEAD]
    if _PAGE_START.match(head):
        return True
    closed = _CLOSING.findall(data[: 16 * _HEAD])
    return bool(_FRAGMENT_START.match(head)) and len(closed) >= _FEWEST_CLOSED


def _office(data: bytes) -> str | None:
    """Of a file as Office wrote them before its archives, whether it holds a document of Word."""
    if not data.startswith(_OLD_OFFICE):
        return None
    return "a Word document" if _WORD_STREAM in data else "an Office document of the old form"


def _archive(data: bytes) -> str | None:
    """Of an archive, what its first names or its list of names say."""
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "a picture (WebP)"
    if not data.startswith(b"PK\x03\x04"):
        return None
    names = data[:_HEAD] + data[-16 * _HEAD :]
    return next((noun for mark, noun in _ARCHIVES if mark in names), "an archive (zip)")


def _is_wide(head: bytes) -> bool:
    """Latin letters of two bytes each, without a mark in front."""
    pairs = len(head) // 2
    zeros = max(head[0::2].count(0), head[1::2].count(0))
    return pairs > 1 and zeros > 0.4 * pairs and min(head[0::2].count(0), head[1::2].count(0)) == 0


def _undecodable(data: bytes) -> Format | None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = data[error.start]
        noun = f"no UTF-8: byte 0x{byte:02x}"
        is_cut = error.reason == "unexpected end of data"
        old = "" if is_cut else " (it looks like Windows-1252 or Latin-1)"
        return Format(noun + old, "save the file as UTF-8", "encoding", error.start)
    return None


def line_and_column(data: bytes, offset: int) -> tuple[int, int]:
    """Line and column, from one, of a byte."""
    before = data[:offset].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


_MOST_NUMBERS = 20_000
"""In one text: ten times a long report, and read within seconds."""


def crowd_of_numbers(text: str) -> str | None:
    """What is wrong with a text that holds more numbers than any report; None where none is."""
    numbers = islice(re.finditer(r"[0-9]+", text), _MOST_NUMBERS + 1)
    if sum(1 for _ in numbers) <= _MOST_NUMBERS:
        return None
    return f"holds more than {_MOST_NUMBERS} numbers, which no report does"
