"""Pages that make a reader wait for less: no idle blanks, the theme's program when it is wanted.

In: a folder of HTML as an engine left it, each page with its style. Out: the same folder.
"""

import re
from pathlib import Path

from generator.publish.held_theme import with_held_theme
from generator.publish.walk import files_below

_BETWEEN = re.compile(
    r"(?P<kept><(?P<name>pre|script|style|textarea)\b.*?</(?P=name)\s*>)|(?<=>)\s*\n\s*(?=<)",
    re.DOTALL | re.IGNORECASE,
)
"""Blanks with a line's end between tags, as templates indent; or what counts its blanks."""


def lighten_pages(site: Path) -> None:
    """Leaves out of each page what can wait, or is of no use."""
    for file in files_below(site, ".html"):
        text = file.read_text(encoding="utf-8")
        if (light := with_held_theme(without_indents(text))) != text:
            file.write_text(light, encoding="utf-8", newline="\n")


def without_indents(page: str) -> str:
    """The page with one line's end where blanks with a line's end stood between two tags."""
    return _BETWEEN.sub(lambda found: found["kept"] or "\n", page)
