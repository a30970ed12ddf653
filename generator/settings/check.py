"""What is wrong with mkdocs.yml, known before anything is built.

In: a project's root, its seeds, what was kept. Out: findings with their places in that file.
"""

import re
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any

from generator.kept import digest, is_self_contained, made_by, recall
from generator.model import ASSETS, Finding, Marks, Seeds
from generator.reading import RefusedError, UsageError, load_settings_file
from generator.settings.defaults import THEME
from generator.settings.engine import complaints, known_names
from generator.settings.menu import check_menu
from generator.settings.project import Settings, whole_settings
from generator.settings.repository import GROUP, NAME, said_repository
from generator.text import find_nearest, shown

_LINKED = ("extra_css", "extra_javascript")
_FIRST_SENTENCE = re.compile(r"^(?P<said>.*?)(?:\.\s|\.?$)", re.DOTALL)
_WORDS = {"site_name", "site_description", "site_author", "copyright", "docs_dir", "not_in_nav"}
_THEMES: tuple[object, ...] = ({}, THEME, {"name": THEME}, {"name": THEME, "font": False})
_UNKNOWN = "Unrecognised configuration name"


def check_settings(root: Path, seeds: Seeds, kept: MutableMapping[str, Any]) -> Iterator[Finding]:
    """All that is wrong with the settings of the project below `root`.

    Args:
        root: the project's.
        seeds: what its seeds and pages say.
        kept: what the engine said of settings before, by their content.
    """
    file = load_settings_file(root)
    yield from file.findings
    if file.findings or seeds.briefing is None:
        return
    try:
        settings = whole_settings(file, root, seeds, seeds.briefing)
    except UsageError as error:
        yield Finding("bad-settings", file.marks.start, "", error.message, error.hint)
        return
    refused = [_as_finding(key, said, file.marks) for key, said in _said(settings, root, kept)]
    if refused:
        yield from refused
        return
    yield from _check_repository(settings.said, file.marks)
    yield from _check_theme(settings.values["theme"], file.marks)
    yield from _check_linked(settings.said, file.marks, seeds)
    written = [page.path for page in seeds.documents]
    yield from check_menu(settings.values, file.marks, written, seeds.unread_pages)


def _said(
    settings: Settings, root: Path, kept: MutableMapping[str, Any]
) -> Sequence[Sequence[str]]:
    """Pairs of a key and what the engine has against it; asked once for the same settings."""
    if _is_plain(settings.said):
        return ()
    if not is_self_contained(settings.text):
        return complaints(settings.values, root)
    return recall(
        kept,
        digest(made_by(), settings.text),
        lambda: [list(one) for one in complaints(settings.values, root)],
    )


def _is_plain(said: Mapping[str, Any]) -> bool:
    """Whether the engine need not be asked, which takes longer than all else: only words are said.

    The menu and the theme are looked at here anyway.
    """
    theme = said.get("theme") or {}
    return (
        all(isinstance(said.get(key) or "", str) for key in _WORDS)
        and isinstance(said.get("nav") or [], list)
        and theme in _THEMES
        and {*(said.get("extra") or {})} <= {NAME}
        and not {*said} - _WORDS - {"nav", "theme", GROUP}
    )


def _as_finding(key: str, said: str, marks: Marks) -> Finding:
    """In words of mkdocs.yml."""
    place = marks.at(key, "name") if key == "theme" else marks.at(key)
    if said.startswith(_UNKNOWN):
        near = find_nearest(key, known_names())
        hint = f"write {near}" if near else "delete it; words of your own belong under extra"
        return Finding("bad-settings", place, "", f"{shown(key)} is no setting", hint)
    match = _FIRST_SENTENCE.match(said)
    message = f"{shown(key)}: {shown(match['said'] if match else said, 200)}"
    return Finding("bad-settings", place, "", message, _cure(key))


def _cure(key: str) -> str:
    if key == "theme":
        return f"write name: {THEME}, which the pages are made for, or leave theme out"
    return f"correct {shown(key)}, or delete it: what it leaves out has a default"


def _check_theme(theme: Mapping[str, Any], marks: Marks) -> Iterator[Finding]:
    name = theme.get("name")
    if name != THEME:
        message = f"the pages are made for the theme {THEME}, not for {shown(str(name))}"
        yield Finding("bad-settings", marks.at("theme", "name"), "", message, _cure("theme"))
    if theme.get("font"):
        message = "theme: font loads letters from another host, which would know each reader"
        hint = "delete font; pages are set in the reader's own letters"
        yield Finding("bad-settings", marks.at("theme", "font"), "", message, hint)


def _check_repository(said: Mapping[str, Any], marks: Marks) -> Iterator[Finding]:
    """What is wrong with the address that links to the forge begin with."""
    try:
        said_repository(said)
    except RefusedError as error:
        found = error.finding
        message = f"{GROUP}.{NAME} {found.message}"
        yield Finding("bad-settings", marks.at(GROUP, NAME), "", message, found.hint)


def _check_linked(said: Mapping[str, Any], marks: Marks, seeds: Seeds) -> Iterator[Finding]:
    """Every style sheet and script that is named is a file of the site."""
    there = {*seeds.assets, *(f"assets/{name}" for name in ASSETS)}
    for key in _LINKED:
        for index, entry in enumerate(said.get(key) or ()):
            path = _path(entry)
            if path in there:
                continue
            at = marks.at(key, index)
            message = f"{key} names {shown(path)}, and the site has no such file"
            hint = "put the file into docs/, or remove the entry; pages load nothing from elsewhere"
            yield Finding("bad-settings", at, "", message, hint)


def _path(entry: object) -> str:
    path = entry.get("path", "") if isinstance(entry, Mapping) else entry
    return str(path).partition("?")[0]
