"""Where the site is published.

In: a project's root, what the command line says instead of mkdocs.yml. Out: an absolute address
with a slash at its end, empty when none is given.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit

from generator.reading import UsageError
from generator.settings import read_settings
from generator.text import shown

_LABEL = r"[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*"
_HOST = rf"(?:{_LABEL}(?:\.{_LABEL})*|\[[0-9A-Fa-f:.]+\])(?::[0-9]+)?"
_PATH = r"(?:/(?!\.\.?(?:/|$))(?:[A-Za-z0-9._~!$&()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*"
_ADDRESS = re.compile(rf"https?://{_HOST}{_PATH}")


def site_address(root: Path, named: str | None = None) -> str:
    """The address under which readers find the site.

    `named` is what the command line says; None leaves it to mkdocs.yml, an empty text means none.

    Raises:
        UsageError: it is no address of a site.
    """
    where = "mkdocs.yml: site_url" if named is None else "--site-url"
    said = _configured(root) if named is None else named
    if not said:
        return ""
    if not isinstance(said, str) or not _ADDRESS.fullmatch(said) or not _is_whole(said):
        raise UsageError(
            f"{where} is {shown(str(said))}, which is no address of a site",
            "write it whole, as https://example.org/briefing/, without query and fragment",
        )
    return said.rstrip("/") + "/"


def _is_whole(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def _configured(root: Path) -> object:
    """What mkdocs.yml says; a file that cannot be read is reported by the engine."""
    try:
        return read_settings(root).get("site_url")
    except UsageError:
        return None
