"""One figure named beside another: what it replaces, what replaced it or what it rests on.

In: ids of figures, the parts of a page. Out: markup with links.
"""

from markupsafe import Markup

from generator.pages.escape import encode
from generator.pages.parts.parts import Parts
from generator.pages.templating import fill, link
from generator.wording import fact_name


def reference(fact_id: str, parts: Parts) -> Markup:
    """A figure by its name and amount, linked; an event by its name."""
    entry = parts.site.book.entries[fact_id]
    name = fact_name(entry, parts.site.wording)
    if entry.amount is None:
        return link(parts.links.fact(fact_id), name)
    return Markup("{}: {}").format(encode(name), parts.figure(fact_id))


def replaced(fact_id: str, parts: Parts) -> Markup:
    """A figure that no longer stands, and the one that replaced it."""
    new = parts.site.book.entries[fact_id].revised_by or fact_id
    return fill(
        "replaced.html.jinja",
        old=reference(fact_id, parts),
        new=reference(new, parts),
        say=parts.site.wording.say,
    ).strip()
