"""A table of a lexicon file, read into its record: the type of a field says what its key may hold.

In: a table as TOML reads it, and the class of a record. Out: the record; what is missing is empty.
A key that no field has, or a value of another kind, is an error that names the key.
"""

import dataclasses
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar, get_type_hints

from generator.evidence.lexicon.cues import CUES, Cues
from generator.evidence.lexicon.phrases import PhraseTable, phrase_pattern, phrase_table
from generator.model import HEDGES, Hedge

Record = TypeVar("Record")
Value = TypeVar("Value")


class LexiconError(ValueError):
    """A lexicon file holds what nothing reads; the message names the key."""


def read_record(kind: type[Record], table: object) -> Record:
    """The record of a table; the field of a key that Python has a word for ends in a stroke."""
    hints = {name.rstrip("_"): (name, hint) for name, hint in get_type_hints(kind).items()}
    typed = _check_names(_of_kind(table, dict), tuple(hints))
    values: dict[str, Any] = {}
    for key, (name, hint) in hints.items():
        try:
            if isinstance(hint, type) and dataclasses.is_dataclass(hint):
                values[name] = read_record(hint, typed.get(key, {}))
            else:
                empty, read = _READERS[hint]
                values[name] = read(typed.get(key, empty))
        except (ArithmeticError, ValueError, re.error) as error:
            raise LexiconError(f"{key}: {error}") from error
    return kind(**values)


def _check_names(table: Mapping[str, Value], names: Sequence[str]) -> Mapping[str, Value]:
    """The table, if it has no other keys than these."""
    for key in table:
        if key not in names:
            raise LexiconError(f"{key}: no such key")
    return table


def _row(value: object) -> tuple[str, ...]:
    return tuple(_of_kind(one, str) for one in _of_kind(value, list))


def _words(value: object) -> frozenset[str]:
    return frozenset(_row(value))


def _size(value: object) -> Decimal:
    """A decimal in quotation marks, or the exponent of a power of ten."""
    return Decimal(value) if isinstance(value, str) else Decimal((0, (1,), _of_kind(value, int)))


def _pattern(value: object) -> re.Pattern[str]:
    """A list of phrases that are searched for in a text, or a regular expression."""
    return re.compile(value) if isinstance(value, str) else phrase_pattern(_row(value))


def _phrases(value: object) -> PhraseTable[bool]:
    return phrase_table((phrase, True) for phrase in _row(value))


def _hedges(value: object) -> PhraseTable[Hedge]:
    """Of a phrase under several hedges, the first in their order counts."""
    table = _check_names(_of_kind(value, dict), HEDGES)
    return phrase_table(
        (phrase, hedge) for hedge in HEDGES for phrase in _row(table.get(hedge, []))
    )


def _letters(value: object) -> Mapping[int, str]:
    """Letters with what each is replaced by, for `str.translate`."""
    return str.maketrans({key: _of_kind(one, str) for key, one in _of_kind(value, dict).items()})


def _cues(value: object) -> Cues:
    """Lists of phrases by the name of what they say."""
    table = _check_names(_of_kind(value, dict), CUES)
    return Cues(
        {
            name: re.compile(one) if isinstance(one, str) else _row(one)
            for name, one in table.items()
        }
    )


def _each(read: Callable[[Any], Value]) -> tuple[object, Callable[[object], Mapping[str, Value]]]:
    """A table whose keys are words: what may stand under each."""

    def read_all(value: object) -> Mapping[str, Value]:
        return {word: read(one) for word, one in _of_kind(value, dict).items()}

    return {}, read_all


def _of_kind(value: object, kind: type[Value]) -> Value:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise LexiconError(f"{value!r} is no {kind.__name__}")
    return value


_READERS: Mapping[object, tuple[object, Callable[[Any], object]]] = {
    str: ("", lambda value: _of_kind(value, str)),
    bool: (False, lambda value: _of_kind(value, bool)),
    tuple[str, ...]: ([], _row),
    frozenset[str]: ([], _words),
    re.Pattern[str]: ([], _pattern),
    PhraseTable[bool]: ([], _phrases),
    PhraseTable[Hedge]: ({}, _hedges),
    Mapping[int, str]: ({}, _letters),
    Mapping[str, str]: _each(lambda value: _of_kind(value, str)),
    Mapping[str, int]: _each(lambda value: _of_kind(value, int)),
    Mapping[str, Decimal]: _each(_size),
    Mapping[str, Fraction]: _each(lambda value: Fraction(_of_kind(value, str))),
    Mapping[str, tuple[str, ...]]: _each(_row),
    Mapping[str, frozenset[str]]: _each(_words),
    Cues: ({}, _cues),
}
"""For the type of a field: what stands for a missing key, and how a value is read."""
