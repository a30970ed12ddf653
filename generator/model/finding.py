"""A finding is a value with a place: what is wrong, where, and what to do about it."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.codes import CODES
from generator.model.frozen import EMPTY
from generator.model.vocabulary import Severity

Step = str | int


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """Where a text was typed: path relative to the project's root, line and column from one."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """The clickable form `path:line:column`."""
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Marks:
    """Where each field of a record was typed, by its path of keys and indices."""

    start: Place
    """Where the record begins; the answer for every field that was not typed."""
    places: Mapping[tuple[Step, ...], Place] = EMPTY

    def at(self, *path: Step) -> Place:
        """The place of the value at `path`, or of its nearest ancestor that was typed."""
        for length in range(len(path), 0, -1):
            if place := self.places.get(path[:length]):
                return place
        return self.start


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the record in hand; `Marks` know where it was typed."""

    name: str


@dataclass(frozen=True, slots=True)
class Offset:
    """A character of the text in hand (a page, a formula), counted from 0."""

    value: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding in the data; collected as a value."""

    code: str
    """A key of `model.codes.CODES`."""
    at: Place | Field | Offset
    """Where it is; what leaves a room names a place."""
    subject: str
    """The id of the fact, article, chart … that is wrong; empty for a whole file."""
    message: str
    """What is, in one line."""
    hint: str
    """What to do about it, in one line."""

    @property
    def place(self) -> Place:
        """The place in a file; ValueError while only a field or an offset is known."""
        if not isinstance(self.at, Place):
            raise ValueError(f"{self.code} has no place yet")  # noqa: TRY004 - the state is wrong
        return self.at

    @property
    def severity(self) -> Severity:
        """`review` where a machine must not decide; both severities stop the build."""
        return CODES[self.code]

    @property
    def sort_key(self) -> tuple[Place, str, str, str]:
        """Findings are shown by place, then code."""
        return (self.place, self.code, self.subject, self.message)
