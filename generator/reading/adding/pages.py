"""The main text of a news page in HTML, and what the page says of itself.

In: the bytes of a page. Out: its text, one empty line between paragraphs, and title, author,
publisher, day and address as far as the page names them. Nothing is fetched, and no clock is asked.
"""

import re
from dataclasses import dataclass
from typing import Any

from generator.reading.errors import RefusedError, UsageError
from generator.reading.values.addresses import parse_address
from generator.reading.values.prose import parse_name

_MOST_TAGS = 100_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
"""The day that the page names for itself; the latest day is fixed, or it would be today."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HINT = "copy the article’s text from the browser into a .txt file, and add that"


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds; empty is what it does not name, or nothing that a record may hold."""

    text: str
    title: str = ""
    author: str = ""
    site: str = ""
    date: str = ""
    url: str = ""


def read_page(data: bytes, name: str) -> Page:
    """The page's main text, without menus, adverts, comments and what stands beside it.

    Raises:
        UsageError: it is no page that can be read, or has no main text.
    """
    if data.count(b"<") > _MOST_TAGS:
        raise UsageError(f"{name} has more than {_MOST_TAGS} tags", _HINT)
    found = _extracted(_decoded(data, name))
    lines = (found.text or "").splitlines() if found else []
    text = "\n\n".join(line for line in lines if line.strip())
    if not text:
        raise UsageError(f"no main text was found in {name}, an HTML page", _HINT)
    date = found.date if found.date and _DAY.fullmatch(found.date) else ""
    return Page(
        text=f"{text}\n",
        title=" ".join((found.title or "").split()),
        author=_accepted(parse_name, found.author),
        site=_accepted(parse_name, found.sitename),
        date=date,
        url=_accepted(parse_address, found.url),
    )


def _decoded(data: bytes, name: str) -> str:
    """In UTF-8, or as the page says of itself."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        said = _CHARSET.search(data[:4096])
        try:
            return data.decode(said[1].decode() if said else "utf-8")
        except (LookupError, UnicodeDecodeError):
            message = f"{name} is no UTF-8: byte 0x{data[error.start]:02x} at {error.start}"
            raise UsageError(message, "save the page as UTF-8") from None


def _extracted(html: str) -> Any:
    """What the extractor makes of it; None where it gives up."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - needed for pages only

    try:
        return bare_extraction(
            html,
            with_metadata=True,
            include_comments=False,
            date_extraction_params=_DATES,
        )
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        # The page is a stranger's: what the extractor cannot take is no bug of ours.
        return None


def _accepted(parse: Any, text: str | None) -> str:
    """The text, when a record may hold it."""
    try:
        return str(parse(" ".join((text or "").split()))) if text else ""
    except RefusedError:
        return ""
