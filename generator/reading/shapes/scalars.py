"""The types of single values in the shapes: how a text is read, and how an editor's schema says it.

In: scalars as text, whatever YAML would make of them. Out: texts, decimals, periods.
Every refusal is ours (`RefusedError`), so no message of a library reaches an editor.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Annotated, Any

from babel import Locale
from pydantic import AfterValidator, Discriminator, Field, PlainValidator, Tag, WithJsonSchema

from generator.model import UNDECIDED, Period
from generator.reading.errors import RefusedError
from generator.reading.values import addresses, amounts, names, patterns, prose

_PLAIN, _LANGUAGES = "(plain)", "(languages)"
"""Which of two forms was typed; the parentheses tell them from keys."""
_COUNT = re.compile("[1-9][0-9]?")


def _read(parse: Callable[[str], str]) -> AfterValidator:
    def parse_typed(text: str) -> str:
        if not text:
            raise RefusedError("is empty", "write it, or delete the line")
        return parse(text)

    return AfterValidator(parse_typed)


_MONTHS = 12
_MONTH_LANGUAGES = ("en", "de", "nl")
"""In which months are known by name; for hints only."""


def parse_period(text: object) -> Period:
    """The period that a text states.

    Raises:
        RefusedError: another form, or no such day.
    """
    forms = "write 2024, 2021-10, 2025-08-07, 2024-Q4, 2024-H1, 2021-03/2031-03 or 2022/.."
    if not isinstance(text, str):
        raise RefusedError("wants a period, but a list or mapping stands here", forms)
    try:
        return Period.parse(text)
    except ValueError as error:
        # Our own words, except where they repeat the text and the forms.
        reason = "" if "is no period" in str(error) else f": {error}"
        meant, hint = _meant_period(text), f"correct it; {forms}" if reason else forms
        raise RefusedError(f"is no period{reason}", f"write {meant}" if meant else hint) from None


def _meant_period(text: str) -> str | None:
    """The period as editors of other forms write it: `18.3.2025`, `Q4 2024`, `2024-3`."""
    if found := re.fullmatch(r"(\d{4}\S*)\s*(?:-|–|to|bis|tot)\s+(\d{4}\S*)", text):
        meant = f"{found[1]}/{found[2]}"
    elif found := re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", text):
        meant = f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}"
    elif found := re.fullmatch(r"([QqHh][1-4])[\s/-]?(\d{4})", text):
        meant = f"{found[2]}-{found[1].upper()}"
    elif found := re.fullmatch(r"(\d{4})[\s/.-]?([QqHh][1-4])", text):
        meant = f"{found[1]}-{found[2].upper()}"
    elif found := re.fullmatch(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", text):
        meant = "-".join(part.zfill(2) for part in found.groups() if part)
    elif found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text):
        month, day = sorted((int(found[1]), int(found[2])))
        if month != day <= _MONTHS:
            return None  # whether the day or the month comes first cannot be told
        meant = f"{found[3]}-{month:02d}-{day:02d}"
    elif found := re.fullmatch(
        r"(?:(?P<day>\d{1,2})\.?\s+)?(?P<month>[^\W\d]{3,})\.?"
        r"(?:\s+(?P<behind>\d{1,2}),)?\s+(?P<year>\d{4})",
        text,
    ):
        day_typed, number = found["day"] or found["behind"], _month(found["month"])
        meant = f"{found['year']}-{number:02d}" + (f"-{int(day_typed):02d}" if day_typed else "")
    else:
        return None
    try:
        Period.parse(meant)
    except ValueError:
        return None
    return meant


def _month(word: str) -> int:
    """The number of a month by its name, or its beginning, in a language of articles; else 0."""
    for lang in _MONTH_LANGUAGES:
        for number, name in Locale(lang).months["format"]["wide"].items():
            if name.lower().startswith(word.lower()):
                return int(number)
    return 0


def parse_date(text: object) -> Period:
    """The day, month or year that a text states.

    Raises:
        RefusedError: another form, an interval, or not decided yet.
    """
    if text == UNDECIDED:
        hint = "write the day on which it came out, as 2025-03-18, or the month or year"
        raise RefusedError("is not decided yet", hint, "undecided")
    period = parse_period(text)
    if period.precision == "interval":
        raise RefusedError("is an interval", "write the day, as 2025-03-18, or the month or year")
    return period


def _parse_day(text: object) -> Period:
    period = parse_date(text)
    if period.precision != "day" or period.qualifier:
        raise RefusedError("is no day", "write the day, as 2025-03-18")
    return period


def _parse_occurrence(text: object) -> int:
    if isinstance(text, str) and _COUNT.fullmatch(text):
        return int(text)
    raise RefusedError("is no count from 1 to 99", "write 1 for the first such passage, 2 …")


def _text(parse: Callable[[str], str], limit: int, **schema: str) -> Any:
    described = {"type": "string", "maxLength": limit, **schema}
    return Annotated[str, _read(parse), WithJsonSchema(described)]


def _read_by(parse: Callable[[object], Any], **schema: Any) -> Any:
    return Annotated[Any, PlainValidator(parse), WithJsonSchema(schema)]


def _by_language(text: Any) -> Any:
    return Annotated[dict[LANGUAGE, text], Field(min_length=1)]


def _plain_or_by_language(text: Any) -> Any:
    """A plain text stands under the empty tag, until the default language is known."""
    plain: Any = Annotated[text, AfterValidator(lambda typed: {"": typed}), Tag(_PLAIN)]
    every: Any = Annotated[_by_language(text), Tag(_LANGUAGES)]
    form = Discriminator(lambda typed: _LANGUAGES if isinstance(typed, dict) else _PLAIN)
    return Annotated[plain | every, form]


LANGUAGE: Any = _text(names.parse_language, names.LONGEST_ID, pattern=f"^{names.LANGUAGE}$")
ID: Any = _text(names.parse_id, names.LONGEST_ID, pattern=f"^{names.ID}$")
HEADING: Any = _text(prose.parse_heading, prose.HEADING_LIMIT)
NAME: Any = _text(prose.parse_name, prose.NAME_LIMIT)
NOTE: Any = _text(prose.parse_note, prose.NOTE_LIMIT)
_PASSAGE = prose.PASSAGE_LIMIT

FORMS: Mapping[object, Any] = {
    "id": ID,
    "indicator-id": _text(names.parse_indicator, names.LONGEST_ID, pattern=f"^{names.ID}$"),
    "language": LANGUAGE,
    "sha256": _text(names.parse_sha256, 64, pattern=f"^{names.SHA256}$"),
    "article-path": _text(names.parse_article_path, 255, pattern="^articles/."),
    "address": _text(addresses.parse_address, addresses.LONGEST, pattern="^https://"),
    "pattern": _text(patterns.parse_pattern, patterns.LONGEST, format="regex"),
    "heading": HEADING,
    "name": NAME,
    "quoted": _text(prose.parse_passage, _PASSAGE),
    "suffix": _text(prose.parse_suffix, _PASSAGE),
    "ignored": _text(prose.parse_ignored, _PASSAGE),
    "earlier": Annotated[
        str,
        _read(prose.parse_typed),
        WithJsonSchema({"type": ["string", "number"], "maxLength": prose.NAME_LIMIT}),
    ],
    "formula": _text(prose.parse_formula, _PASSAGE),
    "unit": _text(str, names.LONGEST_ID),
    "occurrence": _read_by(_parse_occurrence, type="integer", minimum=1, maximum=99),
    "date": _read_by(parse_date, type=["string", "integer"]),
    "day": _read_by(_parse_day, type="string"),
    Period: _read_by(parse_period, type=["string", "integer"]),
    Decimal: _read_by(
        amounts.parse_number, type=["string", "number"], pattern=f"^{amounts.NUMBER}$"
    ),
    "headings": _by_language(HEADING),
    "notes": _by_language(NOTE),
    "words": _plain_or_by_language(NOTE),
    "name-or-names": _plain_or_by_language(NAME),
}
"""How each form of `model.typed`, or type, is read, and what an editor's schema says of it."""
