"""The texts that `briefing scan` is asked to read: files or standard input, of a briefing or not.

In: a name as typed, the language said, the briefing if there is one. Out: an article with its text
as delivered. What cannot be read is wrong use, never a finding.
"""

import os
import sys
from pathlib import Path

from generator.evidence import is_readable, languages
from generator.model import Article, Marks, Period, Place, Seeds
from generator.reading import UsageError, kebab
from generator.text import shown

_STANDARD_INPUT = "-"
_LIMIT = 5_000_000
_LONGEST_NAME = 60
_LONGEST_PATH = 200


def load_text(name: str) -> str:
    """The text as delivered, newlines untouched.

    Raises:
        UsageError: it cannot be read, is too large, or is no UTF-8.
    """
    path = printable_name(name)
    try:
        if name == _STANDARD_INPUT:
            data = sys.stdin.buffer.read(_LIMIT + 1)
        else:
            with Path(name).open("rb") as stream:
                data = stream.read(_LIMIT + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is no name of a file"
        raise UsageError(f"{path} cannot be read: {reason}", "name a text file, or -") from None
    if len(data) > _LIMIT:
        raise UsageError(f"{path} is larger than 5 MB", "scan a part of it")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"{path} is not UTF-8: byte 0x{data[error.start]:02x} at {error.start}"
        raise UsageError(message, "save it as UTF-8") from None


def find_article(name: str, root: Path, seeds: Seeds) -> Article | None:
    """The article of the briefing whose file this is."""
    if name == _STANDARD_INPUT:
        return None
    here = os.path.realpath(name)
    articles = seeds.articles.values()
    return next((one for one in articles if os.path.realpath(root / one.path) == here), None)


def choose_language(path: str, lang: str | None, seeds: Seeds | None) -> str:
    """The language that was said, or the only one of the briefing's articles.

    Raises:
        UsageError: neither, or one that no lexicon reads.
    """
    if lang is not None:
        return _readable(lang, path)
    known = {article.lang for article in seeds.articles.values()} if seeds else set()
    if len(known) != 1:
        raise UsageError(f"the language of {path} is not known", _hint())
    return _readable(known.pop(), path)


def _readable(lang: str, path: str) -> str:
    if not is_readable(lang):
        raise UsageError(f"no lexicon reads {shown(lang)}, the language of {path}", _hint())
    return lang


def foreign_article(name: str, text: str, lang: str) -> Article:
    """A text of no briefing; its day is not known, so nothing can be later than it."""
    stem = "standard-input" if name == _STANDARD_INPUT else kebab(Path(name).stem)
    path = printable_name(name)
    return Article(
        id=stem[:_LONGEST_NAME].strip("-") or "text-1",
        path=path,
        sha256="",
        lang=lang,
        title={},
        producer="",
        date_published=Period.parse("2200"),
        date_basis="inferred",
        text=text,
        marks=Marks(Place(path)),
    )


def printable_name(name: str) -> str:
    """The name as typed, bytes that are no text escaped."""
    return shown(name.encode("utf-8", "backslashreplace").decode(), _LONGEST_PATH)


def _hint() -> str:
    *others, last = languages()
    return f"say --lang {', '.join(others)} or {last}"
