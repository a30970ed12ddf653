"""What the entries of briefing.yaml's lists must say together.

In: the tree of briefing.yaml. Out: findings; none about what a shape has refused already.
"""

from collections.abc import Iterator

from generator.model import Finding, Place
from generator.reading.rules.entries import check_repeats
from generator.reading.yaml.nodes import Branch, Node, Series, leaf_text
from generator.text import shown


def check_briefing(briefing: Node) -> Iterator[Finding]:
    """Every language and every constant stands once."""
    yield from check_repeats(_field(briefing, "languages"), "", "languages")
    constants = _field(briefing, "constants")
    first: dict[str, Place] = {}
    for entry in constants.items if isinstance(constants, Series) else ():
        name = leaf_text(entry, "id")
        if not name or not isinstance(entry, Branch):
            continue
        place = entry.fields["id"].place
        if name in first:
            message = f'"{shown(name)}" is the id of another constant at {first[name]}'
            hint = "give one of the two another id, or delete it"
            yield Finding("duplicate-id", place, shown(name), message, hint)
        first.setdefault(name, place)


def _field(node: Node, key: str) -> Node | None:
    return node.fields.get(key) if isinstance(node, Branch) else None
