"""The PNGs of charts and of shared pages, drawn once: from the cache, else with a browser.

In: sections of HTML by path, and a folder for the cache. Out: PNGs by path. One that no browser
could draw is absent, and no page then names it.
"""

import base64
import hashlib
import json
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from generator.kept import Cache
from generator.model import CARD_STYLE, Section
from generator.publish.pictures.browser import Drawn, draw_sections_with_browser
from generator.publish.pictures.cache import is_png, renderer_in_use
from generator.publish.pictures.chart_pictures import Cards
from generator.publish.styles.assets import load_asset

KIND = "cards"
"""Where they are, among all that is kept."""
_FACES = ("fonts/briefing-serif.woff2", "fonts/briefing-sans.woff2")


def make_cards(sections: Mapping[str, Section], cache: Cache, *, has_browser: bool = True) -> Cards:
    """The pictures of all sections; a browser starts only for what is not in the cache.

    One that has just failed to draw charts is not started again.
    """
    style = "".join(map(_face, _FACES)) + load_asset(CARD_STYLE).decode()
    keys = {path: _key(section, style) for path, section in sections.items()}
    ready: dict[str, bytes] = {}
    for path, section in sections.items():
        content = cache.load(KIND, keys[path])
        if content and _is_of(content, section):
            ready[path] = content
    missing = [path for path in sections if path not in ready]
    if not missing or not has_browser:
        return Cards(pngs=ready, kept=len(ready))
    started, kept = time.monotonic(), len(ready)
    found = _drawn([sections[path] for path in missing], style)
    for number, content in found.contents.items():
        path = missing[number]
        if _is_of(content, sections[path]):
            ready[path] = content
            cache.keep(KIND, keys[path], content)
    pngs = {path: ready[path] for path in sections if path in ready}
    seconds = time.monotonic() - started
    return Cards(pngs=pngs, kept=kept, seconds=seconds, trouble=found.trouble)


def _drawn(sections: Sequence[Section], style: str) -> Drawn:
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        file = Path(folder) / "sections.html"
        file.write_text(_document(sections, style), encoding="utf-8", newline="\n")
        sizes = [(one.width, one.height, one.scale) for one in sections]
        return draw_sections_with_browser(file, sizes)


def _is_of(content: bytes, section: Section) -> bool:
    return is_png(content, section.width * section.scale, section.height * section.scale)


def _face(name: str) -> str:
    """A typeface as part of the document: a browser that draws asks for no file."""
    family = f"Briefing {'Serif' if 'serif' in name else 'Sans'}"
    source = f"data:font/woff2;base64,{base64.b64encode(load_asset(name)).decode()}"
    return f'@font-face{{font-family:"{family}";src:url({source});font-weight:400 600}}'


def _document(sections: Sequence[Section], style: str) -> str:
    head = f'<!doctype html><html><head><meta charset="utf-8"><style>{style}</style></head>'
    return f"{head}<body>{''.join(one.html for one in sections)}</body></html>\n"


def _key(section: Section, style: str) -> str:
    """Everything that the bytes depend on."""
    named = {"section": asdict(section), "style": style, **renderer_in_use()}
    return hashlib.sha256(json.dumps(named, sort_keys=True).encode()).hexdigest()
