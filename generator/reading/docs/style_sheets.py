"""Style sheets of docs/ that load nothing from elsewhere.

In: a sheet's bytes. Out: a finding on the first address in it that leads to another host, or on an
import. A reader's browser asks the site only; what a sheet may load lies beside it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2

from generator.model import Finding
from generator.reading.disk import file_finding

_LOADING = frozenset({"url", "src", "image", "image-set", "-webkit-image-set", "cross-fade"})
"""Functions whose texts are addresses."""
_ELSEWHERE = re.compile(r"[\x00-\x20]*(?:(?!data:)[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
_HINT = "put what it loads into docs/ and name it from there, or delete the rule"


def find_loading(path: str, data: bytes) -> Finding | None:
    """The first thing in a style sheet that a browser would fetch from elsewhere."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return file_finding(path, "the style sheet is no UTF-8", "save it as UTF-8")
    # As a browser reads it: escapes decoded, comments gone.
    for node in _walk(tinycss2.parse_component_value_list(text), is_address=False):
        line, column = node.source_line, node.source_column
        said = "imports another" if node.type == "at-keyword" else "loads from another host"
        return file_finding(path, f"the style sheet {said}", _HINT, line, column)
    return None


def _walk(nodes: Iterable[Any], *, is_address: bool) -> Iterator[Any]:
    for node in nodes:
        if node.type == "at-keyword" and node.lower_value == "import":
            yield node
        elif node.type == "url" or (node.type == "string" and is_address):
            if _ELSEWHERE.match(re.sub(r"[\t\n\r]", "", node.value)):
                yield node
        elif node.type == "function":
            yield from _walk(node.arguments, is_address=is_address or node.lower_name in _LOADING)
        elif node.type in {"() block", "[] block", "{} block"}:
            yield from _walk(node.content, is_address=is_address)
