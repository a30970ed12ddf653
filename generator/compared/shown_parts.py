"""Charts and pages of two sides: which of them show something else.

In: two sides. Out: ids and paths. Charts are drawn where what they show differs, and compared by
value; pages are composed where both sides are faultless, else those are named whose own text
differs, or which name a figure or chart that does.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from generator.compared.sides import Side
from generator.kept import digest, recall
from generator.model import EMPTY, SECTIONS, DrawnChart
from generator.pages import compose_documents, compose_generated
from generator.pipeline import drawn_chart, shown_in, site_of

KEPT_PAGES = "compared"
"""The kind of results that digests of pages are kept as."""
HANDBOOK = f"{SECTIONS['handbook'].folder}/"
"""Its pages are the editors'; no menu leads there."""
_CALLED = re.compile(r"""["']([a-z0-9-]+)["']""")


@dataclass(frozen=True, kw_only=True, slots=True)
class ChartChange:
    """A chart that is drawn otherwise; empty where only its words or its form differ."""

    id: str
    old_title: str | None
    new_title: str | None
    figures: tuple[str, ...] = ()
    """Ids of the figures whose rows differ."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownChanges:
    """What is shown otherwise: charts by id, pages by path."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    is_whole: bool = True
    """Of pages: all of them were composed and compared."""
    handwritten: frozenset[str] = frozenset()
    """Those of the pages that somebody wrote."""
    charts: Mapping[str, ChartChange] = EMPTY
    """Of charts: what differs, by id."""


def is_handbook(path: str) -> bool:
    """It is no page of the briefing that readers are led to."""
    return path.startswith(HANDBOOK)


def compare_charts(base: Side, head: Side) -> ShownChanges:
    """Charts that came, went, or show other data or titles."""
    old, new = (side.assembly.seeds.charts for side in (base, head))
    found: dict[str, ChartChange] = {}
    for name in sorted(old.keys() & new.keys()):
        if shown_in(base.assembly, name) == shown_in(head.assembly, name):
            continue
        before, after = (drawn_chart(one.assembly, name, one.wording) for one in (base, head))
        if change := _chart_change(name, before, after):
            found[name] = change
    return ShownChanges(
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(found),
        removed=tuple(sorted(old.keys() - new.keys())),
        charts=found,
    )


def compare_pages(base: Side, head: Side, ids: Collection[str]) -> ShownChanges:
    """Pages whose composed text differs; `ids` are the figures and charts that differ."""
    old, new = base.assembly, head.assembly
    handwritten = frozenset(one.path for side in (old, new) for one in side.seeds.documents)
    if old.findings or new.findings:
        return _without_composing(base, head, ids)
    if old.seeds.contents == new.seeds.contents and old.seeds.documents == new.seeds.documents:
        return ShownChanges(handwritten=handwritten)
    before, after = _pages(base), _pages(head)
    return _by_text(before, after, is_whole=True, handwritten=handwritten)


def _without_composing(base: Side, head: Side, ids: Collection[str]) -> ShownChanges:
    before, after = (
        {one.path: one.text for one in side.assembly.seeds.documents} for side in (base, head)
    )
    named = {
        path
        for path in before.keys() & after.keys()
        if set(ids).intersection(_CALLED.findall(after[path]))
    }
    # What names a figure that differs will say something else, though its own text is the same.
    marked = {path: text + ("\0" if path in named else "") for path, text in after.items()}
    return _by_text(before, marked, is_whole=False, handwritten=frozenset({*before, *after}))


def _by_text(
    old: Mapping[str, str], new: Mapping[str, str], *, is_whole: bool, handwritten: frozenset[str]
) -> ShownChanges:
    return ShownChanges(
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(path for path in old.keys() & new.keys() if old[path] != new[path])),
        removed=tuple(sorted(old.keys() - new.keys())),
        is_whole=is_whole,
        handwritten=handwritten,
    )


def _pages(side: Side) -> dict[str, str]:
    """By path a digest of each page; what came of the same is kept, as most bases stay."""
    seeds, lang = side.assembly.seeds, side.wording.lang
    assets = [(path, digest(content)) for path, content in seeds.assets.items()]
    key = digest("pages", lang, seeds.contents, seeds.documents, assets)
    return recall(side.assembly.cache.of(KEPT_PAGES), key, lambda: _composed(side))


def _composed(side: Side) -> dict[str, str]:
    site = site_of(side.assembly, side.wording.lang)
    pages = (*compose_documents(site), *compose_generated(site))
    return {page.path: digest(page.text) for page in pages}


def _chart_change(name: str, old: DrawnChart | None, new: DrawnChart | None) -> ChartChange | None:
    """What differs between two drawings; None where nothing does."""
    rows: tuple[dict[str, list[tuple[str, ...]]], ...] = ({}, {})
    for found, chart in zip(rows, (old, new), strict=True):
        for row in chart.rows if chart else ():
            found.setdefault(row.fact, []).append(row.cells)
    before, after = rows
    ids = {*before, *after} - {""}
    figures = tuple(sorted(one for one in ids if before.get(one) != after.get(one)))
    if old and new and not figures and _drawn(old) == _drawn(new):
        return None
    if old is None and new is None:
        return None
    return ChartChange(
        id=name,
        old_title=old.title if old else None,
        new_title=new.title if new else None,
        figures=figures,
    )


def _drawn(chart: DrawnChart) -> tuple[object, ...]:
    return chart.title, chart.subtitle, chart.figure, chart.rows, chart.description
