"""The types of single values in the shapes: how a text is read, and how an editor's schema says it.

In: scalars as text, whatever YAML would make of them. Out: texts, decimals, periods.
Every refusal is ours (`RefusedError`), so no message of a library reaches an editor.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
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


_ID_FORM = "an id is small letters a-z, digits and single hyphens, a letter first: revenue-2024-q4"
_LANGUAGE_FORM = "write a tag such as en, de, nl or pt-BR"
_PERIOD_FORMS = "write 2024, 2021-10, 2025-08-07, 2024-Q4, 2024-H1, 2021-03/2031-03 or 2022/.."
_DATE_FORM = "write the day on which it came out, as 2025-03-18, or the month or year"
_POINT = "[0-9]{4}(-([QH][1-4]|[0-9]{2}(-[0-9]{2})?))?[~?]?"
_PERIOD = f"^({_POINT}|{_POINT}/(\\.\\.|{_POINT})|\\.\\./{_POINT})$"
_MONTHS = 12
_MONTH_LANGUAGES = ("en", "de", "nl")
"""In which months are known by name; for hints only."""


def parse_period(text: object) -> Period:
    """The period that a text states.

    Raises:
        RefusedError: another form, or no such day.
    """
    forms = _PERIOD_FORMS
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
        raise RefusedError("is not decided yet", _DATE_FORM, "undecided")
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


def _patterned(parse: Callable[[str], str], limit: int, pattern: str, form: str) -> Any:
    """A text of one form; an editor says `form` of any other."""
    return _text(parse, limit, pattern=pattern, patternErrorMessage=form)


def _named(parse: Callable[[str], str], kind: str) -> Any:
    """What names another record: the schema says which kind, `offers` which there are."""
    return Annotated[str, _read(parse), WithJsonSchema({"type": "string", "$comment": kind})]


LANGUAGE: Any = _patterned(
    names.parse_language, names.LONGEST_ID, f"^{names.LANGUAGE}$", _LANGUAGE_FORM
)
ID_SCHEMA = MappingProxyType(
    {
        "type": "string",
        "maxLength": names.LONGEST_ID,
        "pattern": f"^{names.ID}$",
        "patternErrorMessage": _ID_FORM,
    }
)
ID: Any = Annotated[str, _read(names.parse_id), WithJsonSchema({**ID_SCHEMA})]
HEADING: Any = _text(prose.parse_heading, prose.HEADING_LIMIT)
NAME: Any = _text(prose.parse_name, prose.NAME_LIMIT)
NOTE: Any = _text(prose.parse_note, prose.NOTE_LIMIT)
_PASSAGE = prose.PASSAGE_LIMIT

FORMS: Mapping[object, Any] = {
    "id": ID,
    "article-id": _named(names.parse_id, "article-id"),
    "entity-id": _named(names.parse_id, "entity-id"),
    "fact-id": _named(names.parse_id, "fact-id"),
    "indicator-id": _named(names.parse_indicator, "indicator-id"),
    "language": LANGUAGE,
    "sha256": _patterned(
        names.parse_sha256,
        64,
        f"^{names.SHA256}$",
        "write the 64 digits 0-9 a-f; `briefing check` prints those of the file",
    ),
    "article-path": _patterned(
        names.parse_article_path, 255, "^articles/.", "write articles/ and the name of the file"
    ),
    "address": _patterned(
        addresses.parse_address, addresses.LONGEST, "^https://", "write an address with https://"
    ),
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
    "formula": _named(prose.parse_formula, "formula"),
    "unit": Annotated[str, _read(str), WithJsonSchema({"type": "string", "$comment": "unit"})],
    "occurrence": _read_by(_parse_occurrence, type="integer", minimum=1, maximum=99),
    "date": _read_by(
        parse_date,
        type=["string", "integer"],
        pattern=f"^{_POINT}$",
        patternErrorMessage=f"no date: {_DATE_FORM}",
    ),
    "day": _read_by(
        _parse_day,
        type="string",
        pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        patternErrorMessage="no day: write it as 2025-03-18",
    ),
    Period: _read_by(
        parse_period,
        type=["string", "integer"],
        pattern=_PERIOD,
        patternErrorMessage=f"no period: {_PERIOD_FORMS}",
    ),
    Decimal: _read_by(
        amounts.parse_number,
        type=["string", "number"],
        pattern=f"^{amounts.NUMBER}$",
        patternErrorMessage=f"no number: {amounts.FORMS}",
    ),
    "headings": _by_language(HEADING),
    "notes": _by_language(NOTE),
    "words": _plain_or_by_language(NOTE),
    "name-or-names": _plain_or_by_language(NAME),
}
"""How each form of `model.typed`, or type, is read, and what an editor's schema says of it."""
