"""Which of the words that style sheets ask for occur in pages and in scripts.

In: a vocabulary, in the words of `rules`; the text of a page or a script. Out: a number whose bits
stand for the words in their order, so that little has to be kept of a page.
"""

import re
from collections.abc import Collection, Iterable

from generator.kept import digest
from generator.publish.styles.rules import asked_properties
from generator.publish.styles.tags import different_tags

_COMPOUND = re.compile(r"-{0,2}[A-Za-z][A-Za-z0-9]*(?:[-_]+[A-Za-z0-9]+)+")
_ASKED_FOR = (
    "footnote-",
    "mermaid",
    "tabbed-",
    "md-annotation",
    "md-clipboard",
    "md-code__",
    "md-nav",
    "md-sidebar__",
    "md-source",
    "md-status",
    "md-tag",
    "md-tooltip",
    "md-typeset__",
    "md-version",
    "rtl",  # the way in which a page is read, which its own mark says
)
"""How names begin that the theme's script gives to parts of pages alone which ask for them: content
tabs, annotations, footnotes, diagrams, tags, versions, tables without a class, the stars of a
repository, menus that fold. Where a page has one, its style stays."""
_WITH_BUTTONS = '"content.code.'
"""A feature by which the theme's script gives buttons to code, as a page's settings name it."""
_OF_BUTTONS = (".md-clipboard", ".md-code__")
_AROUND_TABLES = ".md-typeset__"
_LITERAL = re.compile(r"""["'`]([A-Za-z][\w -]*)["'`]""")


class Vocabulary:
    """The words that sheets ask for, in an order."""

    def __init__(self, words: Iterable[str]) -> None:
        """Of words in any order."""
        self._words = sorted({*words})
        self.key = digest(self._words)

    def in_page(self, html: str) -> int:
        """Which of them a page holds, or its drawings ask for."""
        names, elements, values, bare = set[str](), set[str](), set[str](), set[str]()
        for tag, attributes in different_tags(html):
            elements.add(tag)
            if not any(name == "class" for name, _ in attributes):
                bare.add(tag)
            for name, value in attributes:
                values.add(value)
                if name in {"class", "id"}:
                    names.update(value.split())
        if _WITH_BUTTONS in html:
            names.update(word[1:] for word in self._words if word.startswith(_OF_BUTTONS))
        if "table" in bare:
            names.update(word[1:] for word in self._words if word.startswith(_AROUND_TABLES))
        properties = {*asked_properties(html)}
        kinds = {".": names, "<": elements, "!": bare, "=": values}
        return self._bits(kinds | self._held_by(values), properties)

    def in_script(self, script: str, *, is_theme: bool = False) -> int:
        """Which of them a script could bring into a page.

        That of the theme makes no element without a class that stays one.
        """
        words = _words(script)
        bare = set[str]() if is_theme else words
        kinds = {".": words, "<": words, "!": bare, "=": words}
        return self._bits(kinds | self._held_by([script]), ())

    def _held_by(self, values: Collection[str]) -> dict[str, set[str]]:
        """What sheets ask of a part of an attribute's value, as far as any of these holds it."""
        text = "\n".join(values)
        return {
            sign: {word[1:] for word in self._words if word[0] == sign and word[1:] in text}
            for sign in "^$*"
        }

    def told_by(self, bits: int) -> frozenset[str]:
        """The words that bits stand for."""
        return frozenset(word for place, word in enumerate(self._words) if bits >> place & 1)

    def _bits(self, kinds: dict[str, set[str]], properties: Collection[str]) -> int:
        bits = 0
        for place, word in enumerate(self._words):
            if word in properties if word[:2] == "--" else word[1:] in kinds[word[0]]:
                bits |= 1 << place
        return bits


def _words(script: str) -> set[str]:
    """Names in a script: those of several parts wherever they stand, others alone in quotes."""
    words = {*_COMPOUND.findall(script)}
    for literal in _LITERAL.findall(script):
        words.update(literal.split())
    return {word for word in words if not word.startswith(_ASKED_FOR)}
