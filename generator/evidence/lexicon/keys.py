"""What a key of a lexicon file may hold, and the record that a table becomes.

In: a table as TOML reads it, a record whose fields say how they are read. Out: the record. A key
that no field has, or a value of another kind, is an error that names it; what is missing is not
read.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, fields
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

from generator.evidence.lexicon.phrases import PhraseTable, phrase_pattern, phrase_table
from generator.model import HEDGES, Hedge

Record = TypeVar("Record")
Value = TypeVar("Value")
NEVER = re.compile(r"(?!)")


class LexiconError(ValueError):
    """A lexicon file holds what nothing reads; the message names the key."""


def read_record(kind: type[Record], table: object) -> Record:
    """The record of a table."""
    readers = {one.name.rstrip("_"): one for one in fields(kind) if one.metadata}  # type: ignore[arg-type]
    values: dict[str, Any] = {}
    for key, value in _known(_table(table), tuple(readers)).items():
        try:
            values[readers[key].name] = readers[key].metadata["read"](value)
        except (ArithmeticError, ValueError, re.error) as error:
            raise LexiconError(f"{key}: {error}") from error
    return kind(**values)


def computed(default: Value) -> Value:
    """Nothing that a file may hold: the loader makes it of other keys and of the locale data."""
    return field(default_factory=lambda: default)


def record(kind: type[Record]) -> Record:
    """A table with keys of its own."""
    return field(default_factory=kind, metadata={"read": lambda value: read_record(kind, value)})


def text() -> str:
    """A string."""
    return field(default="", metadata={"read": _text})


def flag(*, default: bool = False) -> bool:
    """Yes or no."""
    return field(default=default, metadata={"read": _flag})


def words() -> frozenset[str]:
    """A list of words, looked up as they are written."""
    return field(default=frozenset(), metadata={"read": lambda value: frozenset(_row(value))})


def lower_words() -> frozenset[str]:
    """A list of words, looked up in small letters however they are written."""
    return field(
        default=frozenset(),
        metadata={"read": lambda value: frozenset(word.lower() for word in _row(value))},
    )


def row() -> tuple[str, ...]:
    """A list of words in their order."""
    return field(default=(), metadata={"read": _row})


def phrases() -> PhraseTable[bool]:
    """A list of phrases that are looked up at a token."""
    read = {"read": lambda value: phrase_table((phrase, True) for phrase in _row(value))}
    return field(default_factory=lambda: phrase_table(()), metadata=read)


def pattern() -> re.Pattern[str]:
    """A list of phrases that are searched for in a text, with stars."""
    return field(default=NEVER, metadata={"read": lambda value: phrase_pattern(_row(value))})


def expression() -> re.Pattern[str]:
    """A regular expression."""
    return field(default=NEVER, metadata={"read": lambda value: re.compile(_text(value))})


def texts() -> Mapping[str, str]:
    """A table of words with what each stands for."""
    return field(default_factory=dict, metadata={"read": _texts})


def letters() -> Mapping[int, str]:
    """A table of letters with what each is replaced by, for `str.translate`."""
    return field(
        default_factory=dict,
        metadata={"read": lambda value: str.maketrans({**_texts(value)})},
    )


def numbers() -> Mapping[str, int]:
    """A table of words with a whole number each."""
    return _mapping(_number)


def decimals() -> Mapping[str, Decimal]:
    """A table of words with a decimal each, in quotation marks."""
    return _mapping(lambda value: Decimal(_text(value)))


def powers() -> Mapping[str, Decimal]:
    """A table of words with a power of ten each, given by its exponent."""
    return _mapping(lambda value: Decimal((0, (1,), _number(value))))


def shares() -> Mapping[str, Fraction]:
    """A table of words with a fraction each."""
    return _mapping(lambda value: Fraction(_text(value)))


def rows() -> Mapping[str, tuple[str, ...]]:
    """A table of meanings with the words of each, in their order."""
    return _mapping(_row)


def sets() -> Mapping[str, frozenset[str]]:
    """A table of words with the words that each goes with."""
    return _mapping(lambda value: frozenset(_row(value)))


def cue() -> re.Pattern[str]:
    """A table that holds nothing but such phrases, as `words`."""
    return field(default=NEVER, metadata={"read": _cue})


def cues(*names: str) -> Mapping[str, re.Pattern[str]]:
    """A table of cues by their names; no other name is one."""

    def read(value: object) -> Mapping[str, re.Pattern[str]]:
        return {name: _cue(one) for name, one in _known(_table(value), names).items()}

    return field(default_factory=dict, metadata={"read": read})


def hedges() -> PhraseTable[Hedge]:
    """A table of hedges with their phrases; of a phrase under several, the first in their order."""

    def read(value: object) -> PhraseTable[Hedge]:
        table = _known(_table(value), HEDGES)
        return phrase_table(
            (phrase, hedge) for hedge in HEDGES for phrase in _row(table.get(hedge, []))
        )

    return field(default_factory=lambda: phrase_table(()), metadata={"read": read})


def flat(table: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of phrase and meaning from lists of phrases under their meaning."""
    return ((phrase, meaning) for meaning, phrases in table.items() for phrase in phrases)


def _mapping(read: Callable[[object], Value]) -> Mapping[str, Value]:
    def read_all(value: object) -> Mapping[str, Value]:
        return {word: read(one) for word, one in _table(value).items()}

    return field(default_factory=dict, metadata={"read": read_all})


def _known(table: Mapping[str, object], names: Sequence[str]) -> Mapping[str, object]:
    for key in table:
        if key not in names:
            raise LexiconError(f"{key}: no such key")
    return table


def _texts(value: object) -> Mapping[str, str]:
    return {word: _text(one) for word, one in _table(value).items()}


def _cue(value: object) -> re.Pattern[str]:
    return phrase_pattern(_row(_known(_table(value), ("words",)).get("words", [])))


def _table(value: object) -> Mapping[str, object]:
    return _of_kind(value, dict, "a table")


def _row(value: object) -> tuple[str, ...]:
    return tuple(_text(one) for one in _of_kind(value, list, "a list"))


def _text(value: object) -> str:
    return _of_kind(value, str, "a text")


def _number(value: object) -> int:
    return _of_kind(value, int, "a whole number")


def _flag(value: object) -> bool:
    return _of_kind(value, bool, "true or false")


def _of_kind(value: object, kind: type[Value], name: str) -> Value:
    if not isinstance(value, kind):
        raise LexiconError(f"{value!r} is not {name}")
    return value
