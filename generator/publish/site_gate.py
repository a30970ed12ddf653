"""The built site, page by page: what stands behind each number that a reader meets.

In: an assembly, the folder of HTML that the engine made of it. Out: the numbers by kind, and in
words those that nothing explains.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from generator.kept import Cache, digest
from generator.pages import NumberAccount, Printed, Unexplained, account_apart, is_account
from generator.pipeline import Assembly, default_site
from generator.publish.walk import files_below
from generator.spread import Spread
from generator.text import shown

_PAGES_A_BATCH = 20
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
    # A panel opens upon any page, with what its file holds.
    files = [*files_below(folder, ".html"), *files_below(folder / "f", ".json")]
    keys = {file: digest(_path(file, folder), _html(file)) for file in files}
    known = {file: kept.get(key) for file, key in keys.items()}
    new = [file for file in files if not is_account(known[file], printed)]
    for file, one in zip(new, _judged(new, folder, printed, assembly.spread), strict=True):
        known[file] = one
        if not one[-1]:
            kept[keys[file]] = one
    account = NumberAccount()
    for file in files:
        account.add(known[file])
    account.pages = sum(file.suffix == ".html" for file in files)
    return account


def _judged(
    files: Sequence[Path], folder: Path, printed: Printed, spread: Spread
) -> Iterator[list[Any]]:
    batches = [files[at : at + _PAGES_A_BATCH] for at in range(0, len(files), _PAGES_A_BATCH)]
    if len(batches) > 1:
        printed.prepare()
    return chain.from_iterable(spread(partial(_judge, folder, printed), batches))


def _judge(folder: Path, printed: Printed, files: Iterable[Path]) -> list[Any]:
    return [account_apart(_html(file), _path(file, folder), printed) for file in files]


def _path(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix()


def _html(file: Path) -> str:
    """What a page is, or a panel where it opens."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".html":
        return text
    return f'<section id="{file.stem}">{json.loads(text)["html"]}</section>'


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
