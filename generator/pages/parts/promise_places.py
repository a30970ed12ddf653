"""On which page each promise stands: all on one, or of very many each on that of its time.

In: promises. Out: their addresses.
"""

from collections.abc import Sequence

from markupsafe import Markup

from generator.ledger import Promise
from generator.model import SECTIONS, Period
from generator.pages.by_time import parts_by_time
from generator.pages.parts.references import anchors_of

MOST_PROMISES = 30
"""With their sentences, on one page."""
Anchored = tuple[Promise, Markup]
"""A promise with the anchor of its heading."""


def with_anchors(found: Sequence[Promise]) -> list[Anchored]:
    """Each promise with its anchor."""
    return list(zip(found, anchors_of(found), strict=True))


def first_said(one: Anchored) -> Period:
    """When the promise was first reported, which no later promise changes."""
    return one[0].chain[0].known_from


def anchor_of(one: Anchored) -> str:
    """What no other promise is called."""
    return str(one[1])


def promise_addresses(found: Sequence[Promise]) -> list[str]:
    """Where each promise stands, below the site's root."""
    made, folder = with_anchors(found), SECTIONS["promises"].folder
    cut = len(made) > MOST_PROMISES
    tops = parts_by_time(made, first_said, anchor_of, MOST_PROMISES) if cut else []
    leaves = [part for top in tops for part in top.walk() if not part.parts]
    places = {anchor_of(one): f"{part.name}/" for part in leaves for one in part.things}
    return [f"{folder}/{places.get(name, '')}#{name}" for name in map(anchor_of, made)]
