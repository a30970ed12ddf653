"""The menu of mkdocs.yml: its pages in order, and its faults in words of that file.

In: `nav` and its neighbours as they were read, the pages of a tree. Out: paths, or a line a page
that the menu misses or that does not exist. Knows no engine.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from pathspec import GitIgnoreSpec

from generator.model import SECTIONS


def nav_paths(nav: object) -> Iterator[str]:
    """The pages of a menu, in order."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, Mapping):
        yield from nav_paths([*nav.values()])
    elif isinstance(nav, Sequence):
        for part in nav:
            yield from nav_paths(part)


def menu_faults(settings: Mapping[str, object], pages: Collection[str]) -> list[str]:
    """A line a page that the menu misses, or names and the tree has not, where settings ask for it.

    `pages` are the Markdown files of the tree, by their paths in it.
    """
    validation = settings.get("validation")
    asked = validation.get("nav") if isinstance(validation, Mapping) else None
    levels = asked if isinstance(asked, Mapping) else {}
    named = [path for path in nav_paths(settings.get("nav")) if path.endswith(".md")]
    faults: list[str] = []
    if levels.get("not_found", "warn") == "warn":
        faults += [names_no_page(path) for path in named if path not in pages]
    if named and levels.get("omitted_files") == "warn":
        apart = found_elsewhere(str(settings.get("not_in_nav") or "").splitlines())
        left = sorted({*pages} - {*named})
        faults += [missed_by_menu(path) for path in left if not apart.match_file(path)]
    return faults


def found_elsewhere(listed: Iterable[str]) -> GitIgnoreSpec:
    """Which pages no menu need name: those of `not_in_nav`, and what generated sections part into.

    A menu names a section, whose index page leads to the others.
    """
    made = [
        line
        for row in SECTIONS.values()
        if row.title
        for line in (f"/{row.folder}/**", f"!/{row.path}")
    ]
    return GitIgnoreSpec.from_lines([*made, *listed])


def missed_by_menu(page: str) -> str:
    """What is said of a page that no menu names."""
    return (
        f"mkdocs.yml: no entry of `nav` names {page}; "
        "add one, or list the page under `not_in_nav` if no menu shall show it"
    )


def names_no_page(page: str) -> str:
    """What is said of an entry that leads nowhere."""
    return (
        f"mkdocs.yml: `nav` names {page}, and there is no such page; "
        "correct the entry, or remove it"
    )
