"""What mkdocs.yml says, for those who ask beside MkDocs itself; where the site is published.

In: a project's root, what the command line says instead. Out: settings as plain data; an absolute
address with a slash at its end, empty when none is given.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.utils.yaml import yaml_load

from generator.reading import UsageError
from generator.text import shown

_INHERITS = b"INHERIT"
HINT = "mend mkdocs.yml as the message says"
_LABEL = r"[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*"
_HOST = rf"(?:{_LABEL}(?:\.{_LABEL})*|\[[0-9A-Fa-f:.]+\])(?::[0-9]+)?"
_PATH = r"(?:/(?!\.\.?(?:/|$))(?:[A-Za-z0-9._~!$&()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*"
_ADDRESS = re.compile(rf"https?://{_HOST}{_PATH}")


def read_settings(root: Path) -> Mapping[str, object]:
    """The settings of the project.

    Raises:
        UsageError: mkdocs.yml is missing or wrong.
    """
    settings: object
    try:
        text = (root / "mkdocs.yml").read_bytes()
        if _INHERITS in text:  # another file counts, too
            with (root / "mkdocs.yml").open("rb") as file:
                settings = yaml_load(file)
        else:
            settings = _parse(text)
    except OSError as error:
        raise UsageError(f"mkdocs.yml: {error.strerror}", HINT) from error
    except Exception as error:  # any error that its YAML causes
        raise UsageError(f"mkdocs.yml: {error}", HINT) from error
    if not isinstance(settings, Mapping):
        raise UsageError("mkdocs.yml: it holds no settings", HINT)
    return settings


@lru_cache(maxsize=1)
def _parse(text: bytes) -> object:
    """The settings of a text, which most builds ask for more than once; nobody changes them."""
    return yaml_load(BytesIO(text))


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
