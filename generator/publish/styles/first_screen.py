"""The rules of a style sheet that the first screen of a page needs, within a limit of bytes.

In: the rules of a sheet in their order, the text of a page. Out: a style sheet that draws the start
of the page as the whole sheet does. The whole follows it and has the last word, so that a rule too
few or too many shows for a moment only.

The first screen is what stands first in a page: header, menus, the start of `main`, element by
element, as many as fit. Left out are what is closed at first, rules of paper, of pointer and focus,
and what changes neither place nor colour: how things move, marks, names of one browser's own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.publish.styles.addresses import has_relative_address
from generator.publish.styles.page_start import Asked, Element, read_start
from generator.publish.styles.rules import FlatRule, asked_properties
from generator.publish.styles.selectors import read_selector

MOST_BYTES = 17_000
"""Of style within a page."""
_LEFT_OUT = re.compile(
    r"(?:-(?:webkit|moz|ms)-)?(?:animation|backface-visibility|border-radius|box-decoration-break"
    r"|box-shadow|break-|color-adjust|cursor|forced-color-adjust|mask|orphans|outline|page-break"
    r"|pointer-events|print-color-adjust|scroll-|scrollbar-color|scrollbar-width"
    r"|tap-highlight-color|text-decoration-thickness|text-underline-offset|touch-action"
    r"|transition|user-select|widows|will-change)"
)
_IDLE = re.compile(r"(?<=[,:]) +|(?<=[ ,(:])0(?=\.\d)")
"""Blanks behind marks, and zeros before points."""
_PAPER = re.compile(r"@media\b(?!.*(?:screen|,|not)).*\bprint\b")
_ENDS_STYLE = re.compile(r"</(?=style)", re.IGNORECASE)

Need = tuple[int, int] | str
"""A selector, by the number of its rule and its own, or a custom property."""


class FirstScreens:
    """Chooses among the rules of one sheet; what pages have in common is found once."""

    def __init__(self, rules: Iterable[FlatRule]) -> None:
        """Of a sheet, in its order; of one with layers nothing fits: their order would change."""
        self._rules = [*_usable(rules)]
        if any(head.startswith("@layer") for rule in self._rules for head in rule.heads):
            self._rules.clear()
        self._asked = Asked()
        self._choices: dict[int, list[tuple[frozenset[int], tuple[int, int]]]] = {}
        """By what an element must meet: what must be met around it, and the selector."""
        for number, rule in enumerate(self._rules):
            for place, text in enumerate(rule.selectors):
                if selector := read_selector(text):
                    around = frozenset(map(self._asked.number, selector.around))
                    choices = self._choices.setdefault(self._asked.number(selector.own), [])
                    choices.append((around, (number, place)))
        self._needs = dict[Element, frozenset[Need]]()
        self._fitting = dict[tuple[object, ...], str]()

    def style_of(self, page: str) -> str:
        """The style of a page's first screen; empty where that of its heading does not fit."""
        elements, up_to_heading = read_start(page, self._asked)
        steps, known, least = list[frozenset[Need]](), set[Need](), -1
        for number, element in enumerate(elements, 1):
            if new := self._needed_by(element) - known:
                steps.append(new)
                known |= new
            if number == up_to_heading:
                least = len(steps)
        if least < 0:
            return ""
        key = (*steps, least)
        if key not in self._fitting:
            self._fitting[key] = self._longest(steps, least)
        return self._fitting[key]

    def _needed_by(self, element: Element) -> frozenset[Need]:
        if element not in self._needs:
            chosen = [
                place
                for met in element.own
                for around, place in self._choices.get(met, ())
                if around <= element.around
            ]
            drawn_with = (name for value in element.values for name in asked_properties(value))
            self._needs[element] = frozenset[Need](drawn_with).union(chosen)
        return self._needs[element]

    def _longest(self, steps: Sequence[frozenset[Need]], least: int) -> str:
        """The style of as many steps as fit, if those that must are among them."""
        low, high, found = least - 1, len(steps) + 1, ""
        while high - low > 1:
            middle = (low + high) // 2 if low >= least else least
            written = self._written(frozenset[Need]().union(*steps[:middle]))
            if len(written.encode()) > MOST_BYTES:
                high = middle
            else:
                low, found = middle, written
        return found

    def _written(self, needs: frozenset[Need]) -> str:
        """The chosen rules as a sheet, with the custom properties that they ask for."""
        chosen: dict[int, list[str]] = {}
        for number, place in sorted(one for one in needs if isinstance(one, tuple)):
            chosen.setdefault(number, []).append(self._rules[number].selectors[place])
        asked = self._asked_in(chosen, {one for one in needs if isinstance(one, str)})
        text, within = list[str](), tuple[str, ...]()
        for number, selectors in chosen.items():
            rule = self._rules[number]
            declared = [one.text for one in rule.declared if not one.sets or one.sets in asked]
            if not declared:
                continue
            if rule.heads != within:
                text += ["}" * len(within), *(f"{head}{{" for head in rule.heads)]
                within = rule.heads
            text.append(f"{','.join(selectors)}{{{';'.join(declared)}}}")
        return _ENDS_STYLE.sub(r"<\\/", "".join((*text, "}" * len(within))))

    def _asked_in(self, chosen: Iterable[int], asked: set[str]) -> set[str]:
        """The custom properties that the rules take a value from, and those that these do."""
        declared = [one for number in chosen for one in self._rules[number].declared]
        found = asked.union(*(one.asks for one in declared if not one.sets))
        while more := {n for one in declared if one.sets in found for n in one.asks} - found:
            found |= more
        return found


class _Declared(NamedTuple):
    text: str
    sets: str
    """The custom property that it sets, if it is one."""
    asks: frozenset[str]


class _Rule(NamedTuple):
    heads: tuple[str, ...]
    selectors: tuple[str, ...]
    declared: tuple[_Declared, ...]


def _usable(rules: Iterable[FlatRule]) -> Iterator[_Rule]:
    """The rules for a screen, without what is left out of its first one."""
    for heads, selectors, declared in rules:
        kept = tuple(map(_declaration, filter(_is_usable, declared)))
        if kept and selectors and not any(map(_PAPER.match, heads)):
            yield _Rule(tuple(map(_tight, heads)), tuple(map(_tight, selectors)), kept)


def _is_usable(declaration: str) -> bool:
    # An address beside the sheet leads elsewhere from a page.
    return not (_LEFT_OUT.match(declaration) or has_relative_address(declaration))


def _declaration(text: str) -> _Declared:
    name, _, value = text.partition(":")
    sets = name if name.startswith("--") else ""
    return _Declared(_tight(f"{name}:{value}"), sets, frozenset(asked_properties(value)))


def _tight(text: str) -> str:
    """The same in fewer letters; what may hold words stays as it is."""
    return text if '"' in text or "'" in text else _IDLE.sub("", text)
