"""The elements that stand first in a page, as far as selectors can ask for them.

In: the text of a page, what the selectors of a sheet ask for. Out: elements in their order, each
with what it has and what stands around it. Of what is closed at first only the outside counts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.publish.styles.selectors import Compound, Condition
from generator.publish.styles.tags import tags_in_order

_MOST_ELEMENTS = 100
"""Of `main` that are looked at, but for what stands in drawings; a screen has some fifty."""
_CLOSED_CLASSES = {"drawer", "md-dialog", "md-search"}
"""Of the theme: what shows nothing, or is not there, before it is opened or a script ran."""
_CLOSED_TAGS = {"dialog", "head", "noscript", "template"}
_EMPTY_TAGS = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"),
    *("track", "wbr", "script", "style"),
}


class Element(NamedTuple):
    """What selectors can ask of an element."""

    own: frozenset[int]
    """The compounds that it meets."""
    around: frozenset[int]
    """Those that are met by what it stands in, or by what stands before these or before itself."""
    values: tuple[str, ...]
    """Of its attributes, where they take one from a custom property."""


class _Node(NamedTuple):
    tag: str
    attributes: dict[str, str]
    within: int


class Asked:
    """All that the selectors of a sheet ask for; the rest of a page makes no difference to it."""

    def __init__(self) -> None:
        """Of no selector yet."""
        self._numbers: dict[Compound, int] = {}
        self._by_feature: dict[str, list[Compound]] = {}
        self._features: set[str] = set()
        self._conditions: dict[str, set[Condition]] = {}
        self._met: dict[frozenset[str], frozenset[int]] = {}

    def number(self, compound: Compound) -> int:
        """By which elements tell that they meet it."""
        if compound not in self._numbers:
            self._numbers[compound] = len(self._numbers)
            self._by_feature.setdefault(compound.key, []).append(compound)
            for one in compound.parts():
                self._features.update(one.needs, *one.none_of)
                for condition in one.conditions:
                    self._conditions.setdefault(condition.attribute, set()).add(condition)
        return self._numbers[compound]

    def elements(self, nodes: Sequence[_Node]) -> Iterator[Element]:
        """What each node of a page meets, and what is met around it."""
        values = self._values_met(nodes)
        inside: dict[int, frozenset[int]] = {-1: frozenset()}
        """By number: what is met around the next element in it."""
        for number, node in enumerate(nodes):
            own = self._met_by(node, values)
            around = inside[node.within]
            inside[node.within] = inside[number] = around | own
            drawn = tuple(value for value in node.attributes.values() if "var(" in value)
            yield Element(own, around, drawn)

    def _met_by(self, node: _Node, values: Mapping[str, frozenset[str]]) -> frozenset[int]:
        found = {node.tag, *(f".{name}" for name in node.attributes.get("class", "").split())}
        found.update(f"[{name}" for name in node.attributes)
        found.update(*(values[name] for name in values.keys() & node.attributes.keys()))
        found.add(f"#{node.attributes.get('id')}")
        if node.tag == "html":
            found.add(":root")
        features = frozenset(self._features & found)
        if features not in self._met:
            self._met[features] = frozenset(
                self._numbers[one]
                for feature in ("", *features)
                for one in self._by_feature.get(feature, ())
                if one.is_met(features)
            )
        return self._met[features]

    def _values_met(self, nodes: Iterable[_Node]) -> dict[str, frozenset[str]]:
        """By attribute, the conditions that a value somewhere meets: scripts take values along."""
        values: dict[str, set[str]] = {}
        for node in nodes:
            for name in self._conditions.keys() & node.attributes.keys():
                values.setdefault(name, set()).add(node.attributes[name])
        return {
            name: frozenset(
                one.feature for one in self._conditions[name] if any(map(one.holds, found))
            )
            for name, found in values.items()
        }


def read_start(page: str, asked: Asked) -> tuple[list[Element], int]:
    """The first elements of a page, and how many of them up to its first heading: 0 without one."""
    reader = _Reader()
    for tag, attributes in tags_in_order(page):
        if tag[0] == "/":
            reader.end(tag[1:])
        elif reader.left > 0:
            reader.begin(tag, dict(attributes))
        else:
            break
    return [*asked.elements(reader.nodes)], reader.up_to_heading


class _Open(NamedTuple):
    tag: str
    number: int
    """Of its node; where it is not shown, of the one that it stands in."""
    shows: str
    """Which elements in it are shown: `all`, `none`, or only a `summary`."""
    counts: bool
    """Whether it is in `main`, and in no menu, list of choices or drawing."""


class _Reader:
    """Takes up the elements that are shown, in their order."""

    def __init__(self) -> None:
        self.nodes: list[_Node] = []
        self.up_to_heading = 0
        self.left = _MOST_ELEMENTS
        self._open = [_Open("", -1, "all", counts=False)]

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        within = self._open[-1]
        is_shown = within.shows in {"all", tag}
        if is_shown:
            self.nodes.append(_Node(tag, attributes, within.number))
            self.left -= within.counts
            if tag == "h1" and not self.up_to_heading:
                self.up_to_heading = len(self.nodes)
        if tag not in _EMPTY_TAGS:
            shows = _shows(tag, attributes) if is_shown else "none"
            number = len(self.nodes) - 1 if is_shown else within.number
            counts = tag == "main" or (within.counts and tag not in {"nav", "select", "svg"})
            self._open.append(_Open(tag, number, shows, counts))

    def end(self, tag: str) -> None:
        """An element ends, with all that is open in it."""
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return


def _shows(tag: str, attributes: dict[str, str]) -> str:
    """What an element shows of what it holds before somebody, or a script, opens it."""
    classes = {*attributes.get("class", "").split()}
    if "hidden" in attributes or tag in _CLOSED_TAGS or classes & _CLOSED_CLASSES:
        return "none"
    return "summary" if tag == "details" and "open" not in attributes else "all"
