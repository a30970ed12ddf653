"""Charts become pictures, once: from the cache, else with a browser, else not at all.

In: drawn charts and a folder for the cache. Out: for each chart two inline SVGs, and in words where
they are from. A chart that no browser could draw has no picture; nothing fails.
"""

import contextlib
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from typing import Any

from generator.kept import Cache, digest
from generator.model import PLOTLY, STYLE, DrawnChart, Picture
from generator.publish.pictures.browser import NO_BROWSER, Drawing, draw_with_browser
from generator.publish.pictures.cache import KIND, key_of, load, looks_right
from generator.publish.pictures.links import MarkedTrace, marked_traces
from generator.publish.pictures.svg import Caption, SvgError, picture_of
from generator.publish.styles.assets import PLOTLY_SHA256, load_asset
from generator.publish.styles.colours import standing_alone, with_stand_ins

WIDE, NARROW = 720, 350
_USUAL_HEIGHT = 420
_ChartForm = tuple[str, str]
"""A chart's id, and `wide` or `narrow`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cards:
    """The PNGs: those of charts, and those that others show of shared pages, by path."""

    pngs: Mapping[str, bytes] = field(default_factory=dict)
    kept: int = 0
    """How many are from the cache."""
    seconds: float = 0.0
    trouble: str = ""
    """Why some are missing; empty when none is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pictures:
    """The pictures of a site, by chart, and those of its pages."""

    pictures: Mapping[str, Picture] = field(default_factory=dict)
    how: str = ""
    """Where they are from, in words; empty for a site without charts."""
    seconds: float = 0.0
    warning: str = ""
    """Why a chart is without picture although there is a browser."""

    without: tuple[str, ...] = ()
    """The charts that have none."""

    alone: Mapping[str, str] = field(default_factory=dict)
    """By chart, the picture with its words, to be taken away."""
    cards: Cards = field(default_factory=Cards)

    def files(self) -> dict[str, bytes]:
        """Each picture as files to take away, by path below the site's root."""
        css = load_asset(STYLE).decode()
        alone = {
            f"charts/{name}.svg": standing_alone(svg, css).encode()
            for name, svg in self.alone.items()
        }
        return {**alone, **self.cards.pngs}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Wanted:
    """One form of a chart, as a browser is to draw it, and what is made of that."""

    drawing: Drawing
    key: str
    stands_for: Mapping[str, str]
    caption: Caption
    traces: Sequence[MarkedTrace]

    @property
    def shown(self) -> str:
        """A key of the picture as it stands in a page."""
        return digest(self.key, self.stands_for, self.caption, self.traces)

    def keep_shown(self, picture: str, cache: Cache) -> None:
        """Keeps an SVG that was made ready for pages."""
        cache.of("pictures")[self.shown] = picture

    def as_picture(self, content: bytes) -> str:
        """The SVG as it stands in a page.

        Raises:
            SvgError: the drawing cannot be shown.
        """
        text = content.decode("utf-8", errors="replace")
        return picture_of(text, self.stands_for, self.caption, self.traces)


def make_pictures(charts: Iterable[DrawnChart], cache: Cache) -> Pictures:
    """The pictures of all charts; a browser starts only for what is not in the cache."""
    ordered = list(charts)

    def wanted_of(chart: DrawnChart) -> Mapping[_ChartForm, _Wanted]:
        name = f"pictures of {chart.id}"
        return cache.last(name, lambda: chart, lambda: dict(_wanted(chart)))

    wanted = {form: one for chart in ordered for form, one in wanted_of(chart).items()}
    ready: dict[_ChartForm, str] = {}
    for form, one in wanted.items():
        known = cache.of("pictures").get(one.shown)
        content = load(cache, one.key, one.drawing) if known is None else None
        with contextlib.suppress(SvgError):
            if known is not None:
                ready[form] = known
            elif content is not None:
                ready[form] = one.as_picture(content)
                one.keep_shown(ready[form], cache)
    started = time.monotonic()
    missing = {form: one for form, one in wanted.items() if form not in ready}
    drawn, trouble = _drawn(missing)
    for form, content in drawn.items():
        try:
            ready[form] = wanted[form].as_picture(content)
        except SvgError as error:
            trouble = f"chart {form[0]}: {error}"
        else:
            cache.keep(KIND, wanted[form].key, content)
    pictures = _whole(ordered, ready)
    return Pictures(
        pictures=pictures,
        how=_in_words(ordered, pictures, {name for name, _ in drawn}, trouble),
        without=tuple(one.id for one in ordered if one.id not in pictures),
        seconds=time.monotonic() - started if drawn else 0.0,
        warning=trouble if trouble != NO_BROWSER else "",
    )


def _wanted(chart: DrawnChart) -> Iterator[tuple[_ChartForm, _Wanted]]:
    """Each form of the chart, with what a browser is to draw."""
    forms = {"wide": (chart.figure, WIDE), "narrow": (chart.narrow, NARROW)}
    for form, (figure, width) in forms.items():
        drawn, stands_for = with_stand_ins(figure)
        drawing = Drawing(drawn, {"format": "svg", **_size(figure, width)})
        yield (
            (chart.id, form),
            _Wanted(
                drawing=drawing,
                key=key_of(drawing, PLOTLY_SHA256),
                stands_for=stands_for,
                caption=Caption(f"{chart.id}-{form}", chart.title, chart.description),
                traces=tuple(marked_traces(chart.narrow if form == "narrow" else chart.figure)),
            ),
        )


def _size(figure: Mapping[str, Any], width: int) -> dict[str, int]:
    return {"width": width, "height": round(figure["layout"].get("height", _USUAL_HEIGHT))}


def _drawn(missing: Mapping[_ChartForm, _Wanted]) -> tuple[dict[_ChartForm, bytes], str]:
    """What a browser drew of what is missing, and why some of it is missing still.

    What several charts show is drawn once.
    """
    if not missing:
        return {}, ""
    load_asset(PLOTLY)  # which refuses any other
    drawings = {one.key: one.drawing for one in missing.values()}
    with as_file(files("generator.publish") / "assets" / PLOTLY) as plotly:
        found = draw_with_browser([*drawings.values()], plotly)
    number = {key: place for place, key in enumerate(drawings)}
    drawn = {
        form: found.contents[number[one.key]]
        for form, one in missing.items()
        if number[one.key] in found.contents
    }
    right = {
        form: content
        for form, content in drawn.items()
        if looks_right(content, missing[form].drawing)
    }
    return right, found.trouble or ("" if right == drawn else "the browser drew another size")


def _whole(charts: Iterable[DrawnChart], ready: Mapping[_ChartForm, str]) -> dict[str, Picture]:
    """The charts all of whose forms are there."""
    pictures: dict[str, Picture] = {}
    for chart in charts:
        wide, narrow = (ready.get((chart.id, form)) for form in ("wide", "narrow"))
        if wide is not None and narrow is not None:
            pictures[chart.id] = Picture(wide, narrow)
    return pictures


def _in_words(
    charts: Sequence[DrawnChart], pictures: Mapping[str, Picture], fresh: set[str], trouble: str
) -> str:
    """Where the pictures are from, in the words that `briefing build` says."""
    rendered = len(pictures.keys() & fresh)
    kept, without = len(pictures) - rendered, len(charts) - len(pictures)
    reason = f" ({NO_BROWSER})" if trouble == NO_BROWSER else ""
    if without == len(charts):
        return f"none{reason}" if charts else ""
    parts = [
        (without, f"missing{reason}"),
        (kept, "from cache"),
        (rendered, "rendered with Chromium"),
    ]
    said = [(count, words) for count, words in parts if count]
    if len(said) == 1:
        return said[0][1]
    return ", ".join(f"{count} {words}" for count, words in said)
