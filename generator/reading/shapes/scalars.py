"""The types of single values in the shapes: how a text is read, and how an editor's schema says it.

In: scalars as text, whatever YAML would make of them. Out: texts, decimals, periods.
Every refusal is ours (`RefusedError`), so no message of a library reaches an editor.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, Discriminator, Field, PlainValidator, Tag, WithJsonSchema

from generator.model import Period
from generator.reading.errors import RefusedError
from generator.reading.values import addresses, amounts, names, patterns, prose

PLAIN, LANGUAGES = "(plain)", "(languages)"
"""Which of two forms a text was typed in; the parentheses tell them from keys."""
_COUNT = re.compile("[1-9][0-9]?")


def _read(parse: Callable[[str], str]) -> AfterValidator:
    def parse_typed(text: str) -> str:
        if not text:
            raise RefusedError("is empty", "write it, or delete the line")
        return parse(text)

    return AfterValidator(parse_typed)


def _string(limit: int = names.LONGEST_ID, **schema: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "maxLength": limit, **schema})


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
        meant = _meant_period(text)
        raise RefusedError(f"is no period{reason}", f"write {meant}" if meant else forms) from None


def _meant_period(text: str) -> str | None:
    """The period as editors of other forms write it: `18.3.2025`, `Q4 2024`, `2024-3`."""
    if found := re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", text):
        meant = f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}"
    elif found := re.fullmatch(r"([QqHh][1-4])[\s/-]?(\d{4})", text):
        meant = f"{found[2]}-{found[1].upper()}"
    elif found := re.fullmatch(r"(\d{4})[\s/.-]?([QqHh][1-4])", text):
        meant = f"{found[1]}-{found[2].upper()}"
    elif found := re.fullmatch(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", text):
        meant = "-".join(part.zfill(2) for part in found.groups() if part)
    else:
        return None
    try:
        Period.parse(meant)
    except ValueError:
        return None
    return meant


def _parse_date(text: object) -> Period:
    period = parse_period(text)
    if period.precision == "interval":
        raise RefusedError("is an interval", "write the day, as 2025-03-18, or the month or year")
    return period


def _parse_day(text: object) -> Period:
    period = _parse_date(text)
    if period.precision != "day" or period.qualifier:
        raise RefusedError("is no day", "write the day, as 2025-03-18")
    return period


def _parse_occurrence(text: object) -> int:
    if isinstance(text, str) and _COUNT.fullmatch(text):
        return int(text)
    raise RefusedError("is no count from 1 to 99", "write 1 for the first such passage, 2 …")


def _form_of_words(typed: object) -> str:
    return LANGUAGES if isinstance(typed, dict) else PLAIN


Id = Annotated[str, _read(names.parse_id), _string(pattern=f"^{names.ID}$")]
Language = Annotated[str, _read(names.parse_language), _string(pattern=f"^{names.LANGUAGE}$")]
Sha256 = Annotated[str, _read(names.parse_sha256), _string(64, pattern=f"^{names.SHA256}$")]
ArticlePath = Annotated[str, _read(names.parse_article_path), _string(255, pattern="^articles/.")]
Address = Annotated[
    str, _read(addresses.parse_address), _string(addresses.LONGEST, pattern="^https://")
]
Pattern = Annotated[str, _read(patterns.parse_pattern), _string(patterns.LONGEST, format="regex")]
Heading = Annotated[str, _read(prose.parse_heading), _string(prose.HEADING_LIMIT)]
Name = Annotated[str, _read(prose.parse_name), _string(prose.NAME_LIMIT)]
Note = Annotated[str, _read(prose.parse_note), _string(prose.NOTE_LIMIT)]
Passage = Annotated[str, _read(prose.parse_passage), _string(prose.PASSAGE_LIMIT)]
Suffix = Annotated[str, _read(prose.parse_suffix), _string(prose.PASSAGE_LIMIT)]
IgnoredPassage = Annotated[str, _read(prose.parse_ignored), _string(prose.PASSAGE_LIMIT)]
Typed = Annotated[
    str,
    _read(prose.parse_typed),
    WithJsonSchema({"type": ["string", "number"], "maxLength": prose.NAME_LIMIT}),
]
"""What stood behind another key; `corrections` sees to its form."""
Formula = Annotated[str, _read(prose.parse_formula), _string(prose.PASSAGE_LIMIT)]
UnitName = Annotated[str, _read(str), _string()]

Number = Annotated[
    Decimal,
    PlainValidator(amounts.parse_number),
    WithJsonSchema({"type": ["string", "number"], "pattern": f"^{amounts.NUMBER}$"}),
]
PeriodText = Annotated[
    Period, PlainValidator(parse_period), WithJsonSchema({"type": ["string", "integer"]})
]
DateText = Annotated[
    Period, PlainValidator(_parse_date), WithJsonSchema({"type": ["string", "integer"]})
]
DayText = Annotated[Period, PlainValidator(_parse_day), WithJsonSchema({"type": "string"})]
Occurrence = Annotated[
    int,
    PlainValidator(_parse_occurrence),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 99}),
]

Headings = Annotated[dict[Language, Heading], Field(min_length=1)]
Notes = Annotated[dict[Language, Note], Field(min_length=1)]
Names = Annotated[dict[Language, Name], Field(min_length=1)]
Words = Annotated[
    Annotated[Note, Tag(PLAIN)] | Annotated[Notes, Tag(LANGUAGES)], Discriminator(_form_of_words)
]
"""Plain text (then it is in the default language), or a mapping of languages."""
NameOrNames = Annotated[
    Annotated[Name, Tag(PLAIN)] | Annotated[Names, Tag(LANGUAGES)], Discriminator(_form_of_words)
]
