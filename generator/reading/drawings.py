"""SVG files that only draw: no script, no event, nothing from elsewhere.

In: the bytes of an .svg file under docs/. Out: a finding at the line of the first thing that does
more than draw, or None. It reads the markup as a browser would and changes nothing.
"""

import re
from xml.parsers import expat

from generator.model import Problem
from generator.reading.disk import file_problem

_ACTIVE = {
    "script",
    "foreignobject",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "handler",
    "listener",
}
_ANIMATED = {"animate", "set", "animatetransform", "animatemotion"}
_EMBEDDED = re.compile(r"data:image/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/=\s]*")
_STYLE = re.compile(r"@import|expression\s*\(|javascript:|url\(\s*[\"']?(?!#)", re.IGNORECASE)
_HINT = "save it as a plain drawing without scripts, styles from elsewhere or links"
_UTF8 = {None, "utf-8", "us-ascii"}


class _FoundError(Exception):
    """What the drawing must not hold."""


def find_active(path: str, data: bytes) -> Problem | None:
    """The first thing in an SVG that does more than draw."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return file_problem(path, "the drawing is no UTF-8", "save it as UTF-8")
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text, parser.buffer_size = True, len(data) + 1
    parser.XmlDeclHandler = _check_declaration
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.ProcessingInstructionHandler = _refuse_instruction
    parser.StartElementHandler = _check_element
    parser.CharacterDataHandler = _check_text
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's own signature
    except _FoundError as found:
        line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        return file_problem(path, str(found), _HINT, line, column)
    except expat.ExpatError as error:
        message = "the drawing is no well-formed SVG"
        return file_problem(path, message, "save it anew", error.lineno, error.offset + 1)
    return None


def _check_declaration(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.lower() not in _UTF8:
        raise _FoundError("the drawing declares another encoding than UTF-8")


def _refuse_doctype(*_parts: object) -> None:
    raise _FoundError("the drawing has a document type, which may define entities")


def _refuse_instruction(_target: str, _data: str) -> None:
    raise _FoundError("the drawing has a processing instruction")


def _check_element(tag: str, attributes: dict[str, str]) -> None:
    name = tag.rpartition(":")[2].lower()
    if name in _ACTIVE:
        raise _FoundError(f"the drawing holds an element {name}")
    for attribute, value in attributes.items():
        key = attribute.rpartition(":")[2].lower()
        if key.startswith("on"):
            raise _FoundError(f"the drawing holds an event handler ({key})")
        if key in {"href", "src"} and not _is_inside(name, value):
            raise _FoundError("the drawing refers to something outside itself")
        if name in _ANIMATED and key == "attributename" and "href" in value.lower():
            raise _FoundError("the drawing animates a link")
        if key != "href" and _STYLE.search(_unescaped(value)):
            raise _FoundError("the drawing's style refers to something outside itself")


def _check_text(text: str) -> None:
    if _STYLE.search(_unescaped(text)):
        raise _FoundError("the drawing's style refers to something outside itself")


def _is_inside(name: str, value: str) -> bool:
    return value.startswith("#") or (name == "image" and bool(_EMBEDDED.fullmatch(value)))


def _unescaped(style: str) -> str:
    """CSS lets any letter be written as a number, and comments stand inside words."""
    bare = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    return re.sub(r"\\([0-9a-fA-F]{1,6})\s?", lambda found: _letter(found[1]), bare)


def _letter(digits: str) -> str:
    code = int(digits, 16)
    return chr(code) if code < 0x110000 else ""  # noqa: PLR2004 - the end of Unicode
