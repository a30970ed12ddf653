"""A chart in words and as a table: what readers have who do not see it.

In: the entries of a chart, a wording. Out: text and rows with the very figures of the drawing.
Never a number that no row has.
"""

from collections.abc import Sequence

from generator.charts.naming import fact_name, full_name, status_word, written_amount
from generator.charts.values import greatest_value, least_value
from generator.model import Entry, Row, Wording

_SENTENCE_ENDS = (".", "!", "?", "…", "。")


def describe(title: str, entries: Sequence[Entry], wording: Wording) -> str:
    """The title, then the first, the last, the highest and the lowest figure, each said once."""
    said = [sentence(title, wording)]
    if len(entries) == 1:
        said.append(_said("chart-describe-one", entries[0], wording))
    elif entries:
        by_id = {entry.fact.id: entry for entry in entries}
        for name, roles in _roles(entries).items():
            said.append(_said(f"chart-describe-{'-'.join(roles)}", by_id[name], wording))
    return " ".join(filter(None, said))


def sentence(title: str, wording: Wording) -> str:
    """A title as a sentence, with a full stop if it ends in none."""
    if not title or title.endswith(_SENTENCE_ENDS):
        return title
    return wording.say("chart-describe-title", title=title)


def table(entries: Sequence[Entry], wording: Wording) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Columns and rows: what, figure (where any has one), status, true of, known from."""
    with_figures = any(entry.amount is not None for entry in entries)
    names = ["what", *(["figure"] if with_figures else []), "status", "period", "known-from"]
    rows = []
    for entry in entries:
        figure = "" if entry.amount is None else written_amount(entry, wording)
        cells = (
            fact_name(entry, wording),
            *((figure,) if with_figures else ()),
            status_word(entry, wording),
            wording.period(entry.period),
            wording.period(entry.known_from),
        )
        rows.append(Row(fact=entry.fact.id, cells=cells))
    return tuple(wording.say(f"chart-column-{name}") for name in names), tuple(rows)


def _roles(entries: Sequence[Entry]) -> dict[str, list[str]]:
    """What is to be said of which fact: first, last, highest and lowest, by id, in this order."""
    roles: dict[str, list[str]] = {}
    picked = [("first", entries[0]), ("last", entries[-1])]
    if measured := [entry for entry in entries if entry.amount is not None]:
        picked.append(("highest", max(measured, key=greatest_value)))
        picked.append(("lowest", min(measured, key=least_value)))
    for role, entry in picked:
        roles.setdefault(entry.fact.id, []).append(role)
    return roles


def _said(key: str, entry: Entry, wording: Wording) -> str:
    name = full_name(entry, wording) if entry.amount else fact_name(entry, wording)
    return wording.say(key, name=name, amount=written_amount(entry, wording))
