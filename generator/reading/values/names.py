"""Ids, language tags, hashes and paths: the short words that identify records and files.

In: a scalar's text. Out: the same text, or `RefusedError` with the form that it should have had.
"""

import re
import unicodedata
from functools import cache

from babel import Locale

from generator.model import SECTIONS, UNDECIDED
from generator.reading.errors import RefusedError

ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*"
LANGUAGE = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?"
SHA256 = "[0-9a-fA-F]{64}"
_ID, _LANGUAGE, _SHA256 = re.compile(ID), re.compile(LANGUAGE), re.compile(SHA256)
LONGEST_ID = 60
_DEVICES = {"con", "nul", "aux", "prn"} | {
    f"{port}{n}" for port in ("com", "lpt") for n in "123456789"
}
_PARTS = {
    f"facts-{part}"
    for part in (
        *("find", "hint", "sort", "filters", "indicator", "status", "year", "article"),
        *("language", "basis"),
    )
}
"""Of the page that holds every figure under its id: the table's own."""
_FILES = {"index", "readme", "404", "assets", "search", "sitemap", "feed", "method"}
RESERVED = _DEVICES | _PARTS | _FILES | {*SECTIONS}
"""Names that the site's own folders or an operating system use."""


def parse_id(text: str) -> str:
    """An id in kebab-case, free to be a folder of the site.

    Raises:
        RefusedError: another form, too long, or a reserved name.
    """
    if not _ID.fullmatch(text):
        form = "small letters a-z, digits and single hyphens, a letter first"
        suggestion = kebab(text)
        raise RefusedError(
            "is no id", f"write {suggestion} ({form})" if suggestion else f"use {form}"
        )
    if len(text) > LONGEST_ID:
        raise RefusedError(f"has {len(text)} characters; at most {LONGEST_ID}", "shorten it")
    if text in RESERVED:
        raise RefusedError("is a reserved name", f"write more, for example {text}-1")
    return text


def parse_indicator(text: str) -> str:
    """The id of an indicator; a suggestion that names none must be decided first.

    Raises:
        RefusedError: it is undecided, or no id.
    """
    if text == UNDECIDED:
        hint = "write the indicator that the sentence speaks of, or declare it in indicators.yaml"
        raise RefusedError("names no indicator yet", hint, code="undecided")
    return parse_id(text)


def is_id(text: str) -> bool:
    """Whether `parse_id` takes it."""
    return bool(_ID.fullmatch(text)) and len(text) <= LONGEST_ID and text not in RESERVED


def kebab(text: str) -> str:
    """The nearest id to a text; empty when nothing of it can stay."""
    plain = unicodedata.normalize("NFKD", text[:200].casefold()).encode("ascii", "ignore").decode()
    words = re.findall("[a-z0-9]+", plain)
    first = next((index for index, word in enumerate(words) if word[0].isalpha()), None)
    if first is None:
        return ""
    name = "-".join(words[first:] + words[:first])[:LONGEST_ID].strip("-")
    return "" if name in RESERVED else name


def parse_language(text: str) -> str:
    """A BCP 47 tag of language, script and region, in its usual case.

    Raises:
        RefusedError: another form.
    """
    if _LANGUAGE.fullmatch(text):
        return text
    parts = text.replace("_", "-").split("-")
    cased = [parts[0].lower(), *(p.title() if len(p) == 4 else p.upper() for p in parts[1:])]  # noqa: PLR2004 - scripts have four letters
    tag = "-".join(cased)
    tag = _languages().get(text.lower(), tag)
    hint = f"write {tag}" if _LANGUAGE.fullmatch(tag) else "write a tag such as en, de, nl or pt-BR"
    raise RefusedError("is no language tag", hint)


@cache
def _languages() -> dict[str, str]:
    """Tags by English name; read when a tag is wrong only."""
    return {name.lower(): tag for tag, name in Locale("en").languages.items() if "_" not in tag}


def parse_sha256(text: str) -> str:
    """The 64 digits, in small letters.

    Raises:
        RefusedError: another form.
    """
    if not _SHA256.fullmatch(text):
        raise RefusedError("is no sha256", "write the 64 digits 0-9 a-f that sha256sum prints")
    return text.lower()


def parse_article_path(text: str) -> str:
    """A path below `seeds/articles`, relative to `seeds`.

    Raises:
        RefusedError: outside that folder, or not in the plain form.
    """
    parts = text.split("/")
    is_inside = parts[0] == "articles" and len(parts) > 1
    if not is_inside or any(part in {"", ".", ".."} for part in parts) or "\\" in text:
        name = re.split(r"[/\\]", text)[-1].strip(".") or "name.txt"
        raise RefusedError("is no path in seeds/articles", f"write articles/{name}")
    return text
