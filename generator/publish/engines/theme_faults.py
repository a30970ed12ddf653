"""What the theme writes and HTML does not allow, taken out of its pages.

In: a page as the engine made it. Out: the same page, valid. Each mend names its fault; what the
theme mends itself one day is simply not found any more.
"""

import re

_SWITCH = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
"""Only fields that hold text can be completed; drawer and search are switched by checkboxes."""
_ORDER = re.compile(r'(<label [^>]*?) tabindex(?:="")?(?=[ >])')
"""An order without a number is none."""
_LABEL = re.compile(r'(<label [^>]*?) for="(__\w+)"')
"""A menu that does not name the page labels a switch that is not there."""


def without_theme_faults(html: str) -> str:
    """The page without attributes of the theme's that no browser heeds and HTML does not know."""
    html = _ORDER.sub(r"\1", _SWITCH.sub(r"\1", html))

    def kept(label: re.Match[str]) -> str:
        return label[0] if f'id="{label[2]}"' in html else label[1]

    return _LABEL.sub(kept, html)
