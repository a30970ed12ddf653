"""A language's messages, out of the package's own data files.

In: a language tag. Out: its messages, read once from `catalogues/<lang>/*.toml`. Never a
file of the user's.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

_PACKAGE = files("generator.wording")


@cache
def load_messages(lang: str) -> Mapping[str, str]:
    """Every message of a language by key, from all its catalogue files.

    Raises:
        KeyError: there is no catalogue for `lang`.
    """
    folder = _PACKAGE / "catalogues" / lang
    if lang not in languages():
        raise KeyError(lang)
    messages: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            messages |= tomllib.loads(file.read_text(encoding="utf-8"))
    return MappingProxyType(messages)


@cache
def languages() -> tuple[str, ...]:
    """The languages that pages can be written in."""
    folder = _PACKAGE / "catalogues"
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.is_dir()))
