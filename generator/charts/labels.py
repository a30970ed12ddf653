"""Which figure a text in a drawing is about, as far as the text alone tells.

In: the entries of a chart, a wording. Out: ids by text without white space, because a browser
breaks the lines. Never a text that two figures could have, or that could be a number on a scale.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.charts.intervals import heading_of_range
from generator.charts.levels import place_name
from generator.charts.marks import heading_of
from generator.charts.rows import Heading
from generator.charts.timeline import heading_of_event
from generator.model import Entry
from generator.wording import LanguageWording, drawn_amount


def label_facts(entries: Iterable[Entry], wording: LanguageWording) -> Mapping[str, str]:
    """Ids by the text of a heading or label, for every kind of chart."""
    found: dict[str, set[str]] = {}
    for entry in entries:
        for text in _texts(entry, wording):
            found.setdefault(without_space(text), set()).add(entry.fact.id)
    return {text: facts.pop() for text, facts in found.items() if len(facts) == 1}


def without_space(text: str) -> str:
    """The text as one word, however it was broken into lines."""
    return "".join(text.split())


def _texts(entry: Entry, wording: LanguageWording) -> Iterator[str]:
    yield _heading(heading_of(entry, wording))
    yield _heading(heading_of_range(entry, wording))
    yield _heading(heading_of_event(entry, wording))
    yield place_name(entry, wording)
    if entry.amount is not None and entry.amount.unit:
        yield drawn_amount(entry, wording)


def _heading(heading: Heading) -> str:
    return f"{heading.name}{heading.amount}{heading.remark}{heading.detail}"
