"""The pictures that others show of a shared page, drawn once: from the cache, else with a browser.

In: sections of HTML by path, and a folder for the cache. Out: PNGs by path. One that no browser
could draw is absent, and no page then names it.
"""

import hashlib
import json
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from generator.kept import Cache
from generator.model import CARD_SIZE, CARD_STYLE
from generator.publish.pictures.browser import draw_cards_with_browser
from generator.publish.pictures.cache import is_png, renderer_in_use
from generator.publish.pictures.chart_pictures import Cards
from generator.publish.styles.assets import load_asset

KIND = "cards"
"""Where they are, among all that is kept."""


def make_cards(sections: Mapping[str, str], cache: Cache) -> Cards:
    """The pictures of all sections; a browser starts only for what is not in the cache."""
    style = load_asset(CARD_STYLE).decode()
    keys = {path: _key(section, style) for path, section in sections.items()}
    ready: dict[str, bytes] = {}
    for path, key in keys.items():
        content = cache.load(KIND, key)
        if content and is_png(content, *CARD_SIZE):
            ready[path] = content
    missing = [path for path in sections if path not in ready]
    if not missing:
        return Cards(pngs=ready, kept=len(ready))
    started, kept = time.monotonic(), len(ready)
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        file = Path(folder) / "cards.html"
        text = _document([sections[path] for path in missing], style)
        file.write_text(text, encoding="utf-8", newline="\n")
        found = draw_cards_with_browser(file, len(missing), CARD_SIZE)
    for number, content in found.contents.items():
        if is_png(content, *CARD_SIZE):
            ready[missing[number]] = content
            cache.keep(KIND, keys[missing[number]], content)
    pngs = {path: ready[path] for path in sections if path in ready}
    seconds = time.monotonic() - started
    return Cards(pngs=pngs, kept=kept, seconds=seconds, trouble=found.trouble)


def _document(sections: list[str], style: str) -> str:
    head = f'<!doctype html><html><head><meta charset="utf-8"><style>{style}</style></head>'
    return f"{head}<body>{''.join(sections)}</body></html>\n"


def _key(section: str, style: str) -> str:
    """Everything that the bytes depend on."""
    named = {"section": section, "style": style, "size": CARD_SIZE, **renderer_in_use()}
    return hashlib.sha256(json.dumps(named, sort_keys=True).encode()).hexdigest()
