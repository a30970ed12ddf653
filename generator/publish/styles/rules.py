"""A style sheet without the rules that no page of a site can need.

In: a style sheet and the names that occur in pages and scripts. Out: the style sheet, shorter, with
the same effect. A rule is dropped only when each of its selectors asks for a class, an id, an
element or an attribute's value that occurs nowhere; what cannot be judged is kept.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

_ASKED = re.compile(r"var\(\s*(--[\w-]+)")
_RELATIVE = re.compile(r"url\(\s*[\"']?(?!data:|#|\s|[\"'])|@import", re.IGNORECASE)
_NESTING = frozenset({"media", "supports", "layer", "container"})


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
    return _rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), names)


def drop_idle_properties(css: str, also: Iterable[str] = ()) -> str:
    """The style sheet without custom properties that neither it nor `also` asks for."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    while True:
        asked = frozenset([*asked_properties(css), *also])
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


def _without_idle(rule: Node, asked: frozenset[str]) -> str:
    if isinstance(rule, AtRule) and rule.content and rule.lower_at_keyword in _NESTING:
        nested = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        inner = "".join(_without_idle(one, asked) for one in nested)
        return f"@{rule.at_keyword} {_packed(rule.prelude)}{{{inner}}}" if inner else ""
    if not isinstance(rule, QualifiedRule):
        return str(rule.serialize())
    declared = [
        text
        for one in _split(rule.content, ";")
        if (text := _packed(one)) and (text[:2] != "--" or text.partition(":")[0] in asked)
    ]
    if not declared:
        return ""
    return f"{_packed(rule.prelude)}{{{';'.join(declared)}}}"


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
    kept: list[Node] = []
    for node in nodes:
        if node.type == "comment" or (
            node.type == "whitespace" and (not kept or _is_mark(kept[-1], ";,>~"))
        ):
            continue
        if _is_mark(node, ";,>~!") and kept and kept[-1].type == "whitespace":
            kept.pop()
        kept.append(node)
    if kept and kept[-1].type == "whitespace":
        kept.pop()
    return "".join(" " if node.type == "whitespace" else node.serialize() for node in kept)


def _is_mark(node: Node, marks: str) -> bool:
    """One of the marks that separate by themselves, so that white space beside it is idle."""
    return bool(node.type == "literal" and node.value in {*marks})
