"""The menu of mkdocs.yml: its pages in order, and what is wrong with it.

In: `nav` and its neighbours as plain values, the pages that a site will have. Out: paths, and a
finding for each page that the menu misses and each entry that leads nowhere. Knows no engine.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from pathspec import GitIgnoreSpec

from generator.model import SECTIONS, Finding, Marks, Place, Step
from generator.text import find_nearest, shown


def nav_paths(nav: object) -> Iterator[str]:
    """The pages of a menu, in order."""
    yield from (path for path, _ in _entries(nav, ()))


def _entries(nav: object, steps: tuple[Step, ...]) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """Each page with the keys and indices that lead to it."""
    if isinstance(nav, str):
        yield nav, steps
    elif isinstance(nav, Mapping):
        for key, value in nav.items():
            yield from _entries(value, (*steps, str(key)))
    elif isinstance(nav, Sequence):
        for index, part in enumerate(nav):
            yield from _entries(part, (*steps, index))


def check_menu(
    settings: Mapping[str, object],
    marks: Marks,
    written: Collection[str],
    unread: Collection[str] = (),
) -> Iterator[Finding]:
    """What settings ask to be told: an entry without a page, a page without an entry.

    Args:
        settings: all of them.
        marks: where mkdocs.yml says them.
        written: the hand-written pages, by their paths in docs/.
        unread: those that have a finding of their own; an entry may mean any of them.
    """
    validation = settings.get("validation")
    asked = validation.get("nav") if isinstance(validation, Mapping) else None
    levels = asked if isinstance(asked, Mapping) else {}
    apart = found_elsewhere(str(settings.get("not_in_nav") or "").splitlines())
    entries = [(path, at) for path, at in _entries(settings.get("nav"), ()) if path.endswith(".md")]
    pages = {*written, *(row.path for row in SECTIONS.values() if row.title)}
    named = {path for path, _ in entries}
    made = found_elsewhere(())
    lost = {path for path in named - pages if not made.match_file(path)}
    # A mistyped entry means the page that no entry names: that is one mistake.
    meant = {find_nearest(path, pages - named) for path in lost}
    if levels.get("not_found", "warn") == "warn" and not unread:
        for path, at in entries:
            if path in lost:
                yield _leads_nowhere(path, marks.at("nav", *at), pages - named or pages)
    if levels.get("omitted_files") == "warn":
        left = sorted(pages - named - meant)
        for page in left:
            if not apart.match_file(page):
                yield _missed(page, marks.at("nav"))


def found_elsewhere(listed: Iterable[str]) -> GitIgnoreSpec:
    """Which pages no menu need name: those of `not_in_nav`, and what generated sections part into.

    A menu names a section, whose index page leads to the others, unless it is for no reader.
    """
    rows = [row for row in SECTIONS.values() if row.title]
    made = [f"/{row.folder}/**" for row in rows]
    named = [f"!/{row.path}" for row in rows if row.in_menu]
    return GitIgnoreSpec.from_lines([*made, *named, *listed])


def _missed(page: str, at: Place) -> Finding:
    message = f"no entry of nav names the page {shown(page)}"
    hint = f"add `- {shown(page)}` below nav, or list /{shown(page)} under not_in_nav"
    return Finding("bad-menu", at, "", message, hint)


def _leads_nowhere(path: str, at: Place, pages: Collection[str]) -> Finding:
    near = find_nearest(path, pages)
    message = f"nav names {shown(path)}, and there is no such page"
    hint = f"write {shown(near)}" if near else "write a page of docs/, or remove the entry"
    return Finding("bad-menu", at, "", message, hint)
