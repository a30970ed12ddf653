"""A finding is a value with a place: what is wrong, where, and what to do about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.model.codes import CODES
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
    places: Mapping[tuple[Step, ...], Place] = field(default_factory=lambda: MappingProxyType({}))

    def at(self, *path: Step) -> Place:
        """The place of the value at `path`, or of its nearest ancestor that was typed."""
        for length in range(len(path), 0, -1):
            if place := self.places.get(path[:length]):
                return place
        return self.start


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding in the data; collected, never raised."""

    code: str
    """A key of `model.codes.CODES`."""
    place: Place
    subject: str
    """The id of the fact, article, chart … that is wrong; empty for a whole file."""
    message: str
    """What is, in one line."""
    hint: str
    """What to do about it, in one line."""

    @property
    def severity(self) -> Severity:
        """`review` where a machine must not decide; both severities stop the build."""
        return CODES[self.code]

    @property
    def sort_key(self) -> tuple[Place, str, str, str]:
        """Findings are shown by place, then code."""
        return (self.place, self.code, self.subject, self.message)
