"""A style sheet without the rules that no page of a site can need.

In: a style sheet and the names that occur in pages and scripts. Out: the names that it asks for;
its rules, fewer, with the same effect. A rule is dropped only when each of its selectors asks for a
class, an id, an element or an attribute's value that occurs nowhere; what cannot be judged is kept.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

FlatRule = tuple[Sequence[str], Sequence[str], Sequence[str]]
"""What it stands in, as `@media print`; its selectors; its declarations."""
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")
_SET = re.compile(r"(?<![\w-])(--[\w-]+)\s*:")
_ADDRESS = re.compile(r"(?:url|src|image-set)\(", re.IGNORECASE)
_NESTING = frozenset({"media", "supports", "layer", "container"})
_BEFORE = frozenset(";,>~!")
_AFTER = frozenset(";,>~:")
"""Marks that separate by themselves, so that white space before or after them is idle."""
_ENDS = {"() block": ("(", ")"), "[] block": ("[", "]"), "{} block": ("{", "}")}
_NUMBERS = frozenset({"number", "percentage", "dimension"})
_ZERO = re.compile(r"(?<![\d.])0(?=\.\d)")
_MOVES = re.compile(r"@(?:-webkit-)?keyframes (?P<name>[\w-]+)\{")
_MOVED = re.compile(r"(?<![\w-])(?:-webkit-)?animation(?:-name)?:([^;}]*)")


class Nested(NamedTuple):
    """A rule that holds rules."""

    head: str
    rules: "Rules"


class Styled(NamedTuple):
    """A rule that holds declarations."""

    chosen: tuple[str, ...]
    declared: tuple[str, ...]


Rules = tuple[str | Nested | Styled, ...]
"""Of a sheet; as text those that style no elements."""


def shorten(css: str, words: frozenset[str]) -> Rules:
    """The rules of a style sheet, without those for what does not occur.

    Of `words` tells the first letter what they are: `.` a class or an id, `<` an element, `!` an
    element without any class, `=` the value of an attribute, `^`, `$` and `*` a part of one.
    """
    return _rules(_parsed(css), words)


def drop_idle_moves(sheets: Sequence[Rules]) -> list[Rules]:
    """The sheets without motions by key frames that none of them asks for."""
    asked = {
        word
        for rules in sheets
        for said in _MOVED.findall(css_of(rules))
        for word in re.findall(r"[\w-]+", said)
    }

    def is_idle(rule: str | Nested | Styled) -> bool:
        moves = _MOVES.match(rule) if isinstance(rule, str) else None
        return moves is not None and moves["name"] not in asked

    return [tuple(rule for rule in rules if not is_idle(rule)) for rules in sheets]


def drop_idle_properties(sheets: Sequence[Rules], also: Iterable[str] = ()) -> list[Rules]:
    """The sheets without custom properties that neither any of them nor `also` asks for."""
    found, others = [*sheets], frozenset(also)
    while True:
        asked = others.union(*(asked_properties(css_of(rules)) for rules in found))
        fewer = [_without_idle(rules, asked) for rules in found]
        if fewer == found:
            return found
        found = fewer


def drop_selectors(rules: Rules, dropped: re.Pattern[str]) -> Rules:
    """The rules without selectors in which the pattern is found."""
    kept: list[str | Nested | Styled] = []
    for rule in rules:
        if isinstance(rule, Nested):
            if inner := drop_selectors(rule.rules, dropped):
                kept.append(rule._replace(rules=inner))
        elif isinstance(rule, Styled):
            if chosen := tuple(one for one in rule.chosen if not dropped.search(one)):
                kept.append(rule._replace(chosen=chosen))
        else:
            kept.append(rule)
    return tuple(kept)


def css_of(rules: Rules) -> str:
    """Rules as a sheet."""
    return "".join(map(_css, rules))


def flat_rules(rules: Rules, within: tuple[str, ...] = ()) -> Iterator[FlatRule]:
    """Those that style elements, in their order."""
    for rule in rules:
        if isinstance(rule, Nested):
            yield from flat_rules(rule.rules, (*within, rule.head))
        elif isinstance(rule, Styled):
            yield within, rule.chosen, rule.declared


def words_asked_by(css: str) -> frozenset[str]:
    """The words by whose absence rules and custom properties of a sheet may go."""
    selectors = _selectors(_parsed(css))
    words = (word for selector in selectors for word in _words(selector))
    return frozenset(words).union(_SET.findall(css))


def asked_properties(text: str) -> list[str]:
    """The custom properties that a style sheet, or a drawing within a page, takes a value from."""
    return _ASKED.findall(text)


@lru_cache(maxsize=16)
def _parsed(css: str) -> tuple[Node, ...]:
    """The sheet as nodes; a preview that builds again meets the theme's sheets again."""
    return tuple(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def _rules(rules: Iterable[Node], words: frozenset[str]) -> Rules:
    return tuple(kept for rule in rules if (kept := _rule(rule, words)))


def _rule(rule: Node, words: frozenset[str]) -> str | Nested | Styled | None:
    if isinstance(rule, QualifiedRule):
        chosen = [one for one in _split(rule.prelude, ",") if words.issuperset(_words(one))]
        declared = filter(None, map(_packed, _split(rule.content, ";"))) if chosen else ()
        return Styled(tuple(map(_packed, chosen)), tuple(declared)) if chosen else None
    if not isinstance(rule, AtRule):
        return None  # a mistake, which a browser skips as well
    head = f"@{rule.at_keyword} {_packed(rule.prelude)}"
    if rule.content is None:
        return f"{head};"
    if rule.lower_at_keyword not in _NESTING:
        return f"{head}{{{_packed(rule.content)}}}"
    inner = _rules(_nested(rule), words)
    return Nested(head, inner) if inner else None


def _nested(rule: AtRule) -> list[Node]:
    nodes: list[Node] = tinycss2.parse_rule_list(
        rule.content, skip_comments=True, skip_whitespace=True
    )
    return nodes


def _css(rule: str | Nested | Styled) -> str:
    if isinstance(rule, str):
        return rule
    if isinstance(rule, Nested):
        return f"{rule.head}{{{css_of(rule.rules)}}}"
    return f"{','.join(rule.chosen)}{{{';'.join(rule.declared)}}}"


def _without_idle(rules: Rules, asked: frozenset[str]) -> Rules:
    kept: list[str | Nested | Styled] = []
    for rule in rules:
        if isinstance(rule, str):
            kept.append(rule)
        elif isinstance(rule, Nested):
            if inner := _without_idle(rule.rules, asked):
                kept.append(rule._replace(rules=inner))
        elif declared := tuple(
            one for one in rule.declared if one[:2] != "--" or one.partition(":")[0] in asked
        ):
            kept.append(rule._replace(declared=declared))
    return tuple(kept)


def _split(nodes: Sequence[Node], mark: str) -> list[list[Node]]:
    """The parts between marks that stand at the top."""
    parts: list[list[Node]] = [[]]
    for node in nodes:
        if node.type == "literal" and node.value == mark:
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def _words(selector: Sequence[Node]) -> Iterator[str]:
    """All that a selector asks for; what a pseudo-class holds cannot be judged."""
    before, element = "", ""
    for node in selector:
        if node.type == "ident" and before != ":":
            yield f"{'.' if before == '.' else '<'}{node.value}"
            element = "" if before == "." else node.value
        elif node.type == "function" and element and _is_not_class(node):
            yield f"!{element}"
        elif node.type == "whitespace":
            element = ""
        elif node.type == "hash":
            yield f".{node.value}"
        elif node.type == "[] block":
            yield from _values(node.content)
        before = node.value if node.type == "literal" else ""


def _is_not_class(function: Node) -> bool:
    return str(function.serialize()) == "not([class])"


def _values(condition: Sequence[Node]) -> list[str]:
    """The value that an attribute must have, or what it must begin with, end with or hold."""
    parts = [node for node in condition if node.type != "whitespace"]
    match [part.value for part in parts if part.type in {"ident", "literal", "string"}]:
        case [_, "=" | "^=" | "$=" | "*=" as sign, wanted]:
            return [f"{sign[0]}{wanted}"]
        case _:
            return []  # a name alone, or capitals that do not matter


def _selectors(rules: Iterable[Node]) -> Iterator[Sequence[Node]]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            yield from _split(rule.prelude, ",")
        elif isinstance(rule, AtRule) and rule.content and rule.lower_at_keyword in _NESTING:
            yield from _selectors(_nested(rule))


def _packed(nodes: Sequence[Node]) -> str:
    """The text of nodes with white space only where it separates, and no idle zero."""
    kept: list[str] = []
    separates = True
    for node in nodes:
        kind = node.type
        if kind == "comment" or (kind == "whitespace" and separates):
            continue
        mark = node.value if kind == "literal" else ""
        if mark in _BEFORE and kept and kept[-1] == " ":
            kept.pop()
        kept.append(" " if kind == "whitespace" else _text(node))
        separates = mark in _AFTER
    if kept and kept[-1] == " ":
        kept.pop()
    return "".join(kept)


def _text(node: Node) -> str:
    text: str = node.serialize()
    if node.type in _NUMBERS:
        return _ZERO.sub("", text)
    if node.type == "function":
        return f"{text[: text.index('(')]}({_packed(node.arguments)})"
    if node.type in _ENDS:
        start, end = _ENDS[node.type]
        return f"{start}{_packed(node.content)}{end}"
    return text
