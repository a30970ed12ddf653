"""Selectors, as far as they can be judged of an element and of what stands around it.

In: a selector. Out: what an element must have for it, and what must stand around. Order and depth
are not judged: what may choose an element is taken to choose it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_NAME = r"(?:[\w-]|[^\x00-\x7f]|\\.)+"
_DEEP = r"[^()]*(?:\([^()]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[^()]*)*\)[^()]*)*"
_PIECE = re.compile(
    rf"""(?P<gap>\s*[>+~]\s*|\s+)
    |\[\s*(?P<attribute>{_NAME})\s*
      (?:(?P<sign>[~|^$*]?=)\s*(?P<quote>["']?)(?P<value>.*?)(?P=quote)\s*(?:[is]\s*)?)?\]
    |(?P<thing>[.#]{_NAME})
    |(?P<colons>::?)(?P<pseudo>{_NAME})(?:\((?P<inside>{_DEEP})\))?
    |(?P<tag>{_NAME})
    |.""",
    re.VERBOSE | re.DOTALL,
)
_PARTS = {"before", "after", "first-letter", "first-line", "marker"}
"""Of an element, that are there without it being touched."""
_NOT_AT_FIRST = {
    *("active", "autofill", "focus", "focus-visible", "focus-within", "fullscreen", "hover"),
    *("indeterminate", "invalid", "modal", "placeholder-shown", "popover-open", "target"),
    *("target-within", "user-invalid", "user-valid", "valid", "visited"),
}
_SAID_BY = {"checked": "[checked", "disabled": "[disabled", "root": ":root"}
_ANY_OF = {"is", "where"}


class Condition(NamedTuple):
    """What an attribute's value is asked for."""

    attribute: str
    sign: str
    wanted: str

    @property
    def feature(self) -> str:
        """How the features of an element say that it holds."""
        return f"[{self.attribute}{self.sign}{self.wanted}"

    def holds(self, value: str) -> bool:
        """Whether it holds of a value."""
        wanted = self.wanted
        return {
            "=": value == wanted,
            "~=": wanted in value.split(),
            "^=": value.startswith(wanted),
            "$=": value.endswith(wanted),
            "*=": wanted in value,
            "|=": value == wanted or value.startswith(f"{wanted}-"),
        }[self.sign]


class Compound(NamedTuple):
    """What one element must have."""

    needs: frozenset[str]
    any_of: tuple[tuple["Compound", ...], ...]
    """Of each list, what one of the list asks for."""
    none_of: tuple[frozenset[str], ...]
    conditions: tuple[Condition, ...]
    """Of those needs that ask for a value."""

    def is_met(self, features: frozenset[str]) -> bool:
        """Whether features hold all that is needed, and nothing that is ruled out."""
        return (
            self.needs <= features
            and all(any(one.is_met(features) for one in choice) for choice in self.any_of)
            and not any(ruled_out <= features for ruled_out in self.none_of)
        )

    @property
    def key(self) -> str:
        """A feature without which it is not met; empty where there is none."""
        return max(self.needs, key=lambda one: (one[0] in "#.", one), default="")

    def parts(self) -> Iterator["Compound"]:
        """Itself, and all that it names as a choice."""
        yield self
        for choice in self.any_of:
            for one in choice:
                yield from one.parts()


class Selector(NamedTuple):
    """What an element must have, and what must stand around it."""

    own: Compound
    around: tuple[Compound, ...]


class _Building:
    """A compound, piece by piece."""

    def __init__(self) -> None:
        self.needs: set[str] = set()
        self.any_of: list[tuple[Compound, ...]] = []
        self.none_of: list[frozenset[str]] = []
        self.conditions: list[Condition] = []
        self.is_possible = True

    def add(self, piece: re.Match[str]) -> None:
        """Takes up what a piece asks for."""
        if piece["attribute"]:
            name = piece["attribute"].lower()
            self.needs.add(f"[{name}")
            if piece["sign"]:
                condition = Condition(name, piece["sign"], piece["value"])
                self.conditions.append(condition)
                self.needs.add(condition.feature)
        elif piece["thing"]:
            self.needs.add(piece["thing"].replace("\\", ""))
        elif piece["tag"]:
            self.needs.add(piece["tag"].lower())
        elif piece["pseudo"]:
            self._add_pseudo(piece["colons"], piece["pseudo"].lower(), piece["inside"] or "")

    def _add_pseudo(self, colons: str, name: str, inside: str) -> None:
        if name in _NOT_AT_FIRST or name[0] == "-" or (colons == "::" and name not in _PARTS):
            self.is_possible = False
        elif name in _SAID_BY:
            self.needs.add(_SAID_BY[name])
        elif name in _ANY_OF:
            choices = filter(None, map(read_selector, _list(inside)))
            self.any_of.append(tuple(one.own for one in choices))
        elif name == "not":
            for one in filter(None, map(read_selector, _list(inside))):
                if not (one.around or one.own.any_of or one.own.none_of) and one.own.needs:
                    self.none_of.append(one.own.needs)

    def built(self) -> Compound:
        """What was taken up."""
        needs, conditions = frozenset(self.needs), tuple(self.conditions)
        return Compound(needs, tuple(self.any_of), tuple(self.none_of), conditions)


def read_selector(text: str) -> Selector | None:
    """A selector without commas; none where it chooses nothing in a page that nobody touched."""
    compounds = [_Building()]
    for piece in _PIECE.finditer(text.strip()):
        if piece["gap"]:
            compounds.append(_Building())
        else:
            compounds[-1].add(piece)
    if not all(one.is_possible for one in compounds):
        return None
    *around, own = (one.built() for one in compounds)
    return Selector(own, tuple(around))


def _list(text: str) -> list[str]:
    """The selectors between commas that stand at the top."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return parts
