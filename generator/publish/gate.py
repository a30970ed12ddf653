"""The built site, page by page: what stands behind each number that a reader meets.

In: an assembly, the folder of HTML that the engine made of it. Out: the numbers by kind, and in
words those that nothing explains.
"""

import json
from pathlib import Path

from generator.pages import Explained, Phrases, explain_page
from generator.pipeline import Assembly, default_site
from generator.text import shown

_MOST = 20
"""Numbers that are named in one run: nobody mends more before looking again."""


def explain_site(assembly: Assembly, folder: Path, address: str = "") -> Explained:
    """The numbers of all pages below `folder`, and of the doors that open on them.

    Args:
        assembly: what they were composed from.
        folder: the built site.
        address: where it is published; its digits are no figures.
    """
    phrases = Phrases(default_site(assembly, address=address))
    told = Explained()
    for file in sorted(folder.rglob("*.html")):
        page = file.relative_to(folder).as_posix()
        explain_page(file.read_text(encoding="utf-8"), page, phrases, told)
    pages = told.pages
    # A door opens upon any page, with what its file holds.
    for file in sorted(folder.glob("f/*.json")):
        inside = json.loads(file.read_text(encoding="utf-8"))["html"]
        section = f'<section id="{file.stem}">{inside}</section>'
        explain_page(section, file.relative_to(folder).as_posix(), phrases, told)
    told.pages = pages
    return told


def unexplained_lines(explained: Explained) -> list[str]:
    """A line a number that nothing explains: its page, and the words around it.

    What stands so on several pages, as the menu does, is one mistake.
    """
    pages: dict[tuple[str, str], dict[str, None]] = {}
    for one in explained.unexplained:
        pages.setdefault((one.number, one.around), {})[one.page] = None
    lines = [
        f"{next(iter(on))}{_others(len(on) - 1)}: no sentence, formula, date or count explains "
        f"{shown(number)} in “{shown(around)}”; {_what_to_do(len(on))}"
        for (number, around), on in list(pages.items())[:_MOST]
    ]
    left = len(pages) - len(lines)
    return [*lines, f"and {left} more such numbers"] if left else lines


def _others(number: int) -> str:
    return f" and {number} other page{'s' if number > 1 else ''}" if number else ""


def _what_to_do(number: int) -> str:
    exempt = "exempt the number in seeds/briefing.yaml"
    if number > 1:
        return f"if mkdocs.yml says so, say it there without the number, or {exempt}"
    return f"name a figure there, or {exempt}"
