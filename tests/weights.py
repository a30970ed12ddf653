"""What a reader is sent who opens a page and touches nothing, as a static host sends it: compressed.

In: a built site. Out: by page, the bytes of the page and of all that it loads at once; by style
sheet, its bytes. Drawn charts and the theme's program come when somebody asks for them.
"""

import gzip
import re
from functools import cache
from pathlib import Path
from posixpath import normpath

MOST_OF_PAGE = 110_000
"""Bytes of a first view, fonts and all."""
MOST_OF_SHEET = 14_000
"""Bytes that a server sends before it waits for a first answer: ten packets, less their heads."""
HEADERS = 250
"""Of an answer, about."""
PACKED = {".png", ".woff2"}
LOADED = re.compile(
    r'<(?:link rel="(?:icon|preload|stylesheet)"[^>]*? href|script src|img[^>]*? src)="([^":?#]+)"'
)


@cache
def sent(file: Path) -> int:
    """The bytes of a file on their way."""
    content = file.read_bytes()
    return len(content if file.suffix in PACKED else gzip.compress(content, 9, mtime=0))


def page_weights(site: Path) -> dict[str, int]:
    """By page, the bytes of all that opening it loads."""
    weights = {}
    for page in sorted(site.rglob("*.html")):
        addresses = LOADED.findall(page.read_text(encoding="utf-8"))
        files = {page, *(place_of(address, page, site) for address in addresses)}
        weights[page.relative_to(site).as_posix()] = sum(sent(file) + HEADERS for file in files)
    return weights


def sheet_weights(site: Path) -> dict[str, int]:
    """By style sheet that pages share, its bytes."""
    return {file.name: sent(file) for file in sorted((site / "assets").glob("style-*.css"))}


def place_of(address: str, page: Path, site: Path) -> Path:
    """The file that an address in a page names."""
    return site / address[1:] if address[0] == "/" else Path(normpath(page.parent / address))


def too_heavy(weights: dict[str, int], most: int) -> dict[str, int]:
    """Those above a limit."""
    return {name: weight for name, weight in weights.items() if weight > most}
