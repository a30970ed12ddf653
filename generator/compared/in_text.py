"""A comparison for a terminal: one line that says it all, then the weightiest first.

In: a comparison. Out: printable lines.
"""

from collections.abc import Iterator

from generator.compared.comparison import Comparison
from generator.compared.outline import (
    OutlineRow,
    OutlineSection,
    headline,
    outline_of,
    place_of,
)
from generator.text import shown

_LONGEST = 400
_MOST_ROWS = 40
_SPACES = str.maketrans(dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\n\t", " "))


def text_lines(found: Comparison) -> list[str]:
    """All of it; of a long list the first rows, and how many more there are."""
    lines = [_plain(f"{found.base.name} → {found.head.name}: {headline(found)}")]
    for section in outline_of(found):
        lines += ["", *_section(section)]
    lines += [*_remaining(found)]
    return lines


def _section(section: OutlineSection) -> Iterator[str]:
    note = f" ({section.note})" if section.note else ""
    yield _plain(f"{section.title}{note}")
    for row in section.rows[:_MOST_ROWS]:
        yield f"  {_plain(_head(row))}"
        yield from (f"      {_plain(line)}" for line in (*row.why, *row.lines))
    if (more := len(section.rows) - _MOST_ROWS) > 0:
        yield f"  … and {more} more; --format json has them all"


def _head(row: OutlineRow) -> str:
    name = f"{row.id} ({row.sign})" if row.sign else row.id
    if row.old == row.new:
        return f"{name}: {row.old}" if row.old else name
    if row.old is None or row.new is None:
        return f"{name}: {row.new or row.old}"
    return f"{name}: {row.old} → {row.new}"


def _remaining(found: Comparison) -> Iterator[str]:
    """Findings that both sides have: a reader has to know that they are there."""
    appeared = {*found.appeared, *found.vanished}
    known = [one for one in found.base.assembly.findings if one not in appeared]
    if known:
        yield ""
        yield "Findings on both sides"
    for one in known:
        subject = f" [{one.subject}]" if one.subject else ""
        yield _plain(f"  {place_of(one, found.base)}: {one.code}{subject} {one.message}")
        yield _plain(f"      hint: {one.hint}")


def _plain(text: str) -> str:
    """One printable line."""
    indent = len(text) - len(text.lstrip(" "))
    return " " * indent + shown(text.strip().translate(_SPACES), _LONGEST)
