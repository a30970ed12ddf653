"""A text as it is delivered, from a file or standard input: bytes, text, and where it lies.

In: a name as typed, the project's root. Out: what was delivered. Whatever is no text is named as
what it is. A file that lies in seeds/articles is registered where it lies; no link leads there.
"""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from generator.model import Finding
from generator.reading.adding.pages import Page, read_page
from generator.reading.disk import MEGABYTE, load_bytes
from generator.reading.errors import RefusedError, UsageError
from generator.reading.formats import crowd_of_numbers, find_format, line_and_column
from generator.reading.values.names import parse_article_path
from generator.text import shown

STANDARD_INPUT = "-"
LIMIT = 5 * MEGABYTE
_FOLDER = "articles"
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Delivered:
    """One text, ready to be recorded."""

    name: str
    """As typed, safe to print."""
    data: bytes
    """What the article's file holds: as delivered, or the main text of a page."""
    text: str
    page: Page | None
    """What the page says of itself, where it was one."""
    stem: str
    """Of the file's name."""
    is_markdown: bool
    path: str | None
    """Below seeds/, where the file lies there already and is the article itself."""


def read_delivered(name: str, root: Path, standard_input: BinaryIO) -> Delivered:
    """What stands in a file, or comes in.

    Raises:
        UsageError: it cannot be read, is too large, or is no text.
    """
    printed = shown(name.encode("utf-8", "backslashreplace").decode(), _LONGEST_NAME)
    path = None if name == STANDARD_INPUT else _path_in_seeds(name, root)
    if path is not None:
        data = _registered_bytes(root, path)
    elif name == STANDARD_INPUT:
        data = standard_input.read(LIMIT + 1)
    else:
        data = _file_bytes(name, printed)
    if len(data) > LIMIT:
        raise UsageError(f"{printed} is larger than 5 MB", "add a part of it")
    found, page = find_format(data), None
    if found and found.kind == "html":
        page = read_page(data, printed)
        data, path = page.text.encode(), None
    elif found:
        line, column = line_and_column(data, found.offset)
        where = f" (at {line}:{column})" if found.offset else ""
        raise UsageError(f"{printed} is {found.noun}{where}", found.hint)
    text = data.decode("utf-8")
    if not text.strip():
        raise UsageError(f"{printed} is empty", "name a file that holds the article's text")
    if len(data) > MEGABYTE:
        raise UsageError(f"the text of {printed} is larger than 1 MB", "add a part of it")
    if crowd := crowd_of_numbers(text):
        raise UsageError(f"the text of {printed} {crowd}", "add a part of it")
    stem, dot, ending = Path(name).name.rpartition(".")
    is_markdown = page is None and bool(dot) and ending.lower() in {"md", "markdown"}
    stem = "" if name == STANDARD_INPUT else stem or ending
    return Delivered(printed, data, text, page, stem, is_markdown, path)


def _path_in_seeds(name: str, root: Path) -> str | None:
    """Where below seeds/ the file lies; None for a file elsewhere.

    Raises:
        UsageError: its name is none that a record may hold.
    """
    folder = os.path.realpath(root / "seeds" / _FOLDER)
    try:
        # Of the file itself the link is not followed: it is refused where it is read.
        here = os.path.join(os.path.realpath(os.path.dirname(name) or "."), os.path.basename(name))  # noqa: PTH118, PTH119, PTH120
        inside = os.path.relpath(here, folder)
    except ValueError:  # no path at all, or on another drive
        return None
    if Path(inside).parts[:1] in {(), (os.pardir,)}:
        return None
    path = f"{_FOLDER}/{inside.replace(os.sep, '/')}"
    try:
        is_plain = bool(parse_article_path(path)) and path.isprintable()
    except RefusedError:
        is_plain = False
    if not is_plain:
        printed = shown(path.encode("utf-8", "backslashreplace").decode(), _LONGEST_NAME)
        message = f"the file's name {printed} is none that a record may hold"
        raise UsageError(message, "rename it: letters, digits and hyphens")
    return path


def _registered_bytes(root: Path, path: str) -> bytes:
    data = load_bytes(root, f"seeds/{path}", LIMIT)
    if isinstance(data, Finding):
        raise UsageError(f"seeds/{shown(path, _LONGEST_NAME)}: {data.message}", data.hint)
    return data


def _file_bytes(name: str, printed: str) -> bytes:
    """Of a regular file: a pipe or a device might never end."""
    try:
        mode = os.stat(name).st_mode  # noqa: PTH116 - a name may be none of a path
        if not stat.S_ISREG(mode):
            kind = "a folder" if stat.S_ISDIR(mode) else "no regular file"
            raise UsageError(f"{printed} is {kind}", "name a text file, or - for standard input")
        with open(name, "rb") as stream:  # noqa: PTH123
            return stream.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is no name of a file"
        raise UsageError(f"{printed} cannot be read: {reason}", "name a text file, or -") from None
