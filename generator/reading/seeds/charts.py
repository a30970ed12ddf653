"""Charts that are well-formed: the facts that they name have at least been typed.

In: the context of the seeds. Out: charts by id, findings in the context. Whether a chart can be
drawn is for `charts/` to say.
"""

from collections.abc import Iterator, Mapping

from generator.model import Chart, Finding, FrozenDict, Known
from generator.reading.rules.entries import check_chart
from generator.reading.rules.references import check_references, find_leaves
from generator.reading.seeds.assembly import SeedContext
from generator.reading.shapes.shapes import build
from generator.reading.yaml.nodes import Branch, Leaf
from generator.text import shown


def _check_since(chart: Branch, known: Known, name: str) -> Iterator[Finding]:
    """A plan, and the event with which it was made, are facts."""
    since = chart.fields.get("since")
    if isinstance(since, Branch):
        for plan, place in since.keys.items():
            yield from check_references([Leaf(plan, place)], "fact", known, name)
            yield from check_references(find_leaves(since, plan), "fact", known, name)


def _check_former(chart: Branch, taken: dict[str, str], name: str) -> Iterator[Finding]:
    """No chart bears the id any more, and one chart alone took its place."""
    for leaf in find_leaves(chart, "formerly"):
        if leaf.text in taken:
            message = f'formerly "{shown(leaf.text)}" is {taken[leaf.text]}'
            hint = "delete it here: an address leads to one chart"
            yield Finding("duplicate-id", leaf.place, name, message, hint)
        taken.setdefault(leaf.text, f"formerly that of {name} already")


def build_charts(context: SeedContext) -> Mapping[str, Chart]:
    """Charts; the facts that they name have at least been typed."""
    charts: dict[str, Chart] = {}
    taken = {one.id: "the id of a chart" for one in context.files.charts if one.id}
    for record, node, is_unique in context.unique(context.files.charts, "chart"):
        name, known = shown(record.id), context.known
        found = [*check_chart(node, name, context.declared_units)]
        for key in ("facts", "annotations"):
            found += check_references(find_leaves(node, key), "fact", known["fact"], name)
        found += _check_since(node, known["fact"], name)
        found += _check_former(node, taken, name)
        selected = find_leaves(node, "where", "indicator")
        found += check_references(selected, "indicator", known["indicator"], name)
        if context.sound(record, found) and is_unique:
            charts[record.id] = build(Chart, record.typed, node, context.language)
    return FrozenDict(charts)
