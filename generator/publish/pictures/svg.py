"""A browser's drawing becomes a picture for a page: safe, small, and the same on every run.

In: the SVG as Plotly exports it, and what its colours stand for. Out: one line of SVG with the
page's colours and typeface, ids of its own, a name and a description. An element or attribute that
is not expected is refused: texts are hostile, and a picture is part of a page.
"""

import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from generator.publish.pictures.links import MarkedTrace, linked_marks, room_for_a_finger

_SPACE = "{http://www.w3.org/2000/svg}"
_CONTAINERS = frozenset({"g", "defs", "clipPath", "pattern"})
_SHAPES = frozenset({"path", "rect", "circle", "line", "polygon", "polyline"})
_TEXTS = frozenset({"text", "tspan"})
_MOST_NESTED = 60
_MOST_BYTES = 2_000_000
_ONLY_A_POINT = re.compile(r"[Mm][-\d., ]*[Zz]?")
_VIEW_BOX = re.compile(r"0 0 (?P<width>\d+) (?P<height>\d+)")
_INITIAL: Mapping[str, str] = {
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
    "text-decoration": "none",
}
"""What passes from an element to those in it, with the value that it has at first."""

_HALO: Mapping[str, str] = {
    "paint-order": "stroke",
    "stroke": "var(--chart-paper)",
    "stroke-linejoin": "round",
    "stroke-width": "4",
}
"""Of words: a line that they cross ends shortly before each letter."""
_DROPPED = frozenset(
    {"class", "cursor", "font-family", "pointer-events", "style", "vector-effect", "white-space"}
)
_PAINTS = frozenset({"fill", "stroke"})
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_NUMBERS = re.compile(r"-?\d[-\d., ]*")
_WORD = re.compile(r"[A-Za-z]+(?:-[a-z]+)*|[1-9]00")
_PLAIN_COLOUR = re.compile(r"rgb\((\d{1,3}), (\d{1,3}), (\d{1,3})\)")
_REFERENCE = re.compile(r"""url\((["']?)#([\w-]+)\1\)""")
_TRANSFORM = r"(?:translate|rotate|scale|matrix)\(-?\d[-\d., ]*\)"
_SHIFTED = re.compile(r"translate\(0,0\)|rotate\(0(?:,[-\d.]+){0,2}\)|scale\(1(?:,1)?\)")
_VALUES: Mapping[str, re.Pattern[str]] = {
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
            "text-decoration",
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


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture is called."""

    prefix: str
    """Of all its ids; no other picture of a page has it."""
    title: str
    description: str


def picture_of(
    drawing: str,
    colours: Mapping[str, str],
    caption: Caption,
    traces: Iterable[MarkedTrace] = (),
) -> str:
    """The picture as one line that begins with `<svg`; marks of figures are links without address.

    Raises:
        SvgError: the drawing is no SVG, or holds what no chart of ours needs.
    """
    root = _parsed(drawing)
    links = linked_marks(root, traces)
    writer = _Writer(colours, _new_ids(root, caption.prefix), links)
    body = "".join(writer.written(child, _INITIAL) for child in root)
    size = _VIEW_BOX.fullmatch(root.get("viewBox", ""))
    if size is None:
        raise SvgError("the drawing has no size")
    title, description = (_quoted(f"{caption.prefix}-{part}") for part in ("title", "desc"))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size[0]}" '
        f'width="{size["width"]}" height="{size["height"]}" role="{"group" if links else "img"}" '
        f'aria-labelledby="{title} {description}" font-family="inherit">'
        f'<title id="{title}">{_quoted(caption.title)}</title>'
        f'<desc id="{description}">{_quoted(caption.description)}</desc>{body}</svg>'
    )


def _parsed(drawing: str) -> ET.Element:
    if "<!" in drawing or "<?" in drawing or len(drawing) > _MOST_BYTES:
        raise SvgError("the drawing declares something, or is too long")
    try:
        root = ET.fromstring(drawing)  # noqa: S314 - it declares nothing that could expand
    except ET.ParseError as error:
        raise SvgError(f"the drawing is no XML: {error}") from error
    if root.tag != f"{_SPACE}svg":
        raise SvgError("the drawing is no SVG")
    return root


def _new_ids(root: ET.Element, prefix: str) -> Mapping[str, str]:
    """Ids that something refers to, by a number in the order of the drawing."""
    values = [value for element in root.iter() for value in element.attrib.values()]
    referred = {name for value in values for name in re.findall(r"url\([\"']?#([\w-]+)", value)}
    names = [name for element in root.iter() if (name := element.get("id")) in referred]
    return {
        name: f"{prefix}-{number}" for number, name in enumerate(dict.fromkeys(names), 1) if name
    }


@dataclass(frozen=True, slots=True)
class _Writer:
    colours: Mapping[str, str]
    ids: Mapping[str, str]
    links: Mapping[ET.Element, tuple[str, str]] = field(default_factory=dict)

    def written(
        self,
        element: ET.Element,
        inherited: Mapping[str, str],
        *,
        depth: int = 0,
        is_clip: bool = False,
    ) -> str:
        """The element, as a link where it is the mark of a figure."""
        shown = self._written(element, inherited, depth=depth, is_clip=is_clip)
        if element not in self.links or not shown:
            return shown
        fact, name = self.links[element]
        inside = shown + room_for_a_finger(element)
        return f'<a data-fact="{_quoted(fact)}" aria-label="{_quoted(name)}">{inside}</a>'

    def _written(
        self, element: ET.Element, inherited: Mapping[str, str], *, depth: int, is_clip: bool
    ) -> str:
        """The element with all that it holds, or nothing if nothing of it would be seen."""
        name = element.tag.removeprefix(_SPACE)
        if name not in _CONTAINERS | _SHAPES | _TEXTS or depth > _MOST_NESTED:
            raise SvgError(f"<{name[:80]}> is not expected there in a drawing")
        own = _attributes_of(element.attrib, self.colours, self.ids.get)
        if name not in _CONTAINERS and not is_clip:
            own = _painted(own)
        passed_on = dict(inherited) | {key: own[key] for key in own.keys() & _INITIAL.keys()}
        shown = {key: value for key, value in own.items() if inherited.get(key) != value}
        if name in _SHAPES:
            return f"<{name}{_listed(shown)}/>" if is_clip or _is_seen(name, passed_on, own) else ""
        inside = self._inside(element, name, passed_on, depth=depth, is_clip=is_clip)
        if name == "text" and self.links:  # else it would be read beside the description
            shown["aria-hidden"] = "true"
        if name == "text":
            shown |= _HALO
        elif "text-decoration" in shown:
            shown["stroke"] = "none"  # it would paint over the line that strikes the words through
        return _text(name, shown, inside) if name in _TEXTS else _container(name, shown, inside)

    def _inside(
        self,
        element: ET.Element,
        name: str,
        passed_on: Mapping[str, str],
        *,
        depth: int,
        is_clip: bool,
    ) -> str:
        """Children, and between those of a text the text."""
        is_text = name in _TEXTS
        inside = _quoted(element.text or "") if is_text else ""
        for child in element:
            if is_text != (child.tag == f"{_SPACE}tspan"):
                raise SvgError(f"<{child.tag[:80]}> is not expected in <{name}>")
            is_in_clip = is_clip or name == "clipPath"
            inside += self.written(child, passed_on, depth=depth + 1, is_clip=is_in_clip)
            inside += _quoted(child.tail or "") if is_text else ""
        return inside


def _attributes_of(
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
    shape = _VALUES.get(name)
    if shape is None:
        raise SvgError(f"the attribute {name[:80]!r} is not expected in a drawing")
    if not value:
        return ""
    text = value.strip() if shape is _WORD else rounded(value).strip()
    if not shape.fullmatch(text):
        raise SvgError(f"a value of {name} is not expected: {value[:80]!r}")
    if shape is _VALUES["transform"] or name == "patternTransform":
        text = _SHIFTED.sub("", text.replace(", ", ",")).strip()
    return text


def _painted(own: Mapping[str, str]) -> dict[str, str]:
    """The attributes without what paints nothing."""
    kept = {key: value for key, value in own.items() if (key, value) != ("opacity", "1")}
    if kept.get("fill-opacity") == "0":
        kept["fill"] = "none"
    if "0" in {kept.get("stroke-width"), kept.get("stroke-opacity")}:
        kept["stroke"] = "none"
    for paint in ("fill", "stroke"):
        if kept.get(paint) == "none":
            kept = {key: one for key, one in kept.items() if not key.startswith(f"{paint}-")}
    return kept


def _is_seen(name: str, inherited: Mapping[str, str], own: Mapping[str, str]) -> bool:
    if own.get("opacity") == "0" or inherited["fill"] == inherited["stroke"] == "none":
        return False
    if name == "rect" and "0" in {own.get("width"), own.get("height")}:
        return False
    return name != "path" or not _ONLY_A_POINT.fullmatch(own.get("d", "M"))


def _text(name: str, shown: Mapping[str, str], inside: str) -> str:
    is_empty = not (inside.strip() if name == "text" else inside)
    return "" if is_empty else f"<{name}{_listed(shown)}>{inside}</{name}>"


def _container(name: str, shown: Mapping[str, str], inside: str) -> str:
    if name == "g":
        if shown.get("opacity") == "1":
            shown = {key: value for key, value in shown.items() if key != "opacity"}
        if not inside or not shown:
            return inside
    elif name == "defs":
        shown = {}
    elif "id" not in shown:
        return ""
    return f"<{name}{_listed(shown)}>{inside}</{name}>" if inside or name != "defs" else ""


def _listed(shown: Mapping[str, str]) -> str:
    return "".join(f' {name}="{_quoted(value)}"' for name, value in shown.items())


def _quoted(text: str) -> str:
    """The text as characters that are nothing else, all on one line."""
    one_line = "".join(
        " " if character in "\n\r\t\x85\u2028\u2029" else character for character in text
    )
    return html.escape(one_line, quote=True)
