"""What the engine needs and no briefing chooses: theme, style sheets, scripts, extensions, search.

In: a briefing, its pages, the wording of its first language. Out: settings under the names
of MkDocs; what mkdocs.yml says goes over them, and adds to what the pages need.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.model import SECTIONS, Briefing
from generator.pages import EXTENSIONS
from generator.settings.menu import nav_paths
from generator.wording import LanguageWording

THEME = "material"
"""The theme that the pages, their style sheets and scripts are made for."""
_STYLE_SHEETS = ("briefing", "ledger", "identity", "home", "sources", "door", "print", "data")
_SCRIPTS = ("briefing", "door")
_SEPARATOR = r'[\s\-–()\[\]“”„"…;!?/]+|[.,:](?!\d)'
"""Words end at blanks and at marks, but for those within a number: 350.000 and 15,09 are one."""
_JOINED = {"extra_css", "extra_javascript", "polyfills", "markdown_extensions"}
"""Lists to which a briefing adds; it takes nothing away that its pages need."""
_NAMED = {"plugins", "markdown_extensions"}
"""Lists of names, each alone or with its options."""
_GROUPED = ("facts", "promises", "known", "open-questions", "changes")
"""Sections that stand together in the menu, below the first of them."""


def default_settings(briefing: Briefing, wording: LanguageWording) -> dict[str, Any]:
    """All settings but the menu, in the language of the site."""
    return {
        "site_name": wording.text(briefing.title),
        "site_description": wording.text(briefing.description) if briefing.description else "",
        "use_directory_urls": True,
        "theme": _theme(wording),
        "extra": {
            "generator": False,
            "not_found": {
                "title": wording.say("not-found-title"),
                "lead": wording.say("not-found-lead"),
            },
            "figure_opens": wording.say("figure-opens"),
            "contents": wording.say("on-this-page"),
            "polyfills": ["assets/theme-later.js"],  # runs before the theme's own
        },
        "extra_css": [f"assets/{name}.css" for name in _STYLE_SHEETS],
        "extra_javascript": [{"path": f"assets/{name}.js", "defer": True} for name in _SCRIPTS],
        "plugins": [{"search": {"separator": _SEPARATOR}}],
        "markdown_extensions": [
            {"toc": {"permalink": False}} if name == "toc" else name for name in EXTENSIONS
        ],
        "validation": {
            "nav": dict.fromkeys(("omitted_files", "not_found", "absolute_links"), "warn"),
            "links": dict.fromkeys(
                ("not_found", "anchors", "absolute_links", "unrecognized_links"), "warn"
            ),
        },
    }


def _theme(wording: LanguageWording) -> dict[str, Any]:
    return {
        "name": THEME,
        "language": wording.lang,
        "font": False,  # the reader's own fonts; nothing comes from another host
        "favicon": "assets/favicon.svg",
        "logo": "assets/logo.svg",
        "features": [
            "navigation.tabs",
            "navigation.top",
            "navigation.footer",
            "toc.follow",
            "search.highlight",
        ],
        "palette": [
            _palette("light", "default", "weather-night", wording.say("switch-to-dark")),
            _palette("dark", "slate", "weather-sunny", wording.say("switch-to-light")),
        ],
    }


def _palette(media: str, scheme: str, icon: str, name: str) -> dict[str, Any]:
    return {
        "media": f"(prefers-color-scheme: {media})",
        "scheme": scheme,
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": f"material/{icon}", "name": name},
    }


def with_menu(nav: object, pages: Iterable[str], wording: LanguageWording) -> object:
    """The menu of mkdocs.yml, with the generated sections behind it where it names none of them.

    Args:
        nav: as mkdocs.yml has it; None: the hand-written pages, the home page first.
        pages: the hand-written pages, by their paths in docs/.
        wording: of the site's language.
    """
    index = "index.md"
    ordered = sorted(pages, key=lambda path: (path != index, path))
    own = [{wording.say("menu-home"): path} if path == index else path for path in ordered]
    if nav is not None and not isinstance(nav, list):
        return nav
    said: list[Any] = own if nav is None else [*nav]
    made = {row.path for row in SECTIONS.values() if row.in_menu}
    return said if made & {*nav_paths(said)} else [*said, *_sections(wording)]


def _sections(wording: LanguageWording) -> list[Any]:
    """The menu of what the site makes by itself."""
    rows = [row for row in SECTIONS.values() if row.title and row.in_menu]
    named = {row.folder: {wording.say(f"{row.title}-title"): row.path} for row in rows}
    group = [named.pop(folder) for folder in _GROUPED]
    return [{wording.say("menu-figures"): group}, *named.values()]


def merged(defaults: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """The defaults with what mkdocs.yml says over them: mappings are merged, key by key.

    What the pages need stays in the lists that a briefing adds to; other lists it replaces.
    """
    result = dict(defaults)
    for key, value in said.items():
        if value is None:  # `theme:` with nothing behind it
            continue
        before = defaults.get(key)
        if key == "theme" and isinstance(value, str):
            result[key] = merged(defaults["theme"], {"name": value})
        elif key in _NAMED and isinstance(value, Sequence | Mapping):
            result[key] = _named(key, before or (), value)
        elif key in _JOINED and isinstance(value, Sequence) and not isinstance(value, str):
            names = {_name(one) for one in before or ()}
            result[key] = [*(before or ()), *(one for one in value if _name(one) not in names)]
        elif isinstance(value, Mapping) and isinstance(before, Mapping):
            result[key] = merged(before, value)
        else:
            result[key] = value
    return result


def _named(
    key: str, before: Sequence[Any], said: Sequence[Any] | Mapping[str, Any]
) -> list[Any] | Mapping[str, Any]:
    """What is said, each with our options where it says none; ours first where they are needed."""
    ours = dict(_options(before))
    try:
        theirs = dict(_options(said))
    except (TypeError, ValueError):
        return [*said]  # the engine says what is wrong with it
    names = [*ours, *(name for name in theirs if name not in ours)] if key in _JOINED else theirs
    found = {name: theirs.get(name) or ours.get(name) for name in names}
    return [{name: options} if options else name for name, options in found.items()]


def _options(listed: Sequence[Any] | Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    if isinstance(listed, Mapping):
        return listed.items()
    return [
        next(iter(one.items())) if isinstance(one, Mapping) and len(one) == 1 else (_text(one), {})
        for one in listed
    ]


def _text(one: object) -> str:
    if not isinstance(one, str):
        raise TypeError(one)
    return one


def _name(one: object) -> str:
    return str(one.get("path")) if isinstance(one, Mapping) else str(one)
