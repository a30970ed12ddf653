"""Pictures of docs/: the numbers that a drawing says, the figures that a photo is said to show.

In: the files beside the pages, the seeds, the book. Out: a finding for each number in the text of
an SVG that the ledger does not know, and for each raster picture of which briefing.yaml does not
say which figures it shows. Nobody reads pixels or outlines here: an editor answers for those.
"""

from bisect import bisect_right
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.parsers import expat

from generator.ledger.claims.scopes import Scopes
from generator.ledger.claims.words import unsupported
from generator.model import Briefing, Finding, Place
from generator.text import find_nearest, shown

_RASTER = frozenset({".png", ".jpg", ".webp", ".ico"})
_DRAWING = ".svg"
_BLOCKS = frozenset({"text", "title", "desc"})
"""Elements that are a text of their own; what is within, as `tspan` is, goes on with it."""
_SAID = "aria-label"
_DECLARED = "pictures"


def check_pictures(scopes: Scopes, lang: str) -> Iterator[Finding]:
    """Every number of a drawing is known; every raster picture is declared, with known facts."""
    seeds = scopes.seeds
    briefing = seeds.briefing
    if briefing is None:
        return
    declared = {one.path for one in briefing.pictures}
    for path, data in seeds.assets.items():
        kind = PurePosixPath(path).suffix
        reader = _Reader(data) if kind == _DRAWING else None
        if reader:
            yield from _check_drawing(path, reader, lang, scopes)
        if (kind in _RASTER or (reader and reader.has_raster)) and path not in declared:
            message = "the picture does not say which figures it shows"
            hint = (
                f"add to {_DECLARED}: in seeds/briefing.yaml: - {{path: {path}, figures: []}},"
                " with the ids of the facts whose figures can be read in it"
            )
            yield Finding("missing-key", Place(f"docs/{path}"), "", message, hint)
    yield from _check_declared(briefing, scopes)


def _check_declared(briefing: Briefing, scopes: Scopes) -> Iterator[Finding]:
    """Its file is there, and so is each fact that it names."""
    seeds = scopes.seeds
    for index, picture in enumerate(briefing.pictures):
        if picture.path not in seeds.assets:
            near = find_nearest(picture.path, seeds.assets)
            message = f"docs/ has no file {shown(picture.path)}"
            hint = f"write {near}" if near else "write its path below docs/, or delete the entry"
            place = briefing.marks.at(_DECLARED, index, "path")
            yield Finding("unknown-id", place, "", message, hint)
        known = seeds.known["fact"]
        for at, name in enumerate(picture.figures):
            if known.lacks(name) or name in scopes.book.withdrawn:
                near = find_nearest(name, known.ids - scopes.book.withdrawn.keys())
                message = f"figures names {shown(name)}, which is no fact that holds"
                hint = f"write {near}" if near else f"use an id of {known.home}"
                place = briefing.marks.at(_DECLARED, index, "figures", at)
                yield Finding("unknown-id", place, "", message, hint)


def _check_drawing(path: str, reader: "_Reader", lang: str, scopes: Scopes) -> Iterator[Finding]:
    text = "\n".join(one for one, _, _ in reader.texts)
    starts, length = list[int](), 0
    for one, _, _ in reader.texts:
        starts.append(length)
        length += len(one) + 1
    for claim in unsupported(text, lang, scopes.of_ledger, scopes):
        _, line, column = reader.texts[bisect_right(starts, claim.start) - 1]
        message = f"{shown(claim.text)} in the drawing is no number of {scopes.of_ledger().name}"
        hint = "leave the number to a chart, or quote it as a fact"
        yield Finding("unproven-number", Place(f"docs/{path}", line, column), "", message, hint)


class _Reader:
    """The texts of a drawing that is known to be well-formed, each with line and column."""

    def __init__(self, data: bytes) -> None:
        self.texts: list[tuple[str, int, int]] = []
        self.has_raster = False
        self._open = 0
        """How many blocks are open."""
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data
        self._parser.Parse(data, True)  # noqa: FBT003 - expat's own signature

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.has_raster |= tag == "image"
        if said := attributes.get(_SAID):
            self._put(said)
        if tag in _BLOCKS:
            self._open += 1
            self._put("")

    def _end(self, tag: str) -> None:
        self._open -= tag in _BLOCKS

    def _data(self, data: str) -> None:
        if self._open:
            text, line, column = self.texts.pop()
            self.texts.append((text + data, line, column))

    def _put(self, text: str) -> None:
        place = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        self.texts.append((text, *place))
