"""SVG files that only draw: no script, no event, nothing from elsewhere.

In: the bytes of an .svg file under docs/. Out: a finding at the line of the first thing that does
more than draw, or None. It reads the markup as a browser would and changes nothing.
"""

import re
from xml.parsers import expat

from generator.model import Finding
from generator.reading.disk import file_finding
from generator.text import shown

_DRAWS = frozenset(
    [
        "svg",
        "g",
        "defs",
        "symbol",
        "use",
        "title",
        "desc",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
        "pattern",
        "marker",
        "image",
    ]
)
"""All that a drawing needs; what is not here could act, load or style something else."""
_EMBEDDED = re.compile(r"data:image/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/=\s]*")
_OUTWARD = re.compile(r"//|\\|javascript:|image-set|@|url\(\s*[\"']?(?!#)", re.IGNORECASE)
"""In an attribute: an address, or an escape that could hide one."""
_HINT = "save it as a plain drawing without scripts, styles from elsewhere or links"
_NAMESPACES = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
_UTF8 = {None, "utf-8", "us-ascii"}


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
    parser.StartElementHandler = _check_element
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's own signature
    except _FoundError as found:
        line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        return file_finding(path, str(found), _HINT, line, column)
    except expat.ExpatError as error:
        message = "the drawing is no well-formed SVG"
        return file_finding(path, message, "save it anew", error.lineno, error.offset + 1)
    return None


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
