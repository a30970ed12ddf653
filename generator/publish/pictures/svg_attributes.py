"""Attributes of a drawing: those that are expected, as presentation attributes in few bytes.

In: the attributes of one element, style declarations among them. Out: the same without `style`,
colours as the page's tokens, numbers of two decimals. Whatever is not expected is refused.
"""

import re
from collections.abc import Callable, Mapping

INITIAL: Mapping[str, str] = {
    "fill": "#000000",
    "fill-opacity": "1",
    "fill-rule": "nonzero",
    "font-style": "normal",
    "font-variant": "normal",
    "font-weight": "normal",
    "shape-rendering": "auto",
    "stroke": "none",
    "stroke-dasharray": "none",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "text-anchor": "start",
    "font-size": "",
}
"""What passes from an element to those in it, with the value that it has at first."""

_DROPPED = frozenset(
    {
        "class",
        "cursor",
        "font-family",
        "pointer-events",
        "style",
        "vector-effect",
        "white-space",
    }
)
_PAINTS = frozenset({"fill", "stroke"})
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_NUMBERS = re.compile(r"-?\d[-\d., ]*")
_WORD = re.compile(r"[A-Za-z]+(?:-[a-z]+)*|[1-9]00")
_PLAIN_COLOUR = re.compile(r"rgb\((\d{1,3}), (\d{1,3}), (\d{1,3})\)")
_REFERENCE = re.compile(r"""url\((["']?)#([\w-]+)\1\)""")
_TRANSFORM = r"(?:translate|rotate|scale|matrix)\(-?\d[-\d., ]*\)"
_SHIFTED = re.compile(r"translate\(0,0\)|rotate\(0(?:,[-\d.]+){0,2}\)|scale\(1(?:,1)?\)")
_SHAPES: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(
        (
            "cx", "cy", "fill-opacity", "font-size", "height", "opacity", "points", "r", "rx", "ry",
            "stroke-miterlimit", "stroke-opacity", "stroke-width", "width", "x", "x1", "x2", "y",
            "y1", "y2",
        ),
        _NUMBERS,
    ),
    **dict.fromkeys(
        (
            "clip-rule", "fill-rule", "font-style", "font-variant", "font-weight", "patternUnits",
            "shape-rendering", "stroke-linecap", "stroke-linejoin", "text-anchor",
        ),
        _WORD,
    ),
    **dict.fromkeys(("dx", "dy"), re.compile(r"-?\d[\d.]*(?:em)?")),
    "d": re.compile(r"[-MLHVCSQTAZmlhvcsqtaz\d., ]*"),
    "patternTransform": re.compile(rf"{_TRANSFORM}(?: ?{_TRANSFORM})*"),
    "stroke-dasharray": re.compile(r"none|[\d., ]+"),
    "transform": re.compile(rf"{_TRANSFORM}(?: ?{_TRANSFORM})*"),
}  # fmt: skip


class SvgError(ValueError):
    """A drawing that cannot be shown."""


def attributes_of(
    given: Mapping[str, str], colours: Mapping[str, str], new_id: Callable[[str], str | None]
) -> dict[str, str]:
    """What of the attributes is shown, each checked.

    Raises:
        SvgError: an attribute, a style property or a value is not expected.
    """
    kept: dict[str, str] = {}
    for name, value in (dict(given) | _declarations(given.get("style", ""))).items():
        if name in _DROPPED or name.startswith("data-"):
            continue
        if name == "id":
            shown = new_id(value) or ""
        elif name == "clip-path" or (name in _PAINTS and value.startswith("url(")):
            shown = _reference(value, new_id)
        elif name in _PAINTS:
            shown = _colour(value, colours)
        else:
            shown = _plain(name, value)
        if shown:
            kept[name] = shown
    return kept


def rounded(value: str) -> str:
    """The text with each number in it rounded to two decimals, pixels understood."""
    return _NUMBER.sub(lambda found: _two_decimals(float(found[0])), value.replace("px", ""))


def _declarations(style: str) -> dict[str, str]:
    pairs = (declaration.partition(":") for declaration in style.split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs if name.strip()}


def _two_decimals(number: float) -> str:
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _reference(value: str, new_id: Callable[[str], str | None]) -> str:
    found = _REFERENCE.fullmatch(value)
    new = new_id(found[2]) if found else None
    if new is None:
        raise SvgError(f"a reference leads out of the drawing: {value[:80]!r}")
    return f"url(#{new})"


def _colour(value: str, colours: Mapping[str, str]) -> str:
    if value in {"none", "transparent"}:
        return "none"
    if value in colours:
        return colours[value]
    if plain := _PLAIN_COLOUR.fullmatch(value):
        return "#" + "".join(f"{min(int(part), 255):02x}" for part in plain.groups())
    raise SvgError(f"a colour is not expected: {value[:80]!r}")


def _plain(name: str, value: str) -> str:
    shape = _SHAPES.get(name)
    if shape is None:
        raise SvgError(f"the attribute {name[:80]!r} is not expected in a drawing")
    if not value:
        return ""
    text = value.strip() if shape is _WORD else rounded(value).strip()
    if not shape.fullmatch(text):
        raise SvgError(f"a value of {name} is not expected: {value[:80]!r}")
    if shape is _SHAPES["transform"] or name == "patternTransform":
        text = _SHIFTED.sub("", text.replace(", ", ",")).strip()
    return text
