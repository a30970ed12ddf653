"""A style sheet without the rules that no page of a site can need.

In: a style sheet and the names that occur in pages and scripts. Out: the style sheet, shorter, with
the same effect. A rule is dropped only when each of its selectors asks for a class, an id, an
element or an attribute's value that occurs nowhere; what cannot be judged is kept.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

_ASKED = re.compile(r"var\(\s*(--[\w-]+)")
_RELATIVE = re.compile(r"url\(\s*[\"']?(?!data:|#|\s|[\"'])|@import", re.IGNORECASE)
_NESTING = frozenset({"media", "supports", "layer", "container"})
_AFTER = frozenset(";,>~")
_BEFORE = _AFTER | {"!"}
"""Marks that separate by themselves, so that white space after or before them is idle."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Names:
    """What occurs in the pages of a site and in its scripts."""

    names: frozenset[str]
    """Classes and ids."""
    elements: frozenset[str]
    values: frozenset[str]
    """Of attributes."""


def shorten(css: str, names: Names) -> str:
    """The style sheet without rules for what does not occur, comments and idle white space."""
    return _rules(_parsed(css), names)


def drop_idle_properties(sheets: Sequence[str], also: Iterable[str] = ()) -> str:
    """The sheets as one, without custom properties that neither they nor `also` ask for."""
    css, rules = "".join(sheets), [rule for sheet in sheets for rule in _read(sheet)]
    others = frozenset(also)
    while True:
        asked = others.union(asked_properties(css))
        shorter = "".join(_without_idle(rule, asked) for rule in rules)
        if shorter == css:
            return css
        css = shorter


def asked_properties(text: str) -> list[str]:
    """The custom properties that a style sheet, or a drawing within a page, takes a value from."""
    return _ASKED.findall(text)


def has_relative_address(css: str) -> bool:
    """Whether a sheet names files beside it, so that its rules hold only where it stands."""
    return _RELATIVE.search(css) is not None


@lru_cache(maxsize=16)
def _parsed(css: str) -> tuple[Node, ...]:
    """The sheet as nodes; a preview that builds again meets the theme's sheets again."""
    return tuple(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def _rules(rules: Iterable[Node], names: Names) -> str:
    return "".join(_rule(rule, names) for rule in rules)


def _rule(rule: Node, names: Names) -> str:
    if isinstance(rule, QualifiedRule):
        kept = [one for one in _split(rule.prelude, ",") if _may_match(one, names)]
        chosen = ",".join(_packed(one) for one in kept)
        return f"{chosen}{{{_packed(rule.content)}}}" if kept else ""
    if not isinstance(rule, AtRule):
        return ""  # a mistake, which a browser skips as well
    head = f"@{rule.at_keyword} {_packed(rule.prelude)}"
    if rule.content is None:
        return f"{head};"
    if rule.lower_at_keyword not in _NESTING:
        return f"{head}{{{_packed(rule.content)}}}"
    nested = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
    inner = _rules(nested, names)
    return f"{head}{{{inner}}}" if inner else ""


class _Nested(NamedTuple):
    """A rule that holds rules."""

    head: str
    rules: tuple["str | _Nested | _Styled", ...]


class _Styled(NamedTuple):
    """A rule that holds declarations."""

    chosen: str
    declared: tuple[str, ...]


@lru_cache(maxsize=64)
def _read(css: str) -> tuple[str | _Nested | _Styled, ...]:
    """The rules of a sheet; they are read once, however many pages and rounds ask for them."""
    return tuple(map(_read_rule, _parsed(css)))


def _read_rule(rule: Node) -> str | _Nested | _Styled:
    if isinstance(rule, AtRule) and rule.content and rule.lower_at_keyword in _NESTING:
        nested = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        head = f"@{rule.at_keyword} {_packed(rule.prelude)}"
        return _Nested(head, tuple(map(_read_rule, nested)))
    if not isinstance(rule, QualifiedRule):
        return str(rule.serialize())
    declared = filter(None, map(_packed, _split(rule.content, ";")))
    return _Styled(_packed(rule.prelude), tuple(declared))


def _without_idle(rule: str | _Nested | _Styled, asked: frozenset[str]) -> str:
    if isinstance(rule, str):
        return rule
    if isinstance(rule, _Nested):
        inner = "".join(_without_idle(one, asked) for one in rule.rules)
        return f"{rule.head}{{{inner}}}" if inner else ""
    declared = [
        text for text in rule.declared if text[:2] != "--" or text.partition(":")[0] in asked
    ]
    return f"{rule.chosen}{{{';'.join(declared)}}}" if declared else ""


def _split(nodes: Sequence[Node], mark: str) -> list[list[Node]]:
    """The parts between marks that stand at the top."""
    parts: list[list[Node]] = [[]]
    for node in nodes:
        if node.type == "literal" and node.value == mark:
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def _may_match(selector: Sequence[Node], names: Names) -> bool:
    """Whether all that a selector asks for occurs; what a pseudo-class holds may."""
    before = ""
    for node in selector:
        if node.type == "ident":
            known = names.names if before == "." else names.elements
            if before != ":" and node.value not in known:
                return False
        elif node.type == "hash":
            if node.value not in names.names:
                return False
        elif node.type == "[] block" and not _may_hold(node.content, names):
            return False
        before = node.value if node.type == "literal" else ""
    return True


def _may_hold(condition: Sequence[Node], names: Names) -> bool:
    """Whether an attribute of that value occurs; only a whole value can be judged."""
    signs = [node.value for node in condition if node.type == "literal"]
    if signs != ["="]:
        return True
    wanted = [node.value for node in condition if node.type in {"ident", "string"}]
    return wanted[-1] in names.values


def _packed(nodes: Sequence[Node]) -> str:
    """The text of nodes with white space only where it separates."""
    kept: list[str] = []
    separates = True
    for node in nodes:
        kind = node.type
        if kind == "comment" or (kind == "whitespace" and separates):
            continue
        mark = node.value if kind == "literal" else ""
        if mark in _BEFORE and kept and kept[-1] == " ":
            kept.pop()
        kept.append(" " if kind == "whitespace" else node.serialize())
        separates = mark in _AFTER
    if kept and kept[-1] == " ":
        kept.pop()
    return "".join(kept)
