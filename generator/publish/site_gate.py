"""The built site, page by page: what stands behind each number that a reader meets.

In: an assembly, the folder of HTML that the engine made of it. Out: the numbers by kind, and in
words those that nothing explains.
"""

import json
from pathlib import Path

from generator.kept import Cache
from generator.pages import NumberAccount, Printed, Unexplained, recall_account
from generator.pipeline import Assembly, default_site
from generator.text import shown

_MOST = 20
"""Numbers that are named in one run: nobody mends more before looking again."""


def account_site(
    assembly: Assembly, folder: Path, address: str = "", cache: Cache | None = None
) -> NumberAccount:
    """The numbers of all pages below `folder`, and of the proof panels that open on them.

    Args:
        assembly: what they were composed from.
        folder: the built site.
        address: where it is published; its digits are no figures.
        cache: accounts of pages that may not have changed.
    """
    kept = (cache or Cache()).of("gate")
    printed = Printed(default_site(assembly, address=address))
    account = NumberAccount()
    for file in sorted(folder.rglob("*.html")):
        page = file.relative_to(folder).as_posix()
        recall_account(file.read_text(encoding="utf-8"), page, printed, account, kept)
    pages = account.pages
    # A panel opens upon any page, with what its file holds.
    for file in sorted(folder.glob("f/*.json")):
        inside = json.loads(file.read_text(encoding="utf-8"))["html"]
        section = f'<section id="{file.stem}">{inside}</section>'
        page = file.relative_to(folder).as_posix()
        recall_account(section, page, printed, account, kept)
    account.pages = pages
    return account


def unexplained_lines(account: NumberAccount) -> list[str]:
    """A line a number that nothing explains: its page, and the words around it.

    What stands so on several pages, as the menu does, is one mistake.
    """
    pages: dict[Unexplained, dict[str, None]] = {}
    for one in account.unexplained:
        pages.setdefault(one._replace(page=""), {})[one.page] = None
    lines = [
        f"{next(iter(on))}{_others(len(on) - 1)}: {_what_is_wrong(one, len(on))}"
        for one, on in list(pages.items())[:_MOST]
    ]
    left = len(pages) - len(lines)
    return [*lines, f"and {left} more such numbers"] if left else lines


def _others(number: int) -> str:
    return f" and {number} other page{'s' if number > 1 else ''}" if number else ""


def _what_is_wrong(one: Unexplained, pages: int) -> str:
    if one.cause:
        return f"“{shown(one.around)}” is marked, but {one.cause}; correct what prints it"
    exempt = "exempt the number in seeds/briefing.yaml"
    cure = f"name a figure there, or {exempt}"
    if pages > 1:
        cure = f"if mkdocs.yml says so, say it there without the number, or {exempt}"
    said = f"{shown(one.number)} in “{shown(one.around)}”"
    return f"no sentence, formula, date or count explains {said}; {cure}"
