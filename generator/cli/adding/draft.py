"""The draft of an article's record: what the text and the command line say, and what is undecided.

In: a delivered text, options, the records that are there. Out: the draft. Nothing is guessed: what
nobody says is `?`, which `check` refuses. The page's own title is no title of ours.
"""

import argparse
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator.evidence import find_dateline, guess_language, is_readable, languages
from generator.model import UNDECIDED, Article, Marks, Period, Place
from generator.reading import (
    LONGEST_ID,
    Delivered,
    RefusedError,
    Register,
    UsageError,
    is_id,
    kebab,
    parse_address,
    parse_date,
    parse_heading,
    parse_id,
    parse_language,
    parse_name,
)
from generator.text import shown

_NUMBERED = re.compile(r"articles/(\d{3,})_[0-9a-f]{8,}\.\w+")
_DIGITS_IN_NAME = 16
_UNKNOWN_DAY = Period.parse("2200")
"""For reading a text without a date: nothing can be later than it."""
_LONGEST_STEM = LONGEST_ID - 15
"""Leaves room for a date and a number behind it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """All that the record of an article will say."""

    id: str
    path: str
    sha256: str
    lang: str
    title: str
    own_title: str
    """The page's, for the editor to see."""
    producer: str
    author: str
    date: Period | None
    is_stated: bool
    why_inferred: str
    """Where the date is from, for the editor to see."""
    url: str

    def article(self, text: str) -> Article:
        """As `check` will read it, once everything is decided."""
        return Article(
            id=self.id,
            path=f"seeds/{self.path}",
            sha256=self.sha256,
            lang=self.lang,
            title={},
            producer=self.producer,
            date_published=self.date or _UNKNOWN_DAY,
            date_basis="inferred",
            text=text,
            marks=Marks(Place(f"seeds/{self.path}")),
        )


def draft_record(delivered: Delivered, options: argparse.Namespace, register: Register) -> Draft:
    """What is known of the article.

    Raises:
        UsageError: an option says what no record may hold, or the language is not known.
    """
    page = delivered.page
    lang = _language(delivered, options.lang)
    said: Period | None = _option(options, "date", parse_date)
    line = find_dateline(delivered.text, lang)
    date, why = said or line, "the text has no dateline that says it"
    if date is None and page is not None and page.date:
        date, why = Period.parse(page.date), "the page’s data name this day, its text does not"
    producer = _option(options, "producer", parse_name) or (page.site if page else "")
    url = _option(options, "url", parse_address) or (page.url if page else "")
    digest = hashlib.sha256(delivered.data).hexdigest()
    name = _option(options, "id", parse_id)
    if name and name in register.ids:
        raise UsageError(f"--id {name} is the id of another article", "choose another one")
    host = re.sub(r"^https://(?:www\.)?|[/?#].*", "", url, flags=re.DOTALL)
    name = name or _unused_id((producer, host, delivered.stem), date, register)
    return Draft(
        id=name,
        path=delivered.path or _path(name, digest, delivered, register),
        sha256=digest,
        lang=lang,
        title=_option(options, "title", parse_heading) or UNDECIDED,
        own_title=page.title if page else "",
        producer=producer or UNDECIDED,
        author=_option(options, "author", parse_name) or (page.author if page else ""),
        date=date,
        is_stated=date is not None and date == line,
        why_inferred=why,
        url=url,
    )


def _option(options: argparse.Namespace, name: str, parse: Callable[[str], Any]) -> Any:
    """What was said with an option, as a record may hold it."""
    text = getattr(options, name)
    if text is None:
        return None
    try:
        return parse(text)
    except RefusedError as error:
        finding = error.finding
        raise UsageError(f'--{name} "{shown(text)}" {finding.message}', finding.hint) from None


def _language(delivered: Delivered, said: str | None) -> str:
    *others, last = languages()
    hint = f"say --lang {', '.join(others)} or {last}"
    if said is None:
        guess = guess_language(delivered.text)
        if guess is None:
            why = "it is short, mixed, or of a language that no lexicon reads"
            raise UsageError(f"the language of {delivered.name} cannot be told: {why}", hint)
        return guess
    try:
        lang = parse_language(said)
    except RefusedError as error:
        message = f'--lang "{shown(said)}" {error.finding.message}'
        raise UsageError(message, error.finding.hint) from None
    if not is_readable(lang):
        raise UsageError(f"no lexicon reads {lang}, the language of {delivered.name}", hint)
    return lang


def _unused_id(names: tuple[str, ...], date: Period | None, register: Register) -> str:
    """Producer or host or file's name, with the date; a number makes it new."""
    stem = next((slug for name in names if (slug := kebab(name))), "article")
    stem = stem[:_LONGEST_STEM].strip("-")
    day = re.sub(r"[^0-9-]", "", str(date)) if date else ""
    base = stem if not day or stem.endswith(day) else f"{stem}-{day}"
    number, name = 1, base
    while name in register.ids or not is_id(name):
        number += 1
        name = f"{base}-{number}"
    return name


def _path(name: str, digest: str, delivered: Delivered, register: Register) -> str:
    """The next number where files of the briefing have one, else the id."""
    ending = "md" if delivered.is_markdown else "txt"
    numbers = [int(found[1]) for path in register.paths if (found := _NUMBERED.fullmatch(path))]
    if numbers and 2 * len(numbers) > len(register.paths):
        name = f"{max(numbers) + 1:03d}_{digest[:_DIGITS_IN_NAME]}"
    number, file = 1, f"{name}.{ending}"
    while file in register.files:
        number += 1
        file = f"{name}-{number}.{ending}"
    return f"articles/{file}"
