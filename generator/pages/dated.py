"""A date with its form for machines: as HTML has it where it can, else as EDTF.

In: a period and its words. Out: markup.
"""

from markupsafe import Markup

from generator.model import Period
from generator.pages.templating import fill

_OF_HTML = frozenset({"day", "month", "year"})


def dated(period: Period, words: str) -> Markup:
    """The words of a period; `<time>` knows no quarters, halves, open ends and doubts."""
    is_plain = period.precision in _OF_HTML and not period.qualifier
    return fill("dated.html.jinja", is_plain=is_plain, machine=str(period), words=words).strip()
