"""The theme's program, held back until a reader touches the page that would load it.

In: the text of a page. Out: the same, the address of that program being named at our own script,
`assets/theme-later.js`, which loads it at the first sign of life and does until then what the theme
does at once. Held back it is of a page alone for which that
script is known to do all of this: not where settings ask more of the theme, or where something on
the page is made by it, or may ask it for something.
"""

import json
import re

from generator.model import ASSETS

SCRIPT = "theme-later.js"
"""Of our assets; it loads the program."""
FEATURES = frozenset(
    {
        *("navigation.expand", "navigation.footer", "navigation.indexes", "navigation.path"),
        *("navigation.sections", "navigation.tabs", "navigation.tabs.sticky", "navigation.top"),
        *("search.highlight", "search.share", "search.suggest", "toc.follow", "toc.integrate"),
    }
)
"""Of the theme, those that need no script or none before the page is touched."""
_PROGRAM = re.compile(
    r'<script src="(?P<address>[^"]*\bassets/javascripts/bundle\.[^"]+)" defer></script>'
)
_SCRIPTS = re.compile(r'<script\b[^>]*?\bsrc="(?P<address>[^"]+)"')
_LATER = re.compile(rf'(?P<start><script src="[^"]*\b{re.escape(SCRIPT)}")')
_CONFIG = re.compile(
    r'<script id="__config" type="application/json">(?P<json>.*?)</script>', re.DOTALL
)
_OURS = re.compile(rf"(?:^|/)assets/(?:{'|'.join(map(re.escape, ASSETS))})$")
_ASKS = re.compile(
    r"<table>|<table\s(?![^>]*\bclass=)|\bdata-tabs\b|\bdata-preview\b"
    r'|\bclass="[^"]*\b(?:annotate|footnote-ref|md-banner|mermaid)\b'
    r'|\bdata-md-component="(?:consent|outdated|source)"'
    r'|\bdata-md-color-media="\(prefers-color-scheme\)"'
)
"""What the theme makes or changes as soon as it runs: tables, tabs, tips, annotations, diagrams,
notices, the state of a repository, colours that follow the system."""


def with_held_theme(page: str) -> str:
    """The page, the theme's program named at the script that loads it late; or as it was."""
    program, later = _PROGRAM.search(page), _LATER.search(page)
    if program is None or later is None or not _can_wait(page, program["address"]):
        return page
    page = page.replace(program[0], "", 1)
    return _LATER.sub(rf'\g<start> data-held="{program["address"]}"', page, count=1)


def _can_wait(page: str, program: str) -> bool:
    config = _CONFIG.search(page)
    if config is None or _ASKS.search(page):
        return False
    settings = json.loads(config["json"])
    scripts = {match["address"] for match in _SCRIPTS.finditer(page)} - {program}
    return (
        FEATURES.issuperset(settings["features"])
        and not settings.get("version")
        and not settings.get("annotate")
        and all(map(_OURS.search, scripts))
    )
