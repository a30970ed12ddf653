"""A comparison as Markdown for a pull request or a step's summary.

In: a comparison. Out: GitHub Markdown of bounded length. All that comes from seeds, pages or names
of revisions is text: nothing of it becomes a tag, a link, a picture, a mention or a reference.
"""

import shlex
from collections.abc import Iterator, Sequence

from generator.compared.comparison import Comparison
from generator.compared.outline import OutlineRow, OutlineSection, headline, outline_of
from generator.text import markdown_code, markdown_text

MOST_CHARACTERS = 60_000
"""Less than GitHub takes of a comment, which is 65 536."""
_RESERVE = 2_000
"""What is kept for the ends of sections and the last line."""
_MOST_ROWS = 100


def comparison_markdown(found: Comparison) -> str:
    """The summary, what to look at first as a table, and the rest closed, as far as it has room."""
    base, head = (markdown_code(side.name) for side in (found.base, found.head))
    blocks = [f"<b>{markdown_text(headline(found))}</b> ({base} → {head})"]
    if not found.is_sound:
        told = [
            f"{many} finding{'s' if many != 1 else ''} in {name}"
            for side, name in ((found.base, base), (found.head, head))
            if (many := len(side.assembly.findings))
        ]
        blocks.append(f"⚠ {', '.join(told)}: what is not proven there could not be compared.")
    command = _command(found)
    room = MOST_CHARACTERS - _RESERVE - sum(map(len, blocks))
    left_out: list[str] = []
    for section in outline_of(found):
        block = (_table if section.is_first else _details)(section, room, command)
        if block is None:
            left_out.append(f"{section.title} ({len(section.rows)})")
            continue
        blocks.append(block)
        room -= len(block) + 2
    if left_out:
        names = ", ".join(markdown_text(one) for one in left_out)
        blocks.append(f"Left out: {names[: _RESERVE // 2]}; run {command}")
    return "\n\n".join(blocks)


def _command(found: Comparison) -> str:
    """What tells the rest."""
    names = [one.revision for one in (found.base, found.head) if one.revision is not None]
    return markdown_code(f"briefing diff {shlex.join(names)}")


def _table(section: OutlineSection, room: int, command: str) -> str | None:
    head = [
        f"### {section.title}",
        "",
        "| Figure | Was | Is | Why look |",
        "|---|---|---|---|",
    ]
    rows, more = _within([_cells(row) for row in section.rows], room - sum(map(len, head)))
    if not rows:
        return None
    end = ["", f"… and {more} more; run {command}"] if more else []
    told = OutlineSection(title="Their sentences and changes", rows=section.rows[: len(rows)])
    taken = sum(map(len, (*head, *rows, *end))) + len(rows)
    details = _details(told, room - taken, command)
    return "\n".join([*head, *rows, *end, *(["", details] if details else [])])


def _cells(row: OutlineRow) -> str:
    was, is_now = (markdown_text(one) if one else "–" for one in (row.old, row.new))
    why = "<br>".join(markdown_text(one) for one in row.why)
    return f"| {markdown_code(row.id)} | {was} | <b>{is_now}</b> | {why} |"


def _details(section: OutlineSection, room: int, command: str) -> str | None:
    """A section that is closed at first; None where not one row has room."""
    title = f"{markdown_text(section.title)} ({len(section.rows)})"
    head = ["<details>", f"<summary>{title}</summary>", ""]
    if section.note:
        head += [markdown_text(section.note), ""]
    end = ["", "</details>"]
    rows, more = _within(
        ["\n".join(_listed(row)) for row in section.rows], room - sum(map(len, head)) - 100
    )
    if not rows:
        return None
    if more:
        rows.append(f"- … and {more} more; run {command}")
    return "\n".join([*head, *rows, *end])


def _listed(row: OutlineRow) -> Iterator[str]:
    said = ""
    if row.old == row.new:
        said = f": {markdown_text(row.old)}" if row.old else ""
    elif row.old is None or row.new is None:
        said = f": {markdown_text(row.new or row.old or '')}"
    else:
        said = f": {markdown_text(row.old)} → <b>{markdown_text(row.new)}</b>"
    lines = [markdown_text(line) for line in (*row.why, *row.lines)]
    sign = f" ({markdown_text(row.sign)})" if row.sign else ""
    yield "<br>".join([f"- {markdown_code(row.id)}{sign}{said}", *lines])


def _within(rows: Sequence[str], room: int) -> tuple[list[str], int]:
    """The first rows, as far as they have room, and how many more there are."""
    kept: list[str] = []
    for row in rows[:_MOST_ROWS]:
        room -= len(row) + 1
        if room < 0:
            break
        kept.append(row)
    return kept, len(rows) - len(kept)
