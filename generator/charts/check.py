"""Charts that cannot be drawn: they select nothing, mix units, or are too long for a phone.

In: charts and the book. Out: findings, at most one a chart. Never a finding for a selected fact
that is unproven: that fact has its own.
"""

from collections.abc import Iterator, Mapping, Sequence

from generator.charts.drawing import drawable, select
from generator.charts.kinds import KINDS
from generator.model import Book, Chart, Entry, Finding, Known
from generator.text import shown


def check_charts(charts: Mapping[str, Chart], book: Book, known: Known) -> Iterator[Finding]:
    """A chart needs a fact that it can draw, one unit for its axis, and room on a phone."""
    in_book = book.entries.keys() | book.withdrawn.keys()
    is_whole = known.is_complete and known.ids <= in_book
    for chart in charts.values():
        kind = KINDS.get(chart.kind)
        if kind is None:
            yield _without_row(chart)
        elif kind.most:
            finding = (
                _withdrawn(chart, book)
                or _empty(chart, book, is_whole=is_whole)
                or _mixed(chart, book)
                or _too_long(chart, book, kind.most)
            )
            if finding:
                yield finding


def can_draw(chart: Chart, book: Book) -> bool:
    """The kind has a row, and the book something to draw in it, in one unit and not too much."""
    kind = KINDS.get(chart.kind)
    if kind is None or not kind.most:
        return kind is not None
    entries = drawable(chart, book)
    return bool(entries) and not (_mixed(chart, book) or _too_long(chart, book, kind.most))


def _without_row(chart: Chart) -> Finding:
    """The finding for an unfinished change of the program: a kind with a name and no row."""
    message = f"no chart of kind {shown(chart.kind)} can be drawn: KINDS has no row for it"
    hint = "add its row to generator/charts/kinds.py"
    return Finding("bad-value", chart.marks.at("kind"), chart.id, message, hint)


def _withdrawn(chart: Chart, book: Book) -> Finding | None:
    for index, name in enumerate(chart.facts):
        if name in book.withdrawn:
            message = f"{shown(name)} is withdrawn; no chart can draw it"
            hint = "remove it from the chart, or list the fact that holds in its place"
            return Finding("unknown-id", chart.marks.at("facts", index), chart.id, message, hint)
    return None


def _empty(chart: Chart, book: Book, *, is_whole: bool) -> Finding | None:
    if select(chart, book):
        return None
    if chart.facts or (chart.where and not is_whole):
        # A fact that is not in the book has its own finding, and the chart may select it.
        return None
    if not chart.where:
        message = "the chart lists no facts"
        hint = "list ids under `facts`, or select facts by `where`"
        return Finding("chart-empty", chart.marks.at("facts"), chart.id, message, hint)
    wanted = ", ".join(f"{key}: {value}" for key, value in chart.where.items())
    message = f"no fact has {shown(wanted)}"
    hint = "correct `where`, or list ids under `facts`"
    return Finding("chart-empty", chart.marks.at("where"), chart.id, message, hint)


def _mixed(chart: Chart, book: Book) -> Finding | None:
    entries = select(chart, book)
    if KINDS[chart.kind].takes_events or not entries:
        return None
    fitting = drawable(chart, book)
    if not fitting:
        message = f"the chart lists events only; kind {shown(chart.kind)} draws amounts"
        hint = "write `kind: timeline`"
        return Finding("chart-empty", chart.marks.at("kind"), chart.id, message, hint)
    for entry in entries:
        if entry.amount is None:
            message = f"{shown(entry.fact.id)} is an event; the chart draws amounts"
            hint = "remove it from the chart, or show it in a chart of kind timeline"
            return _at_fact(chart, entry, message, hint)
    axes: dict[tuple[str, str], list[Entry]] = {}
    for entry in fitting:
        measure = (entry.fact.indicator, entry.fact.about)
        axes.setdefault(measure if KINDS[chart.kind].has_panels else ("", ""), []).append(entry)
    odd, usual = next(
        (pair for own in axes.values() if _unit((pair := _odd_one_out(own))[0]) != _unit(pair[1])),
        (fitting[0], fitting[0]),
    )
    if odd is usual:
        return None
    message = (
        f"{shown(odd.fact.id)} is in {_named(odd)}, "
        f"{shown(usual.fact.id)} in {_named(usual)}: one axis cannot show both"
    )
    hint = "keep facts of one unit, and make a second chart for the others"
    return _at_fact(chart, odd, message, hint)


def _too_long(chart: Chart, book: Book, most: int) -> Finding | None:
    entries = drawable(chart, book)
    if len(entries) <= most:
        return None
    kind = shown(chart.kind)
    message = f"the chart selects {len(entries)} facts; on a phone {kind} has room for {most}"
    hint = "list those that matter under `facts`, or split the chart; a table can hold them all"
    place = chart.marks.at("facts", most) if chart.facts else chart.marks.at("where")
    return Finding("chart-too-long", place, chart.id, message, hint)


def _odd_one_out(entries: Sequence[Entry]) -> tuple[Entry, Entry]:
    """The first fact of the rarest unit, the later of several, and the first of the commonest."""
    units = [_unit(entry) for entry in entries]
    commonest = max(units, key=units.count)
    rarest = min(reversed(dict.fromkeys(units)), key=units.count)
    return entries[units.index(rarest)], entries[units.index(commonest)]


def _at_fact(chart: Chart, entry: Entry, message: str, hint: str) -> Finding:
    """The finding at the listed fact, or at `where` when none is listed."""
    if entry.fact.id in chart.facts:
        place = chart.marks.at("facts", chart.facts.index(entry.fact.id))
    else:
        place = chart.marks.at("where")
    return Finding("chart-mixed-units", place, chart.id, message, hint)


def _unit(entry: Entry) -> str | None:
    return entry.amount.unit if entry.amount else None


def _named(entry: Entry) -> str:
    unit = _unit(entry)
    return "no unit" if unit is None else shown(unit)
