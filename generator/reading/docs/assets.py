"""Assets that could act: drawings that only draw, style sheets that load nothing from elsewhere.

In: the bytes of an .svg or .css file under docs/. Out: a finding at the first thing in it that does
more than draw or style, an address that leads to another host, or an import; or None. It reads the
file as a browser would and changes nothing: what it may load lies beside it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any
from xml.parsers import expat

import tinycss2

from generator.model import Finding
from generator.reading.disk import file_finding
from generator.text import shown

_DRAWS = frozenset(
    (
        "svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse",
        "line", "polyline", "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop",
        "clipPath", "mask", "pattern", "marker", "image",
    )
)  # fmt: skip
"""All that a drawing needs; what is not here could act, load or style something else."""
_EMBEDDED = re.compile(r"data:image/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/=\s]*")
_OUTWARD = re.compile(r"//|\\|javascript:|image-set|@|url\(\s*[\"']?(?!#)", re.IGNORECASE)
"""In an attribute: an address, or an escape that could hide one."""
_HINT = "save it as a plain drawing without scripts, styles from elsewhere or links"
_NAMESPACES = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
_DEEPEST = 200
_UTF8 = {None, "utf-8", "us-ascii"}
_LOADING = frozenset({"url", "src", "image", "image-set", "-webkit-image-set", "cross-fade"})
"""Functions whose texts are addresses."""
_ELSEWHERE = re.compile(r"[\x00-\x20]*(?:(?!data:)[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
_SHEET_HINT = "put what it loads into docs/ and name it from there, or delete the rule"


class _FoundError(Exception):
    """What the drawing must not hold."""


def find_active(path: str, data: bytes) -> Finding | None:
    """The first thing in an SVG that does more than draw."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return file_finding(path, "the drawing is no UTF-8", "save it as UTF-8")
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text, parser.buffer_size = True, len(data) + 1
    parser.XmlDeclHandler = _check_declaration
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.ProcessingInstructionHandler = _refuse_instruction
    depth = _Depth()
    parser.StartElementHandler = depth.enter
    parser.EndElementHandler = depth.leave
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's own signature
    except _FoundError as found:
        line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        return file_finding(path, str(found), _HINT, line, column)
    except expat.ExpatError as error:
        message = "the drawing is no well-formed SVG"
        return file_finding(path, message, "save it anew", error.lineno, error.offset + 1)
    return None


class _Depth:
    """How many elements are open: a browser draws what is nested by recursion."""

    def __init__(self) -> None:
        self._open = 0

    def enter(self, tag: str, attributes: dict[str, str]) -> None:
        self._open += 1
        if self._open > _DEEPEST:
            raise _FoundError(f"the drawing nests more than {_DEEPEST} elements")
        _check_element(tag, attributes)

    def leave(self, _tag: str) -> None:
        self._open -= 1


def _check_declaration(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.lower() not in _UTF8:
        raise _FoundError("the drawing declares another encoding than UTF-8")


def _refuse_doctype(*_parts: object) -> None:
    raise _FoundError("the drawing has a document type, which may define entities")


def _refuse_instruction(_target: str, _data: str) -> None:
    raise _FoundError("the drawing has a processing instruction")


def _check_element(tag: str, attributes: dict[str, str]) -> None:
    if tag not in _DRAWS:
        raise _FoundError(f"the drawing holds an element {shown(tag)}")
    for attribute, value in attributes.items():
        key = attribute.rpartition(":")[2].lower()
        if key.startswith("on"):
            raise _FoundError(f"the drawing holds an event handler ({shown(key)})")
        if attribute == "xmlns" or attribute.startswith("xmlns:"):
            if value not in _NAMESPACES:
                raise _FoundError("the drawing holds more than a drawing's elements")
        elif key in {"href", "src"}:
            if not _is_inside(tag, value):
                raise _FoundError("the drawing refers to something outside itself")
        elif _OUTWARD.search(value):
            raise _FoundError("the drawing refers to something outside itself")


def _is_inside(tag: str, value: str) -> bool:
    return value.startswith("#") or (tag == "image" and bool(_EMBEDDED.fullmatch(value)))


def find_loading(path: str, data: bytes) -> Finding | None:
    """The first thing in a style sheet that a browser would fetch from elsewhere."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return file_finding(path, "the style sheet is no UTF-8", "save it as UTF-8")
    # As a browser reads it: escapes decoded, comments gone.
    for node in _loaded(tinycss2.parse_component_value_list(text), is_address=False):
        line, column = node.source_line, node.source_column
        said = "imports another" if node.type == "at-keyword" else "loads from another host"
        return file_finding(path, f"the style sheet {said}", _SHEET_HINT, line, column)
    return None


def _loaded(nodes: Iterable[Any], *, is_address: bool) -> Iterator[Any]:
    for node in nodes:
        if node.type == "at-keyword" and node.lower_value == "import":
            yield node
        elif node.type == "url" or (node.type == "string" and is_address):
            if _ELSEWHERE.match(re.sub(r"[\t\n\r]", "", node.value)):
                yield node
        elif node.type == "function":
            yield from _loaded(node.arguments, is_address=is_address or node.lower_name in _LOADING)
        elif node.type in {"() block", "[] block", "{} block"}:
            yield from _loaded(node.content, is_address=is_address)
