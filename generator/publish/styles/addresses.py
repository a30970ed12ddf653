"""Addresses in a style sheet.

In: a style sheet, where it stood and where it goes. Out: the sheet, whose addresses lead from there
to the same files.
"""

import re
from collections.abc import Iterable
from posixpath import dirname, join, normpath, relpath

import tinycss2
from tinycss2.ast import Node, StringToken, URLToken
from tinycss2.serializer import serialize_string_value

_MAY_HOLD = re.compile(r"(?:url|src)\(\s*[\"']?(?!data:|#|\s|[\"'])|image-set\(", re.IGNORECASE)
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|/|#|$)", re.IGNORECASE)
_TAKES_STRINGS = {"url", "src", "image-set", "-webkit-image-set"}


def moved(css: str, sheet: str, folder: str) -> str:
    """A sheet of the site as it must be in another folder of it."""
    if not _MAY_HOLD.search(css):
        return css
    nodes = tinycss2.parse_component_value_list(css)
    for token in _addresses(nodes):
        if _ELSEWHERE.match(token.value):
            continue
        path, *rest = re.split("(?=[?#])", token.value, maxsplit=1)
        target = relpath(normpath(join("/", dirname(sheet), path)), join("/", folder))
        address = serialize_string_value("".join((target, *rest)))
        token.representation = f'url("{address}")' if token.type == "url" else f'"{address}"'
    return str(tinycss2.serialize(nodes))


def has_relative_address(css: str) -> bool:
    """Whether a part of a sheet names a file by where the sheet stands."""
    if not _MAY_HOLD.search(css):
        return False
    tokens = _addresses(tinycss2.parse_component_value_list(css))
    return not all(_ELSEWHERE.match(token.value) for token in tokens)


def _addresses(nodes: Iterable[Node]) -> Iterable[URLToken | StringToken]:
    for node in nodes:
        if node.type == "url":
            yield node
        elif node.type == "function":
            if node.lower_name in _TAKES_STRINGS:
                yield from (one for one in node.arguments if one.type == "string")
            yield from _addresses(node.arguments)
        elif node.type in {"() block", "[] block", "{} block"}:
            yield from _addresses(node.content)
