"""The handbook of the program: how-tos as they are written, and what its tables say.

In: the site. Out: `handbook/index.md` and the pages beside it, the same for every briefing but for
a link to the findings where a page of the briefing has them. They are for whoever edits, reviews or
publishes: no menu and no search leads to them.
"""

import re

from generator.model import SECTIONS
from generator.pages.escape import encode
from generator.pages.handbook import (
    calls_reference,
    commands_reference,
    findings_reference,
    keys_reference,
)
from generator.pages.links import Links
from generator.pages.parts.parts import PageParts
from generator.pages.site import Page, Site, titled_page
from generator.wording import load_handbook

SECTION = SECTIONS["handbook"]
_PARTS = re.compile(r"# (?P<title>[^\n]+)\n\n(?P<lead>[^\n]+)\n?(?P<rest>.*)", re.DOTALL)
"""A page as it is written: its title, a line on what it is for, and the rest."""
_FENCED = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def compose(site: Site) -> list[Page]:
    """A page each."""
    return [_page(path, site) for path in SECTION.paths]


def _page(path: str, site: Site) -> Page:
    name = path.removeprefix(f"{SECTION.folder}/").removesuffix(".md")
    written = _PARTS.fullmatch(load_handbook(site.wording.lang)[name])
    if written is None:
        raise ValueError(name)
    rest = _FENCED.sub(_code, written["rest"]).strip()
    blocks = [written["lead"], rest, *_made(name, PageParts(site, Links(path)))]
    found = (block for block in blocks if block)
    return titled_page(path, written["title"], written["lead"], found, is_searched=False)


def _code(fenced: re.Match[str]) -> str:
    """Code in the form that all engines read alike: one of them would colour it."""
    lines = "\n".join(map(encode, fenced[1].splitlines()))
    return f"<pre><code>{lines}\n</code></pre>"


def _made(name: str, parts: PageParts) -> list[str]:
    """What tables of the program say on this page."""
    wording = parts.site.wording
    if name == "keys":
        return keys_reference(wording)
    if name == "calls":
        return [*calls_reference(wording)]
    if name == "findings":
        return [*findings_reference(parts)]
    return commands_reference(wording) if name == "commands" else []
