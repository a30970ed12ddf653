"""The sheets of a site as few: one that all pages link, and what some pages link besides.

In: sheets by name, in which order pages link them, the words that occur. Out: joined sheets, each
with the name of its content. The order of rules stays, and no rule reaches a page that it did not.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence

from generator.publish.styles.addresses import moved
from generator.publish.styles.rules import (
    FlatRule,
    Rules,
    css_of,
    drop_idle_moves,
    drop_idle_properties,
    drop_selectors,
    flat_rules,
    shorten,
)

Sheets = tuple[str, ...]
"""Names of sheets below the site's root, in the order in which a page links them."""
Joined = tuple[str, str, Sequence[FlatRule]]
"""Its name below the site's root, its text, its rules; a tuple or a list, as JSON has them."""
_FOLDER = "assets"
_THEMES = "assets/stylesheets/"
_REPLACED = re.compile(
    r"(?:\.admonition-title|summary):{1,2}before$|>(?:\.admonition-title|summary)$"
    r"|(?:\.admonition|details)\.[a-z]+(?::focus-within)?$"
)
"""What the theme says of boxes by their kind: icons and signal colours, where ours are a rule and a
word. Each icon is a drawing within the sheet."""


def groups_of(pages: Iterable[Sheets]) -> dict[Sheets, list[Sheets]]:
    """What becomes one: of all pages what they begin with, of each what follows on it."""
    linked = sorted({*pages})
    common = linked[0]
    for sheets in linked:
        while sheets[: len(common)] != common:
            common = common[:-1]
    return {one: [part for part in (common, one[len(common) :]) if part] for one in linked}


def join_sheets(
    groups: Sequence[Sheets], sheets: Mapping[str, str], words: frozenset[str]
) -> list[Joined]:
    """Each group as one sheet, without what no page can need.

    Args:
        groups: names in their order.
        sheets: texts by name.
        words: that occur in pages and scripts, written as `rules` does.
    """
    short = {
        name: _short(name, moved(sheets[name], name, _FOLDER), words)
        for name in {name for group in groups for name in group}
    }
    asked = {word for word in words if word.startswith("--")}
    joined = [tuple(rule for name in group for rule in short[name]) for group in groups]
    return [
        (_name(css := css_of(rules)), css, [*flat_rules(rules)])
        for rules in drop_idle_properties(drop_idle_moves(joined), asked)
    ]


def _short(name: str, css: str, words: frozenset[str]) -> Rules:
    rules = shorten(css, words)
    return drop_selectors(rules, _REPLACED) if name.startswith(_THEMES) else rules


def _name(css: str) -> str:
    return f"{_FOLDER}/style-{hashlib.sha256(css.encode()).hexdigest()[:10]}.css"
